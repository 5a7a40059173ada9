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
