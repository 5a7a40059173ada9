//! # 许多学生的地址相同
//!
//! 一个班里多数学生填了同一个地址，或者连着的许多行填了同一个门牌。
//!
//! ## 为什么重要
//!
//! 多半是下拉填充，或者填成了学校的地址。学生真正的住址没有了，划片、家访和资助核查都用不上。
//!
//! ## 怎么改
//!
//! 向家长核对，重新填写各自的住址。确实都住在一个村、一个大院的，不用改。
//!
//! 一个班（没有班级一栏的，全表）有十名以上学生，八成相同才提醒，比例可以在“模板参数”里改；带门牌号的同一个地址连续5行以上，也提醒，儿童福利院的除外。异动名册不看。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 现住址 |
//! | 王小明 | 北京市东城区人民路1号 |
//! | 李小红 | 北京市东城区人民路2号 |
//! ! address level=info value=北京市东城区人民路2号 count=5 range=B3:B7 related=B4,B5,B6,B7
//! | 张华 | 北京市东城区人民路2号 |
//! | 陈文 | 北京市东城区人民路２号 |
//! | 赵云 | 北京市东城区人民路2号 |
//! | 周敏 | 北京市东城区人民路2号\s |
//! | 吴刚 |  |
//! | 郑洁 |  |
//! | 孙丽 |  |
//! | 钱多 |  |
//! | 冯山 |  |
//! | 韩梅 | 桃山村 |
//! | 杨柳 | 桃山村 |
//! | 朱红 | 桃山村 |
//! | 秦明 | 桃山村 |
//! | 许多 | 桃山村 |
//! | 何必 | 桃山村 |
//! ```
//!
//! 没有地址的不算：
//!
//! ```roster
//! | 姓名 | 家庭住址 |
//! | 王小明 | 无 |
//! | 李小红 | 无 |
//! | 张华 | 无 |
//! | 陈文 | 无 |
//! | 赵云 | 无 |
//! | 周敏 | 无 |
//! | 吴刚 | 无 |
//! | 郑洁 | 无 |
//! | 孙丽 | 无 |
//! | 何平 | 无 |
//! ```
//!
//! ```roster
//! | 姓名 | 现住址 |
//! | 王小明 | 人民路1号 |
//! | 李小红 | 桃山路2号市儿童福利院 |
//! | 张华 | 桃山路2号市儿童福利院 |
//! | 陈文 | 桃山路2号市儿童福利院 |
//! | 赵云 | 桃山路2号市儿童福利院 |
//! | 周敏 | 桃山路2号市儿童福利院 |
//! ```
//!
//! ```roster
//! @ set address_repeat_percent=80
//! | 姓名 | 班级 | 家庭地址 |
//! | 王小明 | 一班 | 桃山村 |
//! ! home_address level=info value=桃山村 count=8 range=C2:C3,C5:C7,C9:C11
//! | 李小红 | 一班 | 桃山村 |
//! | 张华 | 一班 | 河西镇河西街2号 |
//! | 陈文 | 一班 | 桃山村 |
//! | 赵云 | 一班 | 桃山村 |
//! | 周敏 | 一班 | 桃山村 |
//! | 吴刚 | 一班 | 河西镇河西街1号 |
//! | 郑洁 | 一班 | 桃山村 |
//! | 孙丽 | 一班 | 桃山村 |
//! | 钱多 | 一班 | 桃山村 |
//! | 冯山 | 二班 | 柳树村 |
//! | 韩梅 | 二班 | 柳树村 |
//! | 杨柳 | 二班 | 柳树村 |
//! ```
//!
//! 设为0的，都不检查：
//!
//! ```roster
//! @ set address_repeat_percent=0
//! | 姓名 | 现住址 |
//! | 王小明 | 人民路1号 |
//! | 李小红 | 人民路1号 |
//! | 张华 | 人民路1号 |
//! | 陈文 | 人民路1号 |
//! | 赵云 | 人民路1号 |
//! | 周敏 | 人民路1号 |
//! ```
//!
//! 异动名册里的学生在学籍名册里也有，不看：
//!
//! ```roster
//! | 姓名 | 现住址 | 异动类别 |
//! | 王小明 | 人民路1号 | 休学 |
//! | 李小红 | 人民路1号 | 休学 |
//! | 张华 | 人民路1号 | 休学 |
//! | 陈文 | 人民路1号 | 休学 |
//! | 赵云 | 人民路1号 | 休学 |
//! | 周敏 | 人民路1号 | 休学 |
//! ```
//!
//! ---
//!
//! # Many pupils have the same address
//!
//! Most pupils of a class have one address, or many rows in a row have one house number.
//!
//! ## Why it matters
//!
//! Mostly a cell was dragged down, or it is the address of the school. Where the pupils live is lost,
//! and with it what school districts, visits and aid depend on.
//!
//! ## How to fix
//!
//! Ask the parents and write each address. Leave it where all do live in one village or compound.
//!
//! A class (the sheet, where there is no class) needs ten pupils and four fifths of them, which can be
//! set; five rows in a row with one address that has a number are told, too, unless it is a children's home.
//!
//! Lists of changes are not looked at, since their pupils stand in a roster too.

