//! Every sentence of the groups, in both languages.
//!
//! A sentence speaks of "this row" and "another row": the rows themselves are shown beside it, so no
//! name, number or date is repeated and nothing has to be masked. What a reason means for the row
//! (its handling) stands beside its sentence, because the two must not part.

pub(crate) mod evidence;

mod kin;
mod review;
pub(crate) mod shared;

use roster_model::{Handling, Said, Stage};

use crate::people::second_number::Second;
use review::{between_schools, near, review, then};

/// Why something is proposed for a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The row to keep of a pupil entered more than once.
    KeptOfOne,
    /// `KeptOfOne`, and the number is wrong or at odds with the row.
    KeptOfOneWrong,
    /// A further row of the same pupil.
    Surplus,
    /// The row to keep or a further one, with one 学籍号: the system may have them as one record.
    OneRecord,
    /// `OneRecord` of two lists, one of which has no 学籍号: the system may have two.
    OneRecordUntold,
    /// Rows of one 学籍号, number and name that differ in birth date or sex: the system has one of them.
    OneRecordDiffers,
    /// Same name and number, and a birth date or sex that does not go with them.
    FieldsAgainstNumber,
    /// `FieldsAgainstNumber`, where the number does not tell which row is right.
    FieldsUndecided,
    /// One pupil in the rosters of several schools.
    TwoSchools,
    /// One pupil in rosters of which one says the code of its school and the other the name.
    SchoolsUntold,
    /// `TwoSchools`, and the number is wrong or at odds with the row.
    TwoSchoolsWrong,
    /// `TwoSchools`, and birth date or sex of the other rows do not go with the number, as those of this one do.
    FitsInTwoSchools,
    /// `TwoSchools`, and birth date or sex of this row do not go with the number, which is right.
    FieldsInTwoSchools,
    /// `TwoSchools`, and another pupil has the number too.
    TwoSchoolsShared,
    /// `TwoSchools`, as far as a telephone, a guardian or a slip shows: the numbers of the rows are different right
    /// ones.
    TwoSchoolsNumbers,
    /// Of one pupil's rows the only one that goes with the number.
    FitsAlone,
    /// The number is this pupil's.
    FitsNumber,
    /// The number is another pupil's.
    NotFitting,
    /// The number fits nobody.
    NobodyFits,
    /// The number fits several pupils, and stands in the 学籍号 of this one alone.
    FitsAndIsOwner,
    /// The number stands in the 学籍号 of this pupil alone, whose birth date or sex do not go with it.
    OwnerNotFitting,
    /// The number goes with the row and stands in another pupil's 学籍号; this one's has another.
    OwnNumberIsAnother,
    /// The number goes with the row and stands in another pupil's 学籍号; this one's tells nothing.
    OwnedByAnother,
    /// The number fits several pupils.
    SeveralFit,
    /// The number fits several pupils who look like twins.
    SeveralFitTwins,
    /// The number fits several pupils, and somebody said that they are different ones.
    SeveralFitToldApart,
    /// `OwnedByAnother`, and somebody said that they are different pupils.
    OwnedByAnotherToldApart,
    /// One number and one 学籍号 under several names.
    Renamed,
    /// Different right numbers that are nearly the same.
    NearNumbers,
    /// `NearNumbers`, and telephones, guardians or addresses that differ.
    NearNumbersOnly,
    /// Different right numbers, and a telephone, guardian or address in common.
    SharedWitness,
    /// Different right numbers and nothing to go by.
    NothingTells,
    /// The number of this row is wrong.
    NumberWrong,
    /// The number of this row is right; that of its namesakes is wrong.
    NumberRight,
    /// A further row of the same pupil, where a number is missing.
    SurplusWithoutNumber,
    /// Namesakes of whom one has no number.
    DifferentPupils,
    /// `DifferentPupils`, and the pupil has further rows.
    DifferentAndTwice,
    /// Namesakes of whom one has no number; somebody said that they are different pupils.
    ToldApart,
    /// A number is missing and nothing tells.
    NothingTellsWithoutNumber,
    /// A number is missing in one row, and the others have different right ones.
    SeveralNumbers,
    /// One number, and a name that differs in its spelling only.
    SpeltOtherwise,
    /// Nearly the same as another row; the number of this one is wrong or at odds with it.
    Near,
    /// Nearly the same as another row; this one has no resident number.
    NearWithoutNumber,
    /// Nearly the same as another row, and the number goes with this one alone.
    NearAndFitting,
    /// Nearly the same as another row, and several numbers go with their rows.
    NearAndSeveralFit,
}

