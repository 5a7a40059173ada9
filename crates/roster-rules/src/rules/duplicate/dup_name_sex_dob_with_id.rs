//! # 同名同日生，身份证号不同
//!
//! 这几行的姓名、性别和出生日期都相同，身份证号却不同。
//!
//! ## 为什么重要
//!
//! 同名同日生的不同学生是有的。但如果是同一名学生、其中一个身份证号录错了，系统按身份证号查不出来，这名学生就会有两个学籍。
//!
//! ## 怎么改
//!
//! 对照户口簿核对身份证号，再比较家长、电话和住址。是同一名学生的，留下号码正确的一行；是不同学生的，不用修改。
//!
//! 家长、电话等信息表明是不同学生的，这里不报告，除非身份证号只差一两位；其中有号码填错、又只差一点的，由另一条规则报告。电话不同、住址却连门牌和房号都相同的，作为提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 | 联系电话 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 | 13800138000 |
//! ! name count=2 rows=第2、3行
//! | 王小明 | 男 | ２０１５０９０１ | 居民身份证 | 110101201509010032 | 13800138000 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 | 13800138001 |
//! | 李小兰 | 女 | 20150901 | 居民身份证 | 110101201509010040 | 13800138001 |
//! | 张华 | 男 | 20141225 | 居民身份证 | 110101201412250013 | 13800138002 |
//! | 张华 | 男 | 20150902 | 居民身份证 | 110101201509020011 | 13800138002 |
//! | 陈文 | 男 | 20160101 | 居民身份证 |  |  |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 | 联系电话 | 现住址 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 | 13800138000 | 吉林省某市某区某小区3栋2单元501室 |
//! ! name level=info count=2
//! | 王小明 | 男 | 20150901 | 居民身份证 | 440308201509010050 | 13800138001 | 吉林省某市某区某小区３栋２单元501室 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 | 13800138002 | 吉林省某市某区某小区3栋1单元101室 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 440308201509010069 | 13800138003 | 吉林省某市某区某小区3栋1单元102室 |
//! | 张华 | 男 | 20150902 | 居民身份证 | 110101201509020011 | 13800138004 | 吉林省某市某区某村一组 |
//! | 张华 | 男 | 20150902 | 居民身份证 | 440308201509020056 | 13800138005 | 吉林省某市某区某村一组 |
//! ```
//!
//! ---
//!
//! # Same name and birth date, different identity numbers
//!
//! These rows have the same name, sex and birth date, but different identity numbers.
//!
//! ## Why it matters
//!
//! Different pupils with one name and birth date do exist. But if it is one pupil and one of the
//! numbers is mistyped, the system does not notice, and the pupil is registered twice.
//!
//! ## How to fix
//!
//! Compare the numbers with the household register, then parents, phone and address. If it is one
//! pupil, keep the row with the right number; if not, leave them as they are.
//!
//! Where parents or phone show that the pupils are different, nothing is said, unless the numbers differ in
//! a digit or two. Where one of the numbers is wrong and nearly the other, another rule tells it. Where the phones
//! differ and the address is the very same house and room, it is a hint.

use roster_model::{Case, Column, Group, Level, Verdict};

use crate::duplicates::{has_near_numbers, is_in_one_file, report_group};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7005",
    slug: "dup-name-sex-dob-with-id",
    level: Level::Warning,
    zh: "姓名、性别、出生日期都相同，身份证号不同或有误：{rows}（共{count}行），请核对是不是同一名学生。",
    en: "Same name, sex and birth date, and identity numbers that differ or are wrong: {rows} ({count} rows). Check whether they are one pupil.",
    basis: "教基一厅〔2015〕2号；全国系统按身份证号查重",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for group in run.groups {
        if group.case == Case::F && is_in_one_file(run, group) && !has_near_numbers(run, group) {
            report_group(run, group, level(group), Column::Name);
        }
    }
}

/// Namesakes are only worth a glance unless something else speaks for one pupil.
pub(super) fn level(group: &Group) -> Level {
    if group.verdict == Verdict::Hint {
        Level::Info
    } else {
        Level::Warning
    }
}
