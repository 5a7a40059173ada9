//! Why something is proposed for a row of the system's list, in both languages.

use roster_model::{Column, SourceFile};

use super::{Advice, ProblemKind, Registration};
use crate::Roster;

/// What a reader may see of the text of a column.
type Show<'a> = dyn Fn(Column, &str) -> String + 'a;

impl Registration {
    /// The reason, with what differs and the rows it speaks of; nothing where that of the group counts.
    /// Values are in it as `show` shows them, and not without it.
    pub fn said(
        &self,
        rosters: &[Roster],
        files: &[SourceFile],
        show: Option<&Show<'_>>,
    ) -> (String, String) {
        let (mut zh, mut en) = self.said_above(rosters);
        let rows = self.named.iter().map(|&(sheet, row)| {
            let sheet = &rosters[sheet as usize].sheet;
            let name = &files[sheet.file as usize].name;
            (name, sheet.row_numbers[row as usize])
        });
        for (at, (file, row)) in rows.enumerate() {
            let then = if at > 0 { ["、", ", "] } else { ["", ""] };
            zh.push_str(&format!("{}{file}第{row}行", then[0]));
            en.push_str(&format!("{}{file} row {row}", then[1]));
        }
        let is_another = self.advice == Advice::AnotherRecord;
        if is_another {
            zh.push_str("有这个号码，但");
            en.push_str(" has this number, with another ");
            if self.differs.is_empty() {
                zh.push_str("学籍号、学校、姓名或出生日期不同；");
                en.push_str("学籍号, school, name or birth date; ");
            }
        }
        if is_another || matches!(self.advice, Advice::Differs | Advice::DiffersUnsure) {
            let other = self.named.first().filter(|_| is_another);
            let other = other.copied().unwrap_or_else(|| self.subject());
            for &column in &self.differs {
                let mut info = (column.info().zh, column.info().en);
                if column == Column::SchoolCode {
                    info = ("学校", "school");
                }
                let texts = [self.lead, other].map(|(sheet, row)| {
                    let roster = &rosters[sheet as usize];
                    let text = match column {
                        Column::SchoolCode => roster.sheet.school_text(row),
                        _ => roster.text(column, row).trim(),
                    };
                    show.map(|it| it(column, text))
                });
                if let [Some(system), Some(roster)] = texts {
                    zh.push_str(&format!(
                        "{}：学籍系统里是{system}，名册里是{roster}；",
                        info.0
                    ));
                    en.push_str(&format!(
                        "{}: {system} in the system, {roster} in the roster; ",
                        info.1
                    ));
                } else {
                    zh.push_str(&format!("{}与学籍系统里的不同；", info.0));
                    en.push_str(&format!("{} differs from the system; ", info.1));
                }
            }
        }
        let (rest_zh, rest_en) = self.advice.said();
        (zh + rest_zh, en + rest_en)
    }
}

impl Registration {
    /// That its problem is written in another row of the list; nothing where it is written in its own.
    pub fn said_above(&self, rosters: &[Roster]) -> (String, String) {
        let (sheet, row) = self.place;
        if self.stated == row || self.kind == ProblemKind::Unknown {
            return Default::default();
        }
        let row = rosters[sheet as usize].sheet.row_numbers[self.stated as usize];
        (
            format!("问题类型这一格是空的，按名单第{row}行的算；"),
            format!("What the problem is stands in row {row} of the list alone; "),
        )
    }
}

