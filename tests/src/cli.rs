//! The command line as a person or a script meets it: the commands of `cmd/*.trycmd` with all they
//! print, and what cannot be printed there: standard input, exit statuses, files written.
//!
//! `TRYCMD=overwrite` writes the commands' output anew; the difference is then reviewed.
#![expect(
    clippy::disallowed_methods,
    reason = "the command line reads and writes files"
)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use xtask::roster::{FileFormat, Plan};

#[test]
fn commands_and_what_they_print() {
    let cases = trycmd::TestCases::new();
    cases.register_bin("rostercheck", binary());
    cases.case("cmd/*.trycmd");
}

#[test]
fn the_exit_status_tells_how_it_went() {
    let clean = "fixtures/clean.csv";
    for (expected, arguments) in [
        (0, vec!["check", clean]),
        (1, vec!["check", "fixtures/wrong.csv"]),
        (1, vec!["check", clean, "fixtures/wrong.csv"]),
        (2, vec!["check", "fixtures/nowhere.csv"]),
        (2, vec!["check", clean, "fixtures/nowhere.csv"]),
        (2, vec!["check", "fixtures/picture.xlsx"]),
        (2, vec!["check"]),
        (2, vec![]),
        (2, vec!["czech", clean]),
        (2, vec!["check", clean, "--colour"]),
        (2, vec!["check", clean, "--profile", "xj-1913"]),
        (2, vec!["check", clean, "--today", "gestern"]),
        (2, vec!["check", clean, "--format", "pdf"]),
        (2, vec!["check", clean, "--set", "class_size_max"]),
        (2, vec!["check", clean, "--set", "class_size_max=many"]),
        (2, vec!["check", clean, "--set", "size=5"]),
        (
            2,
            vec!["check", clean, "-o", "fixtures/no/such/folder.json"],
        ),
        (
            0,
            vec![
                "check",
                clean,
                "--set",
                "class_size_max=50",
                "--stage",
                "after-import",
            ],
        ),
        (0, vec!["rules"]),
        (0, vec!["rules", "--format", "json"]),
        (0, vec!["explain", "r1003"]),
        (0, vec!["explain"]),
        (0, vec!["explain", "g-l-j"]),
        (2, vec!["explain", "R0000"]),
        (0, vec!["profiles"]),
        (0, vec!["profiles", "--format", "json"]),
        (0, vec!["--help"]),
        (0, vec!["check", "--help"]),
        (0, vec!["--version"]),
    ] {
        let output = rostercheck(&arguments);
        let complaint = text(&output.stderr);
        assert_eq!(
            output.status.code(),
            Some(expected),
            "{arguments:?}\n{complaint}"
        );
        if expected == 2 {
            assert!(
                complaint.starts_with("rostercheck: "),
                "{arguments:?}: {complaint}"
            );
            assert!(complaint.ends_with("。\n"), "{arguments:?}: {complaint}");
        } else {
            assert_eq!(complaint, "", "{arguments:?}");
        }
    }
}

#[test]
fn one_sentence_says_what_is_wrong_with_a_command() {
    for arguments in [
        vec!["check", "fixtures/clean.csv", "--colour"],
        vec!["check", "fixtures/clean.csv", "--profile", "xj-1913"],
        vec!["explain", "R0000"],
        vec!["check"],
    ] {
        let complaint = text(&rostercheck(&arguments).stderr);
        assert_eq!(complaint.lines().count(), 1, "{complaint}");
    }
}

