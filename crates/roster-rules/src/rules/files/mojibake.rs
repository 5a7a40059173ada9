//! # 出现乱码
//!
//! 有的内容成了乱码，例如“锟斤拷”、�、“鐜嬪皬鏄”，原来的字已经看不出来。
//!
//! ## 为什么重要
//!
//! 乱码交上去，系统会拒收，或者把乱码存成学生的信息；再另存一次，原来的字往往就找不回来了。
//!
//! ## 怎么改
//!
//! 回到原来的系统或表格重新导出，选择“Excel 工作簿（.xlsx）”，或者编码为 UTF-8 的 CSV；用 Excel 打开 CSV 时，从“数据—从文本/CSV”导入并选对编码，不要直接双击。只有一两个格子时，对照户口簿重新输入。
//!
//! ## 例子
//!
//! 个别单元格各自说明，无论多少：
//!
//! ```roster
//! | 姓名 | 性别 | 家庭地址 |
//! | 王\u{FFFD}明 | 男 | 锟斤拷锟斤拷1号 |
//! ! name level=error
//! ! home_address level=error
//! | å¼\u{A0}ä¸‰ | 男 | 烫金厂１号 |
//! ! name level=error
//! | 徐世锟 | 男 | 屯里屯村１号 |
//! | José | 男 |  |
//! ```
//!
//! 不止一名学生的内容像是用错了编码时，一列大多是乱码时，或者乱码成片时，只说一次：
//!
//! ```roster
//! | 姓名 | 性别 | 身份证件号 |
//! ! sheet level=error count=2 list=姓名 range=A2:A3
//! | 鐜嬪皬鏄 | 男 | 110101201509010016 |
//! | 鏉庡皬绾 | 女 | 110101201509010024 |
//! ```
//!
//! 列名也成了乱码的表找不到表头，同样说一次：
//!
//! ```roster
//! | 濮撳悕 | 鎬у埆 | 鍑虹敓鏃ユ湡 |
//! ! sheet level=error count=4
//! | 鐜嬪皬鏄 | 鐢 | 20150901 |
//! ```
//!
//! 列名里的乱码也说，这一列的内容没有检查：
//!
//! ```roster
//! | 姓名 | 性别 | 民\u{FFFD} |
//! ! column level=error count=1
//! | 王小明 | 男 | 汉族 |
//! ```
//!
//! ---
//!
//! # Garbled text
//!
//! Some of the text is garbled, such as 锟斤拷, � or 鐜嬪皬鏄, and the characters meant can no longer be
//! seen.
//!
//! ## Why it matters
//!
//! Garbled text is refused, or stored as the pupil's data. Once it is saved again, the original
//! characters can often not be brought back.
//!
//! ## How to fix
//!
//! Export the table again from where it came, as a workbook (.xlsx) or as CSV in UTF-8. Open CSV in
//! Excel by data import with the right encoding, not by a double click. Of single cells, type the
//! text again from the household register.

use roster_model::{CellPlace, Column, HeadRow, Level, Place, RowSet, SheetColumn, ValueId};
use roster_standard::Kind;
use roster_values::text::{Traits, is_garbled, looks_like_utf8_read_as_gbk};

use crate::block::{pieces, range};
use crate::walk::whole_column::has_more_filled;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0005",
    slug: "mojibake",
    level: Level::Error,
    zh: "有{count}处乱码（{list}），请从原来的系统或表格重新导出，或者重新输入。",
    en: "Garbled cells: {count} ({list}); export the table again, or type them again.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

/// Fewer cells are told one by one.
const CELLS_MAX: u64 = 10;
/// As many cells of a column are named where the range tells the rest.
const NAMED_MAX: usize = 20;
/// Of more pieces the range is told from the first to the last.
const PIECES_MAX: usize = 8;
/// Cells that were garbled together stand below each other, as many in one piece on average.
const PIECE_ROWS_MIN: u64 = 3;
/// Texts of a column that are looked at for what only several texts can show.
const TEXTS_SAMPLED: usize = 200;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        let number = sheet;
        if !roster.sheet.has_header() {
            let cells = garbled_in_head(&roster.sheet.head);
            if cells > 0 {
                run.report(Place::Sheet(number), |finding| {
                    finding.number("count", cells as u64);
                    finding.said("list", "表的开头", "at the top of the sheet");
                });
            }
            continue;
        }
        for column in roster
            .sheet
            .columns
            .iter()
            .filter(|it| is_garbled(&it.header))
        {
            run.report(Place::Column(number, column.position), |finding| {
                finding
                    .number("count", 1_u64)
                    .fact("list", column.header.as_str());
            });
        }
        let (parts, all) = garbled_in_columns(roster);
        let is_told_once = parts.iter().any(|it| it.is_misread) || all > CELLS_MAX;
        let (once, single): (Vec<Part>, Vec<Part>) = parts
            .into_iter()
            .partition(|it| is_told_once && it.has_one_cause(roster));
        report_once(run, number, roster, &once);
        for part in &single {
            let column: &SheetColumn = &roster.sheet.columns[part.index];
            for row in part.rows.iter() {
                run.report(place(number, column, row), |finding| {
                    finding.number("count", 1_u64);
                    finding.fact("list", column.header.as_str());
                });
            }
        }
    }
}

