//! # 孤儿填了父母的信息
//!
//! “是否孤儿”填了“是”，家庭成员里却有父亲或母亲。
//!
//! ## 为什么重要
//!
//! 孤儿享受专门的资助，填错会使资助发错人；真正的孤儿不应再有父母的信息。
//!
//! ## 怎么改
//!
//! 查看民政部门的孤儿证明。不是孤儿的改填“否”；是孤儿的，家庭成员改填现在的监护人。养父母、继父母请在“关系说明”里写明。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 是否孤儿 | 成员1姓名 | 成员1关系 | 成员1关系说明 |
//! | 王小明 | 是 | 王建国 | 父亲 |  |
//! ! orphan value=父亲 related=D2
//! | 王小明 | 否 | 王建国 | 父亲 |  |
//! | 李小红 | Ｙ | 李秀英 | 母 亲 |  |
//! ! orphan value="母 亲"
//! | 李小红 | 是 | 李建国 | 祖父母或外祖父母 |  |
//! | 张华 | 是 | 张德华 | 父亲 | 养父 |
//! | 张华 | 是 | 张德华 | 养父 |  |
//! | 张华 | 是 |  | 父亲 |  |
//! | 陈文 |  | 陈国强 | 父亲 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 是否孤儿 | 成员1姓名 | 成员1关系 | 成员2姓名 | 成员2关系 |
//! | 王小明 | 是 | 王建国 | 父亲 | 李秀英 | 母亲 |
//! ! orphan value=父亲 related=D2,F2
//! ```
//!
//! 由表头说明是谁的：
//!
//! ```roster
//! | 姓名 | 是否孤儿 | 父亲姓名 | 母亲姓名 |
//! | 王小明 | 是 | 王建国 |  |
//! ! orphan value=父亲 related=C2
//! | 李小红 | 是 |  | 已故 |
//! | 张华 | 否 | 张德华 | 周秀英 |
//! ```
//!
//! ---
//!
//! # An orphan with parents
//!
//! The pupil is marked as an orphan, and a father or mother stands among the family members.
//!
//! ## Why it matters
//!
//! Orphans receive support of their own; a slip gives it to the wrong child.
//!
//! ## How to fix
//!
//! Look at the certificate of the civil affairs office. Write 否 for a pupil who is no orphan; for an
//! orphan write the present guardian. Adoptive and step-parents belong into the note on the relation.

use roster_model::{Column, Level};

use crate::gathered::members::is_no_name;
use crate::gathered::members::{MEMBERS, Member};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4014",
    slug: "orphan-vs-parents",
    level: Level::Warning,
    zh: "“是否孤儿”填了“是”，家庭成员里却有“{value}”，请核对。",
    en: "The pupil is an orphan, yet a family member is {value}; please check.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::Orphan, Column::Member1Relation],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    if row.label(Column::Orphan) != Some("是") {
        return;
    }
    let is_parent = |it: &&Member| {
        let is_named = if it.is_headed(row) {
            // Columns of the father are there for every pupil, and may say that he is dead.
            it.is_named(row) && !is_no_name(row.text(it.name).trim())
        } else {
            !(row.has(it.name) && row.is_blank(it.name))
        };
        matches!(it.relation(row), Some("父亲" | "母亲"))
            && row.is_blank(it.relation_note)
            && is_named
    };
    let mut parents = MEMBERS.iter().filter(is_parent).peekable();
    let Some(&first) = parents.peek() else {
        return;
    };
    let (text, label) = (row.text(first.relation), first.relation(row));
    let is_headed = first.is_headed(row);
    let places: Vec<_> = parents
        .filter_map(|it| it.place_of_relation(row, &[it.name]))
        .collect();
    row.report(Column::Orphan, |finding| {
        finding.related.extend(places);
        if is_headed {
            finding.fact("value", label.unwrap_or_default());
        } else {
            finding.quote("value", first.relation, text);
        }
    });
}
