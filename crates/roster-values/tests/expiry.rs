//! The validity of a document, by the spellings that arrive.

use roster_values::date::{Date, ExpiryText, Period, read_expiry};

mod common;

fn day(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day of the calendar")
}

fn period(text: &str) -> Option<Period> {
    match read_expiry(text) {
        ExpiryText::Period(period) => Some(period),
        _ => None,
    }
}

#[test]
fn both_forms_of_the_template_are_told_from_the_others() {
    let (start, end) = (day(2018, 9, 1), day(2028, 9, 1));
    for (text, is_template_form) in [
        ("20180901-20280901", true),
        ("2018.09.01-2028.09.01", true),
        ("２０１８０９０１－２０２８０９０１", true),
        (" 20180901-20280901", true),
        ("20180901-2028.09.01", false),
        ("2018.9.1-2028.9.1", false),
        ("2018-09-01-2028-09-01", false),
        ("2018/9/1-2028/9/1", false),
        ("2018年9月1日至2028年9月1日", false),
        ("自2018年9月1日起至2028年9月1日止", false),
        ("2018.09.01至2028.09.01", false),
        ("20180901——20280901", false),
        ("20180901 - 20280901", false),
        ("20180901~20280901", false),
        ("有效期限：20180901-20280901", false),
        ("2018-09-01 到 2028-09-01", false),
    ] {
        let read = period(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((read.start, read.end), (Some(start), Some(end)), "{text}");
        assert_eq!(read.is_template_form, is_template_form, "{text}");
        assert_eq!(read.compact(), "20180901-20280901");
    }
}

#[test]
fn a_period_may_have_no_end() {
    for (text, start, is_template_form) in [
        ("20180901-长期", Some(day(2018, 9, 1)), true),
        ("2018.09.01-长期", Some(day(2018, 9, 1)), true),
        ("2018-09-01-长期", Some(day(2018, 9, 1)), false),
        ("2018年9月1日至长期有效", Some(day(2018, 9, 1)), false),
        ("长期", None, true),
        ("长期有效", None, false),
    ] {
        let read = period(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((read.start, read.end), (start, None), "{text}");
        assert_eq!(read.is_template_form, is_template_form, "{text}");
    }
}

#[test]
fn what_is_no_period() {
    assert_eq!(read_expiry(""), ExpiryText::Blank);
    assert_eq!(read_expiry(" \u{3000}"), ExpiryText::Blank);
    assert_eq!(read_expiry("无"), ExpiryText::Placeholder);
    for text in ["20280901", "2028-09-01", "2028年9月1日"] {
        assert_eq!(
            read_expiry(text),
            ExpiryText::OneDate(day(2028, 9, 1)),
            "{text}"
        );
    }
    for text in [
        "五年",
        "2018-2028",
        "20180901-",
        "-20280901",
        "20180230-20280901",
        "18.9.1-28.9.1",
    ] {
        assert_eq!(read_expiry(text), ExpiryText::Unreadable, "{text}");
    }
}

#[test]
fn what_is_read_is_read_again_from_the_form_of_the_template() {
    let mut random = common::Random::new(0x00E7_9131);
    let mut seen = 0;
    for turn in 0..200_000 {
        let text = if turn % 2 == 0 {
            random.text()
        } else {
            let days = |random: &mut common::Random| 10_000 + random.below(12_000) as i32;
            let (a, b) = (days(&mut random), days(&mut random));
            let (a, b) = (Date::from_days(a), Date::from_days(b));
            let (a, b) = (a.expect("a day"), b.expect("a day"));
            match random.below(3) {
                0 => format!("{}-{}", a.compact(), b.compact()),
                1 => format!("{a}至{b}"),
                _ => format!("{a}-长期"),
            }
        };
        if let ExpiryText::Period(read) = read_expiry(&text) {
            seen += 1;
            let again = period(&read.compact()).expect("the form of the template");
            assert_eq!((again.start, again.end), (read.start, read.end), "{text}");
            assert!(again.is_template_form, "{text}");
        }
    }
    assert!(seen > 90_000, "{seen}");
}
