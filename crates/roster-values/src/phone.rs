//! Telephone numbers: mainland mobiles and landlines with their area code.
//!
//! Shape only: whether a number is in service is not knowable. Numbers from elsewhere are malformed
//! here; a rule may be lenient where a pupil is from elsewhere.

use crate::text::{half_width, is_placeholder, is_white, strip};

/// What the text of a phone cell means.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Phone {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// 11 digits, 13 to 19 in front.
    Mobile,
    /// Area code and number, `0431-81234567` or without the hyphen, perhaps with an extension.
    Landline,
    /// Two or more numbers, each of them right, with `/ 、 , ; |` or white space between them. Tidied.
    Several(Vec<String>),
    /// A right number with something around or inside it that does not belong: +86, 0086, spaces,
    /// hyphens, brackets, `.0`. Holds the number as it should be.
    Prefixed(String),
    /// No number of these shapes.
    Malformed,
}

/// Reads the text of a phone cell. Full width, invisible characters and outer white space do not
/// matter.
pub fn read_phone(text: &str) -> Phone {
    if is_mobile(text) {
        return Phone::Mobile;
    }
    let stripped = strip(text);
    let narrow = half_width(&stripped);
    if narrow.is_empty() {
        return Phone::Blank;
    }
    if is_placeholder(&narrow) {
        return Phone::Placeholder;
    }
    if is_mobile(&narrow) {
        return Phone::Mobile;
    }
    if is_landline(&narrow) {
        // Other full-width signs have a rule of their own; the hyphen alone has none.
        let is_wide_hyphen_alone = stripped.contains('－') && stripped.replace('－', "-") == narrow;
        return if is_wide_hyphen_alone {
            Phone::Prefixed(narrow.into_owned())
        } else {
            Phone::Landline
        };
    }
    // Nothing longer than four numbers in full dress is worth the work.
    if narrow.len() > 120 {
        return Phone::Malformed;
    }
    match one_number(&narrow) {
        Some(number) => Phone::Prefixed(number),
        None => several(&narrow).map_or(Phone::Malformed, Phone::Several),
    }
}

/// The digits of a right number, by which numbers are compared whatever signs stand between them; none
/// for anything but one right number.
pub fn phone_key(text: &str) -> Option<u64> {
    if is_mobile(text) {
        return text.parse().ok();
    }
    let number = match read_phone(text) {
        Phone::Mobile | Phone::Landline => half_width(&strip(text)).into_owned(),
        Phone::Prefixed(number) => number,
        _ => return None,
    };
    // Eighteen digits at most: area, number and extension.
    let mut key = 0_u64;
    for digit in number.bytes().filter(u8::is_ascii_digit) {
        key = key.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
    }
    Some(key)
}

/// A landline whose area code lost its zero, as when a spreadsheet takes it for a number; the number
/// with the zero. None for anything that is right as it is, and where no area has such a code.
pub fn with_lost_zero(text: &str) -> Option<String> {
    let stripped = strip(text);
    let narrow = half_width(&stripped);
    let bare = narrow.strip_suffix(".0").unwrap_or(&narrow);
    let (area, rest) = bare.split_once('-').or_else(|| {
        let area = match bare.as_bytes() {
            [b'1', b'0', ..] | [b'2', ..] => 2,
            _ => 3,
        };
        Some((bare.get(..area)?, bare.get(area..)?))
    })?;
    // No number of a landline begins with 0 or 1; those of the largest cities have eight digits.
    let digits = all_digits(rest.as_bytes()) && rest.starts_with(|c| ('2'..='9').contains(&c));
    let length = if area.len() == 2 { 8..=8 } else { 7..=8 };
    (digits && length.contains(&rest.len()) && is_area(area)).then(|| format!("0{bare}"))
}

/// An area code of the mainland that is in use, without its zero. 886 is left out: with it begin the
/// numbers of Taiwan.
fn is_area(digits: &str) -> bool {
    let Ok(code) = digits.parse::<u16>() else {
        return false;
    };
    match digits.len() {
        2 => matches!(code, 10 | 20..=25 | 27..=29),
        3 => matches!(
            code,
            310..=319 | 335 | 349..=359 | 370..=377 | 379 | 391..=396 | 398 | 411 | 412
                | 415..=419 | 421 | 427 | 429 | 431..=439 | 451..=459 | 464 | 467..=479 | 482 | 483
                | 510..=519 | 523 | 527 | 530..=539 | 543 | 546 | 550..=559 | 561..=564 | 566
                | 570..=580 | 591..=599 | 631..=633 | 635 | 660 | 662 | 663 | 668 | 691 | 692 | 701
                | 710..=719 | 722 | 724 | 728 | 730 | 731 | 734..=739 | 743..=746 | 750..=760 | 762
                | 763 | 766 | 768..=779 | 790..=799 | 812 | 813 | 816..=818 | 825..=827 | 830..=839
                | 851 | 854..=859 | 870..=879 | 883 | 887 | 888 | 891..=898 | 901..=903 | 906 | 908
                | 909 | 911..=917 | 919 | 930..=939 | 941 | 943 | 951..=955 | 970..=977 | 979
                | 990..=999
        ),
        _ => false,
    }
}

