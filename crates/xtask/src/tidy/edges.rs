//! Who may depend on whom: the table of crates in the page on architecture, held against every manifest.

use std::collections::{BTreeMap, BTreeSet};

use super::Tracked;
use super::manifests::dependencies;

/// The page with the table.
const PAGE: &str = ".github/ARCHITECTURE.md";

/// Crates without any work of others.
const ALONE: [&str; 6] = [
    "roster-order",
    "roster-standard",
    "roster-values",
    "roster-model",
    "roster-rules",
    "roster-dedup",
];

/// Which of our crates each may depend on; nothing where it may depend on any.
type Edges = BTreeMap<String, Option<BTreeSet<String>>>;

/// Dependencies that the table does not have, and edges of the table that no manifest has.
pub(super) fn edges(files: &[Tracked]) -> Vec<String> {
    let page = files.iter().find(|it| it.path == PAGE);
    let allowed = read(page.and_then(|it| it.text.as_deref()).unwrap_or_default());
    let mut sentences = Vec::new();
    for file in files {
        let is_manifest = file.path.starts_with("crates/") && file.path.ends_with("/Cargo.toml");
        if let Some(text) = file.text.as_deref().filter(|_| is_manifest) {
            sentences.extend(of_manifest(file, text, &allowed));
        }
    }
    sentences
}

/// The table: the first column has the crate, the third the crates it may depend on, without `roster-`;
/// `all above` are those of the rows before.
fn read(page: &str) -> Edges {
    let mut edges = Edges::new();
    for line in page.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", name, _, allowed, ""] = cells[..] else {
            continue;
        };
        let Some(name) = name.strip_prefix('`').and_then(|it| it.strip_suffix('`')) else {
            continue;
        };
        let allowed = match allowed {
            "anything" => None,
            "—" | "nothing of ours" => Some(BTreeSet::new()),
            names => Some(match names.strip_prefix("all above") {
                Some(rest) => {
                    let others = listed(rest.strip_prefix(" but ").unwrap_or_default());
                    edges
                        .keys()
                        .filter(|it| !others.contains(*it))
                        .cloned()
                        .collect()
                }
                None => listed(names),
            }),
        };
        edges.insert(name.to_owned(), allowed);
    }
    edges
}

fn listed(names: &str) -> BTreeSet<String> {
    names.split(", ").map(|it| format!("roster-{it}")).collect()
}

fn of_manifest(file: &Tracked, text: &str, allowed: &Edges) -> Vec<String> {
    let Ok(manifest) = text.parse::<toml::Table>() else {
        return vec![format!("{}: this is not TOML.", file.path)];
    };
    let name = manifest
        .get("package")
        .and_then(|it| it.get("name"))
        .and_then(|it| it.as_str());
    let name = name.unwrap_or("");
    let Some(allowed) = allowed.get(name) else {
        return vec![format!(
            "{}: `{name}` is not in the table of crates in {PAGE}.",
            file.path
        )];
    };
    let dependencies = dependencies(&manifest);
    let is_ours = |it: &str| it.starts_with("roster-") || ["xtask", "tests"].contains(&it);
    let mut sentences = Vec::new();
    for it in &dependencies {
        let is_allowed = allowed.as_ref().is_none_or(|all| all.contains(it));
        if is_ours(it) && !is_allowed {
            sentences.push(format!(
                "{}: `{name}` must not depend on `{it}`.",
                file.path
            ));
        }
        if !is_ours(it) && ALONE.contains(&name) {
            sentences.push(format!(
                "{}: `{name}` has no third-party dependency; `{it}` is one.",
                file.path
            ));
        }
    }
    for it in allowed
        .iter()
        .flatten()
        .filter(|it| !dependencies.contains(it))
    {
        sentences.push(format!(
            "{PAGE}: `{name}` may depend on `{it}` and does not; strike it from the table."
        ));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    const TABLE: &str = "\
| crate | says | may depend on |
|---|---|---|
| `roster-values` | what a cell means | — |
| `roster-standard` | what is listed | values |
| `roster-office` | locked files | — |
| `roster-engine` | the door | all above but office |
| `xtask` | derives | nothing of ours |
| `tests` | proves | anything |
";

    fn count(name: &str, dependencies: &str) -> usize {
        let text = format!("[package]\nname = \"{name}\"\n{dependencies}\n");
        edges(&[
            file(PAGE, TABLE),
            file(&format!("crates/{name}/Cargo.toml"), &text),
        ])
        .len()
    }

    #[test]
    fn edges_are_those_of_the_table() {
        let ours = |name: &str| format!("[dependencies]\n{name}.workspace = true");
        assert_eq!(count("roster-standard", &ours("roster-values")), 0);
        assert_eq!(count("roster-values", &ours("roster-standard")), 1);
        assert_eq!(
            count(
                "roster-values",
                "[dev-dependencies]\nroster-rules.workspace = true"
            ),
            1
        );
        assert_eq!(
            count(
                "xtask",
                "[dependencies]\nx = { package = \"roster-model\" }"
            ),
            1
        );
        assert_eq!(count("roster-new", ""), 1);
    }

    #[test]
    fn an_edge_that_no_manifest_has_is_named() {
        assert_eq!(count("roster-standard", ""), 1);
        assert_eq!(count("roster-engine", ""), 2);
    }

    #[test]
    fn some_crates_stand_alone() {
        let others = "[target.'cfg(unix)'.dev-dependencies]\nserde = \"1\"";
        assert_eq!(count("roster-values", others), 1);
        assert_eq!(count("xtask", others), 0);
    }
}
