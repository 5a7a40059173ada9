//! What was changed, as a reader may see it.

use roster_model::{CellPlace, Decider, Edit, Place};
use roster_order::FewMap;
use roster_rules::rule;

use crate::describe::Describe;
use crate::session::safe_fixes::safe_edits;
use crate::wire::{Change, Changes, Edited, RuleCount};

impl Describe<'_> {
    /// The totals.
    pub(crate) fn changes(&self) -> Changes {
        let edits = self.session.edits();
        Changes {
            steps: edits.steps() as u32,
            cells: self.session.changed().count() as u64,
            by_rule: by_rule(edits.edits()),
        }
    }

    /// `count` changes, oldest first, without the first `from`.
    pub fn changes_from(&self, from: usize, count: usize) -> Vec<Change> {
        let edits = self.session.edits().edits().iter();
        let some = edits.skip(from).take(count);
        some.map(|it| self.change(it)).collect()
    }

    /// The cells among `count` pupils of a sheet, without the first `from`, that differ from the
    /// file; by row and column.
    pub fn edited(&self, sheet: u32, from: u32, count: u32) -> Vec<Edited> {
        let Some(roster) = self.session.rosters().get(sheet as usize) else {
            return Vec::new();
        };
        if self.session.edits().edits().is_empty() {
            return Vec::new();
        }
        let until = from.saturating_add(count).min(roster.sheet.row_count());
        let columns = &roster.sheet.columns;
        let cells = (from..until).flat_map(|row| (0..columns.len()).map(move |it| (row, it)));
        let edited = |(row, column): (u32, usize)| {
            let position = columns[column].position;
            let place = Place::Cell(CellPlace {
                sheet,
                row,
                position,
            });
            let original = self.session.original_text(place)?;
            (original != roster.sheet.text(column, row)).then(|| Edited {
                row,
                column: column as u32,
                from: self.show_at(roster, position, original),
            })
        };
        cells.filter_map(edited).collect()
    }

    /// How many changes `Session::apply_safe` would begin with, by rule.
    pub fn safe_fixes(&self) -> Vec<RuleCount> {
        by_rule(&safe_edits(self.session, &[]))
    }

    /// A text of a place that can be changed, as the reader may see it.
    pub(crate) fn show_in(&self, place: Place, text: &str) -> String {
        match place {
            Place::Cell(cell) => {
                let roster = self.session.roster(cell.sheet);
                self.show_at(roster, cell.position, text)
            }
            // The words of a header are nobody's.
            _ => text.to_owned(),
        }
    }

    /// One change.
    pub(crate) fn change(&self, edit: &Edit) -> Change {
        let place = self.place(edit.place);
        Change {
            file: place.file,
            sheet: place.sheet.unwrap_or_default(),
            cell: place.cell.unwrap_or_default(),
            column: place.column,
            from: self.show_in(edit.place, &edit.from),
            to: self.show_in(edit.place, &edit.to),
            rule: edit.rule,
            decided_by: match edit.decided_by {
                Decider::Program => "program",
                Decider::Person => "person",
            },
        }
    }
}

/// How many edits each rule has.
fn by_rule(edits: &[Edit]) -> Vec<RuleCount> {
    let mut counts: FewMap<&'static str, u64> = FewMap::default();
    for edit in edits {
        *counts.get_or_insert_with(edit.rule, || 0) += 1;
    }
    let counts = counts.into_iter();
    counts
        .map(|(code, count)| RuleCount {
            rule: code,
            level: rule(code).map_or("", |it| it.level.key()),
            count,
        })
        .collect()
}
