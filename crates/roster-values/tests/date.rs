//! The calendar, day by day, and the readers by the spellings that arrive.

use roster_values::date::{
    Date, DateForm, DateText, Month, MonthForm, MonthText, read_date, read_month,
};

fn date(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day of the calendar")
}

#[test]
fn every_day_of_two_centuries_counts_both_ways() {
    let mut days = date(1900, 1, 1).days();
    assert_eq!(days, -25_567);
    let mut seen = 0;
    for year in 1900..=2100u16 {
        for month in 1..=12 {
            for day in 1..=31 {
                let Some(date) = Date::new(year, month, day) else {
                    continue;
                };
                assert_eq!((date.days(), Date::from_days(days)), (days, Some(date)));
                for (text, form) in [
                    (date.compact(), DateForm::Compact),
                    (date.iso(), DateForm::Dashed),
                ] {
                    assert_eq!(read_date(&text), DateText::Plain { date, form });
                }
                days += 1;
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 201 * 365 + 49);
}

#[test]
fn the_calendar_has_its_ends() {
    assert_eq!(date(1970, 1, 1).days(), 0);
    assert_eq!(date(2000, 3, 1).days(), 11_017);
    let (first, last) = (date(1, 1, 1), date(9999, 12, 31));
    assert_eq!(Date::from_days(first.days()), Some(first));
    assert_eq!(Date::from_days(last.days()), Some(last));
    assert_eq!(Date::from_days(first.days() - 1), None);
    assert_eq!(Date::from_days(last.days() + 1), None);
    assert_eq!(
        (Date::from_days(i32::MIN), Date::from_days(i32::MAX)),
        (None, None)
    );
    for days in (first.days()..=last.days()).step_by(89) {
        assert_eq!(Date::from_days(days).map(Date::days), Some(days));
    }
    for (year, month, day) in [
        (1900, 2, 29),
        (2018, 4, 31),
        (2018, 13, 1),
        (2018, 0, 1),
        (2018, 1, 0),
        (0, 1, 1),
    ] {
        assert_eq!(Date::new(year, month, day), None);
    }
    assert!(Date::new(2000, 2, 29).is_some());
}

#[test]
fn serial_numbers_of_the_1900_system() {
    for (serial, expected) in [
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (61, date(1900, 3, 1)),
        (40_179, date(2010, 1, 1)),
        (43_344, date(2018, 9, 1)),
        (43_849, date(2020, 1, 19)),
    ] {
        assert_eq!(Date::from_excel_serial(serial), Some(expected));
    }
    for serial in [0, 60, 2_958_466, u32::MAX] {
        assert_eq!(Date::from_excel_serial(serial), None);
    }
}

#[test]
fn age_is_counted_in_birthdays() {
    let born = date(2012, 2, 29);
    assert_eq!(born.age_on(date(2018, 2, 28)), Some(5));
    assert_eq!(born.age_on(date(2018, 3, 1)), Some(6));
    assert_eq!(born.age_on(born), Some(0));
    assert_eq!(born.age_on(date(2012, 2, 28)), None);
    assert_eq!(born.age_on(date(2011, 12, 31)), None);
}

#[test]
fn dates_are_read_in_the_form_they_have() {
    let cases = [
        ("20200420", DateForm::Compact),
        ("２０２００４２０", DateForm::Compact),
        ("2020-04-20", DateForm::Dashed),
        ("2020－04－20", DateForm::Dashed),
        ("2020—4—20", DateForm::Dashed),
        ("2020/4/20", DateForm::Slashed),
        ("2020.4.20", DateForm::Dotted),
        ("2020。04。20", DateForm::Dotted),
        ("2020年4月20日", DateForm::Chinese),
        ("2020年04月20", DateForm::Chinese),
        ("2020 年 4 月 20 号", DateForm::Chinese),
        ("2020年4\u{2F49}20\u{2F47}", DateForm::Chinese),
        ("2020-4.20", DateForm::Mixed),
        ("2020.4.20.", DateForm::Mixed),
        ("2020/4/20日", DateForm::Mixed),
        ("2020-04-20 00:00:00", DateForm::WithTime),
        ("2020/4/20 0:00", DateForm::WithTime),
        ("2020-04-20T08:30:00Z", DateForm::WithTime),
        ("20200420 08:30", DateForm::WithTime),
        ("20200420083000", DateForm::WithTime),
        ("2020年4月20日 8时30分", DateForm::WithTime),
        ("20200420.0", DateForm::DecimalNumber),
        ("20/4/2020", DateForm::YearLast),
        ("4-20-2020", DateForm::YearLast),
        ("2020 04 20", DateForm::Dashed),
        ("2020,4,20", DateForm::Dashed),
        ("2020，4， 20", DateForm::Dashed),
        ("2020_04_20", DateForm::Dashed),
        ("二〇二〇年四月二十日", DateForm::Chinese),
        ("二O二〇年 四月 二十号", DateForm::Chinese),
        ("2020年四月20日", DateForm::Chinese),
        ("2020-四-20", DateForm::Dashed),
        ("2020-04-20 星期一", DateForm::Dashed),
        ("2020年4月20日（周一）", DateForm::Chinese),
        ("2020年04月20日出生", DateForm::Chinese),
        ("2020.4.20生", DateForm::Dotted),
        ("20-Apr-2020", DateForm::Dashed),
        ("April 20, 2020", DateForm::Dashed),
        ("2020 apr 20", DateForm::Dashed),
        ("20/APR/2020", DateForm::Slashed),
        ("\u{202D}20200420\u{202C}", DateForm::Compact),
        (" '20200420", DateForm::Compact),
    ];
    for (text, form) in cases {
        assert_eq!(
            read_date(text),
            DateText::Plain {
                date: date(2020, 4, 20),
                form
            },
            "{text}"
        );
    }
    assert_eq!(read_date("4/4/2020").date(), Some(date(2020, 4, 4)));
    for text in ["3-Apr-2020", "Apr 3, 2020", "2020 April 3"] {
        assert_eq!(read_date(text).date(), Some(date(2020, 4, 3)), "{text}");
    }
}

#[test]
fn tens_are_read_in_all_their_places() {
    for (text, day) in [
        ("十", 10),
        ("十七", 17),
        ("二十", 20),
        ("三十一", 31),
        ("九", 9),
    ] {
        let read = read_date(&format!("二〇一九年十二月{text}日")).date();
        assert_eq!(read, Some(date(2019, 12, day)), "{text}");
    }
}

#[test]
fn numbers_of_a_spreadsheet_are_serials() {
    for text in ["43849", "43849.0", "43849.75"] {
        assert_eq!(
            read_date(text),
            DateText::Serial(date(2020, 1, 19)),
            "{text}"
        );
    }
    for text in ["19999", "60001", "438490", "4384"] {
        assert!(!matches!(read_date(text), DateText::Serial(_)), "{text}");
    }
}

#[test]
fn dates_with_two_readings_are_not_guessed() {
    for text in [
        "2020-04",
        "2020年4月",
        "202004",
        "2020",
        "2020年",
        "03/04/2018",
        "18-9-1",
        "1/9/18",
        "180901",
        "18.9.1",
        "17-Jan-18",
        "03 04 2018",
        "二〇一八年九月",
        "Sep 2018",
    ] {
        assert_eq!(read_date(text), DateText::Ambiguous, "{text}");
    }
}

#[test]
fn dates_that_are_none_are_unreadable() {
    for text in [
        "2018/4/31",
        "20180431",
        "2018-13-01",
        "20180000",
        "2019-02-29",
        "1799-12-31",
        "张三",
        "无",
        "2018-09-01-01",
        "2018--09",
        "1234 5678",
        "一二三",
        "二班",
        "20180901 张三",
        "2018年9月1日星",
        "2018年9月1日周年",
        "17-Juane-2018",
        "17-Ja-2018",
        "Jan-May-2018",
        "1 Jan 17 2018",
        "-2018-09-01",
        "2018年9日1月",
        "123",
        "99999",
        "12345678901234567890",
        "2018-09-001",
        "31/31/2018",
        "0",
        "13/13",
    ] {
        assert_eq!(read_date(text), DateText::Unreadable, "{text}");
    }
    for text in ["", " ", "\u{3000}\u{200B}"] {
        assert_eq!(read_date(text), DateText::Blank);
    }
}

#[test]
fn months_are_read_in_the_form_they_have() {
    let cases = [
        ("202409", MonthForm::Compact),
        ("２０２４０９", MonthForm::Compact),
        ("2024-09", MonthForm::Dashed),
        ("2024-9", MonthForm::Dashed),
        ("2024/9", MonthForm::Slashed),
        ("2024.9", MonthForm::Dotted),
        ("2024.09", MonthForm::Dotted),
        ("2024年9月", MonthForm::Chinese),
        ("2024年09", MonthForm::Chinese),
        ("202409.0", MonthForm::DecimalNumber),
        ("09/2024", MonthForm::YearLast),
        ("2024 09", MonthForm::Dashed),
        ("二〇二四年九月", MonthForm::Chinese),
        ("Sept 2024", MonthForm::Dashed),
        ("20240901", MonthForm::WholeDate),
        ("2024.09.01", MonthForm::WholeDate),
        ("2024-09-01 00:00:00", MonthForm::WholeDate),
    ];
    let month = Month::new(2024, 9).expect("a month");
    for (text, form) in cases {
        assert_eq!(read_month(text), MonthText::Plain { month, form }, "{text}");
    }
    assert_eq!(read_month("45536"), MonthText::Serial(month));
    for text in ["24-09", "24年9月", "2024.1", "9/24", "20249"] {
        assert_eq!(read_month(text), MonthText::Ambiguous, "{text}");
    }
    for text in [
        "2025", "202313", "202100", "2024-13", "2024年", "九月", "189912", "20240931", "1",
    ] {
        assert_eq!(read_month(text), MonthText::Unreadable, "{text}");
    }
    assert_eq!(read_month("\u{3000}"), MonthText::Blank);
}

#[test]
fn months_are_ordered_and_counted() {
    let (september, march) = (
        Month::new(2024, 9).expect("a month"),
        Month::new(2025, 3).expect("a month"),
    );
    assert!(september < march);
    assert_eq!(
        (september.months_until(march), march.months_until(september)),
        (6, -6)
    );
    assert_eq!(
        (september.compact(), september.to_string()),
        ("202409".to_owned(), "2024-09".to_owned())
    );
    assert_eq!(march.first_day(), date(2025, 3, 1));
    assert_eq!((Month::new(2024, 0), Month::new(2024, 13)), (None, None));
}
