//! A form about one person is no list, however many questions stand in a row.

use super::read_text;

#[test]
fn a_form_with_four_questions_in_a_row_is_no_list() {
    let wide = |answer: &str| {
        let rows = [
            ["姓名", "性别", "出生日期", "出生地"],
            ["籍贯", "民族", "国籍/地区", "身份证件类型"],
            ["身份证件号", "港澳台侨外", "政治面貌", "健康状况"],
            ["户口性质", "特长", "学籍辅号", "年级"],
        ];
        let rows = rows.map(|it| it.join(&format!(",{answer},")));
        format!("登记表\n{},{answer}\n", rows.join("\n"))
    };
    assert!(!read_text(&wide("")).has_header());
    assert!(!read_text(&wide("无")).has_header());
    assert!(!read_text(&wide("").repeat(6)).has_header());
    // Columns without words between those with them are a list still.
    let gaps =
        read_text("姓名,,性别,,民族,,籍贯,\n张小明,,男,,汉族,,河北,\n李红,,女,,汉族,,河北,\n");
    assert_eq!(gaps.row_count(), 2);
}

#[test]
fn the_parents_in_a_form_are_no_list_of_pupils() {
    let form =
        "登记表\n姓名,王小明,性别,男,出生日期,20150901\n民族,汉族,身份证号,110101201509010016\n";
    for family in [
        "家庭成员,姓名,关系,工作单位,联系电话,身份证号\n",
        "姓名,关系,工作单位,联系电话,身份证号\n",
        "主要家庭成员\n姓名,与学生关系,工作单位,联系电话\n",
    ] {
        let parents = "王大明,父亲,幸福公司,13812345678,110101198509010013\n";
        let far = format!("{form}{}{family}{parents}", "住址,人民路\n".repeat(20));
        assert!(!read_text(&format!("{form}{family}{parents}")).has_header());
        assert!(!read_text(&far).has_header());
        // Nobody has filled it in, so it may be a list with words above it.
        let blank = "登记表\n班级,三年级1班,班主任,李红\n";
        assert!(read_text(&format!("{blank}{family}{parents}")).has_header());
    }
}
