//! What a profile file demands of the form of a column goes before the forms that the rules know: nobody is told to
//! write a cell otherwise than the file wants it, and what is fixed stays as the file wants it.

use roster_engine::Values;
use roster_engine::wire::{CheckOptions, ProfileFile};
use serde_json::Value;

use crate::profile_files::{checked, given, report, told};

/// What is told of some rules, where the file is written and the list is checked.
fn found(profile: &str, list: &str, rules: &[&str]) -> Vec<String> {
    told(
        &report(&checked(&given(profile), list), Values::Masked),
        rules,
    )
}

/// What the fixes of a list would write, in the order of the findings.
fn written(profile: &str, list: &str, trust: &str) -> Vec<String> {
    let report = report(&checked(&given(profile), list), Values::Shown);
    let findings = report["findings"].as_array().expect("a list").iter();
    let fixes = findings.flat_map(|it| it["fixes"].as_array().cloned().unwrap_or_default());
    let of_trust = fixes.filter(|it| it["trust"] == trust);
    let to = of_trust.map(|it| it["edits"][0]["to"].as_str().unwrap_or_default().to_owned());
    to.collect()
}

fn overrides(profile: &str, list: &str) -> Vec<String> {
    let report = report(&checked(&given(profile), list), Values::Masked);
    let told = report["sheets"][0]["overrides"].as_array().cloned();
    let told = told.unwrap_or_default().into_iter();
    told.map(|it| it["zh"].as_str().unwrap_or_default().to_owned())
        .collect()
}

fn column(key: &str, demand: &str) -> String {
    format!("id = \"own\"\n[[columns]]\nkey = \"{key}\"\n{demand}\n")
}

#[test]
fn a_cell_that_is_as_the_file_wants_it_keeps_its_form() {
    for (key, demand, header, text) in [
        (
            "phone",
            r"pattern = '1\d{2}-\d{4}-\d{4}'",
            "联系电话",
            "138-0013-8000",
        ),
        (
            "birth_date",
            r"pattern = '\d{4}-\d{2}-\d{2}'",
            "出生日期",
            "2015-09-01",
        ),
        ("ethnic_group", "pattern = '[^族]+'", "民族", "汉"),
        ("class_code", "list = ['０１', '02']", "班号", "０１"),
        ("blood_type", "list = ['Ａ', 'Ｂ']", "血型", "Ａ"),
    ] {
        let list = format!("姓名,性别,{header}\n王小明,男,{text}\n");
        let profile = column(key, demand);
        let rules = [
            "R0110", "R0111", "R0204", "R3002", "R4001", "R4005", "R5006", "R8010",
        ];
        assert!(found(&profile, &list, &rules).is_empty(), "{key}");
        assert!(written(&profile, &list, "safe").is_empty(), "{key}");
    }
    // What is not as the file wants it is told, and fixed where the fix is as the file wants it.
    let profile = column("phone", r"pattern = '1\d{10}'");
    let list = "姓名,联系电话\n王小明,+86 138-0013-8000\n";
    assert_eq!(written(&profile, list, "safe"), ["13800138000"]);
    let profile = column("birth_date", r"pattern = '\d{4}-\d{2}-\d{2}'");
    let list = "姓名,出生日期\n王小明,2015/9/1\n";
    assert!(written(&profile, list, "safe").is_empty());
    // A pattern that takes anything lets nothing pass that the system refuses.
    let profile = column("sex", "pattern = '.+'");
    let list = "姓名,性别\n王小明,x\n";
    assert_eq!(found(&profile, list, &["R4007"]), ["R4007 error B2 sex"]);
}

#[test]
fn a_list_of_the_file_keeps_levels_and_fixes() {
    let profile = column("sex", "list = ['男', '女']");
    let list = "姓名,性别\n王小明,x\n李小红,1\n张华,女\n赵云,未知\n";
    let rules = ["R0110", "R0210", "R0215", "R4001", "R4007"];
    assert_eq!(
        found(&profile, list, &rules),
        [
            "R0110 error B2 sex",
            "R0110 warning B3 sex",
            "R0215 error B5 sex"
        ]
    );
    assert_eq!(written(&profile, list, "safe"), ["男"]);
    // A level that the file writes holds.
    let profile = column("sex", "list = ['男', '女']\nlevel = 'info'");
    assert_eq!(
        found(&profile, "姓名,性别\n王小明,x\n", &rules),
        ["R0110 info B2 sex"]
    );
}

