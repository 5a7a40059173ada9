//! The characters of an encoding of double bytes, by their pairs and back, and those that GB18030 writes
//! in four bytes.

use std::sync::OnceLock;

use crate::tables::Shape;

/// Where a run of characters of four bytes begins: its number, and its code point.
type FourBytes = (u32, u32);

/// The table of an encoding.
#[derive(Debug)]
pub(crate) struct Pairs {
    shape: Option<Shape>,
    /// By lead and trail; 0 where a pair is no character.
    points: Vec<u32>,
    /// Every character that is written, with the place of its pair, in their order.
    places: OnceLock<Vec<(u32, u16)>>,
    runs: OnceLock<Vec<FourBytes>>,
}

impl Pairs {
    /// No table: no pair is a character.
    pub(crate) const fn none() -> Self {
        Pairs {
            shape: None,
            points: Vec::new(),
            places: OnceLock::new(),
            runs: OnceLock::new(),
        }
    }

    pub(crate) fn new(shape: Shape, points: Vec<u32>) -> Self {
        Pairs {
            shape: Some(shape),
            points,
            ..Pairs::none()
        }
    }

    /// The character of a pair.
    #[inline]
    pub(crate) fn character(&self, lead: u8, trail: u8) -> Option<char> {
        let place = self.shape?.place(lead, trail)?;
        let point = *self.points.get(place)?;
        if point == 0 {
            None
        } else {
            char::from_u32(point)
        }
    }

    /// The pair of a character.
    pub(crate) fn pair(&self, character: char) -> Option<[u8; 2]> {
        let shape = self.shape?;
        let places = self.places.get_or_init(|| self.sorted(shape));
        let point = u32::from(character);
        // Big5 has some characters twice. The first place is the usual one, but for these.
        let is_last = matches!(character, '═' | '╞' | '╡' | '╪' | '十' | '卅');
        let at = if is_last {
            places.partition_point(|it| it.0 <= point).checked_sub(1)?
        } else {
            places.partition_point(|it| it.0 < point)
        };
        let place = places.get(at).filter(|it| it.0 == point)?.1;
        let trails = u16::from(shape.trails);
        let (lead, trail) = ((place / trails) as u8, (place % trails) as u8);
        Some([0x81 + lead, shape.trail(trail)])
    }

    fn sorted(&self, shape: Shape) -> Vec<(u32, u16)> {
        let points = self.points.iter().copied().zip(0..);
        let written = points.filter(|it| it.0 != 0 && it.1 >= shape.written_from);
        let mut places: Vec<(u32, u16)> = written.collect();
        roster_order::sort(&mut places);
        places
    }

    /// The character of a number of four bytes, counted from 81308130.
    pub(crate) fn numbered(&self, number: u32) -> Option<char> {
        match number {
            NUMBER_OF_M => Some(PRIVATE_M),
            0..39_420 => {
                let runs = self.runs();
                let run = runs.partition_point(|it| it.0 <= number).checked_sub(1)?;
                let (first, point) = *runs.get(run)?;
                char::from_u32(point + (number - first))
            }
            BEYOND.. => char::from_u32((number - BEYOND).checked_add(0x1_0000)?),
            _ => None,
        }
    }

    /// The number of a character that is written in four bytes.
    pub(crate) fn number(&self, character: char) -> Option<u32> {
        let point = u32::from(character);
        if point > 0xFFFF {
            return Some(BEYOND + (point - 0x1_0000));
        }
        if character == PRIVATE_M {
            return Some(NUMBER_OF_M);
        }
        let runs = self.runs();
        let run = runs.partition_point(|it| it.1 <= point).checked_sub(1)?;
        let (first, begin) = *runs.get(run)?;
        Some(first + (point - begin))
    }

    /// Four bytes count, in their order, the characters of Unicode's first plane that had no pair in
    /// the first edition.
    fn runs(&self) -> &[FourBytes] {
        self.runs.get_or_init(|| {
            let mut has_pair = vec![false; 0x1_0000];
            for point in &self.points {
                if let Some(has) = has_pair.get_mut(*point as usize) {
                    *has = true;
                }
            }
            has_pair[PRIVATE_BLANK as usize] = true;
            for (now, before) in moved() {
                has_pair[now as usize] = false;
                has_pair[before as usize] = true;
            }
            let is_counted = |it: &u32| !(0xD800..0xE000).contains(it) && !has_pair[*it as usize];
            let mut runs: Vec<FourBytes> = Vec::new();
            let mut next = 0;
            for (number, point) in (0..).zip((0x80..0x1_0000).filter(is_counted)) {
                if point != next {
                    runs.push((number, point));
                }
                next = point + 1;
            }
            runs
        })
    }
}

/// The place of ḿ until 2005, and of the private character that it changed places with since.
const NUMBER_OF_M: u32 = 7457;
const PRIVATE_M: char = '\u{E7C7}';
/// A private character whose pair is read as an ideographic space, and which is never written.
pub(crate) const PRIVATE_BLANK: u32 = 0xE5E5;
/// The number of the first character beyond the first plane.
const BEYOND: u32 = 189_000;

/// Characters that have a pair since the editions of 2005 and 2022, and the private ones that had it
/// before.
fn moved() -> impl Iterator<Item = (u32, u32)> {
    const FORMS: u32 = 0xFE10;
    const HAN: u32 = 0x9FB4;
    let forms = [
        0xE78D, 0xE78F, 0xE78E, 0xE790, 0xE791, 0xE792, 0xE793, 0xE794, 0xE795, 0xE796,
    ];
    let han = [
        0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864,
    ];
    let forms = (FORMS..).zip(forms);
    forms.chain((HAN..).zip(han)).chain([(0x1E3F, 0xE7C7)])
}

/// The private characters that lost their pair are still written with it.
pub(crate) fn former_pair(character: char) -> Option<char> {
    let point = u32::from(character);
    let found = moved().find(|it| it.1 == point && point != u32::from(PRIVATE_M))?;
    char::from_u32(found.0)
}
