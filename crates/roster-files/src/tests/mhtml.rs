//! Web archives, as spreadsheet programs and browsers write them, and as nobody should.

use encoding_rs::GB18030;
use roster_model::{Column, FailureKind, Format, Visibility};

use super::{read_bytes, read_sheet, texts};

const TABLE: &str =
    "<table><tr><td>姓名<td>性别<td>民族<tr><td x:str=1>张小明<td>男<td>汉族</table>";

/// A part of an archive: its fields and its body.
fn part(fields: &str, body: &[u8]) -> Vec<u8> {
    [fields.as_bytes(), b"\r\n\r\n", body, b"\r\n"].concat()
}

fn archive(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut file =
        b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n \
        boundary=\"----=_Next.01\"\r\n\r\nThis document is a web archive.\r\n\r\n"
            .to_vec();
    for part in parts {
        file.extend(b"------=_Next.01\r\n");
        file.extend(part);
    }
    file.extend(b"------=_Next.01--\r\n");
    file
}

fn quoted(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut column = 0;
    for &byte in text {
        let plain = byte.is_ascii_graphic() && byte != b'=';
        let written = if plain {
            vec![byte]
        } else {
            format!("={byte:02X}").into_bytes()
        };
        if column + written.len() > 75 {
            out.extend(b"=\r\n");
            column = 0;
        }
        column += written.len();
        out.extend(written);
    }
    out
}

fn base64(text: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::new();
    for three in text.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for letter in 0..4 {
            let value = (bits >> (18 - 6 * letter)) & 63;
            out.push(if letter > three.len() {
                b'='
            } else {
                LETTERS[value as usize]
            });
        }
        if out.len() % 78 == 76 {
            out.extend(b"\r\n");
        }
    }
    out
}

#[test]
fn a_page_is_read_however_its_part_is_coded() {
    let gbk = GB18030.encode(TABLE).0.into_owned();
    let page = "Content-Location: file:///C:/a.htm\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\
        Content-Transfer-Encoding:";
    let files = [
        archive(&[part(&format!("{page} quoted-printable"), &quoted(&gbk))]),
        archive(&[part(&format!("{page} base64"), &base64(&gbk))]),
        archive(&[part(&format!("{page} 8bit"), &gbk)]),
        // Without parts, and with parts inside a part.
        part(&format!("MIME-Version: 1.0\n{page} base64"), &base64(&gbk)),
        archive(&[part(
            "Content-Type: multipart/alternative; boundary=in",
            &[b"--in\n".to_vec(), part(page, &gbk), b"--in--".to_vec()].concat(),
        )]),
        // As a browser writes it, cut off.
        [
            b"From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\t\
              type=\"text/html\";\r\n\tboundary=\"--x\"\r\n\r\n\r\n----x\r\nContent-Type: image/png\r\n\
              Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----x\r\n"
                .to_vec(),
            part("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable", &quoted(TABLE.as_bytes())),
        ]
        .concat(),
    ];
    for file in files {
        let read = read_bytes(&file);
        let said = file.escape_ascii();
        assert_eq!((read.format, read.failure), (Format::Html, None), "{said}");
        assert_eq!(read.sheets.len(), 1, "{said}");
        assert_eq!(texts(&read.sheets[0], Column::Name), ["张小明"], "{said}");
        assert_eq!(texts(&read.sheets[0], Column::Sex), ["男"], "{said}");
    }
}

#[test]
fn the_sheets_of_a_workbook_are_those_its_frame_lists() {
    let frame = "<html><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>一班</x:Name>\
        <x:WorksheetSource HRef=\"a.files/Sheet001.htm\"/></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>二&amp;三班</x:Name>\
        <x:WorksheetSource HRef=\"a.files/sheet002.htm\"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml>\
        <frameset></frameset></html>";
    let html = |location: &str| {
        format!(
            "Content-Location: file:///C:/a.files/{location}\r\nContent-Type: text/html; charset=utf-8"
        )
    };
    let hidden = format!("<xml><x:Visible>SheetHidden</x:Visible></xml>{TABLE}");
    let file = archive(&[
        part(&html("../a.htm"), frame.as_bytes()),
        part(&html("tabstrip.htm"), TABLE.as_bytes()),
        part(&html("sheet001.htm"), TABLE.as_bytes()),
        part(&html("sheet002.htm"), hidden.as_bytes()),
    ]);
    let read = read_bytes(&file);
    let sheets: Vec<_> = read
        .sheets
        .iter()
        .map(|it| (&*it.name, it.visibility))
        .collect();
    assert_eq!(
        sheets,
        [
            ("一班", Visibility::Visible),
            ("二&三班", Visibility::Hidden)
        ]
    );
    // The pages it lists are not there: then those that are.
    let file = archive(&[
        part(&html("../a.htm"), frame.as_bytes()),
        part(&html("other.htm"), TABLE.as_bytes()),
    ]);
    assert_eq!(texts(&read_sheet(&file), Column::Name), ["张小明"]);
}

#[test]
fn an_archive_without_a_table_says_so() {
    let text = "Content-Type: text/html";
    for file in [
        archive(&[part(text, b"<p>x</p>")]),
        archive(&[part("Content-Type: image/png", TABLE.as_bytes())]),
        archive(&[]),
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"\"\n\n--\n".to_vec(),
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a".to_vec(),
    ] {
        let said = read_bytes(&file).failure.unwrap().said;
        assert!(said.zh.contains("网页"), "{}", said.zh);
    }
}

#[test]
fn nothing_grows_without_end() {
    let nested: String = (0..2000)
        .map(|it| format!("Content-Type: multipart/mixed; boundary=b{it}\n\n--b{it}\n"))
        .collect();
    read_bytes(format!("MIME-Version: 1.0\n{nested}Content-Type: text/html\n\n{TABLE}").as_bytes());
    let endless = format!(
        "MIME-Version: 1.0\nContent-Type: text/html; a={}",
        "b".repeat(1 << 20)
    );
    read_bytes(endless.as_bytes());
    let fields = "X: y\n".repeat(1 << 16);
    read_bytes(format!("MIME-Version: 1.0\nContent-Type: text/html\n{fields}\n{TABLE}").as_bytes());
    let two = [TABLE, &TABLE.replace("性别", "班级")].concat();
    let tables = format!("Content-Type: text/html\n\n{}", two.repeat(300));
    let file = archive(&[tables.clone().into_bytes(), tables.into_bytes()]);
    let read = read_bytes(&file);
    assert_eq!(read.failure.unwrap().kind, FailureKind::TooLarge);
    assert_eq!(read.sheets.len(), 1024);
    let whole = archive(&[part("Content-Type: text/html", TABLE.as_bytes())]);
    for end in 0..whole.len() {
        read_bytes(&whole[..end]);
    }
}
