//! The steps of a plan, one by one.

use std::fmt;

use roster_model::{Level, Visibility};
use roster_package::bytes::ByteReader;

use super::{
    BREAK, CELL, CHOICE, END, FILTER, HEADER, LINK, MARK, MARKS, NAME, NOTE, PRINT, PlanRange,
    Print, REQUIRED, ROW, SHEET, SIZE_PARTS, Strictness, TEXT_COLUMN, TITLE, WIDTH, WRAPPED,
};
use crate::{COLUMNS_MAX, Paper, ROWS_MAX};

/// The bytes are no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanError;

impl fmt::Display for PlanError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the bytes are no plan of a workbook")
    }
}

impl std::error::Error for PlanError {}

/// One step. Rows count from 1, positions from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlanStep<'p> {
    /// A sheet begins.
    Sheet {
        /// Its name, unlike that of every other sheet.
        name: &'p str,
        /// Whether it is shown.
        visibility: Visibility,
        /// Rows at the top that stay in sight.
        freeze_rows: u32,
    },
    /// Width of a column.
    Width {
        /// Which.
        position: u16,
        /// In characters.
        characters: f64,
    },
    /// A column in which everything typed is text.
    TextColumn {
        /// Which.
        position: u16,
    },
    /// A row begins.
    Row {
        /// Its number; it ascends within a sheet.
        number: u32,
        /// In points, where it is not the usual one.
        height: Option<f64>,
    },
    /// A cell of the row.
    Cell(PlanCell<'p>),
    /// Filter buttons from the first position to the last, in the first row.
    Filter {
        /// The row with the buttons.
        first_row: u32,
        /// The last row that is filtered.
        last_row: u32,
        /// The last column.
        last_position: u16,
    },
    /// What may be typed into some cells of the sheet.
    Choice {
        /// The cells.
        range: PlanRange,
        /// What happens with other texts.
        strictness: Strictness,
        /// Title of what is told.
        title: &'p str,
        /// What is told; empty for nothing.
        prompt: &'p str,
        /// Nothing, `,` and a list with commas between, or `=` and a name.
        source: &'p str,
    },
    /// How the sheet is printed.
    Print(Print),
    /// A new page of what is printed begins behind this row.
    Break {
        /// Number of the last row of the page.
        row: u32,
    },
    /// A name for a block of cells.
    Name {
        /// The name.
        name: &'p str,
        /// The cells, with their sheet.
        cells: &'p str,
    },
}

/// A cell of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanCell<'p> {
    /// Position from 0; it ascends within a row.
    pub position: u16,
    /// The text; it fits into a cell.
    pub text: &'p str,
    /// Colours the cell.
    pub mark: Option<Level>,
    /// Whether it belongs to the header.
    pub header: bool,
    /// Whether it is the header of a column that must be filled.
    pub required: bool,
    /// How it looks on paper.
    pub paper: Paper,
    /// Shown beside the cell.
    pub note: Option<&'p str>,
    /// A cell of the workbook.
    pub link: Option<&'p str>,
}

/// Gives the steps of a plan.
#[derive(Clone, Debug)]
pub struct PlanReader<'p>(ByteReader<'p>);

impl<'p> PlanReader<'p> {
    /// Reads a plan that `PlanWriter` made.
    pub fn new(plan: &'p [u8]) -> Result<Self, PlanError> {
        let steps = plan.strip_prefix(MARK).ok_or(PlanError)?;
        Ok(PlanReader(ByteReader::new(steps)))
    }

    /// The next step; none at the end.
    pub fn next_step(&mut self) -> Result<Option<PlanStep<'p>>, PlanError> {
        match self.byte()? {
            END => Ok(None),
            step => self.step(step).map(Some),
        }
    }

    fn step(&mut self, step: u8) -> Result<PlanStep<'p>, PlanError> {
        Ok(match step {
            SHEET => PlanStep::Sheet {
                name: self.text()?,
                visibility: self.one_of(&Visibility::ALL)?,
                freeze_rows: self.number_below(ROWS_MAX)?,
            },
            WIDTH => PlanStep::Width {
                position: self.position()?,
                characters: self.size()?.ok_or(PlanError)?,
            },
            TEXT_COLUMN => PlanStep::TextColumn {
                position: self.position()?,
            },
            ROW => PlanStep::Row {
                number: self.row()?,
                height: self.size()?,
            },
            CELL => PlanStep::Cell(self.cell()?),
            FILTER => PlanStep::Filter {
                first_row: self.row()?,
                last_row: self.row()?,
                last_position: self.position()?,
            },
            CHOICE => PlanStep::Choice {
                range: PlanRange {
                    first_row: self.row()?,
                    last_row: self.row()?,
                    first_position: self.position()?,
                    last_position: self.position()?,
                },
                strictness: self.one_of(&[Strictness::Warn, Strictness::Refuse])?,
                title: self.text()?,
                prompt: self.text()?,
                source: self.text()?,
            },
            NAME => PlanStep::Name {
                name: self.text()?,
                cells: self.text()?,
            },
            PRINT => PlanStep::Print(match self.number_below(ROWS_MAX)? {
                0 => Print::Letters,
                repeat_rows => Print::List { repeat_rows },
            }),
            BREAK => PlanStep::Break { row: self.row()? },
            _ => return Err(PlanError),
        })
    }

    fn cell(&mut self) -> Result<PlanCell<'p>, PlanError> {
        let position = self.position()?;
        let look = self.byte()?;
        let text = self.text()?;
        let has = |bit: u8| look & bit != 0;
        let note = if has(NOTE) { Some(self.text()?) } else { None };
        let link = if has(LINK) { Some(self.text()?) } else { None };
        Ok(PlanCell {
            position,
            text,
            mark: MARKS[usize::from(look & 3)],
            header: has(HEADER),
            required: has(REQUIRED),
            paper: match look & (WRAPPED | TITLE) {
                0 => Paper::Plain,
                WRAPPED => Paper::Wrapped,
                _ => Paper::Title,
            },
            note,
            link,
        })
    }

    fn position(&mut self) -> Result<u16, PlanError> {
        Ok(self.number_below(COLUMNS_MAX as u32)? as u16)
    }

    fn row(&mut self) -> Result<u32, PlanError> {
        match self.number_below(ROWS_MAX + 1)? {
            0 => Err(PlanError),
            number => Ok(number),
        }
    }

    /// In characters or points; none for the usual one.
    fn size(&mut self) -> Result<Option<f64>, PlanError> {
        let parts = self.number_below(409 * 64 + 1)?;
        Ok((parts > 0).then(|| f64::from(parts) / SIZE_PARTS))
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Result<T, PlanError> {
        let index = self.number_below(all.len() as u32)?;
        Ok(all[index as usize])
    }

    fn number_below(&mut self, end: u32) -> Result<u32, PlanError> {
        let number = self.number()?;
        if number < end {
            Ok(number)
        } else {
            Err(PlanError)
        }
    }

    fn byte(&mut self) -> Result<u8, PlanError> {
        self.0.byte().ok_or(PlanError)
    }

    fn number(&mut self) -> Result<u32, PlanError> {
        self.0.number().ok_or(PlanError)
    }

    fn text(&mut self) -> Result<&'p str, PlanError> {
        self.0.text().ok_or(PlanError)
    }
}
