//! One workbook on its way: which of its parts are written anew, and in which order all of them are
//! put together again.

use std::collections::{BTreeMap, BTreeSet};

use roster_package::{Archive, ArchiveWriter, Entry};

use super::book::{Added, Book, Calculation, Replaced, with_titles};
use super::content_types::{CONTENT_TYPES, ContentTypes};
use super::markup::Malformed;
use super::relations::Relations;
use super::styles::Styles;
use super::window::StreamError;
use super::{PatchError, Patched};

/// The largest part, other than sheets and notes, that is changed.
const PART_BYTES_MAX: u64 = 16 << 20;
/// The largest list or drawing of notes that is changed.
pub(super) const NOTES_BYTES_MAX: u64 = 64 << 20;

/// What a part that was not there is.
pub(super) mod content_type {
    pub(in super::super) const SHEET: &str =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    pub(in super::super) const STYLES: &str =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    pub(in super::super) const COMMENTS: &str =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    pub(in super::super) const DRAWING: &str =
        "application/vnd.openxmlformats-officedocument.vmlDrawing";
}

/// A workbook that is being patched.
pub(super) struct Job<'b> {
    pub(super) archive: Archive<'b>,
    pub(super) book: Book,
    pub(super) relations: Relations,
    pub(super) types: ContentTypes,
    pub(super) styles: Styles,
    pub(super) added: Vec<Added>,
    /// Sheets that others take the place of.
    pub(super) replaced: Vec<Replaced>,
    /// Whether formulas look at cells with new texts, as far as can be told.
    pub(super) is_stale: bool,
    /// Whether a cell was given a text.
    pub(super) is_text_new: bool,
    /// Parts written anew.
    pub(super) made: ArchiveWriter,
    made_names: BTreeMap<String, String>,
    removed: BTreeSet<String>,
    book_part: String,
    styles_part: Option<String>,
    package: Relations,
}

impl<'b> Job<'b> {
    /// Reads what every patch needs.
    pub(super) fn open(bytes: &'b [u8], for_macros: bool) -> Result<Self, PatchError> {
        let archive = Archive::open(bytes).map_err(|it| PatchError::NoPackage(it.to_string()))?;
        let package = relations_of(&archive, "")?;
        let book_part = package.of_kind("officeDocument").next();
        let book_part = book_part.map_or("xl/workbook.xml".to_owned(), |it| it.part.clone());
        let text = read(&archive, &book_part, PART_BYTES_MAX)?;
        let book = Book::read(text.ok_or(missing(&book_part))?).map_err(in_part(&book_part))?;
        let relations = relations_of(&archive, &book_part)?;
        let types = read(&archive, CONTENT_TYPES, PART_BYTES_MAX)?;
        let has_macros = relations.of_kind("vbaProject").next().is_some();
        let types = types.ok_or(missing(CONTENT_TYPES))?;
        let types = ContentTypes::new(types, has_macros || for_macros);
        let styles_part = relations.of_kind("styles").next().map(|it| it.part.clone());
        let text = match &styles_part {
            Some(part) => read(&archive, part, PART_BYTES_MAX)?,
            None => None,
        };
        let styles = Styles::read(text, book.dialect)
            .map_err(in_part(styles_part.as_deref().unwrap_or_default()))?;
        Ok(Job {
            archive,
            book,
            relations,
            types,
            styles,
            added: Vec::new(),
            replaced: Vec::new(),
            is_stale: false,
            is_text_new: false,
            made: ArchiveWriter::new(),
            made_names: BTreeMap::new(),
            removed: BTreeSet::new(),
            book_part,
            styles_part,
            package,
        })
    }

    /// The part of each sheet, with its name, in the order of the workbook.
    pub(super) fn sheet_parts(&self) -> Vec<(String, Option<String>)> {
        let sheets = self.book.sheets.iter();
        sheets
            .map(|it| {
                let relation = self.relations.get(&it.relation);
                (it.name.clone(), relation.map(|it| it.part.clone()))
            })
            .collect()
    }

    /// Begins a part; `job.made` takes its bytes.
    pub(super) fn start(&mut self, part: &str) {
        let name = self.archive.find(part).map_or(part, Entry::name).to_owned();
        self.made.start(&name);
        self.made_names.insert(key(part), name);
    }

