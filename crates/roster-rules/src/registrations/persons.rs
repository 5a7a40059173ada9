//! Whether two rows that have a number in common speak of one pupil: what their own names, birth dates and
//! sexes say. A number that a parent gave for two children is no proof that they are one.

use roster_model::Column;
use roster_values::date::Date;
use roster_values::han::{is_variant, look_alike, look_rather_alike, near_syllable, syllables};
use roster_values::name::{DOT, is_dot_look_alike, strict_key};
use roster_values::text::{is_han, is_lost_glyph, is_placeholder};

use super::join::{own_birth, own_sex};
use super::{RowPlace, are_two};
use crate::Roster;

/// How far two rows are one pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Persons {
    /// The name is one, or hidden.
    One,
    /// A slip may be all that differs.
    Unsure,
    /// They are two.
    Two,
}

/// How two names agree, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Names {
    /// They are one; dots and forms of a character do not count.
    Same,
    /// As far as both are legible, they agree.
    Illegible,
    /// What a slip makes of a name, or a former one.
    Slip,
    /// They are two.
    Other,
}

/// What two rows say of whom they mean.
pub(super) fn persons(rosters: &[Roster], a: RowPlace, b: RowPlace) -> Persons {
    let of = |it: RowPlace| (&rosters[it.0 as usize], it.1);
    let ((one, row), (other, other_row)) = (of(a), of(b));
    let sexes = are_two(own_sex(one, row), own_sex(other, other_row));
    let births = own_birth(one, row).zip(own_birth(other, other_row));
    let is_far = births.is_some_and(|(a, b)| a != b && !is_slip(a, b));
    match names_of(rosters, a, b) {
        Names::Same => Persons::One,
        Names::Illegible if !is_far && !sexes => Persons::One,
        Names::Other => Persons::Two,
        // A name that is left out says nothing, and one of a character or two little.
        _ if is_far && (sexes || is_named(one, row) && is_named(other, other_row)) => Persons::Two,
        Names::Slip if sexes => Persons::Two,
        _ => Persons::Unsure,
    }
}

fn is_named(roster: &Roster, row: u32) -> bool {
    !letters(roster.text(Column::Name, row)).is_empty()
}

/// How the names of two rows agree, former ones included.
pub(super) fn names_of(rosters: &[Roster], a: RowPlace, b: RowPlace) -> Names {
    let text = |column, it: RowPlace| rosters[it.0 as usize].text(column, it.1);
    let (x, y) = (text(Column::Name, a), text(Column::Name, b));
    let found = names(x, y);
    let is_former = |name, of| {
        let former = text(Column::FormerName, of);
        !former.is_empty() && names(name, former) == Names::Same
    };
    if found == Names::Other && (is_former(x, b) || is_former(y, a)) {
        return Names::Slip;
    }
    found
}

/// How two names agree.
pub(super) fn names(a: &str, b: &str) -> Names {
    let (a, b) = (letters(a), letters(b));
    let is_blank = |it: &[char]| it.iter().all(|&it| is_masked(it));
    if is_blank(&a) || is_blank(&b) {
        return Names::Illegible;
    }
    if a.len() == b.len() && a.iter().zip(&b).all(|(&a, &b)| is_variant(a, b)) {
        return Names::Same;
    }
    let has_mask = |it: &[char]| it.iter().any(|&it| is_masked(it));
    if has_mask(&a) || has_mask(&b) {
        let backwards = agree(a.iter().rev(), b.iter().rev());
        return if agree(a.iter(), b.iter()) && backwards {
            Names::Illegible
        } else {
            Names::Other
        };
    }
    // A name in pinyin is compared by nobody here.
    if a.iter().any(|&it| is_han(it)) != b.iter().any(|&it| is_han(it)) {
        return Names::Illegible;
    }
    if is_slip_of_name(&a, &b) {
        Names::Slip
    } else {
        Names::Other
    }
}

/// The characters of a name that count.
fn letters(name: &str) -> Vec<char> {
    if is_placeholder(name) {
        return Vec::new();
    }
    let key = strict_key(name);
    let counts = |it: &char| *it != DOT && !is_dot_look_alike(*it);
    let folded = key.chars().filter(counts);
    folded.map(|it| it.to_ascii_uppercase()).collect()
}

