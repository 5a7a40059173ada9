//! Shares independent pieces of work among threads, where there are threads.
//!
//! The results come in the order of the pieces, whichever thread did them, so no result depends
//! on the number of threads. In a browser one thread does everything.

/// Does one thing while another is done, where there is more than one thread.
pub fn both<A: Send, B>(
    threads: usize,
    other: impl FnOnce() -> A + Send,
    this: impl FnOnce() -> B,
) -> (A, B) {
    #[cfg(not(target_family = "wasm"))]
    if threads > 1 {
        return std::thread::scope(|scope| {
            let other = scope.spawn(other);
            let this = this();
            match other.join() {
                Ok(other) => (other, this),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        });
    }
    _ = threads;
    (other(), this())
}

/// Does `count` pieces of work in at most `threads` threads, this one included. `told` is called from time to
/// time with how many are done.
#[cfg(target_family = "wasm")]
pub fn share<T>(
    _threads: usize,
    count: usize,
    work: impl Fn(usize) -> T,
    mut told: impl FnMut(usize),
) -> Vec<T> {
    let each = (0..count).map(|piece| {
        let result = work(piece);
        told(piece + 1);
        result
    });
    each.collect()
}

/// Does `count` pieces of work in at most `threads` threads, this one included. `told` is called from time to
/// time with how many are done.
#[cfg(not(target_family = "wasm"))]
pub fn share<T: Send>(
    threads: usize,
    count: usize,
    work: impl Fn(usize) -> T + Sync,
    mut told: impl FnMut(usize),
) -> Vec<T> {
    use std::sync::atomic::{AtomicUsize, Ordering};

    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let take = |told: &mut dyn FnMut(usize)| {
        let mut results = Vec::new();
        loop {
            let piece = next.fetch_add(1, Ordering::Relaxed);
            if piece >= count {
                return results;
            }
            results.push((piece, work(piece)));
            told(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    let mut all = std::thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads.min(count))
            .map(|_| scope.spawn(|| take(&mut |_| {})))
            .collect();
        let mut all = take(&mut told);
        for helper in helpers {
            match helper.join() {
                Ok(results) => all.extend(results),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    told(count);
    crate::sort_by_key(&mut all, |(piece, _)| *piece);
    all.into_iter().map(|(_, result)| result).collect()
}
