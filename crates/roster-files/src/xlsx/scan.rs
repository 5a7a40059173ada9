//! The cells of one large sheet, scanned for somebody who makes a sheet of them: see `WorkbookStream`.

use std::rc::Rc;

use super::part::HeldPart;
use super::scanned::ScannedWriter;
use super::sheet::{SheetReader, Sink};

/// A sheet that is being scanned.
pub struct SheetScan {
    reader: SheetReader<'static>,
    is_ended: bool,
}

impl SheetScan {
    /// Begins with a part of a workbook by its name; `None` where there is none that can be unpacked.
    pub fn begin(file: Rc<Vec<u8>>, part: &str) -> Option<Self> {
        let part = HeldPart::of(file, part)?;
        let sink = Sink::Scanned(ScannedWriter::default());
        Some(SheetScan {
            reader: SheetReader::new(Box::new(part), sink),
            is_ended: false,
        })
    }

    /// The next piece for `WorkbookStream::push`; `None` at the end, and where the part is not what it
    /// should be.
    pub fn next_piece(&mut self) -> Option<Vec<u8>> {
        if self.is_ended {
            return None;
        }
        self.is_ended = self.reader.read_on(&mut |_| ()).ok()?;
        let facts = if self.is_ended {
            Some(self.reader.facts()?)
        } else {
            None
        };
        let Sink::Scanned(writer) = &mut self.reader.sink else {
            return None;
        };
        if let Some(facts) = facts {
            writer.end(&facts);
        }
        Some(writer.take())
    }

    /// Packed bytes of the part that were unpacked.
    pub fn unpacked(&self) -> u64 {
        self.reader.part().consumed()
    }
}
