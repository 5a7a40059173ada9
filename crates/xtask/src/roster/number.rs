//! Numbers of people: GB 11643 numbers with their check digit, and the neighbours of them.
//! Composes only; deliberately cannot judge a number.

use super::rng::Rng;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// The check character of seventeen digits (ISO 7064 MOD 11-2).
pub(super) fn check(digits: &str) -> char {
    let sum: u32 = digits
        .bytes()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight)
        .sum();
    char::from(CHECKS[(sum % 11) as usize])
}

/// `head` is seventeen digits; the result has its check character.
pub(super) fn with_check(head: &str) -> String {
    format!("{head}{}", check(head))
}

/// A valid number; the sequence is odd for boys, and the number never ends in 000.
pub(super) fn resident(rng: &mut Rng, region: u32, birth: u32, male: bool) -> String {
    loop {
        let number = numbered(region, birth, sequence(rng, male));
        if !number.ends_with("000") {
            return number;
        }
    }
}

/// A valid number that ends in `last`.
pub(super) fn resident_ending(
    rng: &mut Rng,
    region: u32,
    birth: u32,
    male: bool,
    last: char,
) -> String {
    let first = sequence(rng, male);
    // Steps of two keep the sex; every check character turns up within a few steps.
    (0..499)
        .map(|step| numbered(region, birth, (first + 2 * step) % 1000))
        .find(|it| it.ends_with(last) && !it.ends_with("000") && &it[14..17] != "000")
        .unwrap_or_else(|| numbered(region, birth, first))
}

/// The number with a given sequence.
pub(super) fn numbered(region: u32, birth: u32, sequence: u32) -> String {
    with_check(&format!("{region:06}{birth:08}{sequence:03}"))
}

fn sequence(rng: &mut Rng, male: bool) -> u32 {
    2 * rng.between(1, 498) + u32::from(male)
}

/// A number with the character at `at` (a byte index into ASCII) replaced.
pub(super) fn replaced(number: &str, at: usize, with: &str) -> String {
    let mut text = number.to_owned();
    if at < text.len() {
        text.replace_range(at..=at, with);
    }
    text
}

/// The temporary student number after this one: the last four digits count on; one that is built as
/// an identity number counts on in its sequence and keeps the sex.
pub(super) fn next_student_number(number: &str) -> String {
    let counted = |from: usize, to: usize, step: usize, width: usize| {
        let digits = number.get(from..to).and_then(|it| it.parse::<usize>().ok());
        let next = (digits.unwrap_or(0) + step) % 10_usize.pow(width as u32);
        format!("{}{next:0width$}", number.get(..from).unwrap_or(""))
    };
    if number.starts_with('J') {
        let head = counted(15, 18, 2, 3);
        return format!("J{}", with_check(&head[1..]));
    }
    counted(15, 19, 1, 4)
}

/// Days of a month in a year.
pub(super) fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The spreadsheet's day number of a date written YYYYMMDD, in the 1900 system.
pub(super) fn serial(date: u32) -> u32 {
    let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
    let years: u32 = (1900..year).map(|it| 337 + days(it, 2)).sum();
    let months: u32 = (1..month).map(|it| days(year, it)).sum();
    // One more for the 29 February 1900 that spreadsheets count.
    years + months + day + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_characters_of_known_numbers() {
        for (head, last) in [
            ("11010120150901001", '6'),
            ("44190020140915002", '4'),
            ("82000020130601002", 'X'),
        ] {
            assert_eq!(check(head), last);
        }
    }

    #[test]
    fn day_numbers_are_the_spreadsheet_s() {
        assert_eq!(serial(20_000_101), 36_526);
        assert_eq!(serial(20_160_229), 42_429);
        assert_eq!(serial(20_160_301), 42_430);
    }

    #[test]
    fn an_ending_can_be_asked_for() {
        let mut rng = Rng::new(3);
        for last in "0123456789X".chars() {
            let number = resident_ending(&mut rng, 110_105, 20_150_901, true, last);
            assert!(number.ends_with(last) && !number.ends_with("000"));
        }
    }
}
