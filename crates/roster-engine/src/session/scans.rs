//! The folder of scans of a run: its listing may come, change and go after the check.

use std::sync::Arc;

use roster_rules::Scan;

use crate::describe::Describe;
use crate::session::{Progress, Session};
use crate::wire;

impl Session {
    /// Takes the listing of a folder of scans, or puts it away, and checks again what was checked.
    pub fn set_scans(&mut self, scans: Option<Vec<Scan>>, progress: &mut dyn FnMut(Progress)) {
        match scans {
            Some(scans) => self.options.set_scans(scans),
            None => self.options.forget_scans(),
        }
        for roster in &mut self.rosters {
            roster.settings = Arc::clone(&self.options.settings);
        }
        if !self.rosters.is_empty() {
            self.check_rosters(progress);
        }
    }
}

impl Describe<'_> {
    /// What the folder of scans has and lacks; nothing without one, and before the import.
    pub fn scans(&self) -> Option<wire::ScansFound> {
        let evidence = self.evidence()?;
        let lacking = evidence.lacking.iter().map(|it| {
            let (sheet, row) = it.place;
            let sheet = &self.session.roster(sheet).sheet;
            wire::LackingPapers {
                file: self.file_name(sheet),
                sheet: self.values.show_words(&sheet.name),
                row: sheet.row_numbers[row as usize],
                family: it.family,
                school: it.school,
            }
        });
        let unclaimed = self.unclaimed(&evidence).into_iter();
        Some(wire::ScansFound {
            lacking: lacking.collect(),
            unclaimed: unclaimed
                .zip(&evidence.unclaimed)
                .map(|(it, index)| wire::UnclaimedScan {
                    path: it.path,
                    bytes: it.bytes,
                    is_unsure: evidence.unsure.contains(index),
                })
                .collect(),
        })
    }
}
