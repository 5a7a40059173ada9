//! The roster of pairs as a file: comma-separated, or a workbook with text in every cell.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::Made;
use super::pupil::Pupil;
use crate::roster::FileFormat;
use crate::roster::columns::COLUMNS;
use crate::roster::person::GRADES;

const KEYS: [&str; 16] = [
    "school_code",
    "name",
    "sex",
    "birth_date",
    "id_type",
    "id_number",
    "student_number",
    "grade",
    "class_code",
    "former_name",
    "address",
    "phone",
    "member1_name",
    "member1_relation",
    "member1_phone",
    "member1_guardian",
];
const CLASS_SIZE: usize = 45;

pub(super) fn file(made: &Made, format: FileFormat) -> Result<Vec<u8>, String> {
    if format == FileFormat::Xlsx {
        return workbook(made).map_err(|error| format!("The workbook: {error}."));
    }
    let text = csv_text(made).map_err(|error| format!("The text: {error}."))?;
    if format == FileFormat::Gbk {
        let text = String::from_utf8_lossy(&text);
        return Ok(encoding_rs::GB18030.encode(&text).0.into_owned());
    }
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend_from_slice(&text);
    Ok(bytes)
}

/// The template's header texts.
fn header() -> impl Iterator<Item = &'static str> {
    let of_key = |key: &&str| {
        COLUMNS
            .iter()
            .find(|it| it.key == *key)
            .map_or("", |it| it.header)
    };
    KEYS.iter().map(of_key)
}

fn cells(made: &Made, at: usize, pupil: &Pupil) -> [String; KEYS.len()] {
    let first = made
        .pupils
        .partition_point(|it| (it.school, it.grade) < (pupil.school, pupil.grade));
    let class = (at - first) / CLASS_SIZE + 1;
    let fields: [&str; KEYS.len()] = [
        &made.schools[pupil.school].code,
        &pupil.name,
        if pupil.male { "男" } else { "女" },
        &pupil.birth.to_string(),
        if pupil.id_number.is_empty() {
            "其他"
        } else {
            "居民身份证"
        },
        &pupil.id_number,
        &pupil.student_number,
        GRADES[(pupil.grade - 1) as usize],
        &format!("{}{class:03}", 2027 - pupil.grade),
        &pupil.former_name,
        &pupil.address,
        &pupil.phone,
        &pupil.guardian,
        "父亲",
        &pupil.phone,
        "是",
    ];
    fields.map(str::to_owned)
}

fn csv_text(made: &Made) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::with_capacity(made.pupils.len() * 250));
    writer.write_record(header())?;
    for (at, pupil) in made.pupils.iter().enumerate() {
        writer.write_record(cells(made, at, pupil))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

fn workbook(made: &Made) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2026, 9, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    book.set_zip_compression_level(1);
    let sheet = book.add_worksheet();
    for (column, text) in (0_u16..).zip(header()) {
        sheet.write_string(0, column, text)?;
    }
    for (at, pupil) in made.pupils.iter().enumerate() {
        for (column, text) in (0_u16..).zip(cells(made, at, pupil)) {
            if !text.is_empty() {
                sheet.write_string(at as u32 + 1, column, text)?;
            }
        }
    }
    book.save_to_buffer()
}
