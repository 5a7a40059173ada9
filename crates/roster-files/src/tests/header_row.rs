//! Words of a header that mean something only beside the others of their row.

use roster_model::Column;

use super::read_text;

/// The keys of the columns of a header over one pupil.
fn keys(header: &str) -> Vec<&'static str> {
    let values = "1,".repeat(header.matches(',').count());
    let sheet = read_text(&format!("{header}\n{values}1\n"));
    let key = |it: Option<Column>| it.map_or("", Column::key);
    sheet.columns.iter().map(|it| key(it.column)).collect()
}

#[test]
fn the_one_name_of_a_list_is_the_pupils() {
    let insured = keys("参保人姓名,参保人证件号码,参保人电话,缴费金额");
    assert_eq!(insured, ["name", "id_number", "phone", ""]);
    for who in [
        "毕业生",
        "受助学生",
        "学员",
        "被监护人",
        "三年级1班学生",
        "中文",
        "适龄儿童",
    ] {
        let header = format!("{who}姓名,性别,身份证号,班级");
        assert_eq!(keys(&header)[0], "name", "{who}");
        let both = format!("姓名,性别,{who}姓名");
        assert_eq!(keys(&both)[2], "", "{who}");
    }
    for who in [
        "班主任",
        "紧急联系人",
        "开户人",
        "学生家长",
        "辅导员",
        "英文",
        "填表人",
        "曾用",
        "校长",
        "2",
    ] {
        let header = format!("{who}姓名,性别,身份证号,班级");
        assert_ne!(keys(&header)[0], "name", "{who}");
    }
    assert_eq!(keys("毕业生姓名（英文）,性别,身份证号,班级")[0], "");
    // Two may be anybody's.
    assert_eq!(keys("甲方姓名,乙方姓名,性别,身份证号,班级")[..2], ["", ""]);
    assert_eq!(keys("姓名,性别,民族,有效证件号码")[3], "id_number");
    assert_eq!(keys("姓名,性别,民族,居民身份证（18位）")[3], "id_number");
    assert_eq!(keys("姓名,性别,民族,残疾证件号")[3], "");
    assert_eq!(keys("姓名,性别,民族,开户人证件号码")[3], "");
}

#[test]
fn what_stands_right_of_a_relatives_name_a_second_time_is_the_relatives() {
    assert_eq!(
        keys("姓名,性别,身份证号,父亲姓名,联系电话,母亲姓名,联系电话")[3..],
        [
            "member1_name",
            "member1_phone",
            "member2_name",
            "member2_phone"
        ]
    );
    assert_eq!(
        keys("姓名,与学生关系,家长姓名,家长电话")[1..3],
        ["member1_relation", "member1_name"]
    );
    // Whose relation it is behind another person, or before two, nobody knows.
    for unclear in [
        "姓名,紧急联系人,与学生关系,家长姓名",
        "姓名,与学生关系,父亲姓名,母亲姓名",
    ] {
        let keys = keys(unclear);
        assert!(!keys.iter().any(|it| it.contains("relation")), "{unclear}");
    }
    assert_eq!(
        keys("学生姓名,性别,身份证号码,监护人姓名,与学生关系,身份证号码,联系电话")[2..],
        [
            "id_number",
            "member1_name",
            "member1_relation",
            "member1_id_number",
            "phone"
        ]
    );
    assert_eq!(
        keys("姓名,性别,父亲,工作单位,联系方式,母亲,工作单位,联系方式")[2..],
        [
            "member1_name",
            "member1_employer",
            "member1_phone",
            "member2_name",
            "member2_employer",
            "member2_phone"
        ]
    );
    // Whose they are is not said.
    let two = keys("姓名,性别,父亲姓名,母亲姓名,联系电话,联系电话,工作单位");
    assert_eq!(two[4..], ["phone", "", ""]);
    let before = keys("姓名,性别,联系电话,身份证号,联系电话,父亲姓名");
    assert_eq!(before[4], "");
}

