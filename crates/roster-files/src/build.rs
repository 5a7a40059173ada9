//! Makes a sheet of the rows of a file, one row at a time.
//!
//! The first rows are held back until the header among them is found; from then on a row is
//! looked at once and forgotten. Nothing is dropped silently: what is no pupil is counted and named.

use roster_model::{
    CellsBuilder, Column, Failure, HEAD_ROWS_MAX, HeadRow, SetAside, Sheet, SheetColumn,
};
use roster_standard::header::Header;
use roster_values::text::is_blank;

use crate::header::{HeaderColumn, HeaderFound, ROWS_MAX, find_header, header_at};
use crate::row::Row;
use crate::row_kind::{RowKind, Surroundings, row_kind};
use crate::{ReadOptions, failure};

/// Rows held back while the header is looked for: one more, for its second level.
const ROWS_HELD_MAX: usize = ROWS_MAX + 1;
/// Pupils times columns: beyond this no machine the product runs on could hold the sheet.
const CELLS_MAX: u64 = 1 << 28;
/// Columns of the widest workbook.
const COLUMNS_MAX: u16 = 16_384;

/// Cells of a row that are kept so that a person can point at the header.
const HEAD_CELLS_MAX: usize = 256;
/// Bytes that are kept of each.
const HEAD_BYTES_MAX: usize = 256;

/// Takes the rows of one sheet in ascending order; rows with nothing in them may be left out.
pub(crate) struct SheetBuilder {
    sheet: Sheet,
    header_row: Option<u32>,
    stage: Stage,
    around: Surroundings,
    columns: Vec<OpenColumn>,
    /// By position: index into `columns`.
    indexes: Vec<Option<u32>>,
    last_pupil: Option<u32>,
    /// Blank rows since the last pupil; they count only if another one follows.
    blank_rows: Vec<u32>,
    last_number: u32,
}

enum Stage {
    Looking(Vec<Row>),
    Found,
    NoHeader,
}

struct OpenColumn {
    header: HeaderColumn,
    cells: CellsBuilder,
}

impl SheetBuilder {
    pub(crate) fn new(name: &str, options: &ReadOptions) -> Self {
        SheetBuilder {
            sheet: Sheet {
                name: name.to_owned(),
                ..Sheet::default()
            },
            header_row: options.header_row(name),
            stage: Stage::Looking(Vec::new()),
            around: Surroundings::default(),
            columns: Vec::new(),
            indexes: Vec::new(),
            last_pupil: None,
            blank_rows: Vec::new(),
            last_number: 0,
        }
    }

    /// The next row of the file.
    pub(crate) fn push(&mut self, row: &Row) -> Result<(), Failure> {
        if row.is_blank() {
            return Ok(());
        }
        self.sheet.filled_rows = self.sheet.filled_rows.saturating_add(1);
        if self.sheet.head.len() < HEAD_ROWS_MAX {
            self.keep_head(row);
        }
        match &mut self.stage {
            Stage::Found => self.push_below(row),
            Stage::NoHeader => Ok(()),
            Stage::Looking(held) => {
                let too_early = self.header_row.is_some_and(|chosen| row.number < chosen);
                if too_early {
                    self.sheet.title_rows.push(row.number);
                    return Ok(());
                }
                held.push(row.clone());
                let enough = if self.header_row.is_some() {
                    2
                } else {
                    ROWS_HELD_MAX
                };
                if held.len() < enough {
                    Ok(())
                } else {
                    self.settle()
                }
            }
        }
    }

    /// Keeps one of the first rows, so that a person can point at the header.
    fn keep_head(&mut self, row: &Row) {
        let cells = row.filled().take(HEAD_CELLS_MAX).map(|cell| {
            let end = cell.text.floor_char_boundary(HEAD_BYTES_MAX);
            (cell.position, cell.text[..end].to_owned())
        });
        self.sheet.head.push(HeadRow {
            row_number: row.number,
            cells: cells.collect(),
        });
    }

