//! Pupils whose grade is another than that of the class they are put into.
//!
//! Only of classes whose name or code tells the grade: 1班 is in every grade. And only where a few pupils say
//! another grade than many: a class may be of several grades.

use std::collections::BTreeMap;

use roster_model::Column;
use roster_order::FewMap;
use roster_standard::Listed;

use crate::gathered::classes::{Labels, SchoolsOf, filled};
use crate::{Roster, Row};

/// The usual grade has at least this many pupils of the class, and this many times as many as the other.
const USUAL_MIN: usize = 8;

/// Pupils of one class who say the same other grade.
pub(crate) struct Strays {
    pub(crate) rows: Vec<u32>,
    /// The first row with the usual grade.
    pub(crate) usual: u32,
    /// The column that names the class.
    pub(crate) column: Column,
}

/// The pupils of a sheet whose class is of another grade, but for those of whom the grade is told otherwise.
pub(crate) fn strays(
    roster: &Roster,
    tells_grade: fn(&str) -> bool,
    is_told: fn(&Row<'_>, &str) -> bool,
) -> Vec<Strays> {
    if !roster.has(Column::Grade) {
        return Vec::new();
    }
    let schools = SchoolsOf::of(roster);
    let mut found: Vec<Strays> = Vec::new();
    for column in [Column::ClassCode, Column::ClassName] {
        let classes = Labels::of(roster, column, filled);
        let mut grades: BTreeMap<(u32, u32), FewMap<&str, Vec<u32>>> = BTreeMap::new();
        for row in 0..roster.sheet.row_count() {
            let class = classes.at(roster, row);
            let pupil = Row::unasked(roster, row);
            let (Listed::Label(it) | Listed::Code(it) | Listed::Alias(it)) = pupil.grade_listed()
            else {
                continue;
            };
            if class > 0 && tells_grade(roster.text(column, row)) && !is_told(&pupil, it.code) {
                let of_class = grades.entry((schools.at(roster, row), class)).or_default();
                of_class.get_or_insert_with(it.code, Vec::new).push(row);
            }
        }
        for of_class in grades.into_values().filter(|it| it.len() > 1) {
            let rows = || of_class.iter().map(|it| it.1);
            let most = rows().map(Vec::len).max().unwrap_or(0);
            let usual = rows().find(|it| it.len() == most);
            let Some(&usual) = usual.and_then(|it| it.first()) else {
                continue;
            };
            for (_, rows) in of_class {
                let is_few = most >= USUAL_MIN && rows.len() * USUAL_MIN <= most;
                let is_found = found.iter().any(|it| it.rows.contains(&rows[0]));
                if is_few && !is_found {
                    found.push(Strays {
                        rows,
                        usual,
                        column,
                    });
                }
            }
        }
    }
    found
}
