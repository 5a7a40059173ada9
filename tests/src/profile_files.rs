//! Profile files through the whole product: what they add is checked and told, what they set is seen
//! in the report, and the published schema says what the reader takes.

use std::collections::BTreeSet;

use roster_engine::wire::{self, CheckOptions, ProfileFile};
use roster_engine::{Describe, Detail, Language, Options, Session, Values};
use roster_standard::Column;
use serde_json::Value;

use crate::hand_back::finished;
use crate::schema_check::complaints;
use crate::workbook::cells;

pub(crate) const DISTRICT: &str = include_str!("../fixtures/profiles/nanshan.toml");

pub(crate) fn given(text: &str) -> CheckOptions {
    CheckOptions {
        today: "2026-11-21".to_owned(),
        profile_file: Some(ProfileFile {
            name: "p.toml".to_owned(),
            text: text.to_owned(),
            ..ProfileFile::default()
        }),
        ..CheckOptions::default()
    }
}

pub(crate) fn checked(options: &CheckOptions, csv: &str) -> Session {
    let options = Options::understand(options).unwrap_or_else(|it| panic!("{}", it.en));
    let mut session = Session::new(options);
    session.open("名单.csv", csv.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    session
}

pub(crate) fn report(session: &Session, values: Values) -> Value {
    let mut json = Vec::new();
    let describe = Describe { session, values };
    describe
        .write_json(&mut json)
        .expect("memory can be written");
    serde_json::from_slice(&json).expect("JSON")
}

/// Rule, level and cell of every finding of these rules.
pub(crate) fn told(report: &Value, rules: &[&str]) -> Vec<String> {
    let findings = report["findings"].as_array().expect("a list").iter();
    let here = findings.filter(|it| rules.contains(&it["rule"].as_str().unwrap_or_default()));
    let line = |it: &Value| {
        let place = &it["place"];
        let word = |key| place.get(key).and_then(Value::as_str).unwrap_or_default();
        let (cell, column) = (word("cell"), word("column"));
        let (rule, level) = (it["rule"].as_str(), it["level"].as_str());
        format!(
            "{} {} {cell} {column}",
            rule.unwrap_or_default(),
            level.unwrap_or_default()
        )
    };
    here.map(line).collect()
}

const SMALL: &str = "id = \"small\"\nextends = \"any\"\nversion = \"3\"\nsince = \"2026-09-01\"\n\
    [levels]\nR2009 = \"error\"\nR0108 = \"off\"\n\
    [[columns]]\nkey = \"name\"\naliases = [\"娃娃\"]\n\
    [[columns]]\nkey = \"grade\"\nlist = [\"大班\", \"中班\"]\n\
    [[columns]]\nkey = \"local.line\"\nheader = \"线路\"\nlist = [\"A\", \"B\"]\npersonal = false\n\
    [[columns]]\nkey = \"local.pin\"\nheader = \"接送密码\"\nlength = { max = 4 }\n";

const LIST: &str = "娃娃,性别,年级,线路,接送密码,备注,民族,健康状况\n\
    王小明(转),男,大班,C,12345,x,汉族,健康或良好\n李小红,女,一年级,a,1234,x,汉族,健康或良好\n";

#[test]
fn what_a_file_adds_is_checked_and_what_it_sets_is_seen() {
    let session = checked(&given(SMALL), LIST);
    let report = report(&session, Values::Masked);
    let sheet = &report["sheets"][0];
    assert_eq!(sheet["profile"], "small");
    assert_eq!(sheet["profile_version"], "3");
    assert_eq!(sheet["profile_since"], "2026-09-01");
    assert_eq!(sheet["profile_extends"], "any");
    let levels = sheet["profile_levels"].as_array().expect("a list");
    let set = |rule: &str, column: Value, level: &str| serde_json::json!({"rule": rule, "column": column, "level": level});
    assert!(levels.contains(&set("R2009", Value::Null, "error")));
    assert!(levels.contains(&set("R4001", "grade".into(), "off")));
    let overrides = sheet["overrides"].as_array().expect("a list");
    let overrides: Vec<&str> = overrides
        .iter()
        .filter_map(|it| it["zh"].as_str())
        .collect();
    assert_eq!(
        overrides,
        [
            "R0108 按哪个模板检查：不检查（默认提示）",
            "年级：按模板文件自己的列表检查",
            "增加的列：线路、接送密码",
            "另有列名的列：姓名",
        ]
    );
    let columns = sheet["columns"].as_array().expect("a list").iter();
    let columns: Vec<&str> = columns.filter_map(|it| it["column"].as_str()).collect();
    assert_eq!(
        columns,
        [
            "name",
            "sex",
            "grade",
            "local.line",
            "local.pin",
            "ethnic_group",
            "health"
        ]
    );
    assert_eq!(sheet["unmatched"][0]["header"], "备注");
    let rules = ["R0108", "R0110", "R0112", "R2009", "R4001", "R8013"];
    assert_eq!(
        told(&report, &rules),
        [
            "R0110 warning C3 grade",
            "R0110 warning D2 local.line",
            "R0110 warning D3 local.line",
            "R0112 warning E2 local.pin",
            "R2009 error A2 name",
        ]
    );
    let not_run = report["summary"]["not_run"].as_array().expect("a list");
    let why = |rule: &str| {
        not_run
            .iter()
            .find(|it| it["rule"] == rule)
            .map(|it| &it["why"])
    };
    assert_eq!(why("R0108"), Some(&Value::from("turned-off")));
    assert_eq!(why("R0113"), Some(&Value::from("not-demanded")));
    // Names alone are no duplicate, in one list or in several.
    assert_eq!(why("R7007"), Some(&Value::from("column-absent")));
    assert_eq!(report["summary"]["errors"], 1);
}

#[test]
fn every_column_that_a_file_changes_is_told_with_the_run() {
    let told = |profile: &str| {
        let session = checked(&given(profile), LIST);
        let describe = Describe {
            session: &session,
            values: Values::Masked,
        };
        let mut text = Vec::new();
        describe
            .write_text(Language::Zh, Detail::Totals, &mut text)
            .expect("memory can be written");
        let text = String::from_utf8(text).expect("text");
        let lines = text
            .lines()
            .filter_map(|it| it.trim().strip_prefix("本次设定："));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        told(SMALL)[1..],
        [
            "年级：按模板文件自己的列表检查",
            "增加的列：线路、接送密码",
            "另有列名的列：姓名"
        ]
    );
    let district = told(DISTRICT);
    assert_eq!(
        district[5..],
        [
            "去掉的列：电子信箱、主页地址",
            "增加的列：校车线路、伙食费、应缴",
            "另有列名的列：联系电话",
        ]
    );
    let demanding = "id = \"small\"\nextends = \"any\"\n\
        [[columns]]\nkey = \"talents\"\nrequired_when = { column = \"sex\", is = \"男\" }\n\
        [[columns]]\nkey = \"class_serial\"\nunique = true\n";
    assert_eq!(
        told(demanding),
        ["模板文件对内容另有要求的列：特长、班内学号"]
    );
    let schema = r#"{"fields": [{"name": "姓名", "constraints": {"required": true}}, {"name": "线路"}],
        "primaryKey": ["姓名", "线路"], "missingValues": ["", "99"]}"#;
    assert_eq!(
        told(schema),
        [
            "增加的列：线路",
            "模板文件里没有用到的内容：primaryKey、missingValues"
        ]
    );
}

