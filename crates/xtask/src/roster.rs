//! Synthetic rosters with their truth: invented pupils, faults laid on purpose, pupils entered
//! twice, and look-alikes that are none.
//!
//! A roster is a function of its [`Plan`]: equal plans give equal bytes. No pupil exists; names come
//! from written lists and numbers are composed. Deliberately nothing here uses the product's own
//! parsers or tables, since the result judges them.

use std::path::PathBuf;
use std::str::FromStr;

use serde_json::{Value, json};

use crate::args::Options;

mod changes;
mod classes;
mod columns;
mod damage;
mod draw;
mod faults;
mod groups;
mod kinds;
mod layout;
mod make;
mod misplaced;
mod names;
mod number;
pub mod pairs;
mod person;
mod places;
mod promotion;
mod rng;
mod truth;
mod write;

/// What to make.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Pupils' rows over all files.
    pub rows: u32,
    /// Equal seeds give equal rosters.
    pub seed: u64,
    /// Share of rows that carry a fault, 0 to 1.
    pub faults: f64,
    /// Groups of duplicates per row, 0 to 0.1; half as many look-alikes come with them.
    pub duplicates: f64,
    /// Which columns the sheets have.
    pub columns: Columns,
    /// How the sheets are laid out.
    pub layout: Sheet,
    /// Which files are written.
    pub formats: Vec<FileFormat>,
    /// How many schools, each with a file of its own.
    pub split: u32,
    /// What schools they are.
    pub school: SchoolKind,
    /// What has befallen the rosters as a whole.
    pub story: Story,
    /// Rows of a list of changes (异动) beside the roster of the first school. Then the faults are laid
    /// in the list, and the rosters are clean.
    pub changes: u32,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            rows: 1000,
            seed: 1,
            faults: 0.0,
            duplicates: 0.0,
            columns: Columns::First(columns::USUAL.len()),
            layout: Sheet::Plain,
            formats: vec![FileFormat::Xlsx, FileFormat::Csv, FileFormat::Gbk],
            split: 1,
            school: SchoolKind::Ordinary,
            story: Story::Usual,
            changes: 0,
        }
    }
}

/// What kind of school a roster is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchoolKind {
    /// A primary or a middle school, by the seed.
    Ordinary,
    /// A school for disabled pupils.
    Special,
}

/// What a roster is for, or what has befallen all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Story {
    /// Pupils who are registered already.
    Usual,
    /// Pupils to be registered: nobody has a student number, and the school makes up numbers of its own.
    NewPupils,
    /// A spreadsheet took the identity numbers for quantities and kept fifteen digits of each.
    DamagedNumbers,
    /// Pupils who entered grade seven, beside last year's list of those who left grade six. Then the faults
    /// are leavers who did not turn up, and the roster is clean.
    Promotion,
    /// One thing stands in another place than its own, and the pupils are clean.
    Misplaced(Misplaced),
}

/// What stands in another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// The cells of a row, one column to the right.
    RowSlipped,
    /// Two headers, over each other's column.
    ColumnsExchanged,
    /// Pupils, above the header.
    PupilsAbove,
    /// A header of another order, above the last pupils.
    HeaderBelow,
    /// The whole list, in a second file.
    GivenTwice,
}

impl Misplaced {
    /// Each of them.
    pub const ALL: [Self; 5] = [
        Self::RowSlipped,
        Self::ColumnsExchanged,
        Self::PupilsAbove,
        Self::HeaderBelow,
        Self::GivenTwice,
    ];
}

/// Which columns a sheet has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// The first so many: the usual 25, then the rest of the template.
    First(usize),
    /// All 71 columns of the template, in its order.
    Full,
    /// The seven of a class teacher's list.
    ClassList,
    /// The seven of a list of all classes of a school.
    ClassNames,
}

/// How a sheet is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The header in row 1, a pupil in every row below.
    Plain,
    /// Titles, starred synonyms in any order, two header levels, a sample, blank rows, repeated
    /// headers, a footer.
    Messy,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// A workbook.
    Xlsx,
    /// Comma-separated, UTF-8 with a byte order mark.
    Csv,
    /// Comma-separated, in GB 18030.
    Gbk,
}

/// The finished rosters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rosters {
    /// File name and contents, in a fixed order.
    pub files: Vec<(String, Vec<u8>)>,
    /// The truth, as JSON (`roster-truth/1`).
    pub truth: String,
}

