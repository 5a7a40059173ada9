//! Web pages, web archives and XML spreadsheets: what web systems and old programs save as a workbook.
//!
//! Each becomes a raw stream, from which the sheets are made like those of any foreign workbook; so a page
//! has these readers in its second module and loads them only for such a file.

mod cell;
mod html;
mod mail;
mod mhtml;
mod pieces;
mod spreadsheet_xml;
mod table;

use roster_text::Encoding;

use crate::raw::read_raw;
use crate::sniff::{Content, sniff};
use crate::{ReadFile, ReadOptions};

/// Reads a web page, a web archive or an XML spreadsheet into a raw stream; `None` if the bytes are none of
/// them. `encoding` is what somebody decided on; `visit` is told how many bytes were read.
pub fn read_markup(
    bytes: &[u8],
    encoding: Option<Encoding>,
    visit: &mut dyn FnMut(u64),
) -> Option<Vec<u8>> {
    stream(&sniff(bytes), bytes, encoding, visit)
}

/// Both steps at once, each half of the way.
pub(crate) fn read(
    content: &Content,
    bytes: &[u8],
    options: &ReadOptions,
    visit: &mut dyn FnMut(u64),
) -> ReadFile {
    let raw = stream(content, bytes, options.encoding, &mut |done| {
        visit(done / 2);
    });
    let total = bytes.len() as u64;
    let mut rest = |done: u64| visit(total / 2 + done.div_ceil(2));
    read_raw(total, &raw.unwrap_or_default(), options, &mut rest)
}

fn stream(
    content: &Content,
    bytes: &[u8],
    encoding: Option<Encoding>,
    visit: &mut dyn FnMut(u64),
) -> Option<Vec<u8>> {
    let read = match content {
        Content::Html => html::read,
        Content::Mhtml => mhtml::read,
        Content::SpreadsheetXml => spreadsheet_xml::read,
        Content::Zip | Content::Text | Content::Wrong(_) => return None,
    };
    Some(read(bytes, encoding, visit))
}
