//! # 一整段与身份证号对不上
//!
//! 从某一行起，连续许多学生的身份证号与本行的出生日期、性别或者学籍号对不上，却与上面或下面几行的对得上，或者只是顺序不同；或者这一段的日期都差同样多的天数、像是下拉填充的，性别全部相反。
//!
//! ## 为什么重要
//!
//! 这是插入、删除了单元格，或者只给一列排了序，整段号码都成了别人的；或者是程序填错了整列。逐个去改，会把本来正确的数据改错；导入后这一段学生全部是问题学籍。
//!
//! ## 怎么改
//!
//! 先到这一段的开头，看哪一列少了或者多了一个单元格，把这一列整段移回去；排过序的，撤销排序，或者用原来的文件重新粘贴。性别错了位的，看姓名是不是也跟着错了。都早了1462天的，是日期从 1904 年算起，把这一列改成文本重新粘贴。改好以后再检查一遍，不要逐个修改日期或号码。不到五行的（性别不到八行的），仍逐个提示。
//!
//! ## 例子
//!
//! 第3行的证件号一列多了一个空格子，后面的号码都下移了一行：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! | 王小明 | 男 | 20150901 | 110101201509010016 |
//! | 李小红 | 女 | 20150902 |  |
//! | 张小华 | 男 | 20150228 | 11010120150902002X |
//! ! id_number level=error range=D4:D8 count=5 header=证件号
//! | 赵小刚 | 男 | 20160315 | 110101201502280013 |
//! | 孙小丽 | 女 | 20160401 | 110101201603150015 |
//! | 周小云 | 女 | 20160502 | 110101201604010022 |
//! | 吴小军 | 男 | 20160603 | 11010120160502002X |
//! ```
//!
//! 只给学籍号一列排了序，后18位都是别的学生的身份证号：
//!
//! ```roster
//! | 姓名 | 证件号 | 学籍号 |
//! | 王小明 | 110101201603150015 | G110101201502280013 |
//! ! student_number level=error range=C2:C7 count=6 note=与其他列的排列顺序不同
//! | 李小红 | 11010120160502002X | G110101201509010016 |
//! | 张小华 | 110101201502280013 | G11010120150902002X |
//! | 赵小刚 | 110101201509010016 | G110101201603150015 |
//! | 孙小丽 | 11010120150902002X | G110101201604010022 |
//! | 周小云 | 110101201604010022 | G11010120160502002X |
//! ```
//!
//! 学籍号一列下拉填充出来的，由学籍号重复的规则说明：
//!
//! ```roster
//! | 姓名 | 证件号 | 学籍号 |
//! | 王小明 | 110101201603150015 | G110101201603150015 |
//! | 李小红 | 11010120160502002X | G110101201603150015 |
//! | 张小华 | 110101201502280013 | G110101201603150015 |
//! | 赵小刚 | 110101201509010016 | G110101201603150015 |
//! | 孙小丽 | 11010120150902002X | G110101201603150015 |
//! | 周小云 | 110101201604010022 | G110101201603150015 |
//! | 吴小军 | 110101201603150031 | G110101201603150015 |
//! ```
//!
//! 只给出生日期一列排了序：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! | 王小明 | 男 | 20150228 | 110101201603150015 |
//! ! birth_date range=C2:C7 count=6
//! | 李小红 | 女 | 20150901 | 11010120160502002X |
//! | 张小华 | 男 | 20150902 | 110101201502280013 |
//! | 赵小刚 | 男 | 20160315 | 110101201509010016 |
//! | 孙小丽 | 女 | 20160401 | 11010120150902002X |
//! | 周小云 | 女 | 20160502 | 110101201604010022 |
//! ```
//!
//! 出生日期一列多了一个空格子，后面的日期都下移了一行；没有性别，空格子和学籍号也说明错的是哪一列：
//!
//! ```roster
//! | 姓名 | 出生日期 | 证件号 |
//! | 王小明 | 20150901 | 110101201509010016 |
//! | 李小红 |  | 11010120150902002X |
//! | 张小华 | 20150902 | 110101201502280013 |
//! ! birth_date range=B4:B8 count=5 note=整段下移了1行
//! | 赵小刚 | 20150228 | 110101201603150015 |
//! | 孙小丽 | 20160315 | 110101201604010022 |
//! | 周小云 | 20160401 | 11010120160502002X |
//! | 吴小军 | 20160502 | 110101201606030019 |
//! ```
//!
//! ```roster
//! | 姓名 | 出生日期 | 证件号 | 学籍号 |
//! | 王小明 | 20150228 | 110101201603150015 | G110101201603150015 |
//! ! birth_date range=B2:B7 count=6 note=与其他列的排列顺序不同
//! | 李小红 | 20150901 | 11010120160502002X | G11010120160502002X |
//! | 张小华 | 20150902 | 110101201502280013 | G110101201502280013 |
//! | 赵小刚 | 20160315 | 110101201509010016 | G110101201509010016 |
//! | 孙小丽 | 20160401 | 11010120150902002X | G11010120150902002X |
//! | 周小云 | 20160502 | 110101201604010022 | G110101201604010022 |
//! ```
//!
//! 什么也说明不了的，两列都要看：
//!
//! ```roster
//! | 姓名 | 出生日期 | 证件号 |
//! | 王小明 | 20150228 | 110101201603150015 |
//! ! id_number range=C2:C7 note=与其他列的排列顺序不同，或者是“出生日期”与其他列的排列顺序不同（先看错的是哪一列）
//! | 李小红 | 20150901 | 11010120160502002X |
//! | 张小华 | 20150902 | 110101201502280013 |
//! | 赵小刚 | 20160315 | 110101201509010016 |
//! | 孙小丽 | 20160401 | 11010120150902002X |
//! | 周小云 | 20160502 | 110101201604010022 |
//! ```
//!
//! 号码逐行加1，是下拉填充出来的：
//!
//! ```roster
//! | 姓名 | 证件号 |
//! | 王小明 | 110101201509010016 |
//! ! id_number range=B2:B7 count=5 note=像是下拉填充的
//! | 李小红 | 110101201509010017 |
//! | 张小华 | 110101201509010018 |
//! | 赵小刚 | 110101201509010019 |
//! | 孙小丽 | 110101201509010020 |
//! | 周小云 | 110101201509010021 |
//! ```
//!
//! 日期从 1904 年算起，下拉填充，性别全部填反：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! | 王小明 | 男 | 20110831 | 110101201509010016 |
//! ! birth_date range=C2:C6 count=5
//! | 李小红 | 女 | 20110901 | 11010120150902002X |
//! | 张小华 | 男 | 20110227 | 110101201502280013 |
//! | 赵小刚 | 男 | 20120314 | 110101201603150015 |
//! | 孙小丽 | 女 | 20120331 | 110101201604010022 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! | 王小明 | 男 | 20150901 | 110101201509010016 |
//! | 李小红 | 女 | 20150901 | 11010120150902002X |
//! ! birth_date range=C3:C7 count=5
//! | 张小华 | 男 | 20150901 | 110101201502280013 |
//! | 赵小刚 | 男 | 20150901 | 110101201603150015 |
//! | 孙小丽 | 女 | 20150901 | 110101201604010022 |
//! | 周小云 | 女 | 20150901 | 11010120160502002X |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 证件号 |
//! | 王小明 | 女 | 110101201509010016 |
//! ! sex range=B2:B9 count=8
//! | 李小红 | 男 | 11010120150902002X |
//! | 张小华 | 女 | 110101201502280013 |
//! | 赵小刚 | 女 | 110101201603150015 |
//! | 孙小丽 | 男 | 110101201604010022 |
//! | 周小云 | 男 | 11010120160502002X |
//! | 吴小军 | 女 | 110101201606030019 |
//! | 郑小燕 | 男 | 110101201507110021 |
//! ```
//!
//! 只给姓名一列排了序，与父亲同姓的就没有几个了（父亲和学生都有20人以上时才看）：
//!
//! ```roster
//! | 姓名 | 父亲姓名 | 证件号 |
//! | 赵小明 | 王建军 |  |
//! ! name level=warning range=A2:A21 count=20 related=A21
//! | 吴小明 | 李建军 |  |
//! | 周小明 | 张建军 |  |
//! | 徐小明 | 刘建军 |  |
//! | 孙小明 | 陈建军 |  |
//! | 马小明 | 杨建军 |  |
//! | 朱小明 | 黄建军 |  |
//! | 胡小明 | 赵建军 |  |
//! | 郭小明 | 吴建军 |  |
//! | 何小明 | 周建军 |  |
//! | 林小明 | 徐建军 |  |
//! | 罗小明 | 孙建军 |  |
//! | 郑小明 | 马建军 |  |
//! | 王小明 | 朱建军 |  |
//! | 李小明 | 胡建军 |  |
//! | 张小明 | 郭建军 |  |
//! | 刘小明 | 何建军 |  |
//! | 陈小明 | 林建军 |  |
//! | 杨小明 | 罗建军 |  |
//! | 黄小明 | 郑建军 |  |
//! ```
//!
//! 姓名、电话或者家长的各列从某一行起错开了几行的（八行以上），与父亲的姓、家长的电话一比就知道，也作警告。
//!
//! 不到五行的（性别不到八行的），号码与另一行正好对调的，仍逐个提示：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! | 王小明 | 男 | 20150902 | 110101201509010016 |
//! | 李小红 | 女 | 20150901 | 11010120150902002X |
//! | 张小华 | 男 |  | 110101201502280013 |
//! | 赵小刚 | 男 | ２０１６０３１５ | 110101201603150015 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! | 王小明 | 女 | 20150901 | 110101201509010016 |
//! | 李小红 | 女 | 20150902 | 11010120150902002X |
//! | 张小华 | 女 | 20150228 | 110101201502280013 |
//! | 赵小刚 | 男 | 20160315 | 110101201603150015 |
//! | 孙小丽 | 男 | 20160401 | 110101201604010022 |
//! ```
//!
//! ---
//!
//! # A whole range disagrees with the ID numbers
//!
//! From some row on, the ID numbers of many pupils disagree with birth date, sex or 学籍号 beside them, and
//! agree with one some rows up or down, or are the same in another order; or the dates of the range are all
//! off by the same number of days, or seem filled down, or every sex is the other one.
//!
//! ## Why it matters
//!
//! A cell was inserted or deleted, or one column was sorted by itself, and every number of the range
//! is somebody else's; or a program filled the column wrongly. Corrected one by one, right data become
//! wrong; imported, the whole range becomes problem registrations.
//!
//! ## How to fix
//!
//! Go to the first row of the range, find the column with a cell too many or too few, and move its
//! rest back as a whole; where a column was sorted, undo it or paste the column again from the
//! earlier file. Where the sexes moved, see whether the names moved with them. Dates 1,462 days too early
//! count from 1904: paste them again as text. Check again afterwards, and do not change dates or numbers
//! one by one.
//!
//! Where there are twenty pupils and more with fathers, and hardly any has the father's surname though the surnames of
//! both columns are the same ones, one column was sorted by itself: a warning. So is a range of eight and more in which the
//! surname of the father or the telephone of a parent is that of a row some rows away.
//!
//! Fewer than five rows (eight, of sexes), such as two numbers exchanged, are reported one by one.

