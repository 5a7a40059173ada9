//! XML Spreadsheet 2003: what some web systems write, and old Excel under the name of `.xls`.
//!
//! Comments, looks and print settings are passed over; of a look only whether it shows a date is
//! read. A part that ends too early gives the sheets before it, and one sentence.

use std::collections::BTreeMap;

use roster_model::{
    CellKind, Failure, FileTraits, Format, Merged, SHEET_COLUMNS_MAX as COLUMNS_MAX,
    SHEET_ROWS_MAX as ROWS_MAX, Visibility,
};
use roster_package::xml::{Tag, Token, Tokens, Value, XmlError};
use roster_text::{Encoding, decide};

use crate::failure;
use crate::raw::{RawSheet, RawWriter};
use crate::row::Row;
use crate::xlsx::cell::NO_RESULT;
use crate::xlsx::date::push_iso_date;
use crate::xlsx::number::{parse_number, push_number};
use crate::xlsx::styles::{Look, leave_first_day};

/// Merged blocks, and hidden rows and columns by spans, that are kept.
const KEPT_MAX: usize = 1 << 20;
/// Sheets of a workbook.
const SHEETS_MAX: usize = 4096;
/// How often the progress is told.
const ROWS_BETWEEN_VISITS: u32 = 512;

/// Reads all sheets.
pub(super) fn read(
    bytes: &[u8],
    encoding: Option<Encoding>,
    visit: &mut dyn FnMut(u64),
) -> Vec<u8> {
    let mut raw = RawWriter::new(Format::SpreadsheetXml);
    let Some(decision) = decide(bytes, encoding.or_else(|| declared(bytes))) else {
        raw.fail(&failure::junk());
        return raw.finish();
    };
    let text = roster_text::decode(bytes, &decision);
    let mut reader = Reader {
        tokens: Tokens::new(text.as_bytes()),
        looks: BTreeMap::new(),
        is_1904: false,
        raw,
        sheets: 0,
        visit: &mut |done: u64| visit(done.min(bytes.len() as u64)),
        cells: 0,
    };
    let ended = reader.workbook();
    let mut raw = reader.raw;
    raw.traits(&FileTraits {
        date_1904: reader.is_1904,
        ..FileTraits::default()
    });
    match ended {
        Ok(()) => {}
        Err(Stop::Failure(failure)) => raw.fail(&failure),
        Err(Stop::Damaged) => raw.fail(&failure::damaged_package()),
    }
    raw.finish()
}

/// The encoding that the XML declaration names; that of UTF-16 is told by its mark.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(256)];
    let end = memchr::memmem::find(head, b"?>")?;
    let at = memchr::memmem::find(&head[..end], b"encoding=")? + 10;
    let rest = head.get(at..end)?;
    let length = rest.iter().position(|it| matches!(it, b'"' | b'\''))?;
    Encoding::by_name(str::from_utf8(&rest[..length]).ok()?)
}

/// Why reading ended.
enum Stop {
    Failure(Failure),
    Damaged,
}

impl From<XmlError> for Stop {
    fn from(_: XmlError) -> Self {
        Stop::Damaged
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Stop::Failure(failure)
    }
}

struct Reader<'r> {
    tokens: Tokens<&'r [u8]>,
    /// Looks by their names: whether they show a date.
    looks: BTreeMap<String, Look>,
    is_1904: bool,
    raw: RawWriter,
    /// Sheets so far.
    sheets: usize,
    visit: &'r mut dyn FnMut(u64),
    /// Bytes of cells so far, for the progress.
    cells: u64,
}

/// A sheet while it is read.
struct Open {
    sheet: RawSheet,
    row: Row,
    /// Merged blocks so far.
    merged: usize,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u16>,
    /// Columns, rows and cells so far.
    next_column: u32,
    next_row: u32,
    next_position: u32,
    visibility: Visibility,
    is_filtered: bool,
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    position: u32,
    look: Look,
    has_formula: bool,
    kind: Vec<u8>,
    text: String,
}

/// An attribute, with or without a prefix.
fn attribute<'w>(tag: &Tag<'w>, name: &str) -> Option<Value<'w>> {
    tag.prefixed_attribute(name).or_else(|| tag.attribute(name))
}

fn number(tag: &Tag, name: &str) -> Option<u32> {
    attribute(tag, name).and_then(Value::number)
}

fn is_hidden(tag: &Tag) -> bool {
    attribute(tag, "Hidden").is_some_and(Value::is_true)
}

