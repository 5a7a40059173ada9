//! One invented pupil, and the clean cells that follow from what is known about it.
//! Deliberately knows nothing of faults: a wrong cell is laid over the clean ones later.

use std::borrow::Cow;

use super::Story;
use super::changes::Change;
use super::columns::{self as col, COLUMNS};
use super::number;
use super::places::{ABOLISHED, CURRENT, Place, YOUNG};
use super::rng::Rng;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Text(Cow<'static, str>),
    /// A number as a spreadsheet keeps it, and as it shows it (which is what a CSV file gets).
    Number(f64, String),
}

impl Cell {
    pub(super) fn shown(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Number(_, shown) => shown,
        }
    }
}

impl From<&'static str> for Cell {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// The school of one file.
#[derive(Debug, Clone)]
pub(super) struct School {
    pub(super) code: String,
    pub(super) place: &'static Place,
    /// 1 for a primary school, 7 for a middle school.
    pub(super) first_grade: u32,
    pub(super) last_grade: u32,
    /// The only school of the run, so that a setting may speak of it.
    pub(super) is_alone: bool,
    /// Whether its roster is written as workbooks alone, which know numbers from text.
    pub(super) is_in_workbooks: bool,
    pub(super) story: Story,
    /// A class that takes no more pupils; only lists of changes ask for it.
    pub(super) full_class: Option<FullClass>,
}

/// A class that takes no more pupils, and one of its grade that does.
#[derive(Debug, Clone, Copy)]
pub(super) struct FullClass {
    pub(super) grade: u32,
    pub(super) full: u32,
    pub(super) roomy: u32,
}

impl School {
    /// Whether it is for disabled pupils.
    pub(super) fn is_special(&self) -> bool {
        self.code.starts_with("51")
    }
}

/// Street and village of every household register.
const VILLAGE: &str = "001002";

/// The school year that the rosters belong to begins in September of this year.
pub(super) const SCHOOL_YEAR: u32 = 2026;

pub(super) const GRADES: [&str; 9] = [
    "小学一年级",
    "小学二年级",
    "小学三年级",
    "小学四年级",
    "小学五年级",
    "小学六年级",
    "初中一年级",
    "初中二年级",
    "初中三年级",
];

/// What is known of the mother. The father is a guardian and known in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mother {
    Guardian,
    NoGuardian,
    /// Nothing but her name.
    OnlyNamed,
}

/// What a pupil's row is made from.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) surname: &'static str,
    pub(super) name: String,
    pub(super) male: bool,
    /// YYYYMMDD.
    pub(super) birth: u32,
    pub(super) grade: u32,
    /// Where the number was issued and the child was born.
    pub(super) origin: &'static Place,
    pub(super) home: &'static Place,
    pub(super) ethnic_group: &'static str,
    pub(super) nationality: &'static str,
    pub(super) id_type: &'static str,
    pub(super) id_number: String,
    pub(super) hmt_status: &'static str,
    pub(super) student_number: String,
    pub(super) address: String,
    pub(super) phone: String,
    pub(super) political_status: &'static str,
    /// The family: parents are drawn from it, and it is one for brothers and sisters. The lower half
    /// counts the families of a roster.
    pub(super) household: u64,
    pub(super) mother: Mother,
    pub(super) disability: &'static str,
    /// Decides everything that no rule connects with anything else.
    pub(super) extra: u64,
    /// A resident with nothing special about it: faults are laid on these.
    pub(super) plain: bool,
    /// Its group and its place among the members.
    pub(super) tag: Option<(usize, usize)>,
    /// The number within the class and the class, once the classes are made.
    pub(super) serial: u32,
    pub(super) class: u32,
    /// What a row of a list of changes says beside the pupil.
    pub(super) change: Option<Box<Change>>,
}

