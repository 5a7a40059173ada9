//! The examples of a rule page as tables: what the rule speaks about and what it lets pass, with the
//! settings, the files and the sheets it depends on in words.
//!
//! The notation is that of `tests/README.md`; only what a reader needs of it is looked at, and what is
//! wrong with an example is the tests' business.

use std::collections::BTreeMap;

use super::html::escaped;
use super::words::Words;

/// What an example's page tells about it.
#[derive(Default)]
pub(super) struct Around {
    /// The titles of parameters and profiles by their names, the words of a parameter's value by
    /// `name=value`.
    pub(super) titles: BTreeMap<String, String>,
    /// Whether the rule speaks of several rows at once, so that a row without a mark may be one of them.
    pub(super) of_groups: bool,
}

/// One table of an example: a sheet, or a part of one.
#[derive(Default)]
struct Table {
    /// What is said above it.
    notes: Vec<String>,
    /// The lines of a profile file that holds for it.
    own: Vec<String>,
    rows: Vec<Row>,
    /// What is spoken about beside single rows, at most once each.
    whole: Vec<&'static str>,
}

struct Row {
    kind: Kind,
    cells: Vec<String>,
    speaks: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Header,
    Pupil,
    /// A title, nothing, or so many rows more.
    Other,
}

/// The tables of a ```` ```roster ```` block; the text as it stands where it has none.
pub(super) fn html(text: &str, words: &Words, around: &Around) -> String {
    let mut tables = vec![Table::default()];
    let mut of_groups = around.of_groups;
    for line in text.lines().map(str::trim) {
        let begins = line.is_empty() || line.starts_with("@ file=") || line.starts_with("@ sheet=");
        if begins && tables.last().is_some_and(|it| !it.rows.is_empty()) {
            tables.push(Table::default());
        }
        let Some(last) = tables.last_mut() else { break };
        if let Some(cells) = line.strip_prefix('|') {
            last.push_cells(cells);
        } else if let Some(finding) = line.strip_prefix("! ") {
            of_groups |= [" count=", " rows", " range="]
                .iter()
                .any(|it| finding.contains(it));
            last.speak(finding, words);
        } else if let Some(directive) = line.strip_prefix("@ ") {
            last.direct(directive, words, around);
        }
    }
    tables.retain(|it| it.rows.iter().any(|it| it.kind != Kind::Other));
    if tables.is_empty() {
        return format!("<pre>{}</pre>\n", escaped(text));
    }
    let speaks = |it: &Table| !it.whole.is_empty() || it.rows.iter().any(|it| it.speaks);
    let of_groups = of_groups && tables.iter().any(speaks);
    tables.iter().map(|it| it.html(words, of_groups)).collect()
}

impl Table {
    fn push_cells(&mut self, line: &str) {
        let cells = line.strip_suffix('|').unwrap_or(line).split('|');
        let is_first = self.rows.iter().all(|it| it.kind == Kind::Other);
        self.rows.push(Row {
            kind: if is_first { Kind::Header } else { Kind::Pupil },
            cells: cells.map(|it| visible(it.trim())).collect(),
            speaks: false,
        });
    }

    fn push_other(&mut self, text: String) {
        self.rows.push(Row {
            kind: Kind::Other,
            cells: vec![text],
            speaks: false,
        });
    }

    /// Where a finding stands: the file, the sheet, a header or the row above.
    fn speak(&mut self, finding: &str, words: &Words) {
        let whole = match finding.split([' ', '=']).next() {
            Some("file") => words.whole_file,
            Some("sheet") => words.whole_sheet,
            Some("column") => words.header,
            _ => {
                if let Some(row) = self.rows.last_mut() {
                    row.speaks = true;
                }
                return;
            }
        };
        if !self.whole.contains(&whole) {
            self.whole.push(whole);
        }
    }

    /// What stands behind an `@`.
    fn direct(&mut self, directive: &str, words: &Words, around: &Around) {
        let (key, value) = directive.split_once('=').unwrap_or((directive, ""));
        let known = |it: &str| around.titles.get(it).cloned();
        if let Some(line) = directive.strip_prefix("own ") {
            self.own.push(line.to_owned());
        } else if let Some(name) = key.strip_prefix("set ") {
            let title = known(name).unwrap_or_else(|| name.to_owned());
            let said = known(&format!("{name}={value}")).unwrap_or_else(|| value.to_owned());
            self.notes.push(format!("{title}{}{said}", words.colon));
        } else if key == "title" {
            self.push_other(value.to_owned());
        } else if key == "blank" {
            self.push_other(words.blank_row.to_owned());
        } else if key == "more" {
            self.push_other(words.more_rows.replace("{}", value));
        } else if key == "evidence" {
            let note = words.directive(if value.ends_with('!') {
                "evidence!"
            } else {
                key
            });
            self.notes
                .push(note.replace("{}", value.trim_end_matches('!')));
        } else {
            for part in directive.split(' ') {
                let (key, value) = part.split_once('=').unwrap_or((part, ""));
                let said = match key {
                    "profile" => known(value),
                    "real" | "role" | "stage" => Some(words.directive(value).to_owned()),
                    _ => Some(value.to_owned()),
                };
                let said = said.unwrap_or_else(|| value.to_owned());
                // What a file is that is what its name says needs no words.
                if !said.is_empty() || value.is_empty() {
                    self.notes.push(words.directive(key).replace("{}", &said));
                }
            }
        }
    }

