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
//! 各地规定不同，所以入学年龄默认不检查；在“模板参数”里填“小学入学最小年龄”（例如6）和截止日期（默认8月31日）后，不足龄的作警告。学年看入学年月，没有的按检查日期推算。比同年级一般年龄相差四岁以上的只作提示，同样可以在“模板参数”里改；小学生里满15周岁才上小学的（特殊教育学校和成人小学除外），推算起来不满4周岁就上小学的，作警告：年级和出生日期总有一个不对。
//!
//! 没有年级的，小学看入学年月（只看是否不足龄）；参数写明是小学一年级新生的名单，例如学前调档名单，按一年级看。幼儿园不看。
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
//! ! birth_date level=warning number=16
//! | 张华 | 20120101 | 小学一年级 |
//! ! birth_date level=info number=14
//! | 张华 | 20200301 | 高一 |
//! ! birth_date level=warning number=-3 meant=还没有出生
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
//! ! birth_date level=warning number=0
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
//! 没有年级的，看入学年月是不是小学的：
//!
//! ```roster
//! @ today=2026-11-21
//! @ set entry_age_min=6
//! | 姓名 | 学校标识码 | 出生日期 | 入学年月 |
//! | 王小明 | 2122000123 | 20200915 | 202609 |
//! ! birth_date level=warning number=5 column=入学年月 value=202609 related=D2
//! | 李小红 | 2122000123 | 20200831 | 202609 |
//! | 张华 | 2122000123 | 20161001 | 202609 |
//! | 陈文 | 2122000123 | 20180915 | 202409 |
//! ! birth_date level=warning number=5
//! | 周文 | 3122000123 | 20140301 | 202609 |
//! | 赵云 | 5122000123 | 20200915 | 202609 |
//! | 孙丽 | 1122000123 | 20220915 | 202609 |
//! | 何平 | 2122000123 | 20200915 |  |
//! ```
//!
//! 小学一年级新生的名单；满15周岁的作警告，特殊教育学校的除外：
//!
//! ```roster
//! @ today=2026-11-21
//! @ set entry_age_min=6
//! @ set new_roster=first-grade
//! | 姓名 | 出生日期 |
//! | 王小明 | 20200901 |
//! ! birth_date level=warning number=5 column=名单 value=小学一年级
//! | 李小红 | 20200831 |
//! | 张华 | 20170901 |
//! | 陈文 | 20150901 |
//! | 赵云 | 20150301 |
//! ! birth_date level=info number=11
//! | 周文 | 20110301 |
//! ! birth_date level=warning number=15
//! ```
//!
//! ```roster
//! @ today=2026-05-21
//! @ set entry_age_min=6
//! @ set new_roster=first-grade
//! | 姓名 | 出生日期 |
//! | 王小明 | 20200831 |
//! | 李小红 | 20190901 |
//! | 张华 | 20190315 |
//! ```
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 学校标识码 | 出生日期 | 年级 |
//! | 王小明 | 5142001636 | 20100101 | 小学一年级 |
//! ! birth_date level=info number=16
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
//! is an info, and can be set too. Who was 15 on entering primary school is a warning, but for special schools and those
//! for adults, and so is who would have been under 4: the grade or the birth date is a wrong one.
//!
//! Without a grade the month of enrolment in primary school tells who was too young, and a list of which the parameters
//! say that it is of new pupils of the first grade is taken for that. Kindergartens are not looked at.

use roster_model::{Column, Level};
use roster_values::date::Date;

use crate::gathered::school_year::{Grade, NewPupils, School, Terms, school_year_of};
use crate::gathered::stage::{KINDERGARTEN, SPECIAL};
use crate::rules::registration::school_code_stage::is_of_another_school;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3007",
    slug: "birthdate-grade-mismatch",
    level: Level::Warning,
    zh: "{note}：按{column}“{value}”推算，上小学那年{meant}，请核对出生日期和{column}。",
    en: "{note}: by {column} {value} the pupil entered primary school {meant}; check birth date and {column}.",
    basis: "义务教育法第十一条（年满六周岁）；截止日和界限是模板的参数",
    since: "0.1",
    unless: &["R1005", "R3005", "R3006", "R3012"],
    check: Check::AnyOf {
        columns: &[Column::BirthDate, Column::IdNumber],
        check,
    },
};

