//! The JSON report, written as a stream: findings are worked out piece by piece, so a report of a
//! million findings needs no more memory than one of a thousand.

pub(crate) mod changes_out;
pub(crate) mod in_order;
pub(crate) mod json_findings;
pub(crate) mod key_information;
pub(crate) mod legend;
pub(crate) mod lists;
pub(crate) mod marks;
pub(crate) mod page;
pub(crate) mod table;
pub(crate) mod terminal;
pub(crate) mod visible;
pub(crate) mod workbook;

use std::io;

use serde::Serialize;
use serde_json::ser::Formatter;

use crate::describe::Describe;
use crate::report::in_order::write_in_order;
use crate::wire::REPORT_SCHEMA;

/// How much a text for a terminal tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Everything.
    All,
    /// How much there is of everything.
    Totals,
}

impl Describe<'_> {
    /// Writes the report of the run as JSON (`rostercheck/report/1`), with a line end.
    pub fn write_json(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let settings = self.session.options().settings();
        write!(out, "{{\"schema\":\"{REPORT_SCHEMA}\"")?;
        write_field("tool", &Self::tool(), out)?;
        write_field("today", &settings.today.iso(), out)?;
        write_field("stage", settings.stage.key(), out)?;
        write_field("files", &self.files(), out)?;
        write_field("sheets", &self.sheets(), out)?;
        write_field("summary", &self.summary(), out)?;
        write!(out, ",\"findings\":[")?;
        self.write_json_findings(out)?;
        out.write_all(b"]")?;
        let groups = 0..self.session.groups().len();
        write_list("groups", groups, |it| Some(self.group(it)), out)?;
        let told_apart = self.told_apart();
        if told_apart.pairs > 0 {
            write_field("told_apart", &told_apart, out)?;
        }
        let registrations: Vec<_> = self.registrations().collect();
        if !registrations.is_empty() {
            write_field("registrations", &registrations, out)?;
        }
        out.write_all(b"}\n")
    }
}

/// A field that is not the first.
fn write_field<T: Serialize + ?Sized>(
    name: &str,
    value: &T,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    write!(out, ",\"{name}\":")?;
    let mut bytes = Vec::new();
    write_value(value, &mut bytes)?;
    out.write_all(&bytes)
}

/// A list that is not the first field, of what is told of each thing.
fn write_list<T: Send, W: Serialize>(
    name: &str,
    things: impl Iterator<Item = T>,
    told: impl Fn(T) -> Option<W> + Sync,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    write!(out, ",\"{name}\":[")?;
    let write = |thing, out: &mut Vec<u8>| match told(thing) {
        Some(told) => write_value(&told, out),
        None => Ok(()),
    };
    write_in_order(things, ",", write, out)?;
    out.write_all(b"]")
}

/// Writes a value of the wire types as JSON: to memory, for it is written in very many small pieces.
pub fn write_value<T: Serialize + ?Sized>(value: &T, out: &mut Vec<u8>) -> io::Result<()> {
    Ok(value.serialize(&mut serde_json::Serializer::with_formatter(out, Compact))?)
}

/// As `serde_json` writes without being told how, but for numbers that are not whole.
struct Compact;

impl Formatter for Compact {
    /// Only bits are not whole, and they are tenths. Writing any number in full needs a table of ten
    /// thousand bytes.
    fn write_f64<W: io::Write + ?Sized>(&mut self, out: &mut W, value: f64) -> io::Result<()> {
        let tenths = (value * 10.0).round() as i64;
        let sign = if tenths < 0 { "-" } else { "" };
        let tenths = tenths.unsigned_abs();
        write!(out, "{sign}{}.{}", tenths / 10, tenths % 10)
    }
}
