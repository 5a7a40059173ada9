//! Rows in which nobody is: a title, a sign-off or a remark in one or two cells, and a row of notes on how each
//! column is to be filled.
//!
//! Such a row is known by what it has not: no name where a name belongs, no number, date or code that its column
//! could hold. Whatever might be a name is one: a name alone in its row is a pupil of whom the rest is missing.

use roster_model::Column;
use roster_standard::header::Header;
use roster_standard::{AnyColumn, Kind, Listed};
use roster_values::date::{read_date, read_month};
use roster_values::text::{is_error_value, without_white};

use crate::header::HeaderColumn;
use crate::header::row_kind::{Surroundings, is_serial};
use crate::row::Row;

/// More cells than this are somebody's.
const CELLS_MAX: usize = 2;
/// Among fewer columns a cell that does not fit may be all that is known of somebody.
const COLUMNS_MIN: usize = 3;
/// Digits that a number of a person or of a place has at least.
const NUMBER_DIGITS_MIN: usize = 5;

/// Whether a row of one or two cells among many columns has nothing that its columns could hold.
pub(crate) fn is_nobody(row: &Row, around: &Surroundings, count: usize) -> bool {
    let known = around.known.len();
    if count > CELLS_MAX || known < COLUMNS_MIN.max(count * 2) {
        return false;
    }
    row.filled().all(|cell| {
        // In another column it is somebody's still, and a formula that failed looked somebody up.
        if is_some_number(cell.text.trim()) || is_error_value(cell.text) {
            return false;
        }
        let column = around.column_at(cell.position);
        match column.map(|it| (it.named(), it.meaning)) {
            Some((Some(AnyColumn::Known(column)), _)) => !fits(column, cell.text),
            // What a school's own column holds is not known.
            Some((Some(AnyColumn::Local(_)), _)) => false,
            Some((None, Header::Ignored)) => !is_serial(cell.text),
            _ => !could_be_name(cell.text) || cell.text.chars().count() > CHARS_OF_NAME,
        }
    })
}

/// Cells that can be judged in a row of notes.
const NOTES_MIN: usize = 3;

/// Whether the first row below a header says of most columns what is to be filled in: no cell is a value, and hardly
/// any of those that could not be just anything is what its column holds.
pub(crate) fn is_note_row(row: &Row, around: &Surroundings) -> bool {
    let is_choice = |text: &str| matches!(text.trim(), "是" | "否");
    if row.filled().all(|it| is_choice(it.text)) {
        let name = around.name.map_or("", |it| row.text_at(it));
        return is_choice(name);
    }
    let (mut judged, mut fitting) = (0, 0);
    for cell in row.filled() {
        let text = cell.text.trim();
        let is_value = text.is_ascii() && text.contains(|it: char| it.is_ascii_digit());
        if is_value || matches!(text, "男" | "女") {
            return false;
        }
        let column = around.column_at(cell.position);
        let named = column.and_then(HeaderColumn::named);
        let Some(AnyColumn::Known(column)) = named else {
            continue;
        };
        let does_fit = fits(column, text);
        match column.info().kind {
            Kind::Name if does_fit && column == Column::Name => return false,
            Kind::Text => continue,
            _ => {}
        }
        judged += 1;
        fitting += usize::from(does_fit);
    }
    judged >= NOTES_MIN && fitting * 5 <= judged
}

/// Whether a column could hold a text: what cannot be told is that of a column of free text, which no person is known
/// by.
fn fits(column: Column, text: &str) -> bool {
    let text = text.trim();
    let info = column.info();
    let digits = || text.chars().filter(char::is_ascii_digit).count();
    let is_listed = |text| {
        info.table
            .is_some_and(|it| !matches!(it.find(text), Listed::Unknown))
    };
    match info.kind {
        Kind::Name => could_be_name(text),
        Kind::Code | Kind::YesNo => {
            let is_short = text.chars().count() == 1 && could_be_name(text);
            is_listed(text) || is_short || text.bytes().all(|it| it.is_ascii_digit())
        }
        Kind::Date | Kind::EventDate | Kind::Expiry => {
            read_date(text).date().is_some() || digits() > NUMBER_DIGITS_MIN && !has_han(text)
        }
        Kind::Month => read_month(text).month().is_some(),
        Kind::Number => digits() > 0 && !has_han(text),
        Kind::Email => text.contains('@'),
        Kind::Text => {
            let of_class = [Column::ClassName, Column::ClassCode, Column::ClassSerial];
            of_class.contains(&column) && !says_no_name(text)
        }
        _ => digits() >= NUMBER_DIGITS_MIN && !has_han(text),
    }
}

