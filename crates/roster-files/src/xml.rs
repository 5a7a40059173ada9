//! Start tags of small XML parts, and their attributes.
//!
//! Enough for relationships and the list of sheets. Not a parser: it does not check nesting, and
//! text between tags is not looked at.

/// One start tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag<'x> {
    /// The name without its prefix.
    pub(crate) name: &'x str,
    rest: &'x str,
}

impl<'x> Tag<'x> {
    /// The tag whose text, without `<` and `>`, is given.
    pub(crate) fn parse(inner: &'x str) -> Self {
        let inner = inner.trim_end_matches('/');
        let end = inner
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or(inner.len());
        Tag {
            name: local(&inner[..end]),
            rest: &inner[end..],
        }
    }

    /// The value of an attribute, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.rest;
        loop {
            let equals = rest.find('=')?;
            let found = local(rest[..equals].trim());
            let after = rest[equals + 1..].trim_start();
            let quote = after.chars().next().filter(|&c| c == '"' || c == '\'')?;
            let value = &after[1..];
            let end = value.find(quote)?;
            if found == name {
                return Some(unescape(&value[..end]));
            }
            rest = &value[end + 1..];
        }
    }
}

/// All start tags of a part.
pub(crate) fn tags(part: &str) -> impl Iterator<Item = Tag<'_>> {
    part.split('<').skip(1).filter_map(|piece| {
        let end = piece.find('>')?;
        let inner = &piece[..end];
        (!inner.starts_with(['/', '?', '!'])).then(|| Tag::parse(inner))
    })
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(start) = rest.find('&') {
        text.push_str(&rest[..start]);
        rest = &rest[start..];
        let Some(end) = rest.find(';') else { break };
        match reference(&rest[1..end]) {
            Some(c) => text.push(c),
            None => text.push_str(&rest[..=end]),
        }
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    text
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_by_their_local_name_and_unescaped() {
        let part = r#"<?xml version="1.0"?><x:sheets><x:sheet name="一&amp;二 &#x4E09;" r:id='rId1'/></x:sheets>"#;
        let sheet = tags(part).find(|tag| tag.name == "sheet").unwrap();
        assert_eq!(sheet.attribute("name").unwrap(), "一&二 三");
        assert_eq!(sheet.attribute("id").unwrap(), "rId1");
        assert_eq!(sheet.attribute("state"), None);
    }
}
