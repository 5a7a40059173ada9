//! The report as text, for a clerk at a terminal: a summary, what was found by rule with
//! addresses, then groups of duplicates.

use std::io;

use roster_model::Level;
use roster_rules::RULES;

use crate::book::Language;
use crate::describe::Describe;
use crate::wire::{Finding, Group, Place};

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
            let Some(profile) = sheet.profile else { continue };
            let name = if sheet.sheet.is_empty() {
                sheet.file.clone()
            } else {
                format!("{} [{}]", sheet.file, sheet.sheet)
            };
            writeln!(out, "{name}{}{} {}, {profile}", words.colon, sheet.rows, words.pupils)?;
        }
        let summary = self.summary();
        let (errors, warnings, infos) = (summary.errors, summary.warnings, summary.infos);
        writeln!(
            out,
            "\n{} {}{} {errors}{} {} {warnings}{} {} {infos}{} {} {}",
            words.total,
            words.colon,
            words.errors,
            words.comma,
            words.warnings,
            words.comma,
            words.infos,
            words.comma,
            words.groups,
            self.session.groups().len(),
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
                writeln!(out, "\n{} {title} [{level}] × {}", counted.rule, counted.count)?;
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
        if not_run.is_empty() {
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
    write!(out, "  {}  {}", address(&finding.place), language.of(&finding.message))?;
    for fix in &finding.fixes {
        for edit in &fix.edits {
            write!(out, " [{}{}{}]", words.trust(fix.trust), words.colon, edit.to)?;
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
    writeln!(out, "\n{} {} {} [{verdict}] {bits}", group.group, words.case, group.case)?;
    for member in &group.members {
        let place = Place {
            file: member.file.clone(),
            sheet: Some(member.sheet.clone()).filter(|it| !it.is_empty()),
            row: Some(member.row),
            ..Place::default()
        };
        let shown: Vec<&str> = member.shown.iter().map(|it| it.text.as_str()).collect();
        let handling = words.handling(member.handling);
        writeln!(out, "  {}  {}  {handling}", address(&place), shown.join(" "))?;
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

/// The words of one language around the sentences of the rules.
pub(crate) struct Words {
    colon: &'static str,
    comma: &'static str,
    pupils: &'static str,
    total: &'static str,
    errors: &'static str,
    warnings: &'static str,
    infos: &'static str,
    groups: &'static str,
    unread: &'static str,
    not_ready: &'static str,
    look: &'static str,
    ready: &'static str,
    case: &'static str,
    not_run: &'static str,
    levels: [&'static str; 3],
    trusts: [&'static str; 3],
    handlings: [&'static str; 5],
    verdicts: [&'static str; 4],
}

impl Words {
    pub(crate) fn level(&self, level: Level) -> &'static str {
        self.levels[level as usize]
    }

    pub(crate) fn trust(&self, key: &str) -> &'static str {
        pick(&["safe", "review", "hint"], &self.trusts, key)
    }

    pub(crate) fn handling(&self, key: &str) -> &'static str {
        let keys = ["keep", "delete", "change", "corroborate", "review"];
        pick(&keys, &self.handlings, key)
    }

    pub(crate) fn verdict(&self, key: &str) -> &'static str {
        pick(&["certain", "likely", "review", "hint"], &self.verdicts, key)
    }
}

fn pick(keys: &[&str], words: &[&'static str], key: &str) -> &'static str {
    keys.iter().position(|it| *it == key).map_or("", |index| words[index])
}

pub(crate) fn words(language: Language) -> &'static Words {
    match language {
        Language::Zh => &Words {
            colon: "：",
            comma: "，",
            pupils: "名学生",
            total: "合计",
            errors: "错误",
            warnings: "警告",
            infos: "提示",
            groups: "重复组",
            unread: "有文件没有读出来，请先处理上面带 ✗ 的文件。",
            not_ready: "还不能提交：请先改正下面的错误。",
            look: "没有错误；请看一遍下面的警告再提交。",
            ready: "没有发现错误和警告，可以提交。",
            case: "情形",
            not_run: "没有检查的规则（表里没有相应的列）",
            levels: ["错误", "警告", "提示"],
            trusts: ["可直接改为", "请核对是否为", "可能是"],
            handlings: ["保留", "删除", "变更", "佐证", "待核实"],
            verdicts: ["系统会判为重复", "很可能是同一人", "请核对", "提示"],
        },
        Language::En => &Words {
            colon: ": ",
            comma: ",",
            pupils: "pupils",
            total: "Total",
            errors: "errors",
            warnings: "warnings",
            infos: "infos",
            groups: "duplicate groups",
            unread: "Some files could not be read; see to those marked ✗ first.",
            not_ready: "Not ready to submit: correct the errors below first.",
            look: "No errors; look through the warnings below before you submit.",
            ready: "No errors and no warnings: ready to submit.",
            case: "case",
            not_run: "Rules that did not run (their columns are absent)",
            levels: ["error", "warning", "info"],
            trusts: ["change to", "check whether it is", "perhaps"],
            handlings: ["keep", "delete", "change", "corroborate", "review"],
            verdicts: ["the system will flag it", "probably one pupil", "please check", "hint"],
        },
    }
}
