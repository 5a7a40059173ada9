//! Faults of grades, classes and numbers of the school.

use crate::roster::columns as col;
use crate::roster::faults::Level::{Error, Info, Warning};
use crate::roster::faults::{Kind, Level, Only, Told};
use crate::roster::person::Person;

use super::{kind, only};

pub(super) static KINDS: &[Kind] = &[
    kind(
        "number_j_beside_resident_card",
        "R8008",
        Info,
        &[col::STUDENT_NUMBER, col::ID_NUMBER, col::ID_TYPE],
        &[],
        |it| {
            it.detach_number();
            let (birth, male) = (it.person.birth, it.person.male);
            Person::draw_j_number(it.rng, it.school, birth, male).into()
        },
    ),
    only(
        Only::OrdinarySchool,
        &kind(
            "grade_of_another_stage",
            "R8012",
            Warning,
            &[col::GRADE, col::SCHOOL_CODE],
            &["R3006", "R3007", "R3010", "R4019"],
            |it| {
                match it.school.first_grade {
                    1 => "初中二年级",
                    _ => "高中二年级",
                }
                .into()
            },
        ),
    ),
    kind(
        "student_number_missing",
        "R8007",
        Info,
        &[col::STUDENT_NUMBER],
        &[],
        |_| "".into(),
    ),
    only(
        Only::NewPupils,
        &kind(
            "number_before_registration",
            "R8009",
            Warning,
            &[col::STUDENT_NUMBER],
            &[],
            |it| format!("G{}", it.person.id_number).into(),
        ),
    ),
    only(
        Only::NewPupils,
        &kind(
            "local_number_too_short",
            "R8019",
            Info,
            &[col::CLASS_SERIAL],
            &[],
            |it| it.clean(col::CLASS_SERIAL)[..7].to_owned().into(),
        ),
    ),
    only(
        Only::NewPupils,
        &kind(
            "local_number_of_last_year",
            "R8019",
            Info,
            &[col::CLASS_SERIAL, col::ENROLMENT_MONTH],
            &[],
            |it| {
                let year = it.person.enrolment_month() / 100 - 1;
                format!("{year}{}", &it.clean(col::CLASS_SERIAL)[4..]).into()
            },
        ),
    ),
    kind("grade_unknown", "R8013", Error, &[col::GRADE], &[], |it| {
        it.rng.pick(&["十五年级", "大班长", "二班"]).into()
    }),
    kind(
        "grade_in_digits",
        "R8013",
        Warning,
        &[col::GRADE],
        &[],
        |it| format!("{}年级", it.person.grade).into(),
    ),
    kind(
        "class_code_missing",
        "R8014",
        Error,
        &[col::CLASS_CODE],
        &[],
        |_| "".into(),
    ),
    kind(
        "class_code_of_no_class",
        "R8015",
        Warning,
        &[col::CLASS_CODE, col::CLASS_NAME],
        &[],
        |it| it.person.class_code(777).into(),
    ),
    Kind {
        without: &[col::CLASS_CODE],
        ..kind(
            "class_missing",
            "R8022",
            Warning,
            &[col::CLASS_NAME],
            &[],
            |_| "".into(),
        )
    },
    Kind {
        told: Told::Class,
        // Two of one class may well get the same number.
        ..kind(
            "class_serial_far_off",
            "R8018",
            Info,
            &[col::CLASS_SERIAL, col::CLASS_CODE],
            &["R8017"],
            |it| (it.class_size + 2).to_string().into(),
        )
    },
    Kind {
        // The neighbours keep their numbers.
        guard: 1,
        ..kind(
            "class_serial_twice",
            "R8017",
            Warning,
            &[col::CLASS_SERIAL, col::CLASS_CODE],
            &[],
            |it| {
                let serial = it.person.serial;
                let neighbour = if serial == 1 { 2 } else { serial - 1 };
                format!("{neighbour:02}").into()
            },
        )
    },
];

/// Two classes that somebody made one.
pub(in crate::roster) static CLASS_TOO_LARGE: Kind =
    of_classes("class_too_large", "R8016", Warning);
/// Pupils of one class who are in another.
pub(in crate::roster) static CLASS_SIZES_APART: Kind =
    of_classes("class_sizes_apart", "R8020", Info);

/// A pupil who left grade six and is not in grade seven; `promotion` makes it.
pub(in crate::roster) static LEAVER_MISSING: Kind =
    kind("leaver_missing", "R9014", Info, &[col::NAME], &[], |it| {
        it.clean(col::NAME).into()
    });

/// A fault of whole classes, which `classes` makes.
const fn of_classes(name: &'static str, rule: &'static str, level: Level) -> Kind {
    let columns = &[col::CLASS_CODE, col::CLASS_SERIAL];
    kind(name, rule, level, columns, &[], |it| {
        it.clean(col::CLASS_CODE).into()
    })
}