impl Advice {
    /// The reason without its rows and values.
    fn said(self) -> (&'static str, &'static str) {
        match self {
            Advice::NotInRosters => (
                "一起检查的名册里没有这名学生：先核实是否在本校就读；已不在本校的删除，在本校的请连同名册一起检查。",
                "The rosters given do not have this pupil: find out whether the pupil attends the school; if not, 删除; if so, check the list together with the roster that has the pupil.",
            ),
            Advice::NoRosters => (
                "没有放入名册，对照不了：请把名册也一起检查；已不在本校就读的删除。",
                "No roster was given to compare with: check the list together with the roster; 删除 a pupil who has left the school.",
            ),
            Advice::NamesakeInRosters => (
                "有同名学生，号码、出生日期、性别或学校与这条记录不同：先对照户口簿。是同一名学生的，名册无误就变更；不是的，核实是否在本校就读。",
                " has the name, with another number, birth date, sex or school: compare with the household register first. If it is this pupil and the roster is right, 变更; if not, find out whether the pupil attends the school.",
            ),
            Advice::NamesakeUntold => (
                "姓名与这条记录相同，或与没有遮住的部分相同；这条记录里能对照的太少（没有出生日期，号码没有或只有一部分），无法确定是不是同一名学生：先在学籍系统里查看完整的号码，再与名册核对；不是的，核实是否在本校就读。",
                " has the name, or what is shown of it; too little of this record can be compared (no birth date, and no number or a part of one) to tell whether it is this pupil: see the whole number in the system and compare it with the roster; if it is another, find out whether the pupil attends the school.",
            ),
            Advice::Differs => (
                "对照户口簿，名册无误就按名册变更，不能佐证；学籍系统无误的，改正名册。",
                "compare with the household register: if the roster is right, 变更 to what it has, no 佐证; if the system is right, correct the roster.",
            ),
            Advice::DiffersUnsure => (
                "名册的也未必正确：先对照户口簿核实，再变更或改正名册。",
                "the roster may be wrong too: compare with the household register first, then 变更 or correct the roster.",
            ),
            Advice::Settled => (
                "名单的处理状态说已经处理：不必再办。",
                "The list says that it is settled: nothing to do.",
            ),
            Advice::HandedIn => (
                "名单的处理状态说已经提交，正在等审核：先不用再办，退回的再按审核意见办理；实际还没有提交过的，仍要处理。",
                "The list says that it was handed in and waits to be looked at: nothing to do unless it comes back; what was in truth never handed in is still to be settled.",
            ),
            Advice::Several => (
                "都与这条记录相符，无法确定是哪一行：请先对照名册核实。",
                " agree with this record, and nothing tells which is meant: compare with the rosters first.",
            ),
            Advice::SeveralOfGroup | Advice::OnlyOfGroup => (
                "名册里同一组的几行都与这条记录相符：先在学籍系统里查看有几条学籍。只有这一条的，不能删除，名册里只留一行；有几条的，看每一条是哪一行，再按那一行的建议处理。",
                "Several rows of one group agree with this one: see how many records the system has. If this is the only one, do not take 删除, and keep one row of the roster; if there are several, see which row each is, then follow the proposal for that row.",
            ),
            Advice::NumberFits => (
                "号码与本人的出生日期、性别相符，重复的一方不在一起检查的名册里：对照户口簿，号码无误就佐证；号码填错的，改为变更；已不在本校就读的，删除。",
                "The number goes with birth date and sex of the pupil, and the other party is not in the rosters given: if the household register has this number, 佐证; if it is a slip, 变更; if the pupil has left the school, 删除.",
            ),
            Advice::FieldsFit => (
                "学籍系统认为身份证号与出生日期或性别不符，而名册里三者相符：对照户口簿，学籍系统里哪一项填错就变更哪一项。",
                "The system finds the number at odds with birth date or sex, and in the roster they go together: compare the system with the household register, and 变更 whichever of them is wrong.",
            ),
            Advice::FieldsDoNotFit => (
                "名册里的身份证号本身有误，或与出生日期、性别也不相符：对照户口簿，号码、出生日期、性别哪一项填错就变更哪一项。",
                "In the roster, too, the number is wrong by itself or at odds with birth date or sex: compare with the household register, and 变更 whichever of them is wrong.",
            ),
            Advice::NumberDoesNotFit => (
                "号码本身有误，或与本人的出生日期、性别不符，应是本校填错：按户口簿改正号码。",
                "The number is wrong by itself, or does not go with birth date and sex of the pupil: correct it from the household register.",
            ),
            Advice::NumberMissing => (
                "名册里这名学生没有居民身份证号，无法判断：先对照户口簿核实学籍系统里的号码。",
                "The roster has no resident number for this pupil: compare the number in the system with the household register first.",
            ),
            Advice::Namesake => (
                "学籍系统里另有姓名、性别、出生日期相同的学生：确是不同学生就佐证；是同一名学生且已不在本校就读，删除。",
                "The system has another pupil with this name, sex and birth date: if they are two, 佐证; if they are one who has left the school, 删除.",
            ),
            Advice::NumberWrong => (
                "身份证号本身有误，不能佐证，只能变更；学生不在本校就读的，核实后删除。",
                "The number itself is wrong: it cannot be proved (佐证), only corrected (变更); if the pupil does not attend the school, 删除.",
            ),
            Advice::NumberSeemsRight => (
                "学籍系统认为身份证号有误，而名册里的号码校验无误：对照户口簿，学籍系统里的号码不同就变更；相同的，先到公安部门核实。",
                "The system takes the number for wrong, while that of the roster is right by itself: if the household register has another than the system, 变更; if it has the same, ask the police first.",
            ),
            Advice::NameMismatch => (
                "身份证号与姓名对不上：对照户口簿核对姓名（同音字、生僻字）和号码，填错的变更；都与户口簿一致的，先到公安部门核实，有的地方可以佐证。",
                "Number and name do not go together: compare both with the household register (homophones, rare characters); 变更 what is wrong; if both are right, ask the police first; some places accept 佐证.",
            ),
            Advice::NameMismatchProvable => (
                "身份证号与姓名对不上：对照户口簿核对姓名（同音字、生僻字）和号码，填错的变更；都与户口簿一致、家庭材料也一致的，可以佐证。",
                "Number and name do not go together: compare both with the household register (homophones, rare characters); 变更 what is wrong; where both are right and the family's papers agree, 佐证.",
            ),
            Advice::NotUnderstood => (
                "名单没有写问题类型，或写的没有识别出来：在学籍系统里核实后再选变更、佐证或删除。",
                "The list does not say what is wrong, or not so that it is understood here: look it up in the system, then choose 变更, 佐证 or 删除.",
            ),
            _ => self.said_of_other_rows(),
        }
    }

