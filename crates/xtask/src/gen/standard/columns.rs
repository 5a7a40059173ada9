//! `data/columns.toml` as the enum of columns and what is known of each, with the headers of family
//! members and the headers that mean nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::{option, read_toml, static_name, type_name, words};
use crate::language::Title;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    ignored_headers: Vec<String>,
    groups: BTreeMap<String, Vec<String>>,
    column: Vec<Column>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    key: String,
    title: Title,
    aliases: Vec<String>,
    kind: String,
    required: Required,
    length: Option<u16>,
    table: Option<String>,
    sensitive: Option<String>,
}

#[derive(serde::Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Required {
    Always,
    When,
    Never,
}

pub(super) fn generate(data: &Path) -> Result<String, String> {
    let columns: Columns = read_toml(&data.join("columns.toml"))?;
    let mut text = String::from(
        "use super::tables;\nuse crate::Words;\nuse crate::column::{ColumnInfo, Kind, Required, Sensitive};\n\n",
    );
    text += &enumeration(&columns.column);
    text += &infos(&columns.column);
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "\n/// Headers that are known and name no column.\n#[rustfmt::skip]\n\
         pub(crate) static IGNORED: Words = {};\n\n\
         /// What names a family member before or above a column, with the member's number.\n\
         #[rustfmt::skip]\npub(crate) static GROUPS: &[(u8, Words)] = &[",
        words(&columns.ignored_headers)
    );
    for (group, aliases) in &columns.groups {
        let _ = writeln!(text, "    ({group}, {}),", words(aliases));
    }
    Ok(text + "];\n")
}

fn enumeration(columns: &[Column]) -> String {
    let mut text = String::from(
        "/// A column of a roster, whatever its header is called in a file.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         #[repr(u8)]\npub enum Column {\n",
    );
    for column in columns {
        let _ = writeln!(
            text,
            "    /// {}: {}.\n    {},",
            column.title.zh,
            column.title.en,
            type_name(&column.key)
        );
    }
    text += "}\n\nimpl Column {\n    /// Every column, in the order of the permanent keys.\n    #[rustfmt::skip]\n    pub const ALL: &'static [Column] = &[\n";
    for column in columns {
        let _ = writeln!(text, "        Column::{},", type_name(&column.key));
    }
    text + "    ];\n}\n"
}

fn infos(columns: &[Column]) -> String {
    let mut text = format!(
        "\n/// What is known of each column, in the order of the enum.\n#[rustfmt::skip]\n\
         pub(crate) static INFOS: [ColumnInfo; {}] = [\n",
        columns.len()
    );
    for column in columns {
        let required = match column.required {
            Required::Always => "Always",
            Required::When => "When",
            Required::Never => "Never",
        };
        let _ = writeln!(
            text,
            "    ColumnInfo {{ key: {:?}, zh: {:?}, en: {:?}, kind: Kind::{}, \
             need: Required::{required}, length_bytes_max: {}, table: {}, sensitive: {},\n        aliases: {} }},",
            column.key,
            column.title.zh,
            column.title.en,
            type_name(&column.kind),
            option(column.length, |it| it.to_string()),
            option(column.table.as_ref(), |it| format!(
                "&tables::{}",
                static_name(it)
            )),
            option(column.sensitive.as_ref(), |it| format!(
                "Sensitive::{}",
                type_name(it)
            )),
            words(&column.aliases),
        );
    }
    text + "];\n"
}
