//! Tells of the pupils whom a file that is only compared with has as they were before: all of a sheet at once.

use roster_model::{Carried, CarriedAs, Level, Place};

use crate::Run;
use crate::block::rows_said::row_ranges;

/// Reports those of one sheet, once for each way they are known by.
pub(crate) fn report(run: &mut Run<'_>, of_sheet: &[Carried]) {
    for how in [
        CarriedAs::Risen,
        CarriedAs::Recorded,
        CarriedAs::AmongRecorded,
        CarriedAs::Inferred,
    ] {
        known_as(run, of_sheet, how);
    }
}

fn known_as(run: &mut Run<'_>, of_sheet: &[Carried], how: CarriedAs) {
    let meant = of_sheet.iter().filter(|it| it.how == how);
    let sheet = of_sheet[0].sheet;
    let numbers = &run.rosters[sheet as usize].sheet.row_numbers;
    let rows: Vec<u32> = meant.map(|it| numbers[it.row as usize]).collect();
    if rows.is_empty() {
        return;
    }
    let level = match how {
        CarriedAs::Inferred => Level::Warning,
        _ => Level::Info,
    };
    let (note, decision) = of_carried(how);
    let ranges = row_ranges(&rows);
    run.report_at(level, Place::Sheet(sheet), |finding| {
        finding
            .said("note", note.0, note.1)
            .said(
                "rows_with_sheet",
                &format!("第{ranges}行"),
                &format!("rows {ranges}"),
            )
            .said("decision", decision.0, decision.1);
        finding.number("count", rows.len() as u64);
    });
}

type Sentence = (&'static str, &'static str);

/// What is said of pupils whom an archive has as they were before, and what to do.
fn of_carried(how: CarriedAs) -> (Sentence, Sentence) {
    let alike = (
        "这些学生在只作比对的文件里也有，号码和姓名相同",
        "A file that is only compared with has these pupils too, with the same number and name",
    );
    match how {
        CarriedAs::Risen => (
            (
                "这些学生在只作比对的文件里也有，号码和姓名相同，年级比那里高",
                "A file that is only compared with has these pupils too, with the same number and name, in a lower grade",
            ),
            (
                "升级的学生，和带着原学籍号转学来的学生，就是这样，不用处理。",
                "So it is with pupils who moved up a grade, or changed schools and kept the 学籍号; nothing needs doing.",
            ),
        ),
        CarriedAs::Recorded => (
            alike,
            (
                "学籍号也相同，是同一条学籍，如上学期的名册，不用处理。",
                "The 学籍号 is the same too: it is one record, as in last term's roster; nothing needs doing.",
            ),
        ),
        CarriedAs::AmongRecorded => (
            alike,
            (
                "名册里其余学生的学籍号也大多与那里相同，像是上学期的名册，不用处理。",
                "Most others of the sheet have the same 学籍号 there, so it seems to be last term's roster; nothing needs doing.",
            ),
        ),
        CarriedAs::Inferred => (
            alike,
            (
                "那份文件是往年或上学期名册的，不用处理；是这次已经上报的，重复上报的删去。",
                "If that file is a roster of an earlier year or term, nothing needs doing; if it was reported this time, remove what is reported again.",
            ),
        ),
    }
}
