//! Pupil numbers, school codes and phones by the spellings that arrive.

use roster_values::id_number::ResidentId;
use roster_values::phone::{Phone, read_phone};
use roster_values::school_code::{SchoolCodeText, read_school_code};
use roster_values::student_number::{StudentNumber, StudentNumberFault, read_student_number};

fn id(text: &str) -> ResidentId {
    ResidentId::parse(text).expect("the shape of a resident number")
}

#[test]
fn pupil_numbers_by_their_letter() {
    let tail = id("220521201908052531");
    assert_eq!(
        read_student_number("G220521201908052531"),
        StudentNumber::G(tail)
    );
    assert_eq!(
        read_student_number(" l220521201908052531"),
        StudentNumber::L(tail)
    );
    assert_eq!(
        read_student_number("Ｊ220521201908052531"),
        StudentNumber::J(tail)
    );
    assert_eq!(
        read_student_number("g11010519491231002x").tail(),
        Some(id("11010519491231002X"))
    );
    assert_eq!(
        read_student_number("L220521201908052531").letter(),
        Some('L')
    );
    assert_eq!(read_student_number("\u{3000}"), StudentNumber::Blank);
    assert_eq!(read_student_number("无"), StudentNumber::Placeholder);
}

#[test]
fn pupil_numbers_of_a_wrong_shape() {
    let cases = [
        (
            "220521201908052531",
            StudentNumberFault::NoLetter(id("220521201908052531")),
        ),
        (
            "G22052120190805253",
            StudentNumberFault::WrongLength { length: 18 },
        ),
        (
            "G2205212019080525311",
            StudentNumberFault::WrongLength { length: 20 },
        ),
        (
            "A220521201908052531",
            StudentNumberFault::WrongLetter { character: 'A' },
        ),
        (
            "LG22052120190805253",
            StudentNumberFault::WrongCharacter {
                position: 2,
                character: 'G',
            },
        ),
        (
            "G2205212O1908052531",
            StudentNumberFault::WrongCharacter {
                position: 9,
                character: 'O',
            },
        ),
        (
            "G22052120190805253Y",
            StudentNumberFault::WrongCharacter {
                position: 19,
                character: 'Y',
            },
        ),
        ("张", StudentNumberFault::WrongLength { length: 1 }),
    ];
    for (text, fault) in cases {
        assert_eq!(
            read_student_number(text),
            StudentNumber::Malformed(fault),
            "{text}"
        );
        assert_eq!(
            (
                read_student_number(text).letter(),
                read_student_number(text).tail()
            ),
            (None, None)
        );
    }
}

#[test]
fn school_codes() {
    for text in [
        "2122069670",
        "２１２２０６９６７０",
        " 2122069670",
        "2122069670.0",
    ] {
        let SchoolCodeText::Code(code) = read_school_code(text) else {
            panic!("{text}")
        };
        assert_eq!(
            (code.text(), code.class(), code.province()),
            ("2122069670", 21, 22)
        );
        assert!(code.class_is_known());
    }
    let SchoolCodeText::Code(code) = read_school_code("9922069670") else {
        panic!("ten digits")
    };
    assert!(!code.class_is_known());
    assert_eq!(
        read_school_code("212206967"),
        SchoolCodeText::WrongLength { length: 9 }
    );
    assert_eq!(
        read_school_code("21220696700"),
        SchoolCodeText::WrongLength { length: 11 }
    );
    assert_eq!(
        read_school_code("212206967O"),
        SchoolCodeText::WrongCharacter {
            position: 10,
            character: 'O'
        }
    );
    assert_eq!(
        read_school_code("实验小学"),
        SchoolCodeText::WrongCharacter {
            position: 1,
            character: '实'
        }
    );
    assert_eq!(
        (read_school_code(" "), read_school_code("/")),
        (SchoolCodeText::Blank, SchoolCodeText::Placeholder)
    );
}

#[test]
fn phones_as_they_should_be() {
    for text in [
        "13812345678",
        "19163950710",
        "１３８１２３４５６７８",
        " 13812345678\u{200B}",
        "'13812345678",
    ] {
        assert_eq!(read_phone(text), Phone::Mobile, "{text}");
    }
    for text in [
        "0431-81234567",
        "043181234567",
        "010-12345678",
        "0435-1234567",
        "0435-1234567-801",
        "０４３５－１２３４５６７",
    ] {
        assert_eq!(read_phone(text), Phone::Landline, "{text}");
    }
    assert_eq!(
        (read_phone(""), read_phone("\u{3000}")),
        (Phone::Blank, Phone::Blank)
    );
    assert_eq!(
        (read_phone("无"), read_phone("-")),
        (Phone::Placeholder, Phone::Placeholder)
    );
}

#[test]
fn phones_with_something_around_them() {
    let cases = [
        ("+8619147287617", "19147287617"),
        ("0086 191 4728 7617", "19147287617"),
        ("86-19147287617", "19147287617"),
        ("138-1234-5678", "13812345678"),
        ("138 1234 5678", "13812345678"),
        ("13812345678.0", "13812345678"),
        ("(0435)1234567", "0435-1234567"),
        ("（0435）1234567", "0435-1234567"),
        ("0435 1234567", "04351234567"),
        ("0435—1234567", "0435-1234567"),
        ("+86-435-1234567", "0435-1234567"),
    ];
    for (text, expected) in cases {
        assert_eq!(
            read_phone(text),
            Phone::Prefixed(expected.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn several_phones_in_one_cell() {
    for text in [
        "19163950710/13101908476",
        "19163950710、13101908476",
        "19163950710，13101908476",
        "19163950710 13101908476",
        "19163950710;+8613101908476",
        "19163950710\n13101908476",
    ] {
        let numbers = vec!["19163950710".to_owned(), "13101908476".to_owned()];
        assert_eq!(read_phone(text), Phone::Several(numbers), "{text}");
    }
    let both = vec!["0435-1234567".to_owned(), "13101908476".to_owned()];
    assert_eq!(read_phone("0435-1234567/13101908476"), Phone::Several(both));
}

#[test]
fn phones_that_are_none() {
    for text in [
        "1470994254",
        "12345678901",
        "138123456789",
        "1.38E+10",
        "5561234",
        "张三",
        "19163950710/123",
        "0000000000",
        "13812345678（父）",
        "-0-0-",
        "+",
        "861234",
        "1381234567O",
    ] {
        assert_eq!(read_phone(text), Phone::Malformed, "{text}");
    }
}
