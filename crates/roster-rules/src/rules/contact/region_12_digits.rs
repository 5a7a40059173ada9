//! # 行政区划代码的位数不对
//!
//! 行政区划代码应为12位数字：县6位，街道3位，村3位；这里位数不对，或者夹了别的字符。
//!
//! ## 为什么重要
//!
//! 导入模板只收12位数字，位数不对的会被拒收。
//!
//! ## 怎么改
//!
//! 查看国家统计局公布的统计用区划代码，或者学籍系统里的选择框，填写12位代码。只有前6位或9位、又查得到的，可以采用给出的补零写法，系统要求填到村的再补全。显示成“4.40604E+11”的，把这一列设为文本后重新填写。
//!
//! 不是按模板做的名单，6位和12位都可以；要求几位可以在“模板参数”里改。
//!
//! ## 例子
//!
//! ```roster
//! @ set region_code_digits=12
//! | 姓名 | 户口所在地行政区划代码 | 出生地行政区划代码 |
//! | 王小明 | 440604 | 44060400 |
//! ! hukou_code level=error value=440604
//! ~? hukou_code -> 440604000000
//! ! birth_place_code level=error
//! | 王小明 | 440604000000 | ４４０６０４００１００２ |
//! | 李小红 | 440604001 | 440699 |
//! ! hukou_code
//! ~? hukou_code -> 440604001000
//! ! birth_place_code
//! | 李小红 | 440604 000000 | 4.40604E+11 |
//! ! hukou_code level=warning
//! ~ hukou_code -> 440604000000
//! ! birth_place_code level=error
//! | 张华 | 广东省佛山市 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 户口所在地行政区划代码 |
//! | 王小明 | 440604 |
//! | 李小红 | 440604000000 |
//! | 张华 | 4406040 |
//! ! hukou_code level=error
//! ```
//!
//! ---
//!
//! # The region code has not 12 digits
//!
//! A region code has 12 digits: six of the county, three of the street, three of the village. Here
//! there are more, fewer, or other characters.
//!
//! ## Why it matters
//!
//! The import template takes twelve digits and refuses anything else.
//!
//! ## How to fix
//!
//! Look the code up in the list of the statistics office or in the registration system, and write all
//! twelve digits. Where the first six or nine are there and known, accept the offered zeros, and fill in
//! street and village if the system wants them. For `4.40604E+11` set the column to text and enter the
//! codes again.
//!
//! Lists that do not follow the template may have six digits or twelve; the parameters say which.

use roster_model::{Level, Trust};
use roster_standard::{Kind, region};
use roster_values::region_code::{RegionCode, read_region_code};
use roster_values::text::{Traits, half_width, strip};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R5001",
    slug: "region-12-digits",
    level: Level::Error,
    zh: "行政区划代码“{value}”不正确：{note}。",
    en: "The region code {value} is wrong: {note}.",
    basis: "全国系统导入模板的填写说明（12位）；GB/T 2260",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Region]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let digits = cell
        .roster
        .parameter_number("region_code_digits")
        .unwrap_or(0);
    let (zh_wanted, wanted) = match digits {
        6 => ("6", "6"),
        12 => ("12", "12"),
        _ => ("6或12", "6 or 12"),
    };
    let mut level = Level::Error;
    let mut fix = None;
    let (zh, en) = match read_region_code(text) {
        RegionCode::Blank | RegionCode::Placeholder | RegionCode::Name => return,
        RegionCode::Code(code) => {
            let length = code.len();
            let fits = match digits {
                6 => length == 6,
                12 => length == 12,
                _ => length != 9,
            };
            if !fits {
                fix = other_length(&code, digits).map(|it| (Trust::Review, it));
                (
                    format!("应为{zh_wanted}位数字，现有{length}位"),
                    format!("{wanted} digits are wanted, not {length}"),
                )
            } else if half_width(&strip(text)) == code.as_str() {
                return;
            } else {
                (level, fix) = (Level::Warning, Some((Trust::Safe, code)));
                (
                    "有多余的空格或小数点".to_owned(),
                    "there are spaces or a decimal point too many".to_owned(),
                )
            }
        }
        RegionCode::WrongLength { length } => (
            format!("应为{zh_wanted}位数字，现有{length}位"),
            format!("{wanted} digits are wanted, not {length}"),
        ),
        RegionCode::Exponent => (
            "被表格软件改成了科学记数".to_owned(),
            "a spreadsheet turned it into a power of ten".to_owned(),
        ),
        RegionCode::WrongCharacter(character) => (
            format!("应为{zh_wanted}位数字，不能有“{character}”"),
            format!("{wanted} digits are wanted, and no {character}"),
        ),
    };
    cell.report_at(level, |finding| {
        finding.quote("value", column, text).said("note", &zh, &en);
        if let Some((trust, to)) = fix {
            finding.fix(trust, text, to);
        }
    });
}

/// The code with the digits that are asked for, where its county is known.
fn other_length(code: &str, digits: i64) -> Option<String> {
    let county = code.get(..6)?;
    let six = county.parse().ok()?;
    if !region::ever_valid(six) && !region::is_zone(six) {
        return None;
    }
    match digits {
        6 => Some(county.to_owned()),
        _ => Some(format!("{code:0<12}")),
    }
}
