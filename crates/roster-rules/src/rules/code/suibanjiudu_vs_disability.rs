//! # 随班就读与残疾类型不对应
//!
//! “随班就读”填的类别与“残疾类型”不是一回事，或者一项填了残疾、另一项没有。
//!
//! ## 为什么重要
//!
//! 随班就读的人数关系到特殊教育经费，有的系统会核对这两项，不对应就不能保存。
//!
//! ## 怎么改
//!
//! 查看学生的残疾人证，让两项一致：视力、听力、智力残疾各对应一类，其他残疾都填“其他残疾随班就读”；没有残疾的学生填“非随班就读”和“无残疾”。
//!
//! 特殊教育学校的学生和送教上门的学生不随班就读，不在此列；这一行的学校标识码或者年级写错了的，看名单里多数学生的。多重残疾可以对应任何一类。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 学校标识码 | 残疾类型 | 随班就读 |
//! | 王小明 | 2142001636 | 无残疾 | 视力残疾随班就读 |
//! ! inclusive_education value=视力残疾随班就读 meant=无残疾 related=C2
//! | 王小明 | 2142001636 | 视力残疾 | 视力残疾随班就读 |
//! | 李小红 | 2142001636 | 听力残疾 | ４ |
//! ! inclusive_education meant=听力残疾
//! | 李小红 | 2142001636 | 肢体残疾 | 其他残疾随班就读 |
//! | 张华 | 2142001636 | 智力残疾 | 非随班就读 |
//! ! inclusive_education
//! | 张华 | 5142001636 | 智力残疾 | 非随班就读 |
//! | 张华 | 2142001636 | 多重残疾 | 智力残疾随班就读 |
//! | 陈文 | 2142001636 | 无残疾 | 非随班就读 |
//! | 陈文 | 2142001636 | 视力残疾 |  |
//! | 陈文 | 2142001636 |  | 视力残疾随班就读 |
//! ```
//!
//! ```roster
//! | 姓名 | 班级 | 残疾类型 | 随班就读 |
//! | 张华 | 培智三年级1班 | 智力残疾 | 非随班就读 |
//! | 王小明 | 三年级1班 | 智力残疾 | 非随班就读 |
//! ! inclusive_education
//! ```
//!
//! ```roster
//! | 姓名 | 学校标识码 | 残疾类型 | 随班就读 | 就读方式 |
//! | 张华 | 2142001636 | 多重残疾 | 非随班就读 | 送教上门 |
//! | 陈文 | 2142001636 | 多重残疾 | 非随班就读 | 走读 |
//! ! inclusive_education
//! ```
//!
//! ```roster
//! | 姓名 | 学校标识码 | 残疾类型 | 随班就读 |
//! | 张华 | 5142001636 | 智力残疾 | 非随班就读 |
//! | 陈文 | 514200163 | 智力残疾 | 非随班就读 |
//! | 李小红 | 5142001636 | 听力残疾 | 非随班就读 |
//! ```
//!
//! ```roster
//! | 姓名 | 年级 | 残疾类型 | 随班就读 |
//! | 张华 | 培智一年级 | 智力残疾 | 非随班就读 |
//! | 陈文 | 一年圾 | 智力残疾 | 非随班就读 |
//! | 李小红 | 培智二年级 | 智力残疾 | 非随班就读 |
//! ```
//!
//! ---
//!
//! # Inclusive education and disability disagree
//!
//! The kind of inclusive education is not that of the disability, or one of the two says that there is
//! none.
//!
//! ## Why it matters
//!
//! The number of such pupils decides about funds for special education, and some systems compare the
//! two and refuse to save.
//!
//! ## How to fix
//!
//! Look at the pupil's disability certificate and make the two agree: sight, hearing and intellect each
//! have a kind of their own, every other disability is 其他残疾随班就读; without a disability write
//! 非随班就读 and 无残疾.
//!
//! Pupils of special schools and those who are taught at home are not in inclusive education and not looked at; where
//! the school code or the grade of a row is wrong, those of most pupils tell. A multiple disability goes with every
//! kind.

use roster_model::{Column, Level};

use crate::gathered::stage::{SPECIAL, is_of_special_school};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4010",
    slug: "suibanjiudu-vs-disability",
    level: Level::Warning,
    zh: "随班就读“{value}”与残疾类型“{meant}”不对应，请核对。",
    en: "Inclusive education {value} does not go with the disability {meant}; please check.",
    basis: "本工具自定，参照全国系统导入模板的选项",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Row {
        needs: &[Column::InclusiveEducation, Column::Disability],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let (Some(kind), Some(disability)) = (
        row.label(Column::InclusiveEducation),
        row.label(Column::Disability),
    ) else {
        return;
    };
    let fits = match (kind, disability) {
        ("非随班就读", "无残疾") => true,
        ("非随班就读", _) => {
            is_special_school(row)
                || is_of_special_class(row)
                || row.label(Column::Boarding) == Some("送教上门")
                || row.roster.has_special_classes()
        }
        (_, "无残疾") => false,
        (_, "多重残疾") => true,
        ("其他残疾随班就读", it) => !matches!(it, "视力残疾" | "听力残疾" | "智力残疾"),
        (kind, disability) => kind.starts_with(disability),
    };
    if fits {
        return;
    }
    let column = Column::InclusiveEducation;
    let (text, other) = (row.text(column), row.text(Column::Disability));
    let place = row.place(Column::Disability);
    row.report(column, |finding| {
        finding.related.extend(place);
        finding
            .quote("value", column, text)
            .quote("meant", Column::Disability, other);
    });
}

/// Whether the grade or class is one of a special school: 培智三年级, 启智1班.
fn is_of_special_class(row: &Row<'_>) -> bool {
    let mut columns = [Column::Grade, Column::ClassName].into_iter();
    columns.any(|it| is_of_special_school(row.text(it)))
}

/// Whether the school code is that of a special school.
pub(super) fn is_special_school(row: &Row<'_>) -> bool {
    row.roster.school_class(row.number) == SPECIAL
}
