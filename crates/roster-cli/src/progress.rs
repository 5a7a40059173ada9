//! One line of progress on standard error, when that is a terminal.

use std::io::{IsTerminal, Write, stderr};

use roster_engine::{Language, Phase, Progress};

/// Shows how far the core is; silent when nobody watches.
pub(crate) struct ProgressLine {
    watched: bool,
    language: Language,
    shown: Option<(Phase, u64)>,
}

impl ProgressLine {
    /// A line that is shown unless `quiet`.
    pub(crate) fn new(quiet: bool, language: Language) -> Self {
        ProgressLine {
            language,
            watched: !quiet && stderr().is_terminal(),
            shown: None,
        }
    }

    /// Shows a step; a percentage is written once.
    pub(crate) fn show(&mut self, step: Progress) {
        if !self.watched {
            return;
        }
        let percent = step.done * 100 / step.total.max(1);
        if self.shown == Some((step.phase, percent)) {
            return;
        }
        self.shown = Some((step.phase, percent));
        let word = word(step.phase, self.language);
        let _ = write!(stderr(), "\r{word} {percent:3}%");
    }

    /// Clears the line.
    pub(crate) fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(stderr(), "\r                    \r");
        }
    }
}

fn word(phase: Phase, language: Language) -> &'static str {
    let (zh, en) = match phase {
        Phase::Reading => ("读取", "reading"),
        Phase::Matching => ("查重", "matching"),
        Phase::Checking => ("检查", "checking"),
        Phase::Writing => ("写出", "writing"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_speaks_the_language_of_the_run() {
        assert_eq!(word(Phase::Matching, Language::Zh), "查重");
        assert_eq!(word(Phase::Matching, Language::En), "matching");
    }
}