use roster_model::{CellPlace, Column, Level, Place, cell_name};

use crate::shifted::fathers::{moved, names_apart, surnames};
use crate::shifted::shift::{Shift, Way};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R1030",
    slug: "id-column-shifted",
    level: Level::Error,
    zh: "{range}的“{header}”{note}，{count}名学生因此与{other}对不上，请整段改正，不要逐个修改。",
    en: "{header} in {range} {note}, so {count} pupils disagree with {other}; put the range right as a whole, not cell by cell.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        // One 学籍号 in many rows is told as such (R7008).
        let is_repeated = |it: &&Shift| {
            let is_one = it.column == Column::StudentNumber && it.way == Way::Filled;
            is_one && !roster.profile.is_off("R7008")
        };
        for shift in roster.shifts().iter().filter(|it| !is_repeated(it)) {
            let other = ("身份证号", "their ID number");
            report(
                run,
                sheet,
                shift,
                Level::Error,
                &noted(roster, shift),
                other,
            );
        }
        let surnames = surnames(roster);
        let moved = moved(roster, &surnames);
        for shift in &moved {
            let mut note = noted(roster, shift);
            let other = match (shift.or, shift.column) {
                (None, _) => {
                    note.0.insert_str(0, "和家长的其他各列一起");
                    note.1 += " together with the other columns of the family";
                    ("家长", "their parents")
                }
                (_, Column::Name) => OF_FATHER,
                _ => ("家长的电话", "the telephone of the parent"),
            };
            report(run, sheet, shift, Level::Warning, &note, other);
        }
        if let Some(count) = names_apart(&surnames).filter(|_| moved.is_empty()) {
            let shift = Shift {
                first: 0,
                last: roster.sheet.row_count() - 1,
                count,
                column: Column::Name,
                or: None,
                way: Way::Mixed,
            };
            let note = (
                "像是单独排过序，也可能是家长那几列排过序".to_owned(),
                "seems to have been sorted by itself, or else the columns of the parents"
                    .to_owned(),
            );
            report(run, sheet, &shift, Level::Warning, &note, OF_FATHER);
        }
    }
}

