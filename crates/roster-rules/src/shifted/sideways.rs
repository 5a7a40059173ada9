//! Rows whose cells stand some columns beside their own, and pairs of columns that took each other's place.
//!
//! A cell was inserted in a row or taken out of it, a comma in an address divided a line of text, or one
//! column was pasted under the header of another. Every cell by itself is then wrong in a way of its own;
//! here the one cause is seen. Only texts that show what they are count: numbers with a form, dates,
//! words of a table. A cell says that its row slipped where it is wrong in its own column and right in the
//! one it would come from, and speaks against it where it is the other way round.

mod spilt;
mod texts;

use roster_model::{Column, Level, RowSet};
use roster_standard::Kind;

use self::spilt::is_said_twice;
use self::texts::{Texts, is_like_address, is_like_name, is_place};
use crate::gathered::members::{MEMBERS, is_exchanged};
use crate::walk::whole_column::has_more_filled;
use crate::{CellFindings, RULES, Roster, Row};

/// What is said of a cell with a text of another kind. A row of which less is said is not looked at.
const OF_KIND: [&str; 12] = [
    "R1001", "R1002", "R2013", "R3001", "R4001", "R4004", "R4007", "R5001", "R5002", "R5006",
    "R5009", "R8010",
];
const SAID_MIN: u8 = 3;
/// After this many suspicious rows without a slip, the search stops: the sheet has another trouble.
const ROWS_LOOKED_AT_MAX: u32 = 1000;
/// A slip needs this many more cells for it than against it, of at least this many kinds.
const SUM_MIN: usize = 4;
const KINDS_MIN: u32 = 3;
/// In a list of few columns this is enough where nothing at all speaks against it.
const SUM_MIN_OF_FEW: usize = 2;
const WRONG_MIN_OF_FEW: usize = 3;
/// Cells of a column that are looked at to see whether the rest is worth it.
const CELLS_SAMPLED: u32 = 200;
/// How far cells may have gone, the likeliest first.
const OFFSETS: [isize; 4] = [1, -1, 2, -2];
const FARTHEST: usize = 2;
/// Columns took each other's place where at least this many cells of either, and this many of a hundred,
/// say so.
const EXCHANGED_MIN: u64 = 5;
const EXCHANGED_PERCENT_MIN: u64 = 80;

/// A row from some column on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slip {
    /// The row, or the last of several.
    pub(crate) row: u32,
    /// The first column that slipped and the last, as indexes.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// How many columns to the right; below zero to the left.
    pub(crate) by: isize,
}

/// Two columns that took each other's place.
#[derive(Debug)]
pub(crate) struct Exchange {
    /// Their indexes.
    pub(crate) columns: [usize; 2],
    /// Where it shows.
    pub(crate) rows: RowSet,
}

/// All there is in a sheet.
#[derive(Debug, Default)]
pub(crate) struct Sideways {
    /// Rows in order.
    pub(crate) slips: Vec<Slip>,
    /// Pairs in order.
    pub(crate) exchanges: Vec<Exchange>,
}

impl Sideways {
    /// Neighbouring rows that slipped alike: the first row of each lot, and the lot as one slip.
    pub(crate) fn lots(&self) -> Vec<(u32, Slip)> {
        let mut lots: Vec<(u32, Slip)> = Vec::new();
        for slip in &self.slips {
            let before = lots.last_mut().map(|it| &mut it.1);
            match before.filter(|it| it.row + 1 == slip.row && it.by == slip.by) {
                Some(lot) => {
                    *lot = Slip {
                        first: lot.first.min(slip.first),
                        last: lot.last.max(slip.last),
                        ..*slip
                    };
                }
                None => lots.push((slip.row, *slip)),
            }
        }
        lots
    }

    /// Whether a row slipped.
    pub(crate) fn has_slip(&self, row: u32) -> bool {
        self.slips.iter().any(|it| it.row == row)
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.slips.is_empty() && self.exchanges.is_empty()
    }

    /// For each column with something that is told here, the rows.
    pub(crate) fn told(&self, roster: &Roster) -> Vec<Option<RowSet>> {
        let mut told: Vec<Option<RowSet>> = vec![None; roster.sheet.columns.len()];
        let none = || RowSet::new(roster.sheet.row_count());
        for slip in &self.slips {
            for rows in &mut told[slip.first..=slip.last] {
                rows.get_or_insert_with(none).insert(slip.row);
            }
        }
        for exchange in &self.exchanges {
            for index in exchange.columns {
                told[index].get_or_insert_with(none).add(&exchange.rows);
            }
        }
        told
    }
}

/// Finds slips and exchanges. Only rows that already have findings are looked at.
pub(crate) fn find(roster: &Roster, counted: &[CellFindings]) -> Sideways {
    let said = counted.iter().filter(|it| it.level != Level::Info);
    let said: Vec<&CellFindings> = said.collect();
    let mut texts = Texts::of(roster);
    let slips = slips(&mut texts, &said);
    let mut exchanges = exchanges(&mut texts, &said, &slips);
    exchanges.extend(exchanged_texts(&mut texts, &said));
    exchanges.extend(exchanged_numbers(roster, &said));
    Sideways { slips, exchanges }
}

