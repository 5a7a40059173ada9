//! Parents who were filled down: neighbouring pupils with one parent, and what is none of it.

use roster_model::Column;
use roster_values::text::Traits;

use crate::block::{Block, blocks};
use crate::gathered::members::{MEMBERS, Member, is_no_name};
use crate::{Roster, Row};

/// What is told of a cell by itself.
pub(crate) const NO_NAME: Traits = Traits::BLANK
    .union(Traits::PLACEHOLDER)
    .union(Traits::ASTERISK);
/// More pupils than this one after the other are no siblings.
const SIBLINGS_MAX: u32 = 4;

/// The columns that name a parent, and rows one after the other of different pupils with one parent there. Of
/// two columns of one parent the first is told.
pub(crate) fn parents_filled_down(roster: &Roster) -> Vec<(usize, Block)> {
    let Some(names) = roster.index_of(Column::Name) else {
        return Vec::new();
    };
    let mut found: Vec<(usize, Block)> = Vec::new();
    for member in &MEMBERS {
        let columns = [member.name, member.id_number];
        let Some(index) = columns.into_iter().find_map(|it| roster.index_of(it)) else {
            continue;
        };
        let traits = roster.traits(index);
        let cells = &roster.sheet.columns[index].cells;
        let follows = |a: u32, b: u32| {
            let parent = roster.value(index, a);
            roster.sheet.text(index, a) == roster.sheet.text(index, b)
                && roster.value(names, a) != roster.value(names, b)
                && !traits[parent.0 as usize].intersects(NO_NAME)
                && !is_no_name(cells.text(parent).trim())
        };
        let all = blocks(roster.sheet.row_count(), SIBLINGS_MAX + 1, follows);
        // One guardian of nearly all is the director of a children's home.
        let few = all.into_iter().filter(|it| {
            it.len() * 2 <= roster.sheet.row_count() && !is_in_charge(roster, member, *it)
        });
        found.extend(few.map(|it| (index, it)));
    }
    found
}

/// Whether one person, or a children's home, is in charge of all these pupils: orphans, or pupils of whom it is no
/// parent, with one telephone and one number.
fn is_in_charge(roster: &Roster, member: &Member, block: Block) -> bool {
    let is_one = |column| {
        let text = |row| roster.text(column, row);
        block.rows().all(|it| text(it) == text(block.first))
    };
    let is_alone = |it| {
        let row = Row::unasked(roster, it);
        row.label(Column::Orphan) == Some("是") || row.label(member.relation) == Some("其他")
    };
    is_one(member.phone) && is_one(member.id_number) && block.rows().all(is_alone)
}
