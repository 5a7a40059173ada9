//! What somebody said that columns are: it goes before what their headers mean.
//!
//! For headers that neither the standard nor a profile file knows, and for those that are taken for
//! something else. A header is said as it stands in the file; a column without one by its letters, `#C`.

use std::collections::BTreeMap;

use roster_model::{Column, Said, Sheet, SheetColumn, column_letters};
use roster_standard::AnyColumn;
use roster_standard::header::{self, Header};

/// In the place of a column: it is not read.
const NOTHING: &str = "none";

/// Columns by their headers or letters; a later one goes before an earlier one.
#[derive(Clone, Debug, Default)]
pub(crate) struct SaidColumns(Vec<SaidColumn>);

#[derive(Clone, Debug)]
struct SaidColumn {
    /// As it was said.
    text: String,
    /// As headers are compared.
    key: String,
    /// `None` where it is not read.
    column: Option<Column>,
}

impl SaidColumns {
    /// Understands headers and the keys of their columns, or says which column is none.
    pub(crate) fn understand(given: &BTreeMap<String, String>) -> Result<Self, Said> {
        let all = given.iter().map(|(text, word)| {
            Ok(SaidColumn {
                text: text.clone(),
                key: header::key(text),
                column: column(word.trim())?,
            })
        });
        all.collect::<Result<_, _>>().map(SaidColumns)
    }

    /// Adds what was said later.
    pub(crate) fn add(&mut self, later: &SaidColumns) {
        self.0.extend_from_slice(&later.0);
    }

    /// The headers that the reader has to know, to find the row they stand in, and the letters of columns, for
    /// a sheet that has no such row.
    pub(crate) fn headers(&self) -> impl Iterator<Item = (String, AnyColumn)> + '_ {
        let named = self.0.iter().rev();
        named.filter_map(|it| {
            let is_letters = it.text.starts_with('#');
            let key = if is_letters { &it.text } else { &it.key };
            Some((key.clone(), AnyColumn::Known(it.column?)))
        })
    }

    /// What was said of columns that none of these sheets has.
    pub(crate) fn not_in<'s>(&'s self, sheets: &'s [Sheet]) -> impl Iterator<Item = &'s str> {
        let columns = || sheets.iter().flat_map(|it| &it.columns);
        let missing = move |it: &&SaidColumn| !columns().any(|column| it.is(column));
        self.0.iter().filter(missing).map(|it| it.text.as_str())
    }

    /// Gives the columns of a sheet what was said of them. Another column of the same name comes second.
    pub(crate) fn name(&self, sheet: &mut Sheet) {
        if self.0.is_empty() {
            return;
        }
        let mut taken: Vec<Column> = Vec::new();
        for column in &mut sheet.columns {
            let Some(said) = self.0.iter().rev().find(|it| it.is(column)) else {
                continue;
            };
            let named = said.column;
            let is_second = named.is_some_and(|it| taken.contains(&it));
            column.is_said = true;
            column.ignored = named.is_none();
            column.local = None;
            (column.column, column.repeats) = if is_second {
                (None, named)
            } else {
                (named, None)
            };
            taken.extend(named);
        }
        for column in sheet.columns.iter_mut().filter(|it| !it.is_said) {
            if let Some(named) = column.column.filter(|it| taken.contains(it)) {
                (column.column, column.repeats) = (None, Some(named));
            }
        }
    }
}

impl SaidColumn {
    fn is(&self, column: &SheetColumn) -> bool {
        match self.text.strip_prefix('#') {
            Some(letters) => letters.eq_ignore_ascii_case(&column_letters(column.position)),
            None => self.key == header::key(&column.header),
        }
    }
}

/// A column by its key or by what the standard calls it.
fn column(word: &str) -> Result<Option<Column>, Said> {
    if word == NOTHING {
        return Ok(None);
    }
    if let Some(column) = Column::from_key(word) {
        return Ok(Some(column));
    }
    match header::find(word) {
        Header::Column(column) => Ok(Some(column)),
        _ => Err(Said::new(
            format!(
                "不认识列“{word}”。请写模板里的列名，如 姓名、身份证件号；不检查这一列写 {NOTHING}。"
            ),
            format!(
                "There is no column \"{word}\". Use a column of a template, such as name or id_number, or {NOTHING} for a column that is not to be checked."
            ),
        )),
    }
}
