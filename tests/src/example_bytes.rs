//! The bytes of the files of an example: workbooks, text, and files that are no table at all.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use crate::example::{ExampleFile, ExampleSheet};

/// The bytes of a file of an example.
pub(crate) fn bytes(file: &ExampleFile) -> Vec<u8> {
    let first = file.sheets.first();
    match file.real.as_str() {
        "xlsx" => workbook(&file.sheets),
        "csv" => text(first, ",").into_bytes(),
        "tsv" => text(first, "\t").into_bytes(),
        "gbk-csv" => encoding_rs::GB18030
            .encode(&text(first, ","))
            .0
            .into_owned(),
        "png" => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
        "pdf" => b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(),
        "empty" => Vec::new(),
        "junk" => (0..600_u32)
            .map(|it| (it * 7919 % 251) as u8)
            .chain([0; 64])
            .collect(),
        "encrypted" => encrypted(),
        other => panic!("unknown kind of file {other}"),
    }
}

fn text(sheet: Option<&ExampleSheet>, delimiter: &str) -> String {
    let quoted = |cell: &String| {
        if cell.contains([',', '\t', '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let line = |cells: &Vec<String>| {
        let cells: Vec<String> = cells.iter().map(quoted).collect();
        cells.join(delimiter) + "\r\n"
    };
    sheet
        .into_iter()
        .flat_map(|it| &it.lines)
        .map(line)
        .collect()
}

fn workbook(sheets: &[ExampleSheet]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        if let Some(name) = &sheet.name {
            worksheet.set_name(name).expect("a sheet name");
        }
        for (row, cells) in sheet.lines.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                write_cell(worksheet, row as u32, column as u16, cell);
            }
        }
    }
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn write_cell(worksheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let written = if let Some(number) = cell.strip_prefix("num:") {
        worksheet.write_number(row, column, number.parse::<f64>().expect("a number"))
    } else if let Some(date) = cell.strip_prefix("date:") {
        let date = ExcelDateTime::parse_from_str(date).expect("a date");
        worksheet.write_with_format(
            row,
            column,
            &date,
            &Format::new().set_num_format("yyyy/m/d"),
        )
    } else if let Some(boolean) = cell.strip_prefix("bool:") {
        worksheet.write_boolean(row, column, boolean == "true")
    } else if cell.is_empty() {
        return;
    } else {
        worksheet.write_string(row, column, cell)
    };
    written.expect("a cell");
}

/// The smallest compound file that says it holds an encrypted workbook.
fn encrypted() -> Vec<u8> {
    let mut bytes = vec![0; 512 * 4];
    bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes[1024..1024 + name.len()].copy_from_slice(&name);
    bytes
}
