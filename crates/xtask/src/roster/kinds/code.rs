//! Faults of listed values, telephone numbers, student numbers and school codes.

use crate::roster::columns as col;
use crate::roster::faults::Kind;
use crate::roster::faults::Level::{Error, Warning};
use crate::roster::number::{numbered, replaced, resident};
use crate::roster::person::Cell;

use super::kind;
use super::{mobile, one_digit};

pub(super) static KINDS: &[Kind] = &[
    kind("code_unknown", "R4001", Error, &[col::HEALTH], &[], |it| {
        it.rng.pick(&["红色", "甲等", "三好"]).into()
    }),
    kind(
        "code_unknown_boarding",
        "R4001",
        Error,
        &[col::BOARDING],
        &[],
        |_| "飞读".into(),
    ),
    kind(
        "code_alias_id_type",
        "R4001",
        Warning,
        &[col::ID_TYPE],
        &[],
        |_| "身份证".into(),
    ),
    kind(
        "code_alias_health",
        "R4001",
        Warning,
        &[col::HEALTH],
        &[],
        |it| {
            it.person.extra = 1 << 5;
            "健康".into()
        },
    ),
    kind(
        "code_alias_other",
        "R4001",
        Warning,
        &[col::ENROLMENT_METHOD],
        &[],
        |it| {
            it.person.extra = 0;
            "其它".into()
        },
    ),
    kind(
        "code_number_political",
        "R4002",
        Warning,
        &[col::POLITICAL_STATUS],
        &[],
        |it| {
            it.person.political_status = "群众";
            "13".into()
        },
    ),
    kind(
        "code_number_boarding",
        "R4002",
        Warning,
        &[col::BOARDING],
        &[],
        |it| {
            it.person.extra = 1 << 3;
            "1".into()
        },
    ),
    kind(
        "ethnic_unknown",
        "R4004",
        Error,
        &[col::ETHNIC_GROUP],
        &[],
        |it| it.rng.pick(&["中华族", "火星族", "江南族"]).into(),
    ),
    kind(
        "ethnic_without_zu",
        "R4005",
        Warning,
        &[col::ETHNIC_GROUP],
        &[],
        |it| {
            let (full, short) = it.rng.pick(&[
                ("汉族", "汉"),
                ("回族", "回"),
                ("满族", "满"),
                ("苗族", "苗"),
            ]);
            it.person.ethnic_group = full;
            short.into()
        },
    ),
    kind("sex_alias", "R4007", Warning, &[col::SEX], &[], |it| {
        let male = it.person.male;
        it.rng
            .pick(if male {
                &["1", "M", "Male", "男生"]
            } else {
                &["2", "F", "Female", "女生"]
            })
            .into()
    }),
    kind("sex_unknown", "R4007", Error, &[col::SEX], &[], |it| {
        it.rng.pick(&["3", "其它性别", "男女"]).into()
    }),
    kind(
        "yes_no_variant",
        "R4023",
        Warning,
        &[col::ORPHAN],
        &["R4002", "R0210"],
        |it| it.rng.pick(&["×", "N", "0", "无"]).into(),
    ),
    kind("phone_short", "R5006", Error, &[col::PHONE], &[], |it| {
        let number = mobile(it);
        it.person.phone = number;
        it.person.phone[..10].to_owned().into()
    }),
    kind("phone_long", "R5006", Error, &[col::PHONE], &[], |it| {
        let number = mobile(it);
        it.person.phone = number;
        format!("{}8", it.person.phone).into()
    }),
    kind(
        "phone_bad_start",
        "R5006",
        Error,
        &[col::PHONE],
        &[],
        |it| {
            let number = mobile(it);
            it.person.phone = number;
            replaced(&it.person.phone, 1, "2").into()
        },
    ),
    kind(
        "phone_plus_86",
        "R5006",
        Warning,
        &[col::PHONE],
        &[],
        |it| {
            let number = mobile(it);
            it.person.phone = number;
            format!("+86{}", it.person.phone).into()
        },
    ),
    kind("phone_two", "R5006", Warning, &[col::PHONE], &[], |it| {
        let (first, second) = (mobile(it), mobile(it));
        it.person.phone = first;
        format!("{}/{second}", it.person.phone).into()
    }),
    kind(
        "student_number_short",
        "R8001",
        Error,
        &[col::STUDENT_NUMBER],
        &["R8003", "R8002"],
        |it| {
            let clean = it.clean(col::STUDENT_NUMBER);
            clean[..18].to_owned().into()
        },
    ),
    kind(
        "student_number_letter",
        "R8001",
        Error,
        &[col::STUDENT_NUMBER],
        &[],
        |it| {
            let clean = it.clean(col::STUDENT_NUMBER);
            format!("Q{}", &clean[1..]).into()
        },
    ),
    kind(
        "student_number_g_invalid",
        "R8002",
        Error,
        &[col::STUDENT_NUMBER, col::ID_NUMBER],
        &["R8003"],
        |it| {
            let number = it.person.id_number.clone();
            it.person.student_number = format!("G{number}");
            let Cell::Text(wrong) = one_digit(&number, 15) else {
                return "".into();
            };
            format!("G{wrong}").into()
        },
    ),
    kind(
        "student_number_g_differs",
        "R8003",
        Warning,
        &[col::STUDENT_NUMBER, col::ID_NUMBER],
        &[],
        |it| {
            let person = &it.person;
            let (birth, male) = (person.birth, person.male);
            let other = resident(it.rng, 110_105, birth, male);
            it.person.student_number = format!("G{}", it.person.id_number);
            format!("G{other}").into()
        },
    ),
    kind(
        "student_number_l_date",
        "R8004",
        Warning,
        &[col::STUDENT_NUMBER],
        &[],
        |it| {
            it.detach_number();
            let number = it.clean(col::STUDENT_NUMBER);
            format!("{}1350{}", &number[..11], &number[15..]).into()
        },
    ),
    kind(
        "student_number_l_is_id",
        "R8005",
        Warning,
        &[col::STUDENT_NUMBER, col::ID_NUMBER],
        &[],
        |it| {
            it.detach_number();
            format!("L{}", it.person.id_number).into()
        },
    ),
    kind(
        "student_number_j_check",
        "R8006",
        Warning,
        &[col::STUDENT_NUMBER],
        &["R8008"],
        |it| {
            let person = &it.person;
            let (code, birth) = (it.school.place.code, person.birth);
            let number = numbered(code, birth, 300 + u32::from(person.male));
            it.person.student_number = format!("J{number}");
            let Cell::Text(wrong) = one_digit(&number, 14) else {
                return "".into();
            };
            format!("J{wrong}").into()
        },
    ),
    kind(
        "school_code_short",
        "R8010",
        Error,
        &[col::SCHOOL_CODE],
        &["R8011"],
        |it| {
            let clean = it.clean(col::SCHOOL_CODE);
            clean[..9].to_owned().into()
        },
    ),
    kind(
        "school_code_kind",
        "R8010",
        Error,
        &[col::SCHOOL_CODE],
        &["R8011", "R8012"],
        |it| format!("88{}", &it.clean(col::SCHOOL_CODE)[2..]).into(),
    ),
];
