//! Which of two families of double bytes a text is in, told by how many of its characters are
//! common ones.
//!
//! Both standards put their common characters first: GB 2312 has its 3,755 of the first level at
//! lead bytes B0–D7 with trail bytes from A1, Big5 its 5,401 at lead bytes A4–C6. Text read in the
//! wrong one of the two falls outside for a good half. So counting pairs is enough, and no table of
//! frequencies is needed. Punctuation says nothing and is not counted.

/// Pairs below which nothing is plain.
const PAIRS_MIN: usize = 4;

/// Pairs of a text as one of the two encodings sees them.
#[derive(Default)]
struct Pairs {
    common: usize,
    rare: usize,
    /// Bytes that form no pair.
    broken: usize,
}

impl Pairs {
    fn is_mostly_common(&self) -> bool {
        let all = self.common + self.rare;
        all >= PAIRS_MIN && self.common * 10 >= all * 9 && self.broken * 100 <= all
    }
}

/// Whether the bytes read well as Big5 and badly as GB18030.
pub(crate) fn is_plainly_big5(sample: &[u8]) -> bool {
    let gb = gb18030(sample);
    let is_bad_gb = gb.common * 4 < (gb.common + gb.rare) * 3 || gb.broken > 0;
    is_bad_gb && big5(sample).is_mostly_common()
}

/// Whether the bytes read well as GB18030; shorter texts are let pass.
pub(crate) fn is_plainly_gb18030(sample: &[u8]) -> bool {
    let pairs = gb18030(sample);
    pairs.rare == 0 && pairs.broken == 0 && pairs.common > 0
}

fn gb18030(bytes: &[u8]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut rest = bytes;
    loop {
        rest = match rest {
            [0x00..=0x80, tail @ ..] | [0xA1..=0xA9, 0xA1..=0xFE, tail @ ..] => tail,
            [0xB0..=0xD7, 0xA1..=0xFE, tail @ ..] => {
                pairs.common += 1;
                tail
            }
            [
                0x81..=0xFE,
                0x30..=0x39,
                0x81..=0xFE,
                0x30..=0x39,
                tail @ ..,
            ]
            | [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, tail @ ..] => {
                pairs.rare += 1;
                tail
            }
            // The sample may end inside a character.
            [] | [_] => return pairs,
            [_, tail @ ..] => {
                pairs.broken += 1;
                tail
            }
        }
    }
}

fn big5(bytes: &[u8]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut rest = bytes;
    loop {
        rest = match rest {
            [0x00..=0x7F, tail @ ..] | [0xA1..=0xA3, 0x40..=0x7E | 0xA1..=0xFE, tail @ ..] => tail,
            [0xA4..=0xC6, 0x40..=0x7E | 0xA1..=0xFE, tail @ ..] => {
                pairs.common += 1;
                tail
            }
            [0xC9..=0xF9, 0x40..=0x7E | 0xA1..=0xFE, tail @ ..] => {
                pairs.rare += 1;
                tail
            }
            [] | [_] => return pairs,
            [_, tail @ ..] => {
                pairs.broken += 1;
                tail
            }
        }
    }
}
