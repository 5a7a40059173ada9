//! No number of a person stands in the repository.
//!
//! A number that could be a resident's (eighteen characters, a date of birth, the right check
//! character) must be one of two: reserved, that is, of a region and a sequence that tests use; or
//! listed in tests/README.md with the reason.

use std::collections::BTreeSet;

use super::Tracked;

/// Where the exceptions are listed.
const LIST: &str = "tests/README.md";
const REGIONS: [&str; 6] = ["110101", "440308", "441900", "810000", "820000", "830000"];
const SEQUENCE_MAX: u32 = 9;
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// The numbers listed as exceptions.
pub(super) fn listed(files: &[Tracked]) -> BTreeSet<String> {
    let list = files
        .iter()
        .find(|it| it.path == LIST)
        .and_then(|it| it.text.as_deref());
    list.map(|text| found(text).map(|(_, number)| number).collect())
        .unwrap_or_default()
}

/// Every number of a file that is neither reserved nor listed.
pub(super) fn numbers(file: &Tracked, text: &str, allowed: &BTreeSet<String>) -> Vec<String> {
    if file.path == LIST || file.is_lock() {
        return Vec::new();
    }
    let strange = found(text).filter(|(_, it)| !is_reserved(it) && !allowed.contains(it));
    strange
        .map(|(row, number)| {
            let masked = format!("{}********{}", &number[..6], &number[14..]);
            format!(
                "{}:{row}: {masked} could be a person's; use region {} with sequence 001 to 009, \
                 or list it in {LIST}.",
                file.path, REGIONS[0]
            )
        })
        .collect()
}

fn is_reserved(number: &str) -> bool {
    let sequence: u32 = number[14..17].parse().unwrap_or(0);
    REGIONS.contains(&&number[..6]) && (1..=SEQUENCE_MAX).contains(&sequence)
}

/// Line numbers and resident-shaped numbers with the right check character.
fn found(text: &str) -> impl Iterator<Item = (usize, String)> + '_ {
    (1..).zip(text.lines()).flat_map(|(row, line)| {
        let numbers: Vec<String> = in_line(line);
        numbers.into_iter().map(move |it| (row, it))
    })
}

fn in_line(line: &str) -> Vec<String> {
    let bytes = line.as_bytes();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..]
            .iter()
            .take_while(|it| it.is_ascii_alphanumeric())
            .count();
        if run == 0 {
            at += 1;
            continue;
        }
        let word = &line[at..at + run];
        // A student number is a letter and a person's number.
        let tail = word.strip_prefix(['G', 'L', 'J']).unwrap_or(word);
        if is_person(tail) {
            numbers.push(tail.to_ascii_uppercase());
        }
        at += run;
    }
    numbers
}

fn is_person(word: &str) -> bool {
    let Some((head, last)) = word.split_at_checked(17) else {
        return false;
    };
    if last.len() != 1 || !head.bytes().all(|it| it.is_ascii_digit()) {
        return false;
    }
    let part = |from: usize, to: usize| head[from..to].parse::<u32>().unwrap_or(0);
    let is_date = (1900..2100).contains(&part(6, 10))
        && (1..=12).contains(&part(10, 12))
        && (1..=31).contains(&part(12, 14));
    let sum: u32 = head
        .bytes()
        .zip(WEIGHTS)
        .map(|(it, weight)| u32::from(it - b'0') * weight)
        .sum();
    is_date
        && last
            .to_ascii_uppercase()
            .starts_with(CHECKS[(sum % 11) as usize])
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn a_number_with_the_right_check_is_named_unless_reserved_or_listed() {
        let text = |region: &str, tail: &str| format!("| G{region}20150901{tail} |");
        let none = BTreeSet::new();
        let count = |text: &str| numbers(&file("a.csv", ""), text, &none).len();
        assert_eq!(count(&text("110101", "0016")), 0);
        assert_eq!(count(&text("110101", "0017")), 0);
        let strange = (0..10)
            .map(|it| text("110105", &format!("101{it}")))
            .collect::<String>();
        let strange_count = count(&strange) + count(&text("110105", "101X"));
        assert_eq!(strange_count, 1);
        assert_eq!(count(&format!("ab{}", "1".repeat(18))), 0);
    }

    #[test]
    fn listed_numbers_are_read_from_the_readme() {
        // Region 110101, born 2015-09-01, sequence 001.
        let readme = file(LIST, concat!("- 110101", "20150901", "0016"));
        assert_eq!(listed(&[readme]).len(), 1);
        assert!(listed(&[]).is_empty());
    }
}
