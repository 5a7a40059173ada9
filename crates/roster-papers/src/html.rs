//! The frame of a page: one file with all it needs, without scripts, made to be read and printed.
//!
//! Nothing in it is fetched, and its own policy forbids that anything could be. Deliberately absent:
//! what stands in it.

use std::io;

use roster_model::Language;

const STYLE: &str = "\
:root{color-scheme:light;font:16px/1.6 \"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif}\
body{margin:0;color:#1b1b1f;background:#fff}main{max-width:72rem;margin:0 auto;padding:1.5rem}\
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{margin:.25rem 0}\
.quiet{color:#55555f}.verdict{font-size:1.15rem;font-weight:700;margin:1rem 0 .25rem}\
table{border-collapse:collapse;width:100%;font-size:.9rem}\
th,td{border:1px solid #b9b9c3;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
th{background:#eeeef2}mark{background:none;color:#9c1c1c;text-decoration:underline}td{white-space:pre-line}\
.level{border:1px solid;border-radius:.25rem;padding:0 .4rem;font-size:.85rem;font-weight:400}\
.error{color:#9c1c1c}.warning{color:#7a4b00}.info{color:#1d4f87}\
@media print{:root{font-size:10pt}main{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}\
thead{display:table-header-group}th{background:none}}@page{margin:15mm}";

/// How a page begins.
#[derive(Clone, Copy, Debug)]
pub struct Head<'t> {
    /// Title and heading; nobody's words.
    pub title: &'t str,
    /// What is added to the style of every page.
    pub style: &'t str,
    /// The language of the page.
    pub language: Language,
    /// Small lines below the heading; nobody's words.
    pub lines: &'t [&'t str],
}

/// Writes the beginning of a page, up to what stands in it.
pub fn write_head(head: &Head<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let tag = match head.language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    };
    let (title, style) = (head.title, head.style);
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    )?;
    for line in head.lines {
        writeln!(out, "<p class=\"quiet\">{line}</p>")?;
    }
    Ok(())
}

/// Writes the beginning of a table, up to its first row.
pub fn write_header(titles: &[&str], out: &mut dyn io::Write) -> io::Result<()> {
    write!(out, "<table><thead><tr>")?;
    for title in titles {
        write!(out, "<th scope=\"col\">{}</th>", Escaped(title))?;
    }
    writeln!(out, "</tr></thead><tbody>")
}

/// Writes a row of a table.
pub fn write_row<T: AsRef<str>>(cells: &[T], out: &mut dyn io::Write) -> io::Result<()> {
    write!(out, "<tr>")?;
    for cell in cells {
        write!(out, "<td>{}</td>", Escaped(cell.as_ref()))?;
    }
    writeln!(out, "</tr>")
}

/// Text as it stands in a page.
#[derive(Clone, Copy, Debug)]
pub struct Escaped<'t>(pub &'t str);

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
