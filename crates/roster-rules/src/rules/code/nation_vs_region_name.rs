//! # 国籍的写法不统一
//!
//! 同一列里，同一个国家或地区用了几种写法，例如“中国”和“中华人民共和国”。
//!
//! ## 为什么重要
//!
//! 按写法统计时，几种写法会被当成几个国家，也更难看出填错的。
//!
//! ## 怎么改
//!
//! 统一成导入模板下拉选项里的那一种，一般是简称，例如“中国”“中国香港”。在表格软件里用“查找和替换”可以一次改完。
//!
//! 提示所在的单元格是次数较少的那种写法的第一个。只差空格或全角半角的不算两种写法。异动名册不看。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 国籍/地区 |
//! | 王小明 | 中国 |
//! | 李小红 | 中国 |
//! | 张华 | 中华人民共和国 |
//! ! nationality count=3 list=中国（3行）、CHN（1行）、中华人民共和国（1行） related=B5
//! ~? nationality -> 中国
//! | 陈文 | CHN |
//! | 赵云 | 美国 |
//! | 周敏 | 中 国 |
//! | 吴刚 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 国籍/地区 |
//! | 王小明 | 中国 |
//! | 李小红 | 中国香港 |
//! | 张华 | 美国 |
//! ```
//!
//! 异动名册里的学生在学籍名册里也有，不看：
//!
//! ```roster
//! | 姓名 | 国籍/地区 | 异动类别 |
//! | 王小明 | 中国 | 转入 |
//! | 李小红 | CHN | 转出 |
//! ```
//!
//! ---
//!
//! # Nationality written in several ways
//!
//! One country or region is written in several ways in the column, such as 中国 and 中华人民共和国.
//!
//! ## Why it matters
//!
//! Whoever counts by the text takes the spellings for several countries, and slips are harder to
//! see.
//!
//! ## How to fix
//!
//! Use the one spelling of the drop-down list of the template, mostly the short name, such as 中国 or
//! 中国香港; find and replace does it at once.
//!
//! The cell shown is the first with a rarer spelling. Spaces and width make no difference.
//!
//! Lists of changes are not looked at, since their pupils stand in a roster too.

use roster_model::{Column, Level, Place, RowSet, Trust, ValueId};
use roster_order::FewMap;
use roster_standard::{Entry, Listed};
use roster_values::text::tidy_code;

use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R4022",
    slug: "nation-vs-region-name",
    level: Level::Info,
    zh: "同一国籍有{count}种写法：{list}，请统一。",
    en: "One nationality is written in {count} ways: {list}; use one of them.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Nationality],
        check,
    },
};

/// How one country is written: the line of the table, and the rows of each spelling.
type Spellings = FewMap<&'static str, (&'static Entry, FewMap<String, u64>)>;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        let Some(index) = roster.index_of(Column::Nationality) else {
            continue;
        };
        let mixed = spellings(roster, index).into_iter().map(|it| it.1);
        for (entry, spellings) in mixed.filter(|(_, it)| it.len() > 1) {
            let mut uses: Vec<(String, u64)> = spellings.into_iter().collect();
            roster_order::sort_by(&mut uses, |a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
            let rarer = rarer_cells(roster, index, entry, &uses[0].0);
            let first = rarer.iter().next().unwrap_or(0);
            let mut places = rarer
                .iter()
                .map(|row| run.cell_or_row(sheet, row, Column::Nationality));
            let Some(place) = places.next() else { continue };
            let related: Vec<Place> = places.collect();
            let text = roster.sheet.text(index, first);
            let list = |open: &str, close: &str, comma: &str| {
                let each = uses
                    .iter()
                    .map(|(text, rows)| format!("{text}{open}{rows}{close}"));
                each.collect::<Vec<_>>().join(comma)
            };
            run.report(place, |finding| {
                finding.related = related;
                finding
                    .said("list", &list("（", "行）", "、"), &list(" (", "×)", ", "))
                    .number("count", uses.len() as u64);
                if text != entry.label {
                    finding.fix(Trust::Review, text, entry.label);
                }
            });
        }
    }
}

fn spellings(roster: &Roster, index: usize) -> Spellings {
    let cells = &roster.sheet.columns[index].cells;
    let mut rows = vec![0_u64; cells.value_count() as usize];
    for row in 0..cells.row_count() {
        rows[cells.value(row).0 as usize] += 1;
    }
    let mut found = Spellings::default();
    for ((value, listed), rows) in cells.values().zip(roster.listed(index)).zip(rows) {
        let (Listed::Label(entry) | Listed::Code(entry) | Listed::Alias(entry)) = *listed else {
            continue;
        };
        let (_, spellings) = found.get_or_insert_with(entry.code, || (entry, FewMap::default()));
        let written = tidy_code(cells.text(value)).into_owned();
        *spellings.get_or_insert_with(written, || 0) += rows;
    }
    found
}

/// The rows in which a country is written otherwise than usual.
fn rarer_cells(roster: &Roster, index: usize, entry: &Entry, usual: &str) -> RowSet {
    let cells = &roster.sheet.columns[index].cells;
    let is_rarer = |(value, listed): (ValueId, &Listed<'static>)| {
        let (Listed::Label(it) | Listed::Code(it) | Listed::Alias(it)) = listed else {
            return false;
        };
        it.code == entry.code && tidy_code(cells.text(value)) != usual
    };
    let chosen: Vec<bool> = cells
        .values()
        .zip(roster.listed(index))
        .map(is_rarer)
        .collect();
    cells.rows_with(&chosen)
}
