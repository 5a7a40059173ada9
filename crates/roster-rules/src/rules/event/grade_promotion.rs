//! # 毕业生没有出现在初一名单里
//!
//! 上一年的毕业年级名单里的学生，在今年初一的名单里没有找到。
//!
//! ## 为什么重要
//!
//! 小学毕业生应当全部升入初中。没有升学的学生可能失学，是控辍保学要核查的对象。
//!
//! ## 怎么改
//!
//! 逐个了解这些学生的去向：到别处上学的登记学校，没有上学的动员入学。
//!
//! 把上一年的毕业班名单和今年的初一名单放在一起检查，并把模板参数 promotion_check 设为 yes。毕业年级是小学六年级，五四制（参数 grade_system 为 five-four）是小学五年级。上一年的名单只用来核对升学：它不按今年的规则检查，升了学的学生也不算重复。
//!
//! ## 例子
//!
//! ```roster
//! @ set promotion_check=yes
//! @ file=去年.xlsx
//! | 姓名 | 出生日期 | 学籍号 | 年级 |
//! | 王小明 | 20150901 | G110101201509010016 | 六年级 |
//! | 李小红 | 20150901 | Ｇ１１０１０１２０１５０９０１００２４ | 六年级 |
//! ! name count=2 related=A4
//! | 赵小军 | 20150901 |  | 六年级 |
//! | 孙小芳 | 20160901 | G11010120160901003X | 五年级 |
//! @ file=今年.xlsx
//! | 姓名 | 出生日期 | 学籍号 | 年级 |
//! | 王小明 | 20150901 | G110101201509010016 | 初一 |
//! | 周文 | 20150902 | G110101201509020011 | 初一 |
//! ```
//!
//! ```roster
//! @ file=去年.xlsx
//! | 姓名 | 学籍号 | 年级 |
//! | 李小红 | G110101201509010024 | 六年级 |
//! @ file=今年.xlsx
//! | 姓名 | 学籍号 | 年级 |
//! | 周文 | G110101201509020011 | 初一 |
//! ```
//!
//! ---
//!
//! # Leavers missing from grade seven
//!
//! Pupils of last year's final grade of primary school are not found in this year's list of the first
//! grade of junior school.
//!
//! ## Why it matters
//!
//! All of them should go on to junior school. One who did not may have dropped out, and has to be looked
//! for.
//!
//! ## How to fix
//!
//! Find out where each of them is: note the school of those who went elsewhere, bring in those who did
//! not.
//!
//! Check last year's and this year's lists together with the parameter promotion_check set to yes. The
//! final grade is the sixth, or the fifth where grade_system is five-four. Last year's list serves for
//! nothing else: it is not checked by this year's rules, and who went on is no duplicate.

use roster_model::{Column, Level, Place, SheetRole};

use crate::block::rows_said::rows_said;
use crate::gathered::promotion::{entrants, leavers};
use crate::gathered::wanted::{Identity, Wanted};
use crate::{Check, Roster, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R9014",
    slug: "grade-promotion",
    level: Level::Info,
    zh: "{count}名小学毕业生没有出现在初一名单里：{rows}。请了解他们的去向。",
    en: "Leavers missing from the first grade of junior school: {count}, {rows}. Find out where they went.",
    basis: "义务教育法（2006）第十二条；由参数 promotion_check 设定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Grade],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    let rosters = run.rosters;
    let is_asked = |it: &Roster| match it.sheet.role {
        SheetRole::LastYear => true,
        SheetRole::Archive => it.parameter("promotion_check") == "yes",
        _ => false,
    };
    let of_last_year = (0..).zip(rosters).filter(|it| is_asked(it.1));
    for (sheet, roster) in of_last_year {
        let leavers = leavers(roster);
        let identities = leavers.iter().map(|&row| Identity::of(roster, row));
        let mut wanted = Wanted::new(identities.collect());
        for (other, it) in (0..).zip(rosters).filter(|(_, it)| it.sheet.lists_pupils()) {
            let rows = entrants(it);
            wanted.look_through(other, it, |row| rows.binary_search(&row).is_ok());
        }
        let missing: Vec<(u32, u32)> = (0..leavers.len())
            .filter(|&at| wanted.found(at).is_none() && wanted.is_known(at))
            .map(|at| (sheet, leavers[at]))
            .collect();
        // A file to compare with is of last year when most who left are in the next grade now.
        let is_archive = roster.sheet.role == SheetRole::Archive;
        if is_archive && missing.len() * 2 > leavers.len() {
            continue;
        }
        report(run, &missing);
    }
}

fn report(run: &mut Run<'_>, missing: &[(u32, u32)]) {
    let place = |it: &(u32, u32)| run.cell_or_row(it.0, it.1, Column::Name);
    let Some((first, others)) = missing.split_first() else {
        return;
    };
    let related: Vec<Place> = others.iter().map(place).collect();
    let (here, said) = (place(first), rows_said(run, missing));
    run.report(here, |finding| {
        finding.related = related;
        finding.said("rows", &said.zh, &said.en);
        finding.number("count", missing.len() as u64);
    });
}
