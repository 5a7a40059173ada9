//! Files on their way into the module.
//!
//! The page reads a file piece by piece and lets go of every piece: a large text is never in memory as a
//! whole, and any other file once.

use js_sys::Uint8Array;
use roster_engine::Kind;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Session;

/// The bytes of a file.
#[wasm_bindgen]
pub struct FileBytes(Vec<u8>);

#[wasm_bindgen]
impl FileBytes {
    /// None yet of so many.
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
        let word = match roster_engine::kind(&self.0) {
            Kind::Own => "own",
            Kind::Office => "office",
            Kind::Locked => "locked",
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

    pub(crate) fn into_all(self) -> Vec<u8> {
        self.0
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

/// The checksum of a file that comes piece by piece.
#[wasm_bindgen]
#[derive(Default)]
pub struct Checksum {
    sum: roster_engine::Checksum,
    held: Vec<u8>,
}

#[wasm_bindgen]
impl Checksum {
    /// That of no bytes.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Checksum {
        Checksum::default()
    }

    /// Copies the next bytes, so that they can be passed on.
    pub fn hold(&mut self, piece: &Uint8Array) {
        append(&mut self.held, piece);
    }

    /// Works through what is held.
    pub fn work(&mut self) {
        self.sum.push(&self.held);
        self.held.clear();
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
