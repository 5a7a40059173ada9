//! Profiles: which columns one kind of roster has, in which order and under which headers, and the
//! numbers that its school level and province may set. A rule never asks which profile it runs under.

use std::borrow::Cow;

use crate::Column;
use crate::generated::profiles;

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
    /// Whether columns may be absent. What is there is still checked in full.
    pub partial: bool,
    /// The columns in the order of the template.
    pub columns: Cow<'static, [ProfileColumn]>,
    /// What may be set for one run.
    pub parameters: Cow<'static, [Parameter]>,
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

/// Something a profile sets and one run may set otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name, in snake case.
    pub name: Cow<'static, str>,
    /// The value unless another is set.
    pub default: Setting,
    /// The texts it may be; empty for a number.
    pub allowed: &'static [&'static str],
    /// What it means, in Chinese.
    pub zh: Cow<'static, str>,
    /// What it means, in English.
    pub en: Cow<'static, str>,
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A whole number.
    Number(i64),
    /// A text, one of those allowed.
    Text(Cow<'static, str>),
}

impl Profile {
    /// Every built-in profile, in the order of the ids.
    pub fn all() -> &'static [&'static Profile] {
        profiles::ALL
    }

    /// The built-in profile with this name.
    pub fn by_id(id: &str) -> Option<&'static Profile> {
        Self::all().iter().copied().find(|it| it.id == id)
    }

    /// The built-in profile that a header with these columns speaks for: the one that needs most of
    /// a header among those whose needs are met. There is always one, because `any` needs nothing.
    pub fn guess(columns: &[Column]) -> &'static Profile {
        let mut best = &profiles::ANY;
        for &profile in Self::all() {
            if profile.is_met_by(columns) && profile.match_permille > best.match_permille {
                best = profile;
            }
        }
        best
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

    /// The parameter with this name.
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|it| it.name == name)
    }

    fn is_met_by(&self, columns: &[Column]) -> bool {
        let (present, all) = self.required_present(columns);
        present * 1000 >= all * usize::from(self.match_permille)
    }
}

#[cfg(test)]
mod tests {
    use super::{Profile, Setting};
    use crate::Column;

    fn profile(id: &str) -> &'static Profile {
        Profile::by_id(id).expect("the profile is in data/profiles")
    }

    #[test]
    fn the_template_of_2013_has_71_columns() {
        let template = profile("xj-2013");
        assert_eq!(template.columns.len(), 71);
        assert_eq!(template.columns[0].column, Column::SchoolCode);
        assert_eq!(template.columns[15].column, Column::ClassCode);
        assert_eq!(template.columns[46].column, Column::Member1Name);
        assert_eq!(template.columns[70].column, Column::MigrantChild);
        assert_eq!(template.columns.iter().filter(|it| it.required).count(), 30);
        assert!(!template.partial);
        assert!(template.column(Column::StudentNumber).is_none());
    }

    #[test]
    fn a_profile_has_each_column_once() {
        for profile in Profile::all() {
            let mut columns: Vec<Column> = profile.columns.iter().map(|it| it.column).collect();
            columns.sort();
            columns.dedup();
            assert_eq!(columns.len(), profile.columns.len(), "{}", profile.id);
        }
        assert_eq!(profile("any").columns.len(), Column::COUNT);
    }

    #[test]
    fn a_header_of_a_profile_is_found_as_its_column() {
        for profile in Profile::all() {
            for line in profile.columns.iter() {
                let found = crate::header::find(&line.header);
                assert_eq!(found, crate::header::Header::Column(line.column));
            }
        }
    }

    #[test]
    fn the_template_is_guessed_from_four_fifths_of_its_required_columns() {
        let required: Vec<Column> = profile("xj-2013")
            .columns
            .iter()
            .filter(|it| it.required)
            .map(|it| it.column)
            .collect();
        assert_eq!(Profile::guess(&required[..24]).id, "xj-2013");
        assert_eq!(Profile::guess(&required[..23]).id, "any");
        assert_eq!(Profile::guess(&[]).id, "any");
        assert_eq!(profile("any").required_present(&[Column::Name]), (1, 30));
    }

    #[test]
    fn a_default_is_one_of_the_texts_allowed() {
        for profile in Profile::all() {
            for parameter in profile.parameters.iter() {
                match &parameter.default {
                    Setting::Text(text) => assert!(parameter.allowed.contains(&text.as_ref())),
                    Setting::Number(_) => assert!(parameter.allowed.is_empty()),
                }
            }
        }
        let most = profile("any").parameter("class_size_max");
        assert_eq!(most.map(|it| &it.default), Some(&Setting::Number(55)));
    }
}
