//! `fix`: applies every safe fix and writes the file back with everything else as it was.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use roster_engine::{Describe, Format, Language, Original, Session};

use crate::args::FixArguments;
use crate::check::outcome;
use crate::progress::ProgressLine;
use crate::run::{checked, detail, language, values};
use crate::save::{
    cannot_write, extensions_of, finished, has_extension, make, refuse_extension, refuse_input,
    refuse_twice, save,
};
use crate::{CouldNotRun, Outcome};

pub(crate) fn run(arguments: &FixArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.run.lang);
    let files = std::slice::from_ref(&arguments.file);
    for path in std::iter::once(&arguments.output).chain(&arguments.log) {
        refuse_input(path, arguments.run.read(files), language)?;
    }
    if let Some(log) = &arguments.log {
        refuse_twice(&arguments.output, log, language)?;
    }
    refuse_log(arguments, language)?;
    let mut line = ProgressLine::new(arguments.quiet, language);
    let (mut session, inputs) = checked(files, &arguments.run, &mut line)?;
    if session.has_failures() {
        return Ok(Outcome::Unread);
    }
    refuse_ending(arguments, &session, language)?;
    let told = CouldNotRun::said(language);
    let applied = session.apply_safe(&mut |step| line.show(step));
    applied.map_err(&told)?;
    let bytes = inputs[0].bytes(language)?;
    let content = inputs[0].content(&bytes);
    let original = Original {
        bytes: &bytes,
        content: content.as_deref(),
    };
    let corrected = |session: &Session, line: &mut ProgressLine| {
        let output = if arguments.with_record {
            session.corrected_with_record(0, &original, &arguments.output, language)
        } else {
            session.corrected_as(0, &original, &arguments.output)
        };
        line.clear();
        make(output.map_err(&told)?, original.as_read(), line, language)
    };
    let mut made = corrected(&session, &mut line)?;
    // What is told and recorded is what the file has.
    let taken_back = session.take_back(0, &made.unchanged, &mut |step| line.show(step));
    line.clear();
    taken_back.map_err(&told)?;
    if arguments.with_record && !made.unchanged.is_empty() {
        made.bytes = corrected(&session, &mut line)?.bytes;
    }
    made.tell(language);
    save(&made.bytes, Path::new(&arguments.output), language)?;
    // Results of formulas may be gone, and then a check says more of the file than of what was changed.
    let written = if made.has_notes() {
        let path = [arguments.output.clone().into()];
        Some(checked(&path, &arguments.run, &mut line)?.0)
    } else {
        None
    };
    let left = written.as_ref().unwrap_or(&session);
    line.clear();
    let describe = Describe {
        session: &session,
        values: values(arguments.show_values),
    };
    write_log(&describe, arguments, language)?;
    let mut out = BufWriter::new(io::stdout().lock());
    // A reader that stops early is no failure: the files are written.
    let _ = describe
        .write_changes_text(left, language, detail(arguments.quiet), &mut out)
        .and_then(|()| out.flush());
    Ok(outcome(left))
}

/// The file comes back in its own kind, and is called so.
fn refuse_ending(
    arguments: &FixArguments,
    session: &Session,
    language: Language,
) -> Result<(), CouldNotRun> {
    let file = &session.files()[0];
    // Text that some program calls .xls comes back as the same text, and may go on being called so.
    let is_text = matches!(file.format, Format::Csv | Format::Tsv);
    let is_called_xls = |path: &str| has_extension(path, &["xls"]);
    let keeps_name = is_text
        && is_called_xls(&arguments.file.to_string_lossy())
        && is_called_xls(&arguments.output);
    if keeps_name {
        return Ok(());
    }
    let endings = extensions_of(file.format, &file.name);
    refuse_extension(&arguments.output, endings, language)
}

/// Every change, one a line; values are masked as everywhere unless they are asked for.
fn write_log(
    describe: &Describe<'_>,
    arguments: &FixArguments,
    language: Language,
) -> Result<(), CouldNotRun> {
    let Some(path) = &arguments.log else {
        return Ok(());
    };
    let bytes = if has_extension(path, &["xlsx"]) {
        finished(&describe.changes_plan(language), language)?
    } else {
        let mut bytes = Vec::new();
        let written = describe.write_changes_csv(language, &mut bytes);
        debug_assert!(written.is_ok(), "writing to memory does not fail");
        bytes
    };
    save(&bytes, Path::new(path), language)
}

/// Refuses a log that could not be written behind the file.
fn refuse_log(arguments: &FixArguments, language: Language) -> Result<(), CouldNotRun> {
    let folder = arguments.log.as_ref().and_then(|it| Path::new(it).parent());
    let missing = folder.filter(|it| !it.as_os_str().is_empty() && !it.is_dir());
    match &arguments.log {
        Some(path) if missing.is_some() => {
            let missing = io::ErrorKind::NotFound.into();
            Err(cannot_write(path, &missing, language))
        }
        Some(path) if !has_extension(path, &["csv", "xlsx"]) => Err(CouldNotRun(match language {
            Language::Zh => format!("改动记录的文件名“{path}”要以 .csv 或 .xlsx 结尾。"),
            Language::En => {
                format!("The name of the log, \"{path}\", has to end in .csv or .xlsx.")
            }
        })),
        _ => Ok(()),
    }
}
