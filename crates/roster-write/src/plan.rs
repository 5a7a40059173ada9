//! A fresh workbook, described row by row as a compact stream of bytes.
//!
//! The library that writes workbooks is large and lives apart (`roster-office`); the core only says
//! what shall stand in one. `PlanWriter` decides everything that can be decided without the library:
//! names of sheets, where a full sheet continues, how long a text may be, which lists of choices
//! fit into a cell's rule. `PlanReader` gives the steps to the code that carries them out.
//!
//! The stream is `MARK`, then steps: one byte each, then numbers (LEB128) and texts (length in
//! bytes, then UTF-8) in the order in which `PlanStep` names them.

mod lists;
mod read;

use roster_model::{Level, Visibility};
use roster_package::bytes::{push_number, push_text};

use crate::{
    COLUMNS_MAX, LINKS_MAX, NOTE_UNITS_MAX, Paper, ROWS_MAX, TEXT_UNITS_MAX, WorkbookCell,
    cut_text, free_name,
};
pub use lists::{Choice, PlanRange, Strictness};
pub use read::{PlanCell, PlanError, PlanReader, PlanStep};

/// The first bytes of a plan; the last of them is its version.
const MARK: &[u8; 4] = b"RCP1";

const END: u8 = 0;
const SHEET: u8 = 1;
const WIDTH: u8 = 2;
const TEXT_COLUMN: u8 = 3;
const ROW: u8 = 4;
const CELL: u8 = 5;
const FILTER: u8 = 6;
const CHOICE: u8 = 7;
const NAME: u8 = 8;
const PRINT: u8 = 9;
const BREAK: u8 = 10;

/// What a mark is written as: its place here.
pub(crate) const MARKS: [Option<Level>; 4] = [
    None,
    Some(Level::Error),
    Some(Level::Warning),
    Some(Level::Info),
];
/// Bits of a cell's byte above its mark.
const HEADER: u8 = 4;
const REQUIRED: u8 = 8;
const NOTE: u8 = 16;
const LINK: u8 = 32;
const WRAPPED: u8 = 64;
const TITLE: u8 = 128;

/// How a sheet is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// A table: landscape, all columns on one page, with lines, the first rows again on every page.
    List {
        /// How many rows are repeated; at least one.
        repeat_rows: u32,
    },
    /// Texts: portrait, as wide as they are, broken where the plan says.
    Letters,
}

/// Widths and heights are kept in this part of a character or a point.
pub(crate) const SIZE_PARTS: f64 = 64.0;

/// Describes a workbook row by row.
#[derive(Clone, Debug)]
pub struct PlanWriter {
    bytes: Vec<u8>,
    names: Vec<String>,
    sheet: Open,
    lists: lists::Lists,
    height: Option<f64>,
    visibility: Visibility,
    rows_max: u32,
}

/// The sheet that is being described.
#[derive(Clone, Debug, Default)]
struct Open {
    name: String,
    freeze_rows: u32,
    widths: Vec<f64>,
    autofilter: bool,
    print: Option<Print>,
    top_rows: Vec<Vec<WorkbookCell>>,
    rows: u32,
    columns: u32,
    links: u32,
}

impl Default for PlanWriter {
    fn default() -> Self {
        PlanWriter::new()
    }
}

impl PlanWriter {
    /// A workbook without sheets.
    pub fn new() -> Self {
        PlanWriter {
            bytes: MARK.to_vec(),
            names: Vec::new(),
            sheet: Open::default(),
            lists: lists::Lists::default(),
            height: None,
            visibility: Visibility::Visible,
            rows_max: ROWS_MAX,
        }
    }

    /// Begins a sheet and ends the one before. Gives the name it really has.
    ///
    /// The first `freeze_rows` rows stay in sight, and are repeated where the sheet continues on
    /// another; `columns_width` is in characters, from the first column on; with `autofilter` the
    /// last of the rows that stay in sight gets filter buttons.
    pub fn start_sheet(
        &mut self,
        name: &str,
        freeze_rows: u32,
        columns_width: &[f64],
        autofilter: bool,
    ) -> String {
        self.end_sheet();
        self.sheet = Open {
            name: name.to_owned(),
            freeze_rows,
            widths: columns_width.to_vec(),
            autofilter,
            ..Open::default()
        };
        let visibility = std::mem::take(&mut self.visibility);
        self.add_sheet(visibility)
    }

