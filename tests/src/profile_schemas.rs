//! A Table Schema as a profile file, and a profile as a Table Schema.

use roster_engine::{Values, WantedProfile};
use roster_standard::{Column, Profile};
use serde_json::Value;

use crate::profile_files::{DISTRICT, checked, given, report, told};

#[test]
fn what_a_table_schema_requires_has_to_be_there() {
    let schema = r#"{"fields": [{"name": "姓名", "constraints": {"required": true}},
        {"name": "民族", "constraints": {"required": true}}, {"name": "性别"},
        {"name": "宿舍号", "constraints": {"required": true}}]}"#;
    let missing = |schema: &str| {
        let session = checked(&given(schema), "姓名,出生日期\n王小明,20150901\n");
        told(&report(&session, Values::Masked), &["R0102"]).len()
    };
    assert_eq!(missing(schema), 2, "民族 and 宿舍号");
    assert_eq!(
        missing(&schema.replacen('{', r#"{"fieldsMatch": "partial", "#, 1)),
        1,
        "宿舍号, which only the schema knows"
    );
}

#[test]
fn the_words_of_a_table_schema_for_nothing_are_nothing() {
    let schema = r#"{"fieldsMatch": "partial", "missingValues": ["", "-", "99"], "fields": [{"name": "姓名"},
        {"name": "线路", "constraints": {"enum": ["A", "B"]}}, {"name": "年龄", "type": "integer"},
        {"name": "体检日期", "type": "date"}, {"name": "卡号", "constraints": {"required": true, "unique": true}}]}"#;
    let list =
        "姓名,线路,年龄,体检日期,卡号\n王小明,-,-,99,1\n李小红,C,x,无,-\n张小华,A,7,2026-09-01,-\n";
    let session = checked(&given(schema), list);
    let of_file = ["R0110", "R0111", "R0112", "R0113", "R0114"];
    let said = told(&report(&session, Values::Shown), &of_file).join("\n");
    let cells = ["B3", "C3", "D3", "E3", "E4"];
    assert!(cells.iter().all(|it| said.contains(it)), "{said}");
    assert_eq!(said.lines().count(), cells.len(), "{said}");
}

#[test]
fn a_profile_goes_out_as_a_table_schema_and_comes_back() {
    for profile in Profile::all() {
        let text = roster_engine::table_schema(WantedProfile::named(&profile.id));
        let (text, left_out) = text.unwrap_or_else(|it| panic!("{}", it.en));
        let says_all = profile.defaults.is_empty() && !profile.partial;
        assert_eq!(left_out.zh.is_empty(), says_all);
        // As it stands it is the profile, with all that the schema cannot say.
        let own = roster_profile::read("schema.json", &text);
        let own = own.unwrap_or_else(|it| panic!("{}: {}", profile.id, it.en));
        assert_eq!(own.id, format!("{}-own", profile.id));
        assert_eq!(own.extends.as_ref(), Some(&profile.id));
        assert_eq!((&own.zh, &own.en), (&profile.zh, &profile.en));
        for (name, value) in profile.defaults.iter() {
            assert_eq!(own.setting(name), Some(value), "{}: {name}", profile.id);
        }
        assert_eq!(
            format!("{:?}", own.columns),
            format!("{:?}", profile.columns)
        );
        let text = text.replacen(
            &format!("\"name\": \"{}\"", profile.id),
            "\"name\": \"again\"",
            1,
        );
        let back = roster_profile::read("schema.json", &text);
        let back = back.unwrap_or_else(|it| panic!("{}: {}", profile.id, it.en));
        assert!(back.locals.is_empty(), "{}", profile.id);
        assert!(
            back.demands.is_empty(),
            "{}: {:?}",
            profile.id,
            back.demands
        );
        assert_eq!(back.partial, profile.partial, "{}", profile.id);
        let columns =
            |it: &Profile| -> Vec<Column> { it.columns.iter().map(|it| it.column).collect() };
        assert_eq!(columns(&back), columns(profile), "{}", profile.id);
        for line in profile.columns.iter() {
            let there = back.column(line.column).expect("the column came back");
            // Other programs take a required field for a column that has to be there.
            let is_required = line.required && !profile.partial;
            assert_eq!((&there.header, there.required), (&line.header, is_required));
        }
    }
    let schema = roster_engine::table_schema((&given(DISTRICT)).into());
    let (text, left_out) = schema.expect("a profile");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let fields = schema["fields"].as_array().expect("a list");
    let fee = fields
        .iter()
        .find(|it| it["name"] == "伙食费")
        .expect("a field");
    assert_eq!(fee["type"], "number");
    assert_eq!(fee["rostercheck:key"], "local.fee");
    assert_eq!(fee["constraints"]["maximum"], "500.5");
    // What no schema can say is named in it.
    assert_eq!(schema["description"], left_out.zh.as_str());
    assert!(left_out.zh.contains("规则的级别"), "{}", left_out.zh);
}
