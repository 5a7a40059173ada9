//! The evidence of one link: field by field, how two rows agree and what that weighs.
//!
//! Weights are tenths of a bit and fixed: how much likelier the agreement is for one pupil than for two
//! (28 bits is one in 270 million). Nothing is learnt from the file. Fields that say one thing are
//! counted once: the birth date and sex inside a shared number, and the best of telephone, guardian
//! and address.

use roster_model::{Agreement, Evidence, Said};
use roster_standard::Column;

use crate::edits::{is_exchange, slips};
use crate::keys::{Document, unpack};
use crate::people::People;
use crate::witness::{Kind, shares, witnesses};

const NUMBER_EQUAL: i32 = 280;
const NUMBER_EQUAL_FIFTEEN: i32 = 270;
/// At most two slips apart, and one of the numbers is wrong anyway.
const NUMBER_SLIP: i32 = 189;
/// At most two slips apart and both right: neighbours in the register, or twins.
const NUMBER_NEIGHBOUR: i32 = 30;
const NUMBER_DIFFERENT: i32 = -60;
const NAME_EQUAL: i32 = 140;
const NAME_DIFFERENT: i32 = -80;
const BIRTH_EQUAL: i32 = 124;
const BIRTH_DIFFERENT: i32 = -70;
const SEX_EQUAL: i32 = 10;
const SEX_DIFFERENT: i32 = -50;
const PHONE_EQUAL: i32 = 80;
const GUARDIAN_EQUAL: i32 = 80;
const ADDRESS_EQUAL: i32 = 60;

/// The evidence between two pupils, strongest first whichever way it points.
pub(crate) fn evidence(people: &People<'_>, a: u32, b: u32) -> Vec<Evidence> {
    let mut found = vec![number(people, a, b), name(people, a, b)];
    let same_number = people.number(a) != 0 && people.number(a) == people.number(b);
    found.push(birth(people, a, b, same_number));
    found.push(sex(people, a, b, same_number));
    add_witnesses(people, a, b, &mut found);
    found.sort_by_key(|it| -it.tenth_bits.abs());
    found
}

fn one(column: Column, agreement: Agreement, tenth_bits: i32, (zh, en): (&str, &str)) -> Evidence {
    Evidence {
        column,
        agreement,
        tenth_bits,
        said: Said::new(zh, en),
    }
}

fn number(people: &People<'_>, a: u32, b: u32) -> Evidence {
    let (x, y) = (people.number(a), people.number(b));
    let column = Column::IdNumber;
    if x == 0 || y == 0 {
        let unreadable = [a, b]
            .map(|it| people.document(it))
            .contains(&Document::Unreadable);
        let said = if unreadable {
            (
                "身份证号有误，无法比较",
                "an identity number is not readable and cannot be compared",
            )
        } else {
            (
                "缺少身份证号，无法比较",
                "an identity number is missing and cannot be compared",
            )
        };
        return one(column, Agreement::Missing, 0, said);
    }
    if x == y {
        let fifteen = people.has_fifteen_digits(a) != people.has_fifteen_digits(b);
        return if fifteen {
            let said = (
                "15 位身份证号升为 18 位后相同",
                "same number once 15 digits are made 18",
            );
            one(column, Agreement::Equal, NUMBER_EQUAL_FIFTEEN, said)
        } else {
            one(
                column,
                Agreement::Equal,
                NUMBER_EQUAL,
                ("身份证号相同", "same identity number"),
            )
        };
    }
    different_numbers(
        x,
        y,
        people.has_valid_number(a) && people.has_valid_number(b),
    )
}

fn different_numbers(x: u64, y: u64, both_right: bool) -> Evidence {
    let Some(count) = slips(x, y) else {
        let said = ("身份证号不同", "different identity numbers");
        return one(
            Column::IdNumber,
            Agreement::Different,
            NUMBER_DIFFERENT,
            said,
        );
    };
    let (agreement, said) = if both_right && unpack(x)[..14] == unpack(y)[..14] {
        let zh = "身份证号的地区和出生日期相同，只有末几位不同";
        (
            Agreement::Partial,
            (zh, "the identity numbers differ in their last digits only"),
        )
    } else if is_exchange(x, y) {
        let en = "two neighbouring digits of the identity number are exchanged";
        (Agreement::Swapped, ("身份证号有相邻两位对调", en))
    } else if count == 1 {
        (
            Agreement::OneEdit,
            (
                "身份证号只差一处",
                "the identity numbers differ in one place",
            ),
        )
    } else {
        (
            Agreement::Partial,
            (
                "身份证号只差两处",
                "the identity numbers differ in two places",
            ),
        )
    };
    let weight = if both_right {
        NUMBER_NEIGHBOUR
    } else {
        NUMBER_SLIP
    };
    one(Column::IdNumber, agreement, weight, said)
}

