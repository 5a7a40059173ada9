//! What several rules of the width of a run ask for, worked out once for all of them.

use std::sync::OnceLock;

use crate::Run;
use crate::events::Events;
use crate::grouped::Grouped;

/// The answers so far.
#[derive(Default)]
pub(crate) struct Gathered {
    grouped: OnceLock<Grouped>,
    events: OnceLock<Events>,
}

impl<'a> Run<'a> {
    /// The rows that the look for duplicates has brought together.
    pub(crate) fn grouped(&self) -> &'a Grouped {
        self.gathered.grouped.get_or_init(|| Grouped::of(self))
    }

    /// The changes that the lists of the run name.
    pub(crate) fn events(&self) -> &'a Events {
        self.gathered.events.get_or_init(|| Events::gather(self))
    }
}
