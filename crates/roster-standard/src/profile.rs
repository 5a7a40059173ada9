//! Profiles: which columns one kind of roster has, in which order and under which headers, and the
//! numbers that its school level and province may set. A rule never asks which profile it runs under.

use std::borrow::Cow;

use crate::generated::profiles;
use crate::{Column, Parameter, Setting};

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

    /// The value of a parameter unless the run says another.
    pub fn setting(&self, name: &str) -> Option<&Setting> {
        let own = self.defaults.iter().find(|it| it.0 == name);
        let common = || Parameter::by_name(name).map(|it| &it.default);
        own.map(|it| &it.1).or_else(common)
    }

    fn is_met_by(&self, columns: &[Column]) -> bool {
        let (present, all) = self.required_present(columns);
        present * 1000 >= all * usize::from(self.match_permille)
    }
}

#[cfg(test)]
mod tests {
    use super::Profile;
    use crate::{Column, Form, Parameter, Setting};

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
    fn a_default_is_a_value_its_parameter_takes() {
        for parameter in Parameter::all() {
            for profile in Profile::all() {
                let default = match profile.setting(parameter.name) {
                    Some(Setting::Text(text)) => text.to_string(),
                    Some(Setting::Number(number)) => number.to_string(),
                    None => panic!("{}", parameter.name),
                };
                let (id, name) = (&profile.id, parameter.name);
                assert!(parameter.takes(&default), "{id} {name} {default}");
            }
            if parameter.form == Form::Word {
                assert!(!parameter.allowed.is_empty(), "{}", parameter.name);
            }
        }
        let most = profile("any").setting("class_size_max");
        assert_eq!(most, Some(&Setting::Number(55)));
    }

    #[test]
    fn a_profile_may_have_its_own_defaults() {
        let rows = |id| profile(id).setting("rows_max");
        assert_eq!(rows("any"), Some(&Setting::Number(0)));
        assert_eq!(rows("xj-2013"), Some(&Setting::Number(5000)));
        for profile in Profile::all() {
            for (name, value) in profile.defaults.iter() {
                let parameter = Parameter::by_name(name).expect("a parameter");
                assert_ne!(&parameter.default, value, "{} {name}", profile.id);
            }
        }
    }
}
