//! The first rows of a sheet: which of them is the header, and what stands above it.

use roster_model::{Column, Failure, HeadRow, SetAside, SetAsideReason};
use roster_standard::AnyColumn;
use roster_standard::header::Header;

use crate::NO_HEADER;
use crate::build::{SheetBuilder, Stage};
use crate::header::above::pupils;
use crate::header::form_row::is_filled_form;
use crate::header::{
    HeaderColumn, HeaderFound, ROWS_FAR_MAX, ROWS_MAX, Words, find_far_header, find_header,
    header_at,
};
use crate::row::Row;

/// Cells of a row that are kept so that a person can point at the header.
const HEAD_CELLS_MAX: usize = 256;
/// Bytes that are kept of each.
const HEAD_BYTES_MAX: usize = 256;

impl SheetBuilder {
    /// Keeps one of the first rows, so that a person can point at the header.
    pub(crate) fn keep_head(&mut self, row: &Row) {
        let cells = row.filled().take(HEAD_CELLS_MAX).map(|cell| {
            let end = cell.text.floor_char_boundary(HEAD_BYTES_MAX);
            (cell.position, cell.text[..end].to_owned())
        });
        self.sheet.head.push(HeadRow {
            row_number: row.number,
            cells: cells.collect(),
        });
    }

    /// Decides on the header among the rows held back, then takes those below it.
    pub(crate) fn settle(&mut self) -> Result<(), Failure> {
        let Stage::Looking(held) = &mut self.stage else {
            return Ok(());
        };
        let mut held = std::mem::take(held);
        self.stage = Stage::NoHeader;
        let words = self.words();
        let is_form = self.header_row.is_none() && is_filled_form(&held);
        let found = match self.header_row {
            _ if is_form => None,
            Some(NO_HEADER) => Some(self.headless()),
            Some(number) => match held.first() {
                Some(row) if row.number == number => header_at(&held, 0, words),
                _ => None,
            },
            None => find_header(&held, words),
        };
        let Some(found) = found else {
            let is_far = self.header_row.is_none() && !is_form && held.len() > ROWS_MAX;
            let far = if is_far {
                held.split_off(ROWS_MAX)
            } else {
                Vec::new()
            };
            for row in held {
                if self.header_row.is_none() {
                    self.pass_over(row);
                } else {
                    self.keep_other(&row);
                }
            }
            if is_far {
                self.stage = Stage::LookingFar(far);
            }
            return Ok(());
        };
        self.take_header(held, found)
    }

    /// Decides whether the first of the rows held back is a header far below.
    pub(crate) fn settle_far(&mut self) -> Result<(), Failure> {
        let Stage::LookingFar(held) = &mut self.stage else {
            return Ok(());
        };
        let mut held = std::mem::take(held);
        self.stage = Stage::NoHeader;
        if let Some(found) = find_far_header(&held, self.words()) {
            return self.take_header(held, found);
        }
        if held.is_empty() {
            return Ok(());
        }
        let row = held.remove(0);
        self.pass_over(row);
        if self.sheet.title_rows.len() < ROWS_FAR_MAX {
            self.stage = Stage::LookingFar(held);
        } else {
            self.above.clear();
            for row in &held {
                self.keep_other(row);
            }
        }
        Ok(())
    }

    /// What stands in for the header of a sheet that has none: the columns that were said by their letters.
    fn headless(&mut self) -> HeaderFound {
        self.sheet.is_headless = true;
        let mut columns: Vec<HeaderColumn> = Vec::new();
        // What was said later stands before.
        for (position, column) in self.own.by_letters() {
            if columns.iter().all(|it| it.position != position) {
                columns.push(HeaderColumn {
                    position,
                    text: String::new(),
                    meaning: match column {
                        AnyColumn::Known(it) => Header::Column(it),
                        AnyColumn::Local(_) => Header::Unknown,
                    },
                    own: Some(column),
                });
            }
        }
        roster_order::sort_by_key(&mut columns, |it| it.position);
        HeaderFound {
            index: 0,
            levels: 0,
            columns,
        }
    }

    fn words(&self) -> Words<'_> {
        Words {
            merged: &self.merged,
            own: &self.own,
        }
    }

    /// A row stands above the header, if there is one.
    pub(crate) fn pass_over(&mut self, row: Row) {
        self.keep_other(&row);
        self.sheet.title_rows.push(row.number);
        if self.above.len() < ROWS_FAR_MAX {
            self.above.push(row);
        }
    }

    fn take_header(&mut self, mut held: Vec<Row>, found: HeaderFound) -> Result<(), Failure> {
        self.stage = Stage::Found;
        let below = held.split_off(found.index + found.levels);
        let header = held.split_off(found.index);
        for row in held {
            self.pass_over(row);
        }
        self.open(&header, found)?;
        below.iter().try_for_each(|row| self.push_below(row))
    }

    /// Takes over the header.
    fn open(&mut self, header: &[Row], found: HeaderFound) -> Result<(), Failure> {
        for row in header {
            self.keep_other(row);
        }
        self.sheet.header_rows = header.iter().map(|row| row.number).collect();
        self.around.set_header(header, &found.columns);
        for column in &found.columns {
            if column.meaning == Header::Column(Column::Name) && self.around.name.is_none() {
                self.around.name = Some(column.position);
            }
            match column.meaning {
                _ if column.named().is_some() => self.around.known.push(column.position),
                Header::Ignored => self.around.ignored.push(column.position),
                _ => {}
            }
        }
        let above = std::mem::take(&mut self.above);
        if self.header_row.is_some() {
            self.around.is_doubtful = !found.names_a_pupil();
            // Nobody should be told to delete a row that names as much as the one that was chosen.
            let known = found.known().len();
            let words = self.words();
            let names = |row: &Row| header_at(std::slice::from_ref(row), 0, words);
            let is_header = |it: &&Row| names(it).is_some_and(|it| it.known().len() >= known);
            self.sheet.headers_above = above.iter().filter(is_header).map(|it| it.number).collect();
        }
        let pupils = pupils(&above, &found.columns, &self.around);
        let is_pupil = |number: &u32| pupils.binary_search(number).is_ok();
        self.sheet.title_rows.retain(|it| !is_pupil(it));
        self.sheet
            .set_aside
            .extend(pupils.iter().map(|&row_number| SetAside {
                row_number,
                reason: SetAsideReason::Above,
            }));
        let titles = above.iter().filter(|it| !is_pupil(&it.number));
        let first_texts = titles.filter_map(|row| row.filled().next());
        self.around.titles = first_texts.map(|cell| cell.text.to_owned()).collect();
        for column in found.columns {
            self.open_column(column)?;
        }
        Ok(())
    }
}
