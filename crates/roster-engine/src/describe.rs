//! From what the core knows to what leaves it: places become addresses, facts become sentences,
//! personal values are masked.

pub(crate) mod changes;
pub(crate) mod compared;
pub(crate) mod content;
pub(crate) mod differing;
pub(crate) mod found;
pub(crate) mod groups;
pub(crate) mod mask;
pub(crate) mod message;
pub(crate) mod outcome;
pub(crate) mod registrations;
pub(crate) mod search;
pub(crate) mod view;

use std::borrow::Cow;

use roster_model::{Column, Level, Place, SheetColumn, cell_name, column_letters};
use roster_rules::{Check, PACK, Roster, rule};
use roster_standard::Parameter;

use crate::describe::found::is_empty;
use crate::describe::mask::Values;
use crate::describe::message::sentence;
use crate::language::Language;
use crate::options::overrides::{levels, overrides, parameters_set, set_value};
use crate::session::Session;
use crate::session::occurrences::count_told;
use crate::wire;

/// A session as a reader may see it.
#[derive(Clone, Copy)]
pub struct Describe<'s> {
    /// The run.
    pub session: &'s Session,
    /// Whether personal values are shown.
    pub values: Values,
}

/// Columns that tell a reader which pupil a row is.
pub(crate) const IDENTIFYING: [Column; 6] = [
    Column::Name,
    Column::Sex,
    Column::BirthDate,
    Column::IdNumber,
    Column::StudentNumber,
    Column::ClassName,
];

