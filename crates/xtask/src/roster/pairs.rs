//! One roster of many schools with pairs of rows whose truth is known: one pupil entered twice with
//! a mistake of a given kind, or two pupils who are easily taken for one.
//!
//! It measures the search for duplicates, beside the rosters of [`super::Plan`], which are made so
//! that nobody resembles anybody by chance. Here names are as unevenly spread as real ones, and
//! namesakes turn up by themselves; the truth lists what the receiving system sees in them.

use std::path::PathBuf;

use super::FileFormat;
use crate::args::Options;

mod confusions;
mod kinds;
mod names;
mod others;
mod pupil;
mod slips;
#[cfg(test)]
mod tests;
mod truth;
mod write;

use kinds::KINDS;
use pupil::{Draw, Pupil};

/// Pupils of one school.
const SCHOOL_SIZE: usize = 1200;
/// In so many of a thousand rows nobody entered a number.
const WITHOUT_NUMBER: usize = 12;

/// What to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairPlan {
    /// Rows in all; no less than the pairs need.
    pub rows: u32,
    /// Equal seeds give equal rosters.
    pub seed: u64,
    /// Pairs of every kind.
    pub per_kind: u32,
    /// The file that is written.
    pub format: FileFormat,
}

impl Default for PairPlan {
    fn default() -> Self {
        Self {
            rows: 100_000,
            seed: 1,
            per_kind: 200,
            format: FileFormat::Csv,
        }
    }
}

/// The finished roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRoster {
    /// The name of the file.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
    /// The truth, as JSON (`roster-pairs/1`).
    pub truth: String,
}

/// Rows in the order of the sheet, and the pairs among them.
struct Made {
    schools: Vec<pupil::School>,
    pupils: Vec<Pupil>,
    /// Kind, the right row and the wrong one.
    pairs: Vec<(usize, [usize; 2])>,
}

impl PairPlan {
    /// Makes the roster and its truth.
    pub fn make(&self) -> Result<PairRoster, String> {
        let made = self.draw();
        let bytes = write::file(&made, self.format)?;
        let name = match self.format {
            FileFormat::Xlsx => "pairs.xlsx",
            FileFormat::Csv => "pairs.csv",
            FileFormat::Gbk => "pairs.gbk.csv",
        };
        Ok(PairRoster {
            name: name.to_owned(),
            bytes,
            truth: truth::json(self, &made),
        })
    }

    fn draw(&self) -> Made {
        let rows = self.rows as usize;
        let mut draw = Draw::new(self.seed, rows / SCHOOL_SIZE);
        let mut drawn: Vec<(Option<(usize, usize)>, Pupil)> = Vec::with_capacity(rows);
        let mut kinds_of_pairs = Vec::new();
        for (at, kind) in KINDS.iter().enumerate() {
            for _ in 0..self.per_kind {
                let pair = kinds_of_pairs.len();
                kinds_of_pairs.push(at);
                let rows = kind.draw(&mut draw);
                drawn.extend(
                    (0..)
                        .zip(rows)
                        .map(|(member, it)| (Some((pair, member)), it)),
                );
            }
        }
        while drawn.len() < rows {
            let mut pupil = draw.pupil();
            if draw.rng.below(1000) < WITHOUT_NUMBER {
                pupil.id_number.clear();
                pupil.student_number = draw.temporary(pupil.birth);
            }
            drawn.push((None, pupil));
        }
        draw.rng.shuffle(&mut drawn);
        drawn.sort_by_key(|(_, it)| (it.school, it.grade));
        let mut pairs: Vec<(usize, [usize; 2])> = kinds_of_pairs
            .into_iter()
            .map(|kind| (kind, [0; 2]))
            .collect();
        for (row, (tag, _)) in drawn.iter().enumerate() {
            if let Some((pair, member)) = tag {
                pairs[*pair].1[*member] = row;
            }
        }
        let pupils = drawn.into_iter().map(|it| it.1).collect();
        Made {
            schools: draw.schools,
            pupils,
            pairs,
        }
    }
}

/// The verb `pairs`.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let mut options = Options::new(arguments);
    let mut plan = PairPlan::default();
    plan.rows = options.value("--rows")?.unwrap_or(plan.rows);
    plan.seed = options.value("--seed")?.unwrap_or(plan.seed);
    plan.per_kind = options.value("--per-kind")?.unwrap_or(plan.per_kind);
    plan.format = options.value("--format")?.unwrap_or(plan.format);
    let folder: Option<PathBuf> = options.value("-o")?;
    options.finish()?;
    let folder = folder.ok_or("`pairs` needs `-o DIR`.")?;
    let roster = plan.make()?;
    crate::write_bytes(&folder.join(&roster.name), &roster.bytes)?;
    crate::write_bytes(&folder.join("truth.json"), roster.truth.as_bytes())
}
