//! Things done side by side, where there are threads; a page has one.

/// Does one thing while another is done, where there are threads.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn beside<A: Send, B>(
    other: impl FnOnce() -> A + Send,
    this: impl FnOnce() -> B,
) -> (A, B) {
    std::thread::scope(|scope| {
        let other = scope.spawn(other);
        let this = this();
        match other.join() {
            Ok(other) => (other, this),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// Does one thing after another.
#[cfg(target_family = "wasm")]
pub(crate) fn beside<A, B>(other: impl FnOnce() -> A, this: impl FnOnce() -> B) -> (A, B) {
    (other(), this())
}

/// How many things are worth doing at once.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn threads() -> usize {
    let all = std::thread::available_parallelism();
    all.map_or(1, usize::from).min(16)
}

/// How many things are worth doing at once.
#[cfg(target_family = "wasm")]
pub(crate) fn threads() -> usize {
    1
}
