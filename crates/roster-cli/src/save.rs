//! Files that are handed back are written here, and never over the files they came from.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use roster_engine::{Content, Format, Language, Output, Phase, Progress, Said, UnchangedCell};

use crate::progress::ProgressLine;
use crate::{CouldNotRun, cause, complain};

/// Endings of what is written here.
const NO_SCANS: &[&str] = &["xlsx", "html", "htm", "json", "csv", "txt"];

/// Refuses to write over one of the files that are read.
pub(crate) fn refuse_input<'a>(
    output: &str,
    inputs: impl IntoIterator<Item = &'a OsStr>,
    language: Language,
) -> Result<(), CouldNotRun> {
    let Ok(target) = fs::canonicalize(output) else {
        return Ok(());
    };
    let is_input = |it: &OsStr| fs::canonicalize(it).is_ok_and(|it| it == target);
    if inputs.into_iter().any(is_input) {
        return Err(is_read(output, language));
    }
    Ok(())
}

/// Refuses to write over a file of the folder of scans. A workbook or a page there is no scan, and may
/// well be what was written into it the last time.
pub(crate) fn refuse_scan(
    output: &str,
    folder: Option<&str>,
    language: Language,
) -> Result<(), CouldNotRun> {
    let place = |it| fs::canonicalize(it).ok();
    let (target, folder) = (place(output), folder.and_then(place));
    let is_scan = target.zip(folder).is_some_and(|(target, folder)| {
        target.is_file() && target.starts_with(folder) && !has_extension(output, NO_SCANS)
    });
    if is_scan {
        return Err(is_read(output, language));
    }
    Ok(())
}

/// Refuses to write two things into one file, which need not be there yet.
pub(crate) fn refuse_twice(
    output: &str,
    other: &str,
    language: Language,
) -> Result<(), CouldNotRun> {
    let place = |it: &str| {
        let it = Path::new(it);
        let folder = it.parent().filter(|it| !it.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()?;
        fs::canonicalize(it)
            .ok()
            .or_else(|| Some(folder.join(it.file_name()?)))
    };
    if output != other && (place(output).is_none() || place(output) != place(other)) {
        return Ok(());
    }
    Err(CouldNotRun(match language {
        Language::Zh => {
            format!("“{other}”已经用来写改正后的文件，改动记录请换一个文件名。")
        }
        Language::En => format!(
            "\"{other}\" is where the corrected file goes; choose another name for the log."
        ),
    }))
}

fn is_read(output: &str, language: Language) -> CouldNotRun {
    CouldNotRun(match language {
        Language::Zh => format!("“{output}”就是要读的文件，不能写在它上面，请换一个文件名。"),
        Language::En => format!(
            "\"{output}\" is a file that is read and is not written over; choose another name."
        ),
    })
}

/// Writes a file that is handed back, and tells what its reader has to know; `original` is what the core
/// read of the file whose changes it has.
pub(crate) fn save_output(
    output: Output,
    original: &[u8],
    line: &mut ProgressLine,
    path: &Path,
    language: Language,
) -> Result<(), CouldNotRun> {
    let made = make(output, original, line, language)?;
    made.tell(language);
    save(&made.bytes, path, language)
}

/// A file that is handed back, and not yet written.
pub(crate) struct Made {
    pub(crate) bytes: Vec<u8>,
    /// What its reader has to know.
    notes: Vec<Said>,
    /// The cells that could not be changed.
    pub(crate) unchanged: Vec<UnchangedCell>,
}

impl Made {
    /// Whether there is anything to know, so that the file may be another than what was checked.
    pub(crate) fn has_notes(&self) -> bool {
        !self.notes.is_empty()
    }

    /// Tells what its reader has to know.
    pub(crate) fn tell(&self, language: Language) {
        for note in &self.notes {
            complain(language.of(note));
        }
    }
}

/// Makes a file that is handed back; `original` is what the core read of the file whose changes it has.
pub(crate) fn make(
    output: Output,
    original: &[u8],
    line: &mut ProgressLine,
    language: Language,
) -> Result<Made, CouldNotRun> {
    let mut notes = output.notes;
    let mut unchanged = Vec::new();
    let bytes = match output.content {
        Content::Ready(bytes) => bytes,
        Content::Plan(plan) => finished(&plan, language)?,
        Content::Changes(plan) => {
            let total = original.len() as u64;
            let mut visit = |done| {
                line.show(Progress {
                    phase: Phase::Writing,
                    done,
                    total,
                });
            };
            let patched = roster_office::patch(original, &plan, &mut visit);
            line.clear();
            let patched = patched.map_err(CouldNotRun::said(language))?;
            notes.extend(patched.notes);
            unchanged = patched.unchanged;
            patched.bytes
        }
    };
    Ok(Made {
        bytes,
        notes,
        unchanged,
    })
}

/// Endings of a file that is handed back in its own format; `name` is what it was called.
pub(crate) fn extensions_of(format: Format, name: &str) -> &'static [&'static str] {
    match format {
        Format::Xlsm => &["xlsm"],
        // It was for macros and has none any more.
        Format::Xlsx if has_extension(name, &["xlsm"]) => &["xlsm", "xlsx"],
        Format::Csv | Format::Tsv => &["csv", "tsv", "txt", "tab"],
        _ => &["xlsx"],
    }
}

