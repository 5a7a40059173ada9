//! xlsb: a package like xlsx whose parts are records of a kind, a length and that many bytes.
//!
//! Parts are streamed; of a part only the record at hand is in memory, and the shared texts.
//! Formulas, looks and pictures are not read, only what tells dates from numbers.

mod records;
mod sheet;

use roster_files::RawWriter;
use roster_model::{FileTraits, Visibility};
use roster_package::Archive;
use roster_package::xml::{Token, Tokens};

use crate::failure;
use crate::number::Looks;
use crate::read::Broken;
use records::{Record, Records};

const SHEET: u16 = 0x009C;
const BOOK_PROPERTIES: u16 = 0x0099;
const EXTERNAL_BOOK: u16 = 0x0163;
const SHARED_TEXT: u16 = 0x0013;
const FORMAT: u16 = 0x002C;
const LOOK: u16 = 0x002F;
const LOOKS_BEGIN: u16 = 0x0269;
const LOOKS_END: u16 = 0x026A;

/// Longest list of relations.
const RELATIONS_MAX: u64 = 1 << 22;

/// Reads a package.
pub(crate) fn read(archive: &Archive<'_>, raw: &mut RawWriter) -> Result<(), Broken> {
    let book_part = archive
        .entries()
        .iter()
        .map(roster_package::Entry::name)
        .find(|it| it.to_ascii_lowercase().ends_with("workbook.bin"))
        .ok_or_else(|| Broken(failure::damaged()))?
        .to_owned();
    let relations = Relations::read(archive, &book_part)?;
    let mut book = Book::default();
    let sheets = book.read(archive, &book_part)?;
    if let Some(part) = relations.by_kind("/styles") {
        book.read_looks(archive, &part)?;
    }
    if let Some(part) = relations.by_kind("/sharedStrings") {
        book.read_texts(archive, &part)?;
    }
    let has_macros = archive
        .entries()
        .iter()
        .any(|it| it.name().to_ascii_lowercase().ends_with("vbaproject.bin"));
    raw.traits(&FileTraits {
        date_1904: book.is_1904,
        has_macros,
        external_links: book.external_links,
        ..FileTraits::default()
    });
    for sheet in sheets {
        // Charts and dialogs are sheets of other kinds.
        if let Some(part) = relations.table(&sheet.relation) {
            sheet::read(&book, archive, &part, &sheet, raw)?;
        }
    }
    Ok(())
}

/// What is said before the sheets.
#[derive(Default)]
pub(crate) struct Book {
    is_1904: bool,
    external_links: u32,
    looks: Looks,
    text: String,
    ends: Vec<usize>,
}

/// A sheet by its name and its relation.
struct Named {
    name: String,
    relation: String,
    visibility: Visibility,
}

impl Book {
    fn read(&mut self, archive: &Archive<'_>, part: &str) -> Result<Vec<Named>, Broken> {
        let mut sheets = Vec::new();
        let mut records = Records::open(archive, part)?;
        while let Some(record) = records.next()? {
            match record.kind {
                BOOK_PROPERTIES if record.u32(0).is_some_and(|it| it & 1 != 0) => {
                    self.is_1904 = true;
                }
                EXTERNAL_BOOK => self.external_links += 1,
                SHEET => sheets.extend(named(&record)),
                _ => {}
            }
        }
        Ok(sheets)
    }

    fn read_looks(&mut self, archive: &Archive<'_>, part: &str) -> Result<(), Broken> {
        let mut records = Records::open(archive, part)?;
        // Looks of named styles have the same records and do not count.
        let mut is_inside = false;
        while let Some(record) = records.next()? {
            match record.kind {
                FORMAT => {
                    if let (Some(id), Some((code, _))) = (record.u16(0), record.text(2)) {
                        self.looks.add_format(id, &code);
                    }
                }
                LOOKS_BEGIN => is_inside = true,
                LOOKS_END => is_inside = false,
                LOOK if is_inside => self.looks.add_look(record.u16(2).unwrap_or(0)),
                _ => {}
            }
        }
        Ok(())
    }

    fn read_texts(&mut self, archive: &Archive<'_>, part: &str) -> Result<(), Broken> {
        let mut records = Records::open(archive, part)?;
        while let Some(record) = records.next()? {
            if record.kind == SHARED_TEXT {
                let text = record.text(1).map(|it| it.0).unwrap_or_default();
                self.text.push_str(&text);
                self.ends.push(self.text.len());
            }
        }
        Ok(())
    }

    fn shared_text(&self, index: u32) -> Option<&str> {
        let index = index as usize;
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.text[start..end])
    }
}

fn named(record: &Record<'_>) -> Option<Named> {
    let (relation, end) = record.text(8)?;
    let (name, _) = record.text(end)?;
    Some(Named {
        name,
        relation,
        visibility: match record.u32(0)? {
            0 => Visibility::Visible,
            1 => Visibility::Hidden,
            _ => Visibility::VeryHidden,
        },
    })
}

/// Which part a relation of the workbook leads to.
struct Relations {
    folder: String,
    all: Vec<Relation>,
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

impl Relations {
    fn read(archive: &Archive<'_>, part: &str) -> Result<Self, Broken> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let mut relations = Relations {
            folder: folder.to_owned(),
            all: Vec::new(),
        };
        let name = format!("{folder}/_rels/{file}.rels");
        let entry = archive
            .find(&name)
            .ok_or_else(|| Broken(failure::damaged()))?;
        let bytes = archive.read(entry, RELATIONS_MAX)?;
        let mut tokens = Tokens::new(&bytes[..]);
        while let Some(token) = tokens.next().map_err(|_| Broken(failure::damaged()))? {
            let Token::Start(tag) = token else { continue };
            let value = |name| tag.attribute(name).map(|it| it.text().into_owned());
            if let (Some(id), Some(kind), Some(target)) =
                (value("Id"), value("Type"), value("Target"))
            {
                relations.all.push(Relation { id, kind, target });
            }
        }
        Ok(relations)
    }

    fn by_kind(&self, end: &str) -> Option<String> {
        let relation = self.all.iter().find(|it| it.kind.ends_with(end))?;
        Some(self.path(&relation.target))
    }

    /// The part of a worksheet.
    fn table(&self, id: &str) -> Option<String> {
        let relation = self.all.iter().find(|it| it.id == id)?;
        let is_table = relation.kind.ends_with("/worksheet");
        is_table.then(|| self.path(&relation.target))
    }

    fn path(&self, target: &str) -> String {
        if let Some(path) = target.strip_prefix('/') {
            return path.to_owned();
        }
        let mut path: Vec<&str> = self.folder.split('/').filter(|it| !it.is_empty()).collect();
        for step in target.split('/') {
            match step {
                "." => {}
                ".." => {
                    path.pop();
                }
                step => path.push(step),
            }
        }
        path.join("/")
    }
}
