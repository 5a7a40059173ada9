//! Takes the places out of what a module says of its panics: names of files, which nothing else asks for, and lines and
//! columns, which are numbers that pack badly. The sentence stays, and the browser's own trace has the byte of the
//! module, from which the same build tells the function.

use super::pointers::{Data, WORD, word};

/// Longest name of a file, shortest with its ending, and more lines or columns than any has.
const NAME: std::ops::Range<usize> = 4..256;
const LINES: std::ops::Range<u32> = 1..1 << 16;
const COLUMNS: std::ops::Range<u32> = 1..1 << 9;
/// Where Rust says that a text without bytes is.
const NOWHERE: u32 = 1;

/// Empties each `core::panic::Location` of the data (name, its length, line and column), and the names.
pub(super) fn forget(module: &mut [u8], data: Data) {
    let data_bytes = data.words * WORD;
    let data_at = data.at;
    let bytes = &mut module[data_at..][..data_bytes];
    let mut names = Vec::new();
    for at in (0..data_bytes.saturating_sub(3 * WORD)).step_by(WORD) {
        let name = word(bytes, at).wrapping_sub(data.base) as usize;
        let length = word(bytes, at + WORD) as usize;
        let is_place = NAME.contains(&length)
            && LINES.contains(&word(bytes, at + 2 * WORD))
            && COLUMNS.contains(&word(bytes, at + 3 * WORD))
            && name < data_bytes
            && bytes[name..].get(..length).is_some_and(is_source);
        if is_place {
            bytes[at..][..WORD].copy_from_slice(&NOWHERE.to_le_bytes());
            bytes[at + WORD..at + 4 * WORD].fill(0);
            names.push(name..name + length);
        }
    }
    // Several places are in one file.
    for name in names {
        bytes[name].fill(0);
    }
}

/// Nothing else in a module is called so.
fn is_source(name: &[u8]) -> bool {
    name.ends_with(b".rs") && name.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_forgotten_and_nothing_else() {
        let base = 0x10_0000_u32;
        let data = Data {
            at: 0,
            words: 14,
            base,
        };
        let name = base + 48;
        let with = |places: [[u32; 4]; 3], text: &[u8; 8]| -> Vec<u8> {
            let words = places.as_flattened().iter();
            words.flat_map(|it| it.to_le_bytes()).chain(*text).collect()
        };
        let no_place = [name, 8, 7, 1000];
        let mut module = with([[name, 8, 7, 9], no_place, [name, 8, 20, 5]], b"src/a.rs");
        forget(&mut module, data);
        let empty = [1, 0, 0, 0];
        assert_eq!(module, with([empty, no_place, empty], &[0; 8]));
        let other = with([[name, 7, 7, 9], no_place, no_place], b"src/a.rs");
        let mut same = other.clone();
        forget(&mut same, data);
        assert_eq!(same, other, "no name of a file");
    }
}
