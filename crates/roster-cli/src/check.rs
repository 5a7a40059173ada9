//! `check`: reads the files, runs the core, writes the report.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use roster_engine::wire::{CheckOptions, Said};
use roster_engine::{Describe, Kind, Language, Options, Progress, Session, Values};

use crate::args::{CheckArguments, FormatArgument, LanguageArgument, word};
use crate::progress::ProgressLine;
use crate::{CouldNotRun, Outcome, complain};

pub(crate) fn run(arguments: &CheckArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.lang);
    let mut session = Session::new(options(arguments, language)?);
    let mut line = ProgressLine::new(arguments.quiet);
    for path in &arguments.files {
        match read(path) {
            Ok((name, bytes)) => {
                open(&mut session, &name, &bytes, &mut |step| line.show(step));
            }
            Err(error) => session.could_not_open(path, could_not_open(&error)),
        }
    }
    session.check(&mut |step| line.show(step));
    line.clear();
    let values = if arguments.show_values {
        Values::Shown
    } else {
        Values::Masked
    };
    let describe = Describe {
        session: &session,
        values,
    };
    for file in describe.files() {
        if let Some(error) = &file.error {
            complain(&format!("{}：{}", file.file, language.of(error)));
        }
    }
    write(&describe, arguments, language)?;
    if session.has_failures() {
        return Ok(Outcome::Unread);
    }
    let errors = describe.summary().errors;
    Ok(if errors > 0 {
        Outcome::Errors
    } else {
        Outcome::Clean
    })
}

/// Hands a file to the core, by way of `roster-office` where the core does not read it itself.
fn open(session: &mut Session, name: &str, bytes: &[u8], progress: &mut dyn FnMut(Progress)) {
    match roster_engine::kind(bytes) {
        Kind::Office => {
            let content = roster_office::read(bytes);
            session.open_from_office(name, bytes, &content, progress)
        }
        Kind::Own | Kind::Locked => session.open(name, bytes, progress),
    };
}

/// The language of an argument.
pub(crate) fn language(argument: LanguageArgument) -> Language {
    match argument {
        LanguageArgument::Zh => Language::Zh,
        LanguageArgument::En => Language::En,
    }
}

fn options(arguments: &CheckArguments, language: Language) -> Result<Options, CouldNotRun> {
    let mut set = BTreeMap::new();
    for parameter in &arguments.parameters {
        let Some((name, value)) = parameter.split_once('=') else {
            return Err(CouldNotRun(match language {
                Language::Zh => format!("--set 应写成 名称=值，现在是“{parameter}”。"),
                Language::En => format!("--set takes KEY=VALUE, not \"{parameter}\"."),
            }));
        };
        set.insert(name.trim().to_owned(), value.trim().to_owned());
    }
    let given = CheckOptions {
        profile: arguments.profile.clone(),
        today: arguments.today.clone().unwrap_or_else(today),
        stage: Some(word(&arguments.stage)),
        set,
    };
    Options::understand(&given).map_err(|said| {
        let said = Said {
            zh: said.zh,
            en: said.en,
        };
        CouldNotRun(language.of(&said).to_owned())
    })
}

/// The name shown for a path, and its bytes.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are read"
)]
fn read(path: &str) -> io::Result<(String, Vec<u8>)> {
    if path == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(("-".to_owned(), bytes));
    }
    let name = std::path::Path::new(path).file_name();
    let name = name.map_or(path.to_owned(), |it| it.to_string_lossy().into_owned());
    Ok((name, fs::read(path)?))
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
    let written = if let Some(path) = &arguments.output {
        File::create(path).and_then(|file| {
            let mut out = BufWriter::new(file);
            write_to(describe, arguments, language, &mut out)?;
            out.flush()
        })
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        write_to(describe, arguments, language, &mut out).and_then(|()| out.flush())
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let path = arguments.output.as_deref().unwrap_or("-");
            Err(CouldNotRun(match language {
                Language::Zh => format!("无法写入“{path}”（{error}），请换一个位置。"),
                Language::En => format!("Cannot write \"{path}\" ({error}); choose another place."),
            }))
        }
        _ => Ok(()),
    }
}

fn write_to(
    describe: &Describe<'_>,
    arguments: &CheckArguments,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    if arguments.format == FormatArgument::Text {
        return describe.write_text(language, arguments.quiet, out);
    }
    if arguments.format == FormatArgument::Xlsx {
        let workbook = roster_office::write(&describe.workbook_plan(language));
        return out.write_all(&workbook.map_err(io::Error::other)?);
    }
    describe.write(&word(&arguments.format), language, out)
}

fn could_not_open(error: &io::Error) -> Said {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => (
            "找不到这个文件，请检查文件名和所在文件夹。".to_owned(),
            "There is no such file; check its name and folder.".to_owned(),
        ),
        _ => (
            format!("打不开（{error}），请检查它是否正被别的程序占用。"),
            format!("It cannot be opened ({error}); check whether another program holds it."),
        ),
    };
    Said { zh, en }
}

/// Today by the clock, in China (UTC+8), where the deadlines are.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the clock is read"
)]
fn today() -> String {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |it| it.as_secs());
    roster_engine::date_of_day((seconds + 8 * 3600) / 86_400)
}
