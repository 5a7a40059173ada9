//! Headers: found by their words, joined over two levels, never guessed.

use roster_model::Column;

use super::{read_sheet, read_text, workbook};
use crate::{ReadOptions, SheetChoice, read};

#[test]
fn a_small_class_list_is_enough() {
    let sheet = read_text("姓名,性别,身份证号\n张小明,男,1\n");
    assert_eq!(sheet.header_rows, [1]);
    let columns: Vec<_> = sheet.columns.iter().map(|it| it.column).collect();
    assert_eq!(
        columns,
        [
            Some(Column::Name),
            Some(Column::Sex),
            Some(Column::IdNumber)
        ]
    );
    assert!(read_text("姓名,班级\n张小明,1班\n").has_header());
}

#[test]
fn a_header_whose_columns_are_numbered_is_a_header() {
    let sheet = read_text("1、姓名,2、性别,3、出生日期,4、身份证件号\n张小明,男,20150901,1\n");
    let columns: Vec<_> = sheet.columns.iter().filter_map(|it| it.column).collect();
    let expected = [
        Column::Name,
        Column::Sex,
        Column::BirthDate,
        Column::IdNumber,
    ];
    assert_eq!(columns, expected);
    let two = read_text(
        "姓名,性别,家庭成员,,,\n,,1.姓名,1.关系,2.姓名,2.关系\n张小明,男,张大明,父亲,李梅,母亲\n",
    );
    assert_eq!(two.columns[4].column, Some(Column::Member2Name));
}

#[test]
fn a_birth_may_be_over_its_date_and_place() {
    let text = "姓名,性别,出生,,,民族\n,,年,月,日,\n张小明,男,2015,9,1,汉族\n";
    let columns = read_text(text).columns;
    assert!(
        columns
            .iter()
            .all(|it| it.column != Some(Column::BirthDate))
    );
    let text = "姓名,性别,出生,,民族\n,,日期,地,\n张小明,男,20150901,东城区,汉族\n";
    let columns = read_text(text).columns;
    assert_eq!(columns[2].column, Some(Column::BirthDate));
    assert_eq!(columns[3].column, Some(Column::BirthPlaceCode));
}

#[test]
fn two_known_words_in_a_wide_row_are_no_header() {
    assert!(!read_text("姓名,性别,甲,乙,丙\n1,男,1,2,3\n").has_header());
    assert!(!read_text("日期,金额\n2026,3\n").has_header());
    assert!(!read_text("今天天气很好\n明天也是\n").has_header());
}

#[test]
fn few_known_words_are_a_header_over_what_belongs_there() {
    let own = "尺码,鞋码(cm),午餐,视力";
    for (row, below) in [
        (
            1,
            format!("序号,姓名,身份证号,{own}\n1,张小明,110101201509010016,M,1,是,5.0\n"),
        ),
        (
            1,
            format!(
                "学号牌,身份证号,{own}\n1,110101201509010016,M,1,是,5.0\n2,,M,1,是,5\n3,110101201509010024,,,,\n"
            ),
        ),
        (
            2,
            format!("校服登记表\n姓名,性别,{own}\n张小明,男,M,1,是,5.0\n李红,女,M,1,是,5.0\n"),
        ),
        // Whatever a school calls its own columns.
        (
            1,
            "姓名,班级,50米跑,补助标准（元/生·学期）,是否参加课后服务？\n张小明,1班,9,500,是\n"
                .to_owned(),
        ),
        // Two columns with a tick in one of them.
        (
            1,
            "序号,姓名,男,女,身份证号,电话\n1,张小明,√,,110101201509010016,1\n".to_owned(),
        ),
        (1, "姓名,班级,是,否\n张小明,1班,√,\n".to_owned()),
    ] {
        let sheet = read_text(&below);
        assert_eq!(sheet.header_rows, [row], "{below}");
    }
    for text in [
        format!("姓名,{own}\n张小明,M,1,是,5.0\n"),
        format!("姓名：,性别：,{own}\n张小明,男,M,1,是,5.0\n"),
        format!("姓名,张小明,性别,男,{own}\n住址,人民路,午餐,1,,,,\n"),
        "本表请填姓名和身份证号后交班主任签字,姓名,身份证号,a,b\n1,2,3,M,1\n".to_owned(),
        format!("姓名,班级,男,{own}？\n张小明,1班,,M,1,是,5.0\n"),
    ] {
        assert!(!read_text(&text).has_header(), "{text}");
    }
}

