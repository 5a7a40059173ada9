//! Profile files, right and wrong: what they say, and where they are wrong.

use roster_model::Level;
use roster_rules::{ActiveProfile, What};
use roster_standard::{AnyColumn, Column, LocalKind, Profile, Setting};

use crate::node::Value;
use crate::{json, read, toml};

mod patterns;
mod trees;
mod written;
mod wrong;

/// A district's file with something of everything.
pub(crate) const DISTRICT: &str = r#"
format = "rostercheck/profile/1"
id = "nanshan-2026"
extends = "xj-2021"
title = { zh = "南山区 2026 年秋季", en = "Nanshan, autumn 2026" }
version = "2026.2"
since = "2026-09-01"
leave_out = ["email", "homepage"]

[parameters]
class_size_max = 50
transfer_windows = "01-10..02-28"

[levels]
R3006 = "warning"
R5008 = "off"

[[columns]]
key = "phone"
aliases = ["第一联系人手机"]
required = true

[[columns]]
key = "grade"
list = ["一年级", "二年级"]

[[columns]]
key = "local.bus_line"
header = "校车线路"
after = "school_bus"
pattern = '[A-Z]\d{2}'
required_when = { column = "school_bus", is = ["是"] }
hint = { zh = "见校车线路图。", en = "See the map of lines." }
level = "error"

[[columns]]
key = "local.fee"
header = "伙食费"
kind = "number"
range = { min = 0, max = 500.5 }
personal = false

[[columns]]
key = "local.fee_due"
header = "应缴"
kind = "number"
after = "local.bus_line"

[[comparisons]]
left = "local.fee"
is = "<="
right = "local.fee_due"
"#;

fn district() -> ActiveProfile {
    read("南山.toml", DISTRICT).unwrap_or_else(|it| panic!("{}", it.en))
}

#[test]
fn a_file_begins_with_a_profile_and_changes_it() {
    let profile = district();
    let base = Profile::by_id("xj-2021").expect("a profile");
    assert_eq!(profile.id, "nanshan-2026");
    assert_eq!(profile.zh, "南山区 2026 年秋季");
    assert_eq!(profile.extends.as_deref(), Some("xj-2021"));
    assert_eq!(profile.columns.len(), base.columns.len() - 2);
    assert!(profile.column(Column::Email).is_none());
    assert_eq!(
        profile.setting("class_size_max"),
        Some(&Setting::Number(50))
    );
    assert_eq!(profile.setting("rows_max"), Some(&Setting::Number(5000)));
    let header = roster_standard::header::key("第一联系人手机");
    let phone = AnyColumn::Known(Column::Phone);
    assert!(profile.headers.contains(&(header, phone)));
    assert_eq!(profile.match_permille, 0, "it is never guessed");
}

#[test]
fn a_file_adds_columns_in_their_places() {
    let profile = district();
    let keys: Vec<&str> = profile.locals.iter().map(|it| &*it.key).collect();
    assert_eq!(keys, ["local.bus_line", "local.fee", "local.fee_due"]);
    let bus = &profile.columns[usize::from(profile.locals[0].after) - 1];
    assert_eq!(bus.column, Column::SchoolBus);
    assert_eq!(profile.locals[1].after as usize, profile.columns.len());
    assert_eq!(profile.locals[2].after, profile.locals[0].after);
    assert_eq!(profile.locals[1].kind, LocalKind::Number);
    assert!(profile.locals[0].is_personal && !profile.locals[1].is_personal);
}

#[test]
fn a_file_demands_and_sets_levels() {
    let profile = district();
    let of = |column: AnyColumn| profile.demands.iter().filter(move |it| it.column == column);
    let bus: Vec<_> = of(AnyColumn::Local(0)).collect();
    assert_eq!(bus.len(), 2);
    assert!(
        bus.iter()
            .all(|it| it.level == Level::Error && it.hint.zh == "见校车线路图。")
    );
    assert_eq!(
        of(AnyColumn::Local(1)).count(),
        3,
        "kind, range and comparison"
    );
    let level = |rule, column| profile.level(rule, column, Level::Error);
    assert_eq!(level("R3006", None), Some(Level::Warning));
    assert_eq!(level("R5008", None), None);
    assert!(profile.is_off("R5008") && !profile.is_off("R4001"));
    assert_eq!(
        level("R4001", Some(Column::Grade)),
        None,
        "the list is its own"
    );
    assert_eq!(level("R4001", Some(Column::Sex)), Some(Level::Error));
}

