//! How the tests hand a file to the core: formats whose libraries are large are read by their own
//! crate first, as the command line and the page do it.

use roster_engine::{ReadBy, Session};

/// Reads one file into the run.
pub(crate) fn open(session: &mut Session, name: &str, bytes: &[u8]) {
    match roster_engine::read_by(bytes) {
        ReadBy::Office => {
            let content = roster_office::read(bytes);
            session.open_from_office(name, bytes, Some(&content), &mut |_| {})
        }
        ReadBy::Own | ReadBy::Locked => session.open(name, bytes, &mut |_| {}),
    };
}
