//! Any bytes: sheets or a failure, never a panic.

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::make::{Version, book, compound};
use super::{FIXTURES, read};

/// The same cases on every run.
fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// The bytes with some of them changed.
fn changed(bytes: &'static [u8]) -> impl Strategy<Value = Vec<u8>> {
    vec((any::<Index>(), any::<u8>()), 1..10).prop_map(move |changes| {
        let mut bytes = bytes.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes
    })
}

#[test]
fn changed_files() {
    for (_, bytes) in FIXTURES {
        let tried = runner(120).run(&changed(bytes), |bytes| {
            read(&bytes);
            Ok(())
        });
        tried.unwrap();
    }
}

#[test]
fn random_records() {
    let kinds: Vec<u16> = vec![
        0x0809, 0x000A, 0x003C, 0x0042, 0x0022, 0x041E, 0x00E0, 0x0085, 0x00FC, 0x0208, 0x007D,
        0x00E5, 0x0203, 0x0204, 0x00D6, 0x00FD, 0x027E, 0x00BD, 0x0205, 0x0006, 0x0207,
    ];
    let records = vec((any::<Index>(), vec(any::<u8>(), 0..40)), 0..40).prop_map(move |records| {
        let records = records.iter().map(|(kind, body)| {
            let kind = kinds[kind.index(kinds.len())];
            super::make::record(kind, &[body])
        });
        records.collect::<Vec<_>>()
    });
    let strategy = (records.clone(), records);
    let tried = runner(400).run(&strategy, |(globals, cells)| {
        read(&compound(
            "Workbook",
            &book(Version::Eight, &globals, &cells),
        ));
        read(&book(Version::Five, &globals, &cells));
        Ok(())
    });
    tried.unwrap();
}
