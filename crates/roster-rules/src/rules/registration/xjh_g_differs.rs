//! # 学籍号与身份证号不一致
//!
//! G字头学籍号的后18位一般就是学生的身份证号，这里两个号码不一样。
//!
//! ## 为什么重要
//!
//! 如果是其中一个录错了，或者与别的学生串了行，这名学生就会对不上自己的学籍。
//!
//! ## 怎么改
//!
//! 先核对身份证号和学籍号有没有录错、有没有串行：身份证号看户口簿，学籍号查学籍系统。如果学生的身份证号曾经变更过，两个号码不一样是正常的，不需要修改学籍号；学籍号里是表中另一名学生的身份证号的，不会是这个原因。
//!
//! 身份证号本身有错，或者与出生日期、性别不符时，由身份证号的规则说明，这里不再重复报告。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 证件类型 | 证件号 | 学籍号 |
//! | 王小明 | 男 | 居民身份证 | 110101201509010016 | G110101201509020011 |
//! ! student_number
//! | 李小红 | 女 | 居民身份证 | 110101201509010024 | Ｇ110101201509010024 |
//! | 张华 | 男 | 居民身份证 | 110101201509010032 | L110101201509020038 |
//! | 陈文 | 男 | 居民身份证 | 110101201412250014 | G110101201412250013 |
//! | 赵云 | 男 | 居民身份证 | 110101201601010019 |  |
//! | 吴刚 | 男 | 居民身份证 | 110101201601010027 | G110101201601010019 |
//! | 周敏 | 女 | 其他 |  | G110101201601010027 |
//! ```
//!
//! 后18位是表里另一名学生的身份证号，就不是变更过：
//!
//! ```roster
//! | 姓名 | 身份证号 | 学籍号 |
//! | 王小明 | 110101201509010016 | G11010120150902002X |
//! ! student_number note=后18位是第3行学生的身份证号，可能串了行
//! | 李小红 | 11010120150902002X | G110101201509010016 |
//! ! student_number
//! | 张华 | 110101201502280013 | G110101201603150015 |
//! ! student_number note=如果身份证号曾经变更，属于正常情况
//! ```
//!
//! 名单没有身份证号一列的，与出生日期、性别核对：
//!
//! ```roster
//! | 学籍号 | 姓名 | 性别 | 出生日期 |
//! | G110101201509010016 | 王小明 | 男 | 20150901 |
//! | G110101201509010016 | 李小红 | 女 | 20150901 |
//! ! student_number related=C3
//! | G110101198503050012 | 张华 | 男 | 20150901 |
//! ! student_number related=D4
//! | L110101201509020038 | 陈文 | 男 | 20150901 |
//! | G110101201509010016 | 赵云 |  |  |
//! ```
//!
//! ---
//!
//! # Student number and identity number differ
//!
//! The 18 characters of a G number are usually the pupil's identity number, and here they are not.
//!
//! ## Why it matters
//!
//! If one of them is mistyped, or belongs to the row of another pupil, the pupil is not found under
//! the right registration.
//!
//! ## How to fix
//!
//! Check both numbers, and whether rows were shifted: the identity number in the household register,
//! the student number in the registration system. If the identity number was changed at some time,
//! the difference is right and the student number stays as it is; a number that ends in the identity number
//! of another pupil of the sheet has another cause.
//!
//! In a list without a column of identity numbers the number is held against birth date and sex.
//!
//! Where the identity number itself is wrong, or contradicts birth date or sex, nothing is said here.

use roster_model::{Column, Level};
use roster_values::id_number::{IdNumber, ResidentId};
use roster_values::student_number::StudentNumber;

use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8003",
    slug: "xjh-g-differs",
    level: Level::Warning,
    zh: "学籍号与{other}不一致，请核对；{note}。",
    en: "Student number and {other} differ; compare them. {note}.",
    basis: "教育部2016年8月31日学籍问答第5、6问",
    since: "0.1",
    unless: &["R8002"],
    check: Check::Row {
        needs: &[Column::StudentNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let StudentNumber::G(tail) = row.student_number(Column::StudentNumber) else {
        return;
    };
    if !row.has(Column::IdNumber) {
        return against_row(row, tail);
    }
    let IdNumber::Resident(id) = row.id(Column::IdNumber) else {
        return;
    };
    if tail == id || row.document() != Document::Resident {
        return;
    }
    // A wrong number, or that of somebody else, is told where it stands.
    let fits = |it: &ResidentId| {
        it.is_valid_by_itself(row.settings().today)
            && row.sex().is_none_or(|sex| it.sex() == sex)
            && row
                .date(Column::BirthDate)
                .date()
                .is_none_or(|date| it.birth() == Some(date))
    };
    if !fits(id) {
        return;
    }
    let number = row.place(Column::IdNumber);
    let owner = row.roster.owners().row_of(tail);
    row.report(Column::StudentNumber, |finding| {
        finding.related.extend(number);
        finding.said("other", "身份证号", "identity number");
        let Some(owner) = owner else {
            finding.said("note", CHANGED.0, CHANGED.1);
            return;
        };
        let owner = row.roster.sheet.row_numbers[owner as usize];
        finding.said(
            "note",
            &format!("后18位是第{owner}行学生的身份证号，可能串了行"),
            &format!("It ends in the identity number of the pupil in row {owner}, so rows may be mixed up"),
        );
    });
}

const CHANGED: (&str, &str) = (
    "如果身份证号曾经变更，属于正常情况",
    "This is right if the identity number was changed",
);

/// The number in the 学籍号 against the birth date and the sex, where the list has no other number.
fn against_row(row: &mut Row<'_>, tail: &ResidentId) {
    if !tail.is_valid_by_itself(row.settings().today) {
        return;
    }
    let birth = row.date(Column::BirthDate).date();
    let (column, zh, en) = if birth.is_some_and(|it| tail.birth() != Some(it)) {
        (Column::BirthDate, "出生日期", "birth date")
    } else if row.sex().is_some_and(|it| tail.sex() != it) {
        (Column::Sex, "性别", "sex")
    } else {
        return;
    };
    let place = row.place(column);
    row.report(Column::StudentNumber, |finding| {
        finding.related.extend(place);
        finding.said("other", zh, en);
        finding.said("note", CHANGED.0, CHANGED.1);
    });
}
