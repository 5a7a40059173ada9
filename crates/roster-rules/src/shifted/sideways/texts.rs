//! What the texts of a sheet show of themselves: which columns each of them could stand in.

use roster_model::{Column, RowSet};
use roster_standard::{Kind, Listed, Table, region};
use roster_values::date::{Date, DateText, MonthForm, MonthText, read_date, read_month};
use roster_values::id_number::{IdNumber, read_id};
use roster_values::phone::{Phone, read_phone};
use roster_values::postcode::{Postcode, read_postcode};
use roster_values::region_code::{RegionCode, read_region_code};
use roster_values::school_code::{SchoolCodeText, read_school_code};
use roster_values::student_number::{StudentNumber, read_student_number};
use roster_values::text::is_han;

use super::spilt::{first_behind, last_behind};
use super::{CELLS_SAMPLED, EXCHANGED_MIN, EXCHANGED_PERCENT_MIN, FARTHEST};
use crate::Roster;

/// A form or a table that shows what a text is. Columns of one want are of one kind.
#[derive(Clone, Copy)]
enum Want {
    Table(&'static Table),
    Form(Kind),
}

impl Want {
    fn of(column: Column) -> Option<Self> {
        let info = column.info();
        match (info.table, info.kind) {
            (Some(table), _) => Some(Want::Table(table)),
            (_, Kind::Text | Kind::Name | Kind::Number | Kind::Expiry | Kind::Email) => None,
            (_, Kind::EventDate) => Some(Want::Form(Kind::Date)),
            (_, form) => Some(Want::Form(form)),
        }
    }

    fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (Want::Table(one), Want::Table(other)) => one.id == other.id,
            (Want::Form(one), Want::Form(other)) => one == other,
            _ => false,
        }
    }

    fn fits(self, text: &str, today: Date) -> bool {
        let form = match self {
            Want::Table(table) => {
                return !text.bytes().all(|it| it.is_ascii_digit())
                    && !matches!(table.find(text), Listed::Code(_) | Listed::Unknown);
            }
            Want::Form(form) => form,
        };
        match form {
            Kind::Id => {
                matches!(read_id(text, false), IdNumber::Resident(id) if id.is_valid_by_itself(today))
            }
            Kind::Date => {
                matches!(read_date(text), DateText::Plain { date, .. } if date.year() >= 1900 && date <= today)
            }
            Kind::Month => {
                matches!(read_month(text), MonthText::Plain { month, form } if form != MonthForm::WholeDate
                    && month.year().abs_diff(today.year()) < 30)
            }
            Kind::Region => {
                let code = read_region_code(text);
                let RegionCode::Code(code) = code else {
                    return false;
                };
                let county = code.get(..6).and_then(|it| it.parse().ok());
                county.is_some_and(|it| region::ever_valid(it) || region::is_zone(it))
            }
            Kind::Phone => matches!(
                read_phone(text),
                Phone::Mobile | Phone::Landline | Phone::Several(_) | Phone::Prefixed(_)
            ),
            Kind::SchoolCode => {
                matches!(read_school_code(text), SchoolCodeText::Code(it) if it.class_is_known())
            }
            Kind::StudentNumber => matches!(
                read_student_number(text),
                StudentNumber::G(_) | StudentNumber::L(_) | StudentNumber::J(_)
            ),
            Kind::Postcode => matches!(read_postcode(text), Postcode::Code(_)),
            _ => false,
        }
    }
}

/// Which wants a text fits, one bit each, worked out once for each different text.
pub(super) struct Texts<'a> {
    pub(super) roster: &'a Roster,
    wants: Vec<Want>,
    /// Of each column, the bit of its want; 0 of a column that takes anything.
    pub(super) bits: Vec<u64>,
    /// Of each column, the bits that are asked for: at first those of its neighbours, as far as cells go.
    asked: Vec<u64>,
    fitting: Vec<Vec<u64>>,
    /// The first column behind the header, where few rows have any.
    behind: Option<usize>,
}

/// Not worked out yet.
const UNREAD: u64 = 1 << 63;
/// A letter or two, such as a code, fits everything and tells nothing.
const ANYTHING: u64 = UNREAD - 1;

impl<'a> Texts<'a> {
    pub(super) fn of(roster: &'a Roster) -> Self {
        let mut wants: Vec<Want> = Vec::new();
        let columns = &roster.sheet.columns;
        let bits = columns.iter().map(|it| {
            let Some(want) = it.column.and_then(Want::of) else {
                return 0;
            };
            let place = wants.iter().position(|it| it.is_same(want));
            let place = place.unwrap_or_else(|| {
                wants.push(want);
                wants.len() - 1
            });
            1 << place
        });
        let bits: Vec<u64> = bits.collect();
        let around =
            |at: usize| &bits[at.saturating_sub(FARTHEST)..bits.len().min(at + FARTHEST + 1)];
        let asked = (0..bits.len()).map(|at| around(at).iter().fold(0, |all, it| all | it));
        let asked = asked.collect();
        let fitting = vec![Vec::new(); columns.len()];
        Texts {
            roster,
            wants,
            bits,
            asked,
            fitting,
            behind: first_behind(roster),
        }
    }

