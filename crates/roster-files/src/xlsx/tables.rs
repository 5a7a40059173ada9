//! Filters of tables: a table on a sheet has a filter of its own, in a part of its own.

use roster_package::xml::{Token, Tokens};
use roster_package::{Archive, Entry};

use super::around::range;
use super::book::relations;

/// Tables of one sheet that are looked at.
const TABLES_MAX: usize = 256;
/// Longest part that is looked at.
const PART_BYTES_MAX: u64 = 4 << 20;

/// First and last row numbers of the tables of a sheet whose filter has criteria.
pub(crate) fn filtered_rows(archive: &Archive, sheet: &Entry) -> Vec<(u32, u32)> {
    let relations = relations(archive, sheet.name());
    let tables = relations.values().filter(|it| it.is("table"));
    let parts = tables.take(TABLES_MAX).filter_map(|it| {
        let entry = archive.find(&it.target)?;
        archive.read(entry, PART_BYTES_MAX).ok()
    });
    parts.filter_map(|part| filter(&part)).collect()
}

fn filter(part: &[u8]) -> Option<(u32, u32)> {
    let mut tokens = Tokens::new(part);
    let mut rows = None;
    loop {
        let Token::Start(tag) = tokens.next().ok()?? else {
            continue;
        };
        match tag.local() {
            b"autoFilter" => rows = range(&tag).map(|it| (it.first_row, it.last_row)),
            b"filterColumn" if !tag.is_closed() => return rows,
            _ => {}
        }
    }
}
