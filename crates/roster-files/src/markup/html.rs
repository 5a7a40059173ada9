//! Tables of web pages: what web systems export under the name of a workbook, and what spreadsheet
//! programs save as a page.
//!
//! Every table with something in it is a sheet of the stream; which of them are kept, and which go together, is decided
//! when their headers are looked for. Tables inside cells are tables of their own. Texts are read as a person sees them;
//! a number or a date that the program stored beside its look is preferred to the look.
//!
//! Spreadsheet programs put a page on one sheet, what stands on it one below another: a line of text takes
//! a row, and the rows of a table go on from there. Rows are numbered so.

use roster_model::{Failure, FileTraits, Format, Visibility};
use roster_text::{Decision, Encoding, decide};

use super::pieces::{Element, Piece, Pieces, resolve};
use super::table::Table;
use crate::failure;
use crate::raw::{RawSheet, RawWriter, TABLE_NAME};

/// Tables inside tables.
const DEPTH_MAX: usize = 32;
/// At most this many non-empty tables are read; tables for layout are usually not data.
const TABLES_MAX: usize = 1 << 16;
/// Bytes in which the page names its encoding.
const HEAD_BYTES: usize = 4096;
/// Bytes between two reports of progress.
const BYTES_BETWEEN_VISITS: usize = 1 << 18;
/// How a page says that its sheet is hidden.
const HIDDEN: &str = "<x:Visible>SheetHidden";
/// How it says so of a sheet that no menu shows.
const VERY_HIDDEN: &str = "<x:Visible>SheetVeryHidden";

/// Reads the tables of a web page.
pub(super) fn read(
    bytes: &[u8],
    encoding: Option<Encoding>,
    visit: &mut dyn FnMut(u64),
) -> Vec<u8> {
    let mut pages = Pages::new(encoding);
    pages.add(&Page::of(bytes), visit);
    pages.finish()
}

/// One page, and what is said of it elsewhere.
#[derive(Clone, Copy)]
pub(crate) struct Page<'p> {
    pub(crate) bytes: &'p [u8],
    /// What the archive that holds it says of its encoding.
    pub(crate) encoding: Option<Encoding>,
    /// What the archive calls its sheet.
    pub(crate) name: Option<&'p str>,
}

impl<'p> Page<'p> {
    /// A page of which nothing is known.
    pub(crate) fn of(bytes: &'p [u8]) -> Self {
        Page {
            bytes,
            encoding: None,
            name: None,
        }
    }

    /// Its text in the encoding somebody decided on, or its own; `None` if it is none.
    pub(crate) fn text(&self, decided: Option<Encoding>) -> Option<String> {
        let decision = encoding(self, decided)?;
        Some(roster_text::decode(self.bytes, &decision).into_owned())
    }
}

/// The pages of one file, and the tables in them.
pub(crate) struct Pages {
    /// The encoding that somebody decided on.
    decided: Option<Encoding>,
    encoding: Option<Encoding>,
    traits: FileTraits,
    closed: Vec<ReadTable>,
    /// Tables begun.
    count: u32,
    /// Why not all of them were read.
    refused: Option<Failure>,
}

/// A table that may be a sheet.
struct ReadTable {
    /// Its place among all tables.
    order: u32,
    name: String,
    visibility: Visibility,
    sheet: RawSheet,
}

impl Pages {
    /// No page yet.
    pub(crate) fn new(decided: Option<Encoding>) -> Self {
        Pages {
            decided,
            encoding: None,
            traits: FileTraits::default(),
            closed: Vec::new(),
            count: 0,
            refused: None,
        }
    }

    /// Whether a table of more than one row was read.
    pub(crate) fn has_table(&self) -> bool {
        self.closed.iter().any(|it| it.sheet.filled_rows > 1)
    }

