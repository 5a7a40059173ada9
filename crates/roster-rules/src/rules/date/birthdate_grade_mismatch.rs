//! # 年龄与年级不相称
//!
//! 这名学生入学时还不到规定的年龄，或者比同年级学生小得多、大得多。
//!
//! ## 为什么重要
//!
//! 出生日期或年级可能有一个填错了。入学年龄各地有规定，年龄不够的学生，主管部门可能退回注册。
//!
//! ## 怎么改
//!
//! 查看户口簿上的出生日期，再核对年级。两项都没有错的（休学、复读、跳级、随迁晚入学），不用改。
//!
//! 各地规定不同，所以入学年龄默认不检查；在“模板参数”里填“小学入学最小年龄”（例如6）和截止日期（默认8月31日）后，不足龄的作警告。学年看入学年月，没有的按检查日期推算。比同年级一般年龄相差四岁以上的只作提示，同样可以在“模板参数”里改。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! @ set entry_age_min=6
//! @ set grade_age_slack=3
//! | 姓名 | 出生日期 | 年级 |
//! | 王小明 | 20200901 | 小学一年级 |
//! ! birth_date level=warning number=5 value=小学一年级
//! | 王小明 | 20200831 | 小学一年级 |
//! | 李小红 | 2014-09-01 | 七年级 |
//! ! birth_date level=warning number=5
//! | 李小红 | ２０１４０８３１ | 七年级 |
//! | 张华 | 20100101 | 小学一年级 |
//! ! birth_date level=info number=16
//! | 张华 | 20200301 | 高一 |
//! ! birth_date number=-3 meant=还没有出生
//! | 张华 | 20170101 | 小学一年级 |
//! | 陈文 |  | 小学一年级 |
//! | 陈文 | 20200901 |  |
//! | 陈文 | 20230901 | 幼儿园小班 |
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 出生日期 | 年级 |
//! | 王小明 | 20200901 | 小学一年级 |
//! ```
//!
//! 写了入学年月的，入学年龄按这个月所在的学年算，不看检查日期：
//!
//! ```roster
//! @ today=2026-05-20
//! @ set entry_age_min=6
//! | 姓名 | 出生日期 | 年级 | 入学年月 |
//! | 王小明 | 20190901 | 小学一年级 | 202609 |
//! | 李小红 | 20200901 | 小学一年级 | ２０２６-０９ |
//! ! birth_date level=warning number=5
//! | 张华 | 20190901 | 小学一年级 |  |
//! ! birth_date level=warning number=5
//! | 陈文 | 20190901 | 小学一年级 | 201809 |
//! ! birth_date level=warning number=5
//! ```
//!
//! ```roster
//! @ today=2026-07-05
//! @ set entry_age_min=6
//! | 姓名 | 出生日期 | 年级 | 入学年月 |
//! | 王小明 | 20190901 | 小学一年级 | 202509 |
//! ! birth_date level=warning number=5
//! | 李小红 | 20190831 | 小学一年级 | 202509 |
//! | 张华 | 20190901 | 小学一年级 |  |
//! ```
//!
//! 没有出生日期一列，或者这一行没有填的，看身份证号：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 年级 | 身份证号 |
//! | 王小明 | 小学一年级 | 110101201910020018 |
//! | 李小红 | 小学一年级 | 110101201403010018 |
//! ! id_number level=info number=12
//! ```
//!
//! 只写“一年级”的，看学段，再看工作表名、学校名称和学校标识码；都没有的，看多数学生的年龄：
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 出生日期 | 学段 | 年级 |
//! | 王小明 | 20200301 | 小学 | 一年级 |
//! | 李小红 | 20140301 | 初中 | 一年级 |
//! | 张华 | 20110301 | 高中 | 一年级 |
//! | 陈文 | 20080301 | 初中部 | 二年级 |
//! ! birth_date level=info value=二年级 number=11
//! | 周文 | 20200301 | 初中 | 一年级 |
//! ! birth_date level=info number=0
//! | 赵云 | 20140301 | 小学 | 一年级 |
//! ! birth_date level=info number=12
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 学校标识码 | 出生日期 | 年级 |
//! | 王小明 | 3442001636 | 20110301 | 一年级 |
//! | 李小红 | 3442001636 | 20110501 | 一年级 |
//! | 张华 | 3442001636 | 20091001 | 二年级 |
//! | 陈文 | 3442001636 | 20101001 | 一年级 |
//! | 周文 | 3442001636 | 20050101 | 一年级 |
//! ! birth_date level=info number=12
//! ```
//!
//! 没有入学年月的，7月到9月两个学年都算对：
//!
//! ```roster
//! @ today=2027-07-05
//! | 姓名 | 出生日期 | 年级 |
//! | 王小明 | 20160101 | 小学一年级 |
//! | 李小红 | 20150101 | 小学一年级 |
//! ! birth_date level=info number=11
//! ```
//!
//! ---
//!
//! # The age does not fit the grade
//!
//! The pupil entered school before the age that is asked for, or is much younger or older than the
//! others of the grade.
//!
//! ## Why it matters
//!
//! Either the birth date or the grade may be wrong. Regions set an age for entering school, and a
//! registration below it is sent back.
//!
//! ## How to fix
//!
//! Look up the birth date in the household register, then the grade. Where both are right (a pause,
//! a repeated or skipped year, a late start) nothing has to be changed.
//!
//! Where the grade names no school, as 一年级 does, the stage tells, then the names of sheet and school, then the
//! school code, and at last the ages of most pupils.
//!
//! Regions differ, so the entry age is not checked unless the parameters say it (and the day that counts,
//! 31 August by default); being too young is then a warning. The month of enrolment says the school year,
//! and the day of the check where there is none. Being four years or more beside what is usual for the grade
//! is an info, and can be set too.

