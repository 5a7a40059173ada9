//! Finds personal values that slipped into a column that is not personal, and masks them: in a row that
//! slipped by a column, a number stands among the document types and a name among the sexes.
//!
//! What belongs in the column stays as it is. When unsure, a text in the shape of a number, a phone or a
//! document is masked. Among codes a text that might be a name is masked too, whatever the surname: only
//! words of a list, words near one, and those that the column says again and again are shown. Elsewhere words
//! are shown, unless they begin with one of the surnames of nineteen in twenty people.

use roster_standard::{Column, Kind, Table};
use roster_values::mask;
use roster_values::name::surname;
use roster_values::phone::{Phone, read_phone};
use roster_values::text::{half_width_char, is_han, is_invisible, is_white, trim};

/// Bytes of the shortest text that may identify a person: two characters of a name.
const TEXT_BYTES_MIN: usize = 6;
/// Digits of the shortest number that may: of a passport.
const DIGITS_MIN: usize = 7;
/// A number may be written in groups; of more groups than this it is a list of numbers.
const GAPS_MAX: usize = 4;
/// A date has two hyphens, from one to another there are five.
const HYPHENS_MAX: usize = 2;
/// Characters of the longest number with separators.
const GROUPED_CHARACTERS_MAX: usize = 40;
/// Han characters of the shortest address that is known as one.
const ADDRESS_MIN: usize = 6;

/// The surnames of nineteen in twenty people, but for those that begin a word of rosters (华侨, 党员, 毕业).
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛\
叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞\
樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦尤聂焦柳邢骆岳齐梅庄辛祝涂谷祁耿牟卜詹凌费纪靳盛童欧\
甄项曲游裴席卫屈鲍霍翁隋柯付闫覃阮冉佘佟窦苟岑滕仝缪迟邝冼麦匡敖褚邬巩臧芮";
/// Characters that never occur in a name; used in columns of numbers and of regions.
const NO_NAME: &str = "族班级省市县区镇旗校证户村州病残年月日";
/// What no name ends in.
const NO_END: &str = "族班级省市县区镇校证户村病残";
/// What days and numbers are made of.
const NUMERALS: &str = "〇零一二三四五六七八九十";
/// Other words that begin with a surname.
const WORDS: [&str; 21] = [
    "高一", "高二", "高三", "高中", "高职", "高度", "程度", "严重", "易地", "曾经", "曾祖", "江苏",
    "江西", "安徽", "安置", "康复", "长期", "毕业", "升学", "结业", "肄业",
];
/// What answers begin with that are in no list, and no name: 不详, 未知, 暂缺, 同上.
const ANSWERS: &str = "不未没无暂待同已有是否在非本第";
/// What a relation ends in that the list does not name: 大姨, 堂哥.
const KIN: &str = "父母爸妈爷奶公婆叔伯姑姨舅婶嫂哥姐弟妹亲";
/// Han characters of the longest name without a dot: 阿卜杜热合曼.
const NAME_MAX: usize = 8;
/// Letters of the shortest name in Latin letters.
const LATIN_MIN: usize = 4;
/// What kinds of changes have in them that no list knows, and hardly a name: 外出, 离校, 失踪.
const OF_CHANGES: &str = "出入离走借转停休退返逃亡失除校辍务缓减变异流送教移参就打读";
/// Lists whose words are spelled by their sound, as many a name is.
const BY_SOUND: [&str; 2] = ["ethnic_group", "nationality"];
/// What the parts of an address end in, the large ones and the small ones.
const PLACES: &str = "省市县区镇乡村街道路巷弄号室栋幢";

