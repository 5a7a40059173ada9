//! What a profile file demands of a column goes before what the rules know of its form: a text that the file
//! wants is not told to be badly written, and nothing is proposed that the file would refuse.
//!
//! What the receiving system refuses is told all the same: a pattern takes out no error.

use roster_model::{Fix, Level, Place};
use roster_standard::{AnyColumn, Column, Listed};
use roster_values::text::Traits;

use crate::active::demand::{Demand, What};
use crate::{CellFindings, RULES, Roster};

/// Rules about how a text is written, one that a list or a pattern of the file may want so.
const FORMS: [&str; 20] = [
    "R0204", "R1027", "R3002", "R3003", "R4001", "R4002", "R4003", "R4004", "R4005", "R4006",
    "R4007", "R4018", "R4022", "R4023", "R5006", "R5009", "R5010", "R8010", "R8013", "R8019",
];
/// Rules that take a text for none, which it is not where the file lists it.
const BLANKS: [&str; 3] = ["R0210", "R0215", "R1017"];

/// Takes out what rules would say of texts that are as the file wants them.
pub(crate) fn silence(counted: &mut [CellFindings], roster: &Roster) {
    for it in counted {
        let code = RULES[it.rule].code;
        let is_form = FORMS.contains(&code) && it.level != Level::Error;
        if !is_form && !BLANKS.contains(&code) {
            continue;
        }
        let wanted = |it: &&Demand| is_form || matches!(it.what, What::List(_));
        if !own(it.index, roster).any(|it| wanted(&it)) {
            continue;
        }
        let cells = &roster.sheet.columns[it.index].cells;
        let is_wanted = |text: &str| own(it.index, roster).all(|it| it.what.is_met_by(text));
        let flags: Vec<bool> = cells
            .values()
            .zip(roster.traits(it.index))
            .map(|(id, traits)| !traits.contains(Traits::BLANK) && is_wanted(cells.text(id)))
            .collect();
        it.rows.subtract(&cells.rows_with(&flags));
    }
}

/// Whether the list of the file for a column of the standard takes a text; nothing where it has none.
pub(crate) fn takes(roster: &Roster, column: Column, text: &str) -> Option<bool> {
    let index = roster.index_of(column)?;
    let mut lists = own(index, roster).filter(|it| matches!(it.what, What::List(_)));
    Some(lists.next()?.what.is_met_by(text))
}

/// Whether a fix proposes what the file takes; of a list the text that means what it proposes is put in its place.
pub(crate) fn is_taken(fix: &mut Fix, roster: &Roster) -> bool {
    let Place::Cell(cell) = fix.place else {
        return true;
    };
    let Some(index) = roster.sheet.index_at(cell.position) else {
        return true;
    };
    fix.to.is_empty()
        || own(index, roster).all(|it| {
            if let (What::List(list), AnyColumn::Known(column)) = (&it.what, it.column)
                && let Some(same) = same_in(list, column, &fix.to)
            {
                same.clone_into(&mut fix.to);
            }
            it.what.is_met_by(&fix.to)
        })
}

/// The one text of a list that means what a text means in a column of the standard.
pub(crate) fn same_in<'l>(list: &'l [String], column: Column, text: &str) -> Option<&'l str> {
    if list.iter().any(|it| it == text) {
        return None;
    }
    let mut same = list.iter().filter(|it| is_same(column, it, text));
    let found = same.next()?;
    same.next().is_none().then_some(found)
}

/// Whether two texts stand for one entry of the table of a column, beyond doubt.
pub(crate) fn is_same(column: Column, one: &str, other: &str) -> bool {
    let label = |text: &str| match column.info().table?.find(text) {
        Listed::Label(it) | Listed::Code(it) | Listed::Alias(it) => Some(it.label),
        _ => None,
    };
    label(one).is_some_and(|it| label(other) == Some(it))
}

/// What the file demands of the form of a column's texts.
fn own(index: usize, roster: &Roster) -> impl Iterator<Item = &Demand> {
    let demands = roster.profile.demands.iter();
    demands.filter(move |it| {
        matches!(it.what, What::List(_) | What::Pattern(_))
            && roster.index_of_any(it.column) == Some(index)
    })
}
