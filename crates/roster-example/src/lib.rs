//! Reads the examples on the pages of rules as tables: rows, whether the rule speaks of them, and what is said around
//! them.
//!
//! The notation is that of `tests/README.md`. Only what a reader of a page needs of it is looked at, and what is wrong
//! with an example is deliberately no business of this crate. How a table looks is for the terminal and the page.

/// The tables of one block.
#[derive(Debug, Default)]
pub struct Example<'t> {
    /// A sheet each, or a part of one.
    pub tables: Vec<Table<'t>>,
    /// Whether the rule speaks of several rows at once, so that a row without a mark may be one of them.
    pub of_groups: bool,
}

/// One table.
#[derive(Debug, Default)]
pub struct Table<'t> {
    /// What is said above it.
    pub around: Vec<Directive<'t>>,
    /// Its rows.
    pub rows: Vec<Row<'t>>,
    /// What the rule speaks of beside single rows, at most once each.
    pub wholes: Vec<Whole>,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row<'t> {
    /// What stands in it.
    pub line: Line<'t>,
    /// Whether the rule speaks of it.
    pub speaks: bool,
}

/// What stands in a row.
#[derive(Debug)]
pub enum Line<'t> {
    /// The header: the first row with cells.
    Header(Vec<&'t str>),
    /// A pupil.
    Pupil(Vec<&'t str>),
    /// A row with one cell.
    Title(&'t str),
    /// A row without anything.
    Blank,
    /// So many rows more like the one above.
    More(&'t str),
}

/// What is said of a file, a sheet or the run.
#[derive(Debug)]
pub enum Directive<'t> {
    /// A line of a profile file.
    Own(&'t str),
    /// A parameter and its value.
    Set(&'t str, &'t str),
    /// Any other, with its value or without.
    Word(&'t str, &'t str),
}

/// What a rule speaks of as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// The file.
    File,
    /// The sheet.
    Sheet,
    /// A column, by its header.
    Column,
}

/// How a cell is stored that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// As a number.
    Number,
    /// As a date.
    Date,
    /// As a truth value.
    Truth,
    /// As a formula.
    Formula,
}

/// The tables of a block; none where it has no row with cells.
pub fn read(block: &str) -> Example<'_> {
    let mut example = Example::default();
    let mut table = Table::default();
    for line in block.lines().map(str::trim) {
        let begins = line.is_empty() || line.starts_with("@ file=") || line.starts_with("@ sheet=");
        if begins && !table.rows.is_empty() {
            example.tables.push(std::mem::take(&mut table));
        }
        if let Some(cells) = line.strip_prefix('|') {
            table.push_cells(cells);
        } else if let Some(finding) = line.strip_prefix("! ") {
            let several = [" count=", " rows", " range="];
            example.of_groups |= several.iter().any(|it| finding.contains(it));
            table.speak(finding);
        } else if let Some(directive) = line.strip_prefix("@ ") {
            table.direct(directive);
        }
    }
    example.tables.push(table);
    example.tables.retain(Table::has_cells);
    example
}

/// What a cell holds, and how where it is no text. Characters nobody would see are written as escapes; readers get a
/// sign in their place.
pub fn held(cell: &str) -> (String, Option<Stored>) {
    const SIGNS: [(&str, Stored); 4] = [
        ("num:", Stored::Number),
        ("date:", Stored::Date),
        ("bool:", Stored::Truth),
        ("formula:", Stored::Formula),
    ];
    let mut signs = SIGNS.into_iter();
    let stored = signs.find_map(|(sign, stored)| Some((cell.strip_prefix(sign)?, stored)));
    // What the file has to the letter is shown so anyway.
    let cell = cell.strip_prefix("raw:").unwrap_or(cell);
    let (text, stored) = stored.map_or((cell, None), |(text, stored)| (text, Some(stored)));
    let text = text.replace("\\s", "␣");
    let mut shown = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("\\u{") {
        let Some((code, behind)) = after.split_once('}') else {
            break;
        };
        shown += before;
        shown += &format!("⟨U+{}⟩", code.to_uppercase());
        rest = behind;
    }
    (shown + rest, stored)
}

