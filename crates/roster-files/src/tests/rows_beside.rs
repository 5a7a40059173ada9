//! What stands below a list or beside it and is no part of it.

use roster_model::{Column, SetAsideReason};

use super::read_text;
use super::rows::set_aside;

#[test]
fn lines_of_signatures_below_the_list_are_set_aside() {
    let list = "序号,姓名,性别,出生日期,身份证号,联系电话\n1,张小明,男,20150901,110101201509010016,1\n2,李红,女,,,\n";
    for below in [
        "班主任,王红,,,联系电话,13900001111",
        "领队：,王强,教练：,李明,联系电话：,13900001111",
        ",,,,2026.9.10,",
        "学校（公章）,,,校长（签字）,,",
        "应到,46,实到,45,,",
        "制表,王红,审核,李明,,",
        "领导意见,同意上报,,,,",
        "统计人,王红,统计日期,2026年9月10日,,",
        "带队老师：,王强,,,,",
        ",王老师 13900001111,,,,",
        ",,男12女12,,,",
        "民族,汉族,回族,合计,,",
    ] {
        let sheet = read_text(&format!("{list}{below}\n"));
        assert_eq!(sheet.row_numbers, [2, 3], "{below}");
        assert_eq!(set_aside(&sheet), [(4, SetAsideReason::Footer)], "{below}");
    }
    for pupil in [
        "插班,赵小华,,,,",
        "新生,赵小华,女,,,",
        "3,赵小华,,,,,,合计,24",
        "班主任子女,赵小华,女,,,",
        ",,,20150901,,",
        "3,主任,,,,",
    ] {
        let sheet = read_text(&format!("{list}{pupil}\n"));
        assert_eq!(sheet.row_numbers, [2, 3, 4], "{pupil}");
    }
}

#[test]
fn a_table_of_others_below_the_list_is_no_part_of_it() {
    let list =
        "序号,姓名,性别,出生日期,身份证号,联系电话\n1,张小明,男,20150901,110101201509010016,1\n\n";
    for below in [
        "家长委员会名单\n姓名,职务,联系电话\n王红,会长,13900001111\n李明,委员,13900002222\n",
        "任课教师\n学科,姓名,电话\n语文,王红,13900001111\n数学,李明,13900002222\n",
        "班干部\n职务,姓名\n班长,王红\n学委,李明\n",
    ] {
        let sheet = read_text(&format!("{list}{below}"));
        assert_eq!(sheet.row_numbers, [2], "{below}");
        let rows = [4, 5, 6, 7].map(|it| (it, SetAsideReason::Footer));
        assert_eq!(set_aside(&sheet), rows, "{below}");
        assert!(sheet.other_headers.is_empty(), "{below}");
    }
    // Below it the list may go on.
    let table = "学科,姓名,电话\n语文,王红,13900001111\n";
    let sheet = read_text(&format!("{list}{table}2,李红,女,20150902,,1\n"));
    assert_eq!(sheet.row_numbers, [2, 6]);
    // Pupils with other columns are.
    let sheet = read_text(&format!("{list}姓名,联系电话,住址\n赵小华,1,2\n"));
    assert_eq!(sheet.unread_rows().collect::<Vec<_>>(), [4, 5]);
}

#[test]
fn a_little_table_to_the_right_is_no_part_of_the_list() {
    let read = |header: &str, first: &str, second: &str| {
        let mut text = format!("姓名,性别,民族,,{header}\n");
        for row in 0..8 {
            let table = match row {
                0 => first,
                1 => second,
                _ => "",
            };
            text += &format!("张小{row},男,汉族,,{table}\n");
        }
        let sheet = read_text(&text);
        let named = sheet.columns.iter().skip(3);
        let named: Vec<_> = named.map(|it| it.column.or(it.repeats)).collect();
        named
    };
    assert_eq!(read("班级,人数", "三1,24", "三2,24"), [None, None]);
    assert_eq!(read("性别,人数", "男,24", "女,24"), [None, None]);
    assert_eq!(read("职务,姓名", "班长,张小3", "学委,张小5"), [None, None]);
    // Another list of pupils is told.
    let names = read("班级,姓名", "一班,李红", "一班,李明");
    assert_eq!(names[1], Some(Column::Name));
    let lone = read("残疾类型", "肢体残疾", "");
    assert_eq!(lone, [Some(Column::Disability)]);
}
