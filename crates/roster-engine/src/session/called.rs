//! What a sheet is called by: the school and the grade that the title above its header names, else the sheet, the
//! file, or the folders it lies in, the nearest first. A folder for each school is how districts keep them.

use roster_model::{Named, Sheet};
use roster_values::class_name::{grade_in, year_of_class};
use roster_values::school_name::school_in;

use crate::session::Session;

impl Session {
    /// Says in which folder the file lies that was opened last.
    pub fn set_folder(&mut self, folder: &str) {
        let file = self.files.len().saturating_sub(1);
        self.folders.resize(file, String::new());
        self.folders.push(folder.to_owned());
    }

    /// Reads off every sheet that was opened what it is called by.
    pub(crate) fn name_sheets(&mut self) {
        for sheet in &mut self.unchecked {
            let file = sheet.file as usize;
            let folder = self.folders.get(file).map_or("", String::as_str);
            sheet.named = named(sheet, &self.files[file].name, folder);
        }
    }
}

fn named(sheet: &Sheet, file: &str, folder: &str) -> Named {
    let first = |read: fn(&str) -> Option<&str>| {
        let titles = sheet.head.iter();
        let titles = titles.filter(|it| sheet.title_rows.contains(&it.row_number));
        let titles = titles.flat_map(|it| &it.cells).map(|it| it.1.as_str());
        let folders = folder.rsplit(['/', '\\']);
        let files = file.rsplit('/').chain(folders);
        let found = titles
            .chain([sheet.name.as_str()])
            .chain(files)
            .find_map(read);
        found.unwrap_or_default().to_owned()
    };
    let mut grade = first(grade_in);
    if grade.is_empty() {
        // 七（2）班.xlsx
        let stem = file.rsplit('/').next().unwrap_or(file);
        let stem = stem.rsplit_once('.').map_or(stem, |it| it.0);
        let year = year_of_class(&sheet.name).or_else(|| year_of_class(stem));
        let numeral = year.and_then(|it| "一二三四五六七八九".chars().nth(usize::from(it) - 1));
        grade = numeral.map_or(grade, |it| format!("{it}年级"));
    }
    Named {
        school: first(school_in),
        grade,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_counts() {
        let sheet = |name: &str| Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        };
        for (name, file, folder, school, grade) in [
            ("一年级", "万莲小学.xlsx", "", "万莲小学", "一年级"),
            (
                "Sheet1",
                "一（1）班.csv",
                "区/长青街小学/二年级",
                "长青街小学",
                "二年级",
            ),
            ("", "万莲小学/1班.csv", "区/长青街小学", "万莲小学", ""),
            ("", "1班.csv", "D:\\五中\\初一", "五中", "初一"),
            (
                "Sheet1",
                "七（2）班.xlsx",
                "区/实验学校",
                "实验学校",
                "七年级",
            ),
            ("", "1班.csv", "", "", ""),
        ] {
            let named = named(&sheet(name), file, folder);
            assert_eq!((&*named.school, &*named.grade), (school, grade), "{file}");
        }
    }
}
