//! What the crate promises, tried from outside: hostile archives are refused, others come back.
//!
//! Every archive here is made by the test itself.

mod hostile;
mod parts;
mod xml;
mod zips;

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// The same cases on every run.
fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}
