//! # 姓名拼音一般不用填
//!
//! 填了“姓名拼音”，这一栏一般不需要填写。
//!
//! ## 为什么重要
//!
//! 不影响导入；但多音字、生僻字的拼音容易写错，填错了还要再改。
//!
//! ## 怎么改
//!
//! 当地没有要求的，把这一栏留空；要求填写的，核对多音字以后可以不管这条提示。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 姓名拼音 |
//! | 王小明 | WANG XIAOMING |
//! ! name_pinyin level=info
//! | 李小红 | ＬＩ ＸＩＡＯＨＯＮＧ |
//! ! name_pinyin
//! | 赵小刚 |  |
//! | 孙小丽 | 无 |
//! ```
//!
//! ---
//!
//! # Name in pinyin need not be filled in
//!
//! The name in pinyin is filled in, which is usually left blank.
//!
//! ## Why it matters
//!
//! The import is not affected; but the pinyin of characters with two readings is easily wrong and then
//! has to be changed.
//!
//! ## How to fix
//!
//! Leave the column blank where nobody asks for it. Where it is asked for, check characters with two
//! readings and ignore this note.

use roster_model::{Column, Level};
use roster_values::text::Traits;

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2014",
    slug: "pinyin-filled",
    level: Level::Info,
    zh: "姓名拼音一般不需填写，当地没有要求的请留空。",
    en: "The name in pinyin is usually left blank; leave it out where nobody asks for it.",
    basis: "2013年模板的填写说明：姓名拼音一般不填",
    since: "0.1",
    unless: &["R0012", "R0210"],
    check: Check::Value {
        covers: Covers::Columns(&[Column::NamePinyin]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    cell.report(|_| {});
}
