//! What a person decided for single files and sheets, understood or refused.
//!
//! A later choice goes before an earlier one, field by field. Deliberately not checked here: whether
//! there is such a file or sheet, which is known only after reading (`Session::not_found`).

use std::sync::Arc;

use roster_files::{Encoding, OwnHeaders, ReadOptions, SheetChoice};
use roster_model::{SHEET_ROWS_MAX, Said, Sheet, SheetRole};
use roster_rules::ActiveProfile;

use crate::options::profiles::Profiles;
use crate::options::said_columns::SaidColumns;
use crate::wire::{CheckOptions, FileChoice};

/// Every choice of a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices {
    only_sheets: Vec<String>,
    list: Vec<Choice>,
    /// The headers of the profile file, where some sheet may be read under it.
    own_headers: OwnHeaders,
}

#[derive(Clone, Debug, Default)]
struct Choice {
    file: Option<String>,
    sheet: Option<String>,
    header_row: Option<u32>,
    profile: Option<Arc<ActiveProfile>>,
    encoding: Option<Encoding>,
    skip: Option<bool>,
    role: Option<SheetRole>,
    columns: SaidColumns,
}

/// What was decided for one sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decided {
    pub(crate) header_row: Option<u32>,
    pub(crate) profile: Option<Arc<ActiveProfile>>,
    pub(crate) skip: bool,
    pub(crate) role: Option<SheetRole>,
    pub(crate) columns: SaidColumns,
}

impl Choices {
    /// Understands the choices, or says which one it does not understand and what it could be.
    pub(crate) fn understand(given: &CheckOptions, profiles: &Profiles) -> Result<Self, Said> {
        let list = given.choices.iter().map(|it| understand_one(it, profiles));
        Ok(Choices {
            only_sheets: given.sheets.clone(),
            list: list.collect::<Result<_, _>>()?,
            own_headers: own_headers(given, profiles),
        })
    }

    /// What was decided for a sheet.
    pub(crate) fn of_sheet(&self, file: &str, sheet: &str) -> Decided {
        self.decided_for(file, Some(sheet))
    }

    /// What was decided for a sheet, or for the sheets whose name nobody mentioned. A sheet without a
    /// name, as of a text file, is always asked for.
    fn decided_for(&self, file: &str, sheet: Option<&str>) -> Decided {
        let is_named = |it: &String| Some(it.as_str()) == sheet;
        let not_asked_for = !self.only_sheets.is_empty()
            && sheet != Some("")
            && !self.only_sheets.iter().any(is_named);
        let mut decided = Decided {
            skip: not_asked_for,
            ..Decided::default()
        };
        for it in &self.list {
            let is_here = it.is_for(file) && (it.sheet.is_none() || it.sheet.as_deref() == sheet);
            if is_here {
                decided.header_row = it.header_row.or(decided.header_row);
                decided.profile = it.profile.clone().or(decided.profile);
                decided.skip = it.skip.unwrap_or(decided.skip);
                decided.role = it.role.or(decided.role);
                decided.columns.add(&it.columns);
            }
        }
        decided
    }

    /// What the reader of a file has to know.
    pub(crate) fn reading(&self, file: &str) -> ReadOptions {
        let here: Vec<&Choice> = self.list.iter().filter(|it| it.is_for(file)).collect();
        let named = here.iter().filter_map(|it| it.sheet.as_deref());
        let only = self.only_sheets.iter().map(String::as_str);
        let mut choices: Vec<SheetChoice> = Vec::new();
        for name in named.chain(only).chain([""]) {
            if choices.iter().all(|it| it.sheet.as_deref() != Some(name)) {
                choices.push(self.of_sheet(file, name).said_of(Some(name)));
            }
        }
        choices.push(self.decided_for(file, None).said_of(None));
        ReadOptions {
            choices,
            encoding: here.iter().filter_map(|it| it.encoding).next_back(),
            own_headers: self
                .own_headers
                .with(here.iter().flat_map(|it| it.columns.headers())),
            ..ReadOptions::default()
        }
    }

    /// What was said of columns that none of these sheets has.
    pub(crate) fn columns_not_in<'c>(
        &'c self,
        sheets: &'c [Sheet],
    ) -> impl Iterator<Item = &'c str> {
        self.list.iter().flat_map(|it| it.columns.not_in(sheets))
    }

    /// Adds what a file is for.
    pub(crate) fn set_role(&mut self, file: &str, role: SheetRole) {
        self.list.push(Choice {
            file: Some(file.to_owned()),
            role: Some(role),
            ..Choice::default()
        });
    }

    /// The names of sheets that were asked for and are not among these, each of a file; a sheet of a
    /// format without sheet names counts for none.
    pub(crate) fn sheets_not_among<'c>(
        &'c self,
        found: &'c [(&'c str, &'c str)],
    ) -> impl Iterator<Item = &'c str> {
        let only = self.only_sheets.iter().map(|it| (None, it.as_str()));
        let chosen = self
            .list
            .iter()
            .filter_map(|it| Some((it.file.as_deref(), it.sheet.as_deref()?)));
        let is_there = |(file, sheet): &(Option<&str>, &str)| {
            found
                .iter()
                .any(|it| it.1 == *sheet && file.is_none_or(|file| it.0 == file))
        };
        only.chain(chosen)
            .filter(move |it| !is_there(it))
            .map(|it| it.1)
    }
}

