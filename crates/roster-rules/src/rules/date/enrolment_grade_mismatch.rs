//! # 年级与入学年月不符
//!
//! 按入学年月推算，这名学生现在应当在别的年级。
//!
//! ## 为什么重要
//!
//! 义务教育阶段一般不留级，年级可以由入学年月推算。两项不符，多半有一项填错，学生会分到别的年级，或者被当作留级退回。
//!
//! ## 怎么改
//!
//! 查看学校的招生名册，改正入学年月或年级。相差一年的多半是休学后复学，或者跳级，核对后不用改，所以只作提示。入学年月不在入学月份的，由另一条规则说明。同年级几乎所有学生都在同一学年入学的，以他们的为准。
//!
//! 学年按检查日期推算，7月到9月两个学年都算对，下一学年的新生名单也算对；名单属于哪个学年可以在“模板参数”里写明。初中和高中的入学年月，按进入这个学段算、按进入小学算，都算对；五四制、九年一贯制也可以在“模板参数”里写明。
//!
//! ## 例子
//!
//! ```roster
//! @ today=2026-11-21
//! | 姓名 | 年级 | 入学年月 |
//! | 王小明 | 小学三年级 | 202109 |
//! ! enrolment_month level=warning value=小学三年级 date=202109 expected=2024 related=B2
//! | 王小明 | 小学三年级 | 202409 |
//! | 李小红 | 小学三年级 | ２０２３-０９ |
//! ! enrolment_month level=info
//! | 李小红 | 三年级 | 202408 |
//! | 张华 | 初中一年级 | 202609 |
//! | 张华 | 七年级 | 202009 |
//! | 张华 | 初二 | 202309 |
//! ! enrolment_month level=info
//! | 陈文 | 高中一年级 | 202009 |
//! ! enrolment_month level=warning expected=2026
//! | 陈文 | 高中一年级 | 202209 |
//! ! enrolment_month level=warning expected=2026
//! | 陈文 | 高中一年级 | 202203 |
//! | 陈文 | 高中一年级 |  |
//! | 陈文 |  | 202109 |
//! | 陈文 | 幼儿园大班 | 202109 |
//! ```
//!
//! ```roster
//! @ today=2026-08-20
//! | 姓名 | 年级 | 入学年月 |
//! | 王小明 | 小学一年级 | 202609 |
//! | 李小红 | 小学一年级 | 202509 |
//! ```
//!
//! ```roster
//! @ today=2026-05-20
//! | 姓名 | 年级 | 入学年月 |
//! | 王小明 | 小学一年级 | 202609 |
//! | 李小红 | 小学二年级 | 202609 |
//! ! enrolment_month level=warning expected=2024
//! ```
//!
//! 提前很久做的新生名单：
//!
//! ```roster
//! @ today=2026-11-28
//! | 姓名 | 年级 | 入学年月 |
//! | 王小明 | 小学一年级 | 202709 |
//! | 李小红 | 小学一年级 | 202709 |
//! ```
//!
//! 写明了学年的，不看检查日期：
//!
//! ```roster
//! @ today=2026-05-20
//! @ set school_year=2025
//! | 姓名 | 年级 | 入学年月 |
//! | 王小明 | 小学一年级 | 202609 |
//! ! enrolment_month level=info expected=2025
//! | 李小红 | 小学一年级 | 202509 |
//! ```
//!
//! 同年级几乎所有学生都在同一学年入学的，按他们的看：
//!
//! ```roster
//! @ today=2026-09-20
//! | 姓名 | 年级 | 入学年月 |
//! | 王小明 | 初一 | 202609 |
//! | 李小红 | 初一 | 202609 |
//! | 张华 | 初一 | 202609 |
//! | 陈文 | 初一 | 202609 |
//! | 赵云 | 初一 | 202609 |
//! | 周敏 | 初一 | 202609 |
//! | 吴刚 | 初一 | 202609 |
//! | 郑洁 | 初一 | 202609 |
//! | 孙丽 | 初一 | 202609 |
//! | 马丽 | 初一 | 202509 |
//! ! enrolment_month level=info expected=2026
//! ```
//!
//! ---
//!
//! # Grade and month of enrolment disagree
//!
//! By the month of enrolment this pupil should be in another grade now.
//!
//! ## Why it matters
//!
//! In compulsory education hardly anybody repeats a year, so the grade follows from the month of
//! enrolment. If the two disagree, one of them is probably wrong, and the pupil ends up in another grade or is
//! sent back as a repeater.
//!
//! ## How to fix
//!
//! Look into the school's admission list and correct the month or the grade. One year of difference is
//! mostly a pause or a skipped year and right as it is, so it is only an info. A month in which nobody
//! enrols is told by another rule.
//!
//! The school year follows from the date of the check; from July to September both years are right, and
//! so are the new pupils of the coming one.
//! Where nearly all pupils of a grade enrolled in one school year, the others are held against that.
//! For secondary schools the month of entering this school or primary school is right. The parameters
//! may say which school year and which system of grades it is.

use roster_model::{Column, Level};

use crate::gathered::school_year::EnrolmentGap;
use crate::rules::registration::grade_unknown::is_of_other_system;
use crate::rules::registration::school_code_stage::is_of_another_school;
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R3010",
    slug: "enrolment-grade-mismatch",
    level: Level::Warning,
    zh: "年级“{value}”的学生一般是{expected}年入学，入学年月却是“{date}”，请核对。",
    en: "Pupils of the grade {value} usually enrolled in {expected}, but the month is {date}; check both.",
    basis: "本工具自定：义务教育阶段一般不留级；学制和学年是模板的参数",
    since: "0.1",
    unless: &["R3005", "R3008", "R3009"],
    check: Check::Row {
        needs: &[Column::Grade, Column::EnrolmentMonth],
        check,
    },
};

/// Whether the grade of a row is not that of its month of enrolment.
pub(crate) fn disagree(row: &Row<'_>) -> bool {
    mismatch(row).is_some()
}

/// Whether the month of enrolment tells that the grade is not that of the row (R3010).
pub(crate) fn is_late(row: &Row<'_>) -> bool {
    !row.roster.profile.is_off("R3010") && disagree(row)
}

fn mismatch(row: &Row<'_>) -> Option<EnrolmentGap> {
    let gap = EnrolmentGap::of(row)?;
    let entry = row.grade()?;
    // A grade that there is not is told by itself.
    let is_told = is_of_another_school(row, entry.code)
        || is_of_other_system(
            entry.label,
            row.text(Column::Grade),
            row.parameter("grade_system"),
        );
    (!is_told).then_some(gap)
}

fn check(row: &mut Row<'_>) {
    let Some(gap) = mismatch(row) else { return };
    let text = row.text(Column::Grade);
    let level = if gap.years > 1 && gap.is_usual_month {
        Level::Warning
    } else {
        Level::Info
    };
    let place = row.place(Column::Grade);
    let written = row.text(Column::EnrolmentMonth);
    row.report_at(level, Column::EnrolmentMonth, |finding| {
        finding.related.extend(place);
        finding
            .quote("value", Column::Grade, text)
            .fact("expected", gap.usual.to_string())
            .quote("date", Column::EnrolmentMonth, written);
    });
}
