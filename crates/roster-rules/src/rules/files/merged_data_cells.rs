//! # 几名学生的内容只写在第一行
//!
//! 这一列有几名学生的单元格合并成了一个，或者每个班、每个年级只在第一行写了一次，其余学生的其实是空的。
//!
//! ## 为什么重要
//!
//! 看上去每名学生都有，导入时只有第一名有：必填的项会被拒收；排序和筛选也会出错。
//!
//! ## 怎么改
//!
//! 一名学生占了几行的（姓名也合并了，例如下一行写的是另一位家长），把下面各行的内容移到这名学生那一行的右边，再删去这些行，一名学生只留一行；不要把姓名填到每一行，那样会多出学生。
//!
//! 其他的，选中这一列，取消合并（没有合并的不用），再把内容填到每一行：先选中空白的单元格，输入“=”，按向上键，再按 Ctrl+Enter，最后粘贴为数值。
//!
//! 必填的列合并了算错误，其余的提醒；这些空格不再逐个提示。
//!
//! ## 例子
//!
//! ```roster
//! @ merge=C2:C4
//! | 姓名 | 性别 | 班级 | 民族 |
//! ! column=class_name level=warning count=2 list=C2:C4
//! | 王小明 | 男 | 一班 | 汉族 |
//! | 李小红 | 女 |  | 汉族 |
//! | 赵小华 | 女 |  | 汉族 |
//! | 钱小军 | 男 | 二班 | 汉族 |
//! ```
//!
//! ```roster
//! @ merge=D2:D3
//! | 姓名 | 性别 | 班级 | 民族 |
//! ! column=ethnic_group level=error count=1 list=D2:D3
//! | 王小明 | 男 | 一班 | 汉族 |
//! | 李小红 | 女 | 一班 |  |
//! ```
//!
//! 连姓名都合并了的，是一名学生占了几行，只在姓名列说一次：
//!
//! ```roster
//! @ merge=A2:A3 merge=B2:B3
//! | 姓名 | 性别 | 家长姓名 | 家长电话 |
//! ! column=name level=error count=1 list=A2:A3
//! | 王小明 | 男 | 王大明 | 13800138000 |
//! |  |  | 李梅 | 13900139000 |
//! ```
//!
//! 没有合并，但每个班只在第一行写一次的，也一样；不止第一行有的，不算：
//!
//! ```roster
//! | 班级 | 姓名 | 性别 |
//! ! column=class_name level=warning count=5 list=A2:A5、A6:A8
//! | 三年级1班 | 王小明 | 男 |
//! |  | 李小红 | 女 |
//! |  | 赵小华 | 女 |
//! |  | 张华 | 女 |
//! | 三年级2班 | 钱小军 | 男 |
//! |  | 陈文 | 男 |
//! |  | 周文 | 男 |
//! ```
//!
//! ```roster
//! | 班级 | 年级 | 姓名 | 性别 |
//! | 三年级1班 |  | 王小明 | 男 |
//! |  | 三年级 | 李小红 | 女 |
//! |  |  | 赵小华 | 女 |
//! | 三年级1班 |  | 张华 | 女 |
//! |  |  | 钱小军 | 男 |
//! |  |  | 陈文 | 男 |
//! ```
//!
//! 表头上的标题合并，或者合并的是没有列名的列，不算：
//!
//! ```roster
//! @ merge=A1:C1 merge=B3:C3
//! @ title=第一小学
//! | 姓名 | 性别 |  |
//! | 王小明 | 男 |  |
//! | 李小红 |  |  |
//! ```
//!
//! ---
//!
//! # Only the first of several pupils has the text
//!
//! In this column the cells of several pupils are merged into one, or each class or grade is written once, in its first
//! row. Only the first pupil has the text; those of the others are blank.
//!
//! ## Why it matters
//!
//! It looks as if every pupil had it, and an import finds it for the first one only: required cells
//! are refused. Sorting and filtering go wrong as well.
//!
//! ## How to fix
//!
//! Where the name is merged too, one pupil takes up several rows (the second parent below the first, say): move
//! what stands in the lower rows to the right of the pupil's own row and delete them. Filling in the name would
//! make pupils who do not exist.
//!
//! Otherwise undo the merging of the column, if it is merged, and fill the text into each row: select the blank cells, type “=”,
//! press the up key, then Ctrl+Enter, and paste the result as values.
//!
//! In a required column it is an error, elsewhere a warning. The blank cells are not told one by one.