impl Describe<'_> {
    /// The program.
    pub fn tool() -> wire::Tool {
        wire::Tool {
            name: "rostercheck",
            version: env!("CARGO_PKG_VERSION"),
            rules: PACK,
        }
    }

    /// The files.
    pub fn files(&self) -> Vec<wire::File> {
        let files = self.session.files().iter();
        files
            .map(|it| wire::File {
                file: self.values.show_words(&it.name),
                format: it.format.key(),
                encoding: it.encoding,
                encoding_guessed: it.traits.encoding_guessed,
                bytes: it.bytes,
                sha256: it.sha256.clone().unwrap_or_default(),
                error: it.failure.as_ref().map(|it| (&it.said).into()),
            })
            .collect()
    }

    /// The sheets with anything in them.
    pub fn sheets(&self) -> Vec<wire::Sheet> {
        self.session
            .rosters()
            .iter()
            .map(|it| self.sheet(it))
            .collect()
    }

    /// The totals.
    pub fn summary(&self) -> wire::Summary {
        let findings = self.session.findings();
        let rows = self
            .session
            .rosters()
            .iter()
            .filter(|it| it.sheet.is_checked())
            .map(|it| u64::from(it.sheet.row_count()))
            .sum();
        wire::Summary {
            rows,
            errors: findings.count(Level::Error),
            warnings: findings.count(Level::Warning),
            infos: findings.count(Level::Info),
            by_rule: self.by_rule(),
            not_run: findings
                .not_run
                .iter()
                .map(|it| wire::NotRun {
                    rule: it.rule,
                    why: it.why.key(),
                })
                .collect(),
        }
    }

    /// One finding.
    #[inline(never)] // It is much code, and asked for in several places.
    pub fn finding(&self, finding: &roster_model::Finding) -> wire::Finding {
        let rule = rule(finding.rule);
        let (slug, mut zh, mut en) = match rule {
            Some(rule) => (rule.slug, rule.zh.to_owned(), rule.en.to_owned()),
            None => ("", String::new(), String::new()),
        };
        let of_cells = rule.is_some_and(|it| !matches!(it.check, Check::Sheet { .. }));
        let mut cells = None;
        if of_cells && matches!(finding.place, Place::Column(..)) {
            let (in_zh, in_en) = self.session.cells_said(finding);
            zh.push_str(in_zh);
            en.push_str(in_en);
            cells = count_told(finding);
        }
        let facts = self.scalars(finding);
        let fixes = finding.fixes.iter();
        wire::Finding {
            rule: finding.rule,
            slug,
            level: finding.level.key(),
            place: self.place(finding.place),
            related: finding.related.iter().map(|&it| self.place(it)).collect(),
            message: sentence(&zh, &en, &facts),
            facts: roster_order::map(facts),
            fixes: fixes.map(|it| self.fix(finding.rule, it, cells)).collect(),
        }
    }

    /// One group; `number` counts from 0.
    pub fn group(&self, number: usize) -> wire::Group {
        let group = &self.session.groups()[number];
        let schools = self.schools_of(group);
        let mut members: Vec<wire::Member> = group
            .members
            .iter()
            .map(|it| self.member(it, schools.len() > 1))
            .collect();
        self.mark_differing(group, &mut members);
        let links = group.links.iter().map(|link| wire::Link {
            a: link.a,
            b: link.b,
            bits: bits(link.tenth_bits()),
            evidence: link.evidence.iter().map(evidence).collect(),
        });
        wire::Group {
            group: self.session.group_name(number),
            case: group.case.key(),
            verdict: group.verdict.key(),
            bits: bits(group.tenth_bits()),
            schools,
            members,
            links: links.collect(),
            told_apart: self.session.are_all_told_apart(number),
        }
    }

    /// All groups, by their first member.
    pub fn groups(&self) -> impl Iterator<Item = wire::Group> + '_ {
        (0..self.session.groups().len()).map(|number| self.group(number))
    }

    /// The column a place is in, and its sheet.
    pub(crate) fn column_at(&self, place: Place) -> Option<(&Roster, &SheetColumn)> {
        let (sheet, position) = match place {
            Place::Column(sheet, position) => (sheet, position),
            Place::Cell(cell) => (cell.sheet, cell.position),
            _ => return None,
        };
        let roster = self.session.roster(sheet);
        Some((roster, roster.sheet.column_at(position)?))
    }

    /// The title of the column a place is in; empty where there is none.
    pub(crate) fn title_at(&self, place: Place, language: Language) -> String {
        let Some((_, column)) = self.column_at(place) else {
            return String::new();
        };
        match (column.column, language) {
            (Some(_), Language::Zh) => column.title().to_owned(),
            (Some(known), Language::En) => known.info().en.to_owned(),
            (None, _) if column.local.is_some() => column.header.clone(),
            (None, _) => String::new(),
        }
    }

    /// The text of a cell of a column, as the reader may see it.
    pub(crate) fn show_at(&self, roster: &Roster, position: u16, text: &str) -> String {
        match roster.sheet.column_at(position) {
            Some(column) => self.values.show_cell(column, text),
            None => self.values.show(None, text),
        }
    }

    /// A place with only the fields that apply.
    pub fn place(&self, place: Place) -> wire::Place {
        let mut out = wire::Place {
            file: self.values.show_words(&self.session.file_of(place).name),
            ..wire::Place::default()
        };
        let rosters = self.session.rosters();
        let sheet_of = |sheet: u32| &rosters[sheet as usize].sheet;
        let name_of = |sheet: u32| {
            let name = self.values.show_words(&sheet_of(sheet).name);
            Some(name).filter(|it| !it.is_empty())
        };
        match place {
            Place::File(_) => {}
            Place::Sheet(sheet) => out.sheet = name_of(sheet),
            Place::Column(sheet, position) => {
                out.sheet = name_of(sheet);
                out.column = key_at(&rosters[sheet as usize], position);
                // Of a header of two levels the lower one has the words of the column.
                let header = sheet_of(sheet).header_rows.last();
                out.cell = header.map(|&row| cell_name(position, row));
            }
            Place::FileRow(sheet, row) => {
                out.sheet = name_of(sheet);
                out.row = Some(row);
            }
            Place::Row(sheet, row) => {
                out.sheet = name_of(sheet);
                out.row = Some(sheet_of(sheet).row_numbers[row as usize]);
            }
            Place::Cell(cell) => {
                let row = sheet_of(cell.sheet).row_numbers[cell.row as usize];
                out.sheet = name_of(cell.sheet);
                out.row = Some(row);
                out.column = key_at(&rosters[cell.sheet as usize], cell.position);
                out.cell = Some(cell_name(cell.position, row));
            }
        }
        out
    }

    fn by_rule(&self) -> Vec<wire::RuleCount> {
        let mut told: Vec<wire::RuleCount> = Vec::new();
        for ((rule, level), count) in self.session.count_by_rule() {
            match told.last_mut().filter(|it| it.rule == rule) {
                Some(it) => it.count += count,
                None => told.push(wire::RuleCount {
                    rule,
                    level: level.key(),
                    count,
                }),
            }
        }
        told
    }

    fn sheet(&self, roster: &Roster) -> wire::Sheet {
        let sheet = &roster.sheet;
        let profile = sheet.has_header().then_some(&roster.profile);
        let parameters = profile.iter().flat_map(|_| Parameter::all());
        let columns = sheet.columns.iter();
        let mut told = wire::Sheet {
            file: self.file_name(sheet),
            sheet: self.values.show_words(&sheet.name),
            role: sheet.role.key(),
            visibility: sheet.visibility.key(),
            profile: profile.map(|it| it.id.clone()),
            profile_version: profile.map(|it| it.version.clone()),
            profile_since: profile.map(|it| it.since.clone()),
            profile_extends: profile.and_then(|it| it.extends.clone()),
            profile_levels: profile.map_or_else(Vec::new, |it| levels(it)),
            parameters: roster_order::map(
                parameters.map(|it| (it.name.to_string(), set_value(roster, it))),
            ),
            parameters_set: profile.map_or_else(Vec::new, |_| parameters_set(roster)),
            overrides: Vec::new(),
            header_rows: sheet.header_rows.clone(),
            first_row: sheet.row_numbers.first().copied().unwrap_or(0),
            last_row: sheet.row_numbers.last().copied().unwrap_or(0),
            rows: sheet.row_count(),
            columns: columns
                .clone()
                .filter_map(|it| {
                    Some(wire::KnownColumn {
                        column: key_of(roster, it)?,
                        header: it.header.clone(),
                        letter: column_letters(it.position),
                        said: it.is_said,
                    })
                })
                .collect(),
            unmatched: columns
                .filter(|it| key_of(roster, it).is_none() && !is_empty(it))
                .map(|it| wire::UnmatchedColumn {
                    header: self.values.show_header(sheet, it),
                    letter: column_letters(it.position),
                })
                .collect(),
        };
        if let Some(profile) = profile {
            told.overrides = overrides(&told, profile);
        }
        told
    }

    /// What is proposed for one cell; `cells` is of how many it is the example.
    #[inline(never)] // As `finding`.
    pub(crate) fn fix(&self, rule: &str, fix: &roster_model::Fix, cells: Option<u64>) -> wire::Fix {
        let place = self.place(fix.place);
        let edit = wire::Edit {
            file: place.file,
            sheet: place.sheet.unwrap_or_default(),
            cell: place.cell.unwrap_or_default(),
            from: self.show_in(fix.place, &fix.from),
            to: self.show_in(fix.place, &fix.to),
        };
        wire::Fix {
            trust: self.session.trust(rule, fix).key(),
            edits: vec![edit],
            cells,
        }
    }

    /// What tells a reader which pupil a row is; its school, where there are several.
    pub(crate) fn shown(&self, (sheet, row): (u32, u32), with_school: bool) -> Vec<wire::Shown> {
        let roster = self.session.roster(sheet);
        let school = with_school.then_some(Column::SchoolCode);
        let columns = IDENTIFYING.into_iter().chain(school);
        let shown = columns.filter(|&it| roster.has(it)).map(|column| {
            let text = roster.text(column, row);
            wire::Shown {
                column: column.key(),
                text: self.values.show(Some(column), text),
                differs: None,
            }
        });
        shown.collect()
    }

    /// A member; its school is told where the group has several.
    fn member(&self, member: &roster_model::Member, with_school: bool) -> wire::Member {
        let roster = self.session.roster(member.sheet);
        wire::Member {
            file: self.file_name(&roster.sheet),
            sheet: self.values.show_words(&roster.sheet.name),
            row: roster.sheet.row_numbers[member.row as usize],
            handling: member.handling.key(),
            why: (&*member.why).into(),
            materials: member.materials.iter().map(Into::into).collect(),
            shown: self.shown((member.sheet, member.row), with_school),
        }
    }
}

fn evidence(evidence: &roster_model::Evidence) -> wire::Evidence {
    wire::Evidence {
        column: evidence.column.key(),
        kind: evidence.agreement.key(),
        bits: bits(evidence.tenth_bits),
        zh: evidence.said.zh.clone(),
        en: evidence.said.en.clone(),
    }
}

fn bits(tenths: i32) -> f64 {
    f64::from(tenths) / 10.0
}

/// What the standard calls the column at a position of the file.
pub(crate) fn known_at(roster: &Roster, position: u16) -> Option<Column> {
    roster.sheet.column_at(position)?.column
}

/// The key of the column at a position of the file.
fn key_at(roster: &Roster, position: u16) -> Option<Cow<'static, str>> {
    key_of(roster, roster.sheet.column_at(position)?)
}

/// The key by which the standard or the profile knows a column.
fn key_of(roster: &Roster, column: &SheetColumn) -> Option<Cow<'static, str>> {
    let local = || {
        let index = usize::from(column.local?.index);
        Some(roster.profile.locals.get(index)?.key.clone())
    };
    let known = column.column.map(|it| Cow::Borrowed(it.key()));
    known.or_else(local)
}
