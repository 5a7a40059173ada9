//! The rule book and the profiles as the reader sees them.

use roster_rules::{Check, Covers, RULES, Rule, TITLES, TOPICS, page, rule, topic};
use roster_standard::{Column, Parameter, Profile, Setting};

use crate::language::Language;
use crate::wire::{ProfileColumn, ProfileInfo, ProfileParameter, RuleInfo, Said, Scalar};
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

/// The page of a rule as Markdown, with a line below its title that says which rule it is, how
/// serious, and what it rests on. The code may be written in either case.
pub fn explain(code: &str, language: Language) -> Option<String> {
    let page = page(&code.to_ascii_uppercase())?;
    let text = match language {
        Language::Zh => page.zh,
        Language::En => page.en,
    };
    explain_with(page.code, language, text)
}

/// The same with the page from elsewhere: the core of the page of the product has none in it.
pub fn explain_with(code: &str, language: Language, page: &str) -> Option<String> {
    let rule = rule(code)?;
    let basis = match language {
        Language::Zh => "依据：",
        Language::En => "Basis: ",
    };
    let (title, rest) = page.split_once('\n')?;
    let level = words(language).level(rule.level);
    let (code, slug) = (rule.code, rule.slug);
    Some(format!(
        "{title}\n\n`{code}` {slug} · {level} · {basis}{}\n{rest}",
        rule.basis
    ))
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
        Check::Row { needs, .. } | Check::Sheet { needs, .. } => keys(needs),
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

/// All profiles.
pub fn profiles() -> Vec<ProfileInfo> {
    Profile::all().iter().map(|it| profile(it)).collect()
}

fn profile(profile: &'static Profile) -> ProfileInfo {
    let columns = profile.columns.iter().map(|it| ProfileColumn {
        column: it.column.key(),
        header: &it.header,
        required: it.required,
    });
    let parameters = Parameter::all().iter().map(|it| ProfileParameter {
        name: it.name,
        default: match profile.setting(it.name).unwrap_or(&it.default) {
            Setting::Number(number) => Scalar::Number(number.unsigned_abs()),
            Setting::Text(text) => Scalar::Text(text.to_string()),
        },
        about: Said {
            zh: it.zh.to_owned(),
            en: it.en.to_owned(),
        },
    });
    ProfileInfo {
        profile: &profile.id,
        title: Said {
            zh: profile.zh.to_string(),
            en: profile.en.to_string(),
        },
        version: &profile.version,
        columns: columns.collect(),
        parameters: parameters.collect(),
    }
}

/// The first heading of a text.
fn title(text: &str) -> &str {
    let heading = text.lines().next().unwrap_or_default();
    heading.trim_start_matches("# ").trim()
}
