//! What is told of a list of some of the pupils of a roster (留守儿童, 住校生): one finding for the list, in place of a
//! duplicate for each of them.

use roster_model::{KnownBy, Level, PartList, Place, Said};

use crate::Run;
use crate::block::rows_said::{name_of, row_ranges};

/// As many rosters as a message can bear.
const SHOWN: usize = 3;

/// Tells of a list that it repeats pupils, which rosters have them, and whom they have not.
pub(crate) fn report(run: &mut Run<'_>, list: &PartList) {
    let numbers = &run.rosters[list.sheet as usize].sheet.row_numbers;
    let rows = |is_meant: &dyn Fn(u32) -> bool| -> Vec<u32> {
        let rows = (0..).zip(numbers).filter(|it| is_meant(it.0));
        rows.map(|it| *it.1).collect()
    };
    let repeated = rows(&|it| list.rows.contains(it));
    let missing = rows(&|it| !list.rows.contains(it));
    let is_guess = matches!(list.known_by, KnownBy::Extent | KnownBy::Sum);
    let is_sure = !is_guess && missing.is_empty();
    let level = if is_sure { Level::Info } else { Level::Warning };
    let (of, by) = (rosters(run, list), known_by(list.known_by));
    let (mut zh, mut en) = (by.zh, by.en);
    if !missing.is_empty() {
        let ranges = row_ranges(&missing);
        zh += &format!("第{ranges}行的学生在那里没有找到对得上的，请核对。");
        en += &format!(" Rows {ranges} match nobody there; look at them.");
    }
    if run.rosters[list.sheet as usize]
        .sheet
        .is_called_problem_list
    {
        zh += IF_LISTED.0;
        en += " ";
        en += IF_LISTED.1;
    }
    zh += "这份名单也要导入的，请把它的用途改为“检查”（命令行用 --roster），再逐个处理重复。";
    en += " If this list is meant for import too, set what it is for to \"Checking\" (--roster on the command line) and settle the duplicates one by one.";
    let ranges = row_ranges(&repeated);
    run.report_at(level, Place::Sheet(list.sheet), |finding| {
        finding
            .said(
                "note",
                &format!("这份名单的学生在{}里也有", of.zh),
                &format!("Pupils of this list stand in {} too", of.en),
            )
            .said(
                "rows_with_sheet",
                &format!("第{ranges}行"),
                &format!("rows {ranges}"),
            )
            .said("decision", &zh, &en);
        finding.number("count", repeated.len() as u64);
    });
}

/// What to do about a list that is called one of 问题学籍 and says of nobody what the problem is.
pub(crate) const IF_LISTED: (&str, &str) = (
    "名称像问题学籍名单，但没有写明每名学生的问题类型，没有当作问题学籍名单；是学籍系统给出的问题学籍名单的，请把它的用途改为“问题学籍名单”（命令行用 --problem-list）。",
    "It is called as a list of 问题学籍 is and does not say what the problem of each pupil is, so it is not taken for one; if it is the system's own, set what it is for to \"List of problem registrations\" (--problem-list on the command line).",
);

fn rosters(run: &Run<'_>, list: &PartList) -> Said {
    let shown = list.of.iter().take(SHOWN);
    let names: Vec<String> = shown
        .map(|&it| name_of(run, it, &[(it, 0), (list.sheet, 0)]))
        .collect();
    let (mut zh, mut en) = (names.join("、"), names.join(", "));
    if list.of.len() > SHOWN {
        zh += &format!("等{}份名单", list.of.len());
        en += " and others";
    }
    Said::new(zh, en)
}

fn known_by(known_by: KnownBy) -> Said {
    let (zh, en) = match known_by {
        KnownBy::Said => (
            "按您的选择，它是其中部分学生的名单，不按重复处理。".to_owned(),
            "As you said, it is a list of some of them, so they are no duplicates.".to_owned(),
        ),
        KnownBy::Word(word) => (
            format!("名称里有“{word}”，看作其中部分学生的名单，不按重复处理。"),
            format!("Its name or title has “{word}”, so it is taken for a list of some of them and not for duplicates."),
        ),
        KnownBy::Sum => (
            "它的学生就是那几份名单合起来的，看作汇总，不按重复处理；要提交的，只留汇总或者只留各份名单。".to_owned(),
            "Its pupils are those of the other lists together, so it is taken for their sum and not for duplicates; submit either it or the others.".to_owned(),
        ),
        KnownBy::Extent => (
            "人数和列都比那里少得多，看作其中部分学生的名单，不按重复处理；是不是，请核对。".to_owned(),
            "It has far fewer pupils and columns than there, so it is taken for a list of some of them and not for duplicates; make sure that it is one.".to_owned(),
        ),
    };
    Said::new(zh, en)
}
