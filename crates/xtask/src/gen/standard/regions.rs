//! `data/regions.csv` as sorted numbers, a column each: so they are a third of what lines would be after
//! gzip. The names stay in the data:
//! seven thousand names would be a third of the page, and no message needs them.

use std::fmt::Write as _;
use std::path::Path;

use super::read_csv;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    code: u32,
    #[expect(dead_code, reason = "the names stay in the data")]
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
const BYTES_PER_LINE: usize = 32;

pub(super) fn generate(data: &Path) -> Result<String, String> {
    let mut lines: Vec<Line> = read_csv(&data.join("regions.csv"))?;
    lines.sort_by_key(|line| (line.code, line.since));
    let mut text = String::new();
    let periods = periods(&lines);
    let columns = [
        (
            "STEPS",
            "The codes, sorted: each as its distance from the one before, in bytes of seven bits, the\n\
             /// low ones first; the last byte of a distance has no eighth bit.",
            steps(&periods),
        ),
        (
            "SINCE",
            "The first year of each code, from 1980.",
            periods.iter().map(|it| year(it.1)).collect(),
        ),
        (
            "UNTIL",
            "The first year no longer of each code, from 1980; 0 while it is valid.",
            periods.iter().map(|it| year(it.2)).collect(),
        ),
    ];
    for (name, meaning, bytes) in columns {
        let bytes: Vec<String> = bytes.iter().map(u8::to_string).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "/// {meaning}");
        let _ = writeln!(
            text,
            "#[rustfmt::skip]\npub(crate) static {name}: &[u8] = &["
        );
        for chunk in bytes.chunks(BYTES_PER_LINE) {
            let _ = writeln!(text, "    {},", chunk.join(", "));
        }
        text += "];\n\n";
    }
    let mut pseudo: Vec<u32> = lines
        .iter()
        .filter(|line| line.kind == Kind::Pseudo)
        .map(|line| line.code)
        .collect();
    pseudo.dedup();
    let pseudo: Vec<String> = pseudo.iter().map(u32::to_string).collect();
    text += "/// Codes that stand for no place of their own, such as 市辖区; sorted.\n";
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

fn steps(periods: &[(u32, u16, u16)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut before = 0;
    for &(code, _, _) in periods {
        let mut step = code - before;
        while step > 127 {
            bytes.push((step & 127) as u8 | 128);
            step >>= 7;
        }
        bytes.push(step as u8);
        before = code;
    }
    bytes
}

fn year(year: u16) -> u8 {
    year.saturating_sub(1980) as u8
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
