//! What was typed, as the engine takes it.

use std::collections::BTreeMap;
use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use roster_engine::wire::{CheckOptions, FileChoice, ProfileFile};
use roster_engine::{Language, Options, WantedProfile};

use crate::args::{RunArguments, StageArgument, is_profile_file, word};
use crate::run::read_or_say;
use crate::{CouldNotRun, cause};

/// The password of locked files, if one was given.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are read"
)]
pub(crate) fn password(
    arguments: &RunArguments,
    language: Language,
) -> Result<Option<String>, CouldNotRun> {
    let Some(path) = &arguments.password_file else {
        return Ok(arguments.password.clone());
    };
    let text = fs::read_to_string(path).map_err(|error| {
        CouldNotRun(match language {
            Language::Zh => format!(
                "读不到密码文件“{path}”（{}），请检查 --password-file 后面的名称。",
                cause(&error, language)
            ),
            Language::En => format!(
                "The password file \"{path}\" cannot be read ({}); check the name after --password-file.",
                cause(&error, language)
            ),
        })
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    Ok(text.lines().next().map(str::to_owned))
}

pub(crate) fn options(
    arguments: &RunArguments,
    stage: Option<StageArgument>,
    not_duplicates: Vec<String>,
    language: Language,
) -> Result<Options, CouldNotRun> {
    let set = pairs(&arguments.parameters, |it| match language {
        Language::Zh => format!("--set 应写成 名称=值，现在是“{it}”。"),
        Language::En => format!("--set takes KEY=VALUE, not \"{it}\"."),
    })?;
    let columns = pairs(&arguments.columns, |it| match language {
        Language::Zh => format!("--column 应写成 表里的列名=列，如 学生名称=姓名，现在是“{it}”。"),
        Language::En => format!("--column takes HEADER=COLUMN, not \"{it}\"."),
    })?;
    let everywhere = FileChoice {
        header_row: arguments.header_row,
        columns,
        encoding: arguments.encoding.clone(),
        ..FileChoice::default()
    };
    let profile = said_profile(arguments.profile.as_deref(), language)?;
    let given = CheckOptions {
        profile: profile.id,
        profile_file: profile.file,
        today: arguments.today.clone().unwrap_or_else(today),
        stage: stage.as_ref().map(word),
        set,
        sheets: arguments.sheets.clone(),
        choices: vec![everywhere],
        not_duplicates,
    };
    Options::understand(&given).map_err(CouldNotRun::said(language))
}

/// What was typed as NAME=VALUE, or the sentence about what was not.
fn pairs(
    typed: &[String],
    wrong: impl Fn(&str) -> String,
) -> Result<BTreeMap<String, String>, CouldNotRun> {
    let pairs = typed.iter().map(|it| match it.split_once('=') {
        Some((name, value)) => Ok((name.trim().to_owned(), value.trim().to_owned())),
        None => Err(CouldNotRun(wrong(it))),
    });
    pairs.collect()
}

/// A profile that was typed: its id, its file, or nothing.
#[derive(Default)]
pub(crate) struct SaidProfile {
    pub(crate) id: Option<String>,
    pub(crate) file: Option<ProfileFile>,
}

impl SaidProfile {
    pub(crate) fn wanted(&self) -> WantedProfile<'_> {
        WantedProfile {
            id: self.id.as_deref(),
            file: self.file.as_ref(),
        }
    }
}

/// The profile that was typed, if one was.
pub(crate) fn said_profile(
    given: Option<&str>,
    language: Language,
) -> Result<SaidProfile, CouldNotRun> {
    given.map_or(Ok(SaidProfile::default()), |it| profile(it, language))
}

/// A profile by its id, or its file.
pub(crate) fn profile(given: &str, language: Language) -> Result<SaidProfile, CouldNotRun> {
    if !is_profile_file(given) {
        return Ok(SaidProfile {
            id: Some(given.to_owned()),
            file: None,
        });
    }
    let (name, bytes) = read_or_say(given, language)?;
    let file = roster_engine::profile_file(&name, bytes);
    let file = file.map_err(CouldNotRun::said(language))?;
    Ok(SaidProfile {
        id: None,
        file: Some(file),
    })
}

/// The pairs of a file of decisions.
pub(crate) fn decided(path: &str, language: Language) -> Result<Vec<String>, CouldNotRun> {
    let (name, bytes) = read_or_say(path, language)?;
    let pairs = roster_engine::decisions_of_file(&name, &bytes);
    pairs.map_err(CouldNotRun::said(language))
}

/// Today by the clock, in China (UTC+8), where the deadlines are.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the clock is read"
)]
pub(crate) fn today() -> String {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |it| it.as_secs());
    roster_engine::date_of_day((seconds + 8 * 3600) / 86_400)
}
