//! The index of the book: by question, by column, by code, and what changed with the rule packs.

use super::example::Around;
use super::html::{self, escaped};
use super::words::FAMILIES;
use super::{Book, Language, Rule, Topic, heading_and_rest, link};

/// Topics about what the system says have names that begin so.
const SAYS: &str = "says-";

pub(super) fn page(book: &Book, topics: &[Topic], language: Language) -> String {
    let words = language.words();
    let mut content = format!(
        "<h1>{}</h1>\n<p>{}</p>\n<p><a href=\"#by-question\">{}</a> · <a href=\"#by-column\">{}</a> · \
         <a href=\"#by-code\">{}</a></p>\n",
        words.book, words.lead, words.by_question, words.by_column, words.by_code
    );
    content += &by_question(topics, language);
    content += &by_column(book, language);
    content += &by_code(book, language);
    let is_zh = matches!(language, Language::Zh);
    let sections = crate::r#gen::stability_sections(&book.stability, is_zh);
    content += &html::body(&sections, words, &Around::default(), |code| book.has(code));
    let other = format!("{}/index.html", language.other().key());
    html::page(words, words.book, &other, &content)
}

fn by_question(topics: &[Topic], language: Language) -> String {
    let words = language.words();
    let list = |says: bool| -> String {
        let chosen = topics.iter().filter(|it| it.key.starts_with(SAYS) == says);
        chosen
            .map(|it| {
                let (question, _) = heading_and_rest(&it.text);
                format!("<li>{}</li>\n", link(&format!("{}.html", it.key), question))
            })
            .collect()
    };
    format!(
        "<h2 id=\"by-question\">{}</h2>\n<h3>{}</h3>\n<ul>\n{}</ul>\n<h3>{}</h3>\n<ul>\n{}</ul>\n",
        words.by_question,
        words.says,
        list(true),
        words.asked,
        list(false)
    )
}

fn by_column(book: &Book, language: Language) -> String {
    let words = language.words();
    let mut text = format!("<h2 id=\"by-column\">{}</h2>\n<dl>\n", words.by_column);
    let mut add = |id: &str, title: &str, rules: Vec<&Rule>| {
        if rules.is_empty() {
            return;
        }
        let lines: Vec<String> = rules.iter().map(|it| rule_link(it, language)).collect();
        text += &format!(
            "<dt id=\"{id}\">{}</dt>\n<dd>{}</dd>\n",
            escaped(title),
            lines.join("<br>\n")
        );
    };
    for column in &book.columns {
        let rules = book.rules.iter();
        let speaking = rules
            .filter(|it| it.columns.contains(&column.key))
            .collect();
        add(&column.key, column.title.of(language), speaking);
    }
    let rules = book.rules.iter();
    let on_all = rules.filter(|it| it.columns.first().is_some_and(|it| it == "*"));
    add("all", words.every_column, on_all.collect());
    let on_file = book.rules.iter().filter(|it| it.columns.is_empty());
    add("file", words.whole_file, on_file.collect());
    text + "</dl>\n"
}

fn rule_link(rule: &Rule, language: Language) -> String {
    let text = format!("{} {}", rule.code, rule.title.of(language));
    link(&format!("{}.html", rule.code), &text)
}

fn by_code(book: &Book, language: Language) -> String {
    let words = language.words();
    let mut text = format!("<h2 id=\"by-code\">{}</h2>\n", words.by_code);
    for (index, family) in FAMILIES.iter().enumerate() {
        let rules: Vec<&Rule> = book
            .rules
            .iter()
            .filter(|it| it.code.starts_with(family))
            .collect();
        if rules.is_empty() {
            continue;
        }
        let head: Vec<String> = words
            .head
            .iter()
            .map(|it| format!("<th>{it}</th>"))
            .collect();
        text += &format!(
            "<h3>{}</h3>\n<table>\n<tr>{}</tr>\n",
            words.family(index),
            head.concat()
        );
        for rule in rules {
            let added = book.stability.get(&rule.code);
            text += &format!(
                "<tr><td>{}</td><td class=\"{}\">{}</td><td>{}</td><td>{}</td></tr>\n",
                link(&format!("{}.html", rule.code), &rule.code),
                rule.level,
                words.level(&rule.level),
                escaped(rule.title.of(language)),
                added.map_or("", |it| it.added.as_str()),
            );
        }
        text += "</table>\n";
    }
    text
}
