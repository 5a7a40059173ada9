//! Which looks of a workbook show a number as a date. Nothing else of its styles is read.

use std::collections::BTreeMap;
use std::io::Read;

use roster_package::xml::{Token, Tokens, XmlError};

use super::declared::Declared;
use super::part::Part;

/// By index of the look (`s` of a cell): whether it shows a number as a date.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    is_date: Vec<bool>,
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

    /// Whether a look shows a number as a date.
    pub(crate) fn is_date(&self, style: u32) -> bool {
        self.is_date.get(style as usize).copied().unwrap_or(false)
    }

    fn take(&mut self, tokens: &mut Tokens<impl Read>) -> Result<(), XmlError> {
        let mut own: BTreeMap<u32, bool> = BTreeMap::new();
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
                            own.insert(id, shows_date(&code.text()));
                        }
                    }
                    b"cellXfs" => is_inside = !tag.is_closed(),
                    b"xf" if is_inside => {
                        let id = tag
                            .attribute("numFmtId")
                            .and_then(roster_package::xml::Value::number);
                        let id = id.unwrap_or(0);
                        let is_date = own.get(&id).copied();
                        self.is_date
                            .push(is_date.unwrap_or_else(|| is_built_in_date(id)));
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
pub fn is_built_in_date(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45 | 47 | 50..=58)
}

/// Whether the first section of a number format has a letter of a date or a time in it. A
/// duration, `[h]:mm`, has not: it is a number of hours.
pub fn shows_date(code: &str) -> bool {
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
