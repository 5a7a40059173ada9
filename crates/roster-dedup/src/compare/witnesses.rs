//! Telephones, guardians and addresses of two pupils, each weighed by how many pupils share it.
//!
//! The telephone of a class teacher in every row of a class says nothing, that of a mother much.

use std::sync::OnceLock;

use roster_model::Agreement;

use super::level;
use crate::linkage::{Level, Outcome, Tenths, log2_ratio};
use crate::people::People;
use crate::witness::{Kind, WITNESSES, Witness, for_each_witness, guardian};

pub(crate) const EQUAL: u8 = 0;
pub(crate) const DIFFERENT: u8 = 1;
pub(crate) const MISSING: u8 = 2;

/// The rarity of what is shared is the weight of an equal one.
pub(crate) const LEVELS: [Level; 3] = [
    level(Agreement::Equal, 0),
    level(Agreement::Different, -25),
    level(Agreement::Missing, 0),
];

/// However rare it is, a shared witness weighs no more: brothers and sisters share it too.
pub(crate) const MOST: Tenths = 80;

/// How often every value of a column of witnesses occurs, counted when it is first asked for.
#[derive(Debug)]
pub(crate) struct Counts(Vec<[OnceLock<Vec<u32>>; WITNESSES.len()]>);

impl Counts {
    pub(crate) fn new(sheets: usize) -> Self {
        Counts(
            (0..sheets)
                .map(|_| std::array::from_fn(|_| OnceLock::new()))
                .collect(),
        )
    }

    /// The rarity of the cell of a pupil in the column `which`, in tenths of a bit; `own` rows may be the
    /// pupil's, which do not make it common.
    pub(crate) fn rarity(
        &self,
        people: &People<'_>,
        person: u32,
        which: usize,
        own: u32,
    ) -> Tenths {
        let (sheet, row) = people.place(person);
        let Some(index) = people.witness_positions(sheet)[which] else {
            return 0;
        };
        let cells = &people.sheet(sheet).columns[index].cells;
        let counts = self.0[sheet as usize][which].get_or_init(|| {
            let mut counts = vec![0; cells.value_count() as usize];
            for row in 0..cells.row_count() {
                counts[cells.value(row).0 as usize] += 1;
            }
            counts
        });
        let count = counts[cells.value(row).0 as usize];
        let others = u64::from(count.saturating_sub(own));
        log2_ratio(u64::from(cells.row_count()).max(512), 2 + others * 2).min(MOST)
    }
}

/// How two pupils agree in witnesses of one kind.
pub(crate) fn compare(people: &People<'_>, kind: Kind, a: u32, b: u32) -> Outcome {
    let counts = people.counts();
    let mut of_a: Vec<(Witness, usize)> = Vec::new();
    for_each_witness(people, a, kind, |witness, which| {
        of_a.push((witness, which));
    });
    if of_a.is_empty() {
        return Outcome::level(MISSING);
    }
    let mut best: Option<Tenths> = None;
    let mut any = false;
    for_each_witness(people, b, kind, |witness, which| {
        any = true;
        for (_, own) in of_a.iter().filter(|it| it.0 == witness) {
            if are_namesakes(people, (a, *own), (b, which)) {
                continue;
            }
            let rarity = counts
                .rarity(people, a, *own, 2)
                .min(counts.rarity(people, b, which, 2));
            best = Some(best.map_or(rarity, |best| best.max(rarity)));
        }
    });
    match best {
        Some(rarity) => Outcome::rare(EQUAL, rarity.max(0)),
        None if any => Outcome::level(DIFFERENT),
        None => Outcome::level(MISSING),
    }
}

/// Whether two guardians of one name have different numbers, both right.
fn are_namesakes(people: &People<'_>, a: (u32, usize), b: (u32, usize)) -> bool {
    let of = |(person, which)| guardian(people, person, which);
    of(a).zip(of(b)).is_some_and(|(a, b)| a.is_namesake(b))
}
