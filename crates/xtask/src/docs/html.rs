//! Markdown as HTML, and the frame around every page of the book.
//!
//! Markup inside the Markdown stays text. A code of a rule becomes a link to its page.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::example::{self, Around};
use super::words::Words;

const STYLE: &str = include_str!("style.css");

/// A text as it may stand in HTML, in attributes too.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The Markdown as HTML; `is_rule` knows the codes that have a page, `around` what examples refer to.
pub(super) fn body(
    markdown: &str,
    words: &Words,
    around: &Around,
    is_rule: impl Fn(&str) -> bool,
) -> String {
    let mut events = Vec::new();
    let mut parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    while let Some(event) = parser.next() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language)))
                if &*language == "roster" =>
            {
                let text = block_text(&mut parser);
                events.push(Event::Html(example::html(&text, words, around).into()));
            }
            Event::Code(text) if is_rule(&text) => {
                let link = format!("<a href=\"{text}.html\"><code>{text}</code></a>");
                events.push(Event::Html(link.into()));
            }
            Event::Html(text) | Event::InlineHtml(text) => events.push(Event::Text(text)),
            other => events.push(other),
        }
    }
    join_lines(&mut events);
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, events.into_iter());
    out
}

fn block_text<'m>(parser: &mut impl Iterator<Item = Event<'m>>) -> String {
    let mut text = String::new();
    for event in parser {
        match event {
            Event::Text(it) => text.push_str(&it),
            Event::End(TagEnd::CodeBlock) => break,
            _ => {}
        }
    }
    text
}

/// Chinese lines are joined without the space that a browser would show.
fn join_lines(events: &mut [Event<'_>]) {
    let is_wide = |it: Option<char>| it.is_some_and(|it| it >= '\u{2e80}');
    for at in 1..events.len().saturating_sub(1) {
        let (Event::Text(before), Event::SoftBreak, Event::Text(after)) =
            (&events[at - 1], &events[at], &events[at + 1])
        else {
            continue;
        };
        if is_wide(before.chars().next_back()) || is_wide(after.chars().next()) {
            events[at] = Event::Text(CowStr::Borrowed(""));
        }
    }
}

/// A whole page. `other` is the same page in the other language.
pub(super) fn page(words: &Words, title: &str, other: &str, content: &str) -> String {
    // The index is called what the book is.
    let before = if title == words.book {
        String::new()
    } else {
        format!("{} · ", escaped(title))
    };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{before}{book}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n\
         <nav><a href=\"index.html\">{book}</a> · <a href=\"../{other}\">{other_language}</a></nav>\n\
         <main>\n{content}</main>\n<footer><p>{advice}</p></footer>\n</body>\n</html>\n",
        lang = words.lang,
        book = words.book,
        other_language = words.other_language,
        advice = words.advice,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_links_and_markup_stays_text() {
        let is_rule = |code: &str| code == "R1003";
        let html = body(
            "见 `R1003`、`R9999`。\n<b>x</b>\n",
            &Words::ZH,
            &Around::default(),
            is_rule,
        );
        assert!(html.contains("<a href=\"R1003.html\"><code>R1003</code></a>"));
        assert!(html.contains("<code>R9999</code>"));
        assert!(html.contains("&lt;b&gt;x"));
    }

    #[test]
    fn chinese_lines_join_without_a_space() {
        let html = body(
            "一行，\n又一行。\n",
            &Words::ZH,
            &Around::default(),
            |_| false,
        );
        assert_eq!(html, "<p>一行，又一行。</p>\n");
        let html = body("one\ntwo\n", &Words::EN, &Around::default(), |_| false);
        assert_eq!(html, "<p>one\ntwo</p>\n");
    }

    #[test]
    fn tables_and_examples_are_drawn() {
        let text =
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n```roster\n| 姓名 |\n| 王 明 |\n! name\n```\n";
        let html = body(text, &Words::EN, &Around::default(), |_| false);
        assert!(
            html.contains("<th>a</th>") && html.contains("class=\"speaks\""),
            "{html}"
        );
    }
}
