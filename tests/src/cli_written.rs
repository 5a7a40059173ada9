//! The commands that write files: corrected rosters, divided and joined ones.
#![expect(
    clippy::disallowed_methods,
    reason = "the command line reads and writes files"
)]

use std::path::Path;

use crate::cli::{make_file, rostercheck, scratch, text};

#[test]
fn a_file_is_fixed_into_another_of_its_kind() {
    let folder = scratch("fix");
    let fixed = folder.join("fixed.csv");
    let fixed = fixed.to_str().expect("UTF-8");
    let log = folder.join("log.csv");
    let log = log.to_str().expect("UTF-8");
    let fix = |from: &str, to: &str| rostercheck(&["fix", from, "-o", to, "--today", "2026-11-21"]);
    let output = rostercheck(&["fix", "fixtures/wrong.csv", "-o", fixed, "--log", log]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let told = text(&output.stdout);
    assert!(told.contains("R0201") && !told.contains("赵一鸣"), "{told}");
    let written = std::fs::read(fixed).expect("it is written");
    assert!(text(&written).contains(",男,"), "{}", text(&written));
    let log = std::fs::read_to_string(log).expect("it is written");
    assert!(log.contains("男生") && log.contains("自动"), "{log}");
    assert!(!log.contains("赵一鸣"), "{log}");
    let (full, full_log) = (folder.join("full.csv"), folder.join("full_log.csv"));
    let paths = [&full, &full_log].map(|it| it.to_str().expect("UTF-8"));
    rostercheck(&[
        "fix",
        "fixtures/wrong.csv",
        "-o",
        paths[0],
        "--log",
        paths[1],
        "--show-values",
    ]);
    let log = std::fs::read_to_string(&full_log).expect("it is written");
    assert!(log.contains("赵一鸣"), "{log}");
    let again = folder.join("again.csv");
    let output = fix(fixed, again.to_str().expect("UTF-8"));
    assert!(text(&output.stdout).contains("改动了0个单元格"));
    assert!(std::fs::read(&again).expect("it is written") == written);
    for (to, word) in [(fixed, "换一个文件名"), ("x.xlsx", "结尾")] {
        let output = fix(fixed, to);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            text(&output.stderr).contains(word),
            "{}",
            text(&output.stderr)
        );
    }
    assert_eq!(
        fix("fixtures/picture.xlsx", "x.xlsx").status.code(),
        Some(2)
    );
}

/// What may be changed by the school itself and what needs proof is told apart once a pupil has a number of the system.
#[test]
fn changes_of_key_information_are_marked() {
    let folder = scratch("key_information");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    let rows = "姓名,性别,学籍号,家庭住址\n\
                王小明 ,男,G110101201509010016, 北京市朝阳区1号\n\
                李小红 ,女,,北京市朝阳区2号\n";
    std::fs::write(path("a.csv"), rows).expect("it can be written");
    let keys = |to: &str, set: &[&str]| -> Vec<String> {
        let (from, out, log) = (path("a.csv"), path(to), path(&format!("log_{to}")));
        let mut given = vec![
            "fix",
            &from,
            "-o",
            &out,
            "--log",
            &log,
            "--today",
            "2026-11-21",
        ];
        given.extend(set);
        rostercheck(&given);
        let log = std::fs::read_to_string(&log).expect("it is written");
        let lines = log.lines().map(|it| it.split(',').collect::<Vec<_>>());
        lines.map(|it| [it[2], it[8]].concat()).collect()
    };
    assert_eq!(keys("b.csv", &[])[0], "单元格关键信息");
    assert_eq!(keys("b2.csv", &[])[1..], ["A2是", "A3", "D2"]);
    let set = ["--set", "key_fields=home_address,phone"];
    assert_eq!(keys("c.csv", &set)[1..], ["A2", "A3", "D2是"]);
}

/// What a spreadsheet program takes for a formula was kept from it by an apostrophe, or by a character that
/// nobody sees: both stay, and nothing is told that was not done.
#[test]
fn no_formula_comes_to_life_in_a_text_file() {
    let folder = scratch("formulas");
    let rows = "姓名,性别,家庭住址,特长\r\n\
                王小明,男,'=1+1,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n\
                李小红,女,'+1,\u{200B}=2+2\r\n\
                赵一鸣,男,\t@SUM(1),'书法\r\n";
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    std::fs::write(path("a.csv"), rows).expect("it can be written");
    let fix = |from: &str, to: &str| {
        rostercheck(&["fix", &path(from), "-o", &path(to), "--today", "2026-11-21"]);
        std::fs::read_to_string(path(to)).expect("it is written")
    };
    let fixed = fix("a.csv", "b.csv");
    let expected = "姓名,性别,家庭住址,特长\r\n\
                    王小明,男,'=1+1,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n\
                    李小红,女,'+1,\u{200B}=2+2\r\n\
                    赵一鸣,男,\t@SUM(1),书法\r\n";
    assert_eq!(fixed, expected);
    assert_eq!(fix("b.csv", "c.csv"), fixed);
}

