//! Tidying that changes no visible content, and the further tidying that coded text can bear.
//!
//! Every function gives its input back, without a copy, when there is nothing to do, and applying it
//! twice is the same as once. Names and addresses only ever get `strip`; nothing here guesses.

use std::borrow::Cow;

use super::classes::{is_control, is_invisible, is_white};

/// The text without white space, invisible and control characters at its two ends.
pub fn trim(text: &str) -> &str {
    if has_plain_ends(text.as_bytes()) {
        return text;
    }
    text.trim_matches(|c| is_white(c) || is_invisible(c) || is_control(c))
}

/// Whether the text begins and ends with a visible ASCII character or a Han character of
/// U+4000–9FFF, as nearly every cell does: then there is nothing to trim.
fn has_plain_ends(text: &[u8]) -> bool {
    let [first, ..] = text else { return false };
    let begins_plain = first.is_ascii_graphic() || is_han_lead(*first);
    begins_plain
        && match text {
            [.., last] if last.is_ascii_graphic() => true,
            [.., lead, _, _] => is_han_lead(*lead),
            _ => false,
        }
}

/// Whether a byte begins a Han character of U+4000–9FFF, which has three.
#[inline]
fn is_han_lead(byte: u8) -> bool {
    (0xE4..=0xE9).contains(&byte)
}

/// Whether a character of the text is so. Visible ASCII and the Han characters of U+4000–9FFF, which most
/// texts have nothing else of, are passed over by their bytes: nothing here changes them.
fn any_odd(text: &str, is_so: impl Fn(char) -> bool) -> bool {
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii_graphic() {
            at += 1;
        } else if is_han_lead(byte) {
            at += 3;
        } else {
            let Some(c) = text.get(at..).and_then(|it| it.chars().next()) else {
                return false;
            };
            if is_so(c) {
                return true;
            }
            at += c.len_utf8();
        }
    }
    false
}

/// Safe tidying: invisible and control characters removed, outer white space trimmed, and the marks
/// dropped that programs put around a text and that became visible: the one leading apostrophe of a
/// spreadsheet and the straight quotation marks of a text file. An apostrophe that opens a quotation
/// (another one follows at once, or ends the text) is content.
pub fn strip(text: &str) -> Cow<'_, str> {
    if is_plain_code(text) {
        return Cow::Borrowed(text);
    }
    let trimmed = trim(text);
    if any_odd(trimmed, |c| is_invisible(c) || is_control(c)) {
        let kept: String = trimmed
            .chars()
            .filter(|&c| !is_invisible(c) && !is_control(c))
            .collect();
        return match without_marks(&kept) {
            rest if rest.len() < kept.len() => Cow::Owned(rest.to_owned()),
            _ => Cow::Owned(kept),
        };
    }
    Cow::Borrowed(without_marks(trimmed))
}

/// Full-width letters and digits, and the full-width `－ ／ ． ： （ ） ＋`, as ASCII. For coded text and
/// dates; an address keeps its full-width signs.
pub fn half_width(text: &str) -> Cow<'_, str> {
    if !any_odd(text, |c| half_width_char(c) != c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(half_width_char).collect())
}

/// One character of [`half_width`].
#[inline]
pub fn half_width_char(c: char) -> char {
    match c {
        '\u{FF10}'..='\u{FF19}'
        | '\u{FF21}'..='\u{FF3A}'
        | '\u{FF41}'..='\u{FF5A}'
        | '－'
        | '／'
        | '．'
        | '：'
        | '（'
        | '）'
        | '＋' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The form in which numbers, dates and codes are read: [`strip`], [`half_width`] and no white space.
pub fn tidy_code(text: &str) -> Cow<'_, str> {
    if is_plain_code(text) {
        return Cow::Borrowed(text);
    }
    let stripped = strip(text);
    if !any_odd(&stripped, |c| is_white(c) || half_width_char(c) != c) {
        return stripped;
    }
    Cow::Owned(
        stripped
            .chars()
            .filter(|&c| !is_white(c))
            .map(half_width_char)
            .collect(),
    )
}

/// The text without any white space.
pub fn without_white(text: &str) -> Cow<'_, str> {
    if !any_odd(text, is_white) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|&c| !is_white(c)).collect())
}

/// A trimmed text without the marks of a program around it; one may stand within the other.
fn without_marks(mut trimmed: &str) -> &str {
    while let Some(rest) = match trimmed.chars().next() {
        Some('"' | '＂') => without_quotes(trimmed),
        _ => without_apostrophe(trimmed),
    } {
        trimmed = rest;
    }
    trimmed
}

/// What is left of a trimmed text when its leading apostrophe is only the mark of a text cell.
pub(super) fn without_apostrophe(trimmed: &str) -> Option<&str> {
    let rest = trim(trimmed.strip_prefix(['\'', '‘'])?);
    let quotes = ['\'', '‘', '’'];
    (!rest.starts_with(quotes) && !rest.ends_with(quotes)).then_some(rest)
}

/// The text between one pair of double quotation marks that stands around all of it. Nothing where there
/// are none, where more of them stand inside, and where nothing is between them.
pub fn without_quotes(text: &str) -> Option<&str> {
    const QUOTES: [char; 4] = ['"', '“', '”', '＂'];
    let text = trim(text);
    let (open, close) = (text.chars().next()?, text.chars().next_back()?);
    if !matches!((open, close), ('"', '"') | ('“', '”') | ('＂', '＂')) {
        return None;
    }
    let inner = text.get(open.len_utf8()..text.len() - close.len_utf8())?;
    let inner = trim(inner);
    (!inner.is_empty() && !inner.contains(QUOTES)).then_some(inner)
}

/// True for visible ASCII that does not begin with an apostrophe or a quotation mark: nothing to tidy,
/// found by bytes alone.
#[inline]
fn is_plain_code(text: &str) -> bool {
    !matches!(text.as_bytes(), [b'\'' | b'"', ..]) && text.bytes().all(|b| b.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_over_by_its_bytes_is_never_changed() {
        let han = '\u{4000}'..='\u{9FFF}';
        for c in ('!'..='~').chain(han) {
            let is_dropped = is_white(c) || is_invisible(c) || is_control(c);
            assert!(!is_dropped && half_width_char(c) == c, "{c}");
            assert!(!any_odd(&c.to_string(), |_| true), "{c}");
        }
        for text in [" ", "（", "㐀", "王 ", "1\u{200B}", "é", "𠀀"] {
            assert!(any_odd(text, |_| true), "{text}");
        }
    }
}
