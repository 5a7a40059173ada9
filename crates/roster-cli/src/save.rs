//! Files that are handed back are written here, and never over the files they came from.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use roster_engine::{Content, Language, Output, Phase, Progress};

use crate::progress::ProgressLine;
use crate::{CouldNotRun, complain};

/// Refuses to write over one of the files that are read.
pub(crate) fn refuse_input(
    output: &str,
    inputs: &[String],
    language: Language,
) -> Result<(), CouldNotRun> {
    let Ok(target) = fs::canonicalize(output) else {
        return Ok(());
    };
    let is_input = |it: &&String| fs::canonicalize(it).is_ok_and(|it| it == target);
    match inputs.iter().find(is_input) {
        None => Ok(()),
        Some(_) => Err(CouldNotRun(match language {
            Language::Zh => format!("“{output}”就是要读的文件，不能写在它上面，请换一个文件名。"),
            Language::En => format!(
                "\"{output}\" is a file that is read and is not written over; choose another name."
            ),
        })),
    }
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
    let mut notes = output.notes;
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
            let patched = patched.map_err(|it| CouldNotRun(language.of_said(&it).to_owned()))?;
            notes.extend(patched.notes);
            patched.bytes
        }
    };
    for note in &notes {
        complain(language.of_said(note));
    }
    save(&bytes, path, language)
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
        Language::Zh => format!("无法写入“{path}”（{error}），请换一个位置。"),
        Language::En => format!("Cannot write \"{path}\" ({error}); choose another place."),
    })
}