/// What is wrong with a file: line, column, and a part of the sentence.
#[test]
fn dates_are_written_as_the_fields_of_a_schema_say() {
    let form = |fields: &str| {
        let text = format!("{{\"name\": \"clubs\", \"fields\": [{fields}]}}");
        let profile = read("a.json", &text).unwrap_or_else(|it| panic!("{}", it.en));
        profile.setting("date_form").cloned()
    };
    let dashed = r#"{"name": "出生日期", "type": "date", "format": "%Y-%m-%d"}"#;
    let dotted = r#"{"name": "生效", "type": "date", "format": "%Y.%m.%d"}"#;
    assert_eq!(form(dashed), Some(Setting::Text("YYYY-MM-DD".into())));
    let both = format!("{dashed}, {dotted}");
    assert_eq!(form(&both), Some(Setting::Text("YYYYMMDD".into())));
}

#[test]
fn a_table_schema_becomes_a_profile() {
    let text = r#"{
      "fields": [
        {"name": "姓名", "type": "string", "constraints": {"required": true}},
        {"name": "性别", "type": "string", "constraints": {"enum": ["男", "女"]}},
        {"name": "card no", "type": "integer", "constraints": {"unique": true, "minimum": 1}},
        {"name": "线路", "type": "string", "constraints": {"enum": ["A", "B"], "maxLength": 3}},
        {"name": "离校日期", "type": "date", "constraints": {"minimum": "2026-09-01"}}
      ],
      "primaryKey": "card no",
      "missingValues": [""]
    }"#;
    let profile = read("schema.json", text).unwrap_or_else(|it| panic!("{}", it.en));
    let name = profile.column(Column::Name).expect("a column");
    assert!(name.required);
    let keys: Vec<&str> = profile.locals.iter().map(|it| &*it.key).collect();
    assert_eq!(keys, ["local.card_no", "local.column_4", "local.column_5"]);
    assert!(profile.locals[0].required, "it is the key");
    let wants = |index: u16| -> Vec<&What> {
        let here = profile
            .demands
            .iter()
            .filter(move |it| it.column == AnyColumn::Local(index));
        here.map(|it| &it.what).collect()
    };
    assert_eq!(wants(0).len(), 5, "kind, filled, once, pattern, range");
    assert_eq!(wants(1).len(), 2);
    assert_eq!(wants(2).len(), 2);
    let sex = |it: &&roster_rules::Demand| it.column == AnyColumn::Known(Column::Sex);
    assert_eq!(
        profile.demands.iter().filter(sex).count(),
        0,
        "the list is the standard's"
    );
    assert!(profile.unused.is_empty());
    let columns: Vec<_> = profile.columns.iter().map(|it| it.column).collect();
    assert_eq!(
        columns,
        [Column::Name, Column::Sex],
        "what is no field is no column"
    );
    assert!(profile.locals.iter().all(|it| it.after == 2));
    assert!(!profile.partial && !district().partial);
    let more = text.replace("Key\": \"card no\"", "Key\": [\"card no\", \"线路\"]");
    let more = more.replace("[\"\"]", "[\"\", \"无\", \"99\"]");
    let profile = read("schema.json", &more).unwrap_or_else(|it| panic!("{}", it.en));
    assert!(!profile.locals[0].required, "a part of a key");
    assert_eq!(profile.missing, ["无", "99"]);
    assert_eq!(profile.unused, ["primaryKey", "missingValues"]);
    let more = more.replace(", \"99\"", "");
    let profile = read("schema.json", &more).unwrap_or_else(|it| panic!("{}", it.en));
    assert_eq!(profile.unused, ["primaryKey"], "无 is nothing everywhere");
    let more = text.replace(
        "\"missingValues\"",
        "\"foreignKeys\": [], \"missingValues\"",
    );
    let more = more.replacen("\"string\"", "\"strng\"", 1);
    let profile = read("schema.json", &more).unwrap_or_else(|it| panic!("{}", it.en));
    assert_eq!(profile.unused, ["foreignKeys", "type"]);
}

