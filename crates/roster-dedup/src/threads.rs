//! The parts of a task side by side, where there are threads.
//!
//! What comes out is what doing them one after another gives, however many threads there are. A page has
//! one. Deliberately absent: threads that live on, and any choice of their number.

use std::sync::{Mutex, PoisonError};

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
pub(crate) fn each_piece<I: Send, T: Send>(
    threads: usize,
    items: &mut [I],
    length: usize,
    task: impl Fn(usize, &mut [I]) -> T + Sync,
) -> Vec<T> {
    // Each is locked once, by whoever works on it.
    let pieces: Vec<Mutex<&mut [I]>> = items.chunks_mut(length).map(Mutex::new).collect();
    each(threads, pieces.len(), |at| {
        let mut piece = pieces[at].lock().unwrap_or_else(PoisonError::into_inner);
        task(at * length, &mut piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
