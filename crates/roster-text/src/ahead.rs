//! Gives the blocks of a text one after another, and splits the next ones meanwhile, where there are
//! threads. What is given, and in which order, is the same in a page, which has one.

use crate::block::Block;
use crate::rows::{RowError, Rows};

/// Shorter texts are split before a second thread is there.
#[cfg(not(target_family = "wasm"))]
const LONG: u64 = 4 << 20;
/// Blocks that wait to be taken.
#[cfg(not(target_family = "wasm"))]
const WAITING: usize = 2;

impl<'b> Rows<'b> {
    /// Gives every block, with the bytes of the file taken so far, until there is none or `take` fails.
    /// What is left is the row numbers, from 1, in which a quote is opened and never closed.
    pub fn each_block<E>(
        self,
        take: impl FnMut(&Block<'b>, u64) -> Result<(), E>,
        fail: impl FnOnce(RowError) -> E,
    ) -> Result<Vec<u32>, E> {
        #[cfg(not(target_family = "wasm"))]
        if self.size() > LONG {
            return self.each_ahead(Rows::next_block, take, fail);
        }
        self.each_in_turn(take, fail)
    }

    /// Like `each_block`, for a text that comes bit by bit: `more` feeds it, tells whether there was more, and ends it.
    #[cfg(not(target_family = "wasm"))]
    pub fn each_fed<E>(
        self,
        mut more: impl FnMut(&mut Rows<'b>) -> bool + Send,
        take: impl FnMut(&Block<'b>, u64) -> Result<(), E>,
        fail: impl FnOnce(RowError) -> E,
    ) -> Result<Vec<u32>, E> {
        let next = move |rows: &mut Rows<'b>, block: &mut Block<'b>| {
            loop {
                if rows.next_block(block)? {
                    return Ok(true);
                }
                if !more(rows) {
                    return rows.next_block(block);
                }
            }
        };
        self.each_ahead(next, take, fail)
    }

    fn each_in_turn<E>(
        mut self,
        mut take: impl FnMut(&Block<'b>, u64) -> Result<(), E>,
        fail: impl FnOnce(RowError) -> E,
    ) -> Result<Vec<u32>, E> {
        let mut block = Block::default();
        loop {
            match self.next_block(&mut block) {
                Ok(true) => take(&block, self.bytes_taken())?,
                Ok(false) => return Ok(self.unclosed_quotes().to_vec()),
                Err(error) => return Err(fail(error)),
            }
        }
    }

    #[cfg(not(target_family = "wasm"))]
    fn each_ahead<E>(
        mut self,
        mut next: impl FnMut(&mut Self, &mut Block<'b>) -> Result<bool, RowError> + Send,
        mut take: impl FnMut(&Block<'b>, u64) -> Result<(), E>,
        fail: impl FnOnce(RowError) -> E,
    ) -> Result<Vec<u32>, E> {
        use std::sync::mpsc::{channel, sync_channel};

        std::thread::scope(|scope| {
            let (give, given) = sync_channel(WAITING);
            let (give_back, used) = channel::<Block<'b>>();
            let splitter = scope.spawn(move || {
                loop {
                    let mut block = used.try_recv().unwrap_or_default();
                    if !next(&mut self, &mut block)? {
                        return Ok(self.unclosed_quotes().to_vec());
                    }
                    // Nobody takes the rest when one block could not be taken.
                    if give.send((block, self.bytes_taken())).is_err() {
                        return Ok(Vec::new());
                    }
                }
            });
            for (block, taken) in given {
                take(&block, taken)?;
                _ = give_back.send(block);
            }
            match splitter.join() {
                Ok(split) => split.map_err(fail),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide;

    /// Several blocks, in an encoding that has to be decoded, with a quote that is never closed.
    fn text() -> Vec<u8> {
        let rows = (0..90_000).map(|row| match row {
            50_000 => "\"张三,1\r\n".to_owned(),
            _ => format!("张{row},\"a\r\nb\",{row}\r\n"),
        });
        encoding_rs::GB18030
            .encode(&rows.collect::<String>())
            .0
            .into_owned()
    }

    fn rows(bytes: &[u8]) -> Rows<'_> {
        Rows::new(bytes, &decide(bytes, None).unwrap(), b',')
    }

    fn gather(into: &mut Vec<(u32, String)>, block: &Block<'_>) {
        let mut scratch = String::new();
        for row in (0..block.len()).map(|it| block.row(it)) {
            into.push((row.number, row.text(0, &mut scratch).to_owned()));
        }
    }

    #[test]
    fn nothing_is_different_for_being_split_ahead() {
        let bytes = text();
        let (mut ahead, mut in_turn) = (Vec::new(), Vec::new());
        let take = |block: &Block<'_>, _| -> Result<(), RowError> {
            gather(&mut ahead, block);
            Ok(())
        };
        let unclosed = rows(&bytes)
            .each_ahead(Rows::next_block, take, |it| it)
            .unwrap();
        let take = |block: &Block<'_>, _| -> Result<(), RowError> {
            gather(&mut in_turn, block);
            Ok(())
        };
        assert_eq!(rows(&bytes).each_in_turn(take, |it| it).unwrap(), unclosed);
        assert_eq!(unclosed, [50_001]);
        assert_eq!(ahead.len(), 90_000);
        assert!(ahead == in_turn);
    }

    #[test]
    fn the_rest_is_left_when_a_block_cannot_be_taken() {
        let bytes = text();
        let mut taken = 0;
        let take = |_: &Block<'_>, _| {
            taken += 1;
            Err("enough")
        };
        assert_eq!(
            rows(&bytes).each_ahead(Rows::next_block, take, |_| "no row"),
            Err("enough")
        );
        assert_eq!(taken, 1);
    }

    #[test]
    fn a_row_that_no_table_has_is_told() {
        let bytes = ",".repeat(100_000).into_bytes();
        let told = rows(&bytes).each_ahead(Rows::next_block, |_, _| Ok(()), |it| it);
        assert_eq!(told, Err(RowError::TooManyFields(1)));
    }
}
