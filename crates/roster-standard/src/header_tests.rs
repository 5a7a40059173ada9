//! What headers mean, as templates and clerks write them. The tables behind it are checked for
//! collisions; whether a whole sheet has a header row is decided elsewhere.

use std::collections::BTreeMap;

use super::{Header, find, find_in_group, key, sub_texts, tidy, top_texts};
use crate::Column;

/// The key of the column a header means, or what else it is.
fn found(text: &str) -> String {
    shown(find(text))
}

/// The key of what a header means, for the tests of all that read headers.
pub(crate) fn shown(header: Header) -> String {
    match header {
        Header::Column(column) => column.key().to_owned(),
        Header::Group(group) => format!("group {group}"),
        Header::Ignored => "ignored".to_owned(),
        Header::Unknown => "unknown".to_owned(),
    }
}

fn assert_one_meaning(texts: Vec<(String, Header)>) {
    let mut meant: BTreeMap<String, Header> = BTreeMap::new();
    for (text, header) in texts {
        assert!(!text.is_empty());
        let first = *meant.entry(text.clone()).or_insert(header);
        assert_eq!(first, header, "{text} means two columns");
    }
}

#[test]
fn every_alias_means_one_column() {
    assert_one_meaning(top_texts());
    assert_one_meaning(sub_texts(1));
    assert_one_meaning(sub_texts(2));
}

#[test]
fn every_alias_is_found() {
    for &column in Column::ALL {
        let info = column.info();
        assert_eq!(find(info.key), Header::Column(column));
        assert_eq!(find(info.zh), Header::Column(column));
        for alias in info.aliases {
            let header = match column.member() {
                Some(group) => find_in_group(group, alias),
                None => find(alias),
            };
            assert_eq!(header, Header::Column(column), "{alias}");
        }
    }
}

#[test]
fn no_alias_is_listed_twice() {
    for column in Column::ALL {
        let info = column.info();
        let mut keys: Vec<String> = info.aliases.iter().map(key).collect();
        if column.member().is_none() {
            keys.push(key(info.zh));
        }
        keys.sort();
        let before = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), before, "{}", info.key);
    }
}

const TEMPLATE: &str = "学校标识码 姓名 性别 出生日期 出生地行政区划代码 籍贯 民族 国籍/地区 身份证件类型 \
    港澳台侨外 健康状况 政治面貌 身份证件号 户口性质 户口所在地行政区划代码 班号 入学年月 入学方式 就读方式 \
    现住址 通信地址 家庭地址 联系电话 邮政编码 是否独生子女 是否受过学前教育 是否留守儿童 是否需要申请资助 \
    是否享受一补 是否孤儿 是否烈士或优抚子女 上下学距离 上下学交通方式 是否需要乘坐校车 曾用名 身份证件有效期 \
    血型 特长 学籍辅号 班内学号 学生来源 电子信箱 主页地址 残疾类型 是否由政府购买学位 随班就读 \
    是否进城务工人员随迁子女";

const MEMBER: &str = "姓名 关系 关系说明 现住址 户口所在地行政区划 联系电话 是否监护人 身份证件类型 身份证件号 \
    民族 工作单位 职务";

#[test]
fn every_header_of_the_template_is_a_column_of_its_own() {
    let mut columns: Vec<Column> = Vec::new();
    let mut add = |header, text: &str| match header {
        Header::Column(column) => columns.push(column),
        other => panic!("{text} is {other:?}"),
    };
    TEMPLATE.split_whitespace().for_each(|it| add(find(it), it));
    for sub in MEMBER.split_whitespace() {
        for group in [1, 2] {
            add(find_in_group(group, sub), sub);
            assert_eq!(
                find(&format!("成员{group}{sub}")),
                find_in_group(group, sub)
            );
        }
    }
    columns.sort();
    columns.dedup();
    assert_eq!(columns.len(), 71);
}

#[test]
fn headers_of_other_templates_are_found() {
    for (text, key) in [
        ("证件类型", "id_type"),
        ("身份证件号码", "id_number"),
        ("班级号", "class_code"),
        ("班级", "class_name"),
        ("户口所在地行政区划", "hukou_code"),
        ("户口所在地行政区划码", "hukou_code"),
        ("残疾人类型", "disability"),
        ("是否乘坐校车", "school_bus"),
        ("上下学方式", "transport"),
        ("学校标示码", "school_code"),
        ("个人标识码", "student_number"),
        ("学生姓名", "name"),
        ("出生年月日", "birth_date"),
        ("年级", "grade"),
        ("序号", "ignored"),
        ("No.", "ignored"),
        ("备注", "unknown"),
        // Copied out of a PDF, and in the traditional script.
        ("出⽣⽇期", "birth_date"),
        ("⾝份证件号", "id_number"),
        ("⺠族", "ethnic_group"),
        ("身份證件類型", "id_type"),
        ("戶口所在地", "hukou_code"),
        ("現住址", "address"),
        ("學籍輔號", "auxiliary_number"),
        ("監護人電話", "member1_phone"),
        ("实际居住地址", "address"),
        ("年级/班级", "class_name"),
        ("Grade/Class", "class_name"),
        ("Grade/Sex", "unknown"),
        ("Sex/Gender", "sex"),
        ("学籍主号", "student_number"),
        ("住宿/走读", "boarding"),
        ("监护人与孩子的关系", "member1_relation"),
        ("Guardian's Contact No.", "member1_phone"),
        ("Child's Name", "name"),
        ("民族成份", "ethnic_group"),
        ("全国学籍编号", "student_number"),
        ("正式学籍号", "student_number"),
        ("在读年级", "grade"),
        ("主要监护人电话", "member1_phone"),
        ("性别：○男 ○女", "sex"),
        ("出生年-月-日", "birth_date"),
        ("户口簿上的身份证号码", "id_number"),
        ("", "unknown"),
    ] {
        assert_eq!(found(text), key, "{text}");
    }
}

