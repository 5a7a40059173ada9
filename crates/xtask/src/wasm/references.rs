//! Takes back what rustc's own library says it needs, and does not: reference types, which a browser of
//! 2020 refuses. wasm-bindgen looks for that word, and without it keeps values of the page in a list of
//! its script.

/// How a module says that it has them: `+`, the length of the name, the name.
const NEEDED: &[u8] = b"+\x0freference-types";
const NOT_NEEDED: u8 = b'-';

/// Says of a module that it has none.
///
/// # Errors
///
/// If it does not say that it has some: then this step does nothing, and ought to go.
pub(crate) fn forget(module: &mut [u8]) -> Result<(), String> {
    let at = module
        .windows(NEEDED.len())
        .rposition(|it| it == NEEDED)
        .ok_or("The module does not name reference types.")?;
    module[at] = NOT_NEEDED;
    Ok(())
}
