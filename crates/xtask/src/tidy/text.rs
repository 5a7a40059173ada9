//! Checks of any text: no machine's paths, no registry's host, no dead link, no large file.

use super::Tracked;

const BYTES_MAX: u64 = 500 * 1000;
/// Composed, so that this file does not hold what it looks for.
const MACHINE_PATHS: [&str; 5] = [
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!(":\\Us", "ers\\"),
];
const REGISTRY_WORDS: [&str; 6] = [
    "registry",
    "mirror",
    "artifactory",
    "nexus",
    "proxy",
    "pypi",
];
/// Cargo writes this one into every lock file, whichever registry was asked.
const CARGO_INDEX: &str = concat!("https://github.com/rust-lang/", "crates.io-index");

/// A large file slows every clone for ever.
pub(super) fn size(file: &Tracked) -> Option<String> {
    let is_large = file.bytes > BYTES_MAX;
    is_large.then(|| {
        format!(
            "{}: {} bytes; derive it or leave it out, {BYTES_MAX} are the limit.",
            file.path, file.bytes
        )
    })
}

/// Paths and hosts that exist on one machine only.
pub(super) fn places(file: &Tracked, text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    for (row, line) in (1..).zip(text.lines()) {
        if let Some(path) = MACHINE_PATHS.into_iter().find(|it| has_path(line, it)) {
            sentences.push(format!(
                "{}:{row}: `{path}` is a path of one machine.",
                file.path
            ));
        }
        if let Some(host) = registry_host(line) {
            sentences.push(format!(
                "{}:{row}: `{host}` is a registry's host; leave it out.",
                file.path
            ));
        }
    }
    sentences
}

/// A path begins where no word, and no longer path or address, is going on.
fn has_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        path.starts_with(':')
            || !before.is_some_and(|it| it.is_alphanumeric() || "-_.~}])>*".contains(it))
    })
}

fn registry_host(line: &str) -> Option<&str> {
    let line = line.split(CARGO_INDEX).find(|it| it.contains("://"))?;
    line.split("://").skip(1).find_map(|after| {
        let end = after
            .find(['/', '"', ' ', ')', '>', '`', '\''])
            .unwrap_or(after.len());
        let host = &after[..end];
        REGISTRY_WORDS
            .iter()
            .any(|word| host.contains(word))
            .then_some(host)
    })
}

/// Relative links of Markdown files that lead nowhere.
pub(super) fn links(file: &Tracked, text: &str, exists: impl Fn(&str) -> bool) -> Vec<String> {
    if !file.has_extension(&["md"]) {
        return Vec::new();
    }
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut sentences = Vec::new();
    let mut inside_code = false;
    for (row, line) in (1..).zip(text.lines()) {
        if line.trim_start().starts_with("```") {
            inside_code = !inside_code;
        }
        if inside_code {
            continue;
        }
        for after in line.split("](").skip(1) {
            let target = after.split([')', ' ', '#']).next().unwrap_or("");
            let is_elsewhere = target.contains("://") || target.starts_with("mailto:");
            if target.is_empty() || is_elsewhere {
                continue;
            }
            if resolve(folder, target).is_none_or(|path| !exists(&path)) {
                sentences.push(format!(
                    "{}:{row}: the link `{target}` leads nowhere.",
                    file.path
                ));
            }
        }
    }
    sentences
}

/// A relative path from a folder, both with `/`; none when it leads out of the repository.
pub(super) fn resolve(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|it| !it.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn paths_of_machines_are_named() {
        let line = |it: &str| places(&file("a.md", ""), it).len();
        assert_eq!(line(&format!("see `{}someone/x`", MACHINE_PATHS[0])), 1);
        assert_eq!(line(&format!("C{}someone", MACHINE_PATHS[4])), 1);
        assert_eq!(
            line(&format!("https://example.org{}x", MACHINE_PATHS[3])),
            0
        );
    }

    #[test]
    fn registry_hosts_are_named() {
        let line = |it: &str| places(&file("a.json", ""), it).len();
        assert_eq!(
            line(concat!(
                "\"resolved\": \"https://regi",
                "stry.example.org/x.tgz\""
            )),
            1
        );
        assert_eq!(line(&format!("source = \"registry+{CARGO_INDEX}\"")), 0);
        assert_eq!(line("https://example.org/registry"), 0);
    }

    #[test]
    fn dead_links_are_named() {
        let exists = |path: &str| path == "docs/a.md";
        let text =
            "[a](a.md#x) [b](../docs/a.md) [c](https://x.org) [d](#d)\n[e](b.md) [f](../../x)\n";
        let sentences = links(&file("docs/b.md", ""), text, exists);
        assert_eq!(sentences.len(), 2);
        assert!(sentences[0].contains("docs/b.md:2") && sentences[0].contains("b.md"));
        assert!(links(&file("docs/b.md", ""), "```\n[e](b.md)\n```\n", exists).is_empty());
    }
}
