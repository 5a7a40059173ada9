//! # 学生排在了表头上面
//!
//! 表头上面有几行不是标题，而是学生：有身份证件号，或者有姓名和性别、出生日期。他们没有检查。
//!
//! ## 为什么重要
//!
//! 多半是排序时把表头也排了进去，或者把一份名单贴在了另一份的上面。系统只导入表头下面的行，上面的学生就漏掉了。
//!
//! ## 怎么改
//!
//! 把表头那一行剪切到这些学生的上面，再检查一遍；不要删除学生。上面的学生列的顺序与表头不同的，移到单独的工作表，加上自己的表头。合并和拆分也会等您改好再做；修正时这些行原样保留。
//!
//! ## 例子
//!
//! ```roster
//! | 王小明 | 男 | 20150901 | 110101201509010016 |
//! ! row level=error rows=1-2,4 count=3
//! | 李小红 | 女 | 20150902 |  |
//! @ title=三年级二班
//! | 陈文 | 男 | 20150903 |  |
//! | 姓名 | 性别 | 出生日期 | 身份证件号 |
//! | 张华 | 男 | 20150228 | 110101201502280013 |
//! ```
//!
//! 标题、填写说明和示例不算：
//!
//! ```roster
//! @ title=第一小学学生花名册
//! | 班主任： | 李老师 |  | 13800000001 |
//! | 说明 | 男或女 | 8位数字 | 18位 |
//! | 示例 | 男 | 20150901 | 110101201509010016 |
//! | 张三 | 男 | 20150901 | 110101201509010016 |
//! | 姓名 | 性别 | 出生日期 | 身份证件号 |
//! | 张华 | 男 | 20150228 | 110101201502280013 |
//! ```
//!
//! ---
//!
//! # Pupils above the header
//!
//! Some rows above the header are no titles but pupils: they have an ID number, or a name with a sex or a
//! birth date. They were not checked.
//!
//! ## Why it matters
//!
//! Probably a sort took the header along, or one list was put above another. An import takes what stands
//! under the header, so these pupils are left out.
//!
//! ## How to fix
//!
//! Cut the row of the header, insert it above these pupils and check again; delete nobody. Where their
//! columns are in another order than the header's, move them to a sheet of their own with a header of its
//! own. Joining and dividing wait for it too; corrections leave these rows as they are.

use roster_model::{Level, Place, SetAsideReason};

use crate::block::rows_said::row_ranges;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0117",
    slug: "pupils-above-header",
    level: Level::Error,
    zh: "表头上面的第{rows}行有{count}名学生，没有检查；请把表头那一行移到他们上面，再检查。",
    en: "Above the header stand pupils ({count}, {rows}), who were not checked; move the header above them and check again.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let set_aside = roster.sheet.set_aside.iter();
        let above = set_aside.filter(|it| it.reason == SetAsideReason::Above);
        let above: Vec<u32> = above.map(|it| it.row_number).collect();
        if let Some(&first) = above.first() {
            run.report(Place::FileRow(sheet, first), |finding| {
                finding
                    .fact("rows", row_ranges(&above))
                    .number("count", above.len() as u64);
            });
        }
    }
}
