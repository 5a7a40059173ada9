//! A generated roster, what the product says about it, and what its truth says should be said.
//!
//! Errors and warnings have to be exactly those of the truth; infos are free. Groups have to be
//! exactly those of the truth, with the handling of every member.

use std::collections::BTreeSet;

use roster_engine::wire::{CheckOptions, Finding, Place};
use roster_engine::{Describe, Options, Session, Values};
use roster_rules::Roster;
use roster_standard::Profile;
use serde_json::Value;
use xtask::roster::{Plan, Rosters};

use crate::example_check::{findings, line};

/// The finished check of one kind of file, beside its truth.
pub(crate) struct Checked {
    pub(crate) session: Session,
    pub(crate) truth: Value,
    suffix: &'static str,
    after_import: bool,
}

/// Makes the rosters of a plan. `SEED=1000` in the environment adds to the seed of every plan, for
/// whoever wants to see other rosters than the usual ones.
pub(crate) fn make(plan: &Plan) -> Rosters {
    let added = std::env::var_os("SEED").and_then(|it| it.to_str()?.parse().ok());
    let plan = Plan {
        seed: plan.seed + added.unwrap_or(0),
        ..plan.clone()
    };
    plan.make().unwrap_or_else(|it| panic!("{it}"))
}

/// Reads and checks the files with this suffix: `.xlsx`, `.csv` or `.gbk.csv`.
pub(crate) fn check(rosters: &Rosters, suffix: &'static str, stage: &str) -> Checked {
    let truth: Value = serde_json::from_str(&rosters.truth).expect("the truth is JSON");
    let mut session = Session::new(options_with(stage, &truth["set"]));
    for stem in list(&truth["parts"]).iter().map(|it| text(&it["stem"])) {
        let wanted = format!("{stem}{suffix}");
        let file = rosters.files.iter().find(|(name, _)| *name == wanted);
        let (name, bytes) = file.unwrap_or_else(|| panic!("{wanted} was not made"));
        session.open(name, bytes, &mut |_| {});
    }
    session.check(&mut |_| {});
    Checked {
        session,
        truth,
        suffix,
        after_import: stage == "after-import",
    }
}

/// The options of every check of generated rosters.
pub(crate) fn options(stage: &str) -> Options {
    options_with(stage, &Value::Null)
}

/// The same with the parameters that the truth asks for.
fn options_with(stage: &str, set: &Value) -> Options {
    let set = set.as_object().into_iter().flatten();
    let given = CheckOptions {
        today: "2026-11-21".to_owned(),
        stage: Some(stage.to_owned()),
        set: set
            .map(|(name, value)| (name.clone(), text(value).to_owned()))
            .collect(),
        ..CheckOptions::default()
    };
    Options::understand(&given).unwrap_or_else(|it| panic!("{}", it.en))
}

