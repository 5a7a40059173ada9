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
            return self.each_ahead(take, fail);
        }
        self.each_in_turn(take, fail)
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
                    if !self.next_block(&mut block)? {
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
