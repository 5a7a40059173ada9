//! Traits and tidying against a plain restatement of what they promise.

use std::borrow::Cow;

use roster_values::text::{self, Traits, traits};

mod common;

const ALL: [Traits; 20] = [
    Traits::BLANK,
    Traits::OUTER_SPACE,
    Traits::INNER_SPACE,
    Traits::INVISIBLE,
    Traits::CONTROL,
    Traits::FULL_WIDTH,
    Traits::APOSTROPHE,
    Traits::KANGXI,
    Traits::RADICAL,
    Traits::COMPAT,
    Traits::PRIVATE_USE,
    Traits::REPLACEMENT,
    Traits::PLACEHOLDER,
    Traits::ERROR,
    Traits::VARIATION,
    Traits::LOST,
    Traits::MARKUP,
    Traits::ASTERISK,
    Traits::LATIN,
    Traits::QUOTED,
];

/// The same promise without any fast path, from numeric ranges.
fn naive(text: &str) -> Traits {
    let control = |c: char| matches!(u32::from(c), 0..=8 | 0xB | 0xC | 0xE..=0x1F | 0x7F..=0x9F);
    let white = |c: char| c.is_whitespace() && !control(c);
    let invisible = |c: char| {
        matches!(u32::from(c), 0xAD | 0x34F | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E
            | 0x2060..=0x206F | 0x2800 | 0x3164 | 0xFE0E | 0xFE0F | 0xFEFF | 0xFFA0)
    };
    let unified = [
        0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28,
        0xFA29,
    ];
    let seen: Vec<char> = text
        .chars()
        .filter(|&c| !control(c) && !invisible(c))
        .collect();
    let first = seen.iter().position(|&c| !white(c));
    let last = seen.iter().rposition(|&c| !white(c));
    let mut all = Traits::default();
    let mut add = |condition: bool, one: Traits| all = if condition { all | one } else { all };
    add(first.is_none(), Traits::BLANK);
    for (at, &c) in seen.iter().enumerate().filter(|&(_, &c)| white(c)) {
        let inner = first.is_some_and(|first| at > first) && last.is_some_and(|last| at < last);
        add(
            true,
            if inner {
                Traits::INNER_SPACE
            } else {
                Traits::OUTER_SPACE
            },
        );
        assert!(white(c));
    }
    for code in text.chars().map(u32::from) {
        let c = char::from_u32(code).unwrap_or_default();
        add(invisible(c), Traits::INVISIBLE);
        add(control(c), Traits::CONTROL);
        add(
            matches!(code, 0xFF10..=0xFF19 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A),
            Traits::FULL_WIDTH,
        );
        add((0x2F00..=0x2FD5).contains(&code), Traits::KANGXI);
        add((0x2E80..=0x2EF3).contains(&code), Traits::RADICAL);
        add(
            (0xF900..=0xFAFF).contains(&code) && !unified.contains(&code),
            Traits::COMPAT,
        );
        add((0x2_F800..=0x2_FA1F).contains(&code), Traits::COMPAT);
        add(
            (0xE000..=0xF8FF).contains(&code) || code >= 0xF_0000 && code & 0xFFFF < 0xFFFE,
            Traits::PRIVATE_USE,
        );
        add(code == 0xFFFD, Traits::REPLACEMENT);
        add(
            matches!(code, 0xFE00..=0xFE0D | 0xE_0100..=0xE_01EF),
            Traits::VARIATION,
        );
        add("?？□■▯▢〓\u{FFFC}".contains(c), Traits::LOST);
        add("&<".contains(c), Traits::MARKUP);
        add("*＊".contains(c), Traits::ASTERISK);
        let is_sign = code == 0xD7 || code == 0xF7;
        add((0xC0..=0xFF).contains(&code) && !is_sign, Traits::LATIN);
    }
    add(text::is_error_value(text), Traits::ERROR);
    let visible = text.trim_matches(|c| white(c) || control(c) || invisible(c));
    let rest = visible
        .strip_prefix(['\'', '‘'])
        .map(|rest| rest.trim_matches(|c| white(c) || control(c) || invisible(c)));
    let quotes = ['\'', '‘', '’'];
    let rest = rest.filter(|rest| !rest.starts_with(quotes) && !rest.ends_with(quotes));
    add(rest.is_some(), Traits::APOSTROPHE);
    let inside = [Some(text), rest, text::without_quotes(text)];
    add(
        inside.into_iter().flatten().any(text::is_placeholder),
        Traits::PLACEHOLDER,
    );
    let marks = visible.chars().filter(|c| "\"“”＂".contains(*c)).count();
    let around = [('"', '"'), ('“', '”'), ('＂', '＂')];
    let is_around = around
        .iter()
        .any(|&(open, close)| visible.starts_with(open) && visible.ends_with(close));
    let holds_more = visible
        .chars()
        .any(|c| !(white(c) || control(c) || invisible(c) || "\"“”＂".contains(c)));
    add(is_around && marks == 2 && holds_more, Traits::QUOTED);
    all
}

