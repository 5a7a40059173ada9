//! # 学籍号的位数或字符不对
//!
//! 学籍号应当是19位：第一位是字母 G、L 或 J，后面18位与身份证号的样子相同。这里不是这样。
//!
//! ## 为什么重要
//!
//! 学籍号是学生在全国系统里的唯一号码，写错一位就找不到这名学生的学籍，转学、升学都会受影响。
//!
//! ## 怎么改
//!
//! 登录学籍系统查询这名学生的学籍号，整段复制过来。学籍号由系统分配，请不要自己编写。只是字母写成了小写，或者中间多了空格的，可以采用给出的写法。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 | 110101201509010016 |
//! ! student_number level=error
//! | 王小明 | 男 | G110101201509010016 |
//! | 李小红 | 女 | g11010120150902002x |
//! ! student_number level=warning
//! ~ student_number -> G11010120150902002X
//! | 李小红 | 女 | Ｇ１１０１０１２０１５０９０１００２４ |
//! | 李小红 | 女 | G 110101201509010024 |
//! ! student_number level=warning
//! ~? student_number -> G110101201509010024
//! | 张华 | 男 | LG10101201509010032 |
//! ! student_number level=error
//! | 张华 | 男 | H110101201509010032 |
//! ! student_number level=error
//! | 陈文 | 男 | L1101012015090100 |
//! ! student_number level=error
//! | 陈文 | 男 |  |
//! | 陈文 | 男 | 暂无 |
//! ```
//!
//! ---
//!
//! # The student number has a wrong shape
//!
//! A student number has 19 characters: the letter G, L or J, and 18 more built like an identity
//! number. This one does not.
//!
//! ## Why it matters
//!
//! The number is how the national system knows the pupil. With one character wrong the registration
//! is not found, and transfers and admissions suffer.
//!
//! ## How to fix
//!
//! Look the pupil up in the registration system and copy the whole number. Numbers are given by the
//! system and are not to be made up. Where only the letter is in lower case, or there is a
//! space inside, accept the offered spelling.

use roster_model::{Column, Level, Trust};
use roster_values::student_number::{StudentNumber, StudentNumberFault};
use roster_values::text::{Traits, half_width, is_white, strip, tidy_code};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8001",
    slug: "xjh-format",
    level: Level::Error,
    zh: "学籍号应为19位，即 G、L 或 J 后接18位：{note}。请到学籍系统查询后更正。",
    en: "A student number has 19 characters, G, L or J and 18 more: {note}. Look it up in the registration system.",
    basis: "教育部办公厅《学校（机构）人员基础信息代码编制规则》（2013）；教育部2016年8月31日学籍问答第5问",
    since: "0.1",
    unless: &["R0218", "R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::StudentNumber]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    match cell.student_number() {
        StudentNumber::Blank | StudentNumber::Placeholder => {}
        StudentNumber::Malformed(fault) => cell.report(|finding| {
            let (zh, en) = note(*fault);
            finding.said("note", &zh, &en);
        }),
        _ => check_spelling(cell),
    }
}

/// Width and outer space are told by rules of their own.
fn check_spelling(cell: &mut Cell<'_>) {
    let text = cell.text();
    // Nearly every number is as it should be.
    let is_right = |it: u8| it.is_ascii_uppercase() || it.is_ascii_digit();
    if text.bytes().all(is_right) {
        return;
    }
    let number = tidy_code(text).to_ascii_uppercase();
    let stripped = strip(text);
    let narrow = half_width(&stripped);
    if narrow == number {
        return;
    }
    let (trust, zh, en) = if narrow.contains(is_white) {
        (Trust::Review, "中间有空格", "there is a space inside")
    } else {
        (
            Trust::Safe,
            "字母应为大写",
            "the letter must be in upper case",
        )
    };
    cell.report_at(Level::Warning, |finding| {
        finding.said("note", zh, en).fix(trust, text, number);
    });
}

fn note(fault: StudentNumberFault) -> (String, String) {
    match fault {
        StudentNumberFault::NoLetter(_) => (
            "前面少了字母".to_owned(),
            "the letter in front is missing".to_owned(),
        ),
        StudentNumberFault::WrongLetter { character } => (
            format!("第1位是“{character}”"),
            format!("the first character is {character}"),
        ),
        StudentNumberFault::WrongLength { length } => {
            (format!("现有{length}位"), format!("this one has {length}"))
        }
        StudentNumberFault::WrongCharacter {
            position,
            character,
        } => (
            format!("第{position}位是“{character}”"),
            format!("character {position} is {character}"),
        ),
    }
}
