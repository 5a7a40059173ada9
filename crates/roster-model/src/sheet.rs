//! One sheet of one file as a roster: its header, its columns, its pupils.
//!
//! The texts of its cells never change: an edit makes a new column (`EditLog::apply_to_column`). Its role
//! and the names of its columns are settled before the check. The rows are the pupils only; what stands
//! above the header, between and below the pupils is counted and named, so that nothing is dropped silently.

use crate::{Cells, Column, Named, Schools, ValueId};

/// A column of the sheet, matched or not.
#[derive(Clone, Debug)]
pub struct SheetColumn {
    /// Position in the file, from 0 (column `A`).
    pub position: u16,
    /// The header as the file has it; a two-level header is joined.
    pub header: String,
    /// What the standard calls it. Where two headers name one column, only the first has it.
    pub column: Option<Column>,
    /// The column that an earlier header already took.
    pub repeats: Option<Column>,
    /// A harmless column such as 序号 that is known and not checked.
    pub ignored: bool,
    /// The column of the profile's own that it is, when the standard does not know it.
    pub local: Option<Local>,
    /// Somebody said what it is: no header goes before that.
    pub is_said: bool,
    /// The cells of the pupils.
    pub cells: Cells,
}

/// The longest header that is told as it stands; longer ones explain how to fill in the column.
const HEADER_CHARACTERS_MAX: usize = 16;

impl SheetColumn {
    /// What the people who wrote the sheet call the column, in one line: their own header, or the standard's where
    /// that says too much.
    pub fn title(&self) -> &str {
        let header = self.header.trim();
        match self.column {
            Some(column)
                if header.is_empty()
                    || header.contains(['\n', '\r'])
                    || header.chars().nth(HEADER_CHARACTERS_MAX).is_some() =>
            {
                column.info().zh
            }
            _ => header,
        }
    }
}

/// Which of the profile's own columns a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Local {
    /// Position among them.
    pub index: u16,
    /// Whether its texts are masked unless values are asked for.
    pub is_personal: bool,
}

/// Why a row is not among the pupils.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetAsideReason {
    /// The header once more.
    RepeatedHeader,
    /// 示例, 样例, 填写说明 and the like.
    Sample,
    /// 合计, 制表人 and the like.
    Footer,
    /// It stands above the header, and is a pupil by the header's own columns.
    Above,
    /// A header with other columns or in another order, or a row below one.
    OtherHeader,
    /// A pupil of a list that stands beside the one that is read, and goes on below it.
    Beside,
    /// Behind the last pupil, with nothing but what was filled down in advance.
    Prefilled,
}

/// Whether the file shows a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    /// It does.
    #[default]
    Visible,
    /// A person can bring it back from the menu.
    Hidden,
    /// Only a program can.
    VeryHidden,
}

impl Visibility {
    /// All of them.
    pub const ALL: [Visibility; 3] = [
        Visibility::Visible,
        Visibility::Hidden,
        Visibility::VeryHidden,
    ];

    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            Visibility::Visible => "visible",
            Visibility::Hidden => "hidden",
            Visibility::VeryHidden => "very-hidden",
        }
    }
}

/// What a sheet is for in its run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SheetRole {
    /// Its rows are checked.
    #[default]
    Roster,
    /// Its rows are compared with those of the other sheets, and neither checked nor compared among
    /// themselves.
    Archive,
    /// The receiving system's own list of 问题学籍: its rows say what the system has against pupils.
    ProblemList,
    /// Last year's list of the pupils who left primary school: only whether they entered the next school
    /// is asked.
    LastYear,
    /// Some of the pupils of the rosters once more, for a purpose of its own (留守儿童, 住校生): its rows are checked,
    /// and those of the rosters' pupils are no duplicates.
    PartList,
}

impl SheetRole {
    /// All of them.
    pub const ALL: [SheetRole; 5] = [
        SheetRole::Roster,
        SheetRole::Archive,
        SheetRole::ProblemList,
        SheetRole::LastYear,
        SheetRole::PartList,
    ];

    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            SheetRole::Roster => "roster",
            SheetRole::Archive => "archive",
            SheetRole::ProblemList => "problem-list",
            SheetRole::LastYear => "last-year",
            SheetRole::PartList => "part-list",
        }
    }

    /// The role with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// A block of cells that the file shows as one; only the first has text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merged {
    /// First row number, from 1.
    pub first_row: u32,
    /// Last row number, from 1.
    pub last_row: u32,
    /// First position, from 0.
    pub first_position: u16,
    /// Last position, from 0.
    pub last_position: u16,
}

/// A row that is kept as it is: one of the first of a sheet, so that a person can point at the
/// header, or one that is no pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadRow {
    /// Row number in the file, from 1.
    pub row_number: u32,
    /// Position from 0, and text, of each filled cell.
    pub cells: Vec<(u16, String)>,
}

/// A row that is not taken for a pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Row number in the file, from 1.
    pub row_number: u32,
    /// Why.
    pub reason: SetAsideReason,
}

/// Rows kept in `Sheet::head`.
pub const HEAD_ROWS_MAX: usize = 16;

