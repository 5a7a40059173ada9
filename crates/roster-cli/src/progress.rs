//! One line of progress on standard error, when that is a terminal.

use std::io::{IsTerminal, Write, stderr};

use roster_engine::{Phase, Progress};

/// Shows how far the core is; silent when nobody watches.
pub(crate) struct ProgressLine {
    watched: bool,
    shown: Option<(Phase, u64)>,
}

impl ProgressLine {
    /// A line that is shown unless `quiet`.
    pub(crate) fn new(quiet: bool) -> Self {
        ProgressLine {
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
        let word = match step.phase {
            Phase::Reading => "读取",
            Phase::Matching => "查重",
            Phase::Checking => "检查",
            Phase::Writing => "写出",
        };
        let _ = write!(stderr(), "\r{word} {percent:3}%");
    }

    /// Clears the line.
    pub(crate) fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(stderr(), "\r              \r");
        }
    }
}
