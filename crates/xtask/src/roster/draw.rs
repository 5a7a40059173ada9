//! Drawing pupils who are nobody's duplicate: what a clean roster consists of.
//! Deliberately remembers every number, every telephone and every (surname, birthday), so that likeness is made on
//! purpose only.

use std::collections::{HashMap, HashSet};

use super::names::{self, Names};
use super::number;
use super::person::{Mother, Person, School, draw_birth};
use super::places::{CURRENT, Place};
use super::rng::Rng;
use super::{SchoolKind, Story};

/// Draws pupils and remembers them.
pub(super) struct Draw {
    pub(super) names: Names,
    /// Whether pupils with other documents may appear; a list without that column has none.
    pub(super) documents: bool,
    numbers: HashSet<String>,
    phones: HashSet<String>,
    families: u64,
    /// Given names by surname and birth date.
    birthdays: HashMap<(&'static str, u32), Vec<String>>,
}

impl Draw {
    pub(super) fn new(documents: bool) -> Self {
        Self {
            names: Names::new(),
            documents,
            numbers: HashSet::new(),
            phones: HashSet::new(),
            families: 0,
            birthdays: HashMap::new(),
        }
    }

    /// A school and the grades it has.
    pub(super) fn school(rng: &mut Rng, middle: bool, kind: SchoolKind) -> School {
        let place: &'static Place = &CURRENT[rng.below(CURRENT.len())];
        let kind = match kind {
            SchoolKind::Special => 51,
            SchoolKind::Ordinary if middle => 31,
            SchoolKind::Ordinary => 21,
        };
        School {
            code: format!("{kind}{}{:06}", place.code / 10_000, rng.between(1, 9_999)),
            place,
            first_grade: if middle { 7 } else { 1 },
            last_grade: if middle { 9 } else { 6 },
            is_alone: false,
            is_in_workbooks: false,
            story: Story::Usual,
            full_class: None,
        }
    }

    /// A pupil of a grade, now and then one of the rarer but faultless kinds.
    pub(super) fn pupil(&mut self, rng: &mut Rng, school: &School, grade: u32) -> Person {
        let mut person = self.resident(rng, school, grade);
        match rng.below(1000) {
            0..20 => self.dotted(rng, &mut person),
            20..30 => self.undotted(rng, &mut person),
            30..40 => {
                person.name = format!("{}{}", person.surname, self.names.rare_given(rng));
                person.plain = false;
            }
            40..70 if self.documents => {
                let resident = person.clone();
                set_document(rng, school, &mut person);
                while !person.id_number.is_empty() && !self.numbers.insert(person.id_number.clone())
                {
                    person = resident.clone();
                    set_document(rng, school, &mut person);
                }
                if person.name != resident.name {
                    let latin = std::mem::replace(&mut person.name, resident.name);
                    self.rename(&mut person, latin);
                }
            }
            _ => {}
        }
        person
    }

    /// A pupil with a resident's number and a name of Han characters.
    pub(super) fn resident(&mut self, rng: &mut Rng, school: &School, grade: u32) -> Person {
        let male = rng.percent(52);
        let (surname, given, birth) = self.name_and_birth(rng, grade);
        let home = if rng.percent(85) {
            school.place
        } else {
            &CURRENT[rng.below(CURRENT.len())]
        };
        let origin = Person::draw_origin(rng, home, birth);
        let id_number = self.number(rng, origin, birth, male);
        let student_number = if rng.percent(85) {
            format!("G{id_number}")
        } else {
            Person::draw_l_number(rng, school, birth)
        };
        let is_member = grade == 9 && birth / 10_000 < 2012 && rng.percent(30);
        Person {
            surname,
            name: format!("{surname}{given}"),
            male,
            birth,
            grade,
            origin,
            home,
            ethnic_group: match rng.below(100) {
                0..92 => "汉族",
                92..94 => "回族",
                94..96 => "满族",
                96..98 => "壮族",
                _ => "土家族",
            },
            nationality: "中国",
            id_type: "居民身份证",
            id_number,
            hmt_status: "否",
            student_number,
            address: Person::draw_address(rng, home),
            phone: self.phone(rng, home),
            political_status: if is_member { "共青团员" } else { "群众" },
            household: self.household(rng),
            mother: Mother::Guardian,
            disability: "无残疾",
            extra: rng.word(),
            plain: origin.until == 0 && origin.since == 0,
            tag: None,
            serial: 0,
            class: 0,
            change: None,
        }
    }

