//! Sentences that many rows have, kept once.

use std::sync::Arc;

use roster_model::{Handling, Said, Stage};

use crate::decide::materials::materials;

/// So many sentences are remembered, which is most of what is ever said.
const REMEMBERED_MAX: usize = 64;

/// The sentences that were said, and the papers that were asked for.
pub(crate) struct Shared {
    stage: Stage,
    said: Vec<Arc<Said>>,
    papers: Vec<(Handling, Arc<[Said]>)>,
}

impl Shared {
    pub(crate) fn new(stage: Stage) -> Self {
        Shared {
            stage,
            said: Vec::new(),
            papers: Vec::new(),
        }
    }

    /// The sentence as it was said before, if it was.
    pub(crate) fn said(&mut self, said: Said) -> Arc<Said> {
        if let Some(same) = self.said.iter().find(|it| ***it == said) {
            return Arc::clone(same);
        }
        if self.said.len() == REMEMBERED_MAX {
            self.said.clear();
        }
        let said = Arc::new(said);
        self.said.push(Arc::clone(&said));
        said
    }

    /// The papers that a handling needs.
    pub(crate) fn papers(&mut self, handling: Handling) -> Arc<[Said]> {
        if let Some(same) = self.papers.iter().find(|it| it.0 == handling) {
            return Arc::clone(&same.1);
        }
        let papers: Arc<[Said]> = materials(handling, self.stage).into();
        self.papers.push((handling, Arc::clone(&papers)));
        papers
    }
}
