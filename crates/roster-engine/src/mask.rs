//! Hides names, numbers, phones, addresses and birth dates unless they are asked for.
//!
//! Birth dates are hidden too: beside a masked identity number they would give it away.

use roster_model::{Column, SheetColumn};
use roster_standard::Sensitive;
use roster_values::mask;

/// A serial number has few digits.
const SERIAL_DIGITS_MAX: usize = 5;

/// A kind of problem with so many digits has somebody's number in it.
const DIGITS_MAX: usize = 6;

/// Whether personal values are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Values {
    /// Masked: the default of every output.
    #[default]
    Masked,
    /// As they are.
    Shown,
}

impl Values {
    /// The text of a cell of this column, as the reader may see it.
    pub fn show(self, column: Option<Column>, text: &str) -> String {
        if self == Values::Shown {
            return text.to_owned();
        }
        // A column the standard does not know may hold anything.
        let Some(column) = column else {
            return mask::short(text);
        };
        // The system's own words may name the other party.
        let has_number = || text.bytes().filter(u8::is_ascii_digit).count() >= DIGITS_MAX;
        if column == Column::ProblemKind && has_number() {
            return mask::short(text);
        }
        match column.info().sensitive {
            None => text.to_owned(),
            Some(Sensitive::Name) => mask::name(text),
            Some(Sensitive::Number) => mask::number(text),
            Some(Sensitive::Phone) => mask::phone(text),
            Some(Sensitive::Address) => mask::address(text),
            Some(Sensitive::Birth) => mask::birth(text),
        }
    }

    /// A cell of a sheet, known column or not. A short number in a column such as 序号 tells nothing.
    pub(crate) fn show_cell(self, column: &SheetColumn, text: &str) -> String {
        let is_serial =
            text.len() <= SERIAL_DIGITS_MAX && text.bytes().all(|it| it.is_ascii_digit());
        if column.local.is_some_and(|it| !it.is_personal) || (column.ignored && is_serial) {
            return text.to_owned();
        }
        self.show(column.column, text)
    }
}
