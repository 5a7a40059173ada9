//! Tells rows below a header that speak of its columns: whether and how they are to be filled.

use roster_values::text::strip;

use crate::row::Row;

/// Words that say of each column whether it must be filled.
const NEED_WORDS: [&str; 9] = [
    "必填",
    "选填",
    "非必填",
    "可填",
    "可不填",
    "必选",
    "可选",
    "必填项",
    "选填项",
];
/// The first columns of a form may be counted by these.
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";

/// What only a text about the form of a column has in it.
const FORM_WORDS: [&str; 7] = ["必填", "选填", "格式", "文本", "YYYY", "yyyy", "下拉"];
/// And what one begins with.
const FORM_BEGINNINGS: [&str; 5] = ["例如", "例：", "例:", "如：", "如:"];

/// Whether a cell says how a column is to be filled: 必填, 格式：20200101, 18位, 男/女.
///
/// Beside a name 王建军/李秀兰 are somebody's parents.
fn is_about_form(text: &str, is_named: bool) -> bool {
    let text = text.trim();
    let after_digits = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let is_length =
        (1..=2).contains(&(text.len() - after_digits.len())) && after_digits.starts_with('位');
    let mut choices = text.split(['/', '／']);
    let is_word = |it: &str| !it.is_empty() && !it.contains(|c: char| c.is_ascii());
    is_length
        || FORM_WORDS.iter().any(|it| text.contains(it))
        || FORM_BEGINNINGS.iter().any(|it| text.starts_with(it))
        || choices.clone().nth(1).is_some()
            && choices.clone().all(is_word)
            && (!is_named || choices.any(is_choice))
}

/// What a row says of the types of columns.
const TYPES: [&str; 9] = [
    "字符型",
    "数值型",
    "日期型",
    "文本型",
    "字符",
    "数值",
    "日期",
    "文本",
    "数字",
];
/// Columns that a row of names for a database has at least.
const CODES_MIN: usize = 4;

/// Whether a cell is the name of a column in a database: XM, CSRQ, birth_date. F is a sex, and Emma a name.
fn is_code(text: &str) -> bool {
    let behind_first = text.get(1..).unwrap_or("");
    let is_word = || behind_first.bytes().all(|it| it.is_ascii_lowercase());
    let is_name = text.starts_with(|it: char| it.is_ascii_uppercase()) && is_word();
    !is_name
        && text.starts_with(|it: char| it.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || it == b'_')
}

/// Whether the first row below a header counts its columns (1, 2, 3 or 甲, 乙, 1, 2), says of each
/// whether it must be filled or what its type or its name in a database is, or of most how.
pub(crate) fn explains_header(row: &Row, count: usize, is_named: bool) -> bool {
    if count < 2 {
        return false;
    }
    let bare = |text: &str| {
        let stripped = strip(text);
        stripped
            .trim_matches(['(', ')', '（', '）', '【', '】', '[', ']', '*'])
            .trim()
            .to_owned()
    };
    if row
        .filled()
        .all(|cell| NEED_WORDS.contains(&bare(cell.text).as_str()))
    {
        return true;
    }
    let all = |is: &dyn Fn(&str) -> bool| row.filled().all(|cell| is(cell.text.trim()));
    if all(&|it| TYPES.contains(&it)) || count >= CODES_MIN && all(&is_code) {
        return true;
    }
    let about_form = row
        .filled()
        .filter(|it| is_about_form(it.text, is_named))
        .count();
    if about_form >= 2 && about_form * 2 > count {
        return true;
    }
    let mut last = None;
    count >= 3
        && row.filled().all(|cell| {
            if cell.text.len() > 12 {
                return false;
            }
            let text = bare(cell.text);
            let mut characters = text.chars();
            if let (Some(only), None) = (characters.next(), characters.next())
                && last.is_none()
                && (only.is_ascii_uppercase() || STEMS.contains(only))
            {
                return true;
            }
            let number = text.parse::<u16>().ok();
            let follows =
                number.is_some() && last.is_none_or(|last: u16| number == last.checked_add(1));
            last = number;
            follows
        })
}

const CHOICES: [[&str; 2]; 3] = [["男", "女"], ["是", "否"], ["有", "无"]];

/// What is filled in and heads no column.
pub(crate) fn is_choice(text: &str) -> bool {
    CHOICES.as_flattened().contains(&text)
}

/// Whether both choices stand side by side, as over two columns with a tick in one of them.
pub(crate) fn has_both_choices<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let mut last = "";
    for text in texts.map(str::trim) {
        let pair = [last, text];
        let is_pair = |it: &[&str; 2]| pair == *it || pair == [it[1], it[0]];
        if CHOICES.iter().any(is_pair) {
            return true;
        }
        last = text;
    }
    false
}