    /// A valid number that no one has yet.
    pub(super) fn number(
        &mut self,
        rng: &mut Rng,
        origin: &Place,
        birth: u32,
        male: bool,
    ) -> String {
        // A county has some five hundred numbers for a day and a sex; a roster never needs them all.
        let mut number = number::resident(rng, origin.code, birth, male);
        for _ in 0..1000 {
            if self.numbers.insert(number.clone()) {
                break;
            }
            number = number::resident(rng, origin.code, birth, male);
        }
        number
    }

    /// A family that no one has yet.
    pub(super) fn household(&mut self, rng: &mut Rng) -> u64 {
        self.families += 1;
        (rng.word() << 32) | self.families
    }

    /// A telephone that no other family has.
    fn phone(&mut self, rng: &mut Rng, home: &Place) -> String {
        loop {
            let phone = Person::draw_phone(rng, home);
            if self.phones.insert(phone.clone()) {
                return phone;
            }
        }
    }

    /// Keeps surname and birthday together rare, and given names under one of them unlike.
    fn name_and_birth(&mut self, rng: &mut Rng, grade: u32) -> (&'static str, String, u32) {
        let mut turn = 0;
        loop {
            let surname = self.names.surname(rng);
            let birth = draw_birth(rng, grade);
            let given = self.names.given(rng);
            let others = self.birthdays.entry((surname, birth)).or_default();
            let is_free = others.is_empty();
            let is_unlike = others
                .iter()
                .all(|it| !it.chars().any(|c| given.contains(c)));
            turn += 1;
            if is_free || (turn > 8 && is_unlike) || turn > 1000 {
                others.push(given.clone());
                return (surname, given, birth);
            }
        }
    }

    fn dotted(&mut self, rng: &mut Rng, person: &mut Person) {
        let name = names::dotted(rng, person.male);
        self.rename(person, name);
        person.ethnic_group = "维吾尔族";
    }

    fn undotted(&mut self, rng: &mut Rng, person: &mut Person) {
        let name = names::undotted(rng, person.male);
        self.rename(person, name);
        person.ethnic_group = "藏族";
    }

    /// Such names are few: one that stands already under the same birthday is left alone.
    fn rename(&mut self, person: &mut Person, name: String) {
        let others = self.birthdays.entry(("", person.birth)).or_default();
        if others.contains(&name) {
            return;
        }
        others.push(name.clone());
        person.name = name;
        person.plain = false;
    }
}

/// Pupils from Hong Kong, Macao and Taiwan, foreign pupils, and pupils without a number.
fn set_document(rng: &mut Rng, school: &School, person: &mut Person) {
    let permit = |rng: &mut Rng, region| number::resident(rng, region, person.birth, person.male);
    let (id_type, id_number, hmt_status, nationality) = match rng.below(9) {
        0 => (
            "香港特区护照/身份证明",
            permit(rng, 810_000),
            "香港同胞",
            "中国",
        ),
        1 => (
            "澳门特区护照/身份证明",
            permit(rng, 820_000),
            "澳门同胞",
            "中国",
        ),
        2 => {
            let number = rng.between(10_000_000, 99_999_999).to_string();
            ("台湾居民来往大陆通行证", number, "台湾同胞", "中国")
        }
        3 => ("其他", permit(rng, 830_000), "台湾同胞", "中国"),
        4 => {
            let country = rng.pick(&["美国", "韩国", "日本", "法国", "加拿大"]);
            let number = format!("{}{:07}", rng.pick(&["K", "M", "P"]), rng.below(10_000_000));
            ("护照", number, "外国人", country)
        }
        5 => ("其他", String::new(), "否", "中国"),
        6 => ("港澳台居民居住证", permit(rng, 810_000), "香港同胞", "中国"),
        7 => ("港澳台居民居住证", permit(rng, 830_000), "台湾同胞", "中国"),
        _ => {
            let (code, country) = rng.pick(&[(840, "美国"), (410, "韩国"), (392, "日本")]);
            let sequence = rng.below(400) * 2 + 20 + usize::from(person.male);
            let number = number::with_check(&format!("911{code}{}{sequence:03}", person.birth));
            ("外国人永久居留身份证", number, "外国人", country)
        }
    };
    if nationality != "中国" {
        person.ethnic_group = "其他";
        if rng.percent(50) {
            let first = rng.pick(&["Anna Smith", "LEE MINHO", "Paul Dupont"]);
            let last = rng.pick(&[" Jr", " Kim", " Lee", " Martin", ""]);
            person.name = format!("{first}{last}");
        }
    }
    person.id_type = id_type;
    person.id_number = id_number;
    person.hmt_status = hmt_status;
    person.nationality = nationality;
    person.student_number = Person::draw_j_number(rng, school, person.birth, person.male);
    person.plain = false;
}
