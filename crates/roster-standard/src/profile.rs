//! Profiles: which columns one kind of roster has, in which order and under which headers, and the
//! numbers that its school level and province may set. A rule never asks which profile it runs under.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::generated::profiles;
use crate::{AnyColumn, Column, LocalColumn, Parameter, Setting};

/// One kind of roster. The built-in ones are static; one read from a file owns its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The name it is asked for by, such as `xj-2013`.
    pub id: Cow<'static, str>,
    /// What it is called in Chinese.
    pub zh: Cow<'static, str>,
    /// What it is called in English.
    pub en: Cow<'static, str>,
    /// The edition of the template.
    pub version: Cow<'static, str>,
    /// The first day it was used: YYYY-MM-DD.
    pub since: Cow<'static, str>,
    /// The share of the required columns, in thousandths, that a header must have for this profile
    /// to be taken without being asked for; 0 for one that takes any header.
    pub match_permille: u16,
    /// Whether it is taken without being asked for only by a header that is its own to the letter
    /// and has no other known column.
    pub whole: bool,
    /// Whether columns may be absent. What is there is still checked in full.
    pub partial: bool,
    /// The columns in the order of the template.
    pub columns: Cow<'static, [ProfileColumn]>,
    /// Columns that only this profile has.
    pub locals: Cow<'static, [LocalColumn]>,
    /// Headers that only this profile knows, as [`crate::header::key`] gives them, in no order.
    pub headers: Cow<'static, [(String, AnyColumn)]>,
    /// The profile that its file begins with and changes; none of a built-in one.
    pub extends: Option<Cow<'static, str>>,
    /// The parameters whose value is another here than elsewhere unless it is set.
    pub defaults: Cow<'static, [(Cow<'static, str>, Setting)]>,
}

/// One column of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileColumn {
    /// Which column it is.
    pub column: Column,
    /// The header in the template, to the letter.
    pub header: Cow<'static, str>,
    /// Whether each of its cells must be filled; with `partial`, only where the column is there.
    pub required: bool,
}

impl Profile {
    /// Every built-in profile, in the order in which they are offered.
    pub fn all() -> &'static [&'static Profile] {
        profiles::ALL
    }

    /// The built-in profile with this name.
    pub fn by_id(id: &str) -> Option<&'static Profile> {
        Self::all().iter().copied().find(|it| it.id == id)
    }

    /// The built-in profile that a header speaks for: of those whose needs it meets, the one that
    /// shares most of its words to the letter and lacks fewest required columns, then shares most
    /// columns, then has them in its order, then lacks fewest. There is always
    /// one, because `any` needs nothing.
    pub fn guess(header: &[HeaderWord<'_>]) -> &'static Profile {
        let mut best: Option<(Fit, &'static Profile)> = None;
        for &profile in Self::all() {
            let Some(fit) = profile.fit(header) else {
                continue;
            };
            // Of equals the first stays.
            if best.as_ref().is_none_or(|(high, _)| fit > *high) {
                best = Some((fit, profile));
            }
        }
        best.map_or(&profiles::ANY, |(_, profile)| profile)
    }

    /// How many of the always required columns are among these, and how many there are.
    pub fn required_present(&self, columns: &[Column]) -> (usize, usize) {
        let required = self.columns.iter().filter(|it| it.required);
        let present = required.clone().filter(|it| columns.contains(&it.column));
        (present.count(), required.count())
    }

    /// The line of a column in this profile.
    pub fn column(&self, column: Column) -> Option<&ProfileColumn> {
        self.columns.iter().find(|it| it.column == column)
    }

    /// The value of a parameter unless the run says another.
    pub fn setting(&self, name: &str) -> Option<&Setting> {
        let own = self.defaults.iter().find(|it| it.0 == name);
        let common = || Parameter::by_name(name).map(|it| &it.default);
        own.map(|it| &it.1).or_else(common)
    }

    /// How well a header fits; nothing when it does not meet the needs, or none are stated.
    fn fit(&self, header: &[HeaderWord<'_>]) -> Option<Fit> {
        let columns: Vec<Column> = header.iter().map(|it| it.column).collect();
        let (present, all) = self.required_present(&columns);
        let place_of = |it: &HeaderWord<'_>| {
            self.columns
                .iter()
                .position(|line| line.column == it.column)
        };
        let places: Vec<usize> = header.iter().filter_map(place_of).collect();
        let shared = places.len();
        let lines = header.iter().map(|it| (self.column(it.column), it.text));
        let is_exact = |(line, text): &(Option<&ProfileColumn>, &str)| {
            line.is_some_and(|line| line.header == *text)
        };
        let exact = lines.filter(is_exact).count();
        let is_in_order = places.is_sorted();
        // Half of a long template to the letter and in its order is no list of a teacher's own.
        let is_cut = is_in_order && exact > CUT_MIN && exact * 2 > self.columns.len();
        let is_met = is_cut || present * 1000 >= all * usize::from(self.match_permille);
        if self.match_permille == 0 || !is_met {
            return None;
        }
        if self.whole && (exact < self.columns.len() || exact < header.len()) {
            return None;
        }
        Some(Fit {
            exact: exact.cast_signed() - (REQUIRED_WEIGHT * (all - present)).cast_signed(),
            shared,
            is_in_order,
            missing: Reverse(self.columns.len().saturating_sub(shared)),
        })
    }
}

/// A known column of a header, with the words the file has for it.
#[derive(Clone, Copy, Debug)]
pub struct HeaderWord<'a> {
    /// Which column it is.
    pub column: Column,
    /// Its header in the file.
    pub text: &'a str,
}

/// A required column that is not there speaks as loud against a profile as so many headers for it: local
/// lists take a word from here and a word from there, but seldom leave out what must be filled.
const REQUIRED_WEIGHT: usize = 3;

/// So many headers of a template have to be there at least for it to be known without its required ones.
const CUT_MIN: usize = 30;

/// How well a header fits a profile; the greater the better.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    exact: isize,
    shared: usize,
    is_in_order: bool,
    missing: Reverse<usize>,
}

#[cfg(test)]
#[path = "profile_tests.rs"]
mod tests;
