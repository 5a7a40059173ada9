//! Headers in two languages, and in English alone: what they mean, and what only looks like it.

use crate::header::tests::shown;
use crate::header::{find, find_in_group};

fn assert_found(cases: &[(&str, &str)]) {
    for (text, key) in cases {
        assert_eq!(shown(find(text)), *key, "{text:?}");
    }
}

#[test]
fn the_han_part_is_the_header() {
    for text in [
        "姓名 Name",
        "姓名Name",
        "Name 姓名",
        "NAME姓名",
        "姓名-Name",
        "姓名|Name",
        "姓名/Name",
        "姓名（Name）",
        "Name(姓名)",
        "姓名\nName",
        "Name\n姓名",
        "*姓名 Name（必填）",
        "1. 姓名 Name",
        "姓名 Student’s Name",
        "学生姓名 Full Name (与户口簿一致)",
    ] {
        assert_eq!(shown(find(text)), "name", "{text:?}");
    }
    assert_found(&[
        ("性别 Gender", "sex"),
        ("Gender(性别)", "sex"),
        ("Gender\n性别", "sex"),
        ("出生日期 Date of Birth", "birth_date"),
        ("出生日期 YYYY-MM-DD", "birth_date"),
        ("身份证号 ID Number", "id_number"),
        ("ID Card No. 身份证号码", "id_number"),
        ("证件类型 ID Type", "id_type"),
        // The English word is that of another column.
        ("民族 Nationality", "ethnic_group"),
        ("学号 Student Number", "class_serial"),
        ("Class\n班号", "class_code"),
        ("国籍/地区 Nationality/Region", "nationality"),
        ("家庭住址 Address", "home_address"),
        ("联系电话 Phone No.", "phone"),
        ("联系电话 Parents' Phone", "phone"),
        ("E-mail 电子信箱", "email"),
        ("QQ邮箱 Email", "email"),
        ("班级 Class", "class_name"),
        ("班 Class", "class_name"),
        ("是否独生子女 Only Child (Yes/No)", "only_child"),
        ("序号 No.", "ignored"),
        ("家长1姓名 Parent 1 Name", "member1_name"),
        ("父亲姓名 Father's Name", "member1_name"),
        ("母亲电话 Mother's Mobile", "member2_phone"),
        ("Phone 联系电话（母亲）", "member2_phone"),
        ("监护人1 Guardian 1", "group 1"),
        ("母亲 Mother", "group 2"),
    ]);
    assert_eq!(shown(find_in_group(2, "姓名 Name")), "member2_name");
    assert_eq!(
        shown(find_in_group(1, "关系 Relationship")),
        "member1_relation"
    );
}

#[test]
fn latin_letters_that_say_something_else_are_a_part_of_the_header() {
    for text in [
        "IP地址",
        "Email地址",
        "E-mail 地址",
        "QQ号",
        "QQ联系方式",
        "联系方式 WeChat",
        "ID号",
        "A班",
        "1B班",
        "VIP班",
        "学生ID",
        "学生 Student ID",
        "班级ID",
        "家长ID",
        "照片URL",
        "姓名 English Name",
        "姓名(英文)",
        "姓名 Pinyin",
        "Father's Name 姓名",
        "姓名 Parent Name",
        "电话 Mother",
        "联系电话 Phone 1",
        "姓名 Name / 性别 Sex",
        "G学籍号",
    ] {
        assert_eq!(shown(find(text)), "unknown", "{text:?}");
    }
    assert_eq!(shown(find("学籍号(L号)")), "student_number");
}

#[test]
fn english_headers_are_found_however_they_are_spelled() {
    assert_found(&[
        ("Gender", "sex"),
        ("ID Number", "id_number"),
        ("ID No.", "id_number"),
        ("ID NO", "id_number"),
        ("ID-Card_No", "id_number"),
        ("ID/Passport No.", "id_number"),
        ("ID Type", "id_type"),
        ("Document Type", "id_type"),
        ("Student Name", "name"),
        ("Student’s Name", "name"),
        ("Full Name", "name"),
        ("Chinese Name", "name"),
        ("Ethnicity", "ethnic_group"),
        ("Birth Date", "birth_date"),
        ("Birthdate", "birth_date"),
        ("D.O.B.", "birth_date"),
        ("Class Name", "class_name"),
        ("Home Address", "home_address"),
        ("Enrollment Date", "enrolment_month"),
        ("Admission date", "enrolment_month"),
        ("Parent Phone", "phone"),
        ("Parent Name", "member1_name"),
        ("Parent/Guardian Name", "member1_name"),
        ("Guardian's ID Number", "member1_id_number"),
        ("Father's Occupation", "member1_position"),
        ("Mother Mobile", "member2_phone"),
        // Certainly no number of the register, and perhaps none that the country gives.
        ("Student ID", "unknown"),
        ("Student No.", "unknown"),
        ("ID", "unknown"),
        ("Passport No.", "unknown"),
        ("English Name", "unknown"),
        ("Name (English)", "unknown"),
        ("Homeroom", "unknown"),
        ("Mother Tongue", "unknown"),
        ("Remarks", "unknown"),
    ]);
}
