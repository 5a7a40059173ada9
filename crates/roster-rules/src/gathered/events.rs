//! The changes (异动) that the lists of a run name, pupil by pupil.
//!
//! Only lists of changes are read, not a column of changes that a roster happens to have. What is
//! not understood is no change.

use roster_model::{Column, Place};
use roster_values::date::Date;

use crate::gathered::members::is_filled;
use crate::gathered::wanted::Identity;
use crate::{Roster, Row, Run};

/// One change.
pub(crate) struct Event {
    pub(crate) sheet: u32,
    pub(crate) row: u32,
    /// The label of the table; empty when it is not understood.
    pub(crate) kind: &'static str,
    /// The column that its day is taken from.
    pub(crate) dated_by: Column,
    pub(crate) date: Option<Date>,
    pub(crate) end: Option<Date>,
    pub(crate) identity: Identity,
}

/// All changes of a run.
pub(crate) struct Events {
    /// The changes of each pupil, by date; in the order of the first rows.
    pub(crate) of_pupils: Vec<Vec<Event>>,
}

/// After these a pupil is no longer in the school.
pub(crate) const LEAVING: [&str; 7] = [
    "转出",
    "退学",
    "开除学籍",
    "取消学籍",
    "取消入学资格",
    "死亡",
    "辍学",
];

impl Event {
    pub(crate) fn place(&self, run: &Run<'_>, column: Column) -> Place {
        run.cell_or_row(self.sheet, self.row, column)
    }

    pub(crate) fn text<'r>(&self, run: &Run<'r>, column: Column) -> &'r str {
        run.rosters[self.sheet as usize]
            .text(column, self.row)
            .trim()
    }
}

impl Events {
    pub(crate) fn gather(run: &Run<'_>) -> Self {
        let mut all: Vec<Event> = Vec::new();
        for (sheet, roster) in run.sheets() {
            if roster.sheet.is_event_list() {
                let rows = 0..roster.sheet.row_count();
                all.extend(rows.map(|row| event(sheet, roster, row)));
            }
        }
        let pupils = pupils(&all);
        let mut of_pupils: Vec<Vec<Event>> = Vec::new();
        let mut place_of: Vec<Option<usize>> = vec![None; all.len()];
        for (event, pupil) in all.into_iter().zip(pupils) {
            let place = *place_of[pupil].get_or_insert(of_pupils.len());
            match of_pupils.get_mut(place) {
                Some(events) => events.push(event),
                None => of_pupils.push(vec![event]),
            }
        }
        for events in &mut of_pupils {
            roster_order::sort_by_key(events, |it| (it.date, it.sheet, it.row));
        }
        Events { of_pupils }
    }

    /// The leaves that nothing has ended yet and whose last day is known. One whose days contradict
    /// each other, or those of the only return, is told by itself.
    pub(crate) fn open_leaves<'e>(&'e self, run: &Run<'_>) -> Vec<(&'e Event, Date)> {
        let mut open = Vec::new();
        for events in &self.of_pupils {
            let has_its_return = only_pair(events).is_some();
            for leave in events.iter().filter(|it| it.kind == "休学") {
                let Some(end) = leave.end.filter(|it| Some(*it) > leave.date) else {
                    continue;
                };
                if has_its_return {
                    continue;
                }
                let ends = |it: &Event| match it.kind {
                    "休学" => it.end > leave.end,
                    "复学" | "恢复学籍" => true,
                    kind => LEAVING.contains(&kind),
                };
                let later = |it: &&Event| it.date.is_none() || it.date >= leave.date;
                let others = events.iter().filter(|it| !std::ptr::eq(*it, leave));
                let status = leave.text(run, Column::StudentStatus);
                let is_back = says_return(leave, run)
                    || ["复学", "正常", "在读", "在校"]
                        .iter()
                        .any(|it| status.contains(it));
                if !is_back && !others.filter(later).any(ends) {
                    open.push((leave, end));
                }
            }
        }
        roster_order::sort_by_key(&mut open, |(it, _)| (it.sheet, it.row));
        open
    }
}

/// Whether the last day of a leave is that of the return: 复学日期, not 应复学日期.
fn says_return(leave: &Event, run: &Run<'_>) -> bool {
    let roster = &run.rosters[leave.sheet as usize];
    let index = roster.index_of(Column::EventEndDate);
    let header = index.map_or("", |it| &roster.sheet.columns[it].header);
    header.contains("复学") && !header.contains(['应', '预', '拟'])
}

/// The one leave and the one return of a pupil who has no more of either.
pub(crate) fn only_pair(events: &[Event]) -> Option<(&Event, &Event)> {
    let only = |kind| {
        let mut of_kind = events.iter().filter(|it| it.kind == kind);
        of_kind.next().filter(|_| of_kind.next().is_none())
    };
    Some((only("休学")?, only("复学")?))
}

/// What a row names as its change; empty when it is not understood.
pub(crate) fn kind_of(row: &Row<'_>) -> &'static str {
    row.listed(Column::EventType)
        .entry()
        .map_or("", |it| it.label)
}

/// The column with the day of a change of this kind: a leave may have one of its own.
pub(crate) fn date_column(row: &Row<'_>, kind: &str) -> Column {
    let is_own = kind == "休学"
        && row.has(Column::LeaveStartDate)
        && (is_filled(row, Column::LeaveStartDate) || !is_filled(row, Column::EventDate));
    if is_own {
        Column::LeaveStartDate
    } else {
        Column::EventDate
    }
}

fn event(sheet: u32, roster: &Roster, number: u32) -> Event {
    let row = Row::unasked(roster, number);
    let kind = kind_of(&row);
    let dated_by = date_column(&row, kind);
    Event {
        sheet,
        row: number,
        kind,
        dated_by,
        date: row.date(dated_by).date(),
        end: row.date(Column::EventEndDate).date(),
        identity: Identity::of(roster, number),
    }
}

/// For each change the first change of the same pupil.
fn pupils(all: &[Event]) -> Vec<usize> {
    let mut first: Vec<usize> = (0..all.len()).collect();
    let mut order = first.clone();
    // Three ways to be one pupil; after each sorting the rows of a key stand together.
    roster_order::sort_by_key(&mut order, |&it| (all[it].identity.number, it));
    join(&mut first, &order, |a, b| {
        all[a].identity.number.is_some() && all[a].identity.number == all[b].identity.number
    });
    roster_order::sort_by_key(&mut order, |&it| (all[it].identity.id, it));
    join(&mut first, &order, |a, b| {
        all[a].identity.id.is_some() && all[a].identity.id == all[b].identity.id
    });
    roster_order::sort_by(&mut order, |&a, &b| {
        let key = |it: usize| (&all[it].identity.name, all[it].identity.birth, it);
        key(a).cmp(&key(b))
    });
    join(&mut first, &order, |a, b| {
        all[a].identity.is_same(&all[b].identity)
    });
    (0..all.len()).map(|it| root(&first, it)).collect()
}

/// Joins neighbours that are one pupil.
fn join(first: &mut [usize], order: &[usize], is_same: impl Fn(usize, usize) -> bool) {
    for pair in order.windows(2) {
        if is_same(pair[0], pair[1]) {
            let (a, b) = (root(first, pair[0]), root(first, pair[1]));
            first[a.max(b)] = a.min(b);
        }
    }
}

fn root(first: &[usize], mut at: usize) -> usize {
    while first[at] != at {
        at = first[at];
    }
    at
}