/// What may stand in a column.
#[derive(Clone, Copy)]
enum Belongs {
    /// Words: numbers and addresses do not belong there.
    Words,
    /// Names of regions.
    Regions,
    /// A code, a date, or an entry of a list.
    Listed(Option<&'static Table>),
}

/// A text of a column that is not personal, with whatever identifies a person masked.
pub(crate) fn hidden(column: Column, text: &str) -> Option<String> {
    if text.len() < TEXT_BYTES_MIN {
        return None;
    }
    let info = column.info();
    let belongs = match info.kind {
        Kind::Region => Belongs::Regions,
        Kind::Text => match column {
            Column::ClassCode
            | Column::ClassSerial
            | Column::CampusCode
            | Column::ContinuationMark => Belongs::Listed(None),
            _ => Belongs::Words,
        },
        _ => Belongs::Listed(info.table),
    };
    if let Belongs::Listed(Some(table)) = belongs
        && table.labelled(text).is_some()
    {
        return None;
    }
    in_place(belongs, text)
}

/// Like `hidden`, for a column of which nothing is known but that it is not personal.
pub(crate) fn hidden_in_words(text: &str) -> Option<String> {
    if text.len() < TEXT_BYTES_MIN {
        return None;
    }
    in_place(Belongs::Words, text)
}

/// Whether what is hidden of this text may be a word all the same, if its column has it again and again.
pub(crate) fn may_be_word(text: &str) -> bool {
    text.chars().count() <= NAME_MAX && text.chars().all(char::is_alphabetic)
}

fn in_place(belongs: Belongs, text: &str) -> Option<String> {
    if text.is_ascii() {
        return without_numbers(text)
            .or_else(|| is_latin_name(belongs, text).then(|| mask::name(text)));
    }
    if is_address(belongs, text) {
        return Some(mask::address(text));
    }
    if !matches!(belongs, Belongs::Words) && is_name(belongs, text) {
        return Some(mask::name(text));
    }
    without_numbers(text)
}

/// Numbers of documents and phones and e-mail addresses hidden, wherever in the text they stand.
fn without_numbers(text: &str) -> Option<String> {
    // Codes and days are most of what there is.
    if is_code(text.as_bytes()) {
        return None;
    }
    let has_mail = text.contains(['@', '＠']);
    let is_digit = |c: char| half_width_char(c).is_ascii_digit();
    if !has_mail && text.chars().filter(|&c| is_digit(c)).count() < DIGITS_MIN {
        return None;
    }
    let all: Vec<char> = text.chars().collect();
    let letters: Vec<char> = all.iter().map(|c| half_width_char(*c)).collect();
    let mut shown = String::with_capacity(text.len());
    // Where the word ends, and the address that it may have; of a long one that is asked once.
    let (mut at, mut word_end, mut mail_end) = (0, 0, 0);
    let mut is_changed = false;
    while at < letters.len() {
        if has_mail && at >= word_end {
            word_end = at + letters[at..].iter().take_while(|c| is_of_mail(**c)).count();
            let may_be_mail = letters[at..word_end].contains(&'@');
            mail_end = if may_be_mail { word_end } else { 0 };
        }
        let word = letters.get(at..mail_end).unwrap_or_default();
        let (end, hidden) = match mail(word) {
            Some(hidden) => (mail_end, Some(hidden)),
            None => number(&letters, at),
        };
        is_changed |= hidden.is_some();
        match hidden {
            Some(hidden) => shown.push_str(&hidden),
            None => shown.extend(&all[at..end]),
        }
        at = end;
    }
    is_changed.then_some(shown)
}

/// Whether a text is digits alone, of no document's and no phone's length.
fn is_code(text: &[u8]) -> bool {
    let may_tell = match text.len() {
        15 | 17.. => true,
        11 => text[0] <= b'1',
        10 | 12 => text[0] == b'0',
        13 => text.starts_with(b"86"),
        _ => false,
    };
    !may_tell && text.iter().all(u8::is_ascii_digit)
}

fn is_of_mail(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '_' | '-' | '+')
}

fn mail(word: &[char]) -> Option<String> {
    let at = word.iter().position(|c| *c == '@')?;
    let is_told = |it: &[char]| it.iter().any(char::is_ascii_alphanumeric);
    let is_mail = is_told(&word[..at]) && is_told(&word[at..]);
    is_mail.then(|| mask::mail(&word.iter().collect::<String>()))
}

