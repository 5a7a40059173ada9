//! A terminal obeys some characters instead of showing them: they turn the rest of a line round, colour it or
//! hide it. What a cell has of them is shown by its number.

use std::borrow::Cow;
use std::io;

/// Writes text on, with such characters made visible.
pub(crate) struct Visible<'w>(pub(crate) &'w mut dyn io::Write);

impl io::Write for Visible<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for chunk in bytes.utf8_chunks() {
            self.0.write_all(visible(chunk.valid()).as_bytes())?;
            self.0.write_all(chunk.invalid())?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The text with `<U+202E>` for such a character.
fn visible(text: &str) -> Cow<'_, str> {
    // All but the ASCII ones have one of these bytes, which most Han characters have not.
    let may_have =
        |it: u8| it < b' ' && it != b'\n' || matches!(it, 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEF);
    if !text.bytes().any(may_have) || !text.contains(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_obeyed(c) {
            out.push_str(&format!("<U+{:04X}>", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Controls, and characters that set the direction of a text or have no form; the end of a line is one here too.
fn is_obeyed(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::Visible;

    #[test]
    fn what_a_terminal_obeys_is_shown_by_its_number() {
        let shown = |text: &str| {
            let mut out = Vec::new();
            write!(Visible(&mut out), "{text}").unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(
            shown("张\u{202E}三\u{1B}[31m\u{7F}"),
            "张<U+202E>三<U+001B>[31m<U+007F>"
        );
        assert_eq!(
            shown("甲\u{200B}\u{2066}\u{FEFF}\u{85}\t"),
            "甲<U+200B><U+2066><U+FEFF><U+0085><U+0009>"
        );
        for innocent in ["第1–3行，“张三”\n", "é µ", "مرحبا", "𠮷"] {
            assert_eq!(shown(innocent), innocent);
        }
    }
}
