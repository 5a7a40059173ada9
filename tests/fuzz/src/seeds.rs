//! What the fuzzing of each target begins with: small, and made here.

use roster_files::RawWriter;
use roster_model::{CellKind, Format, Level, Merged, Visibility};
use roster_write::{Choice, Paper, PlanRange, PlanWriter, Print, Strictness, WorkbookCell};

use super::foreign::{self, EXCEL_97, XLSB};
use super::workbook::{PARTS, with_part};

/// The seeds of a target, by its name.
pub fn seeds(name: &str) -> Vec<Vec<u8>> {
    let texts = |texts: &[&[u8]]| texts.iter().map(|it| it.to_vec()).collect();
    match name {
        "package" => vec![with_part(0, PARTS[0].1.as_bytes()), stored()],
        "workbook" | "patch" => parts(),
        "scanned" => [parts(), vec![scanned()]].concat(),
        "text" => texts(&[
            "\u{3f}姓名,性别\r\n王小明,男\r\n\"李\"\"小\n红\",女\r\n".as_bytes(),
            "\u{3f}\u{feff}姓名\t性别\n王小明\t\"男\n".as_bytes(),
            b"\x3f\xd0\xd5\xc3\xfb,\xd0\xd4\xb1\xf0\r\n\xcd\xf5\xd0\xa1\xc3\xf7,\xc4\xd0\r\n",
            b"\x3f\xa9m\xa6W,\xa9\xca\xa7O\r\n\xa4\xfd\xa4p\xa9\xfa,\xa8k\r\n",
            b"\x3f\xff\xfe\xd3\x59\x0d\x54\x2c\x00\x27\x60\x2b\x52\x0a\x00\x8b\x73\x0f\x5c",
            b"\x3f\x59\xd3\x54\x0d\x00\x2c\x60\x27\x52\x2b\x00\x0a\x73\x8b\x5c\x0f\x00\x2c\x75\x37",
            b"\x0aa;b|c\td,\"e\r\n1;2|3\t4,5\r\n",
        ]),
        "fed" => texts(&[
            "\u{1}\0姓名,性别\r\n王小明,男\r\n\"李\"\"小\n红\",女\r\n".as_bytes(),
            "\u{6}\u{2}\u{feff}姓名\t性别\n王小明\t\"男\n".as_bytes(),
            b"\x02\x01a;b\n\xe7\x8e",
        ]),
        "plan" => vec![plan()],
        "markup" => texts(&[
            "\0<tr><th colspan=2>姓名</th><th rowspan='2'>性别<tr><td>王<br>小&nbsp;明&#x41;</table>".as_bytes(),
            "\u{1}<Worksheet ss:Name=\"一班\"><Table><Row ss:Index=\"2\"><Cell ss:MergeAcross=\"1\">\
             <Data ss:Type=\"String\">姓名</Data></Cell><Cell ss:Index=\"9\"><Data ss:Type=\"DateTime\">\
             2015-09-01T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>"
                .as_bytes(),
            b"\x02<td style='display:none'>1<td><!-- x --><script>'</script><style>td</style></html>",
            b"\x03<?xml version='1.0' encoding='gbk'?><!DOCTYPE html><html><frameset><frame src=sheet001.htm>",
        ]),
        "mail" => texts(&[
            "\0Content-Type: text/html; charset=utf-8\nContent-Location: a.htm\n\n<x:ExcelWorksheet><x:Name>一班</x:Name>\
             <x:WorksheetSource HRef=\"b/s1.htm\"/>\n--=_a\nContent-Type: text/html\nContent-Location: b/s1.htm\n\
             Content-Transfer-Encoding: quoted-printable\n\n<table><tr><td>=E5=A7=93=E5=90=8D<td>=\n=E6=80=A7=E5=88=AB\n--=_a--"
                .as_bytes(),
            b"\0Content-Type: multipart/alternative; boundary=i\n\n--i\nContent-Type: text/html\n\n<tr><td>\n--i--\n--=_a--",
            b"\x01PHRhYmxlPjx0cj48dGQ+5aeT5ZCNPHRkPuaAp+WIqzx0cj48dGQ+546LPHRkPueUtw==",
            b"\x02=D0=D5=C3=FB<td>=D0=D4=B1=F0<tr><td>=CD=F5<td>=\r\n=C4=D0",
            b"\x03; charset=utf-8\n\t;x=y\nX: y\n\n<table><tr><td>",
        ]),
        "unlock" => foreign::locked_seeds(),
        "header" => texts(&[
            &[0, 16, 1, 0, 2, 0, 3, 0, 4, 15, 6, 0, 7, 0, 8, 0, 9, 15, 6, 0, 7, 0, 8, 0, 9, 15],
            &[2, 1, 0, 2, 15, 3, 0, 4, 15, 6, 0, 7, 15, 1, 0, 2, 15, 10, 15, 15, 11, 0, 12, 15],
        ]),
        "raw" => vec![
            stream(),
            roster_office::read(EXCEL_97),
            roster_office::read(XLSB),
        ],
        "office" => foreign::seeds(),
        "profile" => texts(&[
            include_bytes!("../../fixtures/profiles/nanshan.toml"),
            r#"{"format": "rostercheck/profile/1", "id": "a", "extends": "any", "title": {"zh": "\u7532", "en": "A"},
                "columns": [{"key": "local.size", "header": "尺码", "list": ["S", "M"], "unique": true, "length": {"min": 1, "max": 2}}]}"#
                .as_bytes(),
            r#"{"fields": [{"name": "姓名", "type": "string", "constraints": {"required": true, "maxLength": 9}},
                {"name": "分数", "type": "number", "constraints": {"minimum": 0, "maximum": 100.5}}]}"#
                .as_bytes(),
            b"{\"schema\": \"rostercheck/decisions/1\", \"not_duplicates\": [\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"]}",
        ]),
        _ => Vec::new(),
    }
}

