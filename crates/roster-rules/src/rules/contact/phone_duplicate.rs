//! # 许多学生用同一个电话
//!
//! 同一个号码填给了五名以上学生。
//!
//! ## 为什么重要
//!
//! 多半是学校或班主任的电话，或者下拉填充造成的。家长联系不上，遇到急事时没有用处。
//!
//! ## 怎么改
//!
//! 向家长收集各自的号码重新填写；确是同一个家庭或者福利机构的，不用改。多少名学生才提醒可以在“模板参数”里改。
//!
//! 写法不同的同一个号码算在一起。异动名册不看。
//!
//! ## 例子
//!
//! ```roster
//! @ set phone_repeat_min=3
//! | 姓名 | 性别 | 联系电话 |
//! | 王小明 | 男 | 13800000001 |
//! ! phone level=info value=13800000001 count=3 range=C2,C4,C6 related=C4,C6
//! | 李小红 | 女 | 13800000002 |
//! | 张华 | 男 | +86 138-0000-0001 |
//! | 陈文 | 男 | １３８００００００１ |
//! | 陈文 | 男 | １３８０００００００１ |
//! | 赵云 | 男 | 13800000002 |
//! | 周敏 | 女 |  |
//! | 吴刚 | 男 |  |
//! | 郑洁 | 女 |  |
//! ```
//!
//! 异动名册里的学生在学籍名册里也有，不看：
//!
//! ```roster
//! @ set phone_repeat_min=3
//! | 姓名 | 联系电话 | 异动类别 |
//! | 王小明 | 13800000001 | 转出 |
//! | 李小红 | 13800000001 | 转出 |
//! | 张华 | 13800000001 | 转出 |
//! ```
//!
//! ---
//!
//! # Many pupils with one phone number
//!
//! The same number stands for five pupils or more.
//!
//! ## Why it matters
//!
//! Mostly it is the school's or the teacher's, or a cell was dragged down. The parents cannot be
//! reached when it matters.
//!
//! ## How to fix
//!
//! Collect the numbers of the parents and write them; leave it where it is one family or one home. How
//! many pupils it takes can be set.
//!
//! Different spellings of one number count together.
//!
//! Lists of changes are not looked at, since their pupils stand in a roster too.

use roster_model::{Column, Level};
use roster_values::phone::phone_key;

use crate::block::report_rows;
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R5008",
    slug: "phone-duplicate",
    level: Level::Info,
    zh: "同一电话“{value}”填给了{count}名学生（{range}），请核对是不是家长的号码。",
    en: "{count} pupils ({range}) have one phone number, {value}; check whether it is the parents'.",
    basis: "本工具自定；人数是模板的参数",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &Column::PHONES,
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.lists_of_pupils() {
        let least = roster.parameter_number("phone_repeat_min").unwrap_or(0);
        let Some(least) = usize::try_from(least).ok().filter(|it| *it > 0) else {
            continue;
        };
        for column in Column::PHONES {
            let Some(index) = roster.index_of(column) else {
                continue;
            };
            for rows in repeated(roster, index, least.max(2)) {
                let text = roster.sheet.text(index, rows[0]);
                let rows = rows.iter().copied();
                report_rows(run, Level::Info, (sheet, index), rows, |finding| {
                    finding.quote("value", column, text);
                });
            }
        }
    }
}

/// The rows of each number that at least `least` rows have, in the order of the first.
fn repeated(roster: &Roster, index: usize, least: usize) -> Vec<Vec<u32>> {
    let keys = keys(roster, index);
    let rows = roster.sheet.row_count();
    let numbered = |row| Some((keys[roster.value(index, row).0 as usize]?, row));
    let mut found: Vec<Vec<u32>> = roster_order::repeated(rows, || (0..rows).filter_map(numbered))
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|it| it.len() >= least)
        .map(|it| it.iter().map(|(_, row)| *row).collect())
        .collect();
    roster_order::sort(&mut found);
    found
}

/// The digits of each stored text that is a right number.
pub(super) fn keys(roster: &Roster, index: usize) -> Vec<Option<u64>> {
    let cells = &roster.sheet.columns[index].cells;
    cells.values().map(|it| phone_key(cells.text(it))).collect()
}
