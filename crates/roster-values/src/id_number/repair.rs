//! Slips of the keyboard that would explain a wrong identity number: which numbers with a right check
//! digit are one slip away.
//!
//! A list of candidates for a person who holds the household register. MOD 11-2 finds that something
//! is wrong, never what; so nothing here picks one, and birth date and sex are left to the caller.

use super::resident::{ResidentId, WEIGHTS, check_of};
use crate::date::Date;

/// One number with a right check digit, and the slip that leads from it to the number as written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Repair {
    /// The candidate.
    pub id: ResidentId,
    /// What has to be done to the number as written. Positions count from 1.
    pub kind: RepairKind,
}

/// What a repair does to the number as written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RepairKind {
    /// The check digit, position 18, is replaced.
    CheckDigit,
    /// The digit at `position`, 1 to 17, is replaced.
    Digit {
        /// Position of the digit.
        position: u8,
    },
    /// The characters at `position` and the one after it change places.
    Swap {
        /// Position of the first of the two.
        position: u8,
    },
    /// A character is put in, so that it stands at `position`.
    Insert {
        /// Position in the candidate.
        position: u8,
    },
    /// The character at `position` of the text as written is taken out.
    Remove {
        /// Position in the text as written.
        position: u8,
    },
}

impl ResidentId {
    /// The numbers with a right check digit that are one replaced or two exchanged characters away,
    /// in the order check digit, digits, exchanges. Nothing if the check digit is right already.
    pub fn repairs(&self) -> impl Iterator<Item = Repair> + use<> {
        let found = if self.check_digit_is_right() {
            Vec::new()
        } else {
            one_slip_away(self)
        };
        found.into_iter()
    }
}

/// Candidates for a text of 17 or 19 characters that should have 18: one character put in or taken
/// out so that the check digit is right and the number says `birth`. Each candidate once, sorted;
/// empty for any other length or character.
pub fn repairs_of_length(tidy: &str, birth: Date) -> Vec<Repair> {
    let mut found = Vec::new();
    let bytes = tidy.to_ascii_uppercase().into_bytes();
    match bytes.len() {
        17 => insertions(&bytes, &mut found),
        19 => removals(&bytes, &mut found),
        _ => {}
    }
    found.retain(|repair| repair.id.birth() == Some(birth));
    roster_order::sort(&mut found);
    found.dedup_by_key(|repair| repair.id);
    found
}

fn one_slip_away(id: &ResidentId) -> Vec<Repair> {
    let bytes = id.bytes();
    let sum = id.sum();
    let mut found = vec![Repair {
        id: id.with_right_check_digit(),
        kind: RepairKind::CheckDigit,
    }];
    for (at, &weight) in WEIGHTS.iter().enumerate() {
        let without = sum - u32::from(bytes[at] - b'0') * weight;
        for digit in b'0'..=b'9' {
            if check_of(without + u32::from(digit - b'0') * weight) == bytes[17] {
                let mut changed = bytes;
                changed[at] = digit;
                push(
                    &mut found,
                    changed,
                    RepairKind::Digit {
                        position: at as u8 + 1,
                    },
                );
            }
        }
    }
    for at in 0..17 {
        let mut changed = bytes;
        changed.swap(at, at + 1);
        push(
            &mut found,
            changed,
            RepairKind::Swap {
                position: at as u8 + 1,
            },
        );
    }
    found
}

fn insertions(bytes: &[u8], found: &mut Vec<Repair>) {
    for at in 0..18 {
        for character in *b"0123456789X" {
            let mut changed = [b'0'; 18];
            changed[..at].copy_from_slice(&bytes[..at]);
            changed[at] = character;
            changed[at + 1..].copy_from_slice(&bytes[at..]);
            push(
                found,
                changed,
                RepairKind::Insert {
                    position: at as u8 + 1,
                },
            );
        }
    }
}

fn removals(bytes: &[u8], found: &mut Vec<Repair>) {
    for at in 0..19 {
        let mut changed = [b'0'; 18];
        changed[..at].copy_from_slice(&bytes[..at]);
        changed[at..].copy_from_slice(&bytes[at + 1..]);
        push(
            found,
            changed,
            RepairKind::Remove {
                position: at as u8 + 1,
            },
        );
    }
}

/// Keeps a candidate that has the shape and a right check digit.
fn push(found: &mut Vec<Repair>, bytes: [u8; 18], kind: RepairKind) {
    if let Some(id) = ResidentId::from_bytes(bytes).filter(ResidentId::check_digit_is_right) {
        found.push(Repair { id, kind });
    }
}
