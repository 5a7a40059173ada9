//! Finds the rows that do not meet what the profile demands, and works out one finding in full.
//!
//! Demands of one kind on one column and level are one cause: a row that fails two of them is told
//! once, by the first.

use roster_model::{CellKind, CellPlace, Finding, Level, Place, RowSet, Trust, ValueId};
use roster_order::FewMap;
use roster_standard::{AnyColumn, Listed, LocalKind, Profile};
use roster_values::date::read_date;
use roster_values::text::{Traits, half_width, strip, trim};

use crate::active::demand::{Bound, Demand, DemandKind, Measure, What, When, meant, title, value};
use crate::date_forms::{form_in_words, written_date};
use crate::lists::{is_open, says_less};
use crate::walk::own_forms::{is_same, same_in};
use crate::{CellFindings, Roster};

/// Rows told of beside the finding's own: each of the others has a finding too.
const RELATED_MAX: usize = 5;
/// The form that dates have where a profile says nothing.
const PLAIN_DATE: &str = "YYYYMMDD";
/// Texts of a list that a sentence spells out.
const LIST_MAX: usize = 20;

/// The rows that fail, for each column and level.
pub(crate) fn count(kind: DemandKind, roster: &Roster) -> FewMap<(usize, Level), RowSet> {
    let mut sets: FewMap<(usize, Level), RowSet> = FewMap::default();
    for demand in demands(kind, roster) {
        let Some(index) = roster.index_of_any(demand.column) else {
            continue;
        };
        for row in failing(demand, index, roster).iter() {
            let none = || RowSet::new(roster.sheet.row_count());
            sets.get_or_insert_with((index, level(demand, index, row, roster)), none)
                .insert(row);
        }
    }
    sets
}

/// Whether the profile demands anything of this kind of a column the sheet has.
pub(crate) fn runs(kind: DemandKind, roster: &Roster) -> bool {
    let mut demands = demands(kind, roster);
    demands.any(|it| roster.index_of_any(it.column).is_some())
}

/// The finding of a cause in a row.
pub(crate) fn tell(
    kind: DemandKind,
    rule: &'static str,
    cause: &CellFindings,
    row: u32,
    roster: &Roster,
) -> Option<Finding> {
    let here = |it: &&Demand| roster.index_of_any(it.column) == Some(cause.index);
    // The level of the cause may be one that the profile sets for the rule.
    let of_level = |it: &&Demand| {
        let known = roster.sheet.columns[cause.index].column;
        let level = level(it, cause.index, row, roster);
        roster.profile.level(rule, known, level) == Some(cause.level)
    };
    let mut demands = demands(kind, roster).filter(here).filter(of_level);
    let demand = demands.find(|it| fails(it, cause.index, row, roster))?;
    let position = roster.sheet.columns[cause.index].position;
    let place = Place::Cell(CellPlace {
        sheet: cause.sheet,
        row,
        position,
    });
    let mut finding = Finding::new(rule, cause.level, place);
    let (zh, en) = title(demand.column, &roster.profile);
    finding.said("column", zh, en);
    facts(&mut finding, demand, cause, row, roster);
    let hint = &demand.hint;
    let space = if hint.en.is_empty() { "" } else { " " };
    finding.said("hint", &hint.zh, &format!("{space}{}", hint.en));
    Some(finding)
}

fn demands(kind: DemandKind, roster: &Roster) -> impl Iterator<Item = &Demand> {
    let demands = roster.profile.demands.iter();
    demands.filter(move |it| it.what.kind() == kind)
}

/// The level at which a row is told. What is in the standard's list as little as in that of the file is an error
/// as it is without the file, unless the file says otherwise.
fn level(demand: &Demand, index: usize, row: u32, roster: &Roster) -> Level {
    let is_refused = || {
        let known = roster.sheet.columns[index].column;
        known.is_some_and(|it| it.info().table.is_some() && !is_open(it))
            && roster.listed(index)[roster.value(index, row).0 as usize] == Listed::Unknown
    };
    if !demand.has_level && matches!(demand.what, What::List(_)) && is_refused() {
        Level::Error
    } else {
        demand.level
    }
}

