//! Runs the rules over the rosters of a run.
//!
//! Counting comes first: each rule says only where it speaks. `finding_at` works out one finding in
//! full, by running its check again for that one cell or row.

pub(crate) mod demands;
pub(crate) mod levels;
pub(crate) mod not_run;
pub(crate) mod own_forms;
pub(crate) mod silence;
pub(crate) mod whole_column;

use roster_model::{CellPlace, Finding, Level, Matches, RowSet, SourceFile};
use roster_order::{FewMap, share};
use roster_values::text::Traits;

use crate::cell::Outcome;
use crate::gathered::Gathered;
use crate::row::RowOutcome;
use crate::run::Shared;
use crate::walk::not_run::{OF_LISTS, runs_over, why_not_run};
use crate::{Cell, CellFindings, Check, Findings, NotRun, RULES, Roster, Row, Rule, Run, Settings};

/// More threads than a few only wait for memory.
const THREADS: usize = 4;

/// How far a check is: `done` of `total` steps, where a step is one rule over one sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

/// Runs every rule. `progress` is told of every step.
pub fn check(
    files: &[SourceFile],
    rosters: &[Roster],
    matches: &Matches,
    settings: &Settings,
    mut progress: impl FnMut(Step),
) -> Findings {
    let mut before = 0;
    let mut findings = Findings::default();
    let checked = || rosters.iter().filter(|it| it.sheet.is_checked());
    let total = (RULES.len() * (checked().count() + 1)) as u32;
    for (sheet, roster) in rosters.iter().enumerate() {
        if !roster.sheet.is_checked() {
            continue;
        }
        let counted = count_sheet(sheet as u32, roster, matches, |done| {
            let done = before + done as u32;
            progress(Step { done, total });
        });
        before += RULES.len() as u32;
        findings.cells.extend(counted);
    }
    roster_order::sort_by_key(&mut findings.cells, |it| {
        (it.rule, it.sheet, it.index, it.level)
    });
    let gathered = Gathered::default();
    let shared = Shared {
        files,
        rosters,
        matches,
        settings,
        gathered: &gathered,
    };
    // Several rules ask for these: worked out before the threads, of which all but one would wait.
    gathered.registrations(rosters, &matches.groups, settings);
    let wide = |rule: usize| run_sheet_rule(RULES[rule], Run::new(RULES[rule], &shared));
    let told = share(THREADS, RULES.len(), wide, |done| {
        let done = before + done as u32;
        progress(Step { done, total });
    });
    findings.whole = told.into_iter().flatten().collect();
    silence::of_whole(&mut findings.whole, rosters);
    levels::set_of_whole(&mut findings.whole, rosters);
    findings.registrations = gathered.registrations.into_inner().unwrap_or_default();
    let not_run = RULES.iter().filter(|it| it.code != OF_LISTS);
    let not_run = not_run.filter_map(|rule| {
        let (rule, why) = (rule.code, why_not_run(rule, &checked, settings)?);
        Some(NotRun { rule, why })
    });
    findings.not_run = not_run.collect();
    findings
}

/// For benchmarks: runs one rule alone over the rosters and gives how many findings it has before other
/// rules silence any.
pub fn run_alone(
    rule_index: usize,
    files: &[SourceFile],
    rosters: &[Roster],
    matches: &Matches,
    settings: &Settings,
) -> u64 {
    let rule = RULES[rule_index];
    if matches!(rule.check, Check::Sheet { .. }) {
        let shared = Shared {
            files,
            rosters,
            matches,
            settings,
            gathered: &Gathered::default(),
        };
        let run = Run::new(rule, &shared);
        return run_sheet_rule(rule, run).len() as u64;
    }
    let sheets = rosters.iter().enumerate();
    let counted = sheets.flat_map(|(it, roster)| count_rule(rule_index, rule, it as u32, roster));
    counted.map(|it| it.rows.len()).sum()
}

