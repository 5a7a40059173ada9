//! The pupils of a run, divided among workbooks: one a class, one a grade, or so many rows each;
//! and all of them in one.

use roster_model::{Column, Said};
use roster_write::{CsvWriter, PlanWriter, WorkbookCell};

use crate::describe::mask::Values;
use crate::output::class_alike::{Alike, class_alike, told};
use crate::output::class_names::within_grade;
use crate::output::joined::{Joined, Pupil};
use crate::output::parts::{Parts, grade_and_class_of, most_used, parts};
use crate::output::rows_in_place::CELL_WIDTH;
use crate::output::{Content, Output};
use crate::session::Session;
use crate::session::file_names::{FileNames, usable};
use crate::wire::{LeftOut, SplitOptions};

/// What stands for a class or grade that is not filled in.
const BLANK: &str = "未填";
/// What stands for the schools, grades or classes of a file that has several.
const SEVERAL: [&str; 3] = ["多所学校", "多个年级", "多个班级"];
/// What a pattern may have.
const PLACES: [&str; 4] = ["{school}", "{grade}", "{class}", "{n}"];

/// Workbooks, and what is not in them.
#[derive(Clone, Debug)]
pub struct Divided {
    /// In the order of their first pupil.
    pub outputs: Vec<Output>,
    /// What was not taken over.
    pub left_out: LeftOut,
}

enum By {
    Class,
    Grade,
    Rows(usize),
}

impl Session {
    /// Divides the pupils of the run, with the changes that were made.
    pub fn split(&self, options: &SplitOptions) -> Result<Divided, Said> {
        let by = understand(&options.by)?;
        let is_by_rows = matches!(by, By::Rows(_));
        let mut joined = Joined::new(self)?;
        if joined.left_out.rows == 0 {
            return Err(nobody());
        }
        if matches!(by, By::Grade) {
            joined.tell_grades_by_class();
        }
        let grades = joined.pupils().map(|it| {
            let (grade, class) = grade_and_class_of(&joined, it);
            told(grade, class)
        });
        let alike = Alike::new(grades);
        let parts = match by {
            By::Rows(most) => {
                let pupils: Vec<Pupil> = joined.pupils().collect();
                Parts {
                    pupils: pupils.chunks(most).map(<[Pupil]>::to_vec).collect(),
                    doubtful: Vec::new(),
                    spelled: Vec::new(),
                }
            }
            By::Class => parts(&joined, &alike, true)?,
            By::Grade => parts(&joined, &alike, false)?,
        };
        let pattern = options.name.as_deref().unwrap_or(match by {
            By::Class if joined.of_several => "{school}{grade}{class}",
            By::Class => "{grade}{class}",
            By::Grade if joined.of_several => "{school}{grade}",
            By::Grade => "{grade}",
            By::Rows(_) => "名单-{n}",
        });
        let pattern = without_ending(pattern);
        if let Some(place) = unknown_place(pattern) {
            return Err(no_such_place(place));
        }
        let digits = parts.pupils.len().to_string().len();
        let mut names = FileNames::default();
        let mut outputs = Vec::new();
        let mut notes = Some(notes_for(&joined, &parts));
        for (index, pupils) in parts.pupils.iter().enumerate() {
            let number = format!("{:0digits$}", index + 1);
            let name = filled(pattern, &joined, &alike, pupils, &number);
            // Names of files are read by more people than the files.
            let name = Values::Masked.show_words(&name);
            // What divided a place that is empty from the next one.
            let name = usable(name.trim_matches(['-', '_', ' ']));
            let name = names.free(&format!("{name}.xlsx"));
            // A class that came from one list alone goes back as that list has it.
            let sheet = pupils[0].0;
            let is_own = !is_by_rows && pupils.iter().all(|it| it.0 == sheet);
            let own = is_own.then_some(sheet);
            outputs.push(Output {
                content: Content::Plan(planned(&joined, pupils, own, &name)),
                name,
                notes: notes.take().unwrap_or_default(),
            });
        }
        let left_out = joined.left_out;
        Ok(Divided { outputs, left_out })
    }

    /// All pupils of the run in one workbook, with the changes that were made.
    pub fn merge(&self) -> Result<Divided, Said> {
        let joined = Joined::new(self)?;
        if joined.left_out.rows == 0 {
            return Err(nobody());
        }
        let name = "合并名单.xlsx".to_owned();
        let pupils: Vec<Pupil> = joined.pupils().collect();
        let plan = planned(&joined, &pupils, None, &name);
        let output = Output {
            name,
            content: Content::Plan(plan),
            notes: joined.notes.into_iter().chain(joined.different).collect(),
        };
        Ok(Divided {
            outputs: vec![output],
            left_out: joined.left_out,
        })
    }

