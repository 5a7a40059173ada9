//! 《问题学籍处理清单》: what is to be done about every duplicate, gathered for the papers that
//! `roster-papers` makes of it: lists, certificates and letters.

mod filled;
mod lines;
mod other_party;
mod scan_name;

use std::io;

use roster_model::{Column, RowPlace};
use roster_papers::{Lack, Privacy, Settlement, Unclaimed};
use roster_rules::{FolderOfScans, Roster, numbers_of_class};
use roster_values::class_name::year_of_class;

use crate::describe::Describe;
use crate::describe::mask::Values;
use crate::language::Language;
use crate::output::{Content, Output};
use crate::session::not_used::NotUsed;
pub use filled::is_settlement_filled_in;
use lines::{Line, at_place, lines, places};
use scan_name::is_nobodys;

/// At most this many other rows are named: a longer list is one mistake.
const OTHERS_MAX: usize = 3;
/// No grade has as many classes.
const CLASSES_MAX: u32 = 1000;

/// Where the class of a row stands among the others: the year of school, then the number.
fn rank(roster: &Roster, row: u32) -> u32 {
    let class = roster.text(Column::ClassName, row);
    let grade = roster.grade_meant(row);
    let grade = grade.unwrap_or_else(|| roster.text(Column::Grade, row));
    let year = year_of_class(grade).or_else(|| year_of_class(class));
    let number = numbers_of_class(class).and_then(|it| it.last().copied());
    let number = number.unwrap_or_default().min(CLASSES_MAX - 1);
    u32::from(year.unwrap_or_default()) * CLASSES_MAX + number
}

