//! How to check: the options of the command line and the page, understood or refused.
//!
//! Deliberately without a clock: the caller says what today is.

pub(crate) mod choices;
pub(crate) mod overrides;
#[cfg(feature = "profile-files")]
pub(crate) mod profile_files;
pub(crate) mod profiles;
pub(crate) mod said_columns;

use std::collections::BTreeMap;
use std::sync::Arc;

use roster_dedup::PairKey;
use roster_model::{Said, Stage};
use roster_profile::demand;
use roster_rules::{ActiveProfile, Scan, Settings};
use roster_standard::{Parameter, Profile, Setting};
use roster_values::date::{Date, DateText, read_date};

use crate::options::choices::Choices;
use crate::options::profiles::Profiles;
use crate::session::decisions::pairs;
use crate::wire::CheckOptions;

/// Options that were understood.
#[derive(Clone, Debug)]
pub struct Options {
    /// The profiles that can be named.
    pub(crate) profiles: Profiles,
    /// The profile for every sheet; guessed for each sheet when there is none.
    pub(crate) profile: Option<Arc<ActiveProfile>>,
    /// Date, stage and parameters.
    pub(crate) settings: Arc<Settings>,
    /// Whether somebody said the stage.
    pub(crate) is_stage_said: bool,
    /// What was decided for single files and sheets.
    pub(crate) choices: Choices,
    /// Pairs of rows that somebody told apart; the session takes them over.
    pub(crate) not_duplicates: Vec<PairKey>,
}

impl Options {
    /// Understands the options, or says which one it does not understand and what it could be.
    pub fn understand(given: &CheckOptions) -> Result<Self, Said> {
        let profiles = Profiles::read(given.profile_file.as_ref())?;
        let profile = match &given.profile {
            None => profiles.file.clone(),
            Some(id) => Some(profiles.by_id(id)?),
        };
        let stage = match &given.stage {
            None => Stage::default(),
            Some(key) => Stage::from_key(key).ok_or_else(|| no_stage(key))?,
        };
        let DateText::Plain { date: today, .. } = read_date(&given.today) else {
            return Err(no_date(&given.today));
        };
        let parameters = parameters(&given.set)?;
        let base = profile
            .as_ref()
            .map_or(Profile::by_id("any"), |it| Some(&it.listed));
        not_crossed(base, &parameters)?;
        let choices = Choices::understand(given, &profiles)?;
        Ok(Options {
            profiles,
            profile,
            is_stage_said: given.stage.is_some(),
            settings: Arc::new(Settings {
                today,
                stage,
                parameters,
                scans: None,
            }),
            choices,
            not_duplicates: pairs(&given.not_duplicates)?,
        })
    }

    /// Date, stage and parameters.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Gives the listing of a folder of scans, in which the papers of pupils are looked for.
    pub fn set_scans(&mut self, mut scans: Vec<Scan>) {
        scans.retain(|it| !it.path.split('/').any(is_of_the_system));
        roster_order::sort_by(&mut scans, |a, b| a.path.cmp(&b.path));
        Arc::make_mut(&mut self.settings).scans = Some(scans);
    }

    /// Looks for papers in no folder any more.
    pub(crate) fn forget_scans(&mut self) {
        Arc::make_mut(&mut self.settings).scans = None;
    }
}

/// What a system keeps for itself in a folder, and what an office program puts there while a file is open.
fn is_of_the_system(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || ["Thumbs.db", "desktop.ini"].contains(&name)
}

/// The parameters that are set, or the sentence for the first that cannot be.
pub(crate) fn parameters(set: &BTreeMap<String, String>) -> Result<Vec<(String, String)>, Said> {
    for (name, value) in set {
        let parameter = Parameter::by_name(name).ok_or_else(|| no_parameter(name))?;
        if !parameter.takes(value) {
            return Err(no_value(parameter, value));
        }
    }
    Ok(set
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect())
}

/// Refuses a least that is more than the most.
fn not_crossed(profile: Option<&Profile>, set: &[(String, String)]) -> Result<(), Said> {
    let value = |name: &str| match set.iter().find(|it| it.0 == name) {
        Some((_, text)) => text.parse().ok(),
        None => match profile.and_then(|it| it.setting(name)) {
            Some(Setting::Number(number)) => Some(*number),
            _ => None,
        },
    };
    let crossed = Parameter::crossed(value);
    let Some(names) = crossed else { return Ok(()) };
    let said = roster_profile::crossed(names);
    Err(Said::new(said.zh + "。", said.en + "."))
}

fn no_parameter(name: &str) -> Said {
    let known: Vec<&str> = Parameter::all().iter().map(|it| it.name).collect();
    let has_word = |it: &&&str| {
        it.split('_')
            .any(|word| name.split(['_', '-']).any(|it| it == word))
    };
    let near: Vec<&str> = known.iter().filter(has_word).copied().collect();
    let list = if near.is_empty() { known } else { near }.join(", ");
    Said::new(
        format!("没有名为“{name}”的参数。可用的参数：{list}。"),
        format!("Unknown parameter \"{name}\". Known parameters: {list}."),
    )
}

fn no_value(parameter: &Parameter, value: &str) -> Said {
    let (name, said) = (&parameter.name, demand(parameter, value));
    Said::new(
        format!("参数“{name}”{}。", said.zh),
        format!("Parameter \"{name}\" {}.", said.en),
    )
}

/// What is wrong with a value, in a sentence for its field in a form; nothing when it may be so.
pub fn wrong_value(name: &str, value: &str) -> Option<Said> {
    let Some(parameter) = Parameter::by_name(name) else {
        return Some(no_parameter(name));
    };
    if parameter.takes(value) {
        return None;
    }
    let said = demand(parameter, value);
    Some(Said::new(
        format!("这里{}。", said.zh),
        format!("This {}.", said.en),
    ))
}

fn no_stage(key: &str) -> Said {
    Said::new(
        format!("阶段“{key}”不认识。请写 before-import（导入前）或 after-import（导入后）。"),
        format!("Unknown stage \"{key}\". Use before-import or after-import."),
    )
}

fn no_date(text: &str) -> Said {
    Said::new(
        format!("日期“{text}”不认识。请写成 2026-11-21 这样。"),
        format!("Unknown date \"{text}\". Write it like 2026-11-21."),
    )
}

/// The date of a day since 1970-01-01, `YYYY-MM-DD`; for callers that have a clock.
pub fn date_of_day(day: u64) -> String {
    let day = i32::try_from(day).unwrap_or(i32::MAX);
    Date::from_days(day).map_or_else(String::new, Date::iso)
}
