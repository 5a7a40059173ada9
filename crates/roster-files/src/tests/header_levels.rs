//! Headers of two and three levels: what proves those below the first.

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

#[test]
fn a_word_over_full_names_only_gathers_them() {
    let found = |above: &str, below: &str| {
        let page = format!(
            "<table><tr><td rowspan=2>姓名<td rowspan=2>性别<td rowspan=2>身份证件号<td colspan=2>{above}</tr>\
             <tr><td>{below}<td>备注</tr><tr><td>张小明<td>男<td>1<td>2<td>3</table>"
        );
        read_sheet(page.as_bytes()).columns[3].column
    };
    assert_eq!(found("入学", "入学方式"), Some(Column::EnrolmentMethod));
    assert_eq!(found("入学", "年月"), Some(Column::EnrolmentMonth));
    assert_eq!(found("户口", "户口性质"), Some(Column::HukouType));
    assert_eq!(found("证件", "身份证件类型"), Some(Column::IdType));
    assert_eq!(found("联系", "现住址"), Some(Column::Address));
    assert_eq!(found("学校", "年级"), Some(Column::Grade));
    assert_eq!(found("个人", "民族"), Some(Column::EthnicGroup));
    for (above, below) in [
        ("学校", "联系电话"),
        ("户口", "地址"),
        ("紧急联系", "姓名"),
        ("班主任", "联系电话"),
    ] {
        assert_eq!(found(above, below), None, "{above} {below}");
    }
}

#[test]
fn a_word_may_be_split_over_two_rows() {
    let sheet = read_text(
        "序,姓,性,出生,身份证,联系\n号,名,别,日期,号码,电话\n1,张小明,男,20150901,110101201509010016,1\n",
    );
    assert_eq!(sheet.header_rows, [1, 2]);
    let found: Vec<_> = sheet.columns[1..].iter().map(|it| it.column).collect();
    let expected = [
        Column::Name,
        Column::Sex,
        Column::BirthDate,
        Column::IdNumber,
        Column::Phone,
    ];
    assert_eq!(found, expected.map(Some));
    // What is said of the columns below is no part of their words.
    let sheet = read_text("姓名,性别,身份证\n必填,必填,必填\n张小明,男,110101201509010016\n");
    assert_eq!(sheet.header_rows, [1]);
}

#[test]
fn words_below_another_person_are_a_second_level_though_nothing_is_merged() {
    for (group, subs) in [
        ("家庭成员", "姓名,关系,电话"),
        ("家庭主要成员情况", "称谓,姓名,电话,称谓,姓名,电话"),
        ("班主任", "姓名,电话"),
        ("紧急联系人", "姓名,联系电话"),
        ("户主", "姓名,身份证号"),
        ("监护人情况", "姓名,关系,工作单位"),
    ] {
        let blank = ",".repeat(subs.matches(',').count());
        let values = "张大明,".repeat(subs.matches(',').count());
        for own in ["班级,姓名,性别,身份证号", "序号,班级,姓名", "姓名,身份证号"]
        {
            let filled = own.split(',').map(|it| match it {
                "姓名" => "王小明",
                "性别" => "男",
                _ => "1",
            });
            let filled = filled.collect::<Vec<_>>().join(",");
            let gap = ",".repeat(own.matches(',').count() + 1);
            let text = format!("{own},{group}{blank}\n{gap}{subs}\n{filled},{values}父亲\n");
            let sheet = read_text(&text);
            assert_eq!(sheet.header_rows, [1, 2], "{text}");
            assert_eq!(sheet.row_numbers, [3], "{text}");
            let mut columns = sheet.columns.iter();
            let name = columns.position(|it| it.column == Some(Column::Name));
            assert_eq!(name, own.split(',').position(|it| it == "姓名"), "{text}");
            assert!(columns.all(|it| it.column != Some(Column::Name)), "{text}");
        }
    }
    // A pupil of whom little is known is none of it.
    let sheet = read_text("姓名,性别,班主任,\n,,李老师,1\n张小明,男,李老师,1\n");
    assert_eq!(sheet.header_rows, [1]);
}

#[test]
fn the_names_of_a_merged_second_level_are_not_the_pupils() {
    for own in ["序号|班级|姓名", "姓名|身份证号", "序号|姓名"] {
        let heads: String = own
            .split('|')
            .map(|it| format!("<td rowspan=2>{it}"))
            .collect();
        let values: String = own.split('|').map(|it| format!("<td>{it}1")).collect();
        let page = format!(
            "<table><tr>{heads}<td colspan=4>家庭成员情况</tr><tr><td>姓名<td>关系<td>身份证号<td>电话</tr>\
             <tr>{values}<td>张大明<td>父亲<td>1<td>2</table>"
        );
        let sheet = read_sheet(page.as_bytes());
        assert_eq!(sheet.header_rows, [1, 2], "{own}");
        let column = sheet
            .columns
            .iter()
            .position(|it| it.column == Some(Column::Name));
        assert_eq!(column, own.split('|').position(|it| it == "姓名"), "{own}");
    }
}

