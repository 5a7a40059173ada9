//! Reads the period in which a document is valid.
//!
//! Two dates with a sign between them, or a date and 长期. Like the reader of days it names the form
//! and judges nothing; a period that ends before it begins is read as it stands.

use std::borrow::Cow;

use super::calendar::Date;
use super::read::{DateText, read_date};
use crate::text::{half_width, is_placeholder, is_white, strip};

/// What the text of a validity cell means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ExpiryText {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// A period.
    Period(Period),
    /// One date only: nobody knows whether it is the first day or the last.
    OneDate(Date),
    /// No period, or one with a date that has no single reading.
    Unreadable,
}

/// From a day on, until a day or for good.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Period {
    /// The first day; none where the text says no more than 长期.
    pub start: Option<Date>,
    /// The last day; none for 长期.
    pub end: Option<Date>,
    /// Whether it is written `20180901-20280901`, `2018.09.01-2028.09.01`, or with 长期 at the end.
    pub is_template_form: bool,
}

impl Period {
    /// `20180901-20280901`, the seventeen characters of JY/T 1002; 长期 where there is no end.
    pub fn compact(self) -> String {
        self.written(Date::compact)
    }

    /// `2018.09.01-2028.09.01`, as the back of a card has it; 长期 where there is no end.
    pub fn dotted(self) -> String {
        self.written(|day| day.iso().replace('-', "."))
    }

    fn written(self, day: impl Fn(Date) -> String) -> String {
        let end = self.end.map_or_else(|| FOR_GOOD.to_owned(), &day);
        match self.start {
            Some(start) => format!("{}-{end}", day(start)),
            None => end,
        }
    }
}

const FOR_GOOD: &str = "长期";

/// Reads the text of a validity cell. Invisible characters, white space and full width do not matter.
pub fn read_expiry(text: &str) -> ExpiryText {
    let stripped = strip(text);
    if stripped.is_empty() {
        return ExpiryText::Blank;
    }
    if is_placeholder(&stripped) {
        return ExpiryText::Placeholder;
    }
    let narrow = half_width(&stripped);
    let spelt = without_frame(&narrow);
    if let DateText::Plain { date, .. } = read_date(&spelt) {
        return ExpiryText::OneDate(date);
    }
    if is_for_good(&spelt) {
        return period(None, None, *narrow == *FOR_GOOD);
    }
    let Some((first, last)) = halves(&spelt) else {
        return ExpiryText::Unreadable;
    };
    let DateText::Plain { date: start, .. } = read_date(first) else {
        return ExpiryText::Unreadable;
    };
    let end = match read_date(last) {
        DateText::Plain { date, .. } => Some(date),
        _ if is_for_good(last) => None,
        _ => return ExpiryText::Unreadable,
    };
    period(Some(start), end, is_template_form(&narrow))
}

fn period(start: Option<Date>, end: Option<Date>, is_template_form: bool) -> ExpiryText {
    ExpiryText::Period(Period {
        start,
        end,
        is_template_form,
    })
}

/// Two dates of eight digits, or two with dots, and one hyphen; 长期 for the second.
fn is_template_form(text: &str) -> bool {
    let is = |text: &str, dots: &[usize]| {
        text.len() == 8 + dots.len()
            && text.bytes().enumerate().all(|(at, byte)| {
                if dots.contains(&at) {
                    byte == b'.'
                } else {
                    byte.is_ascii_digit()
                }
            })
    };
    let Some((first, last)) = text.split_once('-') else {
        return false;
    };
    [&[] as &[usize], &[4, 7]]
        .iter()
        .any(|dots| is(first, dots) && (last == FOR_GOOD || is(last, dots)))
}

fn is_for_good(text: &str) -> bool {
    matches!(text, "长期" | "长期有效" | "永久" | "永久有效" | "長期")
}

/// The text without white space and without the words around a period: 有效期限：…, 自…起至…止.
fn without_frame(text: &str) -> Cow<'_, str> {
    let text = match text.find(':') {
        Some(at) if text.starts_with("有效期") => &text[at + 1..],
        _ => text,
    };
    let text = text.trim_matches(is_white);
    let text = text.strip_prefix('自').unwrap_or(text);
    let text = text.strip_suffix('止').unwrap_or(text);
    if text.contains(is_white) {
        return Cow::Owned(text.chars().filter(|&it| !is_white(it)).collect());
    }
    Cow::Borrowed(text)
}

/// The two parts of a period, parted by the one sign that can only stand between dates, or by the
/// hyphen in the middle: `2018-09-01-2028-09-01` has five.
fn halves(text: &str) -> Option<(&str, &str)> {
    const BETWEEN: [&str; 8] = ["起至", "至", "到", "~", "～", "——", "—", "–"];
    let dashes = || text.match_indices('-').map(|(at, _)| at);
    let middle = match dashes().count() {
        0 => None,
        2 => dashes().nth(1).filter(|&at| text[..at].ends_with('-')),
        // Three where the second date is 长期.
        3 => dashes().nth(2),
        count => dashes().nth(count / 2),
    };
    let between = BETWEEN.iter().find_map(|sign| text.split_once(sign));
    between.or_else(|| {
        let middle = middle?;
        Some((text[..middle].trim_end_matches('-'), &text[middle + 1..]))
    })
}
