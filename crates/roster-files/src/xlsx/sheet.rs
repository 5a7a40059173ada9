//! One worksheet: its rows on their way into a sheet, and what it hides, merges and filters.
//!
//! The part is unpacked in a small window and never held as a whole. Rows come in the order of the
//! file; should they not ascend, the part is read again and sorted.

use memchr::memchr;
use roster_model::{Failure, Merged, Sheet};
use roster_package::xml::{Tag, Token, Tokens, XmlError};

use super::cell::{COLUMNS_MAX, ROWS_MAX, RawCell, Reference, Shared, Written};
use super::declared::Declared;
use super::part::Part;
use super::plain::{Plain, plain_cell};
use super::rows::{Order, Rows};
use super::strings::push_rich_text;
use crate::build::SheetBuilder;

/// Merged blocks that are kept; no sheet that a person made has more.
const MERGED_MAX: usize = 1 << 20;

/// Why a part gives no sheet.
#[derive(Debug)]
pub(crate) enum SheetError {
    /// It is a chart or a dialog.
    NoWorksheet,
    /// Its rows do not ascend, and were not to be sorted.
    Disorder,
    /// The XML breaks off.
    Damaged,
    /// It refers to shared strings that could not be read.
    StringsMissing,
    /// Something else, with its sentence.
    Failure(Failure),
}

impl From<XmlError> for SheetError {
    fn from(_: XmlError) -> SheetError {
        SheetError::Damaged
    }
}

impl From<Failure> for SheetError {
    fn from(failure: Failure) -> SheetError {
        SheetError::Failure(failure)
    }
}

/// A worksheet as read.
pub(crate) struct SheetRead {
    pub(crate) sheet: Sheet,
    /// All of the part could be read, and its checksum is right.
    pub(crate) is_intact: bool,
}

/// Reads a worksheet. `visit` gets the number of packed bytes that were read.
pub(crate) fn read(
    part: &mut dyn Part,
    shared: &Shared,
    builder: SheetBuilder,
    order: Order,
    visit: &mut dyn FnMut(u64),
) -> Result<SheetRead, SheetError> {
    let mut reader = Reader {
        tokens: Tokens::new(Declared::new(part)),
        shared,
        rows: Rows::new(builder, order),
        value: String::new(),
        around: Around::default(),
    };
    reader.root()?;
    let is_whole = loop {
        match reader.next() {
            Ok(Step::Rows) => reader.rows(visit)?,
            Ok(Step::Other) => {}
            Ok(Step::End) => break reader.tokens.depth() == 0,
            // All cells are there; what is broken is something behind them.
            Err(_) if reader.around.has_rows => break false,
            Err(error) => return Err(error.into()),
        }
    };
    let is_intact = is_whole && reader.tokens.source().source.is_intact();
    let mut sheet = reader.rows.finish()?;
    reader.around.finish(&mut sheet);
    Ok(SheetRead { sheet, is_intact })
}

/// What stands around the cells.
#[derive(Default)]
struct Around {
    has_rows: bool,
    /// Changes of how many `col` elements hide a column, by position.
    hidden: Vec<i32>,
    merged: Vec<Merged>,
    filter_mode: bool,
    /// Rows of the filter, from 1; all when it does not say.
    filter: Option<(u32, u32)>,
    has_criteria: bool,
}

enum Step {
    Rows,
    Other,
    End,
}

struct Reader<'a, 'p> {
    tokens: Tokens<Declared<&'p mut dyn Part>>,
    shared: &'a Shared,
    rows: Rows,
    /// The value of a cell that is not plain.
    value: String,
    around: Around,
}

impl Reader<'_, '_> {
    /// The root tells whether this is a worksheet at all.
    fn root(&mut self) -> Result<(), SheetError> {
        while let Some(token) = self.tokens.next()? {
            if let Token::Start(tag) = token {
                return match tag.local() {
                    b"worksheet" => Ok(()),
                    b"chartsheet" | b"dialogsheet" | b"macrosheet" => Err(SheetError::NoWorksheet),
                    _ => Err(SheetError::Damaged),
                };
            }
        }
        Err(SheetError::Damaged)
    }

