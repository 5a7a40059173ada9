//! ods: one XML part with everything that is repeated said once and counted.
//!
//! Repeated cells and rows are written out only where they hold something, so that a cell in the
//! last row costs one cell. Looks and drawings are not read, only what hides a sheet.

mod cell;
mod table;

use roster_files::RawWriter;
use roster_model::{FileTraits, Visibility};
use roster_package::xml::{Tag, Token, Tokens, XmlError};
use roster_package::{Archive, PartStream};

use crate::failure;
use crate::read::Broken;
use table::Table;

type Source<'b> = Tokens<PartStream<'b>>;

impl From<XmlError> for Broken {
    fn from(error: XmlError) -> Self {
        match error {
            XmlError::Package(error) => Broken::from(error),
            _ => Broken(failure::damaged()),
        }
    }
}

/// Reads a package.
pub(crate) fn read(archive: &Archive<'_>, raw: &mut RawWriter) -> Result<(), Broken> {
    let entry = archive.find("content.xml");
    let entry = entry.ok_or_else(|| Broken(failure::damaged()))?;
    let has_macros = archive
        .entries()
        .iter()
        .any(|it| it.name().starts_with("Basic/") || it.name().starts_with("Scripts/"));
    let mut traits = FileTraits {
        has_macros,
        ..FileTraits::default()
    };
    raw.traits(&traits);
    let mut tokens = Tokens::new(archive.stream(entry)?);
    let mut hidden = Vec::new();
    let mut style = None;
    let mut repeated = 0;
    loop {
        let Some(token) = tokens.next()? else {
            return Ok(());
        };
        let Token::Start(tag) = token else { continue };
        match tag.local() {
            b"style" => style = value(&tag, b"style:name"),
            b"table-properties" => {
                let display = value(&tag, b"table:display");
                if display.is_some_and(|it| it == "false") {
                    hidden.extend(style.take());
                }
            }
            // Dates are stored as such; the day that serials count from matters to a person who copies them.
            b"null-date" => {
                let first = value(&tag, b"table:date-value");
                traits.date_1904 = first.is_some_and(|it| it.starts_with("1904-"));
                raw.traits(&traits);
            }
            b"table" if !tag.is_closed() => {
                let name = value(&tag, b"table:name").unwrap_or_default();
                let style = value(&tag, b"table:style-name");
                let is_hidden = style.is_some_and(|it| hidden.contains(&it));
                let visibility = if is_hidden {
                    Visibility::Hidden
                } else {
                    Visibility::Visible
                };
                raw.start_sheet(&name, visibility);
                Table::new(raw, &mut repeated)
                    .read(&mut tokens)
                    .map_err(|it| own(it, &name))?;
            }
            // What was changed and is remembered has tables of its own.
            b"tracked-changes" if !tag.is_closed() => tokens.skip_element()?,
            _ => {}
        }
    }
}

/// A damaged part is the damage of the sheet in which it breaks off.
fn own(broken: Broken, name: &str) -> Broken {
    if broken.0 == failure::damaged() {
        Broken(failure::damaged_sheet(name))
    } else {
        broken
    }
}

/// The value of the attribute with this prefix and name.
fn value(tag: &Tag<'_>, name: &[u8]) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes.find(|it| it.name == name)?;
    Some(found.value.text().into_owned())
}

/// How often a cell or a row stands there.
fn repeated(tag: &Tag<'_>, name: &[u8]) -> u32 {
    let mut attributes = tag.attributes();
    let found = attributes.find(|it| it.name == name);
    found
        .and_then(|it| it.value.number())
        .map_or(1, |it| it.max(1))
}