fn failing(demand: &Demand, index: usize, roster: &Roster) -> RowSet {
    let cells = &roster.sheet.columns[index].cells;
    match &demand.what {
        What::List(_) | What::Pattern(_) | What::Kind(_) | What::Range { .. } => {
            let fails = |id| !is_missing(index, id, roster) && !is_met(demand, index, id, roster);
            let flags: Vec<bool> = cells.values().map(fails).collect();
            cells.rows_with(&flags)
        }
        What::Filled(None) => {
            let has_none = |id| has_none(demand.column, index, id, roster);
            let flags: Vec<bool> = cells.values().map(has_none).collect();
            cells.rows_with(&flags)
        }
        What::Once => repeated(index, roster),
        What::Compare { .. } | What::Filled(Some(_)) => {
            let mut rows = RowSet::new(roster.sheet.row_count());
            for row in 0..roster.sheet.row_count() {
                if fails(demand, index, row, roster) {
                    rows.insert(row);
                }
            }
            rows
        }
    }
}

/// Whether one row fails a demand.
fn fails(demand: &Demand, index: usize, row: u32, roster: &Roster) -> bool {
    let text = roster.sheet.text(index, row);
    let is_missing_at = |index| is_missing(index, roster.value(index, row), roster);
    match &demand.what {
        What::Filled(when) => {
            has_none(demand.column, index, roster.value(index, row), roster)
                && when.as_ref().is_none_or(|it| it.holds(row, roster))
        }
        _ if is_missing_at(index) => false,
        What::Compare { sign, with, kind } => {
            let Some(other) = roster.index_of_any(*with) else {
                return false;
            };
            if is_missing_at(other) {
                return false;
            }
            let other = roster.sheet.text(other, row);
            if *kind == LocalKind::Text {
                return !sign.holds(&text.trim(), &other.trim());
            }
            match (value(*kind, text), value(*kind, other)) {
                (Some(left), Some(right)) => !sign.holds(&left, &right),
                _ => false,
            }
        }
        What::Once => with_same_text(index, row, roster).len() > 1,
        _ => !is_met(demand, index, roster.value(index, row), roster),
    }
}

/// Whether a cell has nothing, or what stands for nothing in the profile file.
fn is_missing(index: usize, id: ValueId, roster: &Roster) -> bool {
    let text = roster.sheet.columns[index].cells.text(id).trim();
    let mut words = roster.profile.missing.iter();
    roster.traits(index)[id.0 as usize].contains(Traits::BLANK) || words.any(|it| it == text)
}

/// Whether a text meets what is demanded of it by itself. A date has the form of the file where that has signs: without
/// them it is the ordinary form, and any date was good enough for the file.
fn is_met(demand: &Demand, index: usize, id: ValueId, roster: &Roster) -> bool {
    let cells = &roster.sheet.columns[index].cells;
    let text = cells.text(id);
    if matches!(demand.what, What::Kind(LocalKind::Date)) && cells.kind(id) != CellKind::Date {
        let form = roster.parameter("date_form");
        let day = read_date(text).date();
        return day.is_some_and(|it| {
            form == PLAIN_DATE || written_date(it, form) == half_width(&strip(text))
        });
    }
    demand.what.is_met_by(text)
}

/// Whether a text is none, or only stands for one: 待补, /. An answer that is listed is one, and in a column
/// of the file's own, which may ask for anything, 无 is one too.
fn has_none(column: AnyColumn, index: usize, id: ValueId, roster: &Roster) -> bool {
    if is_missing(index, id, roster) {
        return true;
    }
    if !roster.traits(index)[id.0 as usize].contains(Traits::PLACEHOLDER) {
        return false;
    }
    let text = trim(roster.sheet.columns[index].cells.text(id));
    let is_answer = match column {
        AnyColumn::Known(known) => {
            let table = known.info().table;
            table.is_some_and(|it| !matches!(it.find(text), Listed::Unknown))
        }
        AnyColumn::Local(_) => matches!(text, "无" | "没有"),
    };
    let mut lists = demands(DemandKind::List, roster).filter(|it| it.column == column);
    !is_answer && !lists.any(|it| it.what.is_met_by(text))
}

