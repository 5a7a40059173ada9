//! Numbers of documents other than the identity card, and numbers that nobody issued.

use roster_values::id_number::{
    MadeUp, OldForeignerId, PassportFault, ResidentId, made_up, passport_fault,
};

mod common;

#[test]
fn the_old_card_of_a_foreigner() {
    let id = OldForeignerId::parse("KAZ110090123105").expect("the shape");
    assert_eq!((id.country(), id.province()), ("KAZ", 11));
    assert!(id.has_birth() && id.check_digit_is_right());
    for text in ["kaz110090123105", "KAZ110090123105"] {
        assert_eq!(OldForeignerId::parse(text), Some(id));
    }
    for text in [
        "KAZ11009012310",
        "KA1110090123105",
        "KAZ11009012310X",
        "KAZ1100901231055",
    ] {
        assert_eq!(OldForeignerId::parse(text), None, "{text}");
    }
    let without_birth = OldForeignerId::parse("KAZ110090133105").expect("the shape");
    assert!(!without_birth.has_birth() && !without_birth.check_digit_is_right());
}

#[test]
fn the_check_digit_of_the_old_card_finds_nearly_every_wrong_digit() {
    let right = "KAZ110090123105";
    let mut missed = 0;
    for at in 3..15 {
        for digit in b'0'..=b'9' {
            let mut changed = right.as_bytes().to_vec();
            changed[at] = digit;
            let text = String::from_utf8(changed).expect("ASCII");
            let id = OldForeignerId::parse(&text).expect("the shape");
            missed += u32::from(id.check_digit_is_right() && text != right);
        }
    }
    // Weights 7, 3 and 1 have no factor in common with ten.
    assert_eq!(missed, 0);
}

#[test]
fn the_new_card_of_a_foreigner_has_a_province() {
    let id = ResidentId::parse("911398199012310021").expect("the shape");
    assert_eq!(id.foreigner_province(), Some(11));
    let id = ResidentId::parse("110101201509010016").expect("the shape");
    assert_eq!(id.foreigner_province(), None);
}

#[test]
fn numbers_made_up() {
    for (text, why) in [
        ("111111111111111111", MadeUp::OneDigit),
        ("000000000000000000", MadeUp::OneDigit),
        ("111111111111111000", MadeUp::OneDigit),
        ("111", MadeUp::OneDigit),
        ("123456789012345678", MadeUp::Counting),
        ("12345678901234567X", MadeUp::Counting),
        ("123456", MadeUp::Counting),
        ("123456201509010013", MadeUp::Counting),
        ("999214200163600001", MadeUp::Substitute),
        ("000000201509010010", MadeUp::NoRegion),
        ("110101201509010008", MadeUp::NoSequence),
    ] {
        assert_eq!(made_up(text), Some(why), "{text}");
    }
    for text in [
        "",
        "11",
        "2345",
        "待补",
        "110101201509010016",
        "110101201509010017",
        "11010519491231002X",
        // Right by themselves: it is for the region to say that they are not.
        "123456201509010012",
        "999999201501010012",
        // A wrong check digit is told as that.
        "110101201509010002",
    ] {
        assert_eq!(made_up(text), None, "{text}");
    }
}

#[test]
fn passports_by_their_form() {
    for (text, fault) in [
        ("E12345678", None),
        ("ea1234567", None),
        ("123456789", None),
        ("K1234567", None),
        ("E1234", None),
        ("E123", Some(PassportFault::TooShort)),
        ("E123456789012", Some(PassportFault::TooLong)),
        ("E1234-5678", Some(PassportFault::Character('-'))),
        ("护照", Some(PassportFault::Character('护'))),
        ("ABCDEF", Some(PassportFault::NoDigit)),
    ] {
        assert_eq!(passport_fault(text), fault, "{text}");
    }
}

#[test]
fn any_text_has_an_answer() {
    let mut random = common::Random::new(0x5EED_0D0C);
    for _ in 0..50_000 {
        let text = random.text();
        let _ = made_up(&text);
        if let Some(id) = OldForeignerId::parse(&text) {
            let _ = (id.has_birth(), id.check_digit_is_right(), id.province());
        }
        if passport_fault(&text).is_none() {
            assert!((5..=12).contains(&text.len()) && text.is_ascii(), "{text}");
        }
    }
}
