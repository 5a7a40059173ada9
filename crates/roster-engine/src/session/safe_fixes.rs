//! Which changes may be made without asking: the safe fixes of all findings, one a cell.
//!
//! Deliberately left alone: cells that a formula fills, where the file is written back, since the formula
//! would be lost; headers of two levels, since they are no single cell; and what the file cannot hold.

use std::collections::BTreeMap;

use roster_model::{CellPlace, Decider, Edit, Finding, Fix, Place, RowSet, Trust};
use roster_order::FewMap;
use roster_rules::{CellFindings, Check, RULES, finding_at};

use crate::session::Session;
use crate::session::editing::edit_of;

/// The safe fixes there are now, the first by the order of the rules for each place. `earlier` are
/// the edits of the same step: no place gets a text again that it had before.
pub(crate) fn safe_edits(session: &Session, earlier: &[Edit]) -> Vec<Edit> {
    collected(session, earlier).edits
}

/// The places of safe fixes whose text the encoding of their file does not have.
pub(crate) fn unwritable(session: &Session) -> Vec<Place> {
    let mut places = collected(session, &[]).unwritable;
    roster_order::sort(&mut places);
    places.dedup();
    places
}

fn collected<'s>(session: &'s Session, earlier: &'s [Edit]) -> Collected<'s> {
    let mut collected = Collected {
        session,
        had: BTreeMap::new(),
        taken: FewMap::default(),
        headers: FewMap::default(),
        edits: Vec::new(),
        unwritable: Vec::new(),
    };
    for edit in earlier {
        collected
            .had
            .entry(edit.place)
            .or_default()
            .push(&edit.from);
    }
    let findings = session.findings();
    let mut causes = findings.cells.iter().peekable();
    for (index, rule) in RULES.iter().enumerate() {
        for finding in findings.whole.iter().filter(|it| it.rule == rule.code) {
            collected.take_all(finding);
        }
        while let Some(cause) = causes.next_if(|it| it.rule == index) {
            match rule.check {
                Check::Value { .. } => collected.take_values(cause),
                _ => collected.take_rows(cause),
            }
        }
    }
    collected
}

struct Collected<'s> {
    session: &'s Session,
    /// The texts a place had in this step.
    had: BTreeMap<Place, Vec<&'s str>>,
    /// The rows that have an edit, by sheet and position.
    taken: FewMap<(u32, u16), RowSet>,
    headers: FewMap<Place, ()>,
    edits: Vec<Edit>,
    unwritable: Vec<Place>,
}

impl Collected<'_> {
    /// A check of a text by itself says the same of every cell with that text.
    fn take_values(&mut self, cause: &CellFindings) {
        let roster = self.session.roster(cause.sheet);
        let column = &roster.sheet.columns[cause.index];
        let mut known: BTreeMap<u32, Option<Fix>> = BTreeMap::new();
        for row in cause.rows.iter() {
            let value = column.cells.value(row);
            let fix = known
                .entry(value.0)
                .or_insert_with(|| finding_at(cause, row, roster).and_then(first_safe));
            let Some(fix) = fix else { continue };
            let place = Place::Cell(CellPlace {
                sheet: cause.sheet,
                row,
                position: column.position,
            });
            let fix = Fix {
                place,
                ..fix.clone()
            };
            self.take(fix, RULES[cause.rule].code);
        }
    }

    fn take_rows(&mut self, cause: &CellFindings) {
        let roster = self.session.roster(cause.sheet);
        for row in cause.rows.iter() {
            if let Some(finding) = finding_at(cause, row, roster) {
                self.take_all(&finding);
            }
        }
    }

    fn take_all(&mut self, finding: &Finding) {
        for fix in &finding.fixes {
            self.take(fix.clone(), finding.rule);
        }
    }

    fn take(&mut self, fix: Fix, rule: &'static str) {
        let came_back = self
            .had
            .get(&fix.place)
            .is_some_and(|it| it.contains(&fix.to.as_str()));
        if fix.trust != Trust::Safe || came_back || !self.is_open(fix.place, &fix.from) {
            return;
        }
        if self.session.trust(rule, &fix) != Trust::Safe {
            if !self.session.encodes(fix.place, &fix.to) {
                self.unwritable.push(fix.place);
            }
            return;
        }
        match fix.place {
            Place::Cell(cell) => {
                let rows = self.session.roster(cell.sheet).sheet.row_count();
                let column = (cell.sheet, cell.position);
                let taken = self.taken.get_or_insert_with(column, || RowSet::new(rows));
                taken.insert(cell.row);
            }
            place => {
                self.headers.get_or_insert_with(place, || ());
            }
        }
        self.edits.push(edit_of(fix, rule, Decider::Program));
    }

    /// Whether a place has the text a fix is made for, may be changed and has no edit yet.
    fn is_open(&self, place: Place, from: &str) -> bool {
        match place {
            Place::Cell(cell) => {
                let sheet = &self.session.roster(cell.sheet).sheet;
                let Some(column) = sheet.column_at(cell.position) else {
                    return false;
                };
                let cells = &column.cells;
                let value = cells.value(cell.row);
                let is_taken = self
                    .taken
                    .get(&(cell.sheet, cell.position))
                    .is_some_and(|it| it.contains(cell.row));
                !is_taken && cells.text(value) == from
            }
            Place::Column(sheet, position) => {
                let sheet = &self.session.roster(sheet).sheet;
                let header = sheet.column_at(position);
                sheet.header_rows.len() == 1
                    && header.is_some_and(|it| it.header == from)
                    && self.headers.get(&place).is_none()
            }
            _ => false,
        }
    }
}

fn first_safe(finding: Finding) -> Option<Fix> {
    let mut fixes = finding.fixes.into_iter();
    fixes.find(|it| it.trust == Trust::Safe)
}