/// Reports the cells of several columns as one finding.
fn report_once(run: &mut Run<'_>, number: u32, roster: &Roster, parts: &[Part]) {
    if parts.is_empty() {
        return;
    }
    let of = |it: &Part| &roster.sheet.columns[it.index];
    let headers: Vec<&str> = parts.iter().map(|it| of(it).header.as_str()).collect();
    let ranges: Vec<String> = parts.iter().map(|it| it.range(roster)).collect();
    run.report(Place::Sheet(number), |finding| {
        finding
            .number("count", parts.iter().map(|it| it.rows.len()).sum::<u64>())
            .fact("list", headers.join("、"))
            .fact("range", ranges.join(","));
        let cells = parts.iter().flat_map(|part| {
            let rows = part.rows.iter().take(NAMED_MAX);
            rows.map(|row| place(number, of(part), row))
        });
        finding.related.extend(cells);
    });
}

/// The garbled cells of a column.
struct Part {
    index: usize,
    rows: RowSet,
    /// They are UTF-8 that was read as GBK, which no cell shows by itself.
    is_misread: bool,
}

fn place(sheet: u32, column: &SheetColumn, row: u32) -> Place {
    Place::Cell(CellPlace {
        sheet,
        row,
        position: column.position,
    })
}

/// Which stored texts of a column are garbled.
struct Garbled {
    chosen: Vec<bool>,
    is_misread: bool,
}

impl Part {
    /// Whether they were garbled together: most of the column, or rows one below the other. One character lost
    /// here and another there, each in a name that can be read otherwise, are as many causes.
    fn has_one_cause(&self, roster: &Roster) -> bool {
        let count = self.rows.len();
        self.is_misread
            || !has_more_filled(roster, self.index, count * 2)
            || pieces(self.rows.iter()).len() as u64 * PIECE_ROWS_MIN <= count
    }

    /// The range that holds them all: of many pieces, from the first to the last.
    fn range(&self, roster: &Roster) -> String {
        let position = roster.sheet.columns[self.index].position;
        let mut pieces = pieces(self.rows.iter());
        if let (true, Some(last)) = (pieces.len() > PIECES_MAX, pieces.last()) {
            pieces[0].end = last.end;
            pieces.truncate(1);
        }
        range(roster, position, &pieces)
    }
}

/// The columns with garbled cells, and how many cells these are.
fn garbled_in_columns(roster: &Roster) -> (Vec<Part>, u64) {
    let (mut parts, mut all) = (Vec::new(), 0);
    for (index, column) in roster.sheet.columns.iter().enumerate() {
        if let Some(garbled) = garbled_texts(roster, index) {
            let rows = column.cells.rows_with(&garbled.chosen);
            all += rows.len();
            parts.push(Part {
                index,
                rows,
                is_misread: garbled.is_misread,
            });
        }
    }
    (parts, all)
}

/// Which stored texts of a column are garbled; nothing when none is, as nearly always.
fn garbled_texts(roster: &Roster, index: usize) -> Option<Garbled> {
    let cells = &roster.sheet.columns[index].cells;
    let text = |id: usize| cells.text(ValueId(id as u32));
    let traits = roster.traits(index);
    let count = traits.len().min(TEXTS_SAMPLED);
    let is_suspect = |seen: Traits| seen.intersects(Traits::REPLACEMENT.union(Traits::LATIN));
    // Memory that was never filled garbles a column from its top.
    let is_filler = |id: usize| text(id).contains("烫烫烫") || text(id).contains("屯屯屯");
    let look_at_all = !is_numeric(roster.sheet.columns[index].column)
        && (cells.has_char('锟') || (0..count).any(is_filler));
    let misread = (0..count).filter(|&it| looks_like_utf8_read_as_gbk(text(it)));
    let (misread, worded) = (
        misread.count(),
        (0..count).filter(|&it| is_worded(text(it))).count(),
    );
    let is_misread = misread >= 2 && misread * 2 >= worded;
    if !look_at_all && !is_misread && !is_suspect(roster.traits_seen(index)) {
        return None;
    }
    let is_garbled_here = |id: usize| {
        (look_at_all || is_suspect(traits[id])) && is_garbled(text(id))
            || is_misread && is_worded(text(id))
    };
    let chosen: Vec<bool> = (0..traits.len()).map(is_garbled_here).collect();
    chosen
        .contains(&true)
        .then_some(Garbled { chosen, is_misread })
}

/// Whether a column holds numbers, in which every Han character is told by rules of their own.
fn is_numeric(column: Option<Column>) -> bool {
    column.is_some_and(|it| {
        matches!(
            it.info().kind,
            Kind::Id
                | Kind::Date
                | Kind::EventDate
                | Kind::Month
                | Kind::Phone
                | Kind::Number
                | Kind::StudentNumber
                | Kind::SchoolCode
                | Kind::Postcode
                | Kind::Expiry
        )
    })
}

/// A text in which something other than ASCII says enough to judge it.
fn is_worded(text: &str) -> bool {
    text.chars().filter(|it| !it.is_ascii()).count() >= 3
}

/// How many cells of the first rows are garbled, when they are too many for chance.
fn garbled_in_head(head: &[HeadRow]) -> usize {
    let texts = || head.iter().flat_map(|it| it.cells.iter());
    let certain = texts().filter(|(_, text)| is_garbled(text)).count();
    let misread = texts().filter(|(_, text)| looks_like_utf8_read_as_gbk(text));
    let (misread, worded) = (
        misread.count(),
        texts().filter(|(_, text)| is_worded(text)).count(),
    );
    if misread >= 2 && misread * 2 >= worded {
        return certain + misread;
    }
    certain
}