    /// The finished sheet.
    pub(crate) fn finish(mut self) -> Result<Sheet, Failure> {
        self.settle()?;
        let rows = self.sheet.row_numbers.len() as u32;
        let too_many = |_| failure::too_many_cells();
        let mut taken: Vec<Column> = Vec::new();
        self.columns.sort_by_key(|it| it.header.position);
        for OpenColumn { header, mut cells } in self.columns {
            cells.pad_to(rows).map_err(too_many)?;
            let named = match header.meaning {
                Header::Column(column) => Some(column),
                _ => None,
            };
            let repeats = named.filter(|column| taken.contains(column));
            taken.extend(named);
            self.sheet.columns.push(SheetColumn {
                position: header.position,
                header: header.text,
                column: if repeats.is_some() { None } else { named },
                repeats,
                ignored: matches!(header.meaning, Header::Ignored),
                cells: cells.finish(),
            });
        }
        Ok(self.sheet)
    }

    /// Decides on the header among the rows held back, then takes those below it.
    fn settle(&mut self) -> Result<(), Failure> {
        let Stage::Looking(held) = &mut self.stage else {
            return Ok(());
        };
        let mut held = std::mem::take(held);
        self.stage = Stage::NoHeader;
        let found = match self.header_row {
            Some(number) => match held.first() {
                Some(row) if row.number == number => header_at(&held, 0),
                _ => None,
            },
            None => find_header(&held),
        };
        let Some(found) = found else { return Ok(()) };
        self.stage = Stage::Found;
        let below = held.split_off(found.index + found.levels);
        self.open(&held, found)?;
        below.iter().try_for_each(|row| self.push_below(row))
    }

    /// Takes over the header; `rows` ends with it.
    fn open(&mut self, rows: &[Row], found: HeaderFound) -> Result<(), Failure> {
        let (titles, header) = rows.split_at(found.index);
        self.sheet
            .title_rows
            .extend(titles.iter().map(|row| row.number));
        self.sheet.header_rows = header.iter().map(|row| row.number).collect();
        self.around.header = header.to_vec();
        let first_texts = titles.iter().filter_map(|row| row.filled().next());
        self.around.titles = first_texts.map(|cell| cell.text.to_owned()).collect();
        for column in found.columns {
            match column.meaning {
                Header::Column(_) => self.around.known.push(column.position),
                Header::Ignored => self.around.ignored.push(column.position),
                _ => {}
            }
            self.open_column(column)?;
        }
        Ok(())
    }

    fn open_column(&mut self, header: HeaderColumn) -> Result<usize, Failure> {
        if header.position >= COLUMNS_MAX {
            return Err(failure::too_many_columns());
        }
        let index = self.columns.len();
        let slot = usize::from(header.position);
        if self.indexes.len() <= slot {
            self.indexes.resize(slot + 1, None);
        }
        self.indexes[slot] = Some(index as u32);
        self.columns.push(OpenColumn {
            header,
            cells: CellsBuilder::default(),
        });
        Ok(index)
    }

    fn push_below(&mut self, row: &Row) -> Result<(), Failure> {
        let pupils = self.sheet.row_numbers.len() as u32;
        let kind = row_kind(row, &self.around, pupils);
        if let Some(last) = self.last_pupil {
            self.blank_rows
                .extend(self.last_number.max(last) + 1..row.number);
        }
        self.last_number = row.number;
        match kind {
            RowKind::Pupil => self.push_pupil(row),
            RowKind::Blank => {
                if self.last_pupil.is_some() {
                    self.blank_rows.push(row.number);
                }
                Ok(())
            }
            RowKind::SetAside(reason) => {
                self.sheet.set_aside.push(SetAside {
                    row_number: row.number,
                    reason,
                });
                Ok(())
            }
        }
    }

    fn push_pupil(&mut self, row: &Row) -> Result<(), Failure> {
        let index = self.sheet.row_numbers.len() as u32;
        for cell in row.cells() {
            let known = self
                .indexes
                .get(usize::from(cell.position))
                .copied()
                .flatten();
            let column = match known {
                Some(column) => column as usize,
                None if is_blank(cell.text) => continue,
                None => self.open_column(HeaderColumn {
                    position: cell.position,
                    text: String::new(),
                    meaning: Header::Unknown,
                })?,
            };
            let cells = &mut self.columns[column].cells;
            let pushed = cells
                .pad_to(index)
                .and_then(|()| cells.push(cell.text, cell.kind));
            pushed.map_err(|_| failure::too_many_cells())?;
        }
        self.sheet.blank_rows.append(&mut self.blank_rows);
        self.sheet.row_numbers.push(row.number);
        self.last_pupil = Some(row.number);
        if (u64::from(index) + 1) * self.columns.len() as u64 > CELLS_MAX {
            return Err(failure::too_many_cells());
        }
        Ok(())
    }
}