impl Plan {
    /// Makes the rosters and their truth.
    pub fn make(&self) -> Result<Rosters, String> {
        let made = make::make(self);
        let mut files = Vec::new();
        for part in &made.parts {
            files.extend(write::files(part, &self.formats)?);
        }
        Ok(Rosters {
            files,
            truth: truth::json(self, &made),
        })
    }

    fn as_json(&self) -> Value {
        json!({
            "rows": self.rows,
            "seed": self.seed,
            "faults": self.faults,
            "duplicates": self.duplicates,
            "layout": match self.layout { Sheet::Plain => "plain", Sheet::Messy => "messy" },
            "split": self.split,
            "special": self.school == SchoolKind::Special,
            "story": format!("{:?}", self.story),
            "changes": self.changes,
        })
    }
}

/// Everything about one file.
struct Part {
    stem: String,
    school: person::School,
    people: Vec<person::Person>,
    /// Sorted by pupil.
    faults: Vec<faults::Fault>,
    layout: layout::Layout,
}

struct Made {
    parts: Vec<Part>,
    groups: Vec<&'static groups::Case>,
    /// Parameters of the profile without which some of it cannot be seen.
    settings: Vec<(&'static str, String)>,
}

impl Part {
    /// The cells of a line from left to right.
    fn cells(&self, line: layout::Line) -> Vec<person::Cell> {
        let layout::Line::Pupil(at) = line else {
            return self.layout.fixed_cells(line, &self.school.code);
        };
        let person = &self.people[at];
        let mut cells = Vec::with_capacity(self.layout.width());
        if self.layout.numbered {
            cells.push((at + 1).to_string().into());
        }
        cells.extend(
            self.layout
                .columns
                .iter()
                .map(|it| person.cell(*it, &self.school)),
        );
        if self.layout.misplaced.is_some() {
            misplaced::placed(&self.layout, at, &mut cells);
        }
        if let Ok(found) = self.faults.binary_search_by_key(&at, |it| it.person) {
            let fault = &self.faults[found];
            let place = self
                .layout
                .columns
                .iter()
                .position(|it| *it == fault.column);
            if let Some(place) = place {
                cells[place + usize::from(self.layout.numbered)] = fault.written.clone();
            }
        }
        cells
    }
}

/// The verb `roster`.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let mut options = Options::new(arguments);
    let mut plan = Plan::default();
    plan.rows = options.value("--rows")?.unwrap_or(plan.rows);
    plan.seed = options.value("--seed")?.unwrap_or(plan.seed);
    plan.faults = options
        .value("--faults")?
        .unwrap_or(plan.faults)
        .clamp(0.0, 1.0);
    plan.duplicates = options
        .value("--duplicates")?
        .unwrap_or(plan.duplicates)
        .clamp(0.0, 0.1);
    plan.split = options.value("--split")?.unwrap_or(plan.split).clamp(1, 9);
    plan.changes = options.value("--changes")?.unwrap_or(plan.changes);
    plan.columns = options.value("--columns")?.unwrap_or(plan.columns);
    plan.layout = options.value("--layout")?.unwrap_or(plan.layout);
    let formats = options.values("--format")?;
    if !formats.is_empty() {
        plan.formats = formats
            .iter()
            .map(|it| it.parse())
            .collect::<Result<_, _>>()?;
    }
    let folder: Option<PathBuf> = options.value("-o")?;
    options.finish()?;
    let folder = folder.ok_or("`roster` needs `-o DIR`.")?;
    let rosters = plan.make()?;
    for (name, bytes) in &rosters.files {
        crate::write_bytes(&folder.join(name), bytes)?;
    }
    crate::write_bytes(&folder.join("truth.json"), rosters.truth.as_bytes())
}

impl FromStr for Columns {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "full" => Ok(Self::Full),
            "class" => Ok(Self::ClassList),
            _ => match text.parse() {
                Ok(count) if count > 0 => Ok(Self::First(count)),
                _ => Err(format!(
                    "`{text}` is neither a number of columns, `full` nor `class`."
                )),
            },
        }
    }
}

impl FromStr for Sheet {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "plain" => Ok(Self::Plain),
            "messy" => Ok(Self::Messy),
            _ => Err(format!("`{text}` is neither `plain` nor `messy`.")),
        }
    }
}

impl FromStr for FileFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "xlsx" => Ok(Self::Xlsx),
            "csv" => Ok(Self::Csv),
            "gbk" => Ok(Self::Gbk),
            _ => Err(format!("`{text}` is not `xlsx`, `csv` or `gbk`.")),
        }
    }
}

#[cfg(test)]
mod tests;
