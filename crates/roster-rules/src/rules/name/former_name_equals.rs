//! # 曾用名与姓名相同
//!
//! “曾用名”填的就是现在的姓名。
//!
//! ## 为什么重要
//!
//! 没有改过名的学生不应当有曾用名；填了，像是改过名，以后真的办理改名时说不清。
//!
//! ## 怎么改
//!
//! 没有改过名的，把曾用名清空，点一下采用即可；改过名的，填改名以前的姓名，户口簿“曾用名”一栏有记载。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 曾用名 |
//! | 王小明 | 男 | 王小明 |
//! ! former_name level=warning
//! ~? former_name ->
//! | 王小明 | 男 | 王\u{3000}小明 |
//! ! former_name
//! ~? former_name ->
//! | 买买提·阿卜杜拉 | 男 | 买买提．阿卜杜拉 |
//! ! former_name
//! ~? former_name ->
//! | 王小明 | 男 | 王大明 |
//! | 陈小明 | 男 | 陳小明 |
//! | 王小明 | 男 | 无 |
//! | 王小明 | 男 |  |
//! |  | 男 |  |
//! ```
//!
//! ---
//!
//! # Former name equals the name
//!
//! The former name is the pupil's present name.
//!
//! ## Why it matters
//!
//! A pupil who never changed the name has no former one. Filled in, it looks as if the name was changed, and
//! confuses a later change of name.
//!
//! ## How to fix
//!
//! Clear the former name, one click does it. If the name was changed, fill in the one before; the
//! household register has it.

use roster_model::{Column, Level, Trust};
use roster_values::name::same_key;

use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2011",
    slug: "former-name-equals",
    level: Level::Warning,
    zh: "曾用名与姓名相同，没有改过名的请把曾用名留空。",
    en: "The former name equals the name; leave it blank if the name was never changed.",
    basis: "本工具自定：曾用名是不再使用的名字",
    since: "0.1",
    unless: &["R0012", "R0210"],
    check: Check::Row {
        needs: &[Column::Name, Column::FormerName],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let former = row.text(Column::FormerName);
    if former.is_empty() || row.is_blank(Column::FormerName) {
        return;
    }
    if !same_key(former, row.text(Column::Name)) {
        return;
    }
    let name = row.place(Column::Name);
    row.report(Column::FormerName, |finding| {
        finding.related.extend(name);
        finding.fix(Trust::Review, former, "");
    });
}