impl<'t> Table<'t> {
    fn has_cells(&self) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|it| matches!(it.line, Line::Header(_)))
    }

    fn push_cells(&mut self, line: &'t str) {
        let cells = line.strip_suffix('|').unwrap_or(line).split('|');
        let cells = cells.map(str::trim).collect();
        self.push(if self.has_cells() {
            Line::Pupil(cells)
        } else {
            Line::Header(cells)
        });
    }

    fn push(&mut self, line: Line<'t>) {
        self.rows.push(Row {
            line,
            speaks: false,
        });
    }

    /// Where a finding stands: the file, the sheet, a header or the row above.
    fn speak(&mut self, finding: &str) {
        let whole = match finding.split([' ', '=']).next() {
            Some("file") => Whole::File,
            Some("sheet") => Whole::Sheet,
            Some("column") => Whole::Column,
            _ => {
                if let Some(row) = self.rows.last_mut() {
                    row.speaks = true;
                }
                return;
            }
        };
        if !self.wholes.contains(&whole) {
            self.wholes.push(whole);
        }
    }

    /// What stands behind an `@`.
    fn direct(&mut self, directive: &'t str) {
        let pair = |text: &'t str| text.split_once('=').unwrap_or((text, ""));
        let (key, value) = pair(directive);
        if let Some(line) = directive.strip_prefix("own ") {
            self.around.push(Directive::Own(line));
        } else if let Some(name) = key.strip_prefix("set ") {
            self.around.push(Directive::Set(name, value));
        } else if key == "title" {
            self.push(Line::Title(value));
        } else if key == "blank" {
            self.push(Line::Blank);
        } else if key == "more" {
            self.push(Line::More(value));
        } else if key == "evidence" {
            // A path may have blanks in it.
            self.around.push(Directive::Word(key, value));
        } else {
            let words = directive.split(' ').map(pair);
            for (key, value) in words {
                // What a file is that is what its name says needs no words.
                if key != "real" || !self.is_called(value) {
                    self.around.push(Directive::Word(key, value));
                }
            }
        }
    }
}

impl Table<'_> {
    /// Whether the name of the file that was named last ends so.
    fn is_called(&self, extension: &str) -> bool {
        let mut around = self.around.iter().rev();
        let name = around.find_map(|it| match it {
            Directive::Word("file", name) => Some(*name),
            _ => None,
        });
        let behind = name.and_then(|it| it.rsplit_once('.'));
        behind.is_some_and(|it| it.1 == extension)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_read_as_tables() {
        let example = read(
            "@ profile=any stage=after-import\n@ set rows_max=2\n@ title=第一小学\n| 姓名 | 性别 |\n! column=name\n\
             | 王小明 | 男 |\n! name count=2\n~ name -> 王明\n@ more=15\n@ file=b.csv\n\n| 姓名 |\n",
        );
        assert!(example.of_groups);
        let [first, second] = &example.tables[..] else {
            panic!("{example:?}");
        };
        assert_eq!((first.around.len(), first.rows.len()), (3, 4));
        assert_eq!(first.wholes, [Whole::Column]);
        let spoken: Vec<bool> = first.rows.iter().map(|it| it.speaks).collect();
        assert_eq!(spoken, [false, false, true, false]);
        assert!(matches!(&first.rows[2].line, Line::Pupil(cells) if *cells == ["王小明", "男"]));
        assert!(matches!(
            second.around[..],
            [Directive::Word("file", "b.csv")]
        ));
        assert!(read("no table").tables.is_empty());
    }

    #[test]
    fn what_nobody_would_see_is_shown() {
        assert_eq!(held("王\\u{200b}\\s明"), ("王⟨U+200B⟩␣明".to_owned(), None));
        assert_eq!(held("num:1"), ("1".to_owned(), Some(Stored::Number)));
        assert_eq!(held("\\u{20"), ("\\u{20".to_owned(), None));
    }
}
