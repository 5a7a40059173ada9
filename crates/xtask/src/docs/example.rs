//! The examples of a rule page as tables: what the rule speaks about and what it lets pass.
//!
//! The notation is that of `tests/README.md`; only what a reader needs of it is looked at, and what is
//! wrong with an example is the tests' business.

use super::html::escaped;
use super::words::Words;

struct Row {
    cells: Vec<String>,
    speaks: bool,
}

/// The tables of a ```` ```roster ```` block; the text as it stands where it has none.
pub(super) fn html(text: &str, words: &Words) -> String {
    let tables: Vec<Vec<Row>> = tables(text).into_iter().filter(|it| it.len() > 1).collect();
    if tables.is_empty() {
        return format!("<pre>{}</pre>\n", escaped(text));
    }
    tables.iter().map(|it| table(it, words)).collect()
}

fn tables(text: &str) -> Vec<Vec<Row>> {
    let mut tables: Vec<Vec<Row>> = vec![Vec::new()];
    for line in text.lines().map(str::trim) {
        let Some(last) = tables.last_mut() else { break };
        if let Some(cells) = line.strip_prefix('|') {
            let cells = cells.strip_suffix('|').unwrap_or(cells).split('|');
            last.push(Row {
                cells: cells.map(|it| visible(it.trim())).collect(),
                speaks: false,
            });
        } else if line.starts_with('!') {
            if let Some(row) = last.last_mut() {
                row.speaks = true;
            }
        } else if line.is_empty() && !last.is_empty() {
            tables.push(Vec::new());
        }
    }
    tables
}

fn table(rows: &[Row], words: &Words) -> String {
    let mut text = String::from("<div class=\"wide\"><table class=\"example\">\n");
    for (index, row) in rows.iter().enumerate() {
        let cell = if index == 0 { "th" } else { "td" };
        let (class, verdict) = match (index, row.speaks) {
            (0, _) => ("head", String::new()),
            (_, true) => ("speaks", format!("✕ {}", words.speaks)),
            (_, false) => ("quiet", format!("✓ {}", words.quiet)),
        };
        text.push_str(&format!("<tr class=\"{class}\">"));
        for it in &row.cells {
            text.push_str(&format!("<{cell}>{}</{cell}>", escaped(&stored(it, words))));
        }
        text.push_str(&format!("<td>{verdict}</td></tr>\n"));
    }
    text + "</table></div>\n"
}

/// What a cell holds, and behind it that it is no text.
fn stored(text: &str, words: &Words) -> String {
    let mut kinds = words.stored.iter();
    let held = kinds.find_map(|(sign, kind)| Some((text.strip_prefix(sign)?, kind)));
    held.map_or_else(
        || text.to_owned(),
        |(held, kind)| format!("{held} ⟨{kind}⟩"),
    )
}

/// Characters nobody would see are written as escapes in examples; readers get a sign in their place.
fn visible(text: &str) -> String {
    let text = text.replace("\\s", "␣");
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("\\u{") {
        let Some((code, behind)) = after.split_once('}') else {
            break;
        };
        out.push_str(before);
        out.push_str(&format!("⟨U+{}⟩", code.to_uppercase()));
        rest = behind;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_say_whether_the_rule_speaks() {
        let text = "| 姓名 | 性别 |\n| 王\\u{200b}小明 | <男> |\n! name\n| 李小红 | num:2 |\n\n| one line |\n";
        let page = html(text, &Words::EN);
        assert!(
            page.contains("<tr class=\"speaks\"><td>王⟨U+200B⟩小明</td><td>&lt;男&gt;</td><td>✕")
        );
        assert!(page.contains("<tr class=\"quiet\"><td>李小红</td><td>2 ⟨a number⟩</td>"));
        assert!(!page.contains("one line"));
        assert!(html("no table", &Words::EN).starts_with("<pre>"));
    }
}