/// A sheet as read.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Position of its file among the files of the run.
    pub file: u32,
    /// What it is for.
    pub role: SheetRole,
    /// Name of the sheet; empty for formats that have none.
    pub name: String,
    /// What its names say of all its rows.
    pub named: Named,
    /// It is called a list of 问题学籍 and says of hardly anybody what the problem is, so it is taken for pupils;
    /// nobody said what it is for.
    pub is_called_problem_list: bool,
    /// The school of each row, once the run is known.
    pub schools: Schools,
    /// Row numbers of the header, from 1; empty when no header was found, or there is none.
    pub header_rows: Vec<u32>,
    /// A person said that it has no header, and which of its columns are what.
    pub is_headless: bool,
    /// Row numbers above the header that are not blank.
    pub title_rows: Vec<u32>,
    /// Title rows that name as many columns as the row that a person chose for the header.
    pub headers_above: Vec<u32>,
    /// Row numbers of blank rows between pupils.
    pub blank_rows: Vec<u32>,
    /// Rows that are not taken for pupils.
    pub set_aside: Vec<SetAside>,
    /// Headers below the header that are not the header once more, with those cells alone in which they
    /// differ from it.
    pub other_headers: Vec<HeadRow>,
    /// Of each pupil in a row set aside as [`SetAsideReason::Beside`], the position of the name.
    pub beside: Vec<u16>,
    /// The columns, left to right: their positions ascend.
    pub columns: Vec<SheetColumn>,
    /// Row number in the file of each pupil, from 1, ascending.
    pub row_numbers: Vec<u32>,
    /// Rows of the file that the file hides, from 1.
    pub hidden_rows: Vec<u32>,
    /// Columns of the file that the file hides, from 0.
    pub hidden_columns: Vec<u16>,
    /// Rows with anything in them, header or not; tells an empty sheet from a header not found.
    pub filled_rows: u32,
    /// Whether the file shows the sheet.
    pub visibility: Visibility,
    /// A filter hides some of the rows.
    pub is_filtered: bool,
    /// Rows that the file lists behind the last one with anything in it.
    pub phantom_rows: u32,
    /// Merged blocks, in the order of the file.
    pub merged: Vec<Merged>,
    /// Row numbers, from 1, of text in which a quotation mark is opened and never closed.
    pub unclosed_quotes: Vec<u32>,
    /// The first rows with anything in them, at most `HEAD_ROWS_MAX`.
    pub head: Vec<HeadRow>,
    /// The rows that are no pupils, with all their texts; empty unless the reader was asked for them.
    pub other_rows: Vec<HeadRow>,
}

impl Sheet {
    /// Number of pupils.
    pub fn row_count(&self) -> u32 {
        self.row_numbers.len() as u32
    }

    /// Whether it is known what its columns are: a header was found, or a person said that there is none.
    pub fn has_header(&self) -> bool {
        !self.header_rows.is_empty() || self.is_headless
    }

    /// Rows of pupils that could not be read, since no header says what their cells are, or another list
    /// stands to their left.
    pub fn unread_rows(&self) -> impl Iterator<Item = u32> {
        let is_unread = |it: &&SetAside| {
            matches!(
                it.reason,
                SetAsideReason::Above | SetAsideReason::OtherHeader | SetAsideReason::Beside
            )
        };
        self.set_aside
            .iter()
            .filter(is_unread)
            .map(|it| it.row_number)
    }

    /// The index into `columns` of a standard column.
    pub fn index_of(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|it| it.column == Some(column))
    }

    /// The index into `columns` of the column at a position of the file.
    pub fn index_at(&self, position: u16) -> Option<usize> {
        let index = self
            .columns
            .binary_search_by_key(&position, |it| it.position);
        index.ok()
    }

    /// The column at a position of the file.
    pub fn column_at(&self, position: u16) -> Option<&SheetColumn> {
        self.index_at(position).map(|it| &self.columns[it])
    }

    /// Whether its rows are checked.
    pub fn is_checked(&self) -> bool {
        matches!(self.role, SheetRole::Roster | SheetRole::PartList)
    }

    /// Whether its rows are pupils, each once: no changes of them, no problems that the receiving system
    /// has with them, and not who they were a year ago.
    pub fn lists_pupils(&self) -> bool {
        !matches!(self.role, SheetRole::ProblemList | SheetRole::LastYear) && !self.is_event_list()
    }

    /// Whether it lists changes (异动) rather than pupils: at least half of the rows name one. The
    /// pupils of such a list stand in a roster too, so it takes no part in the look for duplicates
    /// nor in the counting of classes.
    pub fn is_event_list(&self) -> bool {
        self.is_mostly_filled(Column::EventType)
    }

    /// Whether some column says who the pupils are.
    pub fn names_pupils(&self) -> bool {
        let mut columns = self.columns.iter().filter_map(|it| it.column);
        columns.any(Column::names_a_pupil)
    }

    fn is_mostly_filled(&self, column: Column) -> bool {
        let Some(index) = self.index_of(column) else {
            return false;
        };
        let cells = &self.columns[index].cells;
        let filled: Vec<bool> = cells
            .values()
            .map(|it| !cells.text(it).trim().is_empty())
            .collect();
        let count = cells.rows_with(&filled).len();
        count > 0 && count * 2 >= u64::from(self.row_count())
    }

    /// The cell's text; empty when it is blank. Both indexes must exist.
    pub fn text(&self, index: usize, row: u32) -> &str {
        let cells = &self.columns[index].cells;
        cells.text(cells.value(row))
    }

    /// The stored text of a cell. Both indexes must exist.
    pub fn value(&self, index: usize, row: u32) -> ValueId {
        self.columns[index].cells.value(row)
    }

    /// Bytes held by the cells.
    pub fn bytes(&self) -> usize {
        let cells: usize = self.columns.iter().map(|it| it.cells.bytes()).sum();
        cells + self.row_numbers.capacity() * 4
    }
}
