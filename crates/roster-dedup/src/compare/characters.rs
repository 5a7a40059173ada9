//! Two characters of names: how they are to one another, and how one sounds.

use roster_values::han::{
    initial, look_alike, look_rather_alike, near_syllable, representative, syllables,
};
use roster_values::name::plain_letter;

use super::latin::of_letters;
use super::names::{
    HOMOPHONE, ILLEGIBLE, LOOK_ALIKE, NEAR_HOMOPHONE, OTHER_CHARACTER, RATHER_ALIKE,
};

/// Pairs that look alike and are in no list of such.
const ALIKE_TOO: [(char, char); 1] = [('昊', '旲')];

/// How two different characters are to one another.
pub(super) fn character_level(a: char, b: char) -> u8 {
    let (mut of_a, of_b) = (readings(a), readings(b));
    if of_a.clone().any(|it| of_b.clone().any(|other| other == it)) {
        HOMOPHONE
    } else if look_alike(a, b) || ALIKE_TOO.contains(&(a, b)) || ALIKE_TOO.contains(&(b, a)) {
        LOOK_ALIKE
    } else if of_a.any(|a| of_b.clone().any(|b| near_syllable(a) == near_syllable(b))) {
        NEAR_HOMOPHONE
    } else if look_rather_alike(a, b) {
        RATHER_ALIKE
    } else if is_illegible(a) || is_illegible(b) {
        ILLEGIBLE
    } else {
        OTHER_CHARACTER
    }
}

/// All readings of a character, or the one that letters give in its place.
fn readings(c: char) -> impl Iterator<Item = u16> + Clone {
    let of_letters = of_letters(c);
    let own = if of_letters.is_some() {
        &[]
    } else {
        syllables(c)
    };
    of_letters.into_iter().chain(own.iter().copied())
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
    let first = readings(c).next();
    // Characters begin far above the number of syllables.
    let form = || u32::from(plain_letter(representative(c)));
    first.map_or_else(|| form() + 0x1000, |it| u32::from(near_syllable(it)))
}

/// The initial of its first sound; zero where it has none.
pub(super) fn initial_sound(c: char) -> u32 {
    let first = readings(c).next();
    first.map_or(0, |it| u32::from(initial(it)))
}
