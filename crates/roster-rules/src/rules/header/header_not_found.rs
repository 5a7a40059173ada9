//! # 没有找到表头
//!
//! 前面几行里没有一行写着“姓名”“证件号”这样的列名，分不清哪一列是什么，所以没有检查。
//!
//! ## 为什么重要
//!
//! 不知道每一列是什么，就不能检查，系统也不能导入。
//!
//! ## 怎么改
//!
//! 在学生上面加一行列名，至少要有“姓名”或“身份证件号”，最好还有性别、出生日期等，写法照导入模板；列名在很下面时，把上面的说明删掉。确实有列名却没有认出来的，检查时指定表头在第几行：页面上选，命令行用 --header-row；列名写得特别的，再指定各列是什么（--column）。不便加列名的，命令行可用 --header-row none，再按列号指定各列，如 --column #A=姓名。一人一张的登记表不是名单，要先汇总成一行一名学生。列名在第一列、一名学生占一列的，先转置：复制整张表，选择性粘贴，勾选“转置”。同一个文件里别的工作表已经找到表头时，没有表头的工作表只作提示，隐藏的不报告。但前几行里有身份证号的，多半是学生名单，仍算错误；确实不上报的，检查时不要选它。本工具写出的处理清单、校验结果不是名册，只作提示。
//!
//! ## 例子
//!
//! ```roster
//! | 王小明 | 男 | 汉族 |
//! | 李小红 | 女 |  |
//! ! sheet level=error
//! ```
//!
//! ```roster
//! | ＊姓名 | 性　别 | 民族 |
//! | 王小明 | 男 |  |
//! ```
//!
//! 姓名和身份证号以外都是学校自己的列，也认得出来：
//!
//! ```roster
//! | 序号 | 姓名 | 身份证号 | 校服尺码 | 鞋码 |
//! | 1 | 王小明 | 110101201509010016 | M | 36 |
//! ```
//!
//! 登记表不是名单：
//!
//! ```roster
//! | 姓名 | 王小明 | 性别 | 男 |
//! | 出生日期 | 20150901 | 民族 | 汉族 |
//! ! sheet level=error
//! ```
//!
//! 行和列写反了，一名学生占一列：
//!
//! ```roster
//! | 姓名 | 王小明 | 李小红 |
//! | 性别 | 男 | 女 |
//! | 出生日期 | 20150901 | 20150902 |
//! | 民族 | 汉族 | 汉族 |
//! ! sheet level=error
//! ```
//!
//! 认得的列名只有“姓名”，不敢断定是表头：
//!
//! ```roster
//! | 序号 | 姓名 | 身高 | 体重 | 视力 |
//! | 1 | 王小明 | 130 | 28 | 5.0 |
//! | 2 | 李小红 | 128 | 26 | 4.9 |
//! ! sheet level=error
//! ```
//!
//! 列名挤在一格里：
//!
//! ```roster
//! | 序号，姓名，性别，民族 |
//! | 1，王小明，男，汉族 |
//! ! sheet level=error
//! ```
//!
//! 一个工作表有表头，另一个没有：
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! @ sheet=说明
//! | 本表由班主任填写 | 九月十日前交 |
//! ! sheet level=info
//! @ sheet=代码 hidden
//! | 男 |
//! | 女 |
//! ```
//!
//! 没有表头，却有学生：
//!
//! ```roster
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! @ sheet=二班
//! | 李小红 | 110101201509010024 |
//! | 张华 | 110101201412250013 |
//! ! sheet level=error
//! @ sheet=说明
//! | 身份证号要填18位 | 110101201509010024 |
//! ! sheet level=info
//! ```
//!
//! ---
//!
//! # No header was found
//!
//! None of the first rows has column names such as 姓名 or 证件号, so nobody can tell which column is
//! which, and nothing was checked.
//!
//! ## Why it matters
//!
//! Without column names nothing can be checked, and nothing imported.
//!
//! ## How to fix
//!
//! Add a row of column names above the pupils, at least 姓名 or 身份证件号 and better 性别 and 出生日期 too,
//! spelled as in the import template. If they stand far below, delete the notes above them. Where there is
//! such a row and it was not recognised, say which it is, on the page or with --header-row; where its words are unusual, say
//! what the columns are, too (--column). Where no names can be added, the command line takes --header-row none and
//! the letters of the columns, as in --column #A=name. Where the names stand in the first column and each pupil has a column,
//! transpose the table first: copy it, and paste it with “Transpose” ticked. Forms of one pupil each are no list; copy them into one, a row for each.
//! Where another sheet of the file has a header, this only tells you that this sheet was not checked;
//! of a hidden one nothing is said. Where identity numbers stand in its first rows it is a list of people, and
//! an error all the same; a list that is not to be handed in is left out of the check. Of a file that holds
//! nothing but lists that this program wrote it is told that they are no roster.

