//! Remnants of web pages in a text: `&nbsp;`, `&#183;`, `<br>`.
//!
//! Knows the few names and tags that exports leave behind; any other `&` or `<` is ordinary text.
//! Makes no sense of what stands between tags.

use super::tidy::trim;

/// The first remnant, as it stands in the text.
pub fn markup(text: &str) -> Option<&str> {
    starts(text).find_map(|rest| read(rest).map(|(length, _)| &rest[..length]))
}

/// The text with every remnant replaced by what it stands for, trimmed. A tag stands for nothing, a
/// line break between two words for a space.
pub fn without_markup(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<']) {
        clean.push_str(&rest[..at]);
        rest = &rest[at..];
        let (length, meant) = match read(rest) {
            Some((length, meant)) => (length, meant),
            None => (1, rest.chars().next()),
        };
        clean.extend(meant);
        rest = &rest[length..];
    }
    clean.push_str(rest);
    trim(&clean).to_owned()
}

/// Names of characters that exports write, and the character.
const NAMES: [(&str, char); 18] = [
    ("nbsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("middot", '·'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("bull", '•'),
];

/// Tags that exports leave in a cell.
const TAGS: [&str; 16] = [
    "br", "p", "b", "i", "u", "a", "div", "span", "font", "td", "tr", "table", "strong", "em",
    "nobr", "o:p",
];

/// A tag with attributes ends within this many bytes, or it is none.
const TAG_BYTES_MAX: usize = 400;

fn starts(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(['&', '<']).map(|(at, _)| &text[at..])
}

/// The remnant that the text begins with: its length in bytes, and the character meant.
fn read(text: &str) -> Option<(usize, Option<char>)> {
    match text.strip_prefix('&') {
        Some(rest) => entity(rest).map(|(length, meant)| (length + 1, Some(meant))),
        None => tag(text),
    }
}

/// What stands after `&`: its length with the semicolon, and the character.
fn entity(rest: &str) -> Option<(usize, char)> {
    let end = rest.bytes().take(10).position(|it| it == b';')?;
    let name = &rest[..end];
    let meant = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = match hex {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            let meant = char::from_u32(code.ok()?)?;
            if meant == '\u{A0}' { ' ' } else { meant }
        }
        None => NAMES.iter().find(|it| it.0.eq_ignore_ascii_case(name))?.1,
    };
    Some((end + 1, meant))
}

/// A whole tag: its length, and a space where it breaks the line.
fn tag(text: &str) -> Option<(usize, Option<char>)> {
    let end = text.bytes().take(TAG_BYTES_MAX).position(|it| it == b'>')?;
    let inside = text[1..end].trim_start_matches('/');
    let name = inside
        .split(|it: char| it.is_ascii_whitespace() || it == '/')
        .next()?;
    let known = TAGS.iter().find(|it| it.eq_ignore_ascii_case(name))?;
    Some((end + 1, (*known == "br").then_some(' ')))
}

#[cfg(test)]
mod tests {
    use super::{markup, without_markup};

    #[test]
    fn remnants_are_found_and_replaced() {
        for (text, first, clean) in [
            ("王小明&nbsp;", "&nbsp;", "王小明"),
            ("买买提&#183;艾力", "&#183;", "买买提·艾力"),
            ("买买提&#xb7;艾力", "&#xb7;", "买买提·艾力"),
            ("人民路1号<br/>2单元", "<br/>", "人民路1号 2单元"),
            (
                "<font color=\"red\">王小明</font>",
                "<font color=\"red\">",
                "王小明",
            ),
            ("甲&amp;乙", "&amp;", "甲&乙"),
            ("a < b & c &amp; d", "&amp;", "a < b & c & d"),
        ] {
            assert_eq!(markup(text), Some(first));
            assert_eq!(without_markup(text), clean);
        }
    }

    #[test]
    fn ordinary_signs_are_no_remnants() {
        for text in [
            "甲&乙",
            "1<2",
            "<王小明>",
            "a&b;c",
            "&;",
            "&#;",
            "&#x110000;",
            "<",
            "&",
            "<br",
            "http://example.com/?a=1&b=2",
            "&中文;",
            "< br>",
        ] {
            assert_eq!(markup(text), None, "{text}");
            assert_eq!(without_markup(text), text);
        }
    }
}
