//! What several rules of the width of a run ask for, worked out once for all of them.

use std::sync::OnceLock;

use crate::Run;
use crate::events::Events;
use crate::grouped::Grouped;
use crate::registrations::{Registration, registrations};

/// The answers so far.
#[derive(Default)]
pub(crate) struct Gathered {
    grouped: OnceLock<Grouped>,
    events: OnceLock<Events>,
    pub(crate) registrations: OnceLock<Vec<Registration>>,
}

impl<'a> Run<'a> {
    /// The rows that the look for duplicates has brought together.
    pub(crate) fn grouped(&self) -> &'a Grouped {
        self.gathered.grouped.get_or_init(|| Grouped::of(self))
    }

    /// What the system's lists of problems say of pupils.
    pub(crate) fn registrations(&self) -> &'a [Registration] {
        let gather = || registrations(self.rosters, self.groups, self.settings.today);
        self.gathered.registrations.get_or_init(gather)
    }

    /// The changes that the lists of the run name.
    pub(crate) fn events(&self) -> &'a Events {
        self.gathered.events.get_or_init(|| Events::gather(self))
    }
}
