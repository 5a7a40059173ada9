//! Tells the rows below a header apart: pupils, blank rows, and rows set aside with a reason.
//!
//! In doubt a row is a pupil: a finding too many is seen, a pupil lost is not.

use roster_model::SetAsideReason;
use roster_standard::header::{Header, find};
use roster_values::text::{strip, without_white};

use crate::about_form::explains_header;
use crate::row::Row;

/// What a row below the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    Pupil,
    Blank,
    SetAside(SetAsideReason),
}

/// What telling rows apart needs to know of the sheet.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    /// The one or two rows of the header.
    header: Vec<Row>,
    /// Their trimmed texts by position, for a first look.
    header_texts: Vec<Vec<String>>,
    /// First filled cell of each title row.
    pub(crate) titles: Vec<String>,
    /// Positions of the columns that the standard knows, ascending.
    pub(crate) known: Vec<u16>,
    /// Positions of the known columns without a meaning (序号), ascending.
    pub(crate) ignored: Vec<u16>,
}

impl Surroundings {
    /// The one or two rows of the header.
    pub(crate) fn set_header(&mut self, rows: &[Row]) {
        self.header = rows.to_vec();
        self.header_texts = rows
            .iter()
            .map(|row| {
                let end = row.cells().last().map_or(0, |it| it.position + 1);
                let texts = (0..end).map(|it| row.text_at(it).trim().to_owned());
                texts.collect()
            })
            .collect();
    }

    /// Whether a row is certainly a pupil, told from its texts by position without looking at all
    /// of it. `false` says nothing: `row_kind` knows.
    #[inline]
    pub(crate) fn is_plainly_pupil<'t>(
        &self,
        fields: usize,
        text: impl Fn(usize) -> Option<&'t str>,
    ) -> bool {
        // More cells than any note or line of signatures has, in columns of pupils.
        let mut filled = 0;
        for &position in &self.known {
            filled += usize::from(text(usize::from(position)).is_some_and(is_plain));
            if filled > SIGNATURE_CELLS_MAX {
                break;
            }
        }
        if filled <= SIGNATURE_CELLS_MAX {
            return false;
        }
        let mut seen = 0;
        for position in 0..fields {
            let Some(text) = text(position) else {
                return false;
            };
            if text.is_empty() {
                continue;
            }
            if !is_plain(text) || seen == 0 && begins_like_note(text) {
                return false;
            }
            let repeats =
                |header: &Vec<String>| header.get(position).is_some_and(|it| it == text.trim_end());
            if self.header_texts.iter().any(repeats) {
                return false;
            }
            seen += 1;
            if seen == 4 {
                return true;
            }
        }
        false
    }
}

/// Whether a text begins with a visible ASCII character or a Han character of U+4000–9FFF.
#[inline]
fn is_plain(text: &str) -> bool {
    let first = text.as_bytes().first();
    first.is_some_and(|&it| it.is_ascii_graphic() || (0xE4..=0xE9).contains(&it))
}

/// Whether a text could be a word that marks a sample or a line of sums, with or without brackets.
#[inline]
fn begins_like_note(text: &str) -> bool {
    let begins_with_number = text.as_bytes()[0].is_ascii_digit();
    !begins_with_number
        && (text.as_bytes()[0].is_ascii()
            || text.starts_with([
                '示', '样', '范', '例', '举', '填', '说', '合', '总', '小', '共', '人',
            ]))
}

/// A note below the table has few cells; a pupil has more.
const NOTE_CELLS_MAX: usize = 3;
/// A line for signatures may have some more, each ending in a colon or holding one.
const SIGNATURE_CELLS_MAX: usize = 8;
/// A serial number has few characters.
const SERIAL_CHARS_MAX: usize = 8;

