//! XML as office packages have it, read token by token through a small window.
//!
//! `Tokens` gives one token after the other; each knows its own raw bytes, so a caller that changes a
//! part copies what it does not understand. Names are compared without their prefix, because any
//! prefix may stand for any namespace. Deliberately absent: document type definitions and every
//! entity but the five and numbers, because a package must not have them, and the check that end
//! tags match.
//!
//! ```ignore
//! let mut tokens = Tokens::new(part.as_slice());
//! while let Some(token) = tokens.next()? {
//!     match token {
//!         Token::Start(tag) if tag.local() == b"sheet" => { tag.attribute("name"); }
//!         Token::Text(text) => text.push_to(&mut words),
//!         other => copy.extend(other.raw()),
//!     }
//! }
//! ```

mod tag;
mod text;
mod tokens;

use crate::PackageError;

pub use tag::{Attribute, Attributes, Tag, Value};
pub use text::{Text, decode, escape};
pub use tokens::{DEPTH_MAX, TAG_BYTES_MAX, Token, Tokens, WINDOW_BYTES};

/// Why a part cannot be read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum XmlError {
    /// The bytes themselves could not be had.
    Package(PackageError),
    /// The part ends inside a tag.
    Truncated,
    /// A `<` where none may stand.
    Malformed,
    /// A single tag of more than `TAG_BYTES_MAX`.
    TooLong,
    /// More nested elements than any workbook has.
    TooDeep,
    /// A document type definition, which no package may have.
    Doctype,
}

impl std::fmt::Display for XmlError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            XmlError::Package(error) => error.fmt(formatter),
            XmlError::Truncated => formatter.write_str("the part ends inside a tag"),
            XmlError::Malformed => formatter.write_str("a tag is malformed"),
            XmlError::TooLong => formatter.write_str("a tag is too long"),
            XmlError::TooDeep => formatter.write_str("elements are nested too deeply"),
            XmlError::Doctype => formatter.write_str("a document type definition"),
        }
    }
}

impl std::error::Error for XmlError {}
