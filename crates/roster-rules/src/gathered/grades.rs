//! The grades of a sheet: which one each row is of. Where no column tells it, the month of enrolment stands for
//! it, or what the sheet is called by; a grade that says no school (一年级) is another in each of them.

use roster_model::Column;
use roster_order::FewMap;
use roster_standard::Entry;

use crate::Roster;
use crate::gathered::classes::{Labels, grade};
use crate::gathered::school_year::School;

/// What stands for the grade of a row: its column, else the month of enrolment, else what the sheet is called by.
pub(crate) struct Grades {
    labels: Option<Labels>,
    /// Of a label that says no school, those that it stands for in junior and in senior school: for each stored text.
    /// Empty where all are of one school.
    moved: Vec<[u32; 2]>,
    count: u32,
}

impl Grades {
    pub(crate) fn of(roster: &Roster) -> Self {
        let columns = [Column::Grade, Column::EnrolmentMonth];
        let labels = columns.map(|it| (it, Labels::of(roster, it, grade)));
        let labels = labels.into_iter().find(|it| it.1.count > 0);
        let Some((column, labels)) = labels else {
            return Grades {
                labels: None,
                moved: Vec::new(),
                count: u32::from(!roster.sheet.named.grade.is_empty()),
            };
        };
        let mut count = labels.count;
        let moved = if roster.stages().has_other_than_primary() {
            moved(roster, column, &labels, &mut count)
        } else {
            Vec::new()
        };
        Grades {
            labels: Some(labels),
            moved,
            count,
        }
    }

    /// How many grades there are.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// The number of a row's grade; zero where it is not told.
    pub(crate) fn at(&self, roster: &Roster, row: u32) -> u32 {
        let Some(labels) = &self.labels else {
            return self.count;
        };
        let Some(value) = labels.value(roster, row) else {
            return 0;
        };
        let own = labels.values[value];
        if own == 0 || self.moved.is_empty() || self.moved[value][0] == own {
            return own;
        }
        match roster.stages().school(roster, row) {
            School::Primary => own,
            School::Junior => self.moved[value][0],
            School::Senior => self.moved[value][1],
        }
    }
}

/// The numbers of the labels that those of a column stand for in other schools, its own number for one that
/// stands for one grade alone. Those that no cell has are new numbers.
fn moved(roster: &Roster, column: Column, labels: &Labels, count: &mut u32) -> Vec<[u32; 2]> {
    let values = labels.values.iter().copied();
    if column == Column::EnrolmentMonth {
        let all = labels.count;
        *count = all * 3;
        return values.map(|it| [all + it, all * 2 + it]).collect();
    }
    let mut numbers: FewMap<&str, u32> = FewMap::default();
    if let Some(index) = roster.index_of(column) {
        for (listed, number) in roster.listed(index).iter().zip(values.clone()) {
            if let Some(entry) = listed.entry() {
                numbers.get_or_insert_with(entry.code, || number);
            }
        }
    }
    let mut number_of = |entry: Option<&'static Entry>, own: u32| match entry {
        Some(it) => *numbers.get_or_insert_with(it.code, || {
            *count += 1;
            *count
        }),
        None => own,
    };
    let numbers = values.enumerate().map(|(value, own)| {
        let open = roster.stages().open(value);
        open.map(|it| number_of(it, own))
    });
    numbers.collect()
}
