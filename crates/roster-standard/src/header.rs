//! Which column a header means. A header is compared with the listed titles and aliases after its
//! width, spacing, marks and its own number are set aside, and each character by the one that stands for
//! all its forms: a header may be copied out of a PDF or be in the traditional script. It is never taken
//! for one that is only similar.

mod asked;
mod brackets;

use std::sync::OnceLock;

use roster_values::han::representative;

use crate::bilingual::{is_foreign, part};
use crate::generated::columns::{GROUPS, IGNORED};
use crate::spelling::{folded, half_width_sign, is_blank};
use crate::{Column, Kind};
use asked::{whether, without_legend, without_request};
use brackets::{counted, is_anybody, noted, of_whom, with_brackets};

/// What a header means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Header {
    /// One column.
    Column(Column),
    /// The columns of a family member, 1 or 2: a header over several sub-headers. Over a single
    /// column it is the member's name.
    Group(u8),
    /// A column that no check needs, such as 序号.
    Ignored,
    /// Nothing that is listed.
    Unknown,
}

/// A header as it is compared and shown: half-width, without white space and invisible characters,
/// without the marks and notes that say it must be filled, without a colon at its end.
pub fn tidy(text: &str) -> String {
    let mut tidied: String = text
        .chars()
        .map(half_width_sign)
        .filter(|&it| !is_blank(it) && !MARKS.contains(&it))
        .collect();
    loop {
        let mut rest = tidied.trim_matches(EDGES);
        for note in NOTES {
            rest = rest.strip_suffix(note).unwrap_or(rest);
            rest = rest.strip_prefix(note).unwrap_or(rest);
        }
        if rest.len() == tidied.len() {
            return tidied;
        }
        tidied = rest.to_owned();
    }
}

/// The form in which two headers are compared: equal for two that mean the same.
pub fn key(text: &str) -> String {
    compared(&tidy(text))
}

/// ID No., ID_NO and id-no are one.
fn compared(tidied: &str) -> String {
    let is_latin = tidied.chars().all(|it| it.is_ascii() || it == '’');
    // 出生年、月、日 is one word.
    let counts = |it: &char| *it != '、' && (!is_latin || !"._-'’/#&:".contains(*it));
    folded(tidied).map(representative).filter(counts).collect()
}

/// What a header means that stands alone: 姓名, `*身份证件号`, 成员1姓名, 联系电话（父亲）.
///
/// A note in brackets or on a second line is set aside only when the whole header is not listed.
pub fn find(text: &str) -> Header {
    first_listed(text, &|tidied, note| match note {
        Some(note) => noted(tidied, note),
        None => alone(tidied),
    })
}

fn alone(tidied: &str) -> Option<Header> {
    let known = |text: &str| listed(text).or_else(|| flat(text));
    known(tidied)
        .or_else(|| {
            let asked = without_request(tidied);
            let own = OWN_SCHOOL.iter().find_map(|it| asked.strip_prefix(it));
            // 本校地址 is where the school is.
            let is_whose = |it: &Header| {
                let whose = [Column::Name, Column::IdNumber, Column::StudentNumber];
                whose.map(Header::Column).contains(it)
            };
            if let Some(found) = own.and_then(known).filter(is_whose) {
                return Some(found);
            }
            let asked = own.unwrap_or(&asked);
            let of = PUPILS.iter().find_map(|it| asked.strip_prefix(it))?;
            let of = of.trim_start_matches(SEPARATORS);
            let found = known(of).or_else(|| known(of.strip_prefix("本人")?));
            // Beside the telephone of the parents a pupil's own is another column.
            let is_parents = of.starts_with("家长");
            let fits =
                |it: &Header| matches!(it, Header::Column(column) if *column != Column::Phone);
            found.filter(|it| is_parents || fits(it))
        })
        .or_else(|| {
            let asked = without_request(tidied);
            let found = if asked == tidied { None } else { known(&asked) }?;
            // What a parent is called is no name of a pupil.
            let is_parents = tidied.contains(['您', '你']);
            let of_both = [Column::Phone, Column::HomeAddress, Column::Address].map(Header::Column);
            (!is_parents || of_both.contains(&found)).then_some(found)
        })
        .or_else(|| one_of_two(tidied))
        .or_else(|| whose_behind(tidied))
        .or_else(|| {
            let is_time = tidied.contains("时间");
            // How long a leave is may be its time, too.
            let is_time = is_time && tidied != "休学时间";
            is_time.then(|| known(&tidied.replace("时间", "日期")))?
        })
        .or_else(|| without_legend(tidied))
        .or_else(|| whether(tidied))
        .or_else(|| {
            let found = counted(tidied)?;
            let first = Header::Column(Column::Member1Phone);
            // The first telephone of the parents is the pupil's.
            (found != first || !tidied.starts_with("家长")).then_some(found)
        })
}

/// Whom the columns are about anyway: 幼儿姓名, 孩子身份证号.
const PUPILS: &[&str] = &[
    "学生", "幼儿", "儿童", "孩子", "小孩", "宝宝", "新生", "考生",
];

