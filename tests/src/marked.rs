//! Workbooks that are handed back with their cells marked, once and again.

use roster_engine::{Content, Describe, Language, Original, Values};

use crate::hand_back::{cell, checked, finished, put_into, sheets, two_pupils};
use crate::workbook::notes;

#[test]
fn a_marked_workbook_is_the_original_with_its_lists() {
    let bytes = two_pupils();
    let session = checked(&[("a.xlsx", &bytes)]);
    let describe = |values| Describe {
        session: &session,
        values,
    };
    let original = Original::new(&bytes);
    let marked = put_into(
        describe(Values::Shown).marked(0, &original, Language::Zh),
        &original,
    );
    let marked = marked.unwrap_or_else(|it| panic!("{}", it.en));
    assert!(matches!(marked.content, Content::Ready(_)));
    let bytes = finished(&marked);
    assert_eq!(sheets(&bytes), ["名单", "校验结果", "问题学籍处理", "说明"]);
    assert_eq!(cell(&bytes, "名单", 0, 0), "第一小学");
    assert_eq!(cell(&bytes, "名单", 2, 3), " 王小明");
    let masked = put_into(
        describe(Values::Masked).marked(0, &original, Language::Zh),
        &original,
    );
    let masked = masked.unwrap_or_else(|it| panic!("{}", it.en));
    assert!(
        matches!(masked.content, Content::Plan(_)),
        "masked texts need a fresh workbook"
    );
    assert!(!cell(&finished(&masked), "名单", 2, 3).contains("小明"));
}

#[test]
fn a_marked_workbook_is_marked_again_in_the_same_places() {
    let marked = |bytes: &[u8], language| {
        let session = checked(&[("a.xlsx", bytes)]);
        assert_eq!(session.rosters().len(), 1, "lists of ours are no rosters");
        let describe = Describe {
            session: &session,
            values: Values::Shown,
        };
        let original = Original::new(bytes);
        let marked = put_into(describe.marked(0, &original, language), &original);
        finished(&marked.unwrap_or_else(|it| panic!("{}", it.en)))
    };
    let names = ["名单", "校验结果", "问题学籍处理", "说明"];
    let first = marked(&two_pupils(), Language::Zh);
    let again = marked(&first, Language::Zh);
    assert_eq!(sheets(&again), names);
    assert!(again == first, "twice is once");
    let english = marked(&first, Language::En);
    assert_eq!(sheets(&english), names);
    assert_eq!(cell(&english, "校验结果", 0, 0), "file");
    assert!(marked(&english, Language::Zh) == first, "and back");
}

#[test]
fn a_fresh_marked_workbook_has_every_row_of_the_file() {
    let text = "第一小学名单,,\n姓名,性别,身份证件号\n王小明,男生,110101201509010017\n\n合计,1,\n制表人：张老师,,\n";
    let session = checked(&[("a.csv", text.as_bytes())]);
    let original = Original::new(text.as_bytes());
    let marked = |values| {
        let describe = Describe {
            session: &session,
            values,
        };
        let marked = put_into(describe.marked(0, &original, Language::Zh), &original);
        finished(&marked.unwrap_or_else(|it| panic!("{}", it.en)))
    };
    let shown = marked(Values::Shown);
    for (row, expected) in [
        "第一小学名单",
        "姓名",
        "王小明",
        "",
        "合计",
        "制表人：张老师",
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(cell(&shown, "a", row as u32, 0), expected, "{row}");
    }
    // Whoever asks for no names gets none, whosever they are.
    assert_eq!(cell(&marked(Values::Masked), "a", 5, 0), "");
}

/// The notes in the marked copy of a text file in which a rule speaks.
fn notes_of_rule(text: &str, rule: &str) -> Vec<String> {
    let session = checked(&[("a.csv", text.as_bytes())]);
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let original = Original::new(text.as_bytes());
    let marked = put_into(describe.marked(0, &original, Language::Zh), &original);
    let notes = notes(&finished(&marked.unwrap_or_else(|it| panic!("{}", it.en))));
    let of_rule = notes.lines().filter(|it| it.contains(rule));
    of_rule.map(str::to_owned).collect()
}

#[test]
fn what_many_cells_of_a_column_share_stands_in_the_note_of_its_header() {
    let mut text = "姓名,户口所在地行政区划代码\n".to_owned();
    for row in 0..30 {
        text.push_str(&format!("王小{row},440608000000\n"));
    }
    let notes = notes_of_rule(&text, "R5004");
    assert!(
        matches!(&notes[..], [it] if it.starts_with("note B1 ")),
        "{notes:?}"
    );
}

#[test]
fn two_cells_that_gainsay_each_other_both_have_the_note() {
    let text = "姓名,性别,身份证件类型,身份证件号\n王小明,女,居民身份证,110101201509010016\n";
    let notes = notes_of_rule(text, "R1006");
    assert!(
        matches!(&notes[..], [sex, number] if sex.starts_with("note B2 ") && number.starts_with("note D2 ")),
        "{notes:?}"
    );
}

#[test]
fn what_is_proposed_for_a_cell_stands_in_its_note_alone() {
    let text = "姓名,性别,证件类型,公民身份号码\n王小明,女,居民身份证,110101201509010016\n";
    let [sex, number] = &notes_of_rule(text, "R1006")[..] else {
        panic!("both are marked");
    };
    assert!(sex.ends_with(" / 核对后改为 男"), "{sex}");
    // Written into the cell of the number, the proposal would cost the number.
    assert!(
        number.ends_with(" / 见 B2 性别") && !number.contains("改为"),
        "{number}"
    );
}
