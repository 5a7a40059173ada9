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

/// A code and a text of the table, in either order. Digits may be any, letters are a code of the table.
pub(crate) fn split<'t>(table: &'t Table, text: &str) -> Option<(String, &'t Entry)> {
    let tidy = half_width(&strip(text)).into_owned();
    split_at(table, &tidy, |c| c.is_ascii_digit()).or_else(|| {
        let found = split_at(table, &tidy, |c| c.is_ascii_alphabetic());
        found.filter(|it| matches!(table.find(&it.0), Listed::Code(_)))
    })
}

fn split_at<'t>(
    table: &'t Table,
    text: &str,
    is_code: fn(char) -> bool,
) -> Option<(String, &'t Entry)> {
    let is_sign = |c: char| is_white(c) || "-_.、,，:：—–~()（）[]【】/|".contains(c);
    let label = |part: &str| match table.find(part.trim_matches(is_sign)) {
        Listed::Label(it) | Listed::Alias(it) => Some(it),
        _ => None,
    };
    let opened = text.trim_start_matches(is_sign);
    let behind = opened.trim_start_matches(is_code);
    if behind.len() < opened.len()
        && let Some(meant) = label(behind)
    {
        return Some((opened[..opened.len() - behind.len()].to_owned(), meant));
    }
    let closed = text.trim_end_matches(is_sign);
    let before = closed.trim_end_matches(is_code);
    let meant = label(before).filter(|_| before.len() < closed.len())?;
    Some((closed[before.len()..].to_owned(), meant))
}
