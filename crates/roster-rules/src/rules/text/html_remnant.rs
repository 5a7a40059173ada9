//! # 混有网页代码
//!
//! 内容里夹着网页的代码，例如 &nbsp; 或 <br>，是从网页或系统导出时带来的，不是学生的信息。
//!
//! ## 为什么重要
//!
//! 代码会原样存进系统：姓名和地址里多出几个字母，比对时也不相同。
//!
//! ## 怎么改
//!
//! 对照给出的写法，确认后采用：代码换成它所表示的字符，多余的去掉。整列都有时，最好从原来的系统重新导出。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 家庭地址 | 主页地址 |
//! | 王小明&nbsp; | 一村１号<br>２单元 | http://example.com/?a=1&b=2 |
//! ! name level=warning value=&nbsp;
//! ~? name -> 王小明
//! ! home_address value=<br>
//! ~? home_address -> 一村１号 ２单元
//! | 买买提&#183;艾力 | 甲&乙公司宿舍 |  |
//! ! name value=&#183;
//! ~? name -> 买买提·艾力
//! | 李小红 | 人民路<东>1号 |  |
//! ```
//!
//! ---
//!
//! # Code of a web page in the text
//!
//! The text holds code of a web page, such as &nbsp; or <br>, that came along in an export.
//!
//! ## Why it matters
//!
//! The code is stored as it is: names and addresses gain some letters and compare as different.
//!
//! ## How to fix
//!
//! Compare with the offered spelling and accept it: the code is replaced by what it stands for. If a
//! whole column is so, export it again from the system it came from.

use roster_model::{Level, Trust};
use roster_values::text::{Traits, markup, without_markup};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R0211",
    slug: "html-remnant",
    level: Level::Warning,
    zh: "混有网页代码“{value}”，请去掉。",
    en: "The text has code of a web page, {value}; remove it.",
    basis: "本工具自定",
    since: "0.1",
    unless: &["R0012", "R0210", "R0215"],
    check: Check::Value {
        covers: Covers::All,
        when: Traits::MARKUP,
        check,
    },
};

/// More of a tag is not quoted: its attributes may hold anything.
const QUOTED_CHARS_MAX: usize = 12;

fn check(cell: &mut Cell<'_>) {
    let text = cell.text();
    let Some(found) = markup(text) else { return };
    cell.report(|finding| {
        let mut value: String = found.chars().take(QUOTED_CHARS_MAX).collect();
        if value.len() < found.len() {
            value.push('…');
        }
        finding.fact("value", value);
        finding.fix(Trust::Review, text, without_markup(text));
    });
}