#[test]
fn what_is_proposed_is_in_the_list_of_the_file() {
    let profile = column("sex", "list = ['男性', '女性']");
    let list = "姓名,性别,身份证号\n王小明,女性,110101201509010016\n";
    assert_eq!(written(&profile, list, "review"), ["男性"]);
    let profile = column("id_type", "list = ['身份证', '护照', '无证件']");
    let list = "姓名,证件类型,身份证号\n王小明,无证件,\n李小红,无证件,无\n张华,护照,\n王芳,身份证,110101201509010016\n";
    assert_eq!(
        found(&profile, list, &["R1017", "R1026"]),
        ["R1026 error C4 id_number"]
    );
    let text = report(&checked(&given(&profile), list), Values::Masked).to_string();
    assert!(!text.contains("请选“其他”"), "{text}");
}

#[test]
fn a_required_column_of_the_file_has_to_be_there() {
    let own = |more: &str| {
        format!(
            "id = \"own\"\n{more}[[columns]]\nkey = \"local.a\"\nheader = \"甲\"\nrequired = true\n"
        )
    };
    let list = "姓名,性别\n王小明,男\n";
    let missing = |profile: &str| {
        let report = report(&checked(&given(profile), list), Values::Masked);
        let findings = report["findings"].as_array().expect("a list").iter();
        let own = findings.filter(|it| it["facts"]["standard_header"] == "甲");
        let own: Vec<(String, String)> = own
            .map(|it| (it["level"].to_string(), it["message"]["zh"].to_string()))
            .collect();
        own
    };
    for more in ["", "extends = \"xj-2013\"\n"] {
        let told = missing(&own(more));
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].0, "\"warning\"");
        assert!(told[0].1.contains("所用的模板文件"), "{}", told[0].1);
    }
    assert_eq!(missing(&(own("") + "level = 'info'\n"))[0].0, "\"info\"");
}

#[test]
fn what_a_file_silences_is_seen() {
    let list = "姓名,性别,甲\n王小明,男,\n";
    let told = overrides(
        "id = \"own\"\nextends = \"xj-2013\"\npartial = true\n",
        list,
    );
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("表里没有也不提示的必填列：学校标识码、出生日期、"),
        "{}",
        told[0]
    );
    let own = "id = \"own\"\n[[columns]]\nkey = \"local.a\"\nheader = \"甲\"\n\
        required_when = { column = \"student_number\" }\n";
    assert_eq!(
        overrides(own, list),
        ["增加的列：甲", "另一列不在表里，没有检查要求的列：甲"]
    );
    // A condition holds of what means the same.
    let own = "id = \"own\"\n[[columns]]\nkey = \"local.a\"\nheader = \"甲\"\n\
        required_when = { column = \"boarding\", is = [\"住读\"] }\n";
    let list = "姓名,就读方式,甲\n王小明,住校,\n李小红,走读,\n";
    assert_eq!(found(own, list, &["R0114"]), ["R0114 warning C2 local.a"]);
}

#[test]
fn a_date_of_a_schema_without_a_format_is_one_of_the_standard() {
    let schema = r#"{"fields": [{"name": "姓名"}, {"name": "出生日期", "type": "date"},
        {"name": "入学年月", "type": "yearmonth"}, {"name": "体检日", "type": "date"}]}"#;
    let list = "姓名,出生日期,入学年月,体检日\n王小明,2015-09-01,2021-09,2026-03-01\n\
        李小红,20150901,202109,20260301\n";
    let rules = ["R3002", "R0111"];
    assert_eq!(
        found(schema, list, &rules),
        [
            "R0111 error D3 local.column_4",
            "R3002 warning B3 birth_date",
            "R3002 warning C3 enrolment_month"
        ]
    );
    assert_eq!(written(schema, list, "safe"), ["2015-09-01", "2021-09"]);
}