    /// What is said where the reason begins with other rows; nothing where that of the group counts.
    fn said_of_other_rows(self) -> (&'static str, &'static str) {
        match self {
            Advice::KeptOfTwo => (
                "是同一名学生的另一条学籍：删除后，保留的这一条仍须佐证；要保留另一条的，删除这一条。",
                " is another record of this pupil: once it is deleted, this one still needs 佐证; to keep the other one, 删除 this.",
            ),
            Advice::Surplus => (
                "是同一名学生的学籍，学籍号与名册或身份证号一致，保留那一条；本条多余，核实后删除。",
                " is a record of this pupil, whose 学籍号 is that of the roster or made of the number, and is kept: this one is surplus, 删除 it once that is confirmed.",
            ),
            Advice::UnsureOfTwo => (
                "与这一条像是同一名学生的不同学籍：先核实哪一条在用，在用的佐证或变更，多余的删除；只是名单里列了两次的，按一条处理；是别的学生的，改正号码。",
                " looks like another record of this pupil: see which is in use, which takes 佐证 or 变更, and 删除 the other; if the list only has it twice, it is one; if it is another pupil, correct the number.",
            ),
            Advice::UnsureOfName => (
                "的号码与这一条相同，姓名只差一点：对照户口簿，是同一名学生的，先核实哪一条在用，在用的佐证或变更，多余的删除；是两名学生的，号码填错的变更。",
                " has this number, and a name that is nearly this one: compare with the household register. Of one pupil see which is in use, which takes 佐证 or 变更, and 删除 the other; of two, 变更 the number that is wrong.",
            ),
            Advice::TwoSchools => (
                "是同一名学生在另一所学校的学籍：先与对方学校核实在哪里就读，离校的一方删除，在读的一方佐证。",
                " is the record of this pupil at another school: ask that school where the pupil is; the school the pupil has left takes 删除, the other 佐证.",
            ),
            Advice::NumberOfAnother => (
                "是另一名学生，号码与这一条相同；这个号码与本条的出生日期或性别不符，应是本条填错：按户口簿变更号码；学生不在本校就读的，先与对方学校核实。",
                " is another pupil with this number, which does not go with birth date or sex of this record, so that the slip is likely here: 变更 the number from the household register; if the pupil does not attend the school, ask the other school first.",
            ),
            Advice::AnotherRecord => (
                "先在学籍系统里查看这个号码有几条学籍，再对照户口簿。只有这一条的，不能删除，填错的变更；同一名学生在本校有两条的，删除多余的一条；另一条在别的学校的，先与对方学校核实；是别的学生，按户口簿变更号码。",
                "see in the system how many records have this number, and compare with the household register. If this is the only one, do not take 删除, and 变更 what is wrong; if one pupil has two here, 删除 the surplus one; if the other is another school's, ask that school; if it is another pupil's, 变更 the number from the household register.",
            ),
            Advice::AnotherNamesake => (
                "有姓名、性别、出生日期都相同的学生，但学籍号或学校不同，学籍系统里是另一条学籍：先与对方核实；是同一名学生的，离校的一方删除；是不同学生的，佐证。",
                " is a pupil of this name, sex and birth date with another 学籍号 or school, so the system has another record: ask the other side first; of one pupil, the school that the pupil has left takes 删除; of two, 佐证.",
            ),
            Advice::OtherPartyHere => (
                "是学籍系统里重复的一方，名册里那一行不是这个号码；本条的号码与本人的出生日期、性别相符：对照户口簿，本条号码无误就佐证，对方按名册变更；本条号码填错的，改为变更。",
                " is the other party, and has not this number in the roster; here the number goes with birth date and sex of the pupil: compare with the household register. If this number is right, 佐证, and the other party takes 变更 to what the roster has; if it is a slip, 变更.",
            ),
            _ => ("", ""),
        }
    }
}
