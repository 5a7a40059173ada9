//! # 几份名单中有重复的学生
//!
//! 几份名单（不同的文件，或不同的学校）里出现了同一名学生，或者身份证号相同的学生。
//!
//! ## 为什么重要
//!
//! 两份名单都导入以后，系统会查出重复，两边的学生都成为“问题学籍”。
//!
//! ## 怎么改
//!
//! 先核实学生现在在哪个班、哪所学校就读。是同一名学生的，已经不在读的一方从名单中删除，在读的一方保留；不是同一名学生的，对照户口簿核对身份证号、姓名、性别和出生日期。
//!
//! 只作比对的文件里也有、升了一级的学生，合在一起说一次，不用处理。年级没变、学校和学籍号都相同的，是同一条学籍（上学期的名册就是这样），也合在一起说一次，不用处理；别的学生都升了级、只有个别没升的，仍逐个提示。没有学籍号可比的，名册里几乎所有学生都在那里时才合在一起说，请看那份文件是不是以前的名册。
//!
//! 学校在名册以外另有一部分学生的名单的（留守儿童、住校生、营养餐、资助等），其中的学生名册里也有，不是重复，一份名单只说一次；名册里没有的学生会指出来。名称里有这类字样的才算；没有的，人数和列都要比名册少得多，而且几乎所有学生名册里都有。一个工作簿里有各班的名单和它们的汇总的，也只对汇总说一次，不逐个按重复提示。各单元格照样检查，同号不同名的、名单自己里面重复的照样提示。
//!
//! 把去年或上学期的名册和现在的一起检查的（R0022）：把旧的一份改作“只作比对”的文件。
//!
//! ## 例子
//!
//! ```roster
//! @ file=a.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number count=2 note=同一名学生出现在几份名单中 rows_with_sheet=“a.xlsx”第2行、“b.xlsx”第3行
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 张华 | 男 | 20141225 | 居民身份证 | 110101201412250013 |
//! | 张华 | 男 | 20141225 | 居民身份证 | 110101201412250013 |
//! @ file=b.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 赵云 | 男 | 20160101 | 居民身份证 |  |
//! | 王小明 | 男 | 20150901 | 居民身份证 | １１０１０１２０１５０９０１００１６ |
//! ```
//!
//! ```roster
//! | 学校标识码 | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 2142001636 | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! ! id_number count=2 note=同一名学生填在几所学校名下
//! | 2142001637 | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 2142001637 | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! ```
//!
//! 名册旁边另有留守儿童的名单，少一列以上，学生名册里都有：
//!
//! ```roster
//! @ file=名册.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! | 张华 | 男 | 20141225 | 居民身份证 | 110101201412250013 |
//! @ file=留守儿童.xlsx
//! | 姓名 | 证件号 |
//! ! sheet level=info count=2 note=这份名单的学生在“名册.xlsx”里也有 rows_with_sheet=第2-3行
//! | 李小红 | 110101201509010024 |
//! | 张华 | 110101201412250013 |
//! ```
//!
//! 去年的名册和今年的一起检查：
//!
//! ```roster
//! @ file=今年.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件号 | 年级 |
//! | 王小明 | 男 | 20150901 | 110101201509010016 | 三年级 |
//! ! id_number count=2 rows_with_sheet=“今年.xlsx”第2行、“去年.xlsx”第2行
//! | 李小红 | 女 | 20150901 | 110101201509010024 | 三年级 |
//! ! id_number
//! | 张小华 | 男 | 20150228 | 110101201502280013 | 四年级 |
//! ! id_number
//! | 赵小刚 | 男 | 20160315 | 110101201603150015 | 二年级 |
//! ! id_number
//! | 孙小丽 | 女 | 20160401 | 110101201604010022 | 二年级 |
//! ! id_number
//! @ file=去年.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件号 | 年级 |
//! | 王小明 | 男 | 20150901 | 110101201509010016 | 二年级 |
//! | 李小红 | 女 | 20150901 | 110101201509010024 | 二年级 |
//! | 张小华 | 男 | 20150228 | 110101201502280013 | 三年级 |
//! | 赵小刚 | 男 | 20160315 | 110101201603150015 | 一年级 |
//! | 孙小丽 | 女 | 20160401 | 110101201604010022 | 一年级 |
//! ```
//!
//! 名单里有一名学生名册里没有：
//!
//! ```roster
//! @ file=名册.xlsx
//! | 姓名 | 性别 | 出生日期 | 证件类型 | 证件号 |
//! | 王小明 | 男 | 20150901 | 居民身份证 | 110101201509010016 |
//! | 李小红 | 女 | 20150901 | 居民身份证 | 110101201509010024 |
//! @ file=住校生.xlsx
//! | 姓名 | 证件号 |
//! ! sheet level=warning count=1 rows_with_sheet=第3行
//! | 张华 | 110101201412250013 |
//! | 李小红 | 110101201509010024 |
//! ```
//!
//! 工作簿里有各班的工作表，还有一张汇总：
//!
//! ```roster
//! @ sheet=汇总
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! ! sheet level=warning count=6 note=这份名单的学生在“一班”、“二班”里也有
//! | 王小明 | 男 | 20150901 | 110101201509010016 |
//! | 李小红 | 女 | 20150901 | 110101201509010024 |
//! | 张小华 | 男 | 20150228 | 110101201502280013 |
//! | 赵小刚 | 男 | 20160315 | 110101201603150015 |
//! | 孙小丽 | 女 | 20160401 | 110101201604010022 |
//! | 周敏 | 女 | 20150901 | 110101201509010040 |
//! @ sheet=一班
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! | 王小明 | 男 | 20150901 | 110101201509010016 |
//! | 李小红 | 女 | 20150901 | 110101201509010024 |
//! | 张小华 | 男 | 20150228 | 110101201502280013 |
//! @ sheet=二班
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! | 赵小刚 | 男 | 20160315 | 110101201603150015 |
//! | 孙小丽 | 女 | 20160401 | 110101201604010022 |
//! | 周敏 | 女 | 20150901 | 110101201509010040 |
//! ```
//!
//! ---
//!
//! # Duplicates between lists
//!
//! The same pupil, or pupils with the same identity number, stand in several lists (different files,
//! or different schools).
//!
//! ## Why it matters
//!
//! Once both lists are imported, the system finds the duplicate and both become problem registrations.
//!
//! ## How to fix
//!
//! Find out which class and school the pupil attends now. If it is one pupil, the list that he or she
//! has left deletes the row and the other keeps it. If not, compare number, name, sex and birth date
//! with the household registers.
//!
//! Pupils whom a file that is only compared with has in a lower grade are told all at once; nothing needs doing. Those of
//! the same grade, school and 学籍号 have one record, as in last term's roster, and are told at once as well, unless all
//! others moved up. Where there is no 学籍号 to compare they are told at once only if that file has nearly all of the
//! sheet; see whether it is a roster of an earlier term.
//!
//! A list of some of the pupils that a school keeps beside the roster (left-behind children, boarders, school meals,
//! aid) has pupils of the roster and no duplicates. It is told once, with the pupils whom the roster lacks. It is known
//! by its title or name; otherwise it has to have far fewer pupils and columns than the roster, and hardly a pupil of
//! its own; or it is the sum of several other lists of its workbook. Its cells are checked all the same, and so are numbers under another name and duplicates within it.
//!
//! Where last year's or last term's roster is checked beside this one's (R0022), give the old one as a file that is
//! only compared with.