/// Words that mark a sample or an explanation when they are the whole first cell.
const SAMPLE_WORDS: [&str; 19] = [
    "示例",
    "样例",
    "范例",
    "例",
    "例子",
    "举例",
    "示例行",
    "样例行",
    "示例数据",
    "填写示例",
    "填表示例",
    "填写样例",
    "说明",
    "填写说明",
    "填表说明",
    "填报说明",
    "example",
    "sample",
    "e.g.",
];
/// Beginnings that mark one in a row of few cells.
const SAMPLE_BEGINNINGS: [&str; 15] = [
    "示例",
    "样例",
    "范例",
    "例如",
    "例：",
    "例:",
    "填写说明",
    "填表说明",
    "填报说明",
    "填写要求",
    "填表要求",
    "填报要求",
    "注意事项",
    "说明：",
    "说明:",
];
/// Words that mark a line of sums when they are the whole first cell.
const SUM_WORDS: [&str; 6] = ["合计", "总计", "小计", "共计", "总人数", "人数合计"];
/// Beginnings of what stands below a table.
const FOOTER_BEGINNINGS: [&str; 34] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "总人数",
    "人数合计",
    "制表",
    "填表",
    "填报",
    "审核",
    "复核",
    "经办人",
    "备注",
    "注：",
    "注:",
    "校长：",
    "校长:",
    "校长签",
    "班主任：",
    "班主任:",
    "班主任签",
    "负责人",
    "单位负责人",
    "联系人：",
    "联系人:",
    "盖章",
    "(盖章",
    "（盖章",
    "以上",
    "以下空白",
    "本表",
    "此表",
    "打印",
    "日期：",
];

/// Words over a part of the pupils when they stand in a row alone, perhaps counted.
const HEADINGS: [&str; 28] = [
    "男生",
    "女生",
    "男同学",
    "女同学",
    "男学生",
    "女学生",
    "住校生",
    "住宿生",
    "寄宿生",
    "内宿生",
    "外宿生",
    "走读生",
    "通校生",
    "借读生",
    "插班生",
    "转学生",
    "转入生",
    "转出生",
    "转入学生",
    "转出学生",
    "休学学生",
    "复学学生",
    "随班就读学生",
    "大班",
    "中班",
    "小班",
    "托班",
    "学前班",
];
/// What is counted through in such a heading: 第二组, 1号车.
const PARTS: [&str; 5] = ["组", "小组", "批", "号车", "号校车"];
const NUMERALS: &str = "一二三四五六七八九十";

/// Tells what a row is; `pupils` is how many came before it.
pub(crate) fn row_kind(row: &Row, around: &Surroundings, pupils: u32) -> RowKind {
    let mut filled = row.filled();
    let Some(first) = filled.next() else {
        return RowKind::Blank;
    };
    let count = 1 + filled.count();
    if around
        .header
        .iter()
        .any(|header| repeats(row, header, count))
    {
        return RowKind::SetAside(SetAsideReason::RepeatedHeader);
    }
    let stripped = strip(first.text);
    let first_text = without_white(&stripped);
    let bare =
        first_text.trim_matches(['(', ')', '（', '）', '【', '】', '[', ']', ':', '：', '*']);
    let is_note = count <= NOTE_CELLS_MAX;
    if is_note && around.titles.iter().any(|title| title == first.text) {
        return RowKind::SetAside(SetAsideReason::RepeatedHeader);
    }
    if pupils == 0 && explains_header(row, count) {
        return RowKind::SetAside(SetAsideReason::Sample);
    }
    if SAMPLE_WORDS
        .iter()
        .any(|word| bare.eq_ignore_ascii_case(word))
        || is_note
            && SAMPLE_BEGINNINGS
                .iter()
                .any(|word| first_text.starts_with(word))
    {
        return RowKind::SetAside(SetAsideReason::Sample);
    }
    let asks = first_text.ends_with(['：', ':']) && is_footer(&first_text);
    let is_signature = asks || row.filled().all(|cell| cell.text.contains(['：', ':']));
    if SUM_WORDS.contains(&bare)
        || is_note && is_footer(&first_text)
        || count <= SIGNATURE_CELLS_MAX && is_signature
        || count == 1 && is_heading(&first_text)
    {
        return RowKind::SetAside(SetAsideReason::Footer);
    }
    if row
        .filled()
        .any(|cell| around.known.binary_search(&cell.position).is_ok())
    {
        return RowKind::Pupil;
    }
    without_known(row, around, is_note, pupils)
}

