//! One roster in every format gives one report: the same pupils, findings, facts, fixes and groups at
//! the same rows and columns. Only what is said of the file itself may differ, and it is listed here.
//!
//! `fixtures/equivalents` holds the roster and the files that no library of ours writes.

mod exotic;
mod formats;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use roster_engine::wire::{Finding, Place};
use roster_engine::{Describe, Level, Session, Values};

use crate::corpus_truth::options;
use crate::example::Example;
use crate::example_bytes::mhtml;
use crate::golden::compare;
use crate::reading::open;
use formats::Encoding;

/// The roster as one file.
#[derive(Clone)]
struct Variant {
    name: &'static str,
    bytes: Vec<u8>,
    /// Rules that speak of this file as a whole, and of no other.
    of_file: &'static [&'static str],
    dates: Dates,
}

/// What a format makes of a cell that is a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dates {
    /// It stays one: R3003 asks for text.
    Kept,
    /// It is text like any other: R3002 asks for another form.
    AsText,
}

#[test]
fn what_is_said_is_as_it_was() {
    compare(
        &folder("golden/equivalents.txt"),
        &(report(&variant("roster.xlsx"), Dates::Kept).join("\n") + "\n"),
    );
}

#[test]
fn workbooks_say_the_same() {
    assert_same(&workbooks());
}

#[test]
fn text_says_the_same_in_every_encoding() {
    assert_same(&texts());
}

#[test]
fn tables_in_disguise_say_the_same() {
    assert_same(&disguised());
}

#[test]
fn traditional_characters_say_the_same_in_big5() {
    let roster = roster("traditional.md");
    let text = |encoding| formats::text(&roster.files[0].sheets[0], ',', encoding);
    let variant = |name, bytes, of_file| Variant {
        name,
        bytes,
        of_file,
        dates: Dates::AsText,
    };
    let original = variant("utf-8.csv", text(Encoding::Utf8), &[]);
    assert!(report(&original, Dates::AsText).len() > 4);
    let big5 = variant("big5.csv", text(Encoding::Big5), &["R0004"]);
    assert_same_as(&original, &[big5]);
}

#[test]
fn every_file_of_the_folder_is_compared() {
    let compared: BTreeSet<&str> = [workbooks(), texts(), disguised()]
        .concat()
        .iter()
        .map(|it| it.name)
        .collect();
    let listed = std::fs::read_dir(folder("fixtures/equivalents")).expect("the folder");
    for entry in listed {
        let name = entry.expect("a file").file_name();
        let name = name.to_string_lossy();
        assert!(
            name.ends_with(".md") || compared.contains(&*name),
            "{name} is never read"
        );
    }
}

fn workbooks() -> Vec<Variant> {
    let roster = roster("roster.md");
    let lines = &roster.files[0].sheets[0].lines;
    let plain = formats::workbook(&roster);
    let macros = formats::with_macros(&plain);
    let exotic = |dialect| exotic::workbook(lines, dialect);
    let all = [
        ("roster.xlsx", plain, &[][..]),
        ("macros.xlsm", macros, &["R0014"]),
        ("prefixed.xlsx", exotic(exotic::Dialect::Prefixed), &[]),
        ("strict.xlsx", exotic(exotic::Dialect::Strict), &[]),
        ("bare.xlsx", exotic(exotic::Dialect::Bare), &[]),
        ("calc.xlsx", fixture("calc.xlsx"), &[]),
        ("excel97.xls", fixture("excel97.xls"), &[]),
        ("excel95.xls", fixture("excel95.xls"), &[]),
        ("calc.ods", fixture("calc.ods"), &[]),
        ("sheetjs.xlsb", fixture("sheetjs.xlsb"), &[]),
    ];
    let all = all.into_iter().map(|(name, bytes, of_file)| Variant {
        name,
        bytes,
        of_file,
        dates: Dates::Kept,
    });
    all.collect()
}

fn texts() -> Vec<Variant> {
    let roster = roster("roster.md");
    let text = |delimiter, encoding| formats::text(&roster.files[0].sheets[0], delimiter, encoding);
    let all = [
        ("utf-8.csv", text(',', Encoding::Utf8), &[][..]),
        ("utf-8-bom.csv", text(',', Encoding::Utf8Marked), &[]),
        ("gb18030.csv", text(',', Encoding::Gb18030), &["R0004"]),
        ("utf-16le-bom.csv", text(',', Encoding::Utf16LeMarked), &[]),
        ("utf-16be.csv", text(',', Encoding::Utf16Be), &["R0004"]),
        ("semicolon.csv", text(';', Encoding::Utf8), &[]),
        ("tab.tsv", text('\t', Encoding::Utf8), &[]),
        ("bar.txt", text('|', Encoding::Utf8), &[]),
        (
            "tab-gbk.xls",
            text('\t', Encoding::Gb18030),
            &["R0002", "R0004"],
        ),
    ];
    let all = all.into_iter().map(|(name, bytes, of_file)| Variant {
        name,
        bytes,
        of_file,
        dates: Dates::AsText,
    });
    all.collect()
}

