//! Comma-separated text: UTF-8 with its mark, so that Excel and WPS read the Chinese in it.

use std::io;

use crate::looks_like_formula;

const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Bytes that wait until it is worth handing them on.
const WAITING_BYTES: usize = 8 << 10;

/// Writes rows one by one.
pub struct CsvWriter<W: io::Write> {
    out: W,
    waiting: String,
    guarded: u64,
}

impl<W: io::Write> CsvWriter<W> {
    /// Begins with the mark of UTF-8.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(MARK)?;
        Ok(Self::further(out))
    }

    /// Goes on behind rows that are written already.
    pub fn further(out: W) -> Self {
        CsvWriter {
            out,
            waiting: String::new(),
            guarded: 0,
        }
    }

    /// How many texts got an apostrophe.
    pub fn guarded(&self) -> u64 {
        self.guarded
    }

    /// Writes one row. A text that would become a formula gets an apostrophe before it.
    pub fn write_row<T: AsRef<str>>(&mut self, row: impl IntoIterator<Item = T>) -> io::Result<()> {
        let start = self.waiting.len();
        for (at, cell) in row.into_iter().enumerate() {
            if at > 0 {
                self.waiting.push(',');
            }
            let text = cell.as_ref();
            self.guarded += u64::from(looks_like_formula(text));
            push_cell(text, &mut self.waiting);
        }
        // A blank line would be no row.
        if self.waiting.len() == start {
            self.waiting.push_str("\"\"");
        }
        self.waiting.push_str("\r\n");
        if self.waiting.len() >= WAITING_BYTES {
            self.hand_on()?;
        }
        Ok(())
    }

    /// Hands everything on. Rows may be lost without it.
    pub fn finish(mut self) -> io::Result<()> {
        self.hand_on()?;
        self.out.flush()
    }

    fn hand_on(&mut self) -> io::Result<()> {
        self.out.write_all(self.waiting.as_bytes())?;
        self.waiting.clear();
        Ok(())
    }
}

fn push_cell(text: &str, line: &mut String) {
    let has_marks = text.contains([',', '"', '\r', '\n']);
    if has_marks {
        line.push('"');
    }
    if looks_like_formula(text) {
        line.push('\'');
    }
    for (at, part) in text.split('"').enumerate() {
        line.push_str(if at > 0 { "\"\"" } else { "" });
        line.push_str(part);
    }
    if has_marks {
        line.push('"');
    }
}

/// All rows at once.
pub fn write_csv<R, T>(rows: impl IntoIterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator<Item = T>,
    T: AsRef<str>,
{
    let mut bytes = Vec::new();
    let written = CsvWriter::new(&mut bytes).and_then(|mut writer| {
        rows.into_iter().try_for_each(|row| writer.write_row(row))?;
        writer.finish()
    });
    debug_assert!(written.is_ok(), "writing to memory does not fail");
    bytes
}
