//! Which looks of a workbook show a number as a date, or with zeros before it. Nothing else of its styles
//! is read.

use std::collections::BTreeMap;
use std::io::Read;

use roster_package::xml::{Token, Tokens, XmlError};

use super::date::push_date;
use super::declared::Declared;
use super::part::Part;

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// By its digits, as far as anybody here asks.
    #[default]
    Plain,
    /// As a date or a time.
    Date,
    /// As the year and the month of a date: the day was never entered.
    Month,
    /// With zeros before it, up to this many digits.
    Zeros(u8),
}

impl Look {
    /// By the text of a format, such as `yyyy"年"m"月"` or `0000`.
    pub fn of(code: &str) -> Self {
        match (parts_shown(code), zeros(code)) {
            (0, 0 | 1) => Look::Plain,
            (0, zeros) => Look::Zeros(zeros),
            (YEAR_AND_MONTH, _) => Look::Month,
            _ => Look::Date,
        }
    }

    /// Of a format that workbooks refer to without writing it down; 27 to 36 and 50 to 58 are those of East
    /// Asia. 46 is a duration.
    pub fn built_in(id: u32) -> Self {
        match id {
            17 | 27 | 36 | 50 | 52 | 57 => Look::Month,
            14..=22 | 28..=35 | 45 | 47 | 51..=58 => Look::Date,
            _ => Look::Plain,
        }
    }

    /// Adds the date of a serial as `push_date` does, without the day that a program added to a year and a
    /// month; `false`, with nothing added, if nothing is shown as a date here.
    pub fn push_date(self, serial: f64, is_1904: bool, text: &mut String) -> bool {
        let start = text.len();
        if !matches!(self, Look::Date | Look::Month) || !push_date(serial, is_1904, text) {
            return false;
        }
        if self == Look::Month {
            leave_first_day(text, start);
        }
        true
    }

    /// The look of a formula's result: its text may have zeros of its own, so none are added.
    #[must_use]
    pub fn of_result(self) -> Self {
        match self {
            Look::Zeros(_) => Look::Plain,
            other => other,
        }
    }

    /// Adds the zeros that are shown before the digits of a number.
    pub fn pad(self, number: &mut String) {
        if let Look::Zeros(width) = self
            && !number.is_empty()
            && number.bytes().all(|it| it.is_ascii_digit())
        {
            let missing = usize::from(width).saturating_sub(number.len());
            number.insert_str(0, &ZEROS[..missing]);
        }
    }
}

/// Makes a month of a first of a month, `YYYY-MM` of `YYYY-MM-01`, which begins at `start`.
pub(crate) fn leave_first_day(text: &mut String, start: usize) {
    if text.len() == start + "2015-09-01".len() && text.ends_with("-01") {
        text.truncate(text.len() - "-01".len());
    }
}

const ZEROS: &str = "000000000000000000";

/// How many zeros a format of nothing else has; other sections and a space as wide as a sign do not count.
fn zeros(code: &str) -> u8 {
    let first = code.split(';').next().unwrap_or_default().trim();
    let first = first.strip_suffix("_)").unwrap_or(first);
    let first = first.strip_suffix('_').unwrap_or(first);
    let is_zeros = first.len() <= ZEROS.len() && first.bytes().all(|it| it == b'0');
    if is_zeros { first.len() as u8 } else { 0 }
}

/// By index of the look (`s` of a cell): how it shows a number.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    looks: Vec<Look>,
}

impl Styles {
    /// Reads the part; the second value tells whether it could be read to its end.
    pub(crate) fn read(part: &mut dyn Part) -> (Styles, bool) {
        let mut tokens = Tokens::new(Declared::new(part));
        let mut styles = Styles::default();
        let read = styles.take(&mut tokens);
        let is_whole = read.is_ok() && tokens.depth() == 0;
        (styles, is_whole && tokens.source().source.is_intact())
    }

    /// How a look shows a number.
    pub(crate) fn look(&self, style: u32) -> Look {
        self.looks.get(style as usize).copied().unwrap_or_default()
    }

    fn take(&mut self, tokens: &mut Tokens<impl Read>) -> Result<(), XmlError> {
        let mut own: BTreeMap<u32, Look> = BTreeMap::new();
        let mut is_inside = false;
        while let Some(token) = tokens.next()? {
            match token {
                Token::Start(tag) => match tag.local() {
                    b"numFmt" => {
                        let id = tag
                            .attribute("numFmtId")
                            .and_then(roster_package::xml::Value::number);
                        let code = tag.attribute("formatCode");
                        if let (Some(id), Some(code)) = (id, code) {
                            own.insert(id, Look::of(&code.text()));
                        }
                    }
                    b"cellXfs" => is_inside = !tag.is_closed(),
                    b"xf" if is_inside => {
                        let id = tag
                            .attribute("numFmtId")
                            .and_then(roster_package::xml::Value::number);
                        let id = id.unwrap_or(0);
                        let look = own.get(&id).copied();
                        self.looks.push(look.unwrap_or_else(|| Look::built_in(id)));
                    }
                    _ => {}
                },
                Token::End(tag) if tag.local() == b"cellXfs" => is_inside = false,
                _ => {}
            }
        }
        Ok(())
    }
}