fn disguised() -> Vec<Variant> {
    let roster = roster("roster.md");
    let sheet = &roster.files[0].sheets[0];
    let (page, gbk) = (
        formats::html(sheet, Encoding::Utf8),
        formats::html(sheet, Encoding::Gb18030),
    );
    let archive = mhtml(&formats::html(sheet, Encoding::Gb18030), "gb2312");
    let (text, kept) = (Dates::AsText, Dates::Kept);
    let all = [
        ("page.xls", page, &["R0003"][..], text),
        ("page-gbk.xls", gbk, &["R0003", "R0004"], text),
        ("single.xls", archive.clone(), &["R0003"], text),
        ("single.mht", archive, &[], text),
        ("calc.html", fixture("calc.html"), &[], text),
        ("sheetjs.html", fixture("sheetjs.html"), &[], text),
        (
            "sheet.xls",
            formats::spreadsheet_ml(sheet),
            &["R0002"],
            kept,
        ),
        ("calc.xml", fixture("calc.xml"), &[], kept),
        ("sheetjs.xml", fixture("sheetjs.xml"), &[], kept),
    ];
    let all = all
        .into_iter()
        .map(|(name, bytes, of_file, dates)| Variant {
            name,
            bytes,
            of_file,
            dates,
        });
    all.collect()
}

fn assert_same(variants: &[Variant]) {
    assert_same_as(&variant("roster.xlsx"), variants);
}

fn assert_same_as(original: &Variant, variants: &[Variant]) {
    let mut wrong = Vec::new();
    for it in variants {
        let (expected, found) = (report(original, it.dates), report(it, it.dates));
        for line in expected.iter().filter(|line| !found.contains(line)) {
            wrong.push(format!("{} lacks: {line}", it.name));
        }
        for line in found.iter().filter(|line| !expected.contains(line)) {
            wrong.push(format!("{} adds: {line}", it.name));
        }
        if expected.len() != found.len() {
            wrong.push(format!("{} says {} things", it.name, found.len()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn variant(name: &str) -> Variant {
    let mut all = workbooks();
    all.retain(|it| it.name == name);
    all.remove(0)
}

/// Everything that is said, without the names of places; of the file as a whole, only what is not
/// expected.
fn report(it: &Variant, dates: Dates) -> Vec<String> {
    let mut session = Session::new(options("before-import"));
    open(&mut session, it.name, &it.bytes);
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let failures = session.files().iter().filter_map(|it| it.failure.as_ref());
    let mut lines: Vec<String> = failures.map(|it| it.said.en.clone()).collect();
    lines.push(format!("pupils {}", describe.summary().rows));
    let findings = session.all_findings().map(|it| describe.finding(&it));
    for mut finding in findings {
        if dates == Dates::AsText && finding.rule == "R3003" {
            finding.rule = "R3002";
        }
        if dates == Dates::AsText && finding.rule == "R3002" {
            finding.facts.remove("value");
            finding.facts.remove("note");
        }
        let is_of_file = finding.place.sheet.is_none();
        if !is_of_file || !it.of_file.contains(&finding.rule) {
            lines.push(finding_line(&finding));
        }
    }
    lines.sort();
    lines.extend(describe.groups().map(|group| {
        let members = group.members.iter();
        let members = members.map(|it| format!(" {}:{} {:?}", it.row, it.handling, it.shown));
        let members: String = members.collect();
        format!("group {} {}{members}", group.case, group.verdict)
    }));
    lines
}

fn finding_line(finding: &Finding) -> String {
    let edits = finding.fixes.iter().flat_map(|fix| {
        let edits = fix.edits.iter();
        edits.map(|it| {
            // Hints may be numbers that could be a person's: they do not stand in the golden file.
            let to = if fix.trust == "hint" { "…" } else { &it.to };
            format!(" {} {}:{}→{to}", fix.trust, it.cell, it.from)
        })
    });
    let edits: String = edits.collect();
    let related: String = finding.related.iter().map(place).collect();
    let (rule, level) = (finding.rule, finding.level);
    let at = place(&finding.place);
    format!("{rule} {level}{at} {:?}{related}{edits}", finding.facts)
}

/// Row, column and address.
fn place(it: &Place) -> String {
    let row = it.row.map_or(String::new(), |row| format!(" {row}"));
    let column = it.column.clone().unwrap_or_default();
    let cell = it.cell.as_deref().unwrap_or_default();
    format!("{row} {column} {cell}")
}

/// A roster of the folder.
fn roster(name: &str) -> Example {
    let text = String::from_utf8(fixture(name)).expect("UTF-8");
    let block = text
        .split("```text")
        .nth(1)
        .and_then(|it| it.split("```").next());
    Example::parse(block.expect("a block")).expect("an example")
}

#[expect(clippy::disallowed_methods, reason = "fixtures are files")]
fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(folder("fixtures/equivalents").join(name)).expect("a fixture")
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn a_page_that_ends_in_the_middle_of_its_table_is_doubted() {
    let rows = "<tr><td>姓名</td><td>性别</td></tr><tr><td>王小明</td><td>男</td></tr>";
    for (page, level) in [
        (format!("<html><table>{rows}<tr><td>李小"), Level::Warning),
        (format!("<html><table>{rows}</table></html>"), Level::Info),
    ] {
        let mut session = Session::new(options("before-import"));
        open(&mut session, "导出.xls", page.as_bytes());
        session.check(&mut |_| {});
        let mut findings = session.all_findings();
        let told = findings.find(|it| it.rule == "R0003").expect("a finding");
        assert_eq!(told.level, level, "{page}");
    }
}