/// A plan of everything that one can hold, without its mark.
fn plan() -> Vec<u8> {
    let mut plan = PlanWriter::new();
    plan.start_sheet("名单", 1, &[10.0, 20.0], true);
    plan.text_columns(0, 1);
    plan.print(Print::List { repeat_rows: 1 });
    plan.add_choice(&Choice {
        range: PlanRange {
            first_row: 2,
            last_row: 9,
            first_position: 1,
            last_position: 1,
        },
        list: &["男", "女"],
        strictness: Strictness::Warn,
        title: "性别",
        prompt: "从列表中选",
    });
    plan.set_height(30.0);
    plan.write_row(&["姓名", "性别"].map(WorkbookCell::header));
    plan.write_row(&[
        WorkbookCell {
            mark: Some(Level::Error),
            note: Some("请核对".to_owned()),
            link: Some("'名单'!A1".to_owned()),
            ..WorkbookCell::text("=1+1")
        },
        WorkbookCell::text(" 男\u{1}"),
    ]);
    plan.start_sheet("信", 0, &[80.0], false);
    plan.print(Print::Letters);
    plan.write_row(&[WorkbookCell::paper("证明", Paper::Title)]);
    plan.break_page();
    plan.write_row(&[WorkbookCell::paper("兹证明", Paper::Wrapped)]);
    plan.finish().split_off(4)
}

fn stream() -> Vec<u8> {
    let mut raw = RawWriter::new(Format::Xls);
    raw.start_sheet("一班", Visibility::Hidden);
    raw.hide_columns(2, 1);
    raw.merge(Merged {
        first_row: 1,
        last_row: 1,
        first_position: 0,
        last_position: 3,
    });
    raw.start_row(1);
    raw.cell(0, "姓名", CellKind::Text);
    raw.cell(3, "出生日期", CellKind::Text);
    raw.hide_rows(3, 2);
    raw.start_row(3);
    raw.cell(0, "王小明", CellKind::Formula);
    raw.cell(3, "2015-09-01", CellKind::Date);
    raw.filter();
    raw.phantom_rows(7);
    raw.finish()
}

/// The word that a byte of the target `header` stands for.
pub(crate) fn word(byte: u8) -> &'static str {
    const WORDS: [&str; 32] = [
        ",",
        "姓名",
        "性别",
        "出生日期",
        "身份证件号",
        "班级",
        "王小明",
        "男",
        "20150901",
        "01",
        "合计：",
        "示例",
        "填写说明：",
        "*学生姓名（必填）",
        "家长信息",
        "\n",
        "第一小学花名册",
        "成员1",
        "联系电话",
        "姓 名",
        "制表人：",
        "年级",
        "序号",
        "备注",
        "民族",
        "1",
        "",
        " ",
        "\"",
        "\r\n",
        "小计",
        "name",
    ];
    WORDS[usize::from(byte) % WORDS.len()]
}

fn parts() -> Vec<Vec<u8>> {
    let part =
        |(index, (_, text)): (usize, &(&str, &str))| [&[index as u8], text.as_bytes()].concat();
    PARTS.iter().enumerate().map(part).collect()
}

/// A stored entry with a data descriptor, as streaming programs write it.
fn stored() -> Vec<u8> {
    let mut bytes =
        b"PK\x03\x04\x14\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0aabcPK\x07\x08".to_vec();
    let sums = [0xC2, 0x41, 0x24, 0x35, 3, 0, 0, 0, 3, 0, 0, 0];
    bytes.extend(sums);
    let directory = bytes.len() as u8;
    bytes.extend(b"PK\x01\x02\x14\0\x14\0\x08\0\0\0\0\0\0\0");
    bytes.extend(sums);
    bytes
        .extend(b"\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0aPK\x05\x06\0\0\0\0\x01\0\x01\0\x2f\0\0\0");
    bytes.extend([directory, 0, 0, 0, 0, 0]);
    bytes
}

/// What a scan gives of a small sheet, by its bytes: see `roster_files::SheetScan`.
fn scanned() -> Vec<u8> {
    let rows = b"\x80\x80\x01\x01\x010\x01\x011\x81\x02\x01\x012\x42\x01\x01\x05\x10\x03\x0242\x80\x00\x31\x02\x03\x011";
    let end = b"\x01\x02\x01\x01\x02\x00\x01\x01\x03";
    let length = rows.len() as u8 - 1;
    [&rows[..], &[0xC0, length], end].concat()
}
