//! The file of decisions: which pairs of rows somebody told apart (不是重复).
//!
//! It is written by the program and carried from run to run by the person who decided. A pair is a hash, so the
//! file says nothing of a pupil to a person without the rosters. What the pairs mean is not known
//! here.

use std::fmt::Write;

use roster_model::Said;

use crate::keys::DECISIONS;
use crate::node::{At, Node, Wrong};
use crate::{Form, of_a_size, parse};

/// The name of the form of the file.
const DECISIONS_FORMAT: &str = "rostercheck/decisions/1";

/// What every file of the kind says somewhere, of whatever version.
const DECISIONS_FORM_BEGINS: &str = "rostercheck/decisions/";

const PAIR_DIGITS: usize = 64;

const FORM: Form = Form {
    zh: "“不是重复”记录",
    en: "File of decisions",
};

/// The pairs of a file of decisions, 64 hexadecimal digits each; `name` is its name, for sentences.
pub fn read_decisions(name: &str, text: &str) -> Result<Vec<String>, Said> {
    of_a_size(&FORM, name, text)?;
    understand(text).map_err(|it| FORM.at_its_place(name, &it))
}

/// The text of a file with these pairs.
pub fn write_decisions(pairs: impl Iterator<Item = String>) -> String {
    let mut text = format!("{{\n  \"schema\": \"{DECISIONS_FORMAT}\",\n  \"not_duplicates\": [");
    let mut mark = "\n";
    for pair in pairs {
        // Writing into a text does not fail.
        let _ = write!(text, "{mark}    \"{pair}\"");
        mark = ",\n";
    }
    text.push_str("\n  ]\n}\n");
    text
}

fn understand(text: &str) -> Result<Vec<String>, Wrong> {
    // Of any other file the grammar is nobody's concern.
    if !text.contains(DECISIONS_FORM_BEGINS) {
        return Err(Wrong::new(
            At { line: 1, column: 1 },
            "这不是“不是重复”的记录，请用 tell-apart 或网页写出的 .json 文件",
            "these are no pairs that were told apart; take the .json file that tell-apart or the page wrote",
        ));
    }
    let node = parse("", text)?;
    let table = node.table("“不是重复”记录")?;
    table.only(DECISIONS)?;
    match table.text("schema")? {
        Some((DECISIONS_FORMAT, _)) => {}
        found => {
            let at = found.map_or(At { line: 1, column: 1 }, |it| it.1);
            return Err(Wrong::new(
                at,
                format!("要有 \"schema\": \"{DECISIONS_FORMAT}\""),
                format!("\"schema\": \"{DECISIONS_FORMAT}\" has to be there"),
            ));
        }
    }
    table.list("not_duplicates")?.iter().map(pair).collect()
}

fn pair(node: &Node) -> Result<String, Wrong> {
    let text = node.text("not_duplicates")?;
    if text.len() == PAIR_DIGITS && text.bytes().all(|it| it.is_ascii_hexdigit()) {
        return Ok(text.to_owned());
    }
    Err(Wrong::new(
        node.at,
        "这里要有64位十六进制数字，由本工具写出，不要手工改",
        "64 hexadecimal digits belong here; the program writes them, nobody changes them",
    ))
}
