//! How far a fix may be trusted where it stands: what a rule offers is looked at beside the rest of the row and the
//! file that it goes into.

use roster_model::{CellKind, Column, Fix, Place, Trust};
use roster_rules::RULES;
use roster_values::id_number::{IdNumber, read_id};

use crate::session::Session;

/// Rules that write out a code or another word for what it stands for.
const OF_MEANING: [&str; 3] = ["R0110", "R4001", "R4002"];
/// The rule that offers a date in another form.
const OF_OTHER_FORMS: &str = "R3003";
/// The rule that offers a postcode with the zero that a number lost,
const OF_POSTCODES: &str = "R5009";
/// the provinces of such postcodes, by their second digit: 内蒙古, 山西 and 河北,
const PROVINCES_OF_ZERO: [&str; 8] = ["", "15", "15", "14", "14", "13", "13", "13"];
/// and the columns that say where the pupil is from.
const REGIONS: [Column; 3] = [Column::HukouCode, Column::BirthPlaceCode, Column::IdNumber];
/// Rules that hold what a cell stands for against the rest of the row,
const AGAINST_MEANING: [&str; 6] = ["R1018", "R1025", "R4008", "R4009", "R4012", "R6005"];
/// and columns of which they speak in another cell.
const ELSEWHERE: [(&str, Column); 2] = [("R1018", Column::IdType), ("R4012", Column::Disability)];

impl Session {
    /// How far a fix may be trusted where it stands. A text that its file cannot hold is shown only. A fix
    /// in the cell of a formula needs review, and so does a postcode that its zero makes one of another province, one that reads a bare number as another day than
    /// the identity number of the pupil says, and what a code stands for when the row contradicts it: it may be
    /// no code at all.
    pub(crate) fn trust(&self, rule: &str, fix: &Fix) -> Trust {
        if fix.trust == Trust::Hint || !self.holds(fix.place, &fix.to) {
            return Trust::Hint;
        }
        let is_kept = fix.trust == Trust::Safe && self.is_kept_formula(fix.place);
        if is_kept
            || rule == OF_OTHER_FORMS && self.is_against_number(fix)
            || rule == OF_POSTCODES && self.is_of_other_province(fix)
            || fix.trust == Trust::Safe && OF_MEANING.contains(&rule) && self.is_contradicted(fix)
        {
            return Trust::Review;
        }
        fix.trust
    }

    /// Whether a finding says that what the cell stands for does not go with its row.
    fn is_contradicted(&self, fix: &Fix) -> bool {
        let Place::Cell(cell) = fix.place else {
            return false;
        };
        let columns = &self.roster(cell.sheet).sheet.columns;
        let is_of_cell = |code: &str, index: usize| {
            let here = columns.iter().find(|it| it.position == cell.position);
            let column = here.and_then(|it| it.column);
            columns[index].position == cell.position
                || column.is_some_and(|it| ELSEWHERE.contains(&(code, it)))
        };
        self.findings().cells.iter().any(|it| {
            let code = RULES[it.rule].code;
            it.sheet == cell.sheet
                && AGAINST_MEANING.contains(&code)
                && it.rows.contains(cell.row)
                && is_of_cell(code, it.index)
        })
    }

    /// Whether a postcode that begins with a zero is of another province than all that the row says.
    fn is_of_other_province(&self, fix: &Fix) -> bool {
        let Place::Cell(cell) = fix.place else {
            return false;
        };
        let roster = self.roster(cell.sheet);
        let digits = fix.to.strip_prefix('0').and_then(|it| it.get(..1));
        let province = digits.and_then(|it| PROVINCES_OF_ZERO.get(it.parse::<usize>().ok()?));
        let said = REGIONS.map(|it| roster.text(it, cell.row).trim());
        let mut said = said
            .iter()
            .filter(|it| it.starts_with(|it: char| it.is_ascii_digit()));
        let Some(province) = province else {
            return false;
        };
        let first = said.next();
        first.is_some_and(|it| !it.starts_with(province))
            && said.all(|it| !it.starts_with(province))
    }

    /// Whether a formula fills the cell and would be lost in the file.
    fn is_kept_formula(&self, place: Place) -> bool {
        let Place::Cell(cell) = place else {
            return false;
        };
        let sheet = &self.roster(cell.sheet).sheet;
        let kind = sheet.column_at(cell.position).map(|it| {
            let cells = &it.cells;
            cells.kind(cells.value(cell.row))
        });
        kind == Some(CellKind::Formula) && self.is_written_back(sheet.file as usize)
    }

    fn is_against_number(&self, fix: &Fix) -> bool {
        let Place::Cell(cell) = fix.place else {
            return false;
        };
        let roster = self.roster(cell.sheet);
        let Some(column) = roster.sheet.column_at(cell.position) else {
            return false;
        };
        let cells = &column.cells;
        if column.column != Some(Column::BirthDate)
            || cells.kind(cells.value(cell.row)) == CellKind::Date
        {
            return false;
        }
        let birth = match read_id(roster.text(Column::IdNumber, cell.row), false) {
            IdNumber::Resident(id) => id.birth(),
            IdNumber::Fifteen(id) => id.birth(),
            _ => None,
        };
        let day: String = fix.to.chars().filter(char::is_ascii_digit).collect();
        birth.is_some_and(|it| it.compact() != day)
    }
}

#[cfg(test)]
mod tests {
    use roster_rules::rule_index;

    use super::*;

    #[test]
    fn the_lists_name_rules_that_there_are() {
        let elsewhere = ELSEWHERE.iter().map(|it| it.0);
        let codes = OF_MEANING
            .into_iter()
            .chain(AGAINST_MEANING)
            .chain(elsewhere);
        for code in codes.chain([OF_OTHER_FORMS, OF_POSTCODES]) {
            assert!(rule_index(code).is_some(), "{code}");
        }
    }
}
