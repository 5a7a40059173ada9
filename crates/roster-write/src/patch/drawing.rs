//! The boxes of notes, in the drawing language that Excel keeps for them (VML). What is there
//! already is often no good XML, so it is not read but searched.

use std::borrow::Cow;
use std::collections::BTreeSet;

use memchr::memmem;
use roster_package::ArchiveWriter;

use super::Spot;
use super::comments::NoteAt;
use super::grid::Grid;
use super::markup::Malformed;
use crate::COLUMNS_MAX;

/// Shapes that have numbers in one block.
const BLOCK: u32 = 1024;
const LINE_PIXELS: u32 = 17;
const CHARACTER_PIXELS: u32 = 13;
/// Widths that are tried, until the note is not too long.
const WIDTHS: [u32; 3] = [210, 320, 480];
const LINES_MAX: u32 = 24;
const SHAPE_END: &[u8] = b"</v:shape>";
/// Columns and rows that a box is stretched over at most.
const CELLS_MAX: u32 = 200;

const NAMESPACES: [(&str, &str); 3] = [
    ("v", "urn:schemas-microsoft-com:vml"),
    ("o", "urn:schemas-microsoft-com:office:office"),
    ("x", "urn:schemas-microsoft-com:office:excel"),
];
const SHAPE_TYPE: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

/// Writes a drawing that has boxes for these notes only, numbered from a block on. Gives the next
/// free block.
pub(super) fn write_new<'n>(
    notes: impl Iterator<Item = &'n NoteAt> + Clone,
    grid: &Grid,
    block: u32,
    out: &mut ArchiveWriter,
) -> u32 {
    let count = notes.clone().count() as u32;
    let next = block + (count + 1).div_ceil(BLOCK).max(1);
    let blocks: Vec<String> = (block..next).map(|it| it.to_string()).collect();
    out.write(b"<xml");
    out.write(declarations(b"").as_bytes());
    let map = format!(
        "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{}\"/></o:shapelayout>",
        blocks.join(",")
    );
    out.write(map.as_bytes());
    out.write(SHAPE_TYPE.as_bytes());
    write_shapes(notes, grid, block * BLOCK + 1, "", out);
    out.write(b"</xml>");
    next
}

/// Writes a drawing with more boxes.
pub(super) fn write_extended<'n>(
    old: &[u8],
    notes: impl Iterator<Item = &'n NoteAt> + Clone,
    grid: &Grid,
    out: &mut ArchiveWriter,
) -> Result<(), Malformed> {
    let end = memmem::rfind(old, b"</xml").ok_or(Malformed("it has no end"))?;
    let count = notes.clone().count() as u32;
    if count == 0 {
        out.write(old);
        return Ok(());
    }
    let first = number_max(old).map_or(BLOCK + 1, |it| it + 1);
    let last = first.saturating_add(count);
    let copied = write_map(old, first / BLOCK..=last / BLOCK, out);
    out.write(&old[copied..end.max(copied)]);
    let missing = declarations(old);
    let has_type = memmem::find(old, b"id=\"_x0000_t202\"").is_some();
    if !has_type {
        let declared = format!("<v:shapetype{missing} ");
        out.write(SHAPE_TYPE.replace("<v:shapetype ", &declared).as_bytes());
    }
    write_shapes(notes, grid, first, &missing, out);
    out.write(&old[end.max(copied)..]);
    Ok(())
}

/// A drawing without the boxes of these cells.
pub(super) fn without<'d>(old: &'d [u8], gone: &[Spot]) -> Cow<'d, [u8]> {
    if gone.is_empty() {
        return Cow::Borrowed(old);
    }
    let gone: BTreeSet<Spot> = gone.iter().copied().collect();
    let mut out = Vec::with_capacity(old.len());
    let mut rest = old;
    while let Some(start) = memmem::find(rest, b"<v:shape ") {
        let Some(length) = memmem::find(&rest[start..], SHAPE_END) else {
            break;
        };
        let end = start + length + SHAPE_END.len();
        let shape = &rest[start..end];
        let is_gone = spot_of(shape).is_some_and(|it| gone.contains(&it));
        out.extend_from_slice(&rest[..if is_gone { start } else { end }]);
        rest = &rest[end..];
    }
    out.extend_from_slice(rest);
    Cow::Owned(out)
}

