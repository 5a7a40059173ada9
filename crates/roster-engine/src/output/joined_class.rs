//! What a pupil's cell does not say itself: it is merged with the one that does, or only the first row of a class has it
//! filled in, or each class, grade or school has a sheet or a file of its own, called like it.
//!
//! A workbook that is made anew has neither the merging nor the sheets, so what they said is written into
//! the cells; a note tells the recipient. Names and numbers of pupils are never filled in.

use roster_model::{Cells, Column, Said, Sheet, Visibility};
use roster_rules::{Filled, Roster, filled_down, row_that_says};
use roster_values::class_name::year_of_class;
use roster_values::text::is_cell_picture;

/// What a run is divided by.
pub(crate) const DIVIDING: [Column; 4] = [
    Column::SchoolCode,
    Column::Grade,
    Column::ClassName,
    Column::ClassCode,
];

/// What is known of the classes of one sheet beside its cells.
pub(crate) struct ClassesOf {
    /// The class that the sheet or the file is called by, where no column tells it.
    pub(crate) called: Option<String>,
    /// The grade that it is called by, where neither a column nor the classes tell it.
    pub(crate) grade: Option<String>,
    /// The school that it is called by, where no column tells it and the run has others.
    pub(crate) school: Option<String>,
    /// By the index of their column.
    merged: Vec<(usize, Vec<Filled>)>,
}

impl ClassesOf {
    /// `file` is the name of its file; `among_others` tells whether other sheets are joined with it.
    pub(crate) fn new(roster: &Roster, file: &str, among_others: bool) -> Self {
        let says_class = roster.has(Column::ClassName) || roster.has(Column::ClassCode);
        let called = || {
            let stem = file.rsplit_once('.').map_or(file, |it| it.0);
            class_in(&roster.sheet.name).or_else(|| class_in(stem))
        };
        let columns = roster.sheet.columns.iter().enumerate();
        let merged = columns.filter_map(|(index, it)| {
            let filled = filled_down(roster, index);
            let is_own = it.column.is_some_and(Column::names_a_pupil);
            (!is_own && !filled.is_empty()).then_some((index, filled))
        });
        let called = (among_others && !says_class).then(called).flatten();
        let named = &roster.sheet.named;
        let is_named = among_others && !named.grade.is_empty() && !roster.has(Column::Grade);
        let grade = is_named && !classes_hold_grades(roster, called.as_deref());
        ClassesOf {
            called,
            grade: grade.then(|| named.grade.clone()),
            school: None,
            merged: merged.collect(),
        }
    }

    /// Takes the school that the sheet is called by, unless it has a column for that.
    pub(crate) fn call_by_school(&mut self, sheet: &Sheet) {
        let is_told =
            sheet.index_of(Column::SchoolCode).is_some() || sheet.school_names().is_some();
        if !is_told && !sheet.named.school.is_empty() {
            self.school = Some(sheet.named.school.clone());
        }
    }

    /// The row that has the text of a pupil's cell in a column, where a merged block covers it.
    pub(crate) fn row_that_says(&self, index: usize, row: u32) -> u32 {
        let blocks = self.merged.iter().find(|it| it.0 == index);
        blocks.map_or(row, |it| row_that_says(&it.1, row))
    }
}

/// Whether all classes of a sheet say their grade: 三年级1班, 二（1）班, 2024级1班.
fn classes_hold_grades(roster: &Roster, called: Option<&str>) -> bool {
    let holds = |it: &str| it.contains(['级', '届']) || year_of_class(it).is_some();
    if let Some(class) = called {
        return holds(class);
    }
    let index = roster.index_of(Column::ClassName);
    index.is_some_and(|index| {
        let cells = &roster.sheet.columns[index].cells;
        let mut texts = cells.values().map(|it| cells.text(it).trim());
        texts.all(|it| it.is_empty() || holds(it))
    })
}

