//! # 中间换了一个表头
//!
//! 表的中间又有一行列名，列的顺序或列名却与上面的表头不同。它下面的学生没有检查。
//!
//! ## 为什么重要
//!
//! 多半是把几个班的名单贴在了一起，而各班的列不一样。系统只认第一个表头，后面的学生就会张冠李戴：民族填进性别，母亲当成父亲。
//!
//! ## 怎么改
//!
//! 把这一段连同它的表头剪切到单独的工作表（或者另存一个文件），或者把它的列调到与上面的表头一样，再删去这一行列名。改好以后再检查一遍。在这以前不要删掉这一行：只有它说明下面各列是什么。合并和拆分也会等您改好再做；修正时这些行原样保留。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 民族 | 父亲 | 母亲 |
//! | 王小明 | 男 | 汉族 | 王建军 | 周秀英 |
//! | 姓名 | 性别 | 民族 | 母亲 | 父亲 |
//! ! row level=error rows=3-4,6 count=2
//! | 李小红 | 女 | 汉族 | 林春梅 | 李志强 |
//! @ title=三年级二班
//! | 张华 | 男 | 汉族 | 吴玉芳 | 张德华 |
//! ```
//!
//! 每一个这样的表头说一次；又出现与第一个相同的表头，下面就照常检查：
//!
//! ```roster
//! | 姓名 | 性别 | 民族 |
//! | 王小明 | 男 | 汉族 |
//! | 性别 | 姓名 | 民族 | 出生日期 |
//! ! row level=error rows=3-4 count=1
//! | 女 | 李小红 | 汉族 | 20150902 |
//! | 姓名 | 民族 | 性别 |
//! ! row level=error rows=5-6 count=1
//! | 张华 | 汉族 | 男 |
//! | 姓名 | 性别 | 民族 |
//! | 赵小华 | 女 | 汉族 |
//! ```
//!
//! 写法不同、意思相同的，或者少了一列的，不算：
//!
//! ```roster
//! | 序号 | 姓名 | 性别 | 出生日期 | 身份证件号 | 备注 |
//! | 1 | 王小明 | 男 | 20150901 | 110101201509010016 |  |
//! | 编号 | 姓　名 | *性别 | 出生年月日 | 身份证号 |  |
//! | 1 | 李小红 | 女 | 20150902 | 11010120150902002X |  |
//! ```
//!
//! ---
//!
//! # Another header among the pupils
//!
//! Amid the sheet there are column names once more, in another order than those of the header or with
//! others among them. The pupils below were not checked.
//!
//! ## Why it matters
//!
//! Probably the lists of several classes were put one below the other, and their columns differ. An import
//! knows the first header alone and reads the pupils below under the wrong columns: a mother as the father.
//!
//! ## How to fix
//!
//! Move this part with its header to a sheet or file of its own, or put its columns into the order of the
//! header and then delete the row of names. Check again afterwards. Do not delete the row before: it alone
//! tells what stands below it. Joining and dividing wait for it too; corrections leave these rows as they are.

use roster_model::{Level, Place, SetAsideReason, column_letters};

use crate::block::rows_said::row_ranges;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0021",
    slug: "another-header",
    level: Level::Error,
    zh: "第{rows}行用的是另一个表头（{note}），其中{count}名学生没有检查；请移到单独的工作表，或把列调成与上面一样，再检查。",
    en: "Another header in {rows} ({note}), and {count} pupil{s} there not checked; move them to a sheet of their own or put the columns in order, then check again.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// This many columns show what it is about.
const COLUMNS_SHOWN: usize = 3;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let sheet_read = &roster.sheet;
        let mut rows = sheet_read.set_aside.iter().peekable();
        let others = &sheet_read.other_headers;
        for (at, other) in others.iter().enumerate() {
            let next = others.get(at + 1).map_or(u32::MAX, |it| it.row_number);
            let is_above = |row: u32| row < next;
            let mut its_rows = vec![other.row_number];
            while let Some(it) = rows.next_if(|it| is_above(it.row_number)) {
                if it.reason == SetAsideReason::OtherHeader && it.row_number > other.row_number {
                    its_rows.push(it.row_number);
                }
            }
            let mut said = (String::new(), String::new());
            for (position, text) in other.cells.iter().take(COLUMNS_SHOWN) {
                let mut columns = sheet_read.columns.iter();
                let here = columns.find(|it| it.position == *position);
                let header = here.map_or("", |it| it.header.as_str());
                let header = if header.is_empty() { "—" } else { header };
                let letters = column_letters(*position);
                if !said.0.is_empty() {
                    said.0.push('，');
                    said.1.push_str(", ");
                }
                said.0 += &format!("{letters}列“{header}”→“{text}”");
                said.1 += &format!("{letters}: \"{header}\" → \"{text}\"");
            }
            if other.cells.len() > COLUMNS_SHOWN {
                said.0.push('等');
                said.1.push_str(" and others");
            }
            run.report(Place::FileRow(sheet, other.row_number), |finding| {
                finding
                    .fact("rows", row_ranges(&its_rows))
                    .number("count", its_rows.len() as u64 - 1)
                    .said("note", &said.0, &said.1);
            });
        }
    }
}
