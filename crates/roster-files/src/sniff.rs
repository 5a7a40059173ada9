//! What a file is, told from its first bytes and never from its name.
//!
//! Formats that are not read end here, each with a sentence of its own. A zip archive is looked
//! into by `package`.

pub(crate) mod package;

use memchr::memmem;
use roster_model::Failure;

use crate::failure;

/// What the bytes look like.
pub(crate) enum Content {
    /// A zip archive, perhaps a workbook.
    Zip,
    /// Perhaps delimited text.
    Text,
    /// A web page.
    Html,
    /// Web pages in the form of a mail.
    Mhtml,
    /// XML Spreadsheet 2003.
    SpreadsheetXml,
    /// Something that is not read.
    Wrong(Failure),
}

/// Looks at the first bytes.
pub(crate) fn sniff(bytes: &[u8]) -> Content {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if text
        .iter()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
    {
        return Content::Wrong(failure::empty());
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Content::Zip;
    }
    match ole(bytes).or_else(|| known_magic(bytes)) {
        Some(failure) => Content::Wrong(failure),
        None => markup(bytes).unwrap_or(Content::Text),
    }
}

fn known_magic(bytes: &[u8]) -> Option<Failure> {
    let images: [(&[u8], &str); 6] = [
        (b"\x89PNG", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF8", "GIF"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"RIFF", "WebP"),
    ];
    if let Some((_, kind)) = images.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(failure::image(kind));
    }
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some(failure::image("BMP"));
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(failure::document("照片或视频文件", "a photo or video file"));
    }
    if memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some() {
        return Some(failure::pdf());
    }
    if bytes.starts_with(b"{\\rtf") {
        return Some(failure::document(" RTF 文档", "an RTF document"));
    }
    let archives: [&[u8]; 4] = [b"Rar!", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B", b"PK\x07\x08"];
    if archives.iter().any(|magic| bytes.starts_with(magic)) {
        return Some(failure::archive());
    }
    old_stream(bytes).then(failure::old_xls)
}

/// BIFF 2 to 4: a bare stream that begins with a short BOF record.
fn old_stream(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0x00 | 0x02 | 0x04, 4 | 6, 0x00, ..])
}

/// What a compound file holds.
pub(crate) enum Compound {
    /// An Excel 5 to 2003 workbook.
    Workbook,
    /// A workbook, old or new, that is protected by a password.
    Locked,
    /// Something else.
    Wrong(Failure),
}

/// A compound file: which streams it has tells which program wrote it.
pub(crate) fn compound(bytes: &[u8]) -> Option<Compound> {
    if !bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return None;
    }
    Some(if has_stream(bytes, "EncryptedPackage") {
        Compound::Locked
    } else if has_stream(bytes, "WordDocument") {
        let (zh, en) = (
            " Word 97-2003 文档（.doc）",
            "a Word 97-2003 document (.doc)",
        );
        Compound::Wrong(failure::document(zh, en))
    } else if has_stream(bytes, "PowerPoint Document") {
        let (zh, en) = ("演示文稿（.ppt）", "a presentation (.ppt)");
        Compound::Wrong(failure::document(zh, en))
    } else if has_file_pass(bytes) {
        Compound::Locked
    } else if has_stream(bytes, "Workbook") || has_stream(bytes, "Book") {
        Compound::Workbook
    } else {
        Compound::Wrong(failure::damaged_package())
    })
}

fn ole(bytes: &[u8]) -> Option<Failure> {
    compound(bytes).map(|it| match it {
        Compound::Workbook => failure::old_xls(),
        Compound::Locked => failure::encrypted(),
        Compound::Wrong(failure) => failure,
    })
}

/// Directory entries of a compound file are 128 bytes and begin with the name in UTF-16.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    stream_entry(bytes, name).is_some()
}

fn stream_entry<'b>(bytes: &'b [u8], name: &str) -> Option<&'b [u8]> {
    let mut wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    wanted.extend([0, 0]);
    memmem::find_iter(bytes, &wanted)
        .filter(|start| start % 128 == 0)
        .find_map(|start| bytes.get(start..start + 128))
}

