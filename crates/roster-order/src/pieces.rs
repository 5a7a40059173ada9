//! Items that are changed piece by piece, side by side where there are threads.
//!
//! What comes out is what changing them one after another gives, however many threads there are. A page has
//! one. Deliberately absent: any choice of their number.

/// What `task` makes of each piece of `length` items, which it may change, in the order of the pieces; it is
/// told the place of the first item.
#[cfg(not(target_family = "wasm"))]
pub fn each_piece<I: Send, T: Send>(
    threads: usize,
    items: &mut [I],
    length: usize,
    task: impl Fn(usize, &mut [I]) -> T + Sync,
) -> Vec<T> {
    use std::sync::{Mutex, PoisonError};

    // Each is locked once, by the thread that works on it.
    let pieces: Vec<Mutex<&mut [I]>> = items.chunks_mut(length).map(Mutex::new).collect();
    let work = |at: usize| {
        let mut piece = pieces[at].lock().unwrap_or_else(PoisonError::into_inner);
        task(at * length, &mut piece)
    };
    crate::share(threads, pieces.len(), work, |_| {})
}

/// What `task` makes of each piece of `length` items.
#[cfg(target_family = "wasm")]
pub fn each_piece<I, T>(
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
}