    /// All pupils of the run as comma-separated text (UTF-8 with its mark).
    pub fn merge_csv(&self) -> Result<Divided, Said> {
        let joined = Joined::new(self)?;
        if joined.left_out.rows == 0 {
            return Err(nobody());
        }
        let mut bytes = Vec::new();
        let mut guarded = 0;
        let written = CsvWriter::new(&mut bytes).and_then(|mut writer| {
            let columns = joined.columns(None);
            writer.write_row(columns.iter().map(|it| it.1))?;
            for pupil in joined.pupils() {
                writer.write_row(columns.iter().map(|it| joined.cell(pupil, it.0)))?;
            }
            guarded = writer.guarded();
            writer.finish()
        });
        debug_assert!(written.is_ok(), "writing to memory does not fail");
        let mut notes = joined.notes.clone();
        notes.extend(joined.different.clone());
        notes.extend((guarded > 0).then(|| with_apostrophes(guarded)));
        let output = Output {
            name: "合并名单.csv".to_owned(),
            content: Content::Ready(bytes),
            notes,
        };
        Ok(Divided {
            outputs: vec![output],
            left_out: joined.left_out,
        })
    }
}

/// The pattern with its places filled from the pupils of a file.
fn filled(
    pattern: &str,
    joined: &Joined<'_>,
    alike: &Alike,
    pupils: &[Pupil],
    number: &str,
) -> String {
    let pupil = pupils[0];
    let or_blank = |text: &str| {
        if text.is_empty() {
            BLANK.to_owned()
        } else {
            text.to_owned()
        }
    };
    let both = |it: Pupil| grade_and_class_of(joined, it);
    let pattern = with_several(pattern, pupils, |place, it| {
        let (grade, class) = (joined.grade_meant(it), both(it).1);
        match place {
            "{school}" => joined.school_key(it).to_string(),
            "{grade}" => alike.grade(grade, class),
            _ => class_alike(grade, class),
        }
    });
    let all = || pupils.iter().map(|&it| both(it));
    let mut grade = both(pupil).0;
    if pattern.contains("{grade}") {
        grade = most_used(all().map(|it| it.0).filter(|it| !it.is_empty()));
    }
    let mut class = "";
    if pattern.contains("{class}") {
        // As those write it who write the grade so: both are said together.
        class = most_used(all().filter(|it| it.0 == grade).map(|it| it.1));
    }
    let pattern = match within_grade(grade, class) {
        Some(class) => pattern.replace("{grade}{class}", &format!("{grade}{class}")),
        None => pattern,
    };
    let grade = if joined.sheet_has(pupil.0, Column::Grade) {
        or_blank(grade)
    } else {
        String::new()
    };
    pattern
        .replace("{school}", joined.school(pupil))
        .replace("{grade}", &grade)
        .replace("{class}", &or_blank(class))
        .replace("{n}", number)
}

/// The pattern in which the places are filled of which the pupils have several: a file of four classes is not that
/// of the first.
fn with_several(pattern: &str, pupils: &[Pupil], said: impl Fn(&str, Pupil) -> String) -> String {
    let mut filled = pattern.to_owned();
    for (place, several) in PLACES.into_iter().zip(SEVERAL) {
        if pattern.contains(place) {
            let first = said(place, pupils[0]);
            if pupils.iter().any(|&it| said(place, it) != first) {
                filled = filled.replace(place, several);
            }
        }
    }
    filled
}

/// The pattern without the ending that every file gets anyway.
fn without_ending(pattern: &str) -> &str {
    let cut = pattern.len().saturating_sub(".xlsx".len());
    match pattern.get(cut..) {
        Some(ending) if ending.eq_ignore_ascii_case(".xlsx") => &pattern[..cut],
        _ => pattern,
    }
}

/// What stands in a pattern as if it would be filled, and is not; of a blank pattern all of it.
fn unknown_place(pattern: &str) -> Option<&str> {
    if pattern.trim().is_empty() {
        return Some(pattern);
    }
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let end = rest[open..]
            .find('}')
            .map_or(rest.len(), |it| open + it + 1);
        let place = &rest[open..end];
        if !PLACES.contains(&place) {
            return Some(place);
        }
        rest = &rest[end..];
    }
    None
}

