//! A module of WebAssembly with its instructions taken apart: all opcodes one behind the other, then all
//! numbers of locals, all offsets, and so on. Whatever packs it next sees like beside like, and makes a
//! tenth less of it. `web/src/engine/unpack.ts` puts it together again, byte for byte.
//!
//! Deliberately no knowledge of what an instruction does. An opcode whose operands were wrong below would cost
//! bytes and nothing else: both sides go by the same table. Nothing is left out but the sizes of functions: a function
//! ends with its outermost block.
//!
//! The file: numbers of four bytes, the lowest first: where the words of its data stand, how many, and the address of the
//! first ([`Data`]); bytes of the module, where its first function begins, where the last one ends, how many
//! streams; then for each stream its bytes, and how an operand in
//! it ends. Then for each opcode the streams of its operands, three bytes; 0 is none. Then for each first byte of an
//! opcode what it does with a number before it ([`USES`]). Then the streams.

use super::pointers::Data;

/// How an operand ends: behind its first byte below 128.
const NUMBER: u8 = 0;
/// A number, and so many numbers behind it.
const NUMBERS: u8 = 254;
/// A number, and one number more than it says behind it. Every other end is a count of bytes.
const NUMBERS_AND_ONE: u8 = 253;
/// A number, in this stream or one of the three behind it: that of the next opcode's use.
const BY_USE: u8 = 252;

/// Each stream: the letter that [`OPERANDS`] has for it, and how an operand in it ends.
const STREAMS: [(char, u8); 28] = [
    ('-', NUMBER), // what is outside of functions
    ('-', NUMBER), // locals of functions
    ('-', NUMBER), // opcodes
    ('k', NUMBER), // type of a block
    ('b', NUMBER), // blocks to leave
    ('B', NUMBERS_AND_ONE),
    ('c', NUMBER),  // function to call
    ('t', NUMBER),  // type of a function to call
    ('T', NUMBERS), // types to select
    ('l', BY_USE),  // local to read
    ('-', NUMBER),
    ('-', NUMBER),
    ('-', NUMBER),
    ('s', NUMBER), // local to set
    ('g', NUMBER), // global
    ('a', NUMBER), // alignment
    ('o', NUMBER), // offset to read at
    ('O', NUMBER), // offset to write at
    ('p', 1),      // part of a vector
    ('i', BY_USE), // i32
    ('-', NUMBER),
    ('-', NUMBER),
    ('-', NUMBER),
    ('j', NUMBER), // i64
    ('f', 4),
    ('d', 8),
    ('v', 16),
    ('x', NUMBER), // all that is rare
];
const OUTSIDE: usize = 0;
const FUNCTIONS: usize = 1;
const OPCODES: usize = 2;

/// Opcodes that have operands: from, to, streams (WebAssembly 2.0, section 5.4). Those behind 0xFC begin
/// at 0x100, those behind 0xFD, of vectors, at 0x200.
const OPERANDS: [(usize, usize, &str); 29] = [
    (0x02, 0x04, "k"),
    (0x0C, 0x0D, "b"),
    (0x0E, 0x0E, "B"),
    (0x10, 0x10, "c"),
    (0x11, 0x11, "tx"),
    (0x1C, 0x1C, "T"),
    (0x20, 0x20, "l"),
    (0x21, 0x22, "s"),
    (0x23, 0x24, "g"),
    (0x25, 0x26, "x"),
    (0x28, 0x35, "ao"),
    (0x36, 0x3E, "aO"),
    (0x3F, 0x40, "x"),
    (0x41, 0x41, "i"),
    (0x42, 0x42, "j"),
    (0x43, 0x43, "f"),
    (0x44, 0x44, "d"),
    (0xD0, 0xD0, "x"),
    (0xD2, 0xD2, "x"),
    (0x108, 0x108, "xx"),
    (0x109, 0x109, "x"),
    (0x10A, 0x10A, "xx"),
    (0x10B, 0x10B, "x"),
    (0x10C, 0x10C, "xx"),
    (0x200, 0x20B, "ao"),
    (0x20C, 0x20D, "v"),
    (0x215, 0x222, "p"),
    (0x254, 0x25B, "aop"),
    (0x25C, 0x25D, "ao"),
];
/// What opcodes do with the number before them, where it tells what that may be: read there, add it, or put it
/// beside the next number. 0 is anything else.
const USES: [(usize, usize, u8); 5] = [
    (0x10, 0x10, 3),
    (0x20, 0x20, 3),
    (0x28, 0x35, 1),
    (0x41, 0x41, 3),
    (0x6A, 0x6A, 2),
];
const OPENS: std::ops::RangeInclusive<usize> = 0x02..=0x04;
const CLOSES: usize = 0x0B;
/// Plain ones, those behind 0xFC and those behind 0xFD.
const OPCODE_COUNT: usize = 0x300;

