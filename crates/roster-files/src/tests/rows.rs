//! Rows below the header: pupils, blank rows, rows set aside.

use roster_model::{Column, SetAsideReason, Sheet};
use rust_xlsxwriter::Formula;

use super::{read_sheet, read_text, texts, workbook};

const HEADER: &str = "序号,姓名,性别,民族,备注\n";

pub(super) fn set_aside(sheet: &Sheet) -> Vec<(u32, SetAsideReason)> {
    sheet
        .set_aside
        .iter()
        .map(|it| (it.row_number, it.reason))
        .collect()
}

#[test]
fn blank_rows_count_only_between_pupils() {
    let text = format!("{HEADER}\n1,张小明,男,汉族,\n,,,,\n \n3,,,,\n4,李小红,女,汉族,\n\n,,,,\n");
    let sheet = read_text(&text);
    assert_eq!(sheet.row_numbers, [3, 7]);
    assert_eq!(sheet.blank_rows, [4, 5, 6]);
}

#[test]
fn a_repeated_header_is_set_aside() {
    let two = "姓名,性别,成员1,\n,,姓名,关系\n张小明,男,张大明,父亲\n姓名,性别,成员1,\n,,姓名,关系\n李小红,女,李刚,父亲\n";
    let sheet = read_text(two);
    assert_eq!(sheet.row_numbers, [3, 6]);
    let repeated = SetAsideReason::RepeatedHeader;
    assert_eq!(set_aside(&sheet), [(4, repeated), (5, repeated)]);
    let page = format!(
        "某校名册,,,,\n{HEADER}1,张小明,男,汉族,\n某校名册,,,,\n{HEADER}2,李小红,女,汉族,\n"
    );
    let sheet = read_text(&page);
    assert_eq!(set_aside(&sheet), [(4, repeated), (5, repeated)]);
    assert_eq!(sheet.row_numbers, [3, 6]);
}

#[test]
fn another_header_takes_the_rows_below_it_with_it() {
    let text = |row: &str| format!("{HEADER}1,张小明,男,汉族,\n{row}2,李小红,女,汉族,x\n");
    for row in [
        "序号,姓名,民族,性别,备注\n",
        "姓名,序号,性别,民族,备注\n",
        "姓名,性别,民族,出生日期,备注\n",
        "学号,姓名,性别,民族,联系电话\n",
        "序号,姓名,备注,民族,性别\n",
        "序号,姓名,职务,学科,备注\n",
    ] {
        let sheet = read_text(&text(row));
        let other = SetAsideReason::OtherHeader;
        assert_eq!(set_aside(&sheet), [(3, other), (4, other)], "{row}");
        assert_eq!(sheet.row_numbers, [2], "{row}");
        assert!(!sheet.other_headers[0].cells.is_empty());
    }
    for row in [
        HEADER,
        "编号,学生姓名,*性 别,民族,\n",
        "编号,姓名（全名）,性 别,族别,\n",
        "序号,姓名,性别,民族,备注,第2页\n",
        "序号,姓名,性别,民族,说明\n",
    ] {
        let sheet = read_text(&text(row));
        let repeated = SetAsideReason::RepeatedHeader;
        assert_eq!(set_aside(&sheet), [(3, repeated)], "{row}");
    }
    // What a page begins with, and the second level, do not end what another header began.
    let two =
        "名册,,,,\n姓名,性别,成员1,,成员2,\n,,姓名,电话,姓名,电话\n张小明,男,张大明,1,李红,2\n";
    let other = "姓名,性别,母亲,,父亲,\n,,姓名,电话,姓名,电话\n李小红,女,王芳,1,李刚,2\n名册,,,,\n赵一鸣,男,钱红,1,赵刚,2\n";
    let again = "姓名,性别,成员1,,成员2,\n,,姓名,电话,姓名,电话\n孙明,男,孙大明,1,周红,2\n";
    let sheet = read_text(&format!("{two}{other}{again}"));
    assert_eq!(sheet.row_numbers, [4, 12]);
    assert_eq!(sheet.unread_rows().collect::<Vec<_>>(), [5, 7, 9]);
    // A relative's word is no header.
    let words =
        read_text("姓名,父亲,监护人,与学生关系\n张小明,张大明,父亲,父亲\n李红,李刚,父亲,监护人\n");
    assert_eq!(words.row_count(), 2);
}

