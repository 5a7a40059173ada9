//! `data/regions.csv` as sorted numbers. The names stay in the data, except those of the provinces:
//! seven thousand names would be a third of the page, and no message needs them.

use std::fmt::Write as _;
use std::path::Path;

use super::read_csv;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    code: u32,
    name: String,
    since: u16,
    until: Option<u16>,
    kind: Kind,
}

#[derive(serde::Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Province,
    Prefecture,
    County,
    Pseudo,
}

const PER_LINE: usize = 8;

pub(super) fn generate(data: &Path) -> Result<String, String> {
    let mut lines: Vec<Line> = read_csv(&data.join("regions.csv"))?;
    lines.sort_by_key(|line| (line.code, line.since));
    let mut text = String::from(
        "/// The first two digits of a province's codes, and its name.\n#[rustfmt::skip]\n\
         pub(crate) static PROVINCES: &[(u8, &str)] = &[\n",
    );
    for line in lines.iter().filter(|line| line.kind == Kind::Province) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "    ({}, {:?}),", line.code / 10_000, line.name);
    }
    text += "];\n\n";
    let periods: Vec<String> = periods(&lines)
        .iter()
        .map(|(code, since, until)| format!("({code},{since},{until})"))
        .collect();
    text += "/// Code, first year, first year no longer (0 while valid); sorted.\n";
    text += &numbers("REGIONS", "(u32, u16, u16)", &periods);
    let mut pseudo: Vec<u32> = lines
        .iter()
        .filter(|line| line.kind == Kind::Pseudo)
        .map(|line| line.code)
        .collect();
    pseudo.dedup();
    let pseudo: Vec<String> = pseudo.iter().map(u32::to_string).collect();
    text += "\n/// Codes that stand for no place of their own, such as 市辖区; sorted.\n";
    text += &numbers("PSEUDO", "u32", &pseudo);
    Ok(text)
}

/// The periods of real places; a code that only changed its name is one period.
fn periods(lines: &[Line]) -> Vec<(u32, u16, u16)> {
    let mut merged: Vec<(u32, u16, u16)> = Vec::new();
    for line in lines.iter().filter(|line| line.kind != Kind::Pseudo) {
        let until = line.until.unwrap_or(0);
        match merged.last_mut() {
            Some(last) if last.0 == line.code && last.2 == line.since => last.2 = until,
            _ => merged.push((line.code, line.since, until)),
        }
    }
    merged
}

fn numbers(name: &str, item: &str, values: &[String]) -> String {
    let mut text = format!(
        "#[rustfmt::skip]\n\
         #[expect(clippy::unreadable_literal, reason = \"a region code is read as one word\")]\n\
         pub(crate) static {name}: &[{item}] = &[\n"
    );
    for chunk in values.chunks(PER_LINE) {
        let _ = writeln!(text, "    {},", chunk.join(", "));
    }
    text + "];\n"
}
