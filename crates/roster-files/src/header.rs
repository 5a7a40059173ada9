//! Finds the header among the first rows of a sheet and joins a header of two levels.
//!
//! A header is recognised by its words alone, never by position and never by resemblance. What
//! the words are is the business of `roster_standard::header`.

use std::collections::BTreeSet;

use roster_model::{Column, Merged};
use roster_standard::AnyColumn;
use roster_standard::header::{Header, find, find_in_group};

use crate::OwnHeaders;
use crate::above::{is_name, is_number, is_pupil};
use crate::form_row::is_form_row;
use crate::header_again::is_in_latin;
use crate::row::Row;

/// One column of the header.
#[derive(Clone, Debug)]
pub(crate) struct HeaderColumn {
    pub(crate) position: u16,
    /// As the file has it; the words of two levels are joined.
    pub(crate) text: String,
    pub(crate) meaning: Header,
    /// The column by a header that is not the standard's, which goes before it.
    pub(crate) own: Option<AnyColumn>,
}

impl HeaderColumn {
    /// The column that the header names.
    pub(crate) fn named(&self) -> Option<AnyColumn> {
        self.own.or(match self.meaning {
            Header::Column(column) => Some(AnyColumn::Known(column)),
            _ => None,
        })
    }
}

/// What words of a header may mean beside those of the standard, and how far they reach.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) merged: &'a [Merged],
    pub(crate) own: &'a OwnHeaders,
}

impl Words<'_> {
    fn column(&self, position: u16, text: &str, meaning: Header) -> HeaderColumn {
        HeaderColumn {
            position,
            text: text.to_owned(),
            meaning,
            own: self.own.find(text),
        }
    }

    fn is_known(&self, text: &str) -> bool {
        find(text) != Header::Unknown || self.own.find(text).is_some()
    }
}

/// A header, and which of the rows it was found in.
#[derive(Clone, Debug)]
pub(crate) struct HeaderFound {
    /// Index of its first row.
    pub(crate) index: usize,
    /// One or two.
    pub(crate) levels: usize,
    pub(crate) columns: Vec<HeaderColumn>,
}

impl HeaderFound {
    pub(crate) fn known(&self) -> BTreeSet<AnyColumn> {
        roster_order::set(self.columns.iter().filter_map(HeaderColumn::named))
    }

    pub(crate) fn names_a_pupil(&self) -> bool {
        let names = [Column::Name, Column::IdNumber, Column::StudentNumber].map(AnyColumn::Known);
        let mut named = self.columns.iter().filter_map(HeaderColumn::named);
        named.any(|it| names.contains(&it))
    }

    /// Names and nothing else but their serial numbers: no heading that somebody has to fill in has
    /// its word alone.
    fn is_bare_list(&self) -> bool {
        let others = self.columns.iter();
        let mut others = others.filter(|it| it.named().is_none());
        self.levels == 1 && others.all(|it| matches!(it.meaning, Header::Ignored))
    }

    /// Few known words in a row of many are no header: a sentence may contain 姓名.
    fn is_convincing(&self) -> bool {
        let known = self.known();
        let names_a_pupil = self.names_a_pupil();
        // A form that somebody filled in has a value beside every word.
        let is_value = |it: &&HeaderColumn| {
            let text = it.text.trim();
            let first = text.bytes().take_while(u8::is_ascii_digit);
            let is_number = first.count() >= VALUE_DIGITS_MIN;
            is_number || is_choice(text)
        };
        let values = self.columns.iter().filter(is_value).count();
        if values > 0 && values * 3 >= known.len() {
            return false;
        }
        match known.len() {
            0 => false,
            1 => names_a_pupil && self.is_bare_list(),
            2 => names_a_pupil && self.columns.len() <= 4,
            3 => names_a_pupil,
            _ => true,
        }
    }
}

/// Rows with anything in them among which the header is looked for.
pub(crate) const ROWS_MAX: usize = 15;
/// Rows among which one that cannot be mistaken is looked for still.
pub(crate) const ROWS_FAR_MAX: usize = 1000;
/// So many digits begin a date or a number of somebody.
const VALUE_DIGITS_MIN: usize = 6;
/// Known words that make a header so.
const KNOWN_FAR_MIN: usize = 4;
/// Cells of a row that are looked at for them.
const CELLS_FAR_MAX: usize = 512;
/// Rows below a header that have to fit where few of its words are known.
const ROWS_BELOW: usize = 3;
/// A longer text is no word over a column of a school's own.
const WORD_CHARS_MAX: usize = 10;
/// A longer text is no word of a header.
pub(crate) const WORD_BYTES_MAX: usize = 256;

