//! One row of a sheet with some of its cells changed, and rows and cells that were not there.
//!
//! Deliberately absent: which rows change (`sheet`).

mod unasked;

use std::collections::BTreeSet;

use memchr::memmem;
use roster_model::{Level, cell_name};

use super::address;
use super::calculated::is_date;
use super::formulas::Formulas;
use super::grid::Grid;
use super::markup::{Element, Malformed, Tag, TagKind, root};
use super::splice::{Splices, with_attribute};
use super::styles::{Look, Styles, TextForm};
use super::{LeftOutReason, Spot};
use crate::text::escape_cell;
use crate::{TEXT_UNITS_MAX, cut_text, looks_like_formula};

/// A cell whose text or look changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Touched {
    pub(super) spot: Spot,
    pub(super) text: Option<String>,
    pub(super) mark: Option<Level>,
}

impl Touched {
    fn look(&self) -> Look {
        let form = match self.text.as_deref() {
            None | Some("") => TextForm::Kept,
            Some(text) if looks_like_formula(text) => TextForm::Quoted,
            Some(_) => TextForm::Text,
        };
        Look {
            mark: self.mark,
            form,
        }
    }

    /// Whether it shows where there was no cell.
    pub(super) fn is_seen(&self) -> bool {
        self.mark.is_some() || self.text.as_ref().is_some_and(|it| !it.is_empty())
    }
}

/// What rows need to know, and what becomes known on the way.
pub(super) struct Rows<'s> {
    pub(super) styles: &'s mut Styles,
    pub(super) grid: Grid,
    pub(super) formulas: Formulas,
    /// Columns whose dates formulas calculate with.
    pub(super) calculated: &'s BTreeSet<u16>,
    /// Cells with a note of an earlier run.
    pub(super) noted: &'s BTreeSet<Spot>,
    /// Formulas whose results are old.
    pub(super) stale: &'s BTreeSet<Spot>,
    pub(super) left_out: Vec<(Spot, LeftOutReason)>,
}