impl Person {
    /// Another county for the number, now and then one abolished since, or made after the birth.
    pub(super) fn draw_origin(rng: &mut Rng, home: &'static Place, birth: u32) -> &'static Place {
        match rng.below(100) {
            0..70 => home,
            70..96 => &CURRENT[rng.below(CURRENT.len())],
            96 => {
                let place = &YOUNG[rng.below(YOUNG.len())];
                if birth / 10_000 < place.since {
                    place
                } else {
                    home
                }
            }
            _ => {
                let place = &ABOLISHED[rng.below(ABOLISHED.len())];
                if birth / 10_000 < place.until {
                    place
                } else {
                    home
                }
            }
        }
    }

    pub(super) fn draw_address(rng: &mut Rng, home: &Place) -> String {
        const STREETS: [&str; 16] = [
            "人民路",
            "解放街",
            "建设路",
            "青年路",
            "文化街",
            "幸福路",
            "和平路",
            "新华街",
            "滨河路",
            "学府路",
            "长江路",
            "迎宾大道",
            "朝阳路",
            "花园街",
            "育才路",
            "民主路",
        ];
        format!(
            "{}{}{}{}{}号{}栋{}室",
            home.province,
            home.city,
            home.county,
            rng.pick(&STREETS),
            rng.between(1, 399),
            rng.between(1, 40),
            rng.between(1, 30) * 100 + rng.between(1, 8)
        )
    }

    pub(super) fn draw_phone(rng: &mut Rng, home: &Place) -> String {
        const STARTS: [&str; 8] = ["135", "138", "139", "150", "158", "177", "186", "199"];
        if rng.percent(12) {
            let digits = if home.area.len() == 3 {
                20_000_000
            } else {
                2_000_000
            };
            return format!("{}-{}", home.area, rng.between(digits, digits * 4 - 1));
        }
        format!("{}{:08}", rng.pick(&STARTS), rng.below(100_000_000))
    }

    /// A number that the system gave before the check against the register. Its last digit is never
    /// a right check digit, so by no chance is it anybody's identity number.
    pub(super) fn draw_l_number(rng: &mut Rng, school: &School, birth: u32) -> String {
        let head = format!("{}{birth}{:03}", school.place.code, rng.below(1000));
        let right = number::check(&head);
        let start = rng.below(10);
        let digits = (start..start + 2).map(|it| char::from(b'0' + (it % 10) as u8));
        let last: String = digits.filter(|it| *it != right).take(1).collect();
        format!("L{head}{last}")
    }

    /// A number for a pupil without a resident's number.
    pub(super) fn draw_j_number(rng: &mut Rng, school: &School, birth: u32, male: bool) -> String {
        format!("J{}", number::resident(rng, school.place.code, birth, male))
    }

    pub(super) fn enrolment_month(&self) -> u32 {
        let first = if self.grade >= 7 { 7 } else { 1 };
        (SCHOOL_YEAR - (self.grade - first)) * 100 + 9
    }

    /// The code of a class of the pupil's grade.
    pub(super) fn class_code(&self, class: u32) -> String {
        format!("{}{class:03}", self.enrolment_month() / 100)
    }

    /// The clean cell of one column.
    pub(super) fn cell(&self, index: usize, school: &School) -> Cell {
        match index {
            col::SCHOOL_CODE => school.code.clone().into(),
            col::NAME => self.name.clone().into(),
            col::SEX => if self.male { "男" } else { "女" }.into(),
            col::BIRTH_DATE => self.birth.to_string().into(),
            col::BIRTH_PLACE_CODE => format!("{}000000", self.origin.code).into(),
            col::NATIVE_PLACE => self.origin.native().into(),
            col::ETHNIC_GROUP => self.ethnic_group.into(),
            col::NATIONALITY => self.nationality.into(),
            col::ID_TYPE => self.id_type.into(),
            col::HMT_STATUS => self.hmt_status.into(),
            col::POLITICAL_STATUS => self.political_status.into(),
            col::ID_NUMBER => self.id_number.clone().into(),
            col::HUKOU_CODE => format!("{}{VILLAGE}", self.home.code).into(),
            col::CLASS_CODE => self.class_code(self.class).into(),
            col::ENROLMENT_MONTH => self.enrolment_month().to_string().into(),
            col::ADDRESS | col::MAILING_ADDRESS | col::HOME_ADDRESS => self.address.clone().into(),
            col::PHONE => self.phone.clone().into(),
            col::POSTCODE => format!("{}{:03}", self.home.post, self.extra % 900).into(),
            col::CLASS_SERIAL if school.story == Story::NewPupils => {
                let year = self.enrolment_month() / 100;
                format!("{year}{:02}{:02}", self.class, self.serial).into()
            }
            col::CLASS_SERIAL => format!("{:02}", self.serial).into(),
            col::STUDENT_NUMBER if school.story == Story::NewPupils => "".into(),
            col::STUDENT_NUMBER => self.student_number.clone().into(),
            col::GRADE => GRADES[(self.grade - 1) as usize].into(),
            col::CLASS_NAME => format!("{}班", self.class).into(),
            _ if index >= col::STUDENT_STATUS => self.change_cell(index),
            _ if col::member(index).is_some() => self.member_cell(index),
            _ => self.free_cell(index),
        }
    }

    /// Columns that depend on nothing but the draw.
    fn free_cell(&self, index: usize) -> Cell {
        let one_in = |many: u64, shift: u32| (self.extra >> shift).is_multiple_of(many);
        let yes = |it: bool| if it { "是" } else { "否" };
        let boards = one_in(9, 3);
        let bus = !boards && one_in(12, 7);
        let text: &'static str = match index {
            col::HEALTH if one_in(31, 5) => "一般或较弱",
            col::HEALTH => "健康或良好",
            col::HUKOU_TYPE if one_in(3, 11) => "农业户口",
            col::HUKOU_TYPE => "非农业户口",
            col::ENROLMENT_METHOD if one_in(40, 13) => "其他",
            col::ENROLMENT_METHOD => "就近入学",
            col::BOARDING if boards => "住校",
            col::BOARDING => "走读",
            col::ONLY_CHILD => yes(one_in(2, 17)),
            col::PRESCHOOL => yes(!one_in(30, 19)),
            col::LEFT_BEHIND if one_in(25, 23) => "单亲留守儿童",
            col::LEFT_BEHIND => "非留守儿童",
            col::SCHOOL_DISTANCE if boards => "12.5",
            col::SCHOOL_DISTANCE => "1.5",
            col::TRANSPORT if bus => "校车",
            col::TRANSPORT => "步行",
            col::SCHOOL_BUS => yes(bus),
            col::TALENTS if one_in(5, 29) => "绘画",
            col::BLOOD_TYPE => "未知血型",
            col::STUDENT_SOURCE => "正常入学",
            col::DISABILITY => self.disability,
            col::INCLUSIVE_EDUCATION => "非随班就读",
            col::NEEDS_AID
            | col::RECEIVES_SUBSIDY
            | col::ORPHAN
            | col::MARTYR_CHILD
            | col::GOVERNMENT_SEAT
            | col::MIGRANT_CHILD => "否",
            _ => "",
        };
        text.into()
    }

