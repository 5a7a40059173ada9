//! Precision, recall and F1 of a linkage against the truth: by pairs, and B-cubed (by records).

use std::collections::BTreeMap;

/// By pairs: `pairs` were called one person, and records of one person have equal `truth`.
pub(crate) fn by_pairs(what: &str, pairs: impl Iterator<Item = (u32, u32)>, truth: &[&str]) {
    let (mut right, mut found) = (0_u64, 0_u64);
    for (a, b) in pairs {
        found += 1;
        right += u64::from(truth[a as usize] == truth[b as usize]);
    }
    let precision = right as f64 / found.max(1) as f64;
    let recall = right as f64 / true_pairs(truth).max(1) as f64;
    print(what, precision, recall);
}

fn print(what: &str, precision: f64, recall: f64) {
    let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
    println!("{what}: F1 {f1:.4}, precision {precision:.4}, recall {recall:.4}");
}

fn true_pairs(truth: &[&str]) -> u64 {
    let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
    for &person in truth {
        *sizes.entry(person).or_default() += 1;
    }
    sizes.values().map(|it| it * (it - 1) / 2).sum()
}

/// By records: how much of a record's group is the same person, and how much of the person is in it.
pub(crate) fn b_cubed(groups: &[Vec<u32>], truth: &[&str]) {
    let mut group_of = vec![u32::MAX; truth.len()];
    for (number, group) in groups.iter().enumerate() {
        for &row in group {
            group_of[row as usize] = number as u32;
        }
    }
    let mut sizes: BTreeMap<&str, f64> = BTreeMap::new();
    let mut shared: BTreeMap<(u32, &str), f64> = BTreeMap::new();
    for (row, &person) in truth.iter().enumerate() {
        *sizes.entry(person).or_default() += 1.0;
        if group_of[row] != u32::MAX {
            *shared.entry((group_of[row], person)).or_default() += 1.0;
        }
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for (row, &person) in truth.iter().enumerate() {
        let group = group_of[row];
        let together = shared.get(&(group, person)).copied().unwrap_or(1.0);
        let size = if group == u32::MAX {
            1.0
        } else {
            groups[group as usize].len() as f64
        };
        precision += together / size;
        recall += together / sizes[person];
    }
    let count = truth.len() as f64;
    print("B-cubed", precision / count, recall / count);
}
