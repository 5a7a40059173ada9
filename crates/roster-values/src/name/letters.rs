//! Letters with accents in the names of foreign pupils: put together from a letter and its marks, as Unicode composes
//! them (NFC), and taken apart again.
//!
//! A keyboard or a program may write `ế` in one code, in two or in three, and all of it is one letter. The list has the
//! letters of Vietnamese, of the languages of Europe that are written in Latin letters, of pinyin, and й and ё.

use std::borrow::Cow;

/// Each mark, and in turn a letter and what the mark makes of it.
const WITH_MARK: [(char, &str); 17] = [
    ('\u{300}', "aàeèiìoòuùüǜnǹâầăằêềôồơờưừyỳ"),
    ('\u{301}', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵmḿâấăắêếôốơớưứ"),
    ('\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷạậẹệọộ"),
    ('\u{303}', "aãnñoõiĩuũâẫăẵeẽêễôỗơỡưữyỹ"),
    ('\u{304}', "aāeēiīoōuūüǖ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭạặий"),
    ('\u{307}', "cċeėgġzż"),
    ('\u{308}', "aäeëiïoöuüyÿеё"),
    ('\u{309}', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
    ('\u{30A}', "aåuů"),
    ('\u{30B}', "oőuű"),
    ('\u{30C}', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧ"),
    ('\u{31B}', "oơuư"),
    // The marks above stand behind that below where somebody typed them so.
    ('\u{323}', "aạeẹiịoọơợuụưựyỵâậăặêệôộ"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçgģkķlļnņrŗsştţ"),
    ('\u{328}', "aąeęiįuų"),
];

/// Letters that no mark makes of another, and which a keyboard without them has.
const STROKED: &str = "dđoølłiıhħtŧ";

/// The text with one code for every letter that is written with marks behind it.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    if !text.contains(is_mark) {
        return Cow::Borrowed(text);
    }
    let mut all = String::with_capacity(text.len());
    for c in text.chars() {
        match all.pop() {
            Some(last) => match with_mark(last, c) {
                Some(one) => all.push(one),
                None => all.extend([last, c]),
            },
            None => all.push(c),
        }
    }
    Cow::Owned(all)
}

/// Whether a code is a mark for the letter before it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

fn with_mark(letter: char, mark: char) -> Option<char> {
    let (_, pairs) = WITH_MARK.iter().find(|it| it.0 == mark)?;
    let small = lower(letter);
    let (_, made) = in_pairs(pairs).find(|it| it.0 == small)?;
    Some(if small == letter { made } else { upper(made) })
}

/// The capital letter without its accents: what is left of a letter where a keyboard or a passport has no others.
/// What is no letter stays as it is.
pub fn plain_letter(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_uppercase();
    }
    if !matches!(c, '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{1E00}'..='\u{1EFF}') {
        return c;
    }
    let mut letter = lower(c);
    let lists = || WITH_MARK.iter().map(|it| it.1).chain([STROKED]);
    while let Some(it) = lists().flat_map(in_pairs).find(|it| it.1 == letter) {
        letter = it.0;
    }
    upper(letter)
}

/// Whether two letters are one but for their accents, and both have some: two sounds, and not one letter that was typed
/// on a keyboard without it.
pub fn have_other_accents(a: char, b: char) -> bool {
    let has_accent = |it: char| plain_letter(it) != upper(it);
    plain_letter(a) == plain_letter(b) && has_accent(a) && has_accent(b) && lower(a) != lower(b)
}

fn in_pairs(pairs: &str) -> impl Iterator<Item = (char, char)> + '_ {
    let letters = pairs.chars().step_by(2);
    letters.zip(pairs.chars().skip(1).step_by(2))
}

/// The capital stands one of a few distances before its letter: the table of them all would be the largest of the page.
fn upper(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_uppercase();
    }
    let before = [1, 0x20, 0x50].map(|it| char::from_u32(c as u32 - it));
    let capital = before
        .into_iter()
        .flatten()
        .find(|&it| it != c && lower(it) == c);
    capital.unwrap_or(c)
}

/// The small letter, where it is one.
fn lower(c: char) -> char {
    let mut all = c.to_lowercase();
    let first = all.next();
    first.filter(|_| all.next().is_none()).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_one_however_it_was_typed() {
        for (typed, letter) in [
            ("e\u{302}\u{303}", "ễ"),
            ("E\u{302}\u{303}", "Ễ"),
            ("e\u{323}\u{302}", "ệ"),
            ("ê\u{323}", "ệ"),
            ("o\u{31B}\u{323}", "ợ"),
            ("A\u{308}", "Ä"),
            ("и\u{306}", "й"),
            ("u\u{308}\u{30C}", "ǚ"),
            ("x\u{308}", "x\u{308}"),
            ("\u{308}", "\u{308}"),
            ("李", "李"),
        ] {
            assert_eq!(composed(typed), letter);
        }
    }

    #[test]
    fn a_plain_letter_has_no_accent_and_is_a_capital() {
        let plain: String = "ễỄđĐøяйz李ßω".chars().map(plain_letter).collect();
        assert_eq!(plain, "EEDDOЯИZ李ßΩ");
    }

    #[test]
    fn a_letter_without_accent_is_no_other_letter() {
        let other = ["âấ", "aâ", "Ââ", "ââ", "ab", "李张"].map(|it| {
            let mut letters = it.chars();
            have_other_accents(letters.next().unwrap(), letters.next().unwrap())
        });
        assert_eq!(other, [true, false, false, false, false, false]);
    }

    #[test]
    fn every_letter_of_the_list_is_another_than_that_without_the_mark() {
        for (mark, pairs) in WITH_MARK {
            assert!(pairs.chars().count().is_multiple_of(2), "{mark:?}");
            assert!(in_pairs(pairs).all(|it| it.0 != it.1 && lower(it.1) == it.1));
            // No name is known to begin with ÿ, whose capital is far from it.
            let pairs = pairs.replace('ÿ', "");
            let capitals: String = pairs.chars().map(upper).collect();
            assert_eq!(capitals, pairs.to_uppercase());
        }
    }
}