impl Decided {
    fn said_of(self, sheet: Option<&str>) -> SheetChoice {
        SheetChoice {
            sheet: sheet.map(str::to_owned),
            header_row: self.header_row,
            skip: self.skip,
        }
    }
}

impl Choice {
    fn is_for(&self, file: &str) -> bool {
        self.file.as_deref().is_none_or(|name| name == file)
    }
}

fn own_headers(given: &CheckOptions, profiles: &Profiles) -> OwnHeaders {
    let file = profiles.file.as_ref().filter(|file| {
        let is_it = |id: &Option<String>| id.as_deref() == Some(&*file.id);
        given.profile.is_none()
            || is_it(&given.profile)
            || given.choices.iter().any(|it| is_it(&it.profile))
    });
    file.map(|it| OwnHeaders::new(&it.headers))
        .unwrap_or_default()
}

fn understand_one(given: &FileChoice, profiles: &Profiles) -> Result<Choice, Said> {
    if let Some(row) = given.header_row
        && row > SHEET_ROWS_MAX
    {
        return Err(no_row(row));
    }
    let profile = match &given.profile {
        None => None,
        Some(id) => Some(profiles.by_id(id)?),
    };
    let encoding = match &given.encoding {
        None => None,
        Some(word) => Some(Encoding::by_name(word).ok_or_else(|| no_encoding(word))?),
    };
    let role = match &given.role {
        None => None,
        Some(word) => Some(SheetRole::from_key(word).ok_or_else(|| no_role(word))?),
    };
    Ok(Choice {
        file: given.file.clone(),
        sheet: given.sheet.clone(),
        header_row: given.header_row,
        profile,
        encoding,
        skip: given.skip,
        role,
        columns: SaidColumns::understand(&given.columns)?,
    })
}

fn no_row(row: u32) -> Said {
    Said::new(
        format!("表头不能在第{row}行。请写表头所在的行号，从1到{SHEET_ROWS_MAX}。"),
        format!(
            "The header cannot be in row {row}. Give the number of its row, from 1 to {SHEET_ROWS_MAX}."
        ),
    )
}

fn no_role(word: &str) -> Said {
    Said::new(
        format!("不认识用途“{word}”。可用：roster、archive、problem-list、last-year、part-list。"),
        format!(
            "Unknown role \"{word}\". Use roster, archive, problem-list, last-year or part-list."
        ),
    )
}

fn no_encoding(word: &str) -> Said {
    let list = Encoding::ALL.map(Encoding::name).join(", ");
    Said::new(
        format!("不认识编码“{word}”。可用的编码：{list}。"),
        format!("Unknown encoding \"{word}\". Known encodings: {list}."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_choice_goes_before_an_earlier_one_field_by_field() {
        let choice = |sheet: Option<&str>, header_row, skip| FileChoice {
            sheet: sheet.map(str::to_owned),
            header_row,
            skip,
            ..FileChoice::default()
        };
        let given = CheckOptions {
            sheets: vec!["一班".to_owned(), "二班".to_owned()],
            choices: vec![
                choice(None, Some(3), None),
                choice(Some("一班"), Some(4), None),
                choice(Some("二班"), None, Some(true)),
            ],
            ..CheckOptions::default()
        };
        let choices = Choices::understand(&given, &Profiles::default()).unwrap();
        let decided = |sheet| {
            let it = choices.of_sheet("a.xlsx", sheet);
            (it.header_row, it.skip)
        };
        assert_eq!(decided("一班"), (Some(4), false));
        assert_eq!(decided("二班"), (Some(3), true));
        assert_eq!(decided("说明"), (Some(3), true));
        assert_eq!(
            decided(""),
            (Some(3), false),
            "a format without sheet names"
        );
        let found = [("a.xlsx", "一班"), ("a.xlsx", "说明")];
        let missing: Vec<_> = choices.sheets_not_among(&found).collect();
        assert_eq!(missing, ["二班", "二班"]);
    }

    #[test]
    fn what_is_not_understood_is_refused_with_what_it_could_be() {
        let refused = |choice: FileChoice| {
            let given = CheckOptions {
                choices: vec![choice],
                ..CheckOptions::default()
            };
            Choices::understand(&given, &Profiles::default())
                .unwrap_err()
                .en
        };
        let row = refused(FileChoice {
            header_row: Some(SHEET_ROWS_MAX + 1),
            ..FileChoice::default()
        });
        assert!(row.contains("from 1"), "{row}");
        let encoding = refused(FileChoice {
            encoding: Some("latin1".to_owned()),
            ..FileChoice::default()
        });
        assert!(encoding.contains("GB18030"), "{encoding}");
    }
}
