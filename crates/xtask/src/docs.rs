//! The rule book as a folder of pages for a browser: one page a rule, the questions with their
//! answers, and an index by question, by column and by code.
//!
//! It is made from the same Markdown as everything else that shows a page; what it knows of the
//! compiled rules, their columns above all, it takes from the list the command line prints. The pages
//! need no server and no script, and a link that leads nowhere stops the verb.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

mod example;
mod html;
mod index;
mod words;

use example::Around;
use html::escaped;
use words::Words;

use crate::language::{Language, Title};

const RULES: &str = "crates/roster-rules";
const COLUMNS: &str = "crates/roster-standard/data/columns.toml";
const PARAMETERS: &str = "crates/roster-standard/data/parameters.toml";
const PROFILES: &str = "crates/roster-standard/data/profiles";

impl Title {
    fn of(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// A rule as `rostercheck rules --format json` lists it.
#[derive(serde::Deserialize)]
pub(super) struct Rule {
    #[serde(rename = "rule")]
    code: String,
    slug: String,
    level: String,
    title: Title,
    /// In Chinese.
    basis: String,
    columns: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Columns {
    column: Vec<Column>,
}

#[derive(serde::Deserialize)]
struct Column {
    key: String,
    title: Title,
}

#[derive(serde::Deserialize)]
struct Parameters {
    parameter: Vec<Parameter>,
}

/// What may be set for a run, and what each of its values means where they are few.
#[derive(serde::Deserialize)]
struct Parameter {
    name: String,
    title: Title,
    #[serde(default)]
    allowed: Vec<String>,
    #[serde(default)]
    words: Vec<Title>,
}

#[derive(serde::Deserialize)]
struct Profile {
    id: String,
    title: Title,
}

/// A question with its answer.
struct Topic {
    key: String,
    text: String,
}

/// All that goes into the book, apart from the pages of the rules.
struct Book {
    rules: Vec<Rule>,
    columns: Vec<Column>,
    parameters: Vec<Parameter>,
    profiles: Vec<Profile>,
    stability: crate::r#gen::StabilityTable,
    bases: crate::r#gen::Bases,
}

impl Language {
    fn key(self) -> &'static str {
        match self {
            Language::Zh => "zh",
            Language::En => "en",
        }
    }

    fn other(self) -> Self {
        match self {
            Language::Zh => Language::En,
            Language::En => Language::Zh,
        }
    }

    fn words(self) -> &'static Words {
        match self {
            Language::Zh => &Words::ZH,
            Language::En => &Words::EN,
        }
    }
}

/// Writes the book: `docs RULES.json FOLDER`.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Result<(), String> {
    let [rules, folder] = arguments else {
        return Err("Write `docs RULES.json FOLDER`.".to_owned());
    };
    let pages = pages(root, &crate::read_text(Path::new(rules))?)?;
    let complaints = dead_links(&pages);
    if !complaints.is_empty() {
        return Err(Vec::from_iter(complaints).join("\n"));
    }
    let folder = Path::new(folder);
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .map_err(|error| format!("{} cannot be emptied: {error}.", folder.display()))?;
    }
    for (path, text) in &pages {
        crate::write_bytes(&folder.join(path), text.as_bytes())?;
    }
    Ok(())
}

/// Every page by its path below the folder.
fn pages(root: &Path, rules: &str) -> Result<BTreeMap<String, String>, String> {
    let rules: Vec<Rule> = serde_json::from_str(rules)
        .map_err(|error| format!("The list of rules cannot be read: {error}."))?;
    let columns: Columns = toml::from_str(&crate::read_text(&root.join(COLUMNS))?)
        .map_err(|error| format!("{COLUMNS}: {error}"))?;
    let parameters: Parameters = toml::from_str(&crate::read_text(&root.join(PARAMETERS))?)
        .map_err(|error| format!("{PARAMETERS}: {error}"))?;
    let book = Book {
        rules,
        columns: columns.column,
        parameters: parameters.parameter,
        profiles: profiles(root)?,
        stability: crate::r#gen::stability_table(root)?,
        bases: crate::r#gen::Bases::read(root)?,
    };
    let mut pages = BTreeMap::new();
    for language in Language::ALL {
        let topics = topics(root, language)?;
        let key = language.key();
        for rule in &book.rules {
            let path = format!("{RULES}/pages/{key}/{}.md", rule.code);
            let text = crate::read_text(&root.join(path))?;
            let name = format!("{key}/{}.html", rule.code);
            pages.insert(name, rule_page(&book, rule, &text, language));
        }
        for topic in &topics {
            let name = format!("{key}/{}.html", topic.key);
            pages.insert(name, topic_page(&book, topic, language));
        }
        let name = format!("{key}/index.html");
        pages.insert(name, index::page(&book, &topics, language));
    }
    pages.insert("index.html".to_owned(), door());
    Ok(pages)
}

