//! Latin letters and dashes in Chinese names: what a keyboard gave for a character or a dot that it could not.
//!
//! 王子yan stands for 王子䶮, and 吕 was written LV long before ü could be typed. Such letters are one character here,
//! of their sound and of no form.

use roster_values::han;
use roster_values::name::{DOT, have_other_accents};

/// What stands for the first syllable; no name has a character of this private block.
const FIRST: u32 = 0xF_0000;

/// In a longer name a dash is its dot, in a shorter one the character of one stroke.
const DOTTED: usize = 5;

/// Whether a character needs [`as_meant`].
pub(super) fn is_odd(c: char) -> bool {
    c < '\u{250}' || is_dash(c)
}

/// The characters of a name with odd ones, as they are meant, without dots.
pub(super) fn as_meant(name: &str) -> Vec<char> {
    let dashes_are_dots = name.chars().count() > DOTTED;
    let is_chinese = name.chars().any(|it| it >= '\u{2E80}');
    let mut meant = Vec::new();
    let mut letters = String::new();
    for c in name.chars().chain([DOT]) {
        if is_chinese && let Some(letter) = letter(c) {
            letters.push(letter);
            meant.push(c);
            continue;
        }
        if let Some(at) = syllable(&letters) {
            meant.truncate(meant.len() - letters.len());
            meant.extend(char::from_u32(FIRST + u32::from(at)));
        }
        letters.clear();
        match c {
            DOT | ',' => {}
            c if is_dash(c) && dashes_are_dots => {}
            c if is_dash(c) => meant.push('一'),
            c => meant.push(c),
        }
    }
    meant
}

/// The syllable that a character of a name stands for, where letters do.
pub(super) fn of_letters(c: char) -> Option<u16> {
    let at = u32::from(c).checked_sub(FIRST)?;
    at.try_into().ok()
}

/// Whether a name is written in letters alone.
pub(super) fn is_in_letters(name: &[char]) -> bool {
    name.iter().all(|&it| it < '\u{2E80}')
}

/// Whether letters of two names that are spelt the same have different accents: `Vân` and `Vấn` are two names.
pub(super) fn differ_in_accents(x: &[char], y: &[char]) -> bool {
    let mut letters = x.iter().zip(y);
    letters.any(|(&a, &b)| have_other_accents(a, b))
}

/// Whether two names have their parts in another order: `John Smith` and `Smith John`.
pub(super) fn is_turned(x: &[char], y: &[char]) -> bool {
    let turned = |by: usize| x[by..] == y[..x.len() - by] && x[..by] == y[x.len() - by..];
    // A part has two letters at least.
    x.len() == y.len() && x.len() > 3 && is_in_letters(x) && (2..x.len() - 1).any(turned)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '－' | '—' | '–' | '―' | 'ー' | '─')
}

/// The letter of pinyin without its tone; v is ü.
pub(super) fn letter(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ü' | 'Ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'v',
        _ => return None,
    })
}

/// The number of a syllable of pinyin. One letter is a mark, A and B of two namesakes, and no syllable.
fn syllable(letters: &str) -> Option<u16> {
    let is_possible = (2..=6).contains(&letters.len());
    is_possible.then(|| han::spelled(letters)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_one_character_of_their_sound() {
        let of = |name: &str| as_meant(name).len();
        let lengths = [
            "王子yan",
            "王yǎn",
            "李Yan子",
            "LV洋",
            "王Kevin",
            "张伟A",
            "Yan Li",
        ]
        .map(of);
        assert_eq!(lengths, [3, 2, 3, 2, 6, 3, 6]);
        let last = as_meant("王子yan")[2];
        assert!(of_letters(last).is_some_and(|it| han::spelling(it) == "yan"));
        assert_eq!(as_meant("王-"), ['王', '一']);
        assert_eq!(as_meant("阿卜杜拉-买买提").len(), 7);
        assert_eq!(as_meant("Smith,John").len(), 9);
    }

    #[test]
    fn the_parts_of_a_foreign_name_may_be_turned() {
        let turned = |x: &str, y: &str| {
            let [x, y] = [x, y].map(|it| it.chars().collect::<Vec<_>>());
            is_turned(&x, &y)
        };
        assert!(turned("SMITHJOHN", "JOHNSMITH"));
        assert!(turned("NGUYENTHIVANANH", "VANANHNGUYENTHI"));
        assert!(!turned("SMITHJOHN", "SMITHJONH"));
        assert!(!turned("LIA", "ALI") && !turned("ANNA", "AANN"));
        assert!(!turned("王小李张", "李张王小"));
    }
}
