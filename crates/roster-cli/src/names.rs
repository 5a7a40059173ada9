//! What the files of a run are called in all that is said of them: by their names, and where several have
//! one, by as much of their folders as tells them apart.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::iter::once;
use std::path::{Component, Path};

/// A name for each of these paths. Only the same path twice has the same name twice.
pub(crate) fn names(paths: &[&OsStr]) -> Vec<String> {
    let paths: Vec<String> = paths.iter().map(|it| tidy(it)).collect();
    // Some systems know no small letters.
    let different: BTreeSet<String> = paths.iter().map(|it| it.to_lowercase()).collect();
    let mut counts = BTreeMap::new();
    for ending in different.iter().flat_map(|it| endings(it)) {
        *counts.entry(ending).or_insert(0) += 1;
    }
    let is_own = |it: &&str| counts.get(it.to_lowercase().as_str()) == Some(&1);
    let name = |it: &String| endings(it).find(is_own).unwrap_or(it).to_owned();
    paths.iter().map(name).collect()
}

/// The name at the end of a path, the same with its folder, and so on.
fn endings(path: &str) -> impl Iterator<Item = &str> {
    let starts = path.rmatch_indices('/').map(|(at, _)| at + 1);
    starts.chain(once(0)).map(|it| &path[it..])
}

/// The path as it is shown everywhere, whatever the system.
fn tidy(path: &OsStr) -> String {
    let parts = Path::new(path).components().filter_map(|it| match it {
        Component::Normal(_) | Component::ParentDir => Some(shown(it.as_os_str())),
        _ => None,
    });
    let parts = parts.collect::<Vec<_>>();
    if parts.is_empty() {
        return shown(path);
    }
    parts.join("/")
}

/// A name that may be in no encoding of this system.
pub(crate) fn shown(name: &OsStr) -> String {
    roster_engine::shown_name(name.as_encoded_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_as_long_as_it_has_to_be() {
        for (paths, expected) in [
            (vec!["a/x.csv", "b/y.csv", "-"], vec!["x.csv", "y.csv", "-"]),
            (
                vec!["a/x.csv", "b/X.csv", "x (2).csv"],
                vec!["a/x.csv", "b/X.csv", "x (2).csv"],
            ),
            (
                vec!["./x.csv", "1/a/x.csv", "2/a/x.csv", "2/b/x.csv"],
                vec!["x.csv", "1/a/x.csv", "2/a/x.csv", "b/x.csv"],
            ),
            (vec!["x.csv", "./x.csv"], vec!["x.csv", "x.csv"]),
        ] {
            let paths: Vec<&OsStr> = paths.into_iter().map(OsStr::new).collect();
            assert_eq!(names(&paths), expected);
        }
    }
}
