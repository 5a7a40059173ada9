//! # 没有一名家庭成员是监护人
//!
//! 家庭成员都填了，“是否监护人”却没有一名是“是”。
//!
//! ## 为什么重要
//!
//! 每名学生至少要有一名监护人，学校的通知、确认表的签字都找监护人。没有监护人的学生信息，可能被退回补填。
//!
//! ## 怎么改
//!
//! 问清谁是孩子的监护人（一般是父母），把这名成员的“是否监护人”改成“是”。监护人不在所填的成员里的，把监护人填进来。
//!
//! 成员都明白写着“否”的是错误；有的写“否”、有的空着的，或者名单没有另一名成员的这一列的，只作警告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1是否监护人 | 成员2姓名 | 成员2是否监护人 |
//! | 王小明 | 王建军 | 否 | 周秀英 | 否 |
//! ! member1_guardian level=error related=E2
//! | 李小红 | 李志强 | 否 |  |  |
//! ! member1_guardian level=error
//! | 赵小军 | 赵文明 | 否 | 吴玉芳 |  |
//! ! member1_guardian level=warning
//! | 孙小芳 | 孙海平 | Ｎ | 林春梅 | 否 |
//! ! member1_guardian level=error
//! | 王小明 | 王建军 | 是 | 周秀英 | 否 |
//! | 王小明 | 王建军 | 否 | 周秀英 | 是 |
//! | 王小明 | 王建军 |  | 周秀英 |  |
//! | 王小明 | 王建军 | 否 | 周秀英 | 监护 |
//! | 王小明 |  |  |  |  |
//! ```
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1是否监护人 | 成员2姓名 |
//! | 王小明 | 王建军 | 否 | 周秀英 |
//! ! member1_guardian level=warning
//! | 李小红 | 李志强 | 否 |  |
//! ! member1_guardian level=error
//! ```
//!
//! ---
//!
//! # No family member is the guardian
//!
//! Family members are filled in, and none of them is marked as a guardian.
//!
//! ## Why it matters
//!
//! Every pupil has at least one guardian, who gets the notices and signs the confirmation. Without
//! one the pupil's data may be sent back.
//!
//! ## How to fix
//!
//! Ask who the child's guardian is, mostly a parent, and write 是 for that member. Where the guardian
//! is none of the members, put the guardian in.
//!
//! Where every member plainly says 否 it is an error; where some cells are blank, or the list lacks the column of the
//! other member, it is a warning.

use roster_model::{Column, Level};

use crate::gathered::members::{MEMBERS, is_filled};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6002",
    slug: "guardian-missing",
    level: Level::Error,
    zh: "没有一名家庭成员标为监护人，至少一名应填“是”。",
    en: "No family member is marked as the guardian; at least one should be.",
    basis: "2013年全国系统导入模板：前两名家庭成员的是否监护人",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::Member1Guardian],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let (mut said_no, mut blank, mut unasked) = ([None; 2], 0, false);
    for (at, member) in MEMBERS.iter().enumerate() {
        let is_known = member.is_named(row) && row.has(member.guardian);
        unasked |= member.is_named(row) && !row.has(member.guardian);
        match member.is_guardian(row) {
            Some(true) => return,
            Some(false) if is_known => said_no[at] = Some(member.guardian),
            None if is_known && is_filled(row, member.guardian) => return,
            None if is_known => blank += 1,
            Some(false) | None => {}
        }
    }
    // Where every member must say so, the blank is told.
    if blank > 0 && row.parameter_number("members_required").unwrap_or(0) > 0 {
        return;
    }
    let mut columns = said_no.into_iter().flatten();
    let Some(first) = columns.next() else { return };
    let level = if blank == 0 && !unasked {
        Level::Error
    } else {
        Level::Warning
    };
    let other = columns.next().and_then(|it| row.place(it));
    row.report_at(level, first, |finding| finding.related.extend(other));
}