    /// Takes in the next token outside of the rows.
    fn next(&mut self) -> Result<Step, XmlError> {
        let Some(token) = self.tokens.next()? else {
            return Ok(Step::End);
        };
        let Token::Start(tag) = token else {
            return Ok(Step::Other);
        };
        let around = &mut self.around;
        match tag.local() {
            b"sheetData" if !tag.is_closed() => return Ok(Step::Rows),
            b"sheetData" => around.has_rows = true,
            b"sheetPr" => {
                around.filter_mode = tag
                    .attribute("filterMode")
                    .is_some_and(roster_package::xml::Value::is_true);
            }
            b"col" => around.column(&tag),
            b"mergeCell" => around.merge(&tag),
            b"autoFilter" => around.filter = range(&tag).map(|it| (it.first_row, it.last_row)),
            b"filterColumn" => around.has_criteria |= !tag.is_closed(),
            // Views that other people once saved have filters of their own.
            b"customSheetViews" if !tag.is_closed() => self.tokens.skip_element()?,
            _ => {}
        }
        Ok(Step::Other)
    }

    /// Takes in all rows, up to the end of `sheetData`.
    fn rows(&mut self, visit: &mut dyn FnMut(u64)) -> Result<(), SheetError> {
        let outside = self.tokens.depth().saturating_sub(1);
        let mut visited = 0;
        while self.tokens.depth() > outside {
            let Some(token) = self.tokens.next()? else {
                return Err(SheetError::Damaged);
            };
            let Token::Start(tag) = token else { continue };
            if tag.local() != b"row" {
                continue;
            }
            let number = tag
                .attribute("r")
                .and_then(roster_package::xml::Value::number);
            let is_hidden = tag
                .attribute("hidden")
                .is_some_and(roster_package::xml::Value::is_true);
            let (is_closed, is_plain) = (tag.is_closed(), tag.prefix().is_empty());
            self.rows.start(number, is_hidden)?;
            if !is_closed {
                self.cells(is_plain)?;
            }
            let consumed = self.tokens.source().source.consumed();
            if consumed != visited {
                visited = consumed;
                visit(consumed);
            }
        }
        self.around.has_rows = true;
        Ok(())
    }

    /// Takes in the cells of a row, up to its end tag.
    ///
    /// A function of its own in the module too: a browser takes the faster version of a function at
    /// its next call.
    #[inline(never)]
    fn cells(&mut self, is_plain: bool) -> Result<(), SheetError> {
        let outside = self.tokens.depth().saturating_sub(1);
        while self.tokens.depth() > outside {
            if is_plain && self.plain_cells()? == Next::More {
                continue;
            }
            let Some(token) = self.tokens.next()? else {
                return Err(SheetError::Damaged);
            };
            let Token::Start(tag) = token else { continue };
            if tag.local() == b"c" {
                let cell = Head::of(&tag);
                let is_closed = tag.is_closed();
                self.odd_cell(&cell, is_closed)?;
            }
        }
        Ok(())
    }

    /// Takes in the plain cells at the front of the window.
    fn plain_cells(&mut self) -> Result<Next, SheetError> {
        let bytes = self.tokens.unread();
        let mut done = 0;
        let next = loop {
            match plain_cell(&bytes[done..]) {
                Plain::Cell(cell, length) => {
                    self.rows.push(&cell, self.shared)?;
                    done += length;
                }
                Plain::Odd => break Next::Token,
                Plain::Cut => break Next::More,
            }
        };
        self.tokens.consume(done);
        if next == Next::More && !self.tokens.fill()? {
            return Ok(Next::Token);
        }
        Ok(next)
    }

