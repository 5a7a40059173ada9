//! Looks for a few tags in an XML part that passes by in pieces.
//!
//! Hidden rows and columns are not told by the reader of the cells, and a table of shared strings
//! may claim any number of strings. Both stand in attributes with names of their own, so only tags
//! around those names are looked at.

use memchr::memmem;

use crate::xml::Tag;

/// Longest tag that is looked at.
const TAG_BYTES_MAX: usize = 1024;
/// Rows of the longest sheet.
const ROWS_MAX: usize = 1 << 20;
/// Columns of the widest.
const COLUMNS_MAX: u32 = 16_384;

/// Hidden rows, from 1, and columns, from 0, of one worksheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hidden {
    pub(crate) rows: Vec<u32>,
    pub(crate) columns: Vec<u16>,
}

/// A part that passes by.
#[derive(Default)]
pub(crate) struct Scan {
    /// The end of what passed, with the beginning of a tag that may lie across two pieces.
    window: Vec<u8>,
    /// Bytes of the window in which everything was found.
    done: usize,
    pub(crate) hidden: Hidden,
    /// The largest number of shared strings that a tag claims.
    pub(crate) strings_claimed: u64,
}

impl Scan {
    /// The next piece.
    pub(crate) fn pass(&mut self, piece: &[u8]) {
        self.window.extend_from_slice(piece);
        self.look(self.window.len().saturating_sub(TAG_BYTES_MAX));
        let drained = self.done.saturating_sub(TAG_BYTES_MAX);
        self.window.drain(..drained);
        self.done -= drained;
    }

    /// There are no more pieces.
    pub(crate) fn end(&mut self) {
        self.look(self.window.len());
        self.hidden.columns.sort_unstable();
        self.hidden.columns.dedup();
    }

    /// Looks at the attributes that begin before `until`.
    fn look(&mut self, until: usize) {
        let window = std::mem::take(&mut self.window);
        for name in [b"hidden".as_slice(), b"uniqueCount"] {
            let from = self.done.min(until);
            for found in memmem::find_iter(&window[from..], name) {
                if from + found >= until {
                    break;
                }
                if let Some(tag) = tag_around(&window, from + found) {
                    self.note(tag);
                }
            }
        }
        self.window = window;
        self.done = self.done.max(until);
    }

    fn note(&mut self, tag: Tag) {
        let number = |name| tag.attribute(name).and_then(|it| it.parse::<u32>().ok());
        let is_hidden = || matches!(tag.attribute("hidden").as_deref(), Some("1" | "true"));
        match tag.name {
            "row" if self.hidden.rows.len() < ROWS_MAX && is_hidden() => {
                self.hidden.rows.extend(number("r"));
            }
            "col" if self.hidden.columns.len() <= COLUMNS_MAX as usize && is_hidden() => {
                let (Some(first), Some(last)) = (number("min"), number("max")) else {
                    return;
                };
                let range = first.max(1)..=last.min(COLUMNS_MAX);
                self.hidden
                    .columns
                    .extend(range.map(|column| (column - 1) as u16));
            }
            "sst" => {
                let claimed = tag.attribute("uniqueCount").unwrap_or_default();
                let digits = claimed.bytes().filter(u8::is_ascii_digit);
                let claimed = digits.fold(0_u64, |sum, digit| {
                    sum.saturating_mul(10)
                        .saturating_add(u64::from(digit - b'0'))
                });
                self.strings_claimed = self.strings_claimed.max(claimed);
            }
            _ => {}
        }
    }
}

/// The start tag in which a place lies; `None` in text between tags.
fn tag_around(window: &[u8], place: usize) -> Option<Tag<'_>> {
    let from = place.saturating_sub(TAG_BYTES_MAX);
    let start = from + memchr::memrchr2(b'<', b'>', &window[from..place])?;
    let length = memchr::memchr(b'>', &window[start + 1..])?;
    let inner = str::from_utf8(&window[start + 1..start + 1 + length]).ok()?;
    (window[start] == b'<').then(|| Tag::parse(inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_wherever_the_pieces_are_cut() {
        let part = r#"<cols><col min="2" max="3" hidden="1"/><col min="9" max="9"/></cols>
            <x:row r="4" hidden='true'><c><t>row r="5" hidden="1"</t></c></x:row>
            <row r="6" hidden="0"/><sst count="1" uniqueCount="77"/>"#;
        let part = format!("{}{part}{}", " ".repeat(3000), " ".repeat(3000));
        for size in [1, 7, 100, 1024, 1500, 9000] {
            let mut scan = Scan::default();
            part.as_bytes()
                .chunks(size)
                .for_each(|piece| scan.pass(piece));
            scan.end();
            assert_eq!(scan.hidden.rows, [4], "{size}");
            assert_eq!(scan.hidden.columns, [1, 2], "{size}");
            assert_eq!(scan.strings_claimed, 77, "{size}");
        }
    }
}
