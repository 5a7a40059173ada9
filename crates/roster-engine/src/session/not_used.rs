//! The sheets that have no part in what is made of a run, each with the one reason. A report tells that in its
//! findings; a list to settle and rosters put together have none, and nothing may be dropped without a word.

use roster_model::{Level, Said, Sheet, SheetRole};
use roster_rules::{level_of_unread, rows_not_read, unread_files};

use crate::session::Session;

/// A sheet or a file, and why nothing of it was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUsed {
    /// The file, with the sheet where it has a name.
    pub place: Said,
    /// Why, without a full stop.
    pub why: Said,
    /// An error where there are pupils in it, and a warning where they were used as others than they may be.
    pub level: Level,
    /// Whether it would be used if somebody said where its header is.
    pub lacks_header: bool,
}

impl NotUsed {
    /// The sentence for a list to settle.
    pub fn not_settled(&self) -> Said {
        let (place, why) = (&self.place, &self.why);
        let (zh, en) = match self.level {
            Level::Warning => ("当作问题学籍名单", "taken for a list of 问题学籍"),
            _ => ("用上", "used"),
        };
        Said::new(
            format!("{}没有{zh}：{}。", place.zh, why.zh),
            format!("{} was not {en}: {}.", place.en, why.en),
        )
    }

    /// The sentence for rosters that are written.
    pub fn not_written(&self) -> Said {
        let (place, why) = (&self.place, &self.why);
        Said::new(
            format!("{}没有写入：{}。", place.zh, why.zh),
            format!("{} was left out: {}.", place.en, why.en),
        )
    }
}

impl Session {
    /// What has no part in the list of what is to be settled.
    pub fn not_settled(&self) -> Vec<NotUsed> {
        let mut not_used = self.without_header(|_| true);
        for it in self.rosters() {
            if let Some((row, count)) = rows_not_read(it) {
                let why = not_read(row, count);
                not_used.push(self.not_used(&it.sheet, why, Level::Error));
            } else if it.sheet.is_checked() && it.sheet.is_event_list() {
                let why = Said::new("是异动名单，没有查重复", "a list of changes");
                not_used.push(self.not_used(&it.sheet, why, Level::Info));
            } else if it.sheet.is_called_problem_list || it.sheet.role == SheetRole::PartList {
                let why = Said::new(
                    "没有写明每名学生的问题类型；是学籍系统给出的问题学籍名单的，请改它的用途（命令行用 --problem-list）",
                    "it does not say what is wrong with each pupil; if it is the system's own, say so (--problem-list on the command line)",
                );
                not_used.push(self.not_used(&it.sheet, why, Level::Warning));
            }
        }
        not_used
    }

    /// What has no part in rosters that are put together or divided.
    pub fn not_joined(&self) -> Vec<NotUsed> {
        // What a person called the header is one, whatever it says.
        let mut not_used = self.without_header(|it| !it.has_header());
        for it in self.rosters() {
            if it.sheet.has_header() && !it.sheet.is_checked() && it.sheet.filled_rows > 0 {
                not_used.push(self.not_used(&it.sheet, no_roster(it.sheet.role), Level::Info));
            }
        }
        for (file, sheet) in self.skipped() {
            not_used.push(NotUsed {
                place: place(&self.files()[*file as usize].name, sheet),
                why: Said::new("没有选中", "not chosen"),
                level: Level::Info,
                lacks_header: false,
            });
        }
        not_used
    }

    /// Files without pupils, and sheets whose header was not found.
    fn without_header(&self, is_meant: fn(&Sheet) -> bool) -> Vec<NotUsed> {
        let mut not_used = Vec::new();
        for file in unread_files(self.files(), self.rosters()) {
            let file = &self.files()[file as usize];
            let (why, level) = if file.traits.has_own_lists {
                let why = Said::new(
                    "是本工具写出的清单，不是名册",
                    "lists that this program wrote",
                );
                (why, Level::Info)
            } else {
                (Said::new("是空的", "empty"), Level::Error)
            };
            not_used.push(NotUsed {
                place: place(&file.name, ""),
                why,
                level,
                lacks_header: false,
            });
        }
        for (at, it) in (0..).zip(self.rosters()) {
            let level = level_of_unread(self.rosters(), at).filter(|_| is_meant(&it.sheet));
            let why = || Said::new("没有找到表头", "no header was found");
            not_used.extend(level.map(|level| NotUsed {
                lacks_header: true,
                ..self.not_used(&it.sheet, why(), level)
            }));
        }
        not_used
    }

    fn not_used(&self, sheet: &Sheet, why: Said, level: Level) -> NotUsed {
        NotUsed {
            place: place(&self.file_of_sheet(sheet).name, &sheet.name),
            why,
            level,
            lacks_header: false,
        }
    }
}

fn place(file: &str, sheet: &str) -> Said {
    match sheet {
        "" => Said::new(format!("“{file}”"), format!("\"{file}\"")),
        sheet => Said::new(
            format!("“{file}”的“{sheet}”"),
            format!("\"{sheet}\" of \"{file}\""),
        ),
    }
}

fn not_read(row: u32, count: usize) -> Said {
    Said::new(
        format!(
            "从第{row}行起有{count}行没有读到：学生排在表头上面，中间换了表头，或者左右并排着两份名单"
        ),
        format!(
            "{count} rows from row {row} on were not read: pupils above the header, another header among them, or two lists side by side"
        ),
    )
}

fn no_roster(role: SheetRole) -> Said {
    match role {
        SheetRole::ProblemList => Said::new(
            "是学籍系统的问题学籍名单，不是名册",
            "the system's list of 问题学籍",
        ),
        SheetRole::LastYear => Said::new("是去年的名单", "last year's list"),
        _ => Said::new("只用来比对", "only compared with"),
    }
}