#[test]
fn samples_and_explanations_are_set_aside() {
    let rows = [
        "示例,,,,\n",
        "示例,张三,男,汉族,可不填\n",
        "（样例）,张三,男,汉族,\n",
        "填写说明：姓名与户口簿一致,,,,\n",
        "说明,与户口簿一致,男或女,带“族”字,\n",
        "1,2,3,4,5\n",
        "(1),(2),(3),(4),(5)\n",
        "甲,乙,1,2,3\n",
        "A,B,C,D,E\n",
        "选填,必填,必填,必填,选填\n",
        ",【必填】,(必填),*必填,\n",
    ];
    for row in rows {
        let sheet = read_text(&format!("{HEADER}{row}1,张小明,男,汉族,\n"));
        assert_eq!(set_aside(&sheet), [(2, SetAsideReason::Sample)], "{row}");
        assert_eq!(sheet.row_numbers, [3], "{row}");
    }
}

#[test]
fn headings_of_a_part_of_the_pupils_are_set_aside() {
    let words = [
        "男生",
        "女生（22人）",
        "男生22人",
        "一、男生",
        "2.走读生",
        "第一组",
        "第二小组",
        "住校生",
        "1号车",
        "三（1）班",
        "301班（22人）",
        "小班",
        "转入学生",
        "男生名单：",
        "班主任：王丽",
    ];
    for word in words {
        for row in [format!("{word},,,,\n"), format!(",{word},,,\n")] {
            let sheet = read_text(&format!(
                "{HEADER}{row}1,张小明,男,汉族,\n{row}2,李小红,女,汉族,\n"
            ));
            let footer = SetAsideReason::Footer;
            assert_eq!(set_aside(&sheet), [(2, footer), (4, footer)], "{row}");
            assert_eq!(sheet.row_numbers, [3, 5], "{row}");
        }
    }
    for name in ["王学生", "丁一", "万组", "男生福", "三毛", "石小组"] {
        let sheet = read_text(&format!("{HEADER}1,张小明,男,汉族,\n,{name},,,\n"));
        assert_eq!(sheet.row_numbers, [2, 3], "{name}");
    }
    let sheet = read_text(&format!("{HEADER}1,张小明,男,汉族,\n2,男生,女,,\n"));
    assert_eq!(sheet.row_numbers, [2, 3], "another cell is filled");
}

#[test]
fn what_stands_below_the_table_is_set_aside() {
    let rows = [
        "合计,2,1,1,\n",
        "合计：2人,,,,\n",
        "共2人,,,,\n",
        "制表人：,,审核人：,,\n",
        "制表人：王,审核：李,电话：1,日期：9月,\n",
        ",注：以户口簿为准,,,\n",
        "第1页 共3页,,,,\n",
        ",,,,以下为空\n",
        "一年级全体,,,,\n",
        ",一年级（2）班,,,\n",
        "填表人：,张老师,审核,李老师,九月\n",
        ",男生：1人,女生：1人,,\n",
        ",全班共2人,,,\n",
        "（公章）,,,,\n",
        ",,,,2026年9月1日\n",
        ",,,,南京市第一小学\n",
        ",教务处,,,\n",
        "（以下空白）,,,,\n",
        ",—— 完 ——,,,\n",
        "……,,,,\n",
        "*带星号为必填,,,,\n",
        "※请各班主任于9月10日前上交,,,,\n",
        "请各班主任核对后上交教务处。,,,,\n",
        "我校承诺以上信息真实、准确。,,,,\n",
        "2.联系电话填写家长手机号,,,,\n",
        ",以下学生为9月新转入,,,\n",
        "本页小计,6,,,\n",
        "三年级合计,13,,,\n",
        "人数,13,,,\n",
        "男生,7,女生,6,\n",
        "男,1,女,1,\n",
        ",男1,女1,,\n",
        ",男生人数,1,,\n",
        "平均年龄,9.2,,,\n",
        "班级,男生,女生,合计,\n",
        "三（1）班,7,6,13,\n",
    ];
    for row in rows {
        let sheet = read_text(&format!(
            "{HEADER}1,张小明,男,汉族,\n2,李小红,女,汉族,\n{row}"
        ));
        assert_eq!(set_aside(&sheet), [(4, SetAsideReason::Footer)], "{row}");
        assert_eq!(sheet.row_count(), 2, "{row}");
    }
}

