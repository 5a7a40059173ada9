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
    let (mut block, mut table, mut scratch) = (Block::default(), Table::new(), String::new());
    let mut taken = 0;
    while rows.next_block(&mut block).unwrap() {
        assert!(rows.bytes_taken() >= taken && rows.bytes_taken() <= bytes.len() as u64);
        taken = rows.bytes_taken();
        for index in 0..block.len() {
            let row = block.row(index);
            let fields = (0..row.len()).map(|it| row.text(it, &mut scratch).to_owned());
            table.push((row.number, fields.collect()));
        }
    }
    (table, rows.unclosed_quotes().to_vec())
}

fn read_text(text: &str) -> (Table, Vec<u32>) {
    let decision = decide(text.as_bytes(), None).unwrap();
    read(text.as_bytes(), &decision, b',')
}

fn numbers(text: &str) -> Vec<u32> {
    read_text(text).0.into_iter().map(|it| it.0).collect()
}
