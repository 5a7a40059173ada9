//! What each sheet of a run is for: said by somebody, or known by its header.

use std::sync::Arc;

use roster_model::{PartList, SheetRole, Stage};
use roster_rules::{
    is_titled_with_kind, may_name_problem_list, name_problem_column, names_problem_list,
    states_problems,
};

use crate::session::Session;

impl Session {
    /// Says what the file that was opened last is for.
    pub fn set_role(&mut self, role: SheetRole) {
        if let Some(file) = self.files.last() {
            self.options.choices.set_role(&file.name, role);
        }
    }

    /// Sets the role of every sheet that was opened, and the stage that follows from it.
    pub(crate) fn set_roles(&mut self) {
        for sheet in &mut self.unchecked {
            let file = &self.files[sheet.file as usize].name;
            let decided = self.options.choices.of_sheet(file, &sheet.name);
            let is_called = decided.role == Some(SheetRole::ProblemList);
            if is_called || decided.role.is_none() {
                name_problem_column(sheet, is_called || names_problem_list(file));
            }
            sheet.role = match decided.role {
                Some(role) => role,
                None if states_problems(sheet) || is_titled_with_kind(sheet) => {
                    SheetRole::ProblemList
                }
                None => SheetRole::Roster,
            };
            sheet.is_called_problem_list = decided.role.is_none()
                && sheet.role == SheetRole::Roster
                && may_name_problem_list(sheet, file);
        }
        let mut roles = self.unchecked.iter().map(|it| it.role);
        // A school that has the system's list has imported.
        if roles.any(|it| it == SheetRole::ProblemList) && !self.options.is_stage_said {
            let settings = Arc::make_mut(&mut self.options.settings);
            settings.stage = Stage::AfterImport;
        }
    }

    /// Sets apart last year's lists of leavers, when the run asks who of them entered the next school.
    /// Who did stands in both and is no duplicate, and what was right a year ago is not so today.
    pub(crate) fn set_apart_last_year(&mut self) {
        let of_last_year = roster_rules::of_last_year(&self.rosters);
        for sheet in of_last_year {
            self.rosters[sheet].sheet.role = SheetRole::LastYear;
        }
    }

    /// Of every sheet, whether somebody said what it is for. What an earlier search took for lists of some of the
    /// pupils are rosters again, since the cells may have changed.
    pub(crate) fn forget_part_lists(&mut self) -> Vec<bool> {
        let rosters = self.rosters.iter_mut().map(|it| &mut it.sheet);
        let said = rosters.map(|sheet| {
            let file = &self.files[sheet.file as usize].name;
            let said = self.options.choices.of_sheet(file, &sheet.name).role;
            if said.is_none() && sheet.role == SheetRole::PartList {
                sheet.role = SheetRole::Roster;
            }
            said.is_some()
        });
        said.collect()
    }

    /// Sets the role of what the search for duplicates took for lists of some of the pupils.
    pub(crate) fn set_part_lists(&mut self, lists: &[PartList]) {
        for list in lists {
            self.rosters[list.sheet as usize].sheet.role = SheetRole::PartList;
        }
    }
}
