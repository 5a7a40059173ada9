//! Finds the header among the first rows of a sheet.
//!
//! A header is recognised by its words alone, never by position and never by resemblance. What
//! the words are is the business of `roster_standard::header`.

pub(crate) mod about_form;
pub(crate) mod above;
pub(crate) mod again;
pub(crate) mod bare_list;
pub(crate) mod beside;
pub(crate) mod counts;
pub(crate) mod form_row;
pub(crate) mod levels;
pub(crate) mod nobody;
pub(crate) mod notes;
pub(crate) mod row_kind;
pub(crate) mod somebody;
pub(crate) mod table_beside;

use roster_model::{Column, Merged};
use roster_standard::AnyColumn;
use roster_standard::header::{Header, find, find_in_group};

use crate::OwnHeaders;
use crate::header::about_form::{has_both_choices, is_choice};
use crate::header::above::{is_name, is_number, is_pupil};
use crate::header::again::is_in_latin;
use crate::header::form_row::is_form_row;
use crate::header::levels::{is_one_header, pupil_above, reach, two_levels};
use crate::row::{Row, RowCell};

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

    fn names_a_pupil(&self) -> bool {
        matches!(self.named(), Some(AnyColumn::Known(column)) if column.names_a_pupil())
    }
}

/// What words of a header may mean beside those of the standard, and how far they reach.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) merged: &'a [Merged],
    pub(crate) own: &'a OwnHeaders,
}

impl Words<'_> {
    pub(crate) fn column(&self, position: u16, text: &str, meaning: Header) -> HeaderColumn {
        HeaderColumn {
            position,
            text: text.to_owned(),
            meaning,
            own: self.own.find(text),
        }
    }

    pub(crate) fn is_known(&self, text: &str) -> bool {
        find(text) != Header::Unknown || self.own.find(text).is_some()
    }
}

/// A header, and which of the rows it was found in.
#[derive(Clone, Debug)]
pub(crate) struct HeaderFound {
    /// Index of its first row.
    pub(crate) index: usize,
    /// One to three.
    pub(crate) levels: usize,
    pub(crate) columns: Vec<HeaderColumn>,
}

impl HeaderFound {
    pub(crate) fn known(&self) -> Vec<AnyColumn> {
        let mut known: Vec<_> = self
            .columns
            .iter()
            .filter_map(HeaderColumn::named)
            .collect();
        roster_order::sort(&mut known);
        known.dedup();
        known
    }

