//! # 填写的内容不在允许范围内
//!
//! 这一列只能从规定的几种写法中选一种，填写的内容不是其中之一。
//!
//! ## 为什么重要
//!
//! 导入模板的这一列是下拉选项，系统只认选项里的文字，其他写法会被拒收。
//!
//! ## 怎么改
//!
//! 对照提示中列出的写法，选出与学生情况相符的一种；拿不准时查看学生基本信息表或询问家长。意思相同、只是写法不同的（例如“团员”），可以采用给出的写法；给出的写法需要您确认的，请看清后再采用。
//!
//! 国籍和户口性质的名称很多，各地模板不完全一样，所以这两列只作警告。年级在这里不检查。军官证等只有家长才会有；列在家长后面的证件类型，可能是家长的。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 政治面貌 | 就读方式 | 户口性质 | 是否孤儿 |
//! | 王小明 | 团员 | 走读 | 农业户口 | 否 |
//! ! political_status level=warning list=共青团员
//! ~ political_status -> 共青团员
//! | 王小明 | 共青团员 | 走读 | 农业户口 | 否 |
//! | 李小红 | 少先队员 | 住校 | 农业户口 | 否 |
//! | 李小红 | 群 众 | 住校 | 农业户口 | 否 |
//! ! political_status level=warning
//! ~ political_status -> 群众
//! | 张华 | \s群众 | 骑车 | 农业户口 | 也许 |
//! ! boarding level=error list=走读、住校
//! ! orphan level=error list=是、否
//! | 张华 |  | 走读 | 蓝印户口 | √ |
//! ! hukou_type level=warning
//! | 张华 | 13 | 走读 | 农业户口 | 否 |
//! | 张华 | 待补 | 走读 | 农业户口 | 否 |
//! ```
//!
//! ```roster
//! | 姓名 | 血型 | 国籍/地区 |
//! | 王小明 | Ａ血型 | 中国 |
//! | 王小明 | A型 | 中国 |
//! ! blood_type level=warning
//! ~ blood_type -> A血型
//! | 李小红 |  | 非洲 |
//! ! nationality level=warning
//! ```
//!
//! 繁体字写的，提出简体的写法：
//!
//! ```roster
//! | 姓名 | 户口性质 |
//! | 王小明 | 農業戶口 |
//! ! hukou_type level=warning
//! ~? hukou_type -> 农业户口
//! ```
//!
//! 学校自己的名单问“是否”，填了“是”“否”的，只作提示：
//!
//! ```roster
//! | 姓名 | 是否留守儿童 |
//! | 王小明 | 是 |
//! ! left_behind level=info
//! | 李小红 | 否 |
//! ! left_behind level=info
//! ```
//!
//! ```roster
//! | 姓名 | 留守儿童 |
//! | 王小明 | 是 |
//! ! left_behind level=error
//! ```
//!
//! 比选项说得更清楚的家庭关系，先看一看再改；学校自己的名单里只作提示：
//!
//! ```roster
//! @ profile=xj-2018
//! | 姓名 | 成员1姓名 | 成员1关系 |
//! | 王小明 | 王玉兰 | 奶奶 |
//! ! member1_relation level=warning list=祖父母或外祖父母
//! ~? member1_relation -> 祖父母或外祖父母
//! | 王小明 | 王建军 | 爸爸 |
//! ! member1_relation level=warning
//! ~ member1_relation -> 父亲
//! ```
//!
//! ```roster
//! | 姓名 | 家长姓名 | 与学生关系 |
//! | 王小明 | 王玉兰 | 外婆 |
//! ! member1_relation level=info
//! ~? member1_relation -> 祖父母或外祖父母
//! | 李小红 | 李建军 | 本人 |
//! ! member1_relation level=error
//! ```
//!
//! 有身份证号、类型却选了别的，只提出改成居民身份证（另有规则说明）：
//!
//! ```roster
//! | 姓名 | 证件类型 | 证件号 |
//! | 王小明 | 居民户口簿 | 110101201509010016 |
//! | 李小红 | 居民户口簿 |  |
//! ! id_type level=warning
//! ~ id_type -> 户口簿
//! ```
//!
//! 军人的证件只有家长才会有；列在家长后面的“证件类型”，可能填的是家长的：
//!
//! ```roster
//! | 姓名 | 证件类型 | 成员1姓名 | 成员1身份证件类型 |
//! | 王小明 | 户口簿 | 王大明 | 军官证 |
//! | 李小红 | 军官证 | 李大红 |  |
//! ! id_type level=error
//! | 李小红 | 2 | 李大红 | 士兵证 |
//! ! id_type level=error
//! | 张华 | 3-士兵证 |  |  |
//! ! id_type level=error
//! ```
//!
//! ```roster
//! | 姓名 | 家长姓名 | 证件类型 |
//! | 王小明 | 王大明 | 军官证 |
//! ```
//!
//! ---
//!
//! # The text is not in the list
//!
//! The column takes one of a few fixed texts, and this is none of them.
//!
//! ## Why it matters
//!
//! In the import template the column is a drop-down list; the system refuses every other spelling.
//!
//! ## How to fix
//!
//! Choose the text that fits the pupil from those listed; if in doubt, look into the pupil's
//! information form or ask the parents. Where only the spelling differs, accept the offered one;
//! an offer that has to be confirmed needs a look first.
//!
//! Names of countries and of kinds of household registration are many and differ between templates,
//! so these two columns only get a warning. The grade is not checked here.
//!
//! The documents of soldiers are for guardians; a type of document behind a guardian's columns may be
//! the guardian's.

