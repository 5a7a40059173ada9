//! One cell of a table of a web page: from the pieces inside it to a text and a kind.

use roster_model::CellKind;

use super::pieces::Element;
use crate::xlsx::date::push_date;
use crate::xlsx::number::parse_number;
use crate::xlsx::styles::leave_first_day;

/// A cell while it is read.
#[derive(Default)]
pub(crate) struct Cell {
    text: String,
    /// The number that the program stored beside the text.
    stored: Option<String>,
    pub(crate) position: u32,
    has_space: bool,
}

/// Where programs keep the number beside its look.
const STORED: [&str; 3] = ["x:num", "sdval", "data-v"];

impl Cell {
    /// A cell whose start tag was read.
    pub(crate) fn new(position: u32, element: &Element) -> Self {
        let is_text = element.attribute("data-t").is_some_and(|it| it != "n");
        let mut stored = STORED.iter().filter_map(|it| element.attribute(it));
        Cell {
            stored: stored
                .next()
                .filter(|_| !is_text)
                .map(|it| it.trim().to_owned()),
            position,
            ..Cell::default()
        }
    }

    /// Adds text; white space of the source is one space, as on the page.
    pub(crate) fn add(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.has_space = true;
                continue;
            }
            if self.has_space && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.has_space = false;
            self.text.push(c);
        }
    }

    /// An element inside the cell: some begin a new line.
    pub(crate) fn breaks(&mut self, name: &str) {
        let is = |it: &&str| name.eq_ignore_ascii_case(it);
        let is_block = ["p", "div", "li"].iter().any(is) && !self.text.is_empty();
        if is_block || is(&"br") {
            self.has_space = false;
            self.text.push('\n');
        }
    }

    /// How many lines the text has.
    pub(crate) fn lines(&self) -> u32 {
        self.text.lines().count() as u32
    }

    /// The text of the cell, and what it is.
    pub(crate) fn value<'c>(&'c self, date: &'c mut String) -> (&'c str, CellKind) {
        let text = self.text.trim_end_matches('\n');
        // Pages write a blank cell so, because some programs do not draw one without a text.
        if text.chars().all(|it| it == '\u{A0}') {
            return ("", CellKind::Blank);
        }
        let Some(stored) = self.stored.as_deref().filter(|it| !it.is_empty()) else {
            return (text, CellKind::Text);
        };
        let Some(number) = parse_number(stored.as_bytes()) else {
            return (text, CellKind::Text);
        };
        let without_marks = text.replace([',', ' '], "");
        if parse_number(without_marks.as_bytes()).is_some() {
            // The page shows 1.10101E+17 and keeps the digits, or shows 01 of a text.
            let is_same = text == stored || text.contains(['E', 'e', ',', '.']);
            return if is_same {
                (stored, CellKind::Number)
            } else {
                (text, CellKind::Text)
            };
        }
        if text.contains(['-', '/', '年']) && push_date(number, false, date) {
            if text.ends_with('月') {
                leave_first_day(date, 0);
            }
            return (date, CellKind::Date);
        }
        (text, CellKind::Text)
    }
}
