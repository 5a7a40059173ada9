//! Classes of code points that matter in a roster: white space, invisible, control, private use, Han.
//!
//! White space and control characters are kept apart: a code point is never in both. Combining marks
//! and emoji have no class here, since no rule asks for them.

/// White space that separates visible text: Unicode `White_Space`, without the three code points
/// (U+000B, U+000C, U+0085) that count as control characters.
#[inline]
pub fn is_white(c: char) -> bool {
    c.is_whitespace() && !is_control(c)
}

/// Characters that occupy no space and yet make two equal-looking texts differ: zero-width characters,
/// marks of direction, word joiners, the soft hyphen and the byte order mark; the two selectors that only
/// say how a sign is coloured; and three letters of other scripts that look like nothing.
#[inline]
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE0E}' | '\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}')
}

/// The C0 and C1 control characters and DEL, except tab, line feed and carriage return.
#[inline]
pub fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Private-use code points, which every computer is free to draw differently: U+E000 to U+F8FF and
/// planes 15 and 16.
#[inline]
pub fn is_private_use(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// Variation selectors that may choose another form of a Han character, U+FE00 to U+FE0D and U+E0100 to
/// U+E01EF.
#[inline]
pub fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0D}' | '\u{E0100}'..='\u{E01EF}')
}

/// Signs that stand in the place of a character which a program could not write or show: question
/// marks, empty and filled boxes, the geta mark. Some of them are ordinary signs elsewhere.
#[inline]
pub fn is_lost_glyph(c: char) -> bool {
    matches!(c, '?' | '？' | '□' | '■' | '▯' | '▢' | '〓' | '\u{FFFC}')
}

/// Unified ideographs: the basic block, extensions A to J, 〇, and the twelve that sit in the
/// compatibility block. Radicals and compatibility ideographs are not Han in this sense.
#[inline]
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{4E00}'..='\u{9FFF}' | '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{2A6DF}'
        | '\u{2A700}'..='\u{2EBE0}' | '\u{2EBF0}'..='\u{2EE5D}' | '\u{30000}'..='\u{3134A}'
        | '\u{31350}'..='\u{33479}')
        || is_unified_in_compat_block(c)
}

/// The twelve code points of U+F900 to U+FAFF that are unified ideographs in spite of their block.
#[inline]
pub(super) fn is_unified_in_compat_block(c: char) -> bool {
    matches!(
        c,
        '\u{FA0E}'
            | '\u{FA0F}'
            | '\u{FA11}'
            | '\u{FA13}'
            | '\u{FA14}'
            | '\u{FA1F}'
            | '\u{FA21}'
            | '\u{FA23}'
            | '\u{FA24}'
            | '\u{FA27}'..='\u{FA29}'
    )
}
