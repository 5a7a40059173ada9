//! Headers of two levels: what proves the second one.

use roster_model::{Column, SetAsideReason};

use super::{read_sheet, read_text};

#[test]
fn cells_merged_over_both_rows_prove_a_second_level() {
    for (group, subs, columns) in [
        ("出生日期", "<td>年<td>月<td>日", [None, None, None]),
        (
            "联系电话",
            "<td>父亲<td>母亲<td>备注",
            [Some(Column::Member1Phone), Some(Column::Member2Phone), None],
        ),
    ] {
        let page = format!(
            "<table><tr><td rowspan=2>姓名<td rowspan=2>性别<td rowspan=2>民族<td rowspan=2>籍贯<td colspan=3>{group}</tr><tr>{subs}</tr>\
             <tr><td>张小明<td>男<td>汉族<td>北京<td>2015<td>9<td>1</table>"
        );
        let sheet = read_sheet(page.as_bytes());
        assert_eq!(sheet.header_rows, [1, 2], "{group}");
        assert_eq!(sheet.row_numbers, [3], "{group}");
        let found: Vec<_> = sheet.columns[4..].iter().map(|it| it.column).collect();
        assert_eq!(found, columns, "{group}");
    }
}

#[test]
fn a_text_file_has_a_second_level_if_its_words_are_those_of_headers() {
    let sheet = read_text(
        "姓名,性别,所在班级,,家长联系方式,\n,,年级,班级,联系电话,现住址\n张小明,男,三,1,13800000001,光明路\n",
    );
    assert_eq!(sheet.header_rows, [1, 2]);
    let found: Vec<_> = sheet.columns[2..].iter().map(|it| it.column).collect();
    let expected = [
        Column::Grade,
        Column::ClassName,
        Column::Phone,
        Column::Address,
    ];
    assert_eq!(found, expected.map(Some));
    // A pupil whose texts are no words of headers is none of it.
    let sheet = read_text("姓名,性别,所在班级,,民族,\n,,三,1,汉族,x\n张小明,男,三,1,汉族,\n");
    assert_eq!(sheet.header_rows, [1]);
    assert_eq!(sheet.row_numbers, [2, 3]);
}

#[test]
fn the_same_in_english_below_or_above_is_no_pupil() {
    let (han, english) = ("姓名,性别,民族,籍贯", "Name,Gender,Nationality,Hometown");
    let pupils = "张小明,男,汉族,北京市\nAnna,女,汉族,上海市\n";
    let below = read_text(&format!("{han}\n{english}\n{pupils}"));
    assert_eq!(below.header_rows, [1]);
    assert_eq!(below.row_numbers, [3, 4]);
    assert_eq!(below.set_aside[0].reason, SetAsideReason::RepeatedHeader);
    let above = read_text(&format!("{english}\n{han}\n{pupils}"));
    assert_eq!(above.header_rows, [2]);
    assert_eq!(above.title_rows, [1]);
    assert_eq!(above.row_numbers, [3, 4]);
    // The English words may be all that is known.
    let above = read_text("Name,Gender,DOB,Phone\n姓名,性别,生辰,家里电话\n张小明,男,20150901,1\n");
    assert_eq!(above.header_rows, [2]);
    let two = "姓名,性别,父亲,\n,,姓名,电话\nName,Sex,Name,Phone\n张小明,男,张大明,13800000001\n";
    assert_eq!(read_text(two).row_numbers, [4]);
}
