//! Workbooks of other programs, whole or with one part replaced.

use roster_package::{Archive, ArchiveWriter};

pub(crate) const EXCEL_97: &[u8] = include_bytes!("../../fixtures/hidden/excel97.xls");
pub(crate) const XLSB: &[u8] = include_bytes!("../../fixtures/equivalents/sheetjs.xlsb");
const EXCEL_95: &[u8] = include_bytes!("../../fixtures/equivalents/excel95.xls");
const ODS: &[u8] = include_bytes!("../../fixtures/hidden/calc.ods");
const STANDARD: &[u8] = include_bytes!("../../fixtures/locked/standard.xlsx");
const AGILE: &[u8] = include_bytes!("../../fixtures/locked/agile.xlsx");
const RC4: &[u8] = include_bytes!("../../fixtures/locked/rc4.xls");
const LOCKED_ODS: &[u8] = include_bytes!("../../fixtures/locked/calc.ods");
const MANIFEST: &str = "META-INF/manifest.xml";
/// What opens the locked ones.
pub(crate) const PASSWORD: &str = "xueji-2026";

/// Archive and part, in the order of the byte that chooses one; the bytes themselves come before.
const PARTS: [(&[u8], &str); 5] = [
    (ODS, "content.xml"),
    (ODS, MANIFEST),
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
    replaced(archive, name, part)
}

/// The bytes as they are, or a locked archive in which they say how it is locked.
pub(crate) fn locked_with_part(which: u8, part: &[u8]) -> Vec<u8> {
    if which & 1 == 0 {
        part.to_vec()
    } else {
        replaced(LOCKED_ODS, MANIFEST, part)
    }
}

fn replaced(archive: &[u8], name: &str, part: &[u8]) -> Vec<u8> {
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

/// Every locked file whole, with as many rounds as it has and with few, and what says how it is locked.
pub(crate) fn locked_seeds() -> Vec<Vec<u8>> {
    let files = [AGILE, STANDARD, RC4, LOCKED_ODS];
    let mut seeds: Vec<Vec<u8>> = files.map(|it| [&[0], it].concat()).to_vec();
    seeds.push(
        [
            &[0],
            &few_rounds(AGILE, b"spinCount=\"100000\"", b"spinCount=\"000001\"")[..],
        ]
        .concat(),
    );
    let archive = Archive::open(LOCKED_ODS).expect("a fixture");
    let entry = archive.find(MANIFEST).expect("a part");
    let part = archive.read(entry, ENTRY_BYTES_MAX).expect("a part");
    seeds.push([&[1][..], &part].concat());
    seeds.push(
        [
            &[1],
            &few_rounds(
                &part,
                b"iteration-count=\"100000\"",
                b"iteration-count=\"1\"",
            )[..],
        ]
        .concat(),
    );
    seeds
}

fn few_rounds(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|it| it == from);
    let at = at.expect("it says how many rounds");
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}
