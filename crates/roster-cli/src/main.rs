//! Rostercheck in a terminal: arguments in, a report and an exit status out.
//!
//! Exit status: 0 nothing at level error, 1 at least one error, 2 could not run.

mod args;
mod check;
mod compare;
mod fix;
mod list;
mod marked;
mod parts;
mod progress;
mod read;
mod run;
mod save;
mod scans;
mod settle;
mod tell_apart;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use args::{Arguments, Command};

/// Why a command could not run: one sentence that says what to do.
pub(crate) struct CouldNotRun(pub(crate) String);

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
    complain(&format!(
        "{}。运行 rostercheck --help 查看用法。",
        args::sentence(error)
    ));
    ExitCode::from(2)
}

/// Writes one sentence on standard error. When that is closed there is nobody left to tell.
pub(crate) fn complain(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "rostercheck: {sentence}");
}
