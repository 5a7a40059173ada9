//! Workbooks of other programs, whole or with one part replaced.

use roster_package::{Archive, ArchiveWriter};

pub(crate) const EXCEL_97: &[u8] = include_bytes!("../../fixtures/hidden/excel97.xls");
pub(crate) const XLSB: &[u8] = include_bytes!("../../fixtures/equivalents/sheetjs.xlsb");
const EXCEL_95: &[u8] = include_bytes!("../../fixtures/equivalents/excel95.xls");
const ODS: &[u8] = include_bytes!("../../fixtures/hidden/calc.ods");
const STANDARD: &[u8] = include_bytes!("../../fixtures/locked/standard.xlsx");

/// Archive and part, in the order of the byte that chooses one; the bytes themselves come before.
const PARTS: [(&[u8], &str); 5] = [
    (ODS, "content.xml"),
    (ODS, "META-INF/manifest.xml"),
    (XLSB, "xl/worksheets/sheet1.bin"),
    (XLSB, "xl/styles.bin"),
    (XLSB, "xl/workbook.bin"),
];
const ENTRY_BYTES_MAX: u64 = 1 << 20;

/// The bytes as they are, or an archive in which they stand for one part.
pub(crate) fn with_part(which: u8, part: &[u8]) -> Vec<u8> {
    let which = usize::from(which) % (PARTS.len() + 1);
    let Some((archive, name)) = which.checked_sub(1).map(|it| PARTS[it]) else {
        return part.to_vec();
    };
    let archive = Archive::open(archive).expect("a fixture");
    let mut writer = ArchiveWriter::new();
    for entry in archive.entries() {
        if entry.name() == name {
            writer.add(name, part);
        } else {
            writer.copy(entry, archive.raw(entry).expect("a fixture"));
        }
    }
    writer.finish()
}

/// Every file whole, and every part.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let files = [EXCEL_97, EXCEL_95, XLSB, ODS, STANDARD];
    let mut seeds: Vec<Vec<u8>> = files.map(|it| [&[0], it].concat()).to_vec();
    for (index, (archive, name)) in (1..).zip(PARTS) {
        let archive = Archive::open(archive).expect("a fixture");
        let entry = archive.find(name).expect("a part");
        let part = archive.read(entry, ENTRY_BYTES_MAX).expect("a part");
        seeds.push([&[index][..], &part].concat());
    }
    seeds
}
