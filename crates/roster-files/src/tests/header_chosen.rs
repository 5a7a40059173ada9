//! Headers in a row that somebody has pointed at.

use roster_model::SetAsideReason;

use crate::{ReadOptions, SheetChoice, read};

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
