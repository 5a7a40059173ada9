//! Joins a header of two levels.

use roster_model::{Column, Merged};
use roster_standard::Sensitive;
use roster_standard::header::{Header, find, find_in_group, tidy};

use crate::header::about_form::{has_both_choices, is_choice};
use crate::header::beside;
use crate::header::{HeaderColumn, Words, alone};
use crate::row::{Row, RowCell};

/// Whether a cell is merged over both rows: what stands beside it below is a part of the header. So are 男 and 女 alone
/// side by side, over columns with a tick in one of them.
pub(crate) fn is_one_header(upper: &Row, lower: &Row, merged: &[Merged]) -> bool {
    let mut blocks = merged.iter();
    let mut texts = lower.filled().map(|it| it.text.trim());
    blocks.any(|it| it.first_row == upper.number && it.last_row == lower.number)
        || has_both_choices(texts.clone()) && texts.all(is_choice)
}

/// The last position of the merged block that begins at a cell.
pub(crate) fn reach(merged: &[Merged], row: u32, position: u16) -> Option<u16> {
    let mut blocks = merged.iter();
    let block = blocks.find(|it| it.first_row == row && it.first_position == position)?;
    Some(block.last_position)
}

/// A lower row belongs to the header only if it leaves every known word above it alone, and if at least half
/// of its own words are known, or cells merged over both rows prove it, or most of them head a column and the
/// upper row names the pupil: 姓名 and 电话 below 班主任 are nobody's texts. A lone word above it is a title. A
/// known word over merged cells, such as 联系方式, may gather columns that have words of their own; where
/// nothing is merged, as in a text file, only if the lower row has words of headers alone.
pub(crate) fn two_levels(upper: &Row, lower: &Row, header: Words<'_>) -> Option<Vec<HeaderColumn>> {
    let is_heading = |cell: &RowCell<'_>| {
        let (text, below) = (cell.text, lower.text_at(cell.position).trim());
        header.is_known(text)
            || is_section(text)
            || !below.is_empty() && header.is_known(&format!("{}{below}", text.trim()))
    };
    upper.filled().filter(is_heading).nth(1)?;
    let mut positions: Vec<u16> = upper
        .filled()
        .chain(lower.filled())
        .map(|cell| cell.position)
        .collect();
    roster_order::sort(&mut positions);
    positions.dedup();
    let mut columns = Vec::with_capacity(positions.len());
    let is_proven = is_one_header(upper, lower, header.merged);
    // Nobody's data are all words of headers.
    let is_word = |it: RowCell<'_>| header.is_known(it.text) || is_choice(it.text.trim());
    let is_all_words = lower.filled().all(is_word);
    let (mut above, mut words, mut known, mut heads) = ("", 0, 0, 0);
    // Where cells are merged, a word reaches as far as its block; else up to the next word.
    let is_merged = header.merged.iter().any(|it| it.first_row == upper.number);
    let mut above_until = u16::MAX;
    let mut gathers = false;
    for position in positions {
        let (top, sub) = (
            upper.text_at(position).trim(),
            lower.text_at(position).trim(),
        );
        if !top.is_empty() {
            above = top;
            let block = reach(header.merged, upper.number, position);
            let is_next_below = || {
                upper.text_at(position + 1).trim().is_empty()
                    && !lower.text_at(position + 1).trim().is_empty()
            };
            gathers = block.is_some_and(|it| it > position)
                || !is_merged && is_all_words && is_next_below();
            above_until = if is_merged {
                block.unwrap_or(position)
            } else {
                u16::MAX
            };
        } else if position > above_until {
            above = "";
        }
        if sub.is_empty() {
            columns.push(header.column(position, top, alone(top)));
            above = "";
            continue;
        }
        let is_column = |text: &str| {
            matches!(find(text), Header::Column(_) | Header::Ignored)
                || header.own.find(text).is_some()
        };
        // 身份证 over 号码 is one word in two rows; what a note adds is no part of it.
        let is_one_word = || {
            let joined = format!("{top}{sub}");
            let is_note = !sub.chars().all(char::is_alphabetic) || tidy(&joined) != joined;
            find(sub) == Header::Unknown && !is_note && is_column(&joined)
        };
        if is_column(top) && !gathers && !is_one_word() {
            return None;
        }
        let (text, meaning) = match join(above, sub) {
            (_, Header::Unknown) if is_column(above) && header.is_known(sub) => {
                (sub.to_owned(), find(sub))
            }
            joined => joined,
        };
        words += 1;
        heads += usize::from(header.is_known(sub) || find_in_group(1, sub) != Header::Unknown);
        let column = header.column(position, &text, meaning);
        known += usize::from(column.named().is_some() || column.meaning == Header::Ignored);
        columns.push(column);
    }
    beside::give_to_second(&mut columns);
    beside::settle(&mut columns);
    let is_below_others = || heads > 1 && heads * 2 > words && pupil_above(&columns, lower);
    (words > 0 && (is_proven || known * 2 >= words || is_below_others())).then_some(columns)
}