    /// The last cell of a row behind the header.
    pub(super) fn last_behind(&self, row: u32) -> Option<usize> {
        last_behind(self.roster, self.behind?, row)
    }

    /// Whether a column is behind the header.
    pub(super) fn is_behind(&self, index: usize) -> bool {
        self.behind.is_some_and(|it| index >= it)
    }

    /// What the text of a cell fits: nothing where it is blank.
    pub(super) fn fitting(&mut self, index: usize, row: u32) -> u64 {
        let cells = &self.roster.sheet.columns[index].cells;
        let asked = self.asked[index];
        let known = &mut self.fitting[index];
        if known.is_empty() {
            known.resize(cells.value_count() as usize, UNREAD);
        }
        let value = cells.value(row);
        let known = &mut known[value.0 as usize];
        if *known == UNREAD {
            let text = cells.text(value).trim();
            let today = self.roster.settings.today;
            let fits = |(at, it): (usize, &Want)| {
                u64::from(asked >> at & 1 == 1 && it.fits(text, today)) << at
            };
            *known = match text.len() {
                0 => 0,
                1 | 2 => ANYTHING,
                _ => self.wants.iter().enumerate().map(fits).sum(),
            };
        }
        *known
    }

    /// Whether a cell is right where it stands, and the bit of the column it would come from if it fits that.
    pub(super) fn look(&mut self, index: usize, row: u32, by: isize) -> (bool, u64) {
        let fitting = self.fitting(index, row);
        if fitting == ANYTHING {
            return (false, 0);
        }
        let origin = index.checked_add_signed(-by);
        let origin = origin.and_then(|it| self.bits.get(it));
        (
            fitting & self.bits[index] != 0,
            origin.map_or(0, |it| it & fitting),
        )
    }

    /// Whether a text of another column is wrong in this one: a number is no name.
    pub(super) fn has_form(&self, index: usize) -> bool {
        let column = self.roster.sheet.columns[index].column;
        self.bits[index] != 0
            || self.is_behind(index)
            || column.is_some_and(|it| it.info().kind == Kind::Name)
    }

    /// Asks for every bit of a column.
    pub(super) fn ask_all(&mut self, index: usize) {
        if self.asked[index] != ANYTHING {
            self.asked[index] = ANYTHING;
            self.fitting[index].clear();
        }
    }

    /// The bits that nearly all the cells of a column fit, all of them wrong where they stand, and the rows.
    pub(super) fn strangers(&mut self, index: usize, slipped: &RowSet) -> (u64, RowSet) {
        self.ask_all(index);
        // A column that is full of other mistakes is given up after a look here and there.
        let all = self.roster.sheet.row_count();
        let apart = (all / CELLS_SAMPLED).max(1);
        let (some, _) = self.tally(index, slipped, apart, EXCHANGED_PERCENT_MIN / 2);
        if some == 0 {
            return (0, RowSet::new(all));
        }
        self.tally(index, slipped, 1, EXCHANGED_PERCENT_MIN)
    }

    /// Counts the strangers in every `apart`-th row; they have to be `percent` of the filled cells.
    fn tally(&mut self, index: usize, slipped: &RowSet, apart: u32, percent: u64) -> (u64, RowSet) {
        let all = self.roster.sheet.row_count();
        let mut counts = vec![0_u64; self.wants.len()];
        let mut filled = 0;
        let mut rows = RowSet::new(all);
        let mut row = 0;
        while row < all {
            if !slipped.contains(row) {
                filled += u64::from(!self.roster.is_blank_at(index, row));
                if self.is_wrong(index, row) {
                    rows.insert(row);
                    let fitting = self.fitting(index, row);
                    for (at, count) in counts.iter_mut().enumerate() {
                        *count += fitting >> at & 1;
                    }
                }
            }
            row += apart;
        }
        let is_enough = |it: u64| it >= EXCHANGED_MIN && it * 100 >= filled * percent;
        let bits = (0..)
            .zip(counts)
            .map(|(at, it)| u64::from(is_enough(it)) << at);
        (bits.sum(), rows)
    }

    /// Whether a cell is filled and wrong where it stands.
    pub(super) fn is_wrong(&mut self, index: usize, row: u32) -> bool {
        let bit = self.bits[index];
        bit != 0 && self.fitting(index, row) & bit == 0 && !self.roster.is_blank_at(index, row)
    }
}

/// Whether a text ends as the name of a place does, and that of nobody.
pub(super) fn is_place(text: &str) -> bool {
    text.chars().count() > 2 && text.ends_with(['省', '市', '县', '区', '州', '旗'])
}

/// Whether a text may be the name of a person.
pub(super) fn is_like_name(text: &str) -> bool {
    let count = text.chars().count();
    text.contains('·') || (2..=4).contains(&count) && text.chars().all(is_han) && !is_place(text)
}

/// Whether a text may be an address, and nothing shorter.
pub(super) fn is_like_address(text: &str) -> bool {
    text.chars().filter(|it| is_han(*it)).nth(3).is_some()
}
