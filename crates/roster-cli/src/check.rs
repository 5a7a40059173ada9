//! `check`: runs the core over the files and writes the report.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use roster_engine::{Describe, Language, Level, Session};

use crate::args::{CheckArguments, FormatArgument};
use crate::progress::ProgressLine;
use crate::run::{How, checked_as, detail, language, values};
use crate::save::{
    cannot_write, finished, has_extension, refuse_extension, refuse_input, refuse_scan,
};
use crate::{CouldNotRun, Outcome, marked};

pub(crate) fn run(arguments: &CheckArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.run.lang);
    let evidence = arguments.evidence.as_deref();
    if let Some(path) = arguments.written() {
        refuse_input(path, arguments.read(), language)?;
        refuse_scan(path, evidence, language)?;
        refuse_workbook(path, arguments.format, language)?;
    }
    let mut line = ProgressLine::new(arguments.quiet, language);
    let how = How {
        stage: None,
        evidence,
        roles: Some(&arguments.roles),
        without_checksums: arguments.format == FormatArgument::Text,
    };
    let (session, inputs) = checked_as(&how, &arguments.files, &arguments.run, &mut line)?;
    let describe = Describe {
        session: &session,
        values: values(arguments.show_values),
    };
    if !marked::write(describe, &inputs, arguments, &mut line)? {
        write(&describe, arguments, language)?;
    }
    let outcome = outcome(&session);
    // The process ends here; giving back every text one by one would only take time.
    std::mem::forget(session);
    Ok(outcome)
}

/// Refuses a name that says a report is a workbook; of workbooks `marked` knows more.
fn refuse_workbook(
    path: &str,
    format: FormatArgument,
    language: Language,
) -> Result<(), CouldNotRun> {
    let allowed: &[&str] = match format {
        FormatArgument::Text => &["txt"],
        FormatArgument::Json => &["json"],
        FormatArgument::Csv => &["csv"],
        FormatArgument::Html => &["html", "htm"],
        FormatArgument::Xlsx => return Ok(()),
    };
    if has_extension(path, &["xlsx", "xlsm", "xlsb", "xls", "ods"]) {
        return refuse_extension(path, allowed, language);
    }
    Ok(())
}

/// What a run says to the caller.
pub(crate) fn outcome(session: &Session) -> Outcome {
    if session.has_failures() {
        Outcome::Unread
    } else if session.findings().count(Level::Error) > 0 {
        Outcome::Errors
    } else {
        Outcome::Clean
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are written"
)]
fn write(
    describe: &Describe<'_>,
    arguments: &CheckArguments,
    language: Language,
) -> Result<(), CouldNotRun> {
    // It is there before a file is made for it: a refusal leaves none, and has a sentence of its own.
    let workbook = match arguments.format {
        FormatArgument::Xlsx => finished(&describe.workbook_plan(language), language)?,
        _ => Vec::new(),
    };
    let detail = detail(arguments.quiet);
    let write_to = |out: &mut dyn Write| match arguments.format {
        FormatArgument::Text => describe.write_text(language, detail, out),
        FormatArgument::Json => describe.write_json(out),
        FormatArgument::Csv => describe.write_csv(language, out),
        FormatArgument::Html => describe.write_page(language, out),
        FormatArgument::Xlsx => out.write_all(&workbook),
    };
    let written = if let Some(path) = arguments.written() {
        File::create(path).and_then(|file| {
            let mut out = BufWriter::new(file);
            write_to(&mut out)?;
            out.flush()
        })
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        write_to(&mut out).and_then(|()| out.flush())
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let path = arguments.written().unwrap_or("-");
            Err(cannot_write(path, &error, language))
        }
        _ => Ok(()),
    }
}
