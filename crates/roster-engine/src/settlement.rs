//! 《问题学籍处理清单》: what is to be done about every duplicate, as papers to print and to write on.
//!
//! The list has one line a row of a group, the second list the papers each pupil needs; then come the
//! certificates of the school for those who are to be proved, and the letters to the other school for
//! pupils in two. Everything is a proposal, and says so. Lists are in the reader's language;
//! certificates and letters are Chinese, since they are handed in.

mod entries;
mod letters;
mod page;
mod words;

use roster_model::Handling;
use roster_rules::Evidence;
use roster_write::{Paper, PlanWriter, Print, WorkbookCell};

use crate::describe::Describe;
use crate::language::Language;
use crate::mask::Values;
use crate::output::{Content, Output};
use entries::{Entry, entries};
use letters::{Paragraph, certificates, letters};
use words::{SettlementWords, settlement_words};

/// A sheet with more pages than this continues on another, since a spreadsheet program takes no more
/// breaks in one.
const PAGES_MAX: usize = 1000;
/// Width of a letter, in characters: that of an A4 page.
const LETTER_WIDTH: f64 = 84.0;
/// Rows above the lines of a list: title, what it is, header.
const TOP_ROWS: u32 = 3;
/// Width of the column of what is missing, in characters.
const MISSING_WIDTH: f64 = 18.0;
/// What an own sheet begins with, in the first or second of its cells.
const MADE_WITH: &str = "rostercheck ";
/// Position of the cell that says what made the list.
const MADE_WITH_POSITION: usize = 4;

