//! The examples on the page of a rule as a terminal shows them: each row with whether the rule speaks of it.
//!
//! They are written in the notation of the tests; what a reader does not need of it is left out, and what is wrong
//! with an example is deliberately no business of this file.

use std::fmt::Write as _;

use roster_engine::Language;

/// The page with its examples as people read them.
pub(crate) fn with_examples(page: &str, language: Language) -> String {
    let mut text = String::new();
    let mut block: Option<String> = None;
    let mut has_legend = false;
    for line in page.lines() {
        match (&mut block, line.strip_prefix("```")) {
            (None, Some("roster")) => block = Some(String::new()),
            (Some(notation), Some(_)) => {
                if !has_legend {
                    has_legend = true;
                    text += match language {
                        Language::Zh => "✕ 会提示；✓ 不提示。\n\n",
                        Language::En => "✕ is told, ✓ is not.\n\n",
                    };
                }
                text += &tables(notation, language);
                block = None;
            }
            (Some(notation), None) => {
                *notation += line;
                notation.push('\n');
            }
            (None, _) => {
                text += line;
                text.push('\n');
            }
        }
    }
    text
}

/// A row of a table, or a line between its rows.
struct Line {
    text: String,
    kind: Kind,
    speaks: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Header,
    Pupil,
    Other,
}

fn tables(notation: &str, language: Language) -> String {
    let mut lines: Vec<Line> = Vec::new();
    let other = |text: String| Line {
        text,
        kind: Kind::Other,
        speaks: false,
    };
    // Where a rule speaks of several rows or of the whole, a row without a mark is not said to pass.
    let mut is_of_rows = true;
    let mut has_header = false;
    for line in notation.lines().map(str::trim) {
        let begins_table = line.is_empty() || line.starts_with("@ file=");
        if (begins_table || line.starts_with("@ sheet=")) && has_header {
            has_header = false;
            lines.push(other(String::new()));
        }
        if let Some(cells) = line.strip_prefix('|') {
            let cells = cells.strip_suffix('|').unwrap_or(cells).split('|');
            let cells: Vec<String> = cells.map(|it| held(it.trim(), language)).collect();
            let kind = if has_header {
                Kind::Pupil
            } else {
                Kind::Header
            };
            has_header = true;
            lines.push(Line {
                text: cells.join(" | "),
                kind,
                speaks: false,
            });
        } else if let Some(finding) = line.strip_prefix("! ") {
            let place = finding.split([' ', '=']).next().unwrap_or_default();
            let is_whole = ["file", "sheet", "column"].contains(&place);
            let several = [" count=", " rows", " range="];
            is_of_rows &= !is_whole && !several.iter().any(|it| finding.contains(it));
            let spoken_of = lines.iter_mut().rev();
            let mut spoken_of = spoken_of.filter(|it| !is_whole || it.kind == Kind::Header);
            if let Some(it) = spoken_of.next() {
                it.speaks = true;
            }
        } else if let Some(directive) = line.strip_prefix("@ ") {
            lines.push(other(said(directive, language)));
        }
    }
    let mut text = String::new();
    for line in lines {
        let mark = match line.kind {
            _ if line.speaks => "✕ ",
            Kind::Pupil if is_of_rows => "✓ ",
            _ if line.text.is_empty() => "",
            _ => "  ",
        };
        let _ = writeln!(text, "{mark}{}", line.text);
    }
    text
}

/// What stands behind an `@`, in words where it is not plain by itself.
fn said(directive: &str, language: Language) -> String {
    let is_chinese = language == Language::Zh;
    let words = |zh: &'static str, en: &'static str| if is_chinese { zh } else { en };
    let one = |part: &str| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let named = |what: &str| format!("{what}{value}");
        match (key, value) {
            ("blank", _) => words("（空白行）", "(a blank row)").to_owned(),
            ("title", _) => value.to_owned(),
            ("more", _) if is_chinese => format!("（再有{value}行）"),
            ("more", _) => format!("({value} more rows)"),
            ("file", _) => named(words("文件：", "file: ")),
            ("sheet", _) => named(words("工作表：", "sheet: ")),
            ("profile", _) => named(words("模板：", "profile: ")),
            ("today", _) => named(words("检查日期：", "day of the check: ")),
            // What the file really is tells the tests how to make it.
            ("real", _) => String::new(),
            ("evidence", _) => named(words("扫描件：", "scan: ")),
            ("role", "archive") => words("只作比对", "only compared with").to_owned(),
            ("role", _) => words("问题学籍名单", "list of 问题学籍").to_owned(),
            ("stage", "after-import") => words("已导入系统", "after the import").to_owned(),
            ("stage", _) => words("导入前", "before the import").to_owned(),
            _ => part.to_owned(),
        }
    };
    if let Some(rest) = directive.strip_prefix("set ") {
        return rest.to_owned();
    }
    if let Some(rest) = directive.strip_prefix("own ") {
        return format!("{}{rest}", words("模板文件：", "profile file: "));
    }
    let parts = directive.split(' ').map(one);
    let parts: Vec<String> = parts.filter(|it| !it.is_empty()).collect();
    parts.join(words("；", "; "))
}

/// What a cell holds; characters nobody would see are shown by signs, and what is no text says what it is.
fn held(cell: &str, language: Language) -> String {
    let kinds = [
        ("num:", "数值", "a number"),
        ("date:", "日期格式", "a date"),
        ("bool:", "逻辑值", "a truth value"),
        ("formula:", "公式", "a formula"),
    ];
    let kind = kinds.iter().find(|it| cell.starts_with(it.0));
    let text = kind.map_or(cell, |it| &cell[it.0.len()..]);
    let text = text.replace("\\s", "␣").replace("\\u{", "⟨U+");
    let text = if text.contains("⟨U+") {
        text.replace('}', "⟩")
    } else {
        text
    };
    match (kind, language) {
        (None, _) => text,
        (Some(it), Language::Zh) => format!("{text} ⟨{}⟩", it.1),
        (Some(it), Language::En) => format!("{text} ⟨{}⟩", it.2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_say_whether_the_rule_speaks_of_them() {
        let page = "# T\n\n## Examples\n\n```roster\n@ file=a.csv real=csv\n| 姓名 | 性别 |\n| 王\\u{200B}明 | 男 |\n! name\n~ name -> 王明\n| num:1 |  |\n```\n\nMore.\n";
        let shown = with_examples(page, Language::En);
        assert_eq!(
            shown,
            "# T\n\n## Examples\n\n✕ is told, ✓ is not.\n\n  file: a.csv\n  姓名 | 性别\n✕ 王⟨U+200B⟩明 | 男\n✓ 1 ⟨a number⟩ | \n\nMore.\n"
        );
    }

    #[test]
    fn what_is_said_of_several_rows_lets_none_of_them_pass() {
        let page = "```roster\n| 姓名 |\n| 王明 |\n! name count=2\n| 王明 |\n```\n";
        let shown = with_examples(page, Language::Zh);
        assert!(shown.ends_with("  姓名\n✕ 王明\n  王明\n"), "{shown}");
    }
}
