//! The examples of a rule page as tables: what the rule speaks about and what it lets pass, with the
//! settings, the files and the sheets it depends on in words.
//!
//! What is in them `roster_example` reads; a terminal shows the same in its own way.

use std::collections::BTreeMap;

use roster_example::{Directive, Line, Table, Whole, held, read};

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

/// The tables of a ```` ```roster ```` block; the text as it stands where it has none.
pub(super) fn html(text: &str, words: &Words, around: &Around) -> String {
    let example = read(text);
    if example.tables.is_empty() {
        return format!("<pre>{}</pre>\n", escaped(text));
    }
    let speaks = |it: &Table<'_>| !it.wholes.is_empty() || it.rows.iter().any(|it| it.speaks);
    let of_groups = (example.of_groups || around.of_groups) && example.tables.iter().any(speaks);
    let tables = example.tables.iter();
    tables
        .map(|it| around_html(it, words, around) + &table_html(it, words, of_groups))
        .collect()
}

/// What is said above a table.
fn around_html(table: &Table<'_>, words: &Words, around: &Around) -> String {
    let (mut notes, mut own): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
    for directive in &table.around {
        match directive {
            Directive::Own(line) => own.push(line),
            Directive::Set(name, value) => notes.push(around.setting(name, value, words)),
            Directive::Word(key, value) => notes.extend(around.word(key, value, words)),
        }
    }
    let mut text = String::new();
    if !notes.is_empty() {
        let notes = notes.join(words.semicolon);
        text.push_str(&format!("<p class=\"around\">{}</p>\n", escaped(&notes)));
    }
    if !own.is_empty() {
        let own = escaped(&own.join("\n"));
        let said = words.directive("own");
        text.push_str(&format!(
            "<p class=\"around\">{said}</p>\n<pre>{own}</pre>\n"
        ));
    }
    text
}

impl Around {
    fn known(&self, name: &str) -> Option<String> {
        self.titles.get(name).cloned()
    }

    fn setting(&self, name: &str, value: &str, words: &Words) -> String {
        let title = self.known(name).unwrap_or_else(|| name.to_owned());
        let said = self.known(&format!("{name}={value}"));
        let said = said.unwrap_or_else(|| value.to_owned());
        format!("{title}{}{said}", words.colon)
    }

    fn word(&self, key: &str, value: &str, words: &Words) -> Option<String> {
        if key == "evidence" {
            let key = if value.ends_with('!') {
                "evidence!"
            } else {
                key
            };
            let path = value.trim_end_matches('!');
            return Some(words.directive(key).replace("{}", path));
        }
        let said = match key {
            "profile" => self.known(value).unwrap_or_else(|| value.to_owned()),
            "real" | "role" | "stage" => words.directive(value).to_owned(),
            _ => value.to_owned(),
        };
        // What a file is that is what its name says needs no words.
        let is_plain = said.is_empty() && !value.is_empty();
        (!is_plain).then(|| words.directive(key).replace("{}", &said))
    }
}

/// `of_groups`: whether a row without a mark may be one that is spoken of.
fn table_html(table: &Table<'_>, words: &Words, of_groups: bool) -> String {
    let mut text = String::from("<div class=\"wide\"><table class=\"example\">\n");
    let wholes: Vec<&str> = table.wholes.iter().map(|it| whole(*it, words)).collect();
    let is_plain = wholes.is_empty() && !of_groups;
    let width = table.rows.iter().map(|it| match &it.line {
        Line::Header(cells) | Line::Pupil(cells) => cells.len(),
        _ => 1,
    });
    let wide = format!(" colspan=\"{}\"", width.max().unwrap_or(1));
    for row in &table.rows {
        let (class, verdict) = match row.line {
            Line::Header(_) if wholes.is_empty() => ("head", String::new()),
            Line::Header(_) => {
                let whole = wholes.join(words.comma);
                (
                    "speaks",
                    format!("✕ {}{}{whole}", words.speaks, words.colon),
                )
            }
            _ if row.speaks => ("speaks", format!("✕ {}", words.speaks)),
            Line::Pupil(_) if is_plain => ("quiet", format!("✓ {}", words.quiet)),
            _ => ("head", String::new()),
        };
        let cell =
            |tag: &str, wide: &str, text: &str| format!("<{tag}{wide}>{}</{tag}>", escaped(text));
        let all = |tag, cells: &[&str]| -> String {
            let cells = cells.iter().map(|it| stored(it, words));
            cells.map(|it| cell(tag, "", &it)).collect()
        };
        let cells = match &row.line {
            Line::Header(cells) => all("th", cells),
            Line::Pupil(cells) => all("td", cells),
            Line::Title(title) => cell("td", &wide, title),
            Line::Blank => cell("td", &wide, words.blank_row),
            Line::More(count) => cell("td", &wide, &words.more_rows.replace("{}", count)),
        };
        text.push_str(&format!(
            "<tr class=\"{class}\">{cells}<td>{verdict}</td></tr>\n"
        ));
    }
    text + "</table></div>\n"
}

fn whole(whole: Whole, words: &Words) -> &'static str {
    match whole {
        Whole::File => words.whole_file,
        Whole::Sheet => words.whole_sheet,
        Whole::Column => words.header,
    }
}

/// What a cell holds, and behind it that it is no text.
fn stored(cell: &str, words: &Words) -> String {
    match held(cell) {
        (text, None) => text,
        (text, Some(stored)) => format!("{text} ⟨{}⟩", words.stored[stored as usize]),
    }
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
