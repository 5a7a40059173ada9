//! # 有不认识的或模板里没有的列
//!
//! 这一列的列名不在已知的列名里，不知道它是什么，所以没有检查；须与模板一字不差时，模板里没有的列（序号、空列也算）也在这里提示。
//!
//! ## 为什么重要
//!
//! 如果它其实是一个必填的列，里面的错就查不出来；有的系统逐字核对列名，多出来的列会使导入报错。
//!
//! ## 怎么改
//!
//! 对照导入模板：如果是模板里的列，把列名改成模板的写法；如果是自己加的列，提交前删除。列名改不了、又想检查的，检查时指定它是什么：页面上在文件列表里点“各列是什么”，命令行用 --column，如 --column 学生名称=姓名。各地系统对多余的列要求不一，所以一般只作提示；像是漏查了姓名、号码的，没有列名却有内容的，是警告。
//!
//! ## 例子
//!
//! ```roster
//! | 序号 | 姓　名 | 性别 | 期末评语 |  |
//! ! column level=info header=期末评语
//! | 1 | 王小明 | 男 | 认真 |  |
//! | 2 | 李小红 | 女 |  |  |
//! ```
//!
//! 列名空着，下面却有内容的列：
//!
//! ```roster
//! | 姓　名 | 性别 |  |
//! ! column level=warning header=没有列名
//! | 王小明 | 男 | 110101201509010016 |
//! | 李小红 | 女 |  |
//! ```
//!
//! 列名以外只有个别格有内容，是表格旁边的附注，或者这一行多了几格：
//!
//! ```roster
//! | 姓　名 | 性别 |
//! ! column level=info header=没有列名 related=C3,D3
//! | 王小明 | 男 |
//! | 李小红 | 女 | 多 | 余 |
//! | 张小华 | 男 |
//! ```
//!
//! 没有“身份证件号”这一列，不认识的列里却全是身份证号，这时是警告：
//!
//! ```roster
//! | 姓　名 | 性别 | 证上的号 |
//! ! column level=warning header=证上的号
//! | 王小明 | 男 | 110101201509010015 |
//! | 李小红 | 女 | 110101201509010023 |
//! ```
//!
//! 没有“姓名”这一列，不认识的列里多半是人名，也是警告：
//!
//! ```roster
//! | 谁 | 性别 | 身份证件号 |
//! ! column level=warning header=谁
//! | 王小明 | 男 | 110101201509010015 |
//! | 李小红 | 女 | 110101201509010023 |
//! ```
//!
//! 已有“身份证件号”，别的号码多半是家长的：
//!
//! ```roster
//! | 姓　名 | 身份证件号 | 证上的号 |
//! ! column level=info header=证上的号
//! | 王小明 | 110101201509010015 | 110101198509010013 |
//! ```
//!
//! 认得出的列，模板里没有：
//!
//! ```roster
//! @ profile=xj-2021
//! @ set header_form=exact
//! | 姓名 | 性别 | 学籍号 |
//! ! column=student_number level=info header=学籍号
//! | 王小明 | 男 |  |
//! ```
//!
//! 序号和夹在中间的空列，模板里也没有，一张表只说一次：
//!
//! ```roster
//! @ profile=xj-2021
//! @ set header_form=exact
//! | 序号 | 姓名 | 性别 |  | 民族 |
//! ! column level=info header=序号、第4列（没有列名）
//! | 1 | 王小明 | 男 |  | 汉族 |
//! | 2 | 李小红 | 女 |  | 汉族 |
//! ```
//!
//! 已导入以后，名单是从系统导出的，不再提交：
//!
//! ```roster
//! @ profile=xj-2021 stage=after-import
//! @ set header_form=exact
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 | G110101201509010016 |
//! ```
//!
//! 出生日期拆成年、月、日三列的，只说一次：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期年 | 出生日期月 | 出生日期日 |
//! ! column level=warning header=出生日期年 related=D1,E1
//! | 王小明 | 男 | 2015 | 9 | 1 |
//! | 李小红 | 女 | 2015 | 9 | 2 |
//! ```
//!
//! ---
//!
//! # Unknown column, or one not in the template
//!
//! The name of this column is not among the known ones, so the column was not checked. Where the headers
//! have to be those of the template, a column that the template does not have is told here, too, a serial
//! number or an empty column as well.
//!
//! ## Why it matters
//!
//! If it is a required column under another name, its errors stay unseen. Some systems compare column
//! names letter by letter and refuse a sheet with one too many.
//!
//! ## How to fix
//!
//! Compare with the import template: rename a column of the template as the template has it, and
//! delete a column of your own before submitting. Where the header has to stay and the column should be
//! checked, say what it is: on the page under “What the columns are” in the list of files, or with --column,
//! such as --column "Pupil called=name". Systems differ here, so this is an info; a warning
//! where names or numbers seem to stand in it unchecked, or it has no name and something in it.

