//! # 两名家庭成员是同一个人
//!
//! 家庭成员一和家庭成员二填的是同一个人：姓名相同，或者证件号相同。
//!
//! ## 为什么重要
//!
//! 第二名家长的信息没有采集到。有事联系不上第一名家长时，就没有别人可以找。
//!
//! ## 怎么改
//!
//! 问清第二名家庭成员是谁，重新填写；只有证件号相同的，把填错的号码改正；确实只有一名家庭成员的，把第二名清空。
//!
//! 姓名相同而证件号不同的两个人，不算同一个人。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1身份证件号 | 成员2姓名 | 成员2身份证件号 |
//! | 王小明 | 王建军 | 110101198503050012 | 王建军 | 110101198503050012 |
//! ! member2_id_number related=C2,B2,D2
//! | 李小红 | 李志强 |  | 李 志强 |  |
//! ! member2_name
//! | 赵小军 | 赵文明 | 110101198503050012 | 赵文明 |  |
//! ! member2_name
//! | 周文 | 周立平 | 110101198503050012 | 吴玉芳 | １１０１０１１９８５０３０５００１２ |
//! ! member2_id_number related=C5
//! | 孙小芳 | 孙海平 | 110101198503050012 | 孙海平 | 110101198503050039 |
//! | 王小明 | 王建军 | 110101198503050012 | 周秀英 | 110101198604120024 |
//! | 王小明 | 无 |  | 无 |  |
//! | 王小明 | 已故 |  | 已故 |  |
//! | 王小明 |  |  |  |  |
//! ```
//!
//! ```roster
//! | 姓名 | 成员1身份证件号 | 成员2身份证件号 |
//! | 王小明 | 110101198503050012 | 110101198503050012 |
//! ! member2_id_number related=B2
//! | 李小红 | 110101198503050012 | 110101198604120024 |
//! ```
//!
//! 监护人可能就是父亲或者母亲，不算填重：
//!
//! ```roster
//! | 姓名 | 监护人姓名 | 母亲姓名 |
//! | 王小明 | 李梅 | 李梅 |
//! ```
//!
//! ```roster
//! | 姓名 | 父亲姓名 | 监护人姓名 | 监护人与学生关系 |
//! | 王小明 | 王建军 | 王建军 | 父亲 |
//! | 李小红 | 李志强 | 李志强 |  |
//! | 赵小军 | 赵文明 | 赵文明 | 母亲 |
//! ! member2_name
//! ```
//!
//! ---
//!
//! # Both family members are one person
//!
//! The first and the second family member are the same person: they have one name, or one number.
//!
//! ## Why it matters
//!
//! Nothing is known of the second parent. When the first cannot be reached there is nobody else.
//!
//! ## How to fix
//!
//! Ask who the second family member is and fill in that person; where only the numbers are equal,
//! correct the wrong one; if there is only one member, clear the second.
//!
//! Two people of one name with different document numbers are two people.

use roster_model::{Column, Level};

use super::member_is_student::is_same_name;
use crate::gathered::members::{MEMBERS, have_one_number, is_filled, is_no_name};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6004",
    slug: "members-identical",
    level: Level::Warning,
    zh: "两名家庭成员的{note}相同，请核对第二名。",
    en: "Both family members have the same {note}; compare the second.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012", "R6003"],
    check: Check::AnyOf {
        columns: &[Column::Member2Name, Column::Member2IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let [first, second] = &MEMBERS;
    if may_be_one(row) {
        return;
    }
    let same_name =
        is_same_name(row, first.name, second.name) && !is_no_name(row.text(first.name).trim());
    let names = [first.name, second.name].map(|it| row.place(it));
    if have_one_number(row) {
        let number = row.place(first.id_number);
        row.report(second.id_number, |finding| {
            finding.related.extend(number);
            if same_name {
                finding.related.extend(names.into_iter().flatten());
            }
            finding.said("note", "证件号", "document number");
        });
    } else if same_name && !(is_filled(row, first.id_number) && is_filled(row, second.id_number)) {
        row.report(second.name, |finding| {
            finding.related.extend(names[0]);
            finding.said("note", "姓名", "name");
        });
    }
}

/// Whether the header names one of them as father or mother and the other, as 监护人, may be that parent.
fn may_be_one(row: &Row<'_>) -> bool {
    let [first, second] = MEMBERS.each_ref().map(|it| it.relation(row));
    let is_one_headed = row.roster.headed.iter().flatten().count() == 1;
    is_one_headed && (first == second || first.is_none() || second.is_none())
}
