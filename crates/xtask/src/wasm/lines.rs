//! Takes the lines and columns out of what a module says of its panics: they are numbers that pack badly, a
//! hundredth of the data. The sentence and the file stay, and the browser's own trace has the byte of the module, from
//! which the same build tells the function.

use super::pointers::{Data, WORD, word};

/// Longest name of a file, shortest with its ending, and more lines or columns than any has.
const NAME: std::ops::Range<usize> = 4..256;
const LINES: std::ops::Range<u32> = 1..1 << 16;
const COLUMNS: std::ops::Range<u32> = 1..1 << 9;

/// Sets them to nothing in each `core::panic::Location` of the data: name, its length, line and column.
pub(super) fn forget(module: &mut [u8], data: Data) {
    let data_bytes = data.words * WORD;
    let data_at = data.at;
    let bytes = &mut module[data_at..][..data_bytes];
    for at in (0..data_bytes.saturating_sub(3 * WORD)).step_by(WORD) {
        let name = word(bytes, at).wrapping_sub(data.base) as usize;
        let length = word(bytes, at + WORD) as usize;
        let is_place = NAME.contains(&length)
            && LINES.contains(&word(bytes, at + 2 * WORD))
            && COLUMNS.contains(&word(bytes, at + 3 * WORD))
            && name < data_bytes
            && bytes[name..].get(..length).is_some_and(is_source);
        if is_place {
            bytes[at + 2 * WORD..at + 4 * WORD].fill(0);
        }
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
            words: 10,
            base,
        };
        let with = |length: u32, line: u32, column: u32| -> Vec<u8> {
            let words = [base + 32, length, line, column, base + 32, length, 7, 1000];
            let words = words.iter().flat_map(|it| it.to_le_bytes());
            words.chain(*b"src/a.rs").collect()
        };
        let mut module = with(8, 7, 9);
        forget(&mut module, data);
        assert_eq!(module, with(8, 0, 0));
        let mut other = with(7, 7, 9);
        forget(&mut other, data);
        assert_eq!(other, with(7, 7, 9), "no name of a file");
    }
}
