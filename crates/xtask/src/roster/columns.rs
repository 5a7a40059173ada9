//! The columns a roster may have: permanent key, header text of the template, header texts in use.
//! Deliberately written here once more instead of read from the product: truth must not depend on
//! what it judges.

/// One column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) key: &'static str,
    /// The template's header text.
    pub(super) header: &'static str,
    /// What local tables call it.
    pub(super) synonyms: &'static [&'static str],
    /// Marked with a star in messy tables.
    pub(super) starred: bool,
}

const fn column(
    key: &'static str,
    header: &'static str,
    starred: bool,
    synonyms: &'static [&'static str],
) -> Column {
    Column {
        key,
        header,
        synonyms,
        starred,
    }
}

/// The 71 columns of the 2013 template in its order, then those that local tables add, then those of
/// a list of changes.
#[rustfmt::skip]
pub(super) static COLUMNS: &[Column] = &[
    column("school_code", "学校标识码", true, &[]),
    column("name", "姓名", true, &["学生姓名"]),
    column("sex", "性别", true, &[]),
    column("birth_date", "出生日期", true, &["出生年月日"]),
    column("birth_place_code", "出生地行政区划代码", true, &[]),
    column("native_place", "籍贯", true, &[]),
    column("ethnic_group", "民族", true, &[]),
    column("nationality", "国籍/地区", true, &[]),
    column("id_type", "身份证件类型", true, &["证件类型"]),
    column("hmt_status", "港澳台侨外", true, &[]),
    column("health", "健康状况", true, &[]),
    column("political_status", "政治面貌", false, &[]),
    column("id_number", "身份证件号", true, &["身份证件号码", "身份证号", "证件号码"]),
    column("hukou_type", "户口性质", true, &[]),
    column("hukou_code", "户口所在地行政区划代码", true, &["户口所在地行政区划"]),
    column("class_code", "班号", true, &["班级号"]),
    column("enrolment_month", "入学年月", true, &[]),
    column("enrolment_method", "入学方式", true, &[]),
    column("boarding", "就读方式", true, &[]),
    column("address", "现住址", true, &[]),
    column("mailing_address", "通信地址", true, &[]),
    column("home_address", "家庭地址", true, &[]),
    column("phone", "联系电话", true, &[]),
    column("postcode", "邮政编码", true, &[]),
    column("only_child", "是否独生子女", true, &[]),
    column("preschool", "是否受过学前教育", true, &[]),
    column("left_behind", "是否留守儿童", true, &[]),
    column("needs_aid", "是否需要申请资助", true, &[]),
    column("receives_subsidy", "是否享受一补", true, &[]),
    column("orphan", "是否孤儿", true, &[]),
    column("martyr_child", "是否烈士或优抚子女", true, &[]),
    column("school_distance", "上下学距离", false, &[]),
    column("transport", "上下学交通方式", false, &["上下学方式"]),
    column("school_bus", "是否需要乘坐校车", false, &["是否乘坐校车"]),
    column("former_name", "曾用名", false, &[]),
    column("id_expiry", "身份证件有效期", false, &[]),
    column("blood_type", "血型", false, &[]),
    column("talents", "特长", false, &[]),
    column("auxiliary_number", "学籍辅号", false, &[]),
    column("class_serial", "班内学号", false, &[]),
    column("student_source", "学生来源", false, &[]),
    column("email", "电子信箱", false, &[]),
    column("homepage", "主页地址", false, &[]),
    column("disability", "残疾类型", false, &["残疾人类型"]),
    column("government_seat", "是否由政府购买学位", false, &[]),
    column("inclusive_education", "随班就读", false, &[]),
    column("member1_name", "成员1姓名", false, &[]),
    column("member1_relation", "成员1关系", false, &[]),
    column("member1_relation_note", "成员1关系说明", false, &[]),
    column("member1_address", "成员1现住址", false, &[]),
    column("member1_hukou_code", "成员1户口所在地行政区划", false, &[]),
    column("member1_phone", "成员1联系电话", false, &[]),
    column("member1_guardian", "成员1是否监护人", false, &[]),
    column("member1_id_type", "成员1身份证件类型", false, &[]),
    column("member1_id_number", "成员1身份证件号", false, &[]),
    column("member1_ethnic_group", "成员1民族", false, &[]),
    column("member1_employer", "成员1工作单位", false, &[]),
    column("member1_position", "成员1职务", false, &[]),
    column("member2_name", "成员2姓名", false, &[]),
    column("member2_relation", "成员2关系", false, &[]),
    column("member2_relation_note", "成员2关系说明", false, &[]),
    column("member2_address", "成员2现住址", false, &[]),
    column("member2_hukou_code", "成员2户口所在地行政区划", false, &[]),
    column("member2_phone", "成员2联系电话", false, &[]),
    column("member2_guardian", "成员2是否监护人", false, &[]),
    column("member2_id_type", "成员2身份证件类型", false, &[]),
    column("member2_id_number", "成员2身份证件号", false, &[]),
    column("member2_ethnic_group", "成员2民族", false, &[]),
    column("member2_employer", "成员2工作单位", false, &[]),
    column("member2_position", "成员2职务", false, &[]),
    column("migrant_child", "是否进城务工人员随迁子女", true, &[]),
    column("student_number", "学籍号", false, &["全国学籍号"]),
    column("grade", "年级", false, &[]),
    column("class_name", "班级", false, &["班级名称"]),
    column("name_pinyin", "姓名拼音", false, &[]),
    column("student_status", "学籍状态", false, &[]),
    column("event_type", "异动类别", false, &[]),
    column("event_date", "异动日期", false, &[]),
    column("event_end_date", "异动结束日期", false, &[]),
    column("event_reason", "异动原因", false, &[]),
    column("event_from_school", "转出学校", false, &[]),
    column("event_to_school", "转入学校", false, &[]),
];

