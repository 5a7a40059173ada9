//! The targets of `fuzz/` with fixed seeds: what libFuzzer does for hours, for a moment and always the
//! same. Findings of libFuzzer become cases here or in the crate they belong to.

#[path = "../fuzz/src/lib.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the other programs of fuzz/ use the rest"
)]
mod fuzz;

use std::panic::{AssertUnwindSafe, catch_unwind};

use fuzz::{TARGETS, seeds};

/// Inputs of each target.
const TURNS: u32 = 600;
/// The same of those that hash a password each time.
const TURNS_SLOW: u32 = 60;
/// No input grows beyond this.
const BYTES_MAX: usize = 1 << 14;

/// What a byte alone would hardly ever become.
const TOKENS: [&[u8]; 24] = [
    b"\"",
    b"\r\n",
    b"\0",
    b"<",
    b">",
    b"/>",
    b"<c r=\"XFD1048576\"><v>1</v></c>",
    b"<row r=\"4294967295\">",
    b"<row>",
    b"</row>",
    b"<c t=\"s\"><v>99999999999</v></c>",
    b"&#x10FFFF;",
    b"&lol;",
    b"<!DOCTYPE x [<!ENTITY lol \"lol\">]>",
    b"<![CDATA[",
    b"_x0000_",
    b"colspan=999999999",
    b"ss:Index=\"4294967295\"",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x81\x30",
    b"PK\x03\x04",
    b"1e308",
    b"-1",
];

#[test]
fn hostile_input_gives_sheets_or_a_sentence() {
    for target in TARGETS {
        let seeds = seeds(target.name);
        assert!(!seeds.is_empty(), "{} has no seed", target.name);
        let mut random = Random(target.name.len() as u64 + 1);
        for seed in &seeds {
            (target.run)(seed);
        }
        let turns = if target.is_slow { TURNS_SLOW } else { TURNS };
        for turn in 0..turns {
            let input = mutated(&seeds, &mut random);
            let run = || (target.run)(&input);
            if catch_unwind(AssertUnwindSafe(run)).is_err() {
                let input = input.escape_ascii();
                panic!("{} turn {turn} fails for b\"{input}\"", target.name);
            }
        }
    }
}

fn mutated(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut input = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(6) {
        let at = random.below(input.len() + 1);
        let end = at + random.below((input.len() - at).min(64) + 1);
        match random.below(7) {
            0 => drop(input.splice(at..at, TOKENS[random.below(TOKENS.len())].iter().copied())),
            1 => drop(input.drain(at..end)),
            2 => input.extend_from_within(at..end),
            3 => input.truncate(at),
            4 => {
                let other = &seeds[random.below(seeds.len())];
                let from = random.below(other.len() + 1);
                input.splice(at..end, other[from..].iter().copied());
            }
            _ if at < input.len() => input[at] = random.below(256) as u8,
            _ => input.push(random.below(256) as u8),
        }
    }
    input.truncate(BYTES_MAX);
    input
}

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end.max(1) as u64) as usize
    }
}
