//! `rules`, `explain` and `profiles`: the book, as text or JSON.
//! Deliberately nothing of what a page says is written here.

use std::io::{self, Write};

use roster_engine::{
    Language, explain as page_of, explain_topic, profiles as all_profiles, rules as all_rules,
    topics as all_topics,
};

use crate::args::{
    ExplainArguments, LanguageArgument, ListArguments, ListFormat, ProfilesArguments,
    ProfilesFormat,
};
use crate::run::{language, profile};
use crate::{CouldNotRun, Outcome, compare};

pub(crate) fn rules(arguments: &ListArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.lang);
    let rules = all_rules();
    print(arguments.format, &rules, |out| {
        for rule in &rules {
            let (code, level, title) = (rule.rule, rule.level, language.of(&rule.title));
            writeln!(out, "{code}  {level:7}  {title}  ({})", rule.slug)?;
        }
        Ok(())
    })
}

pub(crate) fn profiles(arguments: &ProfilesArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.lang);
    if let Some(path) = &arguments.compare {
        return compare::compare(path, arguments);
    }
    let format = match (arguments.format, &arguments.export) {
        (_, Some(given)) => return export(given, language),
        (ProfilesFormat::Text, None) => ListFormat::Text,
        (ProfilesFormat::Json, None) => ListFormat::Json,
        (ProfilesFormat::TableSchema, None) => {
            return Err(CouldNotRun(match language {
                Language::Zh => "table-schema 一次写出一个模板，请用 --export 指明，如 --export xj-2021。".to_owned(),
                Language::En => "table-schema is for one profile; name it with --export, as in --export xj-2021.".to_owned(),
            }));
        }
    };
    let profiles = all_profiles();
    // What holds unless a template says otherwise is told once, with its meaning.
    let common = profiles.iter().find(|it| it.profile == "any");
    let common = common.map_or(&[][..], |it| &it.parameters);
    print(format, &profiles, |out| {
        for profile in &profiles {
            let (id, title) = (&profile.profile, language.of(&profile.title));
            writeln!(out, "{id}  {title}  [{}]", profile.columns.len())?;
            for it in profile.parameters.iter().filter(|it| !common.contains(it)) {
                writeln!(
                    out,
                    "  {} = {}",
                    it.name,
                    serde_json::to_string(&it.default)?
                )?;
            }
        }
        writeln!(out)?;
        for it in common {
            let default = serde_json::to_string(&it.default)?;
            writeln!(out, "{} = {default}  {}", it.name, language.of(&it.about))?;
            let allowed = it.allowed.iter();
            let allowed = allowed.map(|it| format!("{} ({})", it.value, language.of(&it.title)));
            let allowed: Vec<String> = allowed.collect();
            if !allowed.is_empty() {
                writeln!(out, "  {}", allowed.join(" | "))?;
            }
        }
        Ok(())
    })
}

/// One profile as a Table Schema.
fn export(given: &str, language: Language) -> Result<Outcome, CouldNotRun> {
    let (id, file) = profile(given, language)?;
    let schema = roster_engine::table_schema(id.as_deref(), file.as_ref());
    let schema = schema.map_err(|it| CouldNotRun(language.of_said(&it).to_owned()))?;
    ignore_closed_pipe(io::stdout().write_all(schema.as_bytes()))
}

/// The page of a rule, the answer to a question, or without a name the list of the questions.
pub(crate) fn explain(arguments: &ExplainArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.lang);
    let Some(name) = &arguments.code else {
        return topics(arguments.lang);
    };
    if let Some(page) = page_of(name, language) {
        return ignore_closed_pipe(io::stdout().write_all(page.as_bytes()));
    }
    if let Some(page) = explain_topic(name, language) {
        return ignore_closed_pipe(io::stdout().write_all(page.as_bytes()));
    }
    let keys: Vec<&str> = all_topics().iter().map(|it| it.0).collect();
    Err(CouldNotRun(match arguments.lang {
        LanguageArgument::Zh => format!(
            "没有编号为“{name}”的规则，也没有叫这个名称的说明。运行 rostercheck rules 查看全部规则；说明有：{}。",
            keys.join("、")
        ),
        LanguageArgument::En => format!(
            "There is no rule and no topic \"{name}\". Run rostercheck rules to see all rules; the topics are {}.",
            keys.join(", ")
        ),
    }))
}

fn topics(lang: LanguageArgument) -> Result<Outcome, CouldNotRun> {
    let language = language(lang);
    let mut out = io::stdout().lock();
    let mut write = || -> io::Result<()> {
        for (key, question) in all_topics() {
            writeln!(out, "{key:18}  {}", language.of(&question))?;
        }
        writeln!(
            out,
            "{}",
            match lang {
                LanguageArgument::Zh =>
                    "\n规则的说明：rostercheck explain R1003；全部规则：rostercheck rules",
                LanguageArgument::En => {
                    "\nThe page of a rule: rostercheck explain R1003; all rules: rostercheck rules"
                }
            }
        )
    };
    ignore_closed_pipe(write())
}

pub(crate) fn print(
    format: ListFormat,
    value: &impl serde::Serialize,
    text: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Outcome, CouldNotRun> {
    let mut out = io::stdout().lock();
    let written = match format {
        ListFormat::Text => text(&mut out),
        ListFormat::Json => serde_json::to_writer_pretty(&mut out, value)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    ignore_closed_pipe(written)
}

/// A reader that stops early (`| head`) is no failure.
fn ignore_closed_pipe(written: io::Result<()>) -> Result<Outcome, CouldNotRun> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(CouldNotRun(format!("无法写出结果（{error}）。")))
        }
        _ => Ok(Outcome::Clean),
    }
}
