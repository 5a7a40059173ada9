//! The lists that come with a marked workbook: findings, duplicates, changes, and what the marks
//! mean. They are the same whether the workbook is the original or a fresh one.

use std::rc::Rc;

use roster_model::Place;
use roster_write::{WorkbookCell, link_to};

use crate::describe::Describe;
use crate::language::Language;
use crate::report::terminal::case_told;
use crate::session::own_lists::OwnList;
use crate::wire;
use crate::words::{Words, words};

/// A list, row by row.
pub(crate) struct List<'s> {
    pub(crate) kind: OwnList,
    pub(crate) name: &'static str,
    pub(crate) columns_width: Vec<f64>,
    pub(crate) freeze_rows: u32,
    pub(crate) autofilter: bool,
    pub(crate) rows: Box<dyn Iterator<Item = Vec<WorkbookCell>> + 's>,
}

/// What a list is made for: of which files, and how the sheets of the run are called in the workbook.
#[derive(Clone)]
pub(crate) struct ListFor {
    /// The only file that is told of; all of them when there is none.
    pub(crate) file: Option<usize>,
    /// By number of the sheet; empty where the workbook lacks it.
    pub(crate) names: Rc<[String]>,
    pub(crate) language: Language,
}

impl<'s> Describe<'s> {
    /// Every finding, with links to the cells.
    pub(crate) fn findings_list(self, made_for: ListFor) -> List<'s> {
        let words = words(made_for.language);
        let header = words.findings_header.map(WorkbookCell::header).to_vec();
        let findings = self.session.findings_in(made_for.file);
        let rows = findings.map(move |finding| {
            let told = self.finding(&finding);
            let place = &told.place;
            let row = place.row.map(|it| it.to_string()).unwrap_or_default();
            let mut address = WorkbookCell::text(place.cell.clone().unwrap_or(row));
            address.link = self.link(finding.place, &made_for.names);
            let mut level = WorkbookCell::text(words.level(finding.level));
            level.mark = Some(finding.level);
            let column = self.title_at(finding.place, made_for.language);
            vec![
                WorkbookCell::text(place.file.as_str()),
                WorkbookCell::text(place.sheet.as_deref().unwrap_or_default()),
                address,
                WorkbookCell::text(column),
                WorkbookCell::text(told.rule),
                level,
                WorkbookCell::text(made_for.language.of(&told.message)),
                WorkbookCell::text(proposals(&told, words)),
            ]
        });
        List {
            kind: OwnList::Findings,
            name: words.findings_sheet,
            columns_width: vec![24.0, 14.0, 9.0, 18.0, 8.0, 9.0, 60.0, 24.0],
            freeze_rows: 1,
            autofilter: true,
            rows: Box::new(std::iter::once(header).chain(rows)),
        }
    }

    /// Every group of duplicates with a member in the files, one line a member.
    pub(crate) fn handling_list(self, made_for: ListFor) -> List<'s> {
        let words = words(made_for.language);
        let header = words.handling_header.map(WorkbookCell::header).to_vec();
        let groups = self.session.groups().iter().enumerate();
        let file = made_for.file;
        let here = groups.filter(move |(_, group)| {
            let mut members = group.members.iter();
            members.any(|it| self.session.is_in_file(Place::Sheet(it.sheet), file))
        });
        let rows = here.flat_map(move |(number, _)| self.handling_rows(number, &made_for));
        List {
            kind: OwnList::Handling,
            name: words.handling_sheet,
            columns_width: vec![8.0, 30.0, 18.0, 24.0, 14.0, 8.0, 40.0, 10.0, 60.0, 40.0],
            freeze_rows: 1,
            autofilter: true,
            rows: Box::new(std::iter::once(header).chain(rows)),
        }
    }

    fn handling_rows(self, number: usize, made_for: &ListFor) -> Vec<Vec<WorkbookCell>> {
        let (words, language) = (words(made_for.language), made_for.language);
        let told = self.group(number);
        let members = &self.session.groups()[number].members;
        let rows = members.iter().zip(&told.members).map(|(member, shown)| {
            let place = Place::Row(member.sheet, member.row);
            let mut row = WorkbookCell::text(shown.row.to_string());
            row.link = self.link(place, &made_for.names);
            vec![
                WorkbookCell::text(told.group.as_str()),
                WorkbookCell::text(case_told(&told, language)),
                WorkbookCell::text(words.verdict(told.verdict)),
                WorkbookCell::text(shown.file.as_str()),
                WorkbookCell::text(shown.sheet.as_str()),
                row,
                WorkbookCell::text(who(shown)),
                WorkbookCell::text(words.handling(shown.handling)),
                WorkbookCell::text(language.of(&shown.why)),
                WorkbookCell::text(papers(shown, language)),
            ]
        });
        rows.collect()
    }

    /// Every change that was made, oldest first.
    pub(crate) fn changes_list(self, made_for: ListFor) -> List<'s> {
        let words = words(made_for.language);
        let header = words.changes_header.map(WorkbookCell::header).to_vec();
        let edits = self.session.edits().edits().iter();
        let file = made_for.file;
        let here = edits.filter(move |it| self.session.is_in_file(it.place, file));
        let rows = here.map(move |edit| {
            let told = self.change(edit);
            let mut address = WorkbookCell::text(told.cell.as_str());
            address.link = self.link(edit.place, &made_for.names);
            let column = self.title_at(edit.place, made_for.language);
            let is_key = self.session.is_key_information(edit.place);
            let key = if is_key { words.is_key_information } else { "" };
            vec![
                WorkbookCell::text(told.file.as_str()),
                WorkbookCell::text(told.sheet.as_str()),
                address,
                WorkbookCell::text(column),
                WorkbookCell::text(told.from.as_str()),
                WorkbookCell::text(told.to.as_str()),
                WorkbookCell::text(told.rule),
                WorkbookCell::text(words.decider(told.decided_by)),
                WorkbookCell::text(key),
            ]
        });
        List {
            kind: OwnList::Changes,
            name: words.changes_sheet,
            columns_width: vec![24.0, 14.0, 9.0, 18.0, 24.0, 24.0, 8.0, 9.0, 9.0],
            freeze_rows: 1,
            autofilter: true,
            rows: Box::new(std::iter::once(header).chain(rows)),
        }
    }

    /// The link to a place in the workbook.
    pub(crate) fn link(&self, place: Place, names: &[String]) -> Option<String> {
        let sheet = match place {
            Place::Cell(cell) => cell.sheet,
            Place::Row(sheet, _) | Place::Column(sheet, _) => sheet,
            Place::File(_) | Place::Sheet(_) | Place::FileRow(_, _) => return None,
        };
        let name = names.get(sheet as usize).filter(|it| !it.is_empty())?;
        let told = self.place(place);
        let cell = told
            .cell
            .or_else(|| told.row.map(|row| format!("A{row}")))?;
        Some(link_to(name, &cell))
    }
}

/// What tells who a member of a group is, on one line.
pub(crate) fn who(member: &wire::Member) -> String {
    let shown: Vec<&str> = member.shown.iter().map(|it| it.text.as_str()).collect();
    shown.join(" ")
}

/// The papers a member of a group needs, a line each.
pub(crate) fn papers(member: &wire::Member, language: Language) -> String {
    let papers: Vec<&str> = member.materials.iter().map(|it| language.of(it)).collect();
    papers.join("\n")
}

/// What is proposed, in words; hints are named as such.
pub(crate) fn proposals(finding: &wire::Finding, words: &Words) -> String {
    let told = words.proposals(finding).into_iter();
    let told = told.map(|(trust, to)| format!("{trust} {to}"));
    told.collect::<Vec<_>>().join("\n")
}
