//! Which formulas of a workbook look at cells that change, directly or through other formulas. The results
//! that are saved with them are old then, and not every program works them out again by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use memchr::memmem;
use roster_package::xml::{Tag, Token, Tokens, Value};

use super::Spot;
use super::address::{self, block};
use super::calculated::{calculated, is_date};
use super::cells::Cells;
use super::job::{Job, read_part, relations_of};
use super::markup::root;
use super::references::{Area, Named, References};

const CHUNK_BYTES: usize = 64 << 10;
/// More is not kept in memory.
const AREAS_MAX: usize = 4 << 20;
/// Formulas that look at formulas are gone through up and down; nobody's have more turns.
const PASSES_MAX: usize = 32;

/// What is known of the formulas of a workbook.
#[derive(Debug, Default)]
pub(super) struct Stale {
    /// Formulas whose results are old, by the names of their sheets.
    pub(super) by_sheet: BTreeMap<String, BTreeSet<Spot>>,
    /// Whether there may be more.
    pub(super) is_unclear: bool,
}

/// The formulas that look at the cells that are given a text.
pub(super) fn stale(job: &Job<'_>, asked: &mut BTreeMap<String, Cells>) -> Stale {
    let mut stale = Stale::default();
    let listed = job.sheet_parts();
    let mut named = Named {
        sheets: listed.iter().map(|it| it.0.clone()).collect(),
        tables: Vec::new(),
    };
    let names = named.sheets.clone();
    let Some((mut changed, mut dates)) = changed_cells(job, &listed, asked) else {
        return stale;
    };
    for (sheet, (_, part)) in (0..u16::MAX).zip(&listed) {
        let tables = part.iter().flat_map(|it| tables_of(job, it, sheet));
        named.tables.extend(tables);
    }
    let mut book = Formulas {
        named: &named,
        list: Vec::new(),
        areas: Vec::new(),
        is_whole: true,
    };
    for (sheet, (_, part)) in (0..u16::MAX).zip(&listed) {
        let entry = part.as_deref().and_then(|it| job.archive.find(it));
        let dates = &mut dates[usize::from(sheet)];
        let stream = || entry.and_then(|it| job.archive.stream(it).ok());
        if stream().is_some_and(has_formula) {
            let read = stream().map(|it| book.read(it, sheet, dates));
            book.is_whole &= read.is_some_and(|it| it.is_some());
        }
        for spot in std::mem::take(dates) {
            changed[usize::from(sheet)].add(spot);
        }
    }
    stale.is_unclear = !book.is_whole || !book.spread(&mut changed);
    for it in book.list {
        let name = &names[usize::from(it.sheet)];
        let cells = asked.get(name);
        let touched = cells.and_then(|cells| cells.touched.get(&it.spot));
        if touched.is_some_and(|it| it.text.is_some()) {
            continue;
        }
        match (it.is_reached, it.saved) {
            (true, Saved::Nothing) => {}
            (true, Saved::One) => {
                let spots = stale.by_sheet.entry(name.clone()).or_default();
                spots.insert(it.spot);
            }
            (true, Saved::Several) => stale.is_unclear = true,
            (false, _) => stale.is_unclear |= it.is_unclear,
        }
    }
    stale
}

/// The cells that are given a text, sheet by sheet, and apart those that are given a date in a column that formulas
/// calculate with; nothing where there is none of either. What such columns are is noted in `asked`.
fn changed_cells(
    job: &Job<'_>,
    listed: &[(String, Option<String>)],
    asked: &mut BTreeMap<String, Cells>,
) -> Option<(Vec<Columns>, Vec<BTreeSet<Spot>>)> {
    let mut changed = vec![Columns::default(); listed.len()];
    let mut dates = vec![BTreeSet::new(); listed.len()];
    let mut is_any = false;
    for (name, cells) in asked.iter_mut() {
        let sheet = listed.iter().position(|it| it.0 == *name);
        let part = sheet.and_then(|it| listed[it].1.as_deref());
        let Some((sheet, part)) = sheet.zip(part) else {
            continue;
        };
        cells.calculated = calculated(job, part, name, cells.touched.values());
        for it in cells.touched.values() {
            let Some(text) = &it.text else { continue };
            is_any = true;
            if is_date(text) && cells.calculated.contains(&it.spot.position) {
                dates[sheet].insert(it.spot);
            } else {
                changed[sheet].add(it.spot);
            }
        }
    }
    is_any.then_some((changed, dates))
}

