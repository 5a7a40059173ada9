//! `template`, `split` and `merge`: workbooks that are made anew.

use std::io::{Write, stdout};
use std::path::Path;

use roster_engine::wire::{CheckOptions, LeftOut, SplitOptions};
use roster_engine::{Divided, Language, Options, Session};

use crate::args::{MergeArguments, SplitArguments, TemplateArguments};
use crate::not_used::tell_not_used;
use crate::options::{profile, today};
use crate::progress::ProgressLine;
use crate::read::read;
use crate::run::{Input, checked, language};
use crate::save::{folder, has_extension, refuse_extension, refuse_input, save_output};
use crate::{CouldNotRun, Outcome, complain};

pub(crate) fn template(arguments: &TemplateArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.lang);
    refuse_extension(&arguments.output, &["xlsx"], language)?;
    let profile = profile(&arguments.profile, language)?;
    let output = roster_engine::template(profile.wanted(), language);
    let output = output.map_err(CouldNotRun::said(language))?;
    if !is_blank_form(&arguments.output) {
        refuse_existing(Path::new(&arguments.output), language)?;
    }
    save_output(
        output,
        &[],
        &mut ProgressLine::new(true, language),
        Path::new(&arguments.output),
        language,
    )?;
    Ok(Outcome::Clean)
}

pub(crate) fn split(arguments: &SplitArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.run.lang);
    let mut line = ProgressLine::new(arguments.quiet, language);
    let (session, inputs) = checked(&arguments.files, &arguments.run, &mut line)?;
    let options = SplitOptions {
        by: arguments.by.clone(),
        name: arguments.name.clone(),
    };
    let divided = session.split(&options);
    let divided = divided.map_err(CouldNotRun::said(language))?;
    let folder = folder(&arguments.output, language)?;
    let read = || arguments.run.read(&arguments.files);
    for output in &divided.outputs {
        let path = folder.join(&output.name);
        refuse_input(&path.to_string_lossy(), read(), language)?;
        refuse_existing(&path, language)?;
    }
    let names: Vec<String> = divided.outputs.iter().map(|it| it.name.clone()).collect();
    for output in divided.outputs {
        let path = folder.join(&output.name);
        save_output(output, &[], &mut line, &path, language)?;
    }
    tell_unlocked(&inputs, language);
    if !arguments.quiet {
        tell(&names, &divided.left_out, language);
    }
    Ok(ended_with(&session, arguments.quiet, language))
}

pub(crate) fn merge(arguments: &MergeArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.run.lang);
    refuse_extension(&arguments.output, &["xlsx", "csv"], language)?;
    let read = arguments.run.read(&arguments.files);
    refuse_input(&arguments.output, read, language)?;
    let mut line = ProgressLine::new(arguments.quiet, language);
    let (session, inputs) = checked(&arguments.files, &arguments.run, &mut line)?;
    let merged = if has_extension(&arguments.output, &["csv"]) {
        session.merge_csv()
    } else {
        session.merge()
    };
    let Divided { outputs, left_out } = merged.map_err(CouldNotRun::said(language))?;
    for output in outputs {
        save_output(
            output,
            &[],
            &mut line,
            Path::new(&arguments.output),
            language,
        )?;
    }
    tell_unlocked(&inputs, language);
    if !arguments.quiet {
        tell(std::slice::from_ref(&arguments.output), &left_out, language);
    }
    Ok(ended_with(&session, arguments.quiet, language))
}

/// What was locked comes back unlocked.
fn tell_unlocked(inputs: &[Input], language: Language) {
    if inputs.iter().any(Input::was_locked) {
        complain(language.of(&roster_engine::no_password()));
    }
}

/// What was written, and what was not.
fn tell(names: &[String], left_out: &LeftOut, language: Language) {
    let mut out = stdout().lock();
    let (rows, set_aside, hidden) = (left_out.rows, left_out.set_aside, left_out.hidden);
    let (files, list) = (names.len(), names.join("\n  "));
    let sentence = match language {
        Language::Zh => format!("写出{files}个文件，共{rows}名学生：\n  {list}"),
        Language::En => format!("files written: {files}; pupils: {rows}\n  {list}"),
    };
    // A reader that stops early is no failure: the files are written.
    let _ = writeln!(out, "{sentence}");
    if set_aside > 0 {
        let _ = match language {
            Language::Zh => writeln!(out, "标题、示例、合计等{set_aside}行不是学生，没有写入。"),
            Language::En => writeln!(
                out,
                "rows left out that are no pupils (titles, samples, totals): {set_aside}"
            ),
        };
    }
    if hidden > 0 {
        let _ = match language {
            Language::Zh => writeln!(out, "有{hidden}个隐藏的工作表没有表头，没有写入。"),
            Language::En => writeln!(out, "hidden sheets without a header left out: {hidden}"),
        };
    }
}

/// Whether a file is a form without pupils, or empty: nobody misses it when a form takes its place.
fn is_blank_form(path: &str) -> bool {
    let given = CheckOptions {
        today: today(),
        ..CheckOptions::default()
    };
    let (Ok(options), Ok(bytes)) = (Options::understand(&given), read(Path::new(path))) else {
        return false;
    };
    let mut session = Session::new(options);
    let pupils = session.open(path, &bytes, &mut |_| {});
    bytes.is_empty() || pupils == 0 && !session.has_failures()
}

/// Many files are written at once, and nobody sees their names beforehand; and a form would take the place of one
/// that is filled in.
fn refuse_existing(path: &Path, language: Language) -> Result<(), CouldNotRun> {
    if !path.is_file() {
        return Ok(());
    }
    let path = path.display();
    Err(CouldNotRun(match language {
        Language::Zh => {
            format!(
                "已经有文件“{path}”，没有覆盖它，什么都没有写。请换一个文件名或文件夹，或先把它移走。"
            )
        }
        Language::En => format!(
            "\"{path}\" is there already, so nothing was written; choose another name or folder, or move it away."
        ),
    }))
}

/// Like `ended`, behind what has no part in the files that were written.
fn ended_with(session: &Session, is_quiet: bool, language: Language) -> Outcome {
    let not_written = session.not_joined();
    let told = not_written
        .iter()
        .map(|it| language.of(&it.not_written()).to_owned());
    let told: Vec<String> = told.collect();
    let are_missing = tell_not_used(&not_written, &told, is_quiet, language);
    ended(session.has_failures() || are_missing)
}

pub(crate) fn ended(has_failures: bool) -> Outcome {
    if has_failures {
        Outcome::Unread
    } else {
        Outcome::Clean
    }
}
