//! What every command that reads files does first: options understood, files opened and checked.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;

use roster_engine::{Checksum, Detail, Language, ReadBy, Said, Session, SheetRole, Values};

use crate::args::{LanguageArgument, RoleArguments, RunArguments, StageArgument};
use crate::beside::beside;
use crate::names::{names, shown};
use crate::options::{decided, options, password};
use crate::progress::ProgressLine;
use crate::scans::scans;
use crate::{CouldNotRun, cause, complain, read};

/// The language of an argument.
pub(crate) fn language(argument: LanguageArgument) -> Language {
    match argument {
        LanguageArgument::Zh => Language::Zh,
        LanguageArgument::En => Language::En,
    }
}

/// Whether `--show-values` asks for personal values.
pub(crate) fn values(are_shown: bool) -> Values {
    if are_shown {
        Values::Shown
    } else {
        Values::Masked
    }
}

/// How much of a text `--quiet` leaves.
pub(crate) fn detail(is_quiet: bool) -> Detail {
    if is_quiet {
        Detail::Totals
    } else {
        Detail::All
    }
}

/// A file of the run, to be read again when something is written back into it.
pub(crate) struct Input {
    path: OsString,
    /// Standard input can be read only once.
    kept: Option<Vec<u8>>,
    password: Option<String>,
    /// Whether it has a password.
    is_locked: bool,
}

impl Input {
    /// Whether it was opened with the password.
    pub(crate) fn was_locked(&self) -> bool {
        self.is_locked && self.password.is_some()
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self, language: Language) -> Result<Cow<'_, [u8]>, CouldNotRun> {
        if let Some(bytes) = &self.kept {
            return Ok(Cow::Borrowed(bytes));
        }
        Ok(Cow::Owned(read_or_say(&self.path, language)?.1))
    }

    /// What the core was given besides these bytes of the file.
    pub(crate) fn content(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        content(bytes, self.password.as_deref())
    }
}

/// A run over these files, checked. A file that cannot be read is told on standard error and stays in
/// the run with its reason.
pub(crate) fn checked(
    files: &[OsString],
    arguments: &RunArguments,
    line: &mut ProgressLine,
) -> Result<(Session, Vec<Input>), CouldNotRun> {
    checked_as(&How::default(), files, arguments, line)
}

/// What a command means beside what was typed for every command.
#[derive(Default)]
pub(crate) struct How<'a> {
    /// The stage when none was said; if there is none here either, the run decides.
    pub(crate) stage: Option<StageArgument>,
    /// A folder of scans.
    pub(crate) evidence: Option<&'a str>,
    /// Files that are there for something else than to be checked.
    pub(crate) roles: Option<&'a RoleArguments>,
    /// Nothing that is written has checksums of the files.
    pub(crate) without_checksums: bool,
}

/// Like `checked`, for a command with a meaning of its own.
pub(crate) fn checked_as(
    how: &How<'_>,
    files: &[OsString],
    arguments: &RunArguments,
    line: &mut ProgressLine,
) -> Result<(Session, Vec<Input>), CouldNotRun> {
    let language = language(arguments.lang);
    let stage = arguments.stage.or(how.stage);
    let decisions = how.roles.and_then(|it| it.decisions.as_deref());
    let decisions = decisions.map(|it| decided(it, language)).transpose()?;
    let mut options = options(arguments, stage, decisions.unwrap_or_default(), language)?;
    if let Some(folder) = how.evidence {
        options.set_scans(scans(folder, language)?);
    }
    let mut session = Session::new(options);
    if how.without_checksums {
        session = session.without_checksums();
    }
    let mut inputs = Vec::new();
    let password = password(arguments, language)?;
    let said = how.roles.into_iter().flat_map(RoleArguments::files);
    let said = said.map(|(path, role)| (path, Some(role)));
    let files = files.iter().map(|it| (it.as_os_str(), None));
    let mut given: Vec<_> = files.chain(said).collect();
    leave_out_what_lies_beside(&mut given, language);
    let paths: Vec<&OsStr> = given.iter().map(|it| it.0).collect();
    for ((path, role), name) in given.iter().zip(names(&paths)) {
        let opened = open_or_say(&mut session, path, &name, password.as_deref(), line);
        let (kept, is_locked) = opened.unwrap_or_else(|said| {
            session.could_not_open(&shown(path), said);
            (None, false)
        });
        if let Some(role) = role {
            session.set_role(*role);
        }
        let shown_path = shown(path);
        let folder = shown_path.rsplit_once(['/', '\\']).map_or("", |it| it.0);
        session.set_folder(folder);
        let path = path.to_os_string();
        let password = password.clone();
        inputs.push(Input {
            path,
            kept,
            password,
            is_locked,
        });
    }
    tell_copies(&session, &inputs, language);
    if !session.has_failures() {
        let missing = not_there(&session, language);
        missing.inspect_err(|_| line.clear())?;
    }
    session.check(&mut |step| line.show(step));
    line.clear();
    for (file, input) in session.files().iter().zip(&inputs) {
        if let Some(failure) = &file.failure {
            let said = language.of(&failure.said);
            // The report says the same here and on the page; where a password is typed is said here.
            let lacks_password = input.is_locked && password.is_none();
            let how = match language {
                Language::Zh if lacks_password => "密码写在 --password 后面。",
                Language::En if lacks_password => " The password goes after --password.",
                _ => "",
            };
            complain(&of_file(&file.name, &format!("{said}{how}"), language));
        }
    }
    Ok((session, inputs))
}

