//! What words of a header mean only beside the others of their row: 参保人姓名 where nothing else is the name,
//! 联系电话 right of 父亲姓名 where it stands a second time, XM beside XBM and CSRQ, 01姓名 beside 02性别.

use roster_model::Column;
use roster_standard::header::{Header, find, find_in_group, tidy};
use roster_standard::initials;

use crate::header::HeaderColumn;

/// Tells what the words mean that alone mean nothing, or something else.
pub(crate) fn settle(columns: &mut [HeaderColumn]) {
    read_codes(columns);
    read_counted(columns);
    leave_seats(columns);
    for kind in KINDS {
        find_pupils(columns, *kind);
    }
    give_to_parents(columns);
    give_to_guardian(columns);
    give_to_members(columns);
    give_relation(columns);
}

fn is_unknown(column: &HeaderColumn) -> bool {
    column.meaning == Header::Unknown && column.own.is_none()
}

fn has(columns: &[HeaderColumn], column: Column) -> bool {
    columns
        .iter()
        .any(|it| it.meaning == Header::Column(column))
}

/// What the words that nobody knows mean, read in another way, if that is some column for enough of them and
/// another one for each.
fn read_unknown(
    columns: &mut [HeaderColumn],
    enough: usize,
    read: &dyn Fn(&str) -> Option<Column>,
) {
    let mut found: Vec<(usize, Column)> = Vec::new();
    for (index, it) in columns.iter().enumerate().filter(|it| is_unknown(it.1)) {
        let Some(column) = read(&tidy(&it.text)) else {
            continue;
        };
        if has(columns, column) || found.iter().any(|it| it.1 == column) {
            return;
        }
        found.push((index, column));
    }
    if found.len() >= enough {
        for (index, column) in found {
            columns[index].meaning = Header::Column(column);
        }
    }
}

/// XM, XBM, CSRQ: the names that the standard gives the fields of a database.
fn read_codes(columns: &mut [HeaderColumn]) {
    /// Fewer could be anything.
    const CODES_MIN: usize = 3;
    let mut texts = columns.iter().map(|it| it.text.trim());
    if texts.any(|it| it.eq_ignore_ascii_case("XM")) {
        read_unknown(columns, CODES_MIN, &initials::column);
    }
}

/// 01姓名, 02性别; but 1姓名 and 2姓名 are two members'.
fn read_counted(columns: &mut [HeaderColumn]) {
    read_unknown(columns, 2, &|text| {
        let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
        match find(rest) {
            Header::Column(column) if (1..=2).contains(&(text.len() - rest.len())) => Some(column),
            _ => None,
        }
    });
}

/// 座位号 beside 考场号 is a seat in the room of an examination, and no number in the class.
fn leave_seats(columns: &mut [HeaderColumn]) {
    let mut texts = columns.iter().map(|it| &it.text);
    if texts.any(|it| {
        ["考场", "试室", "考室"]
            .iter()
            .any(|room| it.contains(room))
    }) {
        let serial = Header::Column(Column::ClassSerial);
        let of_seats = |it: &&mut HeaderColumn| it.meaning == serial && it.text.contains('座');
        columns
            .iter_mut()
            .filter(of_seats)
            .for_each(|it| it.meaning = Header::Unknown);
    }
}

/// Who else may be called by a name in a list of pupils: relatives, teachers, those to be asked, those who hold an
/// account or have signed; and what is no name that the pupil has now.
const OTHERS: &str = "父母爸妈爷奶公婆祖兄弟姐妹偶家亲监护联师教导领主任成户账银卡款医司工\
    经填制审核责代投担签推荐证送志您你英文拼曾原旧";
/// How one begins that ends in 人 or 员 and is a pupil all the same: 参保人, 申请人, 被保险人, 学员, 队员.
const PERSONS: &[char] = &['参', '申', '被', '本', '学', '队'];

/// A column that is found by the ends of its words, and what may stand before.
type Ended = (Column, &'static [&'static str], fn(&str) -> bool);

const KINDS: &[Ended] = &[
    (Column::Name, &["姓名", "名字"], is_of_pupil),
    (
        Column::IdNumber,
        &["号", "号码", "居民身份证"],
        |before| {
            // 残疾证件号 and 低保证件号 are other documents.
            is_of_pupil(before) && before.ends_with(['人', '生', '员', '童', '者', '效', '民'])
        },
    ),
    // 公历生日
    (Column::BirthDate, &["日", "日期"], |before| {
        is_of(before, "公阳新历")
    }),
    // 所在年级班级
    (Column::ClassName, &["班", "班级", "班别"], |before| {
        is_of(before, "所在就读属现新年级")
    }),
    // 紧急联系人电话, 家长电话1
    (
        Column::Phone,
        &["电话", "手机", "号", "号码", "方式", "1"],
        |before| is_of(before, "紧急主要常用联系人父或母家庭长"),
    ),
];