impl Checked {
    /// Everything in which the findings and groups are not those of the truth.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let found = findings(&self.session);
        let mut complaints = self.layout_complaints();
        for fault in list(&self.truth["faults"]) {
            // A finding about a whole row or sheet has no column.
            let columns: Vec<&str> = fault["column"].as_str().into_iter().collect();
            let says = |it: &&Finding| {
                it.rule == text(&fault["rule"])
                    && (it.level == text(&fault["level"]) || self.is_only_missed(it))
                    && self.touches(it, fault, &columns)
            };
            if !found.iter().any(|it| says(&it)) {
                complaints.push(format!("missing: {}", self.situation(fault, &found)));
            }
        }
        for group in self.duplicates().filter(|it| !it["rule"].is_null()) {
            let of_rule = found.iter().filter(|it| it.rule == text(&group["rule"]));
            let members = list(&group["members"]);
            let names_all = |it: &Finding| members.iter().all(|of| self.touches(it, of, &[]));
            if !of_rule.into_iter().any(names_all) {
                complaints.push(format!("missing for the rows of {group}"));
            }
        }
        let loud = found.iter().filter(|it| it.level != "info");
        let strange = loud.filter(|it| !self.is_explained(it));
        complaints.extend(strange.map(|it| format!("not expected: {}", line(it))));
        self.compare_groups(&mut complaints);
        complaints
    }

    /// What the truth knows of the layout: header, first and last pupil, number of pupils.
    fn layout_complaints(&self) -> Vec<String> {
        let describe = Describe {
            session: &self.session,
            values: Values::Shown,
        };
        let sheets = describe.sheets();
        let parts = list(&self.truth["parts"]);
        let mut complaints = Vec::new();
        if sheets.len() != parts.len() {
            complaints.push(format!(
                "{} sheets instead of {}",
                sheets.len(),
                parts.len()
            ));
        }
        for (sheet, part) in sheets.iter().zip(parts) {
            let seen = serde_json::json!({
                "header_rows": sheet.header_rows,
                "first_row": sheet.first_row,
                "last_row": sheet.last_row,
                "rows": sheet.rows,
                "columns": sheet.columns.iter().map(|it| it.column.clone()).collect::<Vec<_>>(),
            });
            for key in ["header_rows", "first_row", "last_row", "rows", "columns"] {
                if seen[key] != part[key] {
                    let (is, should) = (&seen[key], &part[key]);
                    complaints.push(format!("{}: {key} is {is}, not {should}", sheet.file));
                }
            }
        }
        complaints
    }

    /// Whether it is a blank cell of a list of the school's own, which nothing refuses.
    fn is_only_missed(&self, finding: &Finding) -> bool {
        let mut rosters = self.session.rosters().iter();
        finding.rule == "R0215" && finding.level == "warning" && rosters.any(Roster::is_own_list)
    }

    fn is_explained(&self, finding: &Finding) -> bool {
        let by_fault = |fault: &&Value| {
            let implied = list(&fault["implied"])
                .iter()
                .any(|it| text(it) == finding.rule);
            let columns: Vec<&str> = list(&fault["columns"]).iter().map(text).collect();
            (text(&fault["rule"]) == finding.rule && self.touches(finding, fault, &columns))
                || (implied && self.touches(finding, fault, &[]))
                // A finding about a whole column follows from any of its cells.
                || (implied && finding.place.row.is_none())
        };
        let by_group = |group: &Value| {
            list(&group["members"]).iter().any(|member| {
                let implied = list(&member["implied"])
                    .iter()
                    .any(|it| text(it) == finding.rule);
                let of_group = group["rule"].as_str() == Some(finding.rule);
                (implied || of_group) && self.touches(finding, member, &[])
            })
        };
        let by_nature = |it: &&Value| {
            // A finding about a whole row has no column.
            let columns: Vec<&str> = it["column"].as_str().into_iter().collect();
            text(&it["rule"]) == finding.rule && self.touches(finding, it, &columns)
        };
        // Messy hands move columns, and that is what a template does not allow.
        let by_layout = finding.rule == "R0106" && self.is_out_of_order(&finding.place.file);
        by_layout
            || list(&self.truth["faults"]).iter().any(|it| by_fault(&it))
            || list(&self.truth["groups"]).iter().any(by_group)
            || list(&self.truth["natural"]).iter().any(|it| by_nature(&it))
    }

    /// Whether the columns of a file stand in another order than in the template.
    fn is_out_of_order(&self, file: &str) -> bool {
        let template = Profile::by_id("xj-2013").expect("a profile");
        let place_of = |key: &Value| {
            let mut lines = template.columns.iter();
            lines.position(|it| key.as_str() == Some(it.column.key()))
        };
        let mut parts = list(&self.truth["parts"]).iter();
        let name = |part: &Value| format!("{}{}", text(&part["stem"]), self.suffix);
        let part = parts.find(|it| name(it) == file).expect("a part");
        !list(&part["columns"])
            .iter()
            .filter_map(place_of)
            .is_sorted()
    }

    /// Whether a finding names a cell of the row that the truth speaks of; any cell, or the row
    /// itself, when no column is given.
    fn touches(&self, finding: &Finding, at: &Value, columns: &[&str]) -> bool {
        let (file, row) = (self.file(at), at["row"].as_u64());
        // Some faults are told in one of several rows, some for a whole column.
        let rows = list(&at["rows"]);
        let of_file = at["of_file"] == true;
        let is_there = |it: u64| match rows {
            [] => Some(it) == row,
            rows => rows.iter().any(|row| row.as_u64() == Some(it)),
        };
        let here = |place: &Place| {
            (of_file || place.row.is_some_and(|it| is_there(u64::from(it))))
                && place.file == file
                && (columns.is_empty()
                    || place
                        .column
                        .as_deref()
                        .is_some_and(|it| columns.contains(&it)))
        };
        here(&finding.place) || finding.related.iter().any(here)
    }

    fn compare_groups(&self, complaints: &mut Vec<String>) {
        let describe = Describe {
            session: &self.session,
            values: Values::Shown,
        };
        let key = if self.after_import {
            "after_import"
        } else {
            "handling"
        };
        let found: BTreeSet<String> = describe
            .groups()
            .map(|group| {
                let members = group.members.iter();
                let members = members.map(|it| format!(" {}#{}:{}", it.file, it.row, it.handling));
                let mut members: Vec<String> = members.collect();
                members.sort();
                format!("{} {}{}", group.case, group.verdict, members.concat())
            })
            .collect();
        let with_letter = self.duplicates().filter(|it| text(&it["case"]).len() == 1);
        let expected: BTreeSet<String> = with_letter
            .map(|group| {
                let members = list(&group["members"]).iter();
                let members = members
                    .map(|it| format!(" {}#{}:{}", self.file(it), it["row"], text(&it[key])));
                let mut members: Vec<String> = members.collect();
                members.sort();
                format!(
                    "{} {}{}",
                    text(&group["case"]),
                    text(&group["verdict"]),
                    members.concat()
                )
            })
            .collect();
        complaints.extend(
            expected
                .difference(&found)
                .map(|it| format!("missing group: {it}")),
        );
        complaints.extend(
            found
                .difference(&expected)
                .map(|it| format!("not a group: {it}")),
        );
    }

    fn duplicates(&self) -> impl Iterator<Item = &Value> {
        list(&self.truth["groups"])
            .iter()
            .filter(|it| it["kind"] == "duplicate")
    }

    /// The name of the file that a fault, a member or the like is in.
    fn file(&self, at: &Value) -> String {
        let part = at["part"].as_u64().unwrap_or(1) as usize - 1;
        format!(
            "{}{}",
            text(&self.truth["parts"][part]["stem"]),
            self.suffix
        )
    }

    /// A fault and what is said in its row instead.
    fn situation(&self, fault: &Value, found: &[Finding]) -> String {
        let row = found.iter().filter(|it| self.touches(it, fault, &[]));
        let said: Vec<String> = row.map(|it| format!("\n      {}", line(it))).collect();
        format!(
            "{} {} {} at {} row {} {}: {} -> {}{}",
            text(&fault["rule"]),
            text(&fault["level"]),
            text(&fault["kind"]),
            self.file(fault),
            fault["row"],
            text(&fault["column"]),
            fault["original"],
            fault["written"],
            said.concat()
        )
    }
}

/// The items of a JSON array; none when it is something else.
pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The text of a JSON string; empty when it is something else.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