    /// Writes a whole part.
    pub(super) fn write(&mut self, part: &str, bytes: &[u8]) {
        self.start(part);
        self.made.write(bytes);
        self.made.end();
    }

    /// Whether a part is written anew.
    pub(super) fn is_made(&self, part: &str) -> bool {
        self.made_names.contains_key(&key(part))
    }

    /// Leaves a part out.
    pub(super) fn remove(&mut self, part: &str) {
        self.removed.insert(key(part));
    }

    /// A part that no part has yet: the name with the first free number.
    pub(super) fn free_part(&self, before: &str, after: &str) -> String {
        let names = (1_u32..).map(|number| format!("{before}{number}{after}"));
        let mut free = names.filter(|name| {
            self.archive.find(name).is_none() && !self.made_names.contains_key(&key(name))
        });
        free.next().unwrap_or_default()
    }

    /// Folder of the workbook, with a slash at the end.
    pub(super) fn folder(&self) -> &str {
        let end = self.book_part.rfind('/').map_or(0, |it| it + 1);
        &self.book_part[..end]
    }

    /// The order of calculation names cells that have no formula any more; Excel makes a new one.
    pub(super) fn drop_calculation_order(&mut self) {
        let chain = self.relations.of_kind("calcChain").next().cloned();
        if let Some(chain) = chain {
            self.relations.remove(&chain.id);
            self.types.remove(&chain.part);
            self.removed.insert(key(&chain.part));
        }
    }

    /// Whether the workbook is given back as another kind than it came.
    pub(super) fn becomes_other_kind(&self) -> bool {
        self.types.finish().is_ok_and(|it| it.is_some())
    }

    /// Puts everything together: what was there in its order, then what is new.
    pub(super) fn finish(mut self) -> Result<Patched, PatchError> {
        self.write_styles()?;
        self.write_book()?;
        let relations = self.relations.finish().map_err(in_part(&self.book_part))?;
        if let Some(text) = relations {
            let part = Relations::part_of(&self.book_part);
            self.write(&part, &text);
        }
        let types = self.types.finish().map_err(in_part(CONTENT_TYPES))?;
        if let Some(text) = types {
            self.write(CONTENT_TYPES, &text);
        }
        let made = std::mem::take(&mut self.made).finish();
        let signed = |it: &Entry| key(it.name()).starts_with("_xmlsignatures/");
        let names = self.archive.entries().iter().map(Entry::name);
        let outside = names.filter(|it| leads_out(&key(it))).map(str::to_owned);
        let outside: Vec<String> = outside.collect();
        let replaced = std::mem::take(&mut self.replaced).into_iter();
        let replaced = replaced.map(|it| it.name);
        let added = std::mem::take(&mut self.added).into_iter();
        let added = added.map(|it| it.name);
        Ok(Patched {
            is_signature_broken: self.archive.entries().iter().any(signed),
            bytes: self.put_together(&made)?,
            appended: replaced.chain(added).collect(),
            left_out: Vec::new(),
            outside,
            results_gone: 0,
            may_be_stale: false,
        })
    }

    fn put_together(&self, made: &[u8]) -> Result<Vec<u8>, PatchError> {
        let made = Archive::open(made).map_err(|it| PatchError::NoPackage(it.to_string()))?;
        let mut out = ArchiveWriter::new();
        let mut done = BTreeSet::new();
        let old = self.archive.entries().iter();
        let new = made.entries().iter();
        for (archive, entry) in old
            .map(|it| (&self.archive, it))
            .chain(new.map(|it| (&made, it)))
        {
            let key = key(entry.name());
            if self.removed.contains(&key) || done.contains(&key) || leads_out(&key) {
                continue;
            }
            let made_entry = self.made_names.contains_key(&key).then(|| made.find(&key));
            let (archive, entry) = match made_entry.flatten() {
                Some(entry) => (&made, entry),
                None => (archive, entry),
            };
            let raw = archive.raw(entry);
            let raw = raw.map_err(|it| PatchError::NoPackage(it.to_string()))?;
            if out.len() as u64 + raw.len() as u64 > u64::from(u32::MAX) {
                return Err(PatchError::TooLarge {
                    part: entry.name().to_owned(),
                });
            }
            out.copy(entry, raw);
            if self.made_names.contains_key(&key) {
                done.insert(key);
            }
        }
        Ok(out.finish())
    }

