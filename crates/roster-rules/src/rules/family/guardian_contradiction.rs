//! # 同一名家长的信息前后矛盾
//!
//! 不同的行说的是同一名家长，信息却对不上：同一个证件号写了两个姓名，或者姓名和电话都相同却有两个证件号，或者兄弟姐妹的父亲相同、母亲同名却有两个证件号。
//!
//! ## 为什么重要
//!
//! 一个号码只属于一个人，矛盾的几行里一定有一行填错了。家长的身份核对、兄弟姐妹的认定都会出错。
//!
//! ## 怎么改
//!
//! 对照这些学生的户口簿，看家长的姓名和证件号哪一行是对的，把填错的改正。
//!
//! 一处矛盾只提示一次，位置是写法最少的那一行，一样少的取第一行，其余的单元格都列在相关位置里。姓名里的空格、全角和点的写法不同不算矛盾；校验不通过的号码不参加比较。同一名学生重复填了几行的，由重复学生的规则说明。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1身份证件号 | 成员1联系电话 | 成员2姓名 | 成员2身份证件号 |
//! | 王小明 | 王建军 | 110101198503050012 | 13800000001 |  |  |
//! | 王小红 | 王建军 | １１０１０１１９８５０３０５００１２ | 13800000001 |  |  |
//! | 王小华 | 王建国 | 110101198503050012 | 13800000001 |  |  |
//! ! member1_name count=3 related=B2,B3,C2,C3,C4
//! | 李小红 | 李志强 | 110101198503050039 | 13800000002 |  |  |
//! | 李小军 | 李 志强 | 110101198503050039 | 13800000002 |  |  |
//! | 赵小军 | 赵文明 | 110101198307080011 | 13800000003 |  |  |
//! ! member1_id_number count=2 related=C8,B7,D7,B8,D8
//! | 赵小芳 | 赵文明 | 110101198307080038 | 13800000003 |  |  |
//! | 孙小军 | 孙海平 | 11010119880808001X |  | 林春梅 | 110101198604120024 |
//! ! member2_id_number count=2
//! | 孙小芳 | 孙海平 | 11010119880808001X |  | 林春梅 | 110101198604120040 |
//! | 周文 | 王建军 | 110101198808080036 | 13800000005 |  |  |
//! | 周武 | 周立平 | 110101198503050013 | 13800000006 |  |  |
//! | 周全 | 周立新 | 110101198503050013 | 13800000006 |  |  |
//! |  |  |  |  |  |  |
//! ```
//!
//! 许多名字不同的家长用着的电话，不能说明谁和谁是同一个人：
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1身份证件号 | 成员1联系电话 |
//! | 赵小军 | 赵文明 | 110101198307080011 | 13800000003 |
//! | 赵小芳 | 赵文明 | 110101198307080038 | 13800000003 |
//! | 王小明 | 王建军 | 110101198503050012 | 13800000003 |
//! | 李小红 | 李志强 | 110101198503050039 | 13800000003 |
//! | 孙小军 | 孙海平 | 11010119880808001X | 13800000003 |
//! | 孙小芳 | 林春梅 | 110101198604120024 | 13800000003 |
//! ```
//!
//! ---
//!
//! # Rows contradict each other about a parent
//!
//! Different rows speak of one parent and do not agree: one document number with two names, one name
//! and phone with two numbers, or siblings of one father whose mothers have one name and two numbers.
//!
//! ## Why it matters
//!
//! A number is one person's, so one of the rows is wrong. Parents are not confirmed, and siblings are
//! not recognised.
//!
//! ## How to fix
//!
//! Compare with the household registers of these pupils which row is right about the parent, and
//! correct the other.
//!
//! Every contradiction is told once, at the row with the rarest spelling, the first of equally rare ones; the other cells are related.
//! Spaces, width and the form of the dot make no difference, and numbers that are wrong by themselves
//! are not compared. Where one pupil has several rows, the rules of duplicates tell it.

use roster_model::{Column, Level, Place};

use crate::block::rows_said::rows_said;
use crate::gathered::guardians::{Contradiction, Guardians, Odd};
use crate::gathered::members::MEMBERS;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R6011",
    slug: "guardian-contradiction",
    level: Level::Warning,
    zh: "{rows}对同一名家长的说法不一致：{note}，请核对。",
    en: "About one parent, {rows} contradict each other: {note}; please check.",
    basis: "本工具自定：一个证件号是一个人的",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::Member1IdNumber, Column::Member2IdNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    let guardians = Guardians::gather(run);
    for found in guardians.contradictions() {
        report(run, &found);
    }
}

fn report(run: &mut Run<'_>, found: &Contradiction) {
    let place = |at: &(u32, u32, usize), column| run.cell_or_row(at.0, at.1, column);
    let odd_column = |of: usize| match found.odd {
        Odd::Name => MEMBERS[of].name,
        Odd::Number | Odd::OtherParent => MEMBERS[of].id_number,
    };
    let shared = |of: usize| match found.odd {
        Odd::Name => vec![MEMBERS[of].id_number],
        Odd::Number => vec![MEMBERS[of].name, MEMBERS[of].phone],
        Odd::OtherParent => vec![MEMBERS[of].name, MEMBERS[1 - of].id_number],
    };
    let here = place(
        &found.seen[found.rarest],
        odd_column(found.seen[found.rarest].2),
    );
    let odd = found.seen.iter().map(|it| place(it, odd_column(it.2)));
    let others = found.seen.iter().flat_map(|it| {
        shared(it.2)
            .into_iter()
            .map(move |column| place(it, column))
    });
    let related: Vec<Place> = odd.chain(others).filter(|it| *it != here).collect();
    let mut rows: Vec<(u32, u32)> = found.seen.iter().map(|it| (it.0, it.1)).collect();
    rows.dedup();
    let said = rows_said(run, &rows);
    let count = found.different;
    let (zh, en) = match found.odd {
        Odd::Name => (
            format!("同一个证件号，写了{count}个姓名"),
            format!("one document number with {count} names"),
        ),
        Odd::Number => (
            format!("姓名和电话相同，证件号却有{count}个"),
            format!("one name and phone with {count} document numbers"),
        ),
        Odd::OtherParent => (
            format!("是兄弟姐妹，另一名家长同名，证件号却有{count}个"),
            format!("siblings whose other parent has one name and {count} document numbers"),
        ),
    };
    run.report(here, |finding| {
        finding.related = related;
        finding
            .said("rows", &said.zh, &said.en)
            .said("note", &zh, &en)
            .number("count", rows.len() as u64);
    });
}
