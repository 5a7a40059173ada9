//! The words of 《问题学籍处理清单》 in each language.

use roster_model::{Case, Handling, Language, Stage};

use crate::settlement::Entry;

mod languages;
use languages::{EN, EN_CASES, ZH, ZH_CASES};

/// Reason and papers for a row whose number is wrong and that is in no group.
pub fn single_row(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Zh => (
            "身份证号本身有误，不能佐证，只能变更；学生不在本校就读的，核实后删除。",
            "户口簿或身份证的扫描件或照片",
        ),
        Language::En => (
            "The number itself is wrong: it cannot be proved (佐证), only corrected (变更); if the pupil does not attend the school, delete the row.",
            "scan or photograph of the household register (户口簿) or the identity card (身份证)",
        ),
    }
}

/// The end of every reason, which a list says once.
pub fn suggestion(language: Language) -> &'static str {
    match language {
        Language::Zh => "系统建议，须由学校核实。",
        Language::En => "This is a suggestion; the school has to confirm it.",
    }
}

/// Whether a column with this header is left to the clerk, or added by one: no list writes into it.
pub fn is_for_the_clerk(header: &str) -> bool {
    ![Language::Zh, Language::En]
        .map(settlement_words)
        .iter()
        .any(|words| {
            // The last two columns of each list are left blank.
            let listed = &words.list_header[..words.list_header.len() - 2];
            let papers = &words.papers_header[..words.papers_header.len() - 2];
            let others = [
                words.unclaimed_header[1],
                words.school_header,
                words.school_name_header,
                words.listed_header,
                words.missing_header,
            ];
            [listed, papers, &others]
                .iter()
                .any(|it| it.contains(&header))
        })
}

/// The words of one language.
pub(crate) struct SettlementWords {
    pub(crate) file_name: &'static str,
    pub(crate) title: &'static str,
    /// Names of the sheets; of letters also what is written where there are none.
    pub(crate) list: &'static str,
    pub(crate) papers: &'static str,
    pub(crate) certificates: (&'static str, &'static str),
    pub(crate) letters: (&'static str, &'static str),
    /// What every list says of itself, before the date.
    pub(crate) proposal: &'static str,
    /// Before the day it was made, and behind it.
    pub(crate) date: &'static str,
    pub(crate) date_end: &'static str,
    /// What is said before the pages that are signed: of all, and of masked ones.
    pub(crate) to_seal: &'static str,
    pub(crate) to_print: &'static str,
    pub(crate) masked: &'static str,
    pub(crate) shown: &'static str,
    pub(crate) nothing: &'static str,
    /// What is said instead where some sheets were not used, and what the list says of them at its top.
    pub(crate) nothing_used: &'static str,
    pub(crate) not_used: &'static str,
    /// The same on another sheet.
    pub(crate) not_used_here: &'static str,
    pub(crate) nobody: &'static str,
    pub(crate) list_header: [&'static str; 14],
    pub(crate) list_widths: [f64; 14],
    pub(crate) papers_title: &'static str,
    pub(crate) papers_header: [&'static str; 10],
    pub(crate) papers_widths: [f64; 10],
    pub(crate) no_papers: &'static str,
    cases: [&'static str; 11],
    handlings: [&'static str; 5],
    before: [&'static str; 5],
    after: [&'static str; 5],
    /// Household register, certificate, police; to look at, and for the police.
    boxes: [&'static str; 4],
    /// The first two where the papers are there.
    boxes_there: [&'static str; 2],
    pub(crate) two_schools: &'static str,
    /// Situation and path of what may be two pupils.
    perhaps_two_schools: &'static str,
    pub(crate) perhaps_two_schools_path: &'static str,
    /// Where there are several schools.
    pub(crate) school_header: &'static str,
    /// Where there are several schools, known by their names.
    pub(crate) school_name_header: &'static str,
    pub(crate) no_school: &'static str,
    /// The column of what the system's list says.
    pub(crate) listed_header: &'static str,
    pub(crate) missing_header: &'static str,
    missing: [&'static str; 3],
    /// What is said behind it of files that may be another pupil's.
    pub(crate) unsure: &'static str,
    pub(crate) unusable: &'static str,
    pub(crate) unnamed: &'static str,
    pub(crate) unclaimed: &'static str,
    pub(crate) unclaimed_header: [&'static str; 2],
    pub(crate) all_claimed: &'static str,
}

/// What the rows of a group have in common, by the key of its case.
pub fn case_title(key: &str, language: Language) -> &'static str {
    match language {
        Language::Zh => ZH_CASES[place_of_case(key)],
        Language::En => EN_CASES[place_of_case(key)],
    }
}

/// The last one is of no group.
fn place_of_case(key: &str) -> usize {
    let known = "ABCDEFGHIN";
    known
        .find(key)
        .filter(|_| key.len() == 1)
        .unwrap_or(known.len())
}

impl SettlementWords {
    /// The situation; nothing for a row by itself.
    pub(crate) fn case(&self, case: Option<Case>, is_one: bool) -> &'static str {
        match case {
            Some(Case::I) if !is_one => self.perhaps_two_schools,
            _ => self.cases[place_of_case(case.map_or("", Case::key))],
        }
    }

    pub(crate) fn handling(&self, handling: Handling) -> &'static str {
        self.handlings[place_of(handling)]
    }

    /// What to do in the system, or in the sheet before the import.
    pub(crate) fn path(&self, handling: Handling, stage: Stage) -> &'static str {
        match stage {
            Stage::BeforeImport => self.before[place_of(handling)],
            Stage::AfterImport => self.after[place_of(handling)],
        }
    }

    /// What to collect: from the family, from the school, from the police. Nothing where no papers are
    /// needed.
    pub(crate) fn boxes(&self, handling: Handling, stage: Stage) -> Option<[&'static str; 3]> {
        let [family, school, to_look_at, police] = self.boxes;
        match (handling, stage) {
            (Handling::Corroborate, _) => Some([family, school, ""]),
            (Handling::Change, Stage::AfterImport) => Some([family, "", police]),
            (Handling::Review, Stage::AfterImport) => Some([to_look_at, "", ""]),
            _ => None,
        }
    }
}

impl SettlementWords {
    /// The boxes with a tick in those whose papers the folder of scans has.
    pub(crate) fn ticked(&self, boxes: [&'static str; 3], entry: &Entry) -> [&'static str; 3] {
        let [family, school, police] = boxes;
        let lacks = entry.lacks;
        let tick = |lacks: bool, asked: &'static str, there: &'static str| {
            let is_there = entry.is_sought && !lacks && !asked.is_empty();
            if is_there { there } else { asked }
        };
        let [family_there, school_there] = self.boxes_there;
        [
            tick(lacks.is_some_and(|it| it.family), family, family_there),
            tick(lacks.is_some_and(|it| it.school), school, school_there),
            police,
        ]
    }

    /// The papers that are missing: of the family, of the school, or both.
    pub(crate) fn missing(&self, family: bool, school: bool) -> &'static str {
        match (family, school) {
            (true, true) => self.missing[2],
            (false, true) => self.missing[1],
            _ => self.missing[0],
        }
    }
}

fn place_of(handling: Handling) -> usize {
    match handling {
        Handling::Keep => 0,
        Handling::Delete => 1,
        Handling::Change => 2,
        Handling::Corroborate => 3,
        Handling::Review => 4,
    }
}

pub(crate) fn settlement_words(language: Language) -> &'static SettlementWords {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}
