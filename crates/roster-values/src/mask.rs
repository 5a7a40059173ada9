//! Values with most of their characters hidden, for reports that leave the clerk's desk.
//!
//! A masked value tells its owner which cell is meant and tells others little. It is not encryption
//! and not anonymity. Text with anything visible in it is never given back unchanged.
//!
//! Of names and numbers the length is honest, and so are the signs and blanks among them, since they may be what is
//! wrong: a number of ten digits does not look like one of eleven.

use crate::text::{half_width_char, is_control, is_invisible, is_white, trim};

/// The words and letters that stand in dates: `2015年9月1日`, `2015-09-01T00:00Z`.
const DATE_WORDS: &str = "年月日号时分秒TZ";

/// What stands for a blank, or for a character that nobody sees.
const BLANK: char = '␣';

/// Longer values are cut short.
const CHARACTERS_MAX: usize = 40;

/// `张三丰` as `张**`: the first character, and a star for each of the others.
pub fn name(text: &str) -> String {
    hide(text, |at, count, _| at == 0 && count > 1)
}

/// `110101201509010016` as `110101********0016`: of 15 characters and more the first six and the last
/// four, of seven to 14 the first two and the last two, of fewer the first. A name beside the number goes.
pub fn number(text: &str) -> String {
    let number = trim(text);
    let count = number.chars().count();
    let (front, back) = match count {
        15.. => (6, 4),
        7..15 => (2, 2),
        _ => return name(text),
    };
    hide_number(text, front, back)
}

/// `13812345678` as `138****5678`; of fewer than ten characters only the first stays. A name beside it goes.
pub fn phone(text: &str) -> String {
    if trim(text).chars().count() < 10 {
        return name(text);
    }
    hide_number(text, 3, 4)
}

/// The first six characters and `***`; of fewer than ten characters the first two.
pub fn address(text: &str) -> String {
    let address = trim(text);
    if address.contains(['@', '＠']) {
        return mail(text);
    }
    let front = match address.chars().count() {
        0 => return String::new(),
        1..=3 => 0,
        4..10 => 2,
        _ => 6,
    };
    changed(text, keep(address, front, 0, 3))
}

/// `wang@example.com` as `wa***`: the first two characters, if they are letters or digits.
pub fn mail(text: &str) -> String {
    let mail = trim(text);
    if mail.chars().count() <= 2 {
        return short(text);
    }
    let kept = keep(mail, 2, 0, 3);
    let shown = kept.chars();
    let shown = shown.map(|it| if it.is_ascii_alphanumeric() { it } else { '*' });
    changed(text, shown.collect())
}

/// `20150901` as `2015****`, `2015-09-01` as `2015-**-**`: a leading year of four digits stays, every
/// other digit goes. Of what has other words than those of a date, only the first character stays.
pub fn birth(text: &str) -> String {
    let birth = trim(text);
    let is_digit = |c: char| half_width_char(c).is_ascii_digit();
    let is_other = |c: char| c.is_alphabetic() && !DATE_WORDS.contains(c);
    if !birth.contains(is_digit) || birth.contains(is_other) {
        return short(text);
    }
    let run = birth.chars().take_while(|&c| is_digit(c)).count();
    let year = if run == 4 || run == 8 { 4 } else { 0 };
    let hidden = birth.chars().enumerate();
    changed(
        text,
        hidden
            .map(|(at, c)| if is_digit(c) && at >= year { '*' } else { c })
            .collect(),
    )
}

/// Anything else: the first character and `*`; a single character is all hidden.
pub fn short(text: &str) -> String {
    let trimmed = trim(text);
    match trimmed.chars().count() {
        0 => String::new(),
        1 => changed(text, "*".to_owned()),
        _ => changed(text, keep(trimmed, 1, 0, 1)),
    }
}

/// `front` characters, `stars` stars, `back` characters.
fn keep(text: &str, front: usize, back: usize, stars: usize) -> String {
    let end = text.char_indices().nth(front).map_or(text.len(), |it| it.0);
    let mut masked = String::with_capacity(text.len());
    masked.push_str(&text[..end]);
    masked.extend(std::iter::repeat_n('*', stars));
    if back > 0 {
        let last = text.char_indices().nth_back(back - 1).map_or(0, |it| it.0);
        masked.push_str(&text[last..]);
    }
    masked
}

/// So many characters at both ends: of a number its digits, the X that may end it and the letter that may begin it.
fn hide_number(text: &str, front: usize, back: usize) -> String {
    hide(text, |at, count, c| {
        let narrow = half_width_char(c);
        let is_of_number = narrow.is_ascii_digit()
            || matches!(narrow, 'X' | 'x')
            || at == 0 && narrow.is_ascii_alphabetic();
        is_of_number && (at < front || at + back >= count)
    })
}

/// A star for every letter and digit that `is_shown` does not show; it is told where a character stands between blank
/// ends, how many there are, and the character.
fn hide(text: &str, is_shown: impl Fn(usize, usize, char) -> bool) -> String {
    let inner = trim(text);
    let count = inner.chars().count();
    if count == 0 {
        return String::new();
    }
    let before = text[..text.len() - text.trim_start_matches(is_unseen).len()]
        .chars()
        .count();
    let shown = text.chars().take(CHARACTERS_MAX).enumerate();
    let shown = shown.map(|(at, c)| match at.checked_sub(before) {
        _ if is_unseen(c) => BLANK,
        Some(at) if at < count && is_shown(at, count, c) => c,
        _ if is_sign(c) => c,
        _ => '*',
    });
    changed(text, shown.collect())
}

fn is_unseen(c: char) -> bool {
    is_white(c) || is_invisible(c) || is_control(c)
}

/// Signs that stand in and around numbers and names, and tell nothing of them.
fn is_sign(c: char) -> bool {
    c.is_ascii_punctuation() || "－—–·•．・（），、；：／".contains(c)
}

/// The masked text, or stars alone where masking would have given the text itself back.
fn changed(text: &str, masked: String) -> String {
    if masked != text || trim(text).is_empty() {
        return masked;
    }
    "*".repeat(text.chars().count().min(8) + 1)
}