/// The streams of the operands of each opcode; 0 is none.
type Table = [[u8; 3]; OPCODE_COUNT];

/// The module taken apart; an error where it is none, or where its functions cannot be followed.
pub(super) fn apart(module: &[u8]) -> Result<Vec<u8>, String> {
    taken(module).ok_or_else(|| "The instructions of the module cannot be followed.".to_owned())
}

fn taken(module: &[u8]) -> Option<Vec<u8>> {
    let (start, end) = functions(module)?;
    let data = Data::find(module, end)?;
    let mut module = module.to_vec();
    data.tell(&mut module);
    let module = module.as_slice();
    let table = table();
    let streams = streams(module, (start, end), &table)?;
    let mut out = Vec::with_capacity(module.len() + module.len() / 16);
    let mut number = |it: usize| out.extend_from_slice(&(it as u32).to_le_bytes());
    for it in [data.at, data.words, data.base as usize] {
        number(it);
    }
    for it in [module.len(), start, end, STREAMS.len()] {
        number(it);
    }
    for (stream, (_, ends)) in streams.iter().zip(STREAMS) {
        number(stream.len());
        number(usize::from(ends));
    }
    out.extend(table.iter().flatten());
    out.extend((0..=u8::MAX).map(|it| use_of(it) as u8));
    out.extend(streams.iter().flatten());
    Some(out)
}

/// The streams of a module whose functions stand between two bytes.
fn streams(
    module: &[u8],
    (start, end): (usize, usize),
    table: &Table,
) -> Option<[Vec<u8>; STREAMS.len()]> {
    let mut streams: [Vec<u8>; STREAMS.len()] = Default::default();
    streams[OUTSIDE].extend_from_slice(module.get(..start)?);
    streams[OUTSIDE].extend_from_slice(module.get(end..)?);
    let mut from = Reader {
        bytes: module,
        at: start,
    };
    while from.at < end {
        let begin = from.at;
        let size = from.number()?;
        let (after, size_bytes) = (size + from.at, from.at - begin);
        // The other side writes it in as few bytes as it has.
        if size_bytes > 1 && size >> (7 * (size_bytes - 1)) == 0 {
            return None;
        }
        let begin = from.at;
        for _ in 0..from.number()? {
            from.number()?;
            from.at += 1;
        }
        streams[FUNCTIONS].extend_from_slice(module.get(begin..from.at)?);
        let mut open = 1;
        while open > 0 {
            let begin = from.at;
            let opcode = from.opcode()?;
            open += u32::from(OPENS.contains(&opcode));
            open -= u32::from(opcode == CLOSES);
            streams[OPCODES].extend_from_slice(module.get(begin..from.at)?);
            for stream in table[opcode]
                .into_iter()
                .take_while(|it| *it != 0)
                .map(usize::from)
            {
                let begin = from.at;
                let ends = STREAMS[stream].1;
                from.operand(ends)?;
                let by_use = match ends {
                    BY_USE => use_of(*module.get(from.at)?),
                    _ => 0,
                };
                streams[stream + by_use].extend_from_slice(module.get(begin..from.at)?);
            }
        }
        // The other side looks for the end of a function where this one does.
        if from.at != after {
            return None;
        }
    }
    Some(streams)
}

