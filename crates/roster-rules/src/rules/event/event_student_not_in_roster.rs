//! # 异动的学生不在学籍名册里
//!
//! 异动名册里的这名学生，在一起检查的学籍名册里没有找到。
//!
//! ## 为什么重要
//!
//! 没有学籍的学生办不了异动。多半是姓名或号码录错了，或者名册不全。
//!
//! ## 怎么改
//!
//! 对照学籍名册核对学生的姓名、学籍号和身份证号；名册不全的，把全校的名册一起检查。
//!
//! 不知道名册全不全，所以只作警告。
//!
//! 先按学籍号找，再按身份证号找，再按姓名和出生日期找。已经离校的（转出、退学等）和刚转入的不找；信息太少没法找的不提示；多数学生都找不到的，说明两份名册不是一回事，也不提示。
//!
//! ## 例子
//!
//! ```roster
//! @ file=名册.xlsx
//! | 姓名 | 出生日期 | 证件号 | 学籍号 |
//! | 王小明 | 20150901 | 110101201509010016 | G110101201509010016 |
//! | 李小红 | 20150901 | 110101201509010024 |  |
//! | 赵小军 | 20150901 |  |  |
//! @ file=异动.xlsx
//! | 姓名 | 出生日期 | 证件号 | 学籍号 | 异动类别 |
//! | 王小明 |  |  | Ｇ１１０１０１２０１５０９０１００１６ | 休学 |
//! | 李小红 |  | 110101201509010024 | G110101201509010024 | 休学 |
//! | 赵小军 | 2015-09-01 |  |  | 跳级 |
//! | 孙小芳 | 20150902 | 11010120150902002X |  | 休学 |
//! ! name
//! | 周文 | 20150901 | 110101201509010040 |  | 转出 |
//! | 吴芳 |  |  |  | 休学 |
//! ```
//!
//! ```roster
//! | 姓名 | 学籍号 | 异动类别 |
//! | 王小明 | G110101201509010016 | 休学 |
//! ```
//!
//! ---
//!
//! # Pupil of the change is in no roster
//!
//! The pupil in the list of changes is not found in the rosters that are checked together with it.
//!
//! ## Why it matters
//!
//! Nothing can be entered for a pupil without a registration. Mostly the name or a number is mistyped, or
//! the roster is not complete.
//!
//! ## How to fix
//!
//! Compare name and numbers with the roster; if it is not complete, check the rosters of the whole school
//! together. Whether it is complete is not known, so this is a warning.
//!
//! Pupils are looked for by student number, then by identity number, then by name and birth date. Those
//! who left or have just come are not looked for, nor rows that tell too little; where most pupils are
//! not found the lists do not belong together, and nothing is said.

use roster_model::{Column, Level};

use crate::gathered::events::Event;
use crate::gathered::wanted::Wanted;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R9011",
    slug: "event-student-not-in-roster",
    level: Level::Warning,
    zh: "在学籍名册里没有找到这名学生，请核对姓名和号码。",
    en: "This pupil is not found in the rosters; compare name and numbers.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::EventType],
        check,
    },
};

/// After these the pupil is still in the school.
const STAYING: [&str; 9] = [
    "休学",
    "复学",
    "停学",
    "保留学籍",
    "恢复学籍",
    "留级",
    "降级",
    "跳级",
    "转班级",
];
/// In so small a list most pupils may well be wrong.
const FEW: usize = 5;

fn check(run: &mut Run<'_>) {
    let events = run.events();
    let all = events.of_pupils.iter().flatten();
    let mut staying: Vec<&Event> = all
        .filter(|it| STAYING.contains(&it.kind) && it.identity.is_known())
        .collect();
    let rosters = run.rosters.iter().enumerate();
    let with_pupils = rosters.filter(|(_, it)| it.sheet.lists_pupils() && it.sheet.row_count() > 0);
    if staying.is_empty() || with_pupils.clone().next().is_none() {
        return;
    }
    roster_order::sort_by_key(&mut staying, |it| (it.sheet, it.row));
    let mut wanted = Wanted::new(staying.iter().map(|it| it.identity.clone()).collect());
    for (sheet, roster) in with_pupils {
        wanted.look_through(sheet as u32, roster, |_| true);
    }
    let absent: Vec<&Event> = (0..staying.len())
        .filter(|&at| wanted.found(at).is_none())
        .map(|at| staying[at])
        .collect();
    if staying.len() >= FEW && absent.len() * 2 > staying.len() {
        return;
    }
    for event in absent {
        let place = event.place(run, Column::Name);
        let related = event.place(run, Column::EventType);
        run.report(place, |finding| finding.related.push(related));
    }
}
