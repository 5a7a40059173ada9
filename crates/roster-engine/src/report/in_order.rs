//! Writes a long sequence whose items are slow to format: chunks are formatted on several threads and
//! written in order, with the same bytes as on one.

use std::io;

use roster_model::Finding;

use crate::describe::Describe;
use crate::session::occurrences::Occurrence;
use crate::wire::Group;

impl Describe<'_> {
    /// Writes what `write` makes of each finding.
    pub(crate) fn write_findings<'s>(
        &'s self,
        occurrences: impl Iterator<Item = Occurrence<'s>>,
        write: impl Fn(&Finding, &mut Vec<u8>) -> io::Result<()> + Sync,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let write = |it, out: &mut Vec<u8>| match self.session.told(it) {
            Some(finding) => write(&finding, out),
            None => Ok(()),
        };
        write_in_order(occurrences, "", write, out)
    }

    /// Writes what `write` makes of each group, by their first member.
    pub(crate) fn write_groups(
        &self,
        write: impl Fn(&Group, &mut Vec<u8>) -> io::Result<()> + Sync,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let write = |number, out: &mut Vec<u8>| write(&self.group(number), out);
        write_in_order(0..self.session.groups().len(), "", write, out)
    }
}

/// Writes what `write` makes of each thing, in the order of the things, with `between` between any two of
/// which something is made.
pub(crate) fn write_in_order<T: Send>(
    things: impl Iterator<Item = T>,
    between: &str,
    write: impl Fn(T, &mut Vec<u8>) -> io::Result<()> + Sync,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    // What is made together is joined here, and the pieces are joined when they are taken.
    let make = |thing, bytes: &mut Vec<u8>| {
        let end = bytes.len();
        if end > 0 {
            bytes.extend_from_slice(between.as_bytes());
        }
        let start = bytes.len();
        write(thing, bytes)?;
        if bytes.len() == start {
            bytes.truncate(end);
        }
        Ok(())
    };
    let mut is_first = true;
    let take = |bytes: &[u8]| {
        if bytes.is_empty() {
            return Ok(());
        }
        if !std::mem::replace(&mut is_first, false) {
            out.write_all(between.as_bytes())?;
        }
        out.write_all(bytes)
    };
    made_in_order(things, make, take)
}

/// Takes what is made of each thing, in the order of the things.
#[cfg(target_family = "wasm")]
fn made_in_order<T>(
    things: impl Iterator<Item = T>,
    make: impl Fn(T, &mut Vec<u8>) -> io::Result<()>,
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let mut bytes = Vec::new();
    for thing in things {
        bytes.clear();
        make(thing, &mut bytes)?;
        take(&bytes)?;
    }
    Ok(())
}

#[cfg(not(target_family = "wasm"))]
use threaded::made_in_order;

#[cfg(not(target_family = "wasm"))]
mod threaded {
    use std::collections::VecDeque;
    use std::io;
    use std::sync::mpsc::{Receiver, sync_channel};

    use crate::session::threads::threads;

    /// Things that a thread formats in one go.
    pub(super) const PIECE: usize = 512;

    /// Formatted pieces of one thread that wait for their turn, which bounds the memory.
    const WAITING_MAX: usize = 4;

    /// Takes what is made of each piece of the things, in the order of the things; as many pieces are made at
    /// once as there are threads.
    pub(super) fn made_in_order<T: Send>(
        mut things: impl Iterator<Item = T>,
        make: impl Fn(T, &mut Vec<u8>) -> io::Result<()> + Sync,
        mut take: impl FnMut(&[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let made = |piece: Vec<T>| -> io::Result<Vec<u8>> {
            let mut bytes = Vec::new();
            for thing in piece {
                make(thing, &mut bytes)?;
            }
            Ok(bytes)
        };
        let mut pieces = std::iter::from_fn(|| {
            let piece: Vec<T> = things.by_ref().take(PIECE).collect();
            (!piece.is_empty()).then_some(piece)
        });
        let first = pieces.next().unwrap_or_default();
        // No thread is worth starting for one piece.
        if first.len() < PIECE {
            return take(&made(first)?);
        }
        // A thread ends early only in a panic, which the end of the scope passes on.
        let stopped = || io::Error::other("a thread stopped");
        let made = &made;
        std::thread::scope(|scope| {
            let makers: Vec<_> = (0..threads())
                .map(|_| {
                    let (give, given) = sync_channel(WAITING_MAX);
                    let (tell, told) = sync_channel(WAITING_MAX);
                    // Nobody takes a piece any more once the file could not be written.
                    scope.spawn(move || given.into_iter().try_for_each(|it| tell.send(made(it))));
                    (give, told)
                })
                .collect();
            let mut receive =
                |from: &Receiver<io::Result<Vec<u8>>>| take(&from.recv().map_err(|_| stopped())??);
            let mut waiting = VecDeque::new();
            let pieces = std::iter::once(first).chain(pieces);
            for (piece, maker) in pieces.zip(makers.iter().cycle()) {
                if waiting.len() == makers.len() * WAITING_MAX
                    && let Some(from) = waiting.pop_front()
                {
                    receive(from)?;
                }
                maker.0.send(piece).map_err(|_| stopped())?;
                waiting.push_back(&maker.1);
            }
            waiting.into_iter().try_for_each(receive)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::threaded::PIECE;
    use super::*;

    #[test]
    fn any_number_of_things_comes_out_in_order() {
        for count in [0, 1, PIECE - 1, PIECE, PIECE + 1, 40 * PIECE + 7] {
            let mut out = Vec::new();
            // The first pieces are silent.
            let write = |thing: usize, out: &mut Vec<u8>| match thing {
                it if it < 3 * PIECE || it % 7 == 0 => Ok(()),
                it => write!(out, "{it}"),
            };
            assert!(write_in_order(0..count, ",", write, &mut out).is_ok());
            let told = (3 * PIECE..count).filter(|it| it % 7 != 0);
            let expected: Vec<_> = told.map(|it| it.to_string()).collect();
            assert!(out == expected.join(",").as_bytes(), "{count}");
        }
    }

    #[test]
    fn what_cannot_be_made_or_written_ends_it() {
        let refuse = |thing: usize, _: &mut Vec<u8>| match thing {
            9_000 => Err(io::Error::other("nine thousand")),
            _ => Ok(()),
        };
        let error = write_in_order(0..100_000, "", refuse, &mut Vec::new());
        assert_eq!(error.unwrap_err().to_string(), "nine thousand");
        let write = |thing: usize, out: &mut Vec<u8>| write!(out, "{thing}");
        let mut room = vec![0; 50_000];
        assert!(write_in_order(0..1_000_000, "", write, &mut room.as_mut_slice()).is_err());
    }
}