use roster_model::{Case, Column, Group, Level, Verdict};
use roster_values::text::tidy_code;

use super::dup_id_different_student::{ONE_RECORD, decision};
use super::dup_name_sex_dob_no_id::has_numbers;
use super::dup_name_sex_dob_with_id::level as level_of_namesakes;
use crate::duplicates::{
    counts, has_one_student_number, has_other_student_number, is_archived, is_in_one_file, report,
    rows_of,
};
use crate::gathered::{carried, part_lists, two_versions};
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7007",
    slug: "dup-across-files",
    level: Level::Error,
    zh: "{note}：{rows_with_sheet}（共{count}行）。{decision}",
    en: "{note}: {rows_with_sheet} ({count} rows). {decision}",
    basis: "教基一厅〔2015〕2号；全国系统跨校查重",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::IdNumber, Column::BirthDate, Column::StudentNumber],
        check,
    },
};

fn check(run: &mut Run<'_>) {
    for of_sheet in run.carried.chunk_by(|a, b| a.sheet == b.sheet) {
        carried::report(run, of_sheet);
    }
    for list in run.part_lists {
        part_lists::report(run, list);
    }
    let two_versions = run.two_versions();
    for group in run.groups {
        if group.without_archive {
            of_archive(run, group);
        }
        if group.case != Case::I && is_in_one_file(run, group) {
            continue;
        }
        // Different numbers: perhaps one pupil in two schools, perhaps namesakes.
        let case = match group.case {
            Case::I if group.verdict != Verdict::Certain => Case::F,
            case => case,
        };
        let Some((note_zh, note_en)) = note(case, is_in_one_file(run, group)) else {
            continue;
        };
        let archived = has_archived(run, group);
        // Without a column of numbers nobody knows whether one is missing.
        let is_unasked = case == Case::G && !has_numbers(run, group);
        let (note_zh, note_en) = if is_unasked {
            NO_COLUMN
        } else {
            (note_zh, note_en)
        };
        let of_case = decision(run, group).filter(|_| !matches!(case, Case::H | Case::F));
        let (zh, en) = of_case.unwrap_or(match case {
            Case::F | Case::H if has_one_student_number(run, group) => ONE_RECORD_CHANGED,
            Case::H => (
                "姓名相同或相近，多半是同一名学生：已不在读的一方删除，在读的一方把与号码不符的一项改正。",
                "The name is the same or nearly so, so it is probably one pupil: the list that the pupil has left deletes the row, the other corrects what does not fit the number.",
            ),
            Case::F => (
                "请核实是否同一名学生：是的，已不在读的一方删除；不是的，号码有误的改正，都无误的不用处理。",
                "Find out whether they are one pupil: if so, the list that the pupil has left deletes the row; if not, correct a number that is wrong, and do nothing where none is.",
            ),
            Case::G => (
                "请核实是否同一名学生：是的，已不在读的一方删除；不是的，核对或补上身份证号。",
                "Find out whether they are one pupil: if so, the list that the pupil has left deletes the row; if not, check or add the numbers.",
            ),
            Case::B if has_one_student_number(run, group) => ONE_RECORD,
            _ if archived && has_other_student_number(run, group) => OTHER_STUDENT_NUMBER,
            Case::I if archived => BETWEEN_SCHOOLS,
            _ if archived => IN_ARCHIVE,
            _ => (
                "请核实学生现在就读的班级和学校，已不在读的一方应删除。",
                "Find out where the pupil is now; the list that the pupil has left deletes the row.",
            ),
        });
        let level = if case == Case::F {
            level_of_namesakes(group)
        } else if archived || is_unasked {
            Level::Warning
        } else {
            RULE.level
        };
        let mut members = group.members.iter();
        let abroad = members.find(|it| is_archived(run, it));
        let abroad = abroad.map_or("", |it| {
            let sheet = &run.rosters[it.sheet as usize].sheet;
            sheet.school_text(it.row)
        });
        let abroad = abroad.to_owned();
        report(
            run,
            &rows_of(run, group),
            level,
            column(run, group),
            |finding, rows| {
                finding
                    .said("note", note_zh, note_en)
                    .said("rows_with_sheet", &rows.zh, &rows.en);
                if zh == BETWEEN_SCHOOLS.0 && !abroad.is_empty() {
                    let (zh, en) = (
                        format!("那里写的学校是{abroad}。{zh}"),
                        format!("The school there is {abroad}. {en}"),
                    );
                    finding.said("decision", &zh, &en);
                } else if two_versions::of_pair(two_versions, group).is_some() {
                    let (zh, en) = (
                        format!("{}{zh}", TWO_VERSIONS.0),
                        format!("{} {en}", TWO_VERSIONS.1),
                    );
                    finding.said("decision", &zh, &en);
                } else {
                    finding.said("decision", zh, en);
                }
            },
        );
    }
}

