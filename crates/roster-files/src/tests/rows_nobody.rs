//! Rows in which nobody is: titles, sign-offs, notes and tables of numbers that stand in columns of pupils.

use roster_model::SetAsideReason::{Footer, RepeatedHeader, Sample};

use super::read_text;
use super::rows::set_aside;

const HEADER: &str = "姓名,性别,出生日期,民族,身份证号,住址,班级,联系电话\n";
const ZHANG: &str = "张小明,男,20150901,汉族,110101201509010016,解放路1号,一班,13800138000\n";
const LI: &str = "李红,女,20150902,汉族,11010120150902002X,解放路2号,一班,13800138001\n";

/// A row of the columns above with a text at one of them.
fn lone(at: usize, text: &str) -> String {
    format!("{}{text}{}\n", ",".repeat(at), ",".repeat(7 - at))
}

#[test]
fn a_text_that_fits_no_column_is_nobody() {
    for text in [
        "实验小学一年级（2）班学生名册",
        "一年级（2）班花名册",
        "育才小学一（2）班学籍信息表",
        "教导处（盖章）",
        "学校盖章",
        "家长签名",
        "某某小学教导处",
        "2026年9月",
        "学籍管理员",
        "上报人",
        "实有人数 40",
        "本学期转入学生名单",
        "留守儿童名单",
        "特殊学生",
        "新增",
        "已转出",
        "END",
        "/记录行结束/",
        "1/3",
        "完",
        "温馨提示",
        "九月份",
        "序号",
    ] {
        for at in [0, 2, 3, 7] {
            let row = lone(at, text);
            let sheet = read_text(&format!("{HEADER}{ZHANG}{LI}{row}"));
            assert_eq!(set_aside(&sheet), [(4, Footer)], "{row}");
            let sheet = read_text(&format!("{HEADER}{ZHANG}{row}{LI}"));
            assert_eq!(sheet.row_numbers, [2, 4], "{row}");
        }
    }
}

#[test]
fn whoever_may_be_somebody_is_a_pupil() {
    let names = [
        "王小明",
        "王学生",
        "李新生",
        "高中华",
        "管理明",
        "全校友",
        "扎西",
        "才让卓玛",
        "乌云其其格",
        "阿卜杜热合曼买买提",
        "迪丽热巴·迪力木拉提",
        "欧阳新生",
        "王小明（转出）",
        "王小明转出",
        "王小明已休学",
        "新增王小明",
        "王小明2",
        "3.王小明",
        "王小明(2班)",
        "李",
        "Tom",
        "王*明",
        "王 明",
        "年小华",
    ];
    let names = names.into_iter().map(|it| (0, it));
    let others = [
        (0, "110101201509010016"),
        (0, "501"),
        (0, "#N/A"),
        (3, "13800138000"),
        (1, "男"),
        (2, "20150901"),
        (3, "回"),
        (4, "110101201509010016"),
        (7, "13800138000"),
        (7, "0379-64912345"),
    ];
    for (at, text) in names.chain(others) {
        let row = lone(at, text);
        let sheet = read_text(&format!("{HEADER}{ZHANG}{row}{LI}"));
        assert_eq!(sheet.row_numbers, [2, 3, 4], "{row}");
    }
}

#[test]
fn a_table_of_numbers_below_the_list_is_no_part_of_it() {
    let tables = [
        "班级,人数,男,女,,,,\n一（1）班,40,20,20,,,,\n合计,40,20,20,,,,\n",
        ",,,项目,人数,,,\n,,,男生,41,,,\n,,,女生,39,,,\n",
        "民族,人数,,,,,,\n汉族,70,,,,,,\n回族,10,,,,,,\n",
        "序号,班级,人数,,,,,\n1,一（1）班,40,,,,,\n2,一（2）班,41,,,,,\n",
    ];
    for table in tables {
        for gap in ["", ",,,,,,,\n"] {
            let sheet = read_text(&format!("{HEADER}{ZHANG}{LI}{gap}{table}{ZHANG}"));
            let last = 4 + u32::from(!gap.is_empty()) + table.lines().count() as u32;
            assert_eq!(sheet.row_numbers, [2, 3, last], "{table}");
            let aside = set_aside(&sheet);
            assert!(aside.iter().all(|it| it.1 == Footer), "{table}");
        }
    }
    for pupil in [",男,,,,,父亲,\n", "女,男,,,,,,\n"] {
        let sheet = read_text(&format!("{HEADER}{ZHANG}{pupil}{LI}"));
        assert_eq!(sheet.row_numbers, [2, 3, 4], "{pupil}");
    }
    // A pupil behind it is one, though of few words.
    let rows = "班级,人数,男,女,,,,\n一（1）班,40,20,20,,,,\n王强,,,,,,,\n";
    let sheet = read_text(&format!("{HEADER}{ZHANG}{rows}"));
    assert_eq!(sheet.row_numbers, [2, 5]);
}

#[test]
fn notes_below_the_header_and_once_more_below_the_repeated_one() {
    let notes = "与户口簿一致,下拉选择,如20150901,与户口簿一致,18位身份证号,详细地址,系统自动生成,请填写手机号\n";
    for note in [
        notes,
        ",下拉选择,如20150901,与户口簿一致,18位身份证号,,系统自动生成,请填写手机号\n",
        "1,2,3,4,5,6,7,8\n",
        "必填,必填,必填,选填,必填,选填,选填,选填\n",
        "是,是,是,否,是,否,否,否\n",
    ] {
        let sheet = read_text(&format!("{HEADER}{note}{ZHANG}{HEADER}{note}{LI}"));
        let expected = [(2, Sample), (4, RepeatedHeader), (5, RepeatedHeader)];
        assert_eq!(set_aside(&sheet), expected, "{note}");
        assert_eq!(sheet.row_numbers, [3, 6], "{note}");
    }
    for pupil in [
        "张三,男,20150901,与户口簿一致,不详,待填,一班,无\n",
        "王小明,未知,不详,不详,不详,不详,一班,不详\n",
        // Slipped to the right by one.
        "1,王小明,男,20150901,汉族,110101201509010016,解放路1号,一班\n",
        ",王小明,男,不详,汉族,待补,解放路1号,一班\n",
    ] {
        let sheet = read_text(&format!("{HEADER}{pupil}{ZHANG}{HEADER}{pupil}{LI}"));
        assert_eq!(sheet.row_numbers, [2, 3, 5, 6], "{pupil}");
    }
}

#[test]
fn what_is_below_a_header_far_down_a_text_is_known_too() {
    let page: String = (0..40).map(|_| ZHANG).collect();
    let count = "1,2,3,4,5,6,7,8\n";
    let sheet = read_text(&format!("{HEADER}{count}{page}{HEADER}{count}{page}"));
    assert_eq!(sheet.row_count(), 80);
}