const OF_FATHER: (&str, &str) = ("父亲的姓", "the surname of the father");

/// Reports one range, what became of it, and with what its column disagrees.
fn report(
    run: &mut Run<'_>,
    sheet: u32,
    shift: &Shift,
    level: Level,
    note: &(String, String),
    other: (&str, &str),
) {
    let roster = &run.rosters[sheet as usize];
    let Some(index) = roster.index_of(shift.column) else {
        return;
    };
    let column = &roster.sheet.columns[index];
    let position = column.position;
    let place = |row| {
        Place::Cell(CellPlace {
            sheet,
            row,
            position,
        })
    };
    let name = |row: u32| cell_name(position, roster.sheet.row_numbers[row as usize]);
    run.report_at(level, place(shift.first), |finding| {
        finding.related.push(place(shift.last));
        finding
            .fact(
                "range",
                format!("{}:{}", name(shift.first), name(shift.last)),
            )
            .fact("header", column.header.as_str())
            .said("note", &note.0, &note.1)
            .said("other", other.0, other.1)
            .number("count", shift.count);
    });
}

/// What became of the cells of a column, or of those of the one that may have moved instead.
fn noted(roster: &Roster, shift: &Shift) -> (String, String) {
    let (mut zh, mut en) = note(shift.column, shift.way);
    if let Some(other) = shift.or.and_then(|it| roster.index_of(it)) {
        let header = &roster.sheet.columns[other].header;
        let (other_zh, other_en) = note(shift.column, shift.way.of_other());
        zh += &format!("，或者是“{header}”{other_zh}（先看错的是哪一列）");
        en += &format!(", or {header} {other_en}: see first which of the two is wrong");
    }
    (zh, en)
}

fn note(column: Column, way: Way) -> (String, String) {
    let rows = |rows: u32| if rows == 1 { "row" } else { "rows" };
    let (mut zh, mut en) = match way {
        Way::Down(by) => (
            format!("整段下移了{by}行"),
            format!("stands {by} {} too far down", rows(by)),
        ),
        Way::Up(by) => (
            format!("整段上移了{by}行"),
            format!("stands {by} {} too far up", rows(by)),
        ),
        Way::Mixed => (
            "与其他列的排列顺序不同".to_owned(),
            "is in another order than the other columns".to_owned(),
        ),
        Way::Days(by) => (
            format!("都{}了{}天", if by > 0 { "晚" } else { "早" }, by.abs()),
            format!(
                "is {} days too {}",
                by.abs(),
                if by > 0 { "late" } else { "early" }
            ),
        ),
        Way::Filled => ("像是下拉填充的".to_owned(), "seems filled down".to_owned()),
        Way::Opposite => ("男女正好相反".to_owned(), "is the other sex".to_owned()),
    };
    if column == Column::Sex && way != Way::Opposite {
        zh += "（姓名可能也错了位）";
        en += ", perhaps with the names";
    }
    (zh, en)
}
