//! The rows of a fresh workbook, put into the frame that the library made of everything else.
//!
//! The library keeps every cell until it saves: a gigabyte for 100,000 rows of a roster. Here a row is
//! written, packed and forgotten; only the texts that differ are kept, and where they stand in the plan.

use memchr::memmem;
use roster_model::column_letters;
use roster_package::{Archive, ArchiveWriter, Entry};
use roster_write::{PlanCell, PlanReader, PlanStep};

use super::WriteError;
use super::texts::{STRINGS, Texts};
use super::threads::{Parts, packed};

/// Where written bytes wait for each other.
pub(super) const WAITING_BYTES: usize = 64 << 10;
/// The largest sheet of a frame; its links are what is long.
const PART_BYTES_MAX: u64 = 256 << 20;
/// What an archive without extensions can hold of one part.
const WRITTEN_BYTES_MAX: u64 = 4_294_967_295;
/// What the names of the parts of sheets begin with.
const SHEETS: &str = "xl/worksheets/sheet";

/// The workbook of a plan: `frame` with its rows and their texts; `style` is the number that a cell's look
/// has there.
pub(super) fn fill(
    frame: &[u8],
    plan: &[u8],
    texts: &Texts,
    style: impl Fn(&PlanCell<'_>) -> u32,
) -> Result<Vec<u8>, WriteError> {
    let archive = Archive::open(frame).map_err(in_frame)?;
    let mut out = ArchiveWriter::new();
    let is_filled = |it: &Entry| it.name() == STRINGS || it.name().starts_with(SHEETS);
    copy(&archive, |it| !is_filled(it), &mut out)?;
    copy(
        &Archive::open(&texts.archive).map_err(in_frame)?,
        |_| true,
        &mut out,
    )?;
    packed(&mut out, |parts| {
        write_sheets(&archive, plan, &texts.numbers, style, parts)
    })?;
    if out.len() as u64 > WRITTEN_BYTES_MAX {
        return Err(WriteError::TooLarge);
    }
    Ok(out.finish())
}

/// Copies the parts that are wanted.
fn copy(
    archive: &Archive<'_>,
    is_wanted: impl Fn(&Entry) -> bool,
    out: &mut ArchiveWriter,
) -> Result<(), WriteError> {
    for entry in archive.entries().iter().filter(|it| is_wanted(it)) {
        out.copy(entry, archive.raw(entry).map_err(in_frame)?);
    }
    Ok(())
}

/// Writes the sheets of a plan. `texts` are the numbers of the texts of its cells.
fn write_sheets(
    frame: &Archive<'_>,
    plan: &[u8],
    texts: &[u32],
    style: impl Fn(&PlanCell<'_>) -> u32,
    parts: &mut Parts<'_>,
) -> Result<(), WriteError> {
    let mut steps = PlanReader::new(plan)?;
    let mut texts = texts.iter().copied();
    let mut sheets = 0;
    let mut open: Option<Sheet> = None;
    while let Some(step) = steps.next_step()? {
        match (step, &mut open) {
            (PlanStep::Sheet { .. }, _) => {
                if let Some(sheet) = open.take() {
                    sheet.end(parts)?;
                }
                sheets += 1;
                let name = sheet_part(sheets);
                open = Some(Sheet::begin(&name, &read(frame, &name)?, parts)?);
            }
            (PlanStep::Row { number, height }, Some(sheet)) => sheet.row(number, height, parts),
            (PlanStep::Cell(cell), Some(sheet)) => {
                let text = if cell.text.is_empty() {
                    None
                } else {
                    texts.next()
                };
                sheet.cell(cell.position, style(&cell), text);
            }
            _ => {}
        }
    }
    if let Some(sheet) = open {
        sheet.end(parts)?;
    }
    Ok(())
}

/// The numbers of the styles of all cells of the first sheet of a frame, in order.
pub(super) fn styles(frame: &[u8]) -> Result<Vec<u32>, WriteError> {
    let archive = Archive::open(frame).map_err(in_frame)?;
    let sheet = read(&archive, &sheet_part(1))?;
    let numbers = memmem::find_iter(&sheet, b" s=\"").map(|at| {
        let digits = sheet[at + 4..].iter().take_while(|it| it.is_ascii_digit());
        digits.fold(0, |sum, it| sum * 10 + u32::from(it - b'0'))
    });
    Ok(numbers.collect())
}

/// Name of the part of a sheet, counted from 1.
fn sheet_part(number: usize) -> String {
    format!("{SHEETS}{number}.xml")
}

/// A part of the frame.
fn read(archive: &Archive<'_>, name: &str) -> Result<Vec<u8>, WriteError> {
    let entry = archive.find(name).ok_or_else(|| missing(name))?;
    archive.read(entry, PART_BYTES_MAX).map_err(in_frame)
}

/// The sheet that is being written.
struct Sheet {
    waiting: Vec<u8>,
    /// What follows the rows.
    after: Vec<u8>,
    /// Number of the row that is open; empty for none.
    row: String,
    /// Letters of the columns.
    letters: Vec<String>,
    written: u64,
}

impl Sheet {
    /// Writes what stands before the rows. The library knows nothing of them, so it cannot say how far
    /// they reach.
    fn begin(name: &str, frame: &[u8], parts: &mut Parts<'_>) -> Result<Self, WriteError> {
        let (before, after) = around_rows(frame).ok_or_else(|| missing("sheetData"))?;
        parts.start(name);
        let mut waiting = match around(before, b"<dimension", b"/>") {
            Some((before, after)) => [before, after].concat(),
            None => before.to_vec(),
        };
        waiting.extend(b"<sheetData>");
        Ok(Sheet {
            waiting,
            after: after.to_vec(),
            row: String::new(),
            letters: Vec::new(),
            written: 0,
        })
    }

    fn row(&mut self, number: u32, height: Option<f64>, parts: &mut Parts<'_>) {
        self.end_row();
        if self.waiting.len() > WAITING_BYTES {
            self.hand_over(parts);
        }
        self.row = number.to_string();
        self.put("<row r=\"");
        self.waiting.extend(self.row.as_bytes());
        if let Some(height) = height {
            self.put(&format!("\" ht=\"{height}\" customHeight=\"1"));
        }
        self.put("\">");
    }

    fn cell(&mut self, position: u16, style: u32, text: Option<u32>) {
        let position = usize::from(position);
        while self.letters.len() <= position {
            self.letters.push(column_letters(self.letters.len() as u16));
        }
        self.waiting.extend(b"<c r=\"");
        self.waiting.extend(self.letters[position].as_bytes());
        self.waiting.extend(self.row.as_bytes());
        self.put("\" s=\"");
        self.put_number(style);
        match text {
            None => self.put("\"/>"),
            Some(text) => {
                self.put("\" t=\"s\"><v>");
                self.put_number(text);
                self.put("</v></c>");
            }
        }
    }

    fn end(mut self, parts: &mut Parts<'_>) -> Result<(), WriteError> {
        self.end_row();
        self.put("</sheetData>");
        let after = std::mem::take(&mut self.after);
        self.waiting.extend(after);
        self.hand_over(parts);
        if self.written > WRITTEN_BYTES_MAX {
            return Err(WriteError::TooLarge);
        }
        Ok(())
    }

    fn end_row(&mut self) {
        if !self.row.is_empty() {
            self.put("</row>");
        }
    }

    fn hand_over(&mut self, parts: &mut Parts<'_>) {
        self.written += self.waiting.len() as u64;
        parts.write(&mut self.waiting);
    }

    fn put(&mut self, text: &str) {
        self.waiting.extend(text.as_bytes());
    }

    fn put_number(&mut self, number: u32) {
        let mut digits = [0; 10];
        let mut first = digits.len();
        let mut rest = number;
        loop {
            first -= 1;
            digits[first] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.waiting.extend(&digits[first..]);
    }
}

/// What stands before and after the rows of a sheet.
fn around_rows(sheet: &[u8]) -> Option<(&[u8], &[u8])> {
    around(sheet, b"<sheetData>", b"</sheetData>").or_else(|| around(sheet, b"<sheetData", b"/>"))
}

/// What stands before a beginning, and after the next end.
fn around<'b>(bytes: &'b [u8], beginning: &[u8], end: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let first = memmem::find(bytes, beginning)?;
    let last = first + memmem::find(&bytes[first..], end)? + end.len();
    Some((&bytes[..first], &bytes[last..]))
}

fn in_frame(error: impl std::fmt::Display) -> WriteError {
    WriteError::Library(error.to_string())
}

fn missing(what: &str) -> WriteError {
    WriteError::Library(format!("{what} is missing"))
}