use roster_model::{Column, Level, Merged, Place, cell_name};

use crate::gathered::merged::{Covered, covered, filled_down, span};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0019",
    slug: "merged-data-cells",
    level: Level::Error,
    zh: "“{header}”（{list}）只有每块的第一行有内容，其余{count}行是空的；{note}。",
    en: "“{header}” ({list}) has the text in the first row of each block only, {count} other row{s} none; {note}.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// More blocks than a reader can look up are not listed.
const LISTED_MAX: usize = 10;

/// What is to be done.
const FILL: (&str, &str) = (
    "是合并单元格，请取消合并，逐行填写",
    "they are merged: undo the merging and fill in every row",
);
/// Where nothing is merged.
const REPEAT: (&str, &str) = ("请逐行填写", "fill in every row");
/// And where the name is merged as well.
const ONE_ROW: (&str, &str) = (
    "合并了，看来一名学生占了几行，请把下面各行的内容移到这名学生的那一行，再删去这些行",
    "merged, so one pupil seems to take up several rows: move what the lower ones have to the first, then delete them",
);

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let covered = covered(roster);
        let is_name = |it: &Covered| roster.sheet.columns[it.index].column == Some(Column::Name);
        let name = covered.iter().find(|it| is_name(it));
        for it in &covered {
            let column = &roster.sheet.columns[it.index];
            let same = name.filter(|name| name.rows == it.rows);
            if same.is_some() && !is_name(it) {
                continue;
            }
            let (list, is_merged) = blocks(roster, it.index);
            let (zh, en) = match is_merged {
                _ if is_name(it) => ONE_ROW,
                true => FILL,
                false => REPEAT,
            };
            let is_required = column.column.is_some_and(|it| roster.is_required(it));
            let level = if is_required {
                Level::Error
            } else {
                Level::Warning
            };
            run.report_at(level, Place::Column(sheet, column.position), |finding| {
                finding
                    .fact("header", column.header.as_str())
                    .fact("list", list)
                    .said("note", zh, en)
                    .number("count", it.rows.len());
            });
        }
    }
}

/// The blocks that cover cells of pupils in a column, by address, and whether they are merged.
fn blocks(roster: &Roster, index: usize) -> (String, bool) {
    let (sheet, position) = (&roster.sheet, roster.sheet.columns[index].position);
    let all = sheet.merged.iter();
    let mut here: Vec<Merged> = all
        .filter(|it| span(sheet, it, position).is_some())
        .copied()
        .collect();
    let is_merged = !here.is_empty();
    if !is_merged {
        let said = filled_down(roster, index).into_iter();
        here.extend(said.map(|it| Merged {
            first_row: sheet.row_numbers[it.from as usize],
            last_row: sheet.row_numbers[it.end as usize - 1],
            first_position: position,
            last_position: position,
        }));
    }
    // Files keep them in the order in which they were merged.
    roster_order::sort_by_key(&mut here, |it| it.first_row);
    let shown = here.iter().take(LISTED_MAX);
    let mut names: Vec<String> = shown
        .map(|it| {
            let first = cell_name(it.first_position, it.first_row);
            format!("{first}:{}", cell_name(it.last_position, it.last_row))
        })
        .collect();
    if here.len() > LISTED_MAX {
        names.push("…".to_owned());
    }
    (names.join("、"), is_merged)
}
