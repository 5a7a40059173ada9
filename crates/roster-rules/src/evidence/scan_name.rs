//! What the name of a scan says: where the name of a pupil ends in it, and which paper it is.
//!
//! Words alone are looked at; whose names there are, `evidence` knows.

use roster_values::text::is_han;

/// What may follow a name at once in the name of a file.
const AFTER_NAME: &[&str] = &[
    "户",
    "身份",
    "证",
    "学",
    "佐证",
    "变更",
    "材料",
    "的",
    "出生",
    "同学",
    "正",
    "反",
    "在",
    "就读",
    "本人",
    "实际",
    "盖章",
    "居民",
    "家庭",
    "全家",
    "常住",
    "临时",
    "新户",
    "新身",
    "原件",
    "复印",
    "扫描",
    "照片",
    "补交",
    "小学",
    "初中",
    "高中",
    "初一",
    "初二",
    "初三",
    "高一",
    "高二",
    "高三",
    "中学",
    "幼儿园",
    "戶",
    "家长",
    "父亲",
    "母亲",
    "爸爸",
    "妈妈",
    "监护人",
];
/// What may stand behind a number, which ends where a letter begins that is no check character.
const AFTER_NUMBER: &[&str] = &["SFZ", "HK", "ID", "ZM"];
/// Words of the household register and of the card.
const FAMILY: &[&str] = &[
    "户口",
    "户籍",
    "戶口",
    "户主页",
    "常住人口",
    "HUKOU",
    "HKB",
    "HKBU",
];
const CARD: &[&str] = &["身份证", "身份證", "SFZ", "IDCARD"];
/// Whose card is no paper of the pupil.
const RELATIVES: &[&str] = &[
    "父亲",
    "母亲",
    "爸爸",
    "妈妈",
    "父",
    "母",
    "爸",
    "妈",
    "爷爷",
    "奶奶",
    "外公",
    "外婆",
    "姥姥",
    "姥爷",
    "家长",
    "监护人",
    "哥哥",
    "姐姐",
    "弟弟",
    "妹妹",
    "FATHER",
    "MOTHER",
    "PARENT",
];
/// Digits that tell one namesake from another: the last four of a number.
const DIGITS_MIN: usize = 4;

/// Whether a name may end before this text, or a number. Of a path in capitals.
pub(crate) fn ends_here(key: &str, rest: &str) -> bool {
    let begins = |words: &[&str], rest: &str| words.iter().any(|it| rest.starts_with(it));
    if key.ends_with(is_han) {
        let numeral = |c| "一二三四五六七八九十".contains(c);
        let year = rest.trim_start_matches(numeral);
        !rest.starts_with(is_han)
            || begins(AFTER_NAME, rest)
            || year.len() < rest.len()
                && (begins(&["年级", "班", "("], year)
                    || year.starts_with(|c: char| c.is_ascii_digit()))
    } else {
        !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) || begins(AFTER_NUMBER, rest)
    }
}

/// Whether the household register or an identity card is named.
pub(crate) fn says_family(path: &str) -> bool {
    let path = path.to_ascii_uppercase();
    FAMILY.iter().chain(CARD).any(|it| path.contains(it))
}

/// Whether what is named is the identity card of a relative and nothing else.
pub(crate) fn is_of_relative(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    if FAMILY.iter().any(|it| file.contains(it)) {
        return false;
    }
    let cards = CARD.iter().flat_map(|it| file.match_indices(it));
    let mut owners = cards.map(|(at, _)| {
        let is_between = |c: char| !c.is_alphanumeric() || c == '的' || c == '之';
        file[..at]
            .trim_end_matches("居民")
            .trim_end_matches(is_between)
    });
    let is_relative = |it: &str| RELATIVES.iter().any(|word| it.ends_with(word));
    owners.next().is_some_and(is_relative) && owners.all(is_relative)
}

/// Whether a certificate is named that is not one of the police or of a hospital.
pub(crate) fn says_school(path: &str) -> bool {
    let others = ["身份", "户籍", "户口", "出生", "医学"];
    path.match_indices("证明").any(|(at, _)| {
        let before = &path[..at];
        !others.iter().any(|other| before.ends_with(other))
    })
}

/// Whether a path has this class; 12班 has no 2班, and 二年级2班 is 2班 in a folder of the year.
pub(crate) fn has_class(path: &str, class: &str) -> bool {
    let in_year = class.rsplit_once('级').map_or(class, |it| it.1);
    let of_whole = |it: &str| {
        !it.is_empty()
            && path.match_indices(it).any(|(at, _)| {
                let before = path[..at].chars().next_back();
                !before.is_some_and(|c| c.is_numeric() || "一二三四五六七八九十".contains(c))
            })
    };
    of_whole(class) || of_whole(in_year)
}

/// The numbers in a path that may be the end of a pupil's number, or a birth date.
pub(crate) fn numbers(path: &str) -> impl Iterator<Item = &str> {
    let parts = path.split(|c: char| !c.is_ascii_digit() && c != 'X');
    parts.filter(|it| it.len() >= DIGITS_MIN && it.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_of_a_parent_is_told_from_the_pupils() {
        for path in [
            "梁帆的父亲身份证·JPG",
            "梁帆-父亲身份证·JPG",
            "梁帆(父亲)身份证·JPG",
            "梁帆/妈妈的身份证·JPG",
            "梁帆-MOTHER-身份证·JPG",
            "梁帆爸爸居民身份证·JPG",
        ] {
            assert!(is_of_relative(path), "{path}");
        }
        for path in [
            "梁帆身份证·JPG",
            "梁帆和父亲身份证、梁帆身份证·JPG",
            "父亲户口簿身份证·JPG",
            "梁父/梁帆身份证·JPG",
            "梁帆妈妈户口簿·JPG",
            "梁帆学校证明·JPG",
        ] {
            assert!(!is_of_relative(path), "{path}");
        }
    }

    #[test]
    fn namesakes_are_told_apart_by_class_and_number() {
        assert!(has_class("2班王芳户口簿", "2班") && !has_class("12班王芳户口簿", "2班"));
        assert!(has_class("二年级/2班/王芳户口簿", "二年级2班") && !has_class("1班王芳", "2班"));
        assert!(!has_class("王芳户口簿", ""));
        let found: Vec<&str> = numbers("王芳002X户口簿20150901-1·JPG").collect();
        assert_eq!(found, ["002X", "20150901"]);
    }

    #[test]
    fn a_certificate_of_the_school_is_told_from_others() {
        for path in ["王小明学校证明.jpg", "王小明/证明.pdf", "在读证明.png"] {
            assert!(says_school(path), "{path}");
        }
        for path in [
            "王小明身份证明.jpg",
            "户籍证明.pdf",
            "出生医学证明.png",
            "户口簿.jpg",
        ] {
            assert!(!says_school(path), "{path}");
        }
    }
}
