//! The key that one stored text gives: number, name, sex, birth date, school.
//!
//! Every key is a small plain value, and zero means "nothing to go by". No rows and no sheets here:
//! the caller remembers which row has the text.

use roster_model::{Column, Listed};
use roster_values::date::{Date, read_date};
use roster_values::id_number::{IdNumber, ResidentId, read_id};
use roster_values::school_code::SchoolCode;
use roster_values::text::{is_placeholder, tidy_code};

use crate::fold::{SEED, fold};

/// What stands where a resident identity number (居民身份证号) belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Document {
    /// Blank, or a placeholder.
    #[default]
    Absent,
    /// Anything else: the number of another document, perhaps.
    Other,
    /// Meant as a resident number and not readable as one: digits lost, wrong length.
    Unreadable,
    /// 18 characters of the right shape, or 15 digits.
    Resident,
}

/// The identity number of a cell.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct NumberKey {
    /// The 18-character form: 17 digits times eleven, plus the check digit with `X` as ten.
    /// Zero unless the document is `Resident`.
    pub(crate) packed: u64,
    pub(crate) document: Document,
    /// Believable by itself: check digit right, birth date real and not after today.
    pub(crate) valid: bool,
    /// Written with 15 digits.
    pub(crate) fifteen: bool,
    /// Ends in 000, as numbers do that a spreadsheet cut.
    pub(crate) cut: bool,
    /// What is legible of the birth date in one that is not readable; zero for nothing.
    pub(crate) legible_birth: u32,
}

/// The key of an identity number. `numeric` tells that the sheet stored a number.
#[inline(never)] // It is much code, and asked for in two places.
pub(crate) fn number_key(text: &str, numeric: bool, today: Date) -> NumberKey {
    let plain = |document| NumberKey {
        document,
        ..NumberKey::default()
    };
    let read = read_id(text, numeric);
    if matches!(read, IdNumber::Fifteen(id) if is_of_this_century(id.text(), today)) {
        return in_pieces(text, today);
    }
    let Some(id) = resident(read) else {
        return match read {
            IdNumber::Blank | IdNumber::Placeholder => NumberKey::default(),
            IdNumber::Other(_) if !has_digits_of_resident(text) && !is_masked(text) => {
                plain(Document::Other)
            }
            read => NumberKey {
                cut: read == IdNumber::Damaged,
                ..in_pieces(text, today)
            },
        };
    };
    if stands_for_nothing(id.text()) {
        return plain(Document::Other);
    }
    NumberKey {
        packed: id.packed(),
        document: Document::Resident,
        valid: may_be_somebodys(&id, today),
        fifteen: matches!(read, IdNumber::Fifteen(_)),
        cut: id.text().ends_with("000"),
        legible_birth: 0,
    }
}

/// Whether somebody may have the number. A county that no table has may be one that the table lacks, but all
/// provinces are known.
pub(crate) fn may_be_somebodys(id: &ResidentId, today: Date) -> bool {
    id.is_valid_by_itself(today) && id.is_of_a_province()
}

/// Whether fifteen digits cannot be a number of the old form: its two-digit year would be of this century,
/// when none were issued any more. They are the first fifteen of eighteen, or lack the century.
fn is_of_this_century(digits: &str, today: Date) -> bool {
    let year = digits.get(6..8).and_then(|it| it.parse::<u16>().ok());
    year.is_some_and(|it| it <= today.year() % 100)
}

/// The key of a number that is not readable, with what is legible of its birth date.
fn in_pieces(text: &str, today: Date) -> NumberKey {
    NumberKey {
        document: Document::Unreadable,
        legible_birth: legible_birth(&known_digits(text), today),
        ..NumberKey::default()
    }
}

/// The digits that the text of a cell still has of a number: those in front of an exponent, and the
/// first fifteen where a spreadsheet made the last three zero, and those in front of a mask. Letters that look like
/// digits are those.
pub(crate) fn known_digits(text: &str) -> String {
    let tidy = tidy_code(text).to_ascii_uppercase();
    let mantissa = tidy.split_once('E').map_or(&*tidy, |it| it.0);
    let mantissa = mantissa.split_once(MASK).map_or(mantissa, |it| it.0);
    let mut digits: String = mantissa
        .chars()
        .filter_map(|c| match c {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            c => (c.is_ascii_digit() || c == 'X').then_some(c),
        })
        .collect();
    if digits.len() == 18 && digits.ends_with("000") {
        digits.truncate(15);
    }
    digits
}

