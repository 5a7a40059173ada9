//! Makes a sheet of the rows of a file, one row at a time.
//!
//! The first rows are held back until the header among them is found; from then on a row is
//! looked at once and forgotten. Nothing is dropped silently: what is no pupil is counted and named.

pub(crate) mod below;
pub(crate) mod block;
pub(crate) mod explaining;
pub(crate) mod head;
pub(crate) mod months;
pub(crate) mod origins;
pub(crate) mod prefilled;
pub(crate) mod serials;

use roster_model::{
    CellsBuilder, Column, Failure, HEAD_ROWS_MAX, HeadRow, Merged, SHEET_COLUMNS_MAX, SetAside,
    SetAsideReason, Sheet, SheetColumn,
};
use roster_standard::header::Header;
use roster_values::text::is_blank;

use crate::build::below::Below;
use crate::build::block::Scratch;
use crate::header::above::is_pupil;
use crate::header::again::{differing, is_of_others};
use crate::header::beside;
use crate::header::row_kind::{RowKind, Surroundings};
use crate::header::table_beside;
use crate::header::{HeaderColumn, ROWS_MAX};
use crate::row::Row;
use crate::{OtherRows, OwnHeaders, ReadOptions, failure};

/// Rows held back while the header is looked for: one more, for its second level.
const ROWS_HELD_MAX: usize = ROWS_MAX + 1;
/// Pupils times columns: beyond this no machine the product runs on could hold the sheet.
const CELLS_MAX: u64 = 1 << 28;
/// Merged blocks that are looked at for the header.
const MERGED_MAX: usize = 4096;

/// Takes the rows of one sheet in ascending order; rows with nothing in them may be left out.
pub(crate) struct SheetBuilder {
    pub(crate) sheet: Sheet,
    pub(crate) header_row: Option<u32>,
    other_rows: OtherRows,
    pub(crate) own: OwnHeaders,
    pub(crate) stage: Stage,
    /// What stands above the header.
    pub(crate) above: Vec<Row>,
    pub(crate) around: Surroundings,
    pub(crate) below: Below,
    pub(crate) columns: Vec<OpenColumn>,
    /// By position: index into `columns`.
    pub(crate) indexes: Vec<Option<u32>>,
    /// While below a second header with other columns: why its rows are set aside.
    pub(crate) below_other: Option<SetAsideReason>,
    /// Rows before the first pupil that seem to explain the header.
    explaining: Vec<Row>,
    last_pupil: Option<u32>,
    /// Blank rows since the last pupil; they count only if another one follows.
    blank_rows: Vec<u32>,
    pub(crate) last_number: u32,
    /// Merged blocks near the header.
    pub(crate) merged: Vec<Merged>,
    pub(crate) scratch: Scratch,
}

pub(crate) enum Stage {
    /// The first rows.
    Looking(Vec<Row>),
    /// One or two further rows, behind others in which no header is.
    LookingFar(Vec<Row>),
    Found,
    NoHeader,
}

pub(crate) struct OpenColumn {
    pub(crate) header: HeaderColumn,
    pub(crate) cells: CellsBuilder,
}

impl SheetBuilder {
    pub(crate) fn new(name: &str, options: &ReadOptions) -> Self {
        SheetBuilder {
            sheet: Sheet {
                name: name.to_owned(),
                ..Sheet::default()
            },
            header_row: options.header_row(name),
            other_rows: options.other_rows,
            own: options.own_headers.clone(),
            stage: Stage::Looking(Vec::new()),
            above: Vec::new(),
            around: Surroundings::default(),
            below: Below::default(),
            columns: Vec::new(),
            indexes: Vec::new(),
            below_other: None,
            explaining: Vec::new(),
            last_pupil: None,
            blank_rows: Vec::new(),
            last_number: 0,
            merged: Vec::new(),
            scratch: Scratch::default(),
        }
    }

    /// A block of cells that the file shows as one. Told before the header is settled, it says how
    /// far a word of the header reaches.
    pub(crate) fn merge(&mut self, block: Merged) {
        if !self.is_found() && self.merged.len() < MERGED_MAX {
            self.merged.push(block);
        }
    }