    /// Reads a page; `visit` is told how far into its bytes.
    pub(crate) fn add(&mut self, page: &Page<'_>, visit: &mut dyn FnMut(u64)) {
        let Some(decision) = encoding(page, self.decided) else {
            self.refused.get_or_insert_with(failure::junk);
            return;
        };
        self.encoding.get_or_insert(decision.encoding);
        self.traits.encoding_guessed |= decision.is_guessed;
        let text = roster_text::decode(page.bytes, &decision);
        let mut reader = Reader {
            name: page.name.map_or_else(|| sheet_name(&text), str::to_owned),
            visibility: visibility(&text),
            open: Vec::new(),
            closed: Vec::new(),
            room: TABLES_MAX.saturating_sub(self.closed.len()),
            count_before: self.count,
            count: self.count,
            rows: 0,
            has_line: false,
            is_control: false,
            is_over: false,
            seen: [false; 4],
        };
        let length = page.bytes.len() as u64;
        let read = reader.read(&text, &mut |done| visit(done.min(length)));
        self.count = reader.count;
        self.traits.ends_early |= reader.seen == ENDS_EARLY;
        if let Err(failure) = read {
            self.refused.get_or_insert(failure);
        }
        roster_order::sort_by_key(&mut reader.closed, |it| it.order);
        self.closed.append(&mut reader.closed);
    }

    /// The stream of the file.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut raw = RawWriter::new(Format::Html);
        raw.traits(&self.traits);
        if let Some(encoding) = self.encoding {
            raw.encoding(encoding.name());
        }
        for it in &self.closed {
            raw.sheet(&it.name, it.visibility, &it.sheet);
        }
        if let Some(refused) = self.refused {
            raw.fail(&refused);
        }
        raw.finish()
    }
}