    /// Takes in any cell, token by token; its start tag was just given.
    fn odd_cell(&mut self, head: &Head, is_closed: bool) -> Result<(), SheetError> {
        self.value.clear();
        let mut has_formula = false;
        let mut written = head.written;
        if !is_closed {
            let outside = self.tokens.depth().saturating_sub(1);
            let (mut is_value, mut has_inline) = (false, false);
            while self.tokens.depth() > outside {
                match self.tokens.next()? {
                    Some(Token::Start(tag)) if tag.is_closed() => {
                        has_formula |= tag.local() == b"f";
                    }
                    Some(Token::Start(tag)) => match tag.local() {
                        b"v" => is_value = !has_inline,
                        b"f" => {
                            has_formula = true;
                            self.tokens.skip_element()?;
                        }
                        b"is" => {
                            // A value beside the text of the cell is a leftover.
                            has_inline = true;
                            self.value.clear();
                            push_rich_text(&mut self.tokens, &mut self.value)?;
                        }
                        _ => self.tokens.skip_element()?,
                    },
                    Some(Token::End(_)) => is_value = false,
                    Some(Token::Text(text)) if is_value => text.push_to(&mut self.value),
                    Some(_) => {}
                    None => return Err(SheetError::Damaged),
                }
            }
            if has_inline {
                written = Written::Inline;
            }
        }
        let cell = RawCell {
            reference: head.reference,
            style: head.style,
            written,
            value: self.value.as_bytes(),
            has_formula,
        };
        self.rows.push(&cell, self.shared)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// More plain cells, perhaps.
    More,
    /// Something for the tokens.
    Token,
}

/// The start tag of a cell.
struct Head {
    reference: Reference,
    style: u32,
    written: Written,
}

impl Head {
    fn of(tag: &Tag) -> Head {
        let reference = tag.attribute("r").map(|it| Reference::of(it.raw()));
        Head {
            reference: reference.unwrap_or_default(),
            style: tag
                .attribute("s")
                .and_then(roster_package::xml::Value::number)
                .unwrap_or(0),
            written: tag
                .attribute("t")
                .map_or(Written::Number, |it| Written::of(it.raw())),
        }
    }
}

impl Around {
    fn column(&mut self, tag: &Tag) {
        let number = |name| {
            tag.attribute(name)
                .and_then(roster_package::xml::Value::number)
        };
        let is_hidden = tag
            .attribute("hidden")
            .is_some_and(roster_package::xml::Value::is_true);
        let (Some(first), Some(last)) = (number("min"), number("max")) else {
            return;
        };
        let last = last.min(COLUMNS_MAX);
        if !is_hidden || first == 0 || first > last {
            return;
        }
        // A range costs two steps, however often it is repeated.
        self.hidden.resize(COLUMNS_MAX as usize + 1, 0);
        self.hidden[first as usize - 1] = self.hidden[first as usize - 1].saturating_add(1);
        self.hidden[last as usize] = self.hidden[last as usize].saturating_sub(1);
    }

    fn merge(&mut self, tag: &Tag) {
        if self.merged.len() < MERGED_MAX {
            self.merged.extend(range(tag));
        }
    }

    fn finish(self, sheet: &mut Sheet) {
        let mut open = 0_i64;
        for (position, change) in (0_u16..).zip(&self.hidden[..self.hidden.len().saturating_sub(1)])
        {
            open += i64::from(*change);
            if open > 0 {
                sheet.hidden_columns.push(position);
            }
        }
        let (first, last) = self.filter.unwrap_or((1, ROWS_MAX));
        let hides = sheet
            .hidden_rows
            .iter()
            .any(|row| (first..=last).contains(row));
        sheet.is_filtered = hides && (self.filter_mode || self.has_criteria);
        sheet.merged = self.merged;
    }
}

/// The block that `ref` names: `A1:C3`, or one cell.
pub(crate) fn range(tag: &Tag) -> Option<Merged> {
    let text = tag.attribute("ref")?.raw();
    let (first, last) = match memchr(b':', text) {
        Some(colon) => (&text[..colon], &text[colon + 1..]),
        None => (text, text),
    };
    let [first, last] = [first, last].map(Reference::of);
    let position = |column: u32| u16::try_from(column.checked_sub(1)?).ok();
    let (first_position, last_position) = (position(first.column)?, position(last.column)?);
    (first.row > 0 && last.row > 0).then_some(Merged {
        first_row: first.row.min(last.row),
        last_row: first.row.max(last.row),
        first_position: first_position.min(last_position),
        last_position: first_position.max(last_position),
    })
}
