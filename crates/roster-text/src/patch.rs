//! Changes some fields of a text file and copies everything else byte for byte: encoding, mark,
//! delimiter, line ends, quotes and damaged places stay what they were.

use crate::Encoding;
use crate::block::{Block, BlockRow};
use crate::coding::encode_plain;
use crate::decide::Decision;
use crate::rows::{RowError, Rows};
use crate::source::is_wide;

/// A new text for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// Row number, from 1, as reading tells it.
    pub row_number: u32,
    /// Position of the field, from 0. Behind the last field of the row, the fields between are
    /// made blank.
    pub position: u16,
    /// The text.
    pub text: String,
}

/// Why a file could not be changed. Nothing is written then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatchError {
    /// The encoding of the file has no such character.
    Unencodable {
        /// Row number, from 1.
        row_number: u32,
        /// Position of the field, from 0.
        position: u16,
        /// The first character that cannot be written.
        character: char,
    },
    /// The row has a stray quote, and the new text would need quotes of its own.
    StrayQuote {
        /// Row number, from 1.
        row_number: u32,
        /// Position of the field, from 0.
        position: u16,
    },
    /// The file has no row of this number with anything in it.
    NoSuchRow(u32),
    /// The file is no table.
    NoTable(RowError),
}

/// Changes fields of a file. Of two edits for one field the last holds.
///
/// `decision` and `delimiter` are those the file was read with.
pub fn patch(
    original: &[u8],
    decision: &Decision,
    delimiter: u8,
    edits: &[TextEdit],
) -> Result<Vec<u8>, PatchError> {
    let mut sorted: Vec<&TextEdit> = edits.iter().collect();
    roster_order::sort_by_key(&mut sorted, |it| (it.row_number, it.position));
    let mut patcher = Patcher {
        original,
        encoding: decision.encoding,
        delimiter,
        unit: if is_wide(decision.encoding) { 2 } else { 1 },
        written: Vec::with_capacity(original.len()),
        copied: 0,
    };
    let mut rows = Rows::shadow(original, decision, delimiter);
    let mut block = Block::default();
    let mut base = decision.mark_bytes;
    let mut rest = sorted.as_slice();
    while !rest.is_empty() && rows.next_block(&mut block).map_err(PatchError::NoTable)? {
        for index in 0..block.len() {
            let row = block.row(index);
            let here = rest.partition_point(|it| it.row_number <= row.number);
            let (edits, later) = rest.split_at(here);
            rest = later;
            if edits.is_empty() {
                continue;
            }
            if let Some(missing) = edits.iter().find(|it| it.row_number < row.number) {
                return Err(PatchError::NoSuchRow(missing.row_number));
            }
            let is_stray = rows.unclosed_quotes().binary_search(&row.number).is_ok();
            patcher.change(row, edits, base, is_stray)?;
        }
        base += block.text_length() * patcher.unit;
    }
    if let Some(missing) = rest.first() {
        return Err(PatchError::NoSuchRow(missing.row_number));
    }
    patcher.copy_to(original.len());
    Ok(patcher.written)
}

struct Patcher<'o> {
    original: &'o [u8],
    encoding: Encoding,
    delimiter: u8,
    /// Bytes of a delimiter.
    unit: usize,
    written: Vec<u8>,
    /// Bytes of the original that are copied or replaced.
    copied: usize,
}

impl Patcher<'_> {
    fn copy_to(&mut self, place: usize) {
        // Half a character at the end of the file counts as one.
        let place = place.min(self.original.len());
        self.written
            .extend_from_slice(&self.original[self.copied..place]);
        self.copied = place;
    }

    /// Changes one row; `base` is where the text of its block begins in the file.
    fn change(
        &mut self,
        row: BlockRow<'_>,
        edits: &[&TextEdit],
        base: usize,
        is_stray: bool,
    ) -> Result<(), PatchError> {
        let mut fields = row.len();
        for (index, edit) in edits.iter().enumerate() {
            let next = edits.get(index + 1);
            if next.is_some_and(|next| next.position == edit.position) {
                continue;
            }
            let position = usize::from(edit.position);
            let Some(place) = row.place(position) else {
                let last = row.place(row.len() - 1).map_or(0, |it| it.end);
                self.copy_to(base + last * self.unit);
                while fields <= position {
                    self.put(char::from(self.delimiter));
                    fields += 1;
                }
                self.write(edit, row.is_quoted(0), is_stray)?;
                continue;
            };
            self.copy_to(base + place.start * self.unit);
            // Without quotes a row of one blank field would be a blank line.
            let is_quoted = row.is_quoted(position) || row.len() == 1 && edit.text.is_empty();
            let is_stray = is_stray && row.len() > 1;
            // Without the formula a spreadsheet would take the new text for a number.
            if row.is_formula(position) && !is_stray && !edit.text.contains('"') {
                self.write_formula(edit, is_quoted)?;
            } else {
                self.write(edit, is_quoted, is_stray)?;
            }
            self.copied = (base + place.end * self.unit).min(self.original.len());
        }
        Ok(())
    }

    fn write_formula(&mut self, edit: &TextEdit, is_quoted: bool) -> Result<(), PatchError> {
        let (text, place) = (&edit.text, (edit.row_number, edit.position));
        let dividing = [char::from(self.delimiter), '\r', '\n'];
        if is_quoted || text.contains(dividing) {
            self.put_text(&format!("\"=\"\"{text}\"\"\""), place)
        } else {
            self.put_text(&format!("=\"{text}\""), place)
        }
    }

    fn write(
        &mut self,
        edit: &TextEdit,
        is_quoted: bool,
        is_stray: bool,
    ) -> Result<(), PatchError> {
        let (row_number, position) = (edit.row_number, edit.position);
        let dividing = [char::from(self.delimiter), '"', '\r', '\n'];
        let needs_quotes = edit.text.contains(dividing);
        if needs_quotes && is_stray {
            return Err(PatchError::StrayQuote {
                row_number,
                position,
            });
        }
        let quote = (needs_quotes || is_quoted && !is_stray).then_some('"');
        let doubled = edit
            .text
            .chars()
            .flat_map(|it| std::iter::repeat_n(it, if it == '"' { 2 } else { 1 }));
        let text: String = quote.into_iter().chain(doubled).chain(quote).collect();
        self.put_text(&text, (row_number, position))
    }

    fn put_text(
        &mut self,
        text: &str,
        (row_number, position): (u32, u16),
    ) -> Result<(), PatchError> {
        self.encode(text)
            .map_err(|character| PatchError::Unencodable {
                row_number,
                position,
                character,
            })
    }

    fn put(&mut self, ascii: char) {
        let encoded = self.encode(ascii.encode_utf8(&mut [0; 4]));
        debug_assert!(encoded.is_ok(), "every encoding here has ASCII");
    }

    /// Writes the text, or tells the first character that the encoding lacks.
    fn encode(&mut self, text: &str) -> Result<(), char> {
        for character in text.chars() {
            encode_plain(self.encoding, character, &mut self.written).ok_or(character)?;
        }
        Ok(())
    }
}
