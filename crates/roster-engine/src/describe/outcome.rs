//! What a run means for whoever wants to submit its files: the one sentence before all numbers. The command
//! line and the page both say it, so it is decided here alone.

use std::borrow::Cow;

use roster_model::{Level, Stage, Verdict};
use roster_rules::{ActiveProfile, Roster};
use roster_standard::Profile;

use crate::describe::Describe;
use crate::words::Words;

/// What a run means for whoever wants to submit its files.
#[derive(Clone, Copy)]
pub(crate) enum Outcome {
    /// A file could not be read.
    Unread,
    /// There are errors.
    NotReady,
    /// There is only a list of problem registrations, with so many pupils to settle.
    ToSettle(usize),
    /// There are rosters without errors, and a list of problem registrations with so many pupils to settle.
    Listed(usize),
    /// What a profile file turns off would have told of a sheet that was not read, or of duplicates.
    NotSeen,
    /// There are no pupils.
    Nobody,
    /// There are warnings, but no errors.
    Look,
    /// Nothing was found, and no import template was checked against.
    NoTemplate,
    /// Nothing was found.
    Ready,
}

impl Outcome {
    /// Its name for the page.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Outcome::Unread => "unread",
            Outcome::NotReady => "not-ready",
            Outcome::ToSettle(_) => "to-settle",
            Outcome::Listed(_) => "listed",
            Outcome::NotSeen => "not-seen",
            Outcome::Nobody => "nobody",
            Outcome::Look => "look",
            Outcome::NoTemplate => "no-template",
            Outcome::Ready => "ready",
        }
    }

    /// How serious it is.
    pub(crate) fn level(self) -> Level {
        match self {
            Outcome::Unread | Outcome::NotReady => Level::Error,
            Outcome::ToSettle(_)
            | Outcome::Listed(_)
            | Outcome::NotSeen
            | Outcome::Nobody
            | Outcome::Look => Level::Warning,
            Outcome::NoTemplate | Outcome::Ready => Level::Info,
        }
    }

    /// The sentence above what was found; nobody submits after the import, and what is to be seen to first is
    /// said.
    fn told(self, words: &Words, stage: Stage, has_infos: bool) -> Cow<'static, str> {
        let [not_ready, look, ready] = match stage {
            Stage::AfterImport => words.after,
            Stage::BeforeImport if has_infos => [words.not_ready, words.look, words.ready_but],
            Stage::BeforeImport => [words.not_ready, words.look, words.ready],
        };
        let said = match self {
            Outcome::Unread => words.unread,
            Outcome::NotReady => not_ready,
            Outcome::ToSettle(count) => return counted(words.to_settle, count),
            Outcome::Listed(count) => return counted(words.listed, count),
            Outcome::NotSeen => words.not_seen,
            Outcome::Nobody => words.nobody,
            Outcome::Look => look,
            Outcome::NoTemplate => words.clean,
            Outcome::Ready => ready,
        };
        said.into()
    }
}

/// Whether a profile requires no more columns than a list of any kind.
fn asks_as_much_as_any(profile: &ActiveProfile) -> bool {
    let required = |it: &Profile| it.columns.iter().filter(|it| it.required).count();
    Profile::by_id("any").is_none_or(|any| required(any) >= required(profile))
}

fn counted(said: &str, count: usize) -> Cow<'static, str> {
    said.replace("{n}", &count.to_string()).into()
}

impl Describe<'_> {
    /// What the run means, in words.
    pub(crate) fn outcome_told(&self, words: &Words) -> Cow<'static, str> {
        let stage = self.session.options().settings().stage;
        let has_infos = self.session.findings().count(Level::Info) > 0;
        self.outcome().told(words, stage, has_infos)
    }

    /// What the run means for whoever wants to submit the files.
    pub(crate) fn outcome(&self) -> Outcome {
        let summary = self.summary();
        let (open, has_roster) = (self.listed_and_open(), self.has_roster());
        // A profile file that demands nothing beside it is no template either.
        let is_any = |it: &ActiveProfile| {
            let is_plain = || it.demands.is_empty() && asks_as_much_as_any(it);
            it.id == "any" || it.extends.as_deref() == Some("any") && is_plain()
        };
        let without_template =
            |it: &Roster| it.sheet.is_checked() && it.sheet.has_header() && is_any(&it.profile);
        if self.session.has_failures() {
            Outcome::Unread
        } else if summary.errors > 0 {
            Outcome::NotReady
        } else if open > 0 && !has_roster {
            Outcome::ToSettle(open)
        } else if self.is_silenced() {
            Outcome::NotSeen
        } else if summary.rows == 0 {
            Outcome::Nobody
        } else if open > 0 {
            Outcome::Listed(open)
        } else if summary.warnings > 0 {
            Outcome::Look
        } else if self.session.rosters().iter().any(without_template) {
            Outcome::NoTemplate
        } else {
            Outcome::Ready
        }
    }

    /// Whether levels that a profile file sets keep quiet about a sheet whose pupils are not known, or about
    /// pupils who are there twice.
    fn is_silenced(&self) -> bool {
        let is_off = |code: &str, it: &Roster| it.profile.is_off(code);
        let unread = |it: &Roster| {
            let sheet = &it.sheet;
            is_off("R0101", it) && !sheet.has_header() && sheet.filled_rows > 0
                || is_off("R0117", it) && sheet.unread_rows().next().is_some()
        };
        let mut rosters = self
            .session
            .rosters()
            .iter()
            .filter(|it| it.sheet.is_checked());
        let groups = self.session.groups();
        let is_double = groups.iter().any(|it| it.verdict == Verdict::Certain);
        rosters.any(|it| unread(it) || is_double && is_off("R7001", it))
    }
}