    pub(crate) fn names_a_pupil(&self) -> bool {
        self.columns.iter().any(HeaderColumn::names_a_pupil)
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
        let has_both = names_a_pupil && has_both_choices(self.columns.iter().map(|it| &*it.text));
        // A form that somebody filled in has a value beside every word.
        let is_value = |it: &&HeaderColumn| {
            let text = it.text.trim();
            let first = text.bytes().take_while(u8::is_ascii_digit);
            let is_number = first.count() >= VALUE_DIGITS_MIN;
            is_number || is_choice(text) && !has_both
        };
        let values = self.columns.iter().filter(is_value).count();
        if values > 0 && values * 3 >= known.len() {
            return false;
        }
        match known.len() {
            0 => false,
            // What stands below another heading is another person's.
            1 | 2 if self.levels > 1 => names_a_pupil,
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
/// At least this many digits begin a date or the number of a document.
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
                // The 姓名 of a second level is the parents'.
                let is_lower = earlier.levels > 1 && earlier.index + 1 == index;
                if is_lower && pupil_above(&earlier.columns, &rows[index]) {
                    return false;
                }
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
        let below = &rows[index + 1..];
        let mut texts = rows[index].filled().map(|it| it.text);
        let is_header = if texts.clone().all(is_plain_word) {
            has_people_below(&found, below)
        } else {
            let has_both = has_both_choices(texts.clone());
            let is_value = |it: &str| is_choice(it.trim()) && !has_both || is_number(it.trim());
            !texts.any(|it| is_value(it) || it.trim_end().ends_with([':', '：']))
                && has_pupils_below(&found, below)
        };
        is_header.then_some(found)
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

/// Whether the header has two known columns, a name or an identity number among them, or one of numbers,
/// and most of the next rows have there what belongs there.
fn has_people_below(found: &HeaderFound, below: &[Row]) -> bool {
    let fit = |column: Column, fits: fn(&str) -> bool| {
        let named = Some(AnyColumn::Known(column));
        let mut columns = found.columns.iter();
        columns
            .find(|it| it.named() == named)
            .is_some_and(|it| fits_below(it, below, fits))
    };
    fit(Column::IdNumber, is_number) || found.known().len() > 1 && fit(Column::Name, is_name)
}

/// Whether most of the next rows have names below 姓名, and something below another known word, whatever else
/// the row has.
fn has_pupils_below(found: &HeaderFound, below: &[Row]) -> bool {
    let name = Some(AnyColumn::Known(Column::Name));
    let is_filled: fn(&str) -> bool = |it| !it.is_empty() && find(it) == Header::Unknown;
    let fits = |is_it: bool, fits| {
        let mut columns = found.columns.iter();
        columns.any(|it| {
            it.named().is_some() && (it.named() == name) == is_it && fits_below(it, below, fits)
        })
    };
    fits(true, is_name) && fits(false, is_filled)
}

/// Whether most of the next rows have there what fits.
fn fits_below(column: &HeaderColumn, below: &[Row], fits: fn(&str) -> bool) -> bool {
    let below = &below[..below.len().min(ROWS_BELOW)];
    let texts = below.iter().map(|row| row.text_at(column.position).trim());
    texts.filter(|it| fits(it)).count() * 2 > below.len()
}

/// The header in the first row, far below where headers stand: only if it cannot be mistaken.
pub(crate) fn find_far_header(rows: &[Row], words: Words<'_>) -> Option<HeaderFound> {
    let cells = rows.iter().flat_map(|it| it.filled().take(CELLS_FAR_MAX));
    let known = cells.filter(|it| it.text.len() < WORD_BYTES_MAX && words.is_known(it.text));
    if known.take(KNOWN_FAR_MIN).count() < KNOWN_FAR_MIN {
        return None;
    }
    let found = header_at(rows, 0, words)?;
    // 序号 is a word as good as any.
    let has_serial = found.columns.iter().any(|it| it.meaning == Header::Ignored);
    let count = found.known().len() + usize::from(has_serial);
    (count >= KNOWN_FAR_MIN && !is_form_row(&found, rows)).then_some(found)
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
    let three = lower.and_then(|it| three_levels(upper, it, rows.get(index + 2)?, words));
    let three = three.map(|columns| HeaderFound {
        index,
        levels: 3,
        columns,
    });
    three.into_iter().chain(two).chain([one]).collect()
}

/// 家庭成员 over 父亲 and 母亲, and they over 姓名 and 电话: a heading in the first row only gathers those of the second,
/// which name persons and stand for it.
fn three_levels(
    upper: &Row,
    middle: &Row,
    lower: &Row,
    words: Words<'_>,
) -> Option<Vec<HeaderColumn>> {
    let is_person = |it: RowCell<'_>| matches!(find(it.text), Header::Group(_));
    let is_word =
        |it: RowCell<'_>| words.is_known(it.text) || find_in_group(1, it.text) != Header::Unknown;
    let is_next = middle.number + 1 == lower.number;
    if !is_next || !middle.filled().all(is_person) || !lower.filled().all(is_word) {
        return None;
    }
    let first = middle.filled().next()?.position;
    let gathers = upper.filled().rfind(|it| it.position <= first)?;
    if matches!(find(gathers.text), Header::Column(_) | Header::Ignored) {
        return None;
    }
    let mut joined = Row::default();
    joined.start(middle.number);
    let others = upper.filled().filter(|it| it.position != gathers.position);
    for it in middle.filled().chain(others) {
        joined.push(it.position, it.text, it.kind);
    }
    // What was merged downwards from the first row begins in the joined one.
    let merged = words
        .merged
        .iter()
        .filter(|it| it.last_row >= middle.number);
    let merged: Vec<Merged> = merged
        .map(|it| Merged {
            first_row: it.first_row.max(middle.number),
            ..*it
        })
        .collect();
    let words = Words {
        merged: &merged,
        ..words
    };
    two_levels(&joined, lower, words)
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
    beside::settle(&mut columns);
    columns
}
