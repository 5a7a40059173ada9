//! The papers for 变更 and 佐证, looked for among the files of a folder of scans.
//!
//! A file belongs to a pupil when its name, or that of a folder it is in, contains the pupil's name,
//! 学籍号 or identity number; what paper it is, its name says. Only the listing is looked at: names,
//! sizes, first and last bytes. Nothing is opened, moved or written.

pub(crate) mod class_said;
mod cut_off;
pub(crate) mod scan_name;

pub use crate::evidence::cut_off::TAIL_BYTES;

use std::collections::BTreeMap;

use roster_model::{Column, Group, RowPlace, Stage};
use roster_values::name::strict_key;

use crate::evidence::class_said::{ClassKnown, ClassSaid};
use crate::evidence::cut_off::is_cut_off;
use crate::evidence::scan_name::{
    ends_here, has_class, is_of_relative, numbers, says_family, says_school,
};
use crate::gathered::handled::{Todo, todos_of};
use crate::gathered::wrong_numbers::wrong_numbers;
use crate::{Registration, Roster, Settings};

/// A file of a folder of scans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Its path below the folder, with `/` between the parts.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// Its first bytes, at least eight where it has so many.
    pub head: Vec<u8>,
    /// Whether it breaks off before its end, as far as its last bytes prove it.
    pub is_cut_off: bool,
}

impl Scan {
    /// `tail` are the last bytes of the file, `TAIL_BYTES` where it has so many.
    pub fn new(path: String, bytes: u64, head: Vec<u8>, tail: &[u8]) -> Self {
        Scan {
            is_cut_off: is_cut_off(bytes, &head, tail),
            path,
            bytes,
            head,
        }
    }
}

/// What the folder lacks, and what in it belongs to nobody.
#[derive(Clone, Debug, Default)]
pub struct FolderOfScans {
    /// Pupils whose papers are not complete, by sheet and row.
    pub lacking: Vec<Lacking>,
    /// Indexes of files that belong to no pupil who needs papers, or of which nobody can tell to which of some.
    pub unclaimed: Vec<usize>,
    /// Those of them of which nobody can tell whose they are.
    pub unsure: Vec<usize>,
    /// The pupils whose papers were looked for, by sheet and row.
    pub sought: Vec<RowPlace>,
}

/// A pupil whose papers are not complete.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lacking {
    /// Sheet, and position among its pupils.
    pub place: RowPlace,
    /// Whether 户口簿 or 身份证 is missing.
    pub family: bool,
    /// Whether 学校证明 is missing.
    pub school: bool,
    /// Files of the pupil whose names do not say what they are.
    pub unnamed: u32,
    /// Files of the pupil that are no JPG, PNG or PDF.
    pub unreadable: u32,
    /// The first of the files that may be another pupil's as well.
    pub unsure: Option<usize>,
    /// The first of the files whose extension is not that of what they are.
    pub misnamed: Option<usize>,
    /// The first of the files that break off before their end.
    pub cut_off: Option<usize>,
}

/// Longest name or number that is looked for, in characters.
const KEY_MAX: usize = 24;

struct Needed {
    place: RowPlace,
    needs_school: bool,
    has_family: bool,
    has_school: bool,
    unnamed: u32,
    unreadable: u32,
    unsure: Option<usize>,
    misnamed: Option<usize>,
    cut_off: Option<usize>,
}

/// What the listing of the settings lacks; nothing without one, and before the import. Looked for are the
/// papers of groups, of wrong numbers and of what the system lists.
pub fn evidence(
    rosters: &[Roster],
    groups: &[Group],
    registrations: &[Registration],
    settings: &Settings,
) -> Option<FolderOfScans> {
    let scans = settings.scans.as_ref()?;
    if settings.stage == Stage::BeforeImport {
        return None;
    }
    let mut todos = todos_of(groups, registrations, settings);
    let wrong = wrong_numbers(rosters, &todos, settings.today);
    todos.extend(wrong.into_iter().map(|place| (place, Todo::Change)));
    todos.extend(registrations.iter().filter_map(Registration::todo));
    roster_order::sort(&mut todos);
    todos.dedup_by_key(|it| it.0);
    let mut needed = Vec::new();
    for (place, todo) in todos {
        if todo != Todo::Delete {
            needed.push(Needed {
                place,
                needs_school: todo != Todo::Change,
                has_family: false,
                has_school: false,
                unnamed: 0,
                unreadable: 0,
                unsure: None,
                misnamed: None,
                cut_off: None,
            });
        }
    }
    let keys = keys(rosters, &needed);
    let mut unclaimed = Vec::new();
    let mut unsure = Vec::new();
    for (index, scan) in scans.iter().enumerate() {
        let path = strict_key(&scan.path).to_ascii_uppercase();
        let owners = owners(&path, &keys);
        // The card of a parent is no paper of the pupil.
        if owners.is_empty() || is_of_relative(&path) {
            unclaimed.push(index);
            continue;
        }
        for of_key in owners {
            let named = named_closer(&path, of_key, &needed, rosters);
            if !are_one_pupil(&named, &needed, rosters) {
                for it in named {
                    needed[it].unsure.get_or_insert(index);
                }
                if unclaimed.last() != Some(&index) {
                    unclaimed.push(index);
                    unsure.push(index);
                }
                continue;
            }
            // Of the rows of one pupil the first that lacks it has it.
            let owner = named.iter().find(|&&it| needed[it].lacks(scan));
            needed[*owner.unwrap_or(&named[0])].take(scan, index);
        }
    }
    Some(FolderOfScans {
        lacking: needed.iter().filter_map(Needed::lacking).collect(),
        unclaimed,
        unsure,
        sought: needed.iter().map(|it| it.place).collect(),
    })
}

