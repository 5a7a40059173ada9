//! Repairs of identity numbers: every slip of one character is found again, and nothing wrong is offered.

use roster_values::id_number::{RepairKind, ResidentId, repairs_of_length};

use super::{RIGHT, day, id};

#[test]
fn every_single_slip_is_among_the_repairs() {
    for text in RIGHT {
        assert_eq!(id(text).repairs().count(), 0);
        for at in 0..17 {
            for digit in b'0'..=b'9' {
                let mut changed = text.as_bytes().to_vec();
                if changed[at] == digit {
                    continue;
                }
                changed[at] = digit;
                let wrong = id(std::str::from_utf8(&changed).expect("ASCII"));
                let kind = RepairKind::Digit {
                    position: at as u8 + 1,
                };
                assert!(
                    wrong
                        .repairs()
                        .any(|repair| repair.id == id(text) && repair.kind == kind)
                );
                assert!(
                    wrong
                        .repairs()
                        .all(|repair| repair.id.check_digit_is_right() && repair.id != wrong)
                );
            }
            let mut changed = text.as_bytes().to_vec();
            changed.swap(at, at + 1);
            let Some(wrong) = ResidentId::parse(std::str::from_utf8(&changed).expect("ASCII"))
            else {
                continue;
            };
            if wrong != id(text) {
                let kind = RepairKind::Swap {
                    position: at as u8 + 1,
                };
                assert!(
                    wrong
                        .repairs()
                        .any(|repair| repair.id == id(text) && repair.kind == kind)
                );
            }
        }
        for c in "0123456789X".chars().filter(|&c| !text.ends_with(c)) {
            let first = id(&format!("{}{c}", &text[..17]))
                .repairs()
                .next()
                .expect("the check digit");
            assert_eq!((first.id, first.kind), (id(text), RepairKind::CheckDigit));
        }
    }
}

#[test]
fn a_lost_or_doubled_digit_is_found_by_the_birth_date() {
    for text in RIGHT {
        let Some(birth) = id(text).birth() else {
            continue;
        };
        for at in 0..18 {
            let short = format!("{}{}", &text[..at], &text[at + 1..]);
            let long = format!("{}{}{}", &text[..=at], &text[at..=at], &text[at + 1..]);
            for changed in [short, long] {
                let found = repairs_of_length(&changed, birth);
                // A doubled X leaves a letter inside; nothing but taking it out would help, and does.
                assert!(
                    found.iter().any(|repair| repair.id == id(text)),
                    "{changed}"
                );
                assert!(found.iter().all(|repair| repair.id.birth() == Some(birth)));
                assert!(found.windows(2).all(|pair| pair[0].id < pair[1].id));
            }
        }
        assert!(repairs_of_length(text, birth).is_empty());
    }
    assert!(
        repairs_of_length("22052120906069233", day(2019, 6, 6))
            .iter()
            .any(|r| r.id == id("220521201906069233"))
    );
    assert!(repairs_of_length("一二三四五", day(2019, 6, 6)).is_empty());
}