/// The tables of a sheet that can be read.
fn tables_of(job: &Job<'_>, part: &str, sheet: u16) -> Vec<(String, Area)> {
    let Ok(relations) = relations_of(&job.archive, part) else {
        return Vec::new();
    };
    let tables = relations.of_kind("table").filter_map(|it| {
        let text = read_part(&job.archive, &it.part).ok()?;
        let table = root(&text).ok()?.tag;
        let cells = block(&table.attribute("ref")?)?;
        let name = table.attribute("displayName").or(table.attribute("name"))?;
        let area = Area {
            sheet,
            rows: (cells.first_row, cells.last_row),
            positions: (cells.first_position, cells.last_position),
        };
        Some((name.into_owned(), area))
    });
    tables.collect()
}

/// Whether a sheet may have a formula.
fn has_formula(mut sheet: impl Read) -> bool {
    let mut chunk = vec![0; CHUNK_BYTES];
    let mut kept = 0;
    while let Ok(count @ 1..) = sheet.read(&mut chunk[kept..]) {
        let filled = kept + count;
        // `<f>`, `<f t="shared"`, `<x:f>`: how an element of this name begins.
        let mut found = memmem::find_iter(&chunk[..filled], b"f");
        let is_one = |at: usize| {
            at > 0
                && matches!(chunk[at - 1], b'<' | b':')
                && at + 1 < filled
                && matches!(chunk[at + 1], b'>' | b' ' | b'/' | b'\n' | b'\r' | b'\t')
        };
        if found.any(is_one) {
            return true;
        }
        let start = filled.saturating_sub(2);
        chunk.copy_within(start..filled, 0);
        kept = filled - start;
    }
    false
}

/// Cells of a sheet, column by column.
#[derive(Clone, Debug, Default)]
struct Columns(BTreeMap<u16, BTreeSet<u32>>);

impl Columns {
    fn add(&mut self, spot: Spot) {
        let rows = self.0.entry(spot.position).or_default();
        rows.insert(spot.row_number);
    }

    fn meets(&self, area: &Area) -> bool {
        let (first, last) = area.rows;
        let mut columns = self.0.range(area.positions.0..=area.positions.1);
        columns.any(|it| it.1.range(first..=last).next().is_some())
    }
}

/// The results that are saved with a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saved {
    Nothing,
    One,
    /// It fills other cells too.
    Several,
}

/// A formula of a cell.
struct Formula {
    sheet: u16,
    spot: Spot,
    /// Where its areas begin and end.
    areas: (usize, usize),
    /// Whether it looks at more than its areas.
    is_unclear: bool,
    saved: Saved,
    /// Whether something it looks at has changed.
    is_reached: bool,
}

/// All formulas.
struct Formulas<'n> {
    named: &'n Named,
    list: Vec<Formula>,
    areas: Vec<Area>,
    /// Whether all of them could be kept.
    is_whole: bool,
}

