//! What a profile file demands of its columns, and whether a text meets it. Which rows do not is
//! the business of `demand_walk`.

use roster_model::{Level, Said};
use roster_standard::{AnyColumn, LocalKind, Profile, header};
use roster_values::date::{read_date, read_month};
use roster_values::pattern::Pattern;

/// One demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The column.
    pub column: AnyColumn,
    /// What is demanded.
    pub what: What,
    /// The level at which it is told that it is not met.
    pub level: Level,
    /// Whether the file itself says the level.
    pub has_level: bool,
    /// The hint of the file for the person who corrects the cell; empty when it has none.
    pub hint: Said,
}

/// What is demanded. Blank cells meet everything but `Filled`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// One of these texts.
    List(Vec<String>),
    /// A text made up so.
    Pattern(Pattern),
    /// A text that can be read so.
    Kind(LocalKind),
    /// A value between two others, both included.
    Range {
        /// How it is measured.
        measure: Measure,
        /// The least, with the text the file has for it.
        least: Option<Bound>,
        /// The most.
        most: Option<Bound>,
    },
    /// A value that stands so to another cell of the row.
    Compare {
        /// How.
        sign: Sign,
        /// The other cell.
        with: AnyColumn,
        /// How both are read.
        kind: LocalKind,
    },
    /// Something.
    Filled(Option<When>),
    /// A text no other row has.
    Once,
}

/// The kinds of demands, each with its own rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemandKind {
    /// `What::List`.
    List,
    /// `What::Pattern` and `What::Kind`.
    Form,
    /// `What::Range`.
    Range,
    /// `What::Compare`.
    Compare,
    /// `What::Filled`.
    Filled,
    /// `What::Once`.
    Once,
}

/// How a value is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// By itself, read as this kind.
    Value(LocalKind),
    /// By the number of its characters.
    Length,
}

/// An end of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// As the file has it.
    pub text: String,
    /// As it is compared.
    pub value: i128,
}

/// How two values of a row stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Equal.
    Equal,
    /// Not equal.
    Different,
    /// Less.
    Less,
    /// Less or equal.
    AtMost,
    /// Greater.
    Greater,
    /// Greater or equal.
    AtLeast,
}

/// A condition on another cell of the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The other cell.
    pub column: AnyColumn,
    /// Its texts under which the demand holds; any text when there are none.
    pub is: Vec<String>,
}

/// Billionths: enough for every number of a roster, and exact.
const DECIMALS: usize = 9;

impl What {
    /// Which rule tells of it.
    pub fn kind(&self) -> DemandKind {
        match self {
            What::List(_) => DemandKind::List,
            What::Pattern(_) | What::Kind(_) => DemandKind::Form,
            What::Range { .. } => DemandKind::Range,
            What::Compare { .. } => DemandKind::Compare,
            What::Filled(_) => DemandKind::Filled,
            What::Once => DemandKind::Once,
        }
    }

    /// Whether a text that is not blank meets a demand that looks at one cell alone.
    pub(crate) fn is_met_by(&self, text: &str) -> bool {
        let text = text.trim();
        match self {
            What::List(texts) => texts.iter().any(|it| it == text),
            What::Pattern(pattern) => pattern.fits(text),
            What::Kind(kind) => value(*kind, text).is_some(),
            What::Range {
                measure,
                least,
                most,
            } => {
                let Some(value) = measure.of(text) else {
                    // That it cannot be read is told by itself.
                    return true;
                };
                least.as_ref().is_none_or(|it| value >= it.value)
                    && most.as_ref().is_none_or(|it| value <= it.value)
            }
            What::Compare { .. } | What::Filled(_) | What::Once => true,
        }
    }
}

impl Measure {
    /// A text as it is compared.
    pub fn of(self, text: &str) -> Option<i128> {
        match self {
            Measure::Value(kind) => value(kind, text),
            Measure::Length => i128::try_from(text.chars().count()).ok(),
        }
    }
}

impl Sign {
    /// All of them.
    pub const ALL: [Sign; 6] = [
        Sign::Equal,
        Sign::Different,
        Sign::Less,
        Sign::AtMost,
        Sign::Greater,
        Sign::AtLeast,
    ];

