//! How well pairs of rows are found, by kind: `pairs [ROWS [PER-KIND [SEED]]]`, at first 100,000 rows
//! with 200 pairs of every kind. What is not reached stands below the table, and fails.
#![allow(clippy::print_stdout, reason = "the answer is printed")]

use std::process::ExitCode;

use xtask::roster::pairs::PairPlan;

#[path = "../pairs/demands.rs"]
mod demands;
#[path = "../pairs/score.rs"]
mod score;

fn main() -> Result<ExitCode, String> {
    let numbers = std::env::args().skip(1).map(|it| it.parse::<u32>());
    let numbers: Vec<u32> = numbers
        .collect::<Result<_, _>>()
        .map_err(|it| it.to_string())?;
    let mut plan = PairPlan::default();
    plan.rows = numbers.first().copied().unwrap_or(plan.rows);
    plan.per_kind = numbers.get(1).copied().unwrap_or(plan.per_kind);
    plan.seed = numbers.get(2).map_or(plan.seed, |it| u64::from(*it));
    let score = score::score(&plan)?;
    println!("{}", score.report());
    let complaints = demands::complaints(&score);
    for complaint in &complaints {
        println!("not reached: {complaint}");
    }
    Ok(if complaints.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
