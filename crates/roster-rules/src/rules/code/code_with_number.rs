//! # 代码和文字写在一起
//!
//! 这一列只要文字，现在把代码也写了进去，例如“1-男”。
//!
//! ## 为什么重要
//!
//! 导入模板的这一列只认文字，多出来的代码会使整项被拒收。
//!
//! ## 怎么改
//!
//! 采用给出的文字。如果代码和文字说的不是一回事（例如“2-男”），请查看学生基本信息表，看哪一个是对的。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 | 健康状况 | 是否孤儿 | 血型 |
//! | 王小明 | 1-男 | 01汉族 | 10 健康或良好 | 0.否 | B血型 |
//! ! sex expected=男
//! ~ sex -> 男
//! ! ethnic_group expected=汉族
//! ~ ethnic_group -> 汉族
//! ! health expected=健康或良好
//! ~ health -> 健康或良好
//! ! orphan expected=否
//! ~ orphan -> 否
//! | 王小明 | 男 | 汉族 | 健康或良好 | 否 | O血型 |
//! | 李小红 | ２－女 | 汉族(01) | 健康或良好 |  |  |
//! ! sex expected=女
//! ~ sex -> 女
//! ! ethnic_group expected=汉族
//! ~ ethnic_group -> 汉族
//! | 张华 | 2-男 | 1 | 4级残疾 | 1 | 1 |
//! ! sex value=2-男
//! ~? sex -> 男
//! ```
//!
//! 代码是字母的也一样：
//!
//! ```roster
//! | 姓名 | 证件类型 | 国籍/地区 | 血型 |
//! | 王小明 | A-护照 | CHN 中国 | A-B型 |
//! ! id_type expected=护照
//! ~ id_type -> 护照
//! ! nationality expected=中国
//! ~ nationality -> 中国
//! | 李小红 | 其他（ｚ） |  |  |
//! ! id_type expected=其他
//! ~ id_type -> 其他
//! | 张华 | A-户口簿 |  |  |
//! ! id_type expected=户口簿
//! ~? id_type -> 户口簿
//! | 陈文 | C-护照 |  |  |
//! ```
//!
//! ---
//!
//! # Code and text are written together
//!
//! The column takes the text only, and the code stands there too, as in `1-男`.
//!
//! ## Why it matters
//!
//! The import template takes only the text in this column; with a code beside it, it is refused.
//!
//! ## How to fix
//!
//! Accept the offered text. Where code and text do not mean the same, look into the pupil's
//! information form which one is right.

use roster_model::{Column, Level, Trust};
use roster_standard::{Kind, Listed};
use roster_values::text::Traits;

use crate::gathered::spelled::split;
use crate::lists::{is_of_guardian, look_up};
use crate::rules::registration::grade_unknown::names_several;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4003",
    slug: "code-with-number",
    level: Level::Warning,
    zh: "请只填写文字：“{value}”应为“{expected}”。",
    en: "Write only the text: {expected} instead of {value}.",
    basis: "全国系统导入模板的填写说明",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Code, Kind::YesNo]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let Some((table, Listed::Unknown)) = look_up(cell) else {
        return;
    };
    let Some((code, meant)) = split(table, text) else {
        return;
    };
    // 1-2年级 is a combined class.
    if is_of_guardian(cell, meant) || column == Column::Grade && names_several(text) {
        return;
    }
    // A code that the list does not have says nothing; another line's contradicts the text.
    let agrees = table.find(&code).entry() == Some(meant);
    let trust = if agrees { Trust::Safe } else { Trust::Review };
    cell.report(|finding| {
        finding
            .quote("value", column, text)
            .fact("expected", meant.label)
            .fix(trust, text, meant.label);
    });
}