/// Whether a character of a name hides another.
pub(super) fn is_masked(c: char) -> bool {
    matches!(c, '*' | '＊' | '×' | '某' | '?' | '○' | '●' | '□' | '■') || is_lost_glyph(c)
}

/// Whether two names agree until one of them is masked.
fn agree<'a>(a: impl Iterator<Item = &'a char>, b: impl Iterator<Item = &'a char>) -> bool {
    for (&a, &b) in a.zip(b) {
        if is_masked(a) || is_masked(b) {
            return true;
        }
        if !is_variant(a, b) {
            return false;
        }
    }
    true
}

/// One name typed wrong: by its sound, by its looks, with a character too few or two exchanged, or with something
/// behind it.
fn is_slip_of_name(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() < long.len() {
        let same = short.iter().zip(long);
        let same = same.take_while(|(a, b)| is_variant(**a, **b)).count();
        let rest = || short[same..].iter().zip(&long[same + 1..]);
        let is_dropped = long.len() == short.len() + 1 && rest().all(|(&a, &b)| is_variant(a, b));
        return short.len() > 1 && (same == short.len() || is_dropped);
    }
    let differing = a.iter().copied().zip(b.iter().copied());
    let differing = differing
        .enumerate()
        .filter(|it| !is_variant(it.1.0, it.1.1));
    let differing: Vec<(usize, (char, char))> = differing.collect();
    match differing[..] {
        [(_, (x, y))] => {
            sound_alike(x, y, near_syllable) || look_alike(x, y) || look_rather_alike(x, y)
        }
        [(at, one), (next, other)] if next == at + 1 && one == (other.1, other.0) => true,
        _ => differing
            .iter()
            .all(|it| sound_alike(it.1.0, it.1.1, |it| it)),
    }
}

/// Whether two names have one surname and all of the given name but a character.
pub(super) fn differ_in_one_character(a: &str, b: &str) -> bool {
    let (a, b) = (letters(a), letters(b));
    let differing = a.iter().zip(&b).filter(|it| !is_variant(*it.0, *it.1));
    a.len() == b.len() && differing.count() == 1 && is_variant(a[0], b[0])
}

fn sound_alike(a: char, b: char, folded: fn(u16) -> u16) -> bool {
    let of_a = syllables(a);
    let is_of_a = |it: &u16| of_a.iter().any(|own| folded(*own) == folded(*it));
    syllables(b).iter().any(is_of_a)
}

/// Whether two dates may be one typed wrong: of day, month and year two are the same, or day and month are
/// exchanged. Brothers and sisters are born so by no chance.
fn is_slip(a: Date, b: Date) -> bool {
    let parts = [
        a.year() == b.year(),
        a.month() == b.month(),
        a.day() == b.day(),
    ];
    let is_exchange = parts[0] && (a.month(), a.day()) == (b.day(), b.month());
    is_exchange || parts.iter().filter(|it| **it).count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_children_and_names_typed_wrong_are_told_apart() {
        for (one, other, expected) in [
            ("王小明", "王 小明", Names::Same),
            ("张偉明", "张伟明", Names::Same),
            ("阿卜杜拉·买买提", "阿卜杜拉．买买提", Names::Same),
            ("阿卜杜拉买买提", "阿卜杜拉·买买提", Names::Same),
            ("王*明", "王小明", Names::Illegible),
            ("王**", "王芳", Names::Illegible),
            ("***", "王芳", Names::Illegible),
            ("", "王芳", Names::Illegible),
            ("李*", "王芳", Names::Other),
            ("王*军", "王小明", Names::Other),
            ("王晓明", "王小明", Names::Slip),
            ("王明小", "王小明", Names::Slip),
            ("王明", "王小明", Names::Slip),
            ("王小明（转）", "王小明", Names::Slip),
            ("王林豪", "王宇轩", Names::Other),
            ("崔兰", "崔一凡", Names::Other),
            ("王子轩", "王子涵", Names::Other),
            ("胡志伟", "胡宇伟", Names::Other),
        ] {
            assert_eq!(names(one, other), expected, "{one} {other}");
            assert_eq!(names(other, one), expected, "{other} {one}");
        }
    }
}
