//! Any bytes give a workbook or one error.

use proptest::collection::vec;
use proptest::prelude::{any, prop_assert};
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use roster_model::Level;

use super::original::{SHEET, TABLE_SHEET, workbook};
use super::*;
use crate::{AppendedSheet, WorkbookCell};

fn everything() -> Patch<'static> {
    let mut is_first = true;
    Patch {
        sheets: vec![
            sheet(
                SHEET,
                [
                    text("A3", "x"),
                    mark("B9", Level::Error),
                    note("A4", "x"),
                    text("F5", ""),
                ],
            ),
            sheet(TABLE_SHEET, [text("B2", "x"), note("A1", "x")]),
        ],
        appended: vec![AppendedSheet {
            name: "校验结果".to_owned(),
            replaces: Vec::new(),
            freeze_rows: 1,
            columns_width: vec![9.0],
            autofilter: true,
            rows: Box::new(move |row| {
                row.push(WorkbookCell::header("x"));
                std::mem::take(&mut is_first)
            }),
        }],
        ..Patch::default()
    }
}

/// A patched workbook is a workbook: it can be patched again.
fn survives(original: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(patched) = crate::patch(original, everything(), &mut |_| {}) {
        let again = crate::patch(&patched.bytes, everything(), &mut |_| {});
        prop_assert!(again.is_ok(), "{:?}", again.err());
    }
    Ok(())
}

#[test]
fn what_is_no_package_is_refused() {
    for bytes in [&b""[..], b"PK", b"abc", &workbook()[..2000]] {
        let refused = crate::patch(bytes, everything(), &mut |_| {});
        assert!(matches!(refused, Err(PatchError::NoPackage(_))));
    }
}

#[test]
fn what_would_be_unpacked_elsewhere_is_not_copied() {
    let outside = [
        "../../../../tmp/evil.xml",
        "xl\\..\\..\\evil.xml",
        "C:\\evil.xml",
    ];
    let inside = ["xl/..a/b..xml", "/xl/a.xml"];
    let original = workbook();
    let mut all = parts(&original);
    all.extend(
        outside
            .iter()
            .chain(&inside)
            .map(|it| ((*it).to_owned(), "x".to_owned())),
    );
    let new = patched(&package(all), SHEET, [text("A3", "x")]);
    let mut found = new.outside;
    found.sort();
    assert_eq!(
        found,
        [
            "../../../../tmp/evil.xml",
            "C:\\evil.xml",
            "xl\\..\\..\\evil.xml"
        ]
    );
    let new = parts(&new.bytes);
    assert!(outside.iter().all(|it| !new.contains_key(*it)));
    assert!(inside.iter().all(|it| new.contains_key(*it)));
}

/// The same cases on every run.
fn runner() -> TestRunner {
    let config = Config {
        cases: 300,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn changed_bytes_of_the_archive_never_panic() {
    let original = workbook();
    let changes = vec((any::<Index>(), any::<u8>()), 1..8);
    let outcome = runner().run(&changes, |changes| {
        let mut bytes = original.clone();
        for (index, byte) in changes {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        survives(&bytes)
    });
    outcome.unwrap();
}

#[test]
fn changed_parts_never_panic() {
    let original = parts(&workbook());
    let cut = (
        any::<Index>(),
        0..40_usize,
        "[<>/&;\"' a-z0-9=!\\[\\-]{0,6}",
    );
    let changes = (any::<Index>(), vec(cut, 1..5));
    let outcome = runner().run(&changes, |(part, cuts)| {
        let mut parts: Vec<(Vec<u8>, Vec<u8>)> = original
            .iter()
            .map(|it| (it.0.clone().into_bytes(), it.1.clone().into_bytes()))
            .collect();
        let index = part.index(parts.len());
        let text = &mut parts[index].1;
        for (start, length, with) in cuts {
            if text.is_empty() {
                break;
            }
            let start = start.index(text.len());
            let end = (start + length).min(text.len());
            text.splice(start..end, with.bytes());
        }
        survives(&package(parts))
    });
    outcome.unwrap();
}
