//! What is to be settled, as the core says it: every text is already as its reader may see it.

use roster_model::{Case, Handling, Language, RowPlace, Stage};

use crate::words::{SettlementWords, settlement_words};

/// Whether personal values are in it in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Partly hidden.
    Masked,
    /// As they are.
    Shown,
}

/// Everything about which something is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// The language of the lists.
    pub language: Language,
    /// Before or after the import.
    pub stage: Stage,
    /// Whether values are masked.
    pub privacy: Privacy,
    /// The day of the run, `YYYY-MM-DD`.
    pub today: String,
    /// Version of the program, and of its rules.
    pub version: (String, String),
    /// The rows, those of groups first.
    pub entries: Vec<Entry>,
    /// Files of the folder of scans that belong to nobody; nothing without a folder.
    pub unclaimed: Option<Vec<Unclaimed>>,
    /// What of the run has no part in the list and why, a sentence each.
    pub not_used: Vec<String>,
    /// Whether there was a pupil to look at.
    pub has_pupils: bool,
}

/// A row and what is proposed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The group as the report calls it; empty for a row by itself.
    pub group: String,
    /// Nothing for a row by itself.
    pub case: Option<Case>,
    /// Sheet, and position among its pupils.
    pub place: RowPlace,
    /// File, and sheet where it has a name.
    pub file: String,
    /// Row number in the file.
    pub row: u32,
    /// What is proposed.
    pub handling: Handling,
    /// Why.
    pub why: String,
    /// The papers, a line each.
    pub materials: String,
    /// What the national system has against a row by itself; empty where the case tells.
    pub situation: String,
    /// What the system's own list says of the pupil; empty where it says nothing.
    pub listed: String,
    /// Whose row it is.
    pub pupil: Pupil,
    /// Indexes of entries about rows of the pupil in other schools, which write to the school of this one.
    pub others: Vec<u32>,
    /// The other party at another school, whom only the system's list names.
    pub other: Option<OtherParty>,
    /// Whether name and number say that the rows of the pupil are one.
    pub is_one: bool,
    /// Whether another row of the same pupil is surplus.
    pub beside_surplus: bool,
    /// Where the class stands among the others, by grade and number.
    pub rank: u32,
    /// Whether the papers were looked for in a folder of scans.
    pub is_sought: bool,
    /// What is missing there.
    pub lacks: Option<Lack>,
}

/// What identifies a pupil to a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pupil {
    /// 学校标识码, else the name.
    pub school: String,
    /// The name beside the code; empty where none is told.
    pub school_name: String,
    /// Grade and class.
    pub class: String,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: String,
    /// 出生日期, as a paper has it.
    pub birth: String,
    /// 身份证件号.
    pub number: String,
    /// 学籍号.
    pub student_number: String,
}

/// The other party of a duplicate, as the system's list names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherParty {
    /// Name of its school.
    pub school: String,
    /// 姓名; empty where the list has none.
    pub name: String,
    /// 学籍号; empty where the list has none.
    pub student_number: String,
}

/// The papers that are missing.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and any may hold beside the others"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// 户口簿 or 身份证.
    pub family: bool,
    /// 学校证明.
    pub school: bool,
    /// There are files that may be another pupil's as well.
    pub unsure: bool,
    /// There are files of the pupil that cannot be used: another format or extension, or not whole.
    pub unusable: bool,
    /// There are files of the pupil that do not say what paper they are.
    pub unnamed: bool,
}

/// A file that belongs to nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclaimed {
    /// Its path below the folder, or as much of it as may be seen.
    pub path: String,
    /// Its size.
    pub bytes: u64,
}

/// The entries of one school.
pub(crate) struct School<'s> {
    /// 学校标识码, else the name; empty where the rows have none.
    pub(crate) code: &'s str,
    pub(crate) entries: Vec<&'s Entry>,
}

/// The columns that a list has for what is in it: whoever asks for each line looks through all entries each time.
#[derive(Clone, Copy)]
pub(crate) struct ListColumns {
    /// There are rows of several schools.
    pub(crate) school: bool,
    /// The system's own list is in the run.
    pub(crate) listed: bool,
    /// There is a folder of scans.
    pub(crate) missing: bool,
}

