//! Why a rule did not run over the rosters of a run.

use crate::walk::demands;
use crate::{Check, Roster, Rule, WhyNotRun};

/// Why a rule did not run; nothing where it did.
pub(crate) fn why_not_run<'r, I: Iterator<Item = &'r Roster>>(
    rule: &Rule,
    rosters: &impl Fn() -> I,
) -> Option<WhyNotRun> {
    if rosters().next().is_some() && rosters().all(|it| it.profile.is_off(rule.code)) {
        return Some(WhyNotRun::TurnedOff);
    }
    let absent = match rule.check {
        Check::Demand(_) => WhyNotRun::NotDemanded,
        _ => WhyNotRun::ColumnAbsent,
    };
    let runs = rosters().any(|it| runs_over(rule, it)) || runs_anyway(rule);
    (!runs).then_some(absent)
}

/// Whether a rule runs over a sheet.
pub(crate) fn runs_over(rule: &Rule, roster: &Roster) -> bool {
    match &rule.check {
        Check::Value { covers, .. } => {
            let mut known = roster.sheet.columns.iter().filter_map(|it| it.column);
            known.any(|column| covers.covers(column))
        }
        Check::Row { needs, .. } | Check::Document { needs, .. } => {
            needs.iter().all(|&column| roster.has(column))
        }
        Check::AnyOf { columns, .. } => columns.iter().any(|&column| roster.has(column)),
        Check::Demand(kind) => demands::runs(*kind, roster),
        Check::Sheet { needs, .. } => needs.iter().any(|&column| roster.has(column)),
    }
}

/// Whether a rule needs no column at all.
fn runs_anyway(rule: &Rule) -> bool {
    matches!(rule.check, Check::Sheet { needs, .. } if needs.is_empty())
}
