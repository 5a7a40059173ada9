//! Holds the sort of positions against the library's, and counts what it asks. Deliberately no timings.

use super::{positions, share};

/// The same numbers every time, and no library for them.
fn numbers(count: u32, below: u32) -> Vec<(u32, u32)> {
    let mut state = 7_u32;
    let mut next = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    (0..count).map(|at| (next(), at)).collect()
}

#[test]
fn items_come_in_the_order_of_the_library() {
    for count in [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 100, 257, 1000] {
        for below in [1, 2, 10, 1 << 20] {
            let mut expected = numbers(count, below);
            let (mut by, mut cached) = (expected.clone(), expected.clone());
            // Equal first numbers keep the order of the second ones.
            expected.sort_by_key(|it| it.0);
            positions::sort_by(&mut by, |a, b| a.0.cmp(&b.0));
            positions::sort_by_cached_key(&mut cached, |it| it.0);
            assert_eq!(by, expected);
            assert_eq!(cached, expected);
            let turned = |a: &(u32, u32), b: &(u32, u32)| b.cmp(a);
            expected.sort_by(turned);
            positions::sort_by(&mut by, turned);
            assert_eq!(by, expected);
        }
    }
}

#[test]
fn what_is_in_order_is_compared_once_and_left() {
    let mut items: Vec<String> = (10..60).map(|it| it.to_string()).collect();
    let before = items.clone();
    let mut asked = 0;
    positions::sort_by(&mut items, |a, b| {
        asked += 1;
        a.cmp(b)
    });
    assert_eq!((items, asked), (before, 49));
}

#[test]
fn a_comparison_without_sense_loses_no_item() {
    let mut items: Vec<u32> = (0..100).collect();
    let mut turn = 0;
    positions::sort_by(&mut items, |_, _| {
        turn += 1;
        if turn % 3 == 0 {
            std::cmp::Ordering::Less
        } else {
            std::cmp::Ordering::Greater
        }
    });
    items.sort_unstable();
    assert_eq!(items, (0..100).collect::<Vec<_>>());
}

#[test]
fn the_results_of_shared_work_come_in_order() {
    for threads in [0, 1, 2, 3, 8] {
        for count in [0, 1, 2, 7, 100] {
            let mut most = 0;
            let found = share(
                threads,
                count,
                |piece| piece * piece,
                |done| most = most.max(done),
            );
            let expected: Vec<usize> = (0..count).map(|piece| piece * piece).collect();
            assert_eq!(found, expected, "{threads} threads");
            assert_eq!(most, count, "{threads} threads");
        }
    }
}
