#!/usr/bin/env bash
# The only entry point. It sets the machine up and calls cargo, npm and xtask; it decides nothing.
set -eu
cd "$(dirname "$0")"
target_dir=${CARGO_TARGET_DIR:-target}

say() { printf '%s\n' "$*" >&2; }
xtask() {
  if [ -n "${built_xtask:-}" ]; then "$built_xtask" "$@"; else cargo run --quiet --package xtask -- "$@"; fi
}

need_rust() {
  command -v cargo >/dev/null || { say "cargo is missing. Install Rust with rustup, then run this again."; exit 1; }
  if command -v rustup >/dev/null && ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    say "Adding Rust's wasm32 target."
    rustup target add wasm32-unknown-unknown
  fi
}
need_node() {
  command -v npm >/dev/null || { say "npm is missing. Install Node.js 20 or newer, then run this again."; exit 1; }
  if [ ! -e web/node_modules/.package-lock.json ] || [ web/package-lock.json -nt web/node_modules/.package-lock.json ]; then
    say "Installing the page's build tools from web/package-lock.json."
    npm --prefix web ci --no-audit --no-fund
  fi
}
need_chromium() {
  command -v chromium >/dev/null || debian chromium "Chromium for the page's tests"
  # Without one Chinese is drawn as boxes, and nothing on the page has the size it has for a clerk.
  ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=zh)" ] || debian fonts-wqy-microhei "a Chinese font for the page's tests"
}
need_office() { command -v soffice >/dev/null || debian libreoffice-calc-nogui "LibreOffice for the corpus"; }
debian() {
  say "Installing $2 (apt-get)."
  local root=(); [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q && "${root[@]}" apt-get install -qy "$1"
}

page() {
  need_rust; need_node
  say "Building the page's module."; xtask wasm
  say "Writing the page's sample roster."
  xtask roster --rows 100 --seed 7 --faults 0.75 --duplicates 0.1 --columns 46 --format csv -o web/src/engine/sample
  say "Building the page into dist/."; npm --prefix web run --silent build
}
book() {
  say "Writing the rule book into dist/docs/."
  "${built_program:-$target_dir/release/rostercheck}" rules --format json >target/rules.json
  xtask docs target/rules.json dist/docs
  cp tests/golden/report.schema.json tests/golden/profile.schema.json dist/docs/
}
program() {
  need_rust
  say "Building the command line into $target_dir/release/."
  cargo build --release --package roster-cli
  mkdir -p target/release
  [ "$target_dir" -ef target ] || cp "$target_dir/release/rostercheck" target/release/
}
build() { program; page; book; }
single_file() { say "Writing dist/rostercheck.html."; xtask single-file web/node_modules/.cache/single dist; }
dist() { build; single_file; }
check() {
  need_rust
  say "Checking form, lints, generated files and tidiness."
  cargo fmt --all --check
  cargo clippy --quiet --workspace --all-targets -- -D warnings
  xtask gen --check
  xtask tidy
}
tests() {
  need_rust
  say "Building the tests, and with them what the other steps call."
  # By itself xtask has fewer features of its libraries, and everything would be built twice.
  cargo build --quiet --workspace --tests --bin xtask --bin rostercheck
  export built_xtask=$target_dir/debug/xtask
  # The page is compared with the program byte for byte; how fast the program was built to be is no matter.
  export built_program=$target_dir/debug/rostercheck
  check; page; book; single_file; need_chromium
  say "Testing the page."
  npm --prefix web run --silent test
  if compgen -G 'tests/e2e/*.mjs' >/dev/null; then node --test tests/e2e/*.mjs; fi
  say "Telling what changed in the rule pack."; xtask rule-pack
  say "Testing everything else."
  # Last, so that the runner's own closing line is the last line.
  if cargo nextest --version >/dev/null 2>&1; then cargo nextest run --workspace; else cargo test --workspace; fi
}
bench() {
  build
  local tool
  local tools="cells costs link_people matching"
  for tool in $tools; do
    cargo build --quiet --release --package tests --bin "$tool"
    [ "$target_dir" -ef target ] || cp "$target_dir/release/$tool" target/release/
  done
  need_chromium
  cargo run --quiet --release --package xtask -- bench "$@"
}
corpus() {
  need_rust
  need_office || say "LibreOffice could not be installed. The corpus is compared without it."
  cargo build --quiet --release --package tests --package roster-cli --package xtask --bin cells --bin rostercheck --bin xtask
  local part
  for part in clean endless run; do python3 "tests/corpus/$part.py"; done
}

case "${1:-help}" in
  build) build ;;
  serve) build; xtask serve dist ;;
  test) tests ;;
  check) check ;;
  gen) need_rust; xtask gen ;;
  new-rule) shift; xtask new-rule "$@" ;;
  bench) shift; bench "$@" ;;
  corpus) corpus ;;
  dist) dist ;;
  *)
    say "./build.sh build     the command line, the page and the rule book"
    say "           serve     the page on this machine"
    say "           test      everything that must hold"
    say "           check     the quick part of it: form, lints, generated files, tidiness"
    say "           gen       write the generated files again"
    say "           new-rule CODE SLUG"
    say "           bench     timings; with --peers or --people FILE against other tools"
    say "           corpus    large clean rosters, and files of other programs through our readers and theirs (needs the network)"
    say "           dist      build, and the whole product as one file"
    [ "${1:-help}" = help ] || exit 2 ;;
esac
