//! Faults of listed values that contradict another cell, and of values with their code beside them.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::faults::{Kind, Only};

use super::{kind, only};

/// The relation of the first and of the second member.
const RELATION1: usize = col::MEMBER1 + 1;
const RELATION2: usize = col::MEMBER2 + 1;

pub(super) static KINDS: &[Kind] = &[
    kind("sex_with_code", "R4003", Warning, &[col::SEX], &[], |it| {
        if it.person.male { "1-男" } else { "2-女" }.into()
    }),
    kind(
        "ethnic_with_code",
        "R4003",
        Warning,
        &[col::ETHNIC_GROUP],
        &[],
        |it| {
            it.person.ethnic_group = "汉族";
            it.rng.pick(&["01汉族", "01-汉族", "汉族(01)"]).into()
        },
    ),
    kind(
        "ethnic_former_name",
        "R4006",
        Info,
        &[col::ETHNIC_GROUP],
        &[],
        |it| {
            let (now, before) = it.rng.pick(&[("毛南族", "毛难族"), ("德昂族", "崩龙族")]);
            it.person.ethnic_group = now;
            before.into()
        },
    ),
    kind(
        "hmt_foreigner_of_china",
        "R4008",
        Error,
        &[col::HMT_STATUS, col::NATIONALITY],
        &[],
        |_| "外国人".into(),
    ),
    kind(
        "hmt_other_document",
        "R4008",
        Error,
        &[col::HMT_STATUS, col::ID_TYPE],
        &[],
        |it| {
            let number = it.rng.between(10_000_000, 99_999_999).to_string();
            it.set_document("台湾居民来往大陆通行证", number, "台湾同胞");
            it.rng.pick(&["香港同胞", "澳门同胞", "否"]).into()
        },
    ),
    kind(
        "party_member",
        "R4009",
        Warning,
        &[col::POLITICAL_STATUS, col::BIRTH_DATE],
        &[],
        |it| it.rng.pick(&["中共党员", "中共预备党员"]).into(),
    ),
    kind(
        "inclusive_without_disability",
        "R4010",
        Warning,
        &[col::INCLUSIVE_EDUCATION, col::DISABILITY],
        &[],
        |it| {
            it.rng
                .pick(&["视力残疾随班就读", "其他残疾随班就读"])
                .into()
        },
    ),
    only(
        Only::SpecialSchool,
        &kind(
            "inclusive_in_a_special_school",
            "R4011",
            Info,
            &[col::INCLUSIVE_EDUCATION, col::SCHOOL_CODE, col::DISABILITY],
            &[],
            |it| {
                // Not healthy, and disabled.
                it.person.extra = 0;
                it.person.disability = "智力残疾";
                "智力残疾随班就读".into()
            },
        ),
    ),
    kind(
        "disability_and_healthy",
        "R4012",
        Warning,
        &[col::DISABILITY, col::HEALTH],
        &["R4010"],
        |it| {
            it.person.extra = 1 << 5;
            it.rng.pick(&["肢体残疾", "言语残疾"]).into()
        },
    ),
    kind(
        "migrant_left_behind",
        "R4013",
        Warning,
        &[col::MIGRANT_CHILD, col::LEFT_BEHIND],
        &[],
        |it| {
            it.person.extra = 0;
            "是".into()
        },
    ),
    kind(
        "orphan_with_parents",
        "R4014",
        Warning,
        &[col::ORPHAN, RELATION1],
        &[],
        |_| "是".into(),
    ),
    kind(
        "only_child_with_sibling",
        "R4015",
        Warning,
        &[RELATION2, col::ONLY_CHILD],
        &["R6002", "R6005", "R6007", "R6010"],
        |it| {
            it.person.extra = 0;
            "兄弟姐妹".into()
        },
    ),
    kind(
        "bus_on_foot",
        "R4016",
        Warning,
        &[col::SCHOOL_BUS, col::TRANSPORT],
        &[],
        |it| {
            it.person.extra = 1 << 7;
            "是".into()
        },
    ),
    kind(
        "day_pupil_far_away",
        "R4017",
        Warning,
        &[col::SCHOOL_DISTANCE, col::BOARDING],
        &[],
        |it| {
            it.person.extra = 1 << 3;
            it.rng.between(60, 190).to_string().into()
        },
    ),
    kind(
        "distance_in_words",
        "R4018",
        Warning,
        &[col::SCHOOL_DISTANCE],
        &[],
        |it| {
            it.rng
                .pick(&["很远", "3公里", "1500米", "2500", "-2"])
                .into()
        },
    ),
    kind(
        "method_of_another_stage",
        "R4019",
        Warning,
        &[col::GRADE, col::ENROLMENT_METHOD],
        &["R3007", "R3010", "R8012"],
        |it| {
            it.person.extra = 1 << 13;
            "高中一年级".into()
        },
    ),
    kind(
        "subsidy_without_aid",
        "R4020",
        Info,
        &[col::RECEIVES_SUBSIDY, col::NEEDS_AID],
        &[],
        |_| "是".into(),
    ),
    only(
        Only::OneSchool,
        &kind(
            "guest_from_here",
            "R4021",
            Info,
            &[col::STUDENT_SOURCE, col::HUKOU_CODE],
            &[],
            |it| {
                it.person.home = it.school.place;
                "借读".into()
            },
        ),
    ),
    kind(
        "nationality_in_full",
        "R4022",
        Info,
        &[col::NATIONALITY],
        &["R4001"],
        |_| "中华人民共和国".into(),
    ),
];
