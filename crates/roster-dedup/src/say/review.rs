//! What somebody has to look at first, and why: the sentences for [`Handling::Review`], and what follows from what is
//! seen then.

use roster_model::{Handling, Stage};

use super::{Proposal, Reason};

/// What the rows alone do not settle.
pub(super) fn review(reason: Reason) -> Proposal {
    let (zh, en) = match reason {
        Reason::FieldsUndecided => (
            "身份证号与另一行相同，出生日期或性别不同，而身份证号本身有误，无法判断哪一行对：\
             请对照户口簿。",
            "The number is that of another row and birth date or sex differ; the number itself \
             is wrong, so it does not tell which row is right: compare with the household register.",
        ),
        Reason::OneRecord => (
            "与另一行是同一名学生，学籍号也相同：一个学籍号只有一条学籍。学籍系统里只有一条的，在名单中划去重复的行即可，\
             不用再处理；确有两条的，删除多余的一条，保留的一条须佐证。",
            "It is the pupil of another row, and the 学籍号 is the same: one 学籍号 is one record. If the system \
             lists it once, strike the row out of your list and do nothing in the system; if the system has \
             two, delete the surplus one and prove the one that stays.",
        ),
        Reason::OneRecordDiffers => (
            "姓名、身份证号和学籍号都与另一行相同，出生日期或性别不同：一个学籍号只有一条学籍，请对照户口簿看学籍系统里的\
             这一条；有误的变更，无误的改正名单即可。",
            "Name, number and 学籍号 are those of another row, and birth date or sex differ: one 学籍号 is one \
             record. Compare that of the system with the household register: 变更 it if it is wrong, else correct \
             your list.",
        ),
        Reason::OneRecordUntold => (
            "同一名学生在两份名单里，只有一份写了学籍号，看不出在学籍系统里是不是两条学籍：只有一条的，在名单中划去重复的行\
             即可，不用再处理；确有两条的，删除多余的一条，保留的一条须佐证。",
            "One pupil is in two lists of which one has the 学籍号, so nothing tells whether the system has two \
             records: if it has one, strike the row out of your list and do nothing in the system; if it has two, \
             delete the surplus one and prove the one that stays.",
        ),
        Reason::NumberWrong => (
            "姓名、性别、出生日期与另一行相同，而本行的身份证号有误。",
            "Name, sex and birth date are those of another row, and the number of this row is wrong.",
        ),
        Reason::NumberRight => (
            "姓名、性别、出生日期与另一行相同；本行的身份证号无误，另一行的有误，先核对另一行。",
            "Name, sex and birth date are those of another row; the number of this row is right and \
             that of the other is wrong: check the other row first.",
        ),
        Reason::OwnedByAnother => (
            "同一身份证号用在了不同学生身上，号码与本行也相符，但写在另一行的学籍号中，多半是另一行学生的。",
            "One number and different names. It goes with this row too, but stands in the 学籍号 of another, \
             so it is probably that pupil's.",
        ),
        Reason::OwnedByAnotherToldApart => (
            "同一身份证号填给了已有人确认是不同的学生，号码与本行也相符，但写在另一行的学籍号中，多半是另一行学生的。",
            "One number was given to pupils whom somebody told apart. It goes with this row too, but stands in \
             the 学籍号 of another, so it is probably that pupil's.",
        ),
        Reason::Renamed => (
            "身份证号和学籍号都与另一行相同，姓名不同：一个学籍号只有一条学籍，多半是同一名学生改过名，或有一处填错。\
             请对照户口簿：改过名的，凭户口簿在学籍系统里办变更；填错的，改正名单。都在同一份名单里的，只留一行。",
            "Number and 学籍号 are those of another row, and the name differs: one 学籍号 is one record, so it is \
             probably one pupil who was renamed, or a slip. Compare with the household register: a pupil who was \
             renamed is changed (变更) in the system with it; correct a slip in the list. One list keeps one row.",
        ),
        Reason::SeveralFit => (
            "同一身份证号、姓名不同，号码与各行都相符：可能是改过名，也可能是号码填给了别人。",
            "One number, different names, and it goes with all of these rows: perhaps one pupil who was renamed, \
             perhaps a number that was given to somebody else.",
        ),
        Reason::SeveralFitTwins => (
            "同一身份证号、姓名不同，姓氏和出生日期相同，联系电话、监护人或住址也相同：可能是双胞胎误填了\
             同一个号码，也可能是同一名学生改过名。",
            "One number and different names, with one surname, one birth date and a telephone, guardian \
             or address in common: perhaps twins who were given one number, perhaps one pupil who was renamed.",
        ),
        Reason::SeveralFitToldApart => (
            "同一身份证号填给了已有人确认是不同的学生，号码与各行都相符。",
            "One number was given to pupils whom somebody told apart, and it goes with all of these rows.",
        ),
        Reason::NearNumbers
        | Reason::NearNumbersOnly
        | Reason::SharedWitness
        | Reason::NothingTells => different_numbers(reason),
        Reason::SeveralNumbers => (
            "姓名、性别、出生日期与另一行相同，有的行没有身份证号，有的行身份证号各不相同，却有相同的电话、\
             监护人或住址。",
            "Name, sex and birth date are those of another row; a number is missing in some rows and \
             differs in others, while a telephone, guardian or address is shared.",
        ),
        _ => (
            "姓名、性别、出生日期与另一行相同，且有学生没有身份证号，学籍系统会判为重复；现有内容看不出是否同一名\
             学生。补上身份证号，或对照监护人、电话、住址即可判断：同一名学生删除多余行，不同学生须佐证。",
            "Name, sex and birth date are those of another row and an identity number is missing, so \
             the system will flag them; nothing here tells whether they are one pupil. The number, or \
             guardian, telephone and address would settle it: delete the surplus row of one pupil, or \
             prove that they are different.",
        ),
    };
    (Handling::Review, zh, en)
}

