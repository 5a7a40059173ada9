//! # 年级的写法不对
//!
//! 年级一栏写的不是系统里的年级。
//!
//! ## 为什么重要
//!
//! 系统按年级建班、升级，认不出的年级不能导入。
//!
//! ## 怎么改
//!
//! 写成“小学一年级”“初中一年级”“高中一年级”这样的名称，也可以写“一年级”“七年级”。写成代码或别的写法、但意思明白的，可以直接采用给出的名称。
//!
//! 幼儿园写“幼儿园大班”“中班”“小班”“托班”，具体的班写在班级一栏。中职、职高、特殊教育学校的年级不在中小学的年级表里，按所报系统的选项填写；没有套用模板的名单，只作提示，认不出的年级也只是警告。
//!
//! 复式班的学生各填各的年级，复式班写在班级一栏；没有套用模板的名单里写“一、二年级”的，不提示。
//!
//! 写成“2024级”“2024届”的，看不出是哪个年级，只作警告。“六年级”在五四制地区可能是初中一年级，请按学校的学制填写。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 年级 |
//! | 王小明 | 十五年级 |
//! ! grade level=warning value=十五年级
//! | 李小红 | 1年级 |
//! ! grade level=warning
//! ~ grade -> 小学一年级
//! | 赵小军 | 21 |
//! ! grade level=warning
//! ~ grade -> 初中一年级
//! | 孙小芳 | 3 |
//! ! grade level=warning
//! ~? grade -> 小学三年级
//! | 周文 | 2024级 |
//! ! grade level=warning
//! | 吴芳 | ２０２４届 |
//! ! grade level=warning
//! | 王小明 | 小学一年级 |
//! | 王小明 | 一年级 |
//! | 王小明 | 初三 |
//! | 王小明 | 高中三年级 |
//! | 王小明 | 11-小学一年级 |
//! | 王小明 |  |
//! | 王小明 | 无 |
//! | 陈文 | 一 |
//! ! grade level=warning
//! ~? grade -> 小学一年级
//! | 陈文 | 小一班 |
//! ! grade level=warning
//! | 陈文 | 中职一年级 |
//! ! grade level=info
//! | 赵云 | 培智三年级 |
//! ! grade level=info
//! | 赵云 | 启聪学校一年级 |
//! ! grade level=info
//! | 赵云 | 预初 |
//! ! grade level=info
//! | 周敏 | 高2026级 |
//! ! grade level=warning
//! | 周敏 | 三年级（上） |
//! ! grade level=warning
//! ~? grade -> 小学三年级
//! | 周敏 | 复式二年级 |
//! ! grade level=warning
//! ~? grade -> 小学二年级
//! | 吴刚 | 六年级（五四制） |
//! ! grade level=warning
//! | 郑洁 | 一、二年级 |
//! | 郑洁 | 1-2年级 |
//! | 孙丽 | 复式班三、四年级 |
//! | 孙丽 | 一年级/二年级 |
//! | 孙丽 | 一二年级 |
//! | 吴刚 | 小學四年級 |
//! ! grade level=warning
//! ~? grade -> 小学四年级
//! ```
//!
//! ```roster
//! @ profile=xj-2021
//! | 姓名 | 年级 |
//! | 陈文 | 小一班 |
//! ! grade level=error
//! | 陈文 | 中职一年级 |
//! ! grade level=warning
//! | 赵云 | 十五年级 |
//! ! grade level=error value=十五年级
//! | 赵云 | 培智三年级 |
//! ! grade level=warning
//! | 郑洁 | 一、二年级 |
//! ! grade level=error
//! | 郑洁 | 1-2年级 |
//! ! grade level=error
//! ```
//!
//! 设定了六三制，就没有初中四年级：
//!
//! ```roster
//! @ set grade_system=six-three
//! | 姓名 | 年级 |
//! | 王小明 | 初中四年级 |
//! ! grade level=warning value=初中四年级
//! | 李小红 | 初中三年级 |
//! ```
//!
//! 设定了五四制，就没有小学六年级；只写“六年级”的，可能是初中一年级：
//!
//! ```roster
//! @ set grade_system=five-four
//! | 姓名 | 年级 |
//! | 王小明 | 小学六年级 |
//! ! grade level=warning value=小学六年级
//! | 李小红 | 六年级 |
//! | 赵小军 | 初中四年级 |
//! ```
//!
//! ---
//!
//! # Grade is not written as it should be
//!
//! What stands in the column of grades is no grade of the system.
//!
//! ## Why it matters
//!
//! Classes are made and promoted by grade. A grade that is not known is refused.
//!
//! ## How to fix
//!
//! Write 小学一年级, 初中一年级, 高中一年级 and so on; 一年级 and 七年级 are as good. Codes and other
//! spellings with a plain meaning can be replaced by the name offered.
//!
//! A kindergarten writes 幼儿园大班, 中班, 小班 or 托班. Grades of vocational and special schools are in
//! another list: take the options of the system that the list goes to, which are not known here, so that it is a
//! warning; in a list without a template that is an
//! info, and a grade that is not known is a warning.
//!
//! Each pupil of a combined class has a grade of its own, and the class is written in the column of classes; 一、二年级 in a
//! list without a template is not told.
//!
//! A year such as 2024级 does not tell the grade and is a warning. Under the system of five and four
//! years 六年级 may be the first year of junior school: write what your school has.

