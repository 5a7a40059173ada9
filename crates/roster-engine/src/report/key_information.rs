//! Which changes are of key information (关键信息): of a pupil who has a number beginning with G, such a change needs
//! proof and somebody's examination in the receiving system; anything else the school brings up to date itself.

use roster_model::{Column, Place};
use roster_rules::Roster;
use roster_standard::parameter;
use roster_values::student_number::read_student_number;

use crate::session::Session;

impl Session {
    /// Whether a place is a cell of a column that the parameter `key_fields` names, of a pupil with such a number.
    pub(crate) fn is_key_information(&self, place: Place) -> bool {
        let Place::Cell(cell) = place else {
            return false;
        };
        let roster = self.roster(cell.sheet);
        let mut columns = roster.sheet.columns.iter();
        let column = columns.find(|it| it.position == cell.position);
        let column = column.and_then(|it| it.column);
        column.is_some_and(|it| is_key_field(roster, it))
            && read_student_number(roster.text(Column::StudentNumber, cell.row)).letter()
                == Some('G')
    }
}

fn is_key_field(roster: &Roster, column: Column) -> bool {
    parameter::items(roster.parameter("key_fields")).any(|it| it == column.key())
}
