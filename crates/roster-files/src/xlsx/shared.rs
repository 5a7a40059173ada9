//! What the cells of every sheet of a workbook refer to.

use roster_package::Archive;

use super::book::Book;
use super::part::with_part;
use super::strings::Strings;
use super::styles::Styles;

/// What the cells of every sheet refer to.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    pub(crate) strings: Strings,
    pub(crate) styles: Styles,
    pub(crate) date_1904: bool,
}

impl Shared {
    /// Reads the parts that hold it. The second value tells whether all of them are intact; where they
    /// are not, sheets that need them will fail by themselves. `visit` gets the number of packed bytes
    /// that were read.
    pub(crate) fn read(archive: &Archive, book: &Book, visit: &mut dyn FnMut(u64)) -> (Self, bool) {
        let mut shared = Shared {
            date_1904: book.date_1904,
            ..Shared::default()
        };
        let (mut is_intact, mut before) = (true, 0);
        if let Some(entry) = book.styles {
            let read = with_part(archive, entry, Styles::read);
            (shared.styles, is_intact) = read.unwrap_or_default();
            before = entry.packed_size();
        }
        if let Some(entry) = book.strings {
            let read = with_part(archive, entry, |part| {
                Strings::read(part, &mut |done| visit(before + done))
            });
            shared.strings = read.unwrap_or_default();
            is_intact &= shared.strings.is_complete();
        }
        (shared, is_intact)
    }

    /// Packed bytes of those parts.
    pub(crate) fn packed_size(book: &Book) -> u64 {
        let parts = [book.styles, book.strings].into_iter().flatten();
        parts.map(roster_package::Entry::packed_size).sum()
    }
}
