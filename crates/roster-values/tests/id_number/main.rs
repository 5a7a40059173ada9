//! Identity numbers: the arithmetic of GB 11643 exhaustively, and the spellings that arrive.

mod repair;

use std::collections::BTreeSet;

use roster_values::date::Date;
use roster_values::id_number::{
    IdNumber, OtherDocument, ResidentId, ResidentKind, Sex, is_lowercase_x, read_id,
};

const RIGHT: [&str; 16] = [
    "440308199901101512",
    "11010519491231002X",
    "440524188001010014",
    "513200199909060190",
    "110101199003072316",
    "610104196209276908",
    "810000199408230021",
    "830000199201300022",
    "911398199012310021",
    "110101201509010016",
    "110101201509010024",
    "441900201409150016",
    "441900201409150024",
    "820000201306010011",
    "82000020130601002X",
    "999999201501010012",
];

fn id(text: &str) -> ResidentId {
    ResidentId::parse(text).expect("the shape of a resident number")
}

fn day(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day of the calendar")
}

#[test]
fn known_numbers_have_their_check_digits() {
    for text in RIGHT {
        assert!(id(text).check_digit_is_right(), "{text}");
        assert_eq!(read_id(text, false), IdNumber::Resident(id(text)));
    }
    for (text, expected) in [("110105194912310021", 'X'), ("110101199001011234", '7')] {
        assert!(!id(text).check_digit_is_right());
        assert_eq!(id(text).check_digit_expected(), expected);
        assert!(matches!(read_id(text, false), IdNumber::Resident(_)));
    }
}

#[test]
fn all_eleven_check_digits_occur_and_only_one_is_right() {
    let mut seen = BTreeSet::new();
    for sequence in 0..1000 {
        let front = format!("11010120150901{sequence:03}");
        let right: Vec<char> = "0123456789X"
            .chars()
            .filter(|last| id(&format!("{front}{last}")).check_digit_is_right())
            .collect();
        assert_eq!(right.len(), 1);
        assert_eq!(id(&format!("{front}0")).check_digit_expected(), right[0]);
        seen.extend(right);
    }
    assert_eq!(seen.into_iter().collect::<String>(), "0123456789X");
}

#[test]
fn every_wrong_digit_and_every_exchange_is_detected() {
    for text in RIGHT {
        for at in 0..18 {
            for c in "0123456789X".chars().filter(|&c| c != 'X' || at == 17) {
                let mut changed: Vec<char> = text.chars().collect();
                let before = std::mem::replace(&mut changed[at], c);
                let changed: String = changed.into_iter().collect();
                assert_eq!(
                    id(&changed).check_digit_is_right(),
                    before == c,
                    "{changed}"
                );
            }
        }
        for at in 0..17 {
            let mut changed = text.as_bytes().to_vec();
            changed.swap(at, at + 1);
            let changed = String::from_utf8(changed).expect("ASCII");
            let Some(exchanged) = ResidentId::parse(&changed) else {
                continue;
            };
            assert_eq!(
                exchanged.check_digit_is_right(),
                changed == text,
                "{changed}"
            );
        }
    }
}

#[test]
fn the_parts_of_a_number() {
    let boy = id("110101201509010016");
    assert_eq!(
        (boy.region(), boy.birth_text(), boy.sequence()),
        (110_101, "20150901", 1)
    );
    assert_eq!((boy.birth(), boy.sex()), (Some(day(2015, 9, 1)), Sex::Male));
    assert_eq!(id("110101201509010024").sex(), Sex::Female);
    assert_eq!(id("220521201611007529").birth(), None);
    assert_eq!(id("000000000000000000").birth(), None);
    assert_eq!(boy.kind(), ResidentKind::Mainland);
    for text in [
        "810000199408230021",
        "820000201306010011",
        "830000199201300022",
    ] {
        assert_eq!(id(text).kind(), ResidentKind::HongKongMacauTaiwanResidence);
    }
    assert_eq!(
        id("911398199012310021").kind(),
        ResidentKind::ForeignerPermanent
    );
    assert_eq!(id("84000020150901001X").kind(), ResidentKind::Mainland);
}

