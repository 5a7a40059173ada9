//! Dates in unusual spellings that have one reading all the same: blanks or commas for the signs, Chinese
//! numerals, English names of months, the day of the week behind.
//!
//! Looked at only where the usual spellings have failed.

use super::split::sign_of;
use crate::text::{half_width, is_white};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The same date with digits and signs; None where the text has anything else in it, or tells no year.
#[cold]
pub(super) fn as_usual(stripped: &str) -> Option<String> {
    let narrow = half_width(stripped);
    let mut rest = without_remark(&narrow);
    let mut usual = String::new();
    let (mut before, mut month, mut has_gap) = (' ', None, false);
    while let Some(c) = rest.chars().next() {
        let behind = &rest[c.len_utf8()..];
        let is_zero = matches!(c, 'O' | 'o') && numeral(before).is_some();
        if is_white(c) || matches!(c, ',' | '，' | '_' | '＿') {
            has_gap = true;
        } else if c.is_ascii_alphabetic() && !is_zero {
            let end = rest.find(|it: char| !it.is_ascii_alphabetic());
            let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
            if month.replace(month_named(word)?).is_some() {
                return None;
            }
            (before, has_gap, rest) = (c, true, after);
            continue;
        } else if c.is_ascii_digit() || c == '十' || is_zero || numeral(c).is_some() {
            if has_gap && usual.ends_with(|it: char| it.is_ascii_digit()) {
                usual.push('-');
            }
            has_gap = false;
            match numeral(c) {
                Some(digit) => usual.push(digit),
                None if c == '十' => {
                    let is_multiplied = numeral(before).is_some();
                    let is_followed = behind.chars().next().and_then(numeral).is_some();
                    usual.push_str(match (is_multiplied, is_followed) {
                        (false, false) => "10",
                        (false, true) => "1",
                        (true, false) => "0",
                        (true, true) => "",
                    });
                }
                None => usual.push(if is_zero { '0' } else { c }),
            }
        } else {
            sign_of(c)?;
            has_gap = false;
            usual.push(c);
        }
        (before, rest) = (c, behind);
    }
    if let Some(month) = month {
        return with_month(&usual, month);
    }
    let mut numbers = usual.split(|it: char| !it.is_ascii_digit());
    numbers.any(|it| it.len() == 4).then_some(usual)
}

/// The text without the day of the week, or the word that says whose day it is, behind the date.
fn without_remark(text: &str) -> &str {
    let text = text.trim_end_matches(['出', '生']);
    for word in ["星期", "礼拜", "周"] {
        let Some((date, day)) = text.split_once(word) else {
            continue;
        };
        let mut day = day.trim_end_matches(')').chars();
        let is_day = day.next().is_some_and(|it| "一二三四五六日天".contains(it));
        if is_day && day.next().is_none() {
            return date.trim_end_matches(['(', ' ', ',', '，']);
        }
    }
    text
}

fn numeral(c: char) -> Option<char> {
    if matches!(c, '〇' | '○' | '◯' | '零') {
        return Some('0');
    }
    let at = "一二三四五六七八九".chars().position(|it| it == c)?;
    char::from_digit(at as u32 + 1, 10)
}

/// The month that a word of three letters at least is the name of.
fn month_named(word: &str) -> Option<usize> {
    let found = MONTHS.iter().position(|name| {
        let begins = name.get(..word.len());
        begins.is_some_and(|it| it.eq_ignore_ascii_case(word))
    })?;
    (word.len() >= 3).then_some(found + 1)
}

/// A year, or a day and a year in either order, with the month between them.
fn with_month(numbers: &str, month: usize) -> Option<String> {
    let mut parts = numbers.split(['-', '.', '/']).filter(|it| !it.is_empty());
    match (parts.next()?, parts.next(), parts.next()) {
        (year, None, None) if year.len() == 4 => Some(format!("{year}-{month}")),
        (year, Some(day), None) if year.len() == 4 => Some(format!("{year}-{month}-{day}")),
        (day, Some(year), None) => Some(format!("{year}-{month}-{day}")),
        _ => None,
    }
}
