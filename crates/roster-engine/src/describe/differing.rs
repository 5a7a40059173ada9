//! Which characters of two texts of a group differ, so that a reader sees them at once.
//!
//! Deliberately absent: why they differ. That is said in the evidence.

use roster_values::text::trim;

/// Longer texts are not compared: nobody reads them character by character.
const CHARACTERS_MAX: usize = 40;

/// Whether two texts are known to be one, written in two ways, however much of them differs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alike {
    Yes,
    Untold,
}

/// Positions of the characters of each text that the other has not at the same place of what is common
/// to both; none where less than half is and they are not known to be alike.
pub(crate) fn differing(a: &str, b: &str, alike: Alike) -> (Vec<u32>, Vec<u32>) {
    let nothing = (Vec::new(), Vec::new());
    if a == b {
        return nothing;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longer = a.len().max(b.len());
    if longer > CHARACTERS_MAX {
        return nothing;
    }
    // How much is common to what is left of both texts from a place on.
    let width = b.len() + 1;
    let mut common = vec![0_u8; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i * width + j] = if a[i] == b[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let in_places = (0..).zip(a.iter().zip(&b));
    let in_places = in_places.filter(|(_, (a, b))| a != b).map(|it| it.0);
    let in_places: Vec<u32> = in_places.collect();
    let left_over = a.len() + b.len() - 2 * usize::from(common[0]);
    // What is exchanged or in other forms is seen place by place; a character more or fewer is not.
    let is_by_places = a.len() == b.len() && in_places.len() <= left_over;
    if usize::from(common[0]) * 2 < longer && !(is_by_places && alike == Alike::Yes) {
        return nothing;
    }
    if is_by_places {
        return (in_places.clone(), in_places);
    }
    let (mut in_a, mut in_b) = nothing;
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let (here, down) = (common[i * width + j], common.get((i + 1) * width + j));
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if i < a.len() && down == Some(&here) {
            in_a.push(i as u32);
            i += 1;
        } else {
            in_b.push(j as u32);
            j += 1;
        }
    }
    (in_a, in_b)
}

/// Where the characters at these positions of the tidied text of a cell stand in what a reader sees of it;
/// nothing where that has another length.
pub(crate) fn in_shown(differs: &[u32], text: &str, shown: &str) -> Option<Vec<u32>> {
    let trimmed = trim(text);
    let count = |it: &str| it.chars().count();
    let before = if shown == text {
        count(&text[..text.find(trimmed).unwrap_or_default()])
    } else if count(shown) == count(trimmed) {
        0
    } else {
        return None;
    };
    let positions = differs.iter().map(|it| it + before as u32);
    Some(positions.collect()).filter(|it: &Vec<u32>| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_characters_that_differ_are_marked_in_both() {
        for (a, b, in_a, in_b) in [
            ("王小伟", "王小炜", vec![2], vec![2]),
            ("王伟", "王炜", vec![1], vec![1]),
            ("王小明", "王明", vec![1], vec![]),
            ("王明", "王小明", vec![], vec![1]),
            (
                "110101201509010016",
                "110101201509010024",
                vec![16, 17],
                vec![16, 17],
            ),
            ("王小明", "王小明", vec![], vec![]),
            ("王小明", "李大国", vec![], vec![]),
            ("王小明", "", vec![], vec![]),
            ("", "", vec![], vec![]),
            ("张子轩", "张轩子", vec![1, 2], vec![1, 2]),
            ("张伟东", "張偉東", vec![], vec![]),
            (
                "110101201509010016",
                "110101201509100016",
                vec![12, 13],
                vec![12, 13],
            ),
            (
                "110101201509010016",
                "101012015090100167",
                vec![1],
                vec![17],
            ),
        ] {
            let found = differing(a, b, Alike::Untold);
            assert_eq!(found, (in_a, in_b), "{a} {b}");
        }
        let all = vec![0, 1, 2];
        assert_eq!(
            differing("张伟东", "張偉東", Alike::Yes),
            (all.clone(), all)
        );
        let nothing = (vec![], vec![]);
        assert_eq!(differing("张伟", "张伟东东东东", Alike::Yes), nothing);
    }

    #[test]
    fn positions_are_those_of_what_is_seen() {
        assert_eq!(in_shown(&[1], " 王伟 ", " 王伟 "), Some(vec![2]));
        assert_eq!(in_shown(&[1], " 王伟 ", "王*"), Some(vec![1]));
        assert_eq!(in_shown(&[1], "北京市朝阳区", "北京***"), None);
        assert_eq!(in_shown(&[], "王伟", "王伟"), None);
    }
}
