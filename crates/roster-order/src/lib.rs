//! Sorting in little code, sharing work among threads, and a hash: what the crates at the bottom need.
//!
//! The sorts of the standard library are compiled once for every type and every comparison: in a page they
//! were an eighth of the download. Here one sort permutes indexes for all of them, and only the comparison
//! and the swap are compiled for each type. Natively it is the library's sort, and the order is the same.
//! Numbers, of which there may be a million, have the library's sort in a page too, once for each of two
//! types. The results of shared work come in the order of the work, whichever thread did it, so that no result
//! depends on the number of threads. Deliberately absent: sorts that do not keep what is equal in its
//! order, and threads that live on.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

mod few;
mod pieces;
#[cfg(any(target_family = "wasm", test))]
mod positions;
mod repeated;
mod share;
#[cfg(test)]
mod tests;

pub use few::FewMap;
pub use pieces::each_piece;
pub use repeated::{mix, repeated};
pub use share::{both, share};

/// Puts items into their own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Puts items into the order of what `key` makes of each; it is asked often.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Puts items into the order of what `key` makes of each; it is asked once for each.
pub fn sort_by_cached_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    #[cfg(target_family = "wasm")]
    positions::sort_by_cached_key(items, key);
    #[cfg(not(target_family = "wasm"))]
    items.sort_by_cached_key(key);
}

/// Puts items into an order; what is equal stays in its order.
pub fn sort_by<T>(items: &mut [T], compare: impl FnMut(&T, &T) -> Ordering) {
    #[cfg(target_family = "wasm")]
    positions::sort_by(items, compare);
    #[cfg(not(target_family = "wasm"))]
    items.sort_by(compare);
}

/// Puts very many small numbers in order.
#[inline(never)]
pub fn sort_many_small(numbers: &mut [u32]) {
    #[cfg(target_family = "wasm")]
    {
        // The sort of the wide ones is there already.
        let mut wide: Vec<u64> = numbers.iter().map(|&it| u64::from(it)).collect();
        sort_many(&mut wide);
        for (number, wide) in numbers.iter_mut().zip(wide) {
            *number = wide as u32;
        }
    }
    #[cfg(not(target_family = "wasm"))]
    numbers.sort_unstable();
}

/// Puts very many numbers in order.
#[inline(never)]
pub fn sort_many(numbers: &mut [u64]) {
    numbers.sort_unstable();
}

/// Puts very many pairs in order.
#[inline(never)]
pub fn sort_many_pairs(pairs: &mut [(u64, u32)]) {
    pairs.sort_unstable();
}

/// A map of these pairs; of equal keys the last one stays. Collecting would sort the pairs first.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// A set of these items. Collecting would sort them first.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}