    /// The sign of a profile file.
    pub fn key(self) -> &'static str {
        match self {
            Sign::Equal => "=",
            Sign::Different => "!=",
            Sign::Less => "<",
            Sign::AtMost => "<=",
            Sign::Greater => ">",
            Sign::AtLeast => ">=",
        }
    }

    /// How it is said of the first value and the second, which are of this kind.
    pub(crate) fn said(self, kind: LocalKind) -> (&'static str, &'static str) {
        let is_time = matches!(kind, LocalKind::Date | LocalKind::Month);
        match (self, is_time) {
            (Sign::Equal, _) => ("等于", "equal to"),
            (Sign::Different, _) => ("不同于", "different from"),
            (Sign::Less, true) => ("早于", "earlier than"),
            (Sign::AtMost, true) => ("不晚于", "not later than"),
            (Sign::Greater, true) => ("晚于", "later than"),
            (Sign::AtLeast, true) => ("不早于", "not earlier than"),
            (Sign::Less, false) => ("小于", "less than"),
            (Sign::AtMost, false) => ("不大于", "at most"),
            (Sign::Greater, false) => ("大于", "greater than"),
            (Sign::AtLeast, false) => ("不小于", "at least"),
        }
    }

    pub(crate) fn holds<T: Ord>(self, left: &T, right: &T) -> bool {
        match self {
            Sign::Equal => left == right,
            Sign::Different => left != right,
            Sign::Less => left < right,
            Sign::AtMost => left <= right,
            Sign::Greater => left > right,
            Sign::AtLeast => left >= right,
        }
    }
}

/// A text as it is compared with others of its kind; nothing when it is none of that kind, or when
/// texts are not compared by value.
pub(crate) fn value(kind: LocalKind, text: &str) -> Option<i128> {
    match kind {
        LocalKind::Text => None,
        LocalKind::Number => decimal(text.trim()),
        LocalKind::Date => read_date(text).date().map(|it| i128::from(it.days())),
        LocalKind::Month => {
            let month = read_month(text).month()?;
            Some(i128::from(month.year()) * 12 + i128::from(month.month()))
        }
    }
}

/// How the cells of a column are read where they are compared.
pub fn kind_of(column: AnyColumn, profile: &Profile) -> LocalKind {
    use roster_standard::Kind;
    match column {
        AnyColumn::Local(index) => profile.locals[usize::from(index)].kind,
        AnyColumn::Known(known) => match known.info().kind {
            Kind::Date => LocalKind::Date,
            Kind::Month => LocalKind::Month,
            Kind::Number => LocalKind::Number,
            _ => LocalKind::Text,
        },
    }
}

/// The header under which a column is told of.
pub(crate) fn title(column: AnyColumn, profile: &Profile) -> (&str, &str) {
    match column {
        AnyColumn::Known(known) => (known.info().zh, known.info().en),
        AnyColumn::Local(index) => {
            let header = &*profile.locals[usize::from(index)].header;
            (header, header)
        }
    }
}

/// The text of a list that a text means when width, case and white space are set aside.
pub(crate) fn meant<'l>(list: &'l [String], text: &str) -> Option<&'l str> {
    let key = header::key(text);
    let mut same = list.iter().filter(|it| header::key(it) == key);
    let found = same.next()?;
    same.next().is_none().then_some(found)
}

/// A decimal number in billionths.
fn decimal(text: &str) -> Option<i128> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let is_good = !whole.is_empty()
        && whole.len() <= 18
        && fraction.len() <= DECIMALS
        && is_number(whole)
        && is_number(fraction);
    if !is_good {
        return None;
    }
    let padded = format!("{whole}{fraction:0<DECIMALS$}");
    padded.parse::<i128>().ok().map(|it| it * sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_days_and_months_are_compared_by_value() {
        let number = |text| value(LocalKind::Number, text);
        assert_eq!(number("1.5"), number("1.50"));
        assert!(number("-2") < number("1") && number("9") < number("10"));
        assert_eq!(number("1,5"), None);
        assert_eq!(number(""), None);
        let day = |text| value(LocalKind::Date, text);
        assert_eq!(day("20260901"), day("2026-09-01"));
        assert!(day("20260831") < day("20260901"));
        assert_eq!(day("20260231"), None);
        let month = |text| value(LocalKind::Month, text);
        assert!(month("202512") < month("202601"));
        assert_eq!(value(LocalKind::Text, "5"), None);
    }
}
