//! Names: scripts, two names without a dot, dots in the wrong place.

use roster_values::name::{
    has_simplified, same_key, strict_key, traditional, two_names, without_misplaced_dots,
};

mod common;

#[test]
fn traditional_characters_of_names() {
    for (text, found) in [
        ("陳小明", Some(('陳', '陈'))),
        ("王國華", Some(('國', '国'))),
        ("陈國华", Some(('國', '国'))),
        ("陈小明", None),
        // Standard characters that look like traditional ones, and those with two simplified forms.
        ("王昇", None),
        ("李喆", None),
        ("赵堃淼", None),
        ("周邨", None),
        ("钟甦", None),
        ("沈濛", None),
        ("范后余", None),
        ("買買提", None),
        ("Smith", None),
        ("", None),
    ] {
        let seen = traditional(text).map(|it| (it.character, it.simplified));
        assert_eq!(seen, found, "{text}");
    }
    assert!(has_simplified("陈小明") && has_simplified("陈國"));
    assert!(!has_simplified("王小明") && !has_simplified("陳小明"));
}

#[test]
fn two_names_without_a_dot() {
    for (text, parts) in [
        ("买买提阿卜杜拉", Some(("买买提", "阿卜杜拉"))),
        ("买买提江吐尔逊", Some(("买买提江", "吐尔逊"))),
        ("阿依古丽买买提", Some(("阿依古丽", "买买提"))),
        ("叶尔兰木拉提别克", Some(("叶尔兰", "木拉提别克"))),
        // One name, of two parts or not.
        ("阿卜杜热合曼", None),
        ("买买提艾力", None),
        ("努尔古丽", None),
        ("阿依古丽", None),
        ("买买提·阿卜杜拉", None),
        ("买买提 阿卜杜拉", None),
        // Nobody of the list.
        ("欧阳娜娜", None),
        ("扎西次仁", None),
        ("乌日娜", None),
        ("爱新觉罗启明", None),
        ("司马小明", None),
        ("", None),
    ] {
        assert_eq!(two_names(text), parts, "{text}");
    }
}

#[test]
fn dots_in_the_wrong_place_go() {
    for (text, right) in [
        ("·买买提", "买买提"),
        ("买买提·", "买买提"),
        ("买买提··阿卜杜拉", "买买提·阿卜杜拉"),
        ("买买提. ·阿卜杜拉", "买买提·阿卜杜拉"),
        ("王小明。", "王小明"),
        ("买买提·阿卜杜拉", "买买提·阿卜杜拉"),
        ("··", ""),
    ] {
        assert_eq!(without_misplaced_dots(text), right, "{text}");
    }
}

#[test]
fn the_same_key_is_an_equal_key() {
    let mut random = common::Random::new(0x0A4E_0001);
    for _ in 0..20_000 {
        let (one, other) = (random.text(), random.text());
        let is_equal = strict_key(&one) == strict_key(&other);
        assert_eq!(same_key(&one, &other), is_equal, "{one:?} {other:?}");
        assert!(same_key(&one, &strict_key(&one)), "{one:?}");
        let _ = (
            two_names(&one),
            traditional(&one),
            without_misplaced_dots(&one),
        );
    }
}
