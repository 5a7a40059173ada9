//! Whether a formula anywhere in a workbook names a column of a table. Excel repairs a workbook whose
//! formulas name columns that are not there.

use memchr::memmem::Finder;

use super::PatchError;
use super::job::{Job, stream_error};
use super::text::escape;

const CHUNK_BYTES: usize = 64 << 10;
/// Parts without formulas that may be large.
const WITHOUT: [&str; 3] = ["sharedstrings", "comments", "pivotcache"];

/// Whether a formula may name the column. What only looks like it in a text counts too.
pub(super) fn is_mentioned(job: &Job<'_>, column: &str) -> Result<bool, PatchError> {
    let mut needle = Vec::new();
    for c in column.chars() {
        // Formulas mark these with an apostrophe.
        if "[]#'".contains(c) {
            needle.push(b'\'');
        }
        escape(c.encode_utf8(&mut [0; 4]), &mut needle);
    }
    needle.push(b']');
    let finder = Finder::new(&needle);
    let mut chunk = vec![0; CHUNK_BYTES + needle.len() + 1];
    for entry in job.archive.entries() {
        let name = entry.name().to_ascii_lowercase();
        let is_text = name.rsplit_once('.').is_some_and(|it| it.1 == "xml");
        if !is_text || WITHOUT.iter().any(|it| name.contains(it)) {
            continue;
        }
        let failed = |error: roster_package::PackageError| stream_error(&name, error.into());
        let mut stream = job.archive.stream(entry).map_err(failed)?;
        let mut kept = 0;
        loop {
            let count = stream.fill(&mut chunk[kept..]).map_err(failed)?;
            if count == 0 {
                break;
            }
            let filled = kept + count;
            let mut found = finder.find_iter(&chunk[..filled]);
            if found.any(|at| at > 0 && b"[,@ ".contains(&chunk[at - 1])) {
                return Ok(true);
            }
            // The name may stand across two pieces.
            let start = filled.saturating_sub(needle.len());
            chunk.copy_within(start..filled, 0);
            kept = filled - start;
        }
    }
    Ok(false)
}