    /// Whether the next sheet that is begun is shown. Some sheet of a workbook has to be.
    pub fn set_visibility(&mut self, visibility: Visibility) {
        self.visibility = visibility;
    }

    /// Text format for whole columns of the sheet, from one position, from 0, to another: what is
    /// typed there stays as it was typed.
    pub fn text_columns(&mut self, first: u16, last: u16) {
        self.need_sheet();
        for position in first..=last.min(COLUMNS_MAX as u16 - 1) {
            self.step(TEXT_COLUMN, &[u32::from(position)]);
        }
    }

    /// How the sheet is printed on A4.
    pub fn print(&mut self, print: Print) {
        self.need_sheet();
        self.sheet.print = Some(print);
        self.put_print();
    }

    /// The next row begins a new page of what is printed.
    pub fn break_page(&mut self) {
        self.need_sheet();
        if self.sheet.rows > 0 {
            self.step(BREAK, &[self.sheet.rows]);
        }
    }

    /// What may be typed into cells of the sheet, and the note for the person who types.
    pub fn add_choice(&mut self, choice: &Choice<'_>) {
        self.need_sheet();
        let source = self.lists.source(choice.list);
        let range = choice.range;
        self.step(CHOICE, &[range.first_row, range.last_row]);
        self.number(u32::from(range.first_position));
        self.number(u32::from(range.last_position));
        self.number(u32::from(choice.strictness == Strictness::Refuse));
        // What a spreadsheet program takes: 32 and 255 units.
        self.text(&cut_text(choice.title, 32));
        self.text(&cut_text(choice.prompt, 255));
        self.text(&source);
    }

    /// Height of the next row in points.
    pub fn set_height(&mut self, points: f64) {
        self.height = Some(points);
    }

    /// The next row of the sheet, and of a further sheet where this one is full.
    pub fn write_row(&mut self, row: &[WorkbookCell]) {
        self.need_sheet();
        if self.sheet.rows >= self.rows_max {
            self.end_sheet();
            self.add_sheet(Visibility::Visible);
            for top in std::mem::take(&mut self.sheet.top_rows) {
                self.put_row(&top);
            }
        }
        self.put_row(row);
    }

    /// The plan.
    pub fn finish(mut self) -> Vec<u8> {
        self.need_sheet();
        self.end_sheet();
        self.put_lists();
        self.bytes.push(END);
        self.bytes
    }

    fn need_sheet(&mut self) {
        if self.names.is_empty() {
            self.add_sheet(Visibility::Visible);
        }
    }

    fn add_sheet(&mut self, visibility: Visibility) -> String {
        let name = free_name(&self.sheet.name, &self.names);
        (self.sheet.rows, self.sheet.columns, self.sheet.links) = (0, 0, 0);
        self.bytes.push(SHEET);
        self.text(&name);
        self.number(visibility as u32);
        self.number(self.sheet.freeze_rows.min(ROWS_MAX - 1));
        for position in 0..self.sheet.widths.len().min(COLUMNS_MAX) {
            let width = size(self.sheet.widths[position].clamp(1.0, 255.0));
            self.step(WIDTH, &[position as u32, width]);
        }
        self.names.push(name.clone());
        self.put_print();
        name
    }

    fn put_print(&mut self) {
        match self.sheet.print {
            None => {}
            Some(Print::Letters) => self.step(PRINT, &[0]),
            Some(Print::List { repeat_rows }) => self.step(PRINT, &[repeat_rows.max(1)]),
        }
    }

    fn end_sheet(&mut self) {
        let open = &self.sheet;
        if self.names.is_empty() || !open.autofilter || open.columns == 0 {
            return;
        }
        let first = open.freeze_rows.max(1);
        let filter = [first, open.rows.max(first), open.columns - 1];
        self.step(FILTER, &filter);
    }

