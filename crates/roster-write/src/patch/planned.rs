//! Changes of a workbook as a compact stream of bytes: the core says what shall change, and the caller that has
//! the workbook and the library (`roster-office`) carries it out.
//!
//! The stream is `MARK`, then numbers (LEB128) and texts (length in bytes, then UTF-8) in the order of
//! the fields of `Patch`. The rows of an added sheet stand in a block of their own.

use roster_model::Merged;
use roster_package::bytes::{ByteReader, push_number, push_text};

use super::{AppendedSheet, CellPatch, Patch, RowSource, SheetPatch};
use crate::plan::{MARKS, SIZE_PARTS, mark_number, size};
use crate::{PlanError, WorkbookCell};

/// The first bytes; the last of them is its version.
const MARK: &[u8; 4] = b"RCD2";
/// Bits of a cell above its mark.
const TEXT: u32 = 4;
const NOTE: u32 = 8;
const LINK: u32 = 16;
const HEADER: u32 = 32;
const REQUIRED: u32 = 64;

/// Describes changes, to be carried out by `read_patch` and `patch`.
pub fn plan_patch(patch: Patch<'_>) -> Vec<u8> {
    let mut bytes = MARK.to_vec();
    push_number(u32::from(patch.for_macros), &mut bytes);
    push_number(patch.sheets.len() as u32, &mut bytes);
    for sheet in &patch.sheets {
        push_sheet(sheet, &mut bytes);
    }
    push_number(patch.appended.len() as u32, &mut bytes);
    for sheet in patch.appended {
        push_appended(sheet, &mut bytes);
    }
    bytes
}

/// The changes that a plan describes.
pub fn read_patch(plan: &[u8]) -> Result<Patch<'_>, PlanError> {
    let rest = plan.strip_prefix(MARK).ok_or(PlanError)?;
    let mut reader = Reader(ByteReader::new(rest));
    Ok(Patch {
        for_macros: reader.number()? == 1,
        sheets: reader.list(Reader::sheet)?,
        appended: reader.list(Reader::appended)?,
    })
}

fn push_sheet(sheet: &SheetPatch, bytes: &mut Vec<u8>) {
    push_text(&sheet.name, bytes);
    push_number(u32::from(sheet.forget_marks), bytes);
    push_number(sheet.merged.len() as u32, bytes);
    for it in &sheet.merged {
        let positions = [it.first_position, it.last_position].map(u32::from);
        for number in [it.first_row, it.last_row].into_iter().chain(positions) {
            push_number(number, bytes);
        }
    }
    push_number(sheet.cells.len() as u32, bytes);
    for it in &sheet.cells {
        push_number(it.row_number, bytes);
        push_number(u32::from(it.position), bytes);
        let bit = |is_there, bit| if is_there { bit } else { 0 };
        let text = bit(it.text.is_some(), TEXT);
        let note = bit(it.note.is_some(), NOTE);
        push_number(mark_number(it.mark) | text | note, bytes);
        for text in it.text.iter().chain(&it.note) {
            push_text(text, bytes);
        }
    }
}

fn push_appended(sheet: AppendedSheet<'_>, bytes: &mut Vec<u8>) {
    push_text(&sheet.name, bytes);
    push_number(sheet.replaces.len() as u32, bytes);
    for name in &sheet.replaces {
        push_text(name, bytes);
    }
    push_number(sheet.freeze_rows, bytes);
    push_number(sheet.columns_width.len() as u32, bytes);
    for width in &sheet.columns_width {
        push_number(size(width.clamp(0.0, 409.0)), bytes);
    }
    push_number(u32::from(sheet.autofilter), bytes);
    let mut source = sheet.rows;
    let mut rows = Vec::new();
    let mut row = Vec::new();
    while source(&mut row) {
        push_number(row.len() as u32, &mut rows);
        for cell in row.drain(..) {
            push_cell(&cell, &mut rows);
        }
    }
    push_number(rows.len() as u32, bytes);
    bytes.append(&mut rows);
}

fn push_cell(cell: &WorkbookCell, bytes: &mut Vec<u8>) {
    let bit = |is_there, bit| if is_there { bit } else { 0 };
    let look = bit(cell.header, HEADER) | bit(cell.required, REQUIRED);
    let link = bit(cell.link.is_some(), LINK);
    push_number(mark_number(cell.mark) | look | link, bytes);
    push_text(&cell.text, bytes);
    if let Some(link) = &cell.link {
        push_text(link, bytes);
    }
}

#[derive(Clone)]
struct Reader<'p>(ByteReader<'p>);

impl<'p> Reader<'p> {
    fn sheet(&mut self) -> Result<SheetPatch, PlanError> {
        Ok(SheetPatch {
            name: self.text()?.to_owned(),
            forget_marks: self.number()? == 1,
            merged: self.list(Self::merged)?,
            cells: self.list(Self::cell)?,
        })
    }

    fn merged(&mut self) -> Result<Merged, PlanError> {
        Ok(Merged {
            first_row: self.number()?,
            last_row: self.number()?,
            first_position: self.position()?,
            last_position: self.position()?,
        })
    }

    fn cell(&mut self) -> Result<CellPatch, PlanError> {
        let (row_number, position) = (self.number()?, self.position()?);
        let bits = self.number()?;
        let mut text = |bit: u32| match bits & bit {
            0 => Ok(None),
            _ => self.text().map(|it| Some(it.to_owned())),
        };
        Ok(CellPatch {
            row_number,
            position,
            mark: MARKS[(bits & 3) as usize],
            text: text(TEXT)?,
            note: text(NOTE)?,
        })
    }