/// What the rules about single pupils find in one sheet.
fn count_sheet(
    sheet: u32,
    roster: &Roster,
    matches: &Matches,
    step: impl FnMut(usize),
) -> Vec<CellFindings> {
    // What every rule asks for first, so that none of them waits for another.
    let columns = roster.sheet.columns.len();
    let ask = |it| match it {
        0 => _ = roster.odd_documents(),
        _ => _ = roster.traits(it - 1),
    };
    share(THREADS, columns + 1, ask, |_| {});
    let count = |rule: usize| count_rule(rule, RULES[rule], sheet, roster);
    let counted = share(THREADS, RULES.len(), count, step);
    let mut counted: Vec<CellFindings> = counted.into_iter().flatten().collect();
    silence::all(&mut counted, sheet, roster, &matches.groups);
    levels::set_of_cells(&mut counted, roster);
    whole_column::mark(&mut counted, roster);
    counted.retain(|it| !it.rows.is_empty());
    counted
}

fn run_sheet_rule(rule: &'static Rule, mut run: Run<'_>) -> Vec<Finding> {
    if let Check::Sheet { check, .. } = rule.check {
        check(&mut run);
    }
    run.findings
}

/// Works out one finding in full: the one of `cause` in `row`.
///
/// Nothing is given when the rule does not speak of that row after all.
pub fn finding_at(cause: &CellFindings, row: u32, roster: &Roster) -> Option<Finding> {
    let rule = RULES[cause.rule];
    let column = &roster.sheet.columns[cause.index];
    let place = CellPlace {
        sheet: cause.sheet,
        row,
        position: column.position,
    };
    let finding = match rule.check {
        Check::Value { check, .. } => {
            let outcome = Outcome::Tell {
                rule: rule.code,
                place,
                finding: None,
            };
            let value = column.cells.value(row);
            let mut cell = Cell {
                roster,
                index: cause.index,
                column: column.column?,
                value,
                level: rule.level,
                outcome,
            };
            check(&mut cell);
            let Outcome::Tell { finding, .. } = cell.outcome else {
                return None;
            };
            finding
        }
        Check::Row { check, .. } | Check::AnyOf { check, .. } | Check::Document { check, .. } => {
            let mut row = row_of(rule, cause.sheet, row, roster, RowOutcome::Tell(Vec::new()));
            check(&mut row);
            let RowOutcome::Tell(findings) = row.outcome else {
                return None;
            };
            let here = roster_model::Place::Cell(place);
            let level = |it: &Finding| roster.profile.level(rule.code, column.column, it.level);
            findings
                .into_iter()
                .find(|it| it.place == here && level(it) == Some(cause.level))
        }
        Check::Demand(kind) => demands::tell(kind, rule.code, cause, row, roster),
        Check::Sheet { .. } => None,
    };
    // The profile may have another level for the rule than the rule itself.
    finding.map(|mut finding| {
        finding.level = cause.level;
        let fixes = &mut finding.fixes;
        fixes.retain_mut(|it| own_forms::is_taken(it, roster));
        finding
    })
}

fn row_of<'a>(
    rule: &Rule,
    sheet: u32,
    number: u32,
    roster: &'a Roster,
    outcome: RowOutcome,
) -> Row<'a> {
    Row {
        roster,
        sheet,
        number,
        rule: rule.code,
        level: rule.level,
        outcome,
    }
}

