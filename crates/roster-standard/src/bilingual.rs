//! Headers that say one thing in Han characters and in Latin letters: 姓名 Name, Gender(性别).
//!
//! The Han characters are the header. The Latin letters are set aside only if they plainly translate it:
//! IP地址 is no address, 学生ID no name.

use crate::header::Header;
use crate::{Column, Kind};

/// What may stand between the two parts.
const SIGNS: &[char] = &['-', '_', '/', '|', ':', '.', ','];

/// No header that is said twice is longer.
const BYTES_MAX: usize = 256;

/// A header without its Latin words, and their letters and digits.
pub(crate) struct Parted {
    pub(crate) rest: String,
    pub(crate) latin: String,
}

/// The two parts of a header that has both; none where a Latin letter stands alone: 学籍号(L号),
/// A班.
pub(crate) fn part(tidied: &str) -> Option<Parted> {
    let has_letter = tidied.bytes().any(|it| it.is_ascii_alphabetic());
    if !has_letter || tidied.is_ascii() || tidied.len() > BYTES_MAX {
        return None;
    }
    let (mut rest, mut latin) = (String::new(), String::new());
    let is_latin = |it: char| it.is_ascii() && !"()[]<>{}".contains(it) || it == '’';
    let mut left = tidied;
    while !left.is_empty() {
        let (run, behind) = left.split_at(left.find(|it| !is_latin(it)).unwrap_or(left.len()));
        // A number is that of the characters before it: 监护人1 Guardian 1.
        let first = run.find(|it: char| it.is_ascii_alphabetic());
        let (number, word) = run.split_at(first.unwrap_or(run.len()));
        match word.bytes().filter(u8::is_ascii_alphabetic).count() {
            0 => rest += run,
            1 => return None,
            _ => {
                rest += number.trim_end_matches(SIGNS);
                latin.extend(word.chars().filter(char::is_ascii_alphanumeric));
            }
        }
        let (other, behind) = behind.split_at(behind.find(is_latin).unwrap_or(behind.len()));
        rest += other;
        left = behind;
    }
    latin.make_ascii_lowercase();
    Some(Parted { rest, latin })
}

impl Parted {
    /// Whether the Latin words can be said of what the rest means; `listed` is what they mean themselves.
    pub(crate) fn translates(&self, found: Header, listed: Option<Header>) -> bool {
        let says = |words: &[&str]| words.iter().any(|it| self.latin.contains(it));
        let column = match found {
            Header::Unknown => return false,
            Header::Ignored => return !says(&["id"]),
            Header::Group(_) => return says(FAMILY),
            Header::Column(column) => column,
        };
        if listed == Some(found) {
            return true;
        }
        let kind = column.info().kind;
        let is_members = column.member().is_some();
        let is_family = says(FAMILY) && !(column == Column::Phone && says(&["parent", "guardian"]));
        let is_other = kind != Kind::Email && says(&["mail", "qq", "wechat"])
            || kind == Kind::Name && is_foreign(&self.latin)
            || !is_members && (is_family || self.latin.bytes().any(|it| it.is_ascii_digit()));
        if is_other {
            return false;
        }
        let ends = |words: &[&str]| words.iter().any(|it| self.latin.ends_with(it));
        if matches!(kind, Kind::Name | Kind::Code | Kind::Text)
            && ends(&["id", "no", "number", "code", "url"])
            && !self.rest.starts_with("是否")
        {
            // 学生ID and 班级ID are numbers, as 学号 is.
            return self.rest.ends_with(['号', '码', '號', '碼']);
        }
        let is_form_of_date = self.latin.bytes().all(|it| b"ymd".contains(&it));
        // 民族 Nationality.
        let is_akin = matches!(listed, Some(Header::Column(it)) if it.info().kind == kind);
        is_form_of_date || is_akin || is_members && says(FAMILY) || self.has_word_of(column)
    }

    fn has_word_of(&self, column: Column) -> bool {
        let info = column.info();
        [info.key, info.aliases.0].iter().any(|text| {
            let mut words = text.split(|it: char| !it.is_ascii_lowercase());
            words.any(|it| it.len() >= WORD_MIN && self.latin.contains(it))
        })
    }
}

/// A shorter word, such as of, translates nothing.
const WORD_MIN: usize = 3;

/// Who may be meant beside the pupil.
const FAMILY: &[&str] = &["father", "mother", "parent", "guardian", "member"];

/// Whether a header in small letters asks for a name in other letters than Han characters.
pub(crate) fn is_foreign(lower: &str) -> bool {
    ["english", "pinyin", "英文"]
        .iter()
        .any(|it| lower.contains(it))
}

#[cfg(test)]
#[path = "bilingual_tests.rs"]
mod tests;
