//! # 家庭成员填成了学生本人
//!
//! 家庭成员的证件号与学生本人的一样，或者姓名与学生的一样。
//!
//! ## 为什么重要
//!
//! 证件号一人一个，学生不能是自己的家长。这样的成员信息找不到人，身份核对也通不过。
//!
//! ## 怎么改
//!
//! 对照户口簿，把家长本人的姓名和证件号填进来。
//!
//! 证件号相同的是错误。只有姓名相同的，也可能真的同名，所以只作警告；两人证件号都填了而不同的，不提醒。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件号 | 成员1姓名 | 成员1身份证件号 | 成员2姓名 | 成员2身份证件号 |
//! | 王小明 | 110101201509010016 | 王小明 | 110101201509010016 |  |  |
//! ! member1_id_number level=error related=B2,C2
//! | 李小红 | 110101201509010024 | 李志强 | 110101198503050012 | 周秀英 | １１０１０１２０１５０９０１００２４ |
//! ! member2_id_number level=error
//! | 赵小军 | 110101201509010032 | 赵 小军 |  |  |  |
//! ! member1_name level=warning related=A4
//! | 赵小军 | 110101201509010032 | 赵小军 | 110101198503050039 |  |  |
//! | 王小明 | 110101201509010016 | 王建军 | 110101198503050012 | 周秀英 | 110101198604120024 |
//! | 王小明 | 110101201509010016 |  |  |  |  |
//! |  |  |  |  |  |  |
//! ```
//!
//! 名单没有家庭成员的姓名，只有证件号：
//!
//! ```roster
//! | 姓名 | 证件号 | 监护人身份证号 |
//! | 王小明 | 110101201509010016 | 110101201509010016 |
//! ! member1_id_number level=error related=B2
//! | 李小红 | 110101201509010024 | 110101198503050012 |
//! ```
//!
//! ---
//!
//! # A family member is the pupil
//!
//! The document number of a family member is the pupil's own, or the name is.
//!
//! ## Why it matters
//!
//! A number is one person's, and nobody is a parent of oneself. Such a member cannot be reached, and
//! the comparison of identities fails.
//!
//! ## How to fix
//!
//! Look into the household register and fill in the name and the number of the parent.
//!
//! An equal number is an error. An equal name alone may be a namesake, so it is a warning, and none
//! where both have numbers and the numbers differ.

use roster_model::{Column, Level};
use roster_values::name::strict_key;

use crate::gathered::members::{MEMBERS, Member, is_filled, is_of_no_pupil};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6003",
    slug: "member-is-student",
    level: Level::Error,
    zh: "家庭成员与学生本人的{note}相同，请填写家长本人的信息。",
    en: "The family member has the pupil's own {note}; fill in the parent's.",
    basis: "本工具自定：自己不是自己的家长",
    since: "0.1",
    unless: &[],
    check: Check::AnyOf {
        columns: &[
            Column::Member1Name,
            Column::Member2Name,
            Column::Member1IdNumber,
            Column::Member2IdNumber,
        ],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    for member in &MEMBERS {
        check_member(row, member);
    }
}

fn check_member(row: &mut Row<'_>, member: &Member) {
    let same_name = is_same_name(row, Column::Name, member.name);
    let name = row.place(Column::Name);
    if member.has_number_of_pupil(row) {
        // The member's own in the pupil's cell is told there.
        if is_of_no_pupil(row) {
            return;
        }
        let number = row.place(Column::IdNumber);
        let names = same_name.then(|| row.place(member.name)).flatten();
        row.report(member.id_number, |finding| {
            finding.related.extend(number.into_iter().chain(names));
            finding.said("note", "证件号", "document number");
        });
    } else if same_name && !(is_filled(row, member.id_number) && is_filled(row, Column::IdNumber)) {
        row.report_at(Level::Warning, member.name, |finding| {
            finding.related.extend(name);
            finding.said("note", "姓名", "name");
        });
    }
}

/// Whether two cells have one name. Spelling is looked into only where there is something to see.
pub(super) fn is_same_name(row: &Row<'_>, a: Column, b: Column) -> bool {
    if !is_filled(row, a) || !is_filled(row, b) {
        return false;
    }
    let (one, other) = (row.text(a), row.text(b));
    let plain = (row.traits(a) | row.traits(b)).is_empty();
    one == other || !plain && strict_key(one) == strict_key(other)
}