#[test]
fn a_level_of_nothing_that_is_demanded_is_told_where_it_is() {
    let file = |key: &str, more: &str| {
        format!(
            "id = \"a\"\nextends = \"any\"\n[[columns]]\nkey = \"{key}\"\n{more}\nlevel = \"error\"\n"
        )
    };
    let local = "header = \"线路\"";
    for (key, more) in [("phone", "required = false"), ("local.line", local)] {
        let wrong = read("a.toml", &file(key, more)).expect_err(key).zh;
        assert!(wrong.contains("第6行第1个字：“level”没有用"), "{wrong}");
    }
    let numbers = format!("{local}\nkind = \"number\"");
    for (key, more) in [
        ("phone", "required = true"),
        ("phone", "pattern = '1\\d+'"),
        ("local.line", &numbers),
    ] {
        read("a.toml", &file(key, more)).unwrap_or_else(|it| panic!("{}", it.en));
    }
    // A schema's fields without constraints demand nothing, and become a file that can be read.
    let schema =
        r#"{"fields": [{"name": "姓名"}, {"name": "线路"}, {"name": "卡号", "type": "number"}]}"#;
    let profile = read("s.json", schema).unwrap_or_else(|it| panic!("{}", it.en));
    assert!(profile.demands.iter().all(|it| it.level == Level::Error));
    assert_eq!(profile.demands.len(), 1);
}

#[test]
fn slips_in_a_table_schema_are_told_where_they_are() {
    let schema = |field: &str| format!("{{\"fields\": [{{\"name\": \"电话\", {field}}}]}}");
    let refused = |field: &str| read("s.json", &schema(field)).expect_err(field).zh;
    let wrong = refused("\"constraints\": {\"requird\": true}");
    assert!(
        wrong.contains("第1行") && wrong.contains("“required”"),
        "{wrong}"
    );
    let wrong = refused("\"rostercheck:key\": \"phnoe\"");
    assert!(wrong.contains("“phone”"), "{wrong}");
    let wrong = refused("\"rostercheck:kye\": \"phone\"");
    assert!(wrong.contains("“rostercheck:key”"), "{wrong}");
    let unused = |field: &str| read("s.json", &schema(field)).expect(field).unused;
    let date = "\"type\": \"date\", \"format\": ";
    assert_eq!(unused(&format!("{date}\"%d/%m/%Y\"")), ["format"]);
    assert!(unused(&format!("{date}\"%Y-%m-%d\"")).is_empty());
}

#[test]
fn any_text_gives_a_profile_or_a_sentence() {
    // Every beginning of a file, and the file with each character left out or doubled.
    let characters: Vec<char> = DISTRICT.chars().collect();
    for at in 0..characters.len() {
        let beginning: String = characters[..at].iter().collect();
        let _ = read("a.toml", &beginning);
        let mut shorter = characters.clone();
        shorter.remove(at);
        let _ = read("a.toml", &shorter.iter().collect::<String>());
        let mut longer = characters.clone();
        longer.insert(at, characters[at]);
        let _ = read("a.toml", &longer.iter().collect::<String>());
    }
    let deep = "[".repeat(100_000);
    assert!(read("a.json", &format!("{{\"a\": {deep}")).is_err());
    assert!(read("a.toml", &format!("a = {deep}")).is_err());
    assert!(read("a.toml", &" ".repeat(2 << 20)).is_err());
    assert!(matches!(
        toml::parse("").map(|it| it.value),
        Ok(Value::Table(_))
    ));
    assert!(json::parse("").is_err());
}
