//! # 身份证号相同，姓名只是写法不同
//!
//! 这几行的身份证号、性别和出生日期都相同，姓名也几乎一样：读音相同、字形相近、繁体或异体、少一个字、间隔号不同，或者一个是另一个的曾用名。
//!
//! ## 为什么重要
//!
//! 多半是同一名学生填了两遍，其中一次姓名写错。导入以后，系统按身份证号查重，几条记录都会成为“问题学籍”，所以作错误。
//!
//! ## 怎么改
//!
//! 对照户口簿，把姓名改成户口簿上的写法，只保留一行。如果是双胞胎误填了同一个号码，改正其中一个身份证号。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小伟 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number count=2 rows=第2、3行
//! | 王小炜 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! ! id_number count=2
//! | 李紅 | 女 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００２４ |
//! | 张强 | 男 | 20141225 | 居民身份证 | 110101201412250013 |
//! | 陈文 | 男 | 20141225 | 居民身份证 | 110101201412250013 |
//! | 周敏 | 女 | 20150901 | 居民身份证 | 110101201509010040 |
//! | 周敏 | 女 | 20150901 | 居民身份证 | 110101201509010040 |
//! | 赵伟 | 男 | 20150901 | 居民身份证 |  |
//! ```
//!
//! ---
//!
//! # Same identity number, the name spelt otherwise
//!
//! Number, sex and birth date of these rows are the same, and so nearly are the names: the same sound, a
//! similar look, a traditional or variant form, a character left out, another dot, or one is the other's
//! former name.
//!
//! ## Why it matters
//!
//! It is probably one pupil entered twice, once with a wrong name. The system looks for duplicates by
//! number, so all of the rows become problem registrations after the import: an error.
//!
//! ## How to fix
//!
//! Correct the name from the household register and keep one row. If twins were given one number,
//! correct the number of one of them.

use roster_model::{Case, Column, Level};

use crate::duplicates::{is_in_one_file, report_group};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7003",
    slug: "dup-id-name-variant",
    level: Level::Error,
    zh: "身份证号重复，姓名只是写法不同：{rows}（共{count}行），很可能是同一名学生，请对照户口簿改正姓名、只留一行。",
    en: "Same identity number, and names that differ in spelling only: {rows} ({count} rows). Probably one pupil: correct the name from the household register and keep one row.",
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
        if group.case == Case::B && is_in_one_file(run, group) {
            report_group(run, group, RULE.level, Column::IdNumber);
        }
    }
}