/// What is said first where the lists are one roster of two times: R0022 tells once how to go about it.
const TWO_VERSIONS: (&str, &str) = (
    "两份名单像是同一份名册的新旧两版，旧的一份改作“只作比对”的文件，就不算重复。两份都要上报的，",
    "The lists seem to be one roster of two times: give the old one as a file that is only compared with, and this is no duplicate. If both are to be reported:",
);

/// What is to be done about a pupil who is in a file that is only compared with: what that is of, nobody knows here.
const IN_ARCHIVE: (&str, &str) = (
    "只作比对的文件里已有这名学生：重复上报的删去，本来就该在两处的不用处理。",
    "The pupil is in a file that is only compared with: remove the row if the pupil is reported again, and do nothing if the pupil belongs in both.",
);

/// What is to be done about a pupil whom such a file has at another school.
const BETWEEN_SCHOOLS: (&str, &str) = (
    "先与那所学校核实：已不在读的一方删除；转学已经办完、那份文件是以前的，不用处理。",
    "Ask that school first: the one that the pupil has left deletes the row; if the transfer is done and the file is of an earlier time, do nothing.",
);

/// One 学籍号 with another identity number, birth date or sex.
const ONE_RECORD_CHANGED: (&str, &str) = (
    "学籍号也相同，是同一条学籍，不同的一项改过或填错了：请对照户口簿，改过的办变更，填错的改正。",
    "The 学籍号 is the same too, so it is one record, and what differs was changed or is wrong: change (变更) the record of what was changed, and correct a slip, from the household register.",
);