use roster_model::{Column, Level, ValueId};
use roster_values::address::{Address, read_address};
use roster_values::text::tidy_code;

use crate::block::{blocks, report_rows};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R5012",
    slug: "address-all-same",
    level: Level::Info,
    zh: "{count}名学生（{range}）的地址都是“{value}”，请检查是否批量填充。",
    en: "{count} pupils ({range}) have one address, {value}; check whether it was filled down.",
    basis: "本工具自定；比例是模板的参数",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Address, Column::MailingAddress, Column::HomeAddress],
        check,
    },
};

/// Fewer pupils are no class.
const CLASS_MIN: u32 = 10;
/// At least this many neighbouring rows with one house number are hardly one family.
const ROWS_MIN: u32 = 5;

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        for column in [Column::Address, Column::MailingAddress, Column::HomeAddress] {
            let Some(index) = roster.index_of(column) else {
                continue;
            };
            for rows in found(roster, index) {
                let text = roster.sheet.text(index, rows[0]);
                // That there is no address is told of each cell.
                if !matches!(read_address(text), Address::Text { .. }) {
                    continue;
                }
                let rows = rows.iter().copied();
                report_rows(run, Level::Info, (sheet, index), rows, |finding| {
                    finding.quote("value", column, text);
                });
            }
        }
    }
}

/// The rows of each address that is told, in the order of the first.
fn found(roster: &Roster, index: usize) -> Vec<Vec<u32>> {
    let percent = roster.parameter_number("address_repeat_percent");
    let percent = percent.and_then(|it| u32::try_from(it).ok()).unwrap_or(0);
    if percent == 0 {
        return Vec::new();
    }
    let same = |a: u32, b: u32| is_same(roster, index, a, b);
    let mut found = shared_by_classes(roster, index, percent);
    let told = |row: u32| {
        found
            .iter()
            .any(|it: &Vec<u32>| it.binary_search(&row).is_ok())
    };
    let rows = roster.sheet.row_count();
    let filled_down: Vec<Vec<u32>> = blocks(rows, ROWS_MIN, same)
        .into_iter()
        .filter(|it| has_number(roster.sheet.text(index, it.first)) && !told(it.first))
        .map(|it| it.rows().collect())
        .collect();
    found.extend(filled_down);
    roster_order::sort(&mut found);
    found
}

/// Whether two cells have one address, white space and width aside.
fn is_same(roster: &Roster, index: usize, a: u32, b: u32) -> bool {
    let (a, b) = (roster.value(index, a), roster.value(index, b));
    let cells = &roster.sheet.columns[index].cells;
    let (one, other) = (cells.text(a), cells.text(b));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    if a == b || one == other {
        return true;
    }
    let traits = roster.traits(index);
    let is_tidy = |it: ValueId| traits[it.0 as usize].is_empty();
    !(is_tidy(a) && is_tidy(b)) && tidy_code(one) == tidy_code(other)
}

