//! E-mail addresses, by their shape.
//!
//! Only what every mail system demands: one @, something before it, a domain with a dot behind it.
//! Whether a mailbox exists is not knowable.

use crate::text::{half_width, is_placeholder, is_white, strip};

/// What the text of an e-mail cell means.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Email {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// An address.
    Address,
    /// An address but for signs of the Chinese keyboard or white space; as it should be.
    Untidy(String),
    /// No address.
    Malformed,
}

/// Reads the text of an e-mail cell. Invisible characters, outer white space and full-width letters
/// do not matter.
pub fn read_email(text: &str) -> Email {
    let stripped = strip(text);
    if stripped.is_empty() {
        return Email::Blank;
    }
    if is_placeholder(&stripped) {
        return Email::Placeholder;
    }
    let narrow = half_width(&stripped);
    if is_address(&narrow) {
        return Email::Address;
    }
    let tidy: String = narrow
        .chars()
        .filter(|c| !is_white(*c))
        .map(|c| match c {
            '＠' => '@',
            '。' | '，' | ',' | '、' => '.',
            other => other,
        })
        .collect();
    if is_address(&tidy) {
        Email::Untidy(tidy)
    } else {
        Email::Malformed
    }
}

fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let is_local = |c: char| {
        c.is_alphanumeric() && !is_cjk(c)
            || c.is_ascii_punctuation() && !"@(),:;<>[]\"\\".contains(c)
    };
    let is_label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    (1..=64).contains(&local.len())
        && local.chars().all(is_local)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && domain.len() <= 253
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
