//! Changes of a run: safe fixes all at once, other fixes one by one, a cell as somebody typed it, each step
//! undone again.
//!
//! The files are never touched and the texts of their cells never forgotten: of every column that
//! has an edit the version of the file is kept beside it. Which fixes are safe is decided elsewhere
//! (`safe_fixes`); nothing here changes a text on its own.

use roster_model::{CellPlace, Decider, Edit, EditLog, Fix, Place, Said, SheetColumn, Trust};
use roster_order::FewMap;
use roster_rules::{CellFindings, finding_at, rule_index};
use roster_write::UnchangedCell;

use crate::session::safe_fixes::safe_edits;
use crate::session::{Progress, Session};

/// Fixes of fixes end by themselves; this ends two rules that undo each other.
const ROUNDS_MAX: u32 = 16;

/// The edits of a run, and what the edited columns were.
#[derive(Default)]
pub(crate) struct Edits {
    pub(crate) log: EditLog,
    /// By sheet and index among its columns.
    originals: FewMap<(u32, usize), SheetColumn>,
    /// After how many times of building columns anew the next one fails, to test what happens then.
    #[cfg(test)]
    fails_after: Option<u32>,
}

impl Session {
    /// Applies every safe fix, then those that become possible by it, as one step. Gives the number
    /// of changes.
    pub fn apply_safe(&mut self, progress: &mut dyn FnMut(Progress)) -> Result<u64, Said> {
        let before = self.edits.log.edits().len();
        for _ in 0..ROUNDS_MAX {
            let edits = safe_edits(self, &self.edits.log.edits()[before..]);
            if edits.is_empty() {
                break;
            }
            if let Err(said) = self.make(edits) {
                // The earlier rounds were taken back too, and their findings are of no use any more.
                self.check_rosters(progress);
                return Err(said);
            }
            self.check_rosters(progress);
        }
        self.edits.log.end_step();
        Ok((self.edits.log.edits().len() - before) as u64)
    }

    /// Applies one fix of one finding: `finding` counts the findings of the rule from 0, `fix` the
    /// fixes of the finding. It is a step of its own, decided by a person. Of a finding of a whole column
    /// the fix is of the first cell, and all its cells are changed like that one.
    pub fn apply_fix(
        &mut self,
        rule: &str,
        finding: u64,
        fix: usize,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), Said> {
        let chosen = rule_index(rule).and_then(|it| {
            let mut found = self.occurrences_of(it, None, finding);
            let (at, told) = found.find_map(|it| Some((it, self.told(it)?)))?;
            Some((at, told.rule, told.fixes.into_iter().nth(fix)?))
        });
        let is_open = |it: &(_, &str, Fix)| self.trust(it.1, &it.2) != Trust::Hint;
        let Some((at, rule, fix)) = chosen.filter(is_open) else {
            return Err(no_such_fix());
        };
        let edits = match at.column() {
            Some(cause) => self.edits_of_column(cause, self.trust(rule, &fix)),
            None => vec![edit_of(fix, rule, Decider::Person)],
        };
        self.make(edits)?;
        self.edits.log.end_step();
        self.check_rosters(progress);
        Ok(())
    }

    /// Gives a cell of a pupil the text that a person typed for it, as it is. It is a step of its own, of no
    /// rule. Where that text stands already, or there is no such cell, nothing is done.
    pub fn write_cell(
        &mut self,
        (sheet, row, index): (u32, u32, usize),
        text: String,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), Said> {
        let roster = self.rosters.get(sheet as usize);
        let Some(column) = roster.and_then(|it| it.sheet.columns.get(index)) else {
            return Ok(());
        };
        let place = Place::Cell(CellPlace {
            sheet,
            row,
            position: column.position,
        });
        let Some(original) = self.original_text(place) else {
            return Ok(());
        };
        let from = self.edits.log.text(place, original).to_owned();
        if from == text {
            return Ok(());
        }
        self.make(vec![Edit {
            place,
            from,
            to: text,
            rule: "",
            decided_by: Decider::Person,
        }])?;
        self.edits.log.end_step();
        self.check_rosters(progress);
        Ok(())
    }

