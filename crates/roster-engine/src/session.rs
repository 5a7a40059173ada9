//! A run: files are opened one by one, then checked together, then asked about.

pub(crate) mod advice;
pub(crate) mod arriving;
pub(crate) mod called;
pub(crate) mod decisions;
pub(crate) mod editing;
pub(crate) mod file_names;
pub(crate) mod kept;
pub(crate) mod not_used;
pub(crate) mod occurrences;
pub(crate) mod opening;
pub(crate) mod own_lists;
pub(crate) mod roles;
pub(crate) mod safe_fixes;
pub(crate) mod scans;
pub(crate) mod threads;
pub(crate) mod trust;

use std::sync::Arc;

use roster_dedup::{People, ToldApart};
use roster_model::{Group, Matches, Place, Sheet, SourceFile};
use roster_rules::{ActiveProfile, Findings, Roster};
use roster_standard::{Column, HeaderWord, Profile};

use crate::options::Options;
use crate::output::digest;
use crate::session::editing::Edits;
use crate::session::kept::Kept;
use crate::session::own_lists::OwnList;
use crate::session::threads::threads;

/// What the core is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Reading a file: bytes.
    Reading,
    /// Looking for duplicates: pupils.
    Matching,
    /// Checking: rules.
    Checking,
    /// Writing a file: bytes.
    Writing,
}

impl Phase {
    /// The word for programs.
    pub fn key(self) -> &'static str {
        match self {
            Phase::Reading => "reading",
            Phase::Matching => "matching",
            Phase::Checking => "checking",
            Phase::Writing => "writing",
        }
    }
}

/// How far the core is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub phase: Phase,
    /// How much is done.
    pub done: u64,
    /// How much there is.
    pub total: u64,
}

impl Progress {
    /// What a reader or writer calls with the number of bytes it is through with.
    pub(crate) fn of_bytes(
        phase: Phase,
        total: u64,
        progress: &mut dyn FnMut(Progress),
    ) -> impl FnMut(u64) {
        move |done| {
            progress(Progress {
                phase,
                done: done.min(total),
                total,
            });
        }
    }
}

/// A run over any number of files.
pub struct Session {
    pub(crate) options: Options,
    files: Vec<SourceFile>,
    /// The folder of each file, as far as it was said.
    pub(crate) folders: Vec<String>,
    /// File and name of each sheet that was left out.
    pub(crate) skipped: Vec<(u32, String)>,
    /// File, kind and name of each list that an earlier marking left.
    pub(crate) own_lists: Vec<(u32, OwnList, String)>,
    unchecked: Vec<Sheet>,
    rosters: Vec<Roster>,
    findings: Findings,
    matches: Matches,
    edits: Edits,
    /// Changes of earlier runs that have no place in this one, by the steps they were made in.
    pub(crate) waiting: Vec<Vec<Kept>>,
    /// Pairs of rows that are not brought together.
    pub(crate) told_apart: ToldApart,
    pub(crate) has_checksums: bool,
}

impl Session {
    /// A run without files.
    pub fn new(mut options: Options) -> Self {
        let told_apart = ToldApart::new(digest, std::mem::take(&mut options.not_duplicates));
        Session {
            options,
            told_apart,
            files: Vec::new(),
            folders: Vec::new(),
            skipped: Vec::new(),
            own_lists: Vec::new(),
            unchecked: Vec::new(),
            rosters: Vec::new(),
            findings: Findings::default(),
            matches: Matches::default(),
            edits: Edits::default(),
            waiting: Vec::new(),
            has_checksums: true,
        }
    }

    /// A run that works out no checksums of files: for a caller who sets them, or who asks for nothing
    /// that has them, neither a report for programs nor a file with changes in it.
    #[must_use]
    pub fn without_checksums(mut self) -> Self {
        self.has_checksums = false;
        self
    }

    /// Names of the lists of a kind that an earlier marking left in a file.
    pub(crate) fn own_lists(&self, file: usize, kind: OwnList) -> Vec<String> {
        let lists = self.own_lists.iter();
        let here = lists.filter(|it| it.0 as usize == file && it.1 == kind);
        here.map(|it| it.2.clone()).collect()
    }

    /// Checks everything that was opened, duplicates included.
    pub fn check(&mut self, progress: &mut dyn FnMut(Progress)) {
        self.set_roles();
        self.name_sheets();
        for mut sheet in std::mem::take(&mut self.unchecked) {
            let file = &self.file_of_sheet(&sheet).name;
            let decided = self.options.choices.of_sheet(file, &sheet.name);
            // What is meant for the rosters of a run does not fit a list of changes among them.
            let of_run = self.options.profile.as_ref();
            let of_run = of_run
                .filter(|it| it.column(Column::EventType).is_some() || !sheet.is_event_list());
            let profile = decided.profile.or(of_run.cloned());
            let profile = profile.unwrap_or_else(|| Arc::new(ActiveProfile::from(guess(&sheet))));
            profile.name_columns(&mut sheet);
            let settings = Arc::clone(&self.options.settings);
            self.rosters.push(Roster::new(sheet, profile, settings));
        }
        self.set_apart_last_year();
        self.make_kept();
        self.check_rosters(progress);
    }

