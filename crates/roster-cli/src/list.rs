//! `rules`, `explain` and `profiles`: the book, as text or JSON.
//! Deliberately nothing of what a page says is written here.

use std::io::{self, Write};

use roster_engine::{
    Language, column_named, explain as page_of, explain_topic, profiles as all_profiles,
    rules as all_rules, topics as all_topics,
};

use crate::args::{ExplainArguments, ListArguments, ListFormat, ProfilesArguments, ProfilesFormat};
use crate::examples::with_examples;
use crate::options::profile;
use crate::run::language;
use crate::save::cannot_write;
use crate::{CouldNotRun, Outcome, compare, complain};

pub(crate) fn rules(arguments: &ListArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.lang);
    let rules = all_rules();
    print(arguments.format, &rules, language, |out| {
        for rule in &rules {
            let (code, title) = (rule.rule, language.of(&rule.title));
            let level = match (language, rule.level) {
                (Language::Zh, "error") => "错误",
                (Language::Zh, "warning") => "警告",
                (Language::Zh, _) => "提示",
                (Language::En, level) => level,
            };
            let width = if language == Language::Zh { 2 } else { 7 };
            writeln!(out, "{code}  {level:width$}  {title}  ({})", rule.slug)?;
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
    print(format, &profiles, language, |out| {
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
    let schema = roster_engine::table_schema(profile(given, language)?.wanted());
    let (schema, left_out) = schema.map_err(CouldNotRun::said(language))?;
    let left_out = language.of(&left_out);
    if !left_out.is_empty() {
        complain(left_out);
    }
    ignore_closed_pipe(io::stdout().write_all(schema.as_bytes()), language)
}

/// The page of a rule, the answer to a question, or without a name the list of the questions.
pub(crate) fn explain(arguments: &ExplainArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.lang);
    let Some(name) = &arguments.code else {
        return topics(language);
    };
    let asked = plain(name);
    let found = find(name, &asked, language);
    if let Some(page) = found.first().filter(|_| found.len() == 1) {
        let page = match page_of(page.0, language) {
            Some(text) => with_examples(&text, language),
            None => explain_topic(page.0, language)
                .unwrap_or_default()
                .to_owned(),
        };
        return ignore_closed_pipe(io::stdout().write_all(page.as_bytes()), language);
    }
    if !found.is_empty() {
        let mut out = io::stdout().lock();
        let mut write = || {
            let mut lines = found.iter().take(PAGES_NAMED_MAX);
            lines.try_for_each(|(name, title)| writeln!(out, "{name:18}  {title}"))?;
            match (found.len().saturating_sub(PAGES_NAMED_MAX), language) {
                (0, _) => Ok(()),
                (more, Language::Zh) => writeln!(
                    out,
                    "还有{more}条没有列出；请换一个更具体的词，或者运行 rostercheck rules 查看全部。"
                ),
                (more, Language::En) => writeln!(
                    out,
                    "{more} more are not listed; ask with another word, or run rostercheck rules to see all."
                ),
            }
        };
        return ignore_closed_pipe(write(), language);
    }
    let topics = all_topics();
    let topics = topics
        .iter()
        .map(|it| format!("{}（{}）", it.0, it.1.zh))
        .collect::<Vec<_>>();
    let keys: Vec<&str> = all_topics().iter().map(|it| it.0).collect();
    Err(CouldNotRun(match language {
        Language::Zh => format!(
            "没有编号为“{name}”的规则，说明里也没有提到它。运行 rostercheck rules 查看全部规则；说明有：{}。",
            topics.join("、")
        ),
        Language::En => format!(
            "There is no rule and no topic \"{name}\", and no page speaks of it. Run rostercheck rules to see all rules; the topics are {}.",
            keys.join(", ")
        ),
    }))
}

/// At most this many pages are named where several speak of something; more rules look at no column.
const PAGES_NAMED_MAX: usize = 60;

/// A page of the book, by what it can be asked for.
struct Page {
    /// The code of a rule, or the key of a question.
    name: &'static str,
    slug: &'static str,
    title: String,
}

/// The names and titles of the pages that are asked for: the one with this code, name or title; else those
/// whose titles have the words, else those whose texts have them.
fn find(name: &str, asked: &str, language: Language) -> Vec<(&'static str, String)> {
    let topics = all_topics().into_iter().map(|(key, question)| Page {
        name: key,
        slug: key,
        title: language.of(&question).to_owned(),
    });
    let all = all_rules();
    let rules = all.iter().map(|it| Page {
        name: it.rule,
        slug: it.slug,
        title: language.of(&it.title).to_owned(),
    });
    let pages: Vec<Page> = topics.chain(rules).collect();
    let chosen = |is: &dyn Fn(&Page) -> bool| {
        let found = pages.iter().filter(|it| is(it));
        found
            .map(|it| (it.name, it.title.clone()))
            .collect::<Vec<_>>()
    };
    if asked.is_empty() {
        return Vec::new();
    }
    let named = chosen(&|it| {
        [it.name, it.slug, &it.title]
            .iter()
            .any(|it| plain(it) == asked)
    });
    if !named.is_empty() {
        return named;
    }
    let about = QUESTIONS
        .iter()
        .fold(asked.to_owned(), |text, it| text.replace(it, ""));
    if about.is_empty() {
        return Vec::new();
    }
    // The header of a column, however it is written, or its key: every rule that looks at it.
    if let Some(key) = column_named(name) {
        let looks = |of: &str| {
            let of_rule = all.iter().filter(|it| it.columns.contains(&of));
            of_rule.map(|it| it.rule).collect::<Vec<_>>()
        };
        let mut looking = looks(key);
        if looking.is_empty() {
            looking = looks("*");
        }
        return chosen(&|it| looking.contains(&it.name) || plain(&it.title).contains(&about));
    }
    let titled = chosen(&|it| plain(&it.title).contains(&about));
    if !titled.is_empty() {
        return titled;
    }
    let text = |name: &str| match page_of(name, language) {
        Some(page) => plain(&page),
        None => explain_topic(name, language).map(plain).unwrap_or_default(),
    };
    chosen(&|it| text(it.name).contains(&about))
}

/// What makes a question of some words.
const QUESTIONS: [&str; 10] = [
    "怎么办",
    "是什么意思",
    "是什么",
    "什么是",
    "什么意思",
    "怎么填",
    "怎么改",
    "怎么处理",
    "为什么",
    "吗",
];

/// A text without white space and marks, in half width and small letters.
fn plain(text: &str) -> String {
    let half_width = |it: char| match it {
        '！'..='～' => char::from_u32(u32::from(it) - 0xFEE0).unwrap_or(it),
        it => it,
    };
    let letters = text
        .chars()
        .map(half_width)
        .filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn topics(language: Language) -> Result<Outcome, CouldNotRun> {
    let mut out = io::stdout().lock();
    let mut write = || -> io::Result<()> {
        for (key, question) in all_topics() {
            writeln!(out, "{key:18}  {}", language.of(&question))?;
        }
        writeln!(
            out,
            "{}",
            match language {
                Language::Zh =>
                    "\n规则的说明：rostercheck explain R1003；全部规则：rostercheck rules",
                Language::En => {
                    "\nThe page of a rule: rostercheck explain R1003; all rules: rostercheck rules"
                }
            }
        )
    };
    ignore_closed_pipe(write(), language)
}

pub(crate) fn print(
    format: ListFormat,
    value: &impl serde::Serialize,
    language: Language,
    text: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Outcome, CouldNotRun> {
    let mut out = io::stdout().lock();
    let written = match format {
        ListFormat::Text => text(&mut out),
        ListFormat::Json => serde_json::to_writer_pretty(&mut out, value)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    ignore_closed_pipe(written, language)
}

/// A reader that stops early (`| head`) is no failure.
fn ignore_closed_pipe(written: io::Result<()>, language: Language) -> Result<Outcome, CouldNotRun> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(cannot_write("-", &error, language))
        }
        _ => Ok(Outcome::Clean),
    }
}