#[test]
fn a_column_of_the_files_own_is_masked_unless_it_says_otherwise() {
    let session = checked(&given(SMALL), LIST);
    let describe = Describe {
        session: &session,
        values: Values::Masked,
    };
    let row = &describe.rows(0, 0, 1)[0];
    assert_eq!(row.cells[3], "C");
    assert_ne!(row.cells[4], "12345");
    let report = report(&session, Values::Masked);
    let text = report.to_string();
    assert!(
        !text.contains("12345") && text.contains("\"to\":\"A\""),
        "{text}"
    );
}

#[test]
fn the_headers_of_a_file_are_enough_to_find_the_header() {
    let own = "id = \"own\"\n\
        [[columns]]\nkey = \"name\"\naliases = [\"娃娃\"]\n\
        [[columns]]\nkey = \"sex\"\naliases = [\"男娃女娃\"]\n\
        [[columns]]\nkey = \"birth_date\"\naliases = [\"哪天生\"]\n\
        [[columns]]\nkey = \"local.line\"\nheader = \"线路\"\n";
    for list in [
        "接送表\n娃娃,男娃女娃,哪天生,线路\n王小明,男,20150901,A\n",
        "接送表\n娃娃\t男娃女娃\t哪天生\n王小明\t男\t20150901\n",
        "娃娃;线路\n王小明;A,B\n",
    ] {
        let session = checked(&given(own), list);
        let report = report(&session, Values::Masked);
        let sheet = &report["sheets"][0];
        assert_eq!(sheet["rows"], 1, "{list}");
        assert_eq!(sheet["columns"][0]["column"], "name", "{list}");
        let other = CheckOptions {
            today: "2026-11-21".to_owned(),
            ..CheckOptions::default()
        };
        let without = self::report(&checked(&other, list), Values::Masked);
        assert_eq!(without["findings"][0]["rule"], "R0101", "{list}");
    }
}