fn table() -> Table {
    let mut table = [[0; 3]; OPCODE_COUNT];
    for (from, to, letters) in OPERANDS {
        let mut streams = [0; 3];
        for (place, letter) in streams.iter_mut().zip(letters.chars()) {
            let at = STREAMS.iter().position(|(it, _)| *it == letter);
            *place = at.map_or(0, |it| it as u8);
        }
        table[from..=to].fill(streams);
    }
    table
}

/// What an opcode that begins with this byte does with a number before it.
fn use_of(byte: u8) -> usize {
    let found = USES
        .iter()
        .find(|it| (it.0..=it.1).contains(&usize::from(byte)));
    found.map_or(0, |it| usize::from(it.2))
}

/// Where the first function begins, and where the last one ends.
pub(super) fn functions(module: &[u8]) -> Option<(usize, usize)> {
    const HEAD_BYTES: usize = 8;
    const CODE: u8 = 10;
    let mut from = Reader {
        bytes: module,
        at: HEAD_BYTES,
    };
    loop {
        let section = from.byte()?;
        let end = from.number()? + from.at;
        if section == CODE {
            from.number()?;
            return Some((from.at, end));
        }
        from.at = end;
    }
}

pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl Reader<'_> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.at += 1;
        self.bytes.get(self.at - 1).copied()
    }

    /// Seven bits a byte, the lowest first. What does not fit is passed over: counts and sizes do.
    pub(super) fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 127).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 128 {
                return Some(number);
            }
        }
    }

    fn opcode(&mut self) -> Option<usize> {
        let opcode = match usize::from(self.byte()?) {
            prefix @ 0xFC.. => 0x100 * (prefix - 0xFB) + self.number()?,
            plain => plain,
        };
        (opcode < OPCODE_COUNT).then_some(opcode)
    }

    fn operand(&mut self, ends: u8) -> Option<()> {
        match ends {
            NUMBER | BY_USE => self.number().map(|_| ()),
            NUMBERS | NUMBERS_AND_ONE => {
                let more = usize::from(ends == NUMBERS_AND_ONE);
                let count = self.number()? + more;
                (0..count).try_for_each(|_| self.number().map(|_| ()))
            }
            bytes => {
                self.at += usize::from(bytes);
                Some(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One function: two locals of one type, `local.get 1`, `i32.load offset=300`, `end`; behind
    /// it a section of nothing.
    const MODULE: [u8; 25] = [
        0, b'a', b's', b'm', 1, 0, 0, 0, 10, 13, 1, 11, 1, 2, 0x7F, 0x20, 1, 0x28, 2, 0xAC, 2,
        0x1A, 0x0B, 0, 0,
    ];

    #[test]
    fn each_operand_goes_to_its_stream() {
        let apart = apart(&MODULE).unwrap();
        let streams = &apart[28 + 8 * STREAMS.len() + 3 * OPCODE_COUNT + 256..];
        assert_eq!(streams.len(), MODULE.len() - 1, "all but a size");
        assert!(streams.starts_with(&MODULE[..11]));
        let inside = [1, 2, 0x7F, 0x20, 0x28, 0x1A, 0x0B, 1, 2, 0xAC, 2];
        assert_eq!(streams[13..], inside);
    }

    #[test]
    fn numbers_go_by_the_opcode_behind_them() {
        let stream = |letter| STREAMS.iter().position(|it| it.0 == letter).unwrap();
        let length = |apart: &[u8], stream: usize| apart[28 + 8 * stream];
        let apart = apart(&MODULE).unwrap();
        assert_eq!(length(&apart, stream('l')), 0);
        assert_eq!(length(&apart, stream('l') + 1), 1, "it is read there");
    }

    #[test]
    fn what_is_cut_is_refused() {
        for length in 0..MODULE.len() - 2 {
            assert!(apart(&MODULE[..length]).is_err(), "{length}");
        }
    }
}
