//! Text into XML.
//!
//! Cells can hold characters that XML cannot; workbooks write them as `_xHHHH_`, and so also a text
//! that looks like that by itself.

/// What every part begins with.
pub const DECLARATION: &[u8] = b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Text of a cell, of a note or of an attribute, as it is written.
pub fn escape_cell(text: &str, out: &mut Vec<u8>) {
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.extend(b"&amp;"),
            '<' => out.extend(b"&lt;"),
            '>' => out.extend(b"&gt;"),
            '"' => out.extend(b"&quot;"),
            '_' if is_escape(&text[at..]) => out.extend(b"_x005F_"),
            '\t' | '\n' => out.push(c as u8),
            // XML readers make a line break of it.
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => {
                out.extend(format!("_x{:04X}_", c as u32).bytes());
            }
            _ => out.extend(c.encode_utf8(&mut [0; 4]).bytes()),
        }
    }
}

/// Value of an attribute that is no text of a cell, such as the name of a sheet: line breaks and
/// tabs would become spaces, and `_xHHHH_` means nothing.
pub(crate) fn escaped_attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push_str(&format!("&#{};", c as u32)),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
    out
}

/// Whether a text begins with what means another character.
fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7
        && bytes.starts_with(b"_x")
        && bytes[6] == b'_'
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = Vec::new();
        escape_cell(text, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_xml_cannot_hold_is_written_in_the_workbook_way() {
        assert_eq!(escaped("a\u{1}b\rc\nd"), "a_x0001_b_x000D_c\nd");
        assert_eq!(escaped("_x0041_ _x_ _x00"), "_x005F_x0041_ _x_ _x00");
        assert_eq!(escaped("<张&\"小\">"), "&lt;张&amp;&quot;小&quot;&gt;");
        assert_eq!(
            escaped_attribute("a\n_x0041_\u{1}"),
            "a&#10;_x0041_\u{FFFD}"
        );
    }
}
