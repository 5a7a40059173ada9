//! Tokens: whatever the pieces, their raw bytes are the part, and their texts are the same.

use std::io::Read;

use proptest::collection::vec;
use proptest::prelude::{any, prop_assert, prop_assert_eq};

use super::runner;
use crate::xml::{DEPTH_MAX, TAG_BYTES_MAX, Token, Tokens, WINDOW_BYTES, XmlError, decode, escape};

/// A source that gives few bytes at a time.
struct Slow<'b>(&'b [u8], usize);

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.1.min(self.0.len()).min(buffer.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

/// Start tags in brackets, end tags with a slash, texts as they are; and all raw bytes.
fn told(source: impl Read) -> Result<(String, Vec<u8>), XmlError> {
    let mut tokens = Tokens::new(source);
    let (mut told, mut raw) = (String::new(), Vec::new());
    while let Some(token) = tokens.next()? {
        raw.extend(token.raw());
        match token {
            Token::Start(tag) => {
                told.push_str(&format!("[{}", String::from_utf8_lossy(tag.local())));
                for it in tag.attributes() {
                    told.push_str(&format!(
                        " {}={}",
                        String::from_utf8_lossy(it.name),
                        it.value.text()
                    ));
                    assert!(tag.raw()[it.value_start..].starts_with(it.value.raw()));
                }
                told.push_str(if tag.is_closed() { "/]" } else { "]" });
            }
            Token::End(tag) => {
                told.push_str(&format!("[/{}]", String::from_utf8_lossy(tag.local())));
            }
            Token::Text(text) => text.push_to(&mut told),
            Token::Other(_) => {}
        }
    }
    Ok((told, raw))
}

#[test]
fn tokens_of_every_kind() {
    let part = "\u{FEFF}<?xml version=\"1.0\"?><!-- <no> --><x:a b='1>2' r:id = \"&quot;&#x4E00;\"><c/>\
        甲&amp;&#20057;&nope;&\r\n\r<![CDATA[<&amp;]]]]></x:a\n>";
    let expected = "\u{FEFF}[a b=1>2 r:id=\"一][c/]甲&乙&nope;&\n\n<&amp;]][/a]";
    for size in [1, 2, 7, 1000] {
        let (told, raw) = told(Slow(part.as_bytes(), size)).unwrap();
        assert_eq!(told, expected);
        assert_eq!(raw, part.as_bytes());
    }
}

#[test]
fn attributes_are_told_apart_by_their_prefix() {
    let part = br#"<sheet name="1" sheetId="3" r:id="rId1" hidden='true'/>"#;
    let mut tokens = Tokens::new(part.as_slice());
    let Some(Token::Start(tag)) = tokens.next().unwrap() else {
        panic!("a start tag")
    };
    assert_eq!(tag.prefixed_attribute("id").unwrap().text(), "rId1");
    assert_eq!(tag.attribute("id"), None);
    assert_eq!(tag.attribute("sheetId").unwrap().number(), Some(3));
    assert!(tag.attribute("hidden").unwrap().is_true());
    assert_eq!(tag.prefix(), b"");
}

#[test]
fn what_does_not_fit_comes_in_pieces() {
    let long = "甲&amp;乙".repeat(WINDOW_BYTES / 4);
    for before in ["", "x", "xy"] {
        let part = format!("<a>{before}{long}</a>");
        let (told, raw) = told(part.as_bytes()).unwrap();
        let text = long.replace("&amp;", "&");
        assert!(told == format!("[a]{before}{text}[/a]"));
        assert!(raw == part.as_bytes());
    }
    let part = format!("<a><![CDATA[{long}]]><!--{long}--><?{long}?></a>");
    let (told, raw) = told(part.as_bytes()).unwrap();
    assert!(told == format!("[a]{long}[/a]"));
    assert!(raw == part.as_bytes());
}

#[test]
fn what_no_package_has_is_refused() {
    let deep = "<a>".repeat(DEPTH_MAX + 1);
    let wide = format!("<a {}>", "b=\"\" ".repeat(TAG_BYTES_MAX / 4));
    let laughs = "<!DOCTYPE a [<!ENTITY b \"b\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
    let parts = [
        (deep.as_str(), XmlError::TooDeep),
        (&wide, XmlError::TooLong),
        (laughs, XmlError::Doctype),
        ("<a", XmlError::Truncated),
        ("<a b=\"", XmlError::Truncated),
        ("<!-- ", XmlError::Truncated),
        ("<a <b>", XmlError::Malformed),
    ];
    for (part, error) in parts {
        assert_eq!(
            told(part.as_bytes()),
            Err(error),
            "{}",
            &part[..5.min(part.len())]
        );
    }
    assert!(told("<a>".repeat(DEPTH_MAX).as_bytes()).is_ok());
}

#[test]
fn a_tag_may_be_longer_than_the_window() {
    let ranges = "A1:B2 ".repeat(WINDOW_BYTES);
    let part = format!("<a><b sqref=\"{ranges}\"/><c/></a>");
    let (told, raw) = told(part.as_bytes()).unwrap();
    assert!(told == format!("[a][b sqref={ranges}/][c/][/a]"));
    assert!(raw == part.as_bytes());
}

#[test]
fn elements_are_passed_over() {
    let mut tokens = Tokens::new(b"<a><b><c/><c>1</c></b><d/></a>".as_slice());
    tokens.next().unwrap();
    tokens.next().unwrap();
    tokens.skip_element().unwrap();
    let Some(Token::Start(tag)) = tokens.next().unwrap() else {
        panic!("a start tag")
    };
    assert_eq!(tag.local(), b"d");
    assert_eq!(tokens.depth(), 1);
}

#[test]
fn escaped_text_comes_back() {
    runner(500)
        .run(&any::<String>(), |text| {
            let escaped = escape(&text).into_owned();
            prop_assert!(!escaped.contains(['<', '"']));
            let back = decode(escaped.as_bytes()).into_owned();
            let kept: String = text
                .chars()
                .filter(|&c| !escape(&c.to_string()).is_empty())
                .collect();
            prop_assert_eq!(back, kept);
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_bytes_in_any_pieces() {
    let words = [
        "<",
        ">",
        "/",
        "<a>",
        "</a>",
        "<a b=\"",
        "\"",
        "'",
        "&",
        "&amp;",
        "&#x1F600;",
        ";",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?",
        "?>",
        "<!",
        "甲",
        " ",
        "=",
        "\r",
        "\n",
        "x",
    ];
    let pieces = vec(proptest::sample::select(words.to_vec()), 0..60);
    runner(1000)
        .run(&(pieces, 1..9_usize), |(pieces, size)| {
            let part = pieces.concat();
            let whole = told(part.as_bytes());
            prop_assert_eq!(&told(Slow(part.as_bytes(), size)), &whole);
            if let Ok((_, raw)) = whole {
                prop_assert_eq!(raw, part.as_bytes());
            }
            Ok(())
        })
        .unwrap();
}