/// Namesakes of one birth date whose numbers are right and differ.
fn different_numbers(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::NearNumbers => (
            "姓名、性别、出生日期与另一行相同，身份证号只差一两处，很可能是同一名学生、号码填错。",
            "Name, sex and birth date are those of another row and the numbers differ in one or two \
             places: probably one pupil and a slip.",
        ),
        Reason::NearNumbersOnly => (
            "姓名、性别、出生日期与另一行相同，身份证号只差一两处，联系电话、监护人、住址却不同：可能是同一名学生、号码\
             填错，也可能是同名同日生的不同学生。",
            "Name, sex and birth date are those of another row and the numbers differ in one or two places, \
             but telephones, guardians or addresses differ: perhaps one pupil and a slip, perhaps two \
             namesakes.",
        ),
        Reason::SharedWitness => (
            "姓名、性别、出生日期与另一行相同，联系电话、监护人、住址或学籍号也相同，身份证号却不同。",
            "Name, sex, birth date and a telephone, guardian, address or 学籍号 are those of another row, but \
             the numbers differ.",
        ),
        _ => (
            "姓名、性别、出生日期与另一行相同，身份证号不同，没有可供比对的电话、监护人或住址。",
            "Name, sex and birth date are those of another row, the numbers differ, and there is no \
             telephone, guardian or address to compare.",
        ),
    }
}