/// Names or addresses that stand in another column, and what belongs into that one in theirs (R2013, R5011), or
/// the places that names come from, of which nothing is said.
fn exchanged_texts(texts: &mut Texts<'_>, said: &[&CellFindings]) -> Vec<Exchange> {
    let roster = texts.roster;
    let mut found = Vec::new();
    for column in [
        Column::Name,
        Column::Member1Name,
        Column::Member2Name,
        Column::Address,
        Column::HomeAddress,
        Column::MailingAddress,
        Column::Member1Address,
        Column::Member2Address,
    ] {
        let Some(index) = roster.index_of(column) else {
            continue;
        };
        let (code, is_like): (_, fn(&str) -> bool) = match column.info().kind {
            Kind::Name => ("R2013", is_like_name),
            _ => ("R5011", is_like_address),
        };
        let text = |index, row| roster.sheet.text(index, row).trim();
        let mut few = 0..roster.sheet.row_count().min(EXCHANGED_MIN as u32);
        let is_of_places = |row| code == "R2013" && is_place(text(index, row));
        let place = if few.len() > 1 && few.all(is_of_places) {
            roster.index_of(Column::NativePlace)
        } else {
            None
        };
        let is_said = |it: &&&CellFindings| it.rows.len() >= EXCHANGED_MIN;
        let is_odd = |it: &&CellFindings| it.index == index && RULES[it.rule].code == code;
        let mut others: Vec<usize> = place.into_iter().collect();
        if said.iter().filter(is_said).any(is_odd) {
            texts.ask_all(index);
            let here = said.iter().filter(is_said).map(|it| it.index);
            others.extend(here.filter(|it| texts.bits[*it] != 0));
        }
        for other in others {
            let mut shows = |row: u32| {
                is_like(text(other, row))
                    && if Some(other) == place {
                        is_place(text(index, row))
                    } else {
                        texts.fitting(index, row) & texts.bits[other] != 0
                    }
            };
            // A column that is full of other mistakes is given up after a look here and there.
            let all = roster.sheet.row_count();
            let some = (0..all).step_by((all / CELLS_SAMPLED).max(1) as usize);
            if some.clone().filter(|it| shows(*it)).count() * 2 < some.len() {
                continue;
            }
            let mut rows = RowSet::new(all);
            (0..all)
                .filter(|it| shows(*it))
                .for_each(|it| rows.insert(it));
            let count = rows.len();
            if count >= EXCHANGED_MIN
                && !has_more_filled(roster, index, count * 100 / EXCHANGED_PERCENT_MIN)
            {
                found.push(Exchange {
                    columns: [index.min(other), index.max(other)],
                    rows,
                });
                break;
            }
        }
    }
    found
}

/// The numbers of pupils and of a parent, or of both parents, where each row says so (R1005, R6005).
fn exchanged_numbers(roster: &Roster, said: &[&CellFindings]) -> Vec<Exchange> {
    let members = MEMBERS.each_ref().map(|it| roster.index_of(it.id_number));
    let number = roster.index_of(Column::IdNumber);
    let mut found = Vec::new();
    for it in said {
        let here = Some(it.index);
        let others = match RULES[it.rule].code {
            "R1005" if here == number => &members[..],
            "R6005" if here == members[0] => &members[1..],
            _ => continue,
        };
        let count = it.rows.len();
        if count < EXCHANGED_MIN
            || has_more_filled(roster, it.index, count * 100 / EXCHANGED_PERCENT_MIN)
        {
            continue;
        }
        let is_with = |row: u32, member| is_exchanged(&Row::unasked(roster, row), member);
        let with = |n: &usize| {
            let rows = it.rows.iter().filter(|row| is_with(*row, &MEMBERS[*n]));
            here != number || rows.count() as u64 * 100 >= count * EXCHANGED_PERCENT_MIN
        };
        let n = (2 - others.len()..2).find(with);
        found.extend(n.and_then(|n| members[n]).map(|other| Exchange {
            columns: [it.index, other],
            rows: it.rows.clone(),
        }));
    }
    found
}

fn slips(texts: &mut Texts<'_>, said: &[&CellFindings]) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut counts = vec![0_u8; texts.roster.sheet.row_count() as usize];
    let of_kind = said
        .iter()
        .filter(|it| OF_KIND.contains(&RULES[it.rule].code));
    for row in of_kind.flat_map(|it| it.rows.iter()) {
        let count = &mut counts[row as usize];
        *count = count.saturating_add(1);
    }
    let mut seen = 0;
    for (row, &count) in (0..).zip(&counts).filter(|it| *it.1 > 0) {
        let is_spilt = || texts.last_behind(row).is_some() && is_said_twice(said, row);
        if count < SAID_MIN && !is_spilt() {
            continue;
        }
        seen += 1;
        if seen > ROWS_LOOKED_AT_MAX && slips.is_empty() {
            break;
        }
        slips.extend(slip(texts, row, said));
    }
    slips
}

