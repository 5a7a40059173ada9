//! # 出生日期与身份证号不一致
//!
//! 身份证号第7位到第14位就是出生日期，与“出生日期”一栏写的不是同一天。号码本身通过了校验。
//!
//! ## 为什么重要
//!
//! 系统会拿这两项互相核对，不一致的学生不能通过审核，学籍注册会被卡住。
//!
//! ## 怎么改
//!
//! 对照户口簿看哪一个是对的。多数时候是出生日期一栏录错，可以点一下采用号码里的日期；如果户口簿上的日期与号码不同，请家长先到派出所核实。如果性别也与号码不符，这个号码很可能是家长或者别的学生的，应当换成学生本人的号码；号码里是成年人的日期时，不建议改出生日期。学籍号里的号码与所填日期相符的，或者两名学生的号码正好对调的，提示里会写明，先看号码。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 20150910 | 居民身份证 | 110101201509010016 |
//! ! birth_date value=20150910 date=20150901 note=日不同
//! ~? birth_date -> 20150901
//! | 王小明 | ２０１５０９１０ | 居民身份证 | 110101201509010016 |
//! ! birth_date date=20150901
//! ~? birth_date -> 20150901
//! | 王小明 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 2015-09-01 | 居民身份证 | 110101201509010016 |
//! | 王小明 | date:2015-09-01 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 42257 | 居民身份证 | 110101201509010016 |
//! ! birth_date note=看作20150910，日不同
//! ~? birth_date -> 20150901
//! | 王小明 |  | 居民身份证 | 110101201509010016 |
//! | 王小明 | 20150910 | 居民身份证 | 110101201509010017 |
//! | 王小明 | 20150931 | 居民身份证 | 110101201509010016 |
//! | 王小明 | 20150910 | 居民身份证 |  |
//! | 王小明 | 20150910 | 其他 | 110101201509010016 |
//! ! birth_date date=20150901 level=warning
//! ~? birth_date -> 20150901
//! | 陈嘉欣 | 20150910 | 香港特区护照/身份证明 | 810000201509010028 |
//! ! birth_date date=20150901 level=warning
//! ~? birth_date -> 20150901
//! | 王小明 | 20150910 | 居民身份证 | 110101198503050012 |
//! ! id_number date=19850305 note=号码不是这个年龄的学生的 related=B14
//! | 陈嘉欣 | 20150901 | 香港特区护照/身份证明 | 810000201509010028 |
//! ```
//!
//! 学生的单元格里填了家长的号码，只提示号码这个单元格：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 身份证号 | 成员1姓名 | 成员1关系 | 成员1身份证件号 |
//! | 王小明 | 男 | 20150901 | 110101198604120024 | 周秀英 | 母亲 | 110101198604120024 |
//! ! id_number date=19860412 note=号码是家庭成员1的
//! | 李小红 | 女 | 20150902 | 110101198503050012 | 李志强 | 父亲 | 11010120150902002X |
//! ! id_number date=19850305 note=好像与家庭成员1的号码填反了
//! ```
//!
//! 出生日期与学籍号里的号码相符的，填错的多半是身份证号，不提出改出生日期：
//!
//! ```roster
//! | 姓名 | 出生日期 | 身份证号 | 学籍号 |
//! | 王小明 | 20150902 | 110101201509010016 | G11010120150902002X |
//! ! id_number note=学籍号里的号码与出生日期相符，可能是身份证号填错了 related=B2,D2
//! ~! id_number -> 11010120150902002X
//! ```
//!
//! 两名学生的号码正好对调的：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 身份证号 |
//! | 王小明 | 男 | 20150901 | 11010120150902002X |
//! ! id_number note=与第3行的身份证号好像互换了 related=C2,D3
//! | 李小红 | 女 | 20150902 | 110101201509010016 |
//! ! id_number note=与第2行的身份证号好像互换了
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 身份证号 |
//! | 王小明 | 男 | 20150902 | 110101201509010016 |
//! ! birth_date note=与第3行的出生日期好像互换了 related=D2,C3
//! | 李小红 | 女 | 20150901 | 11010120150902002X |
//! ! birth_date
//! ```
//!
//! 只写了出生年月的，核对年和月：
//!
//! ```roster
//! @ today=2026-09-20
//! | 姓名 | 性别 | 出生年月 | 身份证号 |
//! | 王小明 | 女 | 2019.10 | 110101201910020018 |
//! | 李小红 | 女 | 201810 | 110101201910030021 |
//! ! birth_date level=error note=年不同
//! ~? birth_date -> 20191003
//! | 张华 | 男 | 2019年10月 | 110101198605060019 |
//! ! id_number note=号码不是这个年龄的学生的
//! | 陈文 | 男 | 2019.1 | 110101201910020018 |
//! ```
//!
//! 港澳台居民居住证和外国人永久居留身份证的号码里也有出生日期，系统是否核对不清楚，所以只作警告；没有“证件类型”一列的也一样：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 身份证号 |
//! | 陈嘉欣 | 女 | 20150910 | 810000201509010028 |
//! ! birth_date date=20150901 level=warning
//! ~? birth_date -> 20150901
//! | 王小明 | 男 | 20150910 | 110101201509010016 |
//! ! birth_date date=20150901 level=error
//! ~? birth_date -> 20150901
//! ```
//!
//! 有效的居民身份证号填在别的证件类型下面，也只作警告。号码里有像X、像数字的字符，按校验码可以断定是哪一个的，照样核对：
//!
//! ```roster
//! | 姓名 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 20150910 | 护照 | 110101201509010016 |
//! ! birth_date level=warning
//! ~? birth_date -> 20150901
//! | 王小明 | 20150901 | 护照 | 110101201509010016 |
//! | 王小明 | 20150910 | 护照 | E12345678 |
//! | 王小明 | 20150910 | 其他 | 999999201501010012 |
//! | 王小明 | 20150910 | 户口簿 | 110101198503050012 |
//! ! id_number level=warning note=号码不是这个年龄的学生的
//! | 王小明 | 20150910 | 居民身份证 | 11O101201509010016 |
//! ! birth_date level=error date=20150901
//! ~? birth_date -> 20150901
//! | 周小芳 | 20160316 | 居民身份证 | 11010120160315004× |
//! ! birth_date level=error date=20160315
//! ~? birth_date -> 20160315
//! | 王小明 | 20150910 | 其他 | 11O101201509010016 |
//! ! birth_date level=warning
//! ~? birth_date -> 20150901
//! | 王小明 | 20150910 | 居民身份证 | 11O101201509010017 |
//! | 王小明 | 20150901 | 居民身份证 | 11O101201509010016 |
//! | 王小明 | 20150910 | 居民身份证 | 999212200012300001 |
//! ```
//!
//! ```roster
//! @ set date_form=YYYY-MM-DD
//! | 姓名 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 2015-09-10 | 居民身份证 | 110101201509010016 |
//! ! birth_date date=20150901
//! ~? birth_date -> 2015-09-01
//! ```
//!
//! ---
//!
//! # Birth date differs from the resident ID
//!
//! Positions 7 to 14 of a resident ID are the birth date, and the birth date column has another
//! day. The number itself passes its check.
//!
//! ## Why it matters
//!
//! The system compares the two, and a pupil for whom they differ does not pass the review.
//!
//! ## How to fix
//!
//! Look which one the household register has. Mostly the column was mistyped; one click takes the
//! date of the number. If the register itself differs from the number, the parents ask the police
//! first. Where the 学籍号 has a number with the birth date that is stated, or where two pupils fit each other's
//! numbers, the message says so: look at the number. Of a birth date without a day year and month are compared. If the sex differs from the number too, the number is probably a parent's or another
//! pupil's: put in the pupil's own. For the date of an adult no change of the birth date is offered.
//!
//! The numbers of residence permits and of the card of foreigners have the date in the same place.
//! Whether a system compares it is not known, so there it is a warning, and so it is where a resident ID stands under
//! another document type. A sign that looks like an X or a digit makes no difference where the check digit proves what
//! it stands for.

