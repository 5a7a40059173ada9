//! What a profile file says, as a tree in which every value knows its place in the file. TOML and
//! JSON become the same tree; nothing is understood here yet.

use roster_model::Said;

/// A place in a file, both from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) line: u32,
    pub(crate) column: u32,
}

/// A value and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) at: At,
    pub(crate) value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Table(Table),
    List(Vec<Node>),
    Text(String),
    Whole(i64),
    /// A number with a fraction or an exponent, as it was written.
    Decimal(String),
    Flag(bool),
}

/// Keys with their values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Table {
    pub(crate) entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) at: At,
    pub(crate) node: Node,
}

/// What is wrong with a file: one sentence and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) at: At,
    pub(crate) said: Said,
}

impl Wrong {
    pub(crate) fn new(at: At, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Wrong {
            at,
            said: Said::new(zh, en),
        }
    }
}

impl Value {
    /// What it is called when something else was expected.
    pub(crate) fn name(&self) -> (&'static str, &'static str) {
        match self {
            Value::Table(_) => ("一组键和值", "a table of keys and values"),
            Value::List(_) => ("一个列表", "a list"),
            Value::Text(_) => ("一段文字", "a text"),
            Value::Whole(_) => ("一个整数", "a whole number"),
            Value::Decimal(_) => ("一个小数", "a decimal number"),
            Value::Flag(_) => ("true 或 false", "true or false"),
        }
    }
}

impl Table {
    pub(crate) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|it| it.key == key)
    }
}

/// Reads characters one by one and knows where it is.
pub(crate) struct Cursor<'t> {
    rest: std::str::Chars<'t>,
    pub(crate) at: At,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Cursor {
            rest: text.chars(),
            at: At { line: 1, column: 1 },
        }
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    pub(crate) fn starts_with(&self, text: &str) -> bool {
        self.rest.as_str().starts_with(text)
    }

    pub(crate) fn next(&mut self) -> Option<char> {
        let character = self.rest.next()?;
        if character == '\n' {
            self.at = At {
                line: self.at.line + 1,
                column: 1,
            };
        } else {
            self.at.column += 1;
        }
        Some(character)
    }

    pub(crate) fn take(&mut self, character: char) -> bool {
        let is_there = self.peek() == Some(character);
        if is_there {
            self.next();
        }
        is_there
    }

    pub(crate) fn take_text(&mut self, text: &str) -> bool {
        let is_there = self.starts_with(text);
        if is_there {
            for _ in text.chars() {
                self.next();
            }
        }
        is_there
    }

    pub(crate) fn take_while(&mut self, is_taken: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(character) = self.peek().filter(|it| is_taken(*it)) {
            taken.push(character);
            self.next();
        }
        taken
    }

    /// The sentence for a character that cannot stand here.
    pub(crate) fn unexpected(&self, zh: &str, en: &str) -> Wrong {
        let (here_zh, here_en) = match self.peek() {
            None => ("文件到此结束".to_owned(), "the file ends".to_owned()),
            Some('\n') => ("这一行到此结束".to_owned(), "the line ends".to_owned()),
            Some(it) => (format!("这里是“{it}”"), format!("there is \"{it}\"")),
        };
        Wrong::new(
            self.at,
            format!("{here_zh}，应当写{zh}"),
            format!("{here_en} where {en} is expected"),
        )
    }
}

/// Numbers larger or smaller than this many places are none that a profile can mean.
const EXPONENT_MAX: i16 = 300;

/// Whether a text is a decimal number with digits on both sides of its point.
pub(crate) fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (text, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent),
        None => (unsigned, "0"),
    };
    let has_digits = |it: &str| it.bytes().next().is_some_and(|it| it.is_ascii_digit());
    let is_good = match text.split_once('.') {
        Some((before, behind)) => {
            before.bytes().last().is_some_and(|it| it.is_ascii_digit()) && has_digits(behind)
        }
        None => true,
    };
    let mut digits = text.bytes().filter(|&it| it != b'.');
    is_good
        && text.bytes().filter(|&it| it == b'.').count() <= 1
        && !text.is_empty()
        && digits.all(|it| it.is_ascii_digit())
        && exponent
            .parse::<i16>()
            .is_ok_and(|it| it.abs() <= EXPONENT_MAX)
}

/// Brackets in brackets, in either form.
pub(crate) const DEPTH_MAX: usize = 64;

pub(crate) fn too_deep(at: At) -> Wrong {
    Wrong::new(at, "括号套得太深", "too many brackets in brackets")
}

pub(crate) fn twice(at: At, key: &str) -> Wrong {
    Wrong::new(
        at,
        format!("“{key}”写了两次，请删去一个"),
        format!("\"{key}\" is there twice; delete one"),
    )
}

/// The character of a code point written as `\u` and four, or `\U` and eight, hexadecimal digits.
pub(crate) fn code_point(cursor: &mut Cursor<'_>, digits: usize) -> Option<u32> {
    let mut number = 0;
    for _ in 0..digits {
        number = number * 16 + cursor.peek()?.to_digit(16)?;
        cursor.next();
    }
    Some(number)
}