/// Where the pupil is, the schools have to find out.
pub(super) fn between_schools(reason: Reason) -> Proposal {
    let (zh, en) = match reason {
        Reason::TwoSchoolsWrong => (
            "同一名学生出现在不止一所学校的名单中，而本行的身份证号有误，或与出生日期、性别不符：学生已不在本校\
             就读的，由本校删除；仍在本校就读的，按户口簿改正。",
            "One pupil is in the rosters of several schools, and the number of this row is wrong or at odds \
             with birth date or sex: the school the pupil has left deletes the row, the school the pupil \
             attends corrects it from the household register.",
        ),
        Reason::SchoolsUntold => (
            "同一名学生出现在几份名单中，有的写学校标识码，有的写学校名称，或者名称相近，看不出是不是同一所学校：是同一所的，\
             只留一行，删去其余的；不是的，由学生已离开的学校删除，在读的学校保留，已导入的须佐证。",
            "One pupil is in several lists; some say the code of the school and some its name, or the names are nearly \
             the same, and nothing tells whether it is one school: one school keeps one row and deletes the others; of several, the school \
             the pupil has left deletes the row, the school the pupil attends keeps it and, once imported, \
             proves it.",
        ),
        Reason::TwoSchoolsShared => (
            "同一名学生出现在不止一所学校的名单中，身份证号还填给了别的学生：学生已不在本校就读的，由本校删除；\
             仍在本校就读的，对照户口簿核对号码。",
            "One pupil is in the rosters of several schools, and the number was given to another pupil too: \
             the school the pupil has left deletes the row, the school the pupil attends compares the number \
             with the household register.",
        ),
        Reason::TwoSchoolsNumbers => (
            "姓名、性别、出生日期与另一所学校的学生相同，身份证号却不同：请两校对照户口簿核实；是同一名学生，\
             由学生已离开的学校删除，在读的学校改正号码；是不同学生则无需处理，学籍系统已列出的须佐证。",
            "Name, sex and birth date are those of a pupil of another school, but the numbers differ: both \
             schools compare with the household register. The row of one pupil is deleted by the school the \
             pupil has left and corrected by the other; different pupils need nothing, or proof once the \
             system lists them.",
        ),
        _ => (
            "同一名学生出现在不止一所学校的名单中：学生已不在本校就读的，由本校删除；仍在本校就读的，保留，\
             已导入的须佐证。",
            "One pupil is in the rosters of several schools: the school the pupil has left deletes the row, \
             the school the pupil attends keeps it and, once imported, proves it.",
        ),
    };
    (Handling::Review, zh, en)
}

/// What is nearly the same is for somebody to look at.
pub(super) fn near(reason: Reason) -> Proposal {
    let (zh, en) = match reason {
        Reason::SpeltOtherwise => (
            "身份证号与另一行相同，姓名只是写法不同（同音、形近、繁简、间隔号、少字或曾用名），很可能是同一名\
             学生，也可能是双胞胎误填了同一个号码。",
            "The number is that of another row and the names differ in spelling only (sound, look, form, \
             dot, a character left out, a former name): probably one pupil, perhaps twins who were given one number.",
        ),
        Reason::Near => (
            "与另一行很相近，可能是同一名学生写了两遍；本行的身份证号有误，或与出生日期、性别不符，先核对本行。",
            "It is nearly the same as another row: perhaps one pupil written twice. The number of this row \
             is wrong, or at odds with birth date or sex: check this row first.",
        ),
        Reason::NearWithoutNumber => (
            "与另一行很相近，可能是同一名学生写了两遍；本行没有身份证号，先核对本行。",
            "It is nearly the same as another row: perhaps one pupil written twice. This row has no \
             resident number: check it first.",
        ),
        Reason::NearAndFitting => (
            "与另一行很相近，可能是同一名学生写了两遍；本行的身份证号无误，先核对另一行。",
            "It is nearly the same as another row: perhaps one pupil written twice. The number of this row \
             is right: check the other row first.",
        ),
        _ => (
            "与另一行很相近，身份证号却不同，各自都相符。",
            "It is nearly the same as another row, but the numbers differ and each goes with its row.",
        ),
    };
    (Handling::Review, zh, en)
}