#[test]
fn a_form_is_no_list() {
    let form = "姓名,张小明,性别,男\n出生日期,20150901,民族,汉族\n身份证号,11010120150902002X,班级,1班\n\n";
    assert!(!read_text(&form.repeat(3)).has_header());
    let wide = "姓名,张小明,性别,男,出生日期,20150901,民族,汉族\n";
    assert!(!read_text(&wide.repeat(3)).has_header());
    assert!(read_text("姓名,性别,民族,出生日期,20260901\n张小明,男,汉族,20150901,\n").has_header());
}

#[test]
fn titles_above_the_header_are_counted() {
    let text = "某某小学一年级名册,,\n\n填报日期：9月,,\n序号,学生姓名*,性 别\n1,张小明,男\n";
    let sheet = read_text(text);
    assert_eq!((sheet.title_rows, sheet.header_rows), (vec![1, 3], vec![4]));
    assert!(sheet.columns[0].ignored);
    assert_eq!(sheet.columns[1].header, "学生姓名*");
    assert_eq!(sheet.row_numbers, [5]);
    assert_eq!(sheet.filled_rows, 4);
}

#[test]
fn the_header_may_be_the_fifteenth_filled_row_and_no_later() {
    for (above, found) in [(14, true), (15, false)] {
        let titles: String = (0..above).map(|n| format!("第{n}条要求\n\n")).collect();
        let sheet = read_text(&format!("{titles}姓名,性别,民族\n张小明,男,汉族\n"));
        assert_eq!(sheet.has_header(), found, "{above}");
    }
}

#[test]
fn a_header_that_cannot_be_mistaken_may_be_further_below() {
    for (header, found) in [
        ("序号,姓名,性别,身份证号\n", true),
        ("序号,姓名,性别,鞋码\n", false),
    ] {
        let sheet = read_text(&format!("{}{header}1,张小明,男,1\n", "说明\n".repeat(20)));
        assert_eq!(sheet.has_header(), found, "{header}");
    }
}

#[test]
fn pupils_above_a_header_are_no_titles() {
    let pupils = "张小明,男,20150901,\n李红,,,110101201509010024\n王芳,,2015,\n";
    let header = "姓名,性别,出生日期,身份证号\n";
    let titles = "一年级名册,,,\n示例,男,20150901,110101201509010016\n李四,男,20150901,\n填表人：张红,女,,\n";
    let sheet = read_text(&format!("{titles}{pupils}{header}赵一鸣,男,20150228,\n"));
    assert_eq!(
        (&*sheet.title_rows, &*sheet.header_rows),
        (&[1, 2, 3, 4][..], &[8][..])
    );
    assert_eq!(sheet.unread_rows().collect::<Vec<_>>(), [5, 6, 7]);
    let far = read_text(&format!("{}{header}", pupils.repeat(10)));
    assert_eq!((far.header_rows[0], far.unread_rows().count()), (31, 30));
    assert!(
        read_text(&format!("{titles}{header}赵一鸣,男,20150228,\n"))
            .unread_rows()
            .next()
            .is_none()
    );
    // A fuller header below pupils does not take the place of theirs.
    let two = read_text(
        "姓名,性别,民族\n张小明,男,汉族\n姓名,性别,民族,出生日期\n李红,女,汉族,20150902\n",
    );
    assert_eq!((&*two.header_rows, &*two.row_numbers), (&[1][..], &[2][..]));
}

#[test]
fn a_header_of_two_levels_is_joined() {
    let text = "名册,,,,,,,\n序号,姓名,性别,成员1,,,家庭成员二,\n,,,姓名,关系,联系电话,姓名,关系\n\
                1,张小明,男,张大明,父亲,1,李梅,母亲\n";
    let sheet = read_text(text);
    assert_eq!(
        (&*sheet.title_rows, &*sheet.header_rows),
        (&[1][..], &[2, 3][..])
    );
    let headers: Vec<_> = sheet.columns.iter().map(|it| it.header.as_str()).collect();
    let expected = [
        "序号",
        "姓名",
        "性别",
        "成员1姓名",
        "成员1关系",
        "成员1联系电话",
        "家庭成员二姓名",
        "家庭成员二关系",
    ];
    assert_eq!(headers, expected);
    assert_eq!(sheet.columns[3].column, Some(Column::Member1Name));
    assert_eq!(sheet.columns[7].column, Some(Column::Member2Relation));
    assert_eq!(sheet.row_numbers, [4]);
}

