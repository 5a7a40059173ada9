//! A roster is what its plan says, and nothing but the plan decides it.

use super::*;

fn plan() -> Plan {
    Plan {
        rows: 900,
        faults: 0.1,
        duplicates: 0.02,
        ..Plan::default()
    }
}

fn truth(rosters: &Rosters) -> Value {
    serde_json::from_str(&rosters.truth).unwrap()
}

fn csv_lines(rosters: &Rosters, file: &str) -> Vec<csv::StringRecord> {
    let (_, bytes) = rosters.files.iter().find(|(name, _)| name == file).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(&bytes[3..]);
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn equal_plans_give_equal_bytes_and_seeds_matter() {
    let messy = Plan {
        layout: Sheet::Messy,
        columns: Columns::Full,
        rows: 200,
        split: 2,
        ..plan()
    };
    for plan in [plan(), messy] {
        let rosters = plan.make().unwrap();
        assert_eq!(rosters, plan.make().unwrap());
        let other = Plan { seed: 2, ..plan };
        assert_ne!(rosters.truth, other.make().unwrap().truth);
    }
}

#[test]
fn truth_names_the_cells_that_were_written() {
    for layout in [Sheet::Plain, Sheet::Messy] {
        let rosters = Plan { layout, ..plan() }.make().unwrap();
        let truth = truth(&rosters);
        let lines = csv_lines(&rosters, "roster.csv");
        let part = &truth["parts"][0];
        assert_eq!(part["rows"], 900);
        assert_eq!(part["physical_rows"], lines.len());
        let columns: Vec<&str> = part["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it.as_str().unwrap())
            .collect();
        let shift = usize::from(part["leading_number_column"] == true);
        let faults = truth["faults"].as_array().unwrap();
        assert_eq!(faults.len(), 90);
        for fault in faults {
            let row = fault["row"].as_u64().unwrap() as usize;
            let column = columns
                .iter()
                .position(|it| *it == fault["column"])
                .unwrap();
            assert_eq!(
                lines[row - 1][column + shift],
                *fault["written"].as_str().unwrap()
            );
            assert_ne!(fault["written"], fault["original"], "{fault}");
        }
    }
}

#[test]
fn every_kind_of_fault_turns_up_and_no_cell_is_wrong_twice() {
    let of_all_columns = Plan {
        rows: 2000,
        faults: 0.2,
        columns: Columns::First(columns::ROSTER_LEN),
        ..plan()
    };
    let special = Plan {
        school: SchoolKind::Special,
        ..of_all_columns.clone()
    };
    let workbook = Plan {
        formats: vec![FileFormat::Xlsx],
        ..of_all_columns.clone()
    };
    let of_story = |story| Plan {
        story,
        duplicates: 0.0,
        ..of_all_columns.clone()
    };
    let new_pupils = of_story(Story::NewPupils);
    let damaged = of_story(Story::DamagedNumbers);
    let promotion = of_story(Story::Promotion);
    let class_names = Plan {
        columns: Columns::ClassNames,
        ..of_all_columns.clone()
    };
    let new_class = Plan {
        columns: Columns::ClassList,
        ..of_story(Story::NewPupils)
    };
    let misplaced = Misplaced::ALL.map(|it| of_story(Story::Misplaced(it)));
    let changes = Plan {
        changes: 300,
        faults: 0.2,
        ..plan()
    };
    let mut seen: Vec<String> = Vec::new();
    for plan in [
        of_all_columns,
        special,
        workbook,
        new_pupils,
        damaged,
        promotion,
        changes,
        class_names,
        new_class,
    ]
    .into_iter()
    .chain(misplaced)
    {
        let truth = truth(&plan.make().unwrap());
        let faults = truth["faults"].as_array().unwrap();
        let place = |it: &Value| (it["part"].as_u64(), it["row"].as_u64());
        let mut rows: Vec<_> = faults.iter().map(place).collect();
        rows.dedup();
        assert_eq!(rows.len(), faults.len());
        seen.extend(
            faults
                .iter()
                .map(|it| it["kind"].as_str().unwrap().to_owned()),
        );
    }
    let of_many = [
        &kinds::CLASS_TOO_LARGE,
        &kinds::CLASS_SIZES_APART,
        &kinds::NUMBER_DAMAGED,
        &kinds::COLUMN_DAMAGED,
        &kinds::LEAVER_MISSING,
        &kinds::ROW_SLIPPED,
        &kinds::COLUMNS_EXCHANGED,
        &kinds::PUPILS_ABOVE,
        &kinds::HEADER_BELOW,
        &kinds::GIVEN_TWICE,
    ];
    let all = kinds::all().chain(kinds::CHANGES).chain(of_many);
    let missing: Vec<&str> = all
        .map(|it| it.name)
        .filter(|name| !seen.iter().any(|it| it == name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_rarer_faultless_pupils_turn_up() {
    let clean = Plan {
        rows: 3000,
        faults: 0.0,
        duplicates: 0.0,
        ..plan()
    };
    let rosters = clean.make().unwrap();
    let lines = csv_lines(&rosters, "roster.csv");
    let is_late = |line: &csv::StringRecord| {
        let young = places::YOUNG.iter();
        let mut young = young.filter(|it| line[9].starts_with(&it.code.to_string()));
        young.any(|it| line[3][..4].parse::<u32>().unwrap() < it.since)
    };
    assert!(
        lines.iter().skip(1).any(is_late),
        "nobody was registered late"
    );
    for id_type in [
        "居民身份证",
        "香港特区护照/身份证明",
        "澳门特区护照/身份证明",
        "台湾居民来往大陆通行证",
        "港澳台居民居住证",
        "外国人永久居留身份证",
        "护照",
        "其他",
    ] {
        assert!(lines.iter().any(|it| &it[8] == id_type), "{id_type}");
    }
}

#[test]
fn a_group_has_two_members_and_pupils_of_no_group_are_alone() {
    let plan = Plan {
        faults: 0.0,
        split: 2,
        ..plan()
    };
    let rosters = plan.make().unwrap();
    let truth = truth(&rosters);
    let mut doubled: Vec<(u64, u64)> = Vec::new();
    for group in truth["groups"].as_array().unwrap() {
        let members = group["members"].as_array().unwrap();
        assert_eq!(members.len(), 2, "{group}");
        let place = |it: &Value| (it["part"].as_u64().unwrap(), it["row"].as_u64().unwrap());
        doubled.extend(members.iter().map(place));
        assert_eq!(
            group["case"] == "I",
            members[0]["part"] != members[1]["part"]
        );
    }
    let mut numbers = std::collections::BTreeSet::new();
    for part in 1..=2 {
        let lines = csv_lines(&rosters, &format!("roster-{part}.csv"));
        for (row, line) in (1..).zip(&lines).skip(1) {
            let number = &line[9];
            if !number.is_empty() && !doubled.contains(&(part, row)) {
                assert!(numbers.insert(number.to_owned()), "{number} stands twice");
            }
        }
    }
}

#[test]
fn the_national_encoding_loses_nothing() {
    let rosters = plan().make().unwrap();
    let (_, bytes) = rosters
        .files
        .iter()
        .find(|(name, _)| name == "roster.gbk.csv")
        .unwrap();
    let (text, _, lossy) = encoding_rs::GB18030.decode(bytes);
    assert!(!lossy);
    let (_, utf8) = rosters
        .files
        .iter()
        .find(|(name, _)| name == "roster.csv")
        .unwrap();
    assert_eq!(text.as_bytes(), &utf8[3..]);
}

#[test]
fn faultless_numbers_carry_their_check_character() {
    let rosters = Plan {
        faults: 0.0,
        ..plan()
    }
    .make()
    .unwrap();
    for line in csv_lines(&rosters, "roster.csv").iter().skip(1) {
        if &line[8] == "居民身份证" {
            assert_eq!(
                line[9].chars().last(),
                Some(number::check(&line[9][..17])),
                "{}",
                &line[9]
            );
        }
    }
}
