//! Derives and proves: generated files, synthetic rosters, the page, tidiness.
//!
//! Everything here reads the workspace as text and data. It deliberately depends on no crate of
//! the product: a generator that needs what it generates cannot be run after a mistake.

#![allow(
    clippy::disallowed_methods,
    reason = "reading and writing the workspace's files is what this crate is for"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

mod args;
#[cfg(feature = "page")]
mod bench;
#[cfg(feature = "page")]
mod docs;
mod r#gen;
mod han;
mod language;
mod new_rule;
mod pack_diff;
pub mod roster;
pub mod rule_pack;
mod serve;
mod single_file;
mod tidy;
mod wasm;

const HELP: &str = "\
cargo xtask VERB

  gen [--check]              write (or compare) the generated files
  han FOLDER                 write the character tables from packages of data, see its source
  tidy                       check what the compiler does not
  new-rule CODE SLUG         write a rule file to fill in
  roster [options] -o DIR    write a synthetic roster and its truth
  pairs [options] -o DIR     write a roster of pairs that are, or are not, one pupil
  wasm                       build the page's module into web/src/engine/pkg
  docs RULES.json DIR        write the rule book as pages; RULES.json is what `rostercheck rules` lists
  pack-diff OLD NEW          what two JSON reports over the same files say differently, by rule
  rule-pack                  what changed in the list of what the rules say over generated rosters
  single-file PAGE DIST      write DIST/rostercheck.html from PAGE/index.html
  bench [--peers]            time the product against named references (or other tools)
  bench --people FILE        link a public table of people with the engine and with Splink
  serve DIR                  show a folder of static files on this machine only
";

/// Runs one verb. Sentences for people go to standard error, results to standard output.
#[allow(
    clippy::print_stderr,
    reason = "a command tells its outcome on the terminal"
)]
pub fn run(arguments: &[String]) -> ExitCode {
    let Some((verb, rest)) = arguments.split_first() else {
        eprint!("{HELP}");
        return ExitCode::from(2);
    };
    match run_verb(verb, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{}", sentence.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn run_verb(verb: &str, rest: &[String]) -> Result<(), String> {
    if verb == "roster" {
        return roster::run(rest);
    }
    if verb == "pairs" {
        return roster::pairs::run(rest);
    }
    #[cfg(feature = "page")]
    if verb == "bench-reference" {
        return bench::run_reference(rest);
    }
    if verb == "pack-diff" {
        return pack_diff::run(rest);
    }
    let root = workspace_root()?;
    match verb {
        #[cfg(feature = "page")]
        "bench" if rest.first().is_some_and(|it| it == "--people") => {
            let table = rest.get(1).ok_or("`--people` needs a file.")?;
            bench::run_people(&root, table)
        }
        #[cfg(feature = "page")]
        "bench" if args::only_flag(rest, "--peers")? => bench::run_peers(&root),
        #[cfg(feature = "page")]
        "bench" => bench::run(&root),
        #[cfg(feature = "page")]
        "docs" => docs::run(&root, rest),
        "gen" => r#gen::run(&root, args::only_flag(rest, "--check")?),
        "tidy" => tidy::run(&root),
        "han" => han::run(&root, rest),
        "new-rule" => new_rule::run(&root, rest),
        "rule-pack" => rule_pack::run(&root),
        "wasm" => wasm::run(&root),
        "single-file" => single_file::run(rest),
        "serve" => serve::run(rest),
        _ => Err(format!("`{verb}` is not a verb.\n\n{HELP}")),
    }
}

/// The nearest folder upwards that holds the workspace's manifest.
fn workspace_root() -> Result<PathBuf, String> {
    let here = std::env::current_dir().map_err(|error| format!("No current folder: {error}."))?;
    let is_root = |folder: &&Path| {
        std::fs::read_to_string(folder.join("Cargo.toml"))
            .is_ok_and(|manifest| manifest.contains("[workspace]"))
    };
    let root = here.ancestors().find(is_root);
    root.map(Path::to_path_buf).ok_or_else(|| {
        "Run this inside the repository: no workspace manifest was found.".to_owned()
    })
}

fn read_text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    }
    std::fs::write(path, bytes)
        .map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}
