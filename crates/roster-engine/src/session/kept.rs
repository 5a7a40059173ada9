//! The changes of a run, kept for the run that comes after it: files came or went, or the same files are
//! checked in another way.
//!
//! Each is written down by its file, sheet, row number and column, and made again where the next run has
//! the same text in the same place. What finds no place waits and is kept for the run after that, for
//! its file may come back. Deliberately nowhere but in memory: a file that is saved holds no pupil's data
//! that nobody asked for.

use roster_model::{CellPlace, Decider, Edit, EditLog, Place};
use roster_package::bytes::{ByteReader, push_number, push_text};
use roster_rules::{RULES, rule_index};

use crate::session::Session;
use crate::session::file_names::without_number;

/// A change of one cell or header, wherever it may be.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    file: String,
    /// Size of the file: another one of its name is another file.
    bytes: u64,
    sheet: String,
    /// The row in the file; 0 is the header.
    row_number: u32,
    position: u16,
    from: String,
    to: String,
    rule: &'static str,
    decided_by: Decider,
}

impl Session {
    /// The changes of the run and those that wait, for [`set_kept`](Session::set_kept) of the next run;
    /// no bytes where there are none. Only this version of the program reads them.
    pub fn keep_changes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let made = self.edits().by_step();
        let made = made.map(|step| step.iter().filter_map(|it| self.kept(it)).collect());
        for step in made.chain(self.waiting.iter().cloned()) {
            let step: Vec<Kept> = step;
            push_number(step.len() as u32, &mut bytes);
            for it in step {
                it.write(&mut bytes);
            }
        }
        bytes
    }

    /// Has the changes of an earlier run made as soon as the files are read, before they are checked.
    pub fn set_kept(&mut self, bytes: &[u8]) {
        let mut reader = ByteReader::new(bytes);
        while let Some(count) = reader.number() {
            let step = (0..count).map_while(|_| Kept::read(&mut reader));
            self.waiting.push(step.collect());
        }
    }

    /// Makes the changes that wait and have a place in the run, in the steps they were made in.
    pub(crate) fn make_kept(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let mut places = Vec::new();
        for step in waiting.clone() {
            let left = step.into_iter().filter(|it| {
                let Some(edit) = self.edit_of_kept(it) else {
                    return true;
                };
                let place = edit.place;
                let Some(original) = self.original_text(place).map(str::to_owned) else {
                    return true;
                };
                let is_made = self.edits.log.push(edit, &original);
                if is_made {
                    places.push(place);
                }
                !is_made
            });
            let left: Vec<Kept> = left.collect();
            self.edits.log.end_step();
            if !left.is_empty() {
                self.waiting.push(left);
            }
        }
        if self.rebuild(places.iter().copied()).is_err() {
            // There was room for the same texts before; should there be none now, the files stay as they are.
            self.edits.log = EditLog::default();
            _ = self.rebuild(places.into_iter());
            self.waiting = waiting;
        }
    }

    fn kept(&self, edit: &Edit) -> Option<Kept> {
        let (sheet, position, row) = match edit.place {
            Place::Cell(it) => (it.sheet, it.position, Some(it.row)),
            Place::Column(sheet, position) => (sheet, position, None),
            _ => return None,
        };
        let sheet = &self.rosters.get(sheet as usize)?.sheet;
        let file = self.file_of_sheet(sheet);
        Some(Kept {
            file: file.name.clone(),
            bytes: file.bytes,
            sheet: sheet.name.clone(),
            row_number: row.map_or(0, |it| sheet.row_numbers[it as usize]),
            position,
            from: edit.from.clone(),
            to: edit.to.clone(),
            rule: edit.rule,
            decided_by: edit.decided_by,
        })
    }

    fn edit_of_kept(&self, kept: &Kept) -> Option<Edit> {
        let among = |is_named: &dyn Fn(&str) -> bool| {
            self.rosters.iter().position(|it| {
                let file = self.file_of_sheet(&it.sheet);
                it.sheet.name == kept.sheet && file.bytes == kept.bytes && is_named(&file.name)
            })
        };
        let sheet = among(&|it| it == kept.file).or_else(|| {
            // Another number behind the name is not another file: the one before it is gone.
            among(&|it| without_number(it) == without_number(&kept.file))
        })?;
        let numbers = &self.rosters[sheet].sheet.row_numbers;
        let (sheet, position) = (sheet as u32, kept.position);
        let place = if kept.row_number == 0 {
            Place::Column(sheet, position)
        } else {
            let row = numbers.binary_search(&kept.row_number).ok()? as u32;
            Place::Cell(CellPlace {
                sheet,
                row,
                position,
            })
        };
        Some(Edit {
            place,
            from: kept.from.clone(),
            to: kept.to.clone(),
            rule: kept.rule,
            decided_by: kept.decided_by,
        })
    }
}

impl Kept {
    fn write(&self, bytes: &mut Vec<u8>) {
        let is_person = self.decided_by == Decider::Person;
        let numbers = [
            self.bytes as u32,
            (self.bytes >> 32) as u32,
            self.row_number,
            u32::from(self.position),
            rule_index(self.rule).unwrap_or(RULES.len()) as u32,
            u32::from(is_person),
        ];
        for number in numbers {
            push_number(number, bytes);
        }
        for text in [&self.file, &self.sheet, &self.from, &self.to] {
            push_text(text, bytes);
        }
    }

    fn read(reader: &mut ByteReader<'_>) -> Option<Kept> {
        let mut number = || reader.number();
        let (low, high) = (number()?, number()?);
        let (row_number, position) = (number()?, number()?);
        let (rule, is_person) = (number()?, number()? == 1);
        let mut text = || reader.text().map(str::to_owned);
        let (file, sheet, from, to) = (text()?, text()?, text()?, text()?);
        Some(Kept {
            file,
            bytes: u64::from(low) | u64::from(high) << 32,
            sheet,
            row_number,
            position: u16::try_from(position).ok()?,
            from,
            to,
            rule: RULES.get(rule as usize).map_or("", |it| it.code),
            decided_by: if is_person {
                Decider::Person
            } else {
                Decider::Program
            },
        })
    }
}