impl When {
    fn holds(&self, row: u32, roster: &Roster) -> bool {
        let Some(index) = roster.index_of_any(self.column) else {
            return false;
        };
        let text = roster.sheet.text(index, row).trim();
        if self.is.is_empty() {
            return !roster.is_blank_at(index, row);
        }
        let is = |text: &str| self.is.iter().any(|it| it == text);
        // A code stands for its label, and so does another word: 2 and 寄宿 for 住校.
        let AnyColumn::Known(known) = self.column else {
            return is(text);
        };
        is(text) || self.is.iter().any(|it| is_same(known, it, text))
    }
}

/// The rows whose text another row has too.
fn repeated(index: usize, roster: &Roster) -> RowSet {
    let text = |row: u32| roster.sheet.text(index, row).trim();
    let mut repeated = RowSet::new(roster.sheet.row_count());
    let filled = roster.rows_by_text(index);
    for same in filled.chunk_by(|&a, &b| text(a) == text(b)) {
        if same.len() > 1 && !is_missing(index, roster.value(index, same[0]), roster) {
            for &row in same {
                repeated.insert(row);
            }
        }
    }
    repeated
}

/// The rows with the text of one row, itself among them.
fn with_same_text(index: usize, row: u32, roster: &Roster) -> &[u32] {
    let text = |row: u32| roster.sheet.text(index, row).trim();
    let filled = roster.rows_by_text(index);
    let start = filled.partition_point(|&it| text(it) < text(row));
    let rest = &filled[start..];
    &rest[..rest.partition_point(|&it| text(it) == text(row))]
}

fn facts(finding: &mut Finding, demand: &Demand, cause: &CellFindings, row: u32, roster: &Roster) {
    let relate = |finding: &mut Finding, index: usize, row: u32| {
        finding.related.push(Place::Cell(CellPlace {
            sheet: cause.sheet,
            row,
            position: roster.sheet.columns[index].position,
        }));
    };
    match &demand.what {
        What::List(list) => {
            let mut told: Vec<&str> = list.iter().take(LIST_MAX).map(String::as_str).collect();
            if list.len() > LIST_MAX {
                told.push("…");
            }
            finding.fact("list", told.join("、"));
            propose(finding, demand, list, cause, row, roster);
        }
        // What the file says in words is plainer than a pattern.
        What::Pattern(_) if !demand.hint.zh.is_empty() => {
            let (zh, en) = ("模板文件规定的样子。", "as the profile file says.");
            finding.said("format", zh, en);
        }
        // A pattern is hard to read for a person who fills in a roster, and more than nothing.
        What::Pattern(pattern) => {
            let pattern = pattern.source();
            let zh = format!("模板文件规定的样子（{pattern}）；不清楚的，问发模板文件的单位。");
            let en = format!("as the profile file says ({pattern}); ask whoever sent it.");
            finding.said("format", &zh, &en);
        }
        What::Kind(kind) => {
            let (zh, en) = form_asked(*kind, roster);
            finding.said("format", &zh, &en);
        }
        What::Range {
            measure,
            least,
            most,
        } => {
            let (zh, en) = range_said(*measure, least.as_ref(), most.as_ref());
            finding.said("expected", &zh, &en);
        }
        What::Compare { sign, with, kind } => {
            let (zh, en) = title(*with, &roster.profile);
            let said = sign.said(*kind);
            finding
                .said("other", zh, en)
                .said("relation", said.0, said.1);
            if let Some(index) = roster.index_of_any(*with) {
                relate(finding, index, row);
            }
        }
        What::Filled(when) => {
            if let Some(index) = when.as_ref().and_then(|it| roster.index_of_any(it.column)) {
                relate(finding, index, row);
            }
        }
        What::Once => {
            let same = with_same_text(cause.index, row, roster);
            finding.number("count", same.len() as u64);
            let others = same.iter().filter(|it| **it != row);
            for &other in others.take(RELATED_MAX) {
                relate(finding, cause.index, other);
            }
        }
    }
}

