//! What is wrong with the spelling of a name, in one look.
//!
//! Reports what can be seen in the characters. Radicals, private use and invisible characters are
//! traits of any text and are reported there, not again here.

use super::note::{appended_note, is_word, remark_start};
use super::{DOT, NameNote, is_dot_look_alike, surname};
use crate::text::{
    compat, is_control, is_han, is_ideographs, is_invisible, is_lost_glyph, is_private_use,
    is_variation_selector, is_white, kangxi, radical, trim,
};

/// What was seen in a name. All fields empty and false for a name without defects.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct NameDefects<'t> {
    /// White space with a Han character on both sides.
    pub inner_space: bool,
    /// The first dot that is not U+00B7 and has a Han character on both sides.
    pub wrong_dot: Option<char>,
    /// A dot at the start or the end, or two dots together.
    pub misplaced_dot: bool,
    /// A remark at the end; the other fields are about the name without it.
    pub note: Option<NameNote<'t>>,
    /// The first character that belongs to no name: a digit, a symbol, a bracket.
    pub symbol: Option<char>,
    /// A question mark, an empty box or the like, which stands for a character that was lost.
    pub lost: Option<char>,
    /// The first Latin letter in a name that has Han characters too.
    pub latin_in_han: Option<char>,
    /// How many Han characters the name has, radicals and compatibility ideographs included.
    pub han: u16,
}

impl NameDefects<'_> {
    /// True if nothing is wrong. The number of characters is no defect.
    pub fn is_empty(&self) -> bool {
        *self
            == NameDefects {
                han: self.han,
                ..NameDefects::default()
            }
    }
}

/// Looks at a name.
pub fn defects(text: &str) -> NameDefects<'_> {
    // Nearly every name is.
    if is_ideographs(text) && remark_start(text).is_none() {
        return NameDefects {
            han: (text.len() / 3) as u16,
            ..NameDefects::default()
        };
    }
    let note = appended_note(text);
    let name = note.map_or(trim(text), |note| note.name);
    let mut found = NameDefects {
        note,
        ..NameDefects::default()
    };
    look_between(name, &mut found);
    let count = name.chars().filter(|&c| is_han_like(c)).count();
    found.han = u16::try_from(count).unwrap_or(u16::MAX);
    for c in name
        .chars()
        .filter(|&c| !is_han_like(c) && !is_left_aside(c))
    {
        if is_lost_glyph(c) {
            found.lost = found.lost.or(Some(c));
        } else if c == DOT || is_dot_look_alike(c) || is_latin_sign(c) && count == 0 {
            // Looked at by its neighbours, or part of a Latin name.
        } else if is_latin(c) {
            found.latin_in_han = found.latin_in_han.or((count > 0).then_some(c));
        } else if !c.is_alphabetic() || count > 0 {
            found.symbol = found.symbol.or(Some(c));
        }
    }
    found
}

/// The name without the white space that stands between two Han characters, and whether that is safe:
/// two or three single characters set wide (张　三), or a surname and what follows it, also a compound one (欧阳　文慧),
/// where no dot can have been lost and neither a remark nor another name is joined.
pub fn without_inner_space(text: &str) -> (String, bool) {
    let name = trim(text);
    let mut joined = String::with_capacity(name.len());
    let mut gap = String::new();
    for c in name.chars() {
        if is_white(c) {
            gap.push(c);
            continue;
        }
        if !(joined.ends_with(is_han_like) && is_han_like(c)) {
            joined.push_str(&gap);
        }
        gap.clear();
        joined.push(c);
    }
    let surname = surname(&joined);
    let given = joined.chars().count() - surname.chars().count();
    // Behind a compound surname a given name has two characters as behind another.
    let is_short = given <= 2 && joined.chars().all(is_han_like);
    let safe = is_short && is_one_name(name, &joined);
    (joined, safe)
}

/// Whether the parts of a short name are its characters, or its surname and the rest.
fn is_one_name(name: &str, joined: &str) -> bool {
    let parts: Vec<&str> = name.split_whitespace().collect();
    match parts[..] {
        [first, _] => first == surname(joined) || first.chars().count() == 1,
        [_, _, last] => !is_word(last),
        _ => true,
    }
}

/// White space and dots, which are judged by what stands beside them.
fn look_between(name: &str, found: &mut NameDefects<'_>) {
    let has_han = name.contains(is_han_like);
    let is_dot = |c: char| c == DOT || has_han && is_dot_look_alike(c);
    let (mut before, mut gap, mut dot): (Option<char>, bool, Option<char>) = (None, false, None);
    for c in name.chars().filter(|&c| !is_invisible(c) && !is_control(c)) {
        if is_white(c) {
            gap = true;
        } else if is_dot(c) {
            found.misplaced_dot |= before.is_none() || dot.is_some();
            dot = Some(c);
        } else {
            let between_han = is_han_like(c) && before.is_some_and(is_han_like);
            if between_han {
                found.wrong_dot = found.wrong_dot.or(dot.filter(|&dot| dot != DOT));
            }
            found.inner_space |= gap && between_han;
            (before, gap, dot) = (Some(c), false, None);
        }
    }
    found.misplaced_dot |= dot.is_some();
}

/// A Han character, or one that stands for it and is reported as a trait of the text.
fn is_han_like(c: char) -> bool {
    // Nothing of the kind stands before the radicals, and a long text is mostly Latin.
    c >= '\u{2E80}'
        && (is_han(c)
            || kangxi(c).is_some()
            || radical(c).is_some()
            || compat(c).is_some()
            || is_private_use(c))
}

/// Characters that other reports are about.
fn is_left_aside(c: char) -> bool {
    is_white(c) || is_invisible(c) || is_control(c) || is_variation_selector(c) || c == '\u{FFFD}'
}

/// Signs of a name in Latin letters: O'Neil, Anne-Marie, Smith, J.
fn is_latin_sign(c: char) -> bool {
    matches!(c, '-' | '\'' | '’' | ',' | '‐')
}

/// Latin letters, full-width ones included.
fn is_latin(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}
