//! The texts of all cells of a plan, each once: what a workbook calls shared strings.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use roster_package::ArchiveWriter;
use roster_write::{DECLARATION, PlanError, PlanReader, PlanStep, escape_cell};

use super::rows::WAITING_BYTES;

/// The part with the texts.
pub(super) const STRINGS: &str = "xl/sharedStrings.xml";

pub(super) struct Texts {
    /// For each cell with a text, in order, the number of its text.
    pub(super) numbers: Vec<u32>,
    /// An archive of the one part with the texts. It is packed at once, while the library is still busy
    /// with the frame.
    pub(super) archive: Vec<u8>,
}

impl Texts {
    /// Gathers the texts of a plan.
    pub(super) fn of(plan: &[u8]) -> Result<Self, PlanError> {
        let (mut in_order, mut numbers) = (Vec::new(), Vec::new());
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
                    in_order.push(cell.text);
                    in_order.len() as u32 - 1
                });
                above[position] = (cell.text, number);
            }
            numbers.push(above[position].1);
        }
        let archive = packed(&in_order, numbers.len());
        Ok(Texts { numbers, archive })
    }
}

/// An archive of the part with these texts; `uses` is the number of cells that use them.
fn packed(texts: &[&str], uses: usize) -> Vec<u8> {
    let count = texts.len();
    let mut archive = ArchiveWriter::new();
    archive.start(STRINGS);
    let mut bytes = DECLARATION.to_vec();
    bytes.extend(format!("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"{uses}\" uniqueCount=\"{count}\">").bytes());
    for text in texts {
        bytes.extend(b"<si><t xml:space=\"preserve\">");
        escape_cell(text, &mut bytes);
        bytes.extend(b"</t></si>");
        if bytes.len() > WAITING_BYTES {
            archive.write(&bytes);
            bytes.clear();
        }
    }
    bytes.extend(b"</sst>");
    archive.write(&bytes);
    archive.finish()
}
