//! One worksheet: its rows on their way into a sheet, and what it hides, merges and filters.
//!
//! The part is unpacked in a small window and never held as a whole. Rows come in the order of the
//! file; should they not ascend, the part is read again and sorted.

use roster_model::{Failure, Sheet};
use roster_package::xml::{Tag, Token, Tokens, XmlError};

use super::around::{Around, Facts};
use super::cell::{RawCell, Reference, Written};
use super::declared::Declared;
use super::part::Part;
use super::plain::{Plain, plain_cell};
use super::rows::{Order, Rows};
use super::scanned::ScannedWriter;
use super::shared::Shared;
use super::strings::push_rich_text;
use crate::build::SheetBuilder;

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
    let rows = Sink::Rows(Rows::new(builder, order), shared);
    let mut reader = SheetReader::new(Box::new(part), rows);
    reader.read_on(visit)?;
    let is_intact = reader.is_intact();
    let Sink::Rows(rows, _) = reader.sink else {
        return Err(SheetError::Damaged);
    };
    let sheet = reader.around.finish().sheet(rows)?;
    Ok(SheetRead { sheet, is_intact })
}

/// Where the rows of a worksheet go.
#[expect(clippy::large_enum_variant, reason = "there is one for each sheet")]
pub(crate) enum Sink<'s> {
    /// Into a sheet, whose cells may refer to what is shared.
    Rows(Rows, &'s Shared),
    /// To another thread, as they stand.
    Scanned(ScannedWriter),
}

impl Sink<'_> {
    fn start(&mut self, number: Option<u32>, is_hidden: bool) -> Result<(), SheetError> {
        match self {
            Sink::Rows(rows, _) => rows.start(number, is_hidden),
            Sink::Scanned(writer) => {
                writer.start(number, is_hidden);
                Ok(())
            }
        }
    }

    fn push(&mut self, cell: &RawCell) -> Result<(), SheetError> {
        match self {
            Sink::Rows(rows, shared) => rows.push(cell, shared),
            Sink::Scanned(writer) => writer.push(cell),
        }
    }

    /// Whether what it has should be taken from it first.
    fn is_full(&self) -> bool {
        matches!(self, Sink::Scanned(writer) if writer.is_full())
    }
}

/// A worksheet that is being read.
pub(crate) struct SheetReader<'p> {
    tokens: Tokens<Declared<Box<dyn Part + 'p>>>,
    pub(crate) sink: Sink<'p>,
    /// The value of a cell that is not plain.
    value: String,
    around: Around,
    at: At,
    has_rows: bool,
    /// The end was reached, and every element is closed.
    is_whole: bool,
}

/// How far a reader is.
#[derive(Clone, Copy)]
enum At {
    Root,
    Around,
    /// In the rows, with the number of elements that are open around them.
    Rows(usize),
    End,
}

impl<'p> SheetReader<'p> {
    /// Begins with a part.
    pub(crate) fn new(part: Box<dyn Part + 'p>, sink: Sink<'p>) -> Self {
        SheetReader {
            tokens: Tokens::new(Declared::new(part)),
            sink,
            value: String::new(),
            around: Around::default(),
            at: At::Root,
            has_rows: false,
            is_whole: false,
        }
    }

    /// The part that is read.
    pub(crate) fn part(&self) -> &dyn Part {
        &*self.tokens.source().source
    }

    /// What stands around the rows; `None` where not all of the part could be read.
    pub(crate) fn facts(&mut self) -> Option<Facts> {
        self.is_intact()
            .then(|| std::mem::take(&mut self.around).finish())
    }

    fn is_intact(&self) -> bool {
        self.is_whole && self.part().is_intact()
    }

    /// Reads to the end, or until the sink is full; `false` where there is more. `visit` gets the number
    /// of packed bytes that were read.
    pub(crate) fn read_on(&mut self, visit: &mut dyn FnMut(u64)) -> Result<bool, SheetError> {
        while !self.sink.is_full() {
            self.at = match self.at {
                At::Root => self.root()?,
                At::Around => match self.next() {
                    Ok(at) => at,
                    // All cells are there; what is broken is something behind them.
                    Err(_) if self.has_rows => At::End,
                    Err(error) => return Err(error.into()),
                },
                At::Rows(outside) => self.rows(outside, visit)?,
                At::End => return Ok(true),
            };
        }
        Ok(false)
    }
}

impl SheetReader<'_> {
    /// The root tells whether this is a worksheet at all.
    fn root(&mut self) -> Result<At, SheetError> {
        while let Some(token) = self.tokens.next()? {
            if let Token::Start(tag) = token {
                return match tag.local() {
                    b"worksheet" => Ok(At::Around),
                    b"chartsheet" | b"dialogsheet" | b"macrosheet" => Err(SheetError::NoWorksheet),
                    _ => Err(SheetError::Damaged),
                };
            }
        }
        Err(SheetError::Damaged)
    }

    /// Takes in the next token outside of the rows.
    fn next(&mut self) -> Result<At, XmlError> {
        let outside = self.tokens.depth();
        let Some(token) = self.tokens.next()? else {
            self.is_whole = outside == 0;
            return Ok(At::End);
        };
        let Token::Start(tag) = token else {
            return Ok(At::Around);
        };
        let around = &mut self.around;
        match tag.local() {
            b"sheetData" if !tag.is_closed() => return Ok(At::Rows(outside)),
            b"sheetData" => self.has_rows = true,
            b"sheetPr" => {
                around.filter_mode = tag
                    .attribute("filterMode")
                    .is_some_and(roster_package::xml::Value::is_true);
            }
            b"col" => around.column(&tag),
            b"mergeCell" => around.merge(&tag),
            b"autoFilter" => around.filter(&tag),
            b"filterColumn" => around.has_criteria |= !tag.is_closed(),
            // Views that other people once saved have filters of their own.
            b"customSheetViews" if !tag.is_closed() => self.tokens.skip_element()?,
            _ => {}
        }
        Ok(At::Around)
    }

    /// Takes in rows, up to the end of `sheetData` or until the sink is full.
    fn rows(&mut self, outside: usize, visit: &mut dyn FnMut(u64)) -> Result<At, SheetError> {
        let mut visited = 0;
        while self.tokens.depth() > outside {
            if self.sink.is_full() {
                return Ok(At::Rows(outside));
            }
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
            self.sink.start(number, is_hidden)?;
            if !is_closed {
                self.cells(is_plain)?;
            }
            let consumed = self.tokens.source().source.consumed();
            if consumed != visited {
                visited = consumed;
                visit(consumed);
            }
        }
        self.has_rows = true;
        Ok(At::Around)
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
                    self.sink.push(&cell)?;
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
        self.sink.push(&cell)
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