fn profiles(root: &Path) -> Result<Vec<Profile>, String> {
    let folder = root.join(PROFILES);
    let listed = std::fs::read_dir(&folder).map_err(|error| format!("{PROFILES}: {error}"))?;
    listed
        .map(|file| {
            let path = file.map_err(|error| format!("{PROFILES}: {error}"))?.path();
            toml::from_str(&crate::read_text(&path)?)
                .map_err(|error| format!("{}: {error}", path.display()))
        })
        .collect()
}

/// The questions in reading order, which is that of the list in the source.
fn topics(root: &Path, language: Language) -> Result<Vec<Topic>, String> {
    let source = crate::read_text(&root.join(RULES).join("src/help.rs"))?;
    let keys = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("topic!(\"")?.split('"').next());
    keys.map(|key| {
        let path = format!("{RULES}/help/{}/{key}.md", language.key());
        Ok(Topic {
            key: key.to_owned(),
            text: crate::read_text(&root.join(path))?,
        })
    })
    .collect()
}

fn rule_page(book: &Book, rule: &Rule, text: &str, language: Language) -> String {
    let words = language.words();
    let (heading, rest) = heading_and_rest(text);
    let columns: Vec<String> = match rule.columns.as_slice() {
        [] => vec![link("index.html#file", words.whole_file)],
        [all] if all == "*" => vec![link("index.html#all", words.every_column)],
        keys => keys
            .iter()
            .map(|key| {
                link(
                    &format!("index.html#{key}"),
                    &book.column_title(key, language),
                )
            })
            .collect(),
    };
    let basis = match language {
        Language::Zh => None,
        Language::En => book.bases.english(&rule.basis),
    };
    let basis = basis.unwrap_or(&rule.basis);
    let about = format!(
        "<p class=\"about\"><code>{code}</code> {slug} · <span class=\"{level}\">{word}</span> · {word_basis}{}\
         <br>{}{}</p>\n",
        escaped(basis),
        words.columns,
        columns.join(words.comma),
        code = rule.code,
        slug = rule.slug,
        level = rule.level,
        word = words.levels_told(&rule.level, text),
        word_basis = words.basis,
    );
    let around = Around {
        titles: book.titles(language),
        of_groups: rule.code.starts_with("R7"),
    };
    let content = format!(
        "<h1>{}</h1>\n{about}{}",
        escaped(heading),
        html::body(rest, words, &around, |code| book.has(code))
    );
    let other = format!("{}/{}.html", language.other().key(), rule.code);
    html::page(words, &format!("{} {heading}", rule.code), &other, &content)
}

fn topic_page(book: &Book, topic: &Topic, language: Language) -> String {
    let words = language.words();
    let (heading, _) = heading_and_rest(&topic.text);
    let content = html::body(&topic.text, words, &Around::default(), |code| {
        book.has(code)
    });
    let other = format!("{}/{}.html", language.other().key(), topic.key);
    html::page(words, heading, &other, &content)
}

/// The page at the folder's own address: only the choice of language.
fn door() -> String {
    let content = format!(
        "<h1>{}</h1>\n<ul><li><a href=\"zh/index.html\">中文</a></li>\
         <li><a href=\"en/index.html\" lang=\"en\">English</a></li></ul>\n",
        Words::ZH.book
    );
    let page = html::page(&Words::ZH, Words::ZH.book, "", &content);
    // It stands above the others, so the way back leads to itself.
    page.replace(
        &format!(" · <a href=\"../\">{}</a>", Words::ZH.other_language),
        "",
    )
}

