//! Groups of duplicates as a reader wants them: school by school, and with the characters marked that
//! tell their members apart.

use roster_model::{Agreement, Column, Group};
use roster_values::text::trim;

use crate::describe::differing::{Alike, differing, in_shown};
use crate::describe::{Describe, IDENTIFYING};
use crate::session::Session;
use crate::wire;

/// Of a group with more links no characters are marked: all of them would be.
const LINKS_MAX: usize = 32;

/// How texts agree that are one, written in two ways.
const WRITTEN_OTHERWISE: [Agreement; 5] = [
    Agreement::Variant,
    Agreement::Homophone,
    Agreement::NearHomophone,
    Agreement::LookAlike,
    Agreement::Swapped,
];

impl Session {
    /// The name of a group: `g` and the row of its first member, so `g62`; `g2-62` for a row of the second
    /// sheet of the run, and `g62.2` for the second group that begins with that row. What comes behind, rows
    /// or files, leaves it as it is.
    pub(crate) fn group_name(&self, number: usize) -> String {
        let groups = self.groups();
        let first = |it: usize| groups[it].members.first().map(|it| (it.sheet, it.row));
        let before = (0..number)
            .rev()
            .take_while(|&it| first(it) == first(number));
        let mut name = "g".to_owned();
        if let Some((sheet, row)) = first(number) {
            if sheet > 0 {
                name += &format!("{}-", sheet + 1);
            }
            let numbers = &self.roster(sheet).sheet.row_numbers;
            name += &numbers[row as usize].to_string();
        }
        match before.count() {
            0 => name,
            before => format!("{name}.{}", before + 1),
        }
    }

    /// The position of the group of this name.
    pub fn group_named(&self, name: &str) -> Option<usize> {
        (0..self.groups().len()).find(|&it| self.group_name(it) == name)
    }
}

impl Describe<'_> {
    /// `count` groups, without the first `from`, by the school of their first member; those whose
    /// school is not said come last.
    pub fn groups_from(&self, from: usize, count: usize) -> Vec<wire::Group> {
        let groups = self.session.groups();
        let mut order: Vec<usize> = (0..groups.len()).collect();
        roster_order::sort_by_key(&mut order, |&it| {
            let school = groups[it].members.first().map(|it| self.school(it));
            let school = school.unwrap_or_default();
            (school.is_empty(), school)
        });
        let order = order.into_iter().skip(from).take(count);
        order.map(|number| self.group(number)).collect()
    }

    /// How many schools the rows of groups belong to.
    pub(crate) fn school_count(&self) -> u64 {
        let members = self.session.groups().iter().flat_map(|it| &it.members);
        let sheet = |it: &roster_model::Member| &self.session.roster(it.sheet).sheet;
        let mut keys: Vec<u64> = members.map(|it| sheet(it).school(it.row)).collect();
        roster_order::sort(&mut keys);
        keys.dedup();
        keys.iter().filter(|it| **it != 0).count() as u64
    }

    /// The codes of the schools of a group, each once, in the order of the members.
    pub(crate) fn schools_of(&self, group: &Group) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for code in group.members.iter().map(|it| self.school(it)) {
            let code = self.values.show(Some(Column::SchoolCode), code);
            if !code.is_empty() && !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }

    fn school(&self, member: &roster_model::Member) -> &str {
        let roster = self.session.roster(member.sheet);
        roster.sheet.school_text(member.row)
    }

    /// Says of every text of the members which of its characters another member has otherwise.
    pub(crate) fn mark_differing(&self, group: &Group, members: &mut [wire::Member]) {
        if group.links.len() > LINKS_MAX {
            return;
        }
        let rosters = self.session.rosters();
        for column in IDENTIFYING {
            let texts = group.members.iter();
            let texts = texts.map(|it| rosters[it.sheet as usize].text(column, it.row));
            let texts: Vec<&str> = texts.collect();
            let mut marked = vec![Vec::new(); texts.len()];
            for link in &group.links {
                let mut evidence = link.evidence.iter();
                let written_otherwise = evidence
                    .any(|it| it.column == column && WRITTEN_OTHERWISE.contains(&it.agreement));
                let alike = if written_otherwise {
                    Alike::Yes
                } else {
                    Alike::Untold
                };
                let (in_a, in_b) = differing(trim(texts[link.a]), trim(texts[link.b]), alike);
                marked[link.a].extend(in_a);
                marked[link.b].extend(in_b);
            }
            for ((member, mut marks), text) in members.iter_mut().zip(marked).zip(texts) {
                roster_order::sort(&mut marks);
                marks.dedup();
                let mut shown = member.shown.iter_mut();
                if let Some(shown) = shown.find(|it| it.column == column.key()) {
                    shown.differs = in_shown(&marks, text, &shown.text);
                }
            }
        }
    }
}
