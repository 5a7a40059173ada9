//! What a tool of the tests has used of the processor.

/// Seconds of all threads of this process, in hundredths; zero where there is no `/proc`.
#[allow(
    clippy::disallowed_methods,
    reason = "a tool of the tests reads the clock"
)]
pub(crate) fn seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in brackets, may have spaces.
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks = fields.split_whitespace().skip(11).take(2);
    ticks.filter_map(|it| it.parse::<f64>().ok()).sum::<f64>() / 100.0
}