/// The birth date that such digits have: behind those of the area; where one is missing or too many there, in front of
/// the last four; and where the century is missing, with that.
fn legible_birth(digits: &str, today: Date) -> u32 {
    let at = |start: usize| digits.get(start..start + 8)?.parse().ok();
    let is_day = |it: &u32| {
        let day = |it: u32| {
            Date::new(
                (it / 10_000) as u16,
                (it / 100 % 100) as u8,
                (it % 100) as u8,
            )
        };
        let day = day(*it);
        *it >= 19_000_000 && day.is_some_and(|it| it <= today)
    };
    let front: Option<u32> = at(6);
    let other = || match digits.len() {
        15 => digits
            .get(6..12)
            .and_then(|it| it.parse::<u32>().ok())
            .map(|it| 20_000_000 + it),
        length @ (17 | 19) => at(length - 12),
        _ => None,
    };
    let whole = front.filter(is_day).or_else(|| other().filter(is_day));
    whole.or(front).unwrap_or(0)
}

/// The resident number that a cell holds, in its form of 18 characters.
pub(crate) fn resident_number(text: &str, numeric: bool) -> Option<ResidentId> {
    resident(read_id(text, numeric))
}

fn resident(read: IdNumber) -> Option<ResidentId> {
    match read {
        IdNumber::Resident(id) | IdNumber::LookalikeX { id, .. } => Some(id),
        IdNumber::Fifteen(id) => Some(id.to_eighteen()),
        _ => None,
    }
}

/// No other document has so many digits: a resident number with signs between or words beside it, or with letters
/// that look like digits.
fn has_digits_of_resident(text: &str) -> bool {
    let like_digits = |it: char| matches!(it, 'O' | 'o' | 'I' | 'l' | '０'..='９');
    let digits = |it: char| it.is_ascii_digit() || like_digits(it);
    text.chars().filter(|&it| digits(it)).count() >= 15
}

/// What stands for digits that are not to be seen.
pub(crate) const MASK: &str = "**";

/// A resident number of which some digits are masked: 110101********0016.
fn is_masked(text: &str) -> bool {
    let tidy = tidy_code(text);
    let digits = tidy.bytes().filter(u8::is_ascii_digit).count();
    tidy.contains(MASK)
        && digits >= 4
        && tidy
            .bytes()
            .all(|it| it.is_ascii_digit() || matches!(it, b'*' | b'X' | b'x'))
}

/// A number that is meant as a resident one and is none, as it is written: the system compares it so. Zero where a
/// spreadsheet cut it, which makes the numbers of strangers the same.
pub(crate) fn written_key(text: &str) -> u64 {
    let tidy = tidy_code(text).to_ascii_uppercase();
    let tells = tidy.bytes().all(|it| it.is_ascii_alphanumeric())
        && has_digits_of_resident(&tidy)
        && !tidy.ends_with("000")
        && !tidy.contains('E')
        && !stands_for_nothing(&tidy);
    // No packed number has the highest bit.
    let hash = || fold(SEED, tidy.bytes().map(u64::from)) | 1 << 63;
    if tells { hash() } else { 0 }
}

/// Numbers that many clerks type for want of one. They must not bring strangers together.
pub(crate) fn stands_for_nothing(text: &str) -> bool {
    let bytes = text.as_bytes();
    let one_digit = bytes
        .iter()
        .take(17)
        .all(|byte| Some(byte) == bytes.first());
    one_digit || text.starts_with("000000") || text.starts_with("123456")
}

/// The 18 characters of a packed number; ten stands for `X`.
pub(crate) fn unpack(packed: u64) -> [u8; 18] {
    let mut characters = [0; 18];
    characters[17] = (packed % 11) as u8;
    let mut rest = packed / 11;
    for character in characters[..17].iter_mut().rev() {
        *character = (rest % 10) as u8;
        rest /= 10;
    }
    characters
}

/// The birth date inside a packed number as YYYYMMDD, real or not.
pub(crate) fn birth_in_number(packed: u64) -> u32 {
    (packed / 11 / 1000 % 100_000_000) as u32
}

/// Area and birth date of a packed number: what stands in front of the sequence and the check digit.
pub(crate) fn without_end(packed: u64) -> u64 {
    packed / 11_000
}

/// Birth date, sequence and check digit of a packed number.
pub(crate) fn without_area(packed: u64) -> u64 {
    packed % 1_100_000_000_000
}

/// Area, sequence and check digit of a packed number: what is beside the birth date.
pub(crate) fn without_birth(packed: u64) -> u64 {
    packed / 1_100_000_000_000 * 11_000 + packed % 11_000
}

/// Area and sequence of a packed number: all but the birth date and the check digit.
pub(crate) fn without_birth_and_check(packed: u64) -> u64 {
    let digits = packed / 11;
    digits / 100_000_000_000 * 1000 + digits % 1000
}

/// The year of a birth date.
pub(crate) fn year(birth: u32) -> u32 {
    birth / 10_000
}

