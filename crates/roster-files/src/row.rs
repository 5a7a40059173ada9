//! One row on its way from a file into a sheet.
//!
//! A row keeps the text of its cells in one string and is used again for the next row, so that reading a
//! cell allocates nothing. A text that the file keeps for many cells is not even copied.

use std::ops::Range;
use std::rc::Rc;

use roster_model::CellKind;
use roster_values::text::is_blank;

/// The cells of one row that the file has, left to right.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// Row number in the file, from 1.
    pub(crate) number: u32,
    text: String,
    /// Shared strings that cells of this row point into, and how many of their bytes the row uses.
    shared: Rc<String>,
    shared_bytes: usize,
    spans: Vec<Span>,
}

#[derive(Clone, Copy, Debug)]
struct Span {
    position: u16,
    kind: CellKind,
    is_shared: bool,
    start: u32,
    end: u32,
}

/// A cell of a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowCell<'r> {
    /// Position from 0.
    pub(crate) position: u16,
    /// The text, not empty.
    pub(crate) text: &'r str,
    /// How the file stored it.
    pub(crate) kind: CellKind,
}

impl Row {
    /// Empties the row for the next one of the file.
    pub(crate) fn start(&mut self, number: u32) {
        self.number = number;
        self.text.clear();
        self.shared_bytes = 0;
        self.spans.clear();
    }

    /// Adds a cell. An empty text, or a text beyond four gigabytes a row, adds nothing.
    pub(crate) fn push(&mut self, position: u16, text: &str, kind: CellKind) {
        let (Ok(start), Ok(end)) = (
            u32::try_from(self.text.len()),
            u32::try_from(self.text.len() + text.len()),
        ) else {
            return;
        };
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        self.add(Span {
            position,
            kind,
            is_shared: false,
            start,
            end,
        });
    }

    /// Adds a cell whose text is this part of `shared`, which is the same for all cells of the row.
    pub(crate) fn push_shared(
        &mut self,
        position: u16,
        shared: &Rc<String>,
        part: Range<u32>,
        kind: CellKind,
    ) {
        if part.is_empty() {
            return;
        }
        if !Rc::ptr_eq(&self.shared, shared) {
            self.shared = Rc::clone(shared);
        }
        self.shared_bytes += part.len();
        self.add(Span {
            position,
            kind,
            is_shared: true,
            start: part.start,
            end: part.end,
        });
    }

    fn add(&mut self, span: Span) {
        match self.spans.last() {
            Some(last) if last.position >= span.position => self.insert(span),
            _ => self.spans.push(span),
        }
    }

    /// A cell that stands left of an earlier one; the first of two cells at one place is kept.
    fn insert(&mut self, span: Span) {
        if let Err(index) = self
            .spans
            .binary_search_by_key(&span.position, |it| it.position)
        {
            self.spans.insert(index, span);
        }
    }

    /// Bytes of text.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len() + self.shared_bytes
    }

    fn text(&self, span: &Span) -> &str {
        let all = if span.is_shared {
            &self.shared
        } else {
            &self.text
        };
        &all[span.start as usize..span.end as usize]
    }

    /// All cells with text, white space too.
    pub(crate) fn cells(&self) -> impl DoubleEndedIterator<Item = RowCell<'_>> + Clone {
        self.spans.iter().map(|span| RowCell {
            position: span.position,
            text: self.text(span),
            kind: span.kind,
        })
    }

    /// The cells in which a person sees something.
    pub(crate) fn filled(&self) -> impl DoubleEndedIterator<Item = RowCell<'_>> + Clone {
        self.cells().filter(|cell| !is_blank(cell.text))
    }

    /// Whether a person sees nothing in the row.
    pub(crate) fn is_blank(&self) -> bool {
        self.filled().next().is_none()
    }

    /// The text at a position; empty where there is none.
    pub(crate) fn text_at(&self, position: u16) -> &str {
        match self.spans.binary_search_by_key(&position, |it| it.position) {
            Ok(index) => self.text(&self.spans[index]),
            Err(_) => "",
        }
    }
}
