//! Names: their defects one at a time, their keys, their surnames.

use roster_values::name::{
    self, defects, strict_key, surname, with_right_dots, without_inner_space,
};
use roster_values::text::is_ideographs;

mod common;

#[test]
fn ideographs_are_their_own_key() {
    for c in '\u{4000}'..='\u{9FFF}' {
        let name = c.to_string();
        assert!(is_ideographs(&name));
        assert_eq!(strict_key(&name), name);
    }
    assert!(!is_ideographs("张·三") && !is_ideographs("\u{3400}") && !is_ideographs("张3"));
}

#[test]
fn right_names_have_no_defects() {
    for text in [
        "张三",
        "欧阳娜娜",
        "买买提·吐尔逊",
        "阿卜杜拉·阿卜杜热合曼·买买提",
        "〇一",
        "𠮷野",
        "O'Neil",
        "Anne-Marie Smith",
        "Smith, J.",
        "Мария",
        "김철수",
        "",
        "张\u{2F63}",
        "张\u{E863}",
    ] {
        assert!(defects(text).is_empty(), "{text}: {:?}", defects(text));
    }
    assert_eq!(
        (
            defects("张三丰").han,
            defects("买买提·吐尔逊").han,
            defects("Smith").han
        ),
        (3, 6, 0)
    );
}

#[test]
fn names_that_end_like_a_remark_have_none() {
    for text in [
        "李转",
        "张借",
        "王休",
        "刘学",
        "王休学",
        "张复学",
        "王借读",
        "李转学",
        "陈新生",
        "欧阳新生",
        "张王复学",
        "欧阳复学",
        "欧阳转学",
        "司马休学",
        "王李新生",
        "陈转出",
        "李好学",
        "张勤学",
        "王博学",
        "刘志学",
        "欧阳学",
        "上官好学",
        "王李学文",
        "张读",
        "李爱读",
        "王留级",
        "周班",
        "孙出",
        "钱入",
        "王校长",
        "张长",
        "李成长",
        "欧阳成长",
        "陈王天长",
        "王教",
        "赵走",
        "李金门",
        "陈厦门",
        "欧阳天门",
        "林海生",
        "张新学生",
        "多吉次仁",
        "阿依古丽",
        "巴特尔",
        "乌日娜",
        "额尔敦已",
        "王已",
        "扎西达瓦已",
        "图雅其其格",
        "拉毛才让",
        "完颜入学",
        "诸葛天校",
        "东方出",
        "王李小班",
        "李子级",
        "陈转",
        "马转转",
        "王转转",
        "赵学学",
        "张已生",
        "刘长生",
        "李出生",
        "欧阳出生",
        "王李长生",
        "张读生",
        "孙班生",
    ] {
        assert!(defects(text).is_empty(), "{text}: {:?}", defects(text));
    }
}

/// The defects of a name in a line: what was seen, with the character or the remark.
fn told(text: &str) -> String {
    let found = defects(text);
    let mut told = Vec::new();
    let mut add =
        |name: &str, what: Option<String>| told.extend(what.map(|what| format!("{name}{what}")));
    add(
        "note ",
        found
            .note
            .map(|note| format!("{}|{}", note.name, note.note)),
    );
    add("space", found.inner_space.then(String::new));
    add("dot ", found.wrong_dot.map(String::from));
    add("misplaced", found.misplaced_dot.then(String::new));
    add("symbol ", found.symbol.map(String::from));
    add("lost ", found.lost.map(String::from));
    add("latin ", found.latin_in_han.map(String::from));
    told.join(", ")
}

#[test]
fn each_defect_is_told_by_itself() {
    let cases = [
        ("贺　诚海", "space"),
        ("张 三", "space"),
        ("木拉提.凯迪日娅", "dot ."),
        ("买买提•吐尔逊", "dot •"),
        ("买买提 ・ 吐尔逊", "space, dot ・"),
        ("·张三", "misplaced"),
        ("张三.", "misplaced"),
        ("买买提··吐尔逊", "misplaced"),
        ("李安嫣（转学）", "note 李安嫣|（转学）"),
        ("张三(复读)", "note 张三|(复读)"),
        ("张三 *", "note 张三| *"),
        ("张三1", "note 张三|1"),
        ("张三２", "note 张三|２"),
        ("张三-转出", "note 张三|-转出"),
        ("张三 休学", "note 张三| 休学"),
        ("王小明 女", "note 王小明| 女"),
        ("张明 转", "note 张明| 转"),
        ("欧阳 小", "space"),
        ("王 小 大", "space"),
        ("张 三（女）", "note 张 三|（女）, space"),
        ("王子轩转学", "note 王子轩|转学"),
        ("张三休学", "note 张三|休学"),
        ("杨雨桐已转走", "note 杨雨桐|已转走"),
        ("杨雨桐已转", "note 杨雨桐|已转"),
        ("刘欣怡借读生", "note 刘欣怡|借读生"),
        ("王小明复学", "note 王小明|复学"),
        ("买买提·吐尔逊随班就读", "note 买买提·吐尔逊|随班就读"),
        ("张三@丰", "symbol @"),
        ("张3丰", "symbol 3"),
        ("张三123", "symbol 1"),
        // One character before the bracket: a rare one described, not a remark appended.
        ("王(龙天)", "symbol ("),
        ("姜勇□", "lost □"),
        ("姜?立", "lost ?"),
        ("张YAN", "latin Y"),
        ("张ｙan", "latin ｙ"),
        ("张のり", "symbol の"),
        ("13812345678", "symbol 1"),
        ("Smith2", "symbol 2"),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text), expected, "{text}");
        assert!(!defects(text).is_empty());
    }
}

