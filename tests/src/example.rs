//! The notation of the examples: tables of pupils with the findings expected under each line.
//!
//! `tests/README.md` describes it. Only the notation is understood here; `example_check` runs it.

use std::collections::BTreeMap;

/// Files, settings and expectations of one block.
#[derive(Debug, Default)]
pub(crate) struct Example {
    pub(crate) settings: BTreeMap<String, String>,
    pub(crate) parameters: BTreeMap<String, String>,
    /// A profile file, but for its id.
    pub(crate) own: String,
    pub(crate) files: Vec<ExampleFile>,
    pub(crate) groups: Vec<ExpectedGroup>,
    /// Paths of a folder of scans; one with `!` behind it is not what its extension says.
    pub(crate) scans: Vec<String>,
}

/// One file of an example.
#[derive(Debug)]
pub(crate) struct ExampleFile {
    pub(crate) name: String,
    pub(crate) real: String,
    /// What it is for, where that is said.
    pub(crate) role: Option<String>,
    pub(crate) sheets: Vec<ExampleSheet>,
    pub(crate) expected: Vec<Expected>,
}

/// One sheet of an example.
#[derive(Debug, Default)]
pub(crate) struct ExampleSheet {
    pub(crate) name: Option<String>,
    pub(crate) lines: Vec<Vec<String>>,
    pub(crate) is_hidden: bool,
    /// A filter on the first column hides the hidden rows.
    pub(crate) is_filtered: bool,
    /// Row numbers, from 1.
    pub(crate) hidden_rows: Vec<u32>,
    /// Positions, from 0.
    pub(crate) hidden_columns: Vec<u16>,
    /// First and last cell of merged blocks, as row number and position.
    pub(crate) merged: Vec<[(u32, u16); 2]>,
    /// Formatted rows without content behind the last one.
    pub(crate) phantom_rows: u32,
}

/// A finding that must be there.
#[derive(Debug)]
pub(crate) struct Expected {
    /// Its rule, in blocks that speak of all of them.
    pub(crate) rule: Option<String>,
    /// Name of its sheet in the example, by position.
    pub(crate) sheet: usize,
    /// Row number in the file.
    pub(crate) row: u32,
    /// `file`, `sheet`, `row`, `column`, or the key of a column for a cell.
    pub(crate) target: String,
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) fixes: Vec<(&'static str, String)>,
}

/// A group of duplicates that must be there.
#[derive(Debug)]
pub(crate) struct ExpectedGroup {
    pub(crate) case: String,
    pub(crate) verdict: String,
    /// File, row number and handling.
    pub(crate) members: Vec<(String, u32, String)>,
}

impl Example {
    /// Understands a block; what is wrong with it otherwise.
    pub(crate) fn parse(block: &str) -> Result<Self, String> {
        let mut example = Example::default();
        for line in block.lines().map(str::trim).filter(|it| !it.is_empty()) {
            example.take(line).map_err(|it| format!("{it}: {line}"))?;
        }
        Ok(example)
    }

    fn take(&mut self, line: &str) -> Result<(), String> {
        let end = line.chars().next().map_or(0, char::len_utf8);
        let (mark, rest) = line.split_at(end);
        match mark {
            "@" => self.setting(rest.trim()),
            "|" => {
                self.sheet().lines.push(cells(line)?);
                Ok(())
            }
            "!" => self.expect(rest.trim()),
            "~" => self.expect_fix(rest),
            "=" => self.expect_group(rest.trim()),
            _ => Err("a line begins with @ | ! ~ or =".to_owned()),
        }
    }

