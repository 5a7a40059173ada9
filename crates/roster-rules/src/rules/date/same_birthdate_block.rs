//! # 许多学生同一天出生或同名
//!
//! 连着的许多行填了同一个出生日期，或者每行恰好晚一天；或者全表中同一天出生的学生太多。号码不同的学生一连八行都是同一个姓名的，一连五名学生的家长是同一个人的，也算（占了全表一半以上的，或者都是孤儿、关系都填“其他”而且电话和证件号也相同的，是儿童福利院或者老师作监护人，不报告）。
//!
//! ## 为什么重要
//!
//! 这多半是拖动单元格一角时，把一个日期填到了下面的行。这些学生的出生日期都是错的，导入后与身份证号对不上，会成为问题学籍。
//!
//! ## 怎么改
//!
//! 对照户口簿，从这一段的第二行起重新填写出生日期。身份证号通过校验、并且与出生日期一致的学生不算在内。
//!
//! 同一天连续出现6行起、不连续出现11行起才报告，可以在“模板参数”里改；不连续的，还要不少于全表的二十分之一。同一天出生的学生可能真有这么多，所以只作提示；连续20行以上的，以及姓名、家长整段相同的，很难是巧合，作警告。按出生日期排过序的名单，连续11行起才报告。异动名册不看。
//!
//! ## 例子
//!
//! ```roster
//! @ set same_birth_date_min=7
//! | 姓名 | 性别 | 出生日期 |
//! | 王小明 | 男 | 20150901 |
//! | 李小红 | 女 | 20150228 |
//! ! birth_date level=info count=4 range=C3:C6 related=C4,C5,C6
//! | 张华 | 男 | 2015-02-28 |
//! | 陈文 | 男 | ２０１５０２２８ |
//! | 赵云 | 男 | 20150228 |
//! | 周敏 | 女 |  |
//! | 吴刚 | 男 | 20151003 |
//! | 郑洁 | 女 | 20151003 |
//! | 王芳 | 女 | 20151003 |
//! | 孙丽 | 女 | 20150406 |
//! ```
//!
//! 身份证号证明是同一天的，不提醒：
//!
//! ```roster
//! @ set same_birth_date_min=5
//! | 姓名 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 李小红 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 张华 | 20150901 | 居民身份证 | 110101201509010032 |
//! | 陈文 | 20150902 | 居民身份证 | 11010120150902002X |
//! ```
//!
//! 每行恰好晚一天：
//!
//! ```roster
//! @ set same_birth_date_min=4
//! | 姓名 | 出生日期 |
//! | 王小明 | 20150927 |
//! ! birth_date count=5 range=B2:B6
//! | 李小红 | 20150928 |
//! | 张华 | 20150929 |
//! | 陈文 | 20150930 |
//! | 赵云 | 20151001 |
//! | 周敏 | 20151003 |
//! ```
//!
//! 姓名下拉填充：
//!
//! ```roster
//! | 姓名 | 身份证号 |
//! | 王小明 | 110101201509010016 |
//! ! name level=warning count=8 range=A2:A9
//! | 王小明 | 11010120150902002X |
//! | 王小明 | 110101201502280013 |
//! | 王小明 | 110101201603150015 |
//! | 王小明 | 110101201604010022 |
//! | 王小明 | 11010120160502002X |
//! | 王小明 | 110101201606030019 |
//! | 王小明 | 110101201507110021 |
//! | 陈文 | 110101201511200013 |
//! ```
//!
//! 家长下拉填充：
//!
//! ```roster
//! | 姓名 | 父亲姓名 |
//! | 王小明 | 王建军 |
//! | 李小红 | 李志强 |
//! ! member1_name level=warning count=5 range=B3:B7 column=成员1姓名
//! | 张华 | 李志强 |
//! | 陈文 | 李志强 |
//! | 赵云 | 李志强 |
//! | 周敏 | 李志强 |
//! | 吴刚 | 吴国平 |
//! | 郑洁 | 郑立 |
//! | 孙丽 | 孙海 |
//! | 何平 | 已故 |
//! | 林森 | 已故 |
//! | 林木 | 已故 |
//! | 林海 | 已故 |
//! | 林平 | 已故 |
//! ```
//!
//! 福利院作监护人：
//!
//! ```roster
//! | 姓名 | 是否孤儿 | 成员1姓名 | 成员1关系 | 成员1联系电话 |
//! | 王小明 | 否 | 王建军 | 父亲 | 13812345678 |
//! | 李小红 | 是 | 刘芳 | 其他 | 13812345679 |
//! | 张华 | 是 | 刘芳 | 其他 | 13812345679 |
//! | 陈文 | 是 | 刘芳 | 其他 | 13812345679 |
//! | 赵云 | 是 | 刘芳 | 其他 | 13812345679 |
//! | 周敏 | 是 | 刘芳 | 其他 | 13812345679 |
//! | 吴刚 | 否 | 吴国平 | 父亲 | 13812345670 |
//! | 郑洁 | 否 | 郑立 | 父亲 | 13812345671 |
//! | 孙丽 | 否 | 孙海 | 父亲 | 13812345672 |
//! | 何平 | 否 | 何强 | 父亲 | 13812345673 |
//! ```
//!
//! 异动名册里的学生在学籍名册里也有，不看：
//!
//! ```roster
//! | 姓名 | 出生日期 | 异动类别 |
//! | 王小明 | 20150901 | 休学 |
//! | 李小红 | 20150901 | 休学 |
//! | 张华 | 20150901 | 休学 |
//! | 陈文 | 20150901 | 休学 |
//! | 赵云 | 20150901 | 休学 |
//! | 周敏 | 20150901 | 休学 |
//! | 吴刚 | 20150901 | 休学 |
//! ```
//!
//! ---
//!
//! # Many pupils with one birth date or name
//!
//! Many rows in a row have the same birth date, or each is one day later; or too many pupils of the
//! sheet were born on one day. So have eight pupils in a row with one name and numbers of their own, or five in
//! a row with one parent (but not one guardian of more than half of a list, or of orphans or pupils of whom the relation
//! is 其他, with one telephone and number: a children's home or a teacher).
//!
//! ## Why it matters
//!
//! Mostly a cell was dragged down by its corner and filled the rows below. The dates of those pupils
//! are wrong, contradict their identity numbers after import, and make problem registrations.
//!
//! ## How to fix
//!
//! Look into the household register and write the dates again, from the second row of the range on.
//! Pupils whose identity number passes its check and confirms the date are not counted.
//!
//! Six rows one after the other are told, and eleven rows anywhere, unless the parameters say otherwise; rows
//! anywhere have to be a twentieth of the sheet, too. In a list sorted by birth date it takes eleven. So many may
//! really be born on one day, so this is an info. Twenty one after the other, and names or parents that are the same, are
//! hardly chance: a warning.
//!
//! Lists of changes are not looked at, since their pupils stand in a roster too.