use roster_model::{Column, Level};
use roster_values::date::Date;

use crate::gathered::school_year::{Grade, Terms, school_year_of};
use crate::rules::registration::school_code_stage::is_of_another_school;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3007",
    slug: "birthdate-grade-mismatch",
    level: Level::Warning,
    zh: "{note}：按年级“{value}”推算，上小学那年{meant}，请核对出生日期和年级。",
    en: "{note}: by the grade {value} the pupil entered primary school {meant}; check birth date and grade.",
    basis: "义务教育法第十一条（年满六周岁）；截止日和界限是模板的参数",
    since: "0.1",
    unless: &["R1005", "R3005", "R3006", "R3012"],
    check: Check::AnyOf {
        columns: &[Column::BirthDate, Column::IdNumber],
        check,
    },
};

/// One is six or seven when entering primary school.
const USUAL: std::ops::RangeInclusive<i32> = 6..=7;

fn check(row: &mut Row<'_>) {
    let Some(entry) = row.grade() else {
        return;
    };
    let Some(grade) = Grade::of(entry) else {
        return;
    };
    let terms = *row.roster.terms();
    let stated = row.stated_birth();
    let month = row.month(Column::EnrolmentMonth).month();
    let enrolled = month.map(|it| school_year_of(it.year(), it.month()));
    let years = terms.years_of(grade, enrolled);
    if stated.is_none_or(|it| judge(&terms, grade, years, it).is_none()) {
        return;
    }
    // Where the number says otherwise, the birth date is what is wrong.
    let Some(birth) = row.birth().filter(|it| row.is_pupil_birth(*it)) else {
        return;
    };
    let Some((level, age, zh, en)) = judge(&terms, grade, years, birth) else {
        return;
    };
    if is_of_another_school(row, entry.code) {
        return;
    }
    let (text, place) = (row.text(Column::Grade), row.place(Column::Grade));
    // Of a month, or of nothing at all, the day is in the number.
    let column = if row.is_blank(Column::BirthDate) {
        Column::IdNumber
    } else {
        Column::BirthDate
    };
    row.report_at(level, column, |finding| {
        finding.related.extend(place);
        finding
            .said("note", zh, en)
            .quote("value", Column::Grade, text)
            .fact("number", age.to_string());
        if age < 0 {
            finding.said("meant", "还没有出生", "before being born");
        } else {
            finding.said(
                "meant",
                &format!("{age}周岁"),
                &format!("at the age of {age}"),
            );
        }
    });
}

/// What is odd about the age of a pupil of the grade. Where two school years may be meant, the one that
/// fits better counts.
fn judge(
    terms: &Terms,
    grade: Grade,
    (first_year, last_year): (i32, i32),
    birth: Date,
) -> Option<(Level, i32, &'static str, &'static str)> {
    let age = terms.entry_age(grade, last_year, birth);
    let least_age = age - (last_year - first_year);
    if terms.entry_age_min > 0 && age < terms.entry_age_min {
        Some((
            Level::Warning,
            age,
            "入学时不足龄",
            "Too young on entering school",
        ))
    } else if terms.slack > 0 && age < USUAL.start() - terms.slack {
        Some((Level::Info, age, "年龄偏小", "Younger than usual"))
    } else if terms.slack > 0 && least_age > USUAL.end() + terms.slack {
        Some((Level::Info, least_age, "年龄偏大", "Older than usual"))
    } else {
        None
    }
}
