//! From the rule files: the list of rules, the pages of the rule book, one test for each rule.
//!
//! A rule file is read as text. Whether it compiles, and whether its examples hold, is
//! deliberately left to the compiler and to the tests written here.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::basis::{Bases, TABLE};
use super::page::{self, Pages};
use super::stability;
use crate::language::Language;

/// The list of rules.
pub(super) const LIST: &str = "crates/roster-rules/src/rules.rs";
/// The pages as constants.
pub(super) const PAGES: &str = "crates/roster-rules/src/pages.rs";
/// One test for each rule.
pub(super) const EXAMPLES: &str = "tests/src/rule_examples.rs";
/// Folders in which every file is generated.
pub(super) const PAGE_FOLDERS: [&str; 2] = [
    "crates/roster-rules/pages/zh",
    "crates/roster-rules/pages/en",
];

/// Where the version of the rule pack stands.
const PACK: &str = "crates/roster-rules/src/lib.rs";

const SOURCES: &str = "crates/roster-rules/src/rules";

/// One rule file, as far as the generator looks into it.
#[derive(Debug)]
struct RuleFile {
    code: String,
    /// The folder.
    group: String,
    /// The file's name without `.rs`.
    module: String,
    /// What it rests on.
    basis: String,
    /// That in English.
    basis_en: String,
    pages: Pages,
}

/// Every file that follows from the rule files; none while there is no rule file.
pub(super) fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let mut rules = read_all(root)?;
    if rules.is_empty() {
        return Ok(Vec::new());
    }
    rules.sort_by(|a, b| a.code.cmp(&b.code));
    for pair in rules.windows(2) {
        if pair[0].code == pair[1].code {
            let (code, a, b) = (&pair[0].code, &pair[0].module, &pair[1].module);
            return Err(format!("{code} is the code of both {a} and {b}."));
        }
    }
    let (table_text, table) = stability(root, &rules)?;
    let mut files = vec![
        (PathBuf::from(LIST), list(&rules)),
        (PathBuf::from(PAGES), constants(&rules)),
        (PathBuf::from(EXAMPLES), tests(&rules)),
        (PathBuf::from(stability::TABLE), table_text),
    ];
    for (folder, language) in PAGE_FOLDERS.into_iter().zip(Language::ALL) {
        let path = Path::new(folder).join("README.md");
        files.push((path, index(&rules, &table, language)));
    }
    for rule in rules {
        let name = format!("{}.md", rule.code);
        files.push((Path::new(PAGE_FOLDERS[0]).join(&name), rule.pages.zh));
        files.push((Path::new(PAGE_FOLDERS[1]).join(&name), rule.pages.en));
    }
    Ok(files)
}

/// The pages of all rules in one text, as the page of the product reads it: each begins with its language and
/// code in a line, and what the rule rests on in another; U+001E stands between them.
#[cfg(feature = "page")]
pub(crate) fn all_pages(root: &Path) -> Result<String, String> {
    let mut pages = Vec::new();
    for rule in read_all(root)? {
        let (code, zh, en) = (rule.code, rule.basis, rule.basis_en);
        pages.push(format!("zh/{code}\n{zh}\n{}", rule.pages.zh));
        pages.push(format!("en/{code}\n{en}\n{}", rule.pages.en));
    }
    // One language behind the other, which packs better.
    pages.sort();
    Ok(pages.join("\u{1E}"))
}

/// The stability table with the new rules in it, as text and as data.
fn stability(root: &Path, rules: &[RuleFile]) -> Result<(String, stability::Table), String> {
    let source = crate::read_text(&root.join(PACK))?;
    let pack = source
        .lines()
        .find_map(|line| {
            line.strip_prefix("pub const PACK: &str = \"")?
                .split('"')
                .next()
        })
        .ok_or_else(|| format!("{PACK} has no `PACK`."))?;
    let slugs: Vec<String> = rules.iter().map(|it| it.module.replace('_', "-")).collect();
    let known: Vec<(&str, &str)> = rules
        .iter()
        .zip(&slugs)
        .map(|(rule, slug)| (rule.code.as_str(), slug.as_str()))
        .collect();
    let old = crate::read_text(&root.join(stability::TABLE))?;
    let text = stability::completed(&old, &known, pack)?;
    let table = stability::read(&text)?;
    let complaints = stability::complaints(&table, &known);
    if complaints.is_empty() {
        Ok((text, table))
    } else {
        Err(complaints.join("\n"))
    }
}