use roster_model::{Column, Level, Place, Trust};
use roster_values::date::Date;
use roster_values::id_number::ResidentId;
use roster_values::text::half_width;

use crate::date_forms::written_date;
use crate::gathered::document::telling_number;
use crate::gathered::members::{MEMBERS, is_exchanged, is_of_no_pupil};
use crate::gathered::owners::{Exchanged, exchanged_with, number_that_fits};
use crate::gathered::stated_birth::{Stated, stated};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1005",
    slug: "id-vs-birthdate",
    level: Level::Error,
    zh: "出生日期“{value}”与身份证号中的“{date}”不一致：{note}，请对照户口簿核对。",
    en: "The birth date {value} differs from {date} in the resident ID: {note}; compare with the household register.",
    basis: "GB 11643-1999：第7至14位是出生日期",
    since: "0.1",
    unless: &["R3005"],
    check: Check::Row {
        needs: &[Column::IdNumber, Column::BirthDate],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let number = row.id(Column::IdNumber).meant();
    let Some(birth) = number.and_then(|it| it.birth()) else {
        return;
    };
    // In nearly every row they agree.
    let Some(stated) = stated(row, birth).filter(|it| !it.has(birth)) else {
        return;
    };
    let Some((id, level)) = telling_number(row) else {
        return;
    };
    let text = row.text(Column::BirthDate);
    let to = written_date(birth, row.parameter("date_form"));
    let is_pupils = !is_of_no_pupil(row);
    // What a number of days or Chinese numerals stand for is told, since another rule proposes to write it out.
    let read = match stated {
        Stated::Day(day) if !half_width(text).contains(&day.year().to_string()) => {
            Some(written_date(day, row.parameter("date_form")))
        }
        _ => None,
    };
    // The number of a grown-up is a parent's, and wrong for the pupil as a whole.
    let suspect = Suspect::of(row, is_pupils);
    let (zh, en) = match suspect {
        Suspect::Birth => difference(stated, birth, read.is_some()),
        Suspect::Parents => whose(row),
        Suspect::Number(_) => (
            "学籍号里的号码与出生日期相符，可能是身份证号填错了".to_owned(),
            "the number in the 学籍号 fits the birth date, so the ID may be the wrong one"
                .to_owned(),
        ),
        Suspect::Exchanged(other, what) => exchange(row, other, what),
    };
    let (column, other) = match suspect {
        Suspect::Birth | Suspect::Exchanged(_, Exchanged::Births) => {
            (Column::BirthDate, Column::IdNumber)
        }
        _ => (Column::IdNumber, Column::BirthDate),
    };
    let related = related(row, suspect, (column, other));
    let number = row.text(Column::IdNumber);
    row.report_at(level, column, |finding| {
        finding.related.extend(related);
        finding.quote("value", Column::BirthDate, text);
        finding.quote("date", Column::BirthDate, id.birth_text());
        if let (Some(read), Suspect::Birth) = (&read, suspect) {
            finding.quote("other", Column::BirthDate, read);
        }
        finding.said("note", &zh, &en);
        match suspect {
            Suspect::Birth => {
                finding.fix(Trust::Review, text, to);
            }
            Suspect::Number(tail) => {
                finding.fix(Trust::Hint, number, tail.text());
            }
            _ => {}
        }
    });
}

