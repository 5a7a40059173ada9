//! Tells by its content what is personal in a column that is not: in a row that slipped by a column, a
//! number stands among the document types and a name among the sexes.
//!
//! What belongs in the column stays as it is. In doubt a text that has the shape of a number, a phone or a
//! document is hidden, and a word that only might be a name is shown.

use roster_standard::{Column, Kind, Table};
use roster_values::mask;
use roster_values::name::surname;
use roster_values::phone::{Phone, read_phone};
use roster_values::text::{half_width_char, is_han, is_invisible, is_white, trim};

/// Bytes of the shortest text that may tell somebody: two characters of a name.
const SHORTEST: usize = 6;
/// Digits of the shortest number that does: of a passport.
const DIGITS_MIN: usize = 7;
/// A number may be written in groups; of more groups than this it is a list of numbers.
const GAPS_MAX: usize = 4;
/// A date has two hyphens, from one to another there are five.
const HYPHENS_MAX: usize = 2;
/// Han characters of the shortest address that is known as one.
const ADDRESS_MIN: usize = 6;

/// The surnames of nineteen in twenty people, but for those that begin a word of rosters (华侨, 党员, 毕业).
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛\
叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞\
樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦尤聂焦柳邢骆岳齐梅庄辛祝涂谷祁耿牟卜詹凌费纪靳盛童欧\
甄项曲游裴席卫屈鲍霍翁隋柯";
/// What no name has in it.
const NO_NAME: &str = "族班级省市县区镇旗校证户村州病残年月日";
/// Other words that begin with a surname.
const WORDS: [&str; 15] = [
    "高一", "高二", "高三", "高中", "高职", "高度", "程度", "严重", "易地", "曾经", "江苏", "江西",
    "安徽", "安置", "康复",
];
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