fn is_of(text: &str, characters: &str) -> bool {
    text.chars().all(|it| characters.contains(it))
}

/// Whether such words before 姓名 leave it the pupil's. 对方学生 is the other one.
fn is_of_pupil(before: &str) -> bool {
    if before.starts_with("对方") {
        return false;
    }
    let is_asked = before.ends_with(['人', '长', '员']) && !before.starts_with(PERSONS);
    let is_other = |it: char| OTHERS.contains(it) || it.is_ascii_punctuation();
    let is_han = |it: char| !it.is_ascii() && it.is_alphabetic();
    let is_nobody_else = before.starts_with('被') || !before.contains(is_other);
    before == "中文" || before.contains(is_han) && !is_asked && is_nobody_else
}

/// Bytes of the longest words that are looked at from each of their characters on: a pupil's cell may hold a book.
const WORDS_MAX: usize = 90;

/// 参保人姓名, 毕业生姓名, 有效证件号码: the one word of this kind, where the column is not named otherwise; and
/// what else begins as the name does.
fn find_pupils(columns: &mut [HeaderColumn], (column, ends, is_of_pupil): Ended) {
    if has(columns, column) {
        return;
    }
    let before = |it: &HeaderColumn| {
        let text = tidy(&it.text);
        // 居民身份证(18位) is one, but 毕业生姓名(英文) and 出生日期(农历) none.
        let is_noted = |it: char| it == '(' && column != Column::Name;
        let is_lunar = ["农历", "阴历"].iter().any(|it| text.contains(it));
        let text = text.split(is_noted).next().unwrap_or_default();
        let is_short = text.len() <= WORDS_MAX && !is_lunar;
        let is_end = is_short && is_unknown(it) && ends.iter().any(|end| text.ends_with(end));
        // 家长电话1 is the first of some.
        let one = text.strip_suffix('1').unwrap_or(text);
        let mut places = one.char_indices().filter(|_| is_end);
        let is_column = |place: usize| find(&one[place..]) == Header::Column(column);
        let place = places.find(|it| is_column(it.0))?.0;
        let before = &one[..place];
        is_of_pupil(before).then(|| before.to_owned())
    };
    let found = columns.iter().enumerate();
    let mut found = found.filter_map(|(index, it)| Some((index, before(it)?)));
    let (Some((index, before)), None) = (found.next(), found.next()) else {
        return;
    };
    columns[index].meaning = Header::Column(column);
    if column != Column::Name {
        return;
    }
    for index in 0..columns.len() {
        let text = tidy(&columns[index].text);
        let rest = text.strip_prefix(&before).map_or(Header::Unknown, find);
        if let Header::Column(other) = rest
            && is_unknown(&columns[index])
            && !has(columns, other)
        {
            columns[index].meaning = rest;
        }
    }
}

/// What a column of the first member is for the second one.
fn of_second(column: Column) -> Header {
    let word = column.info().zh.strip_prefix("成员1");
    find_in_group(2, word.unwrap_or_default())
}

/// 监护人 or 家长 beside the father alone may be the mother, and so is the second member.
fn give_to_guardian(columns: &mut [HeaderColumn]) {
    let of_father = |it: &HeaderColumn| it.text.contains(['父', '爸']) && member(it) == Some(1);
    if has_second(columns) || !columns.iter().any(of_father) {
        return;
    }
    for it in columns.iter_mut().filter(|it| is_third(it)) {
        if let Header::Column(column) = it.meaning {
            it.meaning = of_second(column);
        }
    }
}

fn has_second(columns: &[HeaderColumn]) -> bool {
    columns.iter().any(|it| member(it) == Some(2))
}

/// 家长信息 over 姓名 | 电话 | 姓名 | 电话 is two parents, where the word does not count them.
pub(crate) fn give_to_second(columns: &mut [HeaderColumn]) {
    give_to_guardian(columns);
    if has_second(columns) {
        return;
    }
    let mut first: Vec<Column> = Vec::new();
    for index in 0..columns.len() {
        let column = match columns[index].meaning {
            Header::Column(column) if column.member().is_some() => column,
            _ => continue,
        };
        if !first.contains(&column) {
            first.push(column);
            continue;
        }
        let is_counted = |it: char| it.is_numeric() || "父母第一①".contains(it);
        if let Header::Column(second) = of_second(column)
            && !columns[index].text.contains(is_counted)
            && !has(columns, second)
        {
            columns[index].meaning = Header::Column(second);
        }
    }
}

