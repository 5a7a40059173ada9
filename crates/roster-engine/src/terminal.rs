//! The report as text, for a clerk at a terminal: a summary, what was found by rule with
//! addresses, then groups of duplicates.

use std::io;

use roster_model::Level;
use roster_rules::RULES;

use crate::describe::Describe;
use crate::language::Language;
use crate::wire::{Finding, Group, Place};
use crate::words::{Words, words};

impl Describe<'_> {
    /// Writes the report as text; with `quiet`, the summary alone.
    pub fn write_text(
        &self,
        language: Language,
        quiet: bool,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let words = words(language);
        self.write_summary(language, words, out)?;
        if quiet {
            return Ok(());
        }
        self.write_findings(language, words, out)?;
        self.write_groups(language, words, out)?;
        self.write_not_run(words, out)
    }

    fn write_summary(
        &self,
        language: Language,
        words: &Words,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        for file in self.files() {
            if let Some(error) = &file.error {
                writeln!(out, "✗ {}{}{}", file.file, words.colon, language.of(error))?;
            }
        }
        for sheet in self.sheets() {
            let Some(profile) = sheet.profile else {
                continue;
            };
            let name = if sheet.sheet.is_empty() {
                sheet.file.clone()
            } else {
                format!("{} [{}]", sheet.file, sheet.sheet)
            };
            writeln!(
                out,
                "{name}{}{} {}, {profile}",
                words.colon, sheet.rows, words.pupils
            )?;
        }
        let summary = self.summary();
        let (errors, warnings, infos) = (summary.errors, summary.warnings, summary.infos);
        let count = |word: &str, number: u64| match language {
            Language::Zh => format!("{word} {number}"),
            Language::En => format!("{number} {word}"),
        };
        let counts = [
            count(words.errors, errors),
            count(words.warnings, warnings),
            count(words.infos, infos),
            count(words.groups, self.session.groups().len() as u64),
        ];
        writeln!(
            out,
            "\n{}{}{}",
            words.total,
            words.colon,
            counts.join(words.comma)
        )?;
        let verdict = if self.session.has_failures() {
            words.unread
        } else if errors > 0 {
            words.not_ready
        } else if warnings > 0 {
            words.look
        } else {
            words.ready
        };
        writeln!(out, "{verdict}")
    }

    fn write_findings(
        &self,
        language: Language,
        words: &Words,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let titles = crate::rules();
        let by_rule = self.summary().by_rule;
        for level in Level::ALL {
            for counted in by_rule.iter().filter(|it| it.level == level.key()) {
                let Some(rule) = RULES.iter().position(|it| it.code == counted.rule) else {
                    continue;
                };
                let title = language.of(&titles[rule].title);
                let level = words.level(level);
                writeln!(
                    out,
                    "\n{} {title} [{level}] × {}",
                    counted.rule, counted.count
                )?;
                for finding in self.session.findings_of(rule, 0) {
                    write_finding(&self.finding(&finding), language, words, out)?;
                }
            }
        }
        Ok(())
    }

    fn write_groups(
        &self,
        language: Language,
        words: &Words,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        for group in self.groups() {
            write_group(&group, language, words, out)?;
        }
        Ok(())
    }

    fn write_not_run(&self, words: &Words, out: &mut dyn io::Write) -> io::Result<()> {
        let not_run = &self.session.findings().not_run;
        let has_pupils = self
            .session
            .rosters()
            .iter()
            .any(|it| it.sheet.row_count() > 0);
        if not_run.is_empty() || !has_pupils {
            return Ok(());
        }
        let codes: Vec<&str> = not_run.iter().map(|it| it.rule).collect();
        writeln!(out, "\n{}{}{}", words.not_run, words.colon, codes.join(" "))
    }
}

fn write_finding(
    finding: &Finding,
    language: Language,
    words: &Words,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    write!(
        out,
        "  {}  {}",
        address(&finding.place),
        language.of(&finding.message)
    )?;
    for fix in &finding.fixes {
        for edit in &fix.edits {
            write!(
                out,
                " [{}{}{}]",
                words.trust(fix.trust),
                words.colon,
                edit.to
            )?;
        }
    }
    writeln!(out)
}

fn write_group(
    group: &Group,
    language: Language,
    words: &Words,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let (verdict, bits) = (words.verdict(group.verdict), group.bits);
    writeln!(
        out,
        "\n{} {} {} [{verdict}] {bits}",
        group.group, words.case, group.case
    )?;
    for member in &group.members {
        let place = Place {
            file: member.file.clone(),
            sheet: Some(member.sheet.clone()).filter(|it| !it.is_empty()),
            row: Some(member.row),
            ..Place::default()
        };
        let shown: Vec<&str> = member.shown.iter().map(|it| it.text.as_str()).collect();
        let handling = words.handling(member.handling);
        writeln!(
            out,
            "  {}  {}  {handling}",
            address(&place),
            shown.join(" ")
        )?;
        writeln!(out, "    {}", language.of(&member.why))?;
        for material in &member.materials {
            writeln!(out, "    · {}", language.of(material))?;
        }
    }
    Ok(())
}

/// `file [sheet] F12`, as far as the place goes.
pub(crate) fn address(place: &Place) -> String {
    let mut out = place.file.clone();
    if let Some(sheet) = &place.sheet {
        out.push_str(&format!(" [{sheet}]"));
    }
    match (&place.cell, place.row) {
        (Some(cell), _) => out.push_str(&format!(" {cell}")),
        (None, Some(row)) => out.push_str(&format!(" {row}:{row}")),
        (None, None) => {}
    }
    out
}
