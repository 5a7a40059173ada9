//! # 身份证号末位不是真正的X
//!
//! 最后一个字符看起来像X，其实是乘号、星号或者外文字母；按前17位计算，这一位确实应当是X。
//!
//! ## 为什么重要
//!
//! 系统只认英文字母X，看起来一样也不行，号码会被当作无效。
//!
//! ## 怎么改
//!
//! 核对户口簿后点一下采用给出的号码，它只把最后一个字符换成字母X。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民身份证 | 11010519491231002× |
//! ! id_number character=× code_point=U+00D7
//! ~? id_number -> 11010519491231002X
//! | 王小明 | 居民身份证 | 11010519491231002* |
//! ! id_number character=*
//! ~? id_number -> 11010519491231002X
//! | 王小明 | 居民身份证 | 11010519491231002Х |
//! ! id_number code_point=U+0425
//! ~? id_number -> 11010519491231002X
//! | 王小明 | 居民身份证 | 11010120150901001× |
//! | 王小明 | 居民身份证 | 11010519491231002X |
//! | 王小明 | 居民身份证 | 11010519491231002Ｘ |
//! | 王小明 | 居民身份证 |  |
//! ```
//!
//! 如果按前17位计算末位不是X，就不能断定原来写的是什么，那时按“有不该有的字符”提示。
//!
//! ---
//!
//! # Last character only looks like an X
//!
//! The last character resembles an X but is a multiplication sign, an asterisk or a letter of
//! another alphabet. The first 17 digits do ask for an X.
//!
//! ## Why it matters
//!
//! The system knows the letter X only; a sign that looks the same makes the number invalid.
//!
//! ## How to fix
//!
//! Compare with the household register and accept the offered number with one click; only the last
//! character changes.
//!
//! Where the first 17 digits ask for another check digit, nothing is known of what was meant, and
//! the character is reported as out of place instead.

use roster_model::{Column, Level, Trust};
use roster_values::id_number::IdNumber;

use crate::code_points::code_point;
use crate::{Check, Document, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R1008",
    slug: "id-lookalike-x",
    level: Level::Warning,
    zh: "身份证号末位“{character}”（{code_point}）不是字母X，请核对后改成键盘上的X。",
    en: "The last character of the resident ID, {character} ({code_point}), is not the letter X; compare, and type an X.",
    basis: "GB 11643-1999：校验码为10时写作X",
    since: "0.1",
    unless: &[],
    check: Check::Document {
        needs: &[Column::IdNumber],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let IdNumber::LookalikeX { character, id } = row.id(Column::IdNumber) else {
        return;
    };
    if row.document() != Document::Resident {
        return;
    }
    let text = row.text(Column::IdNumber);
    row.report(Column::IdNumber, |finding| {
        let code_point = code_point(*character);
        finding
            .fact("character", *character)
            .fact("code_point", code_point);
        finding.fix(Trust::Review, text, id.text());
    });
}