#[test]
fn sections_over_the_pupils_own_columns_are_set_aside() {
    let text = "学生名册,,,,\n基本信息,,,家庭成员1,\n姓名,性别,民族,姓名,关系\n张小明,男,汉族,张大明,父亲\n";
    let sheet = read_text(text);
    assert_eq!(
        (&*sheet.title_rows, &*sheet.header_rows),
        (&[1][..], &[2, 3][..])
    );
    assert_eq!(sheet.columns[0].column, Some(Column::Name));
    assert_eq!(sheet.columns[0].header, "姓名");
    assert_eq!(sheet.columns[3].column, Some(Column::Member1Name));
}

#[test]
fn a_title_that_sounds_like_a_section_is_a_title() {
    let sheet = read_text("学生基本信息,,\n姓名,性别,民族\n张小明,男,汉族\n");
    assert_eq!((sheet.title_rows, sheet.header_rows), (vec![1], vec![2]));
}

#[test]
fn merged_cells_of_a_workbook_are_a_header_of_two_levels() {
    let bytes = workbook(|sheet| {
        let plain = rust_xlsxwriter::Format::new();
        sheet.merge_range(0, 0, 1, 0, "姓名", &plain).unwrap();
        sheet.merge_range(0, 1, 1, 1, "性别", &plain).unwrap();
        sheet.merge_range(0, 2, 0, 3, "监护人一", &plain).unwrap();
        sheet
            .write(1, 2, "姓名")
            .unwrap()
            .write(1, 3, "关系")
            .unwrap();
        sheet
            .write(2, 0, "张小明")
            .unwrap()
            .write(2, 1, "男")
            .unwrap();
    });
    let sheet = read_sheet(&bytes);
    assert_eq!(sheet.header_rows, [1, 2]);
    let columns: Vec<_> = sheet.columns.iter().filter_map(|it| it.column).collect();
    let expected = [
        Column::Name,
        Column::Sex,
        Column::Member1Name,
        Column::Member1Relation,
    ];
    assert_eq!(columns, expected);
    assert_eq!(sheet.row_numbers, [3]);
}

#[test]
fn a_word_that_is_a_column_elsewhere_may_gather_columns() {
    let page = |group: &str, subs: &str, pupil: &str| {
        format!(
            "<table><tr><td colspan=2>学生信息<td colspan=2>{group}<td colspan=2>成员1</tr>\
             <tr><td>姓名<td>性别{subs}<td>姓名<td>关系</tr>\
             <tr><td>张小明<td>男{pupil}<td>张大明<td>父亲</table>"
        )
    };
    for (group, subs, columns) in [
        (
            "联系方式",
            "<td>现住址<td>联系电话",
            [Column::Address, Column::Phone],
        ),
        (
            "家庭住址",
            "<td>现住址<td>邮政编码",
            [Column::Address, Column::Postcode],
        ),
        (
            "班级",
            "<td>年级<td>班号",
            [Column::Grade, Column::ClassCode],
        ),
    ] {
        let sheet = read_sheet(page(group, subs, "<td>1<td>2").as_bytes());
        assert_eq!(sheet.header_rows, [1, 2], "{group}");
        let [a, b] = columns;
        let members = [Column::Member1Name, Column::Member1Relation];
        let expected = [Column::Name, Column::Sex, a, b, members[0], members[1]];
        let found: Vec<_> = sheet.columns.iter().map(|it| it.column).collect();
        assert_eq!(found, expected.map(Some), "{group}");
    }
    // A workbook lists what is merged behind its rows.
    let bytes = workbook(|sheet| {
        let plain = rust_xlsxwriter::Format::new();
        for (group, first, last) in [("学生信息", 0, 1), ("联系方式", 2, 3), ("成员1", 4, 5)]
        {
            sheet.merge_range(0, first, 0, last, group, &plain).unwrap();
        }
        let header = ["姓名", "性别", "现住址", "联系电话", "姓名", "联系电话"];
        sheet.write_row(1, 0, header).unwrap();
        sheet
            .write_row(2, 0, ["张小明", "男", "1", "2", "张大明", "3"])
            .unwrap();
    });
    let sheet = read_sheet(&bytes);
    assert_eq!(sheet.header_rows, [1, 2]);
    assert_eq!(sheet.columns[5].column, Some(Column::Member1Phone));
    // One that is a column here has a pupil below it.
    let page = "<table><tr><td>姓名<td>性别<td>民族<td colspan=2>现住址</tr>\
                <tr><td>张小明<td>男<td>汉族<td>通化县<td>文化路1号</table>";
    let sheet = read_sheet(page.as_bytes());
    assert_eq!((&*sheet.header_rows, sheet.row_count()), (&[1][..], 1));
}

