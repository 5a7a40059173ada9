//! A Chinese name in the letters of pinyin: 王梓涵 as Wang Zihan, as a passport or an examination list has it.

use roster_values::han;

use super::latin::letter;

/// How many syllables a name in pinyin has.
const SYLLABLES: std::ops::RangeInclusive<usize> = 2..=4;
/// No syllable is longer.
const LONGEST: usize = 6;

/// Whether letters write the sounds of a Chinese name, its surname first or last.
pub(super) fn writes(letters: &[char], name: &[char]) -> bool {
    let is_chinese = name.iter().all(|&it| it >= '\u{2E80}');
    if !is_chinese || !SYLLABLES.contains(&name.len()) || !letters.iter().all(|&c| is_letter(c)) {
        return false;
    }
    let text: String = letters.iter().filter_map(|&c| letter(c)).collect();
    (0..name.len().min(3)).any(|surname| {
        let (surname, given) = name.split_at(surname);
        fits(&text, given, surname)
    })
}

/// Whether a text is one reading of each character, of `next` and then of `last`.
fn fits(text: &str, next: &[char], last: &[char]) -> bool {
    let Some((&c, more)) = next.split_first() else {
        return if last.is_empty() {
            text.is_empty()
        } else {
            fits(text, last, &[])
        };
    };
    let mut readings = han::syllables(c).iter().map(|&it| han::spelling(it));
    readings.any(|reading| {
        // For ü, which has no key, people type v, u or yu.
        let (initial, has_umlaut) = match reading.split_once('v') {
            Some((initial, "")) => (initial, true),
            _ => (reading, false),
        };
        let ends: &[&str] = if has_umlaut { &["v", "u", "yu"] } else { &[""] };
        let after = text.strip_prefix(initial);
        ends.iter().any(|end| {
            let rest = after.and_then(|it| it.strip_prefix(end));
            rest.is_some_and(|rest| fits(rest, more, last))
        })
    })
}

/// The syllables of a name in pinyin, surname first; nothing where it is no such name. Keys of names have no white
/// space: where a word begins, a capital tells.
pub(super) fn syllables(letters: &[char]) -> Vec<u16> {
    let mut found = Vec::new();
    if !letters.iter().all(|&c| is_letter(c)) {
        return found;
    }
    let mut of_words = Vec::new();
    for word in letters.chunk_by(|a, b| !(a.is_lowercase() && b.is_uppercase()) && *a != ',') {
        let before = found.len();
        // Xi'an is no xian.
        for part in word.split(|&c| letter(c).is_none()) {
            let text: String = part.iter().filter_map(|&c| letter(c)).collect();
            if !split(&text, &mut found) {
                return Vec::new();
            }
        }
        of_words.push(found.len() - before);
    }
    // ZihanWang.
    if matches!(of_words[..], [given, 1] if given > 1) {
        found.rotate_right(1);
    }
    if !SYLLABLES.contains(&found.len()) {
        found.clear();
    }
    found
}

/// Splits a word into syllables, the first ones as long as can be.
fn split(word: &str, found: &mut Vec<u16>) -> bool {
    if word.is_empty() {
        return true;
    }
    if found.len() == *SYLLABLES.end() {
        return false;
    }
    for length in (1..=word.len().min(LONGEST)).rev() {
        let Some(syllable) = word.get(..length).and_then(han::spelled) else {
            continue;
        };
        found.push(syllable);
        if split(&word[length..], found) {
            return true;
        }
        found.pop();
    }
    false
}

/// What a name in pinyin is made of.
fn is_letter(c: char) -> bool {
    letter(c).is_some() || matches!(c, '\'' | '’' | '-' | ',' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn pinyin_is_read_against_the_characters() {
        for (letters, name, expected) in [
            ("WangZihan", "王梓涵", true),
            ("WANGZIHAN", "王梓涵", true),
            ("ZihanWang", "王梓涵", true),
            ("wangzihan", "王梓涵", true),
            ("WángZǐ-hán", "王梓涵", true),
            ("Ouyang,Xi'an", "欧阳西安", true),
            ("LyuYang", "吕洋", true),
            ("LuYang", "吕洋", true),
            ("ShanWei", "单伟", true),
            ("WangZihao", "王梓涵", false),
            ("WangZi", "王梓涵", false),
            ("JohnSmith", "王梓涵", false),
            ("WangZihan", "王", false),
        ] {
            assert_eq!(
                writes(&of(letters), &of(name)),
                expected,
                "{letters} {name}"
            );
        }
    }

    #[test]
    fn the_syllables_of_pinyin_are_told() {
        let spelt = |text: &str| {
            let found = syllables(&of(text)).into_iter();
            found.map(han::spelling).collect::<Vec<_>>()
        };
        assert_eq!(spelt("WangZihan"), ["wang", "zi", "han"]);
        assert_eq!(spelt("ZihanWANG"), ["wang", "zi", "han"]);
        assert_eq!(spelt("LISIYUAN"), ["li", "si", "yuan"]);
        assert_eq!(spelt("Ouyang,Xi'an"), ["ou", "yang", "xi", "an"]);
        assert!(spelt("JohnSmith").is_empty());
    }
}
