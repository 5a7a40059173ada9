//! The rule book and the profiles as the reader sees them.

use roster_rules::{RULES, TITLES, page, rule};
use roster_standard::{Parameter, Profile, Setting};

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