impl Rows<'_> {
    /// Writes a row that was not there.
    pub(super) fn insert(
        &mut self,
        prefix: &str,
        touched: &[Touched],
        out: &mut Vec<u8>,
    ) -> Result<(), Malformed> {
        let mut cells = Vec::new();
        for it in touched.iter().filter(|it| it.is_seen()) {
            let base = self.grid.style(it.spot.position);
            self.cell(prefix, it, base, &mut cells)?;
        }
        let Some(first) = touched.first().filter(|_| !cells.is_empty()) else {
            return Ok(());
        };
        out.extend(format!("<{prefix}row r=\"{}\">", first.spot.row_number).bytes());
        out.extend(cells);
        out.extend(format!("</{prefix}row>").bytes());
        Ok(())
    }

    /// Writes a row of which some cells change. `touched` are in order.
    pub(super) fn rewrite(
        &mut self,
        row: &[u8],
        row_number: u32,
        touched: &[Touched],
        out: &mut Vec<u8>,
    ) -> Result<(), Malformed> {
        let element = root(row)?;
        let tag = element.tag;
        let cells = cells_of(&element, row)?;
        self.formulas.pass(row_number);
        if fills_several(row) {
            for (_, cell) in &cells {
                if let Some(formula) = cell.child(row, "f")? {
                    self.formulas.note(&formula.tag)?;
                }
            }
        }
        let mut splices = Splices::default();
        self.unmark_cells(row_number, &cells, touched, &mut splices)?;
        self.drop_results(row, row_number, &cells, &mut splices)?;
        let inserted = self.change_cells(&tag, row, &cells, touched, &mut splices)?;
        if self.formulas.is_heir_wanted() {
            self.pass_formulas_on(row, row_number, &cells, touched, &mut splices)?;
        }
        write_row(row, &tag, inserted, splices, out);
        Ok(())
    }

    /// Changes the cells that are there and gives those that were not.
    fn change_cells(
        &mut self,
        tag: &Tag<'_>,
        row: &[u8],
        cells: &[(u16, Element<'_>)],
        touched: &[Touched],
        splices: &mut Splices,
    ) -> Result<Vec<Inserted>, Malformed> {
        let row_style = tag.flag("customFormat").then(|| tag.number("s"));
        let mut inserted = Vec::new();
        for it in touched {
            let position = it.spot.position;
            let index = cells.partition_point(|cell| cell.0 < position);
            let found = cells.get(index).filter(|cell| cell.0 == position);
            if let Some((_, cell)) = found {
                self.change(cell, row, it, splices)?;
                continue;
            }
            if !it.is_seen() {
                continue;
            }
            let base = row_style.flatten();
            let base = base.unwrap_or_else(|| self.grid.style(position));
            let before = index.checked_sub(1).and_then(|it| cells.get(it));
            let at = before.map_or(tag.end, |(_, cell)| cell.end);
            let mut bytes = Vec::new();
            self.cell(tag.prefix(), it, base, &mut bytes)?;
            inserted.push(Inserted {
                position,
                at,
                bytes,
            });
        }
        Ok(inserted)
    }

    /// Hands a formula that several cells share to the first cell that keeps it.
    fn pass_formulas_on(
        &mut self,
        row: &[u8],
        row_number: u32,
        cells: &[(u16, Element<'_>)],
        touched: &[Touched],
        splices: &mut Splices,
    ) -> Result<(), Malformed> {
        for &(position, cell) in cells {
            let spot = Spot {
                row_number,
                position,
            };
            let is_written = touched.binary_search_by_key(&spot, |it| it.spot);
            let is_written = is_written.is_ok_and(|it| touched[it].text.is_some());
            if !is_written || self.formulas.is_filled(spot) {
                self.formulas.inherit(spot, &cell, row, splices)?;
            }
        }
        Ok(())
    }

    /// Changes a cell that is there.
    fn change(
        &mut self,
        cell: &Element<'_>,
        row: &[u8],
        touched: &Touched,
        splices: &mut Splices,
    ) -> Result<(), Malformed> {
        let tag = cell.tag;
        let old = tag.number("s").unwrap_or(0);
        let base = self.unmarked(touched.spot, old)?;
        let formula = cell.child(row, "f")?;
        let is_filled = touched.text.is_some() && self.formulas.is_filled(touched.spot);
        let kept = if is_filled {
            Some(LeftOutReason::SharedFormula)
        } else if formula.is_none() && self.is_calculated(cell, row, touched)? {
            Some(LeftOutReason::Calculated)
        } else {
            None
        };
        self.left_out.extend(kept.map(|it| (touched.spot, it)));
        let text = touched.text.as_deref().filter(|_| kept.is_none());
        let Some(text) = text else {
            let look = Look {
                mark: touched.mark,
                form: TextForm::Kept,
            };
            let style = self.styles.look(base, look)?;
            if style != old {
                splices.set(&tag, "s", &style.to_string());
            }
            return Ok(());
        };
        if let Some(formula) = formula {
            self.formulas.remove(touched.spot, &formula, row);
        }
        let style = self.styles.look(base, touched.look())?;
        let mut bytes = [b"<", tag.name()].concat();
        for attribute in tag.attributes().filter(|it| it.name == b"r") {
            bytes.push(b' ');
            bytes.extend(&tag.text[attribute.whole]);
        }
        content(tag.prefix(), &bytes_of_name(&tag), style, text, &mut bytes);
        splices.replace(cell.whole(), bytes);
        Ok(())
    }

    /// Whether a cell is a date that becomes a text, though formulas calculate with it.
    fn is_calculated(
        &self,
        cell: &Element<'_>,
        row: &[u8],
        touched: &Touched,
    ) -> Result<bool, Malformed> {
        let text = touched.text.as_deref().filter(|it| is_date(it));
        let Some(text) = text.filter(|_| self.calculated.contains(&touched.spot.position)) else {
            return Ok(false);
        };
        // 20150901 as a number is no date to a formula either.
        let is_number = matches!(cell.tag.attribute("t").as_deref(), None | Some("n" | "d"));
        let value = cell.child(row, "v")?.map(|it| it.inside());
        Ok(is_number && value.is_some_and(|it| row[it] != *text.as_bytes()))
    }

    /// Writes a cell that was not there.
    fn cell(
        &mut self,
        prefix: &str,
        touched: &Touched,
        base: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), Malformed> {
        let style = self.styles.look(base, touched.look())?;
        let Spot {
            row_number,
            position,
        } = touched.spot;
        let name = format!("{prefix}c");
        out.extend(format!("<{name} r=\"{}\"", cell_name(position, row_number)).bytes());
        let text = touched.text.as_deref().unwrap_or("");
        content(prefix, &name, style, text, out);
        Ok(())
    }
}

fn bytes_of_name(tag: &Tag<'_>) -> String {
    String::from_utf8_lossy(tag.name()).into_owned()
}

/// Style, text and end of a cell whose tag has begun.
pub(super) fn content(prefix: &str, name: &str, style: u32, text: &str, out: &mut Vec<u8>) {
    if style != 0 {
        out.extend(format!(" s=\"{style}\"").bytes());
    }
    if text.is_empty() {
        out.extend(b"/>");
        return;
    }
    out.extend(b" t=\"inlineStr\"><");
    out.extend(format!("{prefix}is><{prefix}t xml:space=\"preserve\">").bytes());
    escape_cell(&cut_text(text, TEXT_UNITS_MAX), out);
    out.extend(format!("</{prefix}t></{prefix}is></{name}>").bytes());
}

/// A cell that was not there.
struct Inserted {
    position: u16,
    /// Where it goes in the text of the row.
    at: usize,
    bytes: Vec<u8>,
}

/// Writes a row with its changes and the cells that were not there, which are in order.
fn write_row(
    row: &[u8],
    tag: &Tag<'_>,
    inserted: Vec<Inserted>,
    mut splices: Splices,
    out: &mut Vec<u8>,
) {
    let (Some(first), Some(last)) = (inserted.first(), inserted.last()) else {
        out.extend(splices.apply(row));
        return;
    };
    let new_tag = with_spans(tag, (first.position, last.position));
    if tag.kind == TagKind::Empty {
        let open = new_tag.strip_suffix(b"/>").unwrap_or(&new_tag);
        out.extend(open.trim_ascii_end());
        out.push(b'>');
        out.extend(inserted.into_iter().flat_map(|it| it.bytes));
        out.extend([b"</", tag.name(), b">"].concat());
        return;
    }
    if new_tag != tag.text {
        splices.replace(tag.start..tag.end, new_tag);
    }
    for it in inserted {
        splices.insert(it.at, it.bytes);
    }
    out.extend(splices.apply(row));
}

/// The cells of a row with their positions; one without an address stands beside the one before.
fn cells_of<'t>(
    element: &Element<'t>,
    row: &'t [u8],
) -> Result<Vec<(u16, Element<'t>)>, Malformed> {
    let mut cells: Vec<(u16, Element<'_>)> = Vec::new();
    let mut next = 0_u16;
    for cell in element.children(row)? {
        if !cell.tag.is("c") {
            continue;
        }
        let address = cell.tag.attribute("r");
        let position = address
            .and_then(|it| address::cell(&it))
            .map_or(next, |it| it.1);
        if position < next {
            return Err(Malformed("its cells are not in order"));
        }
        next = position + 1;
        cells.push((position, cell));
    }
    Ok(cells)
}

/// Whether a cell of a row may have one of the styles that are marks.
pub(super) fn has_mark(row: &[u8], styles: &Styles) -> bool {
    styles.has_marks()
        && memmem::find_iter(row, b" s=").any(|at| {
            let digits = row[at + 4..].iter().take_while(|it| it.is_ascii_digit());
            let number = digits.fold(0_u32, |sum, it| {
                sum.saturating_mul(10).saturating_add(u32::from(it - b'0'))
            });
            styles.is_mark(number)
        })
}

/// Whether some formula of a row may fill several cells.
pub(super) fn fills_several(row: &[u8]) -> bool {
    memmem::find(row, b" ref=").is_some()
}

/// The tag of a row that has cells at more positions.
fn with_spans(tag: &Tag<'_>, (first, last): (u16, u16)) -> Vec<u8> {
    let spans = tag.attribute("spans").and_then(|spans| {
        let (from, to) = spans.trim().split_once(':')?;
        Some((from.parse::<u32>().ok()?, to.parse::<u32>().ok()?))
    });
    let Some((from, to)) = spans else {
        return tag.text.to_vec();
    };
    let (first, last) = (u32::from(first) + 1, u32::from(last) + 1);
    if (from..=to).contains(&first) && (from..=to).contains(&last) {
        return tag.text.to_vec();
    }
    let spans = format!("{}:{}", from.min(first), to.max(last));
    with_attribute(tag, "spans", &spans)
}
