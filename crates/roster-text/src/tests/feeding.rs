//! A text that comes bit by bit is the text that was there from the beginning.

use proptest::prelude::{prop_assert_eq, proptest};

use super::{Table, gather, read_text};
use crate::{Block, RowError, Rows};

/// Everything in a text that comes in pieces of so many bytes; `None` if it is no UTF-8.
fn feed(bytes: &[u8], length: usize) -> Option<(Table, Vec<u32>)> {
    let (mut rows, mut block, mut table) = (Rows::fed(b','), Block::default(), Table::new());
    let mut take = |rows: &mut Rows<'static>| {
        while rows.next_block(&mut block).unwrap() {
            gather(&mut table, &block);
        }
    };
    for piece in bytes.chunks(length) {
        if !rows.feed(piece) {
            return None;
        }
        take(&mut rows);
    }
    let is_whole = rows.end();
    take(&mut rows);
    if is_whole {
        assert_eq!(rows.bytes_taken(), bytes.len() as u64);
    }
    is_whole.then(|| (table, rows.unclosed_quotes().to_vec()))
}

proptest! {
    #[test]
    fn nothing_is_different_for_coming_bit_by_bit(text in "([a\",王]{0,4}[\",\r\n]){0,40}", length in 1_usize..50) {
        prop_assert_eq!(feed(text.as_bytes(), length), Some(read_text(&text)));
    }
}

#[test]
fn quotes_are_looked_for_as_far_as_ever() {
    // Each opens what would be closed 21 lines below, so that a file full of them is given up in time.
    let text = format!("{}\"a\n", "x,\"y\n1,2\n\"z,3\n".repeat(30_000));
    let whole = read_text(&text);
    assert!(whole.1.len() > 10_000);
    for length in [10_000, 1 << 20] {
        assert!(
            feed(text.as_bytes(), length).as_ref() == Some(&whole),
            "{length}"
        );
    }
}

#[test]
fn a_second_thread_feeds_ahead() {
    let text = "张三,\"a\r\nb\",1\r\n\"李四,2\r\n".repeat(40_000);
    let mut pieces = text.as_bytes().chunks(70_000);
    let more = |rows: &mut Rows<'static>| match pieces.next() {
        Some(piece) => rows.feed(piece),
        None => !rows.end(),
    };
    let mut table = Table::new();
    let take = |block: &Block<'_>, _| {
        gather(&mut table, block);
        Ok::<(), RowError>(())
    };
    let unclosed = Rows::fed(b',').each_fed(more, take, |it| it).unwrap();
    assert!((table, unclosed) == read_text(&text));
}

#[test]
fn an_endless_row_is_told_when_it_is_too_long() {
    let (mut rows, mut block) = (Rows::fed(b','), Block::default());
    let error = (0..80).find_map(|_| {
        assert!(rows.feed(&vec![b'x'; 1 << 20]));
        rows.next_block(&mut block).err()
    });
    assert!(matches!(error, None | Some(RowError::TooLong(1))));
    rows.end();
    assert_eq!(
        rows.next_block(&mut block).err(),
        Some(RowError::TooLong(1))
    );
}
