//! What a sheet says of its columns and rows before the first of them: widths and styles.

use super::markup::Tag;
use crate::COLUMNS_MAX;

/// Pixels of a character of the usual font.
const CHARACTER_PIXELS: f64 = 7.0;
const COLUMN_PIXELS: u32 = 64;
const ROW_PIXELS: u32 = 20;

/// One column as the sheet describes it.
#[derive(Clone, Copy, Debug)]
struct Described {
    pixels: Option<u32>,
    style: u32,
}

/// Columns and rows of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    columns: Vec<Described>,
    column_pixels: u32,
    row_pixels: u32,
}

impl Default for Grid {
    fn default() -> Self {
        Grid {
            columns: Vec::new(),
            column_pixels: COLUMN_PIXELS,
            row_pixels: ROW_PIXELS,
        }
    }
}

impl Grid {
    /// Takes in what a tag before the rows says.
    pub(super) fn add(&mut self, tag: &Tag<'_>) {
        let length = |name| {
            let value: f64 = tag.attribute(name)?.trim().parse().ok()?;
            (0.0..=10_000.0).contains(&value).then_some(value)
        };
        if tag.is("sheetFormatPr") {
            if let Some(width) = length("defaultColWidth") {
                self.column_pixels = pixels(width);
            }
            if let Some(points) = length("defaultRowHeight") {
                self.row_pixels = whole(points * 4.0 / 3.0).max(1);
            }
        }
        if !tag.is("col") {
            return;
        }
        let (Some(first), Some(last)) = (tag.number("min"), tag.number("max")) else {
            return;
        };
        let (first, last) = (first as usize, (last as usize).min(COLUMNS_MAX));
        // They come in order; what does not is not believed.
        if first <= self.columns.len() || first > last {
            return;
        }
        let plain = Described {
            pixels: None,
            style: 0,
        };
        self.columns.resize(first - 1, plain);
        let described = Described {
            pixels: if tag.flag("hidden") {
                Some(0)
            } else {
                length("width").map(pixels)
            },
            style: tag.number("style").unwrap_or(0),
        };
        self.columns.resize(last, described);
    }

    /// Style of cells that are not written.
    pub(super) fn style(&self, position: u16) -> u32 {
        self.columns
            .get(usize::from(position))
            .map_or(0, |it| it.style)
    }

    /// Width of a column.
    pub(super) fn width(&self, position: u16) -> u32 {
        let described = self.columns.get(usize::from(position));
        described
            .and_then(|it| it.pixels)
            .unwrap_or(self.column_pixels)
    }

    /// Height of a row that says nothing else.
    pub(super) fn height(&self) -> u32 {
        self.row_pixels
    }
}

fn pixels(width: f64) -> u32 {
    whole(width * CHARACTER_PIXELS + 0.5)
}

#[expect(clippy::cast_sign_loss, reason = "lengths are not negative")]
fn whole(length: f64) -> u32 {
    length as u32
}

#[cfg(test)]
mod tests {
    use super::super::markup::Tags;
    use super::*;

    #[test]
    fn columns_are_as_wide_as_they_say() {
        let text = b"<sheetFormatPr defaultColWidth='10' defaultRowHeight='15'/><col min='2' max='3' width='20' style='4'/><col min='1' max='9' width='1'/><col min='5' max='99999' hidden='1'/>";
        let mut grid = Grid::default();
        let mut tags = Tags::new(text, 0);
        while let Some(tag) = tags.next().unwrap() {
            grid.add(&tag);
        }
        let widths = [0, 1, 2, 3, 4, 16_383].map(|it| grid.width(it));
        assert_eq!(widths, [70, 140, 140, 70, 0, 0]);
        assert_eq!((grid.style(1), grid.style(0), grid.height()), (4, 0, 20));
    }
}
