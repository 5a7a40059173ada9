//! # 邮政编码不是6位数字
//!
//! 邮政编码应为6位数字，这里不是。
//!
//! ## 为什么重要
//!
//! 系统会拒收。内蒙古、山西、河北等地的邮编以0开头，表格软件当作数字保存时会把0去掉。
//!
//! ## 怎么改
//!
//! 查询家庭地址所在地的邮政编码，填写6位数字。少了开头的0、单元格又是数字的，可以直接采用给出的写法，并把这一列设为“文本”；与户口所在地不在一个省的，先看是不是缺了别的一位；原来就是文本的，核对后再改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 邮政编码 |
//! | 王小明 | 男 | num:10020 |
//! ! postcode value=10020
//! ~ postcode -> 010020
//! | 王小明 | 男 | 010020 |
//! | 李小红 | 女 | 10020 |
//! ! postcode
//! ~? postcode -> 010020
//! | 李小红 | 女 | ５２８０００ |
//! | 张华 | 男 | 528 000 |
//! ! postcode
//! ~ postcode -> 528000
//! | 张华 | 男 | num:528000 |
//! | 陈文 | 男 | 000000 |
//! ! postcode
//! | 陈文 | 男 | 52800 |
//! ! postcode
//! | 赵云 | 男 | 52800A |
//! ! postcode
//! | 赵云 | 男 |  |
//! ```
//!
//! 补上0就成了别的省的邮编，可能缺的是另一位，先看一看：
//!
//! ```roster
//! | 姓名 | 户口所在地行政区划代码 | 邮政编码 |
//! | 王小明 | 220524 | num:34100 |
//! ! postcode value=34100
//! ~? postcode -> 034100
//! | 李小红 | 140105 | num:34100 |
//! ! postcode value=34100
//! ~ postcode -> 034100
//! ```
//!
//! 单元格是数字、只是格式显示成6位的，看上去没有错，别的程序读到的却可能没有0：
//!
//! ```roster
//! | 姓名 | 性别 | 邮政编码 |
//! | 王小明 | 男 | num:010020 |
//! ! postcode level=info
//! ```
//!
//! ---
//!
//! # The postcode has not six digits
//!
//! A postcode has six digits, and this is none.
//!
//! ## Why it matters
//!
//! The system refuses it. Postcodes of Inner Mongolia, Shanxi, Hebei and others begin with 0, which a
//! spreadsheet drops when it takes them for numbers.
//!
//! ## How to fix
//!
//! Look up the postcode of the home address and write its six digits. Where the zero is missing and the
//! cell is a number, accept the offered text and set the column to text; a text needs a look first, and so does a
//! code that the zero makes one of another province than the pupil's: another digit may be missing.

use roster_model::{CellKind, Level, Trust, has_zeros_of_format};
use roster_standard::Kind;
use roster_values::postcode::{Postcode, read_postcode};
use roster_values::text::{Traits, half_width, strip};

use crate::gathered::lost_zeros::zero_of_format;
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R5009",
    slug: "postcode",
    level: Level::Warning,
    zh: "邮政编码“{value}”不正确，{note}。",
    en: "The postcode {value} is wrong: {note}.",
    basis: "JY/T 1002-2012 的 YZBM（C6）",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Postcode]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    let fix = match read_postcode(text) {
        Postcode::Blank | Postcode::Placeholder => return,
        Postcode::Code(_) if has_zeros_of_format(text, cell.kind()) => {
            let (zh, en) = zero_of_format();
            cell.report_at(Level::Info, |finding| {
                finding.quote("value", column, text).said("note", &zh, &en);
            });
            return;
        }
        Postcode::Code(code) if half_width(&strip(text)) == code.as_str() => return,
        Postcode::Code(code) => Some((Trust::Safe, code)),
        Postcode::ZeroLost(code) if cell.kind() == CellKind::Number => Some((Trust::Safe, code)),
        // Codes that begin with 0 go on with 1 to 7; 05 to 08 begin none that is longer by a digit.
        Postcode::ZeroLost(code) => Some((Trust::Review, code)),
        Postcode::Malformed => None,
    };
    cell.report(|finding| {
        finding
            .quote("value", column, text)
            .said("note", "应为6位数字", "it must have six digits");
        if let Some((trust, code)) = fix {
            finding.fix(trust, text, code);
        }
    });
}