    fn setting(&mut self, text: &str) -> Result<(), String> {
        if text == "blank" {
            self.sheet().lines.push(Vec::new());
            return Ok(());
        }
        if let Some(line) = text.strip_prefix("own ") {
            self.own += line;
            self.own.push('\n');
            return Ok(());
        }
        if let Some(parameter) = text.strip_prefix("set ") {
            let (name, value) = parameter.split_once('=').ok_or("set NAME=VALUE")?;
            self.parameters.insert(name.to_owned(), value.to_owned());
            return Ok(());
        }
        for word in text.split_whitespace() {
            let (name, value) = word.split_once('=').unwrap_or((word, ""));
            match name {
                "hidden" => self.sheet().is_hidden = true,
                "filter" => self.sheet().is_filtered = true,
                "hidden-rows" => self.sheet().hidden_rows = row_numbers(value)?,
                "hidden-columns" => {
                    let positions = value.split(',').map(|it| Ok(address(&format!("{it}1"))?.1));
                    self.sheet().hidden_columns = positions.collect::<Result<_, String>>()?;
                }
                "merge" => {
                    let (first, last) = value.split_once(':').ok_or("merge=A2:A5")?;
                    self.sheet().merged.push([address(first)?, address(last)?]);
                }
                "phantom-rows" => {
                    self.sheet().phantom_rows = value.parse().map_err(|_| "a number of rows")?;
                }
                "more" => self.repeat(value.parse().map_err(|_| "a number of rows")?),
                "evidence" => self.scans.push(value.to_owned()),
                "file" => self.files.push(ExampleFile::new(value)),
                "real" => value.clone_into(&mut self.file().real),
                "role" => self.file().role = Some(value.to_owned()),
                "sheet" => self.next_sheet(value),
                "title" => self.sheet().lines.push(vec![value.to_owned()]),
                "today" | "stage" | "profile" => {
                    self.settings.insert(name.to_owned(), value.to_owned());
                }
                _ => return Err(format!("unknown setting {name}")),
            }
        }
        Ok(())
    }

    /// So many more lines like the last one, with another character for each `#` in it.
    fn repeat(&mut self, times: u32) {
        let lines = &mut self.sheet().lines;
        let Some(last) = lines.pop() else { return };
        for number in 0..=times {
            let c = char::from_u32(0x4E00 + number * 3)
                .unwrap_or('#')
                .to_string();
            lines.push(last.iter().map(|cell| cell.replace('#', &c)).collect());
        }
    }

    fn expect(&mut self, text: &str) -> Result<(), String> {
        let mut words = words(text).into_iter().peekable();
        let rule = words.next_if(|it| is_code(it));
        let target = words.next().ok_or("a target after !")?;
        let mut facts = Vec::new();
        for word in words {
            let (name, value) = word.split_once('=').ok_or("NAME=VALUE")?;
            facts.push((name.to_owned(), unescape(value)?));
        }
        let file = self.file();
        let sheet = file.sheets.len().saturating_sub(1);
        let row = file.sheets.last().map_or(0, |it| it.lines.len() as u32);
        file.expected.push(Expected {
            rule,
            sheet,
            row,
            target,
            facts,
            fixes: Vec::new(),
        });
        Ok(())
    }

    fn expect_fix(&mut self, text: &str) -> Result<(), String> {
        let (trust, text) = match text.as_bytes().first() {
            Some(b'?') => ("review", &text[1..]),
            Some(b'!') => ("hint", &text[1..]),
            _ => ("safe", text),
        };
        let (_, to) = text.split_once("->").ok_or("~ COLUMN -> TEXT")?;
        let to = unescape(to.trim())?;
        let expected = self
            .file()
            .expected
            .last_mut()
            .ok_or("a fix follows a finding")?;
        expected.fixes.push((trust, to));
        Ok(())
    }