impl Describe<'_> {
    /// The workbook 《问题学籍处理清单》.
    pub fn settlement(self, language: Language) -> Output {
        let settlement = self.to_settle(language);
        Output {
            name: roster_papers::file_name(&settlement),
            content: Content::Plan(roster_papers::workbook(&settlement)),
            notes: Vec::new(),
        }
    }

    /// Writes 《问题学籍处理清单》 as a page.
    pub fn write_settlement(&self, language: Language, out: &mut dyn io::Write) -> io::Result<()> {
        roster_papers::write_page(&self.to_settle(language), out)
    }

    /// How many lines the list has.
    pub fn settlement_lines(&self) -> usize {
        lines(self, Language::Zh).len()
    }

    /// Everything about which something is to be done.
    pub fn to_settle(self, language: Language) -> Settlement {
        let lines = lines(&self, language);
        let evidence = self.evidence();
        let lacking = evidence.iter().flat_map(|it| &it.lacking);
        let lacking = lacking.map(|it| {
            let (family, school) = (it.family, it.school);
            let lack = Lack {
                family,
                school,
                unsure: it.unsure.is_some(),
                unusable: it.unreadable > 0 || it.misnamed.is_some() || it.cut_off.is_some(),
                unnamed: it.unnamed > 0,
            };
            (it.place, Some(lack))
        });
        // What is complete stands before what is lacking of one place.
        let sought = evidence.iter().flat_map(|it| &it.sought);
        let mut lacking: Vec<(RowPlace, Option<Lack>)> =
            sought.map(|it| (*it, None)).chain(lacking).collect();
        roster_order::sort_by_key(&mut lacking, |it| (it.0, it.1.is_some()));
        let places = places(&lines);
        let tool = Self::tool();
        // A school that is written in several ways is called as it is first.
        let schools = lines.iter().map(|it| (self.school_key(it.place), it.place));
        let mut schools: Vec<(u64, RowPlace)> = schools.collect();
        roster_order::sort_by_key(&mut schools, |it| it.0);
        Settlement {
            language,
            stage: self.stage(),
            privacy: match self.values {
                Values::Masked => Privacy::Masked,
                Values::Shown => Privacy::Shown,
            },
            today: self.session.options().settings().today.iso(),
            version: (tool.version.to_owned(), tool.rules.to_owned()),
            entries: lines
                .into_iter()
                .map(|it| self.entry(it, &lacking, &places, &schools))
                .collect(),
            unclaimed: evidence.map(|it| self.unclaimed(&it)),
            not_used: self
                .unread(language)
                .chain(self.not_settled(language))
                .collect(),
            has_pupils: self
                .session
                .rosters()
                .iter()
                .any(|it| it.sheet.row_count() > 0),
        }
    }

    fn entry(
        self,
        line: Line,
        lacking: &[(RowPlace, Option<Lack>)],
        places: &[(RowPlace, usize)],
        schools: &[(u64, RowPlace)],
    ) -> roster_papers::Entry {
        let (sheet, row) = line.place;
        let roster = self.session.roster(sheet);
        let file = &self.session.file_of_sheet(&roster.sheet).name;
        let mut pupil = self.pupil(line.place);
        let key = self.school_key(line.place);
        let called = schools.get(schools.partition_point(|it| it.0 < key));
        if let Some(&(_, called)) = called.filter(|it| it.0 == key && key != 0) {
            pupil.school = self.school_text(called);
        }
        if let Some(record) = line.record {
            if pupil.student_number.is_empty() {
                pupil.student_number = self.pupil(record).student_number;
            }
            if pupil.school_name.is_empty() && key != 0 && self.school_key(record) == key {
                pupil.school_name = self.pupil(record).school_name;
            }
        }
        let behind = lacking.partition_point(|it| it.0 <= line.place);
        let lacks = lacking[..behind].last().filter(|it| it.0 == line.place);
        let other = self.other_party(&line, &pupil);
        let others = line
            .others
            .iter()
            .filter_map(|it| at_place(places, *it).next());
        let others = others.map(|it| it as u32);
        roster_papers::Entry {
            file: match self.values.show_words(&roster.sheet.name).as_str() {
                "" => file.clone(),
                name => format!("{file} {name}"),
            },
            row: roster.sheet.row_numbers[row as usize],
            pupil,
            rank: rank(roster, row),
            is_sought: lacks.is_some(),
            lacks: lacks.and_then(|it| it.1),
            others: others.take(OTHERS_MAX).collect(),
            other,
            group: line.group,
            case: line.case,
            place: line.place,
            handling: line.handling,
            why: line.why,
            materials: line.materials,
            situation: line.situation,
            listed: line.listed,
            beside_surplus: line.beside_surplus,
            is_one: line.is_one,
        }
    }

    /// The files that could not be read, a sentence each: in a list that is filed they are not to be missed.
    fn unread(self, language: Language) -> impl Iterator<Item = String> {
        let files = self.session.files().iter();
        let unread = files.filter(|it| it.failure.is_some());
        unread.map(move |it| match language {
            Language::Zh => format!("“{}”没有读出来，里面的学生没有核对。", it.name),
            Language::En => format!(
                "\"{}\" could not be read; its pupils were not looked at.",
                it.name
            ),
        })
    }

    /// What of the run has no part in the list, a sentence each.
    pub fn not_settled(self, language: Language) -> Vec<String> {
        let not_used = self.session.not_settled();
        let said = not_used.iter().map(NotUsed::not_settled);
        // A sheet may be named after a pupil's number.
        said.map(|it| self.values.show_words(language.of(&it)))
            .collect()
    }

    fn school_key(self, (sheet, row): RowPlace) -> u64 {
        self.session.roster(sheet).sheet.school(row)
    }

    /// What the folder of scans has and lacks; nothing without one, and before the import.
    pub(crate) fn evidence(self) -> Option<FolderOfScans> {
        let session = self.session;
        let settings = session.options().settings();
        let registrations = &session.findings().registrations;
        roster_rules::evidence(session.rosters(), session.groups(), registrations, settings)
    }

    /// The files of the folder of scans that belong to nobody in the list.
    pub(crate) fn unclaimed(self, evidence: &FolderOfScans) -> Vec<Unclaimed> {
        let scans = self.session.options().settings().scans.as_deref();
        let scans = scans.unwrap_or_default();
        let unclaimed = evidence.unclaimed.iter().filter_map(|&it| scans.get(it));
        unclaimed
            .map(|it| Unclaimed {
                // The name of a file may be that of a pupil.
                path: if is_nobodys(&it.path) {
                    self.values.show_words(&it.path)
                } else {
                    self.values.show(None, &it.path)
                },
                bytes: it.bytes,
            })
            .collect()
    }
}
