//! How long the product takes, as ratios to named references measured in the same run, turn by turn.
//!
//! Whole processes are timed, because that is what a person waits for. The references do the least
//! that reading needs: calamine visits every cell of the workbook, the csv crate every field of the
//! text. Deliberately no limit is asserted here: a busy machine is not a mistake.

mod files;
mod measure;
mod reference;

use std::path::Path;

use files::Files;
use measure::{Figure, Job, measure};

/// Rounds of each pair; the median counts.
const ROUNDS: usize = 5;

/// Runs all benchmarks and prints their figures.
#[allow(clippy::print_stdout, reason = "the figures are the result")]
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let files = Files::make(root)?;
    let product = |file: &str| Job::product(root, &files.path(file));
    let read = |file: &str| Job::reference("xlsx", &files.path(file));
    let scan = |file: &str| Job::reference("csv", &files.path(file));
    println!(
        "{:44} {:>9} {:>9} {:>7} {:>9}",
        "", "median s", "ref. s", "ratio", "peak MB"
    );
    let pairs = [
        (
            "full check, xlsx 100,000 × 25, clean / calamine",
            product("clean.xlsx"),
            read("clean.xlsx"),
        ),
        (
            "full check, xlsx 100,000 × 25, faults / calamine",
            product("faults.xlsx"),
            read("faults.xlsx"),
        ),
        (
            "full check, csv 1,000,000 × 25, clean / scan",
            product("large.csv"),
            scan("large.csv"),
        ),
        (
            "full check, csv 1,000,000 × 25, faults / scan",
            product("large-faults.csv"),
            scan("large-faults.csv"),
        ),
        (
            "an error in every cell / clean, csv 100,000",
            product("every.csv"),
            product("clean.csv"),
        ),
        (
            "1,000,000 rows / 100,000 rows, csv",
            product("large.csv"),
            product("clean.csv"),
        ),
    ];
    for (title, job, reference) in pairs {
        let (figure, base) = measure(&job, &reference, ROUNDS)?;
        print_pair(title, &figure, &base);
    }
    let page = root.join("tests/bench/page.mjs");
    for (title, file) in [
        ("page / native, xlsx 100,000 × 25", "clean.xlsx"),
        ("page / native, csv 1,000,000 × 25", "large.csv"),
    ] {
        let base = measure(&product(file), &product(file), ROUNDS)?.0;
        let figure = measure::page(&page, &files.path(file))?;
        print_pair(title, &figure, &base);
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "the figures are the result")]
fn print_pair(title: &str, figure: &Figure, base: &Figure) {
    println!(
        "{title:44} {:9.2} {:9.2} {:7.2} {:9.0}",
        figure.seconds,
        base.seconds,
        figure.seconds / base.seconds,
        figure.peak_bytes as f64 / 1e6,
    );
}

pub(crate) use reference::run as run_reference;