pub(super) const SCHOOL_CODE: usize = 0;
pub(super) const NAME: usize = 1;
pub(super) const SEX: usize = 2;
pub(super) const BIRTH_DATE: usize = 3;
pub(super) const BIRTH_PLACE_CODE: usize = 4;
pub(super) const NATIVE_PLACE: usize = 5;
pub(super) const ETHNIC_GROUP: usize = 6;
pub(super) const NATIONALITY: usize = 7;
pub(super) const ID_TYPE: usize = 8;
pub(super) const HMT_STATUS: usize = 9;
pub(super) const HEALTH: usize = 10;
pub(super) const POLITICAL_STATUS: usize = 11;
pub(super) const ID_NUMBER: usize = 12;
pub(super) const HUKOU_TYPE: usize = 13;
pub(super) const HUKOU_CODE: usize = 14;
pub(super) const CLASS_CODE: usize = 15;
pub(super) const ENROLMENT_MONTH: usize = 16;
pub(super) const ENROLMENT_METHOD: usize = 17;
pub(super) const BOARDING: usize = 18;
pub(super) const ADDRESS: usize = 19;
pub(super) const MAILING_ADDRESS: usize = 20;
pub(super) const HOME_ADDRESS: usize = 21;
pub(super) const PHONE: usize = 22;
pub(super) const POSTCODE: usize = 23;
pub(super) const ONLY_CHILD: usize = 24;
pub(super) const PRESCHOOL: usize = 25;
pub(super) const LEFT_BEHIND: usize = 26;
pub(super) const NEEDS_AID: usize = 27;
pub(super) const RECEIVES_SUBSIDY: usize = 28;
pub(super) const ORPHAN: usize = 29;
pub(super) const MARTYR_CHILD: usize = 30;
pub(super) const SCHOOL_DISTANCE: usize = 31;
pub(super) const TRANSPORT: usize = 32;
pub(super) const SCHOOL_BUS: usize = 33;
pub(super) const FORMER_NAME: usize = 34;
pub(super) const ID_EXPIRY: usize = 35;
pub(super) const BLOOD_TYPE: usize = 36;
pub(super) const TALENTS: usize = 37;
pub(super) const CLASS_SERIAL: usize = 39;
pub(super) const STUDENT_SOURCE: usize = 40;
pub(super) const EMAIL: usize = 41;
pub(super) const DISABILITY: usize = 43;
pub(super) const GOVERNMENT_SEAT: usize = 44;
pub(super) const INCLUSIVE_EDUCATION: usize = 45;
pub(super) const MIGRANT_CHILD: usize = 70;
pub(super) const STUDENT_NUMBER: usize = 71;
pub(super) const GRADE: usize = 72;
pub(super) const CLASS_NAME: usize = 73;
pub(super) const NAME_PINYIN: usize = 74;
pub(super) const STUDENT_STATUS: usize = 75;
pub(super) const EVENT_TYPE: usize = 76;
pub(super) const EVENT_DATE: usize = 77;
pub(super) const EVENT_END_DATE: usize = 78;
pub(super) const EVENT_REASON: usize = 79;
pub(super) const EVENT_FROM_SCHOOL: usize = 80;
pub(super) const EVENT_TO_SCHOOL: usize = 81;
pub(super) const MEMBER1: usize = 46;
pub(super) const MEMBER2: usize = 58;