#[test]
fn a_member_may_be_counted_behind_and_a_school_be_that_of_transfers_either_way() {
    for (text, key) in [
        // The number of a family member behind.
        ("家长姓名1", "member1_name"),
        ("家长姓名（2）", "member2_name"),
        ("监护人姓名２", "member2_name"),
        ("监护人电话二", "member2_phone"),
        ("家庭成员身份证号1", "member1_id_number"),
        ("监护人姓名3", "unknown"),
        ("监护人姓名12", "unknown"),
        ("家长电话2", "member2_phone"),
        ("家长联系方式2", "member2_phone"),
        // One column for transfers either way.
        ("对方学校", "event_other_school"),
        ("转入（出）学校", "event_other_school"),
        ("转入（转出）学校", "event_other_school"),
        ("转出/转入学校名称", "event_other_school"),
        ("转往学校名称", "event_to_school"),
        ("转入校", "event_to_school"),
        ("去向", "event_to_school"),
        ("转出校", "event_from_school"),
        ("何校转来", "event_from_school"),
        // A list may have one for each kind of change.
        ("转出日期", "unknown"),
        ("休学日期", "leave_start_date"),
        ("休学时间", "unknown"),
        ("复学日期", "event_end_date"),
        ("转入学校（全称）", "event_to_school"),
    ] {
        assert_eq!(found(text), key, "{text:?}");
    }
}

#[test]
fn marks_notes_and_spacing_make_no_difference() {
    for text in [
        "身份证件号*",
        "＊身份证件号",
        "★ 身份证件号",
        "身份证件号（必填）",
        "身份证件号(必填)：",
        "【必填】身份证件号",
        "身份证\n件号",
        "身份 证件号 ",
        "身份证件号（18位）",
        "身份证件号\n请设为文本格式",
        "“身份证件号”",
        "身份证件号：",
        "\u{FEFF}身份证件号",
        "ID_NUMBER",
        "ｉｄ_number",
    ] {
        assert_eq!(found(text), "id_number", "{text:?}");
    }
    for text in [
        "1、姓名",
        "1.姓名",
        "１．姓名",
        "02、 姓名",
        "十二、姓名",
        "1）姓名",
        "（1）姓名",
        "①姓名",
        "⑴ 姓名",
        "⒈姓名",
        "㈠姓名",
        "1、*姓名（必填）",
        "*必填 姓名",
        "必填*姓名",
        "姓名必填",
        "姓名（必填项）",
        "姓名！",
        "幼儿姓名",
        "2、孩子姓名",
        "考生姓名（必填）",
    ] {
        assert_eq!(found(text), "name", "{text:?}");
        assert_eq!(
            shown(find_in_group(2, text)),
            if text.contains(['幼', '孩', '考']) {
                "unknown"
            } else {
                "member2_name"
            }
        );
    }
    for (text, key) in [
        ("幼儿身份证号码", "id_number"),
        ("幼儿民族", "ethnic_group"),
        ("学生父亲姓名", "member1_name"),
        ("男/女", "sex"),
        ("是否孤儿？", "orphan"),
        ("出生年、月、日", "birth_date"),
        ("国籍、地区", "nationality"),
        // The type of a document.
        ("居民身份证", "unknown"),
        ("休学起始时间", "leave_start_date"),
        ("姓名 ▼", "name"),
        ("5、是否孤儿？", "orphan"),
        ("3．父亲电话", "member1_phone"),
        // Beside those of another school's pupil.
        ("本校学生姓名", "name"),
        ("我校学生身份证件号", "id_number"),
        ("本校学籍号", "student_number"),
        ("本校姓名", "name"),
        ("本校地址", "unknown"),
        ("我校电话", "unknown"),
        ("对方学生姓名", "unknown"),
        ("对方身份证件号", "unknown"),
        // Said twice, or one document or another.
        ("姓名/Name", "name"),
        ("身份证号/护照号", "id_number"),
        ("身份证号或护照号", "id_number"),
        ("身份证号/学籍号", "unknown"),
        ("姓名/性别", "unknown"),
        // Brackets within brackets.
        ("班级（如三（1）班）", "class_name"),
        ("所在班级（例如：三（1）班）", "class_name"),
        ("姓名（与户口簿（户口页）一致）", "name"),
    ] {
        assert_eq!(found(text), key, "{text:?}");
    }
    assert_eq!(tidy(" ＊出生日期（必填）： "), "出生日期");
    assert_eq!(tidy("国籍／地区"), "国籍/地区");
    assert_eq!(found("上下学距离(公里)"), "school_distance");
    assert_eq!(found("姓名(拼音)"), "name_pinyin");
}

