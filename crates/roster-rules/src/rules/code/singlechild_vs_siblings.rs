//! # 独生子女填了兄弟姐妹
//!
//! “是否独生子女”填了“是”，家庭成员里却有兄弟姐妹。
//!
//! ## 为什么重要
//!
//! 两项里有一项填错，独生子女的统计和照顾政策就会用错。
//!
//! ## 怎么改
//!
//! 询问家长，查看户口簿。有兄弟姐妹的改填“否”；没有的，核对这名家庭成员与学生的关系。堂、表兄弟姐妹请填“其他”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 是否独生子女 | 成员2姓名 | 成员2关系 |
//! | 王小明 | 是 | 王小亮 | 兄弟姐妹 |
//! ! only_child value=兄弟姐妹 related=D2
//! | 王小明 | 否 | 王小亮 | 兄弟姐妹 |
//! | 李小红 | 1 | 李小丽 | 姐 姐 |
//! ! only_child
//! | 李小红 | 是 | 李建国 | 父亲 |
//! | 张华 | 是 |  | 兄弟姐妹 |
//! | 张华 |  | 张明 | 兄弟姐妹 |
//! ```
//!
//! ---
//!
//! # An only child with siblings
//!
//! The pupil is marked as an only child, and a brother or sister stands among the family members.
//!
//! ## Why it matters
//!
//! One of the two is wrong, and only children are counted and cared for by it.
//!
//! ## How to fix
//!
//! Ask the parents and look into the household register. Write 否 where there are brothers or sisters;
//! otherwise check the relation of this member. Cousins are 其他.

use roster_model::{Column, Level};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4015",
    slug: "singlechild-vs-siblings",
    level: Level::Warning,
    zh: "“是否独生子女”填了“是”，家庭成员里却有“{value}”，请核对。",
    en: "The pupil is an only child, yet a family member is {value}; please check.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::OnlyChild],
        check,
    },
};

/// Name and relation of each member.
const MEMBERS: [[Column; 2]; 2] = [
    [Column::Member1Name, Column::Member1Relation],
    [Column::Member2Name, Column::Member2Relation],
];

fn check(row: &mut Row<'_>) {
    if row.label(Column::OnlyChild) != Some("是") {
        return;
    }
    let is_sibling = |[name, relation]: &[Column; 2]| {
        row.label(*relation) == Some("兄弟姐妹") && !(row.has(*name) && row.is_blank(*name))
    };
    let Some([_, relation]) = MEMBERS.iter().find(|it| is_sibling(it)) else {
        return;
    };
    let (text, place) = (row.text(*relation), row.place(*relation));
    row.report(Column::OnlyChild, |finding| {
        finding.related.extend(place);
        finding.quote("value", *relation, text);
    });
}
