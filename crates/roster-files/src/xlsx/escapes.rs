//! `_xHHHH_`: how workbooks write characters that XML cannot hold.

use std::borrow::Cow;

const LENGTH: usize = 7;

/// Resolves the escapes of a text. A half of a surrogate pair alone becomes `�`.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    let Some(first) = find(text) else {
        return Cow::Borrowed(text);
    };
    let mut resolved = String::with_capacity(text.len());
    let (mut rest, mut next) = (text, Some(first));
    let mut units = Vec::new();
    while let Some(start) = next {
        resolved.push_str(&rest[..start]);
        rest = &rest[start..];
        units.clear();
        // Both halves of a pair stand side by side.
        while let Some(unit) = unit(rest.as_bytes()) {
            units.push(unit);
            rest = &rest[LENGTH..];
        }
        let characters = char::decode_utf16(units.iter().copied());
        resolved.extend(characters.map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)));
        next = find(rest);
    }
    resolved.push_str(rest);
    Cow::Owned(resolved)
}

fn find(text: &str) -> Option<usize> {
    let starts = memchr::memmem::find_iter(text.as_bytes(), b"_x");
    let mut starts = starts.filter(|&start| unit(&text.as_bytes()[start..]).is_some());
    starts.next()
}

/// The code unit of the escape at the front.
fn unit(bytes: &[u8]) -> Option<u16> {
    let [b'_', b'x', a, b, c, d, b'_', ..] = bytes else {
        return None;
    };
    let digits = [*a, *b, *c, *d];
    let digits = digits.iter().map(|&it| char::from(it).to_digit(16));
    let mut unit = 0;
    for digit in digits {
        unit = unit * 16 + digit? as u16;
    }
    Some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_resolved_once() {
        let texts = [
            ("张_x000D_\n三", "张\r\n三"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDE00_!", "😀!"),
            ("_xD83D_!", "\u{FFFD}!"),
            ("a_xyz_x00g0_", "a_xyz_x00g0_"),
            ("_x4E00", "_x4E00"),
        ];
        for (text, expected) in texts {
            assert_eq!(unescape(text), expected);
        }
    }
}
