//! Tells the rows below a header apart: pupils, blank rows, and rows set aside with a reason.
//!
//! In doubt a row is a pupil: a finding too many is seen, a pupil lost is not.

use std::cmp::Ordering;

use roster_model::{Column, SetAsideReason};
use roster_standard::AnyColumn;
use roster_standard::header::Header;
use roster_values::date::read_date;
use roster_values::name::SAMPLE_NAMES;
use roster_values::text::{is_blank, strip, without_white};

use crate::header::HeaderColumn;
use crate::header::about_form::explains_header;
use crate::header::above::is_number;
use crate::header::again::{Again, header_again, translates};
use crate::header::nobody::{is_nobody, is_note_row};
use crate::header::notes::{
    SAMPLE_BEGINNINGS, SAMPLE_WORDS, SUM_WORDS, counts_pupils, is_class_heading, is_footer,
    is_heading, is_label, is_remark, is_sample,
};
use crate::header::somebody::{has_name, has_own_numbers, is_named, is_somebody};
use crate::row::{Row, RowCell};

/// What a row below the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    Pupil,
    Blank,
    SetAside(SetAsideReason),
}

/// What telling rows apart needs to know of the sheet.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    /// The one or two rows of the header.
    pub(crate) header: Vec<Row>,
    /// Their trimmed texts, and what else their columns are called, by length: for a first look.
    header_words: Vec<String>,
    /// Whether somebody chose a row for the header that is none by its words.
    pub(crate) is_doubtful: bool,
    /// What each column is called.
    pub(crate) columns: Vec<HeaderColumn>,
    /// First filled cell of each title row.
    pub(crate) titles: Vec<String>,
    /// Positions of the columns that the standard knows, ascending.
    pub(crate) known: Vec<u16>,
    /// Position of 姓名.
    pub(crate) name: Option<u16>,
    /// Where a second list with the same columns begins to the right of the first.
    beside: Option<u16>,
    /// Positions of the known columns without a meaning (序号), ascending.
    pub(crate) ignored: Vec<u16>,
}

impl Surroundings {
    /// The one or two rows of the header.
    pub(crate) fn set_header(&mut self, rows: &[Row], columns: &[HeaderColumn]) {
        self.header = rows.to_vec();
        let cells = rows.iter().flat_map(Row::filled);
        let words = cells.map(|it| it.text.trim().to_owned());
        let known = columns.iter().filter_map(|it| match it.meaning {
            Header::Column(column) if column.member().is_none() => Some(column.info()),
            _ => None,
        });
        let called = known.flat_map(|it| it.aliases.into_iter().chain([it.zh]));
        let called = called.map(str::to_owned);
        self.header_words = words.chain(called).collect();
        self.columns = columns.to_vec();
        self.beside = list_beside(columns);
        roster_order::sort_by(&mut self.header_words, |a, b| by_length(a, b));
    }

    /// Whether a text is a word of the header or means one. Hardly a text of a pupil does.
    #[inline]
    pub(crate) fn is_header_word(&self, text: &str) -> bool {
        let words = &self.header_words;
        words.binary_search_by(|it| by_length(it, text)).is_ok()
    }

    /// What a column is called.
    pub(crate) fn column_at(&self, position: u16) -> Option<&HeaderColumn> {
        self.columns.iter().find(|it| it.position == position)
    }

    /// Whether a cell stands where the pupil's serial number or name would: the first of a line of signatures.
    pub(crate) fn is_before_pupil(&self, position: u16) -> bool {
        self.name == Some(position) || self.ignored.contains(&position)
    }

    /// Positions of the names of a row in which only lists beside the first one have anything.
    pub(crate) fn names_beside(&self, row: &Row) -> impl Iterator<Item = u16> {
        let begins = self.beside.filter(|begins| {
            let mut known = self.known.iter().take_while(|it| *it < begins);
            known.all(|it| is_blank(row.text_at(*it)))
        });
        let names = self.columns.iter().filter(move |it| {
            begins.is_some_and(|begins| it.position >= begins)
                && it.meaning == Header::Column(Column::Name)
                && !is_blank(row.text_at(it.position))
        });
        names.map(|it| it.position)
    }

