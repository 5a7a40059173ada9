//! Files that hold what is expected. `UPDATE=1` writes them anew; the difference is then reviewed
//! as a change of behaviour.
#![expect(clippy::disallowed_methods, reason = "golden files are files")]

use std::path::Path;

/// The text equals the file's, or the file is written when `UPDATE` is set.
pub(crate) fn compare(path: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, text).expect("the file can be written");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected != text {
        let line = expected
            .lines()
            .zip(text.lines())
            .position(|(old, new)| old != new);
        panic!(
            "{} is not what comes out now (line {}). If the change is meant, run with UPDATE=1 and \
             look at the difference.",
            path.display(),
            line.map_or(expected.lines().count().min(text.lines().count()), |it| it) + 1,
        );
    }
}