/// Whether a school is told by its name and not by its code.
pub(crate) fn is_school_name(text: &str) -> bool {
    text.chars().any(|it| it.is_alphabetic() && !it.is_ascii())
}

impl Settlement {
    pub(crate) fn words(&self) -> &'static SettlementWords {
        settlement_words(self.language)
    }

    /// The entries by school, those without one last; all together where there is only one school.
    pub(crate) fn schools(&self) -> Vec<School<'_>> {
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        if !self.has_schools() {
            return vec![School { code: "", entries }];
        }
        entries.sort_by_key(|it| (it.pupil.school.is_empty(), it.pupil.school.as_str()));
        let schools = entries.chunk_by(|a, b| a.pupil.school == b.pupil.school);
        schools
            .map(|it| School {
                code: &it[0].pupil.school,
                entries: it.to_vec(),
            })
            .collect()
    }

    /// Whether there are rows of several schools.
    pub(crate) fn has_schools(&self) -> bool {
        let mut codes = self.entries.iter().map(|it| it.pupil.school.as_str());
        let mut codes = codes.by_ref().filter(|it| !it.is_empty());
        codes
            .next()
            .is_some_and(|first| codes.any(|it| it != first))
    }

    /// What the column of the school is called.
    pub(crate) fn school_header(&self) -> &'static str {
        let mut schools = self.entries.iter().map(|it| it.pupil.school.as_str());
        if schools.any(is_school_name) {
            self.words().school_name_header
        } else {
            self.words().school_header
        }
    }

    /// What the system lists is in the system, whatever the run is about.
    pub(crate) fn stage_of(&self, entry: &Entry) -> Stage {
        match entry.situation.as_str() {
            "" => self.stage,
            _ => Stage::AfterImport,
        }
    }

    /// Which columns the list has beyond those that every list has.
    pub(crate) fn list_columns(&self) -> ListColumns {
        ListColumns {
            school: self.has_schools(),
            listed: self.entries.iter().any(|it| !it.listed.is_empty()),
            missing: self.unclaimed.is_some(),
        }
    }

    /// Header of the list.
    pub(crate) fn list_header(&self, columns: ListColumns) -> Vec<&'static str> {
        let words = self.words();
        let mut header = Vec::new();
        header.extend(columns.school.then(|| self.school_header()));
        header.extend(words.list_header);
        header.extend(columns.listed.then_some(words.listed_header));
        header.extend(columns.missing.then_some(words.missing_header));
        header
    }

    /// A line of the list; two of its cells are for the clerk who handles it.
    pub(crate) fn list_line(&self, entry: &Entry, columns: ListColumns) -> Vec<String> {
        let words = self.words();
        let pupil = &entry.pupil;
        let mut line = Vec::new();
        line.extend(columns.school.then(|| pupil.school.clone()));
        line.extend([
            entry.group.clone(),
            match entry.situation.as_str() {
                "" => words.case(entry.case, entry.is_one).to_owned(),
                told => told.to_owned(),
            },
            entry.file.clone(),
            entry.row.to_string(),
            pupil.class.clone(),
            pupil.name.clone(),
            pupil.number.clone(),
            pupil.student_number.clone(),
            words.handling(entry.handling).to_owned(),
            entry.why.clone(),
            entry.materials.clone(),
            self.path(entry).to_owned(),
            String::new(),
            String::new(),
        ]);
        if columns.listed {
            line.push(entry.listed.clone());
        }
        if columns.missing {
            let missing = entry.lacks.map(|it| {
                let there = [
                    (it.unusable, words.unusable),
                    (it.unnamed, words.unnamed),
                    (it.unsure, words.unsure),
                ];
                let there = there.iter().filter(|it| it.0).map(|it| it.1);
                let missing = words.missing(it.family, it.school);
                std::iter::once(missing).chain(there).collect::<String>()
            });
            line.push(missing.unwrap_or_default());
        }
        line
    }

    /// What to do in the system, or in the sheet before the import.
    fn path(&self, entry: &Entry) -> &'static str {
        let words = self.words();
        // What an archive alone has besides needs no letter.
        let is_in_two_schools = !entry.others.is_empty();
        match (
            is_in_two_schools && entry.handling == Handling::Review,
            entry.is_one,
        ) {
            (true, true) => words.two_schools,
            (true, false) => words.perhaps_two_schools_path,
            (false, _) => words.path(entry.handling, self.stage_of(entry)),
        }
    }

    /// Header of the list of papers.
    pub(crate) fn papers_header(&self) -> Vec<&'static str> {
        let words = self.words();
        let school = self.has_schools().then_some(self.school_header());
        school.into_iter().chain(words.papers_header).collect()
    }

    /// What has to be collected from each pupil, by school and class; a pupil has one line. What a folder of scans has
    /// is ticked.
    pub(crate) fn papers_lines(&self) -> Vec<Vec<String>> {
        let words = self.words();
        let mut seen = std::collections::BTreeSet::new();
        let mut lines = Vec::new();
        for school in self.schools() {
            let start = lines.len();
            for entry in school.entries {
                let Some(boxes) = words.boxes(entry.handling, self.stage_of(entry)) else {
                    continue;
                };
                if seen.insert(entry.place) {
                    let line = papers_line(entry, words.ticked(boxes, entry), words);
                    let class = (entry.rank, entry.pupil.class.as_str());
                    lines.push((class, school.code, line));
                }
            }
            lines[start..].sort_by_key(|it| it.0);
        }
        let has_schools = self.has_schools();
        let lines = lines.into_iter();
        lines
            .map(|(_, school, line)| {
                let school = has_schools.then(|| school.to_owned());
                school.into_iter().chain(line).collect()
            })
            .collect()
    }

    /// Program, version and rules.
    pub(crate) fn made_with(&self) -> String {
        let (version, rules) = &self.version;
        format!("{}{version} ({rules})", crate::titles::MADE_WITH)
    }

    pub(crate) fn privacy_told(&self) -> &'static str {
        match self.privacy {
            Privacy::Masked => self.words().masked,
            Privacy::Shown => self.words().shown,
        }
    }

    /// What is said before the pages that the school signs.
    pub(crate) fn pages_told(&self) -> String {
        let words = self.words();
        match self.privacy {
            Privacy::Masked => format!("{}{}", words.to_seal, words.to_print),
            Privacy::Shown => words.to_seal.to_owned(),
        }
    }

    /// What is said where there is nothing to settle: of what was not used nobody knows.
    pub(crate) fn nothing_told(&self) -> &'static str {
        let words = self.words();
        match (self.not_used.is_empty(), self.has_pupils) {
            (false, _) => words.nothing_used,
            (true, false) => words.nobody,
            (true, true) => words.nothing,
        }
    }

    /// What is said where there is nothing of a kind: what was not used may have some.
    pub(crate) fn none_told(&self, none: &str) -> String {
        if self.not_used.is_empty() {
            none.to_owned()
        } else {
            format!("{none}{}", self.words().not_used_here)
        }
    }

    /// What the lists are, on what day they were made, and whether values are masked.
    pub(crate) fn notice(&self) -> String {
        let (words, today) = (self.words(), &self.today);
        let (proposal, date, end) = (words.proposal, words.date, words.date_end);
        format!("{proposal}{date} {today}{end}{}", self.privacy_told())
    }
}

fn papers_line(entry: &Entry, boxes: [&str; 3], words: &SettlementWords) -> [String; 10] {
    let [family, school, police] = boxes.map(str::to_owned);
    let pupil = &entry.pupil;
    [
        pupil.class.clone(),
        pupil.name.clone(),
        pupil.student_number.clone(),
        entry.group.clone(),
        words.handling(entry.handling).to_owned(),
        family,
        school,
        police,
        String::new(),
        String::new(),
    ]
}
