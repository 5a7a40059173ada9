//! A blank workbook for a profile: its header to the letter, choices and notes for every column,
//! text format everywhere, and a sheet that says how to fill it.

pub(crate) mod forms;

use roster_model::{SHEET_ROWS_MAX, Said, Sheet};
use roster_rules::{ActiveProfile, What};
use roster_standard::{AnyColumn, Column, Kind, Required, Setting};
use roster_write::{Choice, PlanRange, PlanWriter, Strictness, WorkbookCell};

use crate::language::Language;
use crate::options::profiles::WantedProfile;
use crate::output::{Content, Output};
use crate::template::forms::form_of;

/// Longest list of choices that the sheet of instructions spells out.
const CHOICES_TOLD_MAX: usize = 12;
/// Narrowest and widest column, in characters.
const WIDTHS: (f64, f64) = (8.0, 24.0);
/// Height of the header, for headers of two lines.
const HEADER_POINTS: f64 = 32.0;

/// A column of the template.
pub(crate) struct Line<'p> {
    pub(crate) column: AnyColumn,
    pub(crate) header: &'p str,
    pub(crate) required: bool,
}

/// The blank workbook of a profile.
pub fn template(profile: WantedProfile<'_>, language: Language) -> Result<Output, Said> {
    let known = profile.read()?;
    let known = &*known;
    let words = words(language);
    let mut writer = PlanWriter::new();
    write_form(&mut writer, known, language, words);
    write_instructions(&mut writer, known, language, words);
    Ok(Output {
        name: format!("{}-{}.xlsx", words.template, known.id),
        content: Content::Plan(writer.finish()),
        notes: Vec::new(),
    })
}

fn write_form(writer: &mut PlanWriter, profile: &ActiveProfile, language: Language, words: &Words) {
    let columns = asked_lines(profile);
    let widths: Vec<f64> = columns.iter().map(width).collect();
    writer.start_sheet(words.form, 1, &widths, false);
    writer.text_columns(0, columns.len().saturating_sub(1) as u16);
    for (position, column) in columns.iter().enumerate() {
        let position = position as u16;
        let list = offered(column, profile);
        let title = match language {
            Language::Zh => column.header,
            Language::En => english(column),
        };
        writer.add_choice(&Choice {
            range: PlanRange {
                first_row: 2,
                last_row: SHEET_ROWS_MAX,
                first_position: position,
                last_position: position,
            },
            list: &list,
            strictness: strictness(column),
            title,
            prompt: &instruction(column, profile, language),
        });
    }
    writer.set_height(HEADER_POINTS);
    let header = columns.iter().map(|column| WorkbookCell {
        required: column.required,
        ..WorkbookCell::header(column.header)
    });
    writer.write_row(&header.collect::<Vec<_>>());
}

/// One line a column, so that nobody takes it for a header.
fn write_instructions(
    writer: &mut PlanWriter,
    profile: &ActiveProfile,
    language: Language,
    words: &Words,
) {
    writer.start_sheet(words.instructions, 0, &[28.0, 8.0, 70.0, 60.0], false);
    let title = match language {
        Language::Zh => &profile.zh,
        Language::En => &profile.en,
    };
    writer.write_row(&[WorkbookCell::header(title.as_ref())]);
    for line in words.general {
        writer.write_row(&[WorkbookCell::text(line)]);
    }
    writer.write_row(&[]);
    for column in &asked_lines(profile) {
        let need = match column.column {
            AnyColumn::Known(known) => known.info().need,
            AnyColumn::Local(_) => Required::Never,
        };
        let needed = match (column.required, need) {
            (true, _) => words.required,
            (false, Required::When) => words.sometimes,
            (false, _) => "",
        };
        let list = offered(column, profile);
        let told = if list.len() > CHOICES_TOLD_MAX {
            let some = list[..CHOICES_TOLD_MAX].join(words.between);
            format!("{some}{}……", words.between)
        } else {
            list.join(words.between)
        };
        let title = match language {
            Language::Zh => column.header.to_owned(),
            Language::En => format!("{} {}", column.header, english(column)),
        };
        writer.write_row(&[
            WorkbookCell {
                required: column.required,
                ..WorkbookCell::header(title)
            },
            WorkbookCell::text(needed),
            WorkbookCell::text(form_of(column, profile, language)),
            WorkbookCell::text(told),
        ]);
    }
}

