//! Links a public table of people and measures the result against the truth in it: pair precision, recall
//! and F1, and B-cubed. The tables known are those of `tables`.
//!
//! ```console
//! $ cargo run --release -p tests --bin link_people -- FILE.csv [estimate]
//! ```
//!
//! With `estimate` the weights are first fitted to the table, without the truth.

#![allow(clippy::print_stdout, reason = "the answer is printed")]

mod measure;
mod table;
mod tables;

use std::error::Error;
use std::time::Instant;

use roster_dedup::linkage::{
    Clustering, Comparison, Search, Tenths, Weighed, candidates, cluster, estimate, log2_ratio,
};
use roster_model::RowSet;

use crate::table::Table;

/// Groups stay apart below even odds less one bit; a pair nobody found counts against by three.
const CLUSTERING: Clustering = Clustering {
    missing: -30,
    stop: -10,
};
/// Pairs below this are not looked at again.
const LEAST: Tenths = -100;
/// Of the pairs of strangers that are drawn.
const SEED: u64 = 1;

#[allow(
    clippy::disallowed_methods,
    reason = "a tool of the tests reads files and the clock"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .ok_or("Which file? Give its path.")?;
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_path(path)?;
    let header = reader.headers()?.clone();
    let headers: Vec<&str> = header.iter().collect();
    let mut known = tables::known(&headers).ok_or("No known table has these headers.")?;
    let place = |column: &&str| {
        headers
            .iter()
            .position(|it| it == column)
            .unwrap_or(usize::MAX)
    };
    let places: Vec<usize> = known.columns.iter().map(place).collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        let cell = |&at: &usize| record.get(at).unwrap_or("").to_lowercase();
        rows.push(places.iter().map(cell).collect());
    }
    let table = Table::read(rows, places.len());
    let truth: Vec<&str> = (0..table.len())
        .map(|row| table.text(places.len() - 1, row))
        .collect();

    let started = Instant::now();
    let mut open = RowSet::new(table.len());
    (0..table.len()).for_each(|record| open.insert(record));
    let found = candidates(&Search {
        schema: &known.schema,
        records: &table,
        count: table.len(),
        open: &open,
        keep: &|_, _| true,
        threads: 1,
    });
    let blocked = started.elapsed();
    let prior = log2_ratio(known.further, 10 * u64::from(table.len()));
    if std::env::args().nth(2).is_some_and(|it| it == "estimate") {
        let count = table.len();
        for it in estimate(&known.schema, &table, count, &found.pairs, prior, SEED) {
            let field = &mut known.schema.fields[it.field];
            println!(
                "{} {}: {} → {} ({} pairs)",
                field.name, it.level, it.old, it.new, it.pairs
            );
            field.levels[it.level].weight = it.new;
        }
    }
    let mut comparison = Comparison::default();
    let mut pairs = Vec::new();
    for &(a, b) in &found.pairs {
        if known
            .schema
            .compare(&table, (a, b), LEAST - prior, &mut comparison)
        {
            pairs.push(Weighed {
                a,
                b,
                weight: comparison.total() + prior,
            });
        }
    }
    let compared = started.elapsed();
    let groups = cluster(&pairs, CLUSTERING);
    println!(
        "{} records, {} candidate pairs, {} blocks not compared in full, {} groups",
        table.len(),
        found.pairs.len(),
        found.oversize.len(),
        groups.len()
    );
    println!(
        "blocked after {blocked:.2?}, compared after {compared:.2?}, all {:.2?}",
        started.elapsed()
    );
    let likelier = pairs
        .iter()
        .filter(|it| it.weight > 0)
        .map(|it| (it.a, it.b));
    measure::by_pairs("pairs at even odds", likelier, &truth);
    let of_group = |group: &'_ Vec<u32>| {
        let group = group.clone();
        (0..group.len()).flat_map(move |b| (0..b).map(|a| (group[a], group[b])).collect::<Vec<_>>())
    };
    measure::by_pairs("groups", groups.iter().flat_map(of_group), &truth);
    measure::b_cubed(&groups, &truth);
    Ok(())
}