use roster_model::{CellPlace, Cells, Column, Level, Place, SheetColumn, Stage};
use roster_values::id_number::read_id;
use roster_values::text::is_blank;

use super::header_text_differs::is_compared;
use crate::gathered::no_name::SURNAMES;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0103",
    slug: "unknown-column",
    level: Level::Warning,
    zh: "“{header}”这一列{note}；如果是自己加的，提交前请删除；如果就是模板里的某一列，请改成模板的列名。",
    en: "The column “{header}” {note}; delete it before submitting if it is your own, or rename it if the template has it under another name.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

fn check(run: &mut Run<'_>) {
    let is_to_be_imported = run.settings.stage == Stage::BeforeImport;
    for (sheet, roster) in run.sheets() {
        // Where nothing in the row that was said to be the header is known, it is none (R0101).
        let is_read = |it: &SheetColumn| it.column.is_some() || it.local.is_some();
        if !roster.sheet.columns.iter().any(is_read) {
            continue;
        }
        let birth = birth_parts(roster);
        for it in &roster.sheet.columns {
            if it.ignored || birth.iter().skip(1).any(|part| std::ptr::eq(*part, it)) {
                continue;
            }
            let is_known = it.column.is_some() || it.repeats.is_some() || it.local.is_some();
            let is_extra = it
                .column
                .is_some_and(|it| roster.profile.column(it).is_none());
            if is_known && !(is_extra && is_to_be_imported && is_compared(roster)) {
                continue;
            }
            let has_no_name = is_blank(&it.header);
            if has_no_name && !is_filled(&it.cells) {
                continue;
            }
            let (level, (zh, en)) = if is_known {
                (Level::Info, ("是模板里没有的", "is not in the template"))
            } else if birth.first().is_some_and(|part| std::ptr::eq(*part, it)) {
                (Level::Warning, BIRTH)
            } else if holds_numbers(roster, &it.cells) {
                (Level::Warning, NUMBERS)
            } else if holds_names(roster, &it.cells) {
                (Level::Warning, NAMES)
            } else {
                let said = ("不认识，没有检查", "is not known and was not checked");
                (Level::Info, said)
            };
            run.report_at(level, Place::Column(sheet, it.position), |finding| {
                if has_no_name {
                    finding.said("header", "没有列名", "no name");
                } else {
                    finding.fact("header", it.header.as_str());
                }
                finding.said("note", zh, en);
                if birth.first().is_some_and(|part| std::ptr::eq(*part, it)) {
                    let others = birth[1..].iter();
                    let others = others.map(|it| Place::Column(sheet, it.position));
                    finding.related.extend(others);
                }
            });
        }
        report_few(run, sheet, roster);
        if is_to_be_imported && is_compared(roster) {
            report_beside(run, sheet, roster);
        }
    }
}

/// Reports the cells under no header, where few rows have any: notes beside the list, or too many cells in a row.
fn report_few(run: &mut Run<'_>, sheet: u32, roster: &Roster) {
    let columns = (0..).zip(&roster.sheet.columns);
    let few = columns.filter(|(_, it)| {
        is_blank(&it.header) && it.local.is_none() && it.column.is_none() && !is_filled(&it.cells)
    });
    let slipped = |row| roster.sideways().is_some_and(|it| it.has_slip(row));
    let mut places = Vec::new();
    for (index, it) in few {
        let rows = 0..roster.sheet.row_count();
        let rows = rows.filter(|&row| !roster.is_blank_at(index, row) && !slipped(row));
        let position = it.position;
        places.extend(rows.map(|row| {
            Place::Cell(CellPlace {
                sheet,
                row,
                position,
            })
        }));
    }
    let Some(&Place::Cell(first)) = places.first() else {
        return;
    };
    let place = Place::Column(sheet, first.position);
    run.report_at(Level::Info, place, |finding| {
        finding.related.extend_from_slice(&places);
        finding.said("header", "没有列名", "no name");
        let count = places.len();
        let s = if count == 1 { "" } else { "s" };
        finding.said(
            "note",
            &format!("有{count}格内容，没有检查"),
            &format!("has {count} cell{s}, not checked"),
        );
    });
}

