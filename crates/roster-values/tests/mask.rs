//! Masks: what stays, and that no value comes through whole.

use roster_values::{mask, text};

mod common;

#[test]
fn what_stays_of_a_value() {
    assert_eq!(mask::name("张三丰"), "张**");
    assert_eq!(mask::name(" 李四 "), "␣李*␣");
    assert_eq!(mask::name("迪丽·热巴"), "迪*·**");
    assert_eq!(mask::name("张"), "*");
    assert_eq!(mask::number("110101201509010016"), "110101********0016");
    assert_eq!(mask::number("G110101201509010016"), "G11010*********0016");
    assert_eq!(mask::number("610104620927690"), "610104*****7690");
    assert_eq!(mask::number("H12345678"), "H1*****78");
    assert_eq!(mask::number("123456"), "1*****");
    assert_eq!(
        mask::number("\u{202D}110101201509010016"),
        "␣110101********0016"
    );
    assert_eq!(mask::phone("13812345678"), "138****5678");
    assert_eq!(mask::phone("0431-81234567"), "043*-****4567");
    assert_eq!(mask::phone("138-0013-8000"), "138-****-8000");
    assert_eq!(
        mask::phone("1380013800"),
        "138***3800",
        "ten digits are ten"
    );
    assert_eq!(
        mask::phone("13800138000、13900139000"),
        "138********、*******9000"
    );
    assert_eq!(mask::phone("0435-5223344转2"), "043*-*****44*2");
    assert_eq!(mask::phone("5561234"), "5******");
    assert_eq!(mask::mail("wang@example.com"), "wa***");
    assert_eq!(mask::mail("王小明@example.com"), "*****");
    assert_eq!(mask::address("王小明@example.com"), "*****");
    assert_eq!(
        mask::address("吉林省通化市通化县文化路104号"),
        "吉林省通化市***"
    );
    assert_eq!(mask::address("文化路104号"), "文化***");
    assert_eq!(mask::address("县城"), "***");
    assert_eq!(mask::birth("20150901"), "2015****");
    assert_eq!(mask::birth("2015-09-01"), "2015-**-**");
    assert_eq!(mask::birth("2015年9月1日"), "2015年*月*日");
    assert_eq!(mask::birth("1/9/2015"), "*/*/****");
    assert_eq!(mask::birth("43849"), "*****");
    assert_eq!(mask::birth("不详"), "不*");
    assert_eq!(mask::short("班主任"), "班*");
}

#[test]
fn nothing_visible_comes_through_unchanged() {
    let mut random = common::Random::new(5);
    let masks = [
        mask::name,
        mask::number,
        mask::phone,
        mask::address,
        mask::mail,
        mask::birth,
        mask::short,
    ];
    let check = |value: &str| {
        for mask in masks {
            if text::is_blank(value) {
                assert_eq!(mask(value), "", "{value:?}");
            } else {
                assert_ne!(mask(value), value);
            }
        }
    };
    for _ in 0..100_000 {
        check(&random.text());
    }
    for value in [
        "*",
        "**",
        "***",
        "张**",
        "110101********0016",
        "2015****",
        "a*",
        "138****5678",
        "吉林省通化市***",
        "12***",
    ] {
        check(value);
    }
}

/// Whatever stands before or behind a number, or between its digits: of it only signs and the letter that begins
/// the text are seen.
#[test]
fn a_number_shows_nothing_but_digits() {
    let numbers = [
        "110101201509010016",
        "11010120150901001X",
        "13800138000",
        "010-60000001",
    ];
    let others = [
        "王建国",
        "欧阳建",
        " 张大明",
        "(李)",
        "爸",
        "Li Ming",
        "（母亲）",
        "，",
        "·",
        "1",
        "",
    ];
    for number in numbers {
        for before in others {
            for behind in others {
                for at in [0, 3, number.len() - 2, number.len()] {
                    let (front, back) = number.split_at(at);
                    let text = format!("{front}{before}{back}{behind}");
                    for masked in [mask::number(&text), mask::phone(&text)] {
                        let mut shown = masked.chars().enumerate();
                        let is_told = |(at, c): (usize, char)| {
                            !matches!(
                                c,
                                '0'..='9' | 'X' | 'x' | '*' | '␣' | '(' | '-' | '，' | '·'
                            ) && !"（）)".contains(c)
                                && (at > 0 || !c.is_ascii_alphabetic())
                        };
                        assert!(!shown.any(is_told), "{text}: {masked}");
                    }
                }
            }
        }
    }
}