/// Proposes the text of a list that a text means.
fn propose(
    finding: &mut Finding,
    demand: &Demand,
    list: &[String],
    cause: &CellFindings,
    row: u32,
    roster: &Roster,
) {
    let text = roster.sheet.text(cause.index, row);
    if let AnyColumn::Known(column) = demand.column
        && let Some(same) = same_in(list, column, text)
    {
        let entry = roster.listed(cause.index)[roster.value(cause.index, row).0 as usize];
        let is_less = entry.entry().is_some_and(|it| says_less(column, it));
        let trust = if is_less { Trust::Review } else { Trust::Safe };
        finding.fix(trust, text, same);
    } else if let Some(meant) = meant(list, text) {
        finding.fix(Trust::Review, text, meant);
    }
}

/// How a cell of a kind is written, in words; a date as the profile wants it.
fn form_asked(kind: LocalKind, roster: &Roster) -> (String, String) {
    let form = roster.parameter("date_form");
    if kind == LocalKind::Date && form != PLAIN_DATE {
        let said = form_in_words(form);
        return (format!("{}。", said.zh), format!("{}.", said.en));
    }
    let (zh, en) = form_of(kind);
    (zh.to_owned(), en.to_owned())
}

/// What a profile file demands that neither a list of choices nor a kind shows, for the person who fills in a form.
pub fn demanded(what: &What, profile: &Profile) -> (String, String) {
    match what {
        What::Range {
            measure,
            least,
            most,
        } => {
            let (zh, en) = range_said(*measure, least.as_ref(), most.as_ref());
            (format!("{zh}。"), format!("{en}. "))
        }
        What::Filled(Some(when)) => {
            let (zh, en) = title(when.column, profile);
            let is = when.is.join("、");
            (
                format!("“{zh}”填了{is}的必填。"),
                format!("Required where {en} is filled in: {is}. "),
            )
        }
        What::Once => (
            "每名学生不同。".to_owned(),
            "Another for each pupil. ".to_owned(),
        ),
        _ => (String::new(), String::new()),
    }
}

/// A range in both languages.
fn range_said(measure: Measure, least: Option<&Bound>, most: Option<&Bound>) -> (String, String) {
    let (zh, en, units) = match measure {
        Measure::Length => (
            ["至少", "最多"],
            ["at least ", "at most "],
            ["个字", " characters"],
        ),
        Measure::Value(LocalKind::Date | LocalKind::Month) => (
            ["不早于", "不晚于"],
            ["not before ", "not after "],
            ["", ""],
        ),
        Measure::Value(_) => (["不小于", "不大于"], ["at least ", "at most "], ["", ""]),
    };
    let said = |words: [&str; 2], unit: &str| match (least, most) {
        (Some(least), Some(most)) => format!("{} – {}{unit}", least.text, most.text),
        (Some(end), None) => format!("{}{}{unit}", words[0], end.text),
        (None, Some(end)) => format!("{}{}{unit}", words[1], end.text),
        (None, None) => String::new(),
    };
    (said(zh, units[0]), said(en, units[1]))
}

fn form_of(kind: LocalKind) -> (&'static str, &'static str) {
    match kind {
        LocalKind::Text => ("文字。", "a text."),
        LocalKind::Number => ("数字，如 12 或 1.5。", "a number such as 12 or 1.5."),
        LocalKind::Date => ("日期，如 20260901。", "a date such as 20260901."),
        LocalKind::Month => ("年月，如 202609。", "a month such as 202609."),
    }
}
