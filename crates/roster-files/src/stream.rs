//! A large text file that comes bit by bit and is never in memory as a whole.
//!
//! Only what its beginning tells plainly: UTF-8 with characters beyond ASCII. The sheet is the same as
//! that of `read`; should the bytes be something else further on, they have to be read as a whole.

use roster_model::Failure;
use roster_text::{Block, Encoding, Rows};

use crate::build::SheetBuilder;
use crate::sniff::{Content, sniff};
use crate::text::{Dialect, dialect, finish, no_table};
use crate::{ReadFile, ReadOptions};

/// Bytes that `TextStream::begin` looks at: twice as many as tell the dialect of a file.
pub const HEAD_BYTES: usize = 2 << 20;
/// Where the first character beyond ASCII stands in a file that is plain enough.
const PLAIN_BYTES: usize = HEAD_BYTES / 2;
/// Bytes that become rows together: they stay in the nearest memory meanwhile.
const AT_ONCE_BYTES: usize = 256 << 10;

/// A text file of which some has been read.
pub struct TextStream {
    dialect: Dialect,
    rows: Rows<'static>,
    block: Block<'static>,
    builder: SheetBuilder,
    /// Bytes of the mark that have not come yet.
    mark_left: usize,
    is_utf8: bool,
    /// What ended the reading; what comes after it is passed over.
    failure: Option<Failure>,
}

impl TextStream {
    /// Begins with a file whose first bytes these are; `None` where it has to be read as a whole.
    pub fn begin(head: &[u8], options: &ReadOptions) -> Option<TextStream> {
        let is_text = head.len() >= HEAD_BYTES && matches!(sniff(head), Content::Text);
        if !is_text || options.is_skipped("") {
            return None;
        }
        // The head may end inside a character.
        let mut ends = (0..4).map(|it| head.len() - it);
        let end = ends.find(|&it| str::from_utf8(&head[..it]).is_ok())?;
        let dialect = dialect(&head[..end], options)?;
        let is_utf8 = dialect.decision.encoding == Encoding::Utf8;
        if !is_utf8 || head[..PLAIN_BYTES].is_ascii() {
            return None;
        }
        Some(TextStream {
            dialect,
            rows: Rows::fed(dialect.delimiter),
            block: Block::default(),
            builder: SheetBuilder::new("", options),
            mark_left: dialect.decision.mark_bytes,
            is_utf8,
            failure: None,
        })
    }

    /// Takes in the next bytes, those of the head first; `false` where the file has to be read as a
    /// whole after all.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        let mark = self.mark_left.min(bytes.len());
        self.mark_left -= mark;
        for some in bytes[mark..].chunks(AT_ONCE_BYTES) {
            if self.is_open() {
                self.is_utf8 = self.rows.feed(some);
                self.take();
            }
        }
        self.is_utf8
    }

    /// What was read; `None` where the file has to be read as a whole after all.
    pub fn finish(mut self) -> Option<ReadFile> {
        if self.is_open() {
            self.is_utf8 = self.rows.end();
            self.take();
        }
        if !self.is_utf8 {
            return None;
        }
        let sheet = match self.failure {
            Some(failure) => Err(failure),
            None => finish(self.builder, self.rows.unclosed_quotes().to_vec()),
        };
        Some(self.dialect.read_sheet(sheet))
    }

    fn is_open(&self) -> bool {
        self.is_utf8 && self.failure.is_none()
    }

    fn take(&mut self) {
        while self.is_open() {
            match self.rows.next_block(&mut self.block) {
                Ok(true) => self.failure = self.builder.push_block(&self.block).err(),
                Ok(false) => return,
                Err(error) => self.failure = Some(no_table(error)),
            }
        }
    }
}

#[cfg(not(target_family = "wasm"))]
mod ahead {
    use std::io::{self, Read};

    use roster_text::{Block, Rows};

    use super::{AT_ONCE_BYTES, TextStream};
    use crate::ReadFile;
    use crate::text::{finish, no_table};

    impl TextStream {
        /// Reads a file from its first byte to its last, and splits it in a second thread meanwhile;
        /// `None` where it has to be read as a whole after all. `visit` gets the number of bytes that
        /// are rows.
        pub fn read_all(
            mut self,
            source: &mut (dyn Read + Send),
            visit: &mut dyn FnMut(u64),
        ) -> io::Result<Option<ReadFile>> {
            let mut mark = vec![0; self.mark_left];
            source.read_exact(&mut mark)?;
            let (mut bytes, mut error, mut is_utf8) = (vec![0; AT_ONCE_BYTES], None, true);
            let more = |rows: &mut Rows<'static>| {
                if error.is_some() || !is_utf8 {
                    return false;
                }
                match source.read(&mut bytes) {
                    Ok(0) => {
                        is_utf8 = rows.end();
                        return false;
                    }
                    Ok(length) => is_utf8 = rows.feed(&bytes[..length]),
                    Err(it) if it.kind() == io::ErrorKind::Interrupted => {}
                    Err(it) => error = Some(it),
                }
                is_utf8
            };
            let builder = &mut self.builder;
            let take = |block: &Block<'_>, taken| {
                builder.push_block(block)?;
                visit(mark.len() as u64 + taken);
                Ok(())
            };
            let unclosed = self.rows.each_fed(more, take, no_table);
            if let Some(error) = error {
                return Err(error);
            }
            let sheet = unclosed.and_then(|unclosed| finish(self.builder, unclosed));
            Ok(is_utf8.then(|| self.dialect.read_sheet(sheet)))
        }
    }
}