impl Formulas<'_> {
    /// Takes in the formulas of a sheet; nothing is given where it could not be read to its end.
    /// Of `dates`, which formulas calculate with, those go that are dates now and so will stay.
    fn read(&mut self, sheet: impl Read, number: u16, dates: &mut BTreeSet<Spot>) -> Option<()> {
        let mut tokens = Tokens::new(sheet);
        let mut shared: BTreeMap<Vec<u8>, (Spot, References)> = BTreeMap::new();
        let mut at = Spot {
            row_number: 0,
            position: 0,
        };
        let (mut next, mut is_in_cell) = (0_u16, false);
        let mut open: Option<Open> = None;
        let mut text = String::new();
        while let Some(token) = tokens.next().ok()? {
            match token {
                Token::Start(tag) => match tag.local() {
                    b"row" => {
                        let row = tag.attribute("r").and_then(Value::number);
                        at.row_number = row.unwrap_or(at.row_number.saturating_add(1));
                        next = 0;
                    }
                    b"c" => {
                        let address = tag.attribute("r").map(Value::text);
                        let found = address.and_then(|it| address::cell(&it));
                        at.position = found.map_or(next, |it| it.1);
                        next = at.position.saturating_add(1);
                        is_in_cell = !tag.is_closed();
                        let kind = tag.attribute("t").map(Value::raw);
                        if is_in_cell && matches!(kind, None | Some(b"n" | b"d")) {
                            dates.remove(&at);
                        }
                    }
                    b"f" if is_in_cell => {
                        let it = Open::of(&tag);
                        if tag.is_closed() {
                            self.add(number, at, &it, "", &mut shared);
                        } else {
                            text.clear();
                            open = Some(it);
                        }
                    }
                    b"v" if is_in_cell && !tag.is_closed() => {
                        let last = self.list.last_mut();
                        let here = last.filter(|it| it.sheet == number && it.spot == at);
                        if let Some(it) = here.filter(|it| it.saved == Saved::Nothing) {
                            it.saved = Saved::One;
                        }
                    }
                    _ => {}
                },
                Token::Text(it) if open.is_some() => it.push_to(&mut text),
                Token::End(tag) if tag.local() == b"f" => {
                    if let Some(it) = open.take() {
                        self.add(number, at, &it, &text, &mut shared);
                    }
                }
                Token::End(tag) if tag.local() == b"c" => is_in_cell = false,
                _ => {}
            }
        }
        Some(())
    }

    fn add(
        &mut self,
        sheet: u16,
        spot: Spot,
        open: &Open,
        text: &str,
        shared: &mut BTreeMap<Vec<u8>, (Spot, References)>,
    ) {
        let first = self.areas.len();
        if first > AREAS_MAX {
            self.is_whole = false;
            return;
        }
        let mut is_unclear = open.is_table;
        if let Some((from, read)) = shared.get(&open.number).filter(|_| text.is_empty()) {
            is_unclear |= read.is_unclear;
            self.areas.extend(read.moved(*from, spot));
        } else {
            let read = References::of(text, sheet, self.named);
            is_unclear |= read.is_unclear;
            self.areas.extend(read.moved(spot, spot));
            if !open.number.is_empty() {
                shared.insert(open.number.clone(), (spot, read));
            }
        }
        self.list.push(Formula {
            sheet,
            spot,
            areas: (first, self.areas.len()),
            is_unclear,
            saved: if open.is_several {
                Saved::Several
            } else {
                Saved::Nothing
            },
            is_reached: false,
        });
    }

    /// Finds all that is reached by what has changed; whether it came to an end.
    fn spread(&mut self, changed: &mut [Columns]) -> bool {
        let areas = &self.areas;
        for pass in 0..PASSES_MAX {
            let mut is_more = false;
            let mut reach = |it: &mut Formula| {
                let own = &areas[it.areas.0..it.areas.1];
                let is_met = |it: &Area| changed[usize::from(it.sheet)].meets(it);
                if !it.is_reached && own.iter().any(is_met) {
                    it.is_reached = true;
                    is_more = true;
                    changed[usize::from(it.sheet)].add(it.spot);
                }
            };
            if pass % 2 == 0 {
                self.list.iter_mut().for_each(&mut reach);
            } else {
                self.list.iter_mut().rev().for_each(&mut reach);
            }
            if !is_more {
                return true;
            }
        }
        false
    }
}

/// What the tag of a formula says.
struct Open {
    /// By which the other cells of a formula that is written once know it.
    number: Vec<u8>,
    is_several: bool,
    is_table: bool,
}

impl Open {
    fn of(tag: &Tag<'_>) -> Self {
        let kind = tag.attribute("t").map_or(&b""[..], Value::raw);
        let filled = tag.attribute("ref").and_then(|it| block(&it.text()));
        let is_one = filled
            .is_some_and(|it| (it.first_row, it.first_position) == (it.last_row, it.last_position));
        let number = tag.attribute("si").filter(|_| kind == b"shared");
        Open {
            number: number.map_or_else(Vec::new, |it| it.raw().to_vec()),
            is_several: kind == b"dataTable" || kind == b"array" && !is_one,
            is_table: kind == b"dataTable",
        }
    }
}