impl Needed {
    /// Whether the pupil still lacks what the file is.
    fn lacks(&self, scan: &Scan) -> bool {
        (says_family(&scan.path) && !self.has_family)
            || (says_school(&scan.path) && !self.has_school)
    }

    fn take(&mut self, scan: &Scan, index: usize) {
        let family = says_family(&scan.path);
        let school = says_school(&scan.path);
        if !is_picture_or_pdf(scan) {
            self.unreadable += 1;
        } else if is_misnamed(scan) {
            self.misnamed.get_or_insert(index);
        } else if scan.is_cut_off {
            self.cut_off.get_or_insert(index);
        } else if family || school {
            self.has_family |= family;
            self.has_school |= school;
        } else {
            self.unnamed += 1;
        }
    }

    fn lacking(&self) -> Option<Lacking> {
        let lacking = Lacking {
            place: self.place,
            family: !self.has_family,
            school: self.needs_school && !self.has_school,
            unnamed: self.unnamed,
            unreadable: self.unreadable,
            unsure: self.unsure,
            misnamed: self.misnamed,
            cut_off: self.cut_off,
        };
        (lacking.family || lacking.school).then_some(lacking)
    }
}

/// Names and numbers of the pupils, each with whose it is.
fn keys(rosters: &[Roster], needed: &[Needed]) -> BTreeMap<String, Vec<usize>> {
    let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, it) in needed.iter().enumerate() {
        let roster = &rosters[it.place.0 as usize];
        for column in [Column::Name, Column::StudentNumber, Column::IdNumber] {
            let key = strict_key(roster.text(column, it.place.1)).to_ascii_uppercase();
            // The dot of a name may be left out.
            let plain = Some(key.replace('·', "")).filter(|it| *it != key);
            // A single character is in too many names.
            for key in [Some(key), plain].into_iter().flatten() {
                if key.chars().count() < 2 {
                    continue;
                }
                let owners = keys.entry(key).or_default();
                if owners.last() != Some(&index) {
                    owners.push(index);
                }
            }
        }
    }
    keys
}

/// Whose names and numbers a path has: the pupils of each name or number, of which a number leaves out the
/// other bearers of the name. At each place the longest counts: 王小 is not in 王小明.
fn owners<'k>(path: &str, keys: &'k BTreeMap<String, Vec<usize>>) -> Vec<&'k [usize]> {
    let ends: Vec<usize> = path
        .char_indices()
        .map(|(at, _)| at)
        .chain([path.len()])
        .collect();
    let mut owners: Vec<&[usize]> = Vec::new();
    // The register of twins may have both names with nothing between them.
    let mut is_begun = vec![false; ends.len()];
    for start in (0..ends.len()).rev() {
        let longest = ends.len().min(start + KEY_MAX + 1);
        let found = (start + 2..longest).rev().find_map(|end| {
            let (key, rest) = (&path[ends[start]..ends[end]], &path[ends[end]..]);
            let owners = keys.get(key)?;
            (is_begun[end] || ends_here(key, rest)).then_some(owners)
        });
        is_begun[start] = found.is_some();
        owners.extend(found.map(Vec::as_slice));
    }
    roster_order::sort_by_key(&mut owners, |it| (it.len(), *it));
    owners.dedup();
    let mut left: Vec<&[usize]> = Vec::new();
    for of_key in owners {
        if !left
            .iter()
            .any(|known| known.iter().any(|it| of_key.contains(it)))
        {
            left.push(of_key);
        }
    }
    left
}

