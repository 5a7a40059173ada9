//! # 关系选“其他”却没有说明
//!
//! 家庭成员的关系选的是“其他”，“关系说明”一栏空着。
//!
//! ## 为什么重要
//!
//! 只写“其他”，看不出这个人与学生是什么关系，能不能接孩子、签字，审核时可能要求补填。
//!
//! ## 怎么改
//!
//! 在“关系说明”里写清楚关系，例如伯父、姑姑、养父。是父母、祖父母或兄弟姐妹的，关系直接选那一项。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1关系 | 成员1关系说明 | 成员2姓名 | 成员2关系 | 成员2关系说明 |
//! | 王小明 | 王建军 | 其他 |  | 周秀英 | 其它 | \s |
//! ! member1_relation_note related=C2
//! ! member2_relation_note
//! | 李小红 | 李志强 | 其他 | 伯父 |  |  |  |
//! | 李小红 | 李志强 | 其他 | ２ |  |  |  |
//! | 李小红 | 李志强 | 父亲 |  |  |  |  |
//! | 李小红 | 李志强 | 伯父 |  |  |  |  |
//! | 李小红 |  |  |  |  |  |  |
//! ```
//!
//! ---
//!
//! # Relation 其他 without a note
//!
//! The relation of the family member is 其他 (other), and the column for the explanation is blank.
//!
//! ## Why it matters
//!
//! 其他 alone does not tell who the person is to the pupil, or whether that person may sign. The
//! review may ask for it.
//!
//! ## How to fix
//!
//! Write the relation into the note, such as uncle, aunt or foster father. For a parent, grandparent,
//! brother or sister choose that relation.

use roster_model::{Column, Level};

use crate::gathered::members::MEMBERS;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6006",
    slug: "relation-note-missing",
    level: Level::Warning,
    zh: "关系选了“其他”，请在关系说明里写清楚是什么关系。",
    en: "The relation is 其他 (other); say in the note what it is.",
    basis: "全国系统导入模板的家庭关系：选“其他”的须填关系说明",
    since: "0.1",
    unless: &["R0012"],
    check: Check::Row {
        needs: &[Column::Member1Relation, Column::Member1RelationNote],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    for member in &MEMBERS {
        if row.is_blank(member.relation_note) && member.relation(row) == Some("其他") {
            let relation = row.place(member.relation);
            row.report(member.relation_note, |finding| {
                finding.related.extend(relation);
            });
        }
    }
}