use roster_model::{Column, Level, Trust};
use roster_standard::Listed;
use roster_values::text::{Traits, tidy_code};

use crate::gathered::spelled::tidied;
use crate::gathered::stage::is_of_special_school;
use crate::lists::look_up_any_script;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8013",
    slug: "grade-unknown",
    level: Level::Error,
    zh: "年级“{value}”不是系统里的写法，{note}。",
    en: "The grade {value} is not written as in the system: {note}.",
    basis: "JY/T 1001-2012 的年级代码（NJ）",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215", "R4003"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::Grade]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let Some((_, listed)) = look_up_any_script(cell) else {
        return;
    };
    let text = cell.text();
    let system = cell.parameter("grade_system");
    let of_other_system = listed
        .entry()
        .map(|it| it.label)
        .filter(|it| is_of_other_system(it, text, system));
    let (level, fix) = match listed {
        _ if of_other_system.is_some() => (Level::Error, None),
        Listed::Label(_) => return,
        Listed::Code(it) | Listed::Alias(it) => (Level::Warning, Some((Trust::Safe, it.label))),
        Listed::Doubtful(it) => (Level::Warning, Some((Trust::Review, it.label))),
        Listed::Unknown if is_year(text) => (Level::Warning, None),
        Listed::Unknown if names_several(text) && cell.roster.is_own_list() => return,
        Listed::Unknown => match grade_within(text) {
            Some(label) => (Level::Warning, Some((Trust::Review, label))),
            None => (Level::Error, None),
        },
    };
    let (note, usual_level) = match of_other_system {
        Some(label) => (of_system(label), Level::Error),
        None => advice(text),
    };
    // Nothing says that a school's own list has to have the grades of this table.
    let profile = &cell.roster.profile;
    let is_free = fix.is_none() && profile.partial && profile.extends.is_none();
    let level = if !is_free && usual_level == Level::Info {
        // Which grades the system has for such a school is not known here.
        level.max(Level::Warning)
    } else if !is_free {
        level
    } else if cell.roster.is_own_list() {
        level.max(usual_level).max(Level::Warning)
    } else {
        level.max(usual_level)
    };
    cell.report_at(level, |finding| {
        finding.quote("value", Column::Grade, text);
        if let Some((trust, label)) = fix {
            finding.fact("expected", label).fix(trust, text, label);
            finding.said(
                "note",
                &format!("应写成“{label}”"),
                &format!("write {label}"),
            );
        } else {
            finding.said("note", note.0, note.1);
        }
    });
}

/// The grade that junior school has under the system of five and four years alone.
const FOURTH: &str = "初中四年级";
/// And the one that primary school does not have under it.
const SIXTH: &str = "小学六年级";

/// Whether the system of grades that is set does not have a grade. 六年级 alone may be said of the first year of
/// junior school.
pub(in crate::rules) fn is_of_other_system(label: &str, text: &str, system: &str) -> bool {
    match system {
        "six-three" => label == FOURTH,
        "five-four" => label == SIXTH && text.contains('小'),
        _ => false,
    }
}

/// What to write for a grade that the system of grades does not have.
fn of_system(label: &str) -> (&'static str, &'static str) {
    if label == FOURTH {
        (
            "六三制没有初中四年级，请核对年级和学制",
            "the system of six and three years has no fourth grade of junior school; check grade and system",
        )
    } else {
        (
            "五四制没有小学六年级，六年级应写成“初中一年级”",
            "the system of five and four years has no sixth grade of primary school; the sixth year is 初中一年级",
        )
    }
}

