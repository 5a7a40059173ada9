//! # 家庭成员的年龄与关系不符
//!
//! 从证件号看，父亲或母亲比学生大不到15岁，或者祖父母、外祖父母比学生大不到30岁。
//!
//! ## 为什么重要
//!
//! 这样的年龄几乎不可能，多半是号码录错了，或者把哥哥姐姐的号码填成了家长的。
//!
//! ## 怎么改
//!
//! 对照户口簿核对这名成员的证件号和关系，再看学生的出生日期有没有填错。相差几岁才提醒，可以用模板参数 parent_age_gap_min 和 grandparent_age_gap_min 另设。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 出生日期 | 成员1姓名 | 成员1关系 | 成员1身份证件号 |
//! | 王小明 | 20150901 | 王建军 | 父亲 | 110101201001010015 |
//! ! member1_id_number note=只比学生大5岁 expected=15 related=B2,D2
//! | 李小红 | ２０１５０９０１ | 周秀英 | 母亲 | １１０１０１２０１６０９０１００２１ |
//! ! member1_id_number note=比学生年纪还小
//! | 赵小军 | 20150901 | 赵德明 | 祖父母或外祖父母 | 110101198808080036 |
//! ! member1_id_number note=只比学生大27岁 expected=30
//! | 王小明 | 20150901 | 王建军 | 父亲 | 110101198503050012 |
//! | 王小明 | 20150901 | 王小军 | 兄弟姐妹 | 110101201001010015 |
//! | 王小明 | 20150901 | 王建军 | 其他 | 110101201001010015 |
//! | 王小明 |  | 王建军 | 父亲 | 110101201001010015 |
//! | 王小明 | 19700101 | 王建军 | 父亲 | 110101198503050012 |
//! | 王小明 | 20150901 | 王建军 | 父亲 | 110101201001010016 |
//! | 王小明 | 20150901 | 王建军 | 父亲 |  |
//! | 王小明 | 20010901 | 王建军 | 父亲 | 110101200501010017 |
//! ```
//!
//! ```roster
//! | 姓名 | 出生日期 | 父亲姓名 | 父亲身份证号 |
//! | 王小明 | 20150901 | 王建军 | 110101201001010015 |
//! ! member1_id_number value=父亲 related=B2,C2
//! ```
//!
//! ```roster
//! @ set parent_age_gap_min=0
//! | 姓名 | 出生日期 | 成员1姓名 | 成员1关系 | 成员1身份证件号 |
//! | 王小明 | 20150901 | 王建军 | 父亲 | 110101201001010015 |
//! ```
//!
//! ---
//!
//! # Age of the family member does not fit
//!
//! By the numbers a parent is less than 15 years older than the pupil, or a grandparent less than 30.
//!
//! ## Why it matters
//!
//! Such ages are next to impossible. Mostly the number is mistyped, or that of a brother or sister
//! was taken for the parent's.
//!
//! ## How to fix
//!
//! Compare the member's number and relation with the household register, then the pupil's date of
//! birth. The parameters parent_age_gap_min and grandparent_age_gap_min set other numbers of years.

use roster_model::{Column, Level};
use roster_values::date::Date;

use crate::gathered::members::{MEMBERS, Member};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6007",
    slug: "member-age",
    level: Level::Warning,
    zh: "按证件号，这名{value}{note}（一般至少大{expected}岁），请核对。",
    en: "By the number, {value} {note} (usually at least {expected} years older); please check.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R6003"],
    check: Check::Row {
        needs: &[Column::Member1Relation, Column::Member1IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some(birth) = pupil_birth(row) else {
        return;
    };
    for member in &MEMBERS {
        let Some((relation, least)) = least_of(member, row) else {
            continue;
        };
        let Some(born) = member.resident(row).and_then(|it| it.birth()) else {
            continue;
        };
        // Nothing of somebody who is not born yet when the pupil is.
        let years = born.age_on(birth);
        if years.is_some_and(|it| it >= least) {
            continue;
        }
        let (zh, en) = match years {
            Some(0) => (
                "比学生大不到一岁".to_owned(),
                "is not a year older than the pupil".to_owned(),
            ),
            Some(years) => (
                format!("只比学生大{years}岁"),
                format!("is only {years} years older than the pupil"),
            ),
            None => (
                "比学生年纪还小".to_owned(),
                "is younger than the pupil".to_owned(),
            ),
        };
        let relation_place = member.place_of_relation(row, &[member.name]);
        let places = [row.place(Column::BirthDate), relation_place];
        row.report(member.id_number, |finding| {
            finding.related.extend(places.into_iter().flatten());
            finding
                .fact("value", relation)
                .said("note", &zh, &en)
                .number("expected", least);
        });
    }
}

fn least_of(member: &Member, row: &Row<'_>) -> Option<(&'static str, u16)> {
    let relation = member.relation(row)?;
    let parameter = match relation {
        "父亲" | "母亲" => "parent_age_gap_min",
        "祖父母或外祖父母" => "grandparent_age_gap_min",
        _ => return None,
    };
    let least = row.parameter_number(parameter)?;
    Some((relation, u16::try_from(least).ok()?))
}

/// The birth date of the pupil: that of the number, which proves itself, else the one that is stated;
/// nothing where it is no pupil's, which is told by itself.
fn pupil_birth(row: &Row<'_>) -> Option<Date> {
    let today = row.settings().today;
    let id = (*row.id(Column::IdNumber)).resident();
    let proven = id.filter(|it| it.is_valid_by_itself(today));
    let birth = match proven {
        Some(id) => id.birth(),
        None => row.date(Column::BirthDate).date(),
    };
    birth.filter(|it| row.is_pupil_birth(*it))
}
