//! The two tables of double bytes: which character each pair of bytes is in GB18030 and in Big5.
//!
//! They are large and no compression makes them small, so the page does not carry them: every browser
//! has them, and hands over what it reads in all pairs before a file needs them. What is handed over is
//! held against a checksum: everywhere the same characters are read, or none. With the feature
//! `tables` a library has them.

use std::sync::OnceLock;

use crate::Encoding;
use crate::pairs::Pairs;

/// Checksums of the tables of the Encoding Standard.
const GB18030_SUM: u64 = 0xFBE6_2B98_E01E_54AE;
const BIG5_SUM: u64 = 0x2CEE_421A_7DF2_AB83;

static GB18030: OnceLock<Pairs> = OnceLock::new();
static BIG5: OnceLock<Pairs> = OnceLock::new();

/// All pairs of bytes of an encoding, a line each, to be decoded by a caller that can; nothing for encodings
/// without pairs.
pub fn pair_lines(encoding: Encoding) -> Vec<u8> {
    let Some(shape) = Shape::of(encoding) else {
        return Vec::new();
    };
    let leads = 0x81..=0xFE_u8;
    let pairs =
        leads.flat_map(|lead| (0..shape.trails).map(move |it| [lead, shape.trail(it), b'\n']));
    pairs.flatten().collect()
}

/// Takes a table over: what the pairs of `pair_lines` are, a line each. Tells whether it is the right
/// one; another is not used.
pub fn give_table(encoding: Encoding, lines: &str) -> bool {
    let (Some(shape), Some(table)) = (Shape::of(encoding), table_of(encoding)) else {
        return false;
    };
    let points: Vec<u32> = lines.lines().map(point).collect();
    let is_right = sum(&points) == shape.sum;
    if is_right {
        // Another caller was first and gave the same one.
        let _ = table.set(Pairs::new(shape, points));
    }
    is_right
}

/// Whether files in this encoding can be read.
pub fn has_table(encoding: Encoding) -> bool {
    table_of(encoding).is_none_or(|it| cfg!(feature = "tables") || it.get().is_some())
}

/// The pairs of an encoding, as `give_table` takes them.
#[cfg(feature = "tables")]
pub fn table_lines(encoding: Encoding) -> String {
    let standard = match encoding {
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Big5 => encoding_rs::BIG5,
        _ => return String::new(),
    };
    let lines = pair_lines(encoding);
    standard.decode_without_bom_handling(&lines).0.into_owned()
}

pub(crate) fn gb18030() -> &'static Pairs {
    known(&GB18030, Encoding::Gb18030)
}

pub(crate) fn big5() -> &'static Pairs {
    known(&BIG5, Encoding::Big5)
}

fn known(table: &'static OnceLock<Pairs>, encoding: Encoding) -> &'static Pairs {
    static NONE: Pairs = Pairs::none();
    #[cfg(feature = "tables")]
    if table.get().is_none() {
        give_table(encoding, &table_lines(encoding));
    }
    #[cfg(not(feature = "tables"))]
    let _ = encoding;
    table.get().unwrap_or(&NONE)
}

fn table_of(encoding: Encoding) -> Option<&'static OnceLock<Pairs>> {
    match encoding {
        Encoding::Gb18030 => Some(&GB18030),
        Encoding::Big5 => Some(&BIG5),
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => None,
    }
}

/// The code point of a pair; 0 for pairs that are no character or two of them.
fn point(line: &str) -> u32 {
    let mut characters = line.chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) if only != char::REPLACEMENT_CHARACTER => u32::from(only),
        _ => 0,
    }
}

/// FNV-1a over the low 24 bits of each.
fn sum(points: &[u32]) -> u64 {
    let bytes = points.iter().flat_map(|it| {
        let [low, middle, high, _] = it.to_le_bytes();
        [low, middle, high]
    });
    bytes.fold(0xCBF2_9CE4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// Which trail bytes an encoding has: 0x40 to 0x7E, and from another one to 0xFE.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// How many they are.
    pub(crate) trails: u8,
    /// The first of the second run.
    pub(crate) second: u8,
    /// The first pair, by its place, that is written: others are only read.
    pub(crate) written_from: u16,
    sum: u64,
}

/// Trail bytes of the first run.
const FIRST_RUN: u8 = 0x7F - 0x40;

impl Shape {
    fn of(encoding: Encoding) -> Option<Self> {
        let (trails, second, written_from, sum) = match encoding {
            Encoding::Gb18030 => (190, 0x80, 0, GB18030_SUM),
            // Of the extension of Hong Kong nothing is written.
            Encoding::Big5 => (157, 0xA1, (0xA1 - 0x81) * 157, BIG5_SUM),
            Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => return None,
        };
        Some(Shape {
            trails,
            second,
            written_from,
            sum,
        })
    }

    pub(crate) fn trail(self, at: u8) -> u8 {
        if at < FIRST_RUN {
            0x40 + at
        } else {
            self.second + (at - FIRST_RUN)
        }
    }

    /// The place of a pair in the table.
    #[inline]
    pub(crate) fn place(self, lead: u8, trail: u8) -> Option<usize> {
        let at = match trail {
            0x40..=0x7E => trail - 0x40,
            0xFF => return None,
            _ => trail.checked_sub(self.second)? + FIRST_RUN,
        };
        Some(usize::from(lead.checked_sub(0x81)?) * usize::from(self.trails) + usize::from(at))
    }
}
