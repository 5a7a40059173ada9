//! A formula as it reads in another cell: relative references move along.
//!
//! Needed where the cell that holds a formula for several is given a text, and another of them has to
//! hold it. Deliberately absent: what formulas mean.

use roster_model::{SHEET_COLUMNS_MAX, column_letters};

use super::Spot;
use crate::ROWS_MAX;

const COLUMNS: i64 = SHEET_COLUMNS_MAX as i64;
const LOST: &str = "#REF!";

/// The formula of one cell as it reads in another.
pub(super) fn moved(formula: &str, from: Spot, to: Spot) -> String {
    let by = Move {
        rows: i64::from(to.row_number) - i64::from(from.row_number),
        columns: i64::from(to.position) - i64::from(from.position),
    };
    let mut out = String::with_capacity(formula.len() + 8);
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => quoted(rest, first),
            '[' => bracketed(rest),
            _ if is_word(first) => {
                let (written, length) = by.word(rest);
                out.push_str(&written);
                rest = &rest[length..];
                continue;
            }
            _ => first.len_utf8(),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// Length of a text or a name of a sheet in quotation marks; doubled ones are inside of it.
pub(super) fn quoted(text: &str, mark: char) -> usize {
    let end = text[1..].find(mark);
    end.map_or(text.len(), |it| it + 2)
}

/// Length of what is in brackets: a column of a table, or another workbook.
pub(super) fn bracketed(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || "$_.\\?".contains(c)
}

pub(super) fn word(text: &str) -> &str {
    let end = text.find(|c| !is_word(c));
    &text[..end.unwrap_or(text.len())]
}

/// How far a formula moves.
struct Move {
    rows: i64,
    columns: i64,
}

impl Move {
    /// What becomes of the word that a text begins with, and how much of the text that was.
    fn word(&self, text: &str) -> (String, usize) {
        let first = word(text);
        let rest = &text[first.len()..];
        if rest.starts_with(['(', '!']) {
            return (first.to_owned(), first.len());
        }
        if let Some(cell) = self.cell(first) {
            return (cell, first.len());
        }
        // Whole columns or rows: `A:C`, `$1:3`.
        if let Some(second) = rest.strip_prefix(':').map(word) {
            let columns = (self.column(first), self.column(second));
            let rows = (self.row(first), self.row(second));
            let both = match (columns, rows) {
                ((Some(first), Some(second)), _) | (_, (Some(first), Some(second))) => {
                    Some(format!("{first}:{second}"))
                }
                _ => None,
            };
            if let Some(both) = both {
                return (both, first.len() + 1 + second.len());
            }
        }
        (first.to_owned(), first.len())
    }

    /// A reference to a cell.
    fn cell(&self, word: &str) -> Option<String> {
        let digits = word.find(|c: char| c.is_ascii_digit())?;
        let split = if word[..digits].ends_with('$') {
            digits - 1
        } else {
            digits
        };
        let (column, row) = (self.column(&word[..split])?, self.row(&word[split..])?);
        if column == LOST || row == LOST {
            return Some(LOST.to_owned());
        }
        Some(column + &row)
    }

    fn column(&self, word: &str) -> Option<String> {
        let letters = word.strip_prefix('$').unwrap_or(word);
        let is_column =
            (1..=3).contains(&letters.len()) && letters.bytes().all(|it| it.is_ascii_alphabetic());
        if !is_column {
            return None;
        }
        let number = letters.bytes().fold(0, |it, letter| {
            it * 26 + i64::from(letter.to_ascii_uppercase() - b'A') + 1
        });
        if number > COLUMNS {
            return None;
        }
        if word.starts_with('$') {
            return Some(word.to_owned());
        }
        let position = number - 1 + self.columns;
        let is_there = (0..COLUMNS).contains(&position);
        let position = u16::try_from(position).ok().filter(|_| is_there);
        Some(position.map_or(LOST.to_owned(), column_letters))
    }

    fn row(&self, word: &str) -> Option<String> {
        let digits = word.strip_prefix('$').unwrap_or(word);
        let is_row =
            (1..=7).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
        let number: i64 = digits.parse().ok().filter(|_| is_row)?;
        if !(1..=i64::from(ROWS_MAX)).contains(&number) {
            return None;
        }
        if word.starts_with('$') {
            return Some(word.to_owned());
        }
        let row = number + self.rows;
        let is_there = (1..=i64::from(ROWS_MAX)).contains(&row);
        Some(if is_there {
            row.to_string()
        } else {
            LOST.to_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(row_number: u32, position: u16) -> Spot {
        Spot {
            row_number,
            position,
        }
    }

    #[test]
    fn relative_references_move_and_nothing_else() {
        for (before, after) in [
            ("A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"),
            ("SUM(a1:XFC9)*1.5E3", "SUM(B3:XFD11)*1.5E3"),
            ("A:C+$A:C+1:2+$1:2", "B:D+$A:D+3:4+$1:4"),
            (
                "LOG10(A1)&\"A1 \"\"A1\"&'A1''s'!A1",
                "LOG10(B3)&\"A1 \"\"A1\"&'A1''s'!B3",
            ),
            (
                "表1[[#This Row],[A1]]+Sheet1!A1+名单!A1",
                "表1[[#This Row],[A1]]+Sheet1!B3+名单!B3",
            ),
            ("XFD1+A1048575+A1048576+XFE1", "#REF!+#REF!+#REF!+XFE1"),
            ("合计1+_A1+A1.x+TRUE+12", "合计1+_A1+A1.x+TRUE+12"),
        ] {
            assert_eq!(moved(before, spot(1, 0), spot(3, 1)), after);
        }
        assert_eq!(moved("A1+B2", spot(2, 1), spot(1, 0)), "#REF!+A1");
        assert_eq!(moved("\"A", spot(2, 1), spot(1, 0)), "\"A");
        assert_eq!(moved("[A[", spot(2, 1), spot(1, 0)), "[A[");
    }
}
