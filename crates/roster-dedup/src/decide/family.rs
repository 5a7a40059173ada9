//! Whether what two rows share is of one family, or a name and a village that strangers have too.
//!
//! A telephone or the number of a guardian is one family's. One name of a guardian or one address is so only where
//! nothing speaks against it, and nothing is where the guardians are others: of one name with other numbers.

use crate::people::People;
use crate::people::witness::{Guardian, Kind, Witness, guardians, kinds, witnesses};

/// A bit beside those of the kinds: an address that two share is one house or room, and they may be one family.
pub(crate) const HOME: u8 = 1 << Kind::ALL.len();

/// What is known of the family of a pupil.
pub(crate) struct Family {
    /// Those that tell, sorted.
    pub(crate) witnesses: Vec<Witness>,
    guardians: Vec<Guardian>,
}

impl Family {
    /// The family of the rows of a pupil; so many rows may be the pupil's.
    pub(crate) fn of(people: &People<'_>, unit: &[u32], rows: u32) -> Self {
        let all = unit.iter().flat_map(|&row| witnesses(people, row, rows));
        let mut all: Vec<Witness> = all.collect();
        if unit.len() > 1 {
            roster_order::sort(&mut all);
            all.dedup();
        }
        let has_guardians = kinds(&all) & Kind::Guardian.bit() != 0;
        let named = unit.iter().filter(|_| has_guardians);
        let mut named: Vec<Guardian> = named.flat_map(|&row| guardians(people, row)).collect();
        roster_order::sort(&mut named);
        named.dedup();
        Family {
            witnesses: all,
            guardians: named,
        }
    }

    /// The numbers of the guardians.
    fn numbers(&self) -> impl Iterator<Item = u64> {
        let numbers = self.guardians.iter().map(|it| it.number);
        numbers.filter(|&it| it != 0)
    }

    /// Whether the two are one family; else the kinds that they share all the same, one bit each, and `HOME`.
    pub(crate) fn is_one(&self, other: &Family) -> Result<(), u8> {
        if self
            .numbers()
            .any(|one| other.numbers().any(|it| it == one))
        {
            return Ok(());
        }
        let pairs = self.guardians.iter().flat_map(|&one| {
            let others = other.guardians.iter();
            others.map(move |&other| (one, other))
        });
        let namesakes: Vec<u64> = pairs
            .filter(|it| it.0.is_namesake(it.1))
            .map(|it| it.0.name)
            .collect();
        let common = self.witnesses.iter().filter(|it| {
            other.witnesses.binary_search(it).is_ok() && !namesakes.contains(&it.hash)
        });
        let common: Vec<Witness> = common.copied().collect();
        let shared = kinds(&common);
        let both = kinds(&self.witnesses) & kinds(&other.witnesses);
        // Both parents of both are known, and they are four.
        let are_others =
            !namesakes.is_empty() || (self.numbers().count() > 1 && other.numbers().count() > 1);
        let of_guardians = common.iter().filter(|it| it.kind == Kind::Guardian).count();
        let has = |kind: Kind| shared & kind.bit() != 0;
        let one = !are_others
            && (has(Kind::Phone)
                || of_guardians > 1
                || (of_guardians > 0 && has(Kind::Address))
                || (shared != 0 && shared == both));
        let home = if !are_others && common.iter().any(|it| it.is_home()) {
            HOME
        } else {
            0
        };
        if one { Ok(()) } else { Err(shared | home) }
    }
}
