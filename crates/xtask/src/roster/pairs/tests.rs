//! The roster of pairs is what its plan says, and its truth is about the rows that were written.

use std::collections::BTreeMap;

use super::kinds::Ids;
use super::*;
use crate::roster::number;

fn plan() -> PairPlan {
    PairPlan {
        rows: 6000,
        per_kind: 30,
        ..PairPlan::default()
    }
}

#[test]
fn equal_plans_give_equal_rosters() {
    let plan = PairPlan {
        rows: 1500,
        per_kind: 4,
        ..PairPlan::default()
    };
    let roster = plan.make().unwrap();
    assert_eq!(roster, plan.make().unwrap());
    assert_ne!(
        roster.bytes,
        PairPlan { seed: 2, ..plan }.make().unwrap().bytes
    );
    let workbook = PairPlan {
        format: FileFormat::Xlsx,
        ..plan
    }
    .make()
    .unwrap();
    assert_eq!(workbook.truth, roster.truth);
    assert!(workbook.bytes.starts_with(b"PK"));
}

#[test]
fn every_kind_makes_what_it_is_called() {
    let made = plan().draw();
    assert_eq!(made.pupils.len(), 6000);
    assert_eq!(made.pairs.len(), KINDS.len() * 30);
    for (kind, [right, wrong]) in &made.pairs {
        let kind = &KINDS[*kind];
        let (right, wrong) = (&made.pupils[*right], &made.pupils[*wrong]);
        let ids = [right, wrong]
            .iter()
            .filter(|it| !it.id_number.is_empty())
            .count();
        assert_eq!(
            ids,
            if kind.ids == Ids::Both { 2 } else { 1 },
            "{}",
            kind.name
        );
        let equal = right.name == wrong.name;
        match kind.name {
            "exact" | "namesakes" | "day" | "month" | "year" | "sex" | "date-swapped" => {
                assert!(equal);
            }
            name if name.starts_with("number-") => assert_ne!(right.id_number, wrong.id_number),
            name => assert!(!equal, "{name}: {}", right.name),
        }
    }
}

#[test]
fn wrong_numbers_are_wrong_and_right_ones_are_nobody_else_s() {
    let made = plan().draw();
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for pupil in &made.pupils {
        *owners.entry(&pupil.id_number).or_default() += 1;
    }
    for (kind, [right, wrong]) in &made.pairs {
        let (right, wrong) = (
            &made.pupils[*right].id_number,
            &made.pupils[*wrong].id_number,
        );
        match KINDS[*kind].name {
            "number-digit" | "number-swap" => {
                assert_ne!(wrong.chars().last(), Some(number::check(&wrong[..17])));
                assert_eq!(owners[right.as_str()], 1);
            }
            "twins" | "neighbours" if !right.is_empty() && !wrong.is_empty() => {
                assert_eq!(right[..14], wrong[..14]);
            }
            _ => {}
        }
    }
}

#[test]
fn the_system_s_sets_are_those_of_the_kinds_and_a_few_by_chance() {
    let made = plan().draw();
    let sets = truth::system(&made.pupils);
    let is_in = |rows: &[usize; 2]| {
        sets.iter()
            .any(|set| rows.iter().all(|row| set.contains(&(row + 2))))
    };
    for (kind, rows) in &made.pairs {
        let kind = &KINDS[*kind];
        let seen = match kind.name {
            "exact" | "one-number" | "one-number-fits-both" | "number-15" | "dot-differs" => true,
            name if name.starts_with("number-") => false,
            "namesakes" => kind.ids == Ids::One,
            _ => kind.same && kind.ids == Ids::Both,
        };
        // A blank instead of the dot is a name without one, as the key has it.
        assert_eq!(is_in(rows), seen, "{} {}", kind.name, kind.ids_key());
    }
    let made_pairs = made.pairs.iter().filter(|it| is_in(&it.1)).count();
    assert!(
        sets.len() >= made_pairs && sets.len() < made_pairs + 20,
        "{}",
        sets.len()
    );
}
