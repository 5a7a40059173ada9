//! Dates in unusual spellings that have one reading all the same: blanks or commas for the signs, Chinese
//! numerals, English names of months, the day of the week behind.
//!
//! Looked at only where the usual spellings have failed.

use super::split::{Sign, Split, sign_of, split_usual};
use crate::text::{half_width, is_white};

/// The first three letters of each, by which they are known.
const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";

/// Takes a text apart that is written in one of these ways; None where it has anything else in it, or tells
/// no year.
#[cold]
pub(super) fn split_odd(stripped: &str) -> Option<Split> {
    let narrow = half_width(stripped);
    let mut rest = &*narrow;
    let mut usual = String::new();
    let (mut before, mut has_gap) = (' ', false);
    // Whether a name of a month stands before the other numbers, once there is one.
    let mut month_first = None;
    while let Some(c) = rest.chars().next() {
        let behind = &rest[c.len_utf8()..];
        let is_letter = c.is_ascii_alphabetic() && !(c == 'O' && numeral(before).is_some());
        if is_white(c) || matches!(c, ',' | '，' | '_' | '＿') {
            has_gap = true;
        } else if c.is_ascii_digit() || c == '十' || is_letter || c == 'O' || numeral(c).is_some()
        {
            if has_gap && usual.ends_with(|it: char| it.is_ascii_digit()) {
                usual.push('-');
            }
            has_gap = is_letter;
            if is_letter {
                let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
                let month = month_named(&rest[..length])?;
                if month_first.replace(usual.is_empty()).is_some() {
                    return None;
                }
                usual.push_str(month);
                (before, rest) = (c, &rest[length..]);
                continue;
            }
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
                None => usual.push(if c == 'O' { '0' } else { c }),
            }
        } else if is_remark(rest) {
            break;
        } else {
            sign_of(c)?;
            has_gap = false;
            usual.push(c);
        }
        (before, rest) = (c, behind);
    }
    let mut split = split_usual(&usual)?;
    let last = split.count - 1;
    let is_year_last = split.numbers[last].digits == 4;
    if let Some(month_first) = month_first {
        // A name in the place of a number between 年, 月 and 日 is no date.
        let is_dashed = |it: &Option<Sign>| matches!(it, None | Some(Sign::Dash | Sign::Slash));
        if !split.signs.iter().all(is_dashed) || split.signs[last].is_some() {
            return None;
        }
        if is_year_last {
            split.numbers[..=last].reverse();
            if month_first && last == 2 {
                split.numbers.swap(1, 2);
            }
        }
    } else if !is_year_last && split.numbers[0].digits != 4 {
        return None;
    }
    Some(split)
}

/// The day of the week, or the word that says whose day it is.
fn is_remark(text: &str) -> bool {
    let word = text.trim_matches(['(', ')']);
    let day = ["星期", "礼拜", "周"]
        .iter()
        .find_map(|it| word.strip_prefix(it));
    match day {
        Some(day) => day.len() == 3 && "一二三四五六日天".contains(day),
        None => matches!(word, "生" | "出生"),
    }
}

#[inline(never)]
fn numeral(c: char) -> Option<char> {
    if matches!(c, '○' | '◯' | '零') {
        return Some('0');
    }
    let at = "〇一二三四五六七八九".find(c)?;
    char::from_digit(at as u32 / 3, 10)
}

/// The number of the month that a word of three letters at least is the name of.
fn month_named(word: &str) -> Option<&'static str> {
    let begin = word.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.find(&*begin).filter(|it| it % 3 == 0)?;
    let numbers = [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
    ];
    numbers.get(at / 3).copied().filter(|_| word.len() <= 9)
}
