//! The words of 《问题学籍处理清单》 in each language.

use roster_model::{Case, Handling, Language, Stage};

use crate::settlement::Entry;
use crate::titles::{Titles, titles};

/// Reason and papers for a row whose number is wrong and that is in no group.
pub fn single_row(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Zh => (
            "身份证号本身有误，不能佐证，只能变更；学生不在本校就读的，核实后删除。",
            "户口簿或身份证的扫描件或照片",
        ),
        Language::En => (
            "The number itself is wrong: it cannot be proved (佐证), only corrected (变更); if the pupil does not attend the school, delete the row.",
            "scan or photograph of the household register (户口簿) or the identity card (身份证)",
        ),
    }
}

/// The end of every reason, which a list says once.
pub fn suggestion(language: Language) -> &'static str {
    match language {
        Language::Zh => "系统建议，须由学校核实。",
        Language::En => "This is a suggestion; the school has to confirm it.",
    }
}

/// Whether a column with this header is left to the clerk, or added by one: no list writes into it.
pub fn is_for_the_clerk(header: &str) -> bool {
    ![Language::Zh, Language::En]
        .map(settlement_words)
        .iter()
        .any(|words| {
            // The last two columns of each list are left blank.
            let listed = &words.list_header[..words.list_header.len() - 2];
            let papers = &words.papers_header[..words.papers_header.len() - 2];
            let others = [
                words.unclaimed_header[1],
                words.school_header,
                words.school_name_header,
                words.listed_header,
                words.missing_header,
            ];
            [listed, papers, &others]
                .iter()
                .any(|it| it.contains(&header))
        })
}

