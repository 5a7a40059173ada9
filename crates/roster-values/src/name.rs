//! Names of people: what is wrong with their spelling, their comparison key, their surname.
//!
//! It knows characters and not people: whether 静 should be 婧, or which of two variants the household
//! register has, is left to the caller, who holds the register.

mod defects;
mod key;
mod letters;
mod note;
mod script;
mod two_names;

pub use defects::{NameDefects, defects, without_inner_space};
pub use key::{same_key, strict_key, surname};
pub use letters::{have_other_accents, plain_letter};
pub use note::{NameNote, appended_note, tells_nobody};
pub use script::{Traditional, has_simplified, traditional};
pub use two_names::two_names;

use std::borrow::Cow;

use crate::text::{is_han, is_white, trim};

/// The one separator of the parts of a name, U+00B7 (GB 18030 A1A4).
pub const DOT: char = '\u{00B7}';

/// Names that samples use.
pub const SAMPLE_NAMES: [&str; 3] = ["张三", "李四", "王五"];

/// True for a dot, bullet or full stop that is written where [`DOT`] belongs; not for [`DOT`] itself.
/// The ASCII full stop is one: it is right in a Latin name and wrong between Han characters.
pub fn is_dot_look_alike(c: char) -> bool {
    matches!(
        c,
        '.' | '\u{02D9}'
            | '\u{0387}'
            | '\u{16EB}'
            | '\u{2022}'
            | '\u{2024}'
            | '\u{2027}'
            | '\u{2219}'
            | '\u{22C5}'
            | '\u{25CF}'
            | '\u{25AA}'
            | '\u{2E31}'
            | '\u{2E33}'
            | '\u{3002}'
            | '\u{30FB}'
            | '\u{A78F}'
            | '\u{FE52}'
            | '\u{FF0E}'
            | '\u{FF61}'
            | '\u{FF64}'
            | '\u{FF65}'
    )
}

/// Whether asterisks stand for characters of a name. One before or behind a whole name is a remark; a mask leaves less.
pub fn is_masked(name: &str) -> bool {
    let is_star = |it: char| matches!(it, '*' | '＊');
    let rest = name.trim_end_matches(is_star);
    let behind = rest.strip_prefix(is_star);
    let behind = behind.filter(|it| it.chars().count() > 2);
    behind.unwrap_or(rest).contains(is_star) || rest.len() < name.len() && rest.chars().count() == 1
}

/// The name with [`DOT`] for every look-alike that has a Han character on both sides; white space
/// around such a dot goes with it.
pub fn with_right_dots(text: &str) -> Cow<'_, str> {
    if !text.contains(is_dot_look_alike) {
        return Cow::Borrowed(text);
    }
    let mut fixed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_dot_look_alike) {
        let (before, from_dot) = rest.split_at(at);
        let dot_length = from_dot.chars().next().map_or(0, char::len_utf8);
        let (dot, after) = from_dot.split_at(dot_length);
        let left = before.trim_end_matches(is_white);
        let right = after.trim_start_matches(is_white);
        if left.ends_with(is_han) && right.starts_with(is_han) {
            fixed.push_str(left);
            fixed.push(DOT);
            rest = right;
        } else {
            fixed.push_str(before);
            fixed.push_str(dot);
            rest = after;
        }
    }
    fixed.push_str(rest);
    if fixed == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(fixed)
    }
}

/// The name that a text has twice, with nothing or a blank between: 赵佳慧赵佳慧. Of two characters at least,
/// which are not the same.
pub fn written_twice(text: &str) -> Option<&str> {
    let text = trim(text);
    let parts = match text.split_once(is_white) {
        Some((first, rest)) => (first, trim(rest)),
        None => text.split_at_checked(text.len() / 2)?,
    };
    let twice = (parts.0 == parts.1).then_some(parts.0)?;
    let mut characters = twice.chars();
    let begins = characters.next()?;
    (twice.chars().all(is_han) && characters.any(|it| it != begins)).then_some(twice)
}

/// The name without dots at its two ends, and with one dot where several stand together.
pub fn without_misplaced_dots(text: &str) -> String {
    let is_dot = |c: char| c == DOT || is_dot_look_alike(c);
    let parts = text.split(is_dot).map(|it| it.trim_matches(is_white));
    let parts: Vec<&str> = parts.filter(|it| !it.is_empty()).collect();
    parts.join("\u{B7}")
}