#[test]
fn what_a_form_asks_for_and_what_codes_mean_is_no_part_of_the_word() {
    for (text, key) in [
        ("1、您孩子的姓名", "name"),
        ("您孩子的身份证号码：", "id_number"),
        ("您孩子所在的班级", "class_name"),
        ("学生的身份证号码", "id_number"),
        ("请填写学生姓名", "name"),
        ("请输入学生身份证号", "id_number"),
        ("学生本人身份证号", "id_number"),
        ("Q1.学生姓名", "name"),
        ("第1题：姓名", "name"),
        ("【姓名】", "name"),
        ("您的手机号", "phone"),
        ("您孩子的姓名是？", "name"),
        ("1. 您的孩子叫什么名字？", "name"),
        ("3、孩子的身份证号是什么？", "id_number"),
        ("孩子的出生日期为：", "birth_date"),
        ("学生性别是？（单选）", "sex"),
        ("孩子的身份证号码是多少？", "id_number"),
        ("父亲的姓名是", "member1_name"),
        ("学生姓名，请填写", "name"),
        ("您的手机号码是？", "phone"),
        ("您的家庭住址是？", "home_address"),
        ("您家的联系电话", "phone"),
        ("学生身份证号，18位", "id_number"),
        ("学生身份证号 18位", "id_number"),
        ("出生日期：年月日", "birth_date"),
        ("您家的住址", "address"),
        ("是否属于留守儿童", "left_behind"),
        ("是否是独生子女", "only_child"),
        ("是不是孤儿？", "orphan"),
        ("是否是监护人", "unknown"),
        ("班主任是？", "unknown"),
        // What the parent who answers is called.
        ("您的姓名", "unknown"),
        ("您的姓名是？", "unknown"),
        ("您叫什么名字？", "unknown"),
        ("您的身份证号是？", "unknown"),
        // What the codes mean.
        ("性别（1男2女）", "sex"),
        ("性别 1男 2女", "sex"),
        ("学生性别 1:男 2:女", "sex"),
        ("性别（男1，女2）", "sex"),
        ("5、是否独生子女 1是 0否", "only_child"),
        ("监护人1姓名2电话", "unknown"),
        ("电话1本人2家长", "unknown"),
    ] {
        assert_eq!(found(text), key, "{text:?}");
    }
}

#[test]
fn family_members_are_found_in_every_layout() {
    for (text, key) in [
        ("成员1", "group 1"),
        ("家庭成员或监护人一", "group 1"),
        ("家庭成员或监护人二", "group 2"),
        ("成员2信息", "group 2"),
        ("成员１姓名", "member1_name"),
        ("成员1-联系电话", "member1_phone"),
        ("家庭成员一姓名", "member1_name"),
        ("家庭成员二是否监护人", "member2_guardian"),
        ("监护人1姓名", "member1_name"),
        ("监护人姓名", "member1_name"),
        ("父亲电话", "member1_phone"),
        ("母亲身份证号", "member2_id_number"),
        ("联系电话（母亲）", "member2_phone"),
        ("家长电话", "phone"),
        ("成员3姓名", "unknown"),
        ("成员1爱好", "unknown"),
    ] {
        assert_eq!(found(text), key, "{text}");
    }
    assert_eq!(shown(find_in_group(1, "姓名*")), "member1_name");
    assert_eq!(shown(find_in_group(2, "联系电话（手机）")), "member2_phone");
    assert_eq!(shown(find_in_group(2, "成员2姓名")), "member2_name");
    assert_eq!(shown(find_in_group(2, "成员1姓名")), "unknown");
    assert_eq!(shown(find_in_group(2, "性别1男2女")), "unknown");
    assert_eq!(shown(find_in_group(0, "姓名")), "unknown");
    assert_eq!(shown(find_in_group(3, "姓名")), "unknown");
}

#[test]
fn a_similar_header_is_another_header() {
    for text in [
        "姓各",
        "身份证件",
        "出生曰期",
        "班主任",
        "性",
        "家长签字",
        "民族成份表",
        "1",
        "1、",
        "①",
        "1姓名",
        "姓名1",
        "1.5姓名",
        "男",
        "必填",
        "幼儿园",
        "学生编号",
        // A heading over 日期 and 地, or over year, month and day.
        "出生",
        // The number that an examination gives a school.
        "毕业学校代码",
        "录取学校代码",
        // Beside that of the parents another column.
        "学生电话",
        "孩子",
        "1、姓名要与户口簿一致",
    ] {
        assert_eq!(found(text), "unknown", "{text}");
    }
}
