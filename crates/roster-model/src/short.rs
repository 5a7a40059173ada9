//! Compares and hashes texts that are nearly all short, in whole words and without a call.

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Whether two texts are equal.
#[inline]
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a.len() == b.len()
        && match a.len() {
            0..8 => word(a) == word(b),
            8..=16 => head(a) == head(b) && tail(a) == tail(b),
            _ => a == b,
        }
}

/// A hash of a text, begun with a number: multiplied and folded, eight bytes at a time.
#[inline]
pub(crate) fn hash(begin: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let state = fold(FACTOR, (bytes.len() as u64) << 8 ^ begin);
    if bytes.len() < 8 {
        return fold(state, word(bytes));
    }
    let eights = bytes.chunks_exact(8);
    let state = eights.fold(state, |state, eight| fold(state, head(eight)));
    // The last word has some of the bytes before it again, unless there are none.
    fold(state, tail(bytes))
}

#[inline]
fn fold(state: u64, word: u64) -> u64 {
    let product = u128::from(state ^ word) * u128::from(FACTOR);
    (product as u64) ^ ((product >> 64) as u64)
}

/// Fewer than eight bytes: no two texts of one length have one word.
#[inline]
fn word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(last) << 32 | u64::from(first);
    }
    match *bytes {
        [] => 0,
        [a] => u64::from(a),
        [a, b] => u64::from(a) | u64::from(b) << 8,
        [a, b, c, ..] => u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16,
    }
}

/// The first eight bytes; 0 if there are fewer.
#[inline]
fn head(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |it| u64::from_le_bytes(*it))
}

/// The last eight bytes; 0 if there are fewer.
#[inline]
fn tail(bytes: &[u8]) -> u64 {
    bytes.last_chunk().map_or(0, |it| u64::from_le_bytes(*it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_in_one_byte_differ() {
        for length in 0..40 {
            let text = "abcdefgh".repeat(5)[..length].to_owned();
            assert!(is_same(&text, &text.clone()));
            assert!(!is_same(&text, &format!("{text}a")));
            for at in 0..length {
                let mut other = text.clone();
                other.replace_range(at..=at, "z");
                assert!(!is_same(&text, &other), "{text} {other}");
                assert_ne!(hash(1, &text), hash(1, &other), "{text} {other}");
            }
        }
        assert_ne!(hash(1, "男"), hash(2, "男"));
    }
}