/// One is six or seven when entering primary school.
pub(super) const USUAL: std::ops::RangeInclusive<i32> = 6..=7;
/// Nobody enters primary school at this age who goes to a school for children.
const LATE: i32 = 15;
/// Below this age nobody enters primary school.
const IMPOSSIBLE: i32 = 4;
/// The class of primary schools for adults in a school code.
const FOR_ADULTS: u8 = 22;

/// What says of which grade a pupil is, or when primary school was entered.
struct Told {
    grade: Grade,
    years: (i32, i32),
    by: Option<Column>,
}

fn check(row: &mut Row<'_>) {
    let terms = *row.roster.terms();
    let Some(told) = told(row, &terms) else {
        return;
    };
    let stated = row.stated_birth();
    if stated.is_none_or(|it| judge(&terms, &told, it).is_none()) {
        return;
    }
    // Where the number says otherwise, the birth date is what is wrong.
    let Some(birth) = row.birth().filter(|it| row.is_pupil_birth(*it)) else {
        return;
    };
    let Some((level, age, zh, en)) = judge(&terms, &told, birth) else {
        return;
    };
    if row
        .grade()
        .is_some_and(|it| is_of_another_school(row, it.code))
    {
        return;
    }
    let is_for_any_age = matches!(row.roster.school_class(row.number), FOR_ADULTS | SPECIAL);
    let is_late = told.grade.school == School::Primary && age >= LATE && !is_for_any_age;
    // Nobody enters school so young: the grade, or the date, is a wrong one.
    let level = if is_late || age < IMPOSSIBLE {
        RULE.level
    } else {
        level
    };
    let place = told.by.and_then(|it| row.place(it));
    let text = told.by.map_or("小学一年级", |it| row.text(it));
    let (by_zh, by_en) = match told.by {
        Some(Column::Grade) => ("年级", "the grade"),
        Some(_) => ("入学年月", "the month of enrolment"),
        None => ("名单", "the list"),
    };
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
            .said("column", by_zh, by_en)
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

/// The grade; or, where no text is there for one, the month of enrolment in primary school, or what the list is of.
fn told(row: &Row<'_>, terms: &Terms) -> Option<Told> {
    let month = row.month(Column::EnrolmentMonth).month();
    let enrolled = month.map(|it| school_year_of(it.year(), it.month()));
    if let Some(entry) = row.grade() {
        let grade = Grade::of(entry)?;
        return Some(Told {
            grade,
            years: terms.years_of(grade, enrolled),
            by: Some(Column::Grade),
        });
    }
    // Pupils of special schools, and children of kindergartens, may come at any age.
    let is_other = matches!(row.roster.school_class(row.number), KINDERGARTEN | SPECIAL);
    if is_other || !row.is_blank(Column::Grade) {
        return None;
    }
    let (years, by) = match enrolled {
        _ if terms.new_pupils == NewPupils::FirstGrade => {
            (terms.years_of_new(row.settings().today), None)
        }
        Some(it) if !row.is_before_school() && row.school() == School::Primary => {
            ((it, it), Some(Column::EnrolmentMonth))
        }
        _ => return None,
    };
    let grade = Grade::FIRST;
    Some(Told { grade, years, by })
}

/// What is odd about the age of a pupil of the grade. Where two school years may be meant, the one that
/// fits better counts. A month tells no grade, and who is not too young may have come from elsewhere.
fn judge(
    terms: &Terms,
    told: &Told,
    birth: Date,
) -> Option<(Level, i32, &'static str, &'static str)> {
    let (first_year, last_year) = told.years;
    let age = terms.entry_age(told.grade, last_year, birth);
    let least_age = age - (last_year - first_year);
    if terms.entry_age_min > 0 && age < terms.entry_age_min {
        Some((
            Level::Warning,
            age,
            "入学时不足龄",
            "Too young on entering school",
        ))
    } else if told.by == Some(Column::EnrolmentMonth) {
        None
    } else if terms.slack > 0 && age < USUAL.start() - terms.slack {
        Some((Level::Info, age, "年龄偏小", "Younger than usual"))
    } else if terms.slack > 0 && least_age > USUAL.end() + terms.slack {
        Some((Level::Info, least_age, "年龄偏大", "Older than usual"))
    } else {
        None
    }
}
