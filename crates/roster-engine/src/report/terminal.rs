//! The report as text, for a clerk at a terminal: a summary, what was found by rule with
//! addresses, then groups of duplicates.

use std::borrow::Cow;
use std::io;

use roster_model::Level;
use roster_rules::{ActiveProfile, WhyNotRun, is_asked_for, rule_index};

use crate::book::rule_title;
use crate::describe::Describe;
use crate::describe::mask::Values;
use crate::describe::message::cut;
use crate::language::Language;
use crate::report::Detail;
use crate::report::lists::who;
use crate::report::visible::Visible;
use crate::session::occurrences::Occurrence;
use crate::wire::{Finding, Group, Place};
use crate::words::{Words, words};

impl Describe<'_> {
    /// Writes the report as text, or the summary alone.
    pub fn write_text(
        &self,
        language: Language,
        detail: Detail,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let words = words(language);
        let out: &mut dyn io::Write = &mut Visible(out);
        self.write_summary(language, words, out)?;
        if detail == Detail::Totals {
            return Ok(());
        }
        let summary = self.summary();
        let found = summary.errors + summary.warnings + summary.infos;
        // Stars are not to be taken for what the file has.
        if self.values == Values::Masked && found > 0 {
            writeln!(out, "{}{}", words.masked, words.show_values)?;
        }
        self.write_rules(language, words, out)?;
        let write = |group: &Group, out: &mut Vec<u8>| write_group(group, language, words, out);
        self.write_groups(write, out)?;
        self.write_not_run(language, words, out)
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
        for (sheet, roster) in self.sheets().into_iter().zip(self.session.rosters()) {
            if sheet.profile.is_none() {
                continue;
            }
            let name = if sheet.sheet.is_empty() {
                sheet.file.clone()
            } else {
                format!("{} [{}]", sheet.file, sheet.sheet)
            };
            writeln!(
                out,
                "{name}{}{} {}{}{}{}",
                words.colon,
                sheet.rows,
                words.pupils,
                words.comma,
                profile_title(&roster.profile, language),
                words.role(sheet.role)
            )?;
            for line in sheet.overrides.iter().map(|it| language.of(it)) {
                writeln!(out, "  {}{}{line}", words.legend_set, words.colon)?;
            }
        }
        for place in self.not_chosen() {
            writeln!(out, "{place}{}{}", words.colon, words.not_chosen)?;
        }
        writeln!(
            out,
            "\n{}{}{}",
            words.total,
            words.colon,
            self.counts(language)
        )?;
        writeln!(out, "{}", self.outcome_told(words))?;
        match self.told_apart_in_words(words) {
            Some(told) => writeln!(out, "{told}"),
            None => Ok(()),
        }
    }

    /// The sheets that a choice left out, each with its file.
    pub(crate) fn not_chosen(&self) -> impl Iterator<Item = String> {
        self.session.skipped().iter().map(|(file, sheet)| {
            let file = &self.session.files()[*file as usize].name;
            let [file, sheet] = [file, sheet].map(|it| self.values.show_words(it));
            format!("{file} [{sheet}]")
        })
    }

    /// How much was found, by level.
    pub(crate) fn counts(&self, language: Language) -> String {
        let words = words(language);
        let summary = self.summary();
        let count = |word: &str, number: u64| match language {
            Language::Zh => format!("{word} {number}"),
            Language::En if number == 1 => format!("{number} {}", word.trim_end_matches('s')),
            Language::En => format!("{number} {word}"),
        };
        let counts = [
            count(words.errors, summary.errors),
            count(words.warnings, summary.warnings),
            count(words.infos, summary.infos),
            count(words.groups, self.session.groups().len() as u64),
        ];
        counts.join(words.comma)
    }

    fn write_rules(
        &self,
        language: Language,
        words: &Words,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        for it in self.found_by_rule(language) {
            let level = words.level(it.level);
            writeln!(out, "\n{} {} [{level}] × {}", it.code, it.title, it.count)?;
            let write = |finding: &roster_model::Finding, out: &mut Vec<u8>| {
                write_finding(&self.finding(finding), language, words, out)
            };
            self.write_findings(self.occurrences_of(&it), write, out)?;
        }
        Ok(())
    }

    /// What was found by rule, the most serious first. A rule that speaks at two levels is there twice, so that
    /// the counts are those of the summary.
    pub(crate) fn found_by_rule(&self, language: Language) -> Vec<FoundByRule> {
        let by_rule = self.session.count_by_rule();
        let levels = Level::ALL.into_iter();
        let found = levels.flat_map(|level| {
            let here = by_rule.iter().filter(move |it| it.0.1 == level);
            here.filter_map(|(&(code, level), &count)| {
                let rule = rule_index(code)?;
                let title = rule_title(code, language);
                Some(FoundByRule {
                    rule,
                    code,
                    title,
                    level,
                    count,
                })
            })
            .collect::<Vec<_>>()
        });
        found.collect()
    }

    /// Where it spoke.
    pub(crate) fn occurrences_of(&self, it: &FoundByRule) -> impl Iterator<Item = Occurrence<'_>> {
        let level = it.level;
        let found = self.session.occurrences_of(it.rule, None, 0);
        found.filter(move |it| it.level() == level)
    }

    /// The rules that did not run for want of columns, each a code and a title; none where there was nobody
    /// to check.
    pub(crate) fn rules_not_run(&self, language: Language) -> Vec<String> {
        self.not_run(language, |_| true)
    }

    fn not_run(&self, language: Language, is_told: impl Fn(&str) -> bool) -> Vec<String> {
        let mut rosters = self.session.rosters().iter();
        if !rosters.any(|it| it.sheet.is_checked() && it.sheet.row_count() > 0) {
            return Vec::new();
        }
        let not_run = self.session.findings().not_run.iter();
        let absent = not_run.filter(|it| it.why == WhyNotRun::ColumnAbsent);
        let absent = absent.filter(|it| is_told(it.rule));
        let told = absent.map(|it| format!("{} {}", it.rule, rule_title(it.rule, language)));
        told.collect()
    }

    /// How many, and those that a parameter of this run asks for; a page has room for all of them.
    fn write_not_run(
        &self,
        language: Language,
        words: &Words,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let count = self.rules_not_run(language).len();
        if count == 0 {
            return Ok(());
        }
        let told = words.not_run_count.replace("{n}", &count.to_string());
        write!(out, "\n{}{}{told}", words.not_run, words.colon)?;
        let settings = self.session.options().settings();
        let asked = self.not_run(language, |it| is_asked_for(it, settings));
        if !asked.is_empty() {
            write!(out, "{}{}", words.asked_for, asked.join(words.comma))?;
        }
        writeln!(out)
    }
}

