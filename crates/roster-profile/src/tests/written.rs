//! A file that is written again says what it said, and sets what was set.

use roster_rules::ActiveProfile;
use roster_standard::{Profile, Setting};

use super::DISTRICT;
use crate::{Base, read, with_parameters};

fn set(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |it: &(&str, &str)| (it.0.to_owned(), it.1.to_owned());
    pairs.iter().map(owned).collect()
}

#[test]
fn a_file_is_written_again_and_says_the_same() {
    let (text, id) = with_parameters(Base::File("南山.toml", DISTRICT), &[]).expect("a profile");
    assert_eq!(id, "nanshan-2026");
    let again = read("again.toml", &text).unwrap_or_else(|it| panic!("{}\n{text}", it.en));
    let before = read("南山.toml", DISTRICT).expect("a profile");
    assert_eq!(format!("{again:?}"), format!("{before:?}"));
}

#[test]
fn what_is_set_goes_before_what_the_file_sets() {
    let set = set(&[("class_size_max", "45"), ("school_year_stage", "term")]);
    let (text, _) = with_parameters(Base::File("南山.toml", DISTRICT), &set).expect("a profile");
    let profile = read("again.toml", &text).unwrap_or_else(|it| panic!("{}\n{text}", it.en));
    assert_eq!(
        profile.setting("class_size_max"),
        Some(&Setting::Number(45))
    );
    let stage = profile.setting("school_year_stage");
    assert_eq!(stage, Some(&Setting::Text("term".into())));
    let windows = profile.setting("transfer_windows");
    assert_eq!(windows, Some(&Setting::Text("01-10..02-28".into())));
}

#[test]
fn a_built_in_profile_becomes_a_file_that_begins_with_it() {
    let profile = Profile::by_id("xj-2013").expect("a profile");
    let set = set(&[("region_code_digits", "6"), ("event_types", "a\"b\\,c")]);
    let (text, id) = with_parameters(Base::BuiltIn(profile), &set).expect("a profile");
    assert_eq!(id, "xj-2013-own");
    let own = read("own.toml", &text).unwrap_or_else(|it| panic!("{}\n{text}", it.en));
    assert_eq!(own.extends.as_deref(), Some("xj-2013"));
    assert_eq!(own.setting("region_code_digits"), Some(&Setting::Number(6)));
    let types = own.setting("event_types");
    assert_eq!(types, Some(&Setting::Text("a\"b\\,c".into())));
    assert_eq!(own.columns, profile.columns);
}

#[test]
fn a_table_schema_can_be_written_as_a_profile_file() {
    let schema = r#"{"name": "clubs", "fields": [{"name": "姓名"}, {"name": "社团", "constraints": {"enum": ["棋", "画"], "maxLength": 4}}]}"#;
    let (text, id) = with_parameters(Base::File("clubs.json", schema), &set(&[("rows_max", "9")]))
        .expect("a profile");
    assert_eq!(id, "clubs");
    let again = read("clubs.toml", &text).unwrap_or_else(|it| panic!("{}\n{text}", it.en));
    let mut before = read("clubs.json", schema).expect("a profile");
    before
        .listed
        .defaults
        .to_mut()
        .push(("rows_max".into(), Setting::Number(9)));
    assert_eq!(format!("{again:?}"), format!("{before:?}"));
}

#[test]
fn what_was_understood_is_handed_on_whole() {
    let read = read("南山.toml", DISTRICT).expect("a profile");
    let packed = read.pack();
    let again = ActiveProfile::unpack(&packed).expect("what was packed");
    assert_eq!(format!("{again:?}"), format!("{read:?}"));
    for (at, _) in packed.char_indices() {
        assert!(
            ActiveProfile::unpack(&packed[..at]).is_none(),
            "cut at {at}"
        );
    }
}
