//! What several rules of the width of a run ask for, worked out once for all of them.

use std::sync::OnceLock;

use roster_model::Group;

use crate::events::Events;
use crate::grouped::Grouped;
use crate::registrations::{Registration, registrations};
use crate::{Roster, Run, Settings};

/// The answers so far.
#[derive(Default)]
pub(crate) struct Gathered {
    grouped: OnceLock<Grouped>,
    events: OnceLock<Events>,
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

    /// What the system's lists of problems say of pupils.
    pub(crate) fn registrations(&self) -> &'a [Registration] {
        self.gathered
            .registrations(self.rosters, self.groups, self.settings)
    }

    /// The changes that the lists of the run name.
    pub(crate) fn events(&self) -> &'a Events {
        self.gathered.events.get_or_init(|| Events::gather(self))
    }
}