/// A text of a column that is not personal, masked as far as it tells somebody.
pub(crate) fn hidden(column: Column, text: &str) -> Option<String> {
    if text.len() < SHORTEST {
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

/// The same for a column of which nothing is known but that it is not personal.
pub(crate) fn hidden_in_words(text: &str) -> Option<String> {
    if text.len() < SHORTEST {
        return None;
    }
    in_place(Belongs::Words, text)
}

fn in_place(belongs: Belongs, text: &str) -> Option<String> {
    let without = without_numbers(text);
    if text.is_ascii() {
        return without;
    }
    if is_address(belongs, text) {
        return Some(mask::address(text));
    }
    if !matches!(belongs, Belongs::Words) && is_name(belongs, text) {
        return Some(mask::name(text));
    }
    without
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
    let mut at = 0;
    let mut is_changed = false;
    while at < letters.len() {
        let word = letters[at..].iter().take_while(|c| is_of_mail(**c)).count();
        let (end, hidden) = match mail(&letters[at..at + word]) {
            Some(hidden) => (at + word, Some(hidden)),
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
    let word_text: String = word.iter().collect();
    (is_told(&word[..at]) && is_told(&word[at..])).then(|| mask::mail(&word_text))
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
    let mut digits = String::new();
    let (mut end, mut gaps, mut hyphens, mut in_gap) = (first, 0, 0, false);
    for (at, &c) in all.iter().enumerate().skip(first) {
        let is_last = digits.len() == 17 && matches!(c, 'X' | 'x');
        if c.is_ascii_digit() || is_last {
            gaps += usize::from(std::mem::take(&mut in_gap));
            digits.push(c);
            end = at + 1;
        } else if is_white(c)
            || is_invisible(c)
            || c == '-'
            || (c == ')' && digits.starts_with('0'))
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
        Belongs::Listed(table) => parts >= 2 && !is_near(table, text),
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
    if count < 2 || !words.all(is_han) || name.contains(|c| NO_NAME.contains(c)) {
        return false;
    }
    let table = match belongs {
        Belongs::Listed(table) => table,
        _ => None,
    };
    if is_near(table, text) {
        return false;
    }
    let is_dotted = name.contains(|c| !is_han(c)) && (3..=20).contains(&count);
    let family = surname(&name);
    let is_known = family.chars().count() > 1 || SURNAMES.contains(family);
    let is_word = WORDS.iter().any(|it| name.starts_with(it));
    is_dotted || count <= 4 && is_known && !is_word
}

/// Whether the text is in the table, or two characters side by side are those of an entry: 汉族人, 曾祖父.
fn is_near(table: Option<&'static Table>, text: &str) -> bool {
    let Some(table) = table else {
        return false;
    };
    if table.find(text).entry().is_some() {
        return true;
    }
    let mut starts = text.char_indices().map(|it| it.0).chain([text.len()]);
    let (Some(mut one), Some(mut two)) = (starts.next(), starts.next()) else {
        return false;
    };
    for end in starts {
        let pair = &text[one..end];
        if pair.chars().all(is_han) && table.entries.iter().any(|it| it.label.contains(pair)) {
            return true;
        }
        (one, two) = (two, end);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(column: Column, shown: &[(&str, &str)]) {
        for (text, expected) in shown {
            let told = hidden(column, text).unwrap_or_else(|| (*text).to_owned());
            assert_eq!(&told, expected, "{column:?}");
        }
    }

    #[test]
    fn what_does_not_belong_is_masked_as_one_of_its_kind() {
        check(
            Column::IdType,
            &[
                ("110101201509010016", "110101********0016"),
                ("11010120150901001X", "110101********001X"),
                ("110101 20150901 0016", "110101********0016"),
                ("1 1 0 1 0 1 2 0 1 5 0 9 0 1 0 0 1 6", "110101********0016"),
                ("11010120150901001", "110101*******1001"),
                ("110101150901001", "110101*****1001"),
                ("１１０１０１２０１５０９０１００１６", "110101********0016"),
                ("13800000001", "138****0001"),
                ("+86 138-0000-0001", "+861****0001"),
                ("010-60000001", "010****0001"),
                ("E12345678", "E1*****78"),
                ("H12345678", "H1*****78"),
                ("zhang@example.com", "zh***"),
                ("1110101201509010016", "111010*********0016"),
                ("王小明", "王**"),
                ("欧阳小明", "欧***"),
                ("买买提·艾尔肯", "买******"),
                ("王小明13800000001", "王********"),
                ("薛城区临城街道泰山路8号", "薛城区临城街***"),
            ],
        );
        check(
            Column::Talents,
            &[
                ("书法，电话13800000001", "书法，电话138****0001"),
                ("东城区景山街道1号", "东城***"),
            ],
        );
    }

    #[test]
    fn what_belongs_stays() {
        let stays = [
            (Column::EthnicGroup, "汉族 汉族人 满族 黎族 高山族 白族人"),
            (Column::HukouType, "城镇 农业户口 常住户口 非农业家庭户口"),
            (Column::PoliticalStatus, "少先队员 党员 共青团员 群众"),
            (Column::ClassName, "三年级2班 高一（3）班 马班 20250101班"),
            (Column::ClassCode, "2501 20250101 G20250101 高一 高一2班"),
            (Column::Grade, "高一 高中一年级 小学三年级"),
            (
                Column::SchoolCode,
                "2137000001 第一小学 东城区景山街道中心小学",
            ),
            (
                Column::HukouCode,
                "110101001001 110101 江苏 北京市东城区景山街道",
            ),
            (
                Column::IdExpiry,
                "20150901-20350901 2015.09.01-2035.09.01 长期",
            ),
            (Column::EnrolmentMonth, "202509 2025年9月 于2025年9月入学"),
            (
                Column::EventReason,
                "2024年9月迁入东城区景山街道 石油工人子弟 随父母迁移",
            ),
            (Column::Member1Relation, "曾祖父 祖父 姑父"),
            (Column::Talents, "高尔夫 武术 马术 田径 金石篆刻"),
            (Column::Health, "严重近视 一般"),
            (Column::EventType, "毕业 转学 休学"),
            (Column::NativePlace, "山东枣庄 江苏 徐州"),
            (Column::StudentSource, "安徽 江西 外省 方家镇"),
        ];
        for (column, texts) in stays {
            for text in texts.split(' ') {
                check(column, &[(text, text)]);
            }
        }
    }
}