/// The day of a birth date.
pub(crate) fn day(date: u32) -> u32 {
    date % 100
}

/// Equal for dates whose day and month are exchanged.
pub(crate) fn either_way(date: u32) -> u32 {
    let (day, month) = (day(date), date / 100 % 100);
    (year(date) * 100 + day.min(month)) * 100 + day.max(month)
}

/// The sex that the 17th digit of a packed number says: odd is male.
pub(crate) fn sex_in_number(packed: u64) -> u8 {
    if packed / 11 % 2 == 1 { MALE } else { FEMALE }
}

/// 男.
pub(crate) const MALE: u8 = 1;
/// 女.
pub(crate) const FEMALE: u8 = 2;

/// Male, female, or zero for anything the table of sexes does not know for sure.
pub(crate) fn sex_key(text: &str) -> u8 {
    match label(Column::Sex, text) {
        Some("男") => MALE,
        Some("女") => FEMALE,
        _ => 0,
    }
}

/// The birth date as YYYYMMDD, zero where no day is meant for sure.
pub(crate) fn birth_key(text: &str) -> u32 {
    read_date(text).date().map_or(0, |date| {
        u32::from(date.year()) * 10_000 + u32::from(date.month()) * 100 + u32::from(date.day())
    })
}

/// Whether a 证件类型 leaves room for a resident number: blank, or 居民身份证 in any spelling.
pub(crate) fn may_be_resident(id_type: &str) -> bool {
    let tidy = tidy_code(id_type);
    tidy.is_empty() || is_placeholder(&tidy) || label(Column::IdType, &tidy) == Some("居民身份证")
}

/// The ten digits of a 学校标识码, whatever words stand before or behind them; zero where there are not ten.
pub(crate) fn school_key(text: &str) -> u64 {
    let tidy = tidy_code(text);
    // A program that takes codes for numbers writes them so.
    let digits = tidy.strip_suffix(".0").unwrap_or(&tidy);
    let code = SchoolCode::parse(digits.trim_matches(|it: char| !it.is_ascii_digit()));
    code.and_then(|it| it.text().parse().ok()).unwrap_or(0)
}

fn label(column: Column, text: &str) -> Option<&'static str> {
    let tidy = tidy_code(text);
    match column.info().table?.find(&tidy) {
        Listed::Label(entry) | Listed::Code(entry) | Listed::Alias(entry) => Some(entry.label),
        Listed::Doubtful(_) | Listed::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::today;

    #[test]
    fn a_packed_number_has_all_of_the_number() {
        for text in [
            "110101201509010016",
            "11010519491231002X",
            "010101201509010241",
        ] {
            let key = number_key(text, false, today());
            let unpacked = unpack(key.packed).map(|it| if it == 10 { b'X' } else { b'0' + it });
            assert_eq!(unpacked, text.as_bytes());
            assert_eq!(birth_in_number(key.packed).to_string(), text[6..14]);
            let male = text.as_bytes()[16] % 2 == 1;
            assert_eq!(sex_in_number(key.packed), if male { MALE } else { FEMALE });
        }
    }

    #[test]
    fn the_birth_date_of_a_number_in_pieces_is_read_as_far_as_it_is_legible() {
        for (text, birth) in [
            ("110101201509010000", 20_150_901),
            ("1.10101201509010E+17", 20_150_901),
            ("1.10101E+17", 0),
            ("11O1O12O15O9O1OO16", 20_150_901),
            ("110101201509010", 20_150_901),
            ("110101150901001", 20_150_901),
            ("11010201509010016", 20_150_901),
            ("1101001201509010016", 20_150_901),
            ("11010120150901016", 20_150_901),
            ("1101012015090100166", 20_150_901),
        ] {
            let key = number_key(text, false, today());
            assert_eq!(key.document, Document::Unreadable, "{text}");
            assert_eq!(key.legible_birth, birth, "{text}");
        }
        let grown_up = number_key("110101850901001", false, today());
        assert!(grown_up.valid && grown_up.fifteen);
    }

    #[test]
    fn sexes_types_and_schools_are_read_leniently() {
        assert_eq!(
            ["男", " 女 ", "1", "２", "男女", ""].map(sex_key),
            [1, 2, 1, 2, 0, 0]
        );
        let resident = ["居民身份证", "", "无", "身份证", "护照", "其他"].map(may_be_resident);
        assert_eq!(resident, [true, true, true, true, false, false]);
        let schools = ["２１２２０６９６７０", "2122069670.0", "学校2122069670"].map(school_key);
        assert_eq!(schools, [2_122_069_670; 3]);
        assert_eq!(
            ["212206967", "21220696701", "无", ""].map(school_key),
            [0; 4]
        );
    }
}