/// The cells besides the one that is probably wrong.
fn related(row: &Row<'_>, suspect: Suspect, (column, other): (Column, Column)) -> Vec<Place> {
    let mut related: Vec<Place> = row.place(other).into_iter().collect();
    match suspect {
        Suspect::Number(_) => related.extend(row.place(Column::StudentNumber)),
        Suspect::Exchanged(other, _) => {
            let there = Row {
                sheet: row.sheet,
                ..Row::unasked(row.roster, other)
            };
            related.extend(there.place(column));
        }
        _ => {}
    }
    related
}

/// The date of the number as it would be written for a stated date that can be nobody's, where the number is this
/// pupil's as far as the sheet tells.
pub(in crate::rules) fn date_of_number(row: &Row<'_>) -> Option<String> {
    let (id, _) = telling_number(row)?;
    let birth = id.birth().filter(|it| row.is_pupil_birth(*it))?;
    let is_own = row.roster.owners().row_of(&id) == Some(row.number)
        && matches!(Suspect::of(row, true), Suspect::Birth);
    is_own.then(|| written_date(birth, row.parameter("date_form")))
}

/// Which cell is probably the wrong one.
#[derive(Clone, Copy)]
enum Suspect {
    /// The birth date, as it mostly is.
    Birth,
    /// The number, which is a grown-up's.
    Parents,
    /// The number; the 学籍号 has one that fits.
    Number(ResidentId),
    /// One of both, exchanged with another row's.
    Exchanged(u32, Exchanged),
}

impl Suspect {
    fn of(row: &Row<'_>, is_pupils: bool) -> Self {
        if !is_pupils {
            return Suspect::Parents;
        }
        if let Some((other, what)) = exchanged_with(row) {
            return Suspect::Exchanged(other, what);
        }
        number_that_fits(row).map_or(Suspect::Birth, Suspect::Number)
    }
}

/// With which row, and what.
fn exchange(row: &Row<'_>, other: u32, what: Exchanged) -> (String, String) {
    let other = row.roster.sheet.row_numbers[other as usize];
    let (zh, en) = match what {
        Exchanged::Numbers => ("身份证号", "ID numbers"),
        Exchanged::Births => ("出生日期", "birth dates"),
        Exchanged::Either => ("身份证号（或者出生日期）", "ID numbers (or birth dates)"),
    };
    (
        format!("与第{other}行的{zh}好像互换了"),
        format!("the {en} of this row and row {other} seem exchanged"),
    )
}

/// Whose number it is instead, as far as the row tells.
fn whose(row: &Row<'_>) -> (String, String) {
    for (member, n) in MEMBERS.iter().zip(1..) {
        if member.has_number_of_pupil(row) {
            return (
                format!("号码是家庭成员{n}的"),
                format!("the number is family member {n}'s"),
            );
        }
        if is_exchanged(row, member) {
            return (
                format!("好像与家庭成员{n}的号码填反了"),
                format!("it seems exchanged with the number of family member {n}"),
            );
        }
    }
    (
        "号码不是这个年龄的学生的".to_owned(),
        "the number is of no pupil of that age".to_owned(),
    )
}

/// In what the two differ: a reader may see no more of them than the years.
fn difference(stated: Stated, birth: Date, is_read: bool) -> (String, String) {
    let (month, day) = stated.has_other_month_and_day(birth);
    let parts = [
        (stated.year() != birth.year(), "年", "year"),
        (month, "月", "month"),
        (day, "日", "day"),
    ];
    let differing = || parts.iter().filter(|it| it.0);
    let zh: Vec<&str> = differing().map(|it| it.1).collect();
    let en: Vec<&str> = differing().map(|it| it.2).collect();
    let (read_zh, read_en) = if is_read {
        ("看作{other}，", "read as {other}, ")
    } else {
        ("", "")
    };
    (
        format!("{read_zh}{}不同", zh.join("、")),
        format!("{read_en}another {}", en.join(", ")),
    )
}
