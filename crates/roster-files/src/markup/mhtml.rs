//! Web archives (MHTML): what spreadsheet programs and browsers call a single file web page, saved as
//! `.mht` or under the name of a workbook.
//!
//! Such a file is a mail: parts between boundaries, each with a head of its own and coded as the head
//! says. Parts that are pages are read like any page; pictures, styles and scripts are passed over.
//! Nothing grows when it is decoded, and one part is decoded at a time, so the size of the file
//! bounds what reading it takes.

use std::collections::BTreeMap;

use memchr::{memchr, memmem};
use roster_text::Encoding;

use super::html::{Page, Pages};
use super::mail::{Head, decoded, head};
use super::pieces::resolve;

/// Parts inside parts.
const DEPTH_MAX: usize = 8;
/// Bytes of the first page in which a workbook lists its sheets.
const LIST_BYTES: usize = 1 << 18;

/// Reads the tables of the pages of an archive.
pub(super) fn read(
    bytes: &[u8],
    encoding: Option<Encoding>,
    visit: &mut dyn FnMut(u64),
) -> Vec<u8> {
    let mut parts = Vec::new();
    collect(bytes, 0, 0, &mut parts);
    let first = parts.first();
    let names = first.map_or_else(BTreeMap::new, |it| it.sheet_names(encoding));
    let mut pages = Pages::new(encoding);
    let mut told = 0;
    // A workbook says which of its pages are sheets; the others are its frame and its tabs.
    for is_listed in [true, false] {
        for part in &parts {
            let name = names.get(&part.place()).map(String::as_str);
            if name.is_some() == is_listed {
                let end = part.start + part.body.len() as u64;
                part.page(name, |page| {
                    pages.add(page, &mut |done| {
                        told = (part.start + done).clamp(told, end.max(told));
                        visit(told);
                    });
                });
            }
        }
        if pages.has_table() {
            break;
        }
    }
    pages.finish()
}

/// A part that is a page.
struct Part<'b> {
    head: Head,
    body: &'b [u8],
    /// Where the body begins in the file.
    start: u64,
}

impl Part<'_> {
    /// The page of the part.
    fn page(&self, name: Option<&str>, take: impl FnOnce(&Page<'_>)) {
        take(&Page {
            bytes: &decoded(self.body, self.head.coding),
            encoding: self.head.encoding,
            name,
        });
    }

    /// The name of its file, which is how other pages speak of it.
    fn place(&self) -> String {
        file_name(&self.head.location)
    }

    /// The sheets that the frame of a workbook lists, by the names of their files.
    fn sheet_names(&self, encoding: Option<Encoding>) -> BTreeMap<String, String> {
        let mut names = BTreeMap::new();
        let part = Part {
            head: self.head.clone(),
            body: &self.body[..self.body.len().min(LIST_BYTES)],
            start: 0,
        };
        part.page(None, |page| {
            let text = page.text(encoding).unwrap_or_default();
            for sheet in text.split("<x:ExcelWorksheet>").skip(1) {
                let name = between(sheet, "<x:Name>", "<");
                let place = between(sheet, "HRef=\"", "\"");
                if let (Some(name), Some(place)) = (name, place) {
                    names.insert(file_name(&resolve(place)), resolve(name).trim().to_owned());
                }
            }
        });
        names
    }
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let rest = &text[text.find(before)? + before.len()..];
    Some(&rest[..rest.find(after)?])
}

fn file_name(place: &str) -> String {
    let name = place.rsplit(['/', '\\']).next().unwrap_or(place);
    name.to_ascii_lowercase()
}

/// Finds the pages of a message, and those of the messages inside it.
fn collect<'b>(message: &'b [u8], start: u64, depth: usize, parts: &mut Vec<Part<'b>>) {
    let (head, body) = head(message);
    let start = start + (message.len() - body.len()) as u64;
    if let Some(boundary) = &head.boundary {
        if depth < DEPTH_MAX {
            split(body, boundary, &mut |at, part| {
                collect(part, start + at, depth + 1, parts);
            });
        }
    } else if head.is_page {
        parts.push(Part { head, body, start });
    }
}

/// Hands out what stands between the lines that begin with the boundary, with where it begins.
fn split<'b>(body: &'b [u8], boundary: &str, take: &mut dyn FnMut(u64, &'b [u8])) {
    let mark = format!("--{boundary}");
    let is_mark = |&at: &usize| {
        let begins = at == 0 || body[at - 1] == b'\n';
        let after = body.get(at + mark.len());
        begins && after.is_none_or(|it| it.is_ascii_whitespace() || *it == b'-')
    };
    let mut marks = memmem::find_iter(body, &mark).filter(is_mark).peekable();
    while let Some(at) = marks.next() {
        let line = &body[at + mark.len()..];
        if line.starts_with(b"--") {
            return;
        }
        let Some(length) = memchr(b'\n', line) else {
            return;
        };
        let start = at + mark.len() + length + 1;
        let end = marks.peek().copied().unwrap_or(body.len());
        take(start as u64, &body[start.min(end)..end]);
    }
}