    /// What is proposed for the cells of a column, each the best that may be trusted as far as `trust`: who
    /// looked at what needs review does not mind what needs none.
    fn edits_of_column(&self, cause: &CellFindings, trust: Trust) -> Vec<Edit> {
        let roster = self.roster(cause.sheet);
        let edits = cause.rows.iter().filter_map(|row| {
            let found = finding_at(cause, row, roster)?;
            let mut fixes = found.fixes.into_iter();
            let fix = fixes.find(|it| self.trust(found.rule, it) <= trust)?;
            Some(edit_of(fix, found.rule, Decider::Person))
        });
        edits.collect()
    }

    /// Takes back the last step; gives how many changes it was.
    pub fn undo(&mut self, progress: &mut dyn FnMut(Progress)) -> Result<u64, Said> {
        let undone = self.edits.log.undo();
        if undone.is_empty() {
            return Ok(0);
        }
        if let Err(said) = self.rebuild(undone.iter().map(|it| it.place)) {
            // The columns and the log say the same again.
            let places: Vec<Place> = undone.iter().map(|it| it.place).collect();
            self.edits.log.redo(undone);
            self.rebuild(places.into_iter())?;
            return Err(said);
        }
        self.check_rosters(progress);
        Ok(undone.len() as u64)
    }

    /// Forgets the changes that could not be put into the workbook `file`.
    pub fn take_back(
        &mut self,
        file: usize,
        unchanged: &[UnchangedCell],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), Said> {
        let unchanged = unchanged
            .iter()
            .map(|it| (it.sheet.as_str(), it.row_number, it.position));
        let unchanged = roster_order::set(unchanged);
        let is_unchanged = |place: &Place| {
            let Some(spot) = self.spot(*place) else {
                return false;
            };
            let sheet = &self.roster(spot.sheet).sheet;
            sheet.file as usize == file
                && unchanged.contains(&(sheet.name.as_str(), spot.row_number, spot.position))
        };
        let places = self.edits.log.now().map(|it| it.0);
        let places: Vec<Place> = places.filter(is_unchanged).collect();
        if places.is_empty() {
            return Ok(());
        }
        self.edits.log.forget(&places);
        self.rebuild(places.into_iter())?;
        self.check_rosters(progress);
        Ok(())
    }

    /// Every change that was made, oldest first.
    pub fn edits(&self) -> &EditLog {
        &self.edits.log
    }

    /// The text a cell or header has in its file; nothing where there is no such place.
    pub fn original_text(&self, place: Place) -> Option<&str> {
        let (sheet, index) = self.column_at(place)?;
        let now = &self.roster(sheet).sheet.columns[index];
        let column = self.edits.originals.get(&(sheet, index)).unwrap_or(now);
        match place {
            Place::Cell(cell) if cell.row < column.cells.row_count() => {
                Some(column.cells.text(column.cells.value(cell.row)))
            }
            Place::Column(..) => Some(&column.header),
            _ => None,
        }
    }

    /// Every place that differs from its file, with its text now, in the order of places.
    pub fn changed(&self) -> impl Iterator<Item = (Place, &str)> {
        let now = self.edits.log.now();
        now.filter(|(place, text)| self.original_text(*place) != Some(text))
    }

    /// Puts edits into the log and into the sheets. When a text would be too large, the whole step is
    /// taken back: these edits and those of its earlier rounds.
    fn make(&mut self, edits: Vec<Edit>) -> Result<(), Said> {
        let places: Vec<Place> = edits.iter().map(|it| it.place).collect();
        for edit in edits {
            let original = self.original_text(edit.place).map(str::to_owned);
            let pushed = original.map(|it| self.edits.log.push(edit, &it));
            debug_assert!(
                pushed == Some(true),
                "a fix is made for the text that is there"
            );
        }
        let made = self.rebuild(places.iter().copied());
        if made.is_err() {
            let undone = self.edits.log.undo();
            self.rebuild(undone.iter().map(|it| it.place))?;
        }
        made
    }