/// Digits alone, or as many as the number of a person has.
fn is_some_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits == text.len() || digits >= NUMBER_DIGITS_MIN && !has_han(text)
}

fn has_han(text: &str) -> bool {
    text.chars().any(|it| !it.is_ascii() && it.is_alphabetic())
}

/// Characters of a name that is no long foreign one.
const CHARS_OF_NAME: usize = 4;

/// Words that are part of no name, two characters each.
const WORDS: &str = "学生儿童幼儿学校小学中学年级班级班主家长监护老师教师校长主任教导教务政教德育总务办公\
    管理备注说明提示注意名单名册花名信息登记采集统计汇总情况一览人数人员合计总计共计小计盖章公章印章签名签字审核\
    复核填报上报填表制表经办负责单位日期时间年度学年学期月份结束开始记录完毕以上以下如下附件附表编号序号姓名性别\
    户口身份证件证号号码电话手机地址住址关系填写选择下拉自动生成系统一致必填选填格式示例例如无误核对确认本班全班\
    本校全校空白正文数据表格打印";
/// Words that may stand beside a name and say what became of the pupil.
const STATES: &str = "转出转入转学休学复学退学毕业新增留守借读";
/// What may stand before one word of them in a text of three characters, and what behind it.
const BEFORE: &str = "已未各本总新请一二三四五六七八九十";
const BEHIND: &str = "人员处室部科组会表册单栏生者份期名号";
const WORD_BYTES: usize = 2 * '学'.len_utf8();

fn is_word(words: &str, text: Option<&str>) -> bool {
    let mut words = words.as_bytes().chunks_exact(WORD_BYTES);
    text.is_some_and(|it| words.any(|word| word == it.as_bytes()))
}

/// Whether a text might be the name of a person, perhaps with a number or a note.
pub(crate) fn could_be_name(text: &str) -> bool {
    let whole = without_white(text);
    let bare = match whole.find(['(', '（', '【', '[']) {
        Some(at) if at > 0 && whole.ends_with([')', '）', '】', ']']) => &whole[..at],
        _ => &whole,
    };
    // 2026年9月, 40人; but 2.王小明 and 王小明2.
    let rest = bare.trim_start_matches(|it: char| it.is_ascii_digit());
    if rest.len() < bare.len() && rest.starts_with(['年', '月', '日', '班', '级', '人', '届'])
    {
        return false;
    }
    let bare = bare.trim_matches(|it: char| !it.is_alphabetic());
    let is_end = |it: &str| bare.eq_ignore_ascii_case(it);
    !bare.is_empty()
        && !matches!(bare, "完" | "是" | "否")
        && !is_end("end")
        && !is_end("eof")
        && !says_no_name(bare)
}

/// Characters of a text that are read: a cell may hold a book.
const CHARS_READ: usize = 256;

/// Whether a text has words that no name has. A short one has to be made of them: 王学生 is somebody.
fn says_no_name(bare: &str) -> bool {
    let pair = |at: usize| bare.get(at..at + WORD_BYTES);
    let either = |at| is_word(WORDS, pair(at)) || is_word(STATES, pair(at));
    let first = bare.chars().next().map_or(0, char::len_utf8);
    match bare.chars().count() {
        0..=2 => either(0) && bare.len() == WORD_BYTES,
        3 => {
            let (Some(first_char), Some(last)) = (bare.chars().next(), bare.chars().last()) else {
                return false;
            };
            either(0) && BEHIND.contains(last) || BEFORE.contains(first_char) && either(first)
        }
        _ => {
            let mut places = bare.char_indices().take(CHARS_READ);
            places.any(|(at, _)| is_word(WORDS, pair(at)))
        }
    }
}
