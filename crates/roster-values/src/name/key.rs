//! The key by which two spellings of one name are equal, and the surname in it.
//!
//! "Equal" is strict: width, radicals, white space, invisible characters, the form of the dot, and letters that are
//! written with their accents behind them.
//! Traditional and variant characters are not folded, because some of them are different names.

use std::borrow::Cow;

use super::letters::{composed, is_mark};
use super::{DOT, is_dot_look_alike};
use crate::text::{
    compat, is_control, is_han, is_invisible, is_variation_selector, is_white, kangxi, radical,
};

/// Surnames of two characters, sorted. Those of the Hundred Family Surnames and others borne today.
const COMPOUND: [&str; 83] = [
    "万俟", "上官", "东方", "东郭", "东里", "东门", "乐正", "亓官", "仆固", "令狐", "仲孙", "公冶",
    "公孙", "公孫", "公羊", "公良", "公西", "单于", "南宫", "南门", "即墨", "司寇", "司徒", "司空",
    "司馬", "司马", "呼延", "哥舒", "單于", "壤驷", "夏侯", "太叔", "太史", "夹谷", "子车", "宇文",
    "完颜", "宗政", "宰父", "尉迟", "尉遲", "左丘", "巫马", "微生", "慕容", "拓拔", "拓跋", "新垣",
    "東方", "梁丘", "欧阳", "欧陽", "歐陽", "段干", "淳于", "漆雕", "澹台", "濮阳", "独孤", "申屠",
    "百里", "皇甫", "端木", "第五", "纳兰", "羊舌", "耶律", "西门", "諸葛", "诸葛", "谷梁", "贺兰",
    "赫连", "轩辕", "达奚", "鍾離", "钟离", "長孫", "长孙", "闻人", "闾丘", "颛孙", "鲜于",
];

/// The strict key: half-width ASCII, ideographs for radicals and compatibility ideographs, one form
/// of dot, no white space, straight quotation marks, invisible characters, control characters or variation
/// selectors, one code for a letter and its accents. Two spellings of one name have the same key; a key is its own key.
pub fn strict_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    key.extend(key_characters(text));
    match composed(&key) {
        Cow::Owned(composed) => composed,
        Cow::Borrowed(_) => key,
    }
}

/// Whether two texts have the same strict key.
pub fn same_key(one: &str, other: &str) -> bool {
    let has_marks = one.contains(is_mark) || other.contains(is_mark);
    key_characters(one).eq(key_characters(other))
        || has_marks && strict_key(one) == strict_key(other)
}

fn key_characters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter_map(|c| {
        if is_plain_ideograph(c) {
            return Some(c);
        }
        let is_kept = !(matches!(c, '"' | '＂')
            || is_white(c)
            || is_invisible(c)
            || is_control(c)
            || is_variation_selector(c));
        is_kept.then(|| folded(c))
    })
}

/// The surname at the front of a strict key: a compound surname if more follows it, else the first
/// Han character; what stands before the first dot in a name with dots; the whole of a name that does
/// not begin with a Han character.
pub fn surname(key: &str) -> &str {
    if let Some((first, _)) = key.split_once(DOT) {
        return first;
    }
    let mut ends = key.char_indices().map(|(at, c)| at + c.len_utf8());
    let (Some(one), two) = (ends.next(), ends.next()) else {
        return key;
    };
    if !key.starts_with(is_han) {
        return key;
    }
    match two.map(|end| key.split_at(end)) {
        Some((compound, rest)) if !rest.is_empty() && COMPOUND.binary_search(&compound).is_ok() => {
            compound
        }
        _ => &key[..one],
    }
}

fn folded(c: char) -> char {
    let c = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => kangxi(c)
            .or_else(|| radical(c))
            .or_else(|| compat(c))
            .unwrap_or(c),
    };
    if is_dot_look_alike(c) { DOT } else { c }
}

/// The basic block, which nothing in the key changes.
fn is_plain_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}
