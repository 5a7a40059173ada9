//! Region codes of GB/T 2260: which were ever assigned, and in which years. A code lives on in the
//! numbers given under it, so one that was abolished is still a good code here. The names are in
//! `data/regions.csv` and not in the program.

use std::sync::OnceLock;

use crate::generated::regions::{PSEUDO, SINCE, STEPS, UNTIL};

/// One stretch of years in which a code was assigned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first year; 1981 stands for any year before, too.
    pub since: u16,
    /// The first year in which the code was no longer assigned; none while it is.
    pub until: Option<u16>,
}

/// What a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A province, or what ranks with one: ends in 0000.
    Province,
    /// A prefecture: ends in 00.
    Prefecture,
    /// A county, a district, or a city that ranks with one.
    County,
    /// No place of its own: 市辖区, 省直辖县级行政单位, and 830000 of the residence permits.
    Pseudo,
}

pub use roster_values::region_code::province_exists;

/// The years in which a six-digit code was assigned to a place, in order; none for a pseudo code.
pub fn lookup(code: u32) -> impl Iterator<Item = Period> {
    let regions = regions().near(code);
    let start = regions.partition_point(|&(it, _, _)| it < code);
    regions[start..]
        .iter()
        .take_while(move |&&(it, _, _)| it == code)
        .map(|&(_, since, until)| Period {
            since,
            until: (until != 0).then_some(until),
        })
}

/// Whether a six-digit code was ever assigned, pseudo codes included.
pub fn ever_valid(code: u32) -> bool {
    kind(code).is_some()
}

/// Whether the statistics bureau may have given a code to a development zone (开发区, 高新区, 工业园区), which is no
/// county and which the yearly lists lack: 71 to 79 behind a known prefecture. No identity number begins with it.
pub fn is_zone(code: u32) -> bool {
    matches!(code % 100, 71..=79) && kind(code - code % 100) == Some(Kind::Prefecture)
}

/// What a six-digit code stands for; none when it was never assigned.
pub fn kind(code: u32) -> Option<Kind> {
    let regions = regions().near(code);
    if regions.binary_search_by_key(&code, |it| it.0).is_err() {
        let is_pseudo = PSEUDO.binary_search(&code).is_ok();
        return is_pseudo.then_some(Kind::Pseudo);
    }
    Some(match code {
        _ if code.is_multiple_of(10_000) => Kind::Province,
        _ if code.is_multiple_of(100) => Kind::Prefecture,
        _ => Kind::County,
    })
}

/// The first year in which a code is assigned to no place any more; none while it is, for a pseudo
/// code, and for one that never was.
pub fn abolished_in(code: u32) -> Option<u16> {
    lookup(code).last()?.until
}

/// Code, first year, first year no longer (0 while valid).
type Region = (u32, u16, u16);

/// The codes of all regions.
struct Regions {
    /// Sorted.
    all: Vec<Region>,
    /// Where those of a prefecture begin, by the first four digits of its codes.
    starts: Vec<u16>,
}

impl Regions {
    fn new(all: Vec<Region>) -> Self {
        let start = |prefecture| all.partition_point(|it| it.0 / 100 < prefecture) as u16;
        let starts = (0..=10_000).map(start).collect();
        Regions { all, starts }
    }

    /// The codes with the first four digits of this one: where it is, if it is any.
    fn near(&self, code: u32) -> &[Region] {
        let prefecture = (code / 100) as usize;
        match self.starts.get(prefecture..prefecture + 2) {
            Some(&[start, end]) => &self.all[usize::from(start)..usize::from(end)],
            _ => &[],
        }
    }
}

fn regions() -> &'static Regions {
    static REGIONS: OnceLock<Regions> = OnceLock::new();
    REGIONS.get_or_init(|| {
        let year = |it: u8| 1980 + u16::from(it);
        let until = |it: u8| if it == 0 { 0 } else { year(it) };
        let mut code = 0;
        let codes = STEPS.split_inclusive(|it| it & 128 == 0).map(|bytes| {
            let parts = bytes.iter().enumerate();
            code += parts.fold(0, |step, (at, &it)| step | u32::from(it & 127) << (7 * at));
            code
        });
        let years = SINCE.iter().zip(UNTIL);
        let all = codes.zip(years);
        let all = all.map(|(code, (&first, &end))| (code, year(first), until(end)));
        Regions::new(all.collect())
    })
}