fn read_all(root: &Path) -> Result<Vec<RuleFile>, String> {
    let bases = Bases::read(root)?;
    let mut rules = Vec::new();
    let mut sentences = Vec::new();
    for group in sorted_names(&root.join(SOURCES)) {
        let folder = root.join(SOURCES).join(&group);
        for name in sorted_names(&folder) {
            let Some(module) = name.strip_suffix(".rs") else {
                continue;
            };
            let source = crate::read_text(&folder.join(&name))?;
            match parse(&group, module, &source) {
                Ok(Some(rule)) => {
                    if let Some(en) = bases.english(&rule.basis) {
                        rules.push(RuleFile {
                            basis_en: en.to_owned(),
                            ..rule
                        });
                    } else {
                        let basis = &rule.basis;
                        sentences.push(format!("{TABLE} has no English for `{basis}`."));
                    }
                }
                Ok(None) => sentences.push(format!("{SOURCES}/{group}/{name}: no `const RULE`.")),
                Err(sentence) => sentences.push(format!("{SOURCES}/{group}/{name}: {sentence}.")),
            }
        }
    }
    if sentences.is_empty() {
        Ok(rules)
    } else {
        Err(sentences.join("\n"))
    }
}

fn sorted_names(folder: &Path) -> Vec<String> {
    let Ok(listing) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = listing
        .flatten()
        .map(|item| item.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn parse(group: &str, module: &str, source: &str) -> Result<Option<RuleFile>, String> {
    let Some((_, body)) = source.split_once("const RULE: Rule = Rule {") else {
        return Ok(None);
    };
    let code = field(body, "code").ok_or("`RULE` has no `code: \"…\"`")?;
    let slug = field(body, "slug").ok_or("`RULE` has no `slug: \"…\"`")?;
    let basis = field(body, "basis").ok_or("`RULE` has no `basis: \"…\"`")?;
    let expected = module.replace('_', "-");
    if slug != expected {
        return Err(format!(
            "the slug is `{slug}`, the file's name asks for `{expected}`"
        ));
    }
    if !is_code(code) {
        return Err(format!("`{code}` is not a letter and four digits"));
    }
    Ok(Some(RuleFile {
        code: code.to_owned(),
        group: group.to_owned(),
        module: module.to_owned(),
        basis: basis.to_owned(),
        basis_en: String::new(),
        pages: page::from_source(source)?,
    }))
}

/// Whether the text is a rule code: one capital letter, four digits.
pub(crate) fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 5 && bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
pub(crate) fn reads_as_rule(source: &str) -> bool {
    field(source, "slug").is_some_and(|slug| {
        let module = slug.replace('-', "_");
        matches!(parse("group", &module, source), Ok(Some(_)))
    })
}

fn field<'s>(body: &'s str, name: &str) -> Option<&'s str> {
    body.lines().find_map(|line| {
        let value = line.trim_start().strip_prefix(name)?.strip_prefix(": \"")?;
        value.split('"').next()
    })
}

/// The list of the pages of one language, with the rule pack that brought each rule and with what
/// changed since.
fn index(rules: &[RuleFile], table: &stability::Table, language: Language) -> String {
    let mut text = String::from(match language {
        Language::Zh => "# 规则\n\n| 编号 | 规则 | 规则包 |\n|---|---|---|\n",
        Language::En => "# Rules\n\n| code | rule | rule pack |\n|---|---|---|\n",
    });
    for rule in rules {
        let page = match language {
            Language::Zh => &rule.pages.zh,
            Language::En => &rule.pages.en,
        };
        let (code, title) = (&rule.code, title(page));
        let added = table.get(code).map_or("", |it| it.added.as_str());
        let _ = writeln!(text, "| [{code}]({code}.md) | {title} | {added} |");
    }
    text.push_str(&stability::sections(
        table,
        matches!(language, Language::Zh),
    ));
    text
}

/// The first heading of a page.
fn title(page: &str) -> &str {
    let heading = page.lines().next().unwrap_or_default();
    heading.trim_start_matches("# ").trim()
}

