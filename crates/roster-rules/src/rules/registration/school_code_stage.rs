//! # 学校类别与年级不符
//!
//! 学校标识码前两位是学校类别，这类学校一般没有这个年级：例如小学填了初中年级。
//!
//! ## 为什么重要
//!
//! 年级或学校标识码有一个是错的，学生会编不进班，或者编到别的学校。
//!
//! ## 怎么改
//!
//! 核对学校标识码和年级。学校确实附设了这个学段的（例如小学附设初中班），不用改。
//!
//! 只看幼儿园（11）、小学（21）、初中和九年一贯制学校（31）、中等职业学校（36），以及填了小学、初中年级的高等学校（41、42）；完全中学、十二年一贯制学校、特殊教育学校和专门学校可以有多个学段，不检查。名单写明是附属学校的（例如音乐学院附小），不看高等学校的代码。同一类别、同一年级只提示一次，行数在提示里。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 学校标识码 | 年级 |
//! | 王小明 | 2142001636 | 初中一年级 |
//! ! grade value=初中一年级 count=2 kind=小学 related=B2,C3
//! | 李小红 | ２１４２００１６３６ | 七年级 |
//! | 赵小军 | 2142001636 | 六年级 |
//! | 孙小芳 | 3142001636 | 小学一年级 |
//! | 周文 | 3142001636 | 高一 |
//! ! grade value=高中一年级 count=1
//! | 吴芳 | 3442001636 | 初一 |
//! | 郑华 | 5142001636 | 初一 |
//! | 郑华 | 3742001636 | 五年级 |
//! | 郑华 | 4142001636 | 小学三年级 |
//! ! grade value=小学三年级 count=1 kind=普通高校 related=B10
//! | 郑华 | 4242001636 | 初一 |
//! ! grade kind=成人高校
//! | 郑华 | 4142001636 | 高一 |
//! | 何军 | 2142001636 |  |
//! | 沈军 |  | 初一 |
//! ```
//!
//! 高等学校的附属学校：
//!
//! ```roster
//! @ title=长春音乐学院附小学生花名册
//! | 姓名 | 学校标识码 | 年级 |
//! | 王小明 | 4142001636 | 小学三年级 |
//! ```
//!
//! 招生录取名单看录取学校、毕业学校与教育阶段；幼儿园、中等职业学校没有升入初中的毕业生：
//!
//! ```roster
//! @ profile=admission-junior
//! | 个人标识码 | 学生姓名 | 身份证号 | 毕业学校标识码 | 录取学校标识码 | 教育阶段 |
//! | G110101201509010016 | 王小明 | 110101201509010016 | 3142000899 | 2142001636 | 初中 |
//! ! education_stage value=初中 count=1 kind=小学 column=录取学校标识码 related=E2
//! | G11010120150902002X | 李小红 | 11010120150902002X | 2142001636 | 3142000899 | 初中 |
//! | G110101201509010032 | 张华 | 110101201509010032 | 1142001636 | 3142000899 | 初中 |
//! ! education_stage value=初中 count=1 kind=幼儿园 column=毕业学校标识码 related=D4
//! ```
//!
//! 录取名单里别人都填一个学段，个别人填了别的、没有填（只作提示）的；录取学校不同类的不算：
//!
//! ```roster
//! | 姓名 | 毕业学校标识码 | 录取学校标识码 | 教育阶段 |
//! | 王小明 | 2142001636 | 3142000899 | 初中 |
//! | 李小红 | 2142001636 | 3142000899 | 初中 |
//! | 张华 | 2142001636 | 3142000899 | 初中 |
//! | 陈文 | 2142001636 | 3142000899 | 初中 |
//! | 赵云 | 2142001636 | 3142000899 | 初中 |
//! | 周敏 | 2142001636 | 3142000899 | 初中 |
//! | 吴刚 | 2142001636 | 3142000899 | 初中 |
//! | 郑洁 | 2142001636 | 3142000899 | 初中 |
//! | 郑华 | 2142001636 | 3142000899 | 初中 |
//! | 孙丽 | 2142001636 | 3142000899 | 小学 |
//! ! education_stage level=warning value=小学 count=1 kind=初中 column=其他各行 other=教育阶段
//! | 何平 | 2142001636 | 3142000899 | 中 |
//! ! education_stage level=warning value=中
//! | 林森 | 2142001636 | 3142000899 |  |
//! ! education_stage level=info value=空白
//! | 林木 | 3142001636 | 3442000899 | 高中 |
//! ```
//!
//! ---
//!
//! # Grade does not fit the kind of school
//!
//! The first two digits of the school code are the kind of school, and such a school has no such
//! grade as a rule: a primary school with a grade of junior school, for instance.
//!
//! ## Why it matters
//!
//! Either the grade or the school code is wrong, and the pupil is put into no class or into another
//! school.
//!
//! ## How to fix
//!
//! Compare school code and grade. Where the school really has classes of that stage, leave it.
//!
//! Only kindergartens (11), primary schools (21), junior and nine-year schools (31) and vocational
//! schools (36) are looked at, and universities (41, 42) with grades of primary and junior school; others may have
//! several stages, and a list may say that it is that of a school attached to a university (附小). A grade is told once for each kind of
//! school, with the number of rows. Of lists of admission the kind of the former school is looked at too, and a few rows of another
//! stage than all others, or of none (an info), whose school is of the usual kind.

