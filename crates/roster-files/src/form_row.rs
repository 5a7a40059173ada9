//! Tells a row of a form about one person from a header: it has words of headers too.

use roster_standard::header::{Header, find};

use crate::header::{HeaderColumn, HeaderFound};
use crate::row::Row;

/// Whether the row is one of a form about a single person, with a place for the answer behind every word:
/// 籍贯 | … | 民族 | 汉族 | 国籍 | …. A header that names a pupil may have such gaps, and no words below it.
pub(crate) fn is_form_row(found: &HeaderFound, rows: &[Row]) -> bool {
    let words = found.columns.iter().filter(|it| it.named().is_some());
    let mut pairs = words.clone().zip(words.clone().skip(1));
    // A word over merged cells is one.
    let are_apart = pairs
        .all(|(a, b)| b.position > a.position + 1 || a.meaning == b.meaning && a.text == b.text);
    if !are_apart || found.levels > 1 {
        return false;
    }
    let is_word_below = |it: &&HeaderColumn| {
        let below = rows.get(found.index + 1);
        below.is_some_and(|row| matches!(find(row.text_at(it.position)), Header::Column(_)))
    };
    !found.names_a_pupil() || words.filter(is_word_below).nth(1).is_some()
}
