//! # 性别与身份证号不符
//!
//! 身份证号第17位是单数的为男，双数的为女，这里与“性别”一栏写的不一样。号码本身通过了校验。
//!
//! ## 为什么重要
//!
//! 性别和身份证号不能同时正确。系统核对不上的学生不能通过审核，之后要走关键信息变更。
//!
//! ## 怎么改
//!
//! 对照户口簿看哪一个是对的。性别录错的，可以点一下采用号码所示的性别。如果出生日期也与号码不一致，这个号码很可能是家长或者别的学生的，应当换成学生本人的号码。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 证件类型 | 证件号 |
//! | 王小明 | 女 | 居民身份证 | 110101201509010016 |
//! ! sex value=女 expected=男
//! ~? sex -> 男
//! | 李小红 | 男 | 居民身份证 | １１０１０１２０１５０９０１００２４ |
//! ! sex value=男 expected=女
//! ~? sex -> 女
//! | 王小明 | 男 | 居民身份证 | 110101201509010016 |
//! | 李小红 | 女 | 居民身份证 | 110101201509010024 |
//! | 李小红 |  | 居民身份证 | 110101201509010024 |
//! | 李小红 | 男 | 居民身份证 | 110101201509010023 |
//! | 李小红 | 男 | 居民身份证 |  |
//! | 李小红 | 男 | 其他 | 110101201509010024 |
//! ! sex expected=女 level=warning
//! ~? sex -> 女
//! | 李小红 | 女 | 其他 | 110101201509010024 |
//! | 李小红 | 男 | 护照 | E12345678 |
//! | 李小红 | 男 | 居民身份证 | 11O101201509010024 |
//! ! sex expected=女 level=error
//! ~? sex -> 女
//! | 周小芳 | 男 | 居民身份证 | 11010120160315004× |
//! ! sex expected=女 level=error
//! ~? sex -> 女
//! | 李小红 | 男 | 居民身份证 | 11O101201509010023 |
//! | 吴小云 | 男 | 居民身份证 | 110101201509010008 |
//! | 陈嘉欣 | 男 | 香港特区护照/身份证明 | 810000201509010028 |
//! ! sex expected=女 level=warning
//! ~? sex -> 女
//! ```
//!
//! 号码是成年人的，多半填成了家长的，性别不跟着改；出生日期也说明是这样的，只说号码填错了（R1005）：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101198503050012 |
//! ```
//!
//! 港澳台居民居住证和外国人永久居留身份证也是这样编号的，系统是否核对不清楚，所以只作警告；有效的居民身份证号填在别的证件类型下面，也只作警告。号码里有像X、像数字的字符，按校验码可以断定是哪一个的，照样核对。
//!
//! ---
//!
//! # Sex differs from the resident ID
//!
//! The 17th digit of a resident ID is odd for a boy and even for a girl, and the sex column says
//! otherwise. The number itself passes its check.
//!
//! ## Why it matters
//!
//! Sex and number cannot both be right. The pupil does not pass the review, and later it takes a
//! change of key data.
//!
//! ## How to fix
//!
//! Look which one the household register has. A mistyped sex is changed with one click. If the
//! birth date differs from the number too, the number is probably a parent's or another pupil's:
//! put in the pupil's own.
//!
//! Residence permits and the card of foreigners are numbered in the same way. Whether a system
//! compares them is not known, so there it is a warning, and so it is where a resident ID stands under another document
//! type. A sign that looks like an X or a digit makes no difference where the check digit proves what it stands for.

use roster_model::{Column, Level, Trust};
use roster_values::id_number::{MadeUp, Sex, made_up};

use crate::gathered::document::telling_number;
use crate::gathered::members::is_of_no_pupil;
use crate::gathered::owners::{exchanged_with, number_that_fits};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1006",
    slug: "id-vs-sex",
    level: Level::Error,
    zh: "性别“{value}”与身份证号第17位不符，按号码应为“{expected}”，请对照户口簿核对。",
    en: "The sex {value} differs from the resident ID, which says {expected}; compare with the household register.",
    basis: "GB 11643-1999：顺序码奇数为男，偶数为女",
    since: "0.1",
    unless: &[],
    check: Check::Row {
        needs: &[Column::IdNumber, Column::Sex],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some(stated) = row.sex() else { return };
    // In nearly every row they agree.
    let number = row.id(Column::IdNumber).meant();
    if number.is_none_or(|it| it.sex() == stated) {
        return;
    }
    // A parent's number proves nothing about another cell.
    let Some((id, level)) = telling_number(row).filter(|_| !is_of_no_pupil(row)) else {
        return;
    };
    // Nor one of another age, where no birth date stands beside it: R3006 tells.
    let born = row.date(Column::BirthDate).date();
    let is_alone = || born.is_none() && row.born_in().is_none();
    if is_alone() && id.birth().is_some_and(|it| !row.is_pupil_birth(it)) {
        return;
    }
    // Nor does one whose sequence somebody made up: the sex stands in it.
    if made_up(id.text()) == Some(MadeUp::NoSequence) {
        return;
    }
    // Where the number is the wrong cell, R1005 has said so, or the sex is no worse than it.
    let is_told = born.is_some_and(|it| id.birth() != Some(it));
    let fits = number_that_fits(row).is_some();
    if is_told && (fits || exchanged_with(row).is_some()) {
        return;
    }
    let text = row.text(Column::Sex);
    let expected = if id.sex() == Sex::Male { "男" } else { "女" };
    let number = row.place(Column::IdNumber);
    row.report_at(level, Column::Sex, |finding| {
        finding.related.extend(number);
        finding
            .quote("value", Column::Sex, text)
            .fact("expected", expected);
        if !fits {
            finding.fix(Trust::Review, text, expected);
        }
    });
}
