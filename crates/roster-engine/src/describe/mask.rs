//! Hides names, numbers, phones, addresses and birth dates unless they are asked for.
//!
//! Birth dates are hidden too: beside a masked identity number they would give it away. Personal values in
//! other columns are recognised by their content (`content`).

use roster_model::{Column, Sheet, SheetColumn};
use roster_standard::Sensitive;
use roster_values::mask;
use roster_values::text::is_han;

use crate::describe::content;

/// A serial number has few digits.
const SERIAL_DIGITS_MAX: usize = 5;
/// A pupil taken for the header has a number in one of the first columns. Sheets may have thousands, each of
/// which asks.
const COLUMNS_OF_PUPIL: usize = 100;

/// What the system says of pupils without naming one; of words that begin alike, the longer one first.
const WORDS_OF_SYSTEM: &[&str] = &[
    "居民身份证",
    "身份证件",
    "身份证",
    "证件号码",
    "证件",
    "证号",
    "号码",
    "一号多人",
    "重复",
    "重号",
    "疑似",
    "没有",
    "姓名",
    "性别",
    "出生日期",
    "出生",
    "日期",
    "民族",
    "户籍",
    "户口",
    "学籍号",
    "学籍辅号",
    "学籍",
    "学生",
    "照片",
    "信息",
    "相同",
    "完全",
    "三项",
    "人口",
    "公安",
    "库",
    "核验",
    "比对",
    "认证",
    "不匹配",
    "不一致",
    "一致",
    "不合法",
    "不相符",
    "不符",
    "不存在",
    "不正确",
    "错误",
    "有误",
    "校验位",
    "校验",
    "无效",
    "非法",
    "查无",
    "其他",
    "外省",
    "本省",
    "跨省",
    "省内",
    "外校",
    "本校",
    "学校",
    "已注册",
    "已有",
    "无需",
    "处理",
    "办理",
    "办结",
    "审核",
    "审批",
    "佐证",
    "变更",
    "删除",
    "完成",
    "完毕",
    "不通过",
    "通过",
    "失败",
    "退回",
    "驳回",
    "提交",
    "区县",
    "省级",
    "市级",
    "县级",
    "待补",
    "待",
    "缺失",
    "缺少",
    "问题",
    "类型",
    "此人",
    "与",
    "和",
    "或",
    "且",
    "及",
    "的",
    "无",
    "有",
    "号",
    "未",
    "中",
    "在",
    "已",
];

/// Whether personal values are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Values {
    /// Masked: the default of every output.
    #[default]
    Masked,
    /// As they are.
    Shown,
}

impl Values {
    /// The text of a cell of this column, as the reader may see it.
    pub fn show(self, column: Option<Column>, text: &str) -> String {
        if self == Values::Shown {
            return text.to_owned();
        }
        // A column the standard does not know may hold anything.
        let Some(column) = column else {
            return mask::short(text);
        };
        if column == Column::ProblemKind {
            return of_system(text);
        }
        match column.info().sensitive {
            None => content::hidden(column, text).unwrap_or_else(|| text.to_owned()),
            Some(Sensitive::Name) => mask::name(text),
            Some(Sensitive::Number) => mask::number(text),
            Some(Sensitive::Phone) => mask::phone(text),
            Some(Sensitive::Address) if column == Column::Email => mask::mail(text),
            Some(Sensitive::Address) => mask::address(text),
            Some(Sensitive::Birth) => mask::birth(text),
        }
    }

    /// A cell of a sheet, known column or not. A short number in a column such as 序号 tells nothing.
    pub(crate) fn show_cell(self, column: &SheetColumn, text: &str) -> String {
        let mut shown = String::new();
        self.show_cell_in(&mut shown, column, text);
        shown
    }

    /// Like `show_cell`, into a text whose memory is used again: a sheet has millions of cells.
    pub(crate) fn show_cell_in(self, shown: &mut String, column: &SheetColumn, text: &str) {
        shown.clear();
        if self == Values::Shown {
            shown.push_str(text);
            return;
        }
        match seen(column, text) {
            Seen::AsItIs => shown.push_str(text),
            Seen::Hidden(hidden) => *shown = hidden,
            Seen::Masked => *shown = self.show(column.column, text),
        }
    }