#[test]
fn traits_agree_with_the_naive_form() {
    let mut random = common::Random::new(7);
    let mut met = Traits::default();
    for _ in 0..100_000 {
        let text = random.text();
        let found = traits(&text);
        assert_eq!(found, naive(&text), "{text:?}");
        met = met | found;
    }
    for one in ALL.into_iter().filter(|&one| one != Traits::ERROR) {
        assert!(met.contains(one), "the random texts never have {one:?}");
    }
    for code in (0..=0x10_FFFF).filter_map(char::from_u32) {
        for text in [code.to_string(), format!("a{code}"), format!("张{code}三")] {
            assert_eq!(traits(&text), naive(&text), "{text:?}");
        }
    }
}

#[test]
fn plain_text_has_no_traits() {
    for text in [
        "张三丰",
        "110101201509010016",
        "吉林省通化市通化县文化路104号",
        "买买提·吐尔逊",
        "〇",
        "𠮷",
        "a'b",
        "0",
    ] {
        assert!(traits(text).is_empty(), "{text}");
    }
}

#[test]
fn each_trait_is_seen_where_it_is() {
    let cases = [
        ("", Traits::BLANK),
        ("\u{3000}\t", Traits::BLANK | Traits::OUTER_SPACE),
        ("\u{200B}", Traits::BLANK | Traits::INVISIBLE),
        ("\u{3000}张三", Traits::OUTER_SPACE),
        ("张三\n", Traits::OUTER_SPACE),
        ("张\u{3000}三", Traits::INNER_SPACE),
        (" a b ", Traits::OUTER_SPACE | Traits::INNER_SPACE),
        (
            "\u{202D}1 \u{202C}",
            Traits::INVISIBLE | Traits::OUTER_SPACE,
        ),
        ("a\u{0}b", Traits::CONTROL),
        ("２班", Traits::FULL_WIDTH),
        ("'110101201509010016", Traits::APOSTROPHE),
        ("‘110101", Traits::APOSTROPHE),
        ("'abc'", Traits::default()),
        ("\u{2F63}", Traits::KANGXI),
        ("张\u{2ED3}", Traits::RADICAL),
        ("\u{F9D1}", Traits::COMPAT),
        ("\u{FA0E}", Traits::default()),
        ("\u{E863}", Traits::PRIVATE_USE),
        ("张\u{FFFD}", Traits::REPLACEMENT),
        ("葛\u{E0100}", Traits::VARIATION),
        ("待补", Traits::PLACEHOLDER),
        (" N/A ", Traits::PLACEHOLDER | Traits::OUTER_SPACE),
        ("#N/A", Traits::ERROR),
        ("#DIV/0!", Traits::ERROR),
        ("\"人民路1号\"", Traits::QUOTED),
        ("“人民路1号”", Traits::QUOTED),
        (" \"人民路1号\"", Traits::QUOTED | Traits::OUTER_SPACE),
        ("\"", Traits::default()),
        ("\"\"", Traits::PLACEHOLDER),
        ("'无", Traits::APOSTROPHE | Traits::PLACEHOLDER),
        ("“待补”", Traits::QUOTED | Traits::PLACEHOLDER),
        ("“金色”和“银色”", Traits::default()),
        ("“金色家园”1号", Traits::default()),
    ];
    for (text, expected) in cases {
        assert_eq!(traits(text), expected, "{text:?}");
    }
}