/// Whose pupil it is, in a list that names another school's beside: 本校学生姓名, 我校学籍号.
const OWN_SCHOOL: &[&str] = &["本校", "我校"];

/// A header that says one thing twice, or names one document or another: 姓名/Name, 身份证号或护照号.
fn one_of_two(tidied: &str) -> Option<Header> {
    /// No two words are longer.
    const LENGTH_MAX: usize = 90;
    if tidied.len() > LENGTH_MAX {
        return None;
    }
    let (first, second) = tidied.split_once(['/', '或'])?;
    let found = alone(first)?;
    // 家长/监护人电话.
    if let (Header::Group(group), Some(Header::Column(of))) = (found, alone(second))
        && of.member() == Some(group)
    {
        return Some(Header::Column(of));
    }
    let is_latin = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_alphabetic());
    let is_translation = !is_latin(first) && is_latin(second);
    let is_document = found == Header::Column(Column::IdNumber)
        && (second.contains('证') || second.contains("护照"));
    (is_translation || is_document || alone(second) == Some(found)).then_some(found)
}

/// Whose column it is told behind what it holds: 联系电话-父亲, 电话/母亲.
fn whose_behind(tidied: &str) -> Option<Header> {
    let (what, whom) = tidied.rsplit_once(['-', '_', ':', '/', '—', '·', '|'])?;
    // 姓名/监护人 may be one or the other.
    let is_or = tidied[what.len()..].starts_with('/') && is_anybody(whom);
    if is_or { None } else { of_whom(what, whom) }
}

/// What a header means that stands under the header of family member `group` (1 or 2).
pub fn find_in_group(group: u8, sub: &str) -> Header {
    first_listed(sub, &|tidied, _| {
        let known = sub_header(group, tidied).or_else(|| {
            let found = alone(tidied)?;
            match found {
                Header::Column(column) if column.member() == Some(group) => Some(found),
                Header::Ignored => Some(found),
                _ => None,
            }
        });
        known.or_else(|| counted(tidied))
    })
}

/// The marks that say a column must be filled.
const MARKS: &[char] = &[
    '▼', '*', '★', '☆', '●', '○', '◆', '◇', '▲', '△', '■', '□', '※', '✱', '✻',
];

/// What may surround a header and says nothing.
const EDGES: &[char] = &[
    ':', ';', ',', '、', '。', '!', '?', '\'', '"', '‘', '’', '“', '”', '·', '-', '_', '—', '/',
    '|',
];

/// Notes that say whether a column must be filled, in the forms they have after folding.
const NOTES: &[&str] = &[
    "(必填)",
    "(必选)",
    "(必填项)",
    "(选填)",
    "(可选)",
    "(可不填)",
    "(非必填)",
    "[必填]",
    "[选填]",
    "【必填】",
    "【必选】",
    "【选填】",
    "【可选】",
    "必填项",
    "必填",
    "选填项",
    "选填",
];

/// Bytes of the longest text that is looked at as a header, instructions and all: so much as a cell of
/// a workbook can hold.
const BYTES_MAX: usize = 4 * 32_767;

/// What a header, and the note that stood in its brackets, mean.
type Ask<'a> = &'a dyn Fn(&str, Option<&str>) -> Option<Header>;

/// The answer for the header as it is, without its notes in brackets, for its first line, and without
/// the number it may have in a list of columns.
fn first_listed(text: &str, ask: Ask<'_>) -> Header {
    // Of the cells of pupils most are numbers and days.
    let is_in_letters = text.chars().any(|it| it.is_alphabetic() || it == '№');
    if text.len() > BYTES_MAX || !is_in_letters {
        return Header::Unknown;
    }
    let whole = tidy(text);
    let line = tidy(text.trim().lines().next().unwrap_or_default());
    let mut tries = vec![whole];
    if tries[0] != line {
        tries.push(line);
    }
    let plain = tries.iter().filter_map(|it| without_number(it));
    let plain: Vec<String> = plain.collect();
    tries.extend(plain);
    for text in &tries {
        if let Some(parted) = part(text)
            && let Some(found) = with_brackets(&parted.rest, ask)
            && parted.translates(found, ask(&parted.latin, None))
        {
            return found;
        }
        let found = with_brackets(text, ask).filter(|it| !is_in_other_letters(*it, text));
        if let Some(found) = found {
            return found;
        }
    }
    Header::Unknown
}

/// 姓名(英文) is no name as the household register has it.
fn is_in_other_letters(found: Header, text: &str) -> bool {
    let is_name = matches!(found, Header::Column(it) if it.info().kind == Kind::Name);
    is_name && is_foreign(&text.to_ascii_lowercase())
}

