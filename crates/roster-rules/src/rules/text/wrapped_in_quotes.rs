//! # 整段内容套着引号
//!
//! 这一格的内容从头到尾套在一对引号里。
//!
//! ## 为什么重要
//!
//! 引号多半是在不同软件之间复制、导出时带进来的。原样提交，引号会成为内容的一部分，号码认不出来，与其他行比对时也不相同。
//!
//! ## 怎么改
//!
//! 去掉两头的引号。直引号可以直接采用给出的写法，检查时已经忽略；地址之类的文字列里，中文引号也看，两种都只作提示，请先看一眼，确实是名称的一部分就不用改。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 现住址 | 特长 |
//! | 王小明 | "人民路1号2幢" | 书法 |
//! ! address level=info
//! ~ address -> 人民路1号2幢
//! | 李小红 | “人民路1号2幢” |  |
//! ! address
//! ~? address -> 人民路1号2幢
//! | 张华 | ＂人民路１号＂ | “小星星”和“小月亮”舞蹈 |
//! ! address
//! ~ address -> 人民路１号
//! | 陈文 | “金色家园”小区1号 | 书法"绘画" |
//! | 赵云 | "" | " |
//! ```
//!
//! 号码、日期和其他各列的直引号也一样，系统不会认，是警告：
//!
//! ```roster
//! | 姓名 | 性别 | 出生日期 | 证件号 |
//! | "王小明" | "男" | "20150901" | "110101201509010016" |
//! ! name level=warning
//! ~ name -> 王小明
//! ! sex
//! ~ sex -> 男
//! ! birth_date
//! ~ birth_date -> 20150901
//! ! id_number
//! ~ id_number -> 110101201509010016
//! | “李小红” | “女” | '20150902' | 110101201509020046 |
//! ```
//!
//! ---
//!
//! # The text stands in quotation marks
//!
//! The whole text of the cell stands between one pair of quotation marks.
//!
//! ## Why it matters
//!
//! They mostly came in while the text was copied or exported from one program to another. Submitted like
//! this they become a part of the text: a number is not recognised, and an address compares as different.
//!
//! ## How to fix
//!
//! Take the two marks away. Straight ones can go as offered; they were ignored in the check. Curly ones are
//! told in columns of free text only, where both are a note and no warning; look at them first, and leave them where they belong to the name.

use roster_model::{Level, Trust};
use roster_standard::Kind;
use roster_values::text::{Traits, strip, trim, without_quotes};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0217",
    slug: "wrapped-in-quotes",
    level: Level::Warning,
    zh: "整段内容套着一对引号，请去掉。",
    en: "The whole text stands in quotation marks; take them away.",
    basis: "本工具自定",
    since: "0.1",
    unless: &[],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::QUOTED,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    // Straight marks come from programs, curly ones from people.
    let is_curly = trim(text).starts_with('“');
    let is_free_text = cell.column().info().kind == Kind::Text;
    if is_curly && !is_free_text {
        return;
    }
    let level = if is_free_text {
        Level::Info
    } else {
        Level::Warning
    };
    cell.report_at(level, |finding| {
        if !is_curly {
            finding.fix(Trust::Safe, text, strip(text));
        } else if let Some(inner) = without_quotes(text) {
            finding.fix(Trust::Review, text, inner);
        }
    });
}
