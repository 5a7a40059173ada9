//! New workbooks, row by row, the same bytes for the same rows.
//!
//! Cells are text and stay text when somebody edits them. A mark has a colour, a style of letters
//! and, if the caller gives one, a note, so that it can be told on a black and white print.

use std::fmt;

use roster_model::Level;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatBorder, Note, Url, Workbook as Book,
    Worksheet, XlsxError,
};

use super::looks_like_formula;
use super::names::free_name;

/// Rows of the longest sheet.
const ROWS_MAX: u32 = 1_048_576;
/// Columns of the widest sheet.
const COLUMNS_MAX: usize = 16_384;
/// Longest text of a cell, in UTF-16 units.
const UNITS_MAX: usize = 32_767;
/// Longest note that is still read by somebody.
const NOTE_UNITS_MAX: usize = 1000;
/// A spreadsheet program refuses a sheet with more links.
const LINKS_MAX: u32 = 65_000;

/// A whole workbook in memory; for many rows, `WorkbookWriter` takes them one by one.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// At least one.
    pub sheets: Vec<WorkbookSheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub struct WorkbookSheet {
    /// Wanted name; see `sheet_names` for what becomes of it.
    pub name: String,
    /// Rows at the top that stay in sight, and are repeated when the sheet continues on another.
    pub freeze_rows: u32,
    /// Widths in characters, from the first column on.
    pub columns_width: Vec<f64>,
    /// The rows.
    pub rows: Vec<Vec<WorkbookCell>>,
    /// Whether the last of the rows that stay in sight gets filter buttons.
    pub autofilter: bool,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkbookCell {
    /// The text; nothing is written where it is empty and there is no mark.
    pub text: String,
    /// Colours the cell.
    pub mark: Option<Level>,
    /// Shown beside the cell when somebody points at it.
    pub note: Option<String>,
    /// A cell of this workbook, made with `link_to`.
    pub link: Option<String>,
    /// Whether it belongs to the header.
    pub header: bool,
}

impl WorkbookCell {
    /// A cell with nothing but text.
    pub fn text(text: impl Into<String>) -> Self {
        WorkbookCell {
            text: text.into(),
            ..WorkbookCell::default()
        }
    }

    /// A cell of the header.
    pub fn header(text: impl Into<String>) -> Self {
        WorkbookCell {
            text: text.into(),
            header: true,
            ..WorkbookCell::default()
        }
    }
}

/// A workbook could not be written.
#[derive(Debug)]
pub struct WriteError(XlsxError);

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the workbook could not be written: {}", self.0)
    }
}

impl std::error::Error for WriteError {}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        WriteError(error)
    }
}

/// Writes a workbook that is in memory.
pub fn write_workbook(workbook: &Workbook) -> Result<Vec<u8>, WriteError> {
    let mut writer = WorkbookWriter::new()?;
    for sheet in &workbook.sheets {
        writer.start_sheet(
            &sheet.name,
            sheet.freeze_rows,
            &sheet.columns_width,
            sheet.autofilter,
        )?;
        for row in &sheet.rows {
            writer.write_row(row)?;
        }
    }
    writer.finish()
}

/// Writes a workbook row by row.
pub struct WorkbookWriter {
    book: Book,
    formats: Vec<Format>,
    names: Vec<String>,
    sheet: Open,
    rows_max: u32,
}

/// The sheet that is being written.
#[derive(Default)]
struct Open {
    name: String,
    freeze_rows: u32,
    widths: Vec<f64>,
    autofilter: bool,
    top_rows: Vec<Vec<WorkbookCell>>,
    rows: u32,
    columns: u16,
    links: u32,
}

impl WorkbookWriter {
    /// A workbook without author and with a fixed date, so that its bytes tell nothing else.
    pub fn new() -> Result<Self, WriteError> {
        let mut book = Book::new();
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        Ok(WorkbookWriter {
            book,
            formats: (0..STYLES).map(format).collect(),
            names: Vec::new(),
            sheet: Open::default(),
            rows_max: ROWS_MAX,
        })
    }

    /// Begins a sheet and ends the one before. Gives the name it really has.
    pub fn start_sheet(
        &mut self,
        name: &str,
        freeze_rows: u32,
        columns_width: &[f64],
        autofilter: bool,
    ) -> Result<String, WriteError> {
        self.end_sheet()?;
        self.sheet = Open {
            name: name.to_owned(),
            freeze_rows,
            widths: columns_width.to_vec(),
            autofilter,
            ..Open::default()
        };
        self.add_sheet()
    }

    /// The next row of the sheet, and of a further sheet where this one is full.
    pub fn write_row(&mut self, row: &[WorkbookCell]) -> Result<(), WriteError> {
        if self.names.is_empty() {
            self.add_sheet()?;
        }
        if self.sheet.rows >= self.rows_max {
            self.end_sheet()?;
            self.add_sheet()?;
            for top in std::mem::take(&mut self.sheet.top_rows) {
                self.put_row(&top)?;
            }
        }
        self.put_row(row)
    }