    /// Whether a row says something that the first row of the header says there; a title that comes again
    /// and the second level of a header do not.
    pub(crate) fn begins_header(&self, row: &Row) -> bool {
        let first = self.header.first();
        let is_same = |position, text: &str| {
            first.is_some_and(|it| it.text_at(position).trim() == text.trim())
        };
        row.filled().any(|it| is_same(it.position, it.text))
    }

    /// Whether a row is certainly a pupil, told from its texts by position without looking at all
    /// of it. `false` says nothing: `row_kind` knows.
    #[inline]
    pub(crate) fn is_plainly_pupil<'t>(
        &self,
        fields: usize,
        text: impl Fn(usize) -> Option<&'t str>,
    ) -> bool {
        if self.beside.is_some() {
            return false;
        }
        // More cells than any note or line of signatures has, in columns of pupils.
        let mut filled = 0;
        for &position in &self.known {
            filled += usize::from(text(usize::from(position)).is_some_and(is_plain));
            if filled > SIGNATURE_CELLS_MAX {
                break;
            }
        }
        if filled <= SIGNATURE_CELLS_MAX {
            return false;
        }
        let name = self.name.and_then(|it| text(usize::from(it)));
        if name.is_some_and(|it| it.contains('例')) {
            return false;
        }
        let mut seen = 0;
        for position in 0..fields {
            let Some(text) = text(position) else {
                return false;
            };
            if text.is_empty() {
                continue;
            }
            if !is_plain(text) || seen == 0 && begins_like_note(text) {
                return false;
            }
            let begins_with_number = text.as_bytes()[0].is_ascii_digit();
            if !begins_with_number && self.is_header_word(text.trim_end()) {
                return false;
            }
            seen += 1;
            if seen == 4 {
                return true;
            }
        }
        false
    }
}

/// Where the known columns, the name among them, begin once more, if all of them do.
fn list_beside(columns: &[HeaderColumn]) -> Option<u16> {
    let known = columns.iter().filter(|it| it.named().is_some());
    let (known, positions): (Vec<_>, Vec<_>) = known.map(|it| (it.named(), it.position)).unzip();
    let length = 1 + known.iter().skip(1).position(|it| *it == known[0])?;
    let block = &known[..length];
    let is_list = length > 1
        && block.contains(&Some(AnyColumn::Known(Column::Name)))
        && known.chunks(length).all(|it| it == block);
    is_list.then(|| positions[length])
}

fn by_length(a: &str, b: &str) -> Ordering {
    (a.len(), a).cmp(&(b.len(), b))
}

/// Whether a text begins with a visible ASCII character or a Han character of U+4000–9FFF.
#[inline]
fn is_plain(text: &str) -> bool {
    let first = text.as_bytes().first();
    first.is_some_and(|&it| it.is_ascii_graphic() || (0xE4..=0xE9).contains(&it))
}

/// Whether a text could be a word that marks a sample or a line of sums, with or without brackets.
#[inline]
fn begins_like_note(text: &str) -> bool {
    let begins_with_number = text.as_bytes()[0].is_ascii_digit();
    !begins_with_number
        && (text.as_bytes()[0].is_ascii()
            || text.starts_with([
                '示', '样', '范', '例', '举', '填', '说', '合', '总', '小', '共', '人',
            ]))
}

/// A note below the table has few cells; a pupil has more.
const NOTE_CELLS_MAX: usize = 3;
/// A line for signatures may have some more, each ending in a colon or holding one.
const SIGNATURE_CELLS_MAX: usize = 8;
/// A serial number has few characters.
const SERIAL_CHARS_MAX: usize = 8;