/// What stands behind 1、, 一., A., Q1. or ①. A bare digit is no number of a column: 1姓名 may be a member's.
fn without_number(tidied: &str) -> Option<String> {
    let number = tidied.strip_prefix(['Q', 'q', '第']).unwrap_or(tidied);
    let behind = number.trim_start_matches(DIGITS);
    let rest = behind.strip_prefix('题').unwrap_or(behind);
    let sign = rest.chars().next()?;
    // A_姓名 and B_姓名 are two people's.
    let mut letters = rest.chars();
    let is_lettered = letters.next().is_some_and(|it| it.is_ascii_uppercase())
        && letters.next().is_some_and(|it| "、.)".contains(it));
    if is_lettered && rest == tidied {
        return Some(tidy(letters.as_str()));
    }
    let is_numbered = behind.len() < number.len() && NUMBER_ENDS.contains(&sign);
    let is_number = matches!(sign, '①'..='⒛' | '㈠'..='㈩');
    (is_numbered || is_number && rest == tidied).then(|| tidy(&rest[sign.len_utf8()..]))
}

const DIGITS: &[char] = &[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '一', '二', '三', '四', '五', '六', '七',
    '八', '九', '十',
];
const NUMBER_ENDS: &[char] = &['、', '.', ',', ':', ')', '_'];

/// The column, group or ignored header with exactly this text, after folding.
fn listed(tidied: &str) -> Option<Header> {
    static INDEX: OnceLock<Vec<(String, Header)>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let mut all = top_texts();
        roster_order::sort(&mut all);
        all
    });
    look_up(index, tidied)
}

/// The column of a family member under whose group this text stands.
fn sub_header(group: u8, tidied: &str) -> Option<Header> {
    static INDEXES: OnceLock<[Vec<(String, Header)>; 2]> = OnceLock::new();
    let indexes = INDEXES.get_or_init(|| {
        [1, 2].map(|group| {
            let mut all = sub_texts(group);
            roster_order::sort(&mut all);
            all
        })
    });
    look_up(indexes.get(usize::from(group.checked_sub(1)?))?, tidied)
}

fn look_up(index: &[(String, Header)], tidied: &str) -> Option<Header> {
    let key = compared(tidied);
    let place = index.binary_search_by(|(text, _)| text.cmp(&key)).ok()?;
    Some(index[place].1)
}

/// The column of a header that names the group and the sub-header in one: 成员1姓名, 父亲-电话.
fn flat(tidied: &str) -> Option<Header> {
    type Prefixes = (Vec<(String, u8)>, String);
    static PREFIXES: OnceLock<Prefixes> = OnceLock::new();
    let (prefixes, firsts) = PREFIXES.get_or_init(|| {
        let mut all: Vec<(String, u8)> = group_texts().map(|(group, text)| (text, group)).collect();
        // The longest first: 成员一信息 is not 成员一 and a sub-header 信息….
        roster_order::sort_by(&mut all, |a, b| (b.0.len(), &a.0).cmp(&(a.0.len(), &b.0)));
        let firsts = all.iter().filter_map(|it| it.0.chars().next()).collect();
        (all, firsts)
    });
    let key = compared(tidied);
    // Most cells of pupils begin otherwise than any group.
    if !key.starts_with(|it| firsts.contains(it)) {
        return None;
    }
    prefixes.iter().find_map(|(text, group)| {
        let rest = key.strip_prefix(text)?;
        let found = sub_header(*group, rest.trim_start_matches(SEPARATORS));
        // 家长/监护人 are two words for one, and does not ask whether he is.
        let is_or = rest.starts_with('/') && is_anybody(&rest[1..]);
        if is_or {
            Some(Header::Group(*group))
        } else {
            found
        }
    })
}

/// What may stand between a group and a sub-header in one text.
const SEPARATORS: &[char] = &['-', '_', ':', '.', '/', '—', '·', '的', '、', '\\', '|'];

fn group_of(note: &str) -> Option<u8> {
    match listed(&tidy(note)) {
        Some(Header::Group(group)) => Some(group),
        _ => None,
    }
}

fn group_texts() -> impl Iterator<Item = (u8, String)> {
    GROUPS
        .iter()
        .flat_map(|&(group, texts)| texts.iter().map(move |text| (group, key(text))))
}

/// Every text that stands alone, with what it means.
fn top_texts() -> Vec<(String, Header)> {
    let mut all: Vec<(String, Header)> = group_texts()
        .map(|(group, text)| (text, Header::Group(group)))
        .collect();
    all.extend(IGNORED.iter().map(|text| (key(text), Header::Ignored)));
    for &column in Column::ALL {
        let info = column.info();
        let mut texts = vec![info.key, info.zh, info.en];
        if column.member().is_none() {
            texts.extend(info.aliases);
        }
        all.extend(texts.iter().map(|text| (key(text), Header::Column(column))));
    }
    all
}

/// Every text that stands under a group, with what it means.
fn sub_texts(group: u8) -> Vec<(String, Header)> {
    let mut all = Vec::new();
    for &column in Column::ALL.iter().filter(|it| it.member() == Some(group)) {
        let part = column.member_part().unwrap_or_default();
        let texts = column.info().aliases.iter().chain([part]);
        all.extend(texts.map(|text| (key(text), Header::Column(column))));
    }
    all
}

#[cfg(test)]
#[path = "header_tests.rs"]
pub(crate) mod tests;