/// What the person says, a mark, what the page or its archive says, or what the bytes look like.
fn encoding(page: &Page<'_>, decided: Option<Encoding>) -> Option<Decision> {
    let bytes = page.bytes;
    if decided.is_some() {
        return decide(bytes, decided);
    }
    let decision = decide(bytes, None)?;
    let is_wide = matches!(decision.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    if is_wide || decision.mark_bytes > 0 {
        return Some(decision);
    }
    let head = bytes[..bytes.len().min(HEAD_BYTES)].to_ascii_lowercase();
    let told = memchr::memmem::find(&head, b"charset=").and_then(|at| {
        let rest = head[at + 8..].trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
        let end = rest
            .iter()
            .position(|it| !it.is_ascii_alphanumeric() && *it != b'-');
        Encoding::by_name(str::from_utf8(&rest[..end?]).ok()?)
    });
    match told.or(page.encoding) {
        // A page that says UTF-8 and is not was converted by a program that did not look inside.
        Some(Encoding::Utf8) if decision.encoding != Encoding::Utf8 => Some(decision),
        Some(encoding) if encoding != decision.encoding && !decision.is_guessed => Some(decision),
        Some(encoding) => decide(bytes, Some(encoding)),
        None => Some(decision),
    }
}

/// The name that Excel keeps for the only sheet of a page.
fn sheet_name(page: &str) -> String {
    let mut names = page.match_indices("<x:Name>");
    let name = names.next().and_then(|(at, mark)| {
        let rest = &page[at + mark.len()..];
        rest.find('<')
            .map(|end| resolve(&rest[..end]).trim().to_owned())
    });
    match names.next() {
        None => name.unwrap_or_default(),
        Some(_) => String::new(),
    }
}

/// What Excel keeps of whether the only sheet of a page is shown.
fn visibility(page: &str) -> Visibility {
    if page.contains(VERY_HIDDEN) {
        Visibility::VeryHidden
    } else if page.contains(HIDDEN) {
        Visibility::Hidden
    } else {
        Visibility::Visible
    }
}

struct Reader {
    name: String,
    visibility: Visibility,
    /// Tables that are not closed, each inside a cell of the one before, with their names.
    open: Vec<(String, Table)>,
    /// Finished tables with anything in them.
    closed: Vec<ReadTable>,
    /// How many of these there may be.
    room: usize,
    count_before: u32,
    count: u32,
    /// Rows of the page so far.
    rows: u32,
    /// Text outside of tables stands in the next one.
    has_line: bool,
    /// Inside a button or a list to choose from, whose texts take none.
    is_control: bool,
    is_over: bool,
    /// Which of these tags were there, and at last whether a table is not closed.
    seen: [bool; 4],
}

/// Beginning and end of the page, and the end of a row.
const TAGS: [(&str, bool); 3] = [("html", true), ("html", false), ("tr", false)];
/// The page was begun and a table is not closed, though its rows are: most likely the rest is missing.
const ENDS_EARLY: [bool; 4] = [true, false, true, true];

/// Elements whose texts are no lines of the page.
const CONTROLS: [&str; 4] = ["select", "button", "textarea", "title"];
/// Elements that begin no line.
const INLINE: [&str; 10] = [
    "a", "b", "font", "span", "strong", "em", "i", "u", "input", "label",
];

impl Reader {
    /// Reads a page, as far as there is room for its tables.
    fn read(&mut self, page: &str, visit: &mut dyn FnMut(u64)) -> Result<(), Failure> {
        let mut pieces = Pieces::new(page);
        let mut next_visit = BYTES_BETWEEN_VISITS;
        while let Some(piece) = pieces.next_piece() {
            self.take(&piece)?;
            if self.is_over {
                break;
            }
            if pieces.at() >= next_visit {
                next_visit = pieces.at() + BYTES_BETWEEN_VISITS;
                visit(pieces.at() as u64);
            }
        }
        self.seen[TAGS.len()] = !self.open.is_empty();
        while !self.open.is_empty() {
            self.close()?;
        }
        if self.is_over {
            return Err(failure::too_many_tables());
        }
        Ok(())
    }

    fn take(&mut self, piece: &Piece) -> Result<(), Failure> {
        match piece {
            Piece::Start(element) => {
                self.outside(element.name, true);
                self.start(element)
            }
            Piece::End(name) => {
                self.outside(name, false);
                self.end(name)
            }
            Piece::Text(text) => {
                match self.open.last_mut() {
                    Some((_, table)) => {
                        if let Some(cell) = &mut table.cell {
                            cell.add(&resolve(text));
                        }
                    }
                    None => self.has_line |= !self.is_control && !text.trim_ascii().is_empty(),
                }
                Ok(())
            }
        }
    }

    /// An element that begins or ends: outside of tables most end the line.
    fn outside(&mut self, name: &str, begins: bool) {
        let is = |it: &&str| name.eq_ignore_ascii_case(it);
        for (seen, (tag, is_start)) in self.seen.iter_mut().zip(TAGS) {
            *seen |= is_start == begins && is(&tag);
        }
        if !self.open.is_empty() {
            return;
        }
        if CONTROLS.iter().any(is) {
            self.is_control = begins;
        } else if !self.is_control && !INLINE.iter().any(is) {
            let is_row = self.has_line || begins && is(&"br");
            self.rows = self.rows.saturating_add(u32::from(is_row));
            self.has_line = false;
        }
    }

    fn start(&mut self, element: &Element) -> Result<(), Failure> {
        let is_row = element.is("tr");
        if element.is("table") {
            if self.open.len() < DEPTH_MAX {
                self.open_table();
            }
            return Ok(());
        }
        // Rows without a table are a table.
        if self.open.is_empty() && is_row {
            self.open_table();
        }
        let Some((_, table)) = self.open.last_mut() else {
            return Ok(());
        };
        if element.is("col") {
            table.column(element);
            Ok(())
        } else if is_row {
            table.start_row(element)
        } else if element.is("td") || element.is("th") {
            table.start_cell(element)
        } else {
            if let Some(cell) = &mut table.cell {
                cell.breaks(element.name);
            }
            Ok(())
        }
    }

    fn open_table(&mut self) {
        if self.closed.len() >= self.room {
            self.is_over = true;
            return;
        }
        self.count += 1;
        let is_first = self.count == self.count_before + 1;
        let name = if is_first && !self.name.is_empty() {
            self.name.clone()
        } else {
            format!("{TABLE_NAME}{}", self.count)
        };
        let outer = self.open.last();
        let above = outer.map_or(self.rows, |it| it.1.above_inner());
        self.open.push((name, Table::new(self.count, above)));
    }

    fn end(&mut self, name: &str) -> Result<(), Failure> {
        let is = |it: &str| name.eq_ignore_ascii_case(it);
        let Some((_, table)) = self.open.last_mut() else {
            return Ok(());
        };
        if is("td") || is("th") {
            table.end_cell();
        } else if is("tr") {
            table.end_row()?;
        } else if is("table") {
            self.close()?;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Failure> {
        if let Some((name, table)) = self.open.pop() {
            let order = table.order;
            match self.open.last_mut() {
                Some((_, outer)) => outer.end_inner(table.end()),
                None => self.rows = table.end(),
            }
            let sheet = table.finish()?;
            if sheet.filled_rows > 0 {
                self.closed.push(ReadTable {
                    order,
                    name,
                    visibility: self.visibility,
                    sheet,
                });
            }
        }
        Ok(())
    }
}
