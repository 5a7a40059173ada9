//! Hides names, numbers, phones, addresses and birth dates unless they are asked for.
//!
//! Birth dates are hidden too: beside a masked identity number they would give it away.

use roster_model::Column;
use roster_standard::Sensitive;
use roster_values::mask;

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
        match column.info().sensitive {
            None => text.to_owned(),
            Some(Sensitive::Name) => mask::name(text),
            Some(Sensitive::Number) => mask::number(text),
            Some(Sensitive::Phone) => mask::phone(text),
            Some(Sensitive::Address) => mask::address(text),
            Some(Sensitive::Birth) => mask::birth(text),
        }
    }
}
