//! The direction of imports in the page: lib, then state, then views, then main; and one door to
//! the engine. Read from the import lines as text, deliberately without a parser of TypeScript.

use super::Tracked;
use super::text::resolve;

const SOURCES: &str = "web/src/";
/// The modules that wasm-bindgen writes, and the only file that may import each.
const MODULES: [(&str, &str); 2] = [
    ("web/src/engine/pkg/", "web/src/engine/worker.ts"),
    ("web/src/engine/pkg-office/", "web/src/engine/office.ts"),
];

/// Who may import whom; `main` may import everyone and is not listed.
const ALLOWED: [(&str, &[&str]); 7] = [
    ("lib", &["lib"]),
    ("wire", &["wire"]),
    ("text", &["text", "lib", "wire"]),
    ("engine", &["engine", "lib", "wire"]),
    ("state", &["state", "engine", "lib", "text", "wire"]),
    ("ui", &["ui", "lib", "text", "wire"]),
    ("views", &["views", "ui", "state", "lib", "text", "wire"]),
];

/// Imports of one file that go the wrong way.
pub(super) fn imports(file: &Tracked, text: &str) -> Vec<String> {
    if !file.path.starts_with(SOURCES) || !file.has_extension(&["ts", "tsx"]) {
        return Vec::new();
    }
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let targets = text
        .lines()
        .filter_map(specifier)
        .filter(|it| it.starts_with('.'));
    targets
        .filter_map(|target| resolve(folder, target))
        .filter_map(|target| Some(format!("{}: {}", file.path, refusal(&file.path, &target)?)))
        .collect()
}

fn refusal(from: &str, to: &str) -> Option<String> {
    if let Some((_, door)) = MODULES.iter().find(|(module, _)| to.starts_with(module)) {
        return (from != *door).then(|| format!("only {door} imports this wasm module."));
    }
    let (own, other) = (layer(from), layer(to));
    let (_, allowed) = ALLOWED.iter().find(|(name, _)| *name == own)?;
    if !allowed.contains(&other) {
        return Some(format!("`{own}` must not import `{other}` ({to})."));
    }
    let is_foreign = own == "views" && other == "views" && view(from) != view(to);
    is_foreign.then(|| format!("a view must not import another view's insides ({to})."))
}

/// The first folder below the sources; a file directly there is `main`.
fn layer(path: &str) -> &str {
    let below = path.strip_prefix(SOURCES).unwrap_or("");
    below.split_once('/').map_or("main", |(layer, _)| layer)
}

fn view(path: &str) -> Option<&str> {
    path.strip_prefix(SOURCES)?.split('/').nth(1)
}

/// The quoted path of a line that imports or re-exports.
fn specifier(line: &str) -> Option<&str> {
    let line = line.trim();
    let after = [
        "from \"",
        "import \"",
        "import(\"",
        "from '",
        "import '",
        "import('",
    ]
    .into_iter()
    .find_map(|mark| line.split_once(mark))?
    .1;
    after.split(['"', '\'']).next()
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn count(path: &str, line: &str) -> usize {
        imports(&file(path, ""), line).len()
    }

    #[test]
    fn imports_go_one_way() {
        assert_eq!(
            count(
                "web/src/views/list/index.ts",
                "import { a } from \"../../state/a.ts\";"
            ),
            0
        );
        assert_eq!(
            count(
                "web/src/state/a.ts",
                "import { b } from \"../views/list/index.ts\";"
            ),
            1
        );
        assert_eq!(
            count("web/src/lib/a.ts", "export * from '../state/a.ts';"),
            1
        );
        assert_eq!(
            count("web/src/views/list/index.ts", "import '../other/x.ts'"),
            1
        );
        assert_eq!(
            count("web/src/main.ts", "import \"./views/list/index.ts\";"),
            0
        );
        assert_eq!(
            count("web/src/lib/a.ts", "import { h } from \"preact\";"),
            0
        );
    }

    #[test]
    fn the_engine_has_one_door() {
        assert_eq!(
            count(
                "web/src/views/list/index.ts",
                "import x from \"../../engine/client.ts\""
            ),
            1
        );
        assert_eq!(
            count(
                "web/src/state/a.ts",
                "import x from \"../engine/client.ts\""
            ),
            0
        );
        assert_eq!(
            count(
                "web/src/main.ts",
                "import x from \"./engine/pkg/roster_wasm.js\""
            ),
            1
        );
        assert_eq!(
            count(MODULES[0].1, "import x from \"./pkg/roster_wasm.js\""),
            0
        );
    }
}
