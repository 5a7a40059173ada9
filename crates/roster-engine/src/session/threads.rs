//! How many threads there are; a page has one.

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
