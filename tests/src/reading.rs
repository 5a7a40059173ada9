//! How the tests hand a file to the core: formats whose libraries are large are read by their own
//! crate first, as the command line and the page do it.

use roster_engine::Session;

/// Reads one file into the run.
pub(crate) fn open(session: &mut Session, name: &str, bytes: &[u8]) {
    session.open(name, bytes, &mut |_| {});
}
