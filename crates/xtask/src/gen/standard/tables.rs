//! `data/tables/*.csv` as one static per table, in the order of the files' names. The lines keep
//! their order: it is the order in which a drop-down offers them.

use std::fmt::Write as _;
use std::path::Path;

use super::{files_of, read_csv, static_name, words};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    code: String,
    label: String,
    also: String,
    aliases: String,
    doubtful: String,
    offered: String,
    since: Option<u16>,
    until: Option<u16>,
}

pub(super) fn generate(data: &Path) -> Result<String, String> {
    let mut text = String::from("use crate::Words;\nuse crate::table::{Entry, Offered, Table};\n");
    let mut all = String::new();
    for (id, path) in files_of(&data.join("tables"), ".csv")? {
        let lines: Vec<Line> = read_csv(&path)?;
        let name = static_name(&id);
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "\n#[rustfmt::skip]\npub(crate) static {name}: Table = Table::new({id:?}, &["
        );
        for line in lines {
            text += &entry(&line, &id)?;
        }
        text += "]);\n";
        let _ = writeln!(all, "    &{name},");
    }
    Ok(format!(
        "{text}\n/// Every table, in the order of the ids.\n#[rustfmt::skip]\n\
         pub(crate) static ALL: &[&Table] = &[\n{all}];\n"
    ))
}

fn entry(line: &Line, table: &str) -> Result<String, String> {
    let offered = match line.offered.as_str() {
        "yes" => "Everywhere",
        "guardians" => "Guardians",
        "no" => "Nowhere",
        other => {
            return Err(format!(
                "{table}.csv: offered is {other:?}, not yes, guardians or no"
            ));
        }
    };
    Ok(format!(
        "    Entry {{ code: {:?}, label: {:?}, also: {}, aliases: {}, doubtful: {}, \
         offered: Offered::{offered}, since: {}, until: {} }},\n",
        line.code,
        line.label,
        list(&line.also),
        list(&line.aliases),
        list(&line.doubtful),
        line.since.unwrap_or(0),
        line.until.unwrap_or(0),
    ))
}

/// Spellings separated by `|`; none when the field is empty.
fn list(field: &str) -> String {
    let items: Vec<&str> = field.split('|').filter(|it| !it.is_empty()).collect();
    words(&items)
}
