//! The report as a flat table: one line a finding, as CSV.

use std::io;

use roster_model::Finding;
use roster_write::CsvWriter;

use crate::describe::Describe;
use crate::language::Language;
use crate::words::words;

impl Describe<'_> {
    /// Writes one line a finding: in Chinese with the words that a clerk knows, in English with the keys of
    /// column and level, which programs read.
    pub fn write_csv(&self, language: Language, out: &mut dyn io::Write) -> io::Result<()> {
        let words = words(language);
        let [file, sheet, rest @ ..] = words.findings_header;
        let mut header = CsvWriter::new(&mut *out)?;
        header.write_row([file, sheet, words.row].into_iter().chain(rest))?;
        header.finish()?;
        let write = |finding: &Finding, out: &mut Vec<u8>| {
            let title = self.title_at(finding.place, language);
            let level = words.level(finding.level);
            let finding = self.finding(finding);
            let place = &finding.place;
            let (column, level) = match language {
                Language::Zh => (title.as_str(), level),
                Language::En => (place.column.as_deref().unwrap_or_default(), finding.level),
            };
            let row = place.row.map(|it| it.to_string()).unwrap_or_default();
            let fixes = finding.fixes.iter().filter(|it| it.trust != "hint");
            let mut proposed =
                fixes.flat_map(|fix| fix.edits.iter().map(|it| words.proposed(fix, it)));
            let mut writer = CsvWriter::further(out);
            writer.write_row([
                place.file.as_str(),
                place.sheet.as_deref().unwrap_or_default(),
                &row,
                place.cell.as_deref().unwrap_or_default(),
                column,
                finding.rule,
                level,
                language.of(&finding.message),
                &proposed.next().unwrap_or_default(),
            ])?;
            writer.finish()
        };
        self.write_findings(self.session.occurrences(None), write, out)
    }
}