/// Reports what is in no template and needs no check, the serial number and empty columns: they shift the
/// columns of the template against it.
fn report_beside(run: &mut Run<'_>, sheet: u32, roster: &Roster) {
    let columns = &roster.sheet.columns;
    let is_listed = |it: &&SheetColumn| {
        it.column
            .is_some_and(|it| roster.profile.column(it).is_some())
    };
    let mut listed = columns.iter().filter(is_listed).map(|it| it.position);
    let (Some(first), last) = (listed.next(), listed.next_back()) else {
        return;
    };
    let mut places = Vec::new();
    let (mut zh, mut en) = (String::new(), String::new());
    for position in 0..=columns.last().map_or(0, |it| it.position) {
        let at = columns.binary_search_by_key(&position, |it| it.position);
        let name = match at.ok().map(|it| &columns[it]) {
            // What somebody said is not to be checked may be a column of the template.
            Some(it) if it.ignored && !it.is_said => it.header.trim(),
            Some(it) if !is_blank(&it.header) || is_filled(&it.cells) => continue,
            // Before and behind the template nothing is shifted by nothing.
            _ if position > first && Some(position) < last => "",
            _ => continue,
        };
        if !places.is_empty() {
            zh.push('、');
            en.push_str(", ");
        }
        if name.is_empty() {
            zh.push_str(&format!("第{}列（没有列名）", position + 1));
            en.push_str(&format!("column {} without a name", position + 1));
        } else {
            zh.push_str(name);
            en.push_str(name);
        }
        places.push(Place::Column(sheet, position));
    }
    if let Some((&place, related)) = places.split_first() {
        run.report_at(Level::Info, place, |finding| {
            finding.related.extend_from_slice(related);
            finding.said("header", &zh, &en);
            finding.said("note", "是模板里没有的", "is not in the template");
        });
    }
}

/// The columns of year, month and day of birth, where each has its own and none has them together.
fn birth_parts(roster: &Roster) -> Vec<&SheetColumn> {
    if roster.has(Column::BirthDate) {
        return Vec::new();
    }
    let part = |end: char| {
        let mut columns = roster.sheet.columns.iter();
        columns.find(|it| {
            let is_of_birth = it.header.contains("出生") || it.header.contains("生日");
            it.column.is_none() && is_of_birth && it.header.trim().ends_with(end)
        })
    };
    let parts = ['年', '月', '日'].map(part);
    let found = parts.into_iter().collect::<Option<Vec<_>>>();
    found.unwrap_or_default()
}

/// What is said of the column of the year, where the birth date has three.
const BIRTH: (&str, &str) = (
    "和后面的月、日合起来是出生日期，拆成三列没有检查，请合并成一列",
    "is the birth date with the month and the day behind it, which was not checked: join them in one column",
);
/// What is said of a column whose numbers ought to be checked.
const NUMBERS: (&str, &str) = (
    "不认识，里面像是身份证号，没有检查",
    "is not known; it seems to hold identity numbers, which were not checked",
);
/// And of one whose names ought to be.
const NAMES: (&str, &str) = (
    "不认识，里面像是人名，没有检查",
    "is not known; it seems to hold names, which were not checked",
);
/// Texts of a column that are looked at for it.
const TEXTS_MAX: usize = 64;
/// What else begins so: 王家村, 黄河路.
const PLACES: &str = "村镇乡庄湾路校班族";
/// Characters of a name.
const NAME_CHARS: std::ops::RangeInclusive<usize> = 2..=4;

/// Whether the list has no column of numbers, and most texts of this one are numbers of identity cards.
fn holds_numbers(roster: &Roster, cells: &Cells) -> bool {
    !roster.has(Column::IdNumber) && are_mostly(cells, |it| read_id(it, false).resident().is_some())
}

/// Whether the list has no column of names, and most texts of this one begin with a frequent surname.
fn holds_names(roster: &Roster, cells: &Cells) -> bool {
    let is_name: fn(&str) -> bool = |text| {
        let text = text.trim();
        text.starts_with(|it| SURNAMES.contains(it))
            && !text.ends_with(|it| PLACES.contains(it))
            && NAME_CHARS.contains(&text.chars().count())
    };
    !roster.has(Column::Name) && are_mostly(cells, is_name)
}

fn are_mostly(cells: &Cells, fits: fn(&str) -> bool) -> bool {
    let texts = cells.values().map(|it| cells.text(it));
    let (mut all, mut fitting) = (0, 0);
    for text in texts.filter(|it| !is_blank(it)).take(TEXTS_MAX) {
        all += 1;
        fitting += usize::from(fits(text));
    }
    fitting * 2 > all
}

/// Whether at least half of the cells have something: less may be a note beside the list.
fn is_filled(cells: &Cells) -> bool {
    let blank: Vec<bool> = cells.values().map(|it| is_blank(cells.text(it))).collect();
    let count = cells.rows_with(&blank).len();
    u64::from(cells.row_count()) > 0 && count * 2 <= u64::from(cells.row_count())
}