use roster_model::{Column, Level, Trust};
use roster_standard::{Kind, Listed, Table};
use roster_values::text::{Traits, trim};

use super::ethnic_unknown::ETHNIC_GROUPS;
use crate::lists::{
    SEVERAL_LABELS, is_open, is_relation, look_up_any_script, one_label, says_less,
};
use crate::{Cell, Check, Covers, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R4001",
    slug: "code-not-in-list",
    level: Level::Error,
    zh: "“{value}”不在这一列允许的写法中，{note}{list}。",
    en: "{value} is not among the texts of this column: {note}{list}.",
    basis: "JY/T 1001-2012 和全国系统导入模板的选项",
    since: "0.1",
    unless: &[
        "R0012", "R0210", "R0215", "R1025", "R4002", "R4003", "R4009", "R6001",
    ],
    check: Check::Value {
        covers: Covers::Kinds(&[Kind::Code, Kind::YesNo]),
        when: Traits::NONE,
        check,
    },
};

/// As many labels as a message can bear.
const LABELS_SHOWN: usize = 12;
/// A list longer than this is not worth beginning.
const LABELS_MAX: usize = 30;

fn check(cell: &mut Cell<'_>) {
    if has_own_rule(cell.column()) || cell.column() == Column::Grade {
        return;
    }
    let Some((table, listed)) = look_up_any_script(cell) else {
        return;
    };
    // The variants of 是 and 否 are R4023.
    let is_yes_no = cell.column().info().kind == Kind::YesNo;
    let (level, fix) = match listed {
        Listed::Unknown if is_open(cell.column()) => (Level::Warning, None),
        Listed::Unknown => (Level::Error, None),
        Listed::Alias(it) if says_less(cell.column(), it) => {
            (Level::Warning, Some((Trust::Review, it.label)))
        }
        Listed::Alias(it) if !is_yes_no => (Level::Warning, Some((Trust::Safe, it.label))),
        Listed::Doubtful(it) if !is_yes_no => (Level::Warning, Some((Trust::Review, it.label))),
        _ => return,
    };
    let (text, column) = (cell.text(), cell.column());
    let (level, fix) = if answers_header(cell) {
        (Level::Info, None)
    } else if fix.is_some() && is_relation(column) && cell.roster.is_own_list() {
        (Level::Info, fix)
    } else {
        (level, fix)
    };
    cell.report_at(level, |finding| {
        finding.quote("value", column, text);
        if let Some((trust, label)) = fix {
            let (zh, en) = one_label(trust);
            finding.said("note", zh, en).said("list", label, label);
            finding.fix(trust, text, label);
            return;
        }
        let (zh, en) = labels(table, column);
        finding.said("note", SEVERAL_LABELS.0, SEVERAL_LABELS.1);
        finding.said("list", &zh, &en);
    });
}

/// Whether a list of the school's own asks 是否留守儿童 and the like, and the cell answers.
fn answers_header(cell: &Cell<'_>) -> bool {
    matches!(trim(cell.text()), "是" | "否")
        && cell.roster.is_own_list()
        && cell.roster.sheet.columns[cell.index]
            .header
            .contains("是否")
}

/// Columns of which another rule says that a text is not in their list.
pub(super) fn has_own_rule(column: Column) -> bool {
    matches!(column, Column::Sex | Column::EventType) || ETHNIC_GROUPS.contains(&column)
}

fn labels(table: &Table, column: Column) -> (String, String) {
    let count = table.labels(column).count();
    if count > LABELS_MAX {
        return (
            format!("导入模板下拉选项中的{count}项之一"),
            format!("one of the {count} in the template's drop-down list"),
        );
    }
    let shown: Vec<&str> = table.labels(column).take(LABELS_SHOWN).collect();
    let (zh, en) = (shown.join("、"), shown.join(", "));
    match count - shown.len() {
        0 => (zh, en),
        more => (format!("{zh}等{count}项"), format!("{en} and {more} more")),
    }
}