    /// `CASE VERDICT ROW:HANDLING …`, with `FILE#` before the row where there are several files.
    fn expect_group(&mut self, text: &str) -> Result<(), String> {
        let mut words = text.split_whitespace();
        let (Some(case), Some(verdict)) = (words.next(), words.next()) else {
            return Err("= CASE VERDICT ROW:HANDLING …".to_owned());
        };
        let first = self.file().name.clone();
        let members = words.map(|word| {
            let (place, handling) = word.rsplit_once(':').ok_or("ROW:HANDLING")?;
            let (file, row) = place.rsplit_once('#').unwrap_or((&first, place));
            let row = row.parse().map_err(|_| "a row is a number")?;
            Ok((file.to_owned(), row, handling.to_owned()))
        });
        let members = members.collect::<Result<Vec<_>, String>>()?;
        let (case, verdict) = (case.to_owned(), verdict.to_owned());
        self.groups.push(ExpectedGroup {
            case,
            verdict,
            members,
        });
        Ok(())
    }

    fn file(&mut self) -> &mut ExampleFile {
        if self.files.is_empty() {
            self.files.push(ExampleFile::new("花名册.xlsx"));
        }
        let last = self.files.len() - 1;
        &mut self.files[last]
    }

    fn sheet(&mut self) -> &mut ExampleSheet {
        let file = self.file();
        if file.sheets.is_empty() {
            file.sheets.push(ExampleSheet::default());
        }
        let last = file.sheets.len() - 1;
        &mut file.sheets[last]
    }

    fn next_sheet(&mut self, name: &str) {
        let sheet = ExampleSheet {
            name: Some(name.to_owned()),
            ..ExampleSheet::default()
        };
        self.file().sheets.push(sheet);
    }
}

impl ExampleFile {
    fn new(name: &str) -> Self {
        let (name, real) = (name.to_owned(), "xlsx".to_owned());
        ExampleFile {
            name,
            real,
            role: None,
            sheets: Vec::new(),
            expected: Vec::new(),
        }
    }
}

/// The cells of a `| a | b |` line.
fn cells(line: &str) -> Result<Vec<String>, String> {
    let inner = line.strip_prefix('|').and_then(|it| it.strip_suffix('|'));
    let inner = inner.ok_or("a row ends with |")?.replace("\\|", "\\p");
    inner.split('|').map(|it| unescape(it.trim())).collect()
}

/// `3-5,9`.
fn row_numbers(text: &str) -> Result<Vec<u32>, String> {
    let mut rows = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let number = |it: &str| it.parse::<u32>().map_err(|_| format!("no row: {it}"));
        rows.extend(number(first)?..=number(last)?);
    }
    Ok(rows)
}

/// `B12` as row number and position.
fn address(text: &str) -> Result<(u32, u16), String> {
    let digits = text.find(|it: char| it.is_ascii_digit());
    let (letters, row) = text.split_at(digits.ok_or("an address")?);
    let letter = |number: u16, it: u8| number * 26 + u16::from(it - b'A') + 1;
    let number = letters.bytes().fold(0, letter);
    let row = row.parse().map_err(|_| "an address ends with a number")?;
    Ok((
        row,
        number
            .checked_sub(1)
            .ok_or("an address begins with letters")?,
    ))
}

/// `R` and four digits.
fn is_code(word: &str) -> bool {
    let digits = word.strip_prefix('R').unwrap_or_default();
    digits.len() == 4 && digits.bytes().all(|it| it.is_ascii_digit())
}

/// Words separated by spaces; a part in double quotes keeps its spaces.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().expect("there is one").push(other),
        }
    }
    words.retain(|it| !it.is_empty());
    words
}

/// `\s \t \n \p \\ \u{200B}`.
fn unescape(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        if character != '\\' {
            out.push(character);
            continue;
        }
        match rest.next() {
            Some('s') => out.push(' '),
            Some('t') => out.push('\t'),
            Some('n') => out.push('\n'),
            Some('p') => out.push('|'),
            Some('\\') => out.push('\\'),
            Some('u') => {
                let code: String = rest.by_ref().skip(1).take_while(|&it| it != '}').collect();
                let code = u32::from_str_radix(&code, 16).map_err(|it| it.to_string())?;
                out.push(char::from_u32(code).ok_or("no such character")?);
            }
            _ => return Err("unknown escape".to_owned()),
        }
    }
    Ok(out)
}
