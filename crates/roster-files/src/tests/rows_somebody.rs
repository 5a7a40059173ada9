//! Rows of pupils that look like a header, a note, a sum or a sample and are none: whoever has a name below 姓名 and
//! something of his own is somebody.

use roster_model::SetAsideReason::{Footer, RepeatedHeader, Sample};

use super::read_text;
use super::rows::set_aside;

/// Every row below the header is a pupil.
fn all_are_pupils(text: &str) {
    let sheet = read_text(text);
    assert_eq!(set_aside(&sheet), [], "{text}");
    assert_eq!(sheet.row_count() as usize, text.lines().count() - 1);
}

#[test]
fn a_pupil_without_a_name_is_no_count() {
    let row = "三年级1班,4,王强,20180416,110101201804160011\n";
    for pupil in ["三年级1班,5,,20180417,\n", "三年级1班,5,,,\n"] {
        all_are_pupils(&format!(
            "班级,班内学号,姓名,出生日期,身份证号\n{row}{pupil}{row}"
        ));
    }
    all_are_pupils("班级,学号,姓名,性别\n三1班,1,王强,男\n三1班,2,,\n");
    let sheet = read_text("班级,序号,姓名,性别\n三1班,1,王强,男\n三（1）班,7,6,13\n");
    assert_eq!(set_aside(&sheet), [(3, Footer)]);
}

#[test]
fn words_of_the_header_in_its_columns_are_ticks() {
    let rows = "王强,1班,孤儿,留守儿童\n李红,1班,,留守儿童\n张华,1班,孤儿,\n";
    all_are_pupils(&format!("姓名,班级,孤儿,留守儿童\n{rows}"));
    all_are_pupils("姓名,留守儿童,孤儿\n王强,留守儿童,孤儿\n李红,留守儿童,\n");
    let again = read_text("姓名,留守儿童,孤儿\n王强,留守儿童,\n姓名,留守儿童,孤儿\n李红,,孤儿\n");
    assert_eq!(set_aside(&again), [(3, RepeatedHeader)]);
}

#[test]
fn the_class_in_the_title_is_that_of_the_pupils() {
    let sheet = read_text(
        "三年级1班,,\n班级,姓名,电话\n三年级1班,王强,13800000001\n三年级1班,李红,13800000002\n三年级1班,,\n",
    );
    assert_eq!(sheet.row_numbers, [3, 4]);
    assert_eq!(set_aside(&sheet), [(5, RepeatedHeader)]);
}

#[test]
fn two_parents_in_a_cell_are_no_choice() {
    all_are_pupils(
        "姓名,家长姓名,与学生关系\n王强,王建军/李秀兰,父亲/母亲\n李红,李刚/王芳,父亲/母亲\n",
    );
    all_are_pupils(
        "年级/班级,姓名,父母姓名,父母民族\n三年级/一班,王强,王刚/李兰,汉族/满族\n三年级/一班,李红,李刚/王芳,汉族/汉族\n",
    );
    for note in [
        "与户口簿一致,汉族/满族,农业/非农业",
        "张三,汉族/满族,农业/非农业",
        "姓名全称,男/女,农业/非农业",
        "王小明,男/女,是/否",
    ] {
        let sheet = read_text(&format!("姓名,民族,户口性质\n{note}\n王强,汉族,农业\n"));
        assert_eq!(set_aside(&sheet), [(2, Sample)], "{note}");
    }
}

#[test]
fn names_in_latin_letters_are_no_codes() {
    all_are_pupils("姓名,性别,国籍,班级\nEmma,F,USA,G3A\nLiam,M,USA,G3B\n");
    all_are_pupils("姓名,班级,国籍,学校\nEmma,G3A,USA,ABC\nLiam,G3B,UK,ABC\n");
    for codes in ["XM,XB,GJ,BJ", "xm,xb,gj,bj", "stu_name,xb_1,gj_dm,bj"] {
        let sheet = read_text(&format!("姓名,性别,国籍,班级\n{codes}\nEmma,F,USA,G3A\n"));
        assert_eq!(set_aside(&sheet), [(2, Sample)], "{codes}");
    }
}

#[test]
fn a_list_that_would_go_as_a_whole_stays() {
    // Row after row looks like the names of columns in a database; no header has that many notes.
    let row = "EMMA,USA,GRA,ABC\n";
    all_are_pupils(&format!("姓名,国籍,班级,学校\n{}", row.repeat(30)));
    let notes = "XM,GJ,BJ,XX\n字符型,字符型,字符型,字符型\n必填,选填,必填,必填\n1,2,3,4\n";
    let sheet = read_text(&format!(
        "姓名,国籍,班级,学校\n{notes}王强,中国,1班,A\n{row}"
    ));
    assert_eq!(sheet.row_count(), 2);
}

