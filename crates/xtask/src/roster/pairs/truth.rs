//! The truth about a roster of pairs: every pair with its kind, and every set of rows that the
//! receiving system takes for one pupil, whoever made it.
//!
//! Rows are physical. The system's sets are found by sorting texts, without any reading of cells.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::kinds::KINDS;
use super::pupil::Pupil;
use super::{Made, PairPlan};
use crate::roster::number::with_check;

pub(super) fn json(plan: &PairPlan, made: &Made) -> String {
    let pairs: Vec<Value> = made
        .pairs
        .iter()
        .map(|(kind, [right, wrong])| {
            let kind = &KINDS[*kind];
            json!({
                "kind": kind.name,
                "ids": kind.ids_key(),
                "same": kind.same,
                "cases": kind.cases,
                "handling": kind.handling,
                "right": right + 2,
                "wrong": wrong + 2,
            })
        })
        .collect();
    let truth = json!({
        "schema": "roster-pairs/1",
        "plan": { "rows": plan.rows, "seed": plan.seed, "per_kind": plan.per_kind },
        "today": "2026-11-21",
        "rows": made.pupils.len(),
        "pairs": pairs,
        "system": system(&made.pupils),
    });
    let mut text = serde_json::to_string(&truth).unwrap_or_default();
    text.push('\n');
    text
}

/// Rows of one number; rows of one name, sex and birth date of which one at least has no number.
pub(super) fn system(pupils: &[Pupil]) -> Vec<Vec<usize>> {
    let mut numbers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut triples: BTreeMap<(String, bool, u32), Vec<usize>> = BTreeMap::new();
    for (row, pupil) in (2..).zip(pupils) {
        let number = &pupil.id_number;
        let is_number = number.len() == 18 && !number.contains('+') && !number.ends_with("000");
        if is_number {
            numbers.entry(number.clone()).or_default().push(row);
        } else if number.len() == 15 {
            let head = format!("{}19{}", &number[..6], &number[6..]);
            numbers.entry(with_check(&head)).or_default().push(row);
        }
        let triple = (name_key(&pupil.name), pupil.male, pupil.birth);
        triples.entry(triple).or_default().push(row);
    }
    let has_none = |rows: &Vec<usize>| rows.iter().any(|row| pupils[row - 2].id_number.is_empty());
    let triples = triples.into_values().filter(has_none);
    let several = numbers
        .into_values()
        .chain(triples)
        .filter(|it| it.len() > 1);
    several.collect()
}

/// One form of dot, no blanks.
fn name_key(name: &str) -> String {
    let kept = name.chars().filter(|it| !it.is_whitespace());
    let one_dot = |c: char| {
        if "•‧∙⋅・．.".contains(c) {
            '·'
        } else {
            c
        }
    };
    kept.map(one_dot).collect()
}
