//! Pupils who have one pupil's number (学籍号) between them: a number is for one person and for life.

use roster_model::Column;
use roster_values::student_number::read_student_number;

use crate::linkage::Tenths;
use crate::people::People;

/// What one 学籍号 of two rows weighs, where their identity numbers are not the same already.
pub(crate) const SAME: Tenths = 200;

/// Whether two pupils have one 学籍号.
pub(crate) fn are_one(people: &People<'_>, a: u32, b: u32) -> bool {
    let number = |person| key(people.text(person, Column::StudentNumber));
    number(a).is_some_and(|it| number(b) == Some(it))
}

/// A well-formed 学籍号 as one number. Lower case, full width and white space make no difference.
pub(crate) fn key(text: &str) -> Option<u64> {
    let number = read_student_number(text);
    let (letter, tail) = (number.letter()?, number.tail()?);
    // 17 digits and what may be X: 60 bits. G, L and J differ in the last four.
    let (digits, last) = tail.text().split_at(17);
    let last = last.parse().unwrap_or(10_u64);
    let number = digits.parse::<u64>().ok()? * 11 + last;
    Some(number << 4 | u64::from(letter) & 15)
}

/// Whether one pupil can have only one of two numbers, as [`key`] gives them. Those with L and J are for a time:
/// until the spring after the pupil came, and until there is an identity number.
pub(crate) fn are_of_one_kind(a: u64, b: u64) -> bool {
    letter(a) == letter(b)
}

/// Whether a pupil who had one number can have the other later: one for a time becomes a lasting one, and none goes
/// back.
pub(crate) fn may_become(before: u64, now: u64) -> bool {
    before == now || letter(now) < letter(before)
}

/// Whether a number, as [`key`] gives it, is one for life.
pub(crate) fn is_lasting(key: u64) -> bool {
    letter(key) == u64::from(b'G') & 15
}

/// What is left of its letter in a key: G is less than J, and J less than L.
fn letter(key: u64) -> u64 {
    key & 15
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn a_number_is_one_however_it_is_written() {
        let number = key("G110101201509010016");
        assert!(number.is_some());
        for text in [
            "g110101201509010016",
            "Ｇ１１０１０１２０１５０９０１００１６",
        ] {
            assert_eq!(key(text), number);
        }
        assert_ne!(key("L220521201901149326"), number);
        for text in ["", "待补", "G11010120150901"] {
            assert_eq!(key(text), None, "{text}");
        }
    }
}
