//! Tables, whose columns have the names that stand in their headers: Excel repairs a workbook in
//! which the two differ.

use roster_model::Merged;

use super::address::block;
use super::markup::{Malformed, root};
use super::splice::Splices;
use crate::names::lower_name;

/// A table of a sheet.
#[derive(Debug)]
pub(super) struct Table {
    text: Vec<u8>,
    block: Merged,
    /// Names as they are written, in order.
    names: Vec<String>,
    is_changed: Vec<bool>,
}

impl Table {
    /// Reads a table; `None` if it has no header.
    pub(super) fn read(text: Vec<u8>) -> Result<Option<Self>, Malformed> {
        let root = root(&text)?;
        let header_rows = root.tag.number("headerRowCount").unwrap_or(1);
        let block = root.tag.attribute("ref").and_then(|it| block(&it));
        let (Some(block), true) = (block, header_rows > 0) else {
            return Ok(None);
        };
        let Some(columns) = root.child(&text, "tableColumns")? else {
            return Ok(None);
        };
        let columns = columns.children(&text)?;
        let names: Vec<String> = columns
            .iter()
            .map(|it| it.tag.attribute("name").unwrap_or_default().into_owned())
            .collect();
        Ok(Some(Table {
            is_changed: vec![false; names.len()],
            names,
            block,
            text,
        }))
    }

    /// Row number of its header, from 1.
    pub(super) fn header_row(&self) -> u32 {
        self.block.first_row
    }

    /// Which of its columns a cell is the header of.
    pub(super) fn column_of(&self, row_number: u32, position: u16) -> Option<usize> {
        if row_number != self.block.first_row {
            return None;
        }
        let column = usize::from(position.checked_sub(self.block.first_position)?);
        (column < self.names.len()).then_some(column)
    }

    /// The name of a column, as formulas write it.
    pub(super) fn name(&self, column: usize) -> &str {
        &self.names[column]
    }

    /// Gives a column another name. `false`: it cannot have this one.
    pub(super) fn rename(&mut self, column: usize, text: &str) -> bool {
        let name = written(text);
        let same =
            |(other, it): (usize, &String)| other != column && lower_name(it) == lower_name(&name);
        if name.trim().is_empty() || self.names.iter().enumerate().any(same) {
            return false;
        }
        self.is_changed[column] |= self.names[column] != name;
        self.names[column] = name;
        true
    }

    /// The text, if a name has changed.
    pub(super) fn finish(&self) -> Result<Option<Vec<u8>>, Malformed> {
        if !self.is_changed.contains(&true) {
            return Ok(None);
        }
        let root = root(&self.text)?;
        let mut splices = Splices::default();
        if let Some(columns) = root.child(&self.text, "tableColumns")? {
            for (index, column) in columns.children(&self.text)?.iter().enumerate() {
                if self.is_changed.get(index) == Some(&true) {
                    splices.set(&column.tag, "name", &self.names[index]);
                }
            }
        }
        Ok(Some(splices.apply(&self.text)))
    }
}

/// A text as the name of a column: what XML cannot hold in an attribute is `_xhhhh_`.
fn written(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_control() {
            out.push_str(&format!("_x{:04x}_", c as u32));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_takes_the_name_of_its_header_unless_another_has_it() {
        let text = "<x:table ref=\"B2:D9\"><x:autoFilter ref=\"B2:D9\"/><x:tableColumns count=\"3\"><x:tableColumn id=\"1\" name=\"姓名\"/><x:tableColumn id=\"2\" name=\"a&amp;b\" dataDxfId=\"0\"><x:f/></x:tableColumn><x:tableColumn id=\"3\" name=\"学号\"/></x:tableColumns></x:table>";
        let mut table = Table::read(text.into()).unwrap().unwrap();
        assert_eq!(table.column_of(2, 2), Some(1));
        assert_eq!(table.column_of(3, 2), None);
        assert_eq!(table.column_of(2, 4), None);
        assert_eq!(table.column_of(2, 0), None);
        assert!(!table.rename(1, "姓名") && !table.rename(1, " "));
        assert!(table.rename(0, "姓名"));
        assert_eq!(table.finish().unwrap(), None);
        assert!(table.rename(1, "性\n别<"));
        let new = String::from_utf8(table.finish().unwrap().unwrap()).unwrap();
        assert_eq!(
            new,
            text.replace("name=\"a&amp;b\"", "name=\"性_x000a_别&lt;\"")
        );
    }

    #[test]
    fn a_table_without_header_has_nothing_to_rename() {
        let text = b"<table ref=\"A1:B2\" headerRowCount=\"0\"><tableColumns/></table>";
        assert!(Table::read(text.to_vec()).unwrap().is_none());
    }
}
