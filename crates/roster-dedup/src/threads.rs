//! The parts of a task side by side, where there are threads.
//!
//! What comes out is what doing them one after another gives, however many threads there are. A page has
//! one. Deliberately absent: threads that live on, and any choice of their number.

/// What `task` makes of each part, in the order of the parts.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn each<T: Send>(
    threads: usize,
    parts: usize,
    task: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    use std::sync::atomic::{AtomicUsize, Ordering};

    if threads < 2 || parts < 2 {
        return (0..parts).map(task).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let part = next.fetch_add(1, Ordering::Relaxed);
            if part >= parts {
                return done;
            }
            done.push((part, task(part)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(parts)).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    roster_order::sort_by_key(&mut done, |it| it.0);
    done.into_iter().map(|it| it.1).collect()
}

/// What `task` makes of each part, in the order of the parts.
#[cfg(target_family = "wasm")]
pub(crate) fn each<T>(_threads: usize, parts: usize, task: impl Fn(usize) -> T) -> Vec<T> {
    (0..parts).map(task).collect()
}

/// What `task` makes of each piece of so many items, which it may change, in the order of the pieces; it is
/// told the place of the first item.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn each_piece<I: Send, T: Send>(
    threads: usize,
    items: &mut [I],
    length: usize,
    task: impl Fn(usize, &mut [I]) -> T + Sync,
) -> Vec<T> {
    use std::sync::{Mutex, PoisonError};

    // Each is locked once, by whoever works on it.
    let pieces: Vec<Mutex<&mut [I]>> = items.chunks_mut(length).map(Mutex::new).collect();
    each(threads, pieces.len(), |at| {
        let mut piece = pieces[at].lock().unwrap_or_else(PoisonError::into_inner);
        task(at * length, &mut piece)
    })
}

/// What `task` makes of each piece of so many items.
#[cfg(target_family = "wasm")]
pub(crate) fn each_piece<I, T>(
    _threads: usize,
    items: &mut [I],
    length: usize,
    task: impl Fn(usize, &mut [I]) -> T,
) -> Vec<T> {
    let pieces = items.chunks_mut(length).enumerate();
    pieces.map(|(at, piece)| task(at * length, piece)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_changed_once() {
        for threads in [1, 3] {
            let mut items = vec![0; 1000];
            let firsts = each_piece(threads, &mut items, 64, |first, piece| {
                for (at, item) in piece.iter_mut().enumerate() {
                    *item += first + at;
                }
                first
            });
            assert!(items.iter().copied().eq(0..1000));
            assert!(firsts.into_iter().eq((0..1000).step_by(64)));
        }
    }

    #[test]
    fn the_parts_come_in_their_order() {
        for threads in [0, 1, 2, 3, 8] {
            for parts in [0, 1, 2, 7, 100] {
                let found = each(threads, parts, |part| part * part);
                let expected: Vec<usize> = (0..parts).map(|part| part * part).collect();
                assert_eq!(found, expected, "{threads} threads");
            }
        }
    }
}