/// Whether a sheet has the instructions of a template, in either language: they follow its title.
pub(crate) fn is_instructions(sheet: &Sheet) -> bool {
    let second = sheet.head.get(1).map(|it| it.cells.as_slice());
    let general = [Language::Zh, Language::En].map(|it| words(it).general[0]);
    matches!(second, Some([(0, text)]) if general.contains(&text.as_str()))
}

/// The columns of the template in their order, those of the profile's own among them.
pub(crate) fn lines(profile: &ActiveProfile) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut locals = (0..).zip(profile.locals.iter()).collect::<Vec<_>>();
    roster_order::sort_by_key(&mut locals, |it| it.1.after);
    let mut locals = locals.into_iter().peekable();
    for place in 0..=profile.columns.len() {
        while let Some((index, local)) = locals.next_if(|it| usize::from(it.1.after) <= place) {
            lines.push(Line {
                column: AnyColumn::Local(index),
                header: &local.header,
                required: local.required,
            });
        }
        if let Some(known) = profile.columns.get(place) {
            lines.push(Line {
                column: AnyColumn::Known(known.column),
                header: &known.header,
                required: known.required,
            });
        }
    }
    lines
}

/// Like `lines`, of a file for any list without the columns of lists of another kind: those that it says
/// nothing of itself.
pub(crate) fn blank_lines(profile: &ActiveProfile) -> Vec<Line<'_>> {
    let mut lines = lines(profile);
    if profile.extends.as_deref() == Some("any") {
        lines.retain(|it| !is_of_other_lists(it) || says_something_of(profile, it));
    }
    lines
}

/// Like `blank_lines`, with what the check demands of the family members who are wanted.
fn asked_lines(profile: &ActiveProfile) -> Vec<Line<'_>> {
    let wanted = match profile.setting("members_required") {
        Some(Setting::Number(wanted)) => *wanted,
        _ => 0,
    };
    let mut lines = blank_lines(profile);
    for line in &mut lines {
        let AnyColumn::Known(column) = line.column else {
            continue;
        };
        let is_wanted = column.member().is_some_and(|it| i64::from(it) <= wanted);
        line.required |= is_wanted && OF_MEMBER.contains(&column);
    }
    lines
}

/// Whether a column is one of lists of changes or of problems, which no blank roster needs.
fn is_of_other_lists(line: &Line<'_>) -> bool {
    use Column::{
        EventDate, EventEndDate, EventFromSchool, EventOtherSchool, EventReason, EventToSchool,
        EventType, LeaveStartDate, ProblemKind,
    };
    matches!(
        line.column,
        AnyColumn::Known(
            EventType
                | EventDate
                | LeaveStartDate
                | EventEndDate
                | EventReason
                | EventFromSchool
                | EventToSchool
                | EventOtherSchool
                | ProblemKind
        )
    )
}

/// Whether the file of a profile says something of a column, and so wants it.
fn says_something_of(profile: &ActiveProfile, line: &Line<'_>) -> bool {
    line.required
        || profile.headers.iter().any(|it| it.1 == line.column)
        || profile.demands.iter().any(|it| it.column == line.column)
}

/// What every family member must have.
const OF_MEMBER: [Column; 8] = [
    Column::Member1Name,
    Column::Member1Relation,
    Column::Member1Phone,
    Column::Member1Guardian,
    Column::Member2Name,
    Column::Member2Relation,
    Column::Member2Phone,
    Column::Member2Guardian,
];

fn english<'l>(line: &Line<'l>) -> &'l str {
    match line.column {
        AnyColumn::Known(known) => known.info().en,
        AnyColumn::Local(_) => line.header,
    }
}