fn is_mobile(text: &str) -> bool {
    matches!(text.as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 && all_digits(rest))
}

/// `0` and two or three digits of area, perhaps a hyphen, seven or eight digits, perhaps a hyphen and
/// an extension of one to six digits.
fn is_landline(text: &str) -> bool {
    if !text.starts_with('0') {
        return false;
    }
    let mut parts = text.split('-');
    let (first, second, third, more) = (parts.next(), parts.next(), parts.next(), parts.next());
    let digits = |part: &str| all_digits(part.as_bytes());
    let extension = |part: &str| (1..=6).contains(&part.len()) && digits(part);
    let number = |part: &str| (7..=8).contains(&part.len()) && digits(part);
    let area = |part: &str| (3..=4).contains(&part.len()) && digits(part);
    let joined = |part: &str| {
        let own = part.len().saturating_sub(area_length(part));
        (7..=8).contains(&own) && digits(part) && !part.starts_with("00")
    };
    match (first, second, third, more) {
        (Some(one), None, None, None) => joined(one),
        (Some(one), Some(two), None, None) => {
            area(one) && number(two) || joined(one) && extension(two)
        }
        (Some(one), Some(two), Some(three), None) => area(one) && number(two) && extension(three),
        _ => false,
    }
}

/// How long the area code is with which the digits begin: three digits in the largest cities, elsewhere four.
fn area_length(digits: &str) -> usize {
    if digits.starts_with("01") || digits.starts_with("02") {
        3
    } else {
        4
    }
}

/// The one number that the text holds besides signs that do not belong.
fn one_number(text: &str) -> Option<String> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    let usual = |c: &char| c.is_ascii_digit() || *c == '+' || is_filler(*c);
    if !text.chars().all(|c| usual(&c)) {
        return None;
    }
    let digits: String = text.chars().filter(|&c| !is_filler(c)).collect();
    let bare = ["+0086", "+86", "0086", "86"]
        .iter()
        .find_map(|prefix| digits.strip_prefix(prefix));
    for number in [Some(digits.as_str()), bare].into_iter().flatten() {
        if is_mobile(number) {
            return Some(number.to_owned());
        }
    }
    // A landline keeps its hyphens, since they say where the area code ends.
    let dashed: String = text
        .chars()
        .filter_map(|c| match c {
            ')' | '‐'..='―' | '−' => Some('-'),
            c if is_filler(c) && c != '-' => None,
            c => Some(c),
        })
        .collect();
    let bare = ["+86-", "+86", "0086-", "0086"]
        .iter()
        .find_map(|prefix| dashed.strip_prefix(prefix));
    let with_zero = bare.map(|rest| {
        if rest.starts_with('0') {
            rest.to_owned()
        } else {
            format!("0{rest}")
        }
    });
    [Some(dashed), with_zero, Some(digits)]
        .into_iter()
        .flatten()
        .find(|number| is_landline(number))
}

/// Two to four right numbers.
fn several(text: &str) -> Option<Vec<String>> {
    let between = |c: char| {
        matches!(
            c,
            '/' | '\\' | '、' | ',' | '，' | ';' | '；' | '|' | '和' | '或'
        )
    };
    let by_sign: Vec<&str> = text
        .split(between)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let parts = if by_sign.len() > 1 {
        by_sign
    } else {
        text.split(is_white)
            .filter(|part| !part.is_empty())
            .collect()
    };
    if !(2..=4).contains(&parts.len()) {
        return None;
    }
    parts
        .into_iter()
        .map(|part| {
            if is_mobile(part) || is_landline(part) {
                Some(part.to_owned())
            } else {
                one_number(part)
            }
        })
        .collect()
}

fn is_filler(c: char) -> bool {
    is_white(c) || matches!(c, '-' | '(' | ')' | '.' | '‐'..='―' | '−')
}

fn all_digits(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_digit)
}
