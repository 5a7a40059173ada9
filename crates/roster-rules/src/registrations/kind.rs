//! What the national system has against a pupil, read from its own words.
//!
//! The words differ from edition to edition and province to province, so they are read by what they
//! name; a text that names nothing known, or two things, is not understood, and is kept as it is.

use roster_model::{Column, Sheet};
use roster_values::text::{is_placeholder, tidy_code};

use super::RowPlace;
use super::stated::{kinds_in, rows_that_say};
use crate::Roster;

/// A title has at most this many characters.
const TITLE_CHARS_MAX: usize = 40;

/// Whether a column of a list of problems is called as one that says how far each is settled.
pub fn is_state_header(header: &str) -> bool {
    const OF: [&str; 6] = ["处理", "办理", "审核", "审批", "流程", "当前"];
    const STATE: [&str; 5] = ["状态", "结果", "情况", "进度", "进展"];
    let header = header.trim();
    let is_state = STATE.iter().any(|it| header.ends_with(it));
    header == "状态" || is_state && OF.iter().any(|it| header.contains(it))
}

/// Whether a text says that there is no problem: 无, 正常, 否, 未发现身份证号重复, 身份证号重复：否.
pub(super) fn denies_problem(text: &str) -> bool {
    const NONE: [&str; 9] = [
        "否", "正常", "良好", "通过", "合格", "一致", "唯一", "OK", "0",
    ];
    const DENIED: [&str; 7] = [
        "不重复",
        "未重复",
        "无重复",
        "没有重复",
        "无问题",
        "没有问题",
        "无异常",
    ];
    let text = tidy_code(text);
    // 无身份证 is a problem.
    let is_none = is_placeholder(&text) && !text.contains('证');
    is_none
        || NONE.contains(&&*text)
        || DENIED.iter().any(|it| text.contains(it))
        // 公安库未发现此人 is a problem.
        || ["未发现", "没有发现"].iter().any(|it| {
            let what = text.strip_prefix(it).unwrap_or_default();
            ["重复", "问题", "异常", "错误"].iter().any(|it| what.contains(it))
        })
        || ["否", "无"].iter().any(|it| {
            let before = text.strip_suffix(it);
            before.is_some_and(|it| it.ends_with([':', '：']))
        })
}

/// What says that a pupil is in the system twice, and not by what the system saw it.
const OF_NOTHING_SAID: [&str; 10] = [
    "疑似重复",
    "重复学籍",
    "学籍重复",
    "一人多籍",
    "跨省重复",
    "省内重复",
    "市内重复",
    "县内重复",
    "校内重复",
    "跨校重复",
];

/// A kind of 问题学籍; of several the first counts, which leaves the least choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// 身份证号错误, 身份证号不存在: nobody has the number.
    WrongNumber,
    /// 身份证号与姓名不匹配: the number is another name's.
    NameMismatch,
    /// 身份证号与出生日期不符: the number is at odds with birth date or sex.
    FieldsMismatch,
    /// 身份证号重复: somebody else has the number.
    SameNumber,
    /// Somebody else has name, sex and birth date, and there is no number to tell them apart.
    SamePupil,
    /// A duplicate, and it is not said of what: the roster shows whether there is a number.
    Duplicate,
    /// Something else, or nothing.
    Unknown,
}