#[test]
fn the_line_that_names_the_delimiter_is_kept() {
    let folder = scratch("delimiter");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    let rows = "sep=;\r\n姓名;性别;民族\r\n王小明;男生;汉族\r\n";
    std::fs::write(path("a.csv"), rows).expect("it can be written");
    let output = rostercheck(&["fix", &path("a.csv"), "-o", &path("b.csv"), "--show-values"]);
    let told = text(&output.stdout);
    assert!(told.contains("B2  男生 → 男"), "{told}");
    let fixed = std::fs::read_to_string(path("b.csv")).expect("it is written");
    assert_eq!(fixed, rows.replace("男生", "男"));
}

#[test]
fn rosters_are_divided_joined_and_marked_into_folders() {
    let folder = scratch("parts");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    make_file(&folder, "a.xlsx");
    make_file(&folder, "b.csv");
    let (a, b, parts, one) = (
        path("a.xlsx"),
        path("b.csv"),
        path("parts"),
        path("one.csv"),
    );
    let output = rostercheck(&["split", &a, &b, "--by", "rows=30", "-o", &parts]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let names = std::fs::read_dir(&parts).expect("the folder").count();
    assert_eq!(names, 3, "80 pupils, 30 a file");
    let output = rostercheck(&["merge", &a, &b, "-o", &one]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let merged = std::fs::read_to_string(&one).expect("it is written");
    assert_eq!(merged.lines().count(), 81);
    let marked = path("marked/");
    let arguments = [
        "check",
        &a,
        &b,
        "--format",
        "xlsx",
        "--show-values",
        "-o",
        &marked,
    ];
    let output = rostercheck(&arguments);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let marked = Path::new(&marked);
    assert!(marked.join("a-已标注.xlsx").exists() && marked.join("b-已标注.xlsx").exists());
    // Files of one name are told apart by their folders, in the names of what is written too.
    std::fs::create_dir(folder.join("other")).expect("a folder can be made");
    make_file(&folder.join("other"), "a.xlsx");
    let (other, twice) = (path("other/a.xlsx"), path("twice/"));
    let output = rostercheck(&["check", &a, &other, "--format", "xlsx", "-o", &twice]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let twice = Path::new(&twice);
    assert!(twice.join("parts_a-已标注.xlsx").exists());
    assert!(twice.join("other_a-已标注.xlsx").exists());
    let template = path("blank.xlsx");
    let output = rostercheck(&["template", "-o", &template]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(Path::new(&template).exists());
}

/// Whatever a command is given to read is still there afterwards, whatever it is read for.
#[test]
fn nothing_that_is_read_is_written_over() {
    let folder = scratch("read");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    make_file(&folder, "a.xlsx");
    make_file(&folder, "b.xlsx");
    std::fs::create_dir(path("scans")).expect("a folder can be made");
    for (name, text) in [
        (
            "d.json",
            "schema = \"rostercheck/decisions/1\"\npairs = []\n",
        ),
        (
            "p.toml",
            "id = \"own\"\ntitle = \"自定\"\nextends = \"any\"\n",
        ),
        ("w.txt", "secret\n"),
        ("scans/王小明.jpg", ""),
    ] {
        std::fs::write(path(name), text).expect("it can be written");
    }
    let refused = |arguments: &[&str], over: &str| {
        let arguments: Vec<String> = arguments
            .iter()
            .map(|it| {
                if it.contains(['.', '/']) {
                    path(it)
                } else {
                    (*it).to_owned()
                }
            })
            .collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let before = std::fs::read(path(over)).unwrap_or_default();
        let output = rostercheck(&arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?} {said}");
        assert!(said.contains("换一个"), "{arguments:?} {said}");
        assert!(std::fs::read(path(over)).unwrap_or_default() == before);
    };
    for format in ["text", "json", "csv", "html", "xlsx"] {
        for more in [&[][..], &["--show-values"], &["b.xlsx"]] {
            let arguments = ["check", "a.xlsx", "-o", "a.xlsx", "--format", format];
            refused(&[&arguments, more].concat(), "a.xlsx");
        }
    }
    for (option, file, output) in [
        ("--archive", "b.xlsx", "b.xlsx"),
        ("--problem-list", "b.xlsx", "b.xlsx"),
        ("--roster", "b.xlsx", "b.xlsx"),
        ("--decisions", "d.json", "d.json"),
        ("--profile", "p.toml", "p.toml"),
        ("--password-file", "w.txt", "w.txt"),
        ("--evidence", "./scans", "scans/王小明.jpg"),
    ] {
        refused(&["check", "a.xlsx", option, file, "-o", output], output);
    }
    refused(
        &["settle", "a.xlsx", "--archive", "b.xlsx", "-o", "b.xlsx"],
        "b.xlsx",
    );
    refused(
        &["fix", "a.xlsx", "-o", "c.xlsx", "--log", "./c.xlsx"],
        "c.xlsx",
    );
    let split = ["split", "a.xlsx", "--by", "rows=30", "-o", "./parts"];
    let split = split.map(|it| {
        if it.contains(['.']) {
            path(it)
        } else {
            it.to_owned()
        }
    });
    let split: Vec<&str> = split.iter().map(String::as_str).collect();
    assert_eq!(rostercheck(&split).status.code(), Some(0));
    refused(
        &["split", "b.xlsx", "--by", "rows=20", "-o", "./parts"],
        "parts/名单-1.xlsx",
    );
}

/// Cells of an array formula cannot be changed, and so they were not: the totals and the log say so.
#[test]
fn what_could_not_be_changed_is_neither_counted_nor_logged() {
    let folder = scratch("unchanged");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let header = ["姓名", "性别", "出生日期", "来源"];
    sheet.write_row(0, 0, header).expect("it fits");
    for (row, name) in (1..).zip([" 王小明", "李小红"]) {
        sheet
            .write_row(row, 0, [name, "女", "", "2015-09-01"])
            .expect("it fits");
    }
    let formula = rust_xlsxwriter::Formula::new("=D2:D3").set_result("2015-09-01");
    sheet
        .write_array_formula(1, 2, 2, 2, formula)
        .expect("it fits");
    sheet.write_string(2, 2, "2015-09-01").expect("it fits");
    book.save(path("a.xlsx")).expect("it can be written");
    let (from, to, log) = (path("a.xlsx"), path("b.xlsx"), path("log.csv"));
    let output = rostercheck(&["fix", &from, "-o", &to, "--log", &log, "--show-values"]);
    let told = text(&output.stdout);
    assert!(
        told.contains("改动了1个单元格") && !told.contains("C3"),
        "{told}"
    );
    assert!(text(&output.stderr).contains("C3：它属于一个数组公式"));
    let log = std::fs::read_to_string(log).expect("it is written");
    assert_eq!(log.lines().count(), 2, "{log}");
    let again = rostercheck(&["check", &to, "--format", "json"]);
    let again = text(&again.stdout);
    assert!(
        told.contains("警告 2") && again.contains("\"warnings\":2"),
        "{told}"
    );
}

#[test]
fn a_report_is_no_workbook_and_a_workbook_no_report() {
    let folder = scratch("endings");
    for (format, name) in [
        ("xlsx", "new"),
        ("xlsx", "new.csv"),
        ("xlsx", "new.xlsb"),
        ("json", "new.xlsx"),
        ("text", "new.xls"),
    ] {
        let path = folder.join(name);
        let to = path.to_str().expect("UTF-8");
        let output = rostercheck(&["check", "fixtures/clean.csv", "--format", format, "-o", to]);
        assert_eq!(output.status.code(), Some(2), "{format} {name}");
        let said = text(&output.stderr);
        assert!(said.contains("结尾"), "{said}");
        assert!(!path.exists());
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let path = scratch("large").join("a.xlsx");
    let file = std::fs::File::create(&path).expect("a file");
    file.set_len(5 << 30).expect("a file with holes");
    let output = rostercheck(&["check", path.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(2));
    std::fs::remove_file(&path).expect("it was there");
    let said = text(&output.stderr);
    assert!(said.contains("最多4 GB"), "{said}");
}

#[test]
fn a_log_that_cannot_be_written_is_refused_before_the_file_is() {
    let folder = scratch("log");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    let (fixed, log) = (path("fixed.csv"), path("none/log.csv"));
    let output = rostercheck(&["fix", "fixtures/wrong.csv", "-o", &fixed, "--log", &log]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!Path::new(&fixed).exists(), "{}", text(&output.stderr));
}

#[test]
fn every_format_can_be_written_to_a_file_and_is_the_same_twice() {
    let folder = scratch("formats");
    for format in ["text", "json", "csv", "html", "xlsx"] {
        let [one, other] = [1, 2].map(|turn| {
            let path = folder.join(format!("{turn}.{format}"));
            let path = path.to_str().expect("UTF-8");
            let output = rostercheck(&[
                "check",
                "fixtures/wrong.csv",
                "--today",
                "2026-11-21",
                "--format",
                format,
                "-o",
                path,
            ]);
            assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
            assert!(output.stdout.is_empty(), "{format} goes to the file alone");
            std::fs::read(path).expect("the report")
        });
        assert!(one.len() > 100, "{format} has {} bytes", one.len());
        assert_eq!(one, other, "{format}");
    }
    let workbook = std::fs::read(folder.join("1.xlsx")).expect("the workbook");
    assert!(workbook.starts_with(b"PK\x03\x04"));
}
