//! # 姓名间隔号写法不对
//!
//! 姓名两部分之间应当用间隔号“·”，这里用了句点、实心圆点或者外文的点号。
//!
//! ## 为什么重要
//!
//! 国家规定少数民族姓名统一使用“·”（U+00B7）。点号的写法不同，姓名就与户籍信息不匹配，转学和考试报名时会一再卡住。
//!
//! ## 怎么改
//!
//! 采用给出的写法即可，只换点号，汉字不变；点号两边的空格一并去掉。
//!
//! 系统是否退回别的点号，没有公开的说明，所以只作警告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 成员1姓名 |
//! | 买买提.阿卜杜拉 | 男 | 阿卜杜拉•热依木 |
//! ! name character=. code_point=U+002E
//! ~ name -> 买买提·阿卜杜拉
//! ! member1_name code_point=U+2022
//! ~ member1_name -> 阿卜杜拉·热依木
//! | 买买提．阿卜杜拉 | 男 | 阿卜杜拉・热依木 |
//! ! name code_point=U+FF0E
//! ~ name -> 买买提·阿卜杜拉
//! ! member1_name code_point=U+30FB
//! ~ member1_name -> 阿卜杜拉·热依木
//! | 买买提 . 阿卜杜拉 | 男 |  |
//! ! name
//! ~ name -> 买买提·阿卜杜拉
//! | 买买提·阿卜杜拉 | 男 | 阿卜杜拉 |
//! | J. Smith | 男 | Smith, J. |
//! |  | 男 |  |
//! ```
//!
//! ---
//!
//! # Wrong dot in the name
//!
//! The parts of a name are separated by the dot “·”; here it is a full stop, a bullet or a dot of
//! another script.
//!
//! ## Why it matters
//!
//! By national rule the names of minorities use “·” (U+00B7) everywhere. With another dot the name
//! does not agree with the household registration, and transfers and exam entries get stuck.
//!
//! ## How to fix
//!
//! Accept the offered spelling; only the dot changes, and spaces around it go.
//!
//! Whether a system refuses other dots is published nowhere, so this is a warning.

use roster_model::{Column, Level, Trust};
use roster_values::name::{defects, with_right_dots};
use roster_values::text::Traits;

use crate::code_points::code_point;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2002",
    slug: "name-wrong-dot",
    level: Level::Warning,
    zh: "姓名中的间隔号应为“·”（U+00B7），现为“{character}”（{code_point}），请改正。",
    en: "The dot in the name should be · (U+00B7), not {character} ({code_point}); correct it.",
    basis: "民委发〔2016〕33号",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::Columns(&Column::NAMES),
        when: Traits::MIXED,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    let Some(dot) = defects(text).wrong_dot else {
        return;
    };
    cell.report(|finding| {
        finding
            .fact("character", dot)
            .fact("code_point", code_point(dot));
        let fixed = with_right_dots(text);
        if fixed != text {
            finding.fix(Trust::Safe, text, fixed);
        }
    });
}
