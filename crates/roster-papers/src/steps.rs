//! What the clerk who settles a case does, row by row: where to click, and what to collect.

use roster_model::{Handling, Language, Stage};

use crate::words::settlement_words;

/// What is to be done about rows of one handling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// What is proposed.
    pub handling: Handling,
    /// Where to click in the system, or what to do in the sheet.
    pub path: &'static str,
    /// What to collect, each with a box to tick.
    pub boxes: Vec<&'static str>,
}

/// The steps of every handling, and what comes before them for a pupil in two schools.
pub fn steps(stage: Stage, language: Language) -> (Vec<Steps>, &'static str) {
    let words = settlement_words(language);
    let each = Handling::ALL.map(|handling| {
        let boxes = words.boxes(handling, stage).into_iter().flatten();
        Steps {
            handling,
            path: words.path(handling, stage),
            boxes: boxes.filter(|it| !it.is_empty()).collect(),
        }
    });
    (each.to_vec(), words.two_schools)
}
