//! What holds for the rules as a set: codes, names, pages, sentences. What one rule says is shown by
//! the examples on its page.
#![expect(clippy::disallowed_methods, reason = "the stability table is a file")]

use std::collections::BTreeSet;
use std::path::Path;

use crate::{Check, PAGES, RULES, Rule, TOPICS};

#[test]
fn codes_are_unique_and_sorted() {
    let codes: Vec<&str> = RULES.iter().map(|it| it.code).collect();
    assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
    for code in codes {
        let digits = code.strip_prefix('R').unwrap_or_default();
        assert!(
            digits.len() == 4 && digits.bytes().all(|it| it.is_ascii_digit()),
            "{code}"
        );
    }
}

/// The table holds every code that ever was, one a line; xtask refuses a table that contradicts the
/// files, this refuses one that contradicts what is compiled.
#[test]
fn every_code_stands_in_the_stability_table_with_its_first_meaning() {
    let table = read("stability.toml");
    let mut known = BTreeSet::new();
    for line in table.lines().filter(|it| it.starts_with('R')) {
        let (code, entry) = line.split_once(" = ").expect("one code a line");
        assert!(known.insert(code), "{code} stands twice");
        let slug = entry.split('"').nth(1).unwrap_or_default();
        let is_retired = entry.contains("retired = {");
        let rule = RULES.iter().find(|it| it.code == code);
        let now = rule.map(|it| it.slug);
        let expected = (!is_retired).then_some(slug);
        assert_eq!(now, expected, "{code}: a code keeps its meaning for ever");
    }
    for rule in RULES {
        assert!(known.contains(rule.code), "{} has no entry", rule.code);
    }
}

#[test]
fn help_has_both_languages_a_source_and_speaks_of_rules_that_exist() {
    for topic in TOPICS {
        let (zh, en) = (topic.zh, topic.en);
        assert!(zh.starts_with("# ") && zh.contains("\n## 来源\n"), "{zh}");
        assert!(en.starts_with("# ") && en.contains("\n## Source\n"), "{en}");
        assert_eq!(codes_in(zh), codes_in(en), "{}", topic.key);
        for code in codes_in(zh) {
            assert!(crate::rule(code).is_some(), "{}: {code}", topic.key);
        }
    }
    for language in ["zh", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("help")
            .join(language);
        let files = std::fs::read_dir(folder).expect("the folder").count();
        assert_eq!(
            files,
            TOPICS.len(),
            "a file in help/{language} is in no list"
        );
    }
}

/// The codes of rules in a text, each once.
fn codes_in(text: &str) -> BTreeSet<&str> {
    let marked = text.split('`').skip(1).step_by(2);
    marked
        .filter(|it| it.len() == 5 && it.starts_with('R'))
        .collect()
}

#[test]
fn the_slug_is_the_name_of_the_file() {
    let mut slugs = BTreeSet::new();
    for rule in RULES {
        let slug = rule.slug;
        assert!(slugs.insert(slug), "{slug} stands twice");
        assert!(
            slug.bytes()
                .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
        );
        let file = format!(
            "src/rules/{}/{}.rs",
            group(rule.code),
            slug.replace('-', "_")
        );
        let text = read(&file);
        assert!(
            text.contains(&format!("code: \"{}\"", rule.code)),
            "{file} is not {}",
            rule.code
        );
    }
}

/// The folder of a code.
fn group(code: &str) -> &'static str {
    match &code[1..3] {
        "00" => "files",
        "01" => "header",
        "02" => "text",
        _ => match &code[1..2] {
            "1" => "identity",
            "2" => "name",
            "3" => "date",
            "4" => "code",
            "5" => "contact",
            "6" => "family",
            "7" => "duplicate",
            "8" => "registration",
            "9" => "event",
            other => panic!("no folder for R{other}"),
        },
    }
}

#[test]
fn every_page_has_its_parts_in_both_languages() {
    assert_eq!(PAGES.len(), RULES.len());
    for (page, rule) in PAGES.iter().zip(RULES) {
        assert_eq!(page.code, rule.code);
        for (text, headings) in [
            (page.zh, ["## 为什么重要", "## 怎么改", "## 例子"]),
            (
                page.en,
                ["## Why it matters", "## How to fix", "## Examples"],
            ),
        ] {
            let code = page.code;
            let found: Vec<&str> = text.lines().filter(|it| it.starts_with("## ")).collect();
            assert_eq!(found, headings, "{code}");
            assert!(text.starts_with("# "), "{code} begins with its title");
            for part in text.split("\n## ") {
                let body = part.lines().skip(1).any(|it| !it.trim().is_empty());
                assert!(body, "{code} has an empty part: {part}");
            }
            assert!(text.contains("```roster"), "{code} shows no example");
            // Examples have their own marks, and an error value of a spreadsheet is no shout.
            let prose: String = text.split("```").step_by(2).collect();
            let prose = prose.replace("#REF!", "");
            assert!(!prose.contains(['！', '!']), "{code} shouts");
        }
    }
}