    /// What the system says of a record without naming a pupil; whatever else it says is masked.
    pub(crate) fn show_state(self, text: &str) -> String {
        match self {
            Values::Shown => text.to_owned(),
            Values::Masked => of_system(text),
        }
    }

    /// Words that are nobody's, such as the name of a sheet, unless somebody's number is among them.
    pub(crate) fn show_words(self, name: &str) -> String {
        let hidden = match self {
            Values::Shown => None,
            Values::Masked => content::hidden_in_words(name),
        };
        hidden.unwrap_or_else(|| name.to_owned())
    }

    /// The header of a column. Its words are nobody's, unless somebody said that a pupil is the header.
    pub(crate) fn show_header(self, sheet: &Sheet, column: &SheetColumn) -> String {
        let header = &column.header;
        if self == Values::Shown || column.column.is_some() || column.local.is_some() {
            return header.clone();
        }
        let is_of_pupil = |it: &SheetColumn| {
            !it.header.contains(is_han) && content::hidden_in_words(&it.header).is_some()
        };
        if sheet.columns.iter().take(COLUMNS_OF_PUPIL).any(is_of_pupil) {
            return mask::short(header);
        }
        match content::hidden_in_words(header) {
            Some(_) if is_named(header) => mask::short(header),
            hidden => hidden.unwrap_or_else(|| header.clone()),
        }
    }
}

/// Whether the words beside a number may be a name: 王小明13800000000, not 联系电话13800000000.
fn is_named(header: &str) -> bool {
    let words = header.chars().filter(|&c| is_han(c)).count();
    let is_title = ["电话", "手机", "号码", "证号", "联系"]
        .iter()
        .any(|it| header.contains(it));
    (2..=4).contains(&words) && !is_title
}

/// What everybody may see of a cell.
enum Seen {
    AsItIs,
    /// It does not belong in its column.
    Hidden(String),
    /// What the column says.
    Masked,
}

fn seen(column: &SheetColumn, text: &str) -> Seen {
    let is_serial =
        || text.len() <= SERIAL_DIGITS_MAX && text.bytes().all(|it| it.is_ascii_digit());
    let is_plain = |it: Column| it != Column::ProblemKind && it.info().sensitive.is_none();
    let hidden = match column.column {
        Some(plain) if is_plain(plain) => content::hidden(plain, text)
            .filter(|_| !(content::may_be_word(text) && column.cells.is_usual(text))),
        _ if column.local.is_some_and(|it| !it.is_personal) => content::hidden_in_words(text),
        _ if column.ignored && is_serial() => None,
        _ => return Seen::Masked,
    };
    hidden.map_or(Seen::AsItIs, Seen::Hidden)
}

/// The system's own words as they are; whatever else stands among them may name the other party.
fn of_system(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let word = WORDS_OF_SYSTEM.iter().find(|it| rest.starts_with(**it));
        let length = word.map_or(next.len_utf8(), |it| it.len());
        match word {
            None if next.is_alphanumeric() => masked.push('*'),
            _ => masked.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pupil_beside_a_phone_is_no_header() {
        assert!(is_named("王小明13800000000"));
        assert!(!is_named("联系电话13800000000") && !is_named("2025年秋季一年级13800000000"));
    }

    #[test]
    fn the_system_says_what_it_says_and_names_nobody() {
        let show = |text| Values::Masked.show(Some(Column::ProblemKind), text);
        for text in [
            "身份证号重复（外省已注册有学籍）",
            "姓名、性别、出生日期重复（无证件号）",
            "身份证号或姓名与户籍不匹配",
            "学籍照片待补",
            "姓名、性别、出生日期完全一致",
            "学校已处理，待区县审核",
            "审核不通过",
        ] {
            assert_eq!(show(text), text);
        }
        assert_eq!(
            show("与外校李小红（110101201509020046）身份证号重复"),
            "与外校***（******************）身份证号重复"
        );
    }
}
