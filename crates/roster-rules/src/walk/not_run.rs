//! Why a rule did not run over the rosters of a run.

use roster_model::{Column, Stage};

use crate::gathered::school_year::NewPupils;
use crate::walk::demands;
use crate::{Check, Roster, Rule, Settings, WhyNotRun};

/// The rule about the system's own lists. They are not checked, and it goes over them all the same; without such a
/// list nothing is missed.
pub(crate) const OF_LISTS: &str = "R7019";

/// Rules that a parameter turns off, by a zero, no text, or a word that means it.
const TURNED_OFF_BY: [(&str, &str); 18] = [
    ("R0104", "header_form"),
    ("R0106", "header_form"),
    ("R3008", "enrolment_months"),
    ("R3013", "grade_age_slack"),
    ("R4021", "school_county"),
    ("R5008", "phone_repeat_min"),
    ("R5012", "address_repeat_percent"),
    ("R6001", "members_required"),
    ("R8007", "student_number_required"),
    ("R8009", "new_roster"),
    ("R8016", "class_size_max"),
    ("R8019", "local_student_number"),
    ("R8020", "class_size_spread_percent"),
    ("R9003", "leave_months_max"),
    ("R9005", "leave_extend_days"),
    ("R9008", "leave_bars_transfer"),
    ("R9009", "class_size_max"),
    ("R9014", "promotion_check"),
];
/// A parameter that asks for a rule and turns none off.
const ASKED_BY: [(&str, &str); 1] = [("R3007", "entry_age_min")];
/// What a parameter says that turns a rule off.
const OFF: [&str; 3] = ["", "no", "any"];

/// Rules that propose how a record in the system is handled.
const AFTER_IMPORT: [&str; 7] = [
    "R7009", "R7010", "R7011", "R7012", "R7013", "R7014", "R7015",
];

/// The rule that looks into a folder of scans.
const WITH_SCANS: &str = "R7014";

/// The rule that two parameters turn off together.
const OF_TRANSFERS: &str = "R9007";

/// The rule that needs no column with the grade where the whole list is of one.
const OF_AGES: &str = "R3007";

/// Columns beside those that a rule names first, with the least number of them that it reads.
const READS_TOO: [(&str, usize, &[Column]); 8] = [
    (
        "R8003",
        1,
        &[Column::IdNumber, Column::BirthDate, Column::Sex],
    ),
    ("R3007", 1, &[Column::Grade, Column::EnrolmentMonth]),
    ("R3009", 1, &[Column::BirthDate, Column::IdNumber]),
    ("R8012", 1, &[Column::Grade, Column::EducationStage]),
    (
        "R8015",
        2,
        &[Column::ClassName, Column::ClassCode, Column::Grade],
    ),
    ("R9003", 1, &[Column::EventDate, Column::LeaveStartDate]),
    ("R9004", 1, &[Column::EventEndDate]),
    ("R9005", 1, &[Column::EventEndDate]),
];

/// Why a rule did not run; nothing where it did.
pub(crate) fn why_not_run<'r, I: Iterator<Item = &'r Roster>>(
    rule: &Rule,
    rosters: &impl Fn() -> I,
    settings: &Settings,
) -> Option<WhyNotRun> {
    if rosters().next().is_some() && rosters().all(|it| it.profile.is_off(rule.code)) {
        return Some(WhyNotRun::TurnedOff);
    }
    if AFTER_IMPORT.contains(&rule.code) && settings.stage == Stage::BeforeImport {
        return Some(WhyNotRun::OtherStage);
    }
    let absent = match rule.check {
        Check::Demand(_) => WhyNotRun::NotDemanded,
        _ => WhyNotRun::ColumnAbsent,
    };
    let has_columns = |it: &&Roster| runs_over(rule, it) && has_what_it_reads_too(rule, it);
    if !rosters().any(|it| has_columns(&it)) && !runs_anyway(rule) {
        return Some(absent);
    }
    if rule.code == WITH_SCANS && settings.scans.is_none() {
        return Some(WhyNotRun::NoScans);
    }
    let is_off = |it: &Roster| is_turned_off(rule, it) || !(has_columns(&it) || runs_anyway(rule));
    (rosters().next().is_some() && rosters().all(is_off)).then_some(WhyNotRun::TurnedOff)
}

/// Whether a parameter turns a rule off.
fn is_turned_off(rule: &Rule, roster: &Roster) -> bool {
    // The two that say when a transfer is entered say nothing as they are.
    if rule.code == OF_TRANSFERS {
        return roster.parameter("transfer_windows").is_empty()
            && roster.parameter("transfer_final_term") != "no";
    }
    let mut by = TURNED_OFF_BY.iter().filter(|it| it.0 == rule.code);
    by.any(|(_, name)| match roster.parameter_number(name) {
        Some(number) => number == 0,
        None => OFF.contains(&roster.parameter(name)),
    })
}

/// Whether whoever started the run set a parameter that asks for this rule before any other.
pub fn is_asked_for(code: &str, settings: &Settings) -> bool {
    let is_on = |value: &str| value != "0" && !OFF.contains(&value);
    let set = settings.parameters.iter().filter(|it| is_on(&it.1));
    let asked = |name: &str| {
        ASKED_BY
            .iter()
            .chain(&TURNED_OFF_BY)
            .find(|it| it.1 == name)
    };
    set.filter_map(|it| asked(&it.0)).any(|it| it.0 == code)
}

fn has_what_it_reads_too(rule: &Rule, roster: &Roster) -> bool {
    if rule.code == OF_AGES && roster.terms().new_pupils == NewPupils::FirstGrade {
        return true;
    }
    let mut lists = READS_TOO.iter().filter(|it| it.0 == rule.code);
    lists.all(|(_, least, columns)| columns.iter().filter(|it| roster.has(**it)).count() >= *least)
}

/// Whether a rule runs over a sheet.
pub(crate) fn runs_over(rule: &Rule, roster: &Roster) -> bool {
    match &rule.check {
        Check::Value { covers, .. } => {
            let mut known = roster.sheet.columns.iter().filter_map(|it| it.column);
            known.any(|column| covers.covers(column))
        }
        Check::Row { needs, .. } | Check::Document { needs, .. } => {
            needs.iter().all(|&column| roster.has_or_says(column))
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

#[cfg(test)]
mod tests {
    use roster_standard::Parameter;

    use super::*;
    use crate::rule_index;

    #[test]
    fn the_lists_name_rules_and_parameters_that_there_are() {
        let turned_off = TURNED_OFF_BY.iter().map(|it| it.0);
        let codes = turned_off
            .chain(AFTER_IMPORT)
            .chain(READS_TOO.iter().map(|it| it.0))
            .chain([OF_LISTS, WITH_SCANS, OF_TRANSFERS]);
        for code in codes {
            assert!(rule_index(code).is_some(), "{code}");
        }
        for (code, name) in TURNED_OFF_BY.into_iter().chain(ASKED_BY) {
            assert!(rule_index(code).is_some(), "{code}");
            assert!(Parameter::by_name(name).is_some(), "{code}: {name}");
        }
    }
}
