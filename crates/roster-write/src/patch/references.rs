//! Which cells a formula looks at, as far as its text says.
//!
//! A column of a table counts as the whole table. Deliberately absent: names of the workbook, and functions that
//! make a reference of a text. Of a formula with one of these it is told that not everything is known.

use super::Spot;
use super::address;
use super::formula::{bracketed, is_word, quoted, word};
use crate::{COLUMNS_MAX, ROWS_MAX};

/// Functions that look at cells which their arguments do not name.
const INDIRECT: [&str; 2] = ["INDIRECT", "OFFSET"];

/// A block of cells of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    /// Number of the sheet in the workbook.
    pub(super) sheet: u16,
    /// The first and the last row.
    pub(super) rows: (u32, u32),
    /// The first and the last column.
    pub(super) positions: (u16, u16),
}

/// What formulas of a workbook can name.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// The sheets, in order.
    pub(super) sheets: Vec<String>,
    /// The tables, each with its cells.
    pub(super) tables: Vec<(String, Area)>,
}

/// What a formula says.
#[derive(Clone, Debug, Default)]
pub(super) struct References {
    list: Vec<Reference>,
    /// Whether it looks at more than is known.
    pub(super) is_unclear: bool,
}

/// A row or a column, which moves with the formula unless it is fixed.
#[derive(Clone, Copy, Debug)]
struct Line {
    number: u32,
    is_fixed: bool,
}

#[derive(Clone, Copy, Debug)]
struct Reference {
    sheet: u16,
    rows: [Line; 2],
    positions: [Line; 2],
}

impl References {
    /// Reads a formula of a sheet.
    pub(super) fn of(formula: &str, own: u16, named: &Named) -> Self {
        let mut reader = Reader {
            named,
            own,
            found: References::default(),
        };
        reader.read(formula);
        reader.found
    }

    /// The blocks, as the formula reads in another cell than the one it was written for.
    pub(super) fn moved(&self, from: Spot, to: Spot) -> impl Iterator<Item = Area> {
        let rows = i64::from(to.row_number) - i64::from(from.row_number);
        let positions = i64::from(to.position) - i64::from(from.position);
        let list = self.list.iter();
        list.filter_map(move |it| {
            let [first, last] = it.rows.map(|it| it.moved(rows, 1..=ROWS_MAX));
            let [left, right] = it
                .positions
                .map(|it| it.moved(positions, 0..=COLUMNS_MAX as u32 - 1));
            let (first, last, left, right) = (first?, last?, left?, right?);
            Some(Area {
                sheet: it.sheet,
                rows: (first.min(last), first.max(last)),
                positions: (left.min(right) as u16, left.max(right) as u16),
            })
        })
    }
}

impl Line {
    fn moved(self, by: i64, within: std::ops::RangeInclusive<u32>) -> Option<u32> {
        if self.is_fixed {
            return Some(self.number);
        }
        let number = u32::try_from(i64::from(self.number) + by).ok()?;
        within.contains(&number).then_some(number)
    }
}

struct Reader<'n> {
    named: &'n Named,
    own: u16,
    found: References,
}

