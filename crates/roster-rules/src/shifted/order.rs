//! Which of some things in a row have to move for the rest to be in order.

/// For each place, whether it belongs to a longest run of places that already ascend; what does not
/// has moved. Of equally long runs the one whose ends lie nearest stays.
pub fn in_order(places: &[usize]) -> Vec<bool> {
    // The longest run in order that ends at each place, and the one before it.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let before = (0..at).filter(|&it| places[it] < *place);
        let best = before.max_by_key(|&it| (runs[it].0, at - it));
        runs.push((best.map_or(1, |it| runs[it].0 + 1), best));
    }
    let mut last = (0..runs.len()).rev().max_by_key(|&it| runs[it].0);
    let mut stays = vec![false; places.len()];
    while let Some(at) = last {
        stays[at] = true;
        last = runs[at].1;
    }
    stays
}
