//! Which looks of a workbook show a number as a date, or with zeros before it. Nothing else of its styles
//! is read.

use std::collections::BTreeMap;
use std::io::Read;

use roster_package::xml::{Token, Tokens, XmlError};

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
    /// With zeros before it, up to so many digits.
    Zeros(u8),
}

impl Look {
    /// By the text of a format, such as `yyyy"年"m"月"` or `0000`.
    pub fn of(code: &str) -> Self {
        match zeros(code) {
            _ if shows_date(code) => Look::Date,
            0 | 1 => Look::Plain,
            zeros => Look::Zeros(zeros),
        }
    }

    /// Of a format that workbooks refer to without writing it down.
    pub fn built_in(id: u32) -> Self {
        if is_built_in_date(id) {
            Look::Date
        } else {
            Look::Plain
        }
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

/// Formats that workbooks refer to without writing them down; 27 to 36 and 50 to 58 are those of
/// East Asia. 46 is a duration.
fn is_built_in_date(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45 | 47 | 50..=58)
}

/// Whether the first section of a number format has a letter of a date or a time in it. A
/// duration, `[h]:mm`, has not: it is a number of hours.
fn shows_date(code: &str) -> bool {
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
                    return false;
                }
            }
            ';' => return false,
            'e' | 'E' if matches!(characters.peek(), Some('+' | '-')) => {}
            // The last is the year of an era.
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' | 'e' => return true,
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
    false
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
            assert!(shows_date(code), "{code}");
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
            assert!(!shows_date(code), "{code}");
        }
    }
}
