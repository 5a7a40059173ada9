//! Every reader takes any text: 100,000 random ones, and nothing panics or contradicts itself.

use roster_values::address::{Address, read_address};
use roster_values::date::{DateText, MonthText, read_date, read_month};
use roster_values::distance::{Distance, read_distance};
use roster_values::email::{Email, read_email};
use roster_values::id_number::{IdNumber, read_id};
use roster_values::name::{defects, strict_key, with_right_dots, without_inner_space};
use roster_values::phone::{Phone, phone_key, read_phone, with_lost_zero};
use roster_values::postcode::{Postcode, read_postcode};
use roster_values::region_code::{RegionCode, read_region_code};
use roster_values::school_code::{SchoolCodeText, read_school_code};
use roster_values::student_number::{StudentNumber, read_student_number};
use roster_values::text::{is_blank, strip, tidy_code};

mod common;

#[test]
fn readers_agree_about_blank_text_and_about_tidied_text() {
    let mut random = common::Random::new(1);
    for _ in 0..100_000 {
        let text = random.text();
        let blank = is_blank(&tidy_code(&text));
        assert_eq!(read_id(&text, false) == IdNumber::Blank, blank, "{text:?}");
        assert_eq!(
            read_student_number(&text) == StudentNumber::Blank,
            blank,
            "{text:?}"
        );
        assert_eq!(
            read_school_code(&text) == SchoolCodeText::Blank,
            blank,
            "{text:?}"
        );
        assert_eq!(read_phone(&text) == Phone::Blank, blank, "{text:?}");
        assert_eq!(read_date(&text) == DateText::Blank, blank, "{text:?}");
        assert_eq!(
            read_region_code(&text) == RegionCode::Blank,
            blank,
            "{text:?}"
        );
        assert_eq!(read_postcode(&text) == Postcode::Blank, blank, "{text:?}");
        assert_eq!(read_distance(&text) == Distance::Blank, blank, "{text:?}");
        assert_eq!(read_email(&text) == Email::Blank, blank, "{text:?}");
        assert_eq!(read_address(&text) == Address::Blank, blank, "{text:?}");
        if phone_key(&text).is_some() {
            assert_eq!(with_lost_zero(&text), None, "{text:?}");
        }
        assert_eq!(read_month(&text) == MonthText::Blank, blank, "{text:?}");
        let tidy = tidy_code(&text);
        assert_eq!(read_id(&text, true), read_id(&tidy, true), "{text:?}");
        assert_eq!(
            read_student_number(&text),
            read_student_number(&tidy),
            "{text:?}"
        );
        assert_eq!(read_date(&text), read_date(&strip(&text)), "{text:?}");
        assert_eq!(read_phone(&text), read_phone(&strip(&text)), "{text:?}");
    }
}

#[test]
fn name_repairs_repair() {
    let mut random = common::Random::new(2);
    for _ in 0..100_000 {
        let text = random.text();
        let found = defects(&text);
        if let Some(note) = found.note {
            assert!(
                text.contains(note.name) && text.contains(note.note),
                "{text:?}"
            );
            assert!(!note.name.is_empty() && !note.note.is_empty(), "{text:?}");
        }
        let fixed = with_right_dots(&text);
        assert_eq!(with_right_dots(&fixed), fixed, "{text:?}");
        let (joined, _) = without_inner_space(&text);
        assert_eq!(strict_key(&joined), strict_key(&text), "{text:?}");
    }
}

#[test]
fn right_phones_read_from_a_cell_are_right_by_themselves() {
    let mut random = common::Random::new(4);
    let mut met = 0;
    for _ in 0..100_000 {
        let mut text = String::new();
        for _ in 0..random.below(3) {
            text.push_str(["+86", "0086", "(", " ", "-", "0435", "138"][random.below(7) as usize]);
        }
        for _ in 0..=random.below(2) {
            text.push_str(["1381234", "043512", "1"][random.below(3) as usize]);
            text.push_str(&random.below(100_000_000).to_string());
            text.push_str(["", "/", " ", ")", ".0"][random.below(5) as usize]);
        }
        let numbers = match read_phone(&text) {
            Phone::Prefixed(number) => vec![number],
            Phone::Several(numbers) => numbers,
            _ => continue,
        };
        met += 1;
        for number in numbers {
            assert!(
                matches!(read_phone(&number), Phone::Mobile | Phone::Landline),
                "{text} {number}"
            );
        }
    }
    assert!(met > 1000, "{met}");
}
