//! What the brackets of headers, and signs in their place, say.

use crate::header::{Header, find, find_in_group};

fn assert_found(cases: &[(&str, &str)]) {
    for &(text, meant) in cases {
        assert_eq!(shown(find(text)), meant, "{text}");
    }
}

fn shown(header: Header) -> String {
    match header {
        Header::Column(column) => column.key().to_owned(),
        Header::Group(group) => format!("group {group}"),
        Header::Ignored => "ignored".to_owned(),
        Header::Unknown => "unknown".to_owned(),
    }
}

#[test]
fn whose_a_column_is_may_stand_in_brackets_or_behind() {
    assert_found(&[
        ("电话（父亲）", "member1_phone"),
        ("联系电话（母亲）", "member2_phone"),
        ("电话（父）", "member1_phone"),
        ("电话（母）", "member2_phone"),
        ("电话（爸爸）", "member1_phone"),
        ("电话（妈妈）", "member2_phone"),
        ("工作单位（父）", "member1_employer"),
        ("姓名（母）", "member2_name"),
        ("身份证号（母亲）", "member2_id_number"),
        ("身份证号（监护人）", "member1_id_number"),
        ("身份证号（学生）", "id_number"),
        ("姓名（学生）", "name"),
        ("姓名（家长）", "member1_name"),
        ("联系电话（家长）", "member1_phone"),
        ("联系电话（本人或家长）", "phone"),
        ("监护人（父亲）", "group 1"),
        ("监护人（母亲）", "group 2"),
        ("监护人（父）", "group 1"),
        ("监护人（母）", "group 2"),
        ("家长（父亲）", "group 1"),
        ("家长（母亲）", "group 2"),
        ("家庭成员（父亲）", "group 1"),
        ("家庭成员（母亲）", "group 2"),
        ("监护人（母亲）电话", "member2_phone"),
        ("监护人电话（母亲）", "member2_phone"),
        ("监护人姓名（母亲）", "member2_name"),
        ("家长（母亲）姓名", "member2_name"),
        ("家长电话（母亲）", "member2_phone"),
        ("法定监护人（母）电话", "member2_phone"),
        ("是否监护人（父亲）", "member1_guardian"),
        ("是否监护人（母亲）", "member2_guardian"),
        ("成员1（母亲）", "group 1"),
        ("成员2（母亲）", "group 2"),
        ("父亲（监护人）", "group 1"),
        ("母亲（监护人）", "group 2"),
        ("父亲（监护人）姓名", "member1_name"),
        ("母亲（监护人）电话", "member2_phone"),
        ("家长（监护人）", "group 1"),
        ("父亲（或监护人）", "group 1"),
        ("父亲（或监护人）电话", "member1_phone"),
        ("电话-父亲", "member1_phone"),
        ("电话：父亲", "member1_phone"),
        ("电话/母亲", "member2_phone"),
        ("联系电话—父亲", "member1_phone"),
        ("姓名-母亲", "member2_name"),
        ("家长/监护人", "group 1"),
        ("家长/监护人电话", "member1_phone"),
        ("监护人/家长姓名", "member1_name"),
        ("父亲/母亲", "unknown"),
        ("父亲/母亲姓名", "unknown"),
    ]);
}

#[test]
fn what_a_column_holds_may_stand_in_brackets() {
    assert_found(&[
        ("监护人（电话）", "member1_phone"),
        ("监护人(联系电话)", "member1_phone"),
        ("父亲（电话）", "member1_phone"),
        ("父亲(手机号)", "member1_phone"),
        ("家长（手机）", "member1_phone"),
        ("父亲（身份证号）", "member1_id_number"),
        ("成员1(身份证件号)", "member1_id_number"),
        ("父亲（工作单位）", "member1_employer"),
        ("母亲（工作单位）", "member2_employer"),
        ("监护人（与学生关系）", "member1_relation"),
        ("家长（关系）", "member1_relation"),
        ("父亲（姓名）", "member1_name"),
        ("父亲【电话】", "member1_phone"),
        ("父亲[电话]", "member1_phone"),
        ("父亲〈电话〉", "member1_phone"),
        ("父亲「电话」", "member1_phone"),
        ("父亲（电话必填）", "member1_phone"),
        ("父亲（电话，必填）", "member1_phone"),
        ("父亲（电话，11位）", "member1_phone"),
        ("父亲（电话）（11位）", "member1_phone"),
        ("1.父亲（电话）", "member1_phone"),
        ("*父亲（电话）", "member1_phone"),
        ("家长（手机或座机）", "member1_phone"),
        ("父亲信息（电话）", "member1_phone"),
        ("父（电话）", "member1_phone"),
        ("母电话", "member2_phone"),
        ("监护人（是/否）", "member1_guardian"),
        ("监护人（是否）", "member1_guardian"),
        ("父亲（是否监护人）", "member1_guardian"),
        ("父亲（关系说明）", "member1_relation_note"),
        ("学生（身份证号）", "id_number"),
        ("学生(联系电话)", "phone"),
        ("学生（出生日期）", "birth_date"),
        ("学生（姓名）", "name"),
        ("学生（性别）", "sex"),
        ("学生信息（身份证号）", "id_number"),
        ("基本信息（姓名）", "name"),
        ("个人信息（身份证号）", "id_number"),
        ("幼儿（姓名）", "name"),
        ("孩子（身份证号）", "id_number"),
        ("学生：身份证号", "id_number"),
        ("学生-身份证号", "id_number"),
        ("学生/身份证号", "id_number"),
        ("学生_姓名", "name"),
        ("身份证件（号）", "id_number"),
        ("身份证（类型）", "id_type"),
        ("身份证（号码）", "id_number"),
        ("证件（类型）", "id_type"),
        ("户口（性质）", "hukou_type"),
        ("户口（所在地）", "hukou_code"),
        ("出生（日期）", "birth_date"),
        ("入学（年月）", "enrolment_month"),
        ("班级（代码）", "class_code"),
        ("学籍（号）", "student_number"),
        ("残疾（类型）", "disability"),
        ("学校（标识码）", "school_code"),
    ]);
}

