//! # 学校标识码或班号不正确
//!
//! 学校标识码是10位数字：前两位是学校类别，第三、四位是省份，后六位是序号。这里的位数、类别或省份不对；班号只看有没有多余的空格和“.0”，前面的0有没有丢。
//!
//! ## 为什么重要
//!
//! 系统按学校标识码把学生归到学校，码不对，整份名单都不能导入。
//!
//! ## 怎么改
//!
//! 登录学籍系统查看本校的学校标识码，整段复制过来。只是多了空格或“.0”的，可以直接采用给出的写法。班号是“101”、别的学生是“0101”的，多半是表格软件把它当作数字，丢了前面的0：核对后改成一样的，并把这一列设为“文本”。
//!
//! 类别以3开头、但不在已知类别中的（例如新设的中学类别），只作警告，因为公开资料中的类别可能不全。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 学校标识码 |
//! | 王小明 | 男 | 214200163 |
//! ! school_code level=error
//! | 王小明 | 男 | 2142001636 |
//! | 李小红 | 女 | ２１４２００１６３６ |
//! | 李小红 | 女 | 6142001636 |
//! ! school_code level=error
//! | 张华 | 男 | 2199001636 |
//! ! school_code level=error
//! | 张华 | 男 | 21420O1636 |
//! ! school_code level=error
//! | 陈文 | 男 | 3842001636 |
//! ! school_code level=warning
//! | 陈文 | 男 | num:2142001636 |
//! | 陈文 | 男 | 21 42001636 |
//! ! school_code level=warning
//! ~ school_code -> 2142001636
//! | 陈文 | 男 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 班号 |
//! | 王小明 | 202309 01 |
//! ! class_code level=warning
//! ~ class_code -> 20230901
//! | 李小红 | 20230901.0 |
//! ! class_code level=warning
//! ~ class_code -> 20230901
//! | 张华 | ２０２３０９０１ |
//! | 陈文 | 一年级 1班 |
//! | 赵云 | 1.1 |
//! | 周敏 | 2023-01 |
//! | 吴刚 | num:20230901 |
//! ```
//!
//! ```roster
//! | 姓名 | 班号 |
//! | 王小明 | 0101 |
//! | 李小红 | num:101 |
//! ! class_code level=warning
//! ~? class_code -> 0101
//! | 张华 | 0102 |
//! | 陈文 | 103 |
//! | 赵云 | 10 |
//! ```
//!
//! 单元格是数字、0只是按格式显示出来的：
//!
//! ```roster
//! | 姓名 | 班号 |
//! | 王小明 | num:0101 |
//! ! class_code level=info
//! | 李小红 | 0101 |
//! | 张华 | 0102 |
//! ```
//!
//! ```roster
//! | 学生姓名 | 毕业学校标识码 | 录取学校标识码 |
//! | 王小明 | 214401063 | 31440106AB |
//! ! graduated_school_code level=error
//! ! admitting_school_code level=error
//! | 李小红 | 2144010636 | 3144010636 |
//! ```
//!
//! ---
//!
//! # The school code or class code is wrong
//!
//! A school code has 10 digits: two for the class of school, two for the province, six in sequence.
//! Here the length, the class or the province is wrong; of a class code only spaces and a `.0` too many
//! are told, and a zero that is gone in front.
//!
//! ## Why it matters
//!
//! The system assigns pupils to schools by this code; with a wrong one the whole list is refused.
//!
//! ## How to fix
//!
//! Look up the code of your school in the registration system and copy it. Where there are only spaces
//! or a `.0` too many, accept the offered spelling. Where one pupil has the class code 101 and others have
//! 0101, a spreadsheet probably took it for a number: compare them, write them alike, and set the column to text.
//!
//! An unknown class that begins with 3 (a new kind of secondary school, perhaps) only gets a warning,
//! since the published list of classes may be incomplete.

use roster_model::{Column, Level, Trust, has_zeros_of_format};
use roster_standard::region;
use roster_values::school_code::{SchoolCode, SchoolCodeText, read_school_code};
use roster_values::text::{Traits, half_width, strip, tidy_code};

use crate::gathered::lost_zeros::{number_of, zero_of_format};
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R8010",
    slug: "school-code-format",
    level: Level::Error,
    zh: "{column}“{value}”不正确：{note}。",
    en: "{column} {value} is wrong: {note}.",
    basis: "公布的学校标识码结构：2位类别、2位省码、6位顺序码",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Columns(&[
            Column::SchoolCode,
            Column::GraduatedSchoolCode,
            Column::AdmittingSchoolCode,
            Column::ClassCode,
        ]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let (mut level, mut fix, mut trust) = (Level::Error, None, Trust::Safe);
    let surplus = || {
        (
            "有多余的空格或小数点".to_owned(),
            "there are spaces or a decimal point too many".to_owned(),
        )
    };
    let (zh, en) = match read_school_code(text) {
        _ if column == Column::ClassCode => {
            let tidy = tidy_code(text);
            let code = tidy.strip_suffix(".0").unwrap_or(&tidy);
            let is_number = !code.is_empty() && code.bytes().all(|it| it.is_ascii_digit());
            if !is_number {
                return;
            }
            level = Level::Warning;
            if has_zeros_of_format(text, cell.kind()) {
                level = Level::Info;
                zero_of_format()
            } else if half_width(&strip(text)) == code {
                let number = number_of(text, false);
                let Some(other) = number.and_then(|it| cell.roster.code_with_zero(it)) else {
                    return;
                };
                let other = tidy_code(other);
                trust = Trust::Review;
                fix = Some(other.to_string());
                (
                    format!("前面的0可能丢了，别的行写的是“{other}”"),
                    format!("the zero in front may be gone, other rows have {other}"),
                )
            } else {
                fix = Some(code.to_owned());
                surplus()
            }
        }
        SchoolCodeText::Blank | SchoolCodeText::Placeholder => return,
        SchoolCodeText::Code(code) => match note(code) {
            Some(note) => {
                if region::province_exists(code.province()) && code.class() / 10 == 3 {
                    level = Level::Warning;
                }
                note
            }
            // Width and outer space are told by rules of their own.
            None if half_width(&strip(text)) == code.text() => return,
            None => {
                (level, fix) = (Level::Warning, Some(code.text().to_owned()));
                surplus()
            }
        },
        SchoolCodeText::WrongLength { length } => (
            format!("应为10位数字，现有{length}位"),
            format!("it must have 10 digits, not {length}"),
        ),
        SchoolCodeText::WrongCharacter { character, .. } => (
            format!("应为10位数字，不能有“{character}”"),
            format!("it must have 10 digits and no {character}"),
        ),
    };
    cell.report_at(level, |finding| {
        finding.quote("value", column, text).said("note", &zh, &en);
        finding.said("column", column.info().zh, column.info().en);
        if let Some(code) = fix {
            finding.fix(trust, text, code);
        }
    });
}

/// What is wrong with a code of ten digits.
pub(super) fn note(code: SchoolCode) -> Option<(String, String)> {
    let (class, province) = (code.class(), code.province());
    if !region::province_exists(province) {
        return Some((
            format!("第三、四位“{province:02}”不是省份代码"),
            format!("digits 3 and 4, {province:02}, are no province"),
        ));
    }
    if !code.class_is_known() {
        return Some((
            format!("前两位“{class:02}”不是已知的学校类别"),
            format!("digits 1 and 2, {class:02}, are no known class of school"),
        ));
    }
    None
}