/// The slip of a row that the most cells speak for.
fn slip(texts: &mut Texts<'_>, row: u32, said: &[&CellFindings]) -> Option<Slip> {
    let mut best = None;
    let mut most = 0;
    for by in OFFSETS {
        if let Some((sum, slip)) = slip_by(texts, row, by)
            && sum > most
        {
            (most, best) = (sum, Some(slip));
        }
    }
    // It begins with a cell of which something is said.
    let is_said = |index: usize| {
        let mut of_cell = said.iter().filter(|it| it.index == index);
        of_cell.any(|it| it.rows.contains(row))
    };
    let mut slip = best?;
    while !is_said(slip.first) && slip.first < slip.last {
        slip.first += 1;
    }
    Some(slip)
}

/// The cells of a row that speak the loudest for a slip by `by` columns, if that is loud enough, and how
/// many more they are than those against it.
fn slip_by(texts: &mut Texts<'_>, row: u32, by: isize) -> Option<(usize, Slip)> {
    let count = texts.bits.len();
    let (mut best, mut lot) = (Lot::default(), Lot::default());
    for index in 0..count {
        match texts.look(index, row, by) {
            (true, 0) => {
                lot.against += 1;
                lot.sum = lot.sum.saturating_sub(1);
            }
            (false, origin) if origin != 0 && texts.has_form(index) => {
                if lot.sum == 0 {
                    lot = Lot {
                        first: index,
                        ..Lot::default()
                    };
                }
                lot.sum += 1;
                lot.origins |= origin;
                lot.last = index;
                if lot.sum > best.sum {
                    best = lot;
                }
            }
            _ => {}
        }
    }
    let (mut first, mut last) = (best.first, best.last);
    while first > 0 && !matches!(texts.look(first - 1, row, by), (true, 0)) {
        first -= 1;
    }
    while last + 1 < count && !matches!(texts.look(last + 1, row, by), (true, 0)) {
        last += 1;
    }
    let behind = if by > 0 { texts.last_behind(row) } else { None };
    last = behind.unwrap_or(last);
    let kinds = best.origins.count_ones();
    let is_plain = best.sum >= SUM_MIN && kinds >= KINDS_MIN && best.against * 8 <= best.sum;
    let wrong = (first..=last).filter(|&it| texts.is_wrong(it, row)).count();
    let right = (first..=last)
        .filter(|&it| texts.look(it, row, by).0)
        .count();
    let is_all = right == 0 && wrong >= WRONG_MIN_OF_FEW && best.sum >= SUM_MIN_OF_FEW && kinds > 1;
    // What was pushed out behind the header says so, too.
    let is_out = behind.is_some()
        && wrong > 0
        && (best.sum >= SUM_MIN_OF_FEW && kinds > 1 || texts.is_behind(best.last));
    let slip = Slip {
        row,
        first,
        last,
        by,
    };
    (is_plain || is_all || is_out).then_some((best.sum, slip))
}

/// Cells of a row while they are read.
#[derive(Clone, Copy, Default)]
struct Lot {
    first: usize,
    last: usize,
    sum: usize,
    against: usize,
    /// What kinds of columns the texts belong to.
    origins: u64,
}

/// Pairs of columns most of whose cells are wrong and right in the other column. The rows that slipped as
/// a whole are not looked at.
fn exchanges(texts: &mut Texts<'_>, said: &[&CellFindings], slips: &[Slip]) -> Vec<Exchange> {
    let roster = texts.roster;
    let mut slipped = RowSet::new(roster.sheet.row_count());
    for it in slips {
        slipped.insert(it.row);
    }
    let mut found: Vec<Exchange> = Vec::new();
    for index in 0..texts.bits.len() {
        let here = said.iter().filter(|it| it.index == index);
        let count: u64 = here.map(|it| it.rows.len()).sum();
        let most = count * 100 / EXCHANGED_PERCENT_MIN;
        let is_told = found.iter().any(|it| it.columns.contains(&index));
        if count < EXCHANGED_MIN || is_told || has_more_filled(roster, index, most) {
            continue;
        }
        let (bits, mut rows) = texts.strangers(index, &slipped);
        let others = (0..texts.bits.len()).filter(|&it| texts.bits[it] & bits != 0);
        for other in others.collect::<Vec<_>>() {
            let (back, others) = texts.strangers(other, &slipped);
            if back & texts.bits[index] != 0 {
                rows.add(&others);
                found.push(Exchange {
                    columns: [index.min(other), index.max(other)],
                    rows,
                });
                break;
            }
        }
    }
    found
}
