//! One cell: its stored value, or the text a person sees.

use roster_files::{Look, NO_RESULT};
use roster_model::CellKind;
use roster_package::xml::{Tag, Token};

use super::{Source, repeated};
use crate::failure;
use crate::number::write_number;
use crate::read::Broken;

/// Longest text of a cell, in bytes: four times what a spreadsheet program takes.
const TEXT_BYTES_MAX: usize = 4 * 32_767;
/// Spaces of one element, so that a number cannot ask for any amount of memory.
const SPACES_MAX: u32 = 1024;

/// What the tag of a cell says of its value.
#[derive(Default)]
pub(super) struct Content {
    kind: Option<ValueKind>,
    value: Option<String>,
    is_formula: bool,
    is_error: bool,
    /// The cell has a look of its own.
    pub(super) is_formatted: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ValueKind {
    Number,
    Date,
    Time,
    Boolean,
    Text,
}

impl Content {
    pub(super) fn of(tag: &Tag<'_>) -> Self {
        let mut content = Content::default();
        for attribute in tag.attributes() {
            let text = || attribute.value.text().into_owned();
            match attribute.name {
                b"office:value-type" => {
                    content.kind = match text().as_str() {
                        "float" | "percentage" | "currency" => Some(ValueKind::Number),
                        "date" => Some(ValueKind::Date),
                        "time" => Some(ValueKind::Time),
                        "boolean" => Some(ValueKind::Boolean),
                        "string" => Some(ValueKind::Text),
                        _ => None,
                    };
                }
                b"calcext:value-type" => content.is_error = text() == "error",
                b"office:value"
                | b"office:date-value"
                | b"office:time-value"
                | b"office:boolean-value"
                | b"office:string-value" => {
                    content.value = Some(text());
                }
                b"table:formula" => content.is_formula = true,
                b"table:style-name" => content.is_formatted = true,
                _ => {}
            }
        }
        content
    }

    /// The text of the cell; `shown` is what stands in it.
    fn settle(self, shown: String) -> (String, CellKind) {
        if self.is_error && !shown.is_empty() {
            return (shown, CellKind::Error);
        }
        // A formula that gives an empty text has a value of that type; this one was never worked out.
        if self.is_formula && self.kind.is_none() && shown.is_empty() {
            return (NO_RESULT.to_owned(), CellKind::Formula);
        }
        let (text, kind) = match (self.kind, self.value) {
            // The zeros before the digits are of the format alone.
            (Some(ValueKind::Number), Some(value))
                if !self.is_formula
                    && shown.len() > value.len()
                    && shown.bytes().all(|it| it.is_ascii_digit())
                    && shown.trim_start_matches('0') == value.trim_start_matches('0') =>
            {
                (shown, CellKind::Number)
            }
            (Some(ValueKind::Number), Some(value)) => number(value),
            // A year and a month were entered, and a program added the day.
            (Some(ValueKind::Date), Some(value))
                if value.len() == "2015-09-01".len()
                    && value.ends_with("-01")
                    && (shown.ends_with('月') || value.strip_suffix("-01") == Some(&shown)) =>
            {
                (value[.."2015-09".len()].to_owned(), CellKind::Date)
            }
            (Some(ValueKind::Date), Some(value)) => (date(&value), CellKind::Date),
            (Some(ValueKind::Time), Some(value)) => match days(&value) {
                Some(days) => number(days.to_string()),
                None => (shown, CellKind::Text),
            },
            (Some(ValueKind::Boolean), Some(value)) => {
                (value.to_ascii_uppercase(), CellKind::Boolean)
            }
            (Some(ValueKind::Text), Some(value)) if !value.is_empty() => (value, CellKind::Text),
            _ => (shown, CellKind::Text),
        };
        if self.is_formula {
            (text, CellKind::Formula)
        } else {
            (text, kind)
        }
    }
}

/// Reads to the end of the cell.
pub(super) fn read_cell(
    content: Content,
    is_closed: bool,
    tokens: &mut Source<'_>,
) -> Result<(String, CellKind), Broken> {
    if is_closed {
        return Ok(content.settle(String::new()));
    }
    let mut shown = Shown::default();
    let depth = tokens.depth();
    loop {
        let Some(token) = tokens.next()? else {
            return Err(Broken(failure::damaged()));
        };
        let is_end = matches!(token, Token::End(_));
        match token {
            Token::Start(tag) => match tag.local() {
                b"p" | b"h" => shown.start_line(),
                b"s" => shown.spaces(repeated(&tag, b"text:c")),
                b"tab" => shown.push("\t"),
                b"line-break" => shown.push("\n"),
                b"span" | b"a" | b"ruby" | b"ruby-base" => {}
                // Notes, drawings, readings above the line.
                _ if !tag.is_closed() => tokens.skip_element()?,
                _ => {}
            },
            Token::Text(text) if shown.lines > 0 => shown.collapse(&text.text()),
            _ => {}
        }
        if is_end && tokens.depth() < depth {
            break;
        }
    }
    Ok(content.settle(shown.text))
}

/// The text a person sees in a cell.
#[derive(Default)]
struct Shown {
    text: String,
    lines: u32,
    /// White space that comes now is none.
    is_after_space: bool,
}

impl Shown {
    fn start_line(&mut self) {
        if self.lines > 0 {
            self.push("\n");
        }
        self.lines += 1;
        self.is_after_space = true;
    }

    /// White space between tags counts as one space.
    fn collapse(&mut self, text: &str) {
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if is_space && !self.is_after_space {
                self.push(" ");
            } else if !is_space {
                let mut bytes = [0; 4];
                self.push(c.encode_utf8(&mut bytes));
            }
            self.is_after_space = is_space;
        }
    }

    fn spaces(&mut self, count: u32) {
        for _ in 0..count.min(SPACES_MAX) {
            self.push(" ");
        }
        self.is_after_space = false;
    }

    fn push(&mut self, text: &str) {
        if self.text.len() + text.len() <= TEXT_BYTES_MAX {
            self.text.push_str(text);
        }
        self.is_after_space = false;
    }
}

/// Digits stay as they stand; what has an exponent is written out.
fn number(value: String) -> (String, CellKind) {
    let digits = value.strip_prefix('-').unwrap_or(&value);
    if !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit()) {
        return (value, CellKind::Number);
    }
    match value.parse::<f64>() {
        Ok(number) if number.is_finite() => {
            let mut text = String::new();
            let kind = write_number(number, Look::Plain, false, &mut text);
            (text, kind)
        }
        _ => (value, CellKind::Text),
    }
}

/// `2015-09-01T12:00:00` as `2015-09-01 12:00:00`; midnight is no time.
fn date(value: &str) -> String {
    let (day, time) = value.split_once('T').unwrap_or((value, ""));
    let time = time.split(['.', 'Z']).next().unwrap_or_default();
    if time.is_empty() || time == "00:00:00" {
        day.to_owned()
    } else {
        format!("{day} {time}")
    }
}

/// `PT12H30M00S` as a part of a day, the way other programs store it.
fn days(value: &str) -> Option<f64> {
    let mut seconds = 0.0;
    let mut rest = value.strip_prefix("PT")?;
    while !rest.is_empty() {
        let end = rest.find(['H', 'M', 'S'])?;
        let count: f64 = rest[..end].replace(',', ".").parse().ok()?;
        seconds += count
            * match rest.as_bytes()[end] {
                b'H' => 3600.0,
                b'M' => 60.0,
                _ => 1.0,
            };
        rest = &rest[end + 1..];
    }
    Some(seconds / 86_400.0)
}