impl Reason {
    /// Whether the row is a further one of its pupil.
    pub(crate) fn is_surplus(self) -> bool {
        matches!(self, Reason::Surplus | Reason::SurplusWithoutNumber)
    }

    /// Whether somebody said that the number is that of several pupils.
    pub(crate) fn is_told_apart(self) -> bool {
        let told_apart = [Reason::SeveralFitToldApart, Reason::OwnedByAnotherToldApart];
        told_apart.contains(&self)
    }

    /// Whether the number of the row is in doubt, and nothing was said of its 学籍号 yet.
    fn doubts_number(self) -> bool {
        matches!(
            self,
            Reason::KeptOfOneWrong
                | Reason::FieldsAgainstNumber
                | Reason::FieldsUndecided
                | Reason::TwoSchoolsWrong
                | Reason::FieldsInTwoSchools
                | Reason::TwoSchoolsShared
                | Reason::TwoSchoolsNumbers
                | Reason::NotFitting
                | Reason::NobodyFits
                | Reason::SeveralFit
                | Reason::SeveralFitTwins
                | Reason::SeveralFitToldApart
                | Reason::NearNumbers
                | Reason::NearNumbersOnly
                | Reason::SharedWitness
                | Reason::NothingTells
                | Reason::NumberWrong
                | Reason::SeveralNumbers
                | Reason::Near
                | Reason::NearWithoutNumber
                | Reason::NearAndSeveralFit
        )
    }
}

/// What is proposed for a row, and why; `second` is what its 学籍号 says, `more` what else is to be said.
pub(crate) fn proposal(
    reason: Reason,
    second: Second,
    more: &Said,
    stage: Stage,
) -> (Handling, Said) {
    let (handling, zh, en) = match reason {
        Reason::Surplus | Reason::SurplusWithoutNumber | Reason::KeptOfOne => {
            one_pupil(reason, stage)
        }
        Reason::KeptOfOneWrong
        | Reason::FieldsAgainstNumber
        | Reason::NotFitting
        | Reason::OwnerNotFitting
        | Reason::OwnNumberIsAnother
        | Reason::NobodyFits => change(reason),
        Reason::FitsNumber
        | Reason::FitsAlone
        | Reason::FitsInTwoSchools
        | Reason::FieldsInTwoSchools
        | Reason::FitsAndIsOwner
        | Reason::DifferentPupils
        | Reason::DifferentAndTwice
        | Reason::ToldApart => right(reason, stage),
        Reason::SpeltOtherwise
        | Reason::Near
        | Reason::NearWithoutNumber
        | Reason::NearAndFitting
        | Reason::NearAndSeveralFit => near(reason),
        Reason::TwoSchools
        | Reason::SchoolsUntold
        | Reason::TwoSchoolsWrong
        | Reason::TwoSchoolsShared
        | Reason::TwoSchoolsNumbers => between_schools(reason),
        _ => review(reason),
    };
    let witness = if reason.doubts_number() {
        second.words()
    } else {
        ("", "")
    };
    let todo = how(handling, stage);
    let then = then(reason, stage);
    let zh = format!(
        "{zh}{}{}{}{}系统建议，须由学校核实。",
        witness.0, more.zh, then.0, todo.0
    );
    let en = format!(
        "{en} {}{}{}{}This is a suggestion; the school has to confirm it.",
        witness.1, more.en, then.1, todo.1
    );
    (handling, Said::new(zh, en))
}

type Proposal = (Handling, &'static str, &'static str);

fn one_pupil(reason: Reason, stage: Stage) -> Proposal {
    match (reason, stage) {
        (Reason::Surplus, _) => (
            Handling::Delete,
            "身份证号和姓名与另一行相同，是同一名学生的重复填写，本行多余。",
            "Number and name are those of another row: one pupil entered more than once, and this row \
             is surplus.",
        ),
        (Reason::SurplusWithoutNumber, _) => (
            Handling::Delete,
            "姓名、性别、出生日期与另一行相同，联系电话、监护人、住址、证件号、学籍号中有的也相同，看来是同一名学生，本行多余。",
            "Name, sex and birth date are those of another row, and so is one or more of telephone, \
             guardian, address, number and 学籍号: it seems to be one pupil, and this row is surplus.",
        ),
        (_, Stage::BeforeImport) => (
            Handling::Keep,
            "同一名学生填写了多行，保留这一行，多余的行删去即可。",
            "One pupil was entered in several rows: keep this one and remove the surplus rows.",
        ),
        (_, Stage::AfterImport) => (
            Handling::Corroborate,
            "同一名学生有多条学籍，保留这一条；多余的删除后，这一条仍须佐证。",
            "One pupil has several rows: keep this one. Once the surplus rows are deleted, it still \
             has to be proved.",
        ),
    }
}

