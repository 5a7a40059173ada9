//! Tells a form about one person from a list: it has words of headers too.

use roster_model::Column;
use roster_standard::header::{Header, find};
use roster_values::date::read_date;

use crate::header::above::{is_name, is_number};
use crate::header::{HeaderColumn, HeaderFound, ROWS_MAX};
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

/// Whether the first rows are a form that somebody filled in: right behind 姓名 stands a name, and right behind
/// 性别, 出生日期 or a number what belongs there. What heads a list has the next word behind it. The parents further
/// down, under words of their own, are no list of pupils.
pub(crate) fn is_filled_form(rows: &[Row]) -> bool {
    let first = &rows[..rows.len().min(ROWS_MAX)];
    let answers = |column: Column, fits: fn(&str) -> bool| {
        first.iter().any(|row| {
            let pairs = row.filled().zip(row.filled().skip(1));
            let mut pairs = pairs.filter(|(word, _)| find(word.text) == Header::Column(column));
            pairs.any(|(_, answer)| fits(answer.text.trim()))
        })
    };
    answers(Column::Name, is_name)
        && (answers(Column::Sex, |it| matches!(it, "男" | "女"))
            || answers(Column::BirthDate, |it| read_date(it).date().is_some())
            || answers(Column::IdNumber, is_number))
}