#[test]
fn other_sheets_may_have_another_profile_and_the_file_may_be_named() {
    let mut options = given(SMALL);
    options.profile = Some("any".to_owned());
    let session = checked(&options, LIST);
    assert_eq!(
        report(&session, Values::Masked)["sheets"][0]["profile"],
        "any"
    );
    options.profile = Some("small".to_owned());
    let session = checked(&options, LIST);
    assert_eq!(
        report(&session, Values::Masked)["sheets"][0]["profile"],
        "small"
    );
    options.profile = Some("large".to_owned());
    let said = Options::understand(&options).expect_err("there is none");
    assert!(said.en.contains("small, xj-2013"), "{}", said.en);
}

#[test]
fn the_template_of_a_file_has_its_columns_and_is_found_to_be_its_own() {
    let options = given(DISTRICT);
    let output = roster_engine::template((&options).into(), Language::Zh);
    let output = output.unwrap_or_else(|it| panic!("{}", it.en));
    let bytes = finished(&output);
    let understood = Options::understand(&options).unwrap_or_else(|it| panic!("{}", it.en));
    let mut session = Session::new(understood);
    session.open("空白.xlsx", &bytes, &mut |_| {});
    session.check(&mut |_| {});
    let report = report(&session, Values::Masked);
    let columns = report["sheets"][0]["columns"]
        .as_array()
        .expect("a list")
        .iter();
    let columns: Vec<&str> = columns.filter_map(|it| it["column"].as_str()).collect();
    let place = |key: &str| columns.iter().position(|it| *it == key).expect("a column");
    assert_eq!(place("local.bus_line"), place("school_bus") + 1);
    assert_eq!(place("local.fee_due"), place("school_bus") + 2);
    assert_eq!(place("local.fee") + 1, columns.len());
    assert!(!columns.contains(&"email"));
    let serious: Vec<&Value> = report["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .collect();
    let serious = serious.iter().filter(|it| it["level"] != "info");
    let rules: Vec<&str> = serious.filter_map(|it| it["rule"].as_str()).collect();
    assert_eq!(rules, ["R0016"]);
}

#[test]
fn the_notes_of_a_template_ask_for_what_the_check_of_its_profile_takes() {
    let told = |more: &str| {
        let options = given(&format!("id = \"p\"\nextends = \"xj-2013\"\n{more}"));
        let output = roster_engine::template((&options).into(), Language::Zh);
        cells(&finished(&output.unwrap_or_else(|it| panic!("{}", it.en))))
    };
    let plain = told("");
    assert!(plain.contains("列名是红字的列必填"), "{plain}");
    assert!(plain.contains("写成20200901-20300901这样；长期有效的写成20200901-长期。"));
    assert!(plain.contains("11位手机号，或带区号的固定电话。"));
    let own = told(
        "[parameters]\nexpiry_form = \"YYYY.MM.DD-YYYY.MM.DD\"\ndate_form = \"YYYY-MM-DD\"\n\
         [[columns]]\nkey = \"phone\"\npattern = '1[0-9]{10}'\nhint = \"只填手机\"\n\
         [[columns]]\nkey = \"local.met\"\nheader = \"家访日期\"\nkind = \"date\"\n",
    );
    assert!(own.contains("写成2020.09.01-2030.09.01这样"), "{own}");
    assert!(own.contains("只填手机"), "{own}");
    // What is said of phones is said of the family's alone.
    assert_eq!(own.matches("带区号的固定电话").count(), 2, "{own}");
    assert!(!own.contains("写成20150901这样"), "{own}");
}

/// A roster may have any column; a blank one gets those of other lists where its file speaks of them.
#[test]
fn the_template_of_any_columns_has_none_of_other_lists() {
    let header = |more: &str| {
        let options = given(&format!("id = \"small\"\nextends = \"any\"\n{more}"));
        let output = roster_engine::template((&options).into(), Language::Zh);
        let bytes = finished(&output.unwrap_or_else(|it| panic!("{}", it.en)));
        let mut session = Session::new(Options::understand(&options).expect("options"));
        session.open("空白.xlsx", &bytes, &mut |_| {});
        session.check(&mut |_| {});
        let columns = session.rosters()[0].sheet.columns.iter();
        columns.filter_map(|it| it.column).collect::<Vec<_>>()
    };
    let others = [Column::EventType, Column::EventDate, Column::ProblemKind];
    let found = header("");
    assert!(found.contains(&Column::Name) && others.iter().all(|it| !found.contains(it)));
    let found = header("[[columns]]\nkey = \"event_date\"\naliases = [\"离园日期\"]\n");
    assert!(found.contains(&Column::EventDate) && !found.contains(&Column::EventType));
}

#[test]
fn the_schema_of_a_profile_file_says_what_the_reader_takes() {
    let schema = serde_json::to_value(schemars::schema_for!(wire::ProfileShape)).expect("JSON");
    let keys = |value: &Value| -> BTreeSet<String> {
        let keys = value["properties"].as_object().expect("properties").keys();
        keys.cloned().collect()
    };
    let known = |words: &[&str]| {
        words
            .iter()
            .map(|&it| it.to_owned())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(keys(&schema), known(roster_profile::PROFILE));
    let definition = |name: &str| keys(&schema["$defs"][name]);
    assert_eq!(definition("ColumnShape"), known(roster_profile::COLUMN));
    assert_eq!(
        definition("ComparisonShape"),
        known(roster_profile::COMPARISON)
    );
    assert_eq!(definition("BothShape"), known(roster_profile::TITLE));
    assert_eq!(definition("RangeShape"), known(roster_profile::RANGE));
    assert_eq!(definition("LengthShape"), known(roster_profile::LENGTH));
    assert_eq!(definition("WhenShape"), known(roster_profile::WHEN));
    for text in [DISTRICT, SMALL] {
        let table: toml::Table = text.parse().expect("TOML");
        let value = serde_json::to_value(table).expect("JSON");
        let found = complaints(&schema, &value);
        assert!(found.is_empty(), "{}", found.join("\n"));
        // The same file as JSON is the same profile.
        let json = serde_json::to_string_pretty(&value).expect("JSON");
        let (a, b) = (
            roster_profile::read("a", text),
            roster_profile::read("b", &json),
        );
        let (a, b) = (a.expect("a profile"), b.expect("a profile"));
        assert_eq!(
            format!("{:?}", a.listed.columns),
            format!("{:?}", b.listed.columns)
        );
        assert_eq!(a.listed.locals, b.listed.locals);
        assert_eq!(a.demands, b.demands);
    }
}