impl Reader<'_> {
    fn read(&mut self, formula: &str) {
        let mut rest = formula;
        // The sheet that the next reference is to; none for one of another workbook, or that is gone.
        let mut sheet = Some(self.own);
        let mut is_external = false;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '"' => quoted(rest, first),
                '\'' => {
                    let length = quoted(rest, first);
                    let name = rest[..length].trim_matches('\'');
                    if rest[length..].starts_with('!') {
                        sheet = self.sheet(name);
                        rest = &rest[length + 1..];
                        continue;
                    }
                    self.found.is_unclear = true;
                    length
                }
                '[' => {
                    let length = bracketed(rest);
                    let name = rest[..length].trim_matches(['[', ']']);
                    if !name.is_empty() && name.bytes().all(|it| it.is_ascii_digit()) {
                        is_external = true;
                        rest = &rest[length..];
                        continue;
                    }
                    self.own_tables();
                    length
                }
                // `#REF!`, `#N/A`
                '#' => {
                    let is_error = |it: char| it.is_ascii_alphanumeric() || "/!?".contains(it);
                    rest[1..]
                        .find(|it| !is_error(it))
                        .map_or(rest.len(), |it| it + 1)
                }
                _ if is_word(first) => {
                    let name = word(rest);
                    if rest[name.len()..].starts_with('!') {
                        sheet = self.sheet(name).filter(|_| !is_external);
                        is_external = false;
                        rest = &rest[name.len() + 1..];
                        continue;
                    }
                    self.word(rest, sheet)
                }
                _ => first.len_utf8(),
            };
            rest = &rest[length..];
            sheet = Some(self.own);
            is_external = false;
        }
    }

    fn sheet(&mut self, name: &str) -> Option<u16> {
        // Several sheets at once: `一班:三班!A1`.
        self.found.is_unclear |= name.contains(':');
        let mut sheets = self.named.sheets.iter();
        let place = sheets.position(|it| it.to_lowercase() == name.to_lowercase())?;
        u16::try_from(place).ok()
    }

    /// Takes in the word that a text begins with, and gives how much of the text it was.
    fn word(&mut self, text: &str, sheet: Option<u16>) -> usize {
        let first = word(text);
        let rest = &text[first.len()..];
        if rest.starts_with('(') {
            let is_it = |it: &&str| it.eq_ignore_ascii_case(first);
            self.found.is_unclear |= INDIRECT.iter().any(is_it);
            return first.len();
        }
        let named = self.named;
        let same = |it: &str| it.to_lowercase() == first.to_lowercase();
        if let Some((_, area)) = named.tables.iter().find(|it| same(&it.0)) {
            self.add_table(area);
            let is_part = rest.starts_with('[');
            return first.len() + if is_part { bracketed(rest) } else { 0 };
        }
        if let Some(second) = rest.strip_prefix(':').map(word) {
            let behind = &rest[1 + second.len()..];
            let block = block(first, second).filter(|_| !behind.starts_with(['!', '(']));
            if let Some((rows, positions)) = block {
                self.add(sheet, rows, positions);
                return first.len() + 1 + second.len();
            }
            self.found.is_unclear = true;
        }
        if let Some((row, position)) = cell(first) {
            self.add(sheet, [row; 2], [position; 2]);
        } else if !first.starts_with(|it: char| it.is_ascii_digit() || it == '.') {
            let is_truth = ["TRUE", "FALSE"]
                .iter()
                .any(|it| it.eq_ignore_ascii_case(first));
            self.found.is_unclear |= !is_truth;
        }
        first.len()
    }

    /// A column without the name of its table is of the one that the formula stands in.
    fn own_tables(&mut self) {
        let named = self.named;
        let own = named.tables.iter().filter(|it| it.1.sheet == self.own);
        let own: Vec<&Area> = own.map(|it| &it.1).collect();
        self.found.is_unclear |= own.is_empty();
        for area in own {
            self.add_table(area);
        }
    }

    fn add_table(&mut self, area: &Area) {
        let ((first, last), (left, right)) = (area.rows, area.positions);
        let positions = [left, right].map(|it| fixed(u32::from(it)));
        self.add(Some(area.sheet), [first, last].map(fixed), positions);
    }

    fn add(&mut self, sheet: Option<u16>, rows: [Line; 2], positions: [Line; 2]) {
        self.found.list.extend(sheet.map(|sheet| Reference {
            sheet,
            rows,
            positions,
        }));
    }
}

