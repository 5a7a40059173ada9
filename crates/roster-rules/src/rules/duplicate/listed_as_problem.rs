//! # 学籍系统已把这名学生列为问题学籍
//!
//! 全国学籍系统导出的问题学籍名单里有这名学生，而名册里看不出与谁重复，或者名册里没有这名学生。
//!
//! ## 为什么重要
//!
//! 学籍处在“问题学籍”状态，转学、毕业等业务可能办不了。对方多半在别的学校，只看自己的名册发现不了。
//!
//! ## 怎么改
//!
//! 按提示先对照户口簿核实，再在系统里选变更、佐证或删除；正确的信息以户口簿或身份证为准。系统给出的问题类型没有识别出来的，按系统的原文核实。家长给两个孩子报了同一个号码的，是两名学生：号码对得上的佐证，对不上的变更，谁也不删。名册里没有的学生，先问班主任是否在读。一条学籍的几个问题合在一起说，以最严的为准；“处理状态”“审核状态”等列写着已处理的，或者已提交、正在等审核的，不再提示，退回的还会提示。
//!
//! ## 例子
//!
//! ```roster
//! @ file=名册.xlsx
//! | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509020046 |
//! @ file=问题学籍.xlsx
//! | 姓名 | 身份证件号 | 问题类型 |
//! | 王小明 | １１０１０１２０１５０９０１００１６ | 身份证号重复 |
//! | 张华 | 110101201509010032 | 身份证号重复 |
//! ! id_number
//! ```
//!
//! 系统里的号码与名册不同，就不能佐证；同一名学生在名单里有两条学籍，多余的一条删除：
//!
//! ```roster
//! @ file=名册.xlsx
//! | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 学籍号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 | G110101201509010016 |
//! ! id_number kind=身份证号错误；身份证号重复 decision=变更。
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509020046 | G110101201509020046 |
//! ! id_number decision=佐证。
//! | 张华 | 男 | 20150901 | 居民身份证 | 110101201509010032 | G110101201509010032 |
//! @ file=问题学籍.xlsx
//! | 学籍号 | 姓名 | 身份证件号 | 问题类型 | 处理状态 |
//! | G110101201509010016 | 王小明 | 110101201509010032 | 身份证号重复 | 未处理 |
//! | G110101201509010016 | 王小明 | 110101201509010032 | 身份证号不存在 | 未处理 |
//! | L110101201509021234 | 李小红 | 110101201509020046 | 身份证号重复 | 未处理 |
//! ! id_number decision=删除。
//! | G110101201509020046 | 李小红 | 110101201509020046 | 身份证号重复 | 未处理 |
//! | G110101201509010032 | 张华 | 110101201509010032 | 身份证号重复 | 待县级审核 |
//! ```
//!
//! 列名里写着“本校”“对方”的，“本校”的几列是这名学生的，“对方”的不是：
//!
//! ```roster
//! @ file=名册.xlsx
//! | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number decision=佐证。
//! @ file=问题学籍.xlsx
//! | 序号 | 本校学生姓名 | 本校学生学籍号 | 本校学生身份证件号 | 对方学生姓名 | 对方学生学籍号 | 对方学校名称 | 问题学籍类型 |
//! | 1 | 王小明 | G110101201509010016 | 110101201509010016 | 王晓明 | L110101201509010123 | 向阳小学 | 身份证号重复 |
//! | 2 | 张华 | G110101201509010032 | 110101201509010032 | 张华 | L110101201509010124 | 向阳小学 | 身份证号重复 |
//! ! id_number
//! ```
//!
//! 家长给两个孩子报了同一个号码，名单里就有两名学生，不是一名学生的两条学籍：号码对得上的佐证，对不上的变更，谁也不删：
//!
//! ```roster
//! @ file=名册.xlsx
//! | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 |
//! | 崔兰 | 女 | 20150902 | 居民身份证 | 110101201509020046 |
//! ! id_number decision=佐证。
//! @ file=问题学籍.xlsx
//! | 姓名 | 性别 | 出生日期 | 身份证件号 | 问题类型 |
//! | 崔兰 | 女 | 20150902 | 110101201509020046 | 身份证号重复 |
//! | 崔一凡 | 男 | 20170305 | 110101201509020046 | 身份证号重复 |
//! ! id_number decision=变更。
//! ```
//!
//! 问题类型合并了几行的，几行都算；每种问题一列、打了“√”的，按列名算：
//!
//! ```roster
//! @ file=名册.xlsx
//! | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number kind=身份证号与姓名不匹配 decision=变更。
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509020046 |
//! ! id_number kind=身份证号与姓名不匹配 decision=变更。
//! | 张华 | 男 | 20150901 | 居民身份证 | 110101201509010032 |
//! ! id_number kind=身份证号重复 decision=佐证。
//! @ file=问题学籍.xlsx
//! @ merge=A2:A3
//! | 问题类型 | 姓名 | 身份证件号 |
//! | 身份证号与姓名不匹配 | 王小明 | 110101201509010016 |
//! |  | 李小红 | 110101201509020046 |
//! @ file=汇总.xlsx
//! | 姓名 | 身份证件号 | 身份证号重复 | 身份证号错误 |
//! | 张华 | 110101201509010032 | √ |  |
//! ```
//!
//! 名单里的空单元格不算问题；不是名单的表格，不会因为有这样一列就当作名单：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 问题类型 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |  |
//! | 李小红 | 女 | 20150902 | 居民身份证 | 110101201509020046 |  |
//! | 张华 | 男 | 20150901 | 居民身份证 | 110101201509010032 | 身份证号重复 |
//! ```
//!
//! ---
//!
//! # The system lists the pupil as a problem
//!
//! The list of 问题学籍 that the national system exported has this pupil, and the rosters do not show with
//! whom the pupil is mixed up, or do not have the pupil at all.
//!
//! ## Why it matters
//!
//! A pupil whose registration is a problem may be unable to change school or to graduate in the system. The other party
//! is mostly at another school, which one's own rosters do not show.
//!
//! ## How to fix
//!
//! Compare with the household register first, as the finding says, then choose 变更, 佐证 or 删除 in the
//! system; the household register or the identity card has the right values. Where the kind of problem is
//! not understood, read the system's own words. Two children whose parents gave one number for both are two pupils:
//! the one whose number fits takes 佐证, the other 变更, and nobody is deleted. Of a pupil who is in no roster,
//! ask the class teacher whether the pupil attends. Several problems of one record are told together, and the gravest counts; what
//! a column such as 处理状态 or 审核状态 calls settled, or handed in and waiting, is not told again unless it comes back.