/// Refuses a name that says the file is something else than it will be.
pub(crate) fn refuse_extension(
    path: &str,
    allowed: &[&str],
    language: Language,
) -> Result<(), CouldNotRun> {
    if has_extension(path, allowed) {
        return Ok(());
    }
    let list = allowed.iter().map(|it| format!(".{it}"));
    let list = list.collect::<Vec<_>>();
    let (zh, en) = (list.join("、"), list.join(" or "));
    Err(CouldNotRun(match language {
        Language::Zh => format!("文件名要以 {zh} 结尾，不能是“{path}”。"),
        Language::En => format!("The name has to end in {en}, not be \"{path}\"."),
    }))
}

/// The workbook of a plan.
pub(crate) fn finished(plan: &[u8], language: Language) -> Result<Vec<u8>, CouldNotRun> {
    roster_office::write(plan).map_err(|error| {
        CouldNotRun(match language {
            Language::Zh => format!("工作簿没有写成（{error}）。请减少要写的内容后重试。"),
            Language::En => format!("The workbook was not written ({error}); try again with less."),
        })
    })
}

/// Writes bytes to a file.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are written"
)]
pub(crate) fn save(bytes: &[u8], path: &Path, language: Language) -> Result<(), CouldNotRun> {
    let path_told = path.to_string_lossy();
    fs::write(path, bytes).map_err(|error| cannot_write(&path_told, &error, language))
}

/// The folder, made if it is not there.
pub(crate) fn folder(path: &str, language: Language) -> Result<PathBuf, CouldNotRun> {
    fs::create_dir_all(path).map_err(|error| cannot_write(path, &error, language))?;
    Ok(PathBuf::from(path))
}

/// Whether a path ends in one of these extensions.
pub(crate) fn has_extension(path: &str, extensions: &[&str]) -> bool {
    let extension = Path::new(path).extension().and_then(|it| it.to_str());
    extension.is_some_and(|it| {
        extensions
            .iter()
            .any(|known| known.eq_ignore_ascii_case(it))
    })
}

/// The sentence for a place that cannot be written to.
pub(crate) fn cannot_write(path: &str, error: &io::Error, language: Language) -> CouldNotRun {
    CouldNotRun(match language {
        Language::Zh => {
            let why = cause(error, language);
            format!("无法写入“{path}”（{why}），请换一个位置。")
        }
        Language::En => {
            let why = cause(error, language);
            format!("Cannot write \"{path}\" ({why}); choose another place.")
        }
    })
}