    /// The bytes of the workbook.
    pub fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        if self.names.is_empty() {
            self.add_sheet()?;
        }
        self.end_sheet()?;
        Ok(self.book.save_to_buffer()?)
    }

    fn add_sheet(&mut self) -> Result<String, WriteError> {
        let name = free_name(&self.sheet.name, &self.names);
        (self.sheet.rows, self.sheet.columns, self.sheet.links) = (0, 0, 0);
        let sheet = self.book.add_worksheet();
        sheet.set_name(&name)?;
        sheet.set_freeze_panes(self.sheet.freeze_rows.min(ROWS_MAX - 1), 0)?;
        for (column, width) in self.sheet.widths.iter().take(COLUMNS_MAX).enumerate() {
            sheet.set_column_width(column as u16, width.clamp(1.0, 255.0))?;
        }
        self.names.push(name.clone());
        Ok(name)
    }

    fn end_sheet(&mut self) -> Result<(), WriteError> {
        let open = &self.sheet;
        if self.names.is_empty() || !open.autofilter || open.columns == 0 {
            return Ok(());
        }
        let first = open.freeze_rows.saturating_sub(1);
        let last = open.rows.saturating_sub(1).max(first);
        let index = self.names.len() - 1;
        let sheet = self.book.worksheet_from_index(index)?;
        sheet.autofilter(first, 0, last, open.columns - 1)?;
        Ok(())
    }

    fn put_row(&mut self, row: &[WorkbookCell]) -> Result<(), WriteError> {
        let open = &mut self.sheet;
        if open.rows < open.freeze_rows && (open.top_rows.len() as u32) < open.freeze_rows {
            open.top_rows.push(row.to_vec());
        }
        let sheet = self.book.worksheet_from_index(self.names.len() - 1)?;
        for (column, cell) in row.iter().take(COLUMNS_MAX).enumerate() {
            let is_link = cell.link.is_some() && open.links < LINKS_MAX;
            open.links += u32::from(is_link);
            let format = &self.formats[style(cell)];
            put_cell(sheet, (open.rows, column as u16), cell, format, is_link)?;
        }
        open.columns = open.columns.max(row.len().min(COLUMNS_MAX) as u16);
        open.rows += 1;
        Ok(())
    }
}

fn put_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &WorkbookCell,
    format: &Format,
    is_link: bool,
) -> Result<(), WriteError> {
    let text = cut(&cell.text, UNITS_MAX);
    match &cell.link {
        Some(link) if is_link && !text.is_empty() => {
            let url = Url::new(format!("internal:{link}")).set_text(text);
            sheet.write_url_with_format(row, column, url, format)?;
        }
        _ if !text.is_empty() => {
            sheet.write_string_with_format(row, column, text, format)?;
        }
        _ if cell.mark.is_some() => {
            sheet.write_blank(row, column, format)?;
        }
        _ => {}
    }
    if let Some(note) = &cell.note {
        let note = Note::new(cut(note, NOTE_UNITS_MAX)).add_author_prefix(false);
        sheet.insert_note(row, column, &note)?;
    }
    Ok(())
}

/// Text that is too long for a cell ends in an ellipsis.
fn cut(text: &str, units_max: usize) -> String {
    if text.len() <= units_max || text.encode_utf16().count() <= units_max {
        return text.to_owned();
    }
    let mut units = 1;
    let fits = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= units_max
    });
    fits.chain(['…']).collect()
}

/// Number of styles: four marks, each for header or not, formula-like or not, link or not.
const STYLES: usize = 4 * 8;

fn style(cell: &WorkbookCell) -> usize {
    let mark = match cell.mark {
        None => 0,
        Some(Level::Error) => 1,
        Some(Level::Warning) => 2,
        Some(Level::Info) => 3,
    };
    mark * 8
        + usize::from(cell.header) * 4
        + usize::from(looks_like_formula(&cell.text)) * 2
        + usize::from(cell.link.is_some())
}

fn format(style: usize) -> Format {
    let mut format = Format::new().set_num_format("@");
    if style & 4 != 0 {
        let grey = Color::RGB(0x00E7_E6E6);
        format = format.set_bold().set_background_color(grey);
        format = format.set_border_bottom(FormatBorder::Thin).set_text_wrap();
    }
    if style & 2 != 0 {
        format = format.set_quote_prefix();
    }
    if style & 1 != 0 {
        format = format.set_font_color(Color::RGB(0x0005_63C1));
        format = format.set_underline(rust_xlsxwriter::FormatUnderline::Single);
    }
    match style / 8 {
        1 => format
            .set_background_color(Color::RGB(0x00F8_CBCB))
            .set_bold(),
        2 => format
            .set_background_color(Color::RGB(0x00FF_E699))
            .set_italic(),
        3 => format.set_background_color(Color::RGB(0x00DD_EBF7)),
        _ => format,
    }
}

#[cfg(test)]
mod tests {
    use calamine::{Reader, Xlsx};

    use super::*;

    #[test]
    fn a_full_sheet_continues_on_another_with_its_top_rows() {
        let mut writer = WorkbookWriter::new().unwrap();
        writer.rows_max = 4;
        writer.start_sheet("名单", 1, &[10.0], true).unwrap();
        writer.write_row(&[WorkbookCell::header("姓名")]).unwrap();
        for number in 0..7 {
            writer
                .write_row(&[WorkbookCell::text(format!("学生{number}"))])
                .unwrap();
        }
        let bytes = writer.finish().unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["名单", "名单 (2)", "名单 (3)"]);
        let rows: Vec<usize> = book
            .worksheets()
            .iter()
            .map(|(_, range)| range.height())
            .collect();
        assert_eq!(rows, [4, 4, 2]);
        for (_, range) in book.worksheets() {
            assert_eq!(range.get((0, 0)).unwrap().to_string(), "姓名");
        }
    }
}