/// The rows and the columns of `A1:B2`, `A:B` or `1:2`.
fn block(first: &str, second: &str) -> Option<([Line; 2], [Line; 2])> {
    if let (Some(first), Some(second)) = (cell(first), cell(second)) {
        return Some(([first.0, second.0], [first.1, second.1]));
    }
    if let (Some(first), Some(second)) = (column(first), column(second)) {
        return Some(([fixed(1), fixed(ROWS_MAX)], [first, second]));
    }
    let rows = [row(first)?, row(second)?];
    Some((rows, [fixed(0), fixed(COLUMNS_MAX as u32 - 1)]))
}

fn fixed(number: u32) -> Line {
    Line {
        number,
        is_fixed: true,
    }
}

fn cell(word: &str) -> Option<(Line, Line)> {
    let (number, position) = address::cell(word)?;
    let row = Line {
        number,
        is_fixed: word[1..].contains('$'),
    };
    let position = Line {
        number: u32::from(position),
        is_fixed: word.starts_with('$'),
    };
    Some((row, position))
}

fn column(word: &str) -> Option<Line> {
    let letters = word.strip_prefix('$').unwrap_or(word);
    let is_column = !letters.is_empty() && letters.bytes().all(|it| it.is_ascii_alphabetic());
    let found = address::cell(&format!("{letters}1")).filter(|_| is_column)?;
    Some(Line {
        number: u32::from(found.1),
        is_fixed: letters.len() < word.len(),
    })
}

fn row(word: &str) -> Option<Line> {
    let digits = word.strip_prefix('$').unwrap_or(word);
    let number = digits.parse().ok()?;
    (1..=ROWS_MAX).contains(&number).then_some(Line {
        number,
        is_fixed: digits.len() < word.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(formula: &str) -> String {
        let table = Area {
            sheet: 1,
            rows: (5, 9),
            positions: (0, 3),
        };
        let named = Named {
            sheets: ["名单", "统 计", "Sheet3"].map(str::to_owned).to_vec(),
            tables: vec![("表1".to_owned(), table)],
        };
        let found = References::of(formula, 0, &named);
        let from = Spot {
            row_number: 1,
            position: 0,
        };
        let to = Spot {
            row_number: 2,
            position: 1,
        };
        let areas = found.moved(from, to).map(|it| {
            let (rows, positions) = (it.rows, it.positions);
            format!(
                "{}:{}-{},{}-{}",
                it.sheet, rows.0, rows.1, positions.0, positions.1
            )
        });
        let mut areas: Vec<String> = areas.collect();
        if found.is_unclear {
            areas.push("?".to_owned());
        }
        areas.join(" ")
    }

    #[test]
    fn references_are_found_and_move_with_their_formula() {
        for (formula, expected) in [
            ("A3&\"-\"&$E$3", "0:4-4,1-1 0:3-3,4-4"),
            ("COUNTIF(名单!F:F,\"A1\")", "0:1-1048576,6-6"),
            ("SUM('统 计'!$B2:C$9)+sheet3!A1", "1:3-9,1-3 2:2-2,1-1"),
            ("SUM(2:3)", "0:3-4,0-16383"),
            ("[1]名单!A1+'[2]统 计'!A1+没有!A1", ""),
            ("IF(TRUE,1.5E3,#N/A)+#REF!", ""),
            ("LOG10(B2)+#DIV/0!", "0:3-3,2-2"),
            ("合计+A1", "0:2-2,1-1 ?"),
            ("SUM(表1[[#This Row],[A1]])+A1", "1:5-9,0-3 0:2-2,1-1"),
            ("ROWS(表1)+表2[A1]", "1:5-9,0-3 ?"),
            ("INDIRECT(\"A\"&B1)", "0:2-2,2-2 ?"),
            ("A1:INDEX(B:B,3)", "0:2-2,1-1 0:1-1048576,2-2 ?"),
            ("名单:Sheet3!A1", "2:2-2,1-1 ?"),
            ("TODAY()-DATE(2015,9,1)", ""),
            ("\"A1", ""),
        ] {
            assert_eq!(told(formula), expected, "{formula}");
        }
    }
}
