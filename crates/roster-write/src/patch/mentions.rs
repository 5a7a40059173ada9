//! Whether a formula anywhere in a workbook names a column of a table. Excel repairs a workbook whose
//! formulas name columns that are not there.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memchr_iter;

use super::job::Job;
use crate::text::escape_cell;

const CHUNK_BYTES: usize = 64 << 10;
/// Longest name, as it is written, that is looked for.
const NAME_BYTES_MAX: usize = 4096;
/// Parts without formulas that may be large.
const WITHOUT: [&str; 3] = ["sharedstrings", "comments", "pivotcache"];

/// Names as formulas write them, by their length, each with the column it is of.
type Wanted<'n> = BTreeMap<usize, BTreeMap<Vec<u8>, &'n str>>;

/// The columns that a formula may name. What only looks like it in a text counts too.
pub(super) fn mentioned<'n>(
    job: &Job<'_>,
    columns: impl Iterator<Item = &'n str>,
) -> BTreeSet<String> {
    let mut wanted = Wanted::new();
    for column in columns {
        let name = written(column);
        if name.len() < NAME_BYTES_MAX {
            let same_length = wanted.entry(name.len()).or_default();
            same_length.insert(name, column);
        }
    }
    let mut found = BTreeSet::new();
    if wanted.is_empty() {
        return found;
    }
    let mut chunk = vec![0; CHUNK_BYTES + NAME_BYTES_MAX];
    for entry in job.archive.entries() {
        let name = entry.name().to_ascii_lowercase();
        let is_text = name.rsplit_once('.').is_some_and(|it| it.1 == "xml");
        if !is_text || WITHOUT.iter().any(|it| name.contains(it)) {
            continue;
        }
        // What cannot be read here is read by nobody else.
        let Ok(mut stream) = job.archive.stream(entry) else {
            continue;
        };
        let mut kept = 0;
        while let Ok(count @ 1..) = stream.fill(&mut chunk[kept..]) {
            let filled = kept + count;
            search(&chunk[..filled], kept, &wanted, &mut found);
            // A name may stand across two pieces.
            let start = filled.saturating_sub(NAME_BYTES_MAX);
            chunk.copy_within(start..filled, 0);
            kept = filled - start;
        }
    }
    found
}

/// A name as it stands before the bracket that ends it.
fn written(column: &str) -> Vec<u8> {
    let mut name = Vec::new();
    for c in column.chars() {
        // Formulas mark these with an apostrophe.
        if "[]#'".contains(c) {
            name.push(b'\'');
        }
        escape_cell(c.encode_utf8(&mut [0; 4]), &mut name);
    }
    name
}

/// Looks at what stands before each bracket from a place on.
fn search(bytes: &[u8], from: usize, wanted: &Wanted<'_>, found: &mut BTreeSet<String>) {
    for end in memchr_iter(b']', &bytes[from..]).map(|it| from + it) {
        for (length, names) in wanted {
            let Some(start) = end.checked_sub(*length).filter(|it| *it > 0) else {
                break;
            };
            if !b"[,@ ".contains(&bytes[start - 1]) {
                continue;
            }
            if let Some(name) = names.get(&bytes[start..end]) {
                found.insert((*name).to_owned());
            }
        }
    }
}