#[test]
fn repairs_of_dots_and_spaces() {
    assert_eq!(with_right_dots("木拉提.凯迪日娅"), "木拉提·凯迪日娅");
    assert_eq!(
        with_right_dots("买买提 • 吐尔逊。艾力"),
        "买买提·吐尔逊·艾力"
    );
    assert_eq!(with_right_dots("J. Smith"), "J. Smith");
    assert_eq!(with_right_dots("张三."), "张三.");
    assert_eq!(without_inner_space("贺　诚海"), ("贺诚海".to_owned(), true));
    assert_eq!(without_inner_space("张 三"), ("张三".to_owned(), true));
    assert_eq!(without_inner_space("王 小 明"), ("王小明".to_owned(), true));
    assert_eq!(without_inner_space("欧阳 明"), ("欧阳明".to_owned(), true));
    assert_eq!(
        without_inner_space("欧阳 小华"),
        ("欧阳小华".to_owned(), true)
    );
    for other in ["王明 张", "王 明 转", "王 明 李 红"] {
        assert!(!without_inner_space(other).1, "{other}");
    }
    assert_eq!(
        without_inner_space("买买提 吐尔逊"),
        ("买买提吐尔逊".to_owned(), false)
    );
    assert_eq!(
        without_inner_space("Anne Smith"),
        ("Anne Smith".to_owned(), false)
    );
    for c in "・･•．.‧∙⋅●﹒。､ꞏ᛫⸱˙".chars() {
        assert!(name::is_dot_look_alike(c), "{c:?}");
        assert_eq!(
            with_right_dots(&format!("买买提{c}吐尔逊")),
            "买买提·吐尔逊"
        );
    }
    assert!(!name::is_dot_look_alike(name::DOT));
}

#[test]
fn spellings_of_one_name_have_one_key() {
    for text in [
        "买买提•吐尔逊",
        "买买提.吐尔逊",
        " 买买提 · 吐尔逊",
        "买买提．吐尔逊",
        "\u{202D}买买提·吐尔逊",
        "买买提･吐尔逊",
    ] {
        assert_eq!(strict_key(text), "买买提·吐尔逊");
    }
    assert_eq!(
        strict_key("张　\u{2F63}\u{2ED3}\u{F900}\u{200B}"),
        "张生长豈"
    );
    assert_eq!(strict_key("Ｓｍｉｔｈ\u{A0}Ｊ"), "SmithJ");
    assert_eq!(strict_key("葛\u{E0100}"), "葛");
    assert_ne!(strict_key("张国"), strict_key("張國"));
    assert_ne!(strict_key("阿不都热依木"), strict_key("阿不都·热依木"));
}

#[test]
fn a_key_is_its_own_key() {
    let mut random = common::Random::new(3);
    for _ in 0..100_000 {
        let key = strict_key(&random.text());
        assert_eq!(strict_key(&key), key);
        assert!(key.starts_with(surname(&key)));
    }
}

#[test]
fn surnames() {
    for (key, expected) in [
        ("张三丰", "张"),
        ("欧阳娜娜", "欧阳"),
        ("欧阳", "欧"),
        ("诸葛亮", "诸葛"),
        ("司马相如", "司马"),
        ("尉迟恭", "尉迟"),
        ("上官婉儿", "上官"),
        ("皇甫嵩", "皇甫"),
        ("歐陽修", "歐陽"),
        ("买买提·吐尔逊", "买买提"),
        ("𠮷野", "𠮷"),
        ("Smith", "Smith"),
        ("张", "张"),
        ("", ""),
    ] {
        assert_eq!(surname(key), expected, "{key}");
    }
}
