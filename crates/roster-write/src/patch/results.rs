//! Old results of formulas are taken away with what makes them old, wherever the formulas stand.

use std::collections::{BTreeMap, BTreeSet};

use roster_package::ArchiveWriter;

use super::Spot;
use super::cells::Cells;
use super::change::place_of;
use super::job::{Job, relations_of};
use super::sheet::{self, Asked};
use super::stale::stale;
use super::window::Window;

/// What becomes of results.
pub(super) struct Results {
    /// How many go.
    pub(super) gone: u32,
    /// Whether others that stay may be old.
    pub(super) may_be_stale: bool,
}

/// Adds the formulas that look at what changes to what is asked.
pub(super) fn ask(job: &mut Job<'_>, sheets: &mut BTreeMap<String, Cells>) -> Results {
    let stale = stale(job, sheets);
    job.is_stale = !stale.by_sheet.is_empty() || stale.is_unclear;
    let mut results = Results {
        gone: 0,
        may_be_stale: stale.is_unclear,
    };
    for (name, spots) in stale.by_sheet {
        let count = spots.len() as u32;
        if let Some(cells) = sheets.get_mut(&name) {
            cells.stale = spots;
        } else if is_writable(job, &name, &spots) {
            sheets.entry(name).or_default().stale = spots;
        } else {
            results.may_be_stale = true;
            continue;
        }
        results.gone += count;
    }
    results
}

/// Whether a sheet in which nothing else changes can be written without some results. What cannot stays as it
/// is, and the rest is still done.
fn is_writable(job: &mut Job<'_>, name: &str, stale: &BTreeSet<Spot>) -> bool {
    let Some((_, part)) = place_of(job, name) else {
        return false;
    };
    let entry = job.archive.find(&part);
    let stream = entry.and_then(|it| job.archive.stream(it).ok());
    let (Some(stream), Ok(_)) = (stream, relations_of(&job.archive, &part)) else {
        return false;
    };
    let mut made = ArchiveWriter::new();
    made.start(&part);
    let asked = Asked {
        touched: &[],
        calculated: &BTreeSet::new(),
        noted: &BTreeSet::new(),
        stale,
        drawing: None,
    };
    let mut visit = |_: u64| {};
    let mut window = Window::new(stream, &mut made, &mut visit);
    sheet::rewrite(&mut window, &asked, &mut job.styles).is_ok()
}