fn change(reason: Reason) -> Proposal {
    let (zh, en) = match reason {
        Reason::KeptOfOneWrong => (
            "同一名学生填写了多行，可保留这一行；但身份证号本身有误，或与出生日期、性别不符，须先改正。",
            "One pupil was entered in several rows and this one may stay, but its number is wrong or \
             at odds with birth date or sex: correct it first.",
        ),
        Reason::FieldsAgainstNumber => (
            "身份证号与另一行相同，出生日期或性别却与号码或另一行不符：请改正；若是重复填写，\
             只留一行。",
            "The number is that of another row, but birth date or sex do not go with the number \
             or the other row: correct it, or keep one row if the pupil was entered twice.",
        ),
        Reason::NotFitting => (
            "同一身份证号用在了不同学生身上，本行的出生日期或性别与号码不符，应是本行填错：请按户口簿\
             改正身份证号。",
            "One number was given to different pupils, and birth date or sex of this row do not go with \
             it: correct the number of this row from the household register.",
        ),
        Reason::OwnerNotFitting => (
            "同一身份证号用在了不同学生身上，只有本行的学籍号中是这个号码，多半是本行学生的；但出生日期或性别\
             与号码不符：请对照户口簿，改正有误的一项。",
            "One number was given to different pupils. Only the 学籍号 of this row has it too, so it is \
             probably this pupil's; but birth date or sex do not go with it: compare with the household \
             register and correct what is wrong.",
        ),
        Reason::OwnNumberIsAnother => (
            "同一身份证号用在了不同学生身上，另一行的学籍号中是这个号码，本行的学籍号中是另一个，应是本行填错：\
             请按户口簿改正身份证号；号码变更过的除外。",
            "One number was given to different pupils. The 学籍号 of another row has it, that of this row \
             has another one, so this row is probably wrong: correct its number from the household \
             register, unless the number was changed.",
        ),
        _ => (
            "同一身份证号用在了不同学生身上，号码有误或与各行都不符：请按户口簿逐行改正身份证号。",
            "One number was given to different pupils and is wrong or fits none of them: correct the \
             number of every row from the household register.",
        ),
    };
    (Handling::Change, zh, en)
}