use roster_model::{Column, Level};
use roster_values::date::Date;
use roster_values::id_number::IdNumber;

use crate::block::parents::{NO_NAME, parents_filled_down};
use crate::block::{Block, blocks, report_rows};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R3011",
    slug: "same-birthdate-block",
    level: Level::Warning,
    zh: "{range}共{count}名学生的{column}{note}，请检查是否下拉填充。",
    en: "The cells for {column} of {count} pupils ({range}) {note}; check whether they were filled down.",
    basis: "本工具自定；行数是模板的参数",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::BirthDate, Column::Name],
        check,
    },
};

/// At least this many rows one after the other are hardly chance.
const WARNING_ROWS_MIN: u32 = 20;
/// Rows that are not together have to be at least one in this many of the sheet.
const ONE_IN: u32 = 20;
const SAME: (&str, &str) = ("相同", "are the same");
const BIRTHS: (&str, &str) = ("出生日期", "birth dates");
/// At least this many neighbouring namesakes are hardly chance, where they are not in a list sorted by name.
const NAMESAKES_MIN: u32 = 8;
const RISING: (&str, &str) = ("每行恰好晚一天", "are each one day later");

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        if let Some((index, block)) = names_filled_down(roster) {
            report_rows(run, Level::Warning, (sheet, index), block.rows(), |it| {
                it.said("column", "姓名", "names")
                    .said("note", SAME.0, SAME.1);
            });
        }
        for (index, block) in parents_filled_down(roster) {
            report_rows(run, Level::Warning, (sheet, index), block.rows(), |it| {
                let info = roster.sheet.columns[index].column.map(Column::info);
                it.said(
                    "column",
                    info.map_or("", |it| it.zh),
                    info.map_or("", |it| it.en),
                )
                .said("note", SAME.0, SAME.1);
            });
        }
        let Some(index) = roster.index_of(Column::BirthDate) else {
            continue;
        };
        let least = roster.parameter_number("same_birth_date_min").unwrap_or(0);
        let Some(least) = u32::try_from(least).ok().filter(|it| *it > 0) else {
            continue;
        };
        let births = Births::of(roster, index);
        let in_a_row = if births.are_sorted() {
            least
        } else {
            least.div_ceil(2)
        };
        let same = births.filled_down(in_a_row, 0);
        for (found, note) in [(&same, SAME), (&births.filled_down(least, 1), RISING)] {
            for &block in found {
                let is_long = block.len() >= WARNING_ROWS_MIN && in_a_row < least;
                let level = if is_long { Level::Warning } else { Level::Info };
                report_rows(run, level, (sheet, index), block.rows(), |finding| {
                    finding
                        .said("column", BIRTHS.0, BIRTHS.1)
                        .said("note", note.0, note.1);
                });
            }
        }
        for rows in births.frequent(least, &same) {
            report_rows(
                run,
                Level::Info,
                (sheet, index),
                rows.iter().copied(),
                |it| {
                    it.said("column", BIRTHS.0, BIRTHS.1)
                        .said("note", SAME.0, SAME.1);
                },
            );
        }
    }
}