/// A rule that found something, and how serious that is.
pub(crate) struct FoundByRule {
    /// Index into `RULES`.
    pub(crate) rule: usize,
    pub(crate) code: &'static str,
    pub(crate) title: &'static str,
    pub(crate) level: Level,
    pub(crate) count: u64,
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
        address(&finding.place, language),
        in_one_line(language.of(&finding.message))
    )?;
    for (trust, to) in words.proposals(finding) {
        write!(out, " [{trust}{}{}]", words.colon, cut(&to))?;
    }
    writeln!(out)
}

/// A sentence that quotes a cell of several lines, in one; the breaks are shown as other characters that a
/// terminal obeys.
fn in_one_line(said: &str) -> Cow<'_, str> {
    if said.contains('\n') {
        Cow::Owned(said.replace('\n', "<U+000A>"))
    } else {
        Cow::Borrowed(said)
    }
}

fn write_group(
    group: &Group,
    language: Language,
    words: &Words,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let (case, verdict) = (case_told(group, language), words.verdict(group.verdict));
    writeln!(out, "\n{} {case} [{verdict}]", group.group)?;
    for member in &group.members {
        let place = Place {
            file: member.file.clone(),
            sheet: Some(member.sheet.clone()).filter(|it| !it.is_empty()),
            row: Some(member.row),
            ..Place::default()
        };
        let handling = words.handling(member.handling);
        let address = address(&place, language);
        writeln!(out, "  {address}  {}  {handling}", who(member))?;
        writeln!(out, "    {}", language.of(&member.why))?;
        for material in &member.materials {
            writeln!(out, "    · {}", language.of(material))?;
        }
    }
    Ok(())
}

/// What brought the rows of a group together, and the letter that the rules of handling have for it.
pub(crate) fn case_told(group: &Group, language: Language) -> String {
    let title = roster_papers::case_title(group.case, language);
    let word = words(language).case;
    match language {
        Language::Zh => format!("{title}（{word} {}）", group.case),
        Language::En => format!("{title} ({word} {})", group.case),
    }
}

/// The name of a template, for people.
pub(crate) fn profile_title(profile: &ActiveProfile, language: Language) -> &str {
    match language {
        Language::Zh => &profile.zh,
        Language::En => &profile.en,
    }
}

/// The name of a template with its edition and its first day, for reports that are kept. A list of any kind
/// has no edition.
pub(crate) fn profile_edition(profile: &ActiveProfile, language: Language) -> String {
    if profile.id == "any" {
        return profile_title(profile, language).to_owned();
    }
    let edition = words(language).profile_edition;
    let edition = edition.replace("{version}", &profile.version);
    let edition = edition.replace("{since}", &profile.since);
    format!("{}{edition}", profile_title(profile, language))
}

/// `file [sheet] F12`, as far as the place goes.
pub(crate) fn address(place: &Place, language: Language) -> String {
    let mut out = place.file.clone();
    if let Some(sheet) = &place.sheet {
        out.push_str(&format!(" [{sheet}]"));
    }
    match (&place.cell, place.row) {
        (Some(cell), _) => out.push_str(&format!(" {cell}")),
        (None, Some(row)) => out.push_str(&match language {
            Language::Zh => format!(" 第{row}行"),
            Language::En => format!(" row {row}"),
        }),
        (None, None) => {}
    }
    out
}
