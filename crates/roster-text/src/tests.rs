//! What the crate promises, tried from outside.

mod coding;
mod encodings;
mod feeding;
mod patching;
mod splitting;

use crate::{Block, Decision, Rows, decide};

/// Row numbers and fields.
type Table = Vec<(u32, Vec<String>)>;

/// Everything in a file, and the rows with stray quotes.
fn read(bytes: &[u8], decision: &Decision, delimiter: u8) -> (Table, Vec<u32>) {
    let mut rows = Rows::new(bytes, decision, delimiter);
    let (mut block, mut table) = (Block::default(), Table::new());
    let mut taken = 0;
    while rows.next_block(&mut block).unwrap() {
        assert!(rows.bytes_taken() >= taken && rows.bytes_taken() <= bytes.len() as u64);
        taken = rows.bytes_taken();
        gather(&mut table, &block);
    }
    (table, rows.unclosed_quotes().to_vec())
}

/// Adds the rows of a block.
fn gather(into: &mut Table, block: &Block<'_>) {
    let mut scratch = String::new();
    for row in (0..block.len()).map(|it| block.row(it)) {
        let fields = (0..row.len()).map(|it| row.text(it, &mut scratch).to_owned());
        into.push((row.number, fields.collect()));
    }
}

fn read_text(text: &str) -> (Table, Vec<u32>) {
    let decision = decide(text.as_bytes(), None).unwrap();
    read(text.as_bytes(), &decision, b',')
}

fn numbers(text: &str) -> Vec<u32> {
    read_text(text).0.into_iter().map(|it| it.0).collect()
}
