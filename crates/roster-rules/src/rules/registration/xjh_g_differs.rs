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
//! | 赵云 | 男 | 居民身份证 | 1101O1201601010019 | G110101201601010027 |
//! ! student_number
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
//! ! student_number related=D5
//! | G110101201509010016 | 赵云 |  |  |
//! ```
//!
//! 号码空着的，或者证件的号码里没有日期的，学籍号里的日期是唯一可以核对的；J字头、L字头的只核对日期。学籍号也可能是按以前的出生日期编的，那样不用修改：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 | 学籍号 |
//! | 王小明 | 男 | 20140901 | 其他 |  | G110101201509010016 |
//! ! student_number level=warning related=C2
//! | 李小红 | 女 | 20140901 | 其他 | 无 | J110101201509010024 |
//! ! student_number level=warning note=可能是出生日期录错了，也可能学籍号是按以前的出生日期编的
//! | 张华 | 男 | 20140901 | 护照 | E12345678 | L110101201509011234 |
//! ! student_number
//! | 陈文 | 男 | 20150901 | 其他 |  | J110101201509010024 |
//! | 赵云 | 男 | 20150901 | 护照 | E12345678 | L110101201509011234 |
//! | 赵云 | 男 | 20150901 | 护照 | 110101201509010016 | G110101201509010032 |
//! ! student_number related=E7
//! | 赵云 | 男 | 20150901 | 护照 | 110101201509010016 | G110101201509010016 |
//! | 赵云 | 男 |  | 护照 | 110101201509010016 | G110101201509010032 |
//! | 吴刚 | 男 | 20140901 | 居民身份证 | 110101201409010019 | J110101201509010024 |
//! | 吴刚 | 男 | 20140901 | 其他 |  | J110101201509010025 |
//! | 吴刚 | 男 | 19140901 | 其他 |  | J110101201509010024 |
//! | 周敏 | 女 |  | 其他 |  | J110101201509010016 |
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
//! In a list without a column of identity numbers, and where that is blank or the document has no date in its number, the
//! number is held against birth date and sex; of a J or L number the date only. It may have been made from a birth date
//! that was corrected later, and then it stays as it is.
//!
//! Where the identity number itself is wrong, or contradicts birth date or sex, nothing is said here.

use roster_model::{Column, Level};
use roster_values::id_number::{IdNumber, ResidentId, ResidentKind};
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
    let stated = row.student_number(Column::StudentNumber);
    if has_no_date(row) {
        return against_row(row, *stated);
    }
    let StudentNumber::G(tail) = stated else {
        return;
    };
    let Some(id) = row.id(Column::IdNumber).meant() else {
        return;
    };
    // Beside a type that does not go with it, a number with the birth date of the pupil is the pupil's.
    let is_born = |date| id.kind() == ResidentKind::Mainland && id.birth() == Some(date);
    let is_own = row.document() == Document::Resident
        || row.date(Column::BirthDate).date().is_some_and(is_born);
    if *tail == id || !is_own {
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
    if !fits(&id) {
        return;
    }
    let number = row.place(Column::IdNumber);
    let owner = row.roster.owners().row_of(tail);
    row.report(Column::StudentNumber, |finding| {
        finding.related.extend(number);
        finding.said("other", "身份证号", "identity number");
        let Some(owner) = owner else {
            let note = if id.is_of_a_province() {
                CHANGED
            } else {
                NOWHERE
            };
            finding.said("note", note.0, note.1);
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

/// An identity number of no province is wrong whatever became of it.
const NOWHERE: (&str, &str) = (
    "身份证号的地区码不存在，学籍号里的号码可能才是对的",
    "There is no such region as that of the identity number; the number in the 学籍号 may be the right one",
);

const CHANGED: (&str, &str) = (
    "如果身份证号曾经变更，属于正常情况",
    "This is right if the identity number was changed",
);

const MADE_EARLIER: (&str, &str) = (
    "可能是出生日期录错了，也可能学籍号是按以前的出生日期编的",
    "The birth date may be mistyped, or the student number was made from an earlier one",
);

/// Whether the row has no number that tells the birth date: none, or that of another document.
fn has_no_date(row: &Row<'_>) -> bool {
    match row.id(Column::IdNumber) {
        IdNumber::Blank | IdNumber::Placeholder => true,
        IdNumber::Other(_) => row.document() != Document::Resident,
        _ => false,
    }
}

/// The number in the 学籍号 against the birth date and the sex, where the row has no other number. What follows the
/// date of a temporary number is anything, and whether the sex stands in a J number is not known.
fn against_row(row: &mut Row<'_>, stated: StudentNumber) {
    let Some(tail) = stated.tail() else { return };
    let (is_of_number, is_temporary) = match stated {
        StudentNumber::G(_) => (true, false),
        it => (false, matches!(it, StudentNumber::L(_))),
    };
    // A wrong date or check digit is told by itself.
    if !is_temporary && !tail.is_valid_by_itself(row.settings().today) {
        return;
    }
    let Some(made_for) = tail.birth() else { return };
    let birth = row.date(Column::BirthDate).date();
    let differs = birth.is_some_and(|it| it != made_for);
    let is_told = birth.is_some_and(|it| !row.is_pupil_birth(it));
    let (column, zh, en) = if is_told {
        return;
    } else if differs && (!is_temporary || row.is_pupil_birth(made_for)) {
        (Column::BirthDate, "出生日期", "birth date")
    } else if is_of_number && row.sex().is_some_and(|it| tail.sex() != it) {
        (Column::Sex, "性别", "sex")
    } else {
        return;
    };
    let note = if is_of_number { CHANGED } else { MADE_EARLIER };
    let place = row.place(column);
    row.report(Column::StudentNumber, |finding| {
        finding.related.extend(place);
        finding.said("other", zh, en);
        finding.said("note", note.0, note.1);
    });
}