impl Reader<'_> {
    fn workbook(&mut self) -> Result<(), Stop> {
        let mut look = String::new();
        while let Some(token) = self.tokens.next()? {
            let tag = match token {
                Token::Start(tag) => tag,
                Token::End(tag) if tag.local() == b"Workbook" => return Ok(()),
                _ => continue,
            };
            match tag.local() {
                b"Date1904" => self.is_1904 = true,
                b"Style" => {
                    look = attribute(&tag, "ID").map_or_else(String::new, |it| it.text().into());
                }
                b"NumberFormat" => {
                    let code = attribute(&tag, "Format");
                    let shown = code.map_or(Look::Plain, |it| look_of(&it.text()));
                    self.looks.insert(look.clone(), shown);
                }
                b"Worksheet" if !tag.is_closed() => {
                    let name =
                        attribute(&tag, "Name").map_or_else(String::new, |it| it.text().into());
                    if self.sheets >= SHEETS_MAX {
                        return Err(failure::too_many_cells().into());
                    }
                    let (sheet, visibility) = self.worksheet()?;
                    self.raw.sheet(&name, visibility, &sheet);
                    self.sheets += 1;
                }
                _ => {}
            }
        }
        // What was read so far is told, and that it is not all.
        Err(Stop::Damaged)
    }

    fn worksheet(&mut self) -> Result<(RawSheet, Visibility), Stop> {
        let mut open = Open {
            sheet: RawSheet::new(),
            row: Row::default(),
            merged: 0,
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            next_column: 0,
            next_row: 1,
            next_position: 0,
            visibility: Visibility::Visible,
            is_filtered: false,
        };
        let mut cell: Option<Cell> = None;
        let (mut in_data, mut in_visible) = (false, false);
        while let Some(token) = self.tokens.next()? {
            match token {
                Token::Start(tag) => match tag.local() {
                    b"Column" => open.column(&tag),
                    b"Row" => {
                        open.row(&tag)?;
                        if open.row.number.is_multiple_of(ROWS_BETWEEN_VISITS) {
                            (self.visit)(self.cells);
                        }
                    }
                    b"Cell" => {
                        let started = open.cell(&tag, &self.looks);
                        self.cells += tag.raw().len() as u64;
                        cell = started;
                        if tag.is_closed()
                            && let Some(cell) = cell.take_if(|it| it.has_formula)
                        {
                            open.put(&cell, self.is_1904);
                        }
                    }
                    b"Data" => {
                        in_data = !tag.is_closed();
                        if let Some(cell) = &mut cell {
                            let kind = attribute(&tag, "Type").map_or(&b""[..], Value::raw);
                            cell.kind = kind.to_vec();
                        }
                    }
                    b"Comment" | b"PhoneticText" if !tag.is_closed() => {
                        self.tokens.skip_element()?;
                    }
                    b"Visible" => in_visible = !tag.is_closed(),
                    b"AutoFilterColumn" => open.is_filtered = true,
                    _ => {}
                },
                Token::Text(text) => {
                    if let Some(cell) = cell.as_mut().filter(|_| in_data) {
                        text.push_to(&mut cell.text);
                        self.cells += text.raw().len() as u64;
                    } else if in_visible {
                        open.visibility = match text.text().trim() {
                            "SheetHidden" => Visibility::Hidden,
                            "SheetVeryHidden" => Visibility::VeryHidden,
                            _ => open.visibility,
                        };
                    }
                }
                Token::End(tag) => match tag.local() {
                    b"Data" => in_data = false,
                    b"Visible" => in_visible = false,
                    b"Cell" => {
                        if let Some(cell) = cell.take() {
                            open.put(&cell, self.is_1904);
                        }
                    }
                    b"Worksheet" => break,
                    _ => {}
                },
                Token::Other(_) => {}
            }
        }
        open.finish().map_err(Stop::Failure)
    }
}

impl Open {
    fn column(&mut self, tag: &Tag) {
        let first = number(tag, "Index").map_or(self.next_column, |it| it.saturating_sub(1));
        let span = number(tag, "Span").unwrap_or(0);
        self.next_column = first
            .saturating_add(span)
            .saturating_add(1)
            .min(COLUMNS_MAX);
        if is_hidden(tag) && self.hidden_columns.len() < COLUMNS_MAX as usize {
            let range = first.min(COLUMNS_MAX)..self.next_column;
            self.hidden_columns.extend(range.map(|it| it as u16));
        }
    }