use roster_model::{Column, Finding, HeadRow, Level, Place, Sheet};
use roster_standard::header::{Header, find};

use crate::unread::{level_of_unread, unread_files};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0101",
    slug: "header-not-found",
    level: Level::Error,
    zh: "没有找到表头，这里的内容没有检查；{hint}。",
    en: "No header was found and nothing here was checked; {hint}.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

const OURS: [&str; 2] = [
    "这是本工具写出的清单，不是名册",
    "these are lists that this program wrote, and no roster",
];
const TRANSPOSED: [&str; 2] = [
    "列名写在了第一列，请把表转置成一名学生一行",
    "the column names stand in the first column; transpose it so that each pupil has a row",
];
const IN_ONE_CELL: [&str; 2] = [
    "列名都在一格里，请用“数据→分列”分成各列，文本文件用英文逗号隔开",
    "the column names stand in one cell; split it into columns (Data, Text to Columns), or put commas between them in a text file",
];
const FEW_KNOWN: [&str; 2] = [
    "只认得“姓名”一列；这一行就是表头的，请指定它是表头",
    "only 姓名 is known in its row; where that row is the header, say which row it is",
];
/// Fewer words are a form, perhaps.
const TRANSPOSED_ROWS_MIN: usize = 4;

fn check(run: &mut Run<'_>) {
    let (files, rosters) = (run.files, run.rosters);
    for file in unread_files(files, rosters) {
        let is_ours = files[file as usize].traits.has_own_lists;
        let level = if is_ours { Level::Info } else { Level::Error };
        run.report_at(level, Place::File(file), |finding| {
            advise(finding, is_ours.then_some(OURS));
        });
    }
    for sheet in 0..rosters.len() as u32 {
        if let Some(level) = level_of_unread(rosters, sheet) {
            let hint = hint(&rosters[sheet as usize].sheet);
            run.report_at(level, Place::Sheet(sheet), |finding| advise(finding, hint));
        }
    }
}

/// What the first rows look like.
fn hint(sheet: &Sheet) -> Option<[&'static str; 2]> {
    if is_transposed(sheet) {
        Some(TRANSPOSED)
    } else if is_in_one_cell(sheet) {
        Some(IN_ONE_CELL)
    } else {
        names_pupils_alone(sheet).then_some(FEW_KNOWN)
    }
}

/// Whether the words of a header stand in one cell, with signs or spaces between them.
fn is_in_one_cell(sheet: &Sheet) -> bool {
    let is_word = |it: &str| matches!(find(it), Header::Column(_));
    sheet.head.iter().any(|row| {
        let mut words = row
            .cells
            .iter()
            .flat_map(|it| it.1.split(['，', '、', '；', ' ', '\u{3000}']));
        row.cells.len() == 1 && words.by_ref().filter(|it| is_word(it)).nth(2).is_some()
    })
}

/// Whether 姓名 stands over something that is no word of a header, and no other word is known beside it.
fn names_pupils_alone(sheet: &Sheet) -> bool {
    sheet.head.windows(2).any(|rows| {
        let mut known = rows[0]
            .cells
            .iter()
            .filter(|it| matches!(find(&it.1), Header::Column(_)));
        let name = known
            .next()
            .filter(|it| find(&it.1) == Header::Column(Column::Name));
        name.is_some_and(|name| {
            let mut below = rows[1].cells.iter().filter(|it| it.0 == name.0);
            below.any(|it| find(&it.1) == Header::Unknown) && rows[0].cells.len() > 1
        }) && known.next().is_none()
    })
}

/// Whether the words of a header stand below one another: each of most rows begins with one, and has no other.
fn is_transposed(sheet: &Sheet) -> bool {
    let is_word = |it: &&(u16, String)| matches!(find(&it.1), Header::Column(_));
    let begins = |row: &&HeadRow| {
        let first = row.cells.first().filter(is_word);
        first.is_some() && row.cells.iter().filter(is_word).count() == 1
    };
    let count = sheet.head.iter().filter(begins).count();
    count >= TRANSPOSED_ROWS_MIN && count * 2 > sheet.head.len()
}

fn advise(finding: &mut Finding, hint: Option<[&str; 2]>) {
    let [zh, en] = hint.unwrap_or([
        "请确认列名写在哪一行",
        "make sure which row has the column names",
    ]);
    finding.said("hint", zh, en);
}
