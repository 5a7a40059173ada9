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
        let sensitive = column.and_then(|it| it.info().sensitive);
        match (self, sensitive) {
            (Values::Shown, _) => text.to_owned(),
            // A column the standard does not know may hold anything.
            (Values::Masked, None) if column.is_none() => mask::short(text),
            (Values::Masked, None) => text.to_owned(),
            (Values::Masked, Some(Sensitive::Name)) => mask::name(text),
            (Values::Masked, Some(Sensitive::Number)) => mask::number(text),
            (Values::Masked, Some(Sensitive::Phone)) => mask::phone(text),
            (Values::Masked, Some(Sensitive::Address)) => mask::address(text),
            (Values::Masked, Some(Sensitive::Birth)) => mask::birth(text),
        }
    }
}