    /// The lists of choices that fit into no rule, on a sheet that is not shown.
    fn put_lists(&mut self) {
        let lists = std::mem::take(&mut self.lists).into_long();
        if lists.is_empty() {
            return;
        }
        self.sheet = Open {
            name: "选项".to_owned(),
            ..Open::default()
        };
        let sheet = self.add_sheet(Visibility::Hidden);
        for row in 0..lists.iter().map(|it| it.items.len()).max().unwrap_or(0) {
            let item = |list: &lists::Long| list.items.get(row).cloned().unwrap_or_default();
            let cells: Vec<_> = lists
                .iter()
                .map(|it| WorkbookCell::text(item(it)))
                .collect();
            self.put_row(&cells);
        }
        for (position, list) in lists.iter().enumerate() {
            self.bytes.push(NAME);
            self.text(&list.name);
            self.text(&list.range(&sheet, position as u16));
        }
    }

    fn put_row(&mut self, row: &[WorkbookCell]) {
        let open = &mut self.sheet;
        if open.rows < open.freeze_rows && (open.top_rows.len() as u32) < open.freeze_rows {
            open.top_rows.push(row.to_vec());
        }
        open.rows += 1;
        open.columns = open.columns.max(row.len().min(COLUMNS_MAX) as u32);
        let height = self
            .height
            .take()
            .map_or(0, |it| size(it.clamp(1.0, 409.0)));
        let number = self.sheet.rows;
        self.step(ROW, &[number, height]);
        for (position, cell) in row.iter().take(COLUMNS_MAX).enumerate() {
            self.put_cell(position as u32, cell);
        }
    }

    fn put_cell(&mut self, position: u32, cell: &WorkbookCell) {
        let is_seen = !cell.text.is_empty() || cell.mark.is_some() || cell.note.is_some();
        if !is_seen && !cell.required {
            return;
        }
        let link = cell.link.as_deref();
        let link = link.filter(|_| !cell.text.is_empty() && self.sheet.links < LINKS_MAX);
        self.sheet.links += u32::from(link.is_some());
        self.step(CELL, &[position]);
        let bit = |is_set: bool, bit: u8| if is_set { bit } else { 0 };
        let look = bit(cell.header, HEADER) | bit(cell.required, REQUIRED);
        let more = bit(cell.note.is_some(), NOTE) | bit(link.is_some(), LINK);
        let paper = match cell.paper {
            Paper::Plain => 0,
            Paper::Wrapped => WRAPPED,
            Paper::Title => TITLE,
        };
        self.bytes
            .push(mark_number(cell.mark) as u8 | look | more | paper);
        self.text_cut(&cell.text, TEXT_UNITS_MAX);
        if let Some(note) = &cell.note {
            self.text_cut(note, NOTE_UNITS_MAX);
        }
        if let Some(link) = link {
            self.text(link);
        }
    }

    fn step(&mut self, step: u8, numbers: &[u32]) {
        self.bytes.push(step);
        for &number in numbers {
            self.number(number);
        }
    }

    fn number(&mut self, number: u32) {
        push_number(number, &mut self.bytes);
    }

    fn text_cut(&mut self, text: &str, units_max: usize) {
        // Nearly every text is short enough by its bytes already.
        if text.len() <= units_max {
            self.text(text);
        } else {
            self.text(&cut_text(text, units_max));
        }
    }

    fn text(&mut self, text: &str) {
        push_text(text, &mut self.bytes);
    }
}

/// The place of a mark in `MARKS`.
pub(crate) fn mark_number(mark: Option<Level>) -> u32 {
    mark.map_or(0, |it| it as u32 + 1)
}

/// Widths and heights are not negative and at most 409.
#[expect(clippy::cast_sign_loss, reason = "it is clamped by every caller")]
pub(crate) fn size(it: f64) -> u32 {
    (it * SIZE_PARTS).round() as u32
}

#[cfg(test)]
mod tests;
