//! # 政治面貌与年龄或标准不符
//!
//! 这名学生还不到入团或者入党的年龄；或者填的是少先队员，国家标准的政治面貌里没有这一项。
//!
//! ## 为什么重要
//!
//! 满14周岁才能入团，满18周岁才能入党。政治面貌填错，或者出生日期填错，都要在核查时退回重填。
//!
//! ## 怎么改
//!
//! 询问班主任或查看团员档案。小学生和没有入团的学生填“群众”；如果确是团员，请对照户口簿核对出生日期。年龄可以在“模板参数”里改。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! @ set league_age_min=14
//! @ set party_age_min=18
//! | 姓名 | 出生日期 | 政治面貌 |
//! | 王小明 | 20150901 | 共青团员 |
//! ! political_status value=共青团员 number=11 related=B2
//! ~? political_status -> 群众
//! | 王小明 | 20121121 | 共青团员 |
//! | 李小红 | ２０１０-０９-０１ | 中共预备党员 |
//! ! political_status number=16
//! | 李小红 | 20150901 | 群众 |
//! | 张华 | 20250901 | 共青团员 |
//! | 张华 | 20150901 | 少先队员 |
//! ! political_status value=少先队员 note=不是国家标准里的政治面貌
//! ~? political_status -> 群众
//! | 张华 |  | 共青团员 |
//! | 张华 | 20150901 |  |
//! ```
//!
//! ---
//!
//! # Political status does not fit
//!
//! The pupil is too young for the Youth League or for a party; or the cell says 少先队员, which is no
//! political status of the national standard.
//!
//! ## Why it matters
//!
//! One can join the League at 14 and the Party at 18. Either the status or the birth date is wrong,
//! and the check of the data sends it back.
//!
//! ## How to fix
//!
//! Ask the class teacher or look into the League's file. Pupils of primary school, and those who have
//! not joined, are 群众; if the pupil did join, compare the birth date with the household register.
//! The ages can be set.

use roster_model::{Column, Level, Trust};
use roster_standard::Listed;

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4009",
    slug: "zhengzhi-age",
    level: Level::Warning,
    zh: "政治面貌“{value}”{note}，请核对；{decision}。",
    en: "The political status {value} {note}; please check. {decision}.",
    basis: "团章第一条（14周岁）；党章第一条（18周岁）",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::PoliticalStatus],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let text = row.text(Column::PoliticalStatus);
    let parameter = match row.label(Column::PoliticalStatus) {
        None if is_pioneer(row) => {
            row.report(Column::PoliticalStatus, |finding| {
                finding
                    .quote("value", Column::PoliticalStatus, text)
                    .said(
                        "note",
                        "不是国家标准里的政治面貌",
                        "is not in the national standard",
                    )
                    .said("decision", "少先队员填“群众”", "A Young Pioneer is 群众")
                    .fix(Trust::Review, text, "群众");
            });
            return;
        }
        None | Some("群众" | "无党派民主人士") => return,
        Some("共青团员") => "league_age_min",
        Some(_) => "party_age_min",
    };
    let Some(birth) = row.birth() else { return };
    let today = row.settings().today;
    let least = row.roster.parameter_number(parameter).unwrap_or(0);
    let Some(age) = birth.age_on(today).filter(|it| i64::from(*it) < least) else {
        return;
    };
    if !row.is_pupil_birth(birth) {
        return;
    }
    let place = row.place(Column::BirthDate);
    let (zh, en) = if parameter == "league_age_min" {
        (
            "还没有入团的填“群众”",
            "Who has not joined the league is 群众",
        )
    } else {
        (
            "还没有入党的填“群众”",
            "Who has not joined the party is 群众",
        )
    };
    row.report(Column::PoliticalStatus, |finding| {
        finding.related.extend(place);
        finding
            .quote("value", Column::PoliticalStatus, text)
            .number("number", age)
            .said(
                "note",
                &format!("与年龄不符（{age}周岁）"),
                &format!("does not fit the age of {age}"),
            )
            .said("decision", zh, en)
            .fix(Trust::Review, text, "群众");
    });
}

/// 少先队员 and its like: in no list of the standard, and 群众 is what is meant.
fn is_pioneer(row: &Row<'_>) -> bool {
    matches!(row.listed(Column::PoliticalStatus), Listed::Doubtful(it) if it.label == "群众")
}
