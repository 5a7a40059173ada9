//! Makes small files of foreign formats, sound or not.

use roster_package::ArchiveWriter;

const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const TABLE: u32 = 0xFFFF_FFFD;

/// A compound file with one stream: sector 0 the table, 1 the directory, then the stream.
pub(super) fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let length = stream.len().max(4096);
    let sectors = length.div_ceil(512) as u32;
    assert!(sectors < 126, "one sector of the table");
    let mut header = vec![0; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[24..32].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0]);
    header[32] = 6;
    put(&mut header, 44, 1);
    put(&mut header, 48, 1);
    put(&mut header, 56, 4096);
    put(&mut header, 60, END);
    put(&mut header, 68, END);
    for at in (76..512).step_by(4) {
        put(&mut header, at, if at == 76 { 0 } else { FREE });
    }
    let mut table = vec![TABLE, END];
    table.extend((3..3 + sectors - 1).chain([END]));
    table.resize(128, FREE);
    let mut bytes = header;
    bytes.extend(table.iter().flat_map(|it| it.to_le_bytes()));
    bytes.extend(item("Root Entry", 5, 1, END, 0));
    bytes.extend(item(name, 2, FREE, 2, length as u32));
    bytes.resize(512 * 3, 0);
    bytes.extend(stream);
    bytes.resize(512 * (3 + sectors as usize), 0);
    bytes
}

/// Puts a number into bytes.
pub(super) fn put(bytes: &mut [u8], at: usize, number: u32) {
    bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
}

fn item(name: &str, kind: u8, child: u32, start: u32, length: u32) -> Vec<u8> {
    let mut item: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let name_length = item.len() as u8 + 2;
    item.resize(128, 0);
    (item[64], item[66], item[67]) = (name_length, kind, 1);
    put(&mut item, 68, FREE);
    put(&mut item, 72, FREE);
    put(&mut item, 76, child);
    put(&mut item, 116, start);
    put(&mut item, 120, length);
    item
}

/// A record of an xls stream.
pub(super) fn record(kind: u16, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let length = body.len() as u16;
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), &body].concat()
}

/// Excel 97, or Excel 5.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    Five,
    Eight,
}

/// The stream of a workbook with one sheet: `globals` and `cells` are records.
pub(super) fn book(version: Version, globals: &[Vec<u8>], cells: &[Vec<u8>]) -> Vec<u8> {
    let number: u16 = if version == Version::Eight {
        0x0600
    } else {
        0x0500
    };
    let bof = |kind: u16| {
        record(
            0x0809,
            &[&number.to_le_bytes(), &kind.to_le_bytes(), &[0; 12]],
        )
    };
    let name: &[u8] = if version == Version::Eight {
        b"\x01\0A"
    } else {
        b"\x01A"
    };
    let bound = |start: u32| record(0x0085, &[&start.to_le_bytes(), &[0, 0], name]);
    let before = [bof(5), globals.concat()].concat();
    let start = before.len() + bound(0).len() + 4;
    let end = record(0x000A, &[]);
    let cells = cells.concat();
    [
        before,
        bound(start as u32),
        end.clone(),
        bof(16),
        cells,
        end,
    ]
    .concat()
}

/// A cell with a text of one byte a character.
pub(super) fn label(version: Version, row: u16, position: u16, text: &[u8]) -> Vec<u8> {
    let place = [row, position, 0].map(u16::to_le_bytes).concat();
    let length = (text.len() as u16).to_le_bytes();
    let flags: &[u8] = if version == Version::Eight { &[0] } else { &[] };
    record(0x0204, &[&place, &length, flags, text])
}

/// A cell with a text of two bytes a character.
pub(super) fn wide_label(row: u16, position: u16, text: &str) -> Vec<u8> {
    let place = [row, position, 0].map(u16::to_le_bytes).concat();
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = (text.encode_utf16().count() as u16).to_le_bytes();
    record(0x0204, &[&place, &length, &[1], &units])
}

/// An ods with these rows.
pub(super) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"A\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mut archive = ArchiveWriter::new();
    archive.add(
        "mimetype",
        b"application/vnd.oasis.opendocument.spreadsheet",
    );
    archive.add("content.xml", content.as_bytes());
    archive.finish()
}

/// A record of an xlsb part.
pub(super) fn short_record(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    if kind < 0x80 {
        bytes.push(kind as u8);
    } else {
        bytes.extend([kind as u8 & 0x7F | 0x80, (kind >> 7) as u8]);
    }
    let length = body.len() as u32;
    bytes.extend([length as u8 & 0x7F | 0x80, (length >> 7) as u8]);
    bytes.extend_from_slice(body);
    bytes
}

/// An xlsb whose only sheet has these records.
pub(super) fn xlsb(sheet: &[Vec<u8>]) -> Vec<u8> {
    let text = |text: &str| -> Vec<u8> {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        let length = text.len() as u32;
        length.to_le_bytes().into_iter().chain(units).collect()
    };
    let bundle = [vec![0; 8], text("rId1"), text("A")].concat();
    let mut archive = ArchiveWriter::new();
    archive.add("xl/workbook.bin", &short_record(0x009C, &bundle));
    archive.add(
        "xl/_rels/workbook.bin.rels",
        b"<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"sheet.bin\"/>\
          </Relationships>",
    );
    archive.add("xl/sheet.bin", &sheet.concat());
    archive.finish()
}

/// A row and, in it, one cell with a text, of an xlsb sheet; both count from 0.
pub(super) fn short_cell(row: u32, position: u32, text: &str) -> Vec<Vec<u8>> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = text.encode_utf16().count() as u32;
    let cell = [position, 0, length].map(u32::to_le_bytes).concat();
    let mut head = row.to_le_bytes().to_vec();
    head.resize(17, 0);
    vec![
        short_record(0, &head),
        short_record(6, &[cell, units].concat()),
    ]
}

/// The header of a roster, as cells of the first row.
pub(super) fn header() -> Vec<u8> {
    [wide_label(0, 0, "姓名"), wide_label(0, 1, "性别")].concat()
}