impl Book {
    fn has(&self, code: &str) -> bool {
        self.rules.iter().any(|it| it.code == code)
    }

    /// What examples call by a name: parameters, their values and profiles.
    fn titles(&self, language: Language) -> BTreeMap<String, String> {
        let mut titles = BTreeMap::new();
        let mut add =
            |key: String, title: &Title| titles.insert(key, title.of(language).to_owned());
        for it in &self.profiles {
            add(it.id.clone(), &it.title);
        }
        for it in &self.parameters {
            add(it.name.clone(), &it.title);
            for (value, title) in it.allowed.iter().zip(&it.words) {
                add(format!("{}={value}", it.name), title);
            }
        }
        titles
    }

    fn column_title(&self, key: &str, language: Language) -> String {
        let column = self.columns.iter().find(|it| it.key == key);
        column.map_or(key, |it| it.title.of(language)).to_owned()
    }
}

fn link(address: &str, text: &str) -> String {
    format!("<a href=\"{address}\">{}</a>", escaped(text))
}

/// The first heading, and what follows it.
fn heading_and_rest(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    (first.trim_start_matches("# ").trim(), rest)
}

/// Links to pages or places that are not there.
fn dead_links(pages: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut complaints = BTreeSet::new();
    for (path, text) in pages {
        let folder = path.rsplit_once('/').map_or("", |it| it.0);
        for target in text.split(" href=\"").skip(1) {
            let target = target.split('"').next().unwrap_or_default();
            let (file, place) = target.split_once('#').unwrap_or((target, ""));
            let file = match (file, file.strip_prefix("../")) {
                ("", _) => path.clone(),
                (_, Some(above)) => above.to_owned(),
                _ if folder.is_empty() => file.to_owned(),
                _ => format!("{folder}/{file}"),
            };
            let anchor = format!(" id=\"{place}\"");
            let leads = pages
                .get(&file)
                .is_some_and(|it| place.is_empty() || it.contains(&anchor));
            if !leads {
                complaints.insert(format!("{path}: the link to {target} leads nowhere."));
            }
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"[
      {"rule": "R1003", "slug": "resident-id-checksum", "level": "error", "basis": "GB 11643",
       "title": {"zh": "甲", "en": "A"}, "columns": ["id_number"]},
      {"rule": "R0001", "slug": "file-unreadable", "level": "error", "basis": "本工具自定",
       "title": {"zh": "乙", "en": "B"}, "columns": []},
      {"rule": "R0203", "slug": "invisible", "level": "info", "basis": "本工具自定",
       "title": {"zh": "丙", "en": "C"}, "columns": ["*"]}]"#;

    fn root() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    #[test]
    fn every_rule_and_every_question_has_a_page_in_both_languages() {
        let pages = pages(&root(), LIST).unwrap();
        for path in [
            "index.html",
            "zh/index.html",
            "en/R1003.html",
            "zh/g-l-j.html",
        ] {
            assert!(pages.contains_key(path), "{path}");
        }
        let page = &pages["zh/R1003.html"];
        assert!(page.contains("<a href=\"index.html#id_number\">"), "{page}");
        assert!(page.contains("class=\"speaks\""));
        let page = &pages["en/R0001.html"];
        assert!(page.contains("really a picture") && page.contains("✕ speaks: "));
        for (path, page) in &pages {
            assert!(
                !page.contains("<script") && !page.contains("//cdn"),
                "{path}"
            );
            assert!(page.contains("default-src 'none'"), "{path}");
        }
    }

    #[test]
    fn links_lead_somewhere() {
        assert_eq!(dead_links(&pages(&root(), LIST).unwrap()), BTreeSet::new());
        let page = "<a href=\"b.html\"></a><a href=\"#x\"></a><a href=\"../a.html\"></a>";
        let two = BTreeMap::from([
            ("zh/a.html".to_owned(), page.to_owned()),
            ("zh/b.html".to_owned(), " id=\"x\"".to_owned()),
        ]);
        let dead = dead_links(&two);
        assert_eq!(dead.len(), 2, "{dead:?}");
    }
}