/// The same pupil with another 学籍号: that is for life.
const OTHER_STUDENT_NUMBER: (&str, &str) = (
    "只作比对的文件里已有这名学生，但是学籍号不同：学籍号应终身不变，请在系统里查实后改正；重复上报的删去。",
    "The pupil is in a file that is only compared with, with another 学籍号: that is for life, so look it up in the system and correct it. Remove the row if the pupil is reported again.",
);

/// What lists have in common that have no column of identity numbers.
const NO_COLUMN: (&str, &str) = (
    "几份名单中有人姓名、性别、出生日期相同，名单没有身份证号一列",
    "Several lists have the same name, sex and birth date, and no column of identity numbers",
);

/// Whether the case was found with a row of a file that is only compared with.
fn has_archived(run: &Run<'_>, group: &Group) -> bool {
    let mut members = group.members.iter();
    members.any(|it| counts(run, group, it) && is_archived(run, it))
}

/// Tells that rows which are a duplicate by themselves are in a file that is only compared with besides.
fn of_archive(run: &mut Run<'_>, group: &Group) {
    let of_pupil = |pupil| {
        let mut own = group.members.iter().filter(|it| it.pupil == pupil);
        own.any(|it| !is_archived(run, it))
    };
    let mut archived = group.members.iter().filter(|it| is_archived(run, it));
    let is_pupil = archived.all(|it| of_pupil(it.pupil));
    let (note_zh, note_en) = if is_pupil {
        (
            "只作比对的文件里也有这名学生",
            "The pupil is in a file that is only compared with, too",
        )
    } else {
        (
            "只作比对的文件里也有人用这个身份证号，或姓名、性别、出生日期相同",
            "A file that is only compared with has somebody with this identity number, or this name, sex and birth date, too",
        )
    };
    let rows: Vec<(u32, u32)> = group.members.iter().map(|it| (it.sheet, it.row)).collect();
    report(
        run,
        &rows,
        Level::Warning,
        column(run, group),
        |finding, rows| {
            finding
                .said("note", note_zh, note_en)
                .said("rows_with_sheet", &rows.zh, &rows.en)
                .said(
                    "decision",
                    "重复上报的删去，本来就该在两处的不用处理。",
                    "Remove the row if the pupil is reported again, and do nothing if the pupil belongs in both.",
                );
        },
    );
}

/// What the rows have in common; nothing for groups that no key makes equal.
fn note(case: Case, in_one_file: bool) -> Option<(&'static str, &'static str)> {
    match case {
        Case::I if in_one_file => Some((
            "同一名学生填在几所学校名下",
            "The same pupil stands under several schools",
        )),
        Case::A | Case::I => Some((
            "同一名学生出现在几份名单中",
            "The same pupil stands in several lists",
        )),
        Case::B => Some((
            "几份名单中有人身份证号相同，姓名只是写法不同",
            "Several lists have the same identity number and names that differ in spelling only",
        )),
        Case::C | Case::D | Case::E | Case::H => Some((
            "几份名单中有人身份证号相同，姓名、性别或出生日期不同",
            "Several lists have the same identity number, but name, sex or birth date differ",
        )),
        Case::F => Some((
            "几份名单中有人姓名、性别、出生日期相同，身份证号不同或有误",
            "Several lists have the same name, sex and birth date, and identity numbers that differ or are wrong",
        )),
        Case::G => Some((
            "几份名单中有人姓名、性别、出生日期相同，且有人没有身份证号",
            "Several lists have the same name, sex and birth date, and an identity number missing",
        )),
        Case::N => None,
    }
}

/// The column that brought the rows together.
fn column(run: &Run<'_>, group: &Group) -> Column {
    let number =
        |sheet: u32, row| tidy_code(run.rosters[sheet as usize].text(Column::IdNumber, row));
    let mut numbers = group.members.iter().map(|it| number(it.sheet, it.row));
    match (group.case, numbers.next()) {
        (Case::F | Case::G, _) => Column::Name,
        (Case::I, Some(first)) if first.is_empty() || numbers.any(|it| it != first) => Column::Name,
        _ => Column::IdNumber,
    }
}
