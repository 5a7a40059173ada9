//! Profiles: which columns one kind of roster has, in which order and under which headers, and the
//! numbers that its school level and province may set. A rule never asks which profile it runs under.

use std::borrow::Cow;

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

    /// The built-in profile that a header speaks for: of those whose needs it meets, the one whose
    /// words, columns and order are most nearly its own. There is always one, because `any` needs
    /// nothing.
    pub fn guess(header: &[HeaderWord<'_>]) -> &'static Profile {
        let mut best: Option<(isize, &'static Profile)> = None;
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

    /// How well a header fits, the greater the better; nothing when it does not meet the needs, or
    /// none are stated.
    fn fit(&self, header: &[HeaderWord<'_>]) -> Option<isize> {
        let mut places = Vec::new();
        let mut exact = 0;
        for word in header {
            let place = self.columns.iter().position(|it| it.column == word.column);
            if let Some(place) = place {
                places.push(place);
                exact += usize::from(self.columns[place].header == word.text);
            }
        }
        let (all, shared) = (self.columns.len(), places.len());
        let is_here = |it: &&ProfileColumn| header.iter().any(|word| word.column == it.column);
        let required = self.columns.iter().filter(|it| it.required);
        let lacking = required.clone().filter(|it| !is_here(it)).count();
        let required = required.count();
        let misplaced = shared - in_order(&places);
        let is_in_order = misplaced * ELSEWHERE_ONE_IN <= shared;
        // Half of a long template to the letter and in its order is no list of a teacher's own.
        let is_cut = is_in_order && exact > CUT_MIN && exact * 2 > all;
        let present = required - lacking;
        let is_met = is_cut || present * 1000 >= required * usize::from(self.match_permille);
        if self.match_permille == 0 || !is_met {
            return None;
        }
        // A form of which a part is missing and that has columns of other lists is one of those.
        let foreign = header.len() - shared;
        let missing = all.saturating_sub(shared) + foreign * FOREIGN;
        if self.partial && all > CUT_MIN && foreign > 0 && missing * 2 > all {
            return None;
        }
        if self.whole && (exact < all || exact < header.len()) {
            return None;
        }
        // In an order of somebody's own, which columns happen to follow each other says nothing.
        let misplaced = misplaced.min(header.len() / 4);
        let lack_weight = if is_in_order { 1 } else { 3 } * WORD;
        let against = 2 * WORD * misplaced + lack_weight * lacking + all.saturating_sub(shared);
        Some((WORD * (exact + shared)).cast_signed() - against.cast_signed())
    }
}

/// How many of these places rise from one to the next, when as few as possible are left out.
fn in_order(places: &[usize]) -> usize {
    // The lowest place with which an ascending series of each length can end.
    let mut ends: Vec<usize> = Vec::new();
    for &place in places {
        let length = ends.partition_point(|it| *it < place);
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    ends.len()
}

/// A known column of a header, with the words the file has for it.
#[derive(Clone, Copy, Debug)]
pub struct HeaderWord<'a> {
    /// Which column it is.
    pub column: Column,
    /// Its header in the file.
    pub text: &'a str,
}

/// What a header to the letter says for a profile, and a column that it has as much. A column in another
/// place says twice that against it: words are exchanged between the templates all the time, the
/// order stays. A required column that is not there says so much in a list in the order of the
/// profile, which is that template with something cut out of it, and three times that in another:
/// local lists take a word from here and a word from there, but seldom leave out what must be
/// filled. One that need not be there says least.
const WORD: usize = 4;

/// How many missing columns a column weighs that a form does not have.
const FOREIGN: usize = 8;

/// One column in this many may stand elsewhere in a list that is in the order of a profile.
const ELSEWHERE_ONE_IN: usize = 10;

/// More headers of a template than this have to be there for it to be known without its required ones.
const CUT_MIN: usize = 30;

#[cfg(test)]
#[path = "profile_tests.rs"]
mod tests;
