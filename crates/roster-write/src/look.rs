//! How marks, headers and links look, wherever they are written: a colour, and a style of letters so
//! that a mark can be told on a black and white print.

use roster_model::Level;

/// Fill of a header, as red, green and blue.
pub const HEADER_FILL: u32 = 0x00E7_E6E6;
/// Colour of the letters of a link, as red, green and blue.
pub const LINK_COLOUR: u32 = 0x0005_63C1;

/// Letters that tell a mark without its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letters {
    /// As they are.
    Plain,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
}

/// Fill of a marked cell, as red, green and blue.
pub fn mark_fill(level: Level) -> u32 {
    match level {
        Level::Error => 0x00F8_CBCB,
        Level::Warning => 0x00FF_E699,
        Level::Info => 0x00DD_EBF7,
    }
}

/// Letters of a marked cell.
pub fn mark_letters(level: Level) -> Letters {
    match level {
        Level::Error => Letters::Bold,
        Level::Warning => Letters::Italic,
        Level::Info => Letters::Plain,
    }
}
