//! Names of files that every system accepts.

use std::collections::BTreeMap;

use roster_text::{Coding, Encoding, decode_some};
use roster_write::lower_name;

use crate::output::{extension, stem};

/// Longest name without its extension, in characters.
const CHARACTERS_MAX: usize = 80;
/// Names that Windows keeps for itself.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name of a file as people read it: what is no UTF-8 is of an archive from a Chinese Windows.
pub fn shown_name(bytes: &[u8]) -> String {
    if let Ok(name) = std::str::from_utf8(bytes) {
        return name.to_owned();
    }
    let mut name = String::new();
    let coding = Coding::Of(Encoding::Gb18030);
    decode_some(coding, bytes, bytes.len(), true, &mut name);
    name
}

/// The name without what a system refuses; never empty.
pub(crate) fn usable(wanted: &str) -> String {
    let is_refused = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let clean = wanted.chars().map(|c| if is_refused(c) { '_' } else { c });
    let clean: String = clean.take(CHARACTERS_MAX).collect();
    let clean = clean.trim_matches([' ', '.']);
    let lower = clean.to_ascii_lowercase();
    // Windows looks no further than the first dot.
    let (first, rest) = lower.split_once('.').unwrap_or((&lower, ""));
    let numbered = |it: &str| {
        let digit = first.strip_prefix(it).unwrap_or_default();
        digit.chars().count() == 1 && digit.contains(|c: char| "0123456789¹²³".contains(c))
    };
    if clean.is_empty() {
        "_".to_owned()
    } else if RESERVED.contains(&first) || numbered("com") || numbered("lpt") {
        let behind = clean.len() - rest.len() - usize::from(first.len() < clean.len());
        format!("{}_{}", &clean[..behind], &clean[behind..])
    } else {
        clean.to_owned()
    }
}

/// A name, with its extension, that is not taken: itself, or with a number.
pub(crate) fn free_file_name(name: &str, is_taken: &dyn Fn(&str) -> bool) -> String {
    let plain = Some(name.to_owned()).filter(|it| !is_taken(it));
    let free = plain.or_else(|| numbered(name, 2).map(|it| it.1).find(|it| !is_taken(it)));
    free.unwrap_or_default()
}

/// The name with each number from this one on.
fn numbered(name: &str, first: u32) -> impl Iterator<Item = (u32, String)> {
    let (stem, extension) = (stem(name), extension(name));
    (first..).map(move |it| (it, format!("{stem} ({it}){extension}")))
}

/// The names of files that are written into one folder, where the case of letters tells no file from another.
/// With each the number that the next one of this name is tried with.
#[derive(Debug, Default)]
pub struct FileNames(BTreeMap<String, u32>);

impl FileNames {
    /// A name, with its extension, that was not given before.
    pub fn free(&mut self, name: &str) -> String {
        let in_lower = lower_name(name);
        let mut free = name.to_owned();
        if let Some(&next) = self.0.get(&in_lower) {
            let mut numbered = numbered(name, next);
            let found = numbered.find(|it| !self.0.contains_key(&lower_name(&it.1)));
            if let Some((number, name)) = found {
                self.0.insert(in_lower, number + 1);
                free = name;
            }
        }
        self.0.insert(lower_name(&free), 2);
        free
    }
}

/// Whether a system may take two names for one.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    lower_name(one) == lower_name(other)
}

/// Stem and extension of a name without the number that tells it from another of the same name.
pub(crate) fn without_number(name: &str) -> (&str, &str) {
    let stem = stem(name);
    let numbered = stem.strip_suffix(')').and_then(|it| it.rsplit_once(" ("));
    let plain = numbered.filter(|it| it.1.bytes().all(|it| it.is_ascii_digit()));
    (plain.map_or(stem, |it| it.0), extension(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "tables")]
    fn a_name_of_gbk_is_read_and_a_broken_one_is_a_name() {
        assert_eq!(shown_name("一（1）班.csv".as_bytes()), "一（1）班.csv");
        assert_eq!(shown_name(b"\xd6\xd0\xc9\xbd.csv"), "中山.csv");
        assert!(shown_name(b"\xff\xffa.csv").ends_with("a.csv"));
        assert!(shown_name(b"a.\xd6").starts_with("a."));
    }

    #[test]
    fn what_a_system_refuses_is_replaced() {
        for (wanted, usable_name) in [
            ("一年级/1班", "一年级_1班"),
            ("..", "_"),
            ("", "_"),
            ("CON", "CON_"),
            ("lpt1", "lpt1_"),
            ("Com1.x", "Com1_.x"),
            ("COM¹", "COM¹_"),
            ("com12.x", "com12.x"),
            ("a:b?", "a_b_"),
            (" 一班. ", "一班"),
        ] {
            assert_eq!(usable(wanted), usable_name);
        }
        assert!(usable(&"很".repeat(300)).chars().count() <= CHARACTERS_MAX);
        let mut names = FileNames::default();
        let mut free = |it: &str| names.free(it);
        assert_eq!(free("一班.xlsx"), "一班.xlsx");
        assert_eq!(free("一班 (2).XLSX"), "一班 (2).XLSX");
        let free = free("一班.xlsx");
        assert_eq!(free, "一班 (3).xlsx");
        assert_eq!(without_number(&free), ("一班", ".xlsx"));
        assert_eq!(without_number("一班 (新).xls"), ("一班 (新)", ".xls"));
        assert_eq!(names.free("一班 (2).xlsx"), "一班 (2) (2).xlsx");
    }

    /// In a time that grows with the files and not with their square.
    #[test]
    fn many_files_have_one_name() {
        let mut names = FileNames::default();
        let given: Vec<String> = (0..30_000).map(|_| names.free("名册.xlsx")).collect();
        assert_eq!(given[0], "名册.xlsx");
        assert_eq!(given[29_999], "名册 (30000).xlsx");
    }
}