/// The cell whose note a shape shows.
fn spot_of(shape: &[u8]) -> Option<Spot> {
    memmem::find(shape, b"\"Note\"")?;
    let number = |mark: &[u8]| {
        let digits = &shape[memmem::find(shape, mark)? + mark.len()..];
        let digits = &digits[..memchr::memchr(b'<', digits)?];
        std::str::from_utf8(digits).ok()?.trim().parse::<u32>().ok()
    };
    Some(Spot {
        row_number: number(b"<x:Row>")?.checked_add(1)?,
        position: u16::try_from(number(b"<x:Column>")?).ok()?,
    })
}

/// Namespaces that a drawing has not declared.
fn declarations(old: &[u8]) -> String {
    let missing = NAMESPACES.iter().filter(|(prefix, namespace)| {
        let with = |quote| format!("xmlns:{prefix}={quote}{namespace}{quote}");
        ['"', '\'']
            .iter()
            .all(|quote| memmem::find(old, with(quote).as_bytes()).is_none())
    });
    missing
        .map(|(prefix, namespace)| format!(" xmlns:{prefix}=\"{namespace}\""))
        .collect()
}

/// Highest number of a shape.
fn number_max(old: &[u8]) -> Option<u32> {
    let numbers = memmem::find_iter(old, b"_x0000_s").filter_map(|at| {
        let digits = &old[at + 8..];
        let end = digits.iter().position(|it| !it.is_ascii_digit());
        let digits = &digits[..end.unwrap_or(digits.len())];
        std::str::from_utf8(digits).ok()?.parse().ok()
    });
    numbers.filter(|&it: &u32| it < u32::MAX / 2).max()
}

/// Writes the beginning of a drawing with more blocks in its map of numbers, and gives how much of
/// the old one that was.
fn write_map(old: &[u8], blocks: std::ops::RangeInclusive<u32>, out: &mut ArchiveWriter) -> usize {
    let found = memmem::find(old, b"<o:idmap").and_then(|tag| {
        let data = tag + memmem::find(&old[tag..], b"data=\"")? + 6;
        let end = data + memchr::memchr(b'"', &old[data..])?;
        let list = std::str::from_utf8(&old[data..end]).ok()?;
        Some((data, end, list))
    });
    let Some((start, end, list)) = found else {
        return 0;
    };
    let mut list = list.to_owned();
    for block in blocks {
        let block = block.to_string();
        if !list.split(',').any(|it| it.trim() == block) {
            list.push(',');
            list.push_str(&block);
        }
    }
    out.write(&old[..start]);
    out.write(list.trim_start_matches(',').as_bytes());
    end
}

fn write_shapes<'n>(
    notes: impl Iterator<Item = &'n NoteAt>,
    grid: &Grid,
    first: u32,
    declared: &str,
    out: &mut ArchiveWriter,
) {
    for (note, number) in notes.zip(first..) {
        let size = note_size(&note.text);
        let anchor = anchor(note, grid, size);
        // Three pixels are about two and a quarter points.
        let (width, height) = (size.0 * 3 / 4, size.1 * 3 / 4);
        let (row, column) = (note.spot.row_number - 1, note.spot.position);
        let shape = format!(
            "<v:shape{declared} id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;width:{width}pt;height:{height}pt;z-index:{};visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
            number - first + 1,
        );
        out.write(shape.as_bytes());
    }
}

