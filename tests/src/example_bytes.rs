//! The bytes of the files of an example: workbooks, text, and files that are no table at all.

use roster_package::{Archive, ArchiveWriter};
use rust_xlsxwriter::{ExcelDateTime, FilterCondition, Format, Formula, Workbook, Worksheet};

use crate::example::{ExampleFile, ExampleSheet};

/// The bytes of a file of an example.
pub(crate) fn bytes(file: &ExampleFile) -> Vec<u8> {
    let first = file.sheets.first();
    match file.real.as_str() {
        "xlsx" if has_no_result(file) => with_parts(&workbook(&file.sheets), no_result, &[]),
        "xlsx" => workbook(&file.sheets),
        "xlsx-1904" => with_parts(&workbook(&file.sheets), date_1904, &[]),
        "xlsm" => with_parts(
            &workbook(&file.sheets),
            macro_enabled,
            &[("xl/vbaProject.bin", b"no macros, only their place")],
        ),
        "html" => html(first).into_bytes(),
        "mhtml" => mhtml(html(first).as_bytes(), "utf-8"),
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
        if let Some(raw) = cell.strip_prefix("raw:") {
            raw.to_owned()
        } else if cell.contains([',', '\t', '"', '\n']) {
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

/// A page with one table, as systems export it.
fn html(sheet: Option<&ExampleSheet>) -> String {
    let mut page =
        String::from("<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">\r\n");
    for cells in sheet.into_iter().flat_map(|it| &it.lines) {
        page.push_str("<tr>");
        for cell in cells {
            let cell = cell.replace('&', "&amp;").replace('<', "&lt;");
            page.push_str(&format!("<td>{cell}</td>"));
        }
        page.push_str("</tr>\r\n");
    }
    page + "</table></body></html>"
}

/// The page as a single file web page, with its text in base64.
pub(crate) fn mhtml(page: &[u8], charset: &str) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut file = format!(
        "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n\
        Content-Type: multipart/related; boundary=\"----=_NextPart_01\"\r\n\r\n\
        ------=_NextPart_01\r\nContent-Location: file:///C:/roster.htm\r\n\
        Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset=\"{charset}\"\r\n\r\n"
    );
    let mut page = page.to_vec();
    // White space at the end of a page means nothing, and so nothing needs padding.
    while !page.len().is_multiple_of(3) {
        page.push(b' ');
    }
    for (number, three) in page.chunks(3).enumerate() {
        if number % 19 == 18 {
            file.push_str("\r\n");
        }
        let bits = three.iter().fold(0, |sum, &it| sum << 8 | usize::from(it));
        file.extend(
            (0..4)
                .rev()
                .map(|it| LETTERS[bits >> (6 * it) & 63] as char),
        );
    }
    (file + "\r\n------=_NextPart_01--\r\n").into_bytes()
}

/// The result of a formula that is taken out again.
const NO_RESULT: &str = "0.123454321";

fn has_no_result(file: &ExampleFile) -> bool {
    let cells = file.sheets.iter().flat_map(|it| it.lines.iter().flatten());
    cells.into_iter().any(|it| it == "formula:")
}

fn no_result(name: &str, text: String) -> String {
    if name.starts_with("xl/worksheets/") {
        text.replace(&format!("<v>{NO_RESULT}</v>"), "")
    } else {
        text
    }
}

/// The workbook with every part changed as `change` says, and with further parts.
fn with_parts(
    workbook: &[u8],
    change: fn(&str, String) -> String,
    further: &[(&str, &[u8])],
) -> Vec<u8> {
    let archive = Archive::open(workbook).expect("a package");
    let mut writer = ArchiveWriter::new();
    for entry in archive.entries() {
        let bytes = archive.read(entry, 1 << 24).expect("a part");
        let changed = match String::from_utf8(bytes) {
            Ok(text) => change(entry.name(), text).into_bytes(),
            Err(other) => other.into_bytes(),
        };
        writer.add(entry.name(), &changed);
    }
    for (name, bytes) in further {
        writer.add(name, bytes);
    }
    writer.finish()
}

/// Only the setting: the serials stay, so the dates are 1462 days later.
fn date_1904(name: &str, text: String) -> String {
    if name != "xl/workbook.xml" {
        return text;
    }
    text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
}

fn macro_enabled(name: &str, text: String) -> String {
    match name {
        "[Content_Types].xml" => {
            let plain =
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
            let enabled = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
            let binary =
                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>";
            text.replace(plain, enabled)
                .replacen("<Default ", &format!("{binary}<Default "), 1)
        }
        "xl/_rels/workbook.xml.rels" => {
            let kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject";
            let relation =
                format!("<Relationship Id=\"vba\" Type=\"{kind}\" Target=\"vbaProject.bin\"/>");
            text.replace("</Relationships>", &format!("{relation}</Relationships>"))
        }
        _ => text,
    }
}

fn workbook(sheets: &[ExampleSheet]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        if let Some(name) = &sheet.name {
            worksheet.set_name(name).expect("a sheet name");
        }
        if sheet.is_hidden {
            worksheet.set_hidden(true);
        }
        for [first, last] in &sheet.merged {
            let blank = Format::new();
            worksheet
                .merge_range(first.0 - 1, first.1, last.0 - 1, last.1, "", &blank)
                .expect("a block");
        }
        for (row, cells) in sheet.lines.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                write_cell(worksheet, row as u32, column as u16, cell);
            }
        }
        hide(worksheet, sheet);
        let end = sheet.lines.len() as u32;
        let bold = Format::new().set_bold();
        for row in end..end + sheet.phantom_rows {
            worksheet.write_blank(row, 0, &bold).expect("a blank cell");
        }
    }
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// Hides rows and columns; a filter lets only the other rows through.
fn hide(worksheet: &mut Worksheet, sheet: &ExampleSheet) {
    if sheet.is_filtered {
        let last = sheet.lines.len() as u32 - 1;
        worksheet.autofilter(0, 0, last, 0).expect("a filter");
        let shown = (2..).zip(&sheet.lines[1..]);
        let shown = shown.filter(|(row, _)| !sheet.hidden_rows.contains(row));
        let condition = shown.fold(FilterCondition::new(), |condition, (_, cells)| {
            condition.add_list_filter(cells[0].as_str())
        });
        worksheet.filter_column(0, &condition).expect("a condition");
    }
    for row in &sheet.hidden_rows {
        worksheet.set_row_hidden(row - 1).expect("a row");
    }
    for position in &sheet.hidden_columns {
        worksheet.set_column_hidden(*position).expect("a column");
    }
}

fn write_cell(worksheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let written = if let Some(number) = cell.strip_prefix("num:") {
        // Zeros in front are of the format.
        let zeros = number.strip_prefix('0').filter(|it| !it.is_empty());
        let is_whole = number.bytes().all(|it| it.is_ascii_digit());
        let value = number.parse::<f64>().expect("a number");
        match zeros.filter(|_| is_whole) {
            Some(_) => {
                let shown = Format::new().set_num_format("0".repeat(number.len()));
                worksheet.write_number_with_format(row, column, value, &shown)
            }
            None => worksheet.write_number(row, column, value),
        }
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
    } else if let Some(result) = cell.strip_prefix("formula:") {
        let result = if result.is_empty() { NO_RESULT } else { result };
        let formula = Formula::new("=TRIM(\"\")").set_result(result);
        worksheet.write_formula(row, column, formula)
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
