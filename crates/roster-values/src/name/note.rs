//! Remarks that clerks hang onto a name: 张三（转）, 张三(复读), 张三*, 张三1, 王小明转学.
//!
//! Only remarks at the end, after a name of at least two Han characters, are told apart from the name;
//! anything else that does not belong is a character out of place.

use super::surname;
use crate::text::{half_width_char, is_han, is_white, trim};

/// Words that follow a name after a blank or a dash, without brackets.
const WORDS: [&str; 6] = ["转", "新生", "男", "女", "大", "小"];
/// Words of which none is a given name, so that they need nothing in front of them. 新生 is one, and so
/// is 复学 ([`RESUMED`]).
const REMARKS: [&str; 23] = [
    "已转",
    "转入",
    "转出",
    "转学",
    "转校",
    "转走",
    "复读",
    "复学",
    "休学",
    "借读",
    "寄读",
    "插班",
    "留级",
    "退学",
    "辍学",
    "住校",
    "走读",
    "班长",
    "组长",
    "随读",
    "随班就读",
    "送教",
    "送教上门",
];
/// A given name too, and a surname may have two characters.
const RESUMED: &str = "复学";

/// A name and what was appended to it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct NameNote<'t> {
    /// The name without the remark, trimmed.
    pub name: &'t str,
    /// The remark as written, with its brackets.
    pub note: &'t str,
}

/// Parts a name from the remark at its end; None if there is none.
pub fn appended_note(text: &str) -> Option<NameNote<'_>> {
    let text = trim(text);
    let last = text.chars().next_back()?;
    let at = match last {
        _ if half_width_char(last).is_ascii_digit() || is_mark(last) => text
            .trim_end_matches(|c| half_width_char(c).is_ascii_digit() || is_mark(c))
            .len(),
        ')' | '）' | ']' | '】' | '〕' | '］' | '}' | '｝' | '>' | '》' => {
            text.rfind(['(', '（', '[', '【', '〔', '［', '{', '｛', '<', '《'])?
        }
        _ => word_start(text).or_else(|| remark_start(text))?,
    };
    let (name, note) = text.split_at(at);
    let name = name.trim_end_matches(|c| is_white(c) || is_joint(c));
    let is_name = name.chars().filter(|&c| is_han(c)).count() >= 2;
    (is_name && digits_of(note) <= 2).then(|| NameNote {
        name,
        note: &text[name.len()..],
    })
}

/// Whether a remark, without its brackets, tells nothing of who the pupil is: a word that many have, a digit
/// or a sign.
pub fn tells_nobody(note: &str) -> bool {
    let is_sign = |c| half_width_char(c).is_ascii_digit() || is_mark(c);
    is_word(note) || note.chars().all(is_sign)
}

/// Where a word of the list begins that a blank or a dash parts from the name.
fn word_start(text: &str) -> Option<usize> {
    let joint = text
        .char_indices()
        .rev()
        .find(|&(_, c)| is_white(c) || is_joint(c));
    let (at, c) = joint?;
    let word = &text[at + c.len_utf8()..];
    // One character after a mere blank may be part of a name written wide, but not after a name.
    let before = trim(&text[..at]);
    let is_name =
        || before.chars().count() >= 2 && before.chars().all(is_han) && surname(text) != before;
    let enough = is_joint(c) || word.chars().count() >= 2 || is_name();
    (enough && is_word(word)).then_some(at)
}

/// Where a remark begins that stands behind the name with nothing between them.
pub(super) fn remark_start(text: &str) -> Option<usize> {
    let length = remark_length(text);
    let (name, remark) = text.split_at(text.len() - length);
    let han = name.chars().filter(|&c| is_han(c)).count();
    let least = if remark == RESUMED { 3 } else { 2 };
    // 欧阳 alone is a surname.
    (length > 0 && han >= least && (han > 2 || surname(text) != name)).then_some(name.len())
}

/// How many bytes of one of the [`REMARKS`] stand at the end, which may have 已 before it and 生 behind it.
fn remark_length(text: &str) -> usize {
    const LAST: [char; 12] = [
        '转', '入', '出', '学', '校', '走', '读', '班', '级', '长', '教', '门',
    ];
    let rest = text.strip_suffix('生').unwrap_or(text);
    // Nearly no name gets any further.
    if !rest.ends_with(LAST) {
        return 0;
    }
    let word = REMARKS.iter().find(|it| rest.ends_with(**it));
    let before = word.and_then(|it| rest.strip_suffix(*it));
    before.map_or(0, |it| {
        text.len() - it.strip_suffix('已').unwrap_or(it).len()
    })
}

/// Whether this is a word that follows names.
pub(super) fn is_word(text: &str) -> bool {
    WORDS.contains(&text) || !text.is_empty() && remark_length(text) == text.len()
}

fn is_joint(c: char) -> bool {
    matches!(
        c,
        '-' | '_' | '/' | '—' | '–' | '－' | '／' | '＿' | '+' | '＋'
    )
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '*' | '＊' | '#' | '＃' | '※' | '★' | '☆' | '△' | '▲' | '◆' | '√' | '✓' | '^'
    ) || matches!(c, '①'..='⑳')
}

/// A long run of digits is a number in the wrong column, not a remark.
fn digits_of(note: &str) -> usize {
    if note.starts_with(|c| half_width_char(c).is_ascii_digit() || is_mark(c)) {
        note.chars()
            .filter(|&c| half_width_char(c).is_ascii_digit())
            .count()
    } else {
        0
    }
}
