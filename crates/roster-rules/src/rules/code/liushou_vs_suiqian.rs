//! # 又是留守儿童又是随迁子女
//!
//! 留守儿童是父母双方或一方外出务工、自己留在户籍地的孩子，随迁子女是跟着父母外出的孩子，一般不会同时都是。
//!
//! ## 为什么重要
//!
//! 这两项关系到关爱和资助，主管部门会核对人数，同时填“是”的可能被退回。
//!
//! ## 怎么改
//!
//! 询问家长学生现在和谁住在一起，把不符合的一项改成“非留守儿童”或“否”。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 是否留守儿童 | 是否进城务工人员随迁子女 |
//! | 王小明 | 双亲留守儿童 | 是 |
//! ! migrant_child value=双亲留守儿童 related=B2
//! | 王小明 | 非留守儿童 | 是 |
//! | 李小红 | 单亲留守 | Ｙ |
//! ! migrant_child
//! | 李小红 | 单亲留守儿童 | 否 |
//! | 张华 |  | 是 |
//! | 张华 | 双亲留守儿童 |  |
//! ```
//!
//! ---
//!
//! # Both left behind and a migrant child
//!
//! A left-behind child stays at home while one or both parents work elsewhere, a migrant child goes with
//! them; as a rule nobody is both.
//!
//! ## Why it matters
//!
//! Care and support depend on the two, the authority compares the numbers, and a pupil who is both may be
//! sent back.
//!
//! ## How to fix
//!
//! Ask the parents with whom the pupil lives, and change the one that does not fit to 非留守儿童 or 否.

use roster_model::{Column, Level};

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4013",
    slug: "liushou-vs-suiqian",
    level: Level::Warning,
    zh: "填了“{value}”，又填了随迁子女；一名学生一般不会两样都是，请核对。",
    en: "The pupil is {value} and a migrant child; hardly anybody is both, please check.",
    basis: "本工具自定，依两者的定义",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::LeftBehind, Column::MigrantChild],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if row.label(Column::MigrantChild) != Some("是") {
        return;
    }
    match row.label(Column::LeftBehind) {
        None | Some("非留守儿童") => return,
        Some(_) => {}
    }
    let (text, place) = (row.text(Column::LeftBehind), row.place(Column::LeftBehind));
    row.report(Column::MigrantChild, |finding| {
        finding.related.extend(place);
        finding.quote("value", Column::LeftBehind, text);
    });
}
