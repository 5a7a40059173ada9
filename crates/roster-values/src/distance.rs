//! Distances in kilometres, as they stand in a cell: `1.5`, `1.5公里`, `800米`.
//!
//! Lengths only, in whole metres, so that they compare exactly. Which distance is likely for a pupil is
//! for the rules to say.

use crate::text::{is_placeholder, tidy_code};

/// What the text of a distance cell means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Distance {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// A number and nothing else: kilometres, here in metres.
    Plain(u64),
    /// A number with its unit behind it, here in metres.
    WithUnit {
        /// The length.
        metres: u64,
        /// Whether the unit was the metre.
        in_metres: bool,
    },
    /// A number with a minus before it.
    Negative,
    /// No number.
    Unreadable,
}

impl Distance {
    /// The length in metres, where there is one.
    pub const fn metres(self) -> Option<u64> {
        match self {
            Self::Plain(metres) | Self::WithUnit { metres, .. } => Some(metres),
            _ => None,
        }
    }
}

/// Reads the text of a distance cell. White space, invisible characters and full width do not matter.
pub fn read_distance(text: &str) -> Distance {
    let tidy = tidy_code(text);
    if tidy.is_empty() {
        return Distance::Blank;
    }
    if let Some(metres) = thousandths(&tidy) {
        return Distance::Plain(metres);
    }
    if is_placeholder(&tidy) {
        return Distance::Placeholder;
    }
    if let Some(rest) = tidy.strip_prefix(['-', '−', '–']) {
        return thousandths(rest).map_or(Distance::Unreadable, |_| Distance::Negative);
    }
    let lower = tidy.to_ascii_lowercase();
    let unit = |names: &[&str]| names.iter().find_map(|it| lower.strip_suffix(it));
    if let Some(number) = unit(&["公里", "千米", "km"]) {
        let metres = thousandths(number);
        return metres.map_or(Distance::Unreadable, |metres| Distance::WithUnit {
            metres,
            in_metres: false,
        });
    }
    if let Some(number) = unit(&["米", "m"]) {
        let metres = thousandths(number).map(|it| it / 1000);
        return metres.map_or(Distance::Unreadable, |metres| Distance::WithUnit {
            metres,
            in_metres: true,
        });
    }
    Distance::Unreadable
}

/// A decimal number of up to nine digits before the point, in thousandths; what is finer is left out.
fn thousandths(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |it: &str| it.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || !digits(whole) || !digits(part) {
        return None;
    }
    if part.is_empty() && text.ends_with('.') {
        return None;
    }
    let whole: u64 = whole.parse().ok()?;
    let mut thousandths = whole * 1000;
    for (digit, worth) in part.bytes().zip([100, 10, 1]) {
        thousandths += u64::from(digit - b'0') * worth;
    }
    Some(thousandths)
}

/// Metres as a decimal number of kilometres, without needless zeros: `1.5`.
pub fn kilometres(metres: u64) -> String {
    let (whole, part) = (metres / 1000, metres % 1000);
    if part == 0 {
        return whole.to_string();
    }
    let decimals = format!("{part:03}");
    format!("{whole}.{}", decimals.trim_end_matches('0'))
}
