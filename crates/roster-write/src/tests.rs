//! Workbooks are patched, and taken apart again: only what was meant may have changed.

mod again;
mod appended;
mod cells;
mod csv;
mod handmade;
mod hostile;
mod notes;
mod original;
mod untouched;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader, Xlsx};
use roster_model::Level;
use roster_package::{Archive, ArchiveWriter};

use crate::{CellPatch, Patch, PatchError, Patched, SheetPatch};

/// Every part by its name, unpacked.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let archive = Archive::open(bytes).unwrap();
    let entries = archive.entries().iter();
    entries
        .map(|entry| {
            let part = archive.read(entry, 1 << 30).unwrap();
            let part = String::from_utf8_lossy(&part).into_owned();
            (entry.name().to_owned(), part)
        })
        .collect()
}

/// A package of these parts.
fn package<T: AsRef<[u8]>>(parts: impl IntoIterator<Item = (T, T)>) -> Vec<u8> {
    let mut writer = ArchiveWriter::new();
    for (name, part) in parts {
        let name = std::str::from_utf8(name.as_ref()).unwrap();
        writer.add(name, part.as_ref());
    }
    writer.finish()
}

/// Names of parts that differ or are in one of the two only.
fn differences(old: &[u8], new: &[u8]) -> Vec<String> {
    let (old, new) = (parts(old), parts(new));
    let names = old.keys().chain(new.keys()).cloned();
    let names: std::collections::BTreeSet<String> = names.collect();
    names
        .into_iter()
        .filter(|it| old.get(it) != new.get(it))
        .collect()
}

fn cell(address: &str) -> CellPatch {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic);
    let position = letters.fold(0, |it, letter| it * 26 + u16::from(letter - b'A') + 1) - 1;
    let digits = address.trim_start_matches(|it: char| it.is_ascii_alphabetic());
    CellPatch {
        row_number: digits.parse().unwrap(),
        position,
        ..CellPatch::default()
    }
}

fn text(address: &str, text: &str) -> CellPatch {
    CellPatch {
        text: Some(text.to_owned()),
        ..cell(address)
    }
}

fn mark(address: &str, level: Level) -> CellPatch {
    CellPatch {
        mark: Some(level),
        ..cell(address)
    }
}

fn note(address: &str, note: &str) -> CellPatch {
    CellPatch {
        note: Some(note.to_owned()),
        ..cell(address)
    }
}

fn sheet(name: &str, cells: impl Into<Vec<CellPatch>>) -> SheetPatch {
    SheetPatch {
        name: name.to_owned(),
        cells: cells.into(),
        ..SheetPatch::default()
    }
}

fn try_patch(original: &[u8], sheets: Vec<SheetPatch>) -> Result<Patched, PatchError> {
    let patch = Patch {
        sheets,
        ..Patch::default()
    };
    crate::patch(original, patch, &mut |_| {})
}

fn patched(original: &[u8], name: &str, cells: impl Into<Vec<CellPatch>>) -> Patched {
    try_patch(original, vec![sheet(name, cells)]).unwrap()
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap()
}

/// Text of a cell, as another reader sees it.
fn read(bytes: &[u8], sheet: &str, address: &str) -> String {
    let cell = cell(address);
    let range = open(bytes).worksheet_range(sheet).unwrap();
    let value = range.get_value((cell.row_number - 1, u32::from(cell.position)));
    value.map(ToString::to_string).unwrap_or_default()
}
