//! The head of a rule file as the two pages a user reads.
//!
//! The Chinese part stands first, a line `---` ends it, the English part follows. Examples are
//! written once, in the Chinese part, and repeated in the English page. What an example means is
//! deliberately none of this file's business.

/// The pages of one rule, as Markdown.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pages {
    pub(crate) zh: String,
    pub(crate) en: String,
}

const FENCE: &str = "```roster";
const EXAMPLES: &str = "## Examples";

/// Reads the `//!` lines at the start of a rule file.
pub(crate) fn from_source(source: &str) -> Result<Pages, String> {
    let head: Vec<&str> = source
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .map(|line| {
            let text = &line[3..];
            text.strip_prefix(' ').unwrap_or(text).trim_end()
        })
        .collect();
    let Some(border) = border(&head) else {
        return Err(
            "the head needs a line `//! ---` between the Chinese and the English part".to_owned(),
        );
    };
    let (zh, en) = (&head[..border], &head[border + 1..]);
    let examples = examples(zh)?;
    if examples.is_empty() {
        return Err("the head needs at least one example in a ```roster block".to_owned());
    }
    let zh_page = lines_to_text(zh);
    let mut en_page = lines_to_text(en);
    for (language, page) in [("Chinese", &zh_page), ("English", &en_page)] {
        if !page.starts_with("# ") {
            return Err(format!(
                "the {language} part must begin with `# ` and a title"
            ));
        }
    }
    if en_page.contains(FENCE) {
        return Err("examples are written once, in the Chinese part".to_owned());
    }
    if !en_page.lines().any(|line| line == EXAMPLES) {
        en_page.push('\n');
        en_page.push_str(EXAMPLES);
        en_page.push('\n');
    }
    for example in examples {
        en_page.push('\n');
        en_page.push_str(&example);
    }
    Ok(Pages {
        zh: zh_page,
        en: en_page,
    })
}

/// The first `---` that is not inside an example.
fn border(head: &[&str]) -> Option<usize> {
    let mut inside = false;
    head.iter().position(|line| {
        if line.starts_with("```") {
            inside = !inside;
        }
        !inside && *line == "---"
    })
}

fn examples(part: &[&str]) -> Result<Vec<String>, String> {
    let mut examples = Vec::new();
    let mut lines = part.iter();
    while let Some(line) = lines.next() {
        if *line != FENCE {
            continue;
        }
        let mut text = format!("{line}\n");
        loop {
            let Some(line) = lines.next() else {
                return Err("a ```roster block is not closed".to_owned());
            };
            text.push_str(line);
            text.push('\n');
            if *line == "```" {
                break;
            }
        }
        examples.push(text);
    }
    Ok(examples)
}

fn lines_to_text(lines: &[&str]) -> String {
    let text = lines.join("\n");
    format!("{}\n", text.trim_matches('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "\
//! # 姓名中有空格
//!
//! 姓名里有空格。
//!
//! ## 示例
//!
//! ```roster
//! | name  |
//! | 张 三 |
//! ---
//! ```
//!
//! ---
//!
//! # Space inside the name
//!
//! A space stands inside the name.

use crate::Rule;
//! # not part of the head
";

    #[test]
    fn the_two_parts_are_split_and_examples_repeated() {
        let pages = from_source(HEAD).unwrap();
        let example = "```roster\n| name  |\n| 张 三 |\n---\n```\n";
        assert_eq!(
            pages.zh,
            format!("# 姓名中有空格\n\n姓名里有空格。\n\n## 示例\n\n{example}")
        );
        assert_eq!(
            pages.en,
            format!(
                "# Space inside the name\n\nA space stands inside the name.\n\n## Examples\n\n{example}"
            )
        );
    }

    #[test]
    fn what_is_missing_is_said() {
        let without_border = HEAD.replace("//! ---\n//!\n//! # Space", "//! # Space");
        assert!(
            from_source(&without_border)
                .unwrap_err()
                .contains("//! ---")
        );
        let without_example = HEAD.replace("```roster", "```text");
        assert!(
            from_source(&without_example)
                .unwrap_err()
                .contains("example")
        );
        let open = HEAD.replace("//! ```\n//!\n//! ---", "//!\n//! ---");
        assert!(from_source(&open).is_err());
        let without_title = HEAD.replace("# Space", "Space");
        assert!(from_source(&without_title).unwrap_err().contains("English"));
    }
}
