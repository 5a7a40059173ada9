//! One sheet as the bytes of a file: xlsx, CSV in UTF-8, CSV in the Chinese national encoding.
//! Deliberately without a clock: the workbook's creation date is fixed.

use std::io::Write as _;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use super::layout::{Layout, Line};
use super::person::Cell;
use super::{FileFormat, Part};

/// Every file of one part, as (name, bytes).
pub(super) fn files(part: &Part, formats: &[FileFormat]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let wants = |format| formats.contains(&format);
    let stem = &part.stem;
    let mut files = Vec::new();
    // The workbook takes as long as all the text, and neither needs the other.
    let (text, book) = std::thread::scope(|scope| {
        let needs_text = wants(FileFormat::Csv) || wants(FileFormat::Gbk);
        let text = scope.spawn(move || needs_text.then(|| csv_text(part)));
        let book = wants(FileFormat::Xlsx).then(|| workbook(part));
        (text.join(), book)
    });
    let text = text.map_err(|_| "The CSV text could not be written.".to_owned())?;
    let text = text.transpose()?.unwrap_or_default();
    if let Some(book) = book {
        files.push((format!("{stem}.xlsx"), book?));
    }
    if wants(FileFormat::Gbk) {
        let text = String::from_utf8_lossy(&text);
        let (bytes, _, _) = encoding_rs::GB18030.encode(&text);
        files.push((format!("{stem}.gbk.csv"), bytes.into_owned()));
    }
    if wants(FileFormat::Csv) {
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        bytes.extend_from_slice(&text);
        files.push((format!("{stem}.csv"), bytes));
    }
    Ok(files)
}

fn csv_text(part: &Part) -> Result<Vec<u8>, String> {
    let sentence = |error: csv::Error| format!("The CSV text could not be written: {error}.");
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::with_capacity(part.people.len() * 400));
    let width = part.layout.width();
    for line in &part.layout.lines {
        let cells = part.cells(*line);
        for at in 0..width {
            writer
                .write_field(cells.get(at).map_or("", Cell::shown))
                .map_err(sentence)?;
        }
        writer.write_record(None::<&[u8]>).map_err(sentence)?;
    }
    let mut bytes = writer
        .into_inner()
        .map_err(|error| format!("The CSV text could not be written: {error}."))?;
    bytes
        .flush()
        .map_err(|error| format!("The CSV text could not be written: {error}."))?;
    Ok(bytes)
}

fn workbook(part: &Part) -> Result<Vec<u8>, String> {
    let sentence = |error: rust_xlsxwriter::XlsxError| format!("The workbook: {error}.");
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2026, 9, 1).map_err(sentence)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    // Large rosters are made often and kept never.
    book.set_zip_compression_level(1);
    let sheet = book.add_worksheet();
    sheet.set_name("学生信息").map_err(sentence)?;
    write_sheet(sheet, part).map_err(sentence)?;
    book.save_to_buffer().map_err(sentence)
}

fn write_sheet(sheet: &mut Worksheet, part: &Part) -> Result<(), rust_xlsxwriter::XlsxError> {
    let bold = Format::new().set_bold().set_align(FormatAlign::Center);
    for (row, line) in (0_u32..).zip(&part.layout.lines) {
        let cells = part.cells(*line);
        match line {
            Line::Title(_) => {
                let last = (part.layout.width() - 1) as u16;
                let text = cells.first().map_or("", Cell::shown);
                if last == 0 {
                    sheet.write_string_with_format(row, 0, text, &bold)?;
                } else {
                    sheet.merge_range(row, 0, row, last, text, &bold)?;
                }
            }
            Line::Header => write_header(sheet, row, &part.layout, &bold)?,
            // Written with the level above it.
            Line::SubHeader => {}
            _ => write_cells(sheet, row, &cells)?,
        }
    }
    Ok(())
}

fn write_cells(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[Cell],
) -> Result<(), rust_xlsxwriter::XlsxError> {
    for (column, cell) in (0_u16..).zip(cells) {
        match cell {
            Cell::Text(text) if text.is_empty() => {}
            Cell::Text(text) => {
                sheet.write_string(row, column, text.as_ref())?;
            }
            Cell::Number(value, _) => {
                sheet.write_number(row, column, *value)?;
            }
        }
    }
    Ok(())
}

/// The header, and with two levels the merged cells that hold them together.
fn write_header(
    sheet: &mut Worksheet,
    row: u32,
    layout: &Layout,
    bold: &Format,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    let Some(sub_header) = &layout.sub_header else {
        for (column, text) in (0_u16..).zip(&layout.header) {
            sheet.write_string_with_format(row, column, text, bold)?;
        }
        return Ok(());
    };
    let mut at = 0;
    while at < layout.header.len() {
        let text = &layout.header[at];
        let column = at as u16;
        if sub_header[at].is_empty() {
            sheet.merge_range(row, column, row + 1, column, text, bold)?;
            at += 1;
            continue;
        }
        let later = &layout.header[at + 1..];
        let span = 1 + later.iter().take_while(|it| it.is_empty()).count();
        if span == 1 {
            sheet.write_string_with_format(row, column, text, bold)?;
        } else {
            sheet.merge_range(row, column, row, column + span as u16 - 1, text, bold)?;
        }
        for (below, text) in (column..).zip(&sub_header[at..at + span]) {
            sheet.write_string_with_format(row + 1, below, text, bold)?;
        }
        at += span;
    }
    Ok(())
}
