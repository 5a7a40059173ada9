//! # 日期从 1904 年算起
//!
//! 这个工作簿的日期用的是“1904 日期系统”，多半是在旧的苹果电脑上做的。检查时已按它换算。
//!
//! ## 为什么重要
//!
//! 把这里的日期复制到别的工作簿，或者导入系统不认这个设置，日期就会差 4 年零 1 天。
//!
//! ## 怎么改
//!
//! 先挑几名学生，对照户口簿核对出生日期。然后把日期列改成文本，例如 20150901，再提交；不要只在选项里去掉“使用 1904 日期系统”，那样全部日期都会变。
//!
//! 表里没有日期格式的单元格时不提醒。
//!
//! ## 例子
//!
//! ```roster
//! @ file=一班.xlsx real=xlsx-1904
//! | 姓名 | 出生日期 |
//! ! file level=warning count=1
//! | 王小明 | date:2015-09-01 |
//! @ file=二班.xlsx real=xlsx-1904
//! | 姓名 | 出生日期 |
//! | 李小红 | 20150902 |
//! @ file=三班.xlsx
//! | 姓名 | 出生日期 |
//! | 赵小华 | date:2015-09-03 |
//! | 钱小军 |  |
//! ```
//!
//! ---
//!
//! # Dates count from 1904
//!
//! The dates of this workbook follow the 1904 date system, as old Apple computers made it. They were
//! read so.
//!
//! ## Why it matters
//!
//! If such dates are copied to another workbook, or an import does not know the setting, they are off
//! by four years and a day.
//!
//! ## How to fix
//!
//! Compare some birth dates with the household register first. Then write the dates as text, such as
//! 20150901. Do not just switch the 1904 system off in the options: that changes every date.
//!
//! Where no cell holds a date of the spreadsheet nothing is said.

use roster_model::{CellKind, Level, Place, SheetColumn};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0015",
    slug: "date-1904-system",
    level: Level::Warning,
    zh: "文件使用 1904 日期系统，有{count}个日期单元格，复制或导入后可能差 4 年零 1 天，请核对。",
    en: "The file uses the 1904 date system and has {count} date cell{s}; copied or imported dates may be off by four years and a day. Compare them.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    let (files, rosters) = (run.files, run.rosters);
    for (file, it) in files.iter().enumerate() {
        if !it.traits.date_1904 {
            continue;
        }
        let sheets = rosters.iter().filter(|it| it.sheet.file == file as u32);
        let known = sheets.flat_map(|it| it.sheet.columns.iter().filter(|it| it.column.is_some()));
        let count: u64 = known.map(date_cells).sum();
        if count > 0 {
            run.report(Place::File(file as u32), |finding| {
                finding.number("count", count);
            });
        }
    }
}

fn date_cells(column: &SheetColumn) -> u64 {
    let cells = &column.cells;
    let is_date: Vec<bool> = cells
        .values()
        .map(|it| cells.kind(it) == CellKind::Date)
        .collect();
    cells.rows_with(&is_date).len()
}