/// Tells which of the files to be checked lie beside tables and are none, and leaves them out; where there is no
/// other file they stay, for then nothing is checked.
fn leave_out_what_lies_beside(given: &mut Vec<(&OsStr, Option<SheetRole>)>, language: Language) {
    let has_table = given
        .iter()
        .any(|it| it.1.is_none() && beside(it.0).is_none());
    given.retain(|(path, role)| {
        let said = beside(path).filter(|_| role.is_none() && has_table);
        if let Some(said) = &said {
            complain(&of_file(&shown(path), language.of(said), language));
        }
        said.is_none()
    });
}

/// Refuses a run in which something was said of a sheet or a column that no file has.
fn not_there(session: &Session, language: Language) -> Result<(), CouldNotRun> {
    if let Some(name) = session.not_found().first() {
        return Err(CouldNotRun(match language {
            Language::Zh => format!("没有名为“{name}”的工作表，请检查 --sheet 后面的名称。"),
            Language::En => format!("There is no sheet \"{name}\"; check the name after --sheet."),
        }));
    }
    match session.columns_not_found().first() {
        None => Ok(()),
        Some(header) => Err(CouldNotRun(match language {
            Language::Zh if header.starts_with('#') => format!(
                "没有“{header}”这一列，请检查 --column 后面的列号；表里没有列名的，加上 --header-row none。"
            ),
            Language::En if header.starts_with('#') => format!(
                "There is no column \"{header}\"; check the letters after --column. Where the list has no header, add --header-row none."
            ),
            Language::Zh => format!("没有“{header}”这一列，请检查 --column 后面的列名。"),
            Language::En => {
                format!("There is no column \"{header}\"; check the name after --column.")
            }
        })),
    }
}

/// Says which files hold the same bytes as one before them: all their pupils would be there twice. A run
/// without checksums has them worked out for those of one size, which hardly ever are different files.
fn tell_copies(session: &Session, inputs: &[Input], language: Language) {
    let mut sizes: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, file) in session.files().iter().enumerate() {
        if file.failure.is_none() {
            sizes.entry(file.bytes).or_default().push(at);
        }
    }
    for of_one_size in sizes.into_values().filter(|it| it.len() > 1) {
        let mut seen = BTreeMap::new();
        for at in of_one_size {
            let file = &session.files()[at];
            let sum = file.sha256.clone().or_else(|| {
                // What comes through a pipe comes once.
                let bytes = inputs[at].bytes(language).ok()?;
                let mut checksum = Checksum::default();
                checksum.push(&bytes);
                (bytes.len() as u64 == file.bytes).then(|| checksum.finish())
            });
            let Some(sum) = sum else { continue };
            let other: &mut &str = seen.entry(sum).or_insert(&file.name);
            if *other != file.name {
                complain(&match language {
                    Language::Zh => format!(
                        "“{other}”和“{}”内容完全相同，每名学生都会重复。请去掉其中一个。",
                        file.name
                    ),
                    Language::En => format!(
                        "\"{other}\" and \"{}\" are the same, so every pupil is there twice. Remove one of them.",
                        file.name
                    ),
                });
            }
        }
    }
}

