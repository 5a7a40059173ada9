//! The rule book and the profiles as the reader sees them.

use std::borrow::Cow;

use roster_model::Level;
use roster_rules::{
    ActiveProfile, Check, Covers, RULES, Rule, TITLES, TOPICS, basis_in_english, page, rule, topic,
};
use roster_standard::header::{self, Header};
use roster_standard::{Column, Form, Parameter, Profile};

use crate::language::Language;
use crate::options::overrides::{levels, scalar};
use crate::options::profiles::WantedProfile;
use crate::template::lines;
use crate::wire::{
    AllowedValue, ProfileColumn, ProfileFile, ProfileInfo, ProfileParameter, RuleInfo, Said,
};
use crate::words::words;

/// All rules, by code.
pub fn rules() -> Vec<RuleInfo> {
    let rules = RULES.iter().zip(TITLES);
    rules
        .map(|(rule, title)| RuleInfo {
            rule: rule.code,
            slug: rule.slug,
            level: rule.level.key(),
            title: Said {
                zh: title.zh.to_owned(),
                en: title.en.to_owned(),
            },
            basis: rule.basis,
            since: rule.since,
            columns: columns_of(rule),
        })
        .collect()
}

/// The key of the column that a text names: its header, however it is written, or its key.
pub fn column_named(text: &str) -> Option<&'static str> {
    let column = Column::from_key(text.trim()).or(match header::find(text) {
        Header::Column(column) => Some(column),
        _ => None,
    });
    column.map(Column::key)
}

/// The title of a rule; nothing where no rule has this code.
pub(crate) fn rule_title(code: &str, language: Language) -> &'static str {
    let title = TITLES.iter().find(|it| it.code == code);
    title.map_or("", |it| match language {
        Language::Zh => it.zh,
        Language::En => it.en,
    })
}

/// The page of a rule as Markdown, with a line below its title that says which rule it is, how
/// serious, and what it rests on. The code may be written in either case.
pub fn explain(code: &str, language: Language) -> Option<String> {
    let page = page(&code.to_ascii_uppercase())?;
    let text = match language {
        Language::Zh => page.zh,
        Language::En => page.en,
    };
    let basis = match language {
        Language::Zh => rule(page.code)?.basis,
        Language::En => basis_in_english(page.code)?,
    };
    explain_with(page.code, language, &format!("{basis}\n{text}"))
}

/// Like `explain`, with what the rule rests on, a line, and its page from elsewhere: the core of the page of the
/// product has neither in it.
pub fn explain_with(code: &str, language: Language, page: &str) -> Option<String> {
    let rule = rule(code)?;
    let (basis, page) = page.split_once('\n')?;
    let basis_word = match language {
        Language::Zh => "依据：",
        Language::En => "Basis: ",
    };
    let (title, rest) = page.split_once('\n')?;
    let level = levels_told(rule.level, rest, language);
    let (code, slug) = (rule.code, rule.slug);
    Some(format!(
        "{title}\n\n`{code}` {slug} · {level} · {basis_word}{basis}\n{rest}"
    ))
}

/// The words of the levels a rule speaks at: its own, the most serious, and those milder that its examples
/// show.
fn levels_told(most: Level, page: &str, language: Language) -> String {
    let words = words(language);
    let mut told = words.level(most).to_owned();
    for level in [Level::Warning, Level::Info] {
        if level > most && page.contains(&format!("level={}", level.key())) {
            told.push_str(match language {
                Language::Zh => "或",
                Language::En => " or ",
            });
            told.push_str(words.level(level));
        }
    }
    told
}

/// The keys of the columns a rule speaks about or compares.
fn columns_of(rule: &Rule) -> Vec<&'static str> {
    let keys = |columns: &[Column]| columns.iter().map(|it| it.key()).collect();
    match rule.check {
        Check::Value {
            covers: Covers::All,
            ..
        } => vec!["*"],
        Check::Value { covers, .. } => {
            let covered = Column::ALL.iter().filter(|it| covers.covers(**it));
            covered.map(|it| it.key()).collect()
        }
        Check::AnyOf { columns, .. } => keys(columns),
        Check::Row { needs, .. } | Check::Document { needs, .. } | Check::Sheet { needs, .. } => {
            keys(needs)
        }
        // Those of the profile file, whatever they are.
        Check::Demand(_) => Vec::new(),
    }
}

/// The names of the topics of help, in reading order, each with its question.
pub fn topics() -> Vec<(&'static str, Said)> {
    let told = TOPICS.iter().map(|it| {
        let said = Said {
            zh: title(it.zh).to_owned(),
            en: title(it.en).to_owned(),
        };
        (it.key, said)
    });
    told.collect()
}

/// The answer of a topic of help as Markdown. The name may be written in either case.
pub fn explain_topic(key: &str, language: Language) -> Option<&'static str> {
    let topic = topic(&key.to_ascii_lowercase())?;
    Some(match language {
        Language::Zh => topic.zh,
        Language::En => topic.en,
    })
}

/// All built-in profiles.
pub fn profiles() -> Vec<ProfileInfo> {
    let all = Profile::all().iter();
    all.map(|it| profile(&ActiveProfile::from(*it))).collect()
}

/// The profile of a file, or the sentence that says where the file is wrong.
pub fn profile_of_file(file: &ProfileFile) -> Result<ProfileInfo, roster_model::Said> {
    Ok(profile(&*WantedProfile::of_file(file).read()?))
}

fn profile(profile: &ActiveProfile) -> ProfileInfo {
    let columns = lines(profile).into_iter().map(|line| ProfileColumn {
        column: profile.key_of(line.column),
        header: Cow::Owned(line.header.to_owned()),
        required: line.required,
    });
    let parameters = Parameter::all().iter();
    ProfileInfo {
        profile: profile.id.clone(),
        title: Said {
            zh: profile.zh.to_string(),
            en: profile.en.to_string(),
        },
        version: profile.version.clone(),
        since: profile.since.clone(),
        extends: profile.extends.clone(),
        columns: columns.collect(),
        parameters: parameters.map(|it| parameter(it, profile)).collect(),
        levels: levels(profile),
    }
}

fn parameter(parameter: &'static Parameter, profile: &Profile) -> ProfileParameter {
    let said = |zh: &str, en: &str| Said {
        zh: zh.to_owned(),
        en: en.to_owned(),
    };
    let allowed = parameter.allowed.iter().zip(parameter.words);
    let (min, max) = match parameter.form {
        Form::Number(least, most) => (Some(least), Some(most).filter(|it| *it < i64::MAX)),
        _ => (None, None),
    };
    let is_plain = matches!(parameter.form, Form::Number(..) | Form::List);
    ProfileParameter {
        name: parameter.name,
        group: parameter.group,
        default: scalar(
            profile
                .setting(parameter.name)
                .unwrap_or(&parameter.default),
        ),
        form: parameter.form.key(),
        allowed: allowed
            .map(|(&value, (zh, en))| AllowedValue {
                value,
                title: said(zh, en),
            })
            .collect(),
        min,
        max,
        example: if is_plain {
            ""
        } else {
            parameter.form.example()
        },
        about: said(parameter.zh, parameter.en),
    }
}

/// The first heading of a text.
fn title(text: &str) -> &str {
    let heading = text.lines().next().unwrap_or_default();
    heading.trim_start_matches("# ").trim()
}
