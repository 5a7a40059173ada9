//! Why something is proposed for a row of the system's list, in both languages.

use super::Advice;

impl Advice {
    /// The reason; nothing where that of the group counts.
    pub fn said(self) -> (&'static str, &'static str) {
        match self {
            Advice::OfGroup => ("", ""),
            Advice::NotInRosters => (
                "给出的名册里没有这名学生：先核实是否在本校就读；已不在本校的删除，在本校的请连同名册一起检查。",
                "The rosters given do not have this pupil: find out whether the pupil attends the school; if not, 删除; if so, check the list together with the roster that has the pupil.",
            ),
            Advice::AnotherRecord => (
                "名册里有这个号码，但学籍号、学校或姓名不同，系统里是另一条学籍：是同一名学生在本校的多余学籍，删除；在别的学校的，先与对方学校核实；是别的学生，按户口簿变更号码。",
                "The rosters have this number with another 学籍号, school or name, so the system has another record: if it is a surplus one of the same pupil here, 删除; if it is another school's, ask that school; if it is another pupil's, 变更 the number from the household register.",
            ),
            Advice::Several => (
                "名册里有几行与这条记录相符，无法确定是哪一行：请先对照名册核实。",
                "Several rows of the rosters agree with this one, and nothing tells which is meant: compare with the rosters first.",
            ),
            Advice::SeveralOfGroup => (
                "名册里同一组的几行都与这条记录相符：先看系统里的这一条是哪一行，再按那一行的建议处理。",
                "Several rows of one group agree with this one: see which row it is in the system, then follow the proposal for that row.",
            ),
            Advice::NumberFits => (
                "号码与本人的出生日期、性别相符，重复的一方不在给出的名册里：对照户口簿，号码无误就佐证；号码填错的，改为变更；已不在本校就读的，删除。",
                "The number goes with birth date and sex of the pupil, and the other party is not in the rosters given: if the household register has this number, 佐证; if it is a slip, 变更; if the pupil has left the school, 删除.",
            ),
            Advice::NumberDoesNotFit => (
                "号码本身有误，或与本人的出生日期、性别不符，应是本校填错：按户口簿改正号码。",
                "The number is wrong by itself, or does not go with birth date and sex of the pupil: correct it from the household register.",
            ),
            Advice::NumberMissing => (
                "名册里这名学生没有居民身份证号，无法判断：先对照户口簿核实系统里的号码。",
                "The roster has no resident number for this pupil: compare the number in the system with the household register first.",
            ),
            Advice::Namesake => (
                "系统里另有姓名、性别、出生日期相同的学生，不在给出的名册里：确是不同学生就佐证；是同一名学生且已不在本校就读，删除。",
                "The system has another pupil with this name, sex and birth date, who is not in the rosters given: if they are two, 佐证; if they are one who has left the school, 删除.",
            ),
            Advice::NumberWrong => (
                "身份证号本身有误，不能佐证，只能变更；学生不在本校就读的，核实后删除。",
                "The number itself is wrong: it cannot be proved (佐证), only corrected (变更); if the pupil does not attend the school, 删除.",
            ),
            Advice::NumberSeemsRight => (
                "系统认为身份证号有误，而名册里的号码校验无误：对照户口簿，系统里的号码不同就变更；相同的，先到公安部门核实。",
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
                "系统给出的问题类型没有识别出来，按原文核实后再选变更、佐证或删除。",
                "What the system says is not understood here: read its own words, then choose 变更, 佐证 or 删除.",
            ),
        }
    }
}
