//! How long a text is where lengths are counted in the national encoding.
//!
//! Counts bytes of GB 18030 without encoding anything: which characters take one, two or four is a
//! matter of blocks for everything that a roster has. Scattered symbols that GB 18030 writes in two
//! bytes count four here, so an unusual sign makes a text longer, never shorter.

/// Bytes of the text in GB 18030.
pub fn gb18030_length(text: &str) -> usize {
    text.chars().map(bytes_of).sum()
}

fn bytes_of(c: char) -> usize {
    match c {
        '\0'..='\u{7F}' => 1,
        // The ideographs of GBK, CJK and full-width signs, kana, Greek, Cyrillic, quotation marks.
        '\u{4E00}'..='\u{9FA5}'
        | '\u{3000}'..='\u{3017}'
        | '\u{3041}'..='\u{3093}'
        | '\u{30A1}'..='\u{30FE}'
        | '\u{FF01}'..='\u{FF5E}'
        | '\u{FFE0}'..='\u{FFE5}'
        | '\u{391}'..='\u{3C9}'
        | '\u{410}'..='\u{44F}'
        | '\u{E000}'..='\u{E765}'
        | '\u{2010}'..='\u{2026}'
        | '\u{2160}'..='\u{216B}'
        | '\u{2460}'..='\u{249B}'
        | '\u{25A0}'..='\u{25CF}'
        | '\u{A4}'
        | '\u{A7}'
        | '\u{A8}'
        | '\u{B0}'
        | '\u{B1}'
        | '\u{B7}'
        | '\u{D7}'
        | '\u{F7}'
        | '※'
        | '№'
        | '℃'
        | '★'
        | '☆' => 2,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::gb18030_length;

    #[test]
    fn one_two_or_four_bytes() {
        for (text, bytes) in [
            ("", 0),
            ("Li 3", 4),
            ("买买提·阿不都热依木", 20),
            ("（１）、“〇”", 14),
            ("王䶮𠮷", 10),
        ] {
            assert_eq!(gb18030_length(text), bytes, "{text}");
        }
    }
}
