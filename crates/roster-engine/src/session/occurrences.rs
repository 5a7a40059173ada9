//! The findings of a run one by one, worked out from the causes only when somebody asks.

use roster_model::{CellKind, FactValue, Finding, Level, Place, cell_name};
use roster_order::FewMap;
use roster_rules::{CellFindings, RULES, allows_blank, fills_first_of_classes, speaks_of_blank};

use crate::session::Session;

/// One time that a rule spoke, before it is worked out what it said.
#[derive(Clone, Copy)]
pub(crate) enum Occurrence<'s> {
    /// Of a file, a sheet or a column.
    Whole(&'s Finding),
    /// Of a row; or of the whole column, told by this row.
    Cell(&'s CellFindings, u32),
}

impl Occurrence<'_> {
    /// How serious it is.
    pub(crate) fn level(self) -> Level {
        match self {
            Occurrence::Whole(finding) => finding.level,
            Occurrence::Cell(cause, _) => cause.level,
        }
    }

    /// The cause, where one finding tells of the whole column.
    pub(crate) fn column(&self) -> Option<&CellFindings> {
        match self {
            Occurrence::Cell(cause, _) if cause.whole_column => Some(cause),
            _ => None,
        }
    }
}

impl Session {
    /// How often each rule spoke at each level.
    pub(crate) fn count_by_rule(&self) -> FewMap<(&'static str, Level), u64> {
        let mut counts = FewMap::default();
        let mut add = |code: &'static str, level: Level, count: u64| {
            *counts.get_or_insert_with((code, level), || 0) += count;
        };
        for it in &self.findings().whole {
            add(it.rule, it.level, 1);
        }
        for it in &self.findings().cells {
            add(RULES[it.rule].code, it.level, it.count());
        }
        counts
    }

    /// The findings of one rule in full, without the first `skip`: those of whole files and sheets
    /// first, then by sheet, column, level and row.
    pub fn findings_of(&self, rule: usize, skip: u64) -> impl Iterator<Item = Finding> + '_ {
        let found = self.occurrences_of(rule, None, skip);
        found.filter_map(|it| self.told(it))
    }

    /// Every finding in full, by rule code.
    pub fn all_findings(&self) -> impl Iterator<Item = Finding> + '_ {
        self.findings_in(None)
    }

    /// The findings in one file, or all of them, in full, by rule code.
    pub(crate) fn findings_in(&self, file: Option<usize>) -> impl Iterator<Item = Finding> + '_ {
        self.occurrences(file).filter_map(|it| self.told(it))
    }

    /// Where the rules spoke, in one file or in all of them, by rule code.
    pub(crate) fn occurrences(&self, file: Option<usize>) -> impl Iterator<Item = Occurrence<'_>> {
        (0..RULES.len()).flat_map(move |it| self.occurrences_of(it, file, 0))
    }

    /// Where a rule spoke, in one file or in all of them, in the order of `findings_of`.
    pub(crate) fn occurrences_of(
        &self,
        rule: usize,
        file: Option<usize>,
        skip: u64,
    ) -> impl Iterator<Item = Occurrence<'_>> {
        let code = RULES[rule].code;
        let whole = self.findings().whole.iter();
        let whole = whole.filter(move |it| it.rule == code && self.is_in_file(it.place, file));
        let whole_count = whole.clone().count() as u64;
        let whole = whole.skip(skip.min(whole_count) as usize);
        let mut skip = skip - skip.min(whole_count);
        let causes = self.findings().cells.iter();
        let causes = causes
            .filter(move |it| it.rule == rule && self.is_in_file(Place::Sheet(it.sheet), file));
        let cells = causes.flat_map(move |cause| {
            let here = skip.min(cause.count());
            skip -= here;
            let rest = (cause.count() - here) as usize;
            let rows = cause.rows.iter_after(here).take(rest);
            rows.map(move |row| Occurrence::Cell(cause, row))
        });
        whole.map(Occurrence::Whole).chain(cells)
    }

    /// The finding in full; none where the rule does not speak there after all.
    pub(crate) fn told(&self, occurrence: Occurrence<'_>) -> Option<Finding> {
        match occurrence {
            Occurrence::Whole(finding) => Some(finding.clone()),
            Occurrence::Cell(cause, row) => self.finding_in(cause, row),
        }
    }

    /// Whether a place is in this file; every place is in none.
    pub(crate) fn is_in_file(&self, place: Place, file: Option<usize>) -> bool {
        file.is_none_or(|it| self.file_number(place) == it)
    }

    /// The finding of a cause in a row; for a whole column, the one finding of it, told by the
    /// example of this row, whose proposals it has.
    pub(crate) fn finding_in(&self, cause: &CellFindings, row: u32) -> Option<Finding> {
        let roster = self.roster(cause.sheet);
        let mut finding = roster_rules::finding_at(cause, row, roster)?;
        if cause.whole_column {
            let position = roster.sheet.columns[cause.index].position;
            let address = |row: u32| cell_name(position, roster.sheet.row_numbers[row as usize]);
            let last = cause.rows.iter().last().unwrap_or(row);
            finding.place = Place::Column(cause.sheet, position);
            finding
                .number("count", cause.rows.len())
                .fact("range", format!("{}:{}", address(row), address(last)));
        }
        Some(finding)
    }

    /// How it is said that a finding is of many cells of a column: of all that are filled, or of all
    /// there are, or else of most.
    pub(crate) fn cells_said(&self, finding: &Finding) -> (&'static str, &'static str) {
        let of_most = (
            "（{range}中有{count}处如此）",
            " (So are {count} cells of {range}.)",
        );
        let Place::Column(sheet, position) = finding.place else {
            return of_most;
        };
        let roster = self.roster(sheet);
        let sheet = &roster.sheet;
        let Some(index) = sheet.index_at(position) else {
            return of_most;
        };
        let column = &sheet.columns[index];
        let told = count_told(finding);
        let (cells, rows) = (&column.cells, sheet.row_count());
        let is_filled = |row: &u32| cells.kind(cells.value(*row)) != CellKind::Blank;
        // Of a blank column the cells are all there are.
        let is_all = told == Some(u64::from(rows));
        let filled = if is_all {
            0
        } else {
            (0..rows).filter(is_filled).count() as u64
        };
        if speaks_of_blank(finding.rule) && !is_all && filled > 0 {
            return if filled == 1 && !roster.is_blank_at(index, 0) {
                (
                    "（只填了第一行，{range}共{count}处都空着，请逐行填写）",
                    " (Only the first row is filled in: {count} cells, {range}, are blank.)",
                )
            } else if fills_first_of_classes(roster, index) {
                (
                    "（只填了每班第一行，{range}中有{count}处空着，请逐行填写）",
                    " (Only the first row of each class is filled in: {count} cells of {range} are blank.)",
                )
            } else {
                (
                    "（{range}中有{count}处空着，请逐行填写）",
                    " ({count} cells of {range} are blank.)",
                )
            };
        }
        // As many blank cells as filled ones are not all that are filled.
        let is_all_filled = !allows_blank(finding.rule) && told == Some(filled);
        let is_whole = is_all || is_all_filled;
        match (is_whole, self.is_example(finding)) {
            (true, false) => (
                "（整列如此，共{count}处：{range}）",
                " (The whole column is so: {count} cells, {range}.)",
            ),
            (true, true) => (
                "（整列如此，共{count}处：{range}；各处内容不同，这里举的是第一处）",
                " (The whole column is so: {count} cells, {range}; they differ, this is the first.)",
            ),
            (false, false) => of_most,
            (false, true) => (
                "（{range}中有{count}处如此；各处内容不同，这里举的是第一处）",
                " (So are {count} cells of {range}; they differ, this is the first.)",
            ),
        }
    }

    /// Whether the finding of a whole column only shows its first cell as an example.
    fn is_example(&self, finding: &Finding) -> bool {
        // The number of cells and where they are say the same of all of them.
        if finding.facts.len() <= 2 {
            return false;
        }
        let causes = self.findings().cells.iter();
        let mut causes = causes.filter(|it| {
            let position = || self.roster(it.sheet).sheet.columns[it.index].position;
            it.whole_column
                && RULES[it.rule].code == finding.rule
                && Place::Column(it.sheet, position()) == finding.place
        });
        let cause = causes.find(|it| {
            let first = it.rows.iter().next();
            let told = first.and_then(|first| self.finding_in(it, first));
            told.is_some_and(|it| it.place == finding.place && it.facts == finding.facts)
        });
        let Some(cause) = cause else { return false };
        let roster = self.roster(cause.sheet);
        let cells = &roster.sheet.columns[cause.index].cells;
        // Equal cells say the same, unless the rule looks at the others of the row as well.
        let is_of_cell = RULES[cause.rule].check.is_by_itself();
        let mut is_told = vec![false; cells.value_count() as usize];
        let mut rows = cause.rows.iter().filter(|&it| {
            let value = cells.value(it).0 as usize;
            !is_of_cell || !std::mem::replace(&mut is_told[value], true)
        });
        rows.any(|it| {
            let other = roster_rules::finding_at(cause, it, roster);
            other.is_some_and(|it| !finding.facts.starts_with(&it.facts))
        })
    }
}

/// How many cells a finding of a whole column has.
pub(crate) fn count_told(finding: &Finding) -> Option<u64> {
    finding.facts.iter().find_map(|it| match it.value {
        FactValue::Number(count) if it.name == "count" => Some(count),
        _ => None,
    })
}