fn right(reason: Reason, stage: Stage) -> Proposal {
    match (reason, stage) {
        (Reason::FitsNumber, Stage::BeforeImport) => (
            Handling::Keep,
            "同一身份证号用在了不同学生身上，号码与本行的出生日期、性别相符，本行不动。",
            "One number was given to different pupils; it goes with birth date and sex of this row: \
             leave this row as it is.",
        ),
        (Reason::FitsNumber, Stage::AfterImport) => (
            Handling::Corroborate,
            "同一身份证号用在了不同学生身上，号码与本行的出生日期、性别相符；对照户口簿，本行无误的须佐证。",
            "One number was given to different pupils; it goes with birth date and sex of this row: \
             if the household register has it, this row has to be proved.",
        ),
        (Reason::FitsAlone, stage) => (
            match stage {
                Stage::BeforeImport => Handling::Keep,
                Stage::AfterImport => Handling::Corroborate,
            },
            "身份证号与另一行相同，号码只与本行的出生日期、性别相符：本行不动，先改正另一行；是同一名学生的\
             重复填写，另一行删去。",
            "The number is that of another row, and it goes with birth date and sex of this row \
             alone: leave this row as it is and correct the other, or remove that if the pupil was entered twice.",
        ),
        (Reason::FitsAndIsOwner, Stage::BeforeImport) => (
            Handling::Keep,
            "同一身份证号用在了不同学生身上，号码与各行都相符，但只有本行的学籍号中也是这个号码，多半是本行学生的：\
             本行不动，先核对另一行。",
            "One number and different names, and it goes with all of these rows; but only the 学籍号 of \
             this row has it too, so it is probably this pupil's: leave this row as it is and check the \
             other first.",
        ),
        (Reason::FitsAndIsOwner, Stage::AfterImport) => (
            Handling::Corroborate,
            "同一身份证号用在了不同学生身上，号码与各行都相符，但只有本行的学籍号中也是这个号码，多半是本行学生的；\
             核对无误后须佐证。",
            "One number and different names, and it goes with all of these rows; but only the 学籍号 of \
             this row has it too, so it is probably this pupil's. Once that is checked, it has to be \
             proved.",
        ),
        // Which school proves or mends its row is for them to find out first.
        (Reason::FitsInTwoSchools, stage) => (
            match stage {
                Stage::BeforeImport => Handling::Keep,
                Stage::AfterImport => Handling::Review,
            },
            "同一名学生出现在不止一所学校的名单中，号码与本行的出生日期、性别相符：学生已不在本校就读的，由本校\
             删除；仍在本校就读的，本行不动，已导入的须佐证。",
            "One pupil is in the rosters of several schools, and the number goes with birth date and sex of \
             this row: the school the pupil has left deletes its row; the school the pupil attends leaves \
             this one as it is and, once imported, proves it.",
        ),
        (Reason::FieldsInTwoSchools, stage) => (
            match stage {
                Stage::BeforeImport => Handling::Change,
                Stage::AfterImport => Handling::Review,
            },
            "同一名学生出现在不止一所学校的名单中，本行的出生日期或性别与号码不符：学生已不在本校就读的，由本校\
             删除；仍在本校就读的，按户口簿改正。",
            "One pupil is in the rosters of several schools, and birth date or sex of this row do not go with \
             the number: the school the pupil has left deletes its row; the school the pupil attends corrects \
             it from the household register.",
        ),
        (Reason::DifferentAndTwice, _) => (
            Handling::Corroborate,
            "姓名、性别、出生日期与另一名学生相同，且有学生没有身份证号，学籍系统会判为重复；联系电话、监护人、\
             住址中至少两项不同（许多人共用的不算），应是不同学生。本行学生自己填写了多行：删去多余的，保留这一行；补上身份证号\
             即可避免重复，否则须佐证。",
            "Name, sex and birth date are those of another pupil and an identity number is missing, so the \
             system will flag them; at least two of telephone, guardian and address differ (not counting \
             what many share), so they are probably different pupils. This pupil was entered more than once: keep this row and \
             remove the surplus ones. Adding the number avoids the duplicate; otherwise this row has to be \
             proved.",
        ),
        (Reason::ToldApart, _) => (
            Handling::Corroborate,
            "姓名、性别、出生日期与另一行相同，且有学生没有身份证号，学籍系统会判为重复；已有人确认是不同学生。\
             补上身份证号即可避免，否则须佐证。",
            "Name, sex and birth date are those of another row and an identity number is missing, so \
             the system will flag them; somebody said that they are different pupils. Adding the number \
             avoids it; otherwise this row has to be proved.",
        ),
        _ => (
            Handling::Corroborate,
            "姓名、性别、出生日期与另一行相同，且有学生没有身份证号，学籍系统会判为重复；联系电话、监护人、\
             住址中至少两项不同（许多人共用的不算），应是不同学生。补上身份证号即可避免，否则须佐证。",
            "Name, sex and birth date are those of another row and an identity number is missing, so \
             the system will flag them; at least two of telephone, guardian and address differ (not counting \
             what many share), so they are probably different pupils. Adding the number avoids it; otherwise this row has to be proved.",
        ),
    }
}

/// What a handling means at this stage.
fn how(handling: Handling, stage: Stage) -> (&'static str, &'static str) {
    match (handling, stage) {
        (Handling::Delete, Stage::BeforeImport) => (
            "请在导入前从表格中删去，无需上传材料。",
            "Remove it from the sheet before importing; nothing has to be uploaded. ",
        ),
        (Handling::Delete, Stage::AfterImport) => (
            "请选“删除”，无需证明材料。",
            "Choose 删除; no papers are needed. ",
        ),
        (Handling::Change, Stage::BeforeImport) => (
            "请在导入前改正表格，无需上传材料。",
            "Mend the sheet before importing; nothing has to be uploaded. ",
        ),
        (Handling::Change, Stage::AfterImport) => (
            "请选“变更”并上传材料；若不是录入错误，须先到公安部门更正。",
            "Choose 变更 and upload the papers; if it is no typing error, the police correct it first. ",
        ),
        (Handling::Corroborate, Stage::AfterImport) => (
            "请选“佐证”并上传材料。",
            "Choose 佐证 and upload the papers. ",
        ),
        _ => ("", ""),
    }
}