#[test]
fn valid_by_itself_needs_check_digit_and_a_past_birth() {
    let today = day(2026, 11, 22);
    assert!(id("110101201509010016").is_valid_by_itself(today));
    assert!(id("110101201509010016").is_valid_by_itself(day(2015, 9, 1)));
    assert!(!id("110101201509010016").is_valid_by_itself(day(2015, 8, 31)));
    assert!(!id("110101201509010017").is_valid_by_itself(today));
    assert!(!id("440524188001010014").is_valid_by_itself(today));
    assert!(!id("220521204902171269").is_valid_by_itself(today));
    let no_such_day = id("220521201611007520").with_right_check_digit();
    assert!(no_such_day.check_digit_is_right() && !no_such_day.is_valid_by_itself(today));
}

#[test]
fn made_up_numbers_look_it() {
    for text in [
        "111111111111111111",
        "123456201509010015",
        "110101201509010000",
        "999999201501010012",
        "000000201509010011",
    ] {
        assert!(id(text).looks_made_up(), "{text}");
    }
    assert!(!RIGHT[..15].iter().any(|text| id(text).looks_made_up()));
}

#[test]
fn spellings_of_a_right_number_are_that_number() {
    for text in [
        "\u{202D}220521201711301151\u{202C}",
        " 220521201711301151",
        "220521 20171130 1151",
        "'220521201711301151",
        "２２０５２１２０１７１１３０１１５１",
        "220521201711301151\u{3000}\n",
    ] {
        assert_eq!(
            read_id(text, false),
            IdNumber::Resident(id("220521201711301151")),
            "{text:?}"
        );
    }
    for text in ["11010519491231002x", "11010519491231002ｘ"] {
        assert_eq!(
            read_id(text, false).resident(),
            Some(id("11010519491231002X"))
        );
        assert!(is_lowercase_x(text));
    }
    assert!(!is_lowercase_x("11010519491231002X") && !is_lowercase_x("x"));
}

#[test]
fn numbers_that_a_spreadsheet_damaged() {
    for (text, numeric) in [
        ("2.20521E+17", false),
        ("2.20521E+17", true),
        ("1.1E17", false),
        ("220521201801217000", true),
        ("220521201801217024", true),
        // A multiple of 16, and one that was rounded.
        ("110101201509010016", true),
        ("110101201509010020", true),
        ("220521201801217000.0", false),
        ("1234567890123456", true),
        ("220521201609146000", false),
    ] {
        assert_eq!(read_id(text, numeric), IdNumber::Damaged, "{text}");
    }
    for text in ["110101201509010059", "110101201509010021"] {
        assert_eq!(read_id(text, true), IdNumber::Resident(id(text)), "{text}");
    }
    // A right check digit speaks for a number that really ends in 000.
    let whole = (0..1000)
        .map(|n| format!("22052120{n:03}0101000"))
        .find(|text| id(text).check_digit_is_right());
    let whole = whole.expect("one in eleven");
    assert_eq!(read_id(&whole, false), IdNumber::Resident(id(&whole)));
    assert_ne!(read_id("123456789012345", true), IdNumber::Damaged);
}

#[test]
fn old_numbers_become_new_ones() {
    let IdNumber::Fifteen(old) = read_id("610104620927690", true) else {
        panic!("15 digits")
    };
    assert_eq!(old.to_eighteen().text(), "610104196209276908");
    assert_eq!(
        (old.birth(), old.sex(), old.text()),
        (Some(day(1962, 9, 27)), Sex::Female, "610104620927690")
    );
    for (text, birth) in [
        ("220521200302940", Some(day(1920, 3, 2))),
        ("220521201302940", None),
    ] {
        let IdNumber::Fifteen(old) = read_id(text, false) else {
            panic!("{text}")
        };
        assert_eq!(old.birth(), birth);
    }
}

