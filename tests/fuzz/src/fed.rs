//! Text that comes bit by bit, held against the same text that was there from the beginning.

use roster_text::{Block, Encoding, RowError, Rows, decide};

/// All that is told of a text: rows with their fields, unclosed quotes, and what ended the reading.
#[derive(Debug, Default, PartialEq)]
struct Told {
    rows: Vec<(u32, Vec<String>)>,
    unclosed: Vec<u32>,
    error: Option<RowError>,
}

/// Panics where `text`, in pieces of so many bytes, tells anything else than as a whole.
pub(crate) fn tells_the_same(text: &[u8], piece_bytes: usize, delimiter: u8) {
    let decision = decide(text, Some(Encoding::Utf8)).expect("it is what was said");
    let content = &text[decision.mark_bytes..];
    let fed = feed(content, piece_bytes, delimiter);
    assert_eq!(fed.is_some(), str::from_utf8(content).is_ok(), "UTF-8");
    if let Some(fed) = fed {
        let mut whole = Told::default();
        let mut rows = Rows::new(text, &decision, delimiter);
        whole.take(&mut rows, &mut Block::default());
        whole.unclosed = rows.unclosed_quotes().to_vec();
        assert_eq!(fed, whole);
    }
}

/// `None` for what is no UTF-8.
fn feed(content: &[u8], piece_bytes: usize, delimiter: u8) -> Option<Told> {
    let (mut told, mut block) = (Told::default(), Block::default());
    let mut rows = Rows::fed(delimiter);
    for piece in content.chunks(piece_bytes) {
        if !rows.feed(piece) {
            return None;
        }
        told.take(&mut rows, &mut block);
    }
    if !rows.end() {
        return None;
    }
    told.take(&mut rows, &mut block);
    told.unclosed = rows.unclosed_quotes().to_vec();
    Some(told)
}

impl Told {
    fn take<'b>(&mut self, rows: &mut Rows<'b>, block: &mut Block<'b>) {
        while self.error.is_none() {
            match rows.next_block(block) {
                Ok(true) => self.gather(block),
                Ok(false) => return,
                Err(error) => self.error = Some(error),
            }
        }
    }

    fn gather(&mut self, block: &Block<'_>) {
        let mut scratch = String::new();
        for index in 0..block.len() {
            let row = block.row(index);
            let fields = (0..row.len()).map(|it| row.text(it, &mut scratch).to_owned());
            self.rows.push((row.number, fields.collect()));
        }
    }
}
