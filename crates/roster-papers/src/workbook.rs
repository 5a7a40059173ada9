//! The workbook 《问题学籍处理清单》: the list, the papers to collect, certificates, letters, and the
//! scans that belong to nobody.

use roster_write::{Paper, PlanWriter, Print, WorkbookCell};

use crate::letters::{Paragraph, certificates, letters};
use crate::settlement::Settlement;

/// A sheet with more pages than this continues on another, since a spreadsheet program takes no more
/// breaks in one.
const PAGES_MAX: usize = 1000;
/// Width of a letter, in characters: that of an A4 page.
const LETTER_WIDTH: f64 = 84.0;
/// Width of the column of what the system's list says, in characters.
const LISTED_WIDTH: f64 = 28.0;
/// Rows above the lines of a list: title, what it is, header.
pub const TOP_ROWS: u32 = 3;
/// Width of the column of what is missing, in characters.
const MISSING_WIDTH: f64 = 18.0;
/// That of the code of a school.
const SCHOOL_WIDTH: f64 = 13.0;
/// Position of the cell that says what made the list.
const MADE_WITH_POSITION: usize = 4;

/// A name for the workbook.
pub fn file_name(settlement: &Settlement) -> String {
    format!("{}.xlsx", settlement.words().file_name)
}

/// The plan of the workbook.
pub fn workbook(settlement: &Settlement) -> Vec<u8> {
    let words = settlement.words();
    let mut writer = PlanWriter::new();
    settlement.write_list(&mut writer);
    settlement.write_papers(&mut writer);
    let pages = certificates(settlement);
    settlement.write_pages(&mut writer, words.certificates, pages);
    let pages = letters(settlement);
    settlement.write_pages(&mut writer, words.letters, pages);
    settlement.write_unclaimed(&mut writer);
    writer.finish()
}

impl Settlement {
    fn write_list(&self, writer: &mut PlanWriter) {
        let words = self.words();
        let columns = self.list_columns();
        let mut widths = Vec::new();
        widths.extend(columns.school.then_some(SCHOOL_WIDTH));
        widths.extend(words.list_widths);
        widths.extend(columns.listed.then_some(LISTED_WIDTH));
        widths.extend(columns.missing.then_some(MISSING_WIDTH));
        start_list(writer, words.list, &widths);
        self.write_top(writer, words.title, &self.list_header(columns));
        if self.entries.is_empty() {
            writer.write_row(&[WorkbookCell::text(self.nothing_told())]);
        }
        for entry in self.schools().iter().flat_map(|it| &it.entries) {
            writer.write_row(&wrapped(&self.list_line(entry, columns)));
        }
        for it in &self.not_used {
            writer.write_row(&[WorkbookCell::text(it.as_str())]);
        }
    }

    fn write_papers(&self, writer: &mut PlanWriter) {
        let words = self.words();
        let school = self.has_schools().then_some(SCHOOL_WIDTH);
        let widths: Vec<f64> = school.into_iter().chain(words.papers_widths).collect();
        start_list(writer, words.papers, &widths);
        self.write_top(writer, words.papers_title, &self.papers_header());
        let lines = self.papers_lines();
        if lines.is_empty() {
            let none = self.none_told(words.no_papers);
            writer.write_row(&[WorkbookCell::text(none)]);
        }
        for line in lines {
            writer.write_row(&wrapped(&line));
        }
    }

    fn write_unclaimed(&self, writer: &mut PlanWriter) {
        let Some(unclaimed) = &self.unclaimed else {
            return;
        };
        let words = self.words();
        start_list(writer, words.unclaimed, &[60.0, 12.0]);
        self.write_top(writer, words.unclaimed, &words.unclaimed_header);
        for it in unclaimed {
            writer.write_row(&wrapped(&[it.path.clone(), it.bytes.to_string()]));
        }
    }

    /// Title, what the list is, and its header.
    fn write_top(&self, writer: &mut PlanWriter, title: &str, header: &[&str]) {
        let words = self.words();
        let mut first = vec![WorkbookCell::default(); MADE_WITH_POSITION + 1];
        first[0] = WorkbookCell::text(title);
        first[MADE_WITH_POSITION] = WorkbookCell::text(self.made_with());
        writer.write_row(&first);
        let mut notice = self.notice();
        if title == words.title && !self.not_used.is_empty() {
            notice = format!("{notice} {}", words.not_used);
        }
        writer.write_row(&[WorkbookCell::text(notice)]);
        let header: Vec<_> = header.iter().map(|it| WorkbookCell::header(*it)).collect();
        writer.write_row(&header);
    }

    /// Pages, each on a page of its own, behind one that says what they are.
    fn write_pages(
        &self,
        writer: &mut PlanWriter,
        (name, nothing): (&str, &str),
        pages: impl Iterator<Item = Vec<Paragraph>>,
    ) {
        let mut written = 0;
        let notice = format!("{}{}", self.notice(), self.pages_told());
        let start = |writer: &mut PlanWriter| {
            writer.start_sheet(name, 0, &[LETTER_WIDTH], false);
            writer.print(Print::Letters);
            let line = format!("{} {name}", self.made_with());
            writer.write_row(&[WorkbookCell::text(line)]);
            writer.write_row(&[WorkbookCell::paper(notice.as_str(), Paper::Wrapped)]);
        };
        start(writer);
        for page in pages {
            if written > 0 && written % PAGES_MAX == 0 {
                start(writer);
            }
            writer.break_page();
            for paragraph in page {
                if let Some(height) = paragraph.height() {
                    writer.set_height(height);
                }
                writer.write_row(&[WorkbookCell::paper(paragraph.text, paragraph.paper)]);
            }
            written += 1;
        }
        if written == 0 {
            writer.write_row(&[WorkbookCell::text(self.none_told(nothing))]);
        }
    }
}

fn start_list(writer: &mut PlanWriter, name: &str, widths: &[f64]) {
    writer.start_sheet(name, TOP_ROWS, widths, true);
    writer.print(Print::List {
        repeat_rows: TOP_ROWS,
    });
}

fn wrapped(texts: &[String]) -> Vec<WorkbookCell> {
    let cells = texts.iter();
    cells
        .map(|it| WorkbookCell::paper(it.as_str(), Paper::Wrapped))
        .collect()
}
