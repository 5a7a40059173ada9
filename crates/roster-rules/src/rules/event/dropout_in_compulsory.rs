//! # 辍学或未到校的学生
//!
//! 学籍状态或异动类别写明这名学生辍学、失学或不在学校。
//!
//! ## 为什么重要
//!
//! 义务教育阶段的学生辍学，学校要动员复学，并登记控辍保学的情况。不在学校的学生，学籍状态不能还是正常，每学期都要核查。
//!
//! ## 怎么改
//!
//! 联系家长了解情况，动员学生回校；已经在别处上学的，办理转学。高中阶段的学生按本地规定办理。年级或学校标识码写明是小学、初中的，才说义务教育；学籍状态和异动类别都写了的，只说一次。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 年级 | 学籍状态 |
//! | 王小明 | 六年级 | 辍学 |
//! ! student_status level=info value=辍学 note=义务教育阶段的学生须动员复学，并登记控辍保学情况
//! | 李小红 | 六年级 | 疑似 辍学 |
//! ! student_status
//! | 赵小军 | 六年级 | 未到校 |
//! ! student_status
//! | 赵小军 | 六年级 | 长期不到校 |
//! ! student_status
//! | 赵小军 | 六年级 | 学籍 空挂 |
//! ! student_status
//! | 钱小丽 | 高一 | 辍学 |
//! ! student_status note=请核实学生去向，按实际办理
//! | 钱小丽 | 高一 | 不在校 |
//! ! student_status
//! | 孙小芳 | 六年级 | 正常 |
//! | 孙小芳 | 六年级 | 休学，不在校 |
//! | 周文 | 六年级 | 辍学后已复学 |
//! | 吴芳 | 六年级 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 |
//! | 王小明 | G110101201509010016 | 辍学 |
//! ! event_type
//! | 李小红 | G110101201509010024 | 休学 |
//! ```
//!
//! ```roster
//! | 姓名 | 学校标识码 | 学籍状态 | 异动类别 |
//! | 王小明 | 2142001636 | 辍学 | 辍学 |
//! ! student_status note=义务教育阶段的学生须动员复学，并登记控辍保学情况
//! | 李小红 | 3442001636 | 正常 | 失 学 |
//! ! event_type note=请核实学生去向，按实际办理
//! ```
//!
//! ---
//!
//! # Pupil who dropped out or is absent
//!
//! The status or the kind of change says that the pupil has dropped out or does not come to school.
//!
//! ## Why it matters
//!
//! In compulsory education the school has to bring such a pupil back and keep a record. The status of one
//! who is not at school cannot stay 正常; every term it is looked into.
//!
//! ## How to fix
//!
//! Call the parents and bring the pupil back; enter the transfer of one who goes to another school. For
//! senior school the local rules hold. Compulsory education is spoken of where the grade or the school code
//! says so; where both the status and the change tell, it is told once.

use roster_model::{Column, Level};
use roster_values::text::tidy_code;

use super::expulsion_in_compulsory::is_compulsory;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R9013",
    slug: "dropout-in-compulsory",
    level: Level::Info,
    zh: "“{value}”：{note}。",
    en: "{value}: {note}.",
    basis: "义务教育法（2006）第五条、第十三条",
    since: "0.1",
    unless: &[],
    check: Check::AnyOf {
        columns: &COLUMNS,
        check,
    },
};

const COLUMNS: [Column; 2] = [Column::StudentStatus, Column::EventType];

const ABSENT: [&str; 9] = [
    "辍学",
    "失学",
    "流失",
    "未到校",
    "不到校",
    "不在校",
    "空挂",
    "未入学",
    "未报到",
];
/// The characters one of which each of them has.
const OF_ABSENT: [char; 6] = ['辍', '失', '未', '不', '空', '流'];

/// How a text begins that says the contrary.
const NOT_ABSENT: [&str; 4] = ["无", "非", "未辍", "未失"];
/// What says why the pupil is not here, or that it is over.
const ACCOUNTED: [&str; 5] = ["复学", "休学", "转学", "转出", "毕业"];

fn check(row: &mut Row<'_>) {
    let told = COLUMNS.into_iter().find(|it| is_absent(row.text(*it)));
    let Some(column) = told else {
        return;
    };
    let text = row.text(column).trim();
    let (zh, en) = if is_compulsory(row).0 {
        (
            "义务教育阶段的学生须动员复学，并登记控辍保学情况",
            "in compulsory education the pupil has to be brought back, and a record kept",
        )
    } else {
        (
            "请核实学生去向，按实际办理",
            "find out where the pupil is, and enter what happened",
        )
    };
    row.report(column, |finding| {
        finding.quote("value", column, text).said("note", zh, en);
    });
}

fn is_absent(text: &str) -> bool {
    if !text.contains(OF_ABSENT) {
        return false;
    }
    let tidy = tidy_code(text);
    let says = |words: &[&str]| words.iter().any(|it| tidy.contains(it));
    says(&ABSENT) && !says(&ACCOUNTED) && !NOT_ABSENT.iter().any(|it| tidy.starts_with(it))
}