    fn appended(&mut self) -> Result<AppendedSheet<'p>, PlanError> {
        Ok(AppendedSheet {
            name: self.text()?.to_owned(),
            replaces: self.list(|it| it.text().map(str::to_owned))?,
            freeze_rows: self.number()?,
            columns_width: self.list(|it| Ok(f64::from(it.number()?) / SIZE_PARTS))?,
            autofilter: self.number()? == 1,
            rows: self.rows()?,
        })
    }

    fn rows(&mut self) -> Result<RowSource<'p>, PlanError> {
        let length = self.number()? as usize;
        let mut rows = Reader(ByteReader::new(self.0.take(length).ok_or(PlanError)?));
        // Read once before, so that a wrong one is no short sheet.
        let mut look = rows.clone();
        while look.0.left() > 0 {
            look.row()?;
        }
        Ok(Box::new(move |row| match rows.0.left() {
            0 => false,
            _ => match rows.row() {
                Ok(cells) => {
                    *row = cells;
                    true
                }
                Err(PlanError) => false,
            },
        }))
    }

    fn row(&mut self) -> Result<Vec<WorkbookCell>, PlanError> {
        self.list(|it| {
            let bits = it.number()?;
            let text = it.text()?.to_owned();
            let link = match bits & LINK {
                0 => None,
                _ => Some(it.text()?.to_owned()),
            };
            Ok(WorkbookCell {
                text,
                mark: MARKS[(bits & 3) as usize],
                link,
                header: bits & HEADER != 0,
                required: bits & REQUIRED != 0,
                ..WorkbookCell::default()
            })
        })
    }

    fn list<T>(
        &mut self,
        mut one: impl FnMut(&mut Self) -> Result<T, PlanError>,
    ) -> Result<Vec<T>, PlanError> {
        let count = self.number()?;
        // Each has at least a byte, so a count that lies asks for no memory.
        let count = count as usize;
        if count > self.0.left() {
            return Err(PlanError);
        }
        (0..count).map(|_| one(self)).collect()
    }

    fn position(&mut self) -> Result<u16, PlanError> {
        u16::try_from(self.number()?).map_err(|_| PlanError)
    }

    fn number(&mut self) -> Result<u32, PlanError> {
        self.0.number().ok_or(PlanError)
    }

    fn text(&mut self) -> Result<&'p str, PlanError> {
        self.0.text().ok_or(PlanError)
    }
}

#[cfg(test)]
mod tests {
    use roster_model::Level;

    use super::*;

    fn example() -> Patch<'static> {
        let merged = Merged {
            first_row: 1,
            last_row: 1_048_576,
            first_position: 0,
            last_position: 16_383,
        };
        let cell = |mark, text: Option<&str>, note: Option<&str>| CellPatch {
            row_number: 300,
            position: 200,
            mark,
            text: text.map(str::to_owned),
            note: note.map(str::to_owned),
        };
        let mut rows = 0;
        Patch {
            sheets: vec![SheetPatch {
                name: "一班".to_owned(),
                merged: vec![merged],
                cells: vec![
                    cell(None, Some(""), None),
                    cell(Some(Level::Info), None, Some("注")),
                    cell(Some(Level::Error), Some("新"), Some("n")),
                ],
                forget_marks: true,
            }],
            appended: vec![AppendedSheet {
                name: "校验结果".to_owned(),
                replaces: vec!["旧".to_owned()],
                freeze_rows: 1,
                columns_width: vec![8.5, 60.0],
                autofilter: true,
                rows: Box::new(move |row| {
                    rows += 1;
                    row.push(WorkbookCell::header("列"));
                    row.push(WorkbookCell {
                        link: Some("#'一班'!A1".to_owned()),
                        mark: Some(Level::Warning),
                        required: true,
                        ..WorkbookCell::text("A1")
                    });
                    rows < 3
                }),
            }],
            for_macros: true,
        }
    }

    fn rows(sheet: &mut AppendedSheet<'_>) -> Vec<Vec<WorkbookCell>> {
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        while (sheet.rows)(&mut row) {
            rows.push(std::mem::take(&mut row));
        }
        rows
    }

    #[test]
    fn what_is_planned_is_read() {
        let plan = plan_patch(example());
        let mut read = read_patch(&plan).expect("a plan");
        let mut expected = example();
        assert_eq!(read.for_macros, expected.for_macros);
        assert_eq!(
            format!("{:?}", read.sheets),
            format!("{:?}", expected.sheets)
        );
        let (read, expected) = (&mut read.appended[0], &mut expected.appended[0]);
        let names = (&expected.name, &expected.replaces, &expected.columns_width);
        assert_eq!((&read.name, &read.replaces, &read.columns_width), names);
        let sizes = (expected.freeze_rows, expected.autofilter);
        assert_eq!((read.freeze_rows, read.autofilter), sizes);
        let found = rows(read);
        assert_eq!(found.len(), 2);
        assert_eq!(found, rows(expected));
    }

    #[test]
    fn a_cut_plan_is_refused() {
        let plan = plan_patch(example());
        for length in 0..plan.len() {
            assert!(read_patch(&plan[..length]).is_err(), "{length}");
        }
    }
}