/// The grade that is named in a text with more in it: 三年级上, 一年级（1）班, 复式二年级. Which grade a system of
/// other years means, or another kind of school, is not known.
fn grade_within(text: &str) -> Option<&'static str> {
    let tidy = tidy_code(text);
    if names_several(text)
        || tidy.contains("五四")
        || tidy.contains("五.四")
        || is_of_special_school(&tidy)
        || is_vocational(&tidy)
    {
        return None;
    }
    let end = tidy.find(GRADE)?;
    let before = &tidy[..end];
    let is_number = |it: char| "一二三四五六七八九十".contains(it) || it.is_ascii_digit();
    let mut start = before.trim_end_matches(is_number);
    for stage in ["小学", "初中", "高中"] {
        start = start.strip_suffix(stage).unwrap_or(start);
    }
    let named = &tidy[start.len()..end + GRADE.len()];
    let entry = (named != tidy).then(|| tidied(Column::Grade.info().table?, named).entry());
    entry.flatten().map(|it| it.label)
}

const GRADE: &str = "年级";

/// The grades of a combined class: 一、二年级, 1-2年级, 复式班三至四年级. What does not ascend is a code with its text.
pub(in crate::rules) fn names_several(text: &str) -> bool {
    let tidy = tidy_code(text);
    let Some((before, _)) = tidy.rsplit_once(GRADE) else {
        return false;
    };
    let start = before.trim_start_matches("复式").trim_start_matches('班');
    let start = start
        .strip_prefix("小学")
        .or(start.strip_prefix("初中"))
        .unwrap_or(start);
    let (mut last, mut here, mut count) = (0, 0, 0);
    let mut ends = |here: u32| {
        let ascends = here == 0 || here > last && here <= GRADES;
        if here > 0 {
            (last, count) = (here, count + 1);
        }
        ascends
    };
    for it in start.replace(GRADE, "、").chars().chain(['、']) {
        if let Some(digit) = it.to_digit(10) {
            here = (here * 10 + digit).min(GRADES + 1);
            continue;
        }
        let han = "一二三四五六七八九".chars().position(|han| han == it);
        let is_sign = || "-—–~～至到、,，;；/.。和及与&+".contains(it);
        if !ends(here) || han.is_none() && !is_sign() {
            return false;
        }
        here = han.map_or(0, |it| it as u32 + 1);
    }
    count > 1
}

/// As many grades as a school can have.
const GRADES: u32 = 12;

fn is_vocational(text: &str) -> bool {
    text.contains(['职', '专', '技'])
}

/// What to write, and the level in a school's own list.
fn advice(text: &str) -> ((&'static str, &'static str), Level) {
    if is_of_special_school(text) {
        let zh = "特殊教育学校的年级不在普通中小学的年级表里，请按所报系统的选项填写";
        let en = "grades of special schools are in another list, take the options of the system";
        ((zh, en), Level::Info)
    } else if text.contains("预初") || text.contains("预备") {
        let zh = "五四制的预备年级是六年级，请按所报系统的选项填写";
        let en = "the preparatory grade is the sixth, take the options of the system";
        ((zh, en), Level::Info)
    } else if names_several(text) {
        let zh = "复式班的学生各填各的年级，复式班写在“班级”一栏";
        let en =
            "write the grade of each pupil; the combined class goes into the column of classes";
        ((zh, en), Level::Error)
    } else if is_vocational(text) {
        let zh = "职业学校的年级不在中小学的年级表里，请按所报系统的选项填写";
        let en = "grades of vocational schools are in another list, take the options of the system";
        ((zh, en), Level::Info)
    } else if text.contains('幼')
        || text.starts_with(['大', '中', '小', '托']) && text.ends_with('班')
    {
        let zh = "幼儿园应写成“幼儿园大班、中班、小班、托班”，中小学应写成“小学一年级”等，具体的班写在班级一栏";
        let en = "write 幼儿园大班, 中班, 小班 or 托班, at school 小学一年级 and so on; the class goes into its own column";
        ((zh, en), Level::Warning)
    } else {
        let zh = "应写成“小学三年级”“初中二年级”这样的名称，几班写在“班级”一栏";
        let en =
            "write a name such as 小学三年级 or 初中二年级; the class goes into its own column";
        ((zh, en), Level::Error)
    }
}

/// The year of entering or leaving school: 2024级, 24届, 2024, 高2024级.
fn is_year(text: &str) -> bool {
    let tidy = tidy_code(text);
    let year = tidy.trim_start_matches(['小', '初', '高']);
    let digits = year.trim_end_matches(['级', '届', '年', '秋', '春']);
    matches!(digits.len(), 2 | 4)
        && digits.bytes().all(|it| it.is_ascii_digit())
        && (digits.len() < year.len() || digits.starts_with("20"))
}