#[test]
fn placeholders_are_whole_texts() {
    let words = "无 没有 空 空白 暂无 暂缺 暂时没有 待补 待补充 待定 待查 待核实 待填 待录入 不详 不明 未知 未填 未办 \
        未办理 没办 丢失 无号 未上户 无身份证 没有身份证 无证件 无号码 无数据 缺 缺失 略 未取名 未命名 无名氏 無 NULL null Null N/A n/a None nil (null) \
        NA nan undefined (空白) （空） （无） / // \\ - -- — —— _ ／ － 、 . ... 。 · \"\"";
    for text in words.split_whitespace() {
        assert_eq!(traits(text), Traits::PLACEHOLDER, "{text}");
        assert!(
            traits(&format!(" {text}")).contains(Traits::PLACEHOLDER),
            "{text}"
        );
    }
    assert!(traits("<NA>").contains(Traits::PLACEHOLDER));
    for text in [
        "0",
        "无为市",
        "N",
        "Nana",
        "略阳县",
        "无锡",
        "1-2",
        "-1",
        "a/b",
        "（空山）",
        "(0)",
    ] {
        assert!(!traits(text).contains(Traits::PLACEHOLDER), "{text}");
    }
}

#[test]
fn strip_changes_nothing_visible() {
    let cases = [
        ("\u{202D}220521201711301151\u{202C}", "220521201711301151"),
        (" 张 三\u{3000}", "张 三"),
        ("张\u{200B}三", "张三"),
        ("'123", "123"),
        ("' 123", "123"),
        ("''123", "''123"),
        ("‘引用’", "‘引用’"),
        ("\"123\"", "123"),
        (" ＂ 张三 ＂", "张三"),
        ("\"'123\"", "123"),
        ("'\"123\"", "123"),
        ("\"1\"2\"", "\"1\"2\""),
        ("\"\"", "\"\""),
        ("“引用”", "“引用”"),
        ("２", "２"),
        ("\u{FEFF}", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(text::strip(text), expected, "{text:?}");
    }
}

#[test]
fn tidy_code_is_what_numbers_are_read_from() {
    let cases = [
        ("２２０５２１２０１９０２２５１９８６", "220521201902251986"),
        ("1101 0120 1509 0100 16", "110101201509010016"),
        ("２０２０－０４－２０", "2020-04-20"),
        ("（０４３１）８１２３４５６７", "(0431)81234567"),
        ("2020\u{2009}．1：5／6", "2020.1:5/6"),
    ];
    for (text, expected) in cases {
        assert_eq!(text::tidy_code(text), expected, "{text:?}");
    }
}

#[test]
fn tidying_twice_is_tidying_once() {
    let mut random = common::Random::new(11);
    for _ in 0..100_000 {
        let text = random.text();
        for tidy in [
            text::strip,
            text::half_width,
            text::tidy_code,
            text::fold_radicals,
            text::without_white,
        ] {
            let once = tidy(&text);
            assert_eq!(tidy(&once), once, "{text:?}");
        }
        let hidden = Traits::INVISIBLE | Traits::CONTROL | Traits::OUTER_SPACE | Traits::APOSTROPHE;
        assert!(!traits(&text::strip(&text)).intersects(hidden), "{text:?}");
    }
}

#[test]
fn clean_text_is_not_copied() {
    for text in [
        "110101201509010016",
        "张三丰",
        "买买提·吐尔逊",
        "吉林省 通化市",
    ] {
        for tidy in [text::strip, text::half_width, text::fold_radicals] {
            assert!(
                matches!(tidy(text), Cow::Borrowed(same) if same == text),
                "{text}"
            );
        }
    }
    assert!(matches!(
        text::tidy_code(" 20180901 "),
        Cow::Borrowed("20180901")
    ));
}

#[test]
fn every_kangxi_radical_has_its_ideograph() {
    let folded: Vec<char> = ('\u{2F00}'..='\u{2FD5}').filter_map(text::kangxi).collect();
    assert_eq!(folded.len(), 214);
    assert!(folded.iter().all(|&c| text::is_han(c)));
    assert_eq!((folded[0], folded[213]), ('一', '龠'));
    assert_eq!(text::kangxi('\u{2FD6}'), None);
    assert_eq!(text::kangxi('\u{2EFF}'), None);
    assert_eq!(
        text::fold_radicals("\u{2F63}\u{2F9D}\u{2F00}\u{2F0A}"),
        "生身一入"
    );
}

#[test]
fn supplement_and_compatibility_fold_to_ideographs() {
    let pairs =
        "⻓长⻔门⻋车⻢马⻅见⻉贝⻚页⻜飞⻦鸟⻰龙⻥鱼⻩黄⻄西⻘青⻝食⺠民⻛风⻁虎⻬齐⻮齿⺟母⻳龟";
    let pairs: Vec<char> = pairs.chars().collect();
    for pair in pairs.chunks(2) {
        assert_eq!(text::radical(pair[0]), Some(pair[1]));
    }
    let without: Vec<char> = ('\u{2E80}'..='\u{2EF3}')
        .filter(|&c| text::radical(c).is_none())
        .collect();
    assert_eq!(without, ['\u{2E80}', '\u{2E9A}']);
    let all = ('\u{2E80}'..='\u{2EF3}').filter_map(text::radical);
    assert!(all.into_iter().all(text::is_han));
    assert_eq!(text::compat('\u{F900}'), Some('豈'));
    assert_eq!(text::compat('\u{2FA1D}'), Some('𪘀'));
    assert_eq!(text::compat('\u{FA0E}'), None);
    let all = ('\u{F900}'..='\u{2FA1F}')
        .filter_map(text::compat)
        .collect::<Vec<_>>();
    assert_eq!(all.len(), 460 + 542);
    assert!(all.into_iter().all(text::is_han));
}

#[test]
fn what_looks_the_same_has_one_meaning() {
    let looked_at = ('\u{2E80}'..='\u{2FD5}').chain('\u{F900}'..='\u{FAFF}');
    for c in looked_at.filter(|&c| text::is_same_shape(c)) {
        assert!(text::meant_here(c).is_some_and(text::is_han), "{c}");
    }
    assert_eq!(text::meant_here('\u{2F3E}'), Some('户'));
    assert_eq!(text::meant_here('\u{2F3F}'), Some('手'));
    assert!(!text::is_same_shape('\u{2F3E}') && text::is_same_shape('\u{2F3F}'));
    assert!(!text::is_same_shape('⺼') && text::is_same_shape('⻢'));
    assert!(!text::is_same_shape('\u{FA19}') && text::is_same_shape('\u{F981}'));
}

#[test]
fn gbk_private_use_codes_have_their_characters() {
    assert_eq!(
        ('\u{E815}'..='\u{E864}')
            .filter_map(text::gbk_private_use)
            .count(),
        80
    );
    for (code, c) in [
        ('\u{E863}', '䶮'),
        ('\u{E81B}', '㑇'),
        ('\u{E844}', '䜣'),
        ('\u{E862}', '䴙'),
        ('\u{E85B}', '䲢'),
    ] {
        assert_eq!(text::gbk_private_use(code), Some(c));
    }
    assert_eq!(text::gbk_private_use('\u{E865}'), None);
}

#[test]
fn a_code_point_is_white_invisible_or_control_but_never_two() {
    for c in '\0'..=char::MAX {
        let classes = [
            text::is_white(c),
            text::is_invisible(c),
            text::is_control(c),
            text::is_private_use(c),
            text::is_han(c),
        ];
        assert!(classes.iter().filter(|&&is| is).count() <= 1, "{c:?}");
    }
    assert_eq!(
        ('\0'..=char::MAX).filter(|&c| text::is_control(c)).count(),
        65 - 3
    );
    assert!("一龥〇㐀𠮷\u{FA29}\u{31350}".chars().all(text::is_han));
    assert!(!"·A１\u{2F63}\u{F900}々".chars().any(text::is_han));
}