/// The best header among the first rows; the first of equally good ones.
pub(crate) fn find_header(rows: &[Row], words: Words<'_>) -> Option<HeaderFound> {
    let mut best: Option<(usize, HeaderFound)> = None;
    for index in 0..rows.len().min(ROWS_MAX) {
        // Below the same in English stands the header that a template knows.
        let is_below_english = |above: &HeaderFound| {
            above.index + above.levels == index
                && is_in_latin(&rows[above.index])
                && !is_in_latin(&rows[index])
        };
        for found in candidates(rows, index, words) {
            let score = found.known().len();
            let is_better = best.as_ref().is_none_or(|(high, earlier)| {
                // Below a header and its pupils another one may have a column more.
                let is_more = score > *high || score * 2 >= *high && is_below_english(earlier);
                is_more
                    && !rows[earlier.index..index]
                        .iter()
                        .any(|it| is_pupil(it, &earlier.columns))
            });
            if is_better && found.is_convincing() && !is_form_row(&found, rows) {
                best = Some((score, found));
            }
        }
    }
    let found = best.map(|(_, found)| found);
    found.or_else(|| few_known(rows, words))
}

/// A header most of whose columns are a school's own, known by what stands below it.
fn few_known(rows: &[Row], words: Words<'_>) -> Option<HeaderFound> {
    (0..rows.len().min(ROWS_MAX)).find_map(|index| {
        let found = HeaderFound {
            index,
            levels: 1,
            columns: one_level(&rows[index], words),
        };
        let is_header = rows[index].filled().all(|it| is_plain_word(it.text));
        (is_header && has_people_below(&found, &rows[index + 1..])).then_some(found)
    })
}

/// A word over a column, neither a sentence nor a value nor something to be filled in beside it.
fn is_plain_word(text: &str) -> bool {
    let is_of_word = |it: char| it.is_alphanumeric() || "/()（）.*".contains(it);
    let text: String = text.split_whitespace().collect();
    text.chars().count() <= WORD_CHARS_MAX
        && text.chars().all(is_of_word)
        && !text.starts_with(|it: char| it.is_ascii_digit())
        && !is_choice(&text)
}

/// What is filled in and heads no column.
fn is_choice(text: &str) -> bool {
    matches!(text, "男" | "女" | "是" | "否" | "有" | "无")
}

/// Whether the header has two known columns, a name or an identity number among them, or one of numbers,
/// and most of the next rows have there what belongs there.
fn has_people_below(found: &HeaderFound, below: &[Row]) -> bool {
    let at = |column| {
        let named = Some(AnyColumn::Known(column));
        found.columns.iter().find(|it| it.named() == named)
    };
    let below = &below[..below.len().min(ROWS_BELOW)];
    let fit = |column: Column, fits: fn(&str) -> bool| {
        let count = |it: &HeaderColumn| {
            let texts = below.iter().map(|row| row.text_at(it.position).trim());
            texts.filter(|it| fits(it)).count()
        };
        at(column).is_some_and(|it| count(it) * 2 > below.len())
    };
    fit(Column::IdNumber, is_number) || found.known().len() > 1 && fit(Column::Name, is_name)
}

/// The header in the first row, far below where headers stand: only if it cannot be mistaken.
pub(crate) fn find_far_header(rows: &[Row], words: Words<'_>) -> Option<HeaderFound> {
    let cells = rows.iter().flat_map(|it| it.filled().take(CELLS_FAR_MAX));
    let known = cells.filter(|it| it.text.len() < WORD_BYTES_MAX && words.is_known(it.text));
    if known.take(KNOWN_FAR_MIN).count() < KNOWN_FAR_MIN {
        return None;
    }
    let found = header_at(rows, 0, words)?;
    (found.known().len() >= KNOWN_FAR_MIN && !is_form_row(&found, rows)).then_some(found)
}

/// The header in a row that the person has chosen.
pub(crate) fn header_at(rows: &[Row], index: usize, words: Words<'_>) -> Option<HeaderFound> {
    let mut best = None;
    for found in candidates(rows, index, words) {
        let score = found.known().len();
        if best.as_ref().is_none_or(|(high, _)| score > *high) {
            best = Some((score, found));
        }
    }
    best.map(|(_, found)| found)
}

fn candidates(rows: &[Row], index: usize, words: Words<'_>) -> Vec<HeaderFound> {
    let Some(upper) = rows.get(index) else {
        return Vec::new();
    };
    let lower = rows
        .get(index + 1)
        .filter(|lower| lower.number == upper.number + 1);
    let one = HeaderFound {
        index,
        levels: 1,
        columns: one_level(upper, words),
    };
    let two = lower.and_then(|lower| two_levels(upper, lower, words));
    let two = two.map(|columns| HeaderFound {
        index,
        levels: 2,
        columns,
    });
    if two.is_some() && lower.is_some_and(|lower| is_one_header(upper, lower, words.merged)) {
        return two.into_iter().collect();
    }
    two.into_iter().chain([one]).collect()
}

/// Whether a cell is merged over both rows: what stands beside it below is a part of the header.
fn is_one_header(upper: &Row, lower: &Row, merged: &[Merged]) -> bool {
    let mut blocks = merged.iter();
    blocks.any(|it| it.first_row == upper.number && it.last_row == lower.number)
}

/// What a word means that has no word below it.
pub(crate) fn alone(text: &str) -> Header {
    match find(text) {
        // A column headed 监护人 holds a name.
        Header::Group(group) => find_in_group(group, "姓名"),
        meaning => meaning,
    }
}

