//! # 班级、代码、入学年月逐行加一
//!
//! 连着的许多行，班号、班级、邮政编码、行政区划代码或者入学年月一个比一个大1。
//!
//! ## 为什么重要
//!
//! 这是拖动单元格一角时自动填出来的。班号错了，每名学生都成了一个班；其他各项除第一个以外都不对。
//!
//! ## 怎么改
//!
//! 从这一段的第二行起重新填写：先复制第一个，选中下面的单元格再粘贴，不要拖动；或者拖动后选“复制单元格”。
//!
//! 班号和班级连续10行起（班级说明全表每班都只有一名学生的，班号和班级只作提示）、行政区划代码连续8行起、邮政编码和入学年月连续5行起提示。这些行不再一个一个地说入学年月不对。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 邮政编码 |
//! | 王小明 | 116001 |
//! ! postcode level=warning count=5 range=B2:B6 column=邮政编码
//! | 李小红 | 116002 |
//! | 张华 | 116003 |
//! | 陈文 | 116004 |
//! | 赵云 | 116005 |
//! | 周敏 | 116001 |
//! | 吴刚 | 116002 |
//! ```
//!
//! ```roster
//! | 姓名 | 班号 |
//! | 王小明 | 202601 |
//! ! class_code count=10
//! | 李小红 | 202602 |
//! | 张华 | 202603 |
//! | 陈文 | 202604 |
//! | 赵云 | 202605 |
//! | 周敏 | num:202606 |
//! | 吴刚 | 202607 |
//! | 郑洁 | 202608 |
//! | 孙丽 | 202609 |
//! | 何平 | 202610 |
//! | 林森 | 202610 |
//! ```
//!
//! ```roster
//! | 姓名 | 入学年月 |
//! | 王小明 | 202409 |
//! ! enrolment_month count=5 range=B2:B6 column=入学年月
//! | 李小红 | 202410 |
//! | 张华 | 202411 |
//! | 陈文 | 202412 |
//! | 赵云 | 202413 |
//! ```
//!
//! ```roster
//! | 姓名 | 户口所在地行政区划代码 |
//! | 王小明 | 220102001001 |
//! ! hukou_code count=8 range=B2:B9
//! | 李小红 | 220102001002 |
//! | 张华 | 220102001003 |
//! | 陈文 | 220102001004 |
//! | 赵云 | 220102001005 |
//! | 周敏 | 220102001006 |
//! | 吴刚 | 220102001007 |
//! | 郑洁 | 220102001008 |
//! | 孙丽 | 220102001001 |
//! | 何平 | 220102001002 |
//! ```
//!
//! ```roster
//! | 姓名 | 班级 |
//! | 王小明 | 三年级1班 |
//! | 李小红 | 三年级1班 |
//! ! class_name level=warning count=10 range=B3:B12 column=班级
//! | 张华 | 三年级2班 |
//! | 陈文 | 三年级3班 |
//! | 赵云 | 三年级4班 |
//! | 周敏 | 三年级5班 |
//! | 吴刚 | 三年级6班 |
//! | 郑洁 | 三年级7班 |
//! | 孙丽 | 三年级8班 |
//! | 何平 | 三年级9班 |
//! | 林森 | 三年级10班 |
//! | 林木 | 四年级11班 |
//! ```
//!
//! 全表每班都只有一名学生：
//!
//! ```roster
//! | 姓名 | 班级 |
//! | 王小明 | 三年级1班 |
//! ! class_name level=info count=10
//! | 李小红 | 三年级2班 |
//! | 张华 | 三年级3班 |
//! | 陈文 | 三年级4班 |
//! | 赵云 | 三年级5班 |
//! | 周敏 | 三年级6班 |
//! | 吴刚 | 三年级7班 |
//! | 郑洁 | 三年级8班 |
//! | 孙丽 | 三年级9班 |
//! | 何平 | 三年级10班 |
//! ```
//!
//! 班号和班级一起说明每班一名学生（例如各班的班长）：
//!
//! ```roster
//! | 姓名 | 班号 | 班级 |
//! | 王小明 | 202401 | 三年级1班 |
//! ! class_code level=info count=10 column=班号
//! ! class_name level=info count=10 column=班级
//! | 李小红 | 202402 | 三年级2班 |
//! | 张华 | 202403 | 三年级3班 |
//! | 陈文 | 202404 | 三年级4班 |
//! | 赵云 | 202405 | 三年级5班 |
//! | 周敏 | 202406 | 三年级6班 |
//! | 吴刚 | 202407 | 三年级7班 |
//! | 郑洁 | 202408 | 三年级8班 |
//! | 孙丽 | 202409 | 三年级9班 |
//! | 何平 | 202410 | 三年级10班 |
//! | 林森 | 202301 | 四年级1班 |
//! ```
//!
//! ```roster
//! | 姓名 | 年级 | 班号 | 班级 |
//! | 王小明 | 三年级 | 202401 | 1班 |
//! ! class_code level=info count=10
//! ! class_name level=info count=10
//! | 李小红 | 三年级 | 202402 | 2班 |
//! | 张华 | 三年级 | 202403 | 3班 |
//! | 陈文 | 三年级 | 202404 | 4班 |
//! | 赵云 | 三年级 | 202405 | 5班 |
//! | 周敏 | 三年级 | 202406 | 6班 |
//! | 吴刚 | 三年级 | 202407 | 7班 |
//! | 郑洁 | 三年级 | 202408 | 8班 |
//! | 孙丽 | 三年级 | 202409 | 9班 |
//! | 何平 | 三年级 | 202410 | 10班 |
//! | 林森 | 四年级 | 202301 | 1班 |
//! ```
//!
//! 班级相同、只有班号加一的，是下拉填充：
//!
//! ```roster
//! | 姓名 | 班号 | 班级 |
//! | 王小明 | 202401 | 三年级1班 |
//! ! class_code level=warning count=10
//! | 李小红 | 202402 | 三年级1班 |
//! | 张华 | 202403 | 三年级1班 |
//! | 陈文 | 202404 | 三年级1班 |
//! | 赵云 | 202405 | 三年级1班 |
//! | 周敏 | 202406 | 三年级1班 |
//! | 吴刚 | 202407 | 三年级1班 |
//! | 郑洁 | 202408 | 三年级1班 |
//! | 孙丽 | 202409 | 三年级1班 |
//! | 何平 | 202410 | 三年级1班 |
//! ```
//!
//! 每班一名学生的短名单不看：
//!
//! ```roster
//! | 姓名 | 班号 |
//! | 王小明 | 202601 |
//! | 李小红 | 202602 |
//! | 张华 | 202603 |
//! | 陈文 | 202604 |
//! ```
//!
//! ---
//!
//! # Classes, codes or months that count up
//!
//! In many rows one after the other, each class, class code, postcode, region code or month of enrolment is
//! one more than the one above.
//!
//! ## Why it matters
//!
//! A cell was dragged down by its corner. With such codes each pupil is a class, and all the others but the
//! first are wrong.
//!
//! ## How to fix
//!
//! Write them again from the second row of the range on: copy the first, select the cells below and
//! paste; or choose “Copy cells” after dragging.
//!
//! Ten rows of class codes or names are told (an info where the names of the classes say that
//! each of them has one pupil), eight of region codes, and five of postcodes and months. That those
//! months are wrong is not said one by one as well.