#[test]
fn numbers_of_a_wrong_length() {
    for (text, length) in [
        ("22052120906069233", 17),
        ("2205212019060692331", 19),
        ("110105194912310X", 16),
        ("1101051949123X", 14),
        ("123456", 6),
        ("1234567", 7),
    ] {
        assert_eq!(
            read_id(text, false),
            IdNumber::WrongLength { length },
            "{text}"
        );
    }
    let letter_inside = IdNumber::Other(OtherDocument::PassportLike);
    assert_eq!(read_id("11010519491231002X0", false), letter_inside);
    assert_eq!(
        read_id(&"1".repeat(41), false),
        IdNumber::Other(OtherDocument::Unknown)
    );
}

#[test]
fn look_alikes_of_x_are_proven_by_the_check_digit() {
    for c in "×*хХχΧⅩⅹ✕＊".chars() {
        let found = read_id(&format!("11010519491231002{c}"), false);
        assert_eq!(
            found,
            IdNumber::LookalikeX {
                character: c,
                id: id("11010519491231002X")
            }
        );
        let found = read_id(&format!("11010120150901001{c}"), false);
        assert_eq!(
            found,
            IdNumber::WrongCharacter {
                position: 18,
                character: c
            }
        );
    }
}

#[test]
fn look_alikes_of_digits_are_proven_by_the_check_digit() {
    let proven = |position, character, meant| IdNumber::LookalikeDigit {
        position,
        character,
        meant,
        id: id("110101201509010016"),
    };
    let wrong = |position, character| IdNumber::WrongCharacter {
        position,
        character,
    };
    let cases = [
        ("1101O1201509010016", proven(5, 'O', '0')),
        ("1101o1201509010016", proven(5, 'o', '0')),
        ("l10101201509010016", proven(1, 'l', '1')),
        ("110I01201509010016", proven(4, 'I', '1')),
        ("1101012O15O9O10016", proven(8, 'O', '0')),
        ("110101201S09010016", proven(10, 'S', '5')),
        ("11010120150901001G", proven(18, 'G', '6')),
        ("1101O1201509010017", wrong(5, 'O')),
        ("1101张1201509010016", wrong(5, '张')),
        ("1101X1201509010016", wrong(5, 'X')),
        ("1101?1201509010016", wrong(5, '?')),
    ];
    for (text, expected) in cases {
        assert_eq!(read_id(text, false), expected, "{text}");
    }
}

#[test]
fn other_documents_by_their_shape() {
    let cases = [
        ("H12345678", OtherDocument::HongKongMacauPermit),
        ("m1234567801", OtherDocument::HongKongMacauPermit),
        ("12345678", OtherDocument::TaiwanPermit),
        ("1234567890", OtherDocument::TaiwanPermit),
        ("1234567890(A)", OtherDocument::TaiwanPermit),
        ("A123456(7)", OtherDocument::HongKongIdentityCard),
        ("AB123456（A）", OtherDocument::HongKongIdentityCard),
        ("1234567(8)", OtherDocument::MacauIdentityCard),
        ("KAZ110090123105", OtherDocument::OldForeignerPermit),
        ("E12345678", OtherDocument::PassportLike),
        ("EA1234567", OtherDocument::PassportLike),
        ("G220521201908052531", OtherDocument::PassportLike),
        ("户口簿", OtherDocument::Unknown),
        ("12345", OtherDocument::Unknown),
        ("#N/A", OtherDocument::Unknown),
    ];
    for (text, document) in cases {
        assert_eq!(read_id(text, false), IdNumber::Other(document), "{text}");
    }
}

#[test]
fn nothing_and_words_for_nothing() {
    for text in ["", " ", "\u{3000}\u{200B}", "'"] {
        assert_eq!(read_id(text, false), IdNumber::Blank);
    }
    for text in ["待补", "无", "/", "——", "NULL", " 暂 无 "] {
        assert_eq!(read_id(text, false), IdNumber::Placeholder);
    }
}
