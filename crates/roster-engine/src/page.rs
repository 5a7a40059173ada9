//! The report as a page: one file with all it needs, without scripts, made to be read and printed.
//!
//! It says what the text report says, in tables. Nothing in it is fetched, and its own policy forbids
//! that anything could be.

use std::io;

use crate::describe::Describe;
use crate::language::Language;
use crate::lists::{papers, proposals, who};
use crate::mask::Values;
use crate::wire::{Finding, Group};
use crate::words::{Words, words};

const STYLE: &str = "\
:root{color-scheme:light;font:16px/1.6 \"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif}\
body{margin:0;color:#1b1b1f;background:#fff}main{max-width:72rem;margin:0 auto;padding:1.5rem}\
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{margin:.25rem 0}\
.quiet{color:#55555f}.verdict{font-size:1.15rem;font-weight:700;margin:1rem 0 .25rem}\
table{border-collapse:collapse;width:100%;font-size:.9rem}\
th,td{border:1px solid #b9b9c3;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
th{background:#eeeef2}td{white-space:pre-line}\
.level{border:1px solid;border-radius:.25rem;padding:0 .4rem;font-size:.85rem;font-weight:400}\
.error{color:#9c1c1c}.warning{color:#7a4b00}.info{color:#1d4f87}\
@media print{:root{font-size:10pt}main{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}\
thead{display:table-header-group}th{background:none}}@page{margin:15mm}";

impl Describe<'_> {
    /// Writes the report as a page.
    pub fn write_page(&self, language: Language, out: &mut dyn io::Write) -> io::Result<()> {
        let words = words(language);
        self.write_head(words.findings_sheet, "", language, out)?;
        self.write_checked(language, words, out)?;
        for it in self.found_by_rule(language) {
            let level = it.level.key();
            writeln!(
                out,
                "<section>\n<h2>{} {} <span class=\"level {level}\">{}</span> × {}</h2>",
                it.code,
                Escaped(&it.title),
                words.level(it.level),
                it.count
            )?;
            let [file, sheet, cell, column, _, _, message, proposal] = words.findings_header;
            write_header(&[file, sheet, cell, column, message, proposal], out)?;
            for finding in self.session.findings_of(it.rule, 0) {
                let title = self.title_at(finding.place, language);
                write_finding(&self.finding(&finding), &title, language, words, out)?;
            }
            writeln!(out, "</tbody></table>\n</section>")?;
        }
        for group in self.groups() {
            write_group(&group, language, words, out)?;
        }
        let codes = self.codes_not_run();
        if !codes.is_empty() {
            let codes = codes.join(" ");
            writeln!(out, "<h2>{}</h2>\n<p>{codes}</p>", Escaped(words.not_run))?;
        }
        writeln!(out, "</main>\n</body>\n</html>")
    }

    /// The beginning of a page with this title, up to what stands in it; `style` is added to that of
    /// every page.
    pub(crate) fn write_head(
        &self,
        title: &str,
        style: &str,
        language: Language,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let words = words(language);
        let tag = match language {
            Language::Zh => "zh-CN",
            Language::En => "en",
        };
        let tool = Self::tool();
        writeln!(
            out,
            "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
        )?;
        let privacy = match self.values {
            Values::Masked => words.masked,
            Values::Shown => words.shown,
        };
        writeln!(
            out,
            "<p class=\"quiet\">{} {} ({}){}{} {}</p>\n<p class=\"quiet\">{privacy}</p>",
            tool.name,
            tool.version,
            tool.rules,
            words.comma,
            words.legend_today,
            self.session.options().settings.today.iso(),
        )
    }

    /// What was checked, and how it went.
    fn write_checked(
        &self,
        language: Language,
        words: &Words,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let (level, verdict) = self.verdict(words);
        writeln!(
            out,
            "<p class=\"verdict {}\">{verdict}</p>\n<p>{}{}{}</p>",
            level.key(),
            words.total,
            words.colon,
            self.counts(language)
        )?;
        for file in self.files() {
            if let Some(error) = &file.error {
                let (name, said) = (Escaped(&file.file), Escaped(language.of(error)));
                writeln!(out, "<p class=\"error\">✗ {name}{}{said}</p>", words.colon)?;
            }
        }
        let sheets = self.sheets();
        let checked = sheets.iter().filter(|it| it.profile.is_some());
        if checked.clone().next().is_none() {
            return Ok(());
        }
        write_header(&words.checked_header, out)?;
        let mut told = Vec::new();
        for sheet in checked {
            let rows = sheet.rows.to_string();
            let profile = sheet.profile.as_deref().unwrap_or_default();
            write_row(&[&sheet.file, &sheet.sheet, &rows, profile], out)?;
            for line in Self::overrides_told(sheet, language) {
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
        "<section>\n<h2>{} {} {} <span class=\"level\">{}</span> {}</h2>",
        group.group,
        words.case,
        group.case,
        words.verdict(group.verdict),
        group.bits
    )?;
    let [_, _, _, header @ ..] = words.handling_header;
    write_header(&header, out)?;
    for member in &group.members {
        let cells = [
            member.file.as_str(),
            &member.sheet,
            &member.row.to_string(),
            &who(member),
            words.handling(member.handling),
            language.of(&member.why),
            &papers(member, language),
        ];
        write_row(&cells, out)?;
    }
    writeln!(out, "</tbody></table>\n</section>")
}

pub(crate) fn write_header(titles: &[&str], out: &mut dyn io::Write) -> io::Result<()> {
    write!(out, "<table><thead><tr>")?;
    for title in titles {
        write!(out, "<th scope=\"col\">{}</th>", Escaped(title))?;
    }
    writeln!(out, "</tr></thead><tbody>")
}

pub(crate) fn write_row(cells: &[&str], out: &mut dyn io::Write) -> io::Result<()> {
    write!(out, "<tr>")?;
    for cell in cells {
        write!(out, "<td>{}</td>", Escaped(cell))?;
    }
    writeln!(out, "</tr>")
}

/// Text as it stands in a page.
pub(crate) struct Escaped<'t>(pub(crate) &'t str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"']) {
            out.write_str(&rest[..at])?;
            out.write_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                _ => "&quot;",
            })?;
            rest = &rest[at + 1..];
        }
        out.write_str(rest)
    }
}