/// Of namesakes those whose class the path has, and of these those whose code of the class, or a part of whose number or
/// birth date it has too; all where it has nothing of anybody.
fn named_closer(
    path: &str,
    namesakes: &[usize],
    needed: &[Needed],
    rosters: &[Roster],
) -> Vec<usize> {
    let mut left = namesakes.to_vec();
    if left.len() == 1 {
        return left;
    }
    let text = |it: usize, column| {
        let (sheet, row) = needed[it].place;
        strict_key(rosters[sheet as usize].text(column, row)).to_ascii_uppercase()
    };
    // A name may have the signs of a class.
    let said = ClassSaid::of(&path.replace(&text(left[0], Column::Name), "/"));
    let has_class = |&it: &usize| {
        let (sheet, row) = needed[it].place;
        let meant = rosters[sheet as usize].grade_meant(row).unwrap_or_default();
        let name = text(it, Column::ClassName);
        let known = ClassKnown::of([&text(it, Column::Grade), meant], &name);
        said.fits(&known) || !said.says_class() && has_class(path, &name)
    };
    let has_code = |&it: &usize| {
        let code = text(it, Column::ClassCode);
        numbers(path).any(|number| number == code)
    };
    let has_number = |&it: &usize| {
        let columns = [Column::IdNumber, Column::StudentNumber, Column::BirthDate];
        let known = columns.map(|column| text(it, column));
        numbers(path).any(|number| known.iter().any(|it| it.contains(number)))
    };
    let tells: [&dyn Fn(&usize) -> bool; 3] = [&has_code, &has_class, &has_number];
    for tells in tells {
        if left.iter().any(tells) {
            left.retain(tells);
        }
    }
    left
}

/// Whether these are rows of one pupil, by name and number.
fn are_one_pupil(rows: &[usize], needed: &[Needed], rosters: &[Roster]) -> bool {
    let key = |it: usize| {
        let (sheet, row) = needed[it].place;
        let columns = [Column::Name, Column::IdNumber, Column::StudentNumber];
        columns.map(|column| strict_key(rosters[sheet as usize].text(column, row)))
    };
    let first = key(rows[0]);
    let is_of_first = |it: &usize| {
        let other = key(*it);
        let has_one = |at: usize| !first[at].is_empty() && other[at] == first[at];
        has_one(0) && (has_one(1) || has_one(2))
    };
    rows[1..].iter().all(is_of_first)
}

/// Whether the first bytes are those of a JPG, PNG or PDF.
fn is_picture_or_pdf(scan: &Scan) -> bool {
    let starts: [&[u8]; 3] = [b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1A\n", b"%PDF-"];
    starts.iter().any(|it| scan.head.starts_with(it))
}

/// Whether a PDF is called a picture, or a picture a PDF: neither opens as what it is called.
fn is_misnamed(scan: &Scan) -> bool {
    let extension = scan.path.rsplit('.').next().unwrap_or_default();
    let is_called = |it: &str| extension.eq_ignore_ascii_case(it);
    if scan.head.starts_with(b"%PDF-") {
        ["jpg", "jpeg", "png"].into_iter().any(is_called)
    } else {
        is_called("pdf")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_the_pupils_whose_names_it_has() {
        let keys: BTreeMap<String, Vec<usize>> = [
            ("王小明", vec![0]),
            ("王小", vec![1]),
            ("110101201509010016", vec![0]),
            ("11010120150901002X", vec![2]),
        ]
        .map(|(key, owners)| (key.to_owned(), owners))
        .into();
        for (path, expected) in [
            ("一年级1班王小明户口簿·JPG", vec![0]),
            ("王小明/身份证·JPG", vec![0]),
            ("王小·JPG", vec![1]),
            ("王小红·JPG", vec![]),
            ("110101201509010016_户口·PDF", vec![0]),
            ("G110101201509010016·PDF", vec![0]),
            ("1101012015090100161·PDF", vec![]),
            ("11010120150901002X·PNG", vec![2]),
            ("110101201509010016SFZ·JPG", vec![0]),
            ("王小明居民户口簿·JPG", vec![0]),
            ("王小明二年级户口簿·JPG", vec![0]),
            ("王小一年级户口簿·JPG", vec![1]),
            ("王小明和王小·JPG", vec![1]),
            ("王小明王小户口簿·JPG", vec![0, 1]),
            ("王小王小明户口簿·JPG", vec![0, 1]),
            ("王小明临时身份证·JPG", vec![0]),
            ("王小明在读证明·JPG", vec![0]),
            ("王小明就读证明·JPG", vec![0]),
            ("王小明本人身份证·JPG", vec![0]),
        ] {
            assert_eq!(owners(path, &keys).concat(), expected, "{path}");
        }
    }
}