/// The column of names, and rows one after the other with one name, of different pupils.
fn names_filled_down(roster: &Roster) -> Option<(usize, Block)> {
    let index = roster.index_of(Column::Name)?;
    let of_pupil = [Column::IdNumber, Column::BirthDate].map(|it| roster.index_of(it));
    let is_same = |index, a, b| roster.value(index, a) == roster.value(index, b);
    let follows = |a: u32, b: u32| {
        let mut known = of_pupil.into_iter().flatten();
        is_same(index, a, b)
            && !roster.traits(index)[roster.value(index, a).0 as usize].intersects(NO_NAME)
            && (known.clone().next().is_none() || known.any(|it| !is_same(it, a, b)))
    };
    let all = blocks(roster.sheet.row_count(), 2, follows);
    let longest = *all.iter().max_by_key(|it| it.len())?;
    let namesakes: u32 = all.iter().map(|it| it.len()).sum();
    (longest.len() >= NAMESAKES_MIN && longest.len() * 2 > namesakes).then_some((index, longest))
}

/// The birth dates of a sheet as days.
struct Births<'a> {
    roster: &'a Roster,
    index: usize,
    /// For each stored text.
    days: Vec<Option<i32>>,
}

impl<'a> Births<'a> {
    fn of(roster: &'a Roster, index: usize) -> Self {
        let dates = roster.dates(index).iter();
        let days = dates.map(|it| it.date().map(Date::days)).collect();
        Births {
            roster,
            index,
            days,
        }
    }

    fn day(&self, row: u32) -> Option<i32> {
        self.days[self.roster.value(self.index, row).0 as usize]
    }

    /// Whether the identity number says that the pupil was born on that day.
    fn is_confirmed(&self, row: u32) -> bool {
        let Some(index) = self.roster.index_of(Column::IdNumber) else {
            return false;
        };
        let number = &self.roster.ids(index)[self.roster.value(index, row).0 as usize];
        let IdNumber::Resident(id) = number else {
            return false;
        };
        id.check_digit_is_right() && id.birth().map(Date::days) == self.day(row)
    }

    /// Rows one after the other whose dates are `step` days apart, but for those that the identity
    /// numbers confirm. The row that was dragged down is right itself.
    fn filled_down(&self, least: u32, step: i32) -> Vec<Block> {
        let follows = |before: u32, row: u32| match (self.day(before), self.day(row)) {
            (Some(before), Some(day)) => day - before == step,
            _ => false,
        };
        let mut found = blocks(self.roster.sheet.row_count(), least, follows);
        found.retain(|it| {
            let confirmed = it.rows().filter(|row| self.is_confirmed(*row)).count() as u32;
            confirmed <= (it.len() / 5).max(1)
        });
        found
    }

    /// Whether the list is sorted by birth date, perhaps class by class.
    fn are_sorted(&self) -> bool {
        let (mut rising, mut falling) = (0, 0);
        for row in 1..self.roster.sheet.row_count() {
            if let (Some(before), Some(day)) = (self.day(row - 1), self.day(row)) {
                rising += u32::from(before < day);
                falling += u32::from(before > day);
            }
        }
        rising + falling >= 10 && rising.max(falling) >= 19 * rising.min(falling)
    }

    /// The rows of each day that too many pupils of the sheet have, without those told already.
    fn frequent(&self, least: u32, told: &[Block]) -> Vec<Vec<u32>> {
        let rows = self.roster.sheet.row_count();
        let least = least.max(rows / ONE_IN);
        let mut counts = vec![0_u32; self.days.len()];
        for row in 0..rows {
            counts[self.roster.value(self.index, row).0 as usize] += 1;
        }
        let mut by_day: Vec<(i32, u32)> = self
            .days
            .iter()
            .zip(counts)
            .filter_map(|(day, count)| day.map(|day| (day, count)))
            .collect();
        roster_order::sort(&mut by_day);
        let mut days: Vec<(i32, Vec<u32>)> = by_day
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|it| it.iter().map(|(_, count)| count).sum::<u32>() >= least)
            .map(|it| (it[0].0, Vec::new()))
            .collect();
        if days.is_empty() {
            return Vec::new();
        }
        let is_told = |row: u32| told.iter().any(|it| it.rows().contains(&row));
        for row in 0..rows {
            let day = days.iter_mut().find(|it| self.day(row) == Some(it.0));
            if let Some((_, rows)) = day
                && !is_told(row)
                && !self.is_confirmed(row)
            {
                rows.push(row);
            }
        }
        let mut found: Vec<Vec<u32>> = days.into_iter().map(|(_, rows)| rows).collect();
        found.retain(|it| it.len() as u32 >= least);
        roster_order::sort(&mut found);
        found
    }
}
