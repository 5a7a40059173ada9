//! The examples on the page of a rule as a terminal shows them: each row with whether the rule speaks of it.
//!
//! What is in them `roster_example` reads; the rule book says the same in its own way.

use std::fmt::Write as _;

use roster_engine::Language;
use roster_example::{Directive, Line, Stored, held, read};

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

fn tables(notation: &str, language: Language) -> String {
    let example = read(notation);
    // Where a rule speaks of several rows or of the whole, a row without a mark is not said to pass.
    let is_of_rows = !example.of_groups && example.tables.iter().all(|it| it.wholes.is_empty());
    let mut parts: Vec<String> = Vec::new();
    for table in &example.tables {
        let mut text = String::new();
        for line in said(&table.around, language) {
            let _ = writeln!(text, "  {line}");
        }
        for row in &table.rows {
            let is_header = matches!(row.line, Line::Header(_));
            let speaks = row.speaks || is_header && !table.wholes.is_empty();
            let mark = match row.line {
                _ if speaks => "✕ ",
                Line::Pupil(_) if is_of_rows => "✓ ",
                _ => "  ",
            };
            let _ = writeln!(text, "{mark}{}", shown(&row.line, language));
        }
        parts.push(text);
    }
    parts.join("\n")
}

fn words(language: Language, zh: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

fn shown(line: &Line<'_>, language: Language) -> String {
    match line {
        Line::Header(cells) | Line::Pupil(cells) => {
            let cells: Vec<String> = cells.iter().map(|it| cell(it, language)).collect();
            cells.join(" | ")
        }
        Line::Title(title) => (*title).to_owned(),
        Line::Blank => words(language, "（空白行）", "(a blank row)").to_owned(),
        Line::More(count) => words(language, "（再有{}行）", "({} more rows)").replace("{}", count),
    }
}

/// What is said around a table, in words where it is not plain by itself; what a text has in one line stays there.
fn said(around: &[Directive<'_>], language: Language) -> Vec<String> {
    let words = |zh, en| words(language, zh, en);
    let mut lines: Vec<String> = Vec::new();
    for directive in around {
        let (line, value) = match directive {
            Directive::Own(line) => (words("模板文件：", "profile file: "), *line),
            Directive::Set(name, value) => {
                let parameter = words("参数：", "parameter: ");
                lines.push(format!("{parameter}{name}={value}"));
                continue;
            }
            Directive::Word(key, value) => match (*key, *value) {
                ("file", _) => (words("文件：", "file: "), *value),
                ("sheet", _) => (words("工作表：", "sheet: "), *value),
                ("profile", _) => (words("模板：", "profile: "), *value),
                ("today", _) => (words("检查日期：", "day of the check: "), *value),
                ("real", _) => {
                    let (before, real) = (words("其实是", "really "), really(value, language));
                    lines.push(format!("{before}{real}"));
                    continue;
                }
                ("hidden", _) => (words("隐藏的工作表", "a hidden sheet"), ""),
                ("hidden-rows", _) => (words("隐藏的行：", "hidden rows: "), *value),
                ("hidden-columns", _) => (words("隐藏的列：", "hidden columns: "), *value),
                ("filter", _) => (words("用筛选隐藏", "hidden by a filter"), ""),
                ("merge", _) => (words("合并的单元格：", "merged cells: "), *value),
                ("phantom-rows", _) => (
                    words("下面没有内容的行数：", "rows without content below: "),
                    *value,
                ),
                ("evidence", _) => (words("扫描件：", "scan: "), *value),
                ("role", "archive") => (words("只作比对", "only compared with"), ""),
                ("role", _) => (words("问题学籍名单", "list of 问题学籍"), ""),
                ("stage", "after-import") => (words("已导入系统", "after the import"), ""),
                ("stage", _) => (words("导入前", "before the import"), ""),
                (key, "") => (key, ""),
                (key, value) => {
                    lines.push(format!("{key}={value}"));
                    continue;
                }
            },
        };
        lines.push(format!("{line}{value}"));
    }
    lines
}

/// What a file is, whatever its name says.
fn really(form: &str, language: Language) -> &str {
    let (zh, en) = match form {
        "xlsx-1904" => (
            "从1904年起算日期的工作簿",
            "a workbook that counts days from 1904",
        ),
        "csv" => ("CSV", "CSV"),
        "gbk-csv" => ("GBK编码的文本", "a text in GBK"),
        "tsv" => ("制表符分隔的文本", "a text with tabs"),
        "html" => ("网页", "a web page"),
        "png" => ("图片", "a picture"),
        "pdf" => ("PDF", "a PDF"),
        "empty" => ("空文件", "an empty file"),
        "encrypted" => ("加了密码的工作簿", "a workbook with a password"),
        other => (other, other),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// What a cell holds, and behind it that it is no text.
fn cell(text: &str, language: Language) -> String {
    let (text, stored) = held(text);
    let (zh, en) = match stored {
        None => return text,
        Some(Stored::Number) => ("数值", "a number"),
        Some(Stored::Date) => ("日期格式", "a date"),
        Some(Stored::Truth) => ("逻辑值", "a truth value"),
        Some(Stored::Formula) => ("公式", "a formula"),
    };
    format!("{text} ⟨{}⟩", words(language, zh, en))
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
    fn what_the_tests_are_told_is_said_in_words() {
        let page = "```roster\n@ file=a.xlsx real=png\n@ hidden-rows=3-4 filter\n@ set rows_max=2\n| 姓名 |\n! sheet\n```\n";
        let shown = with_examples(page, Language::Zh);
        for said in [
            "文件：a.xlsx\n  其实是图片\n",
            "隐藏的行：3-4\n  用筛选隐藏\n",
            "参数：rows_max=2\n",
        ] {
            assert!(shown.contains(said), "{shown}");
        }
    }

    #[test]
    fn what_is_said_of_several_rows_lets_none_of_them_pass() {
        let page = "```roster\n| 姓名 |\n| 王明 |\n! name count=2\n| 王明 |\n```\n";
        let shown = with_examples(page, Language::Zh);
        assert!(shown.ends_with("  姓名\n✕ 王明\n  王明\n"), "{shown}");
    }
}