    /// Looks for duplicates and runs the rules over the sheets as they are now.
    pub(crate) fn check_rosters(&mut self, progress: &mut dyn FnMut(Progress)) {
        let said = self.forget_part_lists();
        let sheets: Vec<&Sheet> = self.rosters.iter().map(|it| &it.sheet).collect();
        let schools = roster_dedup::schools_of(&sheets);
        for (roster, schools) in self.rosters.iter_mut().zip(schools) {
            roster.sheet.schools = schools;
        }
        let sheets: Vec<&Sheet> = self.rosters.iter().map(|it| &it.sheet).collect();
        let total = sheets.iter().map(|it| u64::from(it.row_count())).sum();
        let matched = |done| Progress {
            phase: Phase::Matching,
            done,
            total,
        };
        progress(matched(0));
        let settings = &self.options.settings;
        let files: Vec<&str> = self.files.iter().map(|it| it.name.as_str()).collect();
        let people = People::gather_in(threads(), &sheets, settings.today)
            .with_part_lists(&files, &said)
            .with_told_apart(&self.told_apart);
        let mut matches = roster_dedup::find_matches(&people, settings.stage, |it| {
            progress(matched(total * u64::from(it.done) / u64::from(it.total)));
        });
        drop(people);
        self.set_part_lists(&matches.part_lists);
        advice::of_archives(&self.rosters, &mut matches.groups);
        self.matches = matches;
        let step = |it: roster_rules::Step| {
            let (done, total) = (u64::from(it.done), u64::from(it.total));
            progress(Progress {
                phase: Phase::Checking,
                done,
                total,
            });
        };
        let (files, rosters, matches) = (&self.files, &self.rosters, &self.matches);
        let settings = &self.options.settings;
        self.findings = roster_rules::check(files, rosters, matches, settings, step);
    }

    /// The options of the run.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The files, in the order they were opened.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The sheets, in the order of files and of sheets in them; empty before the check.
    pub fn rosters(&self) -> &[Roster] {
        &self.rosters
    }

    /// The sheet with this number.
    pub(crate) fn roster(&self, sheet: u32) -> &Roster {
        &self.rosters[sheet as usize]
    }

    /// The file that a sheet is in.
    pub(crate) fn file_of_sheet(&self, sheet: &Sheet) -> &SourceFile {
        &self.files[sheet.file as usize]
    }

    /// What the search for duplicates found.
    pub fn matches(&self) -> &Matches {
        &self.matches
    }

    /// Groups of duplicates, by their first member.
    pub fn groups(&self) -> &[Group] {
        &self.matches.groups
    }

    /// The findings, per cause.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// File and name of each sheet that was left out because somebody said so.
    pub fn skipped(&self) -> &[(u32, String)] {
        &self.skipped
    }

    /// The names of sheets that were asked for and that no file has; known after opening.
    pub fn not_found(&self) -> Vec<String> {
        let file = |index: u32| self.files[index as usize].name.as_str();
        let rosters = self.rosters.iter().map(|it| &it.sheet);
        let read = rosters
            .chain(&self.unchecked)
            .map(|it| (file(it.file), it.name.as_str()));
        let skipped = self.skipped.iter().map(|it| (file(it.0), it.1.as_str()));
        let found: Vec<(&str, &str)> = read.chain(skipped).collect();
        let missing = self.options.choices.sheets_not_among(&found);
        missing.map(str::to_owned).collect()
    }

    /// What was said of columns that no sheet has; known after opening, before the check.
    pub fn columns_not_found(&self) -> Vec<&str> {
        let missing = self.options.choices.columns_not_in(&self.unchecked);
        missing.collect()
    }

    /// Whether some file could not be read.
    pub fn has_failures(&self) -> bool {
        self.files.iter().any(|it| it.failure.is_some())
    }

    /// The file a place belongs to.
    pub fn file_of(&self, place: Place) -> &SourceFile {
        &self.files[self.file_number(place)]
    }

    pub(crate) fn file_number(&self, place: Place) -> usize {
        let sheet = match place {
            Place::File(file) => return file as usize,
            Place::Sheet(sheet)
            | Place::Column(sheet, _)
            | Place::FileRow(sheet, _)
            | Place::Row(sheet, _) => sheet,
            Place::Cell(cell) => cell.sheet,
        };
        self.roster(sheet).sheet.file as usize
    }
}

/// The profile the columns of a sheet look like.
pub(crate) fn guess(sheet: &Sheet) -> &'static Profile {
    let words = sheet.columns.iter().filter_map(|it| {
        Some(HeaderWord {
            column: it.column?,
            text: &it.header,
        })
    });
    let words: Vec<_> = words.collect();
    let any = Profile::by_id("any").filter(|it| is_template(sheet, it));
    let guessed = any.unwrap_or_else(|| Profile::guess(&words));
    // A list of changes shows in its rows; a blank one only in its header.
    let is_blank_list = sheet.row_count() == 0
        && any.is_none()
        && guessed.match_permille == 0
        && words.iter().any(|it| it.column == Column::EventType);
    match Profile::by_id("events") {
        Some(events) if sheet.is_event_list() || is_blank_list => events,
        _ => guessed,
    }
}

/// Whether a sheet has the header of a template to the letter.
fn is_template(sheet: &Sheet, profile: &Profile) -> bool {
    let headers = sheet.columns.iter().map(|it| it.header.as_str());
    headers.eq(profile.columns.iter().map(|it| &*it.header))
}
