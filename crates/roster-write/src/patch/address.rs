//! Addresses of cells and blocks, read and written.

use roster_model::{Merged, cell_name};

use crate::{COLUMNS_MAX, ROWS_MAX};

/// Row number from 1 and position from 0 of an address such as `F12` or `$F$12`.
pub(super) fn cell(address: &str) -> Option<(u32, u16)> {
    let (mut column, mut row, mut has_row) = (0_u32, 0_u32, false);
    for byte in address.trim().bytes() {
        match byte {
            b'$' => {}
            b'A'..=b'Z' | b'a'..=b'z' if !has_row => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' if column > 0 => {
                has_row = true;
                row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?;
            }
            _ => return None,
        }
    }
    let fits = (1..=COLUMNS_MAX as u32).contains(&column) && (1..=ROWS_MAX).contains(&row);
    fits.then(|| (row, (column - 1) as u16))
}

/// A block such as `A1:F12`, or a single cell.
pub(super) fn block(address: &str) -> Option<Merged> {
    let (first, last) = address.split_once(':').unwrap_or((address, address));
    let (first, last) = (cell(first)?, cell(last)?);
    Some(Merged {
        first_row: first.0.min(last.0),
        last_row: first.0.max(last.0),
        first_position: first.1.min(last.1),
        last_position: first.1.max(last.1),
    })
}

/// Address of a block.
pub(super) fn block_name(block: &Merged) -> String {
    let first = cell_name(block.first_position, block.first_row);
    let last = cell_name(block.last_position, block.last_row);
    if first == last {
        return first;
    }
    format!("{first}:{last}")
}

/// Whether a cell is in a block.
pub(super) fn contains(block: &Merged, row: u32, position: u16) -> bool {
    (block.first_row..=block.last_row).contains(&row)
        && (block.first_position..=block.last_position).contains(&position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_nothing_else() {
        assert_eq!(cell("A1"), Some((1, 0)));
        assert_eq!(cell("$xfd$1048576"), Some((1_048_576, 16_383)));
        for wrong in [
            "",
            "A",
            "1",
            "A0",
            "XFE1",
            "A1048577",
            "A1B",
            "1A",
            "ZZZZZZZZZ1",
            "A99999999999",
        ] {
            assert_eq!(cell(wrong), None, "{wrong}");
        }
        let block = block("C3:A1").unwrap();
        assert_eq!(block_name(&block), "A1:C3");
        assert!(contains(&block, 2, 1) && !contains(&block, 4, 1));
    }
}