#[test]
fn a_header_that_repeats_names_no_second_column() {
    let sheet = read_text("姓名,性别,民族,学生姓名\n张小明,男,汉族,张明\n");
    assert_eq!(sheet.columns[3].column, None);
    assert_eq!(sheet.columns[3].repeats, Some(Column::Name));
    assert_eq!(sheet.text(3, 0), "张明");
}

#[test]
fn the_person_may_say_which_row_it_is() {
    let text = "姓名,性别,民族\n张小明,男,汉族\n学生姓名,性别,班级\n李小红,女,1班\n";
    for (header_row, header, pupils) in [(None, 1, 1), (Some(3), 3, 1), (Some(9), 0, 0)] {
        let choice = SheetChoice {
            header_row,
            ..SheetChoice::default()
        };
        let options = ReadOptions {
            choices: vec![choice],
            ..ReadOptions::default()
        };
        let sheet = read(text.as_bytes(), &options, &mut |_| {})
            .sheets
            .remove(0);
        assert_eq!(sheet.header_rows.first().copied().unwrap_or(0), header);
        assert_eq!(sheet.row_count(), pupils, "{header_row:?}");
    }
}

#[test]
fn what_is_said_of_a_sheet_by_name_goes_first() {
    let choice = |sheet: Option<&str>, header_row, skip| SheetChoice {
        sheet: sheet.map(str::to_owned),
        header_row,
        skip,
    };
    let options = ReadOptions {
        choices: vec![
            choice(None, Some(3), true),
            choice(Some("一班"), None, false),
            choice(Some("二班"), Some(5), true),
        ],
        ..ReadOptions::default()
    };
    let asked = ["一班", "二班", "三班"].map(|it| (options.header_row(it), options.is_skipped(it)));
    assert_eq!(asked, [(Some(3), false), (Some(5), true), (Some(3), true)]);
}

#[test]
fn headers_have_marks_units_and_line_breaks() {
    let text = "*姓  名,\"性别\n（男/女）\",【必填】民族,出生日期(YYYYMMDD),\"身份证\r\n件号\",\"学籍号 \n(必填)\",★班号：\n张,男,汉族,,,,\n";
    let columns: Vec<_> = read_text(text).columns.iter().map(|it| it.column).collect();
    let expected = [
        Column::Name,
        Column::Sex,
        Column::EthnicGroup,
        Column::BirthDate,
        Column::IdNumber,
        Column::StudentNumber,
        Column::ClassCode,
    ];
    assert_eq!(columns, expected.map(Some));
}

#[test]
fn a_word_over_merged_cells_heads_them_all_and_no_more() {
    let page = "<table><tr><td>姓名<td>性别<td>民族<td colspan=2>现住址<td>备注</tr>\
        <tr><td>张<td>男<td>汉族<td>通化县<td>文化路<td>x</table>";
    let sheet = read_sheet(page.as_bytes());
    let columns: Vec<_> = sheet
        .columns
        .iter()
        .map(|it| (&*it.header, it.column, it.repeats))
        .collect();
    assert_eq!(columns[3], ("现住址", Some(Column::Address), None));
    assert_eq!(columns[4], ("现住址", None, Some(Column::Address)));
    assert_eq!(columns[5].0, "备注");
    let page = "<table><tr><td>姓名<td>性别<td colspan=2>成员1<td></tr><tr><td><td><td>姓名<td>关系<td>民族</tr>\
        <tr><td>张<td>男<td>张大明<td>父亲<td>汉族</table>";
    let sheet = read_sheet(page.as_bytes());
    assert_eq!(sheet.header_rows, [1, 2]);
    assert_eq!(sheet.columns[4].header, "民族");
    assert_eq!(sheet.columns[4].column, Some(Column::EthnicGroup));
}
