//! The texts of all cells of a plan, each once: what a workbook calls shared strings.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use roster_write::{DECLARATION, PlanError, PlanReader, PlanStep, escape};

use super::rows::WAITING_BYTES;
use super::threads::Parts;

pub(super) struct Texts<'p> {
    in_order: Vec<&'p str>,
    /// For each cell with a text, in order, the number of its text.
    numbers: Vec<u32>,
}

impl<'p> Texts<'p> {
    /// Gathers the texts of a plan.
    pub(super) fn of(plan: &'p [u8]) -> Result<Self, PlanError> {
        let mut texts = Texts {
            in_order: Vec::new(),
            numbers: Vec::new(),
        };
        let mut known: HashMap<&str, u32, RandomState> = HashMap::default();
        // The last text of each column: in a roster it often comes again.
        let mut above: Vec<(&str, u32)> = Vec::new();
        let mut steps = PlanReader::new(plan)?;
        while let Some(step) = steps.next_step()? {
            let PlanStep::Cell(cell) = step else {
                continue;
            };
            if cell.text.is_empty() {
                continue;
            }
            let position = usize::from(cell.position);
            if above.len() <= position {
                above.resize(position + 1, ("", 0));
            }
            if above[position].0 != cell.text {
                let number = *known.entry(cell.text).or_insert_with(|| {
                    texts.in_order.push(cell.text);
                    texts.in_order.len() as u32 - 1
                });
                above[position] = (cell.text, number);
            }
            texts.numbers.push(above[position].1);
        }
        Ok(texts)
    }

    /// For each cell with a text, in order, the number of its text.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.numbers.iter().copied()
    }

    /// Writes the part with all of them.
    pub(super) fn write(&self, parts: &mut Parts<'_>) {
        let (uses, count) = (self.numbers.len(), self.in_order.len());
        let mut bytes = DECLARATION.to_vec();
        bytes.extend(format!("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"{uses}\" uniqueCount=\"{count}\">").bytes());
        for text in &self.in_order {
            bytes.extend(b"<si><t xml:space=\"preserve\">");
            escape(text, &mut bytes);
            bytes.extend(b"</t></si>");
            if bytes.len() > WAITING_BYTES {
                parts.write(&mut bytes);
            }
        }
        bytes.extend(b"</sst>");
        parts.write(&mut bytes);
    }
}