    fn write_styles(&mut self) -> Result<(), PatchError> {
        let part = self.styles_part.clone();
        let part = part.unwrap_or_else(|| format!("{}styles.xml", self.folder()));
        let Some(text) = self.styles.finish().map_err(in_part(&part))? else {
            return Ok(());
        };
        if self.styles_part.is_none() {
            self.relations.add(self.book.dialect, "styles", &part);
        }
        if self.archive.find(&part).is_none() {
            self.types.add(&part, content_type::STYLES);
        }
        self.write(&part, &text);
        Ok(())
    }

    fn write_book(&mut self) -> Result<(), PatchError> {
        // Only where formulas are: a file without any is not asked to be saved on closing.
        let has_formulas = self.relations.of_kind("calcChain").next().is_some();
        let calculation = if self.is_stale || self.is_text_new && has_formulas {
            Calculation::OnOpening
        } else {
            Calculation::AsItWas
        };
        let is_as_it_was = self.added.is_empty() && self.replaced.is_empty();
        if is_as_it_was && calculation == Calculation::AsItWas {
            return Ok(());
        }
        let part = self.book_part.clone();
        let text = self.book.with(&self.added, &self.replaced, calculation);
        let text = text.map_err(in_part(&part))?;
        self.write(&part, &text);
        if self.added.is_empty() {
            return Ok(());
        }
        let properties = self.package.of_kind("extended-properties").next();
        let Some(properties) = properties.map(|it| it.part.clone()) else {
            return Ok(());
        };
        let names: Vec<&str> = self.added.iter().map(|it| it.name.as_str()).collect();
        // Nobody needs this list; what cannot be read stays as it is.
        let old = read(&self.archive, &properties, PART_BYTES_MAX)
            .ok()
            .flatten();
        if let Some(text) = old.and_then(|it| with_titles(&it, &names)) {
            self.write(&properties, &text);
        }
        Ok(())
    }
}

/// Names by which entries are told apart.
fn key(name: &str) -> String {
    let mut name = name.replace('\\', "/");
    name.make_ascii_lowercase();
    name.trim_start_matches('/').to_owned()
}

/// Whether an entry of this name would be unpacked beside the folder it is to be unpacked into.
fn leads_out(key: &str) -> bool {
    let mut folders = key.split('/');
    folders.clone().any(|it| it == "..") || folders.next().is_some_and(|it| it.ends_with(':'))
}

/// Reads a part; `None` if it is not there.
pub(super) fn read(
    archive: &Archive<'_>,
    part: &str,
    bytes_max: u64,
) -> Result<Option<Vec<u8>>, PatchError> {
    let Some(entry) = archive.find(part) else {
        return Ok(None);
    };
    if entry.size() > bytes_max {
        return Err(PatchError::TooLarge {
            part: part.to_owned(),
        });
    }
    let bytes = archive.read(entry, bytes_max);
    bytes.map(Some).map_err(|it| stream_error(part, it.into()))
}

/// Reads the relations of a part, which may have none.
pub(super) fn relations_of(archive: &Archive<'_>, source: &str) -> Result<Relations, PatchError> {
    let part = Relations::part_of(source);
    let text = read(archive, &part, PART_BYTES_MAX)?;
    Relations::read(source, text).map_err(in_part(&part))
}

/// Reads a part that must be there.
pub(super) fn read_part(archive: &Archive<'_>, part: &str) -> Result<Vec<u8>, PatchError> {
    read(archive, part, PART_BYTES_MAX)?.ok_or(missing(part))
}

pub(super) fn missing(part: &str) -> PatchError {
    PatchError::Broken {
        part: part.to_owned(),
        why: "it is missing".to_owned(),
    }
}

pub(super) fn in_part(part: &str) -> impl Fn(Malformed) -> PatchError {
    let part = part.to_owned();
    move |error| PatchError::Broken {
        part: part.clone(),
        why: error.0.to_owned(),
    }
}

pub(super) fn stream_error(part: &str, error: StreamError) -> PatchError {
    match error {
        StreamError::Malformed(error) => in_part(part)(error),
        StreamError::Package(error) => PatchError::Broken {
            part: part.to_owned(),
            why: error.to_string(),
        },
        StreamError::TooLarge => PatchError::TooLarge {
            part: part.to_owned(),
        },
    }
}
