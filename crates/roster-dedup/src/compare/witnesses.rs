//! Telephones, guardians and addresses of two pupils, each weighed by how many pupils share it.
//!
//! The telephone of a class teacher in every row of a class says nothing, that of a mother much.

use std::sync::OnceLock;

use roster_model::{Agreement, Cells};

use super::level;
use crate::fold::{SEED, fold};
use crate::linkage::{Level, Outcome, Tenths, log2_ratio};
use crate::people::People;
use crate::people::witness::{Kind, WITNESSES, Witness, for_each_witness, guardian};

pub(crate) const EQUAL: u8 = 0;
pub(crate) const DIFFERENT: u8 = 1;
pub(crate) const MISSING: u8 = 2;

/// The rarity of what is shared is the weight of an equal one.
pub(crate) const LEVELS: [Level; 3] = [
    level(Agreement::Equal, 0),
    level(Agreement::Different, -25),
    level(Agreement::Missing, 0),
];

/// A value that more than this many other pupils have is no longer a family's own.
const FAMILY_ROWS_MAX: u32 = 7;

/// However rare it is, a shared witness weighs no more: brothers and sisters share it too.
pub(crate) const MOST: Tenths = 80;

/// How often every value of a column of witnesses occurs in the run, however its rows are spread over the sheets;
/// counted when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Counts([OnceLock<Count>; WITNESSES.len()]);

/// The counts of one column.
#[derive(Debug)]
struct Count {
    /// Of every value of every sheet that has the column, one sheet after another.
    of: Vec<u32>,
    /// Where in them each sheet begins.
    starts: Vec<usize>,
    rows: u64,
}

impl Count {
    fn new(people: &People<'_>, which: usize) -> Self {
        let mut count = Count {
            of: Vec::new(),
            starts: Vec::new(),
            rows: 0,
        };
        let mut keyed = Vec::new();
        let columns = || (0..people.sheet_count()).map(|sheet| cells_of(people, sheet, which));
        let several = columns().flatten().count() > 1;
        for cells in columns() {
            let start = count.of.len();
            count.starts.push(start);
            let Some(cells) = cells else { continue };
            count.of.resize(start + cells.value_count() as usize, 0);
            count.rows += u64::from(cells.row_count());
            for row in 0..cells.row_count() {
                count.of[start + cells.value(row).0 as usize] += 1;
            }
            if several {
                let texts = cells.values().map(|it| cells.text(it).bytes());
                let hashes = texts.map(|it| fold(SEED, it.map(u64::from)));
                keyed.extend(hashes.zip(start as u32..));
            }
        }
        roster_order::sort_many_pairs(&mut keyed);
        for same in keyed.chunk_by(|a, b| a.0 == b.0).filter(|it| it.len() > 1) {
            let all = same.iter().map(|it| count.of[it.1 as usize]).sum();
            for it in same {
                count.of[it.1 as usize] = all;
            }
        }
        count
    }
}

/// The column `which` of a sheet.
fn cells_of<'s>(people: &People<'s>, sheet: u32, which: usize) -> Option<&'s Cells> {
    let index = people.witness_positions(sheet)[which]?;
    Some(&people.sheet(sheet).columns[index].cells)
}

impl Counts {
    /// How many rows have the cell of a pupil in the column `which`, without those that may be the pupil's `own`;
    /// and of how many rows.
    fn others(
        &self,
        people: &People<'_>,
        person: u32,
        which: usize,
        own: u32,
    ) -> Option<(u32, u64)> {
        let (sheet, row) = people.place(person);
        let cells = cells_of(people, sheet, which)?;
        let count = self.0[which].get_or_init(|| Count::new(people, which));
        let at = count.starts[sheet as usize] + cells.value(row).0 as usize;
        Some((count.of[at].saturating_sub(own), count.rows))
    }

    /// The rarity of the cell of a pupil in the column `which`, in tenths of a bit; `own` rows may be the
    /// pupil's, which do not make it common.
    fn rarity(&self, people: &People<'_>, person: u32, which: usize, own: u32) -> Tenths {
        let found = self.others(people, person, which, own);
        found.map_or(0, |(others, rows)| {
            log2_ratio(rows.max(512), 2 + u64::from(others) * 2).min(MOST)
        })
    }

    /// Whether so few have the cell of a pupil in the column `which` that it can be one family's: the telephone
    /// of a teacher is no family's, however large the run is.
    pub(crate) fn tells(&self, people: &People<'_>, person: u32, which: usize, own: u32) -> bool {
        let found = self.others(people, person, which, own);
        found.is_some_and(|it| it.0 <= FAMILY_ROWS_MAX)
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