    /// Makes the columns of these places anew from the version of the file and the log.
    pub(crate) fn rebuild(&mut self, places: impl Iterator<Item = Place>) -> Result<(), Said> {
        #[cfg(test)]
        self.edits.may_fail()?;
        let mut columns = FewMap::default();
        for column in places.filter_map(|it| self.column_at(it)) {
            columns.get_or_insert_with(column, || ());
        }
        for ((sheet, index), ()) in columns {
            let roster = &mut self.rosters[sheet as usize];
            let originals = &mut self.edits.originals;
            let column = || roster.sheet.columns[index].clone();
            let original = originals.get_or_insert_with((sheet, index), column);
            let edited = self.edits.log.apply_to_column(sheet, original);
            let edited = edited.map_err(|_| too_large())?;
            let column = edited.unwrap_or_else(|| original.clone());
            roster.replace_column(index, column);
        }
        Ok(())
    }

    /// The sheet of a cell or header, and the index of its column among the columns of the sheet.
    fn column_at(&self, place: Place) -> Option<(u32, usize)> {
        let (sheet, position) = match place {
            Place::Cell(cell) => (cell.sheet, cell.position),
            Place::Column(sheet, position) => (sheet, position),
            _ => return None,
        };
        let roster = self.rosters.get(sheet as usize)?;
        Some((sheet, roster.sheet.index_at(position)?))
    }
}

/// The edit that a fix proposes.
pub(crate) fn edit_of(fix: Fix, rule: &'static str, decided_by: Decider) -> Edit {
    Edit {
        place: fix.place,
        from: fix.from,
        to: fix.to,
        rule,
        decided_by,
    }
}

fn no_such_fix() -> Said {
    Said::new(
        "这条建议已经不在了，或者只供参考，不能直接应用。请按现在的检查结果再选。",
        "This proposal is gone, or it is a hint that cannot be applied; choose again from the findings as they are now.",
    )
}

fn too_large() -> Said {
    Said::new(
        "改动后的内容太多，放不下，改动没有应用。请把文件分成几份再改。",
        "The changed texts are too large to hold, so nothing was changed; divide the file and try again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use crate::wire::CheckOptions;

    impl Edits {
        /// Fails once, when its time has come.
        pub(super) fn may_fail(&mut self) -> Result<(), Said> {
            self.fails_after = match self.fails_after {
                Some(0) => {
                    self.fails_after = None;
                    return Err(too_large());
                }
                it => it.map(|it| it - 1),
            };
            Ok(())
        }
    }

    /// A roster whose safe fixes take two rounds.
    fn session() -> Session {
        let given = CheckOptions {
            today: "2026-11-21".to_owned(),
            ..CheckOptions::default()
        };
        let mut session = Session::new(Options::understand(&given).unwrap());
        let text = "姓名,性别,出生日期,身份证件类型,身份证件号,监护人电话\n\
            李 小明 ,男,２０１５/3/7,居民身份证,１１０１０５２０１５０３０７１２３ｘ,１３８ ００１２-３４５６\n";
        session.open("a.csv", text.as_bytes(), &mut |_| {});
        session.check(&mut |_| {});
        session
    }

    fn texts(session: &Session) -> Vec<String> {
        let sheet = &session.rosters[0].sheet;
        let texts = (0..sheet.columns.len()).map(|it| sheet.text(it, 0).to_owned());
        texts.collect()
    }

    #[test]
    fn a_round_that_fails_takes_the_earlier_ones_with_it() {
        let mut session = session();
        let (before, count) = (texts(&session), session.findings().cells.len());
        session.edits.fails_after = Some(1);
        session.apply_safe(&mut |_| {}).unwrap_err();
        assert_eq!(session.edits.fails_after, None, "there was a second round");
        assert_eq!(texts(&session), before);
        assert_eq!(session.edits.log, EditLog::default());
        assert_eq!(session.findings().cells.len(), count, "checked again");
        assert!(session.apply_safe(&mut |_| {}).unwrap() > 1);
    }

    #[test]
    fn a_step_that_cannot_be_taken_back_is_still_there() {
        let mut session = session();
        session.apply_safe(&mut |_| {}).unwrap();
        let (before, log) = (texts(&session), session.edits.log.clone());
        session.edits.fails_after = Some(0);
        session.undo(&mut |_| {}).unwrap_err();
        assert_eq!((texts(&session), &session.edits.log), (before, &log));
    }
}
