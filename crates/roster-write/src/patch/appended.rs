//! Sheets that are added, written row by row.

use roster_model::{Merged, cell_name, column_letters};

use super::AppendedSheet;
use super::address::block_name;
use super::markup::Malformed;
use super::relations::Dialect;
use super::row::content;
use super::styles::{CellPart, FreshLook, Styles};
use crate::text::escaped_attribute;
use crate::{COLUMNS_MAX, LINKS_MAX, WorkbookCell, looks_like_formula};
use roster_package::ArchiveWriter;

/// Where written bytes wait for each other.
const WAITING_BYTES: usize = 64 << 10;

/// Writes one sheet after the other of what was one sheet, should it be too long.
pub(super) struct Appender<'a, 'p> {
    sheet: &'a mut AppendedSheet<'p>,
    rows_max: u32,
    top_rows: Vec<Vec<WorkbookCell>>,
    /// Read and not yet written.
    next: Option<Vec<WorkbookCell>>,
}

impl<'a, 'p> Appender<'a, 'p> {
    /// Splits `sheet` over as many written sheets as needed, each of at most `rows_max` rows.
    pub(super) fn new(sheet: &'a mut AppendedSheet<'p>, rows_max: u32) -> Self {
        sheet.freeze_rows = sheet.freeze_rows.min(rows_max / 2);
        let mut appender = Appender {
            sheet,
            rows_max,
            top_rows: Vec::new(),
            next: Some(Vec::new()),
        };
        appender.pull();
        appender
    }

    /// Whether everything has been written.
    pub(super) fn is_over(&self) -> bool {
        self.next.is_none()
    }

    /// Writes a sheet, as long as one can be. Gives the cells under the filter buttons.
    pub(super) fn write(
        &mut self,
        styles: &mut Styles,
        dialect: Dialect,
        out: &mut ArchiveWriter,
    ) -> Result<Option<String>, Malformed> {
        let mut open = Open {
            bytes: crate::DECLARATION.to_vec(),
            rows: 0,
            columns: 0,
            links: Vec::new(),
        };
        open.begin(self.sheet, dialect);
        for row in &self.top_rows {
            open.row(row, styles)?;
        }
        while let Some(row) = self.next.take() {
            if open.rows >= self.rows_max {
                self.next = Some(row);
                break;
            }
            open.row(&row, styles)?;
            if open.bytes.len() > WAITING_BYTES {
                out.write(&open.bytes);
                open.bytes.clear();
            }
            if (self.top_rows.len() as u32) < self.sheet.freeze_rows {
                self.top_rows.push(row.clone());
            }
            self.next = Some(row);
            self.pull();
        }
        let filter = open.end(self.sheet);
        out.write(&open.bytes);
        Ok(filter)
    }

    /// Reads the next row into the place of the last.
    fn pull(&mut self) {
        if let Some(mut row) = self.next.take() {
            row.clear();
            self.next = (self.sheet.rows)(&mut row).then_some(row);
        }
    }
}

/// The sheet that is being written.
struct Open {
    bytes: Vec<u8>,
    rows: u32,
    columns: usize,
    /// Cell and aim of each link.
    links: Vec<(String, String)>,
}

impl Open {
    fn put(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn begin(&mut self, sheet: &AppendedSheet<'_>, dialect: Dialect) {
        let namespace = dialect.main();
        self.put(&format!(
            "<worksheet xmlns=\"{namespace}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"
        ));
        if sheet.freeze_rows > 0 {
            let below = cell_name(0, sheet.freeze_rows + 1);
            self.put(&format!(
                "<pane ySplit=\"{}\" topLeftCell=\"{below}\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>",
                sheet.freeze_rows
            ));
        }
        self.put("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
        let widths = sheet.columns_width.iter().take(COLUMNS_MAX);
        let columns: String = widths
            .zip(1..)
            .map(|(width, number)| {
                let (whole, part) = hundredths(*width);
                format!(
                    "<col min=\"{number}\" max=\"{number}\" width=\"{whole}.{part:02}\" customWidth=\"1\"/>"
                )
            })
            .collect();
        if !columns.is_empty() {
            self.put(&format!("<cols>{columns}</cols>"));
        }
        self.put("<sheetData>");
    }

    fn row(&mut self, row: &[WorkbookCell], styles: &mut Styles) -> Result<(), Malformed> {
        self.rows += 1;
        self.columns = self.columns.max(row.len().min(COLUMNS_MAX));
        self.put(&format!("<row r=\"{}\">", self.rows));
        for (cell, position) in row.iter().take(COLUMNS_MAX).zip(0..) {
            if cell.text.is_empty() && cell.mark.is_none() {
                continue;
            }
            let address = cell_name(position, self.rows);
            let link = cell.link.as_ref().filter(|_| !cell.text.is_empty());
            let link = link.filter(|_| (self.links.len() as u32) < LINKS_MAX);
            let style = styles.fresh_look(FreshLook {
                mark: cell.mark,
                part: match (cell.header, link) {
                    (true, _) => CellPart::Header,
                    (false, Some(_)) => CellPart::Link,
                    (false, None) => CellPart::Body,
                },
                is_quoted: looks_like_formula(&cell.text),
            })?;
            self.put("<c r=\"");
            self.put(&address);
            self.put("\"");
            content("", "c", style, &cell.text, &mut self.bytes);
            if let Some(link) = link {
                self.links.push((address, link.clone()));
            }
        }
        self.put("</row>");
        Ok(())
    }

    fn end(&mut self, sheet: &AppendedSheet<'_>) -> Option<String> {
        self.put("</sheetData>");
        let filter = (sheet.autofilter && self.columns > 0).then(|| Merged {
            first_row: sheet.freeze_rows.max(1),
            last_row: self.rows.max(sheet.freeze_rows).max(1),
            first_position: 0,
            last_position: (self.columns - 1) as u16,
        });
        if let Some(filter) = &filter {
            self.put(&format!("<autoFilter ref=\"{}\"/>", block_name(filter)));
        }
        if !self.links.is_empty() {
            self.put("<hyperlinks>");
            for (cell, aim) in std::mem::take(&mut self.links) {
                let aim = escaped_attribute(&aim);
                self.put(&format!("<hyperlink ref=\"{cell}\" location=\"{aim}\"/>"));
            }
            self.put("</hyperlinks>");
        }
        // Printed as wide as the paper, on as many pages as it takes.
        self.put("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>");
        filter.map(|it| {
            let first = column_letters(it.first_position);
            let last = column_letters(it.last_position);
            format!("${first}${}:${last}${}", it.first_row, it.last_row)
        })
    }
}

/// A width in whole characters and hundredths, so that every platform writes the same digits.
#[expect(clippy::cast_sign_loss, reason = "a width is at least one")]
fn hundredths(width: f64) -> (u32, u32) {
    let hundredths = (width.clamp(1.0, 255.0) * 100.0) as u32;
    (hundredths / 100, hundredths % 100)
}
