//! A profile as a run uses it: what is listed, what its file demands beside, and at which level rules
//! speak under it. A built-in profile demands nothing of its own.

pub(crate) mod demand;
mod packed;

use std::borrow::Cow;
use std::ops::Deref;

use roster_model::{Cells, Column, Level, Local, Sheet, SheetColumn};
use roster_standard::{AnyColumn, Profile, header};

use crate::Demand;

/// A profile and what its file adds.
#[derive(Clone, Debug)]
pub struct ActiveProfile {
    /// What is listed.
    pub listed: Profile,
    /// What the file demands of columns, in its order.
    pub demands: Vec<Demand>,
    /// The levels it sets; of two for one rule and column the later holds.
    pub levels: Vec<LevelSet>,
    /// The texts that stand for nothing where it demands something, as its file says.
    pub missing: Vec<Cow<'static, str>>,
    /// What its file says and a profile has no counterpart for.
    pub unused: Vec<Cow<'static, str>>,
}

/// A level that a profile file sets for a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelSet {
    /// Code of the rule.
    pub rule: Cow<'static, str>,
    /// The only column it is set for; every column when there is none.
    pub column: Option<Column>,
    /// The level; none turns the rule off.
    pub level: Option<Level>,
}

impl From<&Profile> for ActiveProfile {
    fn from(profile: &Profile) -> Self {
        ActiveProfile {
            listed: profile.clone(),
            demands: Vec::new(),
            levels: Vec::new(),
            missing: Vec::new(),
            unused: Vec::new(),
        }
    }
}

impl Deref for ActiveProfile {
    type Target = Profile;

    fn deref(&self) -> &Profile {
        &self.listed
    }
}

impl ActiveProfile {
    /// The level at which a finding of a rule is told, and none when the rule is off. `column` is
    /// the finding's own, when the standard knows it.
    pub fn level(&self, rule: &str, column: Option<Column>, level: Level) -> Option<Level> {
        let is_for =
            |it: &&LevelSet| it.rule == rule && it.column.is_none_or(|only| Some(only) == column);
        match self.levels.iter().rev().find(is_for) {
            None => Some(level),
            Some(set) => set.level,
        }
    }

    /// Whether a rule is off wherever it would speak.
    pub fn is_off(&self, rule: &str) -> bool {
        let mut everywhere = self.levels.iter().filter(|it| it.column.is_none());
        everywhere
            .rfind(|it| it.rule == rule)
            .is_some_and(|it| it.level.is_none())
    }

    /// The key of a column of the standard or of this profile.
    pub fn key_of(&self, column: AnyColumn) -> Cow<'static, str> {
        match column {
            AnyColumn::Known(known) => Cow::Borrowed(known.key()),
            AnyColumn::Local(index) => self.locals[usize::from(index)].key.clone(),
        }
    }

    /// The column that the header of a sheet means under this profile.
    pub fn column_of(&self, column: &SheetColumn) -> Option<AnyColumn> {
        let listed = column.column.or(column.repeats).map(AnyColumn::Known);
        if self.headers.is_empty() || column.is_said {
            return listed;
        }
        let key = header::key(&column.header);
        let own = self.headers.iter().find(|it| it.0 == key);
        own.map(|it| it.1).or(listed)
    }

    /// Gives the columns of a sheet the names that this profile's own headers mean. Its headers go
    /// before those of the standard; where two headers name one column, the one that is the template's to the
    /// letter has it, or the left one.
    pub fn name_columns(&self, sheet: &mut Sheet) {
        self.name_class_codes(sheet);
        if !self.headers.is_empty() {
            self.name_by_own_headers(sheet);
        }
        if !self.partial {
            self.prefer_own_headers(sheet);
        }
    }

    fn name_by_own_headers(&self, sheet: &mut Sheet) {
        let mut taken: Vec<AnyColumn> = Vec::new();
        for column in &mut sheet.columns {
            let Some(named) = self.column_of(column) else {
                continue;
            };
            let is_first = !taken.contains(&named);
            (column.column, column.repeats, column.local) = (None, None, None);
            match named {
                AnyColumn::Known(known) if is_first => column.column = Some(known),
                AnyColumn::Known(known) => column.repeats = Some(known),
                AnyColumn::Local(index) if is_first => {
                    let is_personal = self.locals[usize::from(index)].is_personal;
                    column.local = Some(Local { index, is_personal });
                }
                AnyColumn::Local(_) => {}
            }
            column.ignored &= column.column.is_none() && column.local.is_none();
            taken.push(named);
        }
    }

    /// Gives a column of the template to the header that is its own, whatever means the same on its left.
    fn prefer_own_headers(&self, sheet: &mut Sheet) {
        for at in 0..sheet.columns.len() {
            let is_own = |it: &SheetColumn, column| self.is_headed(column, &it.header);
            let it = &sheet.columns[at];
            let Some(column) = it.repeats.filter(|&column| is_own(it, column)) else {
                continue;
            };
            let Some(first) = sheet.index_of(column) else {
                continue;
            };
            if sheet.columns[first].is_said || is_own(&sheet.columns[first], column) {
                continue;
            }
            for (index, named) in [(first, None), (at, Some(column))] {
                let it = &mut sheet.columns[index];
                (it.column, it.repeats) = (named, Some(column).filter(|_| named.is_none()));
            }
        }
    }

    /// Whether a header is the one that the template has for a column, but for spacing and marks.
    pub fn is_headed(&self, column: Column, text: &str) -> bool {
        let line = self.column(column);
        line.is_some_and(|it| header::tidy(&it.header) == header::tidy(text))
    }

    /// Takes 班级 for the class code where the profile asks for one, knows no other name of a class, and
    /// codes stand in it: it is what many call that column of the template.
    fn name_class_codes(&self, sheet: &mut Sheet) {
        let asks = self.column(Column::ClassCode).is_some_and(|it| it.required);
        if !asks
            || self.column(Column::ClassName).is_some()
            || sheet.index_of(Column::ClassCode).is_some()
        {
            return;
        }
        if let Some(index) = sheet.index_of(Column::ClassName)
            && !sheet.columns[index].is_said
            && holds_codes(&sheet.columns[index].cells)
        {
            sheet.columns[index].column = Some(Column::ClassCode);
        }
    }
}

/// Digits of the shortest code of a class; 101 and 1 are what a school calls one.
const CODE_MIN: usize = 4;

/// Whether most texts of a column are codes of classes: 202601, 2601.
fn holds_codes(cells: &Cells) -> bool {
    let is_code = |it: &str| it.len() >= CODE_MIN && it.bytes().all(|it| it.is_ascii_digit());
    let texts = cells.values().map(|it| cells.text(it).trim());
    let (mut all, mut codes) = (0, 0);
    for text in texts.filter(|it| !it.is_empty()) {
        all += 1;
        codes += usize::from(is_code(text));
    }
    codes * 2 > all
}
