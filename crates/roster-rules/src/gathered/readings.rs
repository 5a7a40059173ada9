//! What the texts of a column mean, worked out once for each different text.
//!
//! Several rules ask the same of the same text; the answer is kept beside the column, in the order
//! of its stored texts, and worked out when the first rule asks.

use std::sync::OnceLock;

use roster_model::{CellKind, Column, SheetColumn};
use roster_standard::Listed;
use roster_values::date::{Date, DateText, MonthText, read_date, read_month};
use roster_values::id_number::{IdNumber, read_id};
use roster_values::student_number::{StudentNumber, read_student_number};
use roster_values::text::{Traits, is_ideographs, traits, trim};

use crate::gathered::birth_months::lack_year;
use crate::gathered::spelled::meant;

/// Columns in which a lone zero stands for nothing: no number belongs there.
const OF_WORDS: [Column; 7] = [
    Column::NativePlace,
    Column::MailingAddress,
    Column::Talents,
    Column::Member1Employer,
    Column::Member1Position,
    Column::Member2Employer,
    Column::Member2Position,
];

/// The readings of one column.
#[derive(Default)]
pub(crate) struct Readings {
    traits: OnceLock<Vec<Traits>>,
    traits_seen: OnceLock<Traits>,
    ids: OnceLock<Vec<IdNumber>>,
    dates: OnceLock<Vec<DateText>>,
    months: OnceLock<Vec<MonthText>>,
    student_numbers: OnceLock<Vec<StudentNumber>>,
    listed: OnceLock<Vec<Listed<'static>>>,
    by_text: OnceLock<Vec<u32>>,
}

impl Readings {
    #[inline]
    pub(crate) fn traits(&self, column: &SheetColumn) -> &[Traits] {
        self.traits.get_or_init(|| {
            let is_of_words = column.column.is_some_and(|it| OF_WORDS.contains(&it));
            each(column, |text, kind| {
                let seen = traits_in_cell(text, kind);
                if is_of_words && matches!(trim(text), "0" | "０") {
                    seen | Traits::PLACEHOLDER
                } else {
                    seen
                }
            })
        })
    }

    /// What is seen in any text of the column. Nearly always it spares a rule the look at each.
    pub(crate) fn traits_seen(&self, column: &SheetColumn) -> Traits {
        *self.traits_seen.get_or_init(|| {
            let all = self.traits(column).iter();
            all.fold(Traits::NONE, |seen, it| seen | *it)
        })
    }

    #[inline]
    pub(crate) fn ids(&self, column: &SheetColumn) -> &[IdNumber] {
        let is_number = |kind| kind == CellKind::Number;
        self.ids
            .get_or_init(|| each(column, |text, kind| read_id(text, is_number(kind))))
    }

    #[inline]
    pub(crate) fn dates(&self, column: &SheetColumn, today: Date) -> &[DateText] {
        self.dates.get_or_init(|| {
            let mut dates = each(column, |text, kind| in_cell(read_date(text), kind));
            if lack_year(column, &dates, today) {
                for value in column.cells.values() {
                    if column.cells.kind(value) == CellKind::Date {
                        dates[value.0 as usize] = DateText::Ambiguous;
                    }
                }
            }
            dates
        })
    }

    #[inline]
    pub(crate) fn months(&self, column: &SheetColumn) -> &[MonthText] {
        self.months
            .get_or_init(|| each(column, |text, _| read_month(text)))
    }

    #[inline]
    pub(crate) fn listed(&self, column: &SheetColumn) -> &[Listed<'static>] {
        let table = column.column.and_then(|it| it.info().table);
        self.listed.get_or_init(|| {
            each(column, |text, _| {
                table.map_or(Listed::Unknown, |it| meant(it, text))
            })
        })
    }

    /// The rows that have something, in the order of their texts without outer space.
    pub(crate) fn by_text(&self, column: &SheetColumn) -> &[u32] {
        self.by_text.get_or_init(|| {
            let cells = &column.cells;
            let flags: Vec<bool> = self
                .traits(column)
                .iter()
                .map(|it| !it.contains(Traits::BLANK))
                .collect();
            let mut rows: Vec<u32> = cells.rows_with(&flags).iter().collect();
            let text = |row: u32| cells.text(cells.value(row)).trim();
            roster_order::sort_by(&mut rows, |&a, &b| text(a).cmp(text(b)));
            rows
        })
    }

    #[inline]
    pub(crate) fn student_numbers(&self, column: &SheetColumn) -> &[StudentNumber] {
        self.student_numbers
            .get_or_init(|| each(column, |text, _| read_student_number(text)))
    }
}

/// What can be seen of a text, that a formula gave it, and whether it is made as names are.
fn traits_in_cell(text: &str, kind: CellKind) -> Traits {
    let mut seen = traits(text);
    if kind == CellKind::Formula {
        seen = seen | Traits::FORMULA;
    }
    if !is_ideographs(text) {
        seen = seen | Traits::MIXED;
    }
    seen
}

/// A date cell of the file is a serial, however its text is shown.
fn in_cell(read: DateText, kind: CellKind) -> DateText {
    match read {
        DateText::Plain { date, .. } if kind == CellKind::Date => DateText::Serial(date),
        other => other,
    }
}

/// A function of its own in the page's module too, as `walk::count_rule` is.
#[inline(never)]
fn each<T>(column: &SheetColumn, read: impl Fn(&str, CellKind) -> T) -> Vec<T> {
    let cells = &column.cells;
    cells
        .values()
        .map(|value| read(cells.text(value), cells.kind(value)))
        .collect()
}