/// The class in a name: 三年级1班 in 阳光小学三年级1班名单.
fn class_in(name: &str) -> Option<String> {
    let (before, _) = name.split_once('班')?;
    let is_part = |it: char| "0123456789一二三四五六七八九十()（）年级届初高".contains(it);
    let mut start = before.trim_end_matches(is_part).len();
    // 大一班, 中班: of a kindergarten, and of no 第二中.
    let first = before.chars().next().filter(|it| "大中小托".contains(*it));
    if first.is_some_and(|it| it.len_utf8() == start) {
        start = 0;
    }
    let class = before[start..].trim_start_matches([')', '）']);
    let is_told = class.contains(|it: char| !"()（）年级届".contains(it));
    is_told.then(|| format!("{class}班"))
}

/// What else a sheet may be called by.
type CalledBy = fn(&ClassesOf) -> Option<&str>;
const CALLED: [(&str, &str, CalledBy); 2] = [
    ("年级", "grade", |it| it.grade.as_deref()),
    ("学校", "school", |it| it.school.as_deref()),
];

/// Notes for the recipient of the joined workbook.
pub(crate) fn notes(rosters: &[&Roster], classes: &[ClassesOf]) -> Vec<Said> {
    let mut notes = Vec::new();
    for (column, header, count) in filled_in(rosters, classes) {
        let (zh, en) = column.map_or((header, header), |it| (it.info().zh, it.info().en));
        notes.push(Said::new(
            format!(
                "“{zh}”合并了单元格，或只写在第一行：{count}名学生的这一格是空的，已照上面的一格归类、填写，请核对。"
            ),
            format!(
                "{en} has merged cells, or is filled in once for several pupils: {count} pupils had a blank cell there and got the text above it; look it over."
            ),
        ));
    }
    let called = classes.iter().filter_map(|it| it.called.as_deref());
    if let Some(first) = called.clone().next() {
        let count = called.count();
        notes.push(Said::new(
            format!(
                "{count}个工作表没有“班级”这一列，已按工作表名或文件名填写班级，如“{first}”，请核对。"
            ),
            format!(
                "{count} sheets have no column for the class; it was taken from the name of the sheet or file, as in \"{first}\". Look it over."
            ),
        ));
    }
    for (zh, en, of) in CALLED {
        let called = classes.iter().filter_map(of);
        let Some(first) = called.clone().next() else {
            continue;
        };
        let count = called.count();
        notes.push(Said::new(
            format!("{count}个工作表没有“{zh}”这一列，已按标题、工作表名、文件名或文件夹名归类，如“{first}”，请核对。"),
            format!(
                "{count} sheets have no column for the {en}; it was taken from the title or the name of the sheet, file or folder, as in \"{first}\". Look it over."
            ),
        ));
    }
    let is_picture = |cells: &Cells, row| is_cell_picture(cells.text(cells.value(row)));
    let pictures = count_cells(rosters, is_picture);
    if pictures > 0 {
        notes.push(Said::new(
            format!("{pictures}个单元格里是照片，照片没有写入，请从原来的文件里复制。"),
            format!("{pictures} cells hold pictures, which were not taken over; copy them from the original file."),
        ));
    }
    let count = count_cells(rosters, Cells::lacks_result);
    if count > 0 {
        notes.push(Said::new(
            format!(
                "{count}个公式在文件里没有保存结果，写成了空白；请先用 Excel 或 WPS 打开名单、保存，再做一遍。"
            ),
            format!(
                "{count} formulas have no stored result in the file and became blank; open the list in Excel or WPS, save it and do this again."
            ),
        ));
    }
    let hidden = rosters
        .iter()
        .filter(|it| it.sheet.visibility != Visibility::Visible && it.sheet.row_count() > 0);
    for roster in hidden {
        let (name, rows) = (&roster.sheet.name, roster.sheet.row_count());
        notes.push(Said::new(
            format!("隐藏的工作表“{name}”里的{rows}名学生也写入了；不需要的，请先删除这个工作表再做。"),
            format!(
                "The {rows} pupils of the hidden sheet \"{name}\" were taken over too; delete the sheet first if they do not belong."
            ),
        ));
    }
    notes.extend(rosters.iter().filter_map(|it| unseen_rows(&it.sheet)));
    notes
}

