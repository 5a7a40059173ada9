//! # 入学方式不适用于这个学段
//!
//! 这种入学方式只用于另一个学段：义务教育阶段不考试入学，高中不就近入学。
//!
//! ## 为什么重要
//!
//! 系统按学段提供入学方式，不是这个学段的会被拒收。
//!
//! ## 怎么改
//!
//! 小学生和初中生填“就近入学”或“其他”；高中学生填“统一招生考试/普通入学”“体育特招”“艺术特招”或“其他”，可以查招生名册。如果入学方式没有错，请核对年级。
//!
//! 学段看年级；没有年级的，看学校标识码。31开头的是初中或九年一贯制学校；34开头的是高中，其中可能有完全中学和十二年一贯制学校，所以入学时满15周岁的才按高中看。初中只写“普通入学”的，可能是指没有考试的一般入学，只作提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 年级 | 入学方式 |
//! | 王小明 | 小学一年级 | 统一招生考试/普通入学 |
//! ! enrolment_method value=统一招生考试/普通入学 kind=小学 related=B2
//! | 王小明 | 小学一年级 | 就近入学 |
//! | 李小红 | 高一 | 就近 入学 |
//! ! enrolment_method kind=高中
//! | 李小红 | 高一 | 统一招生考试 |
//! | 张华 | 初中一年级 | 统一招生考试/普通入学 |
//! ! enrolment_method level=warning kind=初中 related=B6
//! | 张华 | 初中四年级 | 艺术特招 |
//! ! enrolment_method level=warning kind=初中
//! | 张华 | 八年级 | 普通入学 |
//! ! enrolment_method level=info kind=初中
//! | 张华 | 小学六年级 | 普通入学 |
//! ! enrolment_method level=warning kind=小学
//! | 张华 | 九年级 | 就近入学 |
//! | 张华 | 初二 | 其他 |
//! | 张华 | 五年级 | 体育特招 |
//! ! enrolment_method
//! | 陈文 | 五年级 | 其他 |
//! | 陈文 | 五年级 | 义务教育阶段其他 |
//! | 陈文 | 五年级 | 高中阶段其他 |
//! ! enrolment_method kind=小学
//! | 周文 | 初二 | 高中阶段其他 |
//! ! enrolment_method kind=初中
//! | 周文 | 高一 | 义务教育阶段其他 |
//! ! enrolment_method kind=高中
//! | 陈文 | 五年级 |  |
//! | 陈文 |  | 就近入学 |
//! ```
//!
//! ```roster
//! | 姓名 | 学校标识码 | 出生日期 | 入学年月 | 入学方式 |
//! | 王小明 | 3442001636 | 20110831 | 202609 | 就近入学 |
//! ! enrolment_method kind=高中 related=B2
//! | 李小红 | 3442001636 | 20140315 | 202609 | 就近入学 |
//! | 张华 | 3442001636 |  | 202609 | 就近入学 |
//! | 陈文 | 3142001636 | 20110831 | 202609 | 就近入学 |
//! | 陈文 | 3142001636 | 20140831 | 202609 | 统一招生考试/普通入学 |
//! ! enrolment_method level=warning kind=初中或九年一贯制学校
//! | 张华 | 3442001636 | 20140831 | 202609 | 统一招生考试/普通入学 |
//! | 周文 | 2142001636 | 20200315 | 202609 | 体育特招 |
//! ! enrolment_method kind=小学 related=B8
//! ```
//!
//! ---
//!
//! # The method of enrolment belongs to another stage
//!
//! Compulsory schools have no entrance examination, and senior secondary schools do not take pupils by
//! where they live.
//!
//! ## Why it matters
//!
//! The system offers each stage its own methods and refuses the others.
//!
//! ## How to fix
//!
//! Write 就近入学 or 其他 in primary and junior school, 统一招生考试/普通入学, 体育特招, 艺术特招 or 其他 in senior
//! secondary school, as in the admission list. If the method is right, check the grade.
//!
//! The stage is that of the grade, and without a grade that of the school code. Codes that begin with
//! 31 are those of junior and nine-year schools. Codes that begin with
//! 34 are those of senior schools, some of which may have junior and primary classes too, so only pupils of 15
//! years or more at enrolment are taken for senior ones. 普通入学 alone may mean the ordinary way into a junior school
//! and is an info there.

use roster_model::{Column, Level};
use roster_values::school_code::{SchoolCodeText, read_school_code};
use roster_values::text::trim;

use crate::gathered::school_year::{Grade, School};
use crate::rules::registration::school_code_stage::title;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4019",
    slug: "rxfs-stage",
    level: Level::Warning,
    zh: "入学方式“{value}”不适用于{kind}，请核对。",
    en: "The method of enrolment {value} is not one of a {kind}; please check.",
    basis: "JY/T 1001-2012 的 RXFS：11、12为义务教育，21至23为高中阶段",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::EnrolmentMethod],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let Some(method) = row.label(Column::EnrolmentMethod) else {
        return;
    };
    let (school, column) = match row.grade() {
        Some(it) => (Grade::of(it).map(|it| it.school), Column::Grade),
        None => (school_of_code(row), Column::SchoolCode),
    };
    // 其他 may say itself of which stage it is.
    let text = row.text(Column::EnrolmentMethod);
    let (of_senior, of_compulsory) = (text.contains("高中阶段"), text.contains("义务教育阶段"));
    let level = match school {
        Some(School::Junior) if trim(text) == "普通入学" => Level::Info,
        _ => RULE.level,
    };
    let is_of_compulsory = matches!(method, "就近入学" | "其他") && !of_senior;
    let (zh, en) = match school {
        Some(School::Senior) if method == "就近入学" || of_compulsory => {
            ("高中", "senior secondary school")
        }
        Some(School::Primary) if !is_of_compulsory => ("小学", "primary school"),
        Some(School::Junior) if !is_of_compulsory && column == Column::Grade => {
            ("初中", "junior secondary school")
        }
        Some(School::Junior) if !is_of_compulsory => title(31),
        _ => return,
    };
    let place = row.place(column);
    row.report_at(level, Column::EnrolmentMethod, |finding| {
        finding.related.extend(place);
        finding
            .quote("value", Column::EnrolmentMethod, text)
            .said("kind", zh, en);
    });
}

/// The stage that a school code leaves no doubt about.
fn school_of_code(row: &Row<'_>) -> Option<School> {
    match read_school_code(row.text(Column::SchoolCode)) {
        SchoolCodeText::Code(code) => match code.class() {
            21 => Some(School::Primary),
            31 => Some(School::Junior),
            // Schools of all grades and those of junior and senior school may have this class too.
            34 if is_of_senior_age(row) => Some(School::Senior),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the pupil was as old at enrolment as those are who enter senior secondary school.
fn is_of_senior_age(row: &Row<'_>) -> bool {
    let (Some(birth), Some(enrolled)) = (row.birth(), row.month(Column::EnrolmentMonth).month())
    else {
        return false;
    };
    let months = |year: u16, month: u8| i32::from(year) * 12 + i32::from(month);
    months(enrolled.year(), enrolled.month()) - months(birth.year(), birth.month()) >= 15 * 12
}
