//! Two characters of names: how they are to one another, and how one sounds.

use roster_values::han::{
    initial, look_alike, look_rather_alike, near_syllable, representative, syllables,
};

use super::names::{
    HOMOPHONE, ILLEGIBLE, LOOK_ALIKE, NEAR_HOMOPHONE, OTHER_CHARACTER, RATHER_ALIKE,
};

/// How two different characters are to one another.
pub(super) fn character_level(a: char, b: char) -> u8 {
    let (of_a, of_b) = (syllables(a), syllables(b));
    if of_a.iter().any(|it| of_b.contains(it)) {
        HOMOPHONE
    } else if look_alike(a, b) {
        LOOK_ALIKE
    } else if of_a
        .iter()
        .any(|a| of_b.iter().any(|b| near_syllable(*a) == near_syllable(*b)))
    {
        NEAR_HOMOPHONE
    } else if look_rather_alike(a, b) {
        RATHER_ALIKE
    } else if is_illegible(a) || is_illegible(b) {
        ILLEGIBLE
    } else {
        OTHER_CHARACTER
    }
}

/// What stands where a character could not be typed, shown or converted. 〇 is a character of names, too,
/// but of so few that against another one it is a circle.
fn is_illegible(c: char) -> bool {
    matches!(
        c,
        '?' | '*' | 'X' | 'x' | '\u{FFFD}' | '□' | '■' | '〓' | '○' | '〇' | '●' | '＊'
    ) || matches!(c, '\u{E000}'..='\u{F8FF}')
}

/// The first sound of a character, folded; the character itself where it has none.
pub(super) fn sound(c: char) -> u32 {
    let first = syllables(c).first();
    // Characters begin far above the number of syllables.
    first.map_or(u32::from(representative(c)) + 0x1000, |&it| {
        u32::from(near_syllable(it))
    })
}

/// The initial of its first sound; zero where it has none.
pub(super) fn initial_sound(c: char) -> u32 {
    let first = syllables(c).first();
    first.map_or(0, |&it| u32::from(initial(it)))
}
