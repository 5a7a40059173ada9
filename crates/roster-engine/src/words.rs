//! The words of each language around the sentences of the rules: headings, levels, handlings.

use std::borrow::Cow;

use roster_model::Level;

use crate::language::Language;
use crate::wire::{Edit, Finding, Fix};

mod languages;
use languages::{EN, ZH};

/// The words of one language around the sentences of the rules.
pub(crate) struct Words {
    pub(crate) colon: &'static str,
    pub(crate) comma: &'static str,
    pub(crate) pupils: &'static str,
    /// What is added of an archive, and of a list of problems.
    roles: [&'static str; 4],
    pub(crate) total: &'static str,
    pub(crate) errors: &'static str,
    pub(crate) warnings: &'static str,
    pub(crate) infos: &'static str,
    pub(crate) groups: &'static str,
    pub(crate) unread: &'static str,
    pub(crate) not_ready: &'static str,
    pub(crate) look: &'static str,
    /// Of a list of problem registrations beside a roster.
    pub(crate) listed: &'static str,
    /// Of one without.
    pub(crate) to_settle: &'static str,
    pub(crate) not_seen: &'static str,
    pub(crate) nobody: &'static str,
    pub(crate) ready: &'static str,
    /// `ready`, where there is something below to see to.
    pub(crate) ready_but: &'static str,
    /// Not ready, to look through and ready, after the import.
    pub(crate) after: [&'static str; 3],
    /// Of a sheet that a choice left out.
    pub(crate) not_chosen: &'static str,
    /// `ready`, for a list that no template was chosen for.
    pub(crate) clean: &'static str,
    pub(crate) case: &'static str,
    pub(crate) not_run: &'static str,
    pub(crate) not_run_count: &'static str,
    /// Before the rules that a parameter asks for and that did not run.
    pub(crate) asked_for: &'static str,
    levels: [&'static str; 3],
    trusts: [&'static str; 3],
    /// What is added where a proposal is the example of a whole column.
    likewise: &'static str,
    /// What stands where a proposal is to leave a cell blank.
    nothing: &'static str,
    handlings: [&'static str; 5],
    verdicts: [&'static str; 4],
    pub(crate) findings_sheet: &'static str,
    pub(crate) handling_sheet: &'static str,
    pub(crate) findings_header: [&'static str; 8],
    pub(crate) row: &'static str,
    pub(crate) handling_header: [&'static str; 10],
    pub(crate) changes_sheet: &'static str,
    pub(crate) changes_header: [&'static str; 9],
    pub(crate) is_key_information: &'static str,
    deciders: [&'static str; 2],
    pub(crate) more_findings: &'static str,
    /// What the note of a cell says that a finding about another cell involves.
    pub(crate) see: &'static str,
    pub(crate) notes_left_out: &'static str,
    pub(crate) marked_name: &'static str,
    pub(crate) legend_sheet: &'static str,
    pub(crate) legend_made_with: &'static str,
    pub(crate) legend_today: &'static str,
    pub(crate) profile_edition: &'static str,
    pub(crate) legend_checked: &'static str,
    pub(crate) legend_levels: [&'static str; 3],
    pub(crate) legend_notes_title: &'static str,
    pub(crate) legend_notes: &'static str,
    pub(crate) about_record: [&'static str; 2],
    pub(crate) changed_cells: &'static str,
    pub(crate) more_changes: &'static str,
    pub(crate) left_over: &'static str,
    pub(crate) checked_header: [&'static str; 4],
    pub(crate) masked: &'static str,
    pub(crate) show_values: &'static str,
    pub(crate) shown: &'static str,
    pub(crate) legend_set: &'static str,
    pub(crate) off: &'static str,
    pub(crate) blank: &'static str,
    pub(crate) told_apart: &'static str,
    pub(crate) told_apart_in_vain: &'static str,
}

impl Words {
    pub(crate) fn level(&self, level: Level) -> &'static str {
        self.levels[level as usize]
    }

    /// What is proposed for a finding: the word for its trust, and the text. Of those that look alike,
    /// masked ones above all, one is told.
    pub(crate) fn proposals<'f>(
        &'f self,
        finding: &'f Finding,
    ) -> Vec<(&'static str, Cow<'f, str>)> {
        let mut told = Vec::new();
        for fix in &finding.fixes {
            let trust = pick(&["safe", "review", "hint"], &self.trusts, fix.trust);
            for edit in &fix.edits {
                let mut to = self.proposed(fix, edit);
                // Of two cells that gainsay each other it may be the other one that is to be written.
                if fix.cells.is_none()
                    && finding
                        .place
                        .cell
                        .as_ref()
                        .is_some_and(|it| *it != edit.cell)
                {
                    to = Cow::Owned(format!("{to} ({})", edit.cell));
                }
                let one = (trust, to);
                if !told.contains(&one) {
                    told.push(one);
                }
            }
        }
        told
    }

    /// The text that an edit writes, in words where it is none, and that it is of many.
    pub(crate) fn proposed<'e>(&self, fix: &Fix, edit: &'e Edit) -> Cow<'e, str> {
        let to = if edit.to.is_empty() {
            self.nothing
        } else {
            &edit.to
        };
        match fix.cells {
            Some(_) => Cow::Owned(format!("{to}{}", self.likewise)),
            None => Cow::Borrowed(to),
        }
    }

    pub(crate) fn handling(&self, key: &str) -> &'static str {
        let keys = ["keep", "delete", "change", "corroborate", "review"];
        pick(&keys, &self.handlings, key)
    }

    /// What is added behind a sheet that is not checked.
    pub(crate) fn role(&self, key: &str) -> &'static str {
        pick(
            &["archive", "problem-list", "last-year", "part-list"],
            &self.roles,
            key,
        )
    }

    pub(crate) fn decider(&self, key: &str) -> &'static str {
        pick(&["program", "person"], &self.deciders, key)
    }

    pub(crate) fn verdict(&self, key: &str) -> &'static str {
        pick(
            &["certain", "likely", "review", "hint"],
            &self.verdicts,
            key,
        )
    }
}

fn pick(keys: &[&str], words: &[&'static str], key: &str) -> &'static str {
    keys.iter()
        .position(|it| *it == key)
        .map_or("", |index| words[index])
}

pub(crate) fn words(language: Language) -> &'static Words {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}