/// A word over merged cells heads every column below them.
fn one_level(row: &Row, words: Words<'_>) -> Vec<HeaderColumn> {
    let mut columns = Vec::new();
    for cell in row.filled() {
        let meaning = alone(cell.text);
        let last = reach(words.merged, row.number, cell.position).unwrap_or(cell.position);
        let covered = (cell.position + 1..=last).filter(|&it| row.text_at(it).is_empty());
        for position in std::iter::once(cell.position).chain(covered) {
            columns.push(words.column(position, cell.text, meaning));
        }
    }
    roster_order::sort_by_key(&mut columns, |it| it.position);
    columns.dedup_by_key(|it| it.position);
    columns
}

/// The last position of the merged block that begins at a cell.
fn reach(merged: &[Merged], row: u32, position: u16) -> Option<u16> {
    let mut blocks = merged.iter();
    let block = blocks.find(|it| it.first_row == row && it.first_position == position)?;
    Some(block.last_position)
}

/// A lower row belongs to the header only if it leaves every known word above it alone, and if at least half
/// of its own words are known, or cells merged over both rows prove it. A lone word above it is a title. A
/// known word over merged cells, such as 联系方式, may gather columns that have words of their own; where
/// nothing is merged, as in a text file, only if the lower row has words of headers alone.
fn two_levels(upper: &Row, lower: &Row, header: Words<'_>) -> Option<Vec<HeaderColumn>> {
    let is_heading = |text: &str| header.is_known(text) || is_section(text);
    if upper.filled().filter(|cell| is_heading(cell.text)).count() < 2 {
        return None;
    }
    let mut positions: Vec<u16> = upper
        .filled()
        .chain(lower.filled())
        .map(|cell| cell.position)
        .collect();
    roster_order::sort(&mut positions);
    positions.dedup();
    let mut columns = Vec::with_capacity(positions.len());
    let is_proven = is_one_header(upper, lower, header.merged);
    // Nobody's data are all words of headers.
    let is_all_words = lower.filled().all(|it| header.is_known(it.text));
    let (mut above, mut words, mut known) = ("", 0, 0);
    // Where cells are merged, a word reaches as far as its block; else up to the next word.
    let is_merged = header.merged.iter().any(|it| it.first_row == upper.number);
    let mut above_until = u16::MAX;
    let mut gathers = false;
    for position in positions {
        let (top, sub) = (
            upper.text_at(position).trim(),
            lower.text_at(position).trim(),
        );
        if !top.is_empty() {
            above = top;
            let block = reach(header.merged, upper.number, position);
            let is_next_below = || {
                upper.text_at(position + 1).trim().is_empty()
                    && !lower.text_at(position + 1).trim().is_empty()
            };
            gathers = block.is_some_and(|it| it > position)
                || !is_merged && is_all_words && is_next_below();
            above_until = if is_merged {
                block.unwrap_or(position)
            } else {
                u16::MAX
            };
        } else if position > above_until {
            above = "";
        }
        if sub.is_empty() {
            columns.push(header.column(position, top, alone(top)));
            above = "";
            continue;
        }
        let is_column = |text: &str| {
            matches!(find(text), Header::Column(_) | Header::Ignored)
                || header.own.find(text).is_some()
        };
        if is_column(top) && !gathers {
            return None;
        }
        let (text, meaning) = match join(above, sub) {
            (_, Header::Unknown) if is_column(above) && header.is_known(sub) => {
                (sub.to_owned(), find(sub))
            }
            joined => joined,
        };
        words += 1;
        let column = header.column(position, &text, meaning);
        known += usize::from(column.named().is_some() || column.meaning == Header::Ignored);
        columns.push(column);
    }
    (words > 0 && (is_proven || known * 2 >= words)).then_some(columns)
}

/// The word of a lower row together with the word that stands above it or to the upper left.
fn join(above: &str, sub: &str) -> (String, Header) {
    if above.is_empty() {
        return (sub.to_owned(), find(sub));
    }
    let joined = format!("{above}{sub}");
    let meaning = match find(above) {
        Header::Group(group) => find_in_group(group, sub),
        _ if is_section(above) => return (sub.to_owned(), find(sub)),
        _ => find(&joined),
    };
    // 联系电话 over 父亲 is 父亲联系电话.
    if meaning == Header::Unknown && matches!(find(sub), Header::Group(_)) {
        return (joined, find(&format!("{sub}{above}")));
    }
    (joined, meaning)
}

/// How a heading ends that only gathers columns.
const SECTION_ENDS: [&str; 4] = ["信息", "情况", "资料", "栏"];
/// What makes it a heading of somebody else's columns.
const SECTION_OTHERS: [&str; 8] = ["家", "父", "母", "监护", "成员", "联系人", "老师", "班主任"];

/// A heading such as 基本信息 that only gathers the pupil's own columns.
fn is_section(above: &str) -> bool {
    let above = above.trim();
    SECTION_ENDS.iter().any(|end| above.ends_with(end))
        && !SECTION_OTHERS.iter().any(|it| above.contains(it))
}
