//! # 学籍号重复
//!
//! 不同的行填了同一个学籍号。
//!
//! ## 为什么重要
//!
//! 学籍号一人一号、终身不变。两行用同一个学籍号，要么是同一名学生填了两行，要么有一行填错了，系统会把两人的信息弄混。
//!
//! ## 怎么改
//!
//! 登录学籍系统查询每名学生的学籍号，把填错的改正；是同一名学生的，只保留一行。
//!
//! 大小写、全角和空格不同的，按同一个学籍号看待；位数或字符不对的由另一条规则说明，不参加比较。这些行的身份证号也相同，没有身份证号而姓名、性别、出生日期相同，或者是同一名学生出现在不止一所学校的，由那些重复的规则说明，这里不再重复报告。只作比对的文件里学籍号相同、姓名也相同的，就是这名学生；姓名不同的才报告，只作警告，因为学生可能改了名；名册旁边留守儿童、住校生等部分学生的名单也这样看。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 学籍号 |
//! | 王小明 | 男 | G110101201509010016 |
//! ! student_number count=3 rows=第2、3、5行
//! | 李小红 | 女 | g１１０１０１２０１５０９０１００１６ |
//! | 张华 | 男 | L110101201509010016 |
//! | 陈文 | 男 | G110101201509010016 |
//! | 赵云 | 男 |  |
//! | 周敏 | 女 |  |
//! | 吴刚 | 男 | G1101012015 |
//! | 郑洁 | 女 | G1101012015 |
//! ```
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 | 学籍号 |
//! | 王小明 | 居民身份证 | 110101201509010016 | G110101201509010016 |
//! | 王小明 | 居民身份证 | 110101201509010016 | G110101201509010016 |
//! | 李小红 | 居民身份证 | 110101201509010024 | G110101201509010024 |
//! ! student_number count=2 rows=第4、5行
//! | 张华 | 居民身份证 | 110101201509010032 | G110101201509010024 |
//! ```
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件号 | 学籍号 |
//! | 王小明 | 男 | 20150901 |  | J110101201509010016 |
//! | 王小明 | 男 | 20150901 |  | J110101201509010016 |
//! ```
//!
//! 学籍号在只作比对的文件里是另一个姓名的，说不准是不是同一名学生：
//!
//! ```roster
//! @ file=春季.xlsx
//! | 姓名 | 证件号 | 学籍号 |
//! | 王小明 | 110101201509010016 | G110101201509010032 |
//! ! student_number level=warning count=2
//! @ file=秋季.xlsx role=archive
//! | 姓名 | 证件号 | 学籍号 |
//! | 张华 | 110101201509010032 | G110101201509010032 |
//! ```
//!
//! ---
//!
//! # The same student number twice
//!
//! Different rows have the same student number.
//!
//! ## Why it matters
//!
//! A student number is for one person and for life. Either one pupil has two rows, or one of the
//! numbers is wrong and the system mixes up two pupils.
//!
//! ## How to fix
//!
//! Look each pupil up in the registration system and correct the wrong number; if it is one pupil,
//! keep one row.
//!
//! Letter case, width and spaces make no difference. Numbers of a wrong shape are told by another
//! rule and not compared. Where the rows share an identity number as well, or name, sex and birth date without a number, or are one pupil in
//! two schools, the rules of such duplicates tell it. Whoever has the number and the name in a file that is only
//! compared with is the pupil; under another name it is told as a warning, since the pupil may have been renamed. So it is with a list of some of the pupils beside the roster.

use roster_model::{Case, Column, Level, SheetRole};
use roster_values::name::strict_key;
use roster_values::student_number::StudentNumber;

use crate::duplicates::report;
use crate::gathered::grouped::Grouped;
use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R7008",
    slug: "dup-xuejihao",
    level: Level::Error,
    zh: "学籍号重复：{rows}（共{count}行）。{decision}",
    en: "The same student number in {rows} ({count} rows). {decision}",
    basis: "教育部2016年8月31日学籍问答第5问",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[Column::StudentNumber],
        check,
    },
};

/// What a well-formed number begins with.
const LETTERS: [char; 3] = ['G', 'L', 'J'];

fn check(run: &mut Run<'_>) {
    let (numbers, places) = well_formed(run);
    let place = |it: &(u64, u32)| places[it.1 as usize];
    let numbered = || numbers.iter().copied().zip(0..);
    let numbers = roster_order::repeated(numbers.len() as u32, numbered);
    let runs = numbers.chunk_by(|a, b| a.0 == b.0);
    let mut repeated: Vec<Vec<(u32, u32)>> =
        runs.map(|it| it.iter().map(place).collect()).collect();
    roster_order::sort(&mut repeated);
    let told = Grouped::of_cases(run, is_told);
    // Whoever is nearly the same in an archive is told with that.
    let grouped = Grouped::of(run);
    let apart = |rows: Vec<(u32, u32)>| {
        let has_part = rows.iter().any(|&it| is_in(run, it, SheetRole::PartList));
        if has_part {
            without_own_part_list(run, &rows)
        } else {
            vec![rows]
        }
    };
    let repeated: Vec<_> = repeated.into_iter().flat_map(apart).collect();
    for mut rows in repeated {
        if rows.iter().any(|&it| is_archived(run, it)) {
            rows = without_own_archive(run, &rows);
        }
        let has_archived = rows.last().is_some_and(|&it| is_archived(run, it));
        if told.is_one_pupil(&rows) || (has_archived && grouped.is_one_pupil(&rows)) {
            continue;
        }
        // Nothing says that the one row of the rosters and that of another time are not of one pupil.
        let is_doubt = has_archived && !is_repeated_in_rosters(run, &rows);
        let (level, (zh, en)) = if is_doubt {
            (Level::Warning, OF_ARCHIVE)
        } else {
            (RULE.level, OF_ONE)
        };
        report(
            run,
            &rows,
            level,
            Column::StudentNumber,
            |finding, phrase| {
                finding.said("rows", &phrase.zh, &phrase.en);
                finding.said("decision", zh, en);
            },
        );
    }
}