#[cfg(test)]
mod tests {
    use super::{
        Kind, PSEUDO, SINCE, UNTIL, abolished_in, ever_valid, is_zone, kind, lookup,
        province_exists, regions,
    };

    #[test]
    fn periods_are_sorted_and_do_not_overlap() {
        for pair in regions().all.windows(2) {
            let ((a, a_since, a_until), (b, b_since, _)) = (pair[0], pair[1]);
            assert!(
                a < b || (a == b && a_until != 0 && a_until < b_since),
                "{b}"
            );
            assert!(a_until == 0 || a_since < a_until, "{a}");
        }
        assert!(regions().all.iter().all(|it| (1981..=2026).contains(&it.1)));
        assert_eq!([SINCE.len(), UNTIL.len()], [regions().all.len(); 2]);
    }

    #[test]
    fn every_code_has_six_digits_and_a_province() {
        let all = regions()
            .all
            .iter()
            .map(|it| it.0)
            .chain(PSEUDO.iter().copied());
        for code in all {
            assert!((110_000..=830_000).contains(&code), "{code}");
            assert!(province_exists((code / 10_000) as u8), "{code}");
        }
    }

    #[test]
    fn pseudo_codes_are_no_places() {
        assert!(PSEUDO.is_sorted_by(|a, b| a < b));
        assert!(PSEUDO.iter().all(|&it| lookup(it).next().is_none()));
    }

    #[test]
    fn there_are_thirty_four_provinces() {
        let is_listed = |it: u8| kind(u32::from(it) * 10_000) == Some(Kind::Province);
        let listed: Vec<u8> = (0..=99).filter(|&it| is_listed(it)).collect();
        assert_eq!(listed.len(), 34);
        // And that of Taiwan in residence permits.
        let exist: Vec<u8> = (0..=255).filter(|&it| province_exists(it)).collect();
        assert!(exist.contains(&83) && exist.len() == 35);
        assert!(listed.iter().all(|it| exist.contains(it)));
    }

    #[test]
    fn codes_seen_in_numbers_are_known() {
        // Cities without counties, whose own code is used.
        for code in [441_900, 442_000, 460_400, 620_200] {
            assert_eq!(kind(code), Some(Kind::Prefecture), "{code}");
        }
        for code in [
            110_100, 440_301, 419_000, 429_000, 469_000, 659_000, 830_000,
        ] {
            assert_eq!(kind(code), Some(Kind::Pseudo), "{code}");
        }
        for code in [810_000, 820_000, 710_000, 110_000] {
            assert_eq!(kind(code), Some(Kind::Province), "{code}");
        }
        for code in [
            440_308, 110_105, 440_524, 513_200, 110_101, 610_104, 659_001,
        ] {
            assert!(ever_valid(code), "{code}");
        }
        for code in [500_157, 653_132, 659_013, 653_228, 330_113] {
            assert_eq!(kind(code), Some(Kind::County), "{code}");
        }
        for code in [0, 999_999, 110_199, 440_399, 12_345, u32::MAX] {
            assert!(!ever_valid(code), "{code}");
        }
    }

    #[test]
    fn zones_stand_behind_a_prefecture() {
        for code in [
            320_571, 130_171, 220_174, 340_171, 370_271, 411_071, 150_571,
        ] {
            assert!(is_zone(code) && !ever_valid(code), "{code}");
        }
        for code in [320_570, 320_580, 110_171, 990_171, 329_971, 71, u32::MAX] {
            assert!(!is_zone(code), "{code}");
        }
    }

    #[test]
    fn a_code_keeps_its_years() {
        assert_eq!(abolished_in(110_103), Some(2010));
        assert_eq!(abolished_in(500_105), Some(2025));
        assert_eq!(abolished_in(110_101), None);
        assert_eq!(lookup(511_403).count(), 2);
        assert_eq!(lookup(512_999).count(), 0);
    }
}