#[test]
fn two_persons_below_one_word_are_both_members() {
    let found = |above: &str| {
        let text = format!(
            "姓名,性别,民族,{above},,,\n,,,姓名,电话,姓名,电话\n张小明,男,汉族,张大明,1,李芳,2\n"
        );
        let columns = read_text(&text).columns;
        [3, 4, 5, 6].map(|it: usize| columns[it].column.map_or("", Column::key))
    };
    assert_eq!(
        found("家长信息"),
        [
            "member1_name",
            "member1_phone",
            "member2_name",
            "member2_phone"
        ]
    );
    assert_eq!(found("父亲")[2..], ["", ""]);
}

#[test]
fn a_heading_over_a_family_gathers_what_is_asked_of_its_members() {
    let found = |above: &str, subs: &str| {
        let gap = ",".repeat(subs.matches(',').count());
        let values = "1,".repeat(subs.matches(',').count());
        let text = format!("姓名,性别,民族,{above}{gap}\n,,,{subs}\n张小明,男,汉族,{values}1\n");
        let columns = read_text(&text).columns;
        let keys = columns[3..]
            .iter()
            .map(|it| it.column.map_or("", Column::key));
        keys.collect::<Vec<_>>().join(" ")
    };
    for above in [
        "家庭成员",
        "家庭成员情况",
        "家庭主要成员",
        "父母信息",
        "监护人情况",
        "家长情况",
        "第一监护人信息",
    ] {
        assert_eq!(
            found(above, "姓名,与学生关系,身份证号,联系电话"),
            "member1_name member1_relation member1_id_number member1_phone",
            "{above}"
        );
    }
    assert_eq!(
        found("母亲情况", "姓名,身份证号"),
        "member2_name member2_id_number"
    );
    assert_eq!(
        found("其他监护人", "姓名,电话"),
        "member2_name member2_phone"
    );
    assert_eq!(
        found("家庭成员", "姓名,电话,姓名,电话"),
        "member1_name member1_phone member2_name member2_phone"
    );
    assert_eq!(
        found("家庭情况", "家庭住址,父亲姓名,母亲姓名,人口"),
        "home_address member1_name member2_name "
    );
    // Who is to be asked need be no member of the family.
    assert_eq!(found("紧急联系人", "姓名,身份证号"), " ");
}

#[test]
fn persons_below_a_heading_that_gathers_them_are_a_level_of_their_own() {
    let page = "<table><tr><td rowspan=3>姓名<td rowspan=3>性别<td rowspan=3>身份证号<td colspan=4>家庭成员</tr>\
         <tr><td colspan=2>父亲<td colspan=2>母亲</tr><tr><td>姓名<td>身份证号<td>姓名<td>联系电话</tr>\
         <tr><td>张小明<td>男<td>1<td>张大明<td>2<td>李大红<td>3</table>";
    let sheet = read_sheet(page.as_bytes());
    assert_eq!(sheet.header_rows, [1, 2, 3]);
    assert_eq!(sheet.row_numbers, [4]);
    let found: Vec<_> = sheet.columns.iter().map(|it| it.column).collect();
    let expected = [
        Column::Name,
        Column::Sex,
        Column::IdNumber,
        Column::Member1Name,
        Column::Member1IdNumber,
        Column::Member2Name,
        Column::Member2Phone,
    ];
    assert_eq!(found, expected.map(Some));
    // The pupil's own columns under a heading that is merged over two rows.
    let page = "<table><tr><td rowspan=2 colspan=3>学生<td colspan=2>家庭成员</tr><tr><td colspan=2>父亲</tr>\
         <tr><td>姓名<td>性别<td>身份证号<td>姓名<td>身份证号</tr><tr><td>张小明<td>男<td>1<td>张大明<td>2</table>";
    let sheet = read_sheet(page.as_bytes());
    assert_eq!(sheet.header_rows, [1, 2, 3]);
    let found: Vec<_> = sheet.columns.iter().map(|it| it.column).collect();
    assert_eq!(
        found,
        expected[..5].iter().map(|it| Some(*it)).collect::<Vec<_>>()
    );
    // In a text file nothing is merged.
    let sheet = read_text(
        "姓名,性别,家庭成员,,,\n,,父亲,,母亲,\n,,姓名,电话,姓名,电话\n张小明,男,张大明,13800000001,李大红,13800000002\n",
    );
    assert_eq!(sheet.header_rows, [1, 2, 3]);
    assert_eq!(sheet.row_numbers, [4]);
    // A title, and a header of two levels below it.
    let sheet =
        read_text("学生名册,,,\n姓名,性别,父亲,\n,,姓名,电话\n张小明,男,张大明,13800000001\n");
    assert_eq!(sheet.header_rows, [2, 3]);
    // Two levels, and a pupil of whom little is known.
    let sheet = read_text("姓名,性别,联系电话,\n,,父亲,母亲\n张小明,男,13800000001,13800000002\n");
    assert_eq!(sheet.header_rows, [1, 2]);
    assert_eq!(sheet.row_numbers, [3]);
}
