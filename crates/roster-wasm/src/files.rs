//! Files on their way into the module.
//!
//! The page reads a file piece by piece and lets go of every piece: a large text is never in memory as a
//! whole, and any other file once.

use std::rc::Rc;

use js_sys::{Function, Uint8Array};
use roster_engine::{ReadBy, SheetScan};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Session, tell};

/// The bytes of a file.
#[wasm_bindgen]
pub struct FileBytes(Vec<u8>);

#[wasm_bindgen]
impl FileBytes {
    /// Room for `size` bytes, none of which is there yet.
    #[wasm_bindgen(constructor)]
    pub fn new(size: u32) -> FileBytes {
        FileBytes(Vec::with_capacity(size as usize))
    }

    /// Takes in the next bytes.
    pub fn push(&mut self, piece: &Uint8Array) {
        append(&mut self.0, piece);
    }

    /// Who reads the file: `own` this module, `office` the second one, `locked` the second one when
    /// there is a password.
    pub fn kind(&self) -> String {
        let word = match roster_engine::read_by(&self.0) {
            ReadBy::Own => "own",
            ReadBy::Office => "office",
            ReadBy::Locked => "locked",
        };
        word.to_owned()
    }

    /// The bytes once more, for the second module.
    pub fn copy(&self) -> Uint8Array {
        Uint8Array::from(self.0.as_slice())
    }
}

impl FileBytes {
    pub(crate) fn all(&self) -> &[u8] {
        &self.0
    }
}

/// How many of its first bytes a file begins with.
#[wasm_bindgen]
pub fn head_bytes() -> usize {
    roster_engine::HEAD_BYTES
}

/// A large text of which some has come.
#[wasm_bindgen]
pub struct Arriving(roster_engine::Arriving);

#[wasm_bindgen]
impl Arriving {
    /// Takes in the next bytes, those that it began with first; `false` where the file has to be opened
    /// as a whole after all.
    pub fn push(&mut self, piece: &[u8]) -> bool {
        self.0.push(piece)
    }
}

#[wasm_bindgen]
impl Session {
    /// Begins with a file whose first bytes these are; nothing where it has to be opened as a whole.
    pub fn begin(&self, name: &str, head: &[u8]) -> Option<Arriving> {
        self.0.begin(name, head).map(Arriving)
    }

    /// Takes a text that has come into the run; `false` where it has to be opened as a whole after all.
    /// Its checksum is still to be set.
    pub fn arrived(&mut self, text: Arriving) -> bool {
        self.0.arrived(text.0).is_some()
    }
}

/// A workbook whose large sheets come scanned.
#[wasm_bindgen]
pub struct ArrivingBook(roster_engine::ArrivingBook);

#[wasm_bindgen]
impl ArrivingBook {
    /// The part of the sheet that comes next; nothing when no more is wanted.
    pub fn next_part(&mut self) -> Option<String> {
        self.0.next_part()
    }

    /// Reads what the sheets refer to; before the first of them comes. `progress` is called with phase,
    /// done and total.
    pub fn read_shared(&mut self, file: &FileBytes, progress: &Function) {
        self.0.read_shared(file.all(), &mut |it| tell(progress, it));
    }

    /// Takes in the next piece of the sheet; `unpacked` counts the packed bytes that were unpacked until now.
    pub fn push(&mut self, piece: &[u8], unpacked: u32, progress: &Function) {
        self.0
            .push(piece, u64::from(unpacked), &mut |it| tell(progress, it));
    }

    /// The sheet came, or no more of it comes.
    pub fn end_part(&mut self) {
        self.0.end_part();
    }
}

#[wasm_bindgen]
impl Session {
    /// Begins with all bytes of a file; nothing where it is no workbook with a large sheet in it.
    pub fn begin_book(&self, name: &str, file: &FileBytes) -> Option<ArrivingBook> {
        self.0.begin_book(name, file.all()).map(ArrivingBook)
    }

    /// Takes a workbook into the run; what did not come is read now.
    pub fn book_arrived(&mut self, book: ArrivingBook, file: &FileBytes, progress: &Function) {
        self.0
            .book_arrived(book.0, file.all(), &mut |it| tell(progress, it));
    }
}

/// A file that comes piece by piece and is passed on: its checksum, and its sheets scanned.
#[wasm_bindgen]
#[derive(Default)]
pub struct HeldFile {
    sum: roster_engine::Checksum,
    held: Rc<Vec<u8>>,
    scan: Option<SheetScan>,
}

#[wasm_bindgen]
impl HeldFile {
    /// Nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> HeldFile {
        HeldFile::default()
    }

    /// Copies the next bytes, so that they can be passed on.
    pub fn hold(&mut self, piece: &Uint8Array) {
        append(Rc::make_mut(&mut self.held), piece);
    }

    /// Begins to scan a part of what is held; nothing is given of one that is not there.
    pub fn scan(&mut self, part: &str) {
        self.scan = SheetScan::begin(Rc::clone(&self.held), part);
    }

    /// The next piece of the sheet; nothing at its end.
    pub fn scanned(&mut self) -> Option<Vec<u8>> {
        self.scan.as_mut()?.next_piece()
    }

    /// How many packed bytes of the part were unpacked.
    pub fn unpacked(&self) -> u32 {
        let unpacked = self.scan.as_ref().map_or(0, SheetScan::unpacked);
        u32::try_from(unpacked).unwrap_or(u32::MAX)
    }

    /// Works what is held into the checksum and lets go of it.
    pub fn work(&mut self) {
        self.scan = None;
        self.sum.push(&self.held);
        Rc::make_mut(&mut self.held).clear();
    }

    /// SHA-256 of everything that was worked through, in hexadecimal.
    pub fn finish(self) -> String {
        self.sum.finish()
    }
}

fn append(bytes: &mut Vec<u8>, piece: &Uint8Array) {
    let taken = bytes.len();
    bytes.resize(taken + piece.length() as usize, 0);
    piece.copy_to(&mut bytes[taken..]);
}
