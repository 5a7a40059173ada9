//! What the national system's own list says of pupils, as a reader may see it.

use roster_dedup::materials;
use roster_model::{Case, Column, RowPlace, Said, SheetColumn, SheetRole, Stage};
use roster_rules::{Advice, Registration, Roster, is_mark, is_state_header, said_of_problem};

use crate::describe::Describe;
use crate::wire;

/// The end of every reason.
const SUGGESTION: (&str, &str) = (
    "系统建议，须由学校核实。",
    " This is a suggestion; the school has to confirm it.",
);

/// Whether the system says when it did something, in digits and nothing else: 更新时间.
fn is_time_of_system(header: &str, text: &str) -> bool {
    const DONE: [&str; 10] = [
        "更新", "创建", "提交", "上报", "处理", "办理", "审核", "审批", "导入", "导出",
    ];
    let is_time = ["时间", "日期"].iter().any(|it| header.ends_with(it));
    let is_sign = |it: char| it.is_ascii_digit() || "-/:. T年月日时分秒".contains(it);
    is_time && DONE.iter().any(|it| header.contains(it)) && text.chars().all(is_sign)
}

/// What of the other party a column of a list has, which is masked as the pupil's own is.
fn of_other_party(header: &str) -> Option<Column> {
    let kinds = [
        ("学籍号", Column::StudentNumber),
        ("身份证件号", Column::IdNumber),
        ("身份证号", Column::IdNumber),
        ("姓名", Column::Name),
    ];
    kinds
        .into_iter()
        .find(|it| header.ends_with(it.0))
        .map(|it| it.1)
}

impl Describe<'_> {
    /// The rows of the system's lists, in their order.
    pub(crate) fn registrations(&self) -> impl Iterator<Item = wire::Registration> {
        let all = &self.session.findings().registrations;
        all.iter().map(|it| self.registration(it))
    }

    /// Whether a roster is there to compare the system's lists with.
    pub(crate) fn has_roster(&self) -> bool {
        let mut rosters = self.session.rosters().iter();
        rosters.any(|it| it.sheet.role == SheetRole::Roster)
    }

    /// How many pupils the system's lists have that are not settled.
    pub(crate) fn listed_and_open(&self) -> usize {
        let all = &self.session.findings().registrations;
        let is_done = |it: &Registration| matches!(it.advice, Advice::Settled | Advice::HandedIn);
        let is_open = |it: &&Registration| !is_done(it) && it.place == it.lead;
        all.iter().filter(is_open).count()
    }

    fn registration(&self, it: &Registration) -> wire::Registration {
        let (roster, row) = (self.session.roster(it.place.0), it.place.1);
        let pupils = it.pupils.iter();
        let case = self.case_of(it).map(Case::key);
        let wrong = matches!(it.advice, Advice::NumberWrong | Advice::NumberSeemsRight);
        wire::Registration {
            at: self.row_at(it.place),
            kind: it.kind.key(),
            said: self.said_by_system(it),
            other: self.other_cells(roster, row),
            shown: self.shown(it.place, false),
            joined_by: it.by.map(roster_rules::JoinedBy::key),
            pupils: pupils.map(|&it| self.row_at(it)).collect(),
            group: it.member.map(|(group, _)| self.session.group_name(group)),
            case: case.or(wrong.then_some("J")),
            handling: it.handling.key(),
            why: (&self.why(it)).into(),
            materials: materials(it.handling, Stage::AfterImport)
                .iter()
                .map(Into::into)
                .collect(),
        }
    }

    /// The situation of the group, or of two records in the list.
    pub(crate) fn case_of(&self, it: &Registration) -> Option<Case> {
        match it.advice {
            Advice::TwoSchools => Some(Case::I),
            Advice::KeptOfTwo | Advice::Surplus => Some(Case::A),
            _ => Some(self.session.groups()[it.member?.0].case),
        }
    }

    /// Why that is proposed.
    pub(crate) fn why(&self, it: &Registration) -> Said {
        if let (Advice::OfGroup, Some((group, member))) = (it.advice, it.member) {
            let why = &self.session.groups()[group].members[member].why;
            let (zh, en) = it.said_above(self.session.rosters());
            return Said::new(zh + &why.zh, en + &why.en);
        }
        let show = |column, text: &str| self.values.show(Some(column), text);
        let (rosters, files) = (self.session.rosters(), self.session.files());
        let (zh, en) = it.said(rosters, files, Some(&show));
        Said::new(
            format!("{zh}{}", SUGGESTION.0),
            format!("{en}{}", SUGGESTION.1),
        )
    }

    /// What the system has against the pupil, in its own words.
    pub(crate) fn said_by_system(&self, it: &Registration) -> String {
        let sheet = &self.session.roster(it.place.0).sheet;
        let said = said_of_problem(sheet, it.stated);
        self.values.show(Some(Column::ProblemKind), &said)
    }

    /// The filled cells whose columns the standard does not know, and the school of the other party.
    pub(crate) fn other_cells(&self, roster: &Roster, row: u32) -> Vec<wire::OtherCell> {
        let is_free = |it| matches!(it, None | Some(Column::EventOtherSchool));
        let columns = roster.sheet.columns.iter();
        let unknown = columns.filter(|it| is_free(it.column) && !it.ignored);
        let cells = unknown.map(|it| (it, it.cells.text(it.cells.value(row)).trim()));
        // A mark is told by the name of its column.
        let is_told =
            |it: &SheetColumn, text: &str| it.repeats == Some(Column::ProblemKind) && is_mark(text);
        let cells = cells.filter(move |it| !is_told(it.0, it.1));
        cells
            .filter(|(it, text)| !it.header.is_empty() && !text.is_empty())
            .map(|(it, text)| wire::OtherCell {
                header: it.header.clone(),
                text: self.shown_of_list(roster, it, text),
            })
            .collect()
    }

    /// What the system says of a record and at which school it is, is no pupil's own.
    fn shown_of_list(&self, roster: &Roster, column: &SheetColumn, text: &str) -> String {
        let is_list = roster.sheet.role == SheetRole::ProblemList;
        let header = column.header.trim();
        let is_school = ["学校", "学校名称", "校名"]
            .iter()
            .any(|it| header.ends_with(it));
        let is_of_system = ["处理", "审核", "审批", "办理", "问题"];
        let is_of_system = is_of_system.iter().any(|it| header.contains(it));
        if is_list && is_time_of_system(header, text) {
            text.to_owned()
        } else if is_list && (is_of_system || is_state_header(header)) {
            self.values.show_state(text)
        } else if is_list && let Some(of_other) = of_other_party(header) {
            self.values.show(Some(of_other), text)
        } else if is_list && is_school {
            self.values.show_words(text)
        } else {
            self.values.show_cell(column, text)
        }
    }

    fn row_at(&self, (sheet, row): RowPlace) -> wire::RowAt {
        let sheet = &self.session.roster(sheet).sheet;
        wire::RowAt {
            file: self.file_name(sheet),
            sheet: self.values.show_words(&sheet.name),
            row: sheet.row_numbers[row as usize],
        }
    }
}