/// 家长电话 or 家庭电话 beside another telephone is that of a parent, whose name may stand there too.
fn give_to_parents(columns: &mut [HeaderColumn]) {
    let is_phone = |it: &&mut HeaderColumn| it.meaning == Header::Column(Column::Phone);
    if has(columns, Column::Member1Phone) || columns.iter_mut().filter(is_phone).count() < 2 {
        return;
    }
    for whose in ["家长", "家庭"] {
        let mut phones = columns.iter_mut().filter(is_phone);
        if let Some(it) = phones.find(|it| tidy(&it.text).starts_with(whose)) {
            it.meaning = Header::Column(Column::Member1Phone);
            return;
        }
    }
}

/// Whether a header says beyond doubt what its column is, so that it goes before another one that is to its left:
/// 学籍号 beside 全国学籍号 may be the province's, 户口类型 beside 户口性质 whose household it is.
pub(crate) fn is_sure(column: &HeaderColumn) -> bool {
    ["全国", "国网", "性质"]
        .iter()
        .any(|it| column.text.contains(it))
}

/// Whether the columns of the father and of the mother are both there: they are the two members.
pub(crate) fn has_both_parents<'a>(
    columns: impl Iterator<Item = &'a HeaderColumn> + Clone,
) -> bool {
    let mut fathers = columns.clone().filter(|it| member(it) == Some(1));
    let mut mothers = columns.filter(|it| member(it) == Some(2));
    fathers.any(|it| it.text.contains(['父', '爸']))
        && mothers.any(|it| it.text.contains(['母', '妈']))
}

/// Whether beside the father and the mother a column is that of a guardian or parent (监护人, 家长), who is a third one.
pub(crate) fn is_third(column: &HeaderColumn) -> bool {
    member(column).is_some()
        && ["监护人", "家长"].iter().any(|it| column.text.contains(it))
        && !column.text.contains("是否")
        && !column.text.contains(['父', '爸', '母', '妈'])
}

/// Which member of the family a column is of.
fn member(column: &HeaderColumn) -> Option<u8> {
    match column.meaning {
        Header::Column(it) => it.member(),
        _ => None,
    }
}

/// A word that right of somebody's name means a column of that person, and alone nothing, or a column that the
/// header has a second time: 父亲姓名 | 联系电话 | 母亲姓名 | 联系电话. Right of two names it may be anybody's.
fn give_to_members(columns: &mut [HeaderColumn]) {
    let group = |it: Option<&HeaderColumn>| match it?.meaning {
        Header::Column(Column::Member1Name) => Some(1),
        Header::Column(Column::Member2Name) => Some(2),
        _ => None,
    };
    let before: Vec<Header> = columns.iter().map(|it| it.meaning).collect();
    let has_both = has_both_parents(columns.iter());
    let mut person = None;
    for index in 0..columns.len() {
        if has_both && is_third(&columns[index]) {
            person = None;
            continue;
        }
        if let Some(here) = group(columns.get(index)) {
            let is_beside = group(columns.get(index + 1)).is_some()
                || index > 0 && group(columns.get(index - 1)).is_some();
            person = (!is_beside).then_some(here);
            continue;
        }
        let (Some(person), Header::Column(_) | Header::Unknown) = (person, before[index]) else {
            continue;
        };
        let is_once = || before.iter().filter(|it| **it == before[index]).count() == 1;
        let it = &columns[index];
        if it.own.is_some() || !is_unknown(it) && is_once() {
            continue;
        }
        let meaning = find_in_group(person, &it.text);
        if let Header::Column(column) = meaning
            && !has(columns, column)
        {
            columns[index].meaning = meaning;
        }
    }
}

/// A relation left of the name of the only family member, or elsewhere, is that member's, unless it stands behind
/// a column of which nobody knows whose it is: 紧急联系人 | 与学生关系.
fn give_relation(columns: &mut [HeaderColumn]) {
    let is_name = |it: &&HeaderColumn| {
        let names = [Column::Member1Name, Column::Member2Name].map(Header::Column);
        names.contains(&it.meaning)
    };
    let mut names = columns.iter().filter(is_name);
    let (Some(name), None) = (names.next(), names.next()) else {
        return;
    };
    let (person, relation) = match name.meaning {
        Header::Column(Column::Member2Name) => (2, Column::Member2Relation),
        _ => (1, Column::Member1Relation),
    };
    let is_clear = |index: usize| {
        let here = &columns[index];
        is_unknown(here)
            && here.own.is_none()
            && !(index > 0 && is_unknown(&columns[index - 1]))
            && find_in_group(person, &here.text) == Header::Column(relation)
    };
    let found = (0..columns.len()).find(|&it| is_clear(it));
    if let Some(index) = found.filter(|_| !has(columns, relation)) {
        columns[index].meaning = Header::Column(relation);
    }
}