fn count_cells(rosters: &[&Roster], is_one: impl Fn(&Cells, u32) -> bool) -> usize {
    let columns = rosters.iter().flat_map(|it| &it.sheet.columns);
    let ones =
        columns.flat_map(|it| (0..it.cells.row_count()).filter(|&row| is_one(&it.cells, row)));
    ones.count()
}

/// The columns whose blank cells get the text above them, each with how many.
fn filled_in<'r>(
    rosters: &[&'r Roster],
    classes: &[ClassesOf],
) -> Vec<(Option<Column>, &'r str, usize)> {
    let mut filled: Vec<(Option<Column>, &str, usize)> = Vec::new();
    for (roster, it) in rosters.iter().zip(classes) {
        for (index, blocks) in &it.merged {
            let column = &roster.sheet.columns[*index];
            let rows = blocks.iter().flat_map(|it| it.start..it.end);
            let blank = rows.filter(|&row| roster.is_blank_at(*index, row));
            let count = blank.count();
            let is_it = |it: &&mut (Option<Column>, &str, usize)| {
                it.0 == column.column && (it.0.is_some() || it.1 == column.header)
            };
            match filled.iter_mut().find(is_it) {
                Some(it) => it.2 += count,
                None if count > 0 => filled.push((column.column, &column.header, count)),
                None => {}
            }
        }
    }
    filled
}

/// The note about pupils whom a filter hides, or whose rows are hidden.
fn unseen_rows(sheet: &Sheet) -> Option<Said> {
    let is_pupil = |row: &&u32| sheet.row_numbers.binary_search(row).is_ok();
    let rows = sheet.hidden_rows.iter().filter(is_pupil).count();
    let name = &sheet.name;
    (rows > 0).then(|| {
        Said::new(
            format!("“{name}”里筛选或隐藏起来的{rows}名学生也写入了；不需要的，请先删除这些行再做。"),
            format!("Pupils of \"{name}\" in filtered or hidden rows, taken over too: {rows}. Delete the rows first if they do not belong."),
        )
    })
}

/// The note for a person who joins lists of several templates.
pub(crate) fn different_templates(rosters: &[&Roster]) -> Option<Said> {
    let filled = rosters.iter().filter(|it| it.sheet.row_count() > 0);
    let mut names: Vec<(&str, &str)> = filled
        .map(|it| (&*it.profile.zh, &*it.profile.en))
        .collect();
    roster_order::sort(&mut names);
    names.dedup();
    if names.len() < 2 {
        return None;
    }
    let (zh, en): (Vec<_>, Vec<_>) = names.into_iter().unzip();
    let (zh, en) = (zh.join("”“"), en.join("\", \""));
    Some(Said::new(
        format!(
            "这些名单用的模板不同（“{zh}”）：合在一起后，有的列只有一部分学生有内容，再检查时会提示必填项没有填；要提交的，请按模板分开合并。"
        ),
        format!(
            "These lists follow different templates (\"{en}\"): in one list some pupils lack columns that others have, and required ones count as blank. For submission, keep the templates apart."
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::class_in;

    #[test]
    fn a_class_is_found_in_a_name() {
        for (name, class) in [
            ("三年级1班", "三年级1班"),
            ("一年级（2）班学生名单", "一年级（2）班"),
            ("阳光小学三年级1班花名册", "三年级1班"),
            ("县一中高一3班", "高一3班"),
            ("2024级1班", "2024级1班"),
            ("1班", "1班"),
            ("大一班", "大一班"),
            ("小班", "小班"),
        ] {
            assert_eq!(class_in(name).as_deref(), Some(class), "{name}");
        }
        for name in [
            "Sheet1",
            "",
            "旧名单",
            "全班名单",
            "班级信息",
            "三年级",
            "各班汇总",
            "年级班",
        ] {
            assert_eq!(class_in(name), None, "{name}");
        }
    }
}
