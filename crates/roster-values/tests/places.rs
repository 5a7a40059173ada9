//! Region codes, postcodes, e-mail addresses, distances and addresses by the spellings that arrive.

use roster_values::address::{Address, read_address};
use roster_values::distance::{Distance, kilometres, read_distance};
use roster_values::email::{Email, read_email};
use roster_values::phone::{phone_key, with_lost_zero};
use roster_values::postcode::{Postcode, read_postcode};
use roster_values::region_code::{RegionCode, read_region_code};

#[test]
fn region_codes() {
    let code = |text: &str| RegionCode::Code(text.to_owned());
    for (text, meant) in [
        ("440604000000", code("440604000000")),
        (" ４４０６０４ ", code("440604")),
        ("440604 000 000", code("440604000000")),
        ("440604001.0", code("440604001")),
        ("4406040000", RegionCode::WrongLength { length: 10 }),
        ("广东省佛山市禅城区", RegionCode::Name),
        ("广东省\u{200B}", RegionCode::Name),
        ("440604禅城区", RegionCode::WrongCharacter('禅')),
        ("44060400000O", RegionCode::WrongCharacter('O')),
        ("4.40604E+11", RegionCode::Exponent),
        ("无", RegionCode::Placeholder),
        ("\u{3000}", RegionCode::Blank),
    ] {
        assert_eq!(read_region_code(text), meant, "{text}");
    }
}

#[test]
fn postcodes() {
    for (text, meant) in [
        ("010020", Postcode::Code("010020".to_owned())),
        ("５２８０００", Postcode::Code("528000".to_owned())),
        ("528000.0", Postcode::Code("528000".to_owned())),
        ("10020", Postcode::ZeroLost("010020".to_owned())),
        ("00020", Postcode::Malformed),
        ("000000", Postcode::Malformed),
        ("5280000", Postcode::Malformed),
        ("佛山", Postcode::Malformed),
        ("/", Postcode::Placeholder),
        ("", Postcode::Blank),
    ] {
        assert_eq!(read_postcode(text), meant, "{text}");
    }
}

#[test]
fn e_mail_addresses() {
    let untidy = |text: &str| Email::Untidy(text.to_owned());
    for (text, meant) in [
        ("a.b+c@example.com", Email::Address),
        ("10001@qq.com", Email::Address),
        ("ａｂ@example.com", Email::Address),
        ("张三@例子.中国", Email::Malformed),
        ("a@例子.中国", Email::Address),
        ("ab＠example。com", untidy("ab@example.com")),
        ("ab @example,com", untidy("ab@example.com")),
        ("ab@example", Email::Malformed),
        ("ab@@example.com", Email::Malformed),
        ("@example.com", Email::Malformed),
        ("ab@.com", Email::Malformed),
        ("10001", Email::Malformed),
        ("NULL", Email::Placeholder),
        (" ", Email::Blank),
    ] {
        assert_eq!(read_email(text), meant, "{text}");
    }
}

#[test]
fn distances() {
    let unit = |metres, in_metres| Distance::WithUnit { metres, in_metres };
    for (text, meant) in [
        ("1.5", Distance::Plain(1500)),
        ("0", Distance::Plain(0)),
        ("１２", Distance::Plain(12_000)),
        ("0.0004", Distance::Plain(0)),
        ("1.5公里", unit(1500, false)),
        ("2 KM", unit(2000, false)),
        ("800米", unit(800, true)),
        ("-3", Distance::Negative),
        ("1.", Distance::Unreadable),
        (".5", Distance::Unreadable),
        ("约3", Distance::Unreadable),
        ("12345678901", Distance::Unreadable),
        ("很远", Distance::Unreadable),
        ("/", Distance::Placeholder),
        ("", Distance::Blank),
    ] {
        assert_eq!(read_distance(text), meant, "{text}");
    }
    assert_eq!(kilometres(1500), "1.5");
    assert_eq!(kilometres(800), "0.8");
    assert_eq!(kilometres(2000), "2");
    assert_eq!(kilometres(1005), "1.005");
    assert_eq!(unit(800, true).metres(), Some(800));
    assert_eq!(Distance::Negative.metres(), None);
}

#[test]
fn addresses() {
    let text = |length| Address::Text { length };
    for (written, meant) in [
        ("北京市东城区人民路1号", text(11)),
        ("张家村", text(3)),
        ("同心 村", text(3)),
        ("同上", Address::Pointer),
        ("（同上）", Address::Pointer),
        ("同 上", Address::Pointer),
        ("同户籍地址", Address::Pointer),
        ("与户籍地相同", Address::Pointer),
        ("〃", Address::Pointer),
        ("无", Address::Placeholder),
        ("", Address::Blank),
    ] {
        assert_eq!(read_address(written), meant, "{written}");
    }
    assert_eq!(read_address(&"东".repeat(40)), text(40));
}

#[test]
fn phones_by_their_digits() {
    assert_eq!(phone_key("13800000001"), Some(13_800_000_001));
    assert_eq!(phone_key("+86 138-0000-0001"), Some(13_800_000_001));
    assert_eq!(phone_key("0431-60000001"), phone_key("043160000001"));
    assert_eq!(phone_key("0431-60000001-12"), Some(4_316_000_000_112));
    for text in ["", "无", "1380000000", "13800000001/13800000002", "电话"] {
        assert_eq!(phone_key(text), None, "{text}");
    }
}

#[test]
fn a_zero_before_the_area_code_is_put_back() {
    for (text, whole) in [
        ("43160000001", "043160000001"),
        ("431-60000001", "0431-60000001"),
        ("1060000001", "01060000001"),
        ("2160000001.0", "02160000001"),
        ("3716000001", "03716000001"),
    ] {
        assert_eq!(with_lost_zero(text).as_deref(), Some(whole), "{text}");
    }
    for text in [
        "043160000001",
        "13800000001",
        "1380000000",
        "60000001",
        // Hong Kong and Taiwan.
        "85223456789",
        "886223456789",
        // A mobile number without its first digit.
        "3800000001",
        "",
    ] {
        assert_eq!(with_lost_zero(text), None, "{text}");
    }
}
