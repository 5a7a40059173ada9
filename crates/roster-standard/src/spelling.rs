//! When two spellings count as one: width, letter case, white space and invisible characters make no
//! difference. Nothing else is forgiven; a word that is only similar is another word.

/// The characters of a text that count, each in the form it is compared in.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .map(half_width_sign)
        .filter(|&it| !is_blank(it))
        .map(|it| it.to_ascii_lowercase())
}

/// The half-width form of a full-width letter, digit or sign (U+FF01 to U+FF5E).
pub(crate) fn half_width_sign(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
        }
        '\u{3000}' => ' ',
        other => other,
    }
}

/// White space, control characters and characters without a form of their own.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '\u{00AD}'
                | '\u{034F}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn only_width_case_and_blanks_are_forgiven() {
        let same = |a, b| folded(a).eq(folded(b));
        assert!(same("Ａ型（１）", "a 型(1)"));
        assert!(same("\u{FEFF}群\u{3000}众\n", "群众"));
        assert!(!same("仫佬族", "么佬族"));
        assert!(!same("户口簿", "户口薄"));
    }
}