const OF_ONE: (&str, &str) = (
    "一人一号，请核对。",
    "A number is for one pupil; compare them.",
);
const OF_ARCHIVE: (&str, &str) = (
    "只作比对的文件里是另一个姓名：可能是改了名的同一名学生，也可能有一行填错了学籍号，请核对。",
    "The file that is only compared with has it under another name: that may be the pupil before a change of name, or one of the numbers is wrong. Find out which.",
);

/// Cases in which a shared identity number, or name, sex and birth date without one, or a pupil in two schools, has
/// brought rows together.
/// Where all rows of a student number are among them, that is the cause and is told.
fn is_told(case: Case) -> bool {
    matches!(
        case,
        Case::A | Case::B | Case::C | Case::D | Case::E | Case::G | Case::H | Case::I
    )
}

/// Whether a row is in a sheet that is for this.
fn is_in(run: &Run<'_>, (sheet, _): (u32, u32), role: SheetRole) -> bool {
    run.rosters[sheet as usize].sheet.role == role
}

/// Whether a row is in a file that is only compared with.
fn is_archived(run: &Run<'_>, row: (u32, u32)) -> bool {
    is_in(run, row, SheetRole::Archive)
}

/// Whether more than one of the rows is in the rosters.
fn is_repeated_in_rosters(run: &Run<'_>, rows: &[(u32, u32)]) -> bool {
    let mut own = rows.iter().filter(|it| !is_archived(run, **it));
    own.next().is_some() && own.next().is_some()
}

/// The name of a row, as names are compared; nothing where it has none.
fn name(run: &Run<'_>, (sheet, row): (u32, u32)) -> Option<String> {
    let name = strict_key(run.rosters[sheet as usize].text(Column::Name, row));
    Some(name).filter(|it| !it.is_empty())
}

/// The rows but those of lists of some of the pupils whose pupil is among those of the rosters; and those of each list by
/// themselves.
fn without_own_part_list(run: &Run<'_>, rows: &[(u32, u32)]) -> Vec<Vec<(u32, u32)>> {
    let is_part = |it: &(u32, u32)| is_in(run, *it, SheetRole::PartList);
    let rosters = rows.iter().filter(|it| !is_part(it));
    let names: Vec<_> = rosters.filter_map(|it| name(run, *it)).collect();
    let is_own =
        |it: &(u32, u32)| is_part(it) && name(run, *it).is_some_and(|it| names.contains(&it));
    let (own, rest): (Vec<(u32, u32)>, Vec<_>) = rows.iter().partition(|it| is_own(it));
    let lists = own.chunk_by(|a, b| a.0 == b.0).map(<[_]>::to_vec);
    std::iter::once(rest).chain(lists).collect()
}

/// The rows of the rosters, and behind them those of the archive that have the number under another name: whoever has it there too
/// and is called the same is the pupil.
fn without_own_archive(run: &Run<'_>, rows: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let name = |it: &(u32, u32)| name(run, *it);
    let (archived, mut own): (Vec<_>, Vec<_>) = rows.iter().partition(|it| is_archived(run, **it));
    let names: Vec<_> = own.iter().filter_map(name).collect();
    let all_named = names.len() == own.len();
    let another = |it: &(u32, u32)| name(it).is_some_and(|it| all_named && !names.contains(&it));
    if !own.is_empty() {
        own.extend(archived.into_iter().filter(another));
    }
    own
}

/// Every well-formed student number of the run, in one number, and the sheet and row of each.
fn well_formed(run: &Run<'_>) -> (Vec<u64>, Vec<(u32, u32)>) {
    let (mut seen, mut places) = (Vec::new(), Vec::new());
    for (sheet, roster) in (0..).zip(run.rosters) {
        let is_archive = roster.sheet.role == SheetRole::Archive;
        if !roster.sheet.is_checked() && !is_archive {
            continue;
        }
        let Some(index) = roster.index_of(Column::StudentNumber) else {
            continue;
        };
        if roster.sheet.is_event_list() {
            continue;
        }
        let numbers: &[StudentNumber] = roster.student_numbers(index);
        for row in 0..roster.sheet.row_count() {
            let number = numbers[roster.value(index, row).0 as usize];
            if let (Some(letter), Some(tail)) = (number.letter(), number.tail()) {
                let letter = LETTERS.iter().position(|&it| it == letter).unwrap_or(0);
                seen.push(tail.packed() * LETTERS.len() as u64 + letter as u64);
                places.push((sheet, row));
            }
        }
    }
    (seen, places)
}
