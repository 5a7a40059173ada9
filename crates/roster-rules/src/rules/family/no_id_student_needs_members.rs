//! # 无身份证号的学生缺家长证件信息
//!
//! 学生的证件类型是“其他”、号码空着，家庭成员的证件类型或证件号却没有填全。
//!
//! ## 为什么重要
//!
//! 学生自己没有号码，系统只能靠家长的证件信息确认身份。填写说明规定这时家庭成员的证件信息必须填写，缺了不能导入。
//!
//! ## 怎么改
//!
//! 按家长的身份证或户口簿，把家庭成员的证件类型和证件号补上。学生其实有身份证号的，把证件类型改为“居民身份证”，填上号码。
//!
//! 第二名家庭成员没有填姓名的，不要求填证件信息。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 | 成员1姓名 | 成员1身份证件类型 | 成员1身份证件号 | 成员2姓名 | 成员2身份证件类型 | 成员2身份证件号 |
//! | 王小明 | 其他 |  | 王建军 | 居民身份证 |  | 周秀英 | 居民身份证 | 110101198604120024 |
//! ! member1_id_number related=B2,C2
//! | 李小红 | 其它 | 无 | 李志强 | 居民身份证 | 110101198503050012 | 周秀英 |  |  |
//! ! member2_id_type related=I3,B3,C3
//! | 赵小军 | 其他 |  |  |  |  |  |  |  |
//! ! member1_id_type
//! | 孙小芳 | 其他 |  | 孙海平 | 居民身份证 | 110101198503050012 |  |  |  |
//! | 王小明 | 其他 | ＡＢ１２３４ | 王建军 |  |  |  |  |  |
//! | 王小明 | 居民身份证 |  | 王建军 |  |  |  |  |  |
//! | 王小明 |  |  | 王建军 |  |  |  |  |  |
//! ```
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 | 父亲姓名 | 父亲身份证号 |
//! | 王小明 | 其他 |  | 王建军 |  |
//! ! member1_id_number related=B2,C2
//! | 李小红 | 其他 |  | 李志强 | 110101198503050012 |
//! ```
//!
//! ---
//!
//! # Parents' documents missing for pupil without number
//!
//! The pupil's document type is 其他 with a blank number, and the document of a family member is not
//! filled in.
//!
//! ## Why it matters
//!
//! Without a number of the pupil's own the system goes by the parents' documents. The filling guide
//! demands them then, and the row is refused without.
//!
//! ## How to fix
//!
//! Fill in type and number from the parent's card or the household register. A pupil who has a
//! number after all gets the type 居民身份证 and that number.
//!
//! Nothing is asked of a second family member who is not named.

use roster_model::{Column, Level};

use crate::gathered::members::{MEMBERS, is_filled, sure_label};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6009",
    slug: "no-id-student-needs-members",
    level: Level::Error,
    zh: "这名学生没有身份证号，必须填写家庭成员的证件类型和证件号。",
    en: "This pupil has no ID number, so the type and number of the family member's document must be filled in.",
    basis: "2013年模板的填写说明：类型为“其他”且无号码的，须填家庭成员的证件",
    since: "0.1",
    unless: &["R6001"],
    check: Check::Row {
        needs: &[Column::IdType, Column::IdNumber, Column::Member1IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if is_filled(row, Column::IdNumber) || sure_label(row, Column::IdType) != Some("其他") {
        return;
    }
    for (at, member) in MEMBERS.iter().enumerate() {
        if at > 0 && !member.is_named(row) {
            continue;
        }
        let missing = |column: &Column| row.has(*column) && !is_filled(row, *column);
        let wanted = [member.id_type, member.id_number];
        let mut missing = wanted.into_iter().filter(missing);
        let Some(first) = missing.next() else {
            continue;
        };
        let others = missing.chain([Column::IdType, Column::IdNumber]);
        let related: Vec<_> = others.filter_map(|it| row.place(it)).collect();
        row.report(first, |finding| finding.related.extend(related));
    }
}