/// A workbook of one sheet; `own` is the sheet of the run whose columns it has, if not those of all.
fn planned(joined: &Joined<'_>, pupils: &[Pupil], own: Option<usize>, name: &str) -> Vec<u8> {
    let mut writer = PlanWriter::new();
    let columns = joined.columns(own);
    let header: Vec<WorkbookCell> = columns
        .iter()
        .map(|it| WorkbookCell::header(it.1))
        .collect();
    let widths = vec![CELL_WIDTH; header.len()];
    writer.start_sheet(name.trim_end_matches(".xlsx"), 1, &widths, true);
    writer.text_columns(0, header.len().saturating_sub(1) as u16);
    writer.write_row(&header);
    for &pupil in pupils {
        let cells = columns.iter().map(|it| joined.cell(pupil, it.0));
        let cells: Vec<_> = cells.map(WorkbookCell::text).collect();
        writer.write_row(&cells);
    }
    writer.finish()
}

fn understand(by: &str) -> Result<By, Said> {
    match by {
        "class" => Ok(By::Class),
        "grade" => Ok(By::Grade),
        _ => {
            let rows = by.strip_prefix("rows=").and_then(|it| it.parse().ok());
            let rows = rows.filter(|it| *it > 0);
            rows.map(By::Rows).ok_or_else(|| not_understood(by))
        }
    }
}

fn not_understood(by: &str) -> Said {
    Said::new(
        format!(
            "不能按“{by}”拆分。请写 class（按班级）、grade（按年级）或 rows=500（每份500行）。"
        ),
        format!("Cannot divide by \"{by}\". Use class, grade or rows=500 (500 rows each)."),
    )
}

fn no_such_place(place: &str) -> Said {
    let places = PLACES.join(" ");
    Said::new(
        format!("文件名不能写成“{place}”；可以用 {places}，如 {{grade}}{{class}}。"),
        format!("A name cannot be \"{place}\"; it may have {places}, as in {{grade}}{{class}}."),
    )
}

fn perhaps_one([one, other]: [&str; 2], pairs: usize) -> Said {
    Said::new(
        format!(
            "“{one}”和“{other}”可能是同一个班，也可能不是（这样的有{pairs}对），所以各写了一个文件；是同一个班的，请先改成一样的写法再拆分。"
        ),
        format!(
            "\"{one}\" and \"{other}\" may be one class or two (pairs like this: {pairs}), so each has a file; if they are one, write them alike and divide again."
        ),
    )
}

/// What the recipient has to know of the pupils and of how they were divided.
fn notes_for(joined: &Joined<'_>, parts: &Parts) -> Vec<Said> {
    let class = |part: usize| {
        let pupils = parts.pupils[part].iter();
        most_used(pupils.map(|&it| grade_and_class_of(joined, it).1))
    };
    let doubtful = &parts.doubtful;
    let kept_apart = doubtful.first();
    let kept_apart = kept_apart.map(|pair| perhaps_one(pair.map(class), doubtful.len()));
    let spelled = &parts.spelled;
    let spelled = (!spelled.is_empty()).then(|| put_together(spelled));
    let notes = joined.notes.iter().cloned();
    notes.chain(kept_apart).chain(spelled).collect()
}

/// As many spellings as a sentence bears.
const SPELLINGS_MAX: usize = 8;

fn put_together(spelled: &[(String, String)]) -> Said {
    let pairs = spelled.iter().take(SPELLINGS_MAX);
    let (zh, en): (Vec<_>, Vec<_>) = pairs
        .map(|(text, grade)| {
            let zh = format!("“{text}”归入“{grade}”");
            (zh, format!("\"{text}\" as \"{grade}\""))
        })
        .unzip();
    Said::new(
        format!("年级写法不同的放在了一起：{}；请核对。", zh.join("，")),
        format!(
            "Spellings of one grade were put together: {}; look them over.",
            en.join(", ")
        ),
    )
}

fn with_apostrophes(count: u64) -> Said {
    Said::new(
        format!(
            "{count}个单元格的内容以“=”“+”“-”“@”等开头，前面加了单引号，以免表格软件当作公式。合并成 .xlsx 就不用加。"
        ),
        format!(
            "{count} cells begin like a formula (=, +, -, @) and got an apostrophe before them; an .xlsx needs none."
        ),
    )
}

fn nobody() -> Said {
    Said::new(
        "没有找到学生，没有可以写出的内容。请检查文件和表头。",
        "There are no pupils to write; check the files and their headers.",
    )
}
