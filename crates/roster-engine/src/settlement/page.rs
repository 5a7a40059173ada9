//! The same lists, certificates and letters as a page to print.

use std::io;

use roster_write::Paper;

use super::entries::entries;
use super::letters::{Paragraph, certificates, letters};
use super::words::settlement_words;
use crate::describe::Describe;
use crate::language::Language;
use crate::page::{Escaped, write_header, write_row};

const STYLE: &str = "main{max-width:100rem}.letter{break-before:page;max-width:46rem;font-size:1.05rem;line-height:2}\
.letter h2{text-align:center;font-size:1.4rem}.letter p{min-height:1em}\
@page{size:A4 landscape}@page letter{size:A4 portrait;margin:25mm}.letter{page:letter}";

impl Describe<'_> {
    /// Writes 《问题学籍处理清单》 as a page.
    pub fn write_settlement(&self, language: Language, out: &mut dyn io::Write) -> io::Result<()> {
        let words = settlement_words(language);
        let entries = entries(self, language);
        self.write_head(words.title, STYLE, language, out)?;
        writeln!(out, "<p class=\"verdict\">{}</p>", words.proposal)?;
        if entries.is_empty() {
            writeln!(out, "<p>{}</p>", words.nothing)?;
        } else {
            let lacking = self.lacking(words);
            let mut header = words.list_header.to_vec();
            header.extend(lacking.as_ref().map(|_| words.missing_header));
            write_header(&header, out)?;
            for entry in &entries {
                let line = self.list_line(entry, words);
                let mut line: Vec<&str> = line.iter().map(String::as_str).collect();
                if let Some(lacking) = &lacking {
                    line.push(lacking.get(&entry.place).copied().unwrap_or_default());
                }
                write_row(&line, out)?;
            }
            writeln!(out, "</tbody></table>\n<h2>{}</h2>", words.papers_title)?;
            let lines = self.papers_lines(&entries, words);
            if lines.is_empty() {
                writeln!(out, "<p>{}</p>", words.no_papers)?;
            } else {
                write_header(&words.papers_header, out)?;
                for line in &lines {
                    write_row(&line.each_ref().map(String::as_str), out)?;
                }
                writeln!(out, "</tbody></table>")?;
            }
        }
        for page in certificates(self, &entries).chain(letters(self, &entries)) {
            write_letter(&page, out)?;
        }
        writeln!(out, "</main>\n</body>\n</html>")
    }
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
