//! What the text of a column with a list means, however it is spelled.
//!
//! A table takes a text as it is written. Here it is looked up as it will be once what the rules of spelling
//! propose (outer space, invisible characters, an apostrophe, width, radicals, compatibility characters, a code
//! beside the text) is done, so that a spelling hides nothing from the rules that compare the cell.

use roster_standard::{Entry, Listed, Table};
use roster_values::text::{compat, fold_radicals, half_width, is_white, strip};

/// How a text stands in a table, tidied where it has to be; a code beside it makes it unknown.
pub(crate) fn tidied(table: &'static Table, text: &str) -> Listed<'static> {
    let stripped = strip(text);
    if let found @ Listed::Label(_) = table.find(&stripped) {
        return found;
    }
    let narrow = half_width(&stripped);
    let folded = fold_radicals(&narrow);
    if folded.is_ascii() || !folded.contains(|it| compat(it).is_some()) {
        return table.find(&folded);
    }
    let ordinary: String = folded.chars().map(|it| compat(it).unwrap_or(it)).collect();
    table.find(&ordinary)
}

/// Like `tidied`, with a code beside the text, which must not contradict it. One that the list does not have says
/// nothing.
pub(crate) fn meant(table: &'static Table, text: &str) -> Listed<'static> {
    let found = tidied(table, text);
    if found != Listed::Unknown {
        return found;
    }
    split(table, text)
        .filter(|(code, meant)| table.find(code).entry().is_none_or(|it| it == *meant))
        .map_or(Listed::Unknown, |it| Listed::Alias(it.1))
}

/// A code and a text of the table, in either order.
pub(crate) fn split<'t>(table: &'t Table, text: &str) -> Option<(String, &'t Entry)> {
    if !text.contains(|c: char| c.is_numeric()) {
        return None;
    }
    let tidy = half_width(&strip(text)).into_owned();
    let text = tidy.as_str();
    let is_digit = |c: char| c.is_ascii_digit();
    let is_sign = |c: char| is_white(c) || "-_.、,，:：—–~()（）[]【】/|".contains(c);
    let label = |part: &str| match table.find(part.trim_matches(is_sign)) {
        Listed::Label(it) | Listed::Alias(it) => Some(it),
        _ => None,
    };
    let opened = text.trim_start_matches(is_sign);
    let behind = opened.trim_start_matches(is_digit);
    if behind.len() < opened.len()
        && let Some(meant) = label(behind)
    {
        return Some((opened[..opened.len() - behind.len()].to_owned(), meant));
    }
    let closed = text.trim_end_matches(is_sign);
    let before = closed.trim_end_matches(is_digit);
    let meant = label(before).filter(|_| before.len() < closed.len())?;
    Some((closed[before.len()..].to_owned(), meant))
}
