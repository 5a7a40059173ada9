//! Characters that look like an ordinary ideograph and are another code point: Kangxi radicals, the
//! radicals supplement, compatibility ideographs, and the private-use codes of GBK.
//!
//! Text copied out of a PDF arrives full of them. Only one-to-one facts are here; which variant of a
//! character a household register uses is not something a table can know.

use std::borrow::Cow;

use super::compat_tables::{COMPAT, COMPAT_SUPPLEMENT};
use super::radical_tables::{GBK_PRIVATE, KANGXI, SUPPLEMENT};

/// The ideograph a Kangxi radical (U+2F00 to U+2FD5) stands for, as NFKC has it; all 214 have one.
pub fn kangxi(c: char) -> Option<char> {
    slot(&KANGXI, 0x2F00, c)
}

/// The ideograph a character of the radicals supplement (U+2E80 to U+2EF3) stands for, as
/// EquivalentUnifiedIdeograph.txt of the Unicode Character Database has it; U+2E80 has none.
pub fn radical(c: char) -> Option<char> {
    slot(&SUPPLEMENT, 0x2E80, c)
}

/// The unified ideograph of a compatibility ideograph (U+F900 to U+FAFF, U+2F800 to U+2FA1F): its
/// canonical decomposition.
pub fn compat(c: char) -> Option<char> {
    slot(&COMPAT, 0xF900, c).or_else(|| slot(&COMPAT_SUPPLEMENT, 0x2_F800, c))
}

/// The character that an old GBK font drew at a private-use code point (U+E815 to U+E864), by the
/// assignments of GB 18030-2005 and GB 18030-2022. A suggestion for a person, never a silent change.
pub fn gbk_private_use(c: char) -> Option<char> {
    slot(&GBK_PRIVATE, 0xE815, c)
}

/// The text with Kangxi radicals and the radicals supplement replaced by their ideographs.
pub fn fold_radicals(text: &str) -> Cow<'_, str> {
    let fold = |c: char| kangxi(c).or_else(|| radical(c));
    let Some(start) = text.find(|c| fold(c).is_some()) else {
        return Cow::Borrowed(text);
    };
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push_str(&text[..start]);
    folded.extend(text[start..].chars().map(|c| fold(c).unwrap_or(c)));
    Cow::Owned(folded)
}

/// The ideograph that somebody in mainland China means by a radical or a compatibility ideograph.
///
/// Three Kangxi radicals stand in Unicode for the traditional form of a character (戶 靑 黃), while the
/// fonts that are used here draw the form that is written here (户 青 黄).
pub fn meant_here(c: char) -> Option<char> {
    match c {
        '\u{2F3E}' => Some('户'),
        '\u{2FAD}' => Some('青'),
        '\u{2FC8}' => Some('黄'),
        _ => kangxi(c).or_else(|| radical(c)).or_else(|| compat(c)),
    }
}

/// Whether the character looks like what [`meant_here`] gives for it, so that nobody can have meant
/// another one: the Kangxi radicals but for those three, the radicals of the supplement that are
/// whole characters, and the compatibility ideographs that Unicode has only for a second reading in
/// a Korean list.
pub fn is_same_shape(c: char) -> bool {
    match c {
        '\u{2F3E}' | '\u{2FAD}' | '\u{2FC8}' => false,
        '\u{2F00}'..='\u{2FD5}' | '\u{F900}'..='\u{FA0B}' => true,
        _ => WHOLE_CHARACTERS.contains(&c),
    }
}

/// Characters of the supplement that are drawn as a whole character is.
const WHOLE_CHARACTERS: [char; 34] = [
    '⺟', '⺠', '⻁', '⻄', '⻅', '⻆', '⻉', '⻋', '⻑', '⻓', '⻔', '⻘', '⻙', '⻚', '⻛', '⻜',
    '⻝', '⻢', '⻣', '⻤', '⻥', '⻦', '⻧', '⻨', '⻩', '⻪', '⻫', '⻬', '⻭', '⻮', '⻯', '⻰',
    '⻲', '⻳',
];

fn slot(table: &[char], first: u32, c: char) -> Option<char> {
    let place = u32::from(c).checked_sub(first)?;
    table.get(place as usize).copied().filter(|&c| c != '\0')
}