#[test]
fn what_a_field_says_of_its_texts_holds_or_is_told() {
    let field =
        |more: &str| format!(r#"{{"fields": [{{"name": "姓名"}}, {{"name": "甲", {more}}}]}}"#);
    let rules = ["R0110", "R0111", "R0112"];
    let truths = field(r#""type": "boolean", "trueValues": ["是"], "falseValues": ["否"]"#);
    let list = "姓名,甲\n王小明,是\n李小红,否\n张华,true\n";
    assert_eq!(
        found(&truths, list, &rules),
        ["R0110 error B4 local.column_2"]
    );
    for (more, text, word) in [
        (
            r#""type": "number", "bareNumber": false"#,
            "12元",
            "bareNumber",
        ),
        (
            r#""type": "number", "groupChar": ",""#,
            "\"1,000\"",
            "groupChar",
        ),
        (
            r#""type": "number", "decimalChar": ",""#,
            "\"1,5\"",
            "decimalChar",
        ),
        (
            r#""type": "string", "missingValues": ["-"]"#,
            "-",
            "missingValues",
        ),
        (
            r#""type": "string", "missingValues": [{"value": "-", "label": "无"}]"#,
            "-",
            "missingValues",
        ),
        (
            r#""type": "string", "categories": ["a"]"#,
            "a",
            "categories",
        ),
        (r#""type": "string", "format": "email""#, "a@b.cn", "format"),
    ] {
        let list = format!("姓名,甲\n王小明,{text}\n");
        assert!(found(&field(more), &list, &rules).is_empty(), "{more}");
        let told = overrides(&field(more), &list);
        let told = told.last().map(String::as_str).unwrap_or_default();
        assert_eq!(told, format!("模板文件里没有用到的内容：{word}"), "{more}");
    }
    let plain = field(r#""type": "number", "decimalChar": ".", "bareNumber": true"#);
    let told = overrides(&plain, "姓名,甲\n王小明,1\n");
    assert!(!told.iter().any(|it| it.contains("没有用到")), "{told:?}");
    // What a type asks for is told in words.
    let whole = report(
        &checked(
            &given(&field(r#""type": "integer""#)),
            "姓名,甲\n王小明,1.5\n",
        ),
        Values::Masked,
    );
    let text = whole["findings"].to_string();
    assert!(
        text.contains("要填整数") && !text.contains(r"\\d"),
        "{text}"
    );
}

#[test]
fn an_exported_schema_is_one_that_other_programs_take() {
    let export = |profile: &str| -> Value {
        let schema = roster_engine::table_schema((&given(profile)).into());
        let (text, _) = schema.unwrap_or_else(|it| panic!("{}", it.en));
        serde_json::from_str(&text).expect("JSON")
    };
    let own = |more: &str| {
        let schema = export(&format!(
            "id = \"own\"\n[[columns]]\nkey = \"local.a\"\nheader = \"甲\"\n{more}\n"
        ));
        let mut fields = schema["fields"].as_array().expect("a list").iter();
        fields
            .find(|it| it["name"] == "甲")
            .expect("a field")
            .clone()
    };
    let month = own("kind = \"month\"\nrange = { min = \"2026-01\" }");
    assert_eq!(month["type"], "string");
    assert!(month["constraints"].is_null(), "{month}");
    let date = own("kind = \"date\"\nrange = { min = \"2026-01-01\" }");
    assert_eq!(date["format"], "%Y%m%d");
    assert_eq!(date["constraints"]["minimum"], "20260101");
    let han = own(r"pattern = '\p{Han}+[A\p{Han}·]\\p'");
    let pattern = han["constraints"]["pattern"].as_str().unwrap_or_default();
    assert!(!pattern.contains(r"\p{"), "{pattern}");
    assert!(
        pattern.contains("[A〇") && pattern.starts_with("[〇"),
        "{pattern}"
    );
    // Any list may lack any column.
    let any = export("id = \"own\"\n");
    assert!(!any.to_string().contains("\"required\""));
}

#[test]
fn a_file_of_json_is_answered_as_json() {
    let options = CheckOptions {
        profile_file: Some(ProfileFile {
            name: "p.json".to_owned(),
            text: "[1]".to_owned(),
            ..ProfileFile::default()
        }),
        ..CheckOptions::default()
    };
    let said = roster_engine::Options::understand(&options).expect_err("no profile");
    assert!(!said.zh.contains("等号"), "{}", said.zh);
}