/// What follows from what the household register says, before the import and after it.
pub(super) fn then(reason: Reason, stage: Stage) -> (&'static str, &'static str) {
    let [before, after] = match reason {
        Reason::NumberWrong
        | Reason::NumberRight
        | Reason::NearNumbers
        | Reason::NearNumbersOnly
        | Reason::SharedWitness
        | Reason::NothingTells
        | Reason::SeveralNumbers => NUMBERS,
        Reason::OwnedByAnother | Reason::SeveralFit | Reason::SeveralFitTwins => RENAMED,
        _ if reason.is_told_apart() => TOLD_APART,
        Reason::SpeltOtherwise
        | Reason::Near
        | Reason::NearWithoutNumber
        | Reason::NearAndFitting
        | Reason::NearAndSeveralFit => NEAR,
        _ => [("", ""); 2],
    };
    match stage {
        Stage::BeforeImport => before,
        Stage::AfterImport => after,
    }
}

/// Before the import and after it.
type Then = [(&'static str, &'static str); 2];

/// Of namesakes of one birth date.
const NUMBERS: Then = [
    (
        "请对照户口簿：号码填错的先改正；是同一名学生的，只留一行；是不同学生的，无需处理，学籍系统已列出的须佐证。",
        "Compare with the household register: correct a wrong number first; one pupil keeps one row, \
                     different pupils need nothing, or proof once the system lists them. ",
    ),
    (
        "请对照户口簿：是同一名学生的，号码正确的一条须佐证（都填错的先变更），多余的删除；是不同学生的，号码填错的变更，\
                     无误的佐证。",
        "Compare with the household register: of one pupil the record with the right number takes 佐证 \
                     (变更 first if all are wrong) and the surplus one 删除; of different pupils a wrong number \
                     takes 变更, a right one 佐证. ",
    ),
];

/// Of one number under several names.
const RENAMED: Then = [
    (
        "请对照户口簿：是不同学生的，改正填错的号码；是改过名的同一名学生，只留一行；公安部门发了重号的，先到公安部门更正。",
        "Compare with the household register: of different pupils correct the wrong number; a renamed \
                     pupil keeps one row; a number that the police issued twice they correct first. ",
    ),
    (
        "请对照户口簿：是不同学生的，号码填错的变更，无误的佐证；是改过名的同一名学生，留下的一条变更姓名并佐证，多余的\
                     删除；公安部门发了重号的，先到公安部门更正。",
        "Compare with the household register: of different pupils the wrong number takes 变更, the right \
                     one 佐证; of a renamed pupil the record that stays takes 变更 of the name and 佐证, the surplus \
                     one 删除; a number that the police issued twice they correct first. ",
    ),
];

/// Of one number under the names of pupils whom somebody told apart.
const TOLD_APART: Then = [
    (
        "请对照户口簿，改正填错的号码；公安部门发了重号的，先到公安部门更正。",
        "Correct the wrong number from the household register; one that the police issued twice they \
                     correct first. ",
    ),
    (
        "请对照户口簿：号码填错的变更，无误的佐证；公安部门发了重号的，先到公安部门更正。",
        "Compare with the household register: the wrong number takes 变更, the right one 佐证; one that \
                     the police issued twice they correct first. ",
    ),
];

/// Of rows that are nearly one.
const NEAR: Then = [
    (
        "请对照户口簿：是同一名学生的，改正后只留一行；是不同学生的，改正填错的，补上缺的，都无误就无需处理。",
        "Compare with the household register: one pupil keeps one row, corrected; of different pupils \
                     correct what is wrong and fill in what is missing, or do nothing. ",
    ),
    (
        "请对照户口簿：是同一名学生的，留下的一条佐证，有误的先变更，多余的删除；是不同学生的，有误的变更，无误而学籍系统\
                     已列出的佐证。",
        "Compare with the household register: of one pupil the record that stays takes 佐证, 变更 first \
                     if it is wrong, and the surplus one 删除; of different pupils what is wrong takes 变更, what is \
                     right and listed by the system 佐证. ",
    ),
];
