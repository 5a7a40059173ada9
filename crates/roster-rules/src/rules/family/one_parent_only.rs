//! # 只填了一名家长
//!
//! 家庭成员只填了父亲或者母亲一个人，另一名没有填。
//!
//! ## 为什么重要
//!
//! 单亲家庭只填一名没有错。但多数时候是漏填了，有事联系不上这名家长时就没有别人可以找。
//!
//! ## 怎么改
//!
//! 问一下家长：是单亲家庭的，不用改；不是的，把另一名家长补上。
//!
//! 整列第二名成员都空着的名单，说明本来就只收集一名，不提醒；只有个别学生填了的（20人以上、八成以上没有填），全列只提示一次；连着20人以上没有填的，像是有一个班没有收集，也只提示一次。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员2姓名 | 成员2关系 |
//! | 王小明 | 王建军 | 父亲 |  |  |
//! ! member2_name level=info related=B2
//! | 李小红 | 李志强 | 父亲 | 周秀英 | 母亲 |
//! | 赵小军 | 赵德明 | 祖父母或外祖父母 |  |  |
//! | 孙小芳 |  |  |  |  |
//! | 周文 | 周立平 | Ｆａｔｈｅｒ |  | 母亲 |
//! ```
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员2姓名 |
//! | 王小明 | 王建军 | 父亲 |  |
//! | 李小红 | 李志强 | 父亲 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 父亲姓名 | 母亲姓名 |
//! | 王小明 | 王建军 |  |
//! ! member2_name level=info related=B2
//! | 李小红 | 李志强 | 周秀英 |
//! ```
//!
//! ---
//!
//! # Only one parent filled in
//!
//! Only the father or only the mother is filled in as a family member.
//!
//! ## Why it matters
//!
//! For a single parent that is right. Mostly the other one was left out, and when the first cannot be
//! reached there is nobody else.
//!
//! ## How to fix
//!
//! Ask the parent. Nothing is to be changed for a single parent; otherwise fill in the other one.
//!
//! Where the column of the second member is blank throughout, only one was asked for, and nothing is
//! said. Where only a few pupils have one (20 and more, and four in five, have none), it is told once; so are
//! 20 and more one below the other, perhaps a class whose list did not ask.

use roster_model::{Column, Level};
use roster_values::text::Traits;

use crate::gathered::members::{MEMBERS, is_filled};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6010",
    slug: "one-parent-only",
    level: Level::Info,
    zh: "只填写了一名家长，请确认是不是单亲家庭。",
    en: "Only one parent is filled in; confirm that there is a single parent.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R6001"],
    check: Check::Row {
        needs: &[
            Column::Member1Name,
            Column::Member1Relation,
            Column::Member2Name,
        ],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let [first, second] = &MEMBERS;
    let second_is_blank = row.is_blank(second.name)
        && !is_filled(row, second.relation)
        && !is_filled(row, second.phone);
    if !second_is_blank || !first.is_named(row) || !is_asked_for(row) {
        return;
    }
    if matches!(first.relation(row), Some("父亲" | "母亲")) {
        let named = row.place(first.name);
        row.report(second.name, |finding| finding.related.extend(named));
    }
}

/// Whether anybody has a second member.
fn is_asked_for(row: &Row<'_>) -> bool {
    let Some(index) = row.roster.index_of(Column::Member2Name) else {
        return false;
    };
    let traits = row.roster.traits(index);
    traits.len() > 1 || traits.iter().any(|it| !it.contains(Traits::BLANK))
}
