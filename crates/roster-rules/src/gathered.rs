//! What several rules of the width of a run ask for, worked out once for all of them.

pub(crate) mod beside;
pub(crate) mod birth_months;
pub(crate) mod carried;
pub(crate) mod class_numbers;
pub(crate) mod classes;
pub(crate) mod codes_of_sheets;
pub(crate) mod cut_numbers;
pub(crate) mod document;
pub(crate) mod enrolled;
pub(crate) mod events;
pub(crate) mod grade_of_class;
pub(crate) mod grades;
pub(crate) mod grouped;
pub(crate) mod guardians;
pub(crate) mod habits;
pub(crate) mod handled;
pub(crate) mod lost_zeros;
pub(crate) mod members;
pub(crate) mod merged;
pub(crate) mod no_name;
pub(crate) mod odd_classes;
pub(crate) mod owners;
pub(crate) mod part_lists;
pub(crate) mod promotion;
pub(crate) mod readings;
pub(crate) mod school_year;
pub(crate) mod shared_documents;
pub(crate) mod spelled;
pub(crate) mod stage;
pub(crate) mod stated_birth;
pub(crate) mod two_versions;
pub(crate) mod unknown_regions;
pub(crate) mod usual_classes;
pub(crate) mod wanted;
pub(crate) mod wrong_numbers;

use std::sync::OnceLock;

use roster_model::Group;

use crate::gathered::events::Events;
use crate::gathered::grouped::Grouped;
use crate::gathered::two_versions::TwoVersions;
use crate::registrations::{Registration, registrations};
use crate::{Roster, Run, Settings};

/// The answers so far.
#[derive(Default)]
pub(crate) struct Gathered {
    grouped: OnceLock<Grouped>,
    copies: OnceLock<Vec<(u32, u32)>>,
    events: OnceLock<Events>,
    two_versions: OnceLock<Vec<TwoVersions>>,
    pub(crate) registrations: OnceLock<Vec<Registration>>,
}

impl Gathered {
    /// What the system's lists of problems say of pupils.
    pub(crate) fn registrations(
        &self,
        rosters: &[Roster],
        groups: &[Group],
        settings: &Settings,
    ) -> &[Registration] {
        let gather = || registrations(rosters, groups, settings.today);
        self.registrations.get_or_init(gather)
    }
}

impl<'a> Run<'a> {
    /// The rows that the look for duplicates has brought together.
    pub(crate) fn grouped(&self) -> &'a Grouped {
        self.gathered.grouped.get_or_init(|| Grouped::of(self))
    }

    /// The rows of a sheet of whose pupil another row is in the class, which are no pupils more.
    pub(crate) fn copies(&self, sheet: u32) -> impl Iterator<Item = u32> + use<'a> {
        let copies = self.gathered.copies.get_or_init(|| grouped::copies(self));
        let first = copies.partition_point(|it| it.0 < sheet);
        let of_sheet = copies[first..].iter().take_while(move |it| it.0 == sheet);
        of_sheet.map(|it| it.1)
    }

    /// What the system's lists of problems say of pupils.
    pub(crate) fn registrations(&self) -> &'a [Registration] {
        self.gathered
            .registrations(self.rosters, self.groups, self.settings)
    }

    /// The changes that the lists of the run name.
    pub(crate) fn events(&self) -> &'a Events {
        self.gathered.events.get_or_init(|| Events::gather(self))
    }

    /// Pairs of sheets that are one roster of two times, sorted.
    pub(crate) fn two_versions(&self) -> &'a [TwoVersions] {
        let found = &self.gathered.two_versions;
        found.get_or_init(|| two_versions::pairs(self))
    }
}
