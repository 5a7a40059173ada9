//! The JSON report, written as a stream: findings are worked out one at a time, so a report of a
//! million findings needs no more memory than one of ten.

use std::io;

use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};
use serde_json::ser::Formatter;

use crate::describe::Describe;
use crate::wire::REPORT_SCHEMA;

impl Describe<'_> {
    /// Writes the report of the run as JSON (`rostercheck/report/1`), with a line end.
    pub fn write_json(&self, out: &mut dyn io::Write) -> io::Result<()> {
        write_value(self, out)?;
        out.write_all(b"\n")
    }
}

impl Serialize for Describe<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let settings = &self.session.options().settings;
        let mut report = serializer.serialize_struct("Report", 11)?;
        report.serialize_field("schema", REPORT_SCHEMA)?;
        report.serialize_field("tool", &Self::tool())?;
        report.serialize_field("today", &settings.today.iso())?;
        report.serialize_field("stage", settings.stage.key())?;
        report.serialize_field("files", &self.files())?;
        report.serialize_field("sheets", &self.sheets())?;
        report.serialize_field("summary", &self.summary())?;
        report.serialize_field("findings", &FindingStream(*self))?;
        report.serialize_field("groups", &GroupStream(*self))?;
        let told_apart = self.told_apart();
        if told_apart.pairs > 0 {
            report.serialize_field("told_apart", &told_apart)?;
        }
        let registrations: Vec<_> = self.registrations().collect();
        if !registrations.is_empty() {
            report.serialize_field("registrations", &registrations)?;
        }
        report.end()
    }
}

/// Writes a value of the wire types as JSON.
pub fn write_value<T: Serialize + ?Sized>(value: &T, out: &mut dyn io::Write) -> io::Result<()> {
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

struct FindingStream<'s>(Describe<'s>);

impl Serialize for FindingStream<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for finding in self.0.session.all_findings() {
            list.serialize_element(&self.0.finding(&finding))?;
        }
        list.end()
    }
}

struct GroupStream<'s>(Describe<'s>);

impl Serialize for GroupStream<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for group in self.0.groups() {
            list.serialize_element(&group)?;
        }
        list.end()
    }
}