/// Tells what a row is; `pupils` is how many came before it.
pub(crate) fn row_kind(row: &Row, around: &Surroundings, pupils: u32) -> RowKind {
    let mut filled = row.filled();
    let Some(first) = filled.next() else {
        return RowKind::Blank;
    };
    let count = 1 + filled.count();
    if pupils == 0 && translates(row, around) {
        return RowKind::SetAside(SetAsideReason::RepeatedHeader);
    }
    match header_again(row, around) {
        Some(Again::Same) => return RowKind::SetAside(SetAsideReason::RepeatedHeader),
        Some(Again::Other) => return RowKind::SetAside(SetAsideReason::OtherHeader),
        None => {}
    }
    let stripped = strip(first.text);
    let first_text = without_white(&stripped);
    let bare =
        first_text.trim_matches(['(', ')', '（', '）', '【', '】', '[', ']', ':', '：', '*']);
    let is_note = count <= NOTE_CELLS_MAX;
    if is_note && !has_name(row, around) && around.titles.iter().any(|title| title == first.text) {
        return RowKind::SetAside(SetAsideReason::RepeatedHeader);
    }
    if pupils == 0 && explains_columns(row, around) {
        return RowKind::SetAside(SetAsideReason::Sample);
    }
    let is_marked = SAMPLE_WORDS
        .iter()
        .any(|word| bare.eq_ignore_ascii_case(word))
        || is_note
            && SAMPLE_BEGINNINGS
                .iter()
                .any(|word| first_text.starts_with(word));
    // Below the first pupil such a word is a remark on somebody.
    if around.name.is_some_and(|it| is_sample(row.text_at(it)))
        || is_marked && (pupils == 0 || !is_somebody(row, around))
    {
        return RowKind::SetAside(SetAsideReason::Sample);
    }
    let asks = first_text.ends_with(['：', ':']) && is_footer(&first_text);
    let is_signature = asks || row.filled().all(|cell| cell.text.contains(['：', ':']));
    let is_footer = SUM_WORDS.contains(&bare)
        || is_note && is_footer(&first_text)
        || count <= SIGNATURE_CELLS_MAX && is_signature
        || count == 1 && (is_heading(&first_text) || is_remark(&first_text))
        || count > 1 && counts_pupils(row, &first_text) && !has_own_numbers(row, around)
        || count <= SIGNATURE_CELLS_MAX && is_class_heading(row, &first_text);
    if is_footer && !is_somebody(row, around) {
        return RowKind::SetAside(SetAsideReason::Footer);
    }
    let is_signed = pupils > 0 && around.is_before_pupil(first.position) && is_label(&first_text);
    if is_signed && !is_somebody(row, around) || count == 1 && is_lone_day(&first, around) {
        return RowKind::SetAside(SetAsideReason::Footer);
    }
    if around.names_beside(row).next().is_some() {
        return RowKind::SetAside(SetAsideReason::Beside);
    }
    if is_nobody(row, around, count) {
        return RowKind::SetAside(SetAsideReason::Footer);
    }
    if row
        .filled()
        .any(|cell| around.known.binary_search(&cell.position).is_ok())
    {
        return RowKind::Pupil;
    }
    without_known(row, around, is_note, pupils)
}

/// Whether the first row below a header says how its columns are to be filled, or counts them.
pub(crate) fn explains_columns(row: &Row, around: &Surroundings) -> bool {
    explains_header(
        row,
        row.filled().count(),
        is_named(row, around, &SAMPLE_NAMES),
    ) || is_note_row(row, around)
}

/// 12, NO.3, 第5号.
pub(crate) fn is_serial(text: &str) -> bool {
    text.chars().count() <= SERIAL_CHARS_MAX
        && text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii() || "第号".contains(c))
}

/// A date that stands alone in its row, and not below the dates of birth.
fn is_lone_day(cell: &RowCell<'_>, around: &Surroundings) -> bool {
    let mut columns = around.columns.iter();
    let column = columns.find(|it| it.position == cell.position);
    let named = column.and_then(HeaderColumn::named);
    named != Some(AnyColumn::Known(Column::BirthDate))
        && !is_number(cell.text)
        && read_date(cell.text).date().is_some()
}

/// A row in which no known column has anything.
fn without_known(row: &Row, around: &Surroundings, is_note: bool, pupils: u32) -> RowKind {
    let only_serial = row
        .filled()
        .all(|cell| around.ignored.binary_search(&cell.position).is_ok() && is_serial(cell.text));
    match (only_serial, is_note, pupils) {
        (true, _, _) => RowKind::Blank,
        (false, true, 0) => RowKind::SetAside(SetAsideReason::Sample),
        (false, true, _) => RowKind::SetAside(SetAsideReason::Footer),
        (false, false, _) => RowKind::Pupil,
    }
}