use roster_model::{Column, Level, Place};
use roster_order::FewMap;
use roster_standard::Listed;
use roster_values::school_code::{SchoolCodeText, read_school_code};
use roster_values::text::trim;

use crate::{Check, Roster, Row, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R8012",
    slug: "school-code-stage",
    level: Level::Warning,
    zh: "{column}是{kind}的，{other}却是“{value}”（{count}行），请核对。",
    en: "{column} is that of a {kind}, but {other} is {value} ({count} row{s}); please check.",
    basis: "公布的学校标识码结构：2位类别、2位省码、6位顺序码",
    since: "0.1",
    unless: &[],
    check: Check::Sheet {
        needs: &[
            Column::SchoolCode,
            Column::AdmittingSchoolCode,
            Column::GraduatedSchoolCode,
        ],
        check,
    },
};

/// As many rows of a stage say that the others are odd.
const USUAL_MIN: usize = 8;

/// A school, and what says of which stage it is.
const SIDES: [(Column, Column); 3] = [
    (Column::SchoolCode, Column::Grade),
    (Column::AdmittingSchoolCode, Column::EducationStage),
    (Column::GraduatedSchoolCode, Column::EducationStage),
];

/// Rows of one class of school and one grade.
#[derive(Default)]
struct Rows {
    count: u64,
    cells: Vec<Place>,
}

fn check(run: &mut Run<'_>) {
    for (sheet, roster) in run.sheets() {
        for it in odd_stages(roster) {
            report_odd(run, sheet, &it);
        }
        for (school, stage) in SIDES {
            for ((class, _), (label, rows)) in mismatches(run, sheet, roster, (school, stage)) {
                let Some((&place, related)) = rows.cells.split_first() else {
                    continue;
                };
                let (zh, en) = title(class);
                let [school, stage] = [school, stage].map(Column::info);
                run.report(place, |finding| {
                    finding.related.extend_from_slice(related);
                    finding.said("kind", zh, en).fact("value", label);
                    finding.said("column", school.zh, school.en);
                    finding.said("other", stage.zh, stage.en);
                    finding.number("count", rows.count);
                });
            }
        }
    }
}

/// The few rows of a list of admission with another stage than nearly all who go to schools of that kind.
fn odd_stages(roster: &Roster) -> Vec<(Said, Vec<u32>)> {
    let school = Column::AdmittingSchoolCode;
    let (true, Some(index)) = (roster.has(school), roster.index_of(Column::EducationStage)) else {
        return Vec::new();
    };
    let mut kinds: FewMap<u8, FewMap<u32, Vec<u32>>> = FewMap::default();
    for row in 0..roster.sheet.row_count() {
        let class = class(roster.text(school, row));
        let stages = kinds.get_or_insert_with(class, FewMap::default);
        let value = roster.value(index, row).0;
        stages.get_or_insert_with(value, Vec::new).push(row);
    }
    let said = |rows: &[u32]| of_stage(roster.text(Column::EducationStage, rows[0]));
    let mut found = Vec::new();
    for (class, stages) in kinds {
        let all: usize = stages.iter().map(|it| it.1.len()).sum();
        let is_usual = |it: &Vec<u32>| it.len() >= USUAL_MIN && it.len() * 4 >= all * 3;
        let usual = stages.iter().find(|it| is_usual(it.1));
        let Some(usual) = usual.and_then(|it| said(it.1)) else {
            continue;
        };
        for (_, rows) in stages {
            // A stage that such a school does not have is told already.
            let is_odd = said(&rows).is_none_or(|it| it != usual && fits(roster, class, it.0));
            if is_odd {
                found.push((usual, rows));
            }
        }
    }
    found
}

fn report_odd(run: &mut Run<'_>, sheet: u32, (usual, rows): &(Said, Vec<u32>)) {
    let stage = Column::EducationStage;
    let text = trim(run.rosters[sheet as usize].text(stage, rows[0]));
    let level = match text {
        "" => Level::Info,
        _ => RULE.level,
    };
    let related = rows[1..].iter();
    let related: Vec<_> = related
        .map(|&it| run.cell_or_row(sheet, it, stage))
        .collect();
    let title = if usual.0 == "2" {
        "junior school"
    } else {
        "school of that stage"
    };
    let info = stage.info();
    run.report_at(level, run.cell_or_row(sheet, rows[0], stage), |finding| {
        finding.related = related;
        finding.said("kind", usual.1, title);
        match text {
            "" => finding.said("value", "空白", "blank"),
            _ => finding.quote("value", stage, text),
        };
        finding.said("column", "其他各行", "Nearly every other row");
        finding.said("other", info.zh, info.en);
        finding.number("count", rows.len() as u64);
    });
}

