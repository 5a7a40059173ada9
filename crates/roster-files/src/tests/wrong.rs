//! Files of other kinds: each is told what it is, whatever its name says.

use roster_model::{FailureKind, Format};
use roster_package::ArchiveWriter;

use super::{read_bytes, workbook};
use crate::{ReadBy, read_by};

/// An archive of the given parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ArchiveWriter::new();
    for (name, bytes) in parts {
        writer.add(name, bytes);
    }
    writer.finish()
}

/// A compound file with one directory entry and one stream that begins with the given records.
fn compound(stream: &str, records: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; 512 * 3];
    bytes[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    bytes[30] = 9;
    for (index, unit) in stream.encode_utf16().enumerate() {
        bytes[512 + index * 2..][..2].copy_from_slice(&unit.to_le_bytes());
    }
    bytes[512 + 116] = 1;
    bytes[1024..1024 + records.len()].copy_from_slice(records);
    bytes
}

#[test]
fn each_wrong_file_has_its_own_sentence() {
    let bof = [9, 8, 2, 0, 0, 6];
    let files: Vec<(Vec<u8>, &str)> = vec![
        (Vec::new(), "空的"),
        (b" \r\n".to_vec(), "空的"),
        (b"\xEF\xBB\xBF\r\n".to_vec(), "空的"),
        (b"\x89PNG\r\n\x1A\n\0\0".to_vec(), "图片（PNG）"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), "图片（JPEG）"),
        (b"%PDF-1.7\n%\xE2\xE3".to_vec(), "PDF"),
        (b"{\\rtf1\\ansi".to_vec(), "RTF"),
        (b"Rar!\x1A\x07\0".to_vec(), "压缩包"),
        (b"\xEF\xBB\xBF\r\n<HTML><table><tr><td>1".to_vec(), "网页"),
        (b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>".to_vec(), "工作表"),
        (b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec(), "不完整"),
        (b"<?xml version=\"1.0\"?><a/>".to_vec(), "XML"),
        (b"<?xml version=\"1.0\"?><office:document xmlns:xhtml=\"x\"><office:meta/><table:table>".to_vec(), "请用 LibreOffice"),
        (b"ID;PCALCOOO32\r\nC;X1;Y1;K\"a\"\r\n".to_vec(), "（.slk）"),
        (b"TABLE\r\n0,1\r\n\"a\"\r\nVECTORS\r\n0,2\r\n\"\"\r\nTUPLES\r\n0,1\r\n".to_vec(), "（.dif）"),
        (archive(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]), "Word"),
        (archive(&[("ppt/presentation.xml", b"")]), "演示文稿"),
        (archive(&[("一班.xlsx", b"x")]), "压缩包"),
        (archive(&[("xl/workbook.bin", b"")]), ".xlsb"),
        (archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]), ".ods"),
        (archive(&[("xl/workbook.xml", b"<workbook/>")]), "损坏"),
        (compound("WordDocument", &[]), "Word"),
        (compound("Workbook", &bof), ".xls"),
        (b"PK\x03\x04 and then nothing".to_vec(), "损坏"),
        (vec![0; 5000], "无法识别"),
        ((0..20_000_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8).collect(), "无法识别"),
    ];
    for (bytes, word) in files {
        let read = read_bytes(&bytes);
        let failure = read.failure.unwrap();
        assert_eq!(failure.kind, FailureKind::Unreadable, "{}", failure.said.zh);
        assert!(
            failure.said.zh.contains(word),
            "{word}: {}",
            failure.said.zh
        );
        assert!(failure.said.zh.contains('请') && !failure.said.en.is_empty());
        assert!(read.sheets.is_empty());
    }
}

#[test]
fn a_password_is_named() {
    let protected = [9, 8, 2, 0, 0, 6, 0x2F, 0, 2, 0, 1, 1];
    let manifest = b"<manifest:encryption-data/>";
    let files = [
        compound("EncryptedPackage", &[]),
        compound("Workbook", &protected),
        archive(&[
            (
                "mimetype",
                b"application/vnd.oasis.opendocument.spreadsheet",
            ),
            ("META-INF/manifest.xml", manifest),
        ]),
    ];
    for bytes in files {
        assert_eq!(
            read_bytes(&bytes).failure.unwrap().kind,
            FailureKind::Encrypted
        );
    }
}

#[test]
fn who_reads_a_file_is_told_from_its_bytes() {
    let ods = b"application/vnd.oasis.opendocument.spreadsheet";
    let manifest = b"<manifest:encryption-data/>".as_slice();
    let files = [
        (b"a,b".to_vec(), ReadBy::Own),
        (compound("Workbook", &[9, 8]), ReadBy::Office),
        (compound("Workbook", &[0x2F, 0, 2, 0, 1, 1]), ReadBy::Locked),
        (compound("EncryptedPackage", &[]), ReadBy::Locked),
        (compound("WordDocument", &[]), ReadBy::Own),
        (archive(&[("xl/workbook.bin", b"")]), ReadBy::Office),
        (archive(&[("xl/workbook.xml", b"")]), ReadBy::Own),
        (archive(&[("mimetype", ods)]), ReadBy::Office),
        (
            archive(&[("mimetype", ods), ("META-INF/manifest.xml", manifest)]),
            ReadBy::Locked,
        ),
        (b"PK\x03\x04".to_vec(), ReadBy::Own),
    ];
    for (bytes, expected) in files {
        assert_eq!(
            read_by(&bytes),
            expected,
            "{:?}",
            &bytes[..bytes.len().min(40)]
        );
    }
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let zeros = vec![b' '; 70 << 20];
    let bomb = archive(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/sharedStrings.xml", &zeros),
    ]);
    let read = read_bytes(&bomb);
    assert_eq!(read.failure.unwrap().kind, FailureKind::TooLarge);
    assert_eq!(read.format, Format::Unknown);
}

#[test]
fn half_a_workbook_is_damaged() {
    let bytes = workbook(|sheet| {
        sheet.write(0, 0, "姓名").unwrap();
    });
    let failure = read_bytes(&bytes[..bytes.len() / 2]).failure.unwrap();
    assert!(failure.said.zh.contains("不完整"), "{}", failure.said.zh);
}

/// A workbook of the fewest parts with this worksheet.
pub(super) fn package(sheet: &[u8]) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let root = format!(
        "<Relationships><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"s\" Type=\"{office}/worksheet\" Target=\"worksheets/s.xml\"/></Relationships>"
    );
    archive(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name=\"1\" r:id=\"s\"/></sheets></workbook>",
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>民族</t></si></sst>".as_bytes(),
        ),
        ("xl/worksheets/s.xml", sheet),
    ])
}
