//! # 异动类别不在列表中
//!
//! 异动类别一栏写的不是系统里的异动类别，或者不是本地使用的类别。
//!
//! ## 为什么重要
//!
//! 系统按异动类别办理，类别不对就办不了，或者办成了别的异动。
//!
//! ## 怎么改
//!
//! 写成列表中的名称，例如休学、复学、转出、转入。只写“转学”看不出是转入还是转出，请写明。写成代码或别的写法、但意思明白的，可以直接采用给出的名称。
//!
//! 各地只用其中一部分类别的，可以用模板参数 event_types 写上本地使用的类别，用逗号隔开；写名称，写代码（如 11）也认得，本地另有的类别照样可以写。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 |
//! | 王小明 | G110101201509010016 | 外出 |
//! ! event_type level=error value=外出
//! | 李小红 | G110101201509010024 | 转学 |
//! ! event_type level=warning
//! | 赵小军 | G110101201509010032 | 11 |
//! ! event_type level=warning
//! ~ event_type -> 休学
//! | 孙小芳 | G11010120150902002X | 转学（转出） |
//! ! event_type level=warning
//! ~ event_type -> 转出
//! | 王小明 | G110101201509010016 | 休学 |
//! | 李小红 | G110101201509010024 | 复学 |
//! | 李小红 | G110101201509010024 | 22-转入 |
//! | 赵小军 | G110101201509010032 |  |
//! | 孙小芳 | G11010120150902002X | 辍学 |
//! ```
//!
//! 小学、初中不得开除学生（另有规则说明），所以那里写的“开除”不提出改成“开除学籍”：
//!
//! ```roster
//! | 姓名 | 年级 | 异动类别 |
//! | 王小明 | 初中二年级 | 开除 |
//! | 李小红 | 高一 | 开除 |
//! ! event_type level=warning
//! ~ event_type -> 开除学籍
//! ```
//!
//! ```roster
//! @ set event_types=休学,复学
//! | 姓名 | 学籍号 | 异动类别 |
//! | 王小明 | G110101201509010016 | 休学 |
//! | 李小红 | G110101201509010024 | 跳级 |
//! ! event_type level=error
//! ```
//!
//! ```roster
//! @ set event_types=11,复学申请,借读
//! | 姓名 | 学籍号 | 异动类别 |
//! | 王小明 | G110101201509010016 | 休学 |
//! | 赵小军 | G110101201509010032 | 11 |
//! ! event_type level=warning
//! ~ event_type -> 休学
//! | 李小红 | G110101201509010024 | 借读 |
//! | 孙小芳 | G11010120150902002X | 转出 |
//! ! event_type level=error list=休学、复学、借读
//! ```
//!
//! ---
//!
//! # Kind of change is not in the list
//!
//! What stands as the kind of change is no kind of the system, or none that is in use here.
//!
//! ## Why it matters
//!
//! Changes are entered by their kind. With a wrong one nothing can be entered, or something else is.
//!
//! ## How to fix
//!
//! Write a name of the list, such as 休学, 复学, 转出 or 转入. 转学 alone does not tell whether the pupil
//! comes or goes. Codes and other spellings with a plain meaning can be replaced by the name offered.
//!
//! Where only some kinds are in use, the parameter event_types lists them with commas between: their names, or their
//! codes (such as 11), or kinds that are in use nowhere else.

use roster_model::{Column, Level, Trust};
use roster_standard::{Listed, parameter};
use roster_values::text::{Traits, tidy_code};

use crate::lists::{SEVERAL_LABELS, look_up, one_label};
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R9001",
    slug: "event-type-unknown",
    level: Level::Error,
    zh: "异动类别“{value}”不在列表中，{note}{list}。",
    en: "The kind of change {value} is not in the list: {note}{list}.",
    basis: "全国统一的异动类别；各级可以设定启用哪些",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R4003", "R9010"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::EventType]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let Some((table, listed)) = look_up(cell) else {
        return;
    };
    let text = cell.text();
    let own = cell.parameter("event_types");
    let in_use = || parameter::items(own).map(parameter::kind_of_change);
    let is_in_use = |label: &str| own.is_empty() || in_use().any(|it| it == label);
    let (level, fix) = match listed {
        Listed::Unknown if in_use().any(|it| it == tidy_code(text)) => return,
        Listed::Label(it) if is_in_use(it.label) => return,
        Listed::Code(it) | Listed::Alias(it) if is_in_use(it.label) => {
            (Level::Warning, Some((Trust::Safe, it.label)))
        }
        Listed::Doubtful(it) if is_in_use(it.label) => {
            (Level::Warning, Some((Trust::Review, it.label)))
        }
        // A transfer that does not say which way.
        Listed::Unknown if tidy_code(text) == "转学" => (Level::Warning, None),
        _ => (Level::Error, None),
    };
    cell.report_at(level, |finding| {
        finding.quote("value", Column::EventType, text);
        if let Some((trust, label)) = fix {
            let (zh, en) = one_label(trust);
            finding.said("note", zh, en).fact("list", label);
            finding.fix(trust, text, label);
            return;
        }
        let labels: Vec<&str> = if own.is_empty() {
            table.labels(Column::EventType).collect()
        } else {
            in_use().collect()
        };
        finding.said("note", SEVERAL_LABELS.0, SEVERAL_LABELS.1);
        finding.said("list", &labels.join("、"), &labels.join(", "));
    });
}