const YEAR: u8 = 1;
const MONTH: u8 = 2;
const YEAR_AND_MONTH: u8 = YEAR | MONTH;
/// A day, or a part of a time.
const MORE: u8 = 4;

/// Which parts of a date or a time the first section of a number format has letters of. A duration,
/// `[h]:mm`, has none: it is a number of hours.
fn parts_shown(code: &str) -> u8 {
    let mut parts = 0;
    let mut characters = code.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            // The next character stands for itself, or for a space as wide as itself.
            '\\' | '_' | '*' => {
                characters.next();
            }
            '"' => {
                characters.by_ref().find(|&it| it == '"');
            }
            '[' => {
                let inside: String = characters.by_ref().take_while(|&it| it != ']').collect();
                let inside = inside.to_ascii_lowercase();
                if ["h", "m", "s"].iter().any(|it| {
                    !inside.is_empty() && inside.trim_matches(it.as_bytes()[0] as char).is_empty()
                }) {
                    return 0;
                }
            }
            ';' => break,
            'e' | 'E' if matches!(characters.peek(), Some('+' | '-')) => {}
            // The last is the year of an era.
            'y' | 'Y' | 'e' => parts |= YEAR,
            'm' | 'M' => parts |= MONTH,
            'd' | 'D' | 'h' | 'H' | 's' | 'S' => parts |= MORE,
            // The word General, which may stand beside spaces and other signs.
            'g' | 'G'
                if characters
                    .clone()
                    .take(6)
                    .map(|it| it.to_ascii_lowercase())
                    .eq("eneral".chars()) =>
            {
                characters.nth(5);
            }
            _ => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_before_a_number() {
        for (code, seen) in [
            ("0000", "0501"),
            ("000000;@", "000501"),
            ("0000_ ", "0501"),
            ("00000_);[Red]\\(0\\)", "00501"),
            ("00", "501"),
            ("0", "501"),
            ("General", "501"),
            ("\"0\"000", "501"),
            ("#000", "501"),
            ("0000.0", "501"),
            ("00\\-00", "501"),
            ("", "501"),
        ] {
            let mut number = "501".to_owned();
            Look::of(code).pad(&mut number);
            assert_eq!(number, seen, "{code}");
        }
        let mut number = "-5".to_owned();
        Look::of("0000").pad(&mut number);
        assert_eq!(number, "-5");
    }

    #[test]
    fn formats_without_a_day() {
        for code in [
            "yyyy\"年\"m\"月\"",
            "[$-804]yyyy\"年\"m\"月\";@",
            "mmm-yy",
            "yyyy\\-mm",
            "yyyy.mm",
        ] {
            assert_eq!(Look::of(code), Look::Month, "{code}");
        }
        for code in [
            "yyyy/m/d",
            "m\"月\"d\"日\"",
            "yyyy",
            "h:mm",
            "yyyy-mm-dd hh:mm",
        ] {
            assert_eq!(Look::of(code), Look::Date, "{code}");
        }
        let text = |look: Look, serial| {
            let mut text = String::new();
            assert!(look.push_date(serial, false, &mut text));
            text
        };
        assert_eq!(text(Look::Month, 42_248.0), "2015-09");
        // A day that somebody entered is kept, whatever is shown of it.
        assert_eq!(text(Look::Month, 42_249.0), "2015-09-02");
        assert_eq!(text(Look::Date, 42_248.0), "2015-09-01");
    }

    #[test]
    fn formats_of_dates() {
        for code in [
            "yyyy/m/d",
            "yyyy\"年\"m\"月\"d\"日\"",
            "[$-804]yyyy\"年\"m\"月\";@",
            "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "h:mm AM/PM",
            "mmm-yy",
            "YYYY-MM-DD",
            "e\"年\"m\"月\"",
        ] {
            assert!(parts_shown(code) > 0, "{code}");
        }
        for code in [
            "General",
            "General_)",
            "[Red]general\\ ",
            "0.00",
            "@",
            "0000",
            "0.00E+00",
            "#,##0\"ms\"",
            "[Red]0;[h]",
            "[h]:mm:ss",
            "[mm]:ss",
            "0\\d",
            "0_d",
            "0;yyyy",
            "\"学号\"0",
            "[$¥-804]#,##0.00",
            "",
        ] {
            assert_eq!(parts_shown(code), 0, "{code}");
        }
    }
}
