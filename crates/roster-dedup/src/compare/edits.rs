//! How far two identity numbers are apart, up to two slips of the hand.
//!
//! A slip is a wrong, a missing or a surplus digit, or two neighbours exchanged (the restricted
//! Damerau–Levenshtein distance). More than two is not told apart: it is simply far.

/// The least number of slips between two packed numbers, when it is at most two.
pub(crate) fn slips(a: u64, b: u64) -> Option<u8> {
    let found = Differing::find(a, b);
    let slips = match found.count {
        0 => return Some(0),
        1 => 1,
        2 if found.exchanged(0) => 1,
        2 => 2,
        3 if found.exchanged(0) || found.exchanged(1) => 2,
        4 if found.exchanged(0) && found.exchanged(2) => 2,
        // Five places and more differ by two slips only when the digits between were shifted.
        _ => return found.shifted().then_some(2),
    };
    Some(slips)
}

/// The places where two numbers differ.
struct Differing {
    /// Both digits of each place, from the last place to the first that differs; that many of them.
    digits: [(u8, u8); 18],
    length: usize,
    /// The first four differing places, counted from the end; `count` says how many differ in all.
    places: [usize; 4],
    count: usize,
}

impl Differing {
    /// Numbers that begin alike, as those of one area and birth date do, are looked at as far back as
    /// they differ.
    fn find(a: u64, b: u64) -> Self {
        let mut found = Differing {
            digits: [(0, 0); 18],
            length: 0,
            places: [0; 4],
            count: 0,
        };
        if a != b {
            found.add((a % 11) as u8, (b % 11) as u8);
        }
        let (mut a, mut b) = (a / 11, b / 11);
        while a != b {
            found.add((a % 10) as u8, (b % 10) as u8);
            (a, b) = (a / 10, b / 10);
        }
        found
    }

    fn add(&mut self, x: u8, y: u8) {
        if x != y {
            if let Some(place) = self.places.get_mut(self.count) {
                *place = self.length;
            }
            self.count += 1;
        }
        if let Some(digits) = self.digits.get_mut(self.length) {
            *digits = (x, y);
            self.length += 1;
        }
    }

    /// Whether the differing place of this index and the next are two exchanged neighbours.
    fn exchanged(&self, index: usize) -> bool {
        let (at, next) = (self.places[index], self.places[index + 1]);
        let (one, other) = (self.digits[at], self.digits[next]);
        next == at + 1 && one == (other.1, other.0)
    }

    /// Whether one digit is missing in each, so that those between stand one place further.
    fn shifted(&self) -> bool {
        let between = self.digits[self.places[0]..self.length].windows(2);
        let mut both = between.map(|it| (it[0].0 == it[1].1, it[1].0 == it[0].1));
        let left = both.clone().all(|it| it.0);
        left || both.all(|it| it.1)
    }
}

/// Whether the numbers differ by two exchanged neighbours alone.
pub(crate) fn is_exchange(a: u64, b: u64) -> bool {
    let found = Differing::find(a, b);
    found.count == 2 && found.exchanged(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::keys::{number_key, unpack};
    use crate::tests::today;

    fn packed(text: &str) -> u64 {
        let key = number_key(text, false, today());
        assert_ne!(key.packed, 0, "{text}");
        key.packed
    }

    #[test]
    fn one_wrong_digit_anywhere_is_one_slip_and_two_are_two() {
        let right = *b"11010120150901001X";
        let text = |bytes: [u8; 18]| String::from_utf8(bytes.to_vec()).unwrap();
        for at in 0..18 {
            let mut wrong = right;
            wrong[at] = if at == 17 {
                b'7'
            } else {
                b'0' + (right[at] - b'0' + 3) % 10
            };
            assert_eq!(
                slips(packed(&text(right)), packed(&text(wrong))),
                Some(1),
                "{at}"
            );
            assert!(!is_exchange(packed(&text(right)), packed(&text(wrong))));
            for other in 0..at {
                let mut twice = wrong;
                twice[other] = b'0' + (right[other] - b'0' + 3) % 10;
                assert_eq!(slips(packed(&text(right)), packed(&text(twice))), Some(2));
            }
        }
    }

    #[test]
    fn exchanged_neighbours_are_one_slip() {
        let right = packed("110101201509010236");
        for wrong in [
            "101101201509010236",
            "110101201509012036",
            "110101201509010263",
        ] {
            assert_eq!(slips(right, packed(wrong)), Some(1), "{wrong}");
            assert!(is_exchange(right, packed(wrong)), "{wrong}");
        }
    }

    #[test]
    fn a_missing_and_a_surplus_digit_are_two_slips() {
        let right = packed("110101201509012345");
        assert_eq!(
            slips(right, packed("110101215090123450")),
            Some(2),
            "digits moved left"
        );
        assert_eq!(slips(right, packed("110101215090123405")), Some(2));
        assert_eq!(slips(right, packed("440308201509011352")), None);
        assert_eq!(slips(right, right), Some(0));
    }

    /// The whole distance, as it is defined: what the short cuts have to come to.
    fn distance(a: &[u8; 18], b: &[u8; 18]) -> usize {
        let mut before = [0; 19];
        let mut above: [usize; 19] = std::array::from_fn(|column| column);
        for row in 1..=18 {
            let mut here = [row; 19];
            for column in 1..=18 {
                let same = a[row - 1] == b[column - 1];
                let mut least = (above[column - 1] + usize::from(!same))
                    .min(above[column] + 1)
                    .min(here[column - 1] + 1);
                let crossed = row > 1
                    && column > 1
                    && a[row - 1] == b[column - 2]
                    && a[row - 2] == b[column - 1];
                if crossed {
                    least = least.min(before[column - 2] + 1);
                }
                here[column] = least;
            }
            before = above;
            above = here;
        }
        above[18]
    }

    #[test]
    fn the_short_cuts_come_to_the_distance() {
        let right = unpack(packed("110101201509010236"));
        let pack = |digits: &[u8; 18]| {
            let head = digits[..17].iter();
            head.fold(0, |all, &it| all * 10 + u64::from(it)) * 11 + u64::from(digits[17])
        };
        // Every pair of slips of four sorts, drawn by a fixed sequence.
        let mut seed = 7_u64;
        let mut below = |limit: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % limit
        };
        for _ in 0..40_000 {
            let mut other = right;
            for _ in 0..=below(3) {
                let at = below(17) as usize;
                match below(4) {
                    0 => other[at] = below(10) as u8,
                    1 => other.swap(at, (at + 1).min(16)),
                    2 => other[at..].rotate_left(1),
                    _ => other[at..].rotate_right(1),
                }
            }
            if other[..17].contains(&10) {
                continue;
            }
            let exact = distance(&right, &other);
            let expected = (exact <= 2).then_some(exact as u8);
            assert_eq!(slips(pack(&right), pack(&other)), expected, "{other:?}");
        }
    }
}