/// Whether the grade of a row is one that its school does not have: then it says nothing of age and enrolment.
pub(crate) fn is_of_another_school(row: &Row<'_>, grade: &str) -> bool {
    !fits(row.roster, class(row.text(Column::SchoolCode)), grade)
}

type Found = FewMap<(u8, &'static str), (&'static str, Rows)>;

fn mismatches(
    run: &Run<'_>,
    sheet: u32,
    roster: &Roster,
    (school, stage): (Column, Column),
) -> Found {
    let mut found = Found::default();
    let columns = (roster.index_of(school), roster.index_of(stage));
    let (Some(schools), Some(grades)) = columns else {
        return found;
    };
    let cells = |index: usize| &roster.sheet.columns[index].cells;
    let texts = |index: usize| cells(index).values().map(move |it| cells(index).text(it));
    let classes: Vec<u8> = texts(schools).map(class).collect();
    let is_grade = stage == Column::Grade;
    let stages_said: Vec<Option<Said>> = if is_grade {
        Vec::new()
    } else {
        texts(grades).map(of_stage).collect()
    };
    for row in 0..roster.sheet.row_count() {
        let class = classes[roster.value(schools, row).0 as usize];
        let said = if is_grade {
            grade(&Row::unasked(roster, row))
        } else {
            stages_said[roster.value(grades, row).0 as usize]
        };
        let Some((code, label)) = said else {
            continue;
        };
        let fits = if school == Column::GraduatedSchoolCode {
            may_lead_to(class, code)
        } else {
            fits(roster, class, code)
        };
        if !fits {
            let none = || (label, Rows::default());
            let (_, rows) = found.get_or_insert_with((class, code), none);
            rows.count += 1;
            rows.cells.push(run.cell_or_row(sheet, row, stage));
            if rows.count == 1 {
                rows.cells.push(run.cell_or_row(sheet, row, school));
            }
        }
    }
    found
}

/// The first two digits; zero when the code is not one.
fn class(text: &str) -> u8 {
    match read_school_code(text) {
        SchoolCodeText::Code(code) => code.class(),
        _ => 0,
    }
}

/// The code of a grade, or the first digit of those of a stage, and how it is said.
type Said = (&'static str, &'static str);

fn grade(row: &Row<'_>) -> Option<Said> {
    match row.grade_listed() {
        Listed::Label(it) | Listed::Code(it) | Listed::Alias(it) => Some((it.code, it.label)),
        Listed::Doubtful(_) | Listed::Unknown => None,
    }
}

fn of_stage(text: &str) -> Option<Said> {
    const STAGES: [Said; 3] = [("1", "小学"), ("2", "初中"), ("3", "高中")];
    let text = trim(text);
    STAGES.into_iter().find(|it| it.1 == text)
}

/// Whether a school of this class may have the grade, as far as that is known. The codes of grades
/// begin with 1 in primary, 2 in junior and 3 in senior school.
fn fits(roster: &Roster, class: u8, grade: &str) -> bool {
    let stage = grade.bytes().next();
    match (class, stage) {
        (11, Some(_)) => false,
        (21, Some(it)) => it == b'1',
        (31, Some(it)) => it != b'3',
        (36, Some(it)) => it == b'3',
        // A university may have classes of senior school, and schools that are attached to it.
        (41 | 42, Some(it)) => it == b'3' || is_attached(roster),
        _ => true,
    }
}

/// Whether the list is called that of a school attached to another.
fn is_attached(roster: &Roster) -> bool {
    let sheet = &roster.sheet;
    [&sheet.named.school, &sheet.name]
        .iter()
        .any(|it| it.contains('附'))
}

/// Whether pupils of a school of this class may be admitted to a stage.
fn may_lead_to(class: u8, stage: &str) -> bool {
    !matches!(
        (class, stage.bytes().next()),
        (11, Some(b'2' | b'3')) | (36, Some(b'1' | b'2'))
    )
}

pub(in crate::rules) fn title(class: u8) -> (&'static str, &'static str) {
    match class {
        11 => ("幼儿园", "kindergarten"),
        21 => ("小学", "primary school"),
        31 => ("初中或九年一贯制学校", "junior or nine-year school"),
        41 => ("普通高校", "university"),
        42 => ("成人高校", "university for adults"),
        _ => ("中等职业学校", "vocational school"),
    }
}
