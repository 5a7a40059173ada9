//! What is in the rosters and what should be said about it, as JSON.
//! Rows are physical: the row number that a spreadsheet program shows, in every format alike.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::columns::{self as col, COLUMNS};
use super::faults::Told;
use super::layout::Line;
use super::{Made, Part, Plan};

/// The truth about all parts.
pub(super) fn json(plan: &Plan, made: &Made) -> String {
    let rows: Vec<Vec<usize>> = made.parts.iter().map(|it| it.layout.pupil_rows()).collect();
    let truth = json!({
        "schema": "roster-truth/1",
        "plan": plan.as_json(),
        "today": "2026-11-21",
        "parts": made.parts.iter().map(part_json).collect::<Vec<_>>(),
        "faults": faults(made, &rows),
        "groups": groups(made, &rows),
        "set": made.settings.iter().map(|(name, value)| (*name, value.as_str())).collect::<BTreeMap<_, _>>(),
        "natural": natural(made, &rows),
    });
    let mut text = serde_json::to_string_pretty(&truth).unwrap_or_default();
    text.push('\n');
    text
}

fn part_json(part: &Part) -> Value {
    let layout = &part.layout;
    let checked = layout.checked_rows();
    let headers = layout.rows_of(|it| it == Line::Header);
    let levels = if layout.sub_header.is_some() { 2 } else { 1 };
    let first_header = headers.first().copied().unwrap_or(1);
    json!({
        "stem": part.stem,
        "rows": checked.len(),
        "physical_rows": layout.lines.len(),
        "header_rows": (first_header..first_header + levels).collect::<Vec<_>>(),
        "first_row": checked.first(),
        "last_row": checked.last(),
        "columns": layout.columns.iter().map(|it| COLUMNS[*it].key).collect::<Vec<_>>(),
        "leading_number_column": layout.numbered,
        "headers": layout.header,
        "sub_headers": layout.sub_header,
        "title_rows": layout.rows_of(|it| matches!(it, Line::Title(_))),
        "sample_rows": layout.rows_of(|it| it == Line::Sample),
        "blank_rows": layout.rows_of(|it| it == Line::Blank),
        "repeated_headers": headers.get(1..),
        "footer_rows": layout.rows_of(|it| matches!(it, Line::Total | Line::Footer)),
    })
}

fn faults(made: &Made, rows: &[Vec<usize>]) -> Vec<Value> {
    let mut faults = Vec::new();
    for (index, part) in made.parts.iter().enumerate() {
        for fault in &part.faults {
            let kind = fault.kind;
            faults.push(json!({
                "part": index + 1,
                "row": rows[index][fault.person],
                "rows": fault.seen_at.iter().map(|it| rows[index][*it]).collect::<Vec<_>>(),
                "column": kind.columns.first().map(|_| COLUMNS[fault.column].key),
                "columns": kind.columns.iter().map(|it| COLUMNS[*it].key).collect::<Vec<_>>(),
                "kind": kind.name,
                "rule": kind.rule,
                "level": kind.level.text(),
                "original": fault.original,
                "written": fault.written.shown(),
                "implied": kind.implied,
                "of_file": kind.told == Told::File,
            }));
        }
    }
    faults
}

fn groups(made: &Made, rows: &[Vec<usize>]) -> Vec<Value> {
    let mut members: Vec<Vec<(usize, usize, usize)>> = vec![Vec::new(); made.groups.len()];
    for (index, part) in made.parts.iter().enumerate() {
        for (at, person) in part.people.iter().enumerate() {
            if let Some((group, member)) = person.tag {
                members[group].push((member, index, rows[index][at]));
            }
        }
    }
    let of_group = |(group, mut members): (usize, Vec<(usize, usize, usize)>)| {
        let case = made.groups[group];
        members.sort_unstable();
        if case.name == "A" {
            // The rows are equal: the first in the sheet is the one to keep.
            members.sort_unstable_by_key(|(_, part, row)| (*part, *row));
            for (place, member) in members.iter_mut().enumerate() {
                member.0 = place;
            }
        }
        let members: Vec<Value> = members
            .iter()
            .map(|(member, part, row)| {
                let role = &case.roles[*member];
                let columns = &made.parts[*part].layout.columns;
                // One 学籍号 is one record, however often a list has it.
                let is_one_record = case.name == "A" && columns.contains(&col::STUDENT_NUMBER);
                json!({
                    "part": part + 1,
                    "row": row,
                    "handling": role.handling,
                    "after_import": if is_one_record { "review" } else { role.after_import },
                    "implied": role.implied,
                })
            })
            .collect();
        let is_decoy = super::groups::DECOYS.iter().any(|it| it.name == case.name);
        json!({
            "kind": if is_decoy { "decoy" } else { "duplicate" },
            "case": case.name,
            "rule": case.rule,
            "verdict": case.verdict,
            "members": members,
        })
    };
    members.into_iter().enumerate().map(of_group).collect()
}

/// Findings that a faultless pupil or a sample row brings along.
fn natural(made: &Made, rows: &[Vec<usize>]) -> Vec<Value> {
    let mut natural = Vec::new();
    for (index, part) in made.parts.iter().enumerate() {
        for row in part.layout.rows_of(|it| it == Line::Sample) {
            natural.push(json!({
                "part": index + 1,
                "row": row,
                "column": null,
                "rule": "R0017",
                "level": "warning",
            }));
        }
        let seen = part.layout.columns.contains(&col::ID_NUMBER);
        for (at, person) in part.people.iter().enumerate() {
            if seen && person.id_type == "其他" && person.id_number.is_empty() {
                natural.push(json!({
                    "part": index + 1,
                    "row": rows[index][at],
                    "column": "id_number",
                    "rule": "R1024",
                    "level": "warning",
                }));
            }
        }
    }
    natural
}