/// A function of its own in the page's module too: a browser takes the faster version of a function at
/// its next call.
#[inline(never)]
fn count_rule(
    rule_index: usize,
    rule: &'static Rule,
    sheet: u32,
    roster: &Roster,
) -> Vec<CellFindings> {
    let mut counted = Vec::new();
    let mut keep = |index: usize, level: Level, rows: RowSet| {
        counted.push(CellFindings {
            rule: rule_index,
            sheet,
            index,
            level,
            rows,
            whole_column: false,
        });
    };
    match &rule.check {
        Check::Value {
            covers,
            when,
            check,
        } => {
            for (index, it) in roster.sheet.columns.iter().enumerate() {
                let Some(column) = it.column else { continue };
                if !covers.covers(column) {
                    continue;
                }
                for (level, rows) in count_values(rule, roster, index, *when, *check) {
                    keep(index, level, rows);
                }
            }
        }
        Check::Row { check, .. } | Check::AnyOf { check, .. } | Check::Document { check, .. } => {
            if !runs_over(rule, roster) {
                return counted;
            }
            let count_all = || {
                let all = 0..roster.sheet.row_count();
                count_rows(rule, sheet, roster, all, *check)
            };
            let said = match rule.check {
                Check::Document { .. } => {
                    let odd = roster.odd_documents().iter();
                    let said = count_rows(rule, sheet, roster, odd, *check);
                    debug_assert_eq!(
                        said,
                        count_all(),
                        "{} speaks of a document that is plainly right",
                        rule.code
                    );
                    said
                }
                _ => count_all(),
            };
            for ((index, level), rows) in said {
                keep(index, level, rows);
            }
        }
        Check::Demand(kind) => {
            for ((index, level), rows) in demands::count(*kind, roster) {
                keep(index, level, rows);
            }
        }
        Check::Sheet { .. } => {}
    }
    counted
}

fn count_values(
    rule: &'static Rule,
    roster: &Roster,
    index: usize,
    when: Traits,
    check: fn(&mut Cell<'_>),
) -> Vec<(Level, RowSet)> {
    let column = &roster.sheet.columns[index];
    let Some(known) = column.column else {
        return Vec::new();
    };
    if !when.is_empty() && !when.intersects(roster.traits_seen(index)) {
        return Vec::new();
    }
    let mut chosen: Vec<(Level, Vec<bool>)> = Vec::new();
    let mut cell = Cell {
        roster,
        index,
        column: known,
        value: roster_model::ValueId(0),
        level: rule.level,
        outcome: Outcome::Count(None),
    };
    for (id, &traits) in roster.traits(index).iter().enumerate() {
        let is_blank = traits.contains(Traits::BLANK);
        let sees = if when.is_empty() {
            !is_blank
        } else {
            when.intersects(traits)
        };
        if !sees || (is_blank && !when.contains(Traits::BLANK)) {
            continue;
        }
        cell.value = roster_model::ValueId(id as u32);
        check(&mut cell);
        let Outcome::Count(seen) = &mut cell.outcome else {
            continue;
        };
        let Some(level) = seen.take() else { continue };
        if let Some((_, flags)) = chosen.iter_mut().find(|(it, _)| *it == level) {
            flags[id] = true;
        } else {
            let mut flags = vec![false; column.cells.value_count() as usize];
            flags[id] = true;
            chosen.push((level, flags));
        }
    }
    chosen
        .into_iter()
        .map(|(level, flags)| (level, column.cells.rows_with(&flags)))
        .collect()
}

fn count_rows(
    rule: &'static Rule,
    sheet: u32,
    roster: &Roster,
    rows: impl Iterator<Item = u32>,
    check: fn(&mut Row<'_>),
) -> FewMap<(usize, Level), RowSet> {
    let row_count = roster.sheet.row_count();
    let mut sets: FewMap<(usize, Level), RowSet> = FewMap::default();
    let mut row = row_of(rule, sheet, 0, roster, RowOutcome::Count(Vec::new()));
    for number in rows {
        row.number = number;
        check(&mut row);
        let RowOutcome::Count(seen) = &mut row.outcome else {
            return sets;
        };
        // Nearly every row is right.
        if seen.is_empty() {
            continue;
        }
        for key in seen.drain(..) {
            sets.get_or_insert_with(key, || RowSet::new(row_count))
                .insert(number);
        }
    }
    sets
}