fn list(rules: &[RuleFile]) -> String {
    let mut text = String::from(
        "//! Every rule there is, in the order of the codes.\n//!\n\
         //! Generated from the files in rules/ by xtask gen. Do not edit.\n\nuse crate::rule::{Rule, in_book};\n\n",
    );
    let mut modules: Vec<(&str, &str)> = rules
        .iter()
        .map(|rule| (rule.group.as_str(), rule.module.as_str()))
        .collect();
    modules.sort_unstable();
    for group in modules.chunk_by(|a, b| a.0 == b.0) {
        let _ = writeln!(text, "mod {} {{", group[0].0);
        for (_, module) in group {
            let _ = writeln!(text, "    pub(super) mod {module};");
        }
        text.push_str("}\n");
    }
    text.push_str(
        "\n/// Every rule, sorted by code.\n#[rustfmt::skip]\npub static RULES: &[&Rule] = &[\n",
    );
    for rule in rules {
        let _ = writeln!(text, "    &in_book({}::{}::RULE),", rule.group, rule.module);
    }
    text.push_str("];\n");
    // Apart from the rules, so that who has the pages has none of the checks.
    text.push_str(
        "\n/// What each rests on, in the same order.\n#[rustfmt::skip]\n\
         pub(crate) static BASES: &[&str] = &[\n",
    );
    for rule in rules {
        let _ = writeln!(text, "    {}::{}::RULE.basis,", rule.group, rule.module);
    }
    text.push_str(
        "];\n\n/// That in English.\n#[rustfmt::skip]\n\
         pub(crate) static BASES_EN: &[&str] = &[\n",
    );
    for rule in rules {
        let _ = writeln!(text, "    {:?},", rule.basis_en);
    }
    text.push_str("];\n");
    text
}

fn constants(rules: &[RuleFile]) -> String {
    let mut text = String::from(
        "//! The pages of the rule book, as Markdown.\n//!\n\
         //! Generated from the heads of the rule files by xtask gen. Do not edit.\n\n\
         /// What a user reads about one rule: its page, or its title alone.\n\
         #[derive(Debug, Clone, Copy)]\n\
         pub struct Page {\n    \
         /// The rule's code.\n    pub code: &'static str,\n    \
         /// In Chinese, as Markdown.\n    pub zh: &'static str,\n    \
         /// In English, as Markdown.\n    pub en: &'static str,\n}\n\n\
         /// Every page, sorted by code.\n#[rustfmt::skip]\npub static PAGES: &[Page] = &[\n",
    );
    for rule in rules {
        let code = &rule.code;
        let _ = writeln!(
            text,
            "    Page {{ code: \"{code}\", zh: include_str!(\"../pages/zh/{code}.md\"), \
             en: include_str!(\"../pages/en/{code}.md\") }},"
        );
    }
    // Apart from the pages, so that a program with the titles alone is without the pages.
    text.push_str(
        "];\n\n/// The title of each page, sorted by code.\n#[rustfmt::skip]\n\
         pub static TITLES: &[Page] = &[\n",
    );
    for rule in rules {
        let (code, pages) = (&rule.code, &rule.pages);
        let (zh, en) = (title(&pages.zh), title(&pages.en));
        let _ = writeln!(
            text,
            "    Page {{ code: \"{code}\", zh: {zh:?}, en: {en:?} }},"
        );
    }
    text.push_str("];\n");
    text
}

fn tests(rules: &[RuleFile]) -> String {
    let mut text = String::from(
        "//! One test for each rule: the examples of its page hold.\n//!\n\
         //! Generated from the rule files by xtask gen. Do not edit.\n\nuse crate::check_rule;\n",
    );
    for rule in rules {
        let name = rule.code.to_ascii_lowercase();
        let _ = write!(
            text,
            "\n#[test]\nfn {name}_{}() {{\n    check_rule(\"{}\");\n}}\n",
            rule.module, rule.code
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
//! # 标题
//!
//! ```roster
//! | name |
//! ```
//!
//! ---
//!
//! # Title

pub(crate) const RULE: Rule = Rule {
    code: \"R2001\",
    slug: \"name-inner-space\",
    basis: \"GB/T 1\",
};
";

    #[test]
    fn a_rule_file_is_read_as_text() {
        let rule = parse("name", "name_inner_space", FILE).unwrap().unwrap();
        assert_eq!(rule.code, "R2001");
        let rules = [rule];
        assert!(list(&rules).contains("mod name {\n    pub(super) mod name_inner_space;\n}\n"));
        assert!(list(&rules).contains("    &in_book(name::name_inner_space::RULE),\n"));
        assert!(list(&rules).contains("    name::name_inner_space::RULE.basis,\n"));
        assert!(
            tests(&rules).contains("fn r2001_name_inner_space() {\n    check_rule(\"R2001\");")
        );
        assert!(constants(&rules).contains("include_str!(\"../pages/en/R2001.md\")"));
    }

    #[test]
    fn a_slug_that_is_not_the_file_name_is_refused() {
        let sentence = parse("name", "name_space", FILE).unwrap_err();
        assert!(sentence.contains("name-inner-space") && sentence.contains("name-space"));
    }

    #[test]
    fn a_code_is_a_letter_and_four_digits() {
        assert!(is_code("R2001") && is_code("O1022"));
        assert!(!is_code("R201") && !is_code("r2001") && !is_code("R20O1"));
    }
}