    /// `of_groups`: whether a row without a mark may be one that is spoken of.
    fn html(&self, words: &Words, of_groups: bool) -> String {
        let mut text = String::new();
        if !self.notes.is_empty() {
            let notes = self.notes.join(words.semicolon);
            text.push_str(&format!("<p class=\"around\">{}</p>\n", escaped(&notes)));
        }
        if !self.own.is_empty() {
            let own = escaped(&self.own.join("\n"));
            let said = words.directive("own");
            text.push_str(&format!(
                "<p class=\"around\">{said}</p>\n<pre>{own}</pre>\n"
            ));
        }
        text.push_str("<div class=\"wide\"><table class=\"example\">\n");
        let is_plain = self.whole.is_empty() && !of_groups;
        let width = self.rows.iter().map(|it| it.cells.len()).max();
        for row in &self.rows {
            let (class, verdict) = match row.kind {
                Kind::Header if self.whole.is_empty() => ("head", String::new()),
                Kind::Header => {
                    let whole = self.whole.join(words.comma);
                    (
                        "speaks",
                        format!("✕ {}{}{whole}", words.speaks, words.colon),
                    )
                }
                _ if row.speaks => ("speaks", format!("✕ {}", words.speaks)),
                Kind::Pupil if is_plain => ("quiet", format!("✓ {}", words.quiet)),
                _ => ("head", String::new()),
            };
            text.push_str(&format!("<tr class=\"{class}\">"));
            let (cell, wide) = match row.kind {
                Kind::Header => ("th", String::new()),
                Kind::Pupil => ("td", String::new()),
                Kind::Other => ("td", format!(" colspan=\"{}\"", width.unwrap_or(1))),
            };
            for it in &row.cells {
                let held = escaped(&stored(it, words));
                text.push_str(&format!("<{cell}{wide}>{held}</{cell}>"));
            }
            text.push_str(&format!("<td>{verdict}</td></tr>\n"));
        }
        text + "</table></div>\n"
    }
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

    fn shown(text: &str) -> String {
        let titles = [("rows_max", "Rows"), ("any", "Any list")];
        let titles = titles.map(|(key, title)| (key.to_owned(), title.to_owned()));
        let around = Around {
            titles: BTreeMap::from(titles),
            of_groups: false,
        };
        html(text, &Words::EN, &around)
    }

    #[test]
    fn rows_say_whether_the_rule_speaks() {
        let page =
            shown("| 姓名 | 性别 |\n| 王\\u{200b}小明 | <男> |\n! name\n| 李小红 | num:2 |\n");
        assert!(
            page.contains("<tr class=\"speaks\"><td>王⟨U+200B⟩小明</td><td>&lt;男&gt;</td><td>✕")
        );
        assert!(page.contains("<tr class=\"quiet\"><td>李小红</td><td>2 ⟨a number⟩</td>"));
        assert!(shown("no table").starts_with("<pre>"));
    }

    #[test]
    fn what_is_said_of_the_whole_stands_at_the_header() {
        for (place, said) in [
            ("file level=info", "The file as a whole"),
            ("sheet count=2", "The sheet as a whole"),
            ("column=name", "The header"),
            ("column header=x", "The header"),
        ] {
            let page = shown(&format!("| 姓名 |\n! {place}\n| 王小明 |\n"));
            assert!(
                page.contains(&format!("<td>✕ speaks: {said}</td>")),
                "{page}"
            );
            assert!(!page.contains('✓'), "{page}");
        }
    }

    #[test]
    fn the_others_of_a_group_are_not_said_to_pass() {
        let page = shown("| 姓名 |\n| 王小明 |\n! name count=2 rows=第2、3行\n| 王小明 |\n");
        assert!(page.contains('✕') && !page.contains('✓'), "{page}");
    }

    #[test]
    fn settings_files_and_odd_rows_are_told() {
        let page = shown(
            "@ profile=any stage=after-import\n@ set rows_max=2\n@ own key = \"local.a\"\n\
             @ file=一班.xlsx real=png\n@ title=第一小学\n| 姓名 | 性别 |\n@ blank\n@ more=150\n\
             @ file=二班.csv real=csv\n@ sheet=旧稿 hidden\n\
             @ evidence=李小红.jpg!\n| 姓名 |\n| 李小红 |\n",
        );
        for said in [
            "profile: Any list; after import; Rows: 2; file 一班.xlsx; really a picture</p>",
            "<pre>local.a",
            "colspan=\"2\">第一小学",
            "(a blank row)",
            "150 more rows like the one above",
            "<p class=\"around\">file 二班.csv; sheet 旧稿; hidden; paper 李小红.jpg, not",
        ] {
            let said = said.replace("<pre>local.a", "<pre>key = &quot;local.a&quot;</pre>");
            assert!(page.contains(&said), "{said}\n{page}");
        }
        assert_eq!(page.matches("<table").count(), 2);
    }
}