    fn row(&mut self, tag: &Tag) -> Result<(), Failure> {
        self.sheet.push(&self.row)?;
        let named = number(tag, "Index").unwrap_or(0).max(self.next_row);
        // The rows of a span, like blank ones, are there without a tag.
        let last = named.saturating_add(number(tag, "Span").unwrap_or(0));
        if last > ROWS_MAX {
            return Err(failure::damaged_package());
        }
        if is_hidden(tag) && self.hidden_rows.len() < KEPT_MAX {
            self.hidden_rows.extend(named..=last);
        }
        self.row.start(named);
        self.next_row = last + 1;
        self.next_position = 0;
        Ok(())
    }

    fn cell(&mut self, tag: &Tag, looks: &BTreeMap<String, Look>) -> Option<Cell> {
        let index = number(tag, "Index").map_or(0, |it| it.saturating_sub(1));
        let position = index.max(self.next_position);
        let across = number(tag, "MergeAcross").unwrap_or(0);
        let down = number(tag, "MergeDown").unwrap_or(0);
        let last = position.saturating_add(across);
        self.next_position = last.saturating_add(1);
        if last >= COLUMNS_MAX {
            return None;
        }
        if (across > 0 || down > 0) && self.merged < KEPT_MAX {
            self.merged += 1;
            self.sheet.merge(Merged {
                first_row: self.row.number,
                last_row: self.row.number.saturating_add(down).min(ROWS_MAX),
                first_position: position as u16,
                last_position: last as u16,
            });
        }
        let look = attribute(tag, "StyleID").and_then(|it| looks.get(&*it.text()).copied());
        let look = look.unwrap_or_default();
        let has_formula = attribute(tag, "Formula").is_some();
        Some(Cell {
            position,
            look: if has_formula { look.of_result() } else { look },
            has_formula,
            ..Cell::default()
        })
    }

    fn put(&mut self, cell: &Cell, is_1904: bool) {
        let mut text = String::new();
        let kind = cell.write(is_1904, &mut text);
        // An empty result has a type; this one was never worked out.
        if cell.has_formula && cell.kind.is_empty() && text.is_empty() {
            text.push_str(NO_RESULT);
        }
        let is_result = cell.has_formula && kind != CellKind::Error;
        let kind = if is_result { CellKind::Formula } else { kind };
        self.row.push(cell.position as u16, &text, kind);
    }

    fn finish(mut self) -> Result<(RawSheet, Visibility), Failure> {
        self.sheet.push(&self.row)?;
        roster_order::sort(&mut self.hidden_columns);
        self.hidden_columns.dedup();
        let is_filtered = self.is_filtered && !self.hidden_rows.is_empty();
        self.sheet
            .hide(&self.hidden_rows, &self.hidden_columns, is_filtered);
        Ok((self.sheet, self.visibility))
    }
}

impl Cell {
    /// Writes the text, and says what it is. A value that is not what it says it is, is text.
    fn write(&self, is_1904: bool, text: &mut String) -> CellKind {
        let raw = self.text.as_bytes();
        let written = match self.kind.as_slice() {
            b"Number" if matches!(self.look, Look::Date | Look::Month) => parse_number(raw)
                .is_some_and(|serial| self.look.push_date(serial, is_1904, text))
                .then_some(CellKind::Date)
                .or_else(|| push_number(raw, text).then_some(CellKind::Number)),
            b"Number" => {
                let is_number = push_number(raw, text);
                self.look.pad(text);
                is_number.then_some(CellKind::Number)
            }
            b"DateTime" if push_iso_date(&self.text, text) => {
                if self.look == Look::Month {
                    leave_first_day(text, 0);
                }
                Some(CellKind::Date)
            }
            b"Boolean" => {
                text.push_str(if self.text.trim() == "1" {
                    "TRUE"
                } else {
                    "FALSE"
                });
                Some(CellKind::Boolean)
            }
            b"Error" => {
                text.push_str(&self.text);
                Some(CellKind::Error)
            }
            _ => None,
        };
        written.unwrap_or_else(|| {
            text.clear();
            text.push_str(&self.text);
            CellKind::Text
        })
    }
}

/// How a number format shows a number: by its name or by its signs.
fn look_of(code: &str) -> Look {
    match code {
        "General Date" | "Long Date" | "Medium Date" | "Short Date" | "Long Time"
        | "Medium Time" | "Short Time" => Look::Date,
        "General" | "General Number" | "Fixed" | "Standard" | "Percent" | "Scientific"
        | "Currency" | "Euro Currency" | "Yes/No" | "True/False" | "On/Off" => Look::Plain,
        code => Look::of(code),
    }
}
