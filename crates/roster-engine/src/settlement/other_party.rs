//! The other party of a duplicate at a school that is in no roster of the run: only the system's list names it.

use roster_model::{Column, Handling, Sheet};
use roster_papers::{OtherParty, Pupil};
use roster_values::text::is_placeholder;

use crate::describe::Describe;
use crate::settlement::lines::Line;

/// How a column of the other party's begins.
const OTHERS: [&str; 4] = ["对方", "重复", "另一", "疑似"];

impl Describe<'_> {
    /// The other party of a pupil of the rosters, where it is at another school and the schools have to ask one another.
    pub(super) fn other_party(&self, line: &Line, pupil: &Pupil) -> Option<OtherParty> {
        let is_asked = matches!(line.handling, Handling::Corroborate | Handling::Review);
        let (sheet, row) = line.record.filter(|it| is_asked && *it != line.place)?;
        let list = &self.session.roster(sheet).sheet;
        let text = |ends: &[&str]| of_other(list, row, ends);
        let school = text(&["学校", "学校名称", "校名"]);
        let own = match list.school_names() {
            Some(index) => list.text(index, row).trim(),
            None => &pupil.school_name,
        };
        // Of a group whose school has no name nobody knows whether the other one is the same.
        let is_told = !own.is_empty() || line.group.is_empty();
        if school.is_empty() || school == own || school == pupil.school_name || !is_told {
            return None;
        }
        Some(OtherParty {
            school: self.values.show_words(school),
            name: self
                .values
                .show(Some(Column::Name), text(&["姓名", "学生"])),
            student_number: self
                .values
                .show(Some(Column::StudentNumber), text(&["学籍号"])),
        })
    }
}

/// What a row of the list has of the other party in the first column that ends so; empty where it has nothing.
fn of_other<'s>(list: &'s Sheet, row: u32, ends: &[&str]) -> &'s str {
    let mut columns = list.columns.iter().enumerate();
    let found = columns.find(|(_, it)| {
        let header = it.header.trim();
        matches!(it.column, None | Some(Column::EventOtherSchool))
            && OTHERS.iter().any(|other| header.starts_with(other))
            && ends.iter().any(|end| header.ends_with(end))
    });
    let text = found.map_or("", |(index, _)| list.text(index, row).trim());
    if is_placeholder(text) { "" } else { text }
}
