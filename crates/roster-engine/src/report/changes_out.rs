//! The changes of a run written out: as text for a terminal, as a table, and as a list of a workbook.

use std::collections::BTreeMap;
use std::io;

use roster_model::{Edit, Level};
use roster_write::{CsvWriter, PlanWriter};

use crate::book::rule_title;
use crate::describe::Describe;
use crate::language::Language;
use crate::report::Detail;
use crate::report::lists::ListFor;
use crate::report::terminal::address;
use crate::report::visible::Visible;
use crate::report::workbook::plan_list;
use crate::session::Session;
use crate::wire::Place;
use crate::words::words;

/// Changes of a rule that are told one by one; the others are counted.
const TOLD_MAX: usize = 10;

impl Describe<'_> {
    /// Writes what was changed, by rule, and what is left: what `left` has, a check of the file as it was written.
    pub fn write_changes_text(
        &self,
        left: &Session,
        language: Language,
        detail: Detail,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let words = words(language);
        let out: &mut dyn io::Write = &mut Visible(out);
        let edits = self.session.edits().edits();
        let count = self.session.changed().count();
        writeln!(
            out,
            "{}",
            words.changed_cells.replace("{n}", &count.to_string())
        )?;
        if detail == Detail::All {
            self.write_changes_by_rule(edits, language, out)?;
        }
        let findings = left.findings();
        let [errors, warnings, infos] = Level::ALL.map(|it| findings.count(it).to_string());
        let left = words.left_over.replace("{errors}", &errors);
        let left = left
            .replace("{warnings}", &warnings)
            .replace("{infos}", &infos);
        writeln!(out, "{left}")
    }

    fn write_changes_by_rule(
        &self,
        edits: &[Edit],
        language: Language,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let words = words(language);
        let mut by_rule: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
        for edit in edits {
            by_rule.entry(edit.rule).or_default().push(edit);
        }
        for (rule, edits) in by_rule {
            let title = rule_title(rule, language);
            writeln!(out, "\n{rule} {title} × {}", edits.len())?;
            for edit in edits.iter().take(TOLD_MAX) {
                let told = self.change(edit);
                let place = Place {
                    file: told.file,
                    sheet: Some(told.sheet).filter(|it| !it.is_empty()),
                    cell: Some(told.cell),
                    ..Place::default()
                };
                let (from, to) = (told.from, told.to);
                writeln!(out, "  {}  {from} → {to}", address(&place, language))?;
            }
            if edits.len() > TOLD_MAX {
                let more = (edits.len() - TOLD_MAX).to_string();
                writeln!(out, "  {}", words.more_changes.replace("{n}", &more))?;
            }
        }
        if !self.session.edits().edits().is_empty() {
            writeln!(out)?;
        }
        Ok(())
    }

    /// Writes one line a change, as comma-separated text.
    pub fn write_changes_csv(&self, language: Language, out: &mut dyn io::Write) -> io::Result<()> {
        let mut writer = CsvWriter::new(out)?;
        for row in self.changes_list(list_for_all(language)).rows {
            writer.write_row(row.iter().map(|it| it.text.as_str()))?;
        }
        writer.finish()
    }

    /// The plan of a workbook with one line a change.
    pub fn changes_plan(&self, language: Language) -> Vec<u8> {
        let mut writer = PlanWriter::new();
        plan_list(&mut writer, self.changes_list(list_for_all(language)));
        writer.finish()
    }
}

/// A list of every file, without links.
fn list_for_all(language: Language) -> ListFor {
    ListFor {
        file: None,
        names: [].into(),
        language,
    }
}