/// A house number: 张家村 and a children's home are where many live, 张家村3号 is one house.
fn has_number(text: &str) -> bool {
    let is_home = ["福利院", "孤儿院", "儿童村", "救助"]
        .iter()
        .any(|it| text.contains(it));
    !is_home && text.contains(|c: char| c.is_numeric() || c == '号')
}

/// The rows of the one address that most pupils of a class have, for each such class; if most of the
/// sheet have it, that is one.
fn shared_by_classes(roster: &Roster, index: usize, percent: u32) -> Vec<Vec<u32>> {
    // What is not more than half of a class cannot be found in one pass.
    let percent = percent.max(51);
    let whole = shared(roster, index, percent, 1, |_| 0);
    if !whole.is_empty() {
        return whole;
    }
    let class = [Column::ClassName, Column::ClassCode]
        .into_iter()
        .find_map(|it| roster.index_of(it));
    let Some(class) = class else { return whole };
    let classes = roster.sheet.columns[class].cells.value_count();
    // A column in which hardly a text repeats names no classes.
    if classes > roster.sheet.row_count() / 2 {
        return whole;
    }
    shared(roster, index, percent, classes, |row| {
        roster.value(class, row).0 as usize
    })
}

/// How the votes for the address of one class stand.
#[derive(Clone, Copy, Default)]
struct Vote {
    candidate: u32,
    lead: u32,
    filled: u32,
    rows: u32,
}

/// Finds an address of more than half of a class by letting rows cancel out, then counts it.
fn shared(
    roster: &Roster,
    index: usize,
    percent: u32,
    classes: u32,
    class_of: impl Fn(u32) -> usize,
) -> Vec<Vec<u32>> {
    let cells = &roster.sheet.columns[index].cells;
    let is_filled = |row: u32| !cells.text(cells.value(row)).is_empty();
    let rows = || (0..roster.sheet.row_count()).filter(|row| is_filled(*row));
    let mut votes = vec![Vote::default(); classes as usize];
    for row in rows() {
        let vote = &mut votes[class_of(row)];
        vote.filled += 1;
        if vote.lead == 0 {
            (vote.candidate, vote.lead) = (row, 1);
        } else if is_same(roster, index, vote.candidate, row) {
            vote.lead += 1;
        } else {
            vote.lead -= 1;
        }
    }
    // A candidate with this share of the votes leads at the end by those that no other could cancel out.
    let lead_min = |it: &Vote| u64::from(it.filled) * u64::from(2 * percent - 100);
    let is_open = |it: &Vote| {
        it.lead > 0 && it.filled >= CLASS_MIN && u64::from(it.lead) * 100 >= lead_min(it)
    };
    if !votes.iter().any(is_open) {
        return Vec::new();
    }
    for row in rows() {
        let vote = &mut votes[class_of(row)];
        if is_open(vote) && is_same(roster, index, vote.candidate, row) {
            vote.rows += 1;
        }
    }
    let is_shared = |it: &Vote| {
        is_open(it) && u64::from(it.rows) * 100 >= u64::from(it.filled) * u64::from(percent)
    };
    let mut found: Vec<(usize, Vec<u32>)> = votes
        .iter()
        .enumerate()
        .filter(|(_, it)| is_shared(it))
        .map(|(class, it)| (class, Vec::with_capacity(it.rows as usize)))
        .collect();
    for row in rows() {
        let class = class_of(row);
        let Ok(at) = found.binary_search_by_key(&class, |(it, _)| *it) else {
            continue;
        };
        if is_same(roster, index, votes[class].candidate, row) {
            found[at].1.push(row);
        }
    }
    found.into_iter().map(|(_, rows)| rows).collect()
}
