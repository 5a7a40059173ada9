//! Patterns: what they take, and what is no pattern.

use roster_values::pattern::{Fault, Pattern};

fn fits(pattern: &str, text: &str) -> bool {
    Pattern::new(pattern)
        .unwrap_or_else(|it| panic!("{pattern}: {it:?}"))
        .fits(text)
}

#[test]
fn a_pattern_speaks_of_the_whole_text() {
    for (pattern, takes, refuses) in [
        (
            r"\d{4}",
            &["2026"][..],
            &["", "202", "20260", "２０２６", "202a"][..],
        ),
        (r"^\d{4}$", &["2026"], &["x2026"]),
        (r"[A-Z]\d{2,3}", &["B12", "B123"], &["b12", "B1", "B1234"]),
        (
            r"一号线|二号线",
            &["一号线", "二号线"],
            &["一号线二号线", ""],
        ),
        (r"(甲|乙)*", &["", "甲", "甲乙甲"], &["丙", "甲丙"]),
        (r"(?:ab)+?", &["ab", "abab"], &["", "aba"]),
        (r"(?<year>\d+)年?", &["2026", "2026年"], &["年"]),
        (r"[^0-9]+", &["甲乙"], &["甲1", ""]),
        (r"[\-\]a]", &["-", "]", "a"], &["b", "--"]),
        (r"[a-]", &["a", "-"], &["b"]),
        (r"\p{Han}{2,4}", &["王小明"], &["王", "王a"]),
        (r"\u4e2d\x41", &["中A"], &["中a"]),
        (r"\u{1F600}", &["😀"], &[""]),
        (r".", &["字", "\t"], &["", "\n", "字字"]),
        (r"\w+\s\S", &["a_1 x"], &["a x x"]),
        (r"", &[""], &["x"]),
        (r"a{0}b", &["b"], &["ab"]),
        (r"(a*)*b", &["b", "aab"], &["aaa"]),
        (r"\.\*\+\?", &[".*+?"], &["a*+?"]),
        (r"a^b|c$", &["c"], &["ab", "a^b"]),
    ] {
        for text in takes {
            assert!(fits(pattern, text), "{pattern} takes {text:?}");
        }
        for text in refuses {
            assert!(!fits(pattern, text), "{pattern} refuses {text:?}");
        }
    }
}

#[test]
fn what_is_no_pattern_is_refused_at_its_place() {
    for (pattern, at, fault) in [
        ("[0-9", 0, Fault::NotClosed),
        ("a(b", 1, Fault::NotClosed),
        ("a)b", 1, Fault::NotOpened),
        ("*a", 0, Fault::NothingToRepeat),
        ("a**", 2, Fault::NothingToRepeat),
        ("a{3,1}", 1, Fault::Count),
        ("a{x}", 1, Fault::Count),
        ("a{5000}", 1, Fault::Count),
        ("[9-0]", 1, Fault::Range),
        (r"a\q", 1, Fault::Escape),
        ("a\\", 1, Fault::Escape),
        ("a(?=b)", 1, Fault::NotSupported),
        ("(?<!a)b", 0, Fault::NotSupported),
        (r"(a)\1", 3, Fault::NotSupported),
        (r"\bx", 0, Fault::NotSupported),
        (r"\p{Greek}", 0, Fault::NotSupported),
        ("[a[b]]", 2, Fault::NotSupported),
        ("((a{1000}){1000}){1000}", 0, Fault::TooLarge),
    ] {
        let error = Pattern::new(pattern).expect_err(pattern);
        assert_eq!((error.at, error.fault), (at, fault), "{pattern}");
    }
}

#[test]
fn no_text_takes_long() {
    let text = "a".repeat(2000);
    assert!(!fits("(a*)*(a*)*(a|a)*b", &text));
    assert!(fits("(a?){1000}a{0,1000}", &text));
}