#[test]
fn a_pupil_is_never_set_aside_for_a_name_or_for_few_cells() {
    let rows = [
        "1,共喜,,,\n",
        ",张小明,,,\n",
        "1,注册,男,,\n",
        ",王班,,,\n",
        "1,王一班,男,汉族,\n",
        ",,男,,\n",
        "9,,,,有备注,多,一格\n",
        "1,张小明,2,3,4\n",
        "1,3,2,,\n",
        "1,男人,男,,\n",
        "5,,男,,5\n",
        ",阿卜杜热合曼·买买提,,,\n",
        ",欧阳小明,,,\n",
        ",请小明,,,\n",
        ",各务明,,,\n",
        ",合思远,男,,\n",
        ",1.王小明,,,\n",
        "三（1）班,王小明,男,,\n",
        "1,例小明,男,汉族,\n",
        "1,小例子,男,汉族,\n",
    ];
    for row in rows {
        let sheet = read_text(&format!("{HEADER}{row}"));
        assert_eq!(sheet.row_numbers, [2], "{row}");
        assert!(sheet.set_aside.is_empty(), "{row}");
    }
}

#[test]
fn a_sample_in_a_full_row_and_names_for_a_database_are_set_aside() {
    for row in [
        "1,张三（示例）,男,汉族,\n",
        "1,例：张三,男,汉族,\n",
        "1,示例张三,男,汉族,\n",
        "1,【示例】张三,男,汉族,\n",
        "XH,XM,XB,MZ,\n",
        "字符型,字符型,字符型,字符型,\n",
    ] {
        let sheet = read_text(&format!("{HEADER}{row}2,李小红,女,汉族,\n"));
        assert_eq!(set_aside(&sheet), [(2, SetAsideReason::Sample)], "{row}");
        assert_eq!(sheet.row_numbers, [3], "{row}");
    }
    let sheet = read_text(&format!("{HEADER}1,TOM,M,Han,\n"));
    assert_eq!(sheet.row_numbers, [2], "it has a number");
}

#[test]
fn a_lone_far_cell_costs_one_column() {
    let bytes = workbook(|sheet| {
        for (column, word) in ["姓名", "性别", "民族"].into_iter().enumerate() {
            sheet.write(0, column as u16, word).unwrap();
        }
        for row in 1..=3000 {
            sheet
                .write(row, 0, "张小明")
                .unwrap()
                .write(row, 1, "男")
                .unwrap();
        }
        sheet.write(9000, 16_383, "x").unwrap();
        sheet.write(9000, 0, "李小红").unwrap();
    });
    let sheet = read_sheet(&bytes);
    assert_eq!(sheet.columns.len(), 4);
    assert_eq!(sheet.columns[3].position, 16_383);
    assert_eq!(sheet.text(3, 3000), "x");
    assert_eq!(sheet.row_numbers.last(), Some(&9001));
    assert_eq!(sheet.blank_rows.len(), 9001 - 3001 - 1);
    assert!(sheet.bytes() < 200_000, "{}", sheet.bytes());
}

