//! A date-like text taken apart into its numbers and the signs between them.
//!
//! Shared by the readers of days and of months. It knows the spellings of the signs and nothing of
//! the calendar.

use super::odd::split_odd;
use crate::text::{half_width, is_white, kangxi, radical};

/// Up to three numbers and the sign after each of them.
#[derive(Default, Debug)]
pub(super) struct Split {
    /// How many of `numbers` are there, 1 to 3.
    pub(super) count: usize,
    /// The numbers in the order written.
    pub(super) numbers: [Number; 3],
    /// The sign after each number; `None` after the last one if the text ends with it.
    pub(super) signs: [Option<Sign>; 3],
    /// True if a time of day followed and was left out.
    pub(super) with_time: bool,
}

/// One run of ASCII digits.
#[derive(Default, Clone, Copy, Debug)]
pub(super) struct Number {
    /// Its value; runs of more than 14 digits are refused before they get here.
    pub(super) value: u64,
    /// How many digits were written.
    pub(super) digits: usize,
}

/// A sign between numbers, by what it means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sign {
    Dash,
    Slash,
    Dot,
    Year,
    Month,
    Day,
}

/// Takes a stripped text apart; None if it holds anything a date does not.
pub(super) fn split(stripped: &str) -> Option<Split> {
    split_usual(stripped).or_else(|| split_odd(stripped))
}

pub(super) fn split_usual(stripped: &str) -> Option<Split> {
    let narrow = half_width(stripped);
    let (day_part, with_time) = without_time(&narrow);
    let mut split = Split {
        with_time,
        ..Split::default()
    };
    let mut in_number = false;
    for c in day_part.chars() {
        if is_white(c) {
            in_number = false;
        } else if let Some(digit) = c.to_digit(10) {
            if !in_number {
                // A new number needs a sign before it; white space alone does not part two numbers.
                if split.count == 3 || split.count > 0 && split.signs[split.count - 1].is_none() {
                    return None;
                }
                split.count += 1;
                in_number = true;
            }
            let number = &mut split.numbers[split.count - 1];
            if number.digits == 14 {
                return None;
            }
            number.value = number.value * 10 + u64::from(digit);
            number.digits += 1;
        } else {
            in_number = false;
            let sign = sign_of(c)?;
            let place = split.signs.get_mut(split.count.checked_sub(1)?)?;
            if place.replace(sign).is_some() {
                return None;
            }
        }
    }
    (split.count > 0).then_some(split)
}

pub(super) fn sign_of(c: char) -> Option<Sign> {
    // A date copied from a PDF may have the radical for the ideograph.
    Some(match kangxi(c).or_else(|| radical(c)).unwrap_or(c) {
        '-' | '‐'..='―' | '−' | '﹣' => Sign::Dash,
        '/' | '\\' | '⁄' | '∕' => Sign::Slash,
        '.' | '。' | '·' | '、' | '・' | '｡' => Sign::Dot,
        '年' => Sign::Year,
        '月' => Sign::Month,
        '日' | '号' | '號' => Sign::Day,
        _ => return None,
    })
}

/// The text before a time of day such as ` 00:00:00`, `T08:30:00Z`, `8时30分` or ` 12:00:00 AM`, and
/// whether there was one.
fn without_time(text: &str) -> (&str, bool) {
    let Some(start) = text.find(|c: char| is_white(c) || c == 'T') else {
        return (text, false);
    };
    let (day_part, time) = text.split_at(start);
    let has_mark = time.contains([':', '时', '點', '点']);
    let is_time = time.chars().all(|c| {
        is_white(c)
            || c.is_ascii_digit()
            || matches!(
                c,
                'T' | 'Z' | '+' | '-' | '.' | ':' | '时' | '分' | '秒' | '点' | '點'
            )
            || matches!(c, 'A' | 'P' | 'M' | 'a' | 'p' | 'm' | '上' | '下' | '午')
    });
    if has_mark && is_time {
        (day_part, true)
    } else {
        (text, false)
    }
}