/// The words of one language.
pub(crate) struct SettlementWords {
    pub(crate) file_name: &'static str,
    pub(crate) title: &'static str,
    /// Names of the sheets; of letters also what is written where there are none.
    pub(crate) list: &'static str,
    pub(crate) papers: &'static str,
    pub(crate) certificates: (&'static str, &'static str),
    pub(crate) letters: (&'static str, &'static str),
    /// What every list says of itself, before the date.
    pub(crate) proposal: &'static str,
    /// Before the day it was made.
    pub(crate) date: &'static str,
    pub(crate) masked: &'static str,
    pub(crate) shown: &'static str,
    pub(crate) nothing: &'static str,
    /// What is said instead where some sheets were not used, and what the list says of them at its top.
    pub(crate) nothing_used: &'static str,
    pub(crate) not_used: &'static str,
    pub(crate) list_header: [&'static str; 14],
    pub(crate) list_widths: [f64; 14],
    pub(crate) papers_title: &'static str,
    pub(crate) papers_header: [&'static str; 10],
    pub(crate) papers_widths: [f64; 10],
    pub(crate) no_papers: &'static str,
    cases: [&'static str; 11],
    handlings: [&'static str; 5],
    before: [&'static str; 5],
    after: [&'static str; 5],
    /// Household register, certificate, police; to look at, and for the police.
    boxes: [&'static str; 4],
    /// The first two where the papers are there.
    boxes_there: [&'static str; 2],
    pub(crate) two_schools: &'static str,
    /// Where there are several schools.
    pub(crate) school_header: &'static str,
    /// Where there are several schools, known by their names.
    pub(crate) school_name_header: &'static str,
    pub(crate) no_school: &'static str,
    /// The column of what the system's list says.
    pub(crate) listed_header: &'static str,
    pub(crate) missing_header: &'static str,
    missing: [&'static str; 3],
    /// What is said behind it of files that may be another pupil's.
    pub(crate) unsure: &'static str,
    pub(crate) unclaimed: &'static str,
    pub(crate) unclaimed_header: [&'static str; 2],
    pub(crate) all_claimed: &'static str,
}

/// What the rows of a group have in common, by the key of its case.
pub fn case_title(key: &str, language: Language) -> &'static str {
    match language {
        Language::Zh => ZH_CASES[place_of_case(key)],
        Language::En => EN_CASES[place_of_case(key)],
    }
}

/// The last one is of no group.
fn place_of_case(key: &str) -> usize {
    let known = "ABCDEFGHIN";
    known
        .find(key)
        .filter(|_| key.len() == 1)
        .unwrap_or(known.len())
}

impl SettlementWords {
    /// The situation; nothing for a row by itself.
    pub(crate) fn case(&self, case: Option<Case>) -> &'static str {
        self.cases[place_of_case(case.map_or("", Case::key))]
    }

    pub(crate) fn handling(&self, handling: Handling) -> &'static str {
        self.handlings[place_of(handling)]
    }

    /// What to do in the system, or in the sheet before the import.
    pub(crate) fn path(
        &self,
        is_in_two_schools: bool,
        handling: Handling,
        stage: Stage,
    ) -> &'static str {
        if is_in_two_schools && handling == Handling::Review {
            return self.two_schools;
        }
        match stage {
            Stage::BeforeImport => self.before[place_of(handling)],
            Stage::AfterImport => self.after[place_of(handling)],
        }
    }

    /// What to collect: from the family, from the school, from the police. Nothing where no papers are
    /// needed.
    pub(crate) fn boxes(&self, handling: Handling, stage: Stage) -> Option<[&'static str; 3]> {
        let [family, school, to_look_at, police] = self.boxes;
        match (handling, stage) {
            (Handling::Corroborate, _) => Some([family, school, ""]),
            (Handling::Change, Stage::AfterImport) => Some([family, "", police]),
            (Handling::Review, Stage::AfterImport) => Some([to_look_at, "", ""]),
            _ => None,
        }
    }
}

impl SettlementWords {
    /// The boxes with a tick in those whose papers the folder of scans has.
    pub(crate) fn ticked(&self, boxes: [&'static str; 3], entry: &Entry) -> [&'static str; 3] {
        let [family, school, police] = boxes;
        let lacks = entry.lacks;
        let tick = |lacks: bool, asked: &'static str, there: &'static str| {
            let is_there = entry.is_sought && !lacks && !asked.is_empty();
            if is_there { there } else { asked }
        };
        let [family_there, school_there] = self.boxes_there;
        [
            tick(lacks.is_some_and(|it| it.family), family, family_there),
            tick(lacks.is_some_and(|it| it.school), school, school_there),
            police,
        ]
    }

    /// The papers that are missing: of the family, of the school, or both.
    pub(crate) fn missing(&self, family: bool, school: bool) -> &'static str {
        match (family, school) {
            (true, true) => self.missing[2],
            (false, true) => self.missing[1],
            _ => self.missing[0],
        }
    }
}

fn place_of(handling: Handling) -> usize {
    match handling {
        Handling::Keep => 0,
        Handling::Delete => 1,
        Handling::Change => 2,
        Handling::Corroborate => 3,
        Handling::Review => 4,
    }
}

pub(crate) fn settlement_words(language: Language) -> &'static SettlementWords {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}

const LIST_WIDTHS: [f64; 14] = [
    6.0, 16.0, 16.0, 6.0, 12.0, 10.0, 20.0, 20.0, 9.0, 40.0, 22.0, 30.0, 14.0, 10.0,
];
const PAPERS_WIDTHS: [f64; 10] = [14.0, 10.0, 20.0, 6.0, 9.0, 24.0, 16.0, 24.0, 12.0, 12.0];

const ZH_TITLES: Titles = titles(Language::Zh);
const EN_TITLES: Titles = titles(Language::En);

const ZH_CASES: [&str; 11] = [
    "同一名学生填了多次",
    "号码相同，姓名写法不同",
    "号码相同，只与其中一名学生相符",
    "号码相同，姓名不同，与各人都相符",
    "号码相同，与谁都不符",
    "姓名、性别、出生日期相同，号码不同",
    "姓名、性别、出生日期相同，缺身份证号",
    "姓名和号码相同，性别或出生日期不同",
    "同一名学生在不止一所学校",
    "写法相近，疑似同一名学生",
    "单条：身份证号有误",
];

const EN_CASES: [&str; 11] = [
    "one pupil entered more than once",
    "one number, names spelt otherwise",
    "one number, which fits one of the pupils",
    "one number, different names, which fits all of them",
    "one number, which fits none of them",
    "one name, sex and birth date, different numbers",
    "one name, sex and birth date, a number missing",
    "one name and number, sex or birth date differ",
    "one pupil in two schools",
    "nearly the same, perhaps one pupil",
    "a single row: the number is wrong",
];

static ZH: SettlementWords = SettlementWords {
    file_name: "问题学籍处理清单",
    title: ZH_TITLES.list,
    list: "处理清单",
    papers: "材料清单",
    certificates: (ZH_TITLES.certificates, "没有需要佐证的学生。"),
    letters: (
        ZH_TITLES.letters,
        "没有学生同时在几所学校的名单里，不用发函。",
    ),
    proposal: "系统建议，须由学校核实。“系统建议”是本工具（学籍自查）的建议，不是学籍系统的。",
    date: "检查日期",
    masked: "姓名、证件号等已遮住一部分。",
    shown: "含有完整的姓名、证件号，请妥善保管。",
    nothing: "没有发现重复或疑似重复的学生。",
    nothing_used: "用上的名单里没有发现重复或疑似重复的学生。",
    not_used: "有的表没有用上，见本表末尾。",
    list_header: [
        "组",
        "情形",
        "文件",
        "行",
        "班级",
        "姓名",
        "证件号",
        "学籍号",
        "建议处理",
        "理由",
        "所需材料",
        "系统操作路径",
        "核实结果",
        "经办人",
    ],
    list_widths: LIST_WIDTHS,
    papers_title: ZH_TITLES.papers,
    papers_header: [
        "班级",
        "姓名",
        "学籍号",
        "组",
        "建议处理",
        "家庭材料（扫描件或照片）",
        "学校材料",
        "其他",
        "收齐日期",
        "经办人",
    ],
    papers_widths: PAPERS_WIDTHS,
    no_papers: "没有需要收材料的学生。",
    cases: ZH_CASES,
    handlings: ["保留", "删除", "变更", "佐证", "待核实"],
    before: [
        "表格中这一行不动",
        "从表格中删去这一行，再导入",
        "在表格中改正，再导入",
        "补上身份证号再导入；补不了的，导入后佐证",
        "先对照户口簿核实，再改正或删去",
    ],
    after: [
        "无需操作",
        "问题学籍处理列表 → 选中这条记录 → 删除",
        "问题学籍处理列表 → 选中这条记录 → 变更 → 修改正确 → 上传变更材料 → 保存",
        "问题学籍处理列表 → 选中这条记录 → 佐证 → 上传佐证材料 → 保存",
        "先按“理由”一栏核实；系统里确有问题的，再到问题学籍处理列表选变更、佐证或删除",
    ],
    boxes: [
        "□ 户口簿　□ 身份证（任选一样）",
        "□ 学校证明",
        "□ 户口簿或身份证（核实用）",
        "□ 已到公安部门更正（不是录入错误时）",
    ],
    boxes_there: ["☑ 户口簿或身份证", "☑ 学校证明"],
    two_schools: "先与对方学校核实学生在哪里就读（见“致对方学校的函”），离校的一方删除",
    school_header: "学校标识码",
    school_name_header: "学校",
    no_school: "（空）",
    listed_header: "系统列出的问题",
    missing_header: "缺少的材料",
    missing: ["户口簿或身份证", "学校证明", "户口簿或身份证、学校证明"],
    unsure: "（有文件分不清是谁的，见“没有对上学生的扫描件”）",
    unclaimed: ZH_TITLES.unclaimed,
    unclaimed_header: ["文件", "字节数"],
    all_claimed: "扫描件都对上了清单里的学生。",
};

static EN: SettlementWords = SettlementWords {
    file_name: "settlement",
    title: EN_TITLES.list,
    list: "To settle",
    papers: "Papers",
    certificates: (EN_TITLES.certificates, "No pupil has to be proved (佐证)."),
    letters: (EN_TITLES.letters, "No pupil is in several schools."),
    proposal: "Suggestions only; the school has to confirm each of them (系统建议，须由学校核实). They are this tool's, not the registration system's. ",
    date: "Date",
    masked: "Names and numbers are partly masked.",
    shown: "Names and numbers are in full; keep it safe.",
    nothing: "No pupil is a duplicate or looks like one.",
    nothing_used: "In what was used no pupil is a duplicate or looks like one.",
    not_used: "Some sheets were not used; see the end of this one.",
    list_header: [
        "group",
        "situation",
        "file",
        "row",
        "class",
        "name",
        "number",
        "student number",
        "handling",
        "why",
        "papers",
        "where in the system",
        "checked",
        "by",
    ],
    list_widths: LIST_WIDTHS,
    papers_title: EN_TITLES.papers,
    papers_header: [
        "class",
        "name",
        "student number",
        "group",
        "handling",
        "from the family (scan or photograph)",
        "from the school",
        "other",
        "complete on",
        "by",
    ],
    papers_widths: PAPERS_WIDTHS,
    no_papers: "No papers have to be collected.",
    cases: EN_CASES,
    handlings: [
        "keep",
        "delete (删除)",
        "change (变更)",
        "prove (佐证)",
        "review",
    ],
    before: [
        "leave the row as it is",
        "remove the row from the sheet, then import",
        "correct the sheet, then import",
        "add the identity number, then import; where there is none, 佐证 after the import",
        "compare with the household register, then correct or remove",
    ],
    after: [
        "nothing to do",
        "问题学籍处理列表 → the record → 删除",
        "问题学籍处理列表 → the record → 变更 → correct it → upload the papers → 保存",
        "问题学籍处理列表 → the record → 佐证 → upload the papers → 保存",
        "first verify as “why” says; what is wrong in the system then takes 变更, 佐证 or 删除 in 问题学籍处理列表",
    ],
    boxes: [
        "□ 户口簿　□ 身份证 (one of them)",
        "□ 学校证明",
        "□ 户口簿 or 身份证 (to compare)",
        "□ corrected by the police (if no typing error)",
    ],
    boxes_there: ["☑ 户口簿 or 身份证", "☑ 学校证明"],
    two_schools: "ask the other school where the pupil is (see Letters); the school the pupil has left deletes",
    school_header: "school (学校标识码)",
    school_name_header: "school",
    no_school: "(none)",
    listed_header: "what the system says",
    missing_header: "missing papers",
    missing: ["户口簿 or 身份证", "学校证明", "户口簿 or 身份证, 学校证明"],
    unsure: " (of some files nobody can tell whose they are; see Other scans)",
    unclaimed: EN_TITLES.unclaimed,
    unclaimed_header: ["file", "bytes"],
    all_claimed: "Every scan belongs to a pupil on the list.",
};
