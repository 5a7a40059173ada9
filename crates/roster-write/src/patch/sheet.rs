//! One sheet, read and written row by row; rows in which nothing changes are copied unseen.
//!
//! Deliberately absent: what becomes of a row (`row`), and notes (`notes`).

use std::collections::BTreeSet;

use roster_model::Merged;

use super::address::{block, block_name};
use super::book::{dialect_of, relation_attribute};
use super::formulas::Formulas;
use super::grid::Grid;
use super::markup::{CUT_OFF, Malformed, Tag, TagKind, Tags, complete};
use super::row::{Rows, Touched, fills_several, has_mark};
use super::splice::with_attribute;
use super::styles::Styles;
use super::window::{RowEnd, StreamError, Window};
use super::{LeftOutReason, Spot};

/// What stands behind the drawing of notes in a sheet.
const BEHIND_DRAWING: [&str; 8] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
];

/// What became known of a sheet when it was written.
pub(super) struct Written {
    /// Relation of the drawing that the sheet had already.
    pub(super) drawing: Option<String>,
    pub(super) grid: Grid,
    pub(super) is_formula_gone: bool,
    pub(super) left_out: Vec<(Spot, LeftOutReason)>,
}

/// What is to be written into a sheet.
pub(super) struct Asked<'c> {
    /// The cells that change, in order.
    pub(super) touched: &'c [Touched],
    /// Columns of dates that formulas calculate with.
    pub(super) calculated: &'c BTreeSet<u16>,
    /// Cells with a note of an earlier run.
    pub(super) noted: &'c BTreeSet<Spot>,
    /// Formulas whose results are old.
    pub(super) stale: &'c BTreeSet<Spot>,
    /// The relation of a drawing, for a sheet that has none.
    pub(super) drawing: Option<&'c str>,
}

/// Writes a sheet with its changes.
pub(super) fn rewrite(
    window: &mut Window<'_, '_>,
    asked: &Asked<'_>,
    styles: &mut Styles,
) -> Result<Written, StreamError> {
    let Asked {
        touched,
        calculated,
        noted,
        stale,
        drawing,
    } = *asked;
    let head = read_head(window, drawing)?;
    head.write(window, touched);
    let rows = Rows {
        styles,
        grid: head.grid,
        formulas: Formulas::default(),
        calculated,
        noted,
        stale,
        left_out: Vec::new(),
    };
    let mut body = Body {
        rows,
        has_texts: touched.iter().any(|it| it.text.is_some()),
        touched,
        out: Vec::new(),
    };
    let end = if head.data_kind == TagKind::Empty {
        body.fill_empty(window, head.data)?
    } else {
        body.write(window, head.data.1)?
    };
    let drawing = write_tail(window, end, &head.drawing)?;
    Ok(Written {
        drawing,
        grid: body.rows.grid,
        is_formula_gone: body.rows.formulas.is_any_gone,
        left_out: body.rows.left_out,
    })
}

/// What stands before the rows.
#[derive(Default)]
struct Head {
    grid: Grid,
    dimension: Option<(usize, usize)>,
    /// Element that names the drawing of notes, if one is wanted.
    drawing: String,
    data: (usize, usize),
    data_kind: TagKind,
}

impl Head {
    /// Copies the head; the sheet says that it is larger where it becomes so.
    fn write(&self, window: &mut Window<'_, '_>, touched: &[Touched]) {
        let Some((start, end)) = self.dimension else {
            return;
        };
        let mut tags = Tags::new(&window.bytes()[..end], start);
        let Ok(Some(tag)) = tags.next() else { return };
        let Some(old) = tag.attribute("ref").and_then(|it| block(&it)) else {
            return;
        };
        let new = touched.iter().filter(|it| it.is_seen()).fold(old, widened);
        if new != old {
            let tag = with_attribute(&tag, "ref", &block_name(&new));
            window.copy_to(start);
            window.write(&tag);
            window.skip_to(end);
        }
    }
}