use roster_model::{Column, Handling, Level};

use crate::gathered::wrong_numbers::speaks_of;
use crate::{Advice, Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7019",
    slug: "listed-as-problem",
    level: Level::Info,
    zh: "学籍系统已列为问题学籍（{kind}），建议处理：{decision}{note}系统建议，须由学校核实。",
    en: "The system lists the pupil as a problem ({kind}). Suggested handling: {decision}. {note} A suggestion; the school has to confirm it.",
    basis: "全国系统的问题学籍处理办法：有错变更、无错佐证、多余删除",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::ProblemKind],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for it in run.registrations() {
        // What is to be done about a group is told of its rows.
        let is_told = matches!(
            it.advice,
            Advice::OfGroup | Advice::SeveralOfGroup | Advice::Settled | Advice::HandedIn
        );
        // A case has one row that tells it.
        if is_told || it.place != it.lead {
            continue;
        }
        let (sheet, row) = it.subject();
        if it.handling == Handling::Change && speaks_of(run, (sheet, row)) {
            continue;
        }
        let place = run.cell_or_row(sheet, row, Column::IdNumber);
        let kinds: Vec<_> = match &it.kinds[..] {
            [] => vec![it.kind.title()],
            kinds => kinds.iter().map(|it| it.title()).collect(),
        };
        let kind = kinds.into_iter().unzip::<_, _, Vec<_>, Vec<_>>();
        let note = it.said(run.rosters, run.files, None);
        let related = it.named.iter().copied();
        let related = related.chain((!it.differs.is_empty()).then_some(it.lead));
        let related: Vec<_> = related
            .map(|(sheet, row)| run.cell_or_row(sheet, row, Column::IdNumber))
            .collect();
        let (zh, en) = match it.handling {
            Handling::Delete => ("删除。", "删除"),
            Handling::Change => ("变更。", "变更"),
            Handling::Corroborate => ("佐证。", "佐证"),
            _ => ("先核实。", "look first"),
        };
        run.report(place, |finding| {
            finding.related = related;
            finding
                .said("kind", &kind.0.join("；"), &kind.1.join("; "))
                .said("decision", zh, en)
                .said("note", &note.0, &note.1);
        });
    }
}
