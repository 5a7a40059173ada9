//! Characters of names that are forms of one another, sound alike, look alike, or do nothing of it.

use roster_values::han::{
    is_variant, look_alike, look_rather_alike, near_syllable, representative, spelling, syllables,
};

fn readings(c: char) -> Vec<&'static str> {
    syllables(c).iter().map(|&it| spelling(it)).collect()
}

fn sound_alike(a: char, b: char) -> bool {
    syllables(a).iter().any(|it| syllables(b).contains(it))
}

fn sound_near(a: char, b: char) -> bool {
    let near = |c| syllables(c).iter().map(|&it| near_syllable(it));
    near(a).any(|it| near(b).any(|other| it == other))
}

#[test]
fn traditional_and_regional_forms_fold() {
    for (form, standard) in [
        ('張', '张'),
        ('偉', '伟'),
        ('劉', '刘'),
        ('後', '后'),
        ('範', '范'),
        ('峯', '峰'),
        ('說', '说'),
        ('説', '说'),
        ('桜', '樱'),
        ('辺', '边'),
        ('叡', '睿'),
        ('勛', '勋'),
        ('晳', '皙'),
        ('淸', '清'),
        ('靑', '青'),
        ('晧', '皓'),
        ('妺', '妹'),
        ('𠮷', '吉'),
        ('頔', '𬱖'),
        ('頫', '𫖯'),
    ] {
        assert_eq!(representative(form), standard);
        assert!(is_variant(form, standard) && !look_alike(form, standard));
    }
}

#[test]
fn codes_that_only_look_like_the_character_fold() {
    for (code, standard) in [
        ('\u{2F42}', '文'),
        ('\u{2F3E}', '户'),
        ('\u{2ED3}', '长'),
        ('\u{F914}', '乐'),
        ('\u{E863}', '\u{4DAE}'),
    ] {
        assert_eq!(representative(code), standard);
    }
}

#[test]
fn standard_characters_of_names_stay_apart_and_are_variants() {
    for (one, other) in [
        ('喆', '哲'),
        ('堃', '坤'),
        ('淼', '渺'),
        ('昇', '升'),
        ('甦', '苏'),
        ('邨', '村'),
        ('龢', '和'),
        ('锺', '钟'),
        ('乾', '干'),
        ('〇', '零'),
    ] {
        assert_eq!((representative(one), representative(other)), (one, other));
        assert!(is_variant(one, other) && is_variant(other, one));
    }
    // By their forms: 鍾 folds to 钟, which has 锺 beside it.
    assert!(is_variant('鍾', '锺'));
    for (one, other) in [
        ('伟', '炜'),
        ('彬', '斌'),
        ('欣', '忻'),
        ('余', '佘'),
        ('玟', '玫'),
    ] {
        assert!(!is_variant(one, other), "{one}{other}");
    }
}

#[test]
fn readings_are_those_of_names() {
    assert_eq!(readings('伟'), ["wei"]);
    assert_eq!(readings('偉'), ["wei"]);
    assert_eq!(readings('頔'), ["di"]);
    assert_eq!(readings('〇'), ["ling"]);
    assert_eq!(readings('吕'), ["lv"]);
    for (surname, reading) in [
        ('单', "shan"),
        ('仇', "qiu"),
        ('解', "xie"),
        ('曾', "zeng"),
        ('区', "ou"),
        ('查', "zha"),
        ('尉', "yu"),
        ('迟', "chi"),
        ('万', "mo"),
        ('俟', "qi"),
        ('盖', "ge"),
        ('任', "ren"),
        ('华', "hua"),
        ('朴', "piao"),
        ('缪', "miao"),
        ('翟', "zhai"),
        ('乐', "yue"),
        ('覃', "qin"),
        ('覃', "tan"),
        ('員', "yun"),
        ('晟', "sheng"),
    ] {
        assert!(readings(surname).contains(&reading), "{surname} {reading}");
    }
    assert!(sound_alike('伟', '炜') && sound_alike('張', '章') && !sound_alike('伟', '玉'));
    assert!(sound_near('张', '赞') && sound_near('宁', '琳') && sound_near('林', '玲'));
    assert!(
        sound_near('芳', '煌')
            && sound_near('风', '红')
            && !sound_near('东', '敦')
            && !sound_near('波', '坡')
    );
}

#[test]
fn looks_tell_characters_of_different_sound() {
    for (one, other) in [
        ('晴', '睛'),
        ('己', '已'),
        ('未', '末'),
        ('土', '士'),
        ('日', '曰'),
        ('戊', '戌'),
        ('戌', '戍'),
        ('颖', '颗'),
        ('闻', '间'),
        ('閔', '闪'),
        ('彤', '肜'),
    ] {
        let both = look_alike(one, other) && look_alike(other, one);
        assert!(both && !look_rather_alike(one, other), "{one}{other}");
    }
    for (one, other) in [
        ('伟', '伟'),
        ('伟', '偉'),
        ('伟', '玮'),
        ('张', '李'),
        ('妈', '婷'),
        ('江', '海'),
        ('石', '磊'),
    ] {
        let either = look_alike(one, other) || look_rather_alike(one, other);
        assert!(!either, "{one}{other}");
    }
    assert!(look_rather_alike('恩', '总') && !look_alike('恩', '总'));
}

/// Of pairs that were written down before anything was chosen, how many are told, and of pairs that
/// nobody mixes up.
#[test]
fn looks_are_told_in_pairs_that_no_table_was_made_from() {
    let text = include_str!("../../../tests/oracles/look_alikes.txt");
    let parts: Vec<&str> = text.split("\n# ").collect();
    let shares = |part: &str| {
        let words = part.lines().skip(1).flat_map(str::split_whitespace);
        let pairs: Vec<Vec<char>> = words.map(|it| it.chars().collect()).collect();
        let share = |tell: fn(char, char) -> bool| {
            let told = pairs.iter().filter(|it| tell(it[0], it[1])).count();
            told as f64 / pairs.len() as f64
        };
        assert!(pairs.len() > 100 && pairs.iter().all(|it| it.len() == 2));
        (share(look_alike), share(look_rather_alike))
    };
    let (alike, rather) = shares(parts[1]);
    assert!(alike > 0.75 && alike + rather > 0.96, "{alike} {rather}");
    let (alike, rather) = shares(parts[2]);
    assert!(alike < 0.04 && alike + rather < 0.11, "{alike} {rather}");
}

#[test]
fn characters_that_no_name_uses_are_left_alone() {
    for c in [
        'a',
        'Z',
        '0',
        ' ',
        '·',
        'é',
        'か',
        '한',
        '。',
        '\u{10FFFF}',
        '\u{E000}',
        '😀',
        '𪚥',
    ] {
        assert_eq!(representative(c), c);
        assert!(syllables(c).is_empty());
        assert!(!look_alike(c, '张') && !look_alike('张', c) && !is_variant(c, '张'));
        assert!(is_variant(c, c) && !look_alike(c, c));
    }
}