#[test]
fn titles_are_short_and_first_paragraphs_are_one_or_two_sentences() {
    for page in PAGES {
        let code = page.code;
        let (title, first) = opening(page.en);
        let words = title.split_whitespace().count();
        assert!(words <= 9, "{code}: {title}");
        assert!((1..=2).contains(&ends(&first, ". ")), "{code}: {first}");
        assert!(first.ends_with('.'), "{code}: {first}");
        let (title, first) = opening(page.zh);
        assert!(title.chars().count() <= 24, "{code}: {title}");
        assert!((1..=2).contains(&ends(&first, "。")), "{code}: {first}");
        assert!(first.ends_with('。'), "{code}: {first}");
    }
}

/// The title and the first paragraph, on one line.
fn opening(page: &str) -> (&str, String) {
    let mut lines = page.lines();
    let title = lines.next().unwrap_or_default().trim_start_matches("# ");
    let paragraph = lines
        .skip_while(|it| it.is_empty())
        .take_while(|it| !it.is_empty());
    (title, paragraph.collect::<Vec<_>>().join(" "))
}

/// How many sentences a paragraph has.
fn ends(paragraph: &str, end: &str) -> usize {
    format!("{paragraph} ").matches(end).count()
}

#[test]
fn sentences_have_the_same_places_in_both_languages() {
    for rule in RULES {
        assert_eq!(places(rule.zh), places(rule.en), "{}", rule.code);
        assert!(
            rule.zh.ends_with(['。', '}']),
            "{} ends with a full stop",
            rule.code
        );
        assert!(
            rule.en.ends_with(['.', '}']),
            "{} ends with a full stop",
            rule.code
        );
        let half_width = [", ", ". ", ": ", "! ", "？！", "！", "!"];
        assert!(
            !half_width.iter().any(|it| rule.zh.contains(it)),
            "{}: {}",
            rule.code,
            rule.zh
        );
        assert!(!rule.en.contains('!'), "{}: {}", rule.code, rule.en);
        assert!(
            rule.en.is_ascii() || !rule.en.contains(['，', '。', '；', '：']),
            "{}",
            rule.code
        );
    }
}

/// The names in braces, sorted.
fn places(sentence: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for part in sentence.split('{').skip(1) {
        let (name, _) = part.split_once('}').expect("a brace is closed");
        assert!(
            name.bytes().all(|it| it.is_ascii_lowercase() || it == b'_'),
            "{name}"
        );
        // The plural is English only.
        if name != "s" {
            names.insert(name);
        }
    }
    names
}

#[test]
fn the_names_in_sentences_are_the_frozen_vocabulary() {
    let used: BTreeSet<&str> = RULES.iter().flat_map(|it| places(it.zh)).collect();
    let known: BTreeSet<&str> = VOCABULARY.iter().copied().collect();
    let new: Vec<_> = used.difference(&known).collect();
    assert!(
        new.is_empty(),
        "a new name needs a reason, and a place in this list: {new:?}"
    );
    assert!(VOCABULARY.is_sorted());
}

/// The names that facts have. Programs read them: none is changed or given another meaning.
const VOCABULARY: &[&str] = &[
    "a",
    "b",
    "character",
    "code",
    "code_point",
    "column",
    "count",
    "date",
    "decision",
    "expected",
    "file",
    "format",
    "header",
    "hint",
    "kind",
    "length",
    "list",
    "meant",
    "note",
    "number",
    "other",
    "position",
    "profile",
    "province",
    "range",
    "region",
    "relation",
    "row",
    "rows",
    "rows_with_sheet",
    "share",
    "sheet",
    "standard_header",
    "value",
    "year",
];

#[test]
fn a_rule_rests_on_something_and_names_only_rules_there_are() {
    for rule in RULES {
        assert_eq!(crate::basis(rule.code), Some(rule.basis));
        assert!(!rule.basis.trim().is_empty(), "{}", rule.code);
        // Not a law that anybody has seen.
        let page = crate::page(rule.code).map_or("", |it| it.zh);
        for text in [rule.basis, rule.zh, page] {
            assert!(!text.contains("学籍管理条例"), "{}", rule.code);
        }
        assert!(!rule.since.is_empty(), "{}", rule.code);
        for other in rule.unless {
            assert!(
                crate::rule(other).is_some(),
                "{} waits for {other}",
                rule.code
            );
            assert_ne!(*other, rule.code, "a rule does not silence itself");
        }
    }
}

#[test]
fn only_rules_that_can_speak_of_one_cell_silence_others() {
    let wide = |it: &&&Rule| matches!(it.check, Check::Sheet { .. });
    for rule in RULES.iter().filter(|it| !wide(it)) {
        for other in rule.unless.iter().filter_map(|code| crate::rule(code)) {
            let in_vain = matches!(other.check, Check::Sheet { .. });
            assert!(
                !in_vain,
                "{} waits for {}, which speaks of no cell",
                rule.code, other.code
            );
        }
    }
    for rule in RULES.iter().filter(wide) {
        assert!(
            rule.unless.is_empty(),
            "{}: a sheet rule is never silenced",
            rule.code
        );
    }
}

#[test]
fn every_rule_can_be_found_by_its_code() {
    for rule in RULES {
        assert_eq!(crate::rule(rule.code).map(|it| it.slug), Some(rule.slug));
        assert_eq!(crate::page(rule.code).map(|it| it.code), Some(rule.code));
    }
    assert!(crate::rule("R0000").is_none());
}

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}", path.display()))
}
