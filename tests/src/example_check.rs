//! Runs an example through the whole engine and compares what is said with what is expected.

use roster_engine::wire::{CheckOptions, Finding, ProfileFile, Scalar};
use roster_engine::{
    Describe, Options, Scan, Session, SheetRole, Values, profile_file, understood_profile,
};

use crate::example::{Example, ExampleFile, Expected};
use crate::example_bytes::bytes;

/// The examples on the page of a rule hold.
pub(crate) fn check_rule(code: &str) {
    let mut expected = 0;
    for block in blocks_of(code) {
        let example = Example::parse(block).unwrap_or_else(|it| panic!("{code}: {it}"));
        let session = run(&example);
        let mut found = findings(&session);
        found.retain(|it| it.rule == code);
        let complaints = complaints(&example, &found, |_| true);
        assert!(
            complaints.is_empty(),
            "{code}\n{}\n{block}",
            complaints.join("\n")
        );
        expected += example
            .files
            .iter()
            .map(|it| it.expected.len())
            .sum::<usize>();
    }
    assert!(expected > 0, "the examples of {code} show no finding");
}

/// The examples of a rule's page, at least one.
pub(crate) fn blocks_of(code: &str) -> Vec<&'static str> {
    let page = roster_rules::page(code).expect("a page").zh;
    let blocks = blocks_in(page);
    assert!(!blocks.is_empty(), "{code} has no example");
    blocks
}

/// The examples in a Markdown text.
pub(crate) fn blocks_in(text: &str) -> Vec<&str> {
    text.split("```roster")
        .skip(1)
        .filter_map(|it| it.split("```").next())
        .collect()
}

/// Reads and checks the files of an example.
pub(crate) fn run(example: &Example) -> Session {
    let setting = |name: &str| example.settings.get(name).cloned();
    // As it comes to the page, which has what was understood alone.
    let understood = |text: &str| {
        let file = profile_file("example.toml", format!("id = \"own\"\n{text}").into_bytes());
        let file = file.unwrap_or_else(|it| panic!("{}", it.en));
        let understood = understood_profile(&file).unwrap_or_else(|it| panic!("{}", it.en));
        ProfileFile {
            understood,
            ..ProfileFile::default()
        }
    };
    let options = CheckOptions {
        profile: setting("profile"),
        profile_file: (!example.own.is_empty()).then(|| understood(&example.own)),
        today: setting("today").unwrap_or_else(|| "2026-11-21".to_owned()),
        stage: setting("stage"),
        set: example.parameters.clone(),
        ..CheckOptions::default()
    };
    let mut options = Options::understand(&options).unwrap_or_else(|it| panic!("{}", it.en));
    if !example.scans.is_empty() {
        options.set_scans(example.scans.iter().map(|it| scan(it)).collect());
    }
    let mut session = Session::new(options);
    for file in &example.files {
        session.open(&file.name, &bytes(file), &mut |_| {});
        if let Some(role) = &file.role {
            session.set_role(SheetRole::from_key(role).expect("a role"));
        }
    }
    session.check(&mut |_| {});
    session
}

/// A file of a folder of scans with the first bytes of its kind.
fn scan(given: &str) -> Scan {
    let path = given.trim_end_matches('…');
    let head: &[u8] = match path.rsplit_once('.').map(|it| it.1) {
        Some("jpg") => b"\xFF\xD8\xFF\xE0\0\x10JFIF",
        Some("png") => b"\x89PNG\r\n\x1A\n",
        Some("pdf") => b"%PDF-1.7",
        _ => b"not a picture",
    };
    Scan {
        path: path.trim_end_matches('!').to_owned(),
        bytes: 1000,
        head: head.to_vec(),
        is_cut_off: path.len() < given.len(),
    }
}

/// Everything that was found, with its values.
pub(crate) fn findings(session: &Session) -> Vec<Finding> {
    let describe = Describe {
        session,
        values: Values::Shown,
    };
    session
        .all_findings()
        .map(|it| describe.finding(&it))
        .collect()
}