impl Describe<'_> {
    /// The workbook 《问题学籍处理清单》.
    pub fn settlement(self, language: Language) -> Output {
        let words = settlement_words(language);
        let entries = entries(&self, language);
        let mut writer = PlanWriter::new();
        self.write_list(&mut writer, &entries, words);
        self.write_papers(&mut writer, &entries, words);
        let pages = certificates(&self, &entries);
        self.write_pages(&mut writer, words.certificates, pages, language);
        let pages = letters(&self, &entries);
        self.write_pages(&mut writer, words.letters, pages, language);
        self.write_unclaimed(&mut writer, words);
        Output {
            name: format!("{}.xlsx", words.file_name),
            content: Content::Plan(writer.finish()),
            notes: Vec::new(),
        }
    }

    /// How many lines the list has.
    pub fn settlement_lines(&self) -> usize {
        entries(self, Language::Zh).len()
    }

    fn write_list(self, writer: &mut PlanWriter, entries: &[Entry], words: &SettlementWords) {
        let lacking = self.lacking(words);
        let mut widths = words.list_widths.to_vec();
        let mut header = words.list_header.to_vec();
        if lacking.is_some() {
            widths.push(MISSING_WIDTH);
            header.push(words.missing_header);
        }
        writer.start_sheet(words.list, TOP_ROWS, &widths, true);
        writer.print(Print::List {
            repeat_rows: TOP_ROWS,
        });
        self.write_top(writer, words.title, words, &header);
        if entries.is_empty() {
            writer.write_row(&[WorkbookCell::text(words.nothing)]);
        }
        for entry in entries {
            let mut line = wrapped(&self.list_line(entry, words));
            if let Some(lacking) = &lacking {
                let missing = lacking.get(&entry.place).copied().unwrap_or_default();
                line.push(WorkbookCell::paper(missing, Paper::Wrapped));
            }
            writer.write_row(&line);
        }
    }

    /// For each pupil whose papers are not complete what is missing; nothing without a folder of scans.
    fn lacking(
        self,
        words: &SettlementWords,
    ) -> Option<std::collections::BTreeMap<(u32, u32), &'static str>> {
        let told = self.evidence()?.lacking.into_iter();
        Some(
            told.map(|it| (it.place, words.missing(it.family, it.school)))
                .collect(),
        )
    }

    fn evidence(self) -> Option<Evidence> {
        let session = self.session;
        let settings = &session.options().settings;
        roster_rules::evidence(session.rosters(), session.groups(), settings)
    }

    /// The files of the folder of scans that belong to nobody in the list.
    fn write_unclaimed(self, writer: &mut PlanWriter, words: &SettlementWords) {
        let scans = self.session.options().settings.scans.as_deref();
        let (Some(evidence), Some(scans)) = (self.evidence(), scans) else {
            return;
        };
        writer.start_sheet(words.unclaimed, TOP_ROWS, &[60.0, 12.0], true);
        writer.print(Print::List {
            repeat_rows: TOP_ROWS,
        });
        self.write_top(writer, words.unclaimed, words, &words.unclaimed_header);
        for it in evidence.unclaimed {
            let scan = &scans[it];
            // The name of a file may be that of a pupil.
            let path = self.values.show(None, &scan.path);
            writer.write_row(&wrapped(&[path, scan.bytes.to_string()]));
        }
    }

    /// A line of the list; the last two cells are for whoever handles it.
    fn list_line(self, entry: &Entry, words: &SettlementWords) -> [String; 14] {
        let (sheet, row) = entry.place;
        let roster = &self.session.rosters()[sheet as usize];
        let file = &self.session.files()[roster.sheet.file as usize].name;
        let file = match roster.sheet.name.as_str() {
            "" => file.clone(),
            name => format!("{file} {name}"),
        };
        let pupil = self.pupil(entry.place);
        [
            entry.group.clone(),
            words.case(entry.case).to_owned(),
            file,
            roster.sheet.row_numbers[row as usize].to_string(),
            pupil.class,
            pupil.name,
            pupil.number,
            pupil.student_number,
            words.handling(entry.handling).to_owned(),
            entry.why.clone(),
            entry.materials.clone(),
            words
                .path(entry.case, entry.handling, self.stage())
                .to_owned(),
            String::new(),
            String::new(),
        ]
    }

    fn write_papers(self, writer: &mut PlanWriter, entries: &[Entry], words: &SettlementWords) {
        writer.start_sheet(words.papers, TOP_ROWS, &words.papers_widths, true);
        writer.print(Print::List {
            repeat_rows: TOP_ROWS,
        });
        self.write_top(writer, words.papers_title, words, &words.papers_header);
        let lines = self.papers_lines(entries, words);
        if lines.is_empty() {
            writer.write_row(&[WorkbookCell::text(words.no_papers)]);
        }
        for line in lines {
            writer.write_row(&wrapped(&line));
        }
    }

    /// What has to be collected from each pupil, by class; a pupil has one line.
    fn papers_lines(self, entries: &[Entry], words: &SettlementWords) -> Vec<[String; 10]> {
        let stage = self.stage();
        let mut seen = std::collections::BTreeSet::new();
        let needing = entries
            .iter()
            .filter(|it| words.boxes(it.handling, stage).is_some() && seen.insert(it.place));
        let mut lines: Vec<[String; 10]> = needing
            .map(|entry| {
                let pupil = self.pupil(entry.place);
                let [family, school, police] =
                    words.boxes(entry.handling, stage).unwrap_or([""; 3]);
                [
                    pupil.class,
                    pupil.name,
                    pupil.student_number,
                    entry.group.clone(),
                    words.handling(entry.handling).to_owned(),
                    family.to_owned(),
                    school.to_owned(),
                    police.to_owned(),
                    String::new(),
                    String::new(),
                ]
            })
            .collect();
        lines.sort_by(|a, b| a[0].cmp(&b[0]));
        lines
    }

    /// Title, what the list is, and its header.
    fn write_top(
        self,
        writer: &mut PlanWriter,
        title: &str,
        words: &SettlementWords,
        header: &[&str],
    ) {
        let mut first = vec![WorkbookCell::default(); MADE_WITH_POSITION + 1];
        first[0] = WorkbookCell::text(title);
        first[MADE_WITH_POSITION] = WorkbookCell::text(Self::made_with());
        writer.write_row(&first);
        writer.write_row(&[WorkbookCell::text(self.notice(words))]);
        let header: Vec<_> = header.iter().map(|it| WorkbookCell::header(*it)).collect();
        writer.write_row(&header);
    }

    /// Pages, each on a page of its own, behind one that says what they are.
    fn write_pages(
        self,
        writer: &mut PlanWriter,
        (name, nothing): (&str, &str),
        pages: impl Iterator<Item = Vec<Paragraph>>,
        language: Language,
    ) {
        let words = settlement_words(language);
        let mut written = 0;
        let start = |writer: &mut PlanWriter| {
            writer.start_sheet(name, 0, &[LETTER_WIDTH], false);
            writer.print(Print::Letters);
            let line = format!("{} {name}", Self::made_with());
            writer.write_row(&[WorkbookCell::text(line)]);
            writer.write_row(&[WorkbookCell::paper(self.notice(words), Paper::Wrapped)]);
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
            writer.write_row(&[WorkbookCell::text(nothing)]);
        }
    }

    fn made_with() -> String {
        let tool = Self::tool();
        format!("{MADE_WITH}{} ({})", tool.version, tool.rules)
    }

    /// What the lists are, on what day they were made, and whether values are masked.
    fn notice(self, words: &SettlementWords) -> String {
        let today = self.session.options().settings.today.iso();
        let privacy = match self.values {
            Values::Masked => words.masked,
            Values::Shown => words.shown,
        };
        format!("{}{today} {privacy}", words.proposal)
    }
}

/// Whether the first row of a sheet is that of one of these sheets.
pub(crate) fn is_settlement(first: &[&str], language: Language) -> bool {
    let words = settlement_words(language);
    match first {
        [title, made_with] => {
            [words.title, words.papers_title, words.unclaimed].contains(title)
                && made_with.starts_with(MADE_WITH)
        }
        [line] => {
            let names = [words.certificates.0, words.letters.0];
            line.starts_with(MADE_WITH) && names.iter().any(|it| line.ends_with(it))
        }
        _ => false,
    }
}

/// Whether papers of the school are needed.
fn needs_certificate(handling: Handling) -> bool {
    handling == Handling::Corroborate
}

fn wrapped(texts: &[String]) -> Vec<WorkbookCell> {
    let cells = texts.iter();
    cells
        .map(|it| WorkbookCell::paper(it.as_str(), Paper::Wrapped))
        .collect()
}
