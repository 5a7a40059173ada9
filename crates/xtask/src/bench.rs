//! How long the product takes, as ratios to named references measured in the same run, turn by turn.
//!
//! Whole processes are timed, because that is what a person waits for. The references do the least
//! that reading needs: calamine visits every cell of the workbook, the csv crate every field of the
//! text. Deliberately no limit is asserted here: a busy machine is not a mistake.

mod files;
mod measure;
mod peers;
mod people;
mod reference;

use std::path::Path;

use files::Files;
use measure::{Figure, Job, Values, measure};

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
            "reading alone, xlsx 100,000 × 25 / calamine",
            Job::reading(root, &files.path("clean.xlsx")),
            read("clean.xlsx"),
        ),
        (
            "reading alone, csv 1,000,000 × 25 / scan",
            Job::reading(root, &files.path("large.csv")),
            scan("large.csv"),
        ),
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
    print_writing(root, &files)?;
    print_dearest(root, &files)?;
    people::matching(root)?;
    print_memory(root, &files)?;
    let page = root.join("tests/bench/page.mjs");
    for (title, file) in [
        ("xlsx 100,000 × 25", "clean.xlsx"),
        ("csv 1,000,000 × 25", "large.csv"),
        ("csv with faults", "large-faults.csv"),
    ] {
        let figure = measure::page(&page, &files.path(file))?;
        let (all, one) = measure(&product(file), &product(file).on_one_core(), ROUNDS)?;
        print_pair(&format!("page / native, {title}"), &figure, &all);
        print_pair(
            &format!("page / native on one core, {title}"),
            &figure,
            &one,
        );
    }
    Ok(())
}

/// Links a public table of people with the engine and with Splink.
pub(crate) fn run_people(root: &Path, table: &str) -> Result<(), String> {
    people::run(root, table)
}

/// What the marked workbook of 100,000 rows with 10,000 notes takes on top of the check.
fn print_writing(root: &Path, files: &Files) -> Result<(), String> {
    let file = files.path("notes.xlsx");
    let check = Job::product(root, &file);
    let kinds = [
        (Values::Shown, "writing the marked workbook / checking it"),
        (Values::Masked, "the same with values masked"),
    ];
    for (values, title) in kinds {
        let (with, without) = measure(&Job::marked(root, &file, values), &check, ROUNDS)?;
        let writing = Figure {
            seconds: with.seconds - without.seconds,
            ..with
        };
        print_pair(title, &writing, &without);
    }
    Ok(())
}

/// The rules that take the most time over the file of faults.
fn print_dearest(root: &Path, files: &Files) -> Result<(), String> {
    let program = root.join("target/release/costs");
    peers::run(&program, &[], &files.path("faults.xlsx"), root)
}

/// The highest memory of a check against the size of what is checked.
#[allow(clippy::print_stdout, reason = "the figures are the result")]
fn print_memory(root: &Path, files: &Files) -> Result<(), String> {
    let text = files.cell_text("clean.csv")?;
    let size = files.bytes("large.csv")?;
    println!("{:44} {:>9} {:>9} {:>7}", "", "peak MB", "of MB", "ratio");
    for (title, file, of) in [
        (
            "memory, xlsx 100,000 × 25 / text of its cells",
            "clean.xlsx",
            text,
        ),
        ("memory, csv 1,000,000 × 25 / file", "large.csv", size),
    ] {
        let job = Job::product(root, &files.path(file));
        let peak = measure(&job, &job, 1)?.0.peak_bytes as f64;
        let of = of as f64;
        println!(
            "{title:44} {:9.0} {:9.0} {:7.2}",
            peak / 1e6,
            of / 1e6,
            peak / of
        );
    }
    Ok(())
}

/// Runs other tools on a part of our checks, in turn with all of ours.
#[allow(clippy::print_stdout, reason = "the figures are the result")]
pub(crate) fn run_peers(root: &Path) -> Result<(), String> {
    let files = Files::make(root)?;
    println!(
        "{:44} {:>9} {:>9} {:>7} {:>9}",
        "", "ours s", "theirs s", "ratio", "peak MB"
    );
    for peer in peers::install(root, &files)? {
        let ours = Job::product(root, &files.path(peer.file));
        let (figure, base) = measure(&ours, &peer.job, ROUNDS)?;
        print_pair(peer.title, &figure, &base);
    }
    people::pupils(root, &files.path("large-faults.csv"))
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
