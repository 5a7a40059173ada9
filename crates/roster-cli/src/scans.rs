//! The listing of a folder of scans: names, sizes, first and last bytes. Nothing in it is touched.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use roster_engine::{Language, Scan, TAIL_BYTES};

use crate::names::shown;
use crate::{CouldNotRun, cause};

/// Bytes at the front of a file that tell what it is.
const HEAD: u64 = 16;
/// How deep folders are looked into: a school, a grade, a class, a pupil, and some more.
const DEPTH_MAX: usize = 8;

/// Every file below a folder.
pub(crate) fn scans(folder: &str, language: Language) -> Result<Vec<Scan>, CouldNotRun> {
    let mut scans = Vec::new();
    list(Path::new(folder), "", 0, &mut scans).map_err(|error| {
        CouldNotRun(match language {
            Language::Zh => format!(
                "扫描件文件夹“{folder}”读不了（{}），请检查它的名称和位置。",
                cause(&error, language)
            ),
            Language::En => format!(
                "The folder of scans \"{folder}\" cannot be read ({}); check its name and place.",
                cause(&error, language)
            ),
        })
    })?;
    Ok(scans)
}

fn list(folder: &Path, above: &str, depth: usize, scans: &mut Vec<Scan>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = shown(&entry.file_name());
        let kind = entry.file_type()?;
        let path = format!("{above}{name}");
        // What a system keeps for itself begins with a dot; a link may lead anywhere.
        if name.starts_with('.') || kind.is_symlink() {
            continue;
        }
        if kind.is_dir() && depth < DEPTH_MAX {
            list(&entry.path(), &format!("{path}/"), depth + 1, scans)?;
        } else if kind.is_file() {
            scans.push(looked_at(path, &entry.path()));
        }
    }
    Ok(())
}

/// Size, first and last bytes; nothing of a file that cannot be opened.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are read"
)]
fn looked_at(path: String, at: &Path) -> Scan {
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    let Ok(mut file) = File::open(at) else {
        return Scan::new(path, 0, head, &tail);
    };
    let bytes = file.metadata().map_or(0, |it| it.len());
    // A file that breaks off here is as good as empty.
    let _ = file.by_ref().take(HEAD).read_to_end(&mut head);
    let behind = bytes.saturating_sub(TAIL_BYTES as u64);
    let _ = file
        .seek(SeekFrom::Start(behind))
        .and_then(|_| file.take(TAIL_BYTES as u64).read_to_end(&mut tail));
    Scan::new(path, bytes, head, &tail)
}
