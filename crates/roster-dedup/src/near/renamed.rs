//! Pupils who were renamed: the name of one is a former name of the other.

use roster_model::RowSet;

use super::pupils::{NAME, witness_levels};
use crate::compare::{names, witnesses};
use crate::linkage::Comparison;
use crate::people::People;

/// Adds the pupils whose former name somebody has.
pub(super) fn open_renamed(people: &People<'_>, open: &mut RowSet) {
    let is_renamed = |it: &u32| !matches!(people.former_name(*it), former if former == 0 || former == people.name(*it));
    let renamed: Vec<u32> = (0..people.len()).filter(is_renamed).collect();
    if renamed.is_empty() {
        return;
    }
    let forms = people.spelt().first_of_each_spelling();
    let form = |name: u32| forms[name as usize];
    let mut names = RowSet::new(forms.len() as u32);
    (0..people.len()).for_each(|it| names.insert(form(people.name(it))));
    let has_namesake = |it: &u32| names.contains(form(people.former_name(*it)));
    let renamed = renamed.into_iter().filter(has_namesake);
    renamed.for_each(|it| open.insert(it));
}

/// Whether the name of one is a former name of the other, and a telephone, guardian or address is one too.
pub(super) fn is_renamed(found: &Comparison) -> bool {
    let is_former = found.outcomes[NAME].level == names::FORMER;
    is_former && witness_levels(found).any(|it| it == witnesses::EQUAL)
}