/// Where the letters or the number that begin here end, and what is shown of a number that tells somebody.
fn number(all: &[char], start: usize) -> (usize, Option<String>) {
    let letters = all[start..]
        .iter()
        .take_while(|c| c.is_ascii_alphabetic())
        .count();
    let first = start + letters;
    if !all.get(first).is_some_and(char::is_ascii_digit) {
        return (start + letters.max(1), None);
    }
    // A number that tells nothing may stand before one that does.
    let whole = grouped(all, start, first, usize::MAX);
    match whole {
        (_, Some(_)) => whole,
        (_, None) => grouped(all, start, first, 0),
    }
}

/// The number whose digits begin at `first`, with at most `gaps_max` gaps among them.
fn grouped(all: &[char], start: usize, first: usize, gaps_max: usize) -> (usize, Option<String>) {
    let letters = first - start;
    let mut digits = String::new();
    let (mut end, mut gaps, mut hyphens, mut in_gap) = (first, 0, 0, false);
    for (at, &c) in all.iter().enumerate().skip(first) {
        let is_last = digits.len() == 17 && matches!(c, 'X' | 'x');
        if c.is_ascii_digit() || is_last {
            gaps += usize::from(std::mem::take(&mut in_gap));
            digits.push(c);
            end = at + 1;
        } else if gaps < gaps_max
            && digits.len() < GROUPED_CHARACTERS_MAX
            && (is_white(c) || is_invisible(c) || c == '-' || (c == ')' && digits.starts_with('0')))
        {
            hyphens += usize::from(c == '-');
            in_gap = true;
        } else {
            break;
        }
    }
    // Masked as if nothing stood between the digits.
    let text = all[start..first].iter().collect::<String>() + &digits;
    let number: String = all[first..end].iter().collect();
    let one_by_one = gaps + 1 == digits.len();
    if hyphens > HYPHENS_MAX || gaps > GAPS_MAX && !one_by_one {
        return (end, None);
    }
    let digits = digits
        .strip_prefix("86")
        .filter(|it| it.len() == 11)
        .unwrap_or(&digits);
    let is_day = digits.len() == 8 && digits.starts_with("20") && digits[4..6] <= *"12";
    let hidden = match (letters, digits.len()) {
        // 20250101 behind a letter is the day of a class.
        (1 | 2, 7..=9) if gaps == 0 && !is_day => mask::number(&text),
        (_, 15 | 17 | 18) | (3, 12) => mask::number(&text),
        // A number with a digit too many; lists of numbers have something between them.
        (_, 19..) if gaps == 0 => mask::number(&text),
        (_, 11) if digits.starts_with('1') && digits[1..] >= *"3" => mask::phone(&text),
        (_, 10..=12) if is_landline(&number, digits) => mask::phone(&text),
        _ => return (end, None),
    };
    (end, Some(hidden))
}

fn is_landline(number: &str, digits: &str) -> bool {
    let is_one = |it: &str| matches!(read_phone(it), Phone::Landline | Phone::Prefixed(_));
    digits.starts_with('0') && (is_one(number) || is_one(digits))
}

fn is_address(belongs: Belongs, text: &str) -> bool {
    let count = |of: fn(char) -> bool| text.chars().filter(|&c| of(c)).count();
    if count(is_han) < ADDRESS_MIN || text.ends_with(['校', '学', '园', '院', '班']) {
        return false;
    }
    let parts = count(|c| PLACES.contains(c));
    match belongs {
        Belongs::Listed(table) => parts >= 2 && !is_near(table, text, false),
        // The name of a village ends where the address of a house begins.
        Belongs::Words | Belongs::Regions => {
            let pairs = text.chars().zip(text.chars().skip(1));
            let mut pairs = pairs.map(|(a, b)| (half_width_char(a), b));
            parts >= 3 && pairs.any(|(a, b)| a.is_ascii_digit() && "号室栋幢弄".contains(b))
        }
    }
}