/// What is expected and not there, is there otherwise, or is there and not expected.
///
/// A finding that `counts` says no to may be there without being expected.
pub(crate) fn complaints(
    example: &Example,
    found: &[Finding],
    counts: impl Fn(&Finding) -> bool,
) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut taken = vec![false; found.len()];
    for file in &example.files {
        for expected in &file.expected {
            let fits = |index: &usize| !taken[*index] && is_at(&found[*index], file, expected);
            match (0..found.len()).find(fits) {
                Some(index) => {
                    taken[index] = true;
                    compare(&found[index], expected, &mut complaints);
                }
                None => complaints.push(format!("missing: {}", wanted(file, expected))),
            }
        }
    }
    let rest = found
        .iter()
        .zip(taken)
        .filter(|(it, taken)| !taken && counts(it));
    complaints.extend(rest.map(|(it, _)| format!("not expected: {}", line(it))));
    complaints
}

fn is_at(finding: &Finding, file: &ExampleFile, expected: &Expected) -> bool {
    let place = &finding.place;
    if place.file != file.name || expected.rule.as_ref().is_some_and(|it| it != finding.rule) {
        return false;
    }
    let sheet_name = file
        .sheets
        .get(expected.sheet)
        .and_then(|it| it.name.as_ref());
    if expected.target != "file" && sheet_name.is_some() && place.sheet.as_ref() != sheet_name {
        return false;
    }
    match expected.target.as_str() {
        "file" => place.sheet.is_none() && place.row.is_none() && place.cell.is_none(),
        "sheet" => place.row.is_none() && place.cell.is_none(),
        "row" => place.row == Some(expected.row) && place.cell.is_none(),
        target => match target.strip_prefix("column") {
            Some(key) => {
                let key = key.strip_prefix('=').unwrap_or_default();
                place.row.is_none()
                    && place.cell.is_some()
                    && place.column.as_deref().unwrap_or_default() == key
            }
            None => place.row == Some(expected.row) && place.column.as_deref() == Some(target),
        },
    }
}

fn compare(finding: &Finding, expected: &Expected, complaints: &mut Vec<String>) {
    for (name, value) in &expected.facts {
        let actual = match (name.as_str(), finding.facts.get(name.as_str())) {
            ("level", _) => finding.level.to_owned(),
            ("related", _) => related(finding),
            (_, Some(Scalar::Number(number))) => number.to_string(),
            (_, Some(Scalar::Text(text))) => text.clone(),
            (_, Some(Scalar::Said(said))) => said.zh.clone(),
            (_, None) => "absent".to_owned(),
        };
        if &actual != value {
            complaints.push(format!(
                "{name} is {actual}, not {value}: {}",
                line(finding)
            ));
        }
    }
    for (trust, to) in &expected.fixes {
        let offered = |it: &roster_engine::wire::Fix| {
            it.trust == *trust && it.edits.iter().any(|edit| edit.to == *to)
        };
        if !finding.fixes.iter().any(offered) {
            complaints.push(format!("does not offer {to} ({trust}): {}", line(finding)));
        }
    }
    if finding.message.zh.contains('{') || finding.message.en.contains('{') {
        complaints.push(format!(
            "a place of the message is not filled: {}",
            line(finding)
        ));
    }
}

/// The other cells of a finding, by address.
fn related(finding: &Finding) -> String {
    let cells = finding
        .related
        .iter()
        .map(|it| it.cell.clone().unwrap_or_default());
    cells.collect::<Vec<_>>().join(",")
}

fn wanted(file: &ExampleFile, expected: &Expected) -> String {
    let Expected {
        rule,
        row,
        target,
        facts,
        ..
    } = expected;
    let rule = rule.as_deref().unwrap_or("a finding");
    format!("{rule} in {} at row {row} {target} {facts:?}", file.name)
}

/// A finding on one line.
pub(crate) fn line(finding: &Finding) -> String {
    let place = &finding.place;
    let at = match (&place.cell, place.row) {
        (Some(cell), _) => cell.clone(),
        (None, Some(row)) => format!("row {row}"),
        (None, None) => place.sheet.clone().unwrap_or_default(),
    };
    let (rule, level, column) = (
        finding.rule,
        finding.level,
        place.column.as_deref().unwrap_or_default(),
    );
    let fixes: Vec<_> = finding
        .fixes
        .iter()
        .flat_map(|it| it.edits.iter())
        .map(|it| &it.to)
        .collect();
    format!(
        "{rule} {level} {} {at} {column} {:?} {fixes:?} {}",
        place.file, finding.facts, finding.message.zh
    )
}