/// Whether the upper row of a header names the pupil, with nothing below.
pub(crate) fn pupil_above(columns: &[HeaderColumn], lower: &Row) -> bool {
    let mut pupils = columns.iter().filter(|it| it.names_a_pupil());
    pupils.any(|it| lower.text_at(it.position).trim().is_empty())
}

/// The word of a lower row together with the word that stands above it or to the upper left.
fn join(above: &str, sub: &str) -> (String, Header) {
    if above.is_empty() {
        return (sub.to_owned(), find(sub));
    }
    let joined = format!("{above}{sub}");
    let meaning = match find(above) {
        Header::Group(group) => find_in_group(group, sub),
        _ if is_section(above) => return (sub.to_owned(), find(sub)),
        _ => match find(&joined) {
            Header::Unknown if let Some(meaning) = below_family(above, sub) => meaning,
            Header::Unknown if is_own_section(above, sub) => return (sub.to_owned(), find(sub)),
            meaning => meaning,
        },
    };
    // 联系电话 over 父亲 is 父亲联系电话.
    if meaning == Header::Unknown && matches!(find(sub), Header::Group(_)) {
        return (joined, find(&format!("{sub}{above}")));
    }
    (joined, meaning)
}

/// How a heading ends that only gathers columns.
const SECTION_ENDS: [&str; 4] = ["信息", "情况", "资料", "栏"];
/// What makes it a heading of somebody else's columns.
const SECTION_OTHERS: [&str; 8] = ["家", "父", "母", "监护", "成员", "联系人", "老师", "班主任"];

/// Headings over the columns of whoever of the family is named below them, and of all that says which: 家庭 over
/// 父亲姓名 and 母亲姓名.
const FAMILY: [&str; 6] = [
    "家庭成员",
    "家庭主要成员",
    "主要家庭成员",
    "父母",
    "家庭成员及监护人",
    "父亲或其他监护人",
];

/// What a word means below a heading such as 家庭成员情况 or 母亲情况, which gathers what is asked of a person.
fn below_family(above: &str, sub: &str) -> Option<Header> {
    let heading = tidy(above);
    let ends = SECTION_ENDS.iter();
    let whose = ends.fold(&*heading, |it, end| it.strip_suffix(end).unwrap_or(it));
    let group = match find(whose) {
        Header::Group(group) => group,
        _ if FAMILY.contains(&whose) => 1,
        _ if whose == "家庭" => 0,
        _ => return None,
    };
    let meaning = match find(sub) {
        Header::Column(column) if column.member().is_some() => Header::Column(column),
        // The family has one, whoever belongs to it.
        Header::Column(Column::HomeAddress) if group == 0 => find(sub),
        _ => find_in_group(group, sub),
    };
    Some(meaning)
}

/// Whether a word only gathers columns that have their full names below: 户口 over 户口性质, 学校 over 年级. Who is
/// to be asked is another person, and the telephone of a school is not the pupil's.
fn is_own_section(above: &str, sub: &str) -> bool {
    let Header::Column(column) = find(sub) else {
        return false;
    };
    match above {
        "基本" | "个人" | "本人" | "身份" | "证件" => true,
        "联系" => column != Column::Name,
        "入学" | "户口" | "户籍" | "学籍" | "学校" => {
            let of = column.info().sensitive;
            !matches!(
                of,
                Some(Sensitive::Name | Sensitive::Phone | Sensitive::Address)
            )
        }
        _ => false,
    }
}

/// A heading such as 基本信息 that only gathers the pupil's own columns.
fn is_section(above: &str) -> bool {
    let above = above.trim();
    SECTION_ENDS.iter().any(|end| above.ends_with(end))
        && !SECTION_OTHERS.iter().any(|it| above.contains(it))
}
