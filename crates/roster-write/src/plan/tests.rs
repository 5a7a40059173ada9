//! What a plan says is what is read of it, step by step.

use super::*;

fn steps(plan: &[u8]) -> Vec<PlanStep<'_>> {
    let mut reader = PlanReader::new(plan).unwrap();
    let mut steps = Vec::new();
    while let Some(step) = reader.next_step().unwrap() {
        steps.push(step);
    }
    steps
}

fn range(position: u16) -> PlanRange {
    PlanRange {
        first_row: 2,
        last_row: 500,
        first_position: position,
        last_position: position,
    }
}

#[test]
fn a_full_sheet_continues_on_another_with_its_top_rows() {
    let mut plan = PlanWriter::new();
    plan.rows_max = 4;
    assert_eq!(plan.start_sheet("名单", 1, &[10.0], true), "名单");
    plan.write_row(&[WorkbookCell::header("姓名")]);
    for number in 0..7 {
        plan.write_row(&[WorkbookCell::text(format!("学生{number}"))]);
    }
    let bytes = plan.finish();
    let steps = steps(&bytes);
    let names: Vec<_> = steps
        .iter()
        .filter_map(|it| match it {
            PlanStep::Sheet { name, .. } => Some(*name),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["名单", "名单 (2)", "名单 (3)"]);
    let headers = steps
        .iter()
        .filter(|it| matches!(it, PlanStep::Cell(cell) if cell.header && cell.text == "姓名"));
    assert_eq!(headers.count(), 3);
    let last_rows: Vec<_> = steps
        .iter()
        .filter_map(|it| match it {
            PlanStep::Filter { last_row, .. } => Some(*last_row),
            _ => None,
        })
        .collect();
    assert_eq!(last_rows, [4, 4, 2]);
}

#[test]
fn lists_stand_in_the_rule_or_behind_a_name() {
    let long: Vec<String> = (0..100).map(|it| format!("选项{it}")).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let mut plan = PlanWriter::new();
    plan.start_sheet("选项", 1, &[], false);
    plan.text_columns(0, 1);
    let lists = [&["男", "女"][..], &long, &["是,否", "否"], &long, &[]];
    for (position, list) in lists.into_iter().enumerate() {
        plan.add_choice(&Choice {
            range: range(position as u16),
            list,
            strictness: Strictness::Refuse,
            title: "怎么填",
            prompt: &"长".repeat(300),
        });
    }
    let bytes = plan.finish();
    let mut sources = Vec::new();
    let mut names = Vec::new();
    for step in steps(&bytes) {
        match step {
            PlanStep::Choice { source, prompt, .. } => {
                assert_eq!(prompt.chars().count(), 255);
                sources.push(source);
            }
            PlanStep::Name { name, cells } => names.push((name, cells)),
            PlanStep::Sheet {
                name,
                visibility: Visibility::Hidden,
                ..
            } => assert_eq!(name, "选项 (2)"),
            _ => {}
        }
    }
    let expected = [",男,女", "=choices_1", "=choices_2", "=choices_1", ""];
    assert_eq!(sources, expected);
    let expected = [
        ("choices_1", "'选项 (2)'!$A$1:$A$100"),
        ("choices_2", "'选项 (2)'!$B$1:$B$2"),
    ];
    assert_eq!(names, expected);
}

#[test]
fn cells_keep_their_looks_and_fit() {
    let marked = WorkbookCell {
        mark: Some(Level::Warning),
        note: Some("注".repeat(2000)),
        link: Some("'一班'!A1".to_owned()),
        ..WorkbookCell::text("长".repeat(40_000))
    };
    let required = WorkbookCell {
        required: true,
        ..WorkbookCell::header("姓名")
    };
    let mut plan = PlanWriter::new();
    plan.set_height(30.0);
    plan.write_row(&[required, WorkbookCell::default(), marked]);
    let bytes = plan.finish();
    let steps = steps(&bytes);
    let high = PlanStep::Row {
        number: 1,
        height: Some(30.0),
    };
    assert_eq!(steps[1], high);
    let cells: Vec<_> = steps
        .iter()
        .filter_map(|it| match it {
            PlanStep::Cell(cell) => Some(*cell),
            _ => None,
        })
        .collect();
    let [first, second] = cells[..] else {
        panic!("{cells:?}")
    };
    assert!(first.header && first.required && first.position == 0);
    assert_eq!((second.position, second.mark), (2, Some(Level::Warning)));
    assert_eq!(second.text.chars().count(), TEXT_UNITS_MAX);
    let note = second.note.map(|it| it.chars().count());
    assert_eq!(note, Some(NOTE_UNITS_MAX));
    assert_eq!(second.link, Some("'一班'!A1"));
}

#[test]
fn what_is_no_plan_is_refused_wherever_it_breaks_off() {
    let mut plan = PlanWriter::new();
    plan.start_sheet("名单", 1, &[10.0, 12.5], true);
    plan.write_row(&[WorkbookCell::header("姓名"), WorkbookCell::header("性别")]);
    let bytes = plan.finish();
    for end in 0..bytes.len() {
        let broken = PlanReader::new(&bytes[..end]).and_then(|mut reader| {
            while reader.next_step()?.is_some() {}
            Ok(())
        });
        assert_eq!(broken, Err(PlanError), "{end}");
    }
}