    /// Whether the header is settled.
    pub(crate) fn is_found(&self) -> bool {
        matches!(self.stage, Stage::Found)
    }

    /// The next row of the file.
    pub(crate) fn push(&mut self, row: &Row) -> Result<(), Failure> {
        if row.is_blank() {
            return Ok(());
        }
        self.count(row);
        match &mut self.stage {
            Stage::Found => self.push_below(row),
            Stage::NoHeader => {
                self.keep_other(row);
                Ok(())
            }
            Stage::Looking(held) => {
                let too_early = self.header_row.is_some_and(|chosen| row.number < chosen);
                if too_early {
                    self.pass_over(row.clone());
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
            Stage::LookingFar(held) => {
                held.push(row.clone());
                if held.len() < 2 {
                    Ok(())
                } else {
                    self.settle_far()
                }
            }
        }
    }

    /// Whether enough first rows are kept.
    #[inline]
    pub(crate) fn has_head(&self) -> bool {
        self.sheet.head.len() >= HEAD_ROWS_MAX
    }

    /// Whether every one of the first positions has a column.
    #[inline]
    pub(crate) fn every_position_has_a_column(&self, positions: usize) -> bool {
        self.columns.len() >= positions && self.columns.len() == self.indexes.len()
    }

    fn count(&mut self, row: &Row) {
        self.sheet.filled_rows = self.sheet.filled_rows.saturating_add(1);
        if !self.has_head() {
            self.keep_head(row);
        }
    }

    /// Keeps the texts of a row that is no pupil, where somebody wants them.
    pub(crate) fn keep_other(&mut self, row: &Row) {
        if self.other_rows == OtherRows::Kept {
            let cells = row.filled();
            let cells = cells.map(|cell| (cell.position, cell.text.to_owned()));
            self.sheet.other_rows.push(HeadRow {
                row_number: row.number,
                cells: cells.collect(),
            });
        }
    }

    /// The finished sheet.
    pub(crate) fn finish(mut self) -> Result<Sheet, Failure> {
        self.settle()?;
        while matches!(self.stage, Stage::LookingFar(_)) {
            self.settle_far()?;
        }
        if !self.is_found() && self.header_row.is_none() {
            self.sheet.title_rows.clear();
        }
        let rows = self.sheet.row_numbers.len() as u32;
        let too_many = |_| failure::too_many_cells();
        let mut taken: Vec<Column> = Vec::new();
        roster_order::sort_by_key(&mut self.columns, |it| it.header.position);
        let has_both = beside::has_both_parents(self.columns.iter().map(|it| &it.header));
        let sure = self.columns.iter().filter(|it| beside::is_sure(&it.header));
        let sure: Vec<Header> = sure.map(|it| it.header.meaning).collect();
        for OpenColumn { header, mut cells } in self.columns {
            cells.pad_to(rows).map_err(too_many)?;
            let cells = cells.finish();
            // Cells merged with those to their left are one column, header and pupils alike.
            let is_covered = || {
                let mut blocks = self.merged.iter();
                let at = header.position;
                blocks.any(|it| {
                    self.sheet.header_rows.last() == Some(&it.last_row)
                        && it.first_position < at
                        && at <= it.last_position
                })
            };
            let is_empty = || cells.values().all(|it| is_blank(cells.text(it)));
            if self.other_rows == OtherRows::Counted && is_covered() && is_empty() {
                continue;
            }
            let named = match header.meaning {
                Header::Column(column) => Some(column),
                _ => None,
            };
            let is_third = has_both && beside::is_third(&header);
            let is_less = is_third || sure.contains(&header.meaning) && !beside::is_sure(&header);
            let repeats = named.filter(|column| is_less || taken.contains(column));
            taken.extend(named.filter(|_| !is_less));
            self.sheet.columns.push(SheetColumn {
                position: header.position,
                header: header.text,
                column: if repeats.is_some() { None } else { named },
                repeats,
                ignored: matches!(header.meaning, Header::Ignored),
                local: None,
                is_said: false,
                cells,
            });
        }
        table_beside::set_apart(&mut self.sheet);
        prefilled::set_aside(&mut self.sheet, self.other_rows).map_err(too_many)?;
        Ok(self.sheet)
    }

    pub(crate) fn open_column(&mut self, header: HeaderColumn) -> Result<usize, Failure> {
        if u32::from(header.position) >= SHEET_COLUMNS_MAX {
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

    pub(crate) fn push_below(&mut self, row: &Row) -> Result<(), Failure> {
        if self.is_pupil(row)? {
            self.push_pupil(row)
        } else {
            Ok(())
        }
    }

    /// Whether a row below the header is a pupil; what else it is, is noted.
    pub(crate) fn is_pupil(&mut self, row: &Row) -> Result<bool, Failure> {
        let pupils = self.sheet.row_numbers.len() as u32;
        let kind = self.below.kind(row, &self.around, pupils);
        self.note_gap(row.number);
        if kind == RowKind::SetAside(SetAsideReason::OtherHeader) && is_of_others(row, &self.around)
        {
            self.below_other = Some(SetAsideReason::Footer);
            self.set_aside(row, SetAsideReason::Footer);
            return Ok(false);
        }
        if self.is_too_much(row, kind)? {
            return Ok(true);
        }
        if let RowKind::SetAside(reason) = kind {
            self.note_header(row, reason);
        }
        // Below a table of others the list may go on.
        let is_table = self.below_other == Some(SetAsideReason::Footer);
        if is_table && kind == RowKind::Pupil && is_pupil(row, &self.around.columns) {
            self.below_other = None;
        }
        match (kind, self.below_other) {
            (RowKind::Pupil, None) => return Ok(true),
            (RowKind::Blank, _) => {
                if self.last_pupil.is_some() {
                    self.blank_rows.push(row.number);
                }
            }
            (RowKind::Pupil, Some(reason)) | (RowKind::SetAside(reason), _) => {
                self.set_aside(row, reason);
            }
        }
        Ok(false)
    }

    /// A row may be a header: what stands below it can be read or not.
    fn note_header(&mut self, row: &Row, reason: SetAsideReason) {
        match reason {
            SetAsideReason::RepeatedHeader if self.around.begins_header(row) => {
                self.below_other = None;
            }
            SetAsideReason::OtherHeader => {
                self.below_other = Some(SetAsideReason::OtherHeader);
                let cells = differing(row, &self.around);
                match self.sheet.other_headers.last_mut() {
                    // The second level of a header.
                    Some(it) if it.row_number + 1 == row.number => it.cells.extend(cells),
                    _ => self.sheet.other_headers.push(HeadRow {
                        row_number: row.number,
                        cells,
                    }),
                }
            }
            SetAsideReason::Beside => self.sheet.beside.extend(self.around.names_beside(row)),
            _ => {}
        }
    }

    fn set_aside(&mut self, row: &Row, reason: SetAsideReason) {
        self.keep_other(row);
        self.sheet.set_aside.push(SetAside {
            row_number: row.number,
            reason,
        });
    }

    /// The rows between the last one and this are blank.
    #[inline]
    pub(crate) fn note_gap(&mut self, number: u32) {
        if let Some(last) = self.last_pupil {
            self.blank_rows
                .extend(self.last_number.max(last) + 1..number);
        }
        self.last_number = number;
    }

    /// A row is a pupil.
    #[inline]
    pub(crate) fn note_pupil(&mut self, number: u32) {
        self.sheet.blank_rows.append(&mut self.blank_rows);
        self.sheet.row_numbers.push(number);
        self.last_pupil = Some(number);
    }

    /// Refuses what no machine could hold.
    pub(crate) fn check_size(&self) -> Result<(), Failure> {
        if self.sheet.row_numbers.len() as u64 * self.columns.len() as u64 > CELLS_MAX {
            return Err(failure::too_many_cells());
        }
        Ok(())
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
                    own: None,
                })?,
            };
            let cells = &mut self.columns[column].cells;
            let pushed = cells
                .pad_to(index)
                .and_then(|()| cells.push(cell.text, cell.kind));
            pushed.map_err(|_| failure::too_many_cells())?;
        }
        self.note_pupil(row.number);
        self.check_size()
    }
}