#[test]
fn what_no_check_reads_is_nobodys_name() {
    assert_found(&[
        ("学生（电话）", "unknown"),
        ("学生（签字）", "unknown"),
        ("学生（人数）", "unknown"),
        ("父亲（姓名、电话）", "unknown"),
        ("家长（姓名及电话）", "unknown"),
        ("家长姓名（电话）", "unknown"),
        ("父亲（学历）", "unknown"),
        ("父亲（年龄）", "unknown"),
        ("父亲（微信）", "unknown"),
        ("父亲（出生日期）", "unknown"),
        ("父亲（性别）", "unknown"),
        ("家长（签字）", "unknown"),
        ("家长（签名）", "unknown"),
        ("家长姓名（签字）", "unknown"),
        ("监护人（签章）", "unknown"),
        ("家长（意见）", "unknown"),
        ("家长（学生）", "unknown"),
        ("班主任（电话）", "unknown"),
        ("班主任（姓名）", "unknown"),
        ("爷爷（电话）", "unknown"),
        ("紧急联系人（电话）", "unknown"),
        ("户主（姓名）", "unknown"),
        ("关系（说明）", "unknown"),
    ]);
}

#[test]
fn a_remark_changes_nothing() {
    assert_found(&[
        ("姓名（与户口簿一致）", "name"),
        ("电话（必填）", "phone"),
        ("姓名（拼音）", "name_pinyin"),
        ("姓名（曾用名）", "name"),
        ("姓名（学号）", "name"),
        ("住址（现）", "address"),
        ("现住址（详细到门牌号）", "address"),
        ("班级（1）", "class_name"),
        ("班级（名称）", "class_name"),
        ("班级（年级）", "class_name"),
        ("年级（班级）", "grade"),
        ("学生（非本地）", "name"),
        ("学生（男）", "name"),
        ("监护人（父/母）", "group 1"),
        ("监护人（父亲或母亲）", "group 1"),
        ("监护人（爷爷）", "group 1"),
        ("监护人（与户口簿一致）", "group 1"),
        ("监护人（姓名与身份证一致）", "group 1"),
        ("家长（必填）", "group 1"),
        ("国籍（地区）", "nationality"),
        ("学籍号（L号）", "student_number"),
    ]);
}

#[test]
fn the_number_of_a_member_may_be_written_in_any_way() {
    assert_found(&[
        ("家庭成员（一）", "group 1"),
        ("家庭成员（二）", "group 2"),
        ("家庭成员（1）", "group 1"),
        ("家庭成员(2)", "group 2"),
        ("家庭成员①", "group 1"),
        ("家庭成员②", "group 2"),
        ("家庭成员⑴", "group 1"),
        ("家庭成员㈡", "group 2"),
        ("家庭成员Ⅱ", "group 2"),
        ("家庭成员A", "group 1"),
        ("家庭成员B", "group 2"),
        ("家庭成员（A）", "group 1"),
        ("家庭成员（一）信息", "group 1"),
        ("家庭成员或监护人（一）", "group 1"),
        ("家庭主要成员（一）", "group 1"),
        ("主要家庭成员（一）", "group 1"),
        ("监护人（一）", "group 1"),
        ("监护人（2）", "group 2"),
        ("家长（二）", "group 2"),
        ("成员（1）", "group 1"),
        ("家庭成员（1）联系电话", "member1_phone"),
        ("家庭成员（1）-姓名", "member1_name"),
        ("家庭成员（1）：姓名", "member1_name"),
        ("家庭成员（二）姓名", "member2_name"),
        ("成员（1）身份证件号", "member1_id_number"),
        ("家长（1）电话", "member1_phone"),
        ("家长②电话", "member2_phone"),
        ("监护人B电话", "member2_phone"),
        ("监护人（2）姓名", "member2_name"),
        ("监护人（二）电话", "member2_phone"),
        ("第1监护人", "group 1"),
        ("第2监护人姓名", "member2_name"),
        ("第一家长电话", "member1_phone"),
        ("家庭成员（三）", "unknown"),
        ("家庭成员（三）姓名", "unknown"),
        ("成员（3）", "unknown"),
        ("监护人（3）", "unknown"),
        ("监护人（三）", "unknown"),
        ("监护人（3）姓名", "unknown"),
        ("（一）姓名", "name"),
        ("（1）监护人姓名", "member1_name"),
        ("（2）监护人电话", "member1_phone"),
        ("（3）父亲姓名", "member1_name"),
        ("A、姓名", "name"),
        ("A.姓名", "name"),
        ("(A)姓名", "name"),
        ("（1）身份证（号码）", "id_number"),
    ]);
}

#[test]
fn under_the_header_of_a_member_brackets_say_the_same() {
    for (text, meant) in [
        ("身份证（号码）", "member2_id_number"),
        ("联系电话（手机）", "member2_phone"),
        ("母亲（电话）", "member2_phone"),
        ("监护人（是/否）", "member2_guardian"),
        ("姓名（与户口簿一致）", "member2_name"),
    ] {
        assert_eq!(shown(find_in_group(2, text)), meant, "{text}");
    }
}