fn name(people: &People<'_>, a: u32, b: u32) -> Evidence {
    let (x, y) = (people.name(a), people.name(b));
    if x == 0 || y == 0 {
        let said = ("缺少姓名，无法比较", "a name is missing");
        one(Column::Name, Agreement::Missing, 0, said)
    } else if x == y {
        one(
            Column::Name,
            Agreement::Equal,
            NAME_EQUAL,
            ("姓名相同", "same name"),
        )
    } else {
        one(
            Column::Name,
            Agreement::Different,
            NAME_DIFFERENT,
            ("姓名不同", "different names"),
        )
    }
}

fn birth(people: &People<'_>, a: u32, b: u32, same_number: bool) -> Evidence {
    let (x, y) = (people.birth(a), people.birth(b));
    let derived = people.own_birth(a) == 0 || people.own_birth(b) == 0;
    let column = Column::BirthDate;
    if x == 0 || y == 0 {
        let said = ("缺少出生日期，无法比较", "a birth date is missing");
        return one(column, Agreement::Missing, 0, said);
    }
    if x != y {
        let said = ("出生日期不同", "different birth dates");
        return one(column, Agreement::Different, BIRTH_DIFFERENT, said);
    }
    let said = match (same_number, derived) {
        (true, _) => (
            "出生日期相同（已含在身份证号中）",
            "same birth date (part of the number)",
        ),
        (_, true) => (
            "出生日期相同（由身份证号得出）",
            "same birth date (taken from the number)",
        ),
        _ => ("出生日期相同", "same birth date"),
    };
    one(
        column,
        Agreement::Equal,
        if same_number { 0 } else { BIRTH_EQUAL },
        said,
    )
}

fn sex(people: &People<'_>, a: u32, b: u32, same_number: bool) -> Evidence {
    let (x, y) = (people.sex(a), people.sex(b));
    let derived = people.own_sex(a) == 0 || people.own_sex(b) == 0;
    if x == 0 || y == 0 {
        return one(
            Column::Sex,
            Agreement::Missing,
            0,
            ("缺少性别，无法比较", "a sex is missing"),
        );
    }
    if x != y {
        return one(
            Column::Sex,
            Agreement::Different,
            SEX_DIFFERENT,
            ("性别不同", "different sexes"),
        );
    }
    let said = match (same_number, derived) {
        (true, _) => (
            "性别相同（已含在身份证号中）",
            "same sex (part of the number)",
        ),
        (_, true) => (
            "性别相同（由身份证号得出）",
            "same sex (taken from the number)",
        ),
        _ => ("性别相同", "same sex"),
    };
    one(
        Column::Sex,
        Agreement::Equal,
        if same_number { 0 } else { SEX_EQUAL },
        said,
    )
}

/// Telephone, guardian and address depend on one another, so only the weightiest that agrees counts;
/// the others are shown with no weight. Where one is missing, nothing is said of it.
fn add_witnesses(people: &People<'_>, a: u32, b: u32, found: &mut Vec<Evidence>) {
    let (x, y) = (witnesses(people, a), witnesses(people, b));
    let mut counted = false;
    for kind in Kind::ALL {
        let Some(same) = shares(&x, &y, kind) else {
            continue;
        };
        let (column, weight, equal, different) = match kind {
            Kind::Phone => (
                Column::Phone,
                PHONE_EQUAL,
                ("有相同的联系电话", "a telephone number in common"),
                ("联系电话不同", "different telephone numbers"),
            ),
            Kind::Guardian => (
                Column::Member1Name,
                GUARDIAN_EQUAL,
                ("有相同的监护人", "a guardian in common"),
                ("监护人不同", "different guardians"),
            ),
            Kind::Address => (
                Column::Address,
                ADDRESS_EQUAL,
                ("住址相同", "same address"),
                ("住址不同", "different addresses"),
            ),
        };
        if same {
            let weight = if counted { 0 } else { weight };
            counted = true;
            found.push(one(column, Agreement::Equal, weight, equal));
        } else {
            found.push(one(column, Agreement::Different, 0, different));
        }
    }
}
