//! What stands in another place than its own: rows, columns, headers, whole lists. `misplaced` puts it there.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Warning};
use crate::roster::faults::{Kind, Level, Told};

use super::kind;

/// A cell was inserted in a row, and the rest of it stands one column to the right.
pub(in crate::roster) static ROW_SLIPPED: Kind =
    placed("row_slipped", "R0020", Error, &[col::SEX], Told::Here);
/// Two headers stand over each other's column.
pub(in crate::roster) static COLUMNS_EXCHANGED: Kind = placed(
    "columns_exchanged",
    "R0116",
    Error,
    &[col::SEX, col::ETHNIC_GROUP],
    Told::File,
);
/// The first pupils stand above the header.
pub(in crate::roster) static PUPILS_ABOVE: Kind =
    placed("pupils_above", "R0117", Error, &[], Told::Block);
/// The last pupils stand below a header of another order.
pub(in crate::roster) static HEADER_BELOW: Kind =
    placed("header_below", "R0021", Error, &[], Told::File);
/// The list is there a second time.
pub(in crate::roster) static GIVEN_TWICE: Kind =
    placed("given_twice", "R0022", Warning, &[], Told::File);

const fn placed(
    name: &'static str,
    rule: &'static str,
    level: Level,
    columns: &'static [usize],
    told: Told,
) -> Kind {
    let made = kind(name, rule, level, columns, &[], |it| {
        it.clean(col::SEX).into()
    });
    Kind { told, ..made }
}