/// Like `open`; what fails is a sentence for the person.
fn open_or_say(
    session: &mut Session,
    path: &OsStr,
    name: &str,
    password: Option<&str>,
    line: &mut ProgressLine,
) -> Result<(Option<Vec<u8>>, bool), Said> {
    if let Some(said) = beside(path) {
        return Err(said);
    }
    let opened = open(session, path, name, password, line);
    opened.map_err(|error| could_not_open(&error))
}

/// Opens a file in the run; gives its bytes where they cannot be read again, and whether it has a password.
fn open(
    session: &mut Session,
    path: &OsStr,
    name: &str,
    password: Option<&str>,
    line: &mut ProgressLine,
) -> io::Result<(Option<Vec<u8>>, bool)> {
    let mut show = |step| line.show(step);
    // Whatever goes wrong here goes wrong below too, if it still does, and is told there.
    if path != "-" && read::read_text(session, Path::new(path), name, &mut show).unwrap_or(false) {
        return Ok((None, false));
    }
    let (_, bytes) = read(path)?;
    let content = content(&bytes, password);
    session.open_from_office(name, &bytes, content.as_deref(), &mut show);
    drop(content);
    let is_locked = roster_engine::read_by(&bytes) == ReadBy::Locked;
    Ok(((path == "-").then_some(bytes), is_locked))
}

/// What `roster-office` makes of a file where the core does not read it itself.
pub(crate) fn content(bytes: &[u8], password: Option<&str>) -> Option<Vec<u8>> {
    match (roster_engine::read_by(bytes), password) {
        (ReadBy::Office, _) => Some(roster_office::read(bytes)),
        (ReadBy::Locked, Some(it)) => Some(roster_office::unlock_or_say(bytes, it)),
        (ReadBy::Own | ReadBy::Locked, _) => None,
    }
}

/// The name shown for a path, and its bytes.
fn read(path: &OsStr) -> io::Result<(String, Vec<u8>)> {
    if path == "-" {
        return Ok(("-".to_owned(), read::read_pipe(io::stdin().lock())?));
    }
    let path = Path::new(path);
    let name = shown(path.file_name().unwrap_or(path.as_os_str()));
    Ok((name, read::read(path)?))
}

/// Like `read`; what fails is a sentence for the person.
pub(crate) fn read_or_say(
    path: impl AsRef<OsStr>,
    language: Language,
) -> Result<(String, Vec<u8>), CouldNotRun> {
    let path = path.as_ref();
    read(path).map_err(|error| {
        let said = could_not_open(&error);
        CouldNotRun(of_file(&shown(path), language.of(&said), language))
    })
}

/// What is said of a file, behind its name.
pub(crate) fn of_file(name: &str, said: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{name}：{said}"),
        Language::En => format!("{name}: {said}"),
    }
}

fn could_not_open(error: &io::Error) -> Said {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => (
            "找不到这个文件，请检查文件名和所在文件夹。".to_owned(),
            "There is no such file; check its name and folder.".to_owned(),
        ),
        io::ErrorKind::IsADirectory => (
            "这是文件夹，请写出里面的文件，如“文件夹/*.xlsx”。".to_owned(),
            "It is a folder; name the files in it, as in folder/*.xlsx.".to_owned(),
        ),
        io::ErrorKind::FileTooLarge => (
            "太大了：一个文件最多4 GB，从管道来的最多1 GB。请分成几个文件，或另存为UTF-8的csv。"
                .to_owned(),
            "It is too large: a file has 4 GB at most, what comes through a pipe 1 GB; divide it, or save it as a csv in UTF-8."
                .to_owned(),
        ),
        io::ErrorKind::OutOfMemory => (
            "内存不够，请关掉别的程序，或把文件分成几个再查。".to_owned(),
            "There is not enough memory; close other programs, or divide the file.".to_owned(),
        ),
        _ => (
            format!(
                "打不开（{}），请检查它是否正被别的程序占用。",
                cause(error, Language::Zh)
            ),
            format!(
                "It cannot be opened ({}); check whether another program holds it.",
                cause(error, Language::En)
            ),
        ),
    };
    Said::new(zh, en)
}