/// `choices`, with the nationality of nearly every pupil first.
fn offered<'p>(line: &Line<'_>, profile: &'p ActiveProfile) -> Vec<&'p str> {
    let mut list = choices(line, profile);
    let home = list.iter().position(|it| *it == "中国");
    if let Some(at) = home.filter(|_| line.column == AnyColumn::Known(Column::Nationality)) {
        list[..=at].rotate_right(1);
    }
    list
}

/// What may be chosen in a column; nothing where anything may be typed.
pub(crate) fn choices<'p>(line: &Line<'_>, profile: &'p ActiveProfile) -> Vec<&'p str> {
    let own = profile.demands.iter().find_map(|it| match &it.what {
        What::List(list) if it.column == line.column => Some(list),
        _ => None,
    });
    match (own, line.column) {
        (Some(list), _) => list.iter().map(String::as_str).collect(),
        (None, AnyColumn::Known(known)) => {
            let table = known.info().table;
            table.map_or_else(Vec::new, |it| it.labels(known).collect())
        }
        (None, AnyColumn::Local(_)) => Vec::new(),
    }
}

/// A list that is closed refuses other texts; names of grades and kinds of registration differ from place to
/// place, and so do those of countries.
fn strictness(line: &Line<'_>) -> Strictness {
    match line.column {
        AnyColumn::Known(Column::Grade | Column::HukouType | Column::Nationality) => {
            Strictness::Warn
        }
        _ => Strictness::Refuse,
    }
}

/// Wide enough for the header, in one line or two.
fn width(column: &Line<'_>) -> f64 {
    let characters: f64 = column
        .header
        .chars()
        .map(|it| if it.is_ascii() { 1.1 } else { 2.2 })
        .sum();
    let kind = match column.column {
        AnyColumn::Known(known) => known.info().kind,
        AnyColumn::Local(_) => Kind::Text,
    };
    let least = match kind {
        Kind::Id | Kind::StudentNumber => 22.0,
        Kind::Date | Kind::EventDate | Kind::Expiry | Kind::Region | Kind::Phone => 14.0,
        _ => WIDTHS.0,
    };
    (characters + 2.0).clamp(least, WIDTHS.1)
}

/// The note for the person who types into a column.
fn instruction(column: &Line<'_>, profile: &ActiveProfile, language: Language) -> String {
    let words = words(language);
    let form = form_of(column, profile, language);
    if column.required {
        format!("{}{}{form}", words.required, words.stop)
    } else {
        form
    }
}

/// The words of a template.
struct Words {
    template: &'static str,
    form: &'static str,
    instructions: &'static str,
    required: &'static str,
    sometimes: &'static str,
    stop: &'static str,
    between: &'static str,
    general: [&'static str; 4],
}

fn words(language: Language) -> &'static Words {
    match language {
        Language::Zh => &Words {
            template: "空白模板",
            form: "学生名单",
            instructions: "填写说明",
            required: "必填",
            sometimes: "视情况",
            stop: "。",
            between: "、",
            general: [
                "请在第一张工作表中填写，一行一名学生；不要改动第一行的列名，不要插入标题行。",
                "列名是红字的列必填；写着“视情况”的列，有这种情况的学生才填，例如有第二名家长的才填成员2。点到单元格会显示填写要求，有下拉列表的请从列表中选择。",
                "所有单元格都是文本格式：证件号、日期、代码和电话照原样输入即可，不会变成数字。",
                "从别处复制时请用“粘贴为数值”，这样格式和下拉列表不会被覆盖。",
            ],
        },
        Language::En => &Words {
            template: "blank",
            form: "学生名单",
            instructions: "Instructions",
            required: "Required",
            sometimes: "Sometimes",
            stop: ". ",
            between: ", ",
            general: [
                "Fill the first sheet, one pupil a row; leave the names of the columns as they are and add no title above them.",
                "Columns with red names are required; what is asked sometimes is filled for the pupils whom it concerns, such as member 2 where there is a second parent. A cell tells how it is filled when you come to it; choose from the list where there is one.",
                "Every cell is text: numbers of documents, dates, codes and phones stay as you type them.",
                "Paste values only, so that formats and lists stay.",
            ],
        },
    }
}