/// Width and height in pixels of the box of a note that its text fits in.
pub fn note_size(text: &str) -> (u32, u32) {
    let mut found = (0, 0);
    for width in WIDTHS {
        let per_line = width / CHARACTER_PIXELS - 1;
        let lines: u32 = text.lines().map(|it| lines(it, per_line)).sum();
        found = (width, lines.clamp(3, LINES_MAX) * LINE_PIXELS + 10);
        if lines <= LINES_MAX {
            break;
        }
    }
    found
}

/// Lines that a line of text becomes; two letters are as wide as one Chinese character.
fn lines(text: &str, per_line: u32) -> u32 {
    let halves: u32 = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    halves.div_ceil(2 * per_line).max(1)
}

/// Where the box stands: right of its cell, or left of it near the last column.
fn anchor(note: &NoteAt, grid: &Grid, (width, height): (u32, u32)) -> String {
    let columns = COLUMNS_MAX as u32;
    let position = u32::from(note.spot.position);
    let left = if position + 10 < columns {
        position + 1
    } else {
        position - 8
    };
    let (mut right, mut rest) = (left, width + 15);
    while right + 1 < columns && right - left < CELLS_MAX {
        let column = grid.width(right as u16);
        if rest <= column {
            break;
        }
        rest -= column;
        right += 1;
    }
    let rest = rest.min(grid.width(right as u16));
    let top = note.spot.row_number.saturating_sub(2);
    let row = grid.height();
    let rows = (height / row).min(CELLS_MAX);
    let below = if rows < CELLS_MAX { height % row } else { 0 };
    format!(
        "{left}, 15, {top}, 2, {right}, {rest}, {}, {below}",
        top + rows
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(position: u16, text: &str) -> NoteAt {
        NoteAt {
            spot: Spot {
                row_number: 2,
                position,
            },
            text: text.to_owned(),
        }
    }

    fn written(write: impl FnOnce(&mut ArchiveWriter)) -> String {
        let mut out = ArchiveWriter::new();
        out.start("a");
        write(&mut out);
        let bytes = out.finish();
        let archive = roster_package::Archive::open(&bytes).unwrap();
        let entry = archive.find("a").unwrap();
        String::from_utf8(archive.read(entry, 1 << 20).unwrap()).unwrap()
    }

    #[test]
    fn new_boxes_have_numbers_of_their_own() {
        let notes = [note(0, "一"), note(16_383, "二")];
        let new = written(|out| {
            assert_eq!(write_new(notes.iter(), &Grid::default(), 3, out), 4);
        });
        assert!(new.contains("data=\"3\""), "{new}");
        assert!(new.contains("_x0000_s3073") && new.contains("_x0000_s3074"));
        let more = [note(5, "三")];
        let extended = written(|out| {
            write_extended(new.as_bytes(), more.iter(), &Grid::default(), out).unwrap();
        });
        let (before, after) = extended.split_once("<v:shape id=\"_x0000_s3075\"").unwrap();
        assert_eq!(before, new.strip_suffix("</xml>").unwrap());
        assert!(
            after
                .ends_with("<x:Row>1</x:Row><x:Column>5</x:Column></x:ClientData></v:shape></xml>")
        );
    }

    #[test]
    fn what_a_drawing_lacks_is_brought_along() {
        let old = "<xml><o:idmap v:ext='edit' data=\"1\"/><br><v:shape id=\"_x0000_s2047\"/></xml>";
        let notes = [note(0, "一")];
        let new = written(|out| {
            write_extended(old.as_bytes(), notes.iter(), &Grid::default(), out).unwrap();
        });
        assert!(new.contains("data=\"1,2\""), "{new}");
        assert!(new.contains("<v:shapetype xmlns:v="), "{new}");
        assert!(
            new.contains("<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\""),
            "{new}"
        );
    }

    #[test]
    fn a_box_is_as_large_as_its_text() {
        assert_eq!(note_size("短"), (210, 61));
        assert_eq!(note_size(&"长".repeat(300)).0, 210);
        assert!(note_size(&"长".repeat(900)).0 > 210);
        assert!(note_size(&"长\n".repeat(900)).1 < 500);
    }
}
