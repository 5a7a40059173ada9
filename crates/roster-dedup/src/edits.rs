//! How far two identity numbers are apart, up to two slips of the hand.
//!
//! A slip is a wrong, a missing or a surplus digit, or two neighbours exchanged (the restricted
//! Damerau–Levenshtein distance). More than two is not told apart: it is simply far.

use crate::keys::unpack;

/// The least number of slips between two packed numbers, when it is at most two.
pub(crate) fn slips(a: u64, b: u64) -> Option<u8> {
    let (a, b) = (unpack(a), unpack(b));
    let substituted = a.iter().zip(&b).filter(|(x, y)| x != y).count();
    if substituted <= 1 {
        return Some(substituted as u8);
    }
    // Two exchanges change four places. More are near only when the digits between were shifted.
    if substituted > 4 && !is_shifted(&a, &b) {
        return None;
    }
    let distance = distance(&a, &b).min(substituted);
    (distance <= 2).then_some(distance as u8)
}

/// Whether one digit is missing in each, so that those between stand one place further.
fn is_shifted(a: &[u8; 18], b: &[u8; 18]) -> bool {
    let differs = |&at: &usize| a[at] != b[at];
    let (Some(first), Some(last)) = ((0..18).find(differs), (0..18).rfind(differs)) else {
        return false;
    };
    a[first + 1..=last] == b[first..last] || a[first..last] == b[first + 1..=last]
}

/// Whether the numbers differ by two exchanged neighbours alone.
pub(crate) fn is_exchange(a: u64, b: u64) -> bool {
    let (a, b) = (unpack(a), unpack(b));
    let mut differing = (0..18).filter(|&at| a[at] != b[at]);
    match (differing.next(), differing.next(), differing.next()) {
        (Some(x), Some(y), None) => y == x + 1 && a[x] == b[y] && a[y] == b[x],
        _ => false,
    }
}

/// The whole distance; 18 by 18 is small enough not to cut corners.
fn distance(a: &[u8; 18], b: &[u8; 18]) -> usize {
    let mut before = [0; 19];
    let mut above: [usize; 19] = std::array::from_fn(|column| column);
    for row in 1..=18 {
        let mut here = [row; 19];
        for column in 1..=18 {
            let same = a[row - 1] == b[column - 1];
            let mut least = (above[column - 1] + usize::from(!same))
                .min(above[column] + 1)
                .min(here[column - 1] + 1);
            let crossed =
                row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1];
            if crossed {
                least = least.min(before[column - 2] + 1);
            }
            here[column] = least;
        }
        before = above;
        above = here;
    }
    above[18]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::number_key;
    use crate::tests::today;

    fn packed(text: &str) -> u64 {
        let key = number_key(text, false, today());
        assert_ne!(key.packed, 0, "{text}");
        key.packed
    }

    #[test]
    fn one_wrong_digit_anywhere_is_one_slip_and_two_are_two() {
        let right = *b"11010120150901001X";
        let text = |bytes: [u8; 18]| String::from_utf8(bytes.to_vec()).unwrap();
        for at in 0..18 {
            let mut wrong = right;
            wrong[at] = if at == 17 {
                b'7'
            } else {
                b'0' + (right[at] - b'0' + 3) % 10
            };
            assert_eq!(
                slips(packed(&text(right)), packed(&text(wrong))),
                Some(1),
                "{at}"
            );
            assert!(!is_exchange(packed(&text(right)), packed(&text(wrong))));
            for other in 0..at {
                let mut twice = wrong;
                twice[other] = b'0' + (right[other] - b'0' + 3) % 10;
                assert_eq!(slips(packed(&text(right)), packed(&text(twice))), Some(2));
            }
        }
    }

    #[test]
    fn exchanged_neighbours_are_one_slip() {
        let right = packed("110101201509010236");
        for wrong in [
            "101101201509010236",
            "110101201509012036",
            "110101201509010263",
        ] {
            assert_eq!(slips(right, packed(wrong)), Some(1), "{wrong}");
            assert!(is_exchange(right, packed(wrong)), "{wrong}");
        }
    }

    #[test]
    fn a_missing_and_a_surplus_digit_are_two_slips() {
        let right = packed("110101201509012345");
        assert_eq!(
            slips(right, packed("110101215090123450")),
            Some(2),
            "digits moved left"
        );
        assert_eq!(slips(right, packed("110101215090123405")), Some(2));
        assert_eq!(slips(right, packed("440308201509011352")), None);
        assert_eq!(slips(right, right), Some(0));
    }
}