use std::cell::LazyCell;

use roster_model::{Column, Level};

use crate::block::{CLASSES_MIN, MONTHS_MIN, counting_up, report_rows};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8021",
    slug: "class-code-filled-down",
    level: Level::Warning,
    zh: "{range}的{count}个{column}逐行加1，像是下拉填充的，请重新填写。",
    en: "{count} values of {column} in {range} count up by one, as if filled down; write them again.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[
            Column::ClassCode,
            Column::ClassName,
            Column::EnrolmentMonth,
            Column::Postcode,
            Column::HukouCode,
            Column::BirthPlaceCode,
            Column::Member1HukouCode,
            Column::Member2HukouCode,
            Column::GraduatedSchoolCode,
            Column::AdmittingSchoolCode,
        ],
        check,
    },
};

/// From how many rows on; a list may have one pupil of each class, or of each village.
const ROWS_MIN: [(Column, u32); 10] = [
    (Column::ClassCode, CLASSES_MIN),
    (Column::ClassName, CLASSES_MIN),
    (Column::EnrolmentMonth, MONTHS_MIN),
    (Column::Postcode, 5),
    (Column::HukouCode, 8),
    (Column::BirthPlaceCode, 8),
    (Column::Member1HukouCode, 8),
    (Column::Member2HukouCode, 8),
    (Column::GraduatedSchoolCode, 10),
    (Column::AdmittingSchoolCode, 10),
];

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        // Asked once, however many blocks there are.
        let one_of_each = LazyCell::new(|| has_one_of_each(roster));
        for (column, least) in ROWS_MIN {
            let Some(index) = roster.index_of(column) else {
                continue;
            };
            for block in counting_up(roster, index, least) {
                let info = column.info();
                let is_of_class = matches!(column, Column::ClassCode | Column::ClassName);
                let level = if is_of_class && *one_of_each {
                    Level::Info
                } else {
                    Level::Warning
                };
                report_rows(run, level, (sheet, index), block.rows(), |it| {
                    it.said("column", info.zh, info.en);
                });
            }
        }
    }
}

/// Whether no two pupils are in one class: a list of monitors, for instance.
fn has_one_of_each(roster: &Roster) -> bool {
    let Some(name) = roster.index_of(Column::ClassName) else {
        return false;
    };
    let grade = roster.index_of(Column::Grade);
    let value = |index: usize, row: u32| roster.value(index, row).0;
    let rows = 0..roster.sheet.row_count();
    let mut classes: Vec<_> = rows
        .map(|row| (value(name, row), grade.map(|it| value(it, row))))
        .collect();
    let count = classes.len();
    roster_order::sort(&mut classes);
    classes.dedup();
    classes.len() == count
}
