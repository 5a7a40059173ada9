//! Headers in a row that somebody has pointed at.

use roster_model::{Column, SetAsideReason};
use roster_standard::AnyColumn;

use crate::{NO_HEADER, OwnHeaders, ReadOptions, SheetChoice, read};

#[test]
fn a_header_may_stand_anywhere_if_the_person_says_so() {
    let titles: String = (0..40).map(|n| format!("第{n}条要求,\n")).collect();
    let levels = "姓名,性别,成员1,\n,,姓名,关系\n张小明,男,张大明,父亲\n姓名,性别,民族,班级\n李小红,女,汉族,1班\n";
    let text = format!("{titles}{levels}");
    for (row, header_rows, pupils) in [(41, vec![41, 42], 3), (42, vec![42], 3), (44, vec![44], 1)]
    {
        let choice = SheetChoice {
            header_row: Some(row),
            ..SheetChoice::default()
        };
        let options = ReadOptions {
            choices: vec![choice],
            ..ReadOptions::default()
        };
        let sheet = read(text.as_bytes(), &options, &mut |_| {})
            .sheets
            .remove(0);
        assert_eq!(sheet.header_rows, header_rows);
        let above = sheet.set_aside.iter();
        let above = above
            .filter(|it| it.reason == SetAsideReason::Above)
            .count();
        let below = sheet.row_count() as usize + sheet.set_aside.len() - above;
        assert_eq!(below, pupils, "{row}");
        assert_eq!((sheet.title_rows.len() + above) as u32, row - 1);
        assert_eq!(sheet.head.len(), 16);
    }
}

#[test]
fn below_a_pupil_chosen_for_the_header_no_pupil_is_a_header() {
    let text = "姓名,性别,民族,班级,籍贯\n张小明,男,汉族,三年级1班,北京市\n李小红,女,汉族,三年级1班,北京市\n王小军,男,汉族,三年级1班,北京市\n";
    let options = ReadOptions {
        choices: vec![SheetChoice {
            header_row: Some(2),
            ..SheetChoice::default()
        }],
        ..ReadOptions::default()
    };
    let sheet = &read(text.as_bytes(), &options, &mut |_| {}).sheets[0];
    assert!(sheet.set_aside.is_empty(), "{:?}", sheet.set_aside);
    // Row 1 is the header, and no title to be deleted.
    assert_eq!(
        (&*sheet.title_rows, &*sheet.headers_above),
        (&[1][..], &[1][..])
    );
}

#[test]
fn without_a_header_the_first_row_is_a_pupil() {
    let said = [
        ("#b", Column::Name),
        ("#C", Column::IdNumber),
        ("#AA", Column::Sex),
    ];
    let said = said.map(|(key, column)| (key.to_owned(), AnyColumn::Known(column)));
    let options = ReadOptions {
        choices: vec![SheetChoice {
            header_row: Some(NO_HEADER),
            ..SheetChoice::default()
        }],
        own_headers: OwnHeaders::new(&said),
        ..ReadOptions::default()
    };
    for text in [
        "1,张小明,110101201509010016\n2,李小红,110101201509010024\n3,王小军,110101201509010032\n",
        "1,张小明,110101201509010016\n",
    ] {
        let sheet = &read(text.as_bytes(), &options, &mut |_| {}).sheets[0];
        assert!(sheet.has_header() && sheet.header_rows.is_empty());
        let rows: Vec<u32> = (1..=text.lines().count() as u32).collect();
        assert_eq!(sheet.row_numbers, rows);
        let names = sheet.columns.iter().find(|it| it.position == 1).unwrap();
        assert_eq!(names.cells.text(names.cells.value(0)), "张小明");
    }
    let nothing = &read(b"", &options, &mut |_| {}).sheets;
    assert!(nothing.iter().all(|it| it.row_count() == 0));
}