#[test]
fn an_unreadable_file_does_not_keep_the_others_from_being_checked() {
    let output = rostercheck(&[
        "check",
        "fixtures/picture.xlsx",
        "fixtures/wrong.csv",
        "--format",
        "json",
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("picture.xlsx"),
        "{}",
        text(&output.stderr)
    );
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(
        report["files"][0]["error"]["zh"].is_string(),
        "{}",
        report["files"]
    );
    assert!(report["files"][1]["error"].is_null(), "{}", report["files"]);
    assert!(
        report["summary"]["errors"].as_u64() > Some(0),
        "{}",
        report["summary"]
    );
}

#[test]
fn nothing_is_said_to_be_ready_when_nothing_was_read() {
    let missing = ["fixtures/nowhere.csv", "fixtures/no-one.csv"];
    let output = rostercheck(&[&["check"], &missing[..]].concat());
    let told = text(&output.stdout);
    assert!(!told.contains("可以提交"), "{told}");
    assert_eq!(text(&output.stderr).lines().count(), 2);
    let beside_a_good_one = rostercheck(&["check", missing[0], "fixtures/clean.csv"]);
    let told = text(&beside_a_good_one.stdout);
    assert!(!told.contains("可以提交"), "{told}");
    assert_eq!(beside_a_good_one.status.code(), Some(2));
}

#[test]
fn every_question_that_is_listed_has_its_answer() {
    for language in ["zh", "en"] {
        let listed = text(&rostercheck(&["explain", "--lang", language]).stdout);
        let questions: Vec<&str> = listed.lines().take_while(|it| !it.is_empty()).collect();
        assert_eq!(questions.len(), roster_engine::topics().len());
        for line in questions {
            let (key, question) = line.split_once("  ").expect("a name and a question");
            let answer = text(&rostercheck(&["explain", key.trim(), "--lang", language]).stdout);
            assert!(answer.starts_with(&format!("# {}\n", question.trim())));
        }
    }
}

#[test]
fn the_rule_book_can_be_listed_and_read() {
    let listed = text(&rostercheck(&["rules"]).stdout);
    let json = text(&rostercheck(&["rules", "--format", "json"]).stdout);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let rules = roster_engine::rules();
    assert_eq!(json.as_array().map(Vec::len), Some(rules.len()));
    for (rule, listed_in_json) in rules.iter().zip(crate::corpus_truth::list(&json)) {
        let code = rule.rule;
        let is_its_line = |it: &str| it.starts_with(code) && it.contains(&rule.title.zh);
        assert!(listed.lines().any(is_its_line), "{code}");
        assert_eq!(listed_in_json["rule"], code);
        for language in ["zh", "en"] {
            let page = text(&rostercheck(&["explain", code, "--lang", language]).stdout);
            let title = if language == "zh" {
                &rule.title.zh
            } else {
                &rule.title.en
            };
            assert!(page.starts_with(&format!("# {title}\n")), "{code}: {page}");
            let basis = page.lines().nth(2).unwrap_or_default();
            if language == "zh" {
                assert!(basis.contains(rule.basis), "{code}: {basis}");
            } else {
                // Names of documents and of the system's own words stay as they are.
                let is_said = basis.contains("Basis: ") && !basis.contains('，');
                assert!(is_said && !basis.contains("本工具"), "{code}: {basis}");
            }
        }
    }
}

#[test]
fn standard_input_is_a_file_like_any_other() {
    let bytes = std::fs::read(root("fixtures/wrong.csv")).expect("the fixture");
    let arguments = ["check", "-", "--format", "json", "--today", "2026-11-21"];
    let mut child = command(&arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(&bytes)
        .expect("the pipe takes it");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(1));
    let same = rostercheck(&[
        "check",
        "fixtures/wrong.csv",
        "--today",
        "2026-11-21",
        "-o",
        "-",
    ]);
    assert!(!same.stdout.is_empty(), "- is standard output too");
    let piped = text(&output.stdout).replace("\"file\":\"-\"", "\"file\":\"wrong.csv\"");
    let named = json("fixtures/wrong.csv");
    let summary = |report: &str| -> serde_json::Value {
        let report: serde_json::Value = serde_json::from_str(report).expect("JSON");
        report["summary"].clone()
    };
    assert_eq!(summary(&piped), summary(&named));
}

#[test]
fn values_are_masked_unless_they_are_asked_for() {
    for format in ["text", "json", "csv", "html"] {
        let arguments = ["check", "fixtures/wrong.csv", "--format", format];
        let masked = text(&rostercheck(&arguments).stdout);
        let shown = text(&rostercheck(&[&arguments[..], &["--show-values"]].concat()).stdout);
        assert!(!masked.contains("1380000000"), "{format}: {masked}");
        assert!(shown.contains("1380000000"), "{format}: {shown}");
    }
}

#[test]
fn nothing_is_said_about_progress_where_nobody_watches() {
    let output = rostercheck(&["check", "fixtures/clean.csv"]);
    assert_eq!(text(&output.stderr), "");
}

/// Every command that a README shows runs in a folder that has the files it names.
#[test]
fn the_commands_of_the_readmes_run() {
    for name in ["README.md", "README.zh-CN.md"] {
        run_commands_of(name);
    }
}

fn run_commands_of(name: &str) {
    let readme = std::fs::read_to_string(root("..").join(name)).expect("a README");
    let folder = scratch("readme");
    let (mut commands, mut templates) = (0, Vec::new());
    for line in readme.lines().map(|it| it.trim_start_matches("$ ").trim()) {
        let Some(arguments) = line.strip_prefix("rostercheck ") else {
            continue;
        };
        let arguments: Vec<&str> = arguments
            .split(" #")
            .next()
            .unwrap_or("")
            .split_whitespace()
            .map(|it| it.trim_matches('\''))
            .collect();
        let outputs: Vec<&str> = arguments
            .windows(2)
            .filter(|it| it[0] == "-o")
            .map(|it| it[1])
            .collect();
        // A template is read as it was written.
        if arguments[0] == "template" {
            templates.extend(outputs.iter().copied());
        }
        let is_wanted = |it: &&&str| !outputs.contains(it) && !templates.contains(it);
        for name in arguments.iter().filter(is_wanted) {
            make_file(&folder, name);
        }
        for pair in arguments.windows(2).filter(|it| it[0] == "--evidence") {
            std::fs::create_dir_all(folder.join(pair[1])).expect("a folder of scans");
        }
        let output = command(&arguments)
            .current_dir(&folder)
            .output()
            .expect("the program runs");
        let status = output.status.code();
        assert!(
            matches!(status, Some(0 | 1)),
            "{line}: {}",
            text(&output.stderr)
        );
        commands += 1;
    }
    assert!(commands > 0, "{name} shows no command");
}

/// A small roster, or a profile, under a name that looks like a file's.
pub(crate) fn make_file(folder: &Path, name: &str) {
    let format = match Path::new(name).extension().and_then(|it| it.to_str()) {
        Some("xlsx") => FileFormat::Xlsx,
        Some("csv") => FileFormat::Csv,
        Some("toml") => {
            let profile = root("fixtures/profiles/nanshan.toml");
            std::fs::copy(profile, folder.join(name)).expect("the folder takes it");
            return;
        }
        _ => return,
    };
    let plan = Plan {
        rows: 40,
        faults: 0.2,
        duplicates: 0.1,
        formats: vec![format],
        ..Plan::default()
    };
    let rosters = plan.make().unwrap_or_else(|it| panic!("{it}"));
    std::fs::write(folder.join(name), &rosters.files[0].1).expect("the folder takes it");
}

fn json(path: &str) -> String {
    let output = rostercheck(&["check", path, "--format", "json", "--today", "2026-11-21"]);
    text(&output.stdout)
}

pub(crate) fn rostercheck(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the program runs")
}

/// The program with these arguments, in the folder of the tests.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command
        .args(arguments)
        .current_dir(root(""))
        .stdin(Stdio::null());
    command
}

/// The program, built beside this test with the same profile.
pub(crate) fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let here = std::env::current_exe().expect("this test is a file");
        let folder = here.ancestors().nth(2).expect("TARGET/PROFILE/deps/THIS");
        let profile = match folder.file_name().and_then(|it| it.to_str()) {
            Some("debug") | None => "dev",
            Some(other) => other,
        };
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let status = Command::new(cargo)
            .args([
                "build",
                "--quiet",
                "--package",
                "roster-cli",
                "--profile",
                profile,
            ])
            .arg("--target-dir")
            .arg(folder.parent().expect("TARGET"))
            .current_dir(root(".."))
            .status()
            .expect("cargo runs");
        assert!(status.success(), "the command line does not compile");
        folder.join(format!("rostercheck{}", std::env::consts::EXE_SUFFIX))
    })
}

/// An empty folder for one test.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let profile = binary().parent().expect("TARGET/PROFILE");
    let folder = profile.join("tests-scratch").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}
