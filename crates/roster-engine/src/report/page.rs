//! The report as a page: one file with all it needs, without scripts, made to be read and printed.
//!
//! It says what the text report says, in tables. Nothing in it is fetched, and its own policy forbids
//! that anything could be.

use std::io;

use roster_papers::{Escaped, Head, write_head, write_header, write_row};

use crate::describe::Describe;
use crate::describe::mask::Values;
use crate::language::Language;
use crate::report::lists::{papers, proposals};
use crate::report::terminal::{case_told, profile_edition};
use crate::wire::{Finding, Group, Member};
use crate::words::{Words, words};

impl Describe<'_> {
    /// Writes the report as a page.
    pub fn write_page(&self, language: Language, out: &mut dyn io::Write) -> io::Result<()> {
        let words = words(language);
        self.write_report_head(words.findings_sheet, language, out)?;
        self.write_checked(language, words, out)?;
        for it in self.found_by_rule(language) {
            let level = it.level.key();
            writeln!(
                out,
                "<section>\n<h2>{} {} <span class=\"level {level}\">{}</span> × {}</h2>",
                it.code,
                Escaped(it.title),
                words.level(it.level),
                it.count
            )?;
            let [file, sheet, cell, column, _, _, message, proposal] = words.findings_header;
            write_header(&[file, sheet, cell, column, message, proposal], out)?;
            let write = |finding: &roster_model::Finding, out: &mut Vec<u8>| {
                let title = self.title_at(finding.place, language);
                write_finding(&self.finding(finding), &title, language, words, out)
            };
            self.write_findings(self.occurrences_of(&it), write, out)?;
            writeln!(out, "</tbody></table>\n</section>")?;
        }
        let write = |group: &Group, out: &mut Vec<u8>| write_group(group, language, words, out);
        self.write_groups(write, out)?;
        let rules = self.rules_not_run(language);
        if !rules.is_empty() {
            let rules = rules.join(words.comma);
            let (title, rules) = (Escaped(words.not_run), Escaped(&rules));
            writeln!(out, "<h2>{title}</h2>\n<p>{rules}</p>")?;
        }
        writeln!(out, "</main>\n</body>\n</html>")
    }

    fn write_report_head(
        &self,
        title: &str,
        language: Language,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let words = words(language);
        let tool = Self::tool();
        let made = format!(
            "{} {} ({}){}{} {}",
            tool.name,
            tool.version,
            tool.rules,
            words.comma,
            words.legend_today,
            self.session.options().settings().today.iso(),
        );
        let privacy = match self.values {
            Values::Masked => words.masked,
            Values::Shown => words.shown,
        };
        let head = Head {
            title,
            style: "",
            language,
            lines: &[&made, privacy],
        };
        write_head(&head, out)
    }

    /// What was checked, and how it went.
    fn write_checked(
        &self,
        language: Language,
        words: &Words,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let outcome = self.outcome();
        writeln!(
            out,
            "<p class=\"verdict {}\">{}</p>\n<p>{}{}{}</p>",
            outcome.level().key(),
            self.outcome_told(words),
            words.total,
            words.colon,
            self.counts(language)
        )?;
        if let Some(told) = self.told_apart_in_words(words) {
            writeln!(out, "<p>{told}</p>")?;
        }
        for file in self.files() {
            if let Some(error) = &file.error {
                let (name, said) = (Escaped(&file.file), Escaped(language.of(error)));
                writeln!(out, "<p class=\"error\">✗ {name}{}{said}</p>", words.colon)?;
            }
        }
        for place in self.not_chosen() {
            let (place, colon, said) = (Escaped(&place), words.colon, words.not_chosen);
            writeln!(out, "<p>{place}{colon}{said}</p>")?;
        }
        let sheets = self.sheets();
        let checked = sheets.iter().zip(self.session.rosters());
        let checked = checked.filter(|(it, _)| it.profile.is_some());
        if checked.clone().next().is_none() {
            return Ok(());
        }
        write_header(&words.checked_header, out)?;
        let mut told = Vec::new();
        for (sheet, roster) in checked {
            let rows = sheet.rows.to_string();
            let profile = profile_edition(&roster.profile, language);
            write_row(&[&sheet.file, &sheet.sheet, &rows, &profile], out)?;
            for line in sheet.overrides.iter().map(|it| language.of(it)) {
                // Sheets of one profile have the same ones.
                let line = format!("{profile}{}{line}", words.comma);
                if !told.contains(&line) {
                    told.push(line);
                }
            }
        }
        writeln!(out, "</tbody></table>")?;
        for line in told {
            let (set, line) = (words.legend_set, Escaped(&line));
            writeln!(out, "<p class=\"quiet\">{set}{}{line}</p>", words.colon)?;
        }
        Ok(())
    }
}

fn write_finding(
    finding: &Finding,
    title: &str,
    language: Language,
    words: &Words,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let place = &finding.place;
    let row = place.row.map(|it| it.to_string()).unwrap_or_default();
    let cells = [
        place.file.as_str(),
        place.sheet.as_deref().unwrap_or_default(),
        place.cell.as_deref().unwrap_or(&row),
        title,
        language.of(&finding.message),
        &proposals(finding, words),
    ];
    write_row(&cells, out)
}

fn write_group(
    group: &Group,
    language: Language,
    words: &Words,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    writeln!(
        out,
        "<section>\n<h2>{} {} <span class=\"level\">{}</span></h2>",
        group.group,
        Escaped(&case_told(group, language)),
        words.verdict(group.verdict)
    )?;
    let [_, _, _, header @ ..] = words.handling_header;
    write_header(&header, out)?;
    for member in &group.members {
        let (file, sheet) = (Escaped(&member.file), Escaped(&member.sheet));
        write!(
            out,
            "<tr><td>{file}</td><td>{sheet}</td><td>{}</td><td>",
            member.row
        )?;
        write_who(member, out)?;
        let papers = papers(member, language);
        writeln!(
            out,
            "</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            Escaped(words.handling(member.handling)),
            Escaped(language.of(&member.why)),
            Escaped(&papers)
        )?;
    }
    writeln!(out, "</tbody></table>\n</section>")
}

/// Who a member is; the characters stand out that another member has otherwise.
fn write_who(member: &Member, out: &mut dyn io::Write) -> io::Result<()> {
    for (at, shown) in member.shown.iter().enumerate() {
        if at > 0 {
            write!(out, " ")?;
        }
        let differs = shown.differs.as_deref().unwrap_or_default();
        if differs.is_empty() {
            write!(out, "{}", Escaped(&shown.text))?;
            continue;
        }
        for (position, character) in (0..).zip(shown.text.chars()) {
            let mut bytes = [0; 4];
            let character = Escaped(character.encode_utf8(&mut bytes));
            if differs.contains(&position) {
                write!(out, "<mark>{character}</mark>")?;
            } else {
                write!(out, "{character}")?;
            }
        }
    }
    Ok(())
}