impl ProblemKind {
    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            ProblemKind::SameNumber => "same-number",
            ProblemKind::SamePupil => "same-pupil",
            ProblemKind::WrongNumber => "wrong-number",
            ProblemKind::NameMismatch => "name-mismatch",
            ProblemKind::FieldsMismatch => "fields-mismatch",
            ProblemKind::Duplicate => "duplicate",
            ProblemKind::Unknown => "unknown",
        }
    }

    /// Whether the system takes the number for wrong, which cannot be proved.
    pub(super) fn is_of_number(self) -> bool {
        matches!(
            self,
            ProblemKind::WrongNumber | ProblemKind::NameMismatch | ProblemKind::FieldsMismatch
        )
    }

    /// What it is called in Chinese and in English.
    pub fn title(self) -> (&'static str, &'static str) {
        match self {
            ProblemKind::SameNumber => ("身份证号重复", "identity number in use twice"),
            ProblemKind::SamePupil => (
                "姓名、性别、出生日期重复",
                "name, sex and birth date in use twice",
            ),
            ProblemKind::WrongNumber => ("身份证号错误", "wrong identity number"),
            ProblemKind::NameMismatch => (
                "身份证号与姓名不匹配",
                "identity number and name do not go together",
            ),
            ProblemKind::FieldsMismatch => (
                "身份证号与出生日期或性别不符",
                "identity number at odds with birth date or sex",
            ),
            ProblemKind::Duplicate => ("学籍重复", "in the system twice"),
            ProblemKind::Unknown => ("未识别的类型", "a kind that is not known"),
        }
    }

    /// Every kind that a cell names, the one that counts first; nothing where none is understood.
    pub(super) fn all(text: &str) -> Vec<Self> {
        let mut kinds = Vec::new();
        for part in text.split(['；', ';', '/', '\n']) {
            match ProblemKind::read(part) {
                ProblemKind::Unknown => {
                    kinds.extend(part.split(['、', '，', ',', ' ']).map(ProblemKind::read));
                }
                kind => kinds.push(kind),
            }
        }
        kinds.retain(|it| *it != ProblemKind::Unknown);
        if kinds.is_empty() {
            kinds.extend(Some(ProblemKind::read(text)).filter(|it| *it != ProblemKind::Unknown));
        }
        roster_order::sort(&mut kinds);
        kinds.dedup();
        kinds
    }

    /// Reads the words of the system.
    pub fn read(text: &str) -> Self {
        let text: String = text.chars().filter(|it| !it.is_whitespace()).collect();
        let has = |words: &[&str]| words.iter().any(|it| text.contains(it));
        if denies_problem(&text) {
            return ProblemKind::Unknown;
        }
        // 户籍库中无此号码
        let of_store = has(&["库", "人口", "公安", "户籍"]);
        let number = has(&["身份证", "证件号", "证号", "一号多人", "校验码"])
            || has(&["号码"]) && has(&["库"]);
        let number = number || text.starts_with("号码");
        let without = has(&["无身份证", "无证件", "无证号", "没有身份证"]);
        let is_duplicate = has(&["重复", "重号", "号重", "一号多人"]);
        let same = has(&["相同"]) || has(&["一致"]) && !has(&["不一致"]);
        let failed = has(&["认证", "核验", "比对"]) && has(&["不通过", "未通过", "失败", "不一致"]);
        let of_register = has(&["人口", "公安", "户籍", "身份"]);
        let mismatch = has(&["不匹配", "不一致", "不符", "不相符"]);
        let is_wrong = has(&[
            "不存在",
            "错误",
            "有误",
            "不正确",
            "校验",
            "无效",
            "非法",
            "不合法",
            "查无",
            "无此",
        ]);
        let name = has(&["姓名", "户籍"]);
        let of_birth_or_sex = has(&["出生", "性别"]) && !has(&["姓名"]);
        let triple =
            name && has(&["性别"]) && has(&["出生"]) || has(&["三项", "三要素"]) && is_duplicate;
        match (is_duplicate || same && triple, mismatch, is_wrong) {
            (false, true, _) if number && of_birth_or_sex => ProblemKind::FieldsMismatch,
            // The register of the police has no such person: number or name is another.
            (false, false, _) if of_store && has(&["无此人", "查无人"]) => {
                ProblemKind::NameMismatch
            }
            (false, _, false) if failed && of_register => ProblemKind::NameMismatch,
            (true, false, false) if without || triple && !number => ProblemKind::SamePupil,
            (true, false, false) if triple && has(&["无证", "缺"]) => ProblemKind::SamePupil,
            (true, false, false) if number && !triple => ProblemKind::SameNumber,
            (false, true, _) if name && (number || of_store || text.starts_with("姓名不")) => {
                ProblemKind::NameMismatch
            }
            (false, false, true) if number => ProblemKind::WrongNumber,
            (_, false, false) if !number && !name && has(&OF_NOTHING_SAID) => {
                ProblemKind::Duplicate
            }
            _ => ProblemKind::Unknown,
        }
    }
}

/// The kinds that the list names of each of these rows, and the row whose cells name them.
pub(super) fn kinds_of(rosters: &[Roster], places: &[RowPlace]) -> Vec<(Vec<ProblemKind>, u32)> {
    let mut all = Vec::with_capacity(places.len());
    for of_sheet in places.chunk_by(|a, b| a.0 == b.0) {
        let sheet = &rosters[of_sheet[0].0 as usize].sheet;
        let from = rows_that_say(sheet);
        let titled = match sheet.index_of(Column::ProblemKind) {
            None => {
                let mut titled = titles(sheet).map(kinds_of_title);
                titled.find(|it| !it.is_empty()).unwrap_or_default()
            }
            Some(_) => Vec::new(),
        };
        all.extend(of_sheet.iter().map(|it| {
            let from = from[it.1 as usize];
            let kinds = kinds_in(sheet, from);
            (
                if kinds.is_empty() {
                    titled.clone()
                } else {
                    kinds
                },
                from,
            )
        }));
    }
    all
}

/// The kinds that a title names, of all the rows below; a longer one is a notice.
pub(super) fn kinds_of_title(text: &str) -> Vec<ProblemKind> {
    if text.chars().count() > TITLE_CHARS_MAX {
        return Vec::new();
    }
    ProblemKind::all(text)
}

/// What a sheet is called.
pub(super) fn titles(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let is_title = |it: &&roster_model::HeadRow| sheet.title_rows.contains(&it.row_number);
    let rows = sheet.head.iter().filter(is_title);
    let texts = rows.flat_map(|it| &it.cells).map(|it| it.1.as_str());
    std::iter::once(&*sheet.name).chain(texts)
}

/// What the list says of how far each of these rows is settled, in all columns that say so.
pub(super) fn states(rosters: &[Roster], places: &[RowPlace]) -> Vec<String> {
    let mut all = Vec::with_capacity(places.len());
    for of_sheet in places.chunk_by(|a, b| a.0 == b.0) {
        let columns = &rosters[of_sheet[0].0 as usize].sheet.columns;
        let saying: Vec<_> = columns
            .iter()
            .filter(|it| is_state_header(&it.header))
            .collect();
        all.extend(of_sheet.iter().map(|&(_, row)| {
            let texts = saying
                .iter()
                .map(|it| it.cells.text(it.cells.value(row)).trim());
            let texts: Vec<&str> = texts.filter(|it| !it.is_empty()).collect();
            texts.join("；")
        }));
    }
    all
}
