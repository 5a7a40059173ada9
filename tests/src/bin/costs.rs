//! What each rule costs: `costs FILE` checks the file once, so that everything rules share is worked out,
//! then runs every rule alone and prints the five dearest with their share of all. Before that it tells how
//! long the search for duplicates takes, of the clock and of the processor.
//!
//! Deliberately no limit: the figures are for a person who wonders where the time goes.
#![allow(clippy::print_stdout, reason = "the answer is printed")]
#![allow(
    clippy::disallowed_methods,
    reason = "a tool of the tests reads files and the clock"
)]

use std::time::{Duration, Instant};

use roster_engine::wire::CheckOptions;
use roster_engine::{Options, Phase, Session};
use roster_rules::RULES;

#[path = "../processor.rs"]
mod processor;

/// Runs of each rule; the quickest counts.
const ROUNDS: usize = 3;

/// How many rules are named.
const NAMED: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("costs FILE")?;
    let bytes = std::fs::read(&path)?;
    let given = CheckOptions {
        today: "2026-11-21".to_owned(),
        ..CheckOptions::default()
    };
    let options = Options::understand(&given).map_err(|said| said.en)?;
    let mut session = Session::new(options);
    session.open(&path, &bytes, &mut |_| {});
    let mut matching = Vec::new();
    session.check(&mut |step| {
        if step.phase == Phase::Matching {
            matching.push((Instant::now(), processor::seconds()));
        }
    });
    if let (Some(start), Some(end)) = (matching.first(), matching.last()) {
        println!(
            "matching takes {:.2} s, {:.2} s of the processor",
            (end.0 - start.0).as_secs_f64(),
            end.1 - start.1
        );
    }
    let mut costs: Vec<(usize, Duration)> = (0..RULES.len())
        .map(|rule| (rule, cost(rule, &session)))
        .collect();
    let all: Duration = costs.iter().map(|it| it.1).sum();
    costs.sort_by_key(|it| std::cmp::Reverse(it.1));
    println!(
        "the {NAMED} dearest of {} rules, each alone; all of them take {:.0} ms",
        RULES.len(),
        all.as_secs_f64() * 1e3
    );
    for (rule, cost) in costs.into_iter().take(NAMED) {
        let rule = RULES[rule];
        println!(
            "  {} {:34} {:7.1} ms {:5.1} %",
            rule.code,
            rule.slug,
            cost.as_secs_f64() * 1e3,
            cost.as_secs_f64() / all.as_secs_f64() * 100.0
        );
    }
    Ok(())
}

fn cost(rule: usize, session: &Session) -> Duration {
    let settings = session.options().settings();
    let once = || {
        let start = Instant::now();
        let (files, rosters, matches) = (session.files(), session.rosters(), session.matches());
        std::hint::black_box(roster_rules::run_alone(
            rule, files, rosters, matches, settings,
        ));
        start.elapsed()
    };
    let times = (0..ROUNDS).map(|_| once());
    times.min().unwrap_or_default()
}
