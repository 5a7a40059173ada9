//! Which school the rows of a sheet are of, and which grade its names say.
//!
//! Everything that has to know asks here: matching, settlement, the rules over classes, letters and lists. The keys
//! are worked out once a run, over all its sheets (`roster_dedup::schools_of`), since only a run tells that 五中
//! and 第五中学 are one, or which code a name has. What titles and the names of sheets, files and folders say is put
//! into the sheet before (`Named`).

use roster_standard::header;

use crate::{Column, Sheet, SheetColumn};

/// What the title of a sheet, its name, or that of its file or folder says of all its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The name of the school; empty where none is named.
    pub school: String,
    /// The grade, as it is written there: 三年级, 初一, 2024级; empty where there is none, or more than one.
    pub grade: String,
}

/// The school of every row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Schools {
    /// No row says any.
    #[default]
    Unknown,
    /// All rows are of one.
    One(u64),
    /// Each row by itself.
    Each(Vec<u64>),
}

/// Whether some rows are of one school, as far as their keys tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// They may be, or it is not known.
    #[default]
    One,
    /// One says a code and the other a name, and nothing says which name has which code.
    Untold,
    /// They are not.
    Several,
}

impl Schools {
    /// Marks the key of a name. No code has so many digits.
    pub const NAME: u64 = 1 << 63;

    /// Those of rows with these keys.
    pub fn new(keys: Vec<u64>) -> Self {
        match keys.first() {
            None => Schools::Unknown,
            Some(&first) if keys.iter().all(|it| *it == first) => Self::of_all(first),
            Some(_) => Schools::Each(keys),
        }
    }

    /// Those of a sheet whose rows all have one key.
    pub fn of_all(key: u64) -> Self {
        match key {
            0 => Schools::Unknown,
            key => Schools::One(key),
        }
    }

    /// Changes every key.
    pub fn map(&mut self, mut with: impl FnMut(u64) -> u64) {
        match self {
            Schools::Unknown => {}
            Schools::One(key) => *key = with(*key),
            Schools::Each(keys) => keys.iter_mut().for_each(|it| *it = with(*it)),
        }
    }

    /// The different keys that follow one another.
    pub fn runs(&self) -> impl Iterator<Item = u64> + '_ {
        let keys = match self {
            Schools::Unknown => &[][..],
            Schools::One(key) => std::slice::from_ref(key),
            Schools::Each(keys) => keys,
        };
        keys.chunk_by(|a, b| a == b).map(|it| it[0])
    }

    /// How the schools with these keys are to one another.
    pub fn kinship(keys: impl IntoIterator<Item = u64>) -> Kinship {
        let (mut code, mut name) = (0, 0);
        for key in keys.into_iter().filter(|it| *it != 0) {
            let first = if key & Self::NAME == 0 {
                &mut code
            } else {
                &mut name
            };
            if *first == 0 {
                *first = key;
            } else if *first != key {
                return Kinship::Several;
            }
        }
        if code != 0 && name != 0 {
            Kinship::Untold
        } else {
            Kinship::One
        }
    }
}

/// Headers of the name of the school that a pupil attends, which is no column of the standard.
const NAME_HEADERS: [&str; 20] = [
    "学校名称",
    "学校名",
    "学校全名",
    "学校全称",
    "学校简称",
    "学校",
    "校名",
    "就读学校",
    "就读学校名称",
    "就读学校全称",
    "现就读学校",
    "现就读学校名称",
    "现学校",
    "所在学校",
    "所在学校名称",
    "所属学校",
    "所属学校名称",
    "学籍学校",
    "在读学校",
    "学籍所在学校",
];

/// Headers that name the school where no other column does: a part of one, or what forms of any kind ask for.
const WIDER_HEADERS: [&str; 3] = ["单位名称", "教学点", "教学点名称"];

/// Headers of the part of a school that has classes of its own.
const CAMPUS_HEADERS: [&str; 9] = [
    "校区",
    "校区名称",
    "所在校区",
    "所属校区",
    "校点",
    "校点名称",
    "所在校点",
    "分校",
    "分校名称",
];

impl Sheet {
    /// The index of the column with the campuses, each of which has a 一年级1班. A pupil of two of them is of one school.
    pub fn campuses(&self) -> Option<usize> {
        let is_campus = |it: &SheetColumn| match it.column {
            Some(column) => column == Column::CampusCode,
            None => {
                it.header.contains('校') && CAMPUS_HEADERS.contains(&&*header::tidy(&it.header))
            }
        };
        self.columns.iter().position(is_campus)
    }

    /// The index of the column with the names of the schools.
    pub fn school_names(&self) -> Option<usize> {
        let mut wider = None;
        for (index, it) in self.columns.iter().enumerate() {
            if it.column.is_some() || !it.header.contains(['校', '单', '教']) {
                continue;
            }
            let tidy = header::tidy(&it.header);
            // 学校（全称）
            let bare: String = tidy.chars().filter(|it| !"()（）".contains(*it)).collect();
            if NAME_HEADERS.contains(&&*bare) {
                return Some(index);
            }
            if WIDER_HEADERS.contains(&&*bare) {
                wider.get_or_insert(index);
            }
        }
        wider
    }

    /// What a row says of its school, as it is written: the code, else the name, else what the sheet is called by;
    /// empty where nothing says it.
    pub fn school_text(&self, row: u32) -> &str {
        let text = |index: Option<usize>| index.map_or("", |index| self.text(index, row).trim());
        let code = text(self.index_of(Column::SchoolCode));
        if !code.is_empty() {
            return code;
        }
        match text(self.school_names()) {
            "" => &self.named.school,
            name => name,
        }
    }

    /// A key of the school of a row, equal for one school throughout the run; zero where it is not known.
    pub fn school(&self, row: u32) -> u64 {
        match &self.schools {
            Schools::Unknown => 0,
            Schools::One(key) => *key,
            Schools::Each(keys) => keys.get(row as usize).copied().unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_and_a_name_are_not_compared() {
        let name = Schools::NAME | 1;
        for (keys, kinship) in [
            (vec![], Kinship::One),
            (vec![0, 5, 0, 5], Kinship::One),
            (vec![5, 0, 6], Kinship::Several),
            (vec![name, name], Kinship::One),
            (vec![name, name + 1], Kinship::Several),
            (vec![5, name], Kinship::Untold),
            (vec![5, name, 6], Kinship::Several),
        ] {
            assert_eq!(Schools::kinship(keys.iter().copied()), kinship, "{keys:?}");
        }
    }
}
