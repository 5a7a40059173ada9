//! What a run is told besides the files: the date, the stage, and the profile's parameters.

use roster_model::Stage;
use roster_standard::{Profile, Setting};
use roster_values::date::Date;

use crate::Scan;

/// The settings of a run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The date every comparison with "today" uses.
    pub today: Date,
    /// Before or after import.
    pub stage: Stage,
    /// Parameters set by the user; the profile has the defaults.
    pub parameters: Vec<(String, String)>,
    /// The listing of the folder of scans, if there is one.
    pub scans: Option<Vec<Scan>>,
}

impl Settings {
    /// The text of a parameter under a profile; empty when it is a number or not known.
    pub fn text<'s>(&'s self, profile: &'s Profile, name: &str) -> &'s str {
        match (self.set(name), profile.setting(name)) {
            (Some(set), _) => set,
            (None, Some(Setting::Text(text))) => text,
            (None, Some(Setting::Number(_)) | None) => "",
        }
    }

    /// The number of a parameter under a profile; nothing when it is a text or not known.
    pub fn number(&self, profile: &Profile, name: &str) -> Option<i64> {
        match (self.set(name), profile.setting(name)) {
            (Some(set), _) => set.parse().ok(),
            (None, Some(Setting::Number(number))) => Some(*number),
            (None, Some(Setting::Text(_)) | None) => None,
        }
    }

    /// What the user set a parameter to.
    pub fn set(&self, name: &str) -> Option<&str> {
        let set = self.parameters.iter().rev().find(|(key, _)| key == name);
        set.map(|(_, value)| value.as_str())
    }
}