#[test]
fn the_guardian_beside_one_parent_is_another_member() {
    let guardian = ["member2_name", "member2_phone"];
    let father = ["member1_name", "member1_phone"];
    let mother = ["member2_name", "member2_phone"];
    let left = keys("姓名,性别,监护人姓名,监护人电话,父亲姓名,父亲电话");
    assert_eq!(left[2..], [guardian, father].concat());
    let right = keys("姓名,性别,父亲姓名,联系电话,监护人姓名,联系电话");
    assert_eq!(right[2..], [father, guardian].concat());
    let parted = keys("姓名,性别,监护人,父亲电话,监护人与学生关系");
    assert_eq!(
        parted[2..],
        ["member2_name", "member1_phone", "member2_relation"]
    );
    for (header, guardian, other) in [
        ("姓名,性别,监护人姓名,监护人电话,母亲姓名,母亲电话", 2, 4),
        ("姓名,性别,母亲姓名,母亲电话,监护人姓名,监护人电话", 4, 2),
    ] {
        let keys = keys(header);
        assert_eq!(keys[guardian..guardian + 2], father, "{header}");
        assert_eq!(keys[other..other + 2], mother, "{header}");
    }
    let parent = keys("姓名,性别,父亲姓名,父亲电话,家长姓名,家长身份证号");
    assert_eq!(
        parent[2..],
        [father, ["member2_name", "member2_id_number"]].concat()
    );
    assert_eq!(
        keys("姓名,性别,家长,父亲姓名")[2..],
        ["member2_name", "member1_name"]
    );
    // Whether the father is the guardian is a question about him.
    assert_eq!(
        keys("姓名,性别,父亲姓名,是否监护人,母亲姓名,是否监护人")[2..],
        [
            "member1_name",
            "member1_guardian",
            "member2_name",
            "member2_guardian"
        ]
    );
    assert_eq!(keys("姓名,性别,父亲姓名,是否监护人")[3], "member1_guardian");
}

#[test]
fn of_two_columns_the_surer_one_is_it_and_a_familys_telephone_is_a_members() {
    for (header, expected) in [
        ("联系电话,家庭电话", ["phone", "member1_phone"]),
        ("家庭联系电话,手机号", ["member1_phone", "phone"]),
        ("家庭电话,家长电话", ["phone", "member1_phone"]),
        ("联系手机,联系电话", ["phone", ""]),
        ("学籍号,全国学籍号", ["", "student_number"]),
        ("国网学籍号,学籍号", ["student_number", ""]),
        ("户口类型,户口性质", ["", "hukou_type"]),
        ("户籍性质,户口类别", ["hukou_type", ""]),
        ("学号,座号", ["class_serial", ""]),
    ] {
        assert_eq!(keys(&format!("姓名,性别,{header}"))[2..], expected);
    }
}

#[test]
fn fields_of_a_database_and_counted_words_are_read() {
    assert_eq!(
        keys("XH,XM,XBM,SFZJH,CSRQ,MZM,LXDH,XX"),
        [
            "",
            "name",
            "sex",
            "id_number",
            "birth_date",
            "ethnic_group",
            "phone",
            ""
        ]
    );
    assert!(keys("XM,BZ,A").is_empty());
    let counted = keys("01姓名,02性别,03身份证号,04备注");
    assert_eq!(counted, ["name", "sex", "id_number", ""]);
    let members = keys("姓名,性别,民族,1关系,2关系");
    assert_eq!(members[3..], ["", ""]);
    // The first telephone of the parents is the one of the pupil, as 家长电话 is.
    let parents = keys("姓名,性别,家长姓名1,家长电话1,家长姓名2,家长电话2");
    assert_eq!(
        parents[2..],
        ["member1_name", "phone", "member2_name", "member2_phone"]
    );
}

#[test]
fn the_one_telephone_class_and_birth_of_a_list_are_the_pupils() {
    for (header, key) in [
        ("联系电话1", "phone"),
        ("家长电话1", "phone"),
        ("紧急联系人电话", "phone"),
        ("父母联系电话", "phone"),
        ("学生家长电话", "phone"),
        // A pupil may have none.
        ("学生手机号", ""),
        ("家庭联系方式", "phone"),
        ("班主任电话", ""),
        ("所在年级班级", "class_name"),
        ("现班级", "class_name"),
        ("年班", "class_name"),
        ("原班级", ""),
        ("公历生日", "birth_date"),
        ("农历生日", ""),
        ("出生日期（农历）", ""),
    ] {
        assert_eq!(
            keys(&format!("姓名,性别,民族,{header}"))[3],
            key,
            "{header}"
        );
    }
    let two = keys("姓名,性别,联系电话,紧急联系人电话,班级,新班级,家长电话1");
    assert_eq!(two[3..], ["", "class_name", "", ""]);
    assert_eq!(
        keys("姓名,性别,家长电话1,家长电话2")[2..],
        ["phone", "member2_phone"]
    );
}

#[test]
fn a_seat_in_the_room_of_an_examination_is_no_number_in_the_class() {
    assert_eq!(keys("考场号,座位号,姓名,性别,班级")[1], "");
    assert_eq!(keys("试室,座号,姓名,性别,班级")[1], "");
    assert_eq!(keys("座号,姓名,性别,班级")[0], "class_serial");
}

#[test]
fn where_pupils_come_from_is_told_by_the_texts() {
    let column = |texts: [&str; 3]| {
        let rows = texts.map(|it| format!("张小明,男,汉族,{it}\n")).concat();
        let sheet = read_text(&format!("姓名,性别,民族,生源\n{rows}"));
        sheet.columns[3].column
    };
    assert_eq!(column(["县一小", "县二小", "外县"]), None);
    let source = Some(Column::StudentSource);
    assert_eq!(column(["正常入学", "借读", "外县"]), source);
    assert_eq!(column(["", "", ""]), source);
}
