//! Rostercheck in a terminal: arguments in, a report and an exit status out.
//!
//! Exit status: 0 nothing at level error, 1 at least one error, 2 could not run.

mod args;
mod beside;
mod check;
mod compare;
mod examples;
mod fix;
mod list;
mod marked;
mod mistyped;
mod names;
mod not_used;
mod options;
mod parts;
mod progress;
mod read;
mod run;
mod save;
mod scans;
mod settle;
mod tell_apart;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use roster_engine::{Language, Said};

use args::{Arguments, Command};

/// Why a command could not run: one sentence that says what to do.
pub(crate) struct CouldNotRun(pub(crate) String);

impl CouldNotRun {
    /// For a sentence of the core.
    pub(crate) fn said(language: Language) -> impl Fn(Said) -> Self {
        move |it| CouldNotRun(language.of(&it).to_owned())
    }
}

/// What a command that ran says to the caller.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing at level error.
    Clean,
    /// At least one error.
    Errors,
    /// Some file could not be read; the sentence has been written.
    Unread,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let outcome = match &arguments.command {
        Command::Check(check) => check::run(check),
        Command::Fix(fix) => fix::run(fix),
        Command::Template(template) => parts::template(template),
        Command::Split(split) => parts::split(split),
        Command::Merge(merge) => parts::merge(merge),
        Command::Settle(settle) => settle::run(settle),
        Command::TellApart(groups) => tell_apart::run(groups),
        Command::Rules(list) => list::rules(list),
        Command::Explain(explain) => list::explain(explain),
        Command::Profiles(list) => list::profiles(list),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::from(0),
        Ok(Outcome::Errors) => ExitCode::from(1),
        Ok(Outcome::Unread) => ExitCode::from(2),
        Err(CouldNotRun(sentence)) => {
            complain(&sentence);
            ExitCode::from(2)
        }
    }
}

/// Help and version go to standard output; anything else is one sentence and status 2.
fn refuse(error: &clap::Error) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let _ = error.print();
        return ExitCode::from(0);
    }
    let language = mistyped::language_typed(std::env::args_os());
    let said = mistyped::sentence(error, language);
    complain(&match language {
        Language::Zh => format!("{said}。运行 rostercheck --help 查看用法。"),
        Language::En => format!("{said}. Run rostercheck --help to see what there is."),
    });
    ExitCode::from(2)
}

/// Writes one sentence on standard error. When that is closed there is nobody left to tell.
pub(crate) fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "rostercheck: {sentence}");
}

/// Why the system did not read or write something, in words; of what hardly ever happens, its own.
pub(crate) fn cause(error: &io::Error, language: Language) -> String {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => ("没有这个文件或文件夹", "there is no such file or folder"),
        io::ErrorKind::PermissionDenied => ("没有权限", "it is not permitted"),
        io::ErrorKind::AlreadyExists => ("已经有同名的文件", "a file has this name"),
        io::ErrorKind::IsADirectory => ("这是文件夹", "it is a folder"),
        io::ErrorKind::NotADirectory => ("这是文件，不是文件夹", "it is a file, not a folder"),
        io::ErrorKind::StorageFull => ("磁盘满了", "the disk is full"),
        io::ErrorKind::ReadOnlyFilesystem => ("这个位置只能读", "this place is for reading only"),
        io::ErrorKind::InvalidFilename => ("文件名不能这样写", "the name is not allowed"),
        io::ErrorKind::InvalidData => ("不是UTF-8文本", "it is no text in UTF-8"),
        _ => return error.to_string(),
    };
    let said = match language {
        Language::Zh => zh,
        Language::En => en,
    };
    said.to_owned()
}