fn is_name(belongs: Belongs, text: &str) -> bool {
    // A number beside a name is hidden by itself.
    let is_part = |c: &char| is_han(*c) || matches!(c, '·' | '•' | '・' | '．');
    let name: String = trim(text).chars().filter(is_part).collect();
    let count = name.chars().count();
    let mut words = text.chars().filter(|c| c.is_alphabetic());
    if count < 2 || !words.all(is_han) {
        return false;
    }
    let family = surname(&name);
    let is_known = family.chars().count() > 1 || SURNAMES.contains(family);
    let is_word = WORDS.iter().any(|it| name.starts_with(it));
    let has_number = text.chars().any(char::is_numeric);
    let is_dotted = name.contains(|c| !is_han(c)) && (3..=20).contains(&count);
    match belongs {
        Belongs::Listed(table) if !has_number || is_dotted => {
            let is_day = table.is_none()
                && name.contains(|c| NUMERALS.contains(c))
                && name.ends_with(['年', '月', '日']);
            let is_answer = is_word
                || is_day
                || name.starts_with(|c| ANSWERS.contains(c))
                || name.ends_with(|c| NO_END.contains(c));
            let is_change = table.is_some_and(|it| it.id == "event_type")
                && count <= 4
                && !is_known
                && name.contains(|c| OF_CHANGES.contains(c));
            (is_dotted || count <= NAME_MAX)
                && !is_answer
                && !is_change
                && !is_near(table, &name, is_known)
                && !is_of_some_list(&name)
        }
        _ => {
            let table = match belongs {
                Belongs::Listed(table) => table,
                _ => None,
            };
            let may_be = !name.contains(|c| NO_NAME.contains(c)) && !is_near(table, &name, false);
            may_be && (is_dotted || count <= 4 && is_known && !is_word)
        }
    }
}

/// A list here has no words in Latin letters but those it knows; where there is none, two words are a name.
fn is_latin_name(belongs: Belongs, text: &str) -> bool {
    let Belongs::Listed(table) = belongs else {
        return false;
    };
    let is_of_name = |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'');
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    if letters < LATIN_MIN || !text.chars().all(is_of_name) {
        return false;
    }
    let is_name_part = |it: &str| it.len() > 1 && it.starts_with(|c: char| c.is_ascii_uppercase());
    match table {
        Some(table) => table.find(text).entry().is_none(),
        None => trim(text).contains(' ') && text.split_whitespace().all(is_name_part),
    }
}

/// Whether the text is in the table, or begins or ends as an entry does: 汉族人, 曾祖父. What follows a surname
/// is a given name: 张健康.
fn is_near(table: Option<&'static Table>, text: &str, has_surname: bool) -> bool {
    let Some(table) = table else {
        return false;
    };
    let is_in = |text: &str| table.find(text).entry().is_some();
    // Names of peoples and countries are spelled by their sound, as many a person's is.
    if BY_SOUND.contains(&table.id) {
        return is_in(text) || text.strip_suffix(['人', '籍']).is_some_and(is_in);
    }
    let letters = text.chars().count();
    let is_kin = |c: char| KIN.contains(c);
    if is_in(text)
        || table.id == "relation" && letters <= 3 && !has_surname && text.ends_with(is_kin)
    {
        return true;
    }
    let starts = text.char_indices().map(|it| it.0);
    let ends = text.char_indices().map(|it| it.0).chain([text.len()]);
    let pairs = starts.zip(ends.skip(2));
    let is_short = has_surname && letters <= 3;
    let mut pairs = pairs.take(if is_short { 1 } else { letters });
    pairs.any(|(start, end)| {
        let pair = &text[start..end];
        let is_of = |it: &str| it.starts_with(pair) || it.ends_with(pair);
        let mut entries = table.entries.iter();
        pair.chars().all(is_han)
            && entries.any(|it| is_of(it.label) || it.aliases.iter().chain(it.doubtful).any(is_of))
    })
}

/// Whether another column's list has the word: cells that stand a column too far.
fn is_of_some_list(text: &str) -> bool {
    let mut tables = Table::all().iter().filter(|it| it.id != "ethnic_group");
    tables.any(|it| it.find(text).entry().is_some())
}

#[cfg(test)]
mod tests;
