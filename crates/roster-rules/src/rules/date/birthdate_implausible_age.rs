//! # 年龄不像学生
//!
//! 按出生日期算，这名学生今天的年龄不在中小学生的范围内。
//!
//! ## 为什么重要
//!
//! 多半是年份录错，或者填成了家长的出生日期。照这样导入，出生日期与身份证号对不上，会成为问题学籍。
//!
//! ## 怎么改
//!
//! 查看户口簿上的出生日期，改正年份。年龄范围默认是4至22周岁，中职、成人学校和特殊教育学校的学生年龄更大时，可以在“模板参数”里调整“学生最小年龄”和“学生最大年龄”。年级是幼儿园各班、学前班的，按2至7周岁；没有年级、多数是幼儿的名单，最小按2周岁。
//!
//! 身份证号通过校验、里面是另一个日期的，只提示两者不一致（R1005）。
//!
//! 系统未必因为年龄退回，户口簿上确实是这个日期的可以不改，所以只作警告。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 19850901 |
//! ! birth_date level=warning value=19850901 number=41 expected=4-22
//! | 王小明 | 男 | 20031122 |
//! | 李小红 | 女 | ２０２５-０９-０１ |
//! ! birth_date number=1
//! | 李小红 | 女 | 20221121 |
//! | 张华 | 男 | 20270101 |
//! | 张华 | 男 | 19000101 |
//! | 张华 | 男 |  |
//! ```
//!
//! 没有出生日期一列的，看身份证号里的：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 身份证号 |
//! | 王小明 | 110101198503050012 |
//! ! id_number number=41 expected=4-22
//! | 王小明 | 110101201509010016 |
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! @ set student_age_max=60
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 19850901 |
//! | 李小红 | 女 | 19600101 |
//! ! birth_date number=66 expected=4-60
//! ```
//!
//! 幼儿园：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 出生日期 | 年级 |
//! | 王小明 | 20230412 | 小班 |
//! | 李小红 | 20241121 | 幼儿园托班 |
//! | 张华 | 20241122 | 托班 |
//! ! birth_date number=1 expected=2-7
//! | 陈文 | 20180101 | 大班 |
//! ! birth_date number=8 expected=2-7
//! | 周文 | 20230412 | 一年级 |
//! ! birth_date number=3 expected=4-22
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 出生日期 | 班级 |
//! | 王小明 | 20230412 | 小一班 |
//! | 李小红 | 20230412 | 小一班 |
//! | 张华 | 20190101 | 大一班 |
//! | 陈文 | 20250101 | 小一班 |
//! ! birth_date number=1 expected=2-22
//! ```
//!
//! 这名学生没有填出生日期的，也看身份证号；只写了年月的，按年月算：
//!
//! ```roster
//! @ today=2026-09-20
//! | 姓名 | 出生日期 | 身份证号 |
//! | 王小明 |  | 110101198605060019 |
//! ! id_number number=40
//! | 李小红 | 20191003 | 110101201910030021 |
//! ```
//!
//! ```roster
//! @ today=2026-09-20
//! | 姓名 | 出生年月 |
//! | 王小明 | 1998.05 |
//! ! birth_date level=warning value=1998.05 number=28
//! | 李小红 | 2004.09 |
//! | 张华 | 2019年5月 |
//! ```
//!
//! 没有出生日期的幼儿园名单，看身份证号：
//!
//! ```roster
//! @ today=2026-09-20
//! | 姓名 | 班级 | 身份证号 |
//! | 王小明 | 小一班 | 110101202304120013 |
//! | 李小红 | 小一班 | 110101202309010016 |
//! | 张华 | 大一班 | 11010120210203001X |
//! ```
//!
//! ---
//!
//! # The age is not that of a pupil
//!
//! By the birth date this pupil is too young or too old today for primary or secondary school.
//!
//! ## Why it matters
//!
//! Mostly the year was mistyped, or a parent's birth date was filled in. Imported like this, it
//! contradicts the identity number and becomes a problem registration.
//!
//! ## How to fix
//!
//! Look up the birth date in the household register and correct the year. The range is 4 to 22 full
//! years unless the parameters say otherwise, as they may for vocational, adult and special schools. In
//! the grades before school it is 2 to 7; a list of mostly small children without grades begins at 2.
//!
//! Where no birth date is filled in, the one in the number counts; a month alone is enough.
//!
//! Where a number that passes its check has another date, only that they differ is told (R1005).
//!
//! No system is known to refuse an age, and the register may really have that date, so this is a
//! warning.

use roster_model::{Column, Level};
use roster_values::date::Date;

use crate::gathered::birth_months::BornIn;
use crate::gathered::document::telling_number;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3006",
    slug: "birthdate-implausible-age",
    level: Level::Warning,
    zh: "按出生日期“{value}”算是{number}周岁，不在{expected}周岁之间，请核对{other}。",
    en: "By the birth date {value} the age is {number}, outside {expected} full years; check {other}.",
    basis: "本工具自定；年龄是模板的参数",
    since: "0.1",
    unless: &["R1005", "R3005", "R3012"],
    check: Check::AnyOf {
        columns: &[Column::BirthDate, Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let today = row.settings().today;
    let Some((column, birth, (least, most))) = odd_birth(row) else {
        return;
    };
    let Some(age) = birth.age_on(today) else {
        return;
    };
    let text = row.text(column);
    // Of a grade before school the grade may be what is wrong.
    let is_by_grade = (least, most) != row.roster.terms().ages;
    let grade = row.place(Column::Grade).filter(|_| is_by_grade);
    let (zh, en) = match grade {
        Some(_) => ("年份和年级", "year and grade"),
        None => ("年份", "the year"),
    };
    row.report(column, |finding| {
        finding.related.extend(grade);
        finding.said("other", zh, en);
        let value = if column == Column::IdNumber {
            birth.compact()
        } else {
            text.to_owned()
        };
        finding
            .quote("value", Column::BirthDate, &value)
            .number("number", age)
            .fact("expected", format!("{least}-{most}"));
    });
}

/// The birth of nobody who goes to school: the column that says it, a day of it, and the ages that pupils have.
fn odd_birth(row: &Row<'_>) -> Option<(Column, Date, (u16, u16))> {
    let today = row.settings().today;
    let passed = |birth: Date| row.ages_passed(birth.age_on(today)?);
    if let Some(birth) = row.date(Column::BirthDate).date() {
        return Some((Column::BirthDate, birth, passed(birth)?));
    }
    // Of a month any day of it.
    if let Some((first, last)) = row.born_in().and_then(BornIn::days) {
        passed(first)?;
        return Some((Column::BirthDate, last, passed(last)?));
    }
    // Where there are birth dates, they are held against the numbers.
    let birth = telling_number(row)?.0.birth()?;
    Some((Column::IdNumber, birth, passed(birth)?))
}