/// A row in which no known column has anything.
fn without_known(row: &Row, around: &Surroundings, is_note: bool, pupils: u32) -> RowKind {
    let is_serial = |text: &str| {
        text.chars().count() <= SERIAL_CHARS_MAX
            && text.chars().any(|c| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii() || "第号".contains(c))
    };
    let only_serial = row
        .filled()
        .all(|cell| around.ignored.binary_search(&cell.position).is_ok() && is_serial(cell.text));
    match (only_serial, is_note, pupils) {
        (true, _, _) => RowKind::Blank,
        (false, true, 0) => RowKind::SetAside(SetAsideReason::Sample),
        (false, true, _) => RowKind::SetAside(SetAsideReason::Footer),
        (false, false, _) => RowKind::Pupil,
    }
}

/// Whether at least half of the filled cells, and two at least, are words of a header, and one of
/// the first says what the header says there.
fn repeats(row: &Row, header: &Row, count: usize) -> bool {
    let same = |position: u16, text: &str| header.text_at(position).trim() == text.trim();
    // Rows of pupils are told by their first cells; only the others are looked at in full.
    if !row
        .filled()
        .take(4)
        .any(|cell| same(cell.position, cell.text))
    {
        return false;
    }
    let is_word = |position: u16, text: &str| same(position, text) || find(text) != Header::Unknown;
    let words = row
        .filled()
        .filter(|cell| is_word(cell.position, cell.text))
        .count();
    words >= 2 && words * 2 >= count
}

fn is_footer(text: &str) -> bool {
    FOOTER_BEGINNINGS.iter().any(|word| text.starts_with(word))
        || is_count(text)
        || is_head_count(text)
        || is_page(text)
}

/// 男生23人, 全班：45 名.
fn is_head_count(text: &str) -> bool {
    const WHOM: [&str; 8] = ["男生", "女生", "男", "女", "全班", "本班", "全校", "人数"];
    let Some(rest) = WHOM.iter().find_map(|it| text.strip_prefix(it)) else {
        return false;
    };
    let rest = rest.trim_start_matches([':', '：', '共', '有', '计']);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < rest.len() && after.starts_with(['人', '名'])
}

/// 男生（22人）, 一、住校生, 第二组, 301班: a line of its own above a part of the pupils.
fn is_heading(text: &str) -> bool {
    let numbered = text.split_once(['、', '.', '．']);
    let is_number = |it: &str| it.chars().all(is_numeral);
    let text = numbered.map_or(text, |it| if is_number(it.0) { it.1 } else { text });
    let counted = text
        .trim_end_matches([')', '）'])
        .strip_suffix(['人', '名']);
    let text = counted.map_or(text, |it| {
        let it = it.trim_end_matches(|c: char| c.is_ascii_digit());
        it.trim_end_matches(['(', '（', '共', ':', '：'])
    });
    let text = text.trim_end_matches([':', '：']);
    let text = text.strip_suffix("名单").unwrap_or(text);
    let part = text.strip_prefix('第').unwrap_or(text);
    let after = part.trim_start_matches(is_numeral);
    HEADINGS.contains(&text) || is_class(text) || after.len() < part.len() && PARTS.contains(&after)
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || NUMERALS.contains(c)
}

/// 一年级一班, 2024级（3）班, 七年级.
fn is_class(text: &str) -> bool {
    let Some(before) = text.strip_suffix('班').or(text.strip_suffix("年级")) else {
        return false;
    };
    let last = before
        .trim_end_matches(['(', ')', '（', '）'])
        .chars()
        .last();
    last.is_some_and(is_numeral)
}

/// 共 45 人, 共45名学生, 共 3 页.
fn is_count(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('共') else {
        return false;
    };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < rest.len() && after.starts_with(['人', '名', '页', '条', '行'])
}

/// 第 3 页, 第3页共10页.
fn is_page(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('第') else {
        return false;
    };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < rest.len() && after.starts_with('页')
}