/// Columns of one member.
pub(super) const MEMBER_LEN: usize = 12;
/// How many columns the 2013 template has.
pub(super) const TEMPLATE_LEN: usize = 71;
/// How many columns a roster can have.
pub(super) const ROSTER_LEN: usize = 75;

/// The usual selection of 25.
#[rustfmt::skip]
pub(super) const USUAL: [usize; 25] = [
    SCHOOL_CODE, NAME, SEX, BIRTH_DATE, BIRTH_PLACE_CODE, NATIVE_PLACE, ETHNIC_GROUP, NATIONALITY, ID_TYPE, ID_NUMBER, HMT_STATUS, HEALTH, POLITICAL_STATUS, HUKOU_TYPE, HUKOU_CODE, STUDENT_NUMBER, CLASS_SERIAL, GRADE, CLASS_CODE, ENROLMENT_MONTH, ENROLMENT_METHOD, BOARDING, ADDRESS, PHONE, POSTCODE,
];

/// What a class teacher's list has.
#[rustfmt::skip]
pub(super) const CLASS_LIST: [usize; 7] = [
    CLASS_SERIAL, NAME, SEX, BIRTH_DATE, ID_NUMBER, PHONE, ADDRESS,
];

/// What a list of all classes has.
#[rustfmt::skip]
pub(super) const CLASS_NAMES: [usize; 7] = [
    NAME, SEX, GRADE, CLASS_NAME, BIRTH_DATE, ID_NUMBER, PHONE,
];

/// What a list of changes has, in the order of its template.
#[rustfmt::skip]
pub(super) const CHANGES: [usize; 14] = [
    STUDENT_NUMBER, NAME, SEX, BIRTH_DATE, ID_NUMBER, GRADE, CLASS_CODE, STUDENT_STATUS, EVENT_TYPE, EVENT_DATE, EVENT_END_DATE, EVENT_REASON, EVENT_FROM_SCHOOL, EVENT_TO_SCHOOL,
];

/// The member (1 or 2) and the header below its group header, for a member's column.
pub(super) fn member(index: usize) -> Option<(usize, &'static str)> {
    let number = match index {
        _ if (MEMBER1..MEMBER1 + MEMBER_LEN).contains(&index) => 1,
        _ if (MEMBER2..MEMBER2 + MEMBER_LEN).contains(&index) => 2,
        _ => return None,
    };
    // The header text is 成员, the number, and the text below: two characters of three bytes and one.
    COLUMNS[index].header.get(7..).map(|text| (number, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_indexes_name_their_columns() {
        for (index, key) in [
            (SCHOOL_CODE, "school_code"),
            (ID_NUMBER, "id_number"),
            (PHONE, "phone"),
            (EMAIL, "email"),
            (FORMER_NAME, "former_name"),
            (MEMBER1, "member1_name"),
            (MEMBER2, "member2_name"),
            (MIGRANT_CHILD, "migrant_child"),
            (STUDENT_NUMBER, "student_number"),
            (GRADE, "grade"),
            (NAME_PINYIN, "name_pinyin"),
            (EVENT_TYPE, "event_type"),
            (EVENT_TO_SCHOOL, "event_to_school"),
        ] {
            assert_eq!(COLUMNS[index].key, key);
        }
        assert_eq!(COLUMNS[TEMPLATE_LEN - 1].key, "migrant_child");
        assert_eq!(member(MEMBER2 + 1), Some((2, "关系")));
        assert_eq!(member(NAME), None);
    }
}
