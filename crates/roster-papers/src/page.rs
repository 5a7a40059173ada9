//! The same lists, certificates and letters as a page to print.

use std::io;

use roster_write::Paper;

use crate::html::{Escaped, Head, write_head, write_header, write_row};
use crate::letters::{Paragraph, certificates, letters};
use crate::settlement::{Settlement, Unclaimed};

const STYLE: &str = "main{max-width:100rem}.letter{break-before:page;max-width:46rem;font-size:1.05rem;line-height:2}\
.letter h2{text-align:center;font-size:1.4rem}.letter p{min-height:1em}\
@page{size:A4 landscape}@page letter{size:A4 portrait;margin:25mm}.letter{page:letter}";

/// Writes 《问题学籍处理清单》 as a page.
pub fn write_page(settlement: &Settlement, out: &mut dyn io::Write) -> io::Result<()> {
    let words = settlement.words();
    let made_with = format!(
        "{} · {} {}",
        settlement.made_with(),
        words.date,
        settlement.today
    );
    let head = Head {
        title: words.title,
        style: STYLE,
        language: settlement.language,
        lines: &[&made_with, settlement.privacy_told()],
    };
    write_head(&head, out)?;
    writeln!(out, "<p class=\"verdict\">{}</p>", words.proposal)?;
    for it in &settlement.not_used {
        writeln!(out, "<p class=\"verdict\">{}</p>", Escaped(it))?;
    }
    if settlement.entries.is_empty() {
        writeln!(out, "<p>{}</p>", settlement.nothing_told())?;
    } else {
        settlement.write_lists(out)?;
    }
    if let Some(unclaimed) = &settlement.unclaimed {
        write_unclaimed(unclaimed, settlement, out)?;
    }
    let mut pages = certificates(settlement)
        .chain(letters(settlement))
        .peekable();
    if pages.peek().is_some() {
        writeln!(out, "<p>{}</p>", settlement.pages_told())?;
    }
    for page in pages {
        write_letter(&page, out)?;
    }
    writeln!(out, "</main>\n</body>\n</html>")
}

impl Settlement {
    fn write_lists(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let words = self.words();
        let columns = self.list_columns();
        for school in self.schools() {
            if columns.school {
                let (name, code) = (
                    self.school_header(),
                    Escaped(or_none(school.code, words.no_school)),
                );
                writeln!(out, "<h2>{name} {code}</h2>")?;
            }
            write_header(&self.list_header(columns), out)?;
            for entry in school.entries {
                write_row(&self.list_line(entry, columns), out)?;
            }
            writeln!(out, "</tbody></table>")?;
        }
        writeln!(out, "<h2>{}</h2>", words.papers_title)?;
        let lines = self.papers_lines();
        if lines.is_empty() {
            return writeln!(out, "<p>{}</p>", self.none_told(words.no_papers));
        }
        write_header(&self.papers_header(), out)?;
        for line in &lines {
            write_row(line, out)?;
        }
        writeln!(out, "</tbody></table>")
    }
}

fn write_unclaimed(
    unclaimed: &[Unclaimed],
    settlement: &Settlement,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let words = settlement.words();
    writeln!(out, "<h2>{}</h2>", words.unclaimed)?;
    if unclaimed.is_empty() {
        return writeln!(out, "<p>{}</p>", words.all_claimed);
    }
    write_header(&words.unclaimed_header, out)?;
    for it in unclaimed {
        write_row(&[it.path.as_str(), &it.bytes.to_string()], out)?;
    }
    writeln!(out, "</tbody></table>")
}

fn write_letter(page: &[Paragraph], out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "<section class=\"letter\" lang=\"zh-CN\">")?;
    for paragraph in page {
        let text = Escaped(&paragraph.text);
        match paragraph.paper {
            Paper::Title => writeln!(out, "<h2>{text}</h2>")?,
            Paper::Plain | Paper::Wrapped => writeln!(out, "<p>{text}</p>")?,
        }
    }
    writeln!(out, "</section>")
}

fn or_none<'t>(text: &'t str, none: &'t str) -> &'t str {
    if text.is_empty() { none } else { text }
}
