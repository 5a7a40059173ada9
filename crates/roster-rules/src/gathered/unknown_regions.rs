//! Regions of identity numbers that no list has and several pupils have all the same: there the list is
//! what lacks something.

use roster_model::Column;
use roster_standard::region;
use roster_values::id_number::IdNumber;

use crate::Roster;

/// The eleven digits of a number that stand between the region and the check digit.
const BEHIND_REGION: u64 = 100_000_000_000;

/// The regions, in no list, of two numbers or more that are right otherwise; sorted.
pub(crate) fn shared(roster: &Roster) -> Vec<u32> {
    let Some(index) = roster.index_of(Column::IdNumber) else {
        return Vec::new();
    };
    let today = roster.settings.today;
    let mut numbers: Vec<u64> = Vec::new();
    for id in roster.ids(index) {
        if let IdNumber::Resident(id) = id
            && !region::ever_valid(id.region())
            && id.is_valid_by_itself(today)
        {
            numbers.extend(id.text()[..17].parse::<u64>());
        }
    }
    roster_order::sort_many(&mut numbers);
    // One number may be written in two ways.
    numbers.dedup();
    let regions: Vec<u32> = numbers
        .iter()
        .map(|it| (it / BEHIND_REGION) as u32)
        .collect();
    let twice = regions.windows(2).filter(|it| it[0] == it[1]);
    twice.map(|it| it[0]).collect()
}
