//! Comma-separated text: UTF-8 with its mark, so that Excel and WPS read the Chinese in it.

use std::io;

use super::looks_like_formula;

const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes rows one by one.
pub struct CsvWriter<W: io::Write> {
    inner: csv::Writer<W>,
}

impl<W: io::Write> CsvWriter<W> {
    /// Begins with the mark of UTF-8.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(MARK)?;
        let mut builder = csv::WriterBuilder::new();
        builder.flexible(true).terminator(csv::Terminator::CRLF);
        Ok(CsvWriter {
            inner: builder.from_writer(out),
        })
    }

    /// Writes one row. A text that would become a formula gets an apostrophe before it.
    pub fn write_row<T: AsRef<str>>(&mut self, row: impl IntoIterator<Item = T>) -> io::Result<()> {
        for cell in row {
            let text = cell.as_ref();
            if looks_like_formula(text) {
                self.inner.write_field(format!("'{text}"))?;
            } else {
                self.inner.write_field(text)?;
            }
        }
        self.inner.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Hands everything on. Rows may be lost without it.
    pub fn finish(mut self) -> io::Result<()> {
        self.inner.flush()
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