#[test]
fn a_colon_or_an_office_makes_no_signature_of_a_pupil() {
    all_are_pupils("姓名,联系电话\n王强：,13800000001\n李红：,13800000002\n张华:,13800000003\n");
    all_are_pupils(
        "序号,姓名,联系电话\n1,王强,13800000001\n统计员,李红,13800000002\n卫生负责,张华,13800000003\n6（班主任老师子女）,赵兵,\n",
    );
    for line in [
        "班主任,李梅,13800000003",
        "联系人：,李梅,13800000003",
        "负责人：,李梅,13800000003",
        "组长：,李梅,",
        "统计员,,",
        "领队,李梅,",
    ] {
        let sheet = read_text(&format!("序号,姓名,联系电话\n1,王强,13800000001\n{line}\n"));
        assert_eq!(set_aside(&sheet), [(3, Footer)], "{line}");
    }
    let sheet = read_text("姓名,联系电话\n王强,13800000001\n班主任：,13800000002\n");
    assert_eq!(set_aside(&sheet), [(3, Footer)]);
}

#[test]
fn counts_of_the_sexes_may_have_their_sum() {
    for line in [
        ",,男,6,女,6,,合计,12",
        "男,6,女,6,,,,合计：,12",
        "男6,女6,共计,12,,,,,",
    ] {
        let sheet = read_text(&format!(
            "序号,姓名,性别,民族,出生日期,身份证号,住址,家长姓名,电话\n1,王强,男,汉族,20180401,110101201804010017,a,b,1\n{line}\n"
        ));
        assert_eq!(set_aside(&sheet), [(3, Footer)], "{line}");
    }
}

#[test]
fn more_words_for_a_sample() {
    for word in ["样表", "示范", "（样本）", "示范：", "样板"] {
        let sheet = read_text(&format!(
            "序号,姓名,性别,民族,班级\n{word},赵六,男,汉族,1班\n1,王强,男,汉族,1班\n"
        ));
        assert_eq!(set_aside(&sheet), [(2, Sample)], "{word}");
    }
}

#[test]
fn a_word_in_the_first_cell_makes_no_note_of_somebody() {
    let words = [
        "审核通过",
        "填报中",
        "制表",
        "负责人家",
        "打印",
        "以上学年转入",
        "本页",
        "备注",
        "注：新转入",
        "共3人",
        "合计",
        "小计",
        "说明",
        "范例",
        "示例小学",
        "校长：",
        "日期：9.1",
        "小班",
        "第一组",
    ];
    for word in words {
        for pupil in [
            "李红,女,,\n",
            "李红,,13800000002,\n",
            "李红,,,110101201509010024\n",
            ",,,110101201509010024\n",
            "李红：,女,,\n",
        ] {
            all_are_pupils(&format!(
                "备注,姓名,性别,联系电话,身份证号\n,王强,男,13800000001,\n{word},{pupil}"
            ));
        }
    }
    let rows = "审核通过,王强,110101201509010016\n审核通过,李红,110101201509010024\n";
    all_are_pupils(&format!("审核状态,姓名,身份证号\n{rows}"));
    all_are_pupils("姓名,联系电话\n姓名：王强,电话：13800000001\n姓名：李红,电话：13800000002\n");
    // Whoever signs has a name and a telephone, too.
    for line in [
        "填表人,李梅,,13800000003,",
        "审核：,李梅,,13800000003,",
        "合计,2人,男,1,",
        "备注,李红已转走,,,",
    ] {
        let sheet = read_text(&format!(
            "序号,姓名,性别,联系电话,身份证号\n1,王强,男,13800000001,\n{line}\n"
        ));
        assert_eq!(set_aside(&sheet), [(3, Footer)], "{line}");
    }
    let sheet = read_text(
        "序号,姓名,性别,身份证号\n示例,王小明,男,110101201509010016\n1,王强,男,110101201509020012\n",
    );
    assert_eq!(set_aside(&sheet), [(2, Sample)]);
}

#[test]
fn more_pupils_without_a_name() {
    all_are_pupils(
        "年级,班级,座号,姓名,出生日期\n三年级,1班,1,王强,20180416\n三年级,1班,2,,20180417\n",
    );
    all_are_pupils(
        "班级,姓名,出生日期,邮政编码\n三年级1班,王强,20180416,134100\n三年级1班,,20180417,134100\n",
    );
}

#[test]
fn lines_of_sums_and_offices_below_the_list() {
    for line in [
        "汇总,,,,,12",
        "计数,12,,,,",
        "总数,12,,,,",
        "其中,男6,女6,,,",
        "应报12,实报12,,,,",
        "经手人,李红梅,,,,",
        "录入员,李红梅,,,,",
        ",最高分,,,99,99.5",
        ",及格率,,,100%,98.5%",
        "班级,三年级2班,,,班主任,王国强",
    ] {
        let header = "序号,姓名,性别,班级,语文,数学";
        let sheet = read_text(&format!("{header}\n1,王强,男,1班,90,91\n{line}\n"));
        assert_eq!(set_aside(&sheet), [(3, Footer)], "{line}");
    }
}

#[test]
fn a_tick_below_one_of_two_sexes() {
    for title in ["", "名册,,,\n"] {
        let sheet = read_text(&format!(
            "{title}序号,姓名,性别,,身份证号\n,,男,女,\n1,王强,√,,110101201509010016\n2,李红,,√,110101201509010024\n"
        ));
        assert_eq!(sheet.header_rows.len(), 2);
        assert_eq!(sheet.row_count(), 2);
        assert_eq!(sheet.columns[2].header, "性别男");
    }
}