/// Whether the first records of the workbook stream say that the rest is encrypted.
fn has_file_pass(bytes: &[u8]) -> bool {
    let Some(entry) = stream_entry(bytes, "Workbook").or_else(|| stream_entry(bytes, "Book"))
    else {
        return false;
    };
    let sector = u32::from_le_bytes([entry[116], entry[117], entry[118], entry[119]]) as usize;
    let size = if bytes.get(30) == Some(&12) {
        4096
    } else {
        512
    };
    let Some(start) = sector.checked_add(1).and_then(|it| it.checked_mul(size)) else {
        return false;
    };
    let mut rest = bytes.get(start..).unwrap_or_default();
    rest = &rest[..rest.len().min(size)];
    while let [kind_low, kind_high, low, high, tail @ ..] = rest {
        if (*kind_low, *kind_high) == (0x2F, 0) {
            return true;
        }
        let length = usize::from(u16::from_le_bytes([*low, *high]));
        rest = tail.get(length..).unwrap_or_default();
    }
    false
}

/// How the head of a web archive begins, in lower case.
const MAIL_FIELDS: [&[u8]; 8] = [
    b"mime-version:",
    b"from:",
    b"subject:",
    b"date:",
    b"x-document-type:",
    b"snapshot-content-location:",
    b"content-location:",
    b"content-type:",
];

/// Old formats for exchange that read like text with separators: SYLK and DIF. The head is in lower case.
fn exchange(head: &[u8]) -> Option<Content> {
    let has = |word: &str| memmem::find(head, word.as_bytes()).is_some();
    let is_sylk = head.starts_with(b"id;p")
        && ["\nc;x1;y1;", "\nc;y1;x1;", "\np;pgeneral"]
            .iter()
            .any(|it| has(it));
    let is_dif = head.starts_with(b"table") && has("\nvectors") && has("\ntuples");
    let (zh, en) = match (is_sylk, is_dif) {
        (true, _) => (" SYLK 文件（.slk）", "a SYLK file (.slk)"),
        (_, true) => (" DIF 文件（.dif）", "a DIF file (.dif)"),
        _ => return None,
    };
    Some(Content::Wrong(failure::save_as_xlsx(zh, en)))
}

/// Web pages and XML that spreadsheet programs open; their real names are often `.xls`.
fn markup(bytes: &[u8]) -> Option<Content> {
    // UTF-16 markup is told apart by leaving out its NUL bytes.
    let head: Vec<u8> = bytes
        .iter()
        .take(8192)
        .filter(|&&byte| byte != 0)
        .map(u8::to_ascii_lowercase)
        .skip_while(|byte| matches!(byte, 0xEF | 0xBB | 0xBF | 0xFF | 0xFE) || byte <= &b' ')
        .collect();
    let has = |word: &str| memmem::find(&head, word.as_bytes()).is_some();
    let is_mail = MAIL_FIELDS.iter().any(|it| head.starts_with(it));
    if is_mail && has("content-type:") && (has("text/html") || has("multipart/")) {
        return Some(Content::Mhtml);
    }
    if !head.starts_with(b"<") {
        return exchange(&head);
    }
    if has("urn:schemas-microsoft-com:office:spreadsheet") && (has("<workbook") || has(":workbook"))
    {
        return Some(Content::SpreadsheetXml);
    }
    // The names in its head speak of pages too.
    if has("<office:document") {
        let (zh, en) = (
            " XML 形式的 OpenDocument 文件（.fods）",
            "an OpenDocument file in one XML (.fods)",
        );
        return Some(Content::Wrong(failure::save_in_libreoffice(zh, en)));
    }
    if [
        "<html",
        "<!doctype html",
        "<table",
        "<body",
        "<head",
        "<meta",
        "<tr",
    ]
    .iter()
    .any(|it| has(it))
    {
        return Some(Content::Html);
    }
    (head.starts_with(b"<?xml") || head.starts_with(b"<!doctype"))
        .then(|| Content::Wrong(failure::document(" XML 文件", "an XML file")))
}
