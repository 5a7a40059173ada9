//! Text files: comma, tab, semicolon or bar between the fields, in any encoding clerks have.
//!
//! Text without a delimiter is still a sheet, of one column and without a header; only bytes that
//! are no text at all are refused.

use roster_model::{Failure, FileTraits, Format, Sheet};
use roster_standard::header::{Header, find};
use roster_text::{Block, Decision, Encoding, RowError, Rows, decide};

use crate::build::SheetBuilder;
use crate::{OwnHeaders, ReadFile, ReadOptions, failure};

/// Rows in which a delimiter has to show itself.
const ROWS_SAMPLED: usize = 16;
/// Bytes in which they are looked for.
const BYTES_SAMPLED: usize = 1 << 20;
/// Fields of a row that are looked at for words of a header.
const FIELDS_SAMPLED: usize = 512;
/// A longer field is no word of a header.
const WORD_BYTES_MAX: usize = 256;
/// What may stand between fields; of equally likely ones the first.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// How a text file is written: what writing back into it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// Encoding and mark.
    pub decision: Decision,
    /// What stands between the fields.
    pub delimiter: u8,
}

/// The dialect a text file is read in; `None` if the bytes are no text.
pub fn dialect(bytes: &[u8], options: &ReadOptions) -> Option<Dialect> {
    let mut decision = decide(bytes, options.encoding)?;
    let delimiter = options
        .delimiter
        .unwrap_or_else(|| delimiter(bytes, &decision, &options.own_headers));
    decision.mark_bytes += declaration_bytes(bytes, &decision, delimiter);
    Some(Dialect {
        decision,
        delimiter,
    })
}

/// Reads a text file.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions, visit: &mut dyn FnMut(u64)) -> ReadFile {
    let Some(dialect) = dialect(bytes, options) else {
        return ReadFile::failed(Format::Unknown, failure::junk());
    };
    if options.is_skipped("") {
        let mut read = dialect.read_file();
        read.skipped.push(String::new());
        return read;
    }
    dialect.read_sheet(read_rows(bytes, &dialect, options, visit))
}

impl Dialect {
    /// A file in this dialect with its sheet, or why there is none.
    pub(crate) fn read_sheet(&self, sheet: Result<Sheet, Failure>) -> ReadFile {
        let mut read = self.read_file();
        match sheet {
            Ok(sheet) => read.sheets.push(sheet),
            Err(failure) => read.failure = Some(failure),
        }
        read
    }

    fn read_file(&self) -> ReadFile {
        ReadFile {
            format: if self.delimiter == b'\t' {
                Format::Tsv
            } else {
                Format::Csv
            },
            encoding: Some(self.decision.encoding.name()),
            traits: FileTraits {
                encoding_guessed: self.decision.is_guessed,
                ..FileTraits::default()
            },
            failure: None,
            sheets: Vec::new(),
            skipped: Vec::new(),
        }
    }
}

fn read_rows(
    bytes: &[u8],
    dialect: &Dialect,
    options: &ReadOptions,
    visit: &mut dyn FnMut(u64),
) -> Result<Sheet, Failure> {
    let rows = Rows::new(bytes, &dialect.decision, dialect.delimiter);
    let mut builder = SheetBuilder::new("", options);
    let take = |block: &Block<'_>, taken| {
        builder.push_block(block)?;
        visit(taken);
        Ok(())
    };
    let unclosed_quotes = rows.each_block(take, no_table)?;
    finish(builder, unclosed_quotes)
}

/// The sheet of all rows.
pub(crate) fn finish(builder: SheetBuilder, unclosed_quotes: Vec<u32>) -> Result<Sheet, Failure> {
    let mut sheet = builder.finish()?;
    sheet.unclosed_quotes = unclosed_quotes;
    Ok(sheet)
}

pub(crate) fn no_table(error: RowError) -> Failure {
    match error {
        RowError::TooLong(number) => failure::endless_row(number),
        RowError::TooManyFields(_) => failure::too_many_columns(),
    }
}

/// The delimiter that the file names, or the one under which most headers are known words; of
/// equals, the one that splits most.
fn delimiter(bytes: &[u8], decision: &Decision, own: &OwnHeaders) -> u8 {
    let bytes = &bytes[..bytes.len().min(BYTES_SAMPLED)];
    let mut best = (DELIMITERS[0], (0, 0));
    let mut scratch = String::new();
    for delimiter in DELIMITERS {
        let mut rows = Rows::new(bytes, decision, delimiter);
        let mut block = Block::default();
        let (mut known_most, mut splits, mut seen) = (0, 0, 0);
        while seen < ROWS_SAMPLED && rows.next_block(&mut block) == Ok(true) {
            for index in 0..block.len().min(ROWS_SAMPLED - seen) {
                let row = block.row(index);
                splits += row.len() - 1;
                let known = (0..row.len().min(FIELDS_SAMPLED)).filter(|&position| {
                    let text = row.text(position, &mut scratch);
                    text.len() < WORD_BYTES_MAX
                        && (matches!(find(text), Header::Column(_)) || own.find(text).is_some())
                });
                known_most = known_most.max(known.count());
                if seen + index == 0 && row.len() == 2 && names_delimiter(row.text(0, &mut scratch))
                {
                    return delimiter;
                }
            }
            seen += block.len();
        }
        if (known_most, splits) > best.1 {
            best = (delimiter, (known_most, splits));
        }
    }
    best.0
}

/// Bytes of a first line `sep=;`. A spreadsheet program takes it in and shows no row of it.
fn declaration_bytes(bytes: &[u8], decision: &Decision, delimiter: u8) -> usize {
    let width = match decision.encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => 2,
        _ => 1,
    };
    let head = bytes[decision.mark_bytes..].iter().take(7 * width);
    // The other half of a wide character.
    let head: Vec<u8> = head.copied().filter(|it| width == 1 || *it != 0).collect();
    let Some((word, rest)) = head.split_at_checked(4) else {
        return 0;
    };
    let end = match rest {
        [mark, b'\r', b'\n'] if *mark == delimiter => 7,
        [mark, b'\r' | b'\n', ..] if *mark == delimiter => 6,
        _ => return 0,
    };
    if word.eq_ignore_ascii_case(b"sep=") {
        end * width
    } else {
        0
    }
}

/// Whether the first field of a file is what stands before the delimiter in `sep=;`, by which
/// spreadsheet programs are told it.
fn names_delimiter(text: &str) -> bool {
    text.eq_ignore_ascii_case("sep=")
}