fn widened(block: Merged, touched: &Touched) -> Merged {
    let Spot {
        row_number,
        position,
    } = touched.spot;
    Merged {
        first_row: block.first_row.min(row_number),
        last_row: block.last_row.max(row_number),
        first_position: block.first_position.min(position),
        last_position: block.last_position.max(position),
    }
}

fn read_head(window: &mut Window<'_, '_>, drawing: Option<&str>) -> Result<Head, StreamError> {
    loop {
        let head = head_of(window.bytes(), drawing);
        match head {
            Ok(head) => return Ok(head),
            Err(CUT_OFF) if window.more()? => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn head_of(text: &[u8], drawing: Option<&str>) -> Result<Head, Malformed> {
    if text.starts_with(&[0xFF, 0xFE]) || text.starts_with(&[0xFE, 0xFF]) {
        return Err(Malformed("it is not in UTF-8"));
    }
    let mut tags = Tags::new(text, 0);
    let root = tags.next()?.ok_or(CUT_OFF)?;
    if !root.is("worksheet") || root.kind != TagKind::Open {
        return Err(Malformed("it is no sheet with cells"));
    }
    let mut head = Head {
        drawing: drawing.map_or(String::new(), |id| {
            let id = relation_attribute(&root, dialect_of(&root), id);
            format!("<{}legacyDrawing {id}/>", root.prefix())
        }),
        ..Head::default()
    };
    let mut depth = 1_usize;
    loop {
        let tag = tags.next()?.ok_or(CUT_OFF)?;
        if depth == 1 && tag.kind != TagKind::Close {
            if tag.is("sheetData") {
                head.data = (tag.start, tag.end);
                head.data_kind = tag.kind;
                return Ok(head);
            }
            if tag.is("dimension") {
                head.dimension = Some((tag.start, tag.end));
            }
        }
        head.grid.add(&tag);
        match tag.kind {
            TagKind::Open => depth += 1,
            TagKind::Empty => {}
            TagKind::Close => depth -= 1,
        }
        if depth == 0 {
            return Err(Malformed("it has no cells"));
        }
    }
}

/// The rows.
struct Body<'s, 't> {
    rows: Rows<'s>,
    /// What has not been written yet.
    touched: &'t [Touched],
    /// Whether some cell is given a text.
    has_texts: bool,
    out: Vec<u8>,
}

impl<'t> Body<'_, 't> {
    /// Writes the rows of an element that has none. Gives where the rest of the sheet begins.
    fn fill_empty(
        &mut self,
        window: &mut Window<'_, '_>,
        (start, end): (usize, usize),
    ) -> Result<usize, StreamError> {
        let tag = window.tag(start)?.ok_or(CUT_OFF)?;
        let (name, prefix) = (tag.name().to_vec(), tag.prefix().to_owned());
        let open = tag.text.strip_suffix(b"/>").unwrap_or(tag.text);
        let open = [open.trim_ascii_end(), b">"].concat();
        self.insert_before(u32::MAX, &prefix)?;
        if self.out.is_empty() {
            return Ok(end);
        }
        window.copy_to(start);
        window.write(&open);
        window.write(&self.out);
        window.write(&[b"</", &name[..], b">"].concat());
        window.skip_to(end);
        Ok(end)
    }

    /// Writes all rows. Gives where the rest of the sheet begins.
    fn write(&mut self, window: &mut Window<'_, '_>, start: usize) -> Result<usize, StreamError> {
        let mut way = RowEnd::new(b"row");
        let (mut at, mut last) = (start, 0);
        loop {
            at = window.settle(at);
            let tag = window.tag(at)?.ok_or(CUT_OFF)?;
            let (start, end) = (tag.start, tag.end);
            if tag.kind == TagKind::Close {
                let prefix = tag.prefix().to_owned();
                self.insert_before(u32::MAX, &prefix)?;
                self.flush(window, start);
                return Ok(end);
            }
            if !tag.is("row") {
                at = end;
                continue;
            }
            let number = row_number(&tag, last);
            if number <= last {
                return Err(Malformed("its rows are not in order").into());
            }
            last = number;
            if self
                .touched
                .first()
                .is_some_and(|it| it.spot.row_number < number)
            {
                let prefix = tag.prefix().to_owned();
                self.insert_before(number, &prefix)?;
                self.flush(window, start);
            }
            at = window.element_end(start, &mut way)?;
            let touched = self.take_before(number + 1);
            let row = &window.bytes()[start..at];
            if touched.is_empty() && !self.is_concerned(row, number) {
                continue;
            }
            self.out.clear();
            self.rows.rewrite(row, number, touched, &mut self.out)?;
            self.flush(window, start);
            window.skip_to(at);
        }
    }

    /// Whether a row matters in which nothing is asked to change: it may have a mark that goes, have to
    /// hold a formula, or tell of one that fills cells below, or have results that are old.
    fn is_concerned(&self, row: &[u8], number: u32) -> bool {
        has_mark(row, self.rows.styles)
            || self.rows.has_stale(number)
            || self.has_texts && (self.rows.formulas.is_heir_wanted() || fills_several(row))
    }

    /// Makes the rows that are missing before a row.
    fn insert_before(&mut self, number: u32, prefix: &str) -> Result<(), Malformed> {
        self.out.clear();
        let mut rest = self.take_before(number);
        while let Some(first) = rest.first() {
            let row = first.spot.row_number;
            let count = rest.partition_point(|it| it.spot.row_number == row);
            self.rows.insert(prefix, &rest[..count], &mut self.out)?;
            rest = &rest[count..];
        }
        Ok(())
    }

    fn take_before(&mut self, number: u32) -> &'t [Touched] {
        let count = match self.touched.first() {
            Some(first) if first.spot.row_number < number => self
                .touched
                .partition_point(|it| it.spot.row_number < number),
            _ => 0,
        };
        let (taken, rest) = self.touched.split_at(count);
        self.touched = rest;
        taken
    }

    fn flush(&mut self, window: &mut Window<'_, '_>, at: usize) {
        if !self.out.is_empty() {
            window.copy_to(at);
            window.write(&self.out);
            self.out.clear();
        }
    }
}

/// A row without a number comes after the one before it.
fn row_number(tag: &Tag<'_>, last: u32) -> u32 {
    tag.number("r")
        .unwrap_or(last.saturating_add(1))
        .min(u32::MAX - 1)
}

/// Writes what stands behind the rows, and gives the relation of the drawing that is there.
fn write_tail(
    window: &mut Window<'_, '_>,
    start: usize,
    drawing: &str,
) -> Result<Option<String>, StreamError> {
    window.rest()?;
    let text = window.bytes();
    let mut tags = Tags::new(text, start);
    let mut place = None;
    let found = loop {
        let tag = tags.next()?.ok_or(CUT_OFF)?;
        if tag.kind == TagKind::Close {
            break Err(place.unwrap_or(tag.start));
        }
        if tag.is("legacyDrawing") {
            break Ok(tag
                .prefixed_attribute("id")
                .unwrap_or_default()
                .into_owned());
        }
        let element = complete(tag, &mut tags)?;
        if place.is_none() && is_behind_drawing(&text[element.whole()], &tag)? {
            place = Some(tag.start);
        }
    };
    let end = text.len();
    let found = match found {
        Ok(found) => Some(found),
        Err(place) => {
            if !drawing.is_empty() {
                window.copy_to(place);
                window.write(drawing.as_bytes());
            }
            None
        }
    };
    window.copy_to(end);
    Ok(found)
}

/// Whether the drawing of notes has to stand before an element. Alternatives are what is in them.
fn is_behind_drawing(element: &[u8], tag: &Tag<'_>) -> Result<bool, Malformed> {
    let is_one = |tag: &Tag<'_>| BEHIND_DRAWING.iter().any(|it| tag.is(it));
    if !tag.is("AlternateContent") {
        return Ok(is_one(tag));
    }
    let mut tags = Tags::new(element, 0);
    while let Some(tag) = tags.next()? {
        if is_one(&tag) {
            return Ok(true);
        }
    }
    Ok(false)
}
