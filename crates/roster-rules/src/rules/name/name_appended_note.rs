//! # 姓名后面附了说明或符号
//!
//! 姓名后面多了括号里的说明、星号或者编号，例如“（转）”“（复读）”“*”“1”；“转学”“借读”这样不会是名字的词，没有括号也算。
//!
//! ## 为什么重要
//!
//! 系统会把整格内容当作姓名，与户口簿和公安的人口信息都对不上，学籍会成为问题学籍。系统导入时是否退回，没有查到公开的说明；作错误，是因为这样的姓名一定与户口簿不同。
//!
//! ## 怎么改
//!
//! 把说明移到备注列，姓名一栏只留户口簿上的姓名；确认后可以点一下采用去掉说明的写法。用编号区分同名学生的也请去掉，系统按证件号区分。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 性别 | 曾用名 |
//! | 张三丰（转） | 男 |  |
//! ! name note=转
//! ~? name -> 张三丰
//! | 张三丰(复读) | 男 | 张三丰* |
//! ! name note=复读
//! ~? name -> 张三丰
//! ! former_name note=*
//! ~? former_name -> 张三丰
//! | 王小明１ | 男 |  |
//! ! name note=１
//! ~? name -> 王小明
//! | 王小明 休学 | 男 |  |
//! ! name
//! ~? name -> 王小明
//! | 王小明 女 | 女 | 张明 转 |
//! ! name note=女
//! ~? name -> 王小明
//! ! former_name note=转
//! ~? former_name -> 张明
//! | 王子轩转学 | 男 | 陈新生 |
//! ! name level=error note=转学
//! ~? name -> 王子轩
//! | 刘欣怡借读生 | 女 |  |
//! ! name note=借读生
//! ~? name -> 刘欣怡
//! | "王小明（转学）" | 男 | '张明华* |
//! ! name level=error note=转学
//! ~? name -> 王小明
//! ! former_name note=*
//! ~? former_name -> 张明华
//! | 王小明\u{200B}（转） | 男 |  |
//! ! name note=转
//! ~? name -> 王小明
//! | 王复学 | 男 | 欧阳新生 |
//! | 王小明 | 男 | 王转 |
//! | 王3明 | 男 | 买买提·阿卜杜拉 |
//! |  | 男 |  |
//! ```
//!
//! ```roster
//! | 姓名 | 父亲 |
//! | 王小明 | 王建军（离异） |
//! ! member1_name level=warning
//! ~? member1_name -> 王建军
//! ```
//!
//! ---
//!
//! # Note or sign appended to the name
//!
//! A remark in brackets, an asterisk or a number follows the name, such as （转）, （复读）, * or 1. Words that
//! are no given name, such as 转学 and 借读, count without brackets too.
//!
//! ## Why it matters
//!
//! The system takes the whole cell for the name. It agrees neither with the household register nor
//! with the population register and makes a problem registration. Whether an import refuses it is published nowhere; it is
//! an error because such a name never is that of the register.
//!
//! ## How to fix
//!
//! Move the remark to a column for notes and leave only the name of the household register; one
//! click takes the remark off. Numbers that tell namesakes apart go too: the system tells them apart
//! by their documents.

use roster_model::{Level, Trust};
use roster_standard::Kind;
use roster_values::name::{defects, tells_nobody};
use roster_values::text::{Traits, is_white, strip};

use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R2009",
    slug: "name-appended-note",
    level: Level::Error,
    zh: "姓名后面{kind}（{note}），请从姓名里去掉，需要时写到备注里。",
    en: "{kind} follows the name ({note}); take it out, into a column for notes if it is needed.",
    basis: "本工具自定：姓名栏只写户口簿上的姓名",
    since: "0.1",
    unless: &["R0218", "R0211"],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Name]),
        when: Traits::NONE,
        check,
    },
};

fn check(cell: &mut Cell<'_>) {
    let (text, column) = (cell.text(), cell.column());
    // Quotation marks and invisible characters have rules of their own.
    let bare_text = strip(text);
    let Some(found) = defects(&bare_text).note else {
        return;
    };
    // What a family member is called is compared with nothing.
    let level = if column.member().is_some() {
        Level::Warning
    } else {
        Level::Error
    };
    cell.report_at(level, |finding| {
        let note = bare(found.note);
        let (zh, en) = if note.contains(char::is_alphabetic) {
            ("附了说明", "A note")
        } else if note.contains(char::is_numeric) {
            ("多了数字", "A number")
        } else {
            ("多了符号", "A sign")
        };
        finding.said("kind", zh, en);
        if tells_nobody(note) {
            finding.fact("note", note);
        } else {
            finding.quote("note", column, note);
        }
        finding.fix(Trust::Review, text, found.name);
    });
}

/// The note without its brackets, of which a masked one would show half.
fn bare(note: &str) -> &str {
    let inner = note.trim_matches(|it: char| is_white(it) || "()（）[]【】".contains(it));
    if inner.is_empty() { note.trim() } else { inner }
}