    /// Father and mother; they live where the pupil lives.
    fn member_cell(&self, index: usize) -> Cell {
        let father = index < col::MEMBER2;
        let field = COLUMNS[index].key.get("member1_".len()..).unwrap_or("");
        if self.mother == Mother::OnlyNamed && !father && field != "name" {
            return "".into();
        }
        // The parents of one pupil are the same on every call, and those of siblings too.
        let mut rng = Rng::new(self.household ^ if father { 1 << 40 } else { 1 << 41 });
        // Unlike enough that two families seldom share a name.
        let first = rng.pick(&[
            "志", "建", "永", "海", "春", "文", "立", "秀", "国", "家", "玉", "德",
        ]);
        let second = rng.pick(&[
            "强", "军", "明", "燕", "梅", "英", "新", "华", "平", "林", "芳", "忠",
        ]);
        let given = format!("{first}{second}");
        let (surname, relation) = if father {
            (self.surname, "父亲")
        } else {
            (
                rng.pick(&["周", "吴", "郑", "林", "何", "宋", "唐", "沈"]),
                "母亲",
            )
        };
        match field {
            "name" => format!("{surname}{given}").into(),
            "relation" => relation.into(),
            "address" => self.address.clone().into(),
            "hukou_code" => format!("{}{VILLAGE}", self.home.code).into(),
            "phone" => self.phone.clone().into(),
            "guardian" if father || self.mother == Mother::Guardian => "是".into(),
            "guardian" => "否".into(),
            "id_type" => "居民身份证".into(),
            "id_number" => self.parent_number(father).into(),
            "ethnic_group" => self.ethnic_group.into(),
            "employer" => "个体经营".into(),
            _ => "".into(),
        }
    }

    /// No two parents of a roster have one number: families are spread over birthdays and sequences.
    fn parent_number(&self, father: bool) -> String {
        const BIRTHDAYS: u64 = 12 * 12 * 28;
        const SEQUENCES: u64 = 480;
        // A prime larger than the parts, so that every family of some two millions has its own place.
        let place = (self.household & 0xFFFF_FFFF) * 48_271 % (BIRTHDAYS * SEQUENCES);
        let (day, turn) = (place % BIRTHDAYS, place / BIRTHDAYS);
        let (year, month, day) = (1_980 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
        let birth = (year * 10_000 + month * 100 + day) as u32;
        let sequence = 20 + 2 * turn as u32 + u32::from(father);
        number::numbered(self.home.code, birth, sequence)
    }
}

/// A birth date that fits a grade: six years old on 31 August of the year of enrolment.
pub(super) fn draw_birth(rng: &mut Rng, grade: u32) -> u32 {
    let month = rng.between(1, 12);
    let year = fitting_year(grade, month * 100);
    year * 10_000 + month * 100 + rng.between(1, number::days(year, month))
}

/// The year of birth that fits a grade and a day written MMDD.
pub(super) fn fitting_year(grade: u32, day: u32) -> u32 {
    let youngest = SCHOOL_YEAR - grade - 5;
    if day >= 900 { youngest - 1 } else { youngest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn birth_dates_fit_the_grade() {
        let mut rng = Rng::new(5);
        for _ in 0..1000 {
            let birth = draw_birth(&mut rng, 1);
            assert!((20_190_901..=20_200_831).contains(&birth), "{birth}");
        }
    }
}
