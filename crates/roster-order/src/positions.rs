//! Sorts positions instead of items, so that one sort is enough for items of every type.

use std::cmp::Ordering;

/// As many positions are put in order one by one before they are merged.
const RUN: usize = 8;

pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |a, b| {
        compare(&items[a], &items[b]) == Ordering::Greater
    });
    arrange(items, order);
}

pub(crate) fn sort_by_cached_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = order(items.len(), &mut |a, b| keys[a] > keys[b]);
    arrange(items, order);
}

/// Which item belongs at each place: a merge sort from short runs to long ones. Empty when all is in
/// order, which most lists are.
#[inline(never)]
fn order(count: usize, is_after: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    if (1..count).all(|at| !is_after(at - 1, at)) {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..count).collect();
    for run in order.chunks_mut(RUN) {
        for end in 1..run.len() {
            let mut at = end;
            while at > 0 && is_after(run[at - 1], run[at]) {
                run.swap(at - 1, at);
                at -= 1;
            }
        }
    }
    let mut merged = Vec::with_capacity(count);
    let mut width = RUN;
    while width < count {
        merged.clear();
        for both in order.chunks(width * 2) {
            let (left, right) = both.split_at(width.min(both.len()));
            merge(left, right, is_after, &mut merged);
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

/// What is equal comes from the left.
fn merge(
    mut left: &[usize],
    mut right: &[usize],
    is_after: &mut dyn FnMut(usize, usize) -> bool,
    merged: &mut Vec<usize>,
) {
    if let (Some(&last), Some(&first)) = (left.last(), right.first())
        && is_after(last, first)
    {
        while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
            if is_after(*a, *b) {
                merged.push(*b);
                right = right_rest;
            } else {
                merged.push(*a);
                left = left_rest;
            }
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// Brings each item to its place, round after round of exchanges; a place that is done names itself.
fn arrange<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let from = std::mem::replace(&mut order[at], at);
            items.swap(at, from);
            at = from;
        }
        order[at] = at;
    }
}
