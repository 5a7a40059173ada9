//! Compares the numbers of passports and permits, which have no check digit and no birth date.

use roster_values::text::{is_placeholder, tidy_code};

use super::numbers::{
    MISSING, NEXT_DOCUMENT, ONE_EDIT_AT_END, OTHER_DOCUMENT, SAME_DOCUMENT, SWAPPED_AT_END,
};
use crate::people::keys::stands_for_nothing;

/// Whether a text tells of some document.
pub(crate) fn is_document(text: &str) -> bool {
    document_key(text).is_some()
}

/// The number of a passport or a permit in one form, where a text tells of some document.
pub(crate) fn document_key(text: &str) -> Option<String> {
    let tidy = tidy_code(text);
    let has_digit = tidy.bytes().any(|byte| byte.is_ascii_digit());
    let tells =
        tidy.len() >= 6 && has_digit && !is_placeholder(&tidy) && !stands_for_nothing(&tidy);
    tells.then(|| tidy.to_ascii_uppercase())
}

/// The numbers of two passports or permits, as they stand in their cells.
pub(crate) fn documents(one: &str, other: &str) -> u8 {
    let (Some(one), Some(other)) = (document_key(one), document_key(other)) else {
        return MISSING;
    };
    if one == other {
        SAME_DOCUMENT
    } else if differ_in_one(&one, &other) {
        if are_next(&one, &other) {
            NEXT_DOCUMENT
        } else {
            ONE_EDIT_AT_END
        }
    } else if are_exchanged(one.as_bytes(), other.as_bytes()) {
        SWAPPED_AT_END
    } else {
        OTHER_DOCUMENT
    }
}

/// Whether one character is another.
fn differ_in_one(one: &str, other: &str) -> bool {
    let pairs = one.bytes().zip(other.bytes());
    one.len() == other.len() && pairs.filter(|(a, b)| a != b).count() == 1
}

/// Whether the last digits are one or two apart, as of documents that a family applied for together.
fn are_next(one: &str, other: &str) -> bool {
    let last = |it: &str| it.chars().last()?.to_digit(10);
    let apart = last(one).zip(last(other)).map(|(a, b)| a.abs_diff(b));
    apart.is_some_and(|it| (1..=2).contains(&it))
}

/// Whether two neighbours are exchanged and nothing else differs.
fn are_exchanged(one: &[u8], other: &[u8]) -> bool {
    let at = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[at..], &other[at..]);
    one.len() > 1
        && one.len() == other.len()
        && one[..2] == [other[1], other[0]]
        && one[2..] == other[2..]
}
