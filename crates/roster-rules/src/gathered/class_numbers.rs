//! The numbers in the name of a class, by which two spellings of one class are told: 三年级1班, 三年级（一）班, 三(1)班.

use roster_values::text::tidy_code;

/// Whether two names are spellings of one class: 三年级1班, 三年级（一）班, 三(1)班. Within a grade 1班 is one, too.
pub(crate) fn is_one_class(one: &str, other: &str) -> bool {
    let (one, other) = (numbers(one), numbers(other));
    let (Some(one), Some(other)) = (one, other) else {
        return false;
    };
    one == other || one.last() == other.last() && one.len().min(other.len()) == 1
}

/// The numbers in a name that has nothing else to tell it by.
pub fn numbers(name: &str) -> Option<Vec<u32>> {
    let mut numbers: Vec<u32> = Vec::new();
    // Which kind of numeral the last sign was, if it was one.
    let mut last = None;
    for sign in tidy_code(name).chars() {
        let han = "零一二三四五六七八九十".chars().position(|it| it == sign);
        let digit = sign.to_digit(10).or(han.map(|it| it as u32));
        let Some(digit) = digit else {
            if !"年级班第()（）小学初中高-_.".contains(sign) {
                return None;
            }
            last = None;
            continue;
        };
        let kind = Some(han.is_some());
        match numbers.last_mut().filter(|_| last == kind) {
            Some(number) if digit == 10 => *number = number.saturating_mul(10),
            Some(number) if han.is_some() && number.is_multiple_of(10) => *number += digit,
            Some(number) => *number = number.saturating_mul(10).saturating_add(digit),
            None => numbers.push(digit),
        }
        last = kind;
    }
    (!numbers.is_empty()).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_class_are_one() {
        for (one, other) in [
            ("三年级1班", "三（1）班"),
            ("三年级一班", "三年级(1)班"),
            ("三年级十二班", "三年级12班"),
            ("三年级二十班", "三(20)班"),
            ("1班", "三年级1班"),
            ("高一(2)班", "高一2班"),
        ] {
            assert!(is_one_class(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("三年级1班", "三年级2班"),
            ("三年级1班", "四年级1班"),
            ("11班", "一年级1班1"),
            ("1班", "实验1班"),
            ("火箭班", "火箭一班"),
        ] {
            assert!(!is_one_class(one, other), "{one} {other}");
        }
    }
}