#[test]
fn columns_without_a_header_are_kept_where_they_have_text() {
    let sheet = read_text("姓名,,性别,民族\n张小明, ,男,汉族\n李小红,,女,汉族,多余\n");
    let positions: Vec<_> = sheet.columns.iter().map(|it| it.position).collect();
    assert_eq!(positions, [0, 2, 3, 4]);
    assert_eq!(texts(&sheet, Column::Name), ["张小明", "李小红"]);
    assert_eq!((sheet.text(3, 0), sheet.text(3, 1)), ("", "多余"));
}

#[test]
fn rows_filled_down_in_advance_are_no_pupils() {
    let header =
        "序号,姓名,性别,班级,民族,联系电话\n1,张小明,男,一班,汉族,1\n2,李小红,女,一班,回族,2\n";
    let filled = |last: &str| read_text(&format!("{header}3,王强,男,一班,汉族,3\n{last}"));
    let sheet = filled("4,,,一班,汉族,\n5,,,一班,汉族,\n\n6,,,一班,汉族,\n合计,3,,,,\n");
    assert_eq!(sheet.row_numbers, [2, 3, 4]);
    let aside = SetAsideReason::Prefilled;
    let footer = SetAsideReason::Footer;
    assert_eq!(
        set_aside(&sheet),
        [(5, aside), (6, aside), (8, aside), (9, footer)]
    );
    assert!(sheet.blank_rows.is_empty());
    assert_eq!(filled("4,,,一班,,\n").row_count(), 3);
    // A pupil without a name is one still: with a number, a phone, a sex of his own, or at all where
    // nobody tells what is usual.
    for row in [
        "4,,,一班,汉族,4\n",
        "4,,女,一班,汉族,\n",
        "4,,,二班,汉族,\n",
        "4,,,一班,汉族,,x\n",
        "4,,,一班,汉族,\n",
        "4,赵,,一班,汉族,\n",
    ] {
        let sheet = filled(row);
        assert_eq!(sheet.row_numbers, [2, 3, 4, 5], "{row}");
        assert!(sheet.set_aside.is_empty());
    }
    let between = filled("4,,,一班,汉族,\n5,周兵,,一班,汉族,\n");
    assert_eq!(between.row_count(), 5, "a pupil follows");
    let nobody = read_text("序号,姓名,班级,民族\n1,,一班,汉族\n2,,一班,汉族\n3,,一班,汉族\n");
    assert_eq!(nobody.row_count(), 3);
}

#[test]
fn rows_of_formulas_that_wait_for_a_number_are_no_pupils() {
    let book = |name: &'static str, serial: &'static str| {
        let formula = |it: &str| Formula::new("=A1").set_result(it);
        let bytes = workbook(|sheet| {
            for (column, word) in ["序号", "姓名", "性别", "出生日期", "学籍号"]
                .into_iter()
                .enumerate()
            {
                sheet.write(0, column as u16, word).unwrap();
            }
            for row in 1..=4 {
                sheet.write(row, 1, "张小明").unwrap();
                sheet.write(row, 2, formula("男")).unwrap();
                sheet.write(row, 3, formula("2015-09-01")).unwrap();
                sheet.write(row, 4, formula("G110101201509010016")).unwrap();
            }
            for row in 5..=9 {
                sheet.write(row, 0, serial).unwrap();
                sheet.write(row, 1, formula(name)).unwrap();
                sheet.write(row, 2, formula("女")).unwrap();
                sheet.write(row, 3, formula("0-00-00")).unwrap();
                sheet.write(row, 4, formula("G")).unwrap();
            }
        });
        read_sheet(&bytes).row_count()
    };
    assert_eq!(book("0", "5"), 4);
    assert_eq!(book("", "5"), 4);
    assert_eq!(book("#N/A", ""), 4);
    assert_eq!(book("#N/A", "5"), 9, "somebody was looked up and not found");
    assert_eq!(book("李小红", ""), 9);
}
