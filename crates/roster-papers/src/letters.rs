//! The papers that the school signs: the certificate for a pupil who is to be proved, and the letter to
//! the other school about a pupil in two. What is not known is left blank to be written in.

use std::collections::BTreeSet;

use roster_model::{Case, Handling, RowPlace, Stage};
use roster_write::Paper;

use crate::settlement::{Entry, OtherParty, Pupil, Settlement, is_school_name};

/// A line to write on.
const BLANK: &str = "＿＿＿＿＿＿＿＿";
/// A blank for the name of a school.
const NAME_BLANK: &str = "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿";
/// Han characters in a line of a page.
const LINE: usize = 40;
/// Height of a line, in points.
const LINE_HEIGHT: f64 = 20.0;

/// A paragraph of a page.
pub(crate) struct Paragraph {
    pub(crate) text: String,
    pub(crate) paper: Paper,
}

impl Paragraph {
    fn new(text: impl Into<String>) -> Self {
        Paragraph {
            text: text.into(),
            paper: Paper::Wrapped,
        }
    }

    fn title(text: &str) -> Self {
        Paragraph {
            text: text.to_owned(),
            paper: Paper::Title,
        }
    }

    /// Points it needs on a page; nothing for a row between two paragraphs.
    pub(crate) fn height(&self) -> Option<f64> {
        let lines = self.text.chars().count().div_ceil(LINE).min(18) as u32;
        match self.paper {
            Paper::Title => Some(2.0 * LINE_HEIGHT),
            _ if lines == 0 => None,
            _ => Some(f64::from(lines) * LINE_HEIGHT),
        }
    }
}

/// A certificate for each pupil who is to be proved, by school; a row has one.
pub(crate) fn certificates(settlement: &Settlement) -> impl Iterator<Item = Vec<Paragraph>> {
    let mut seen = std::collections::BTreeSet::new();
    let schools = settlement.schools().into_iter();
    let entries = schools.flat_map(|it| it.entries);
    let proved = entries.filter(|it| it.handling == Handling::Corroborate);
    let proved = proved.filter(move |it| seen.insert(it.place));
    proved.map(|it| certificate(&it.pupil, reason(it)))
}

fn certificate(pupil: &Pupil, reason: &str) -> Vec<Paragraph> {
    let mut page = vec![
        Paragraph::title("学籍信息证明"),
        Paragraph::new(""),
        Paragraph::new(format!(
            "　　兹证明学生{}，性别{}，出生日期{}，身份证件号{}，学籍号{}，现为我校{}。",
            or_blank(&pupil.name),
            or_blank(&pupil.sex),
            or_blank(&pupil.birth),
            or_blank(&pupil.number),
            or_blank(&pupil.student_number),
            attending(pupil),
        )),
        Paragraph::new(format!("　　{reason}")),
        Paragraph::new("　　特此证明。"),
        Paragraph::new(""),
    ];
    page.extend(signature(pupil));
    page
}

/// The class as one says it, and its code: many rosters have a number alone.
fn class_and_code(pupil: &Pupil) -> (String, &str) {
    let class = pupil.class.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &pupil.class[class.len()..];
    match number.len() {
        0 => (or_blank(class).to_owned(), ""),
        1..=3 => (format!("{class}{number}班"), ""),
        // 2023030101 is no class that anybody calls so.
        _ => (class.trim_end().to_owned(), number),
    }
}

/// The class, told to the other school.
fn class(pupil: &Pupil) -> String {
    match class_and_code(pupil) {
        (class, "") => class,
        (class, code) => format!("{class}班号{code}"),
    }
}

/// What the pupil is in the school.
fn attending(pupil: &Pupil) -> String {
    match class_and_code(pupil) {
        (class, "") => format!("{class}学生"),
        (class, code) => format!("{class}学生（班号{code}）"),
    }
}

/// Why the pupil is a problem registration, and that the row is right. Nobody is asked for it before the import.
fn reason(entry: &Entry) -> &'static str {
    match entry.case {
        Some(Case::G) if !entry.beside_surplus => {
            "该生学籍因姓名、性别、出生日期与其他学生相同，被列为问题学籍。经核实，确是不同的学生，该生学籍信息真实无误。"
        }
        Some(_) if entry.beside_surplus => {
            "该生学籍因重复导入，被列为问题学籍。多余的学籍由学校删除，保留的这一条学籍信息真实无误。"
        }
        _ => {
            "该生学籍因身份证件号与其他学籍重复，被列为问题学籍。经核对户口簿（身份证），上述证件号为该生本人所有，学籍信息真实无误。"
        }
    }
}

/// Where a roster has the other party, so that a letter goes by its row.
struct Written<'s> {
    groups: BTreeSet<&'s str>,
    places: BTreeSet<RowPlace>,
}

impl<'s> Written<'s> {
    fn of(settlement: &'s Settlement) -> Self {
        let entries = settlement.entries.iter();
        let entries: Vec<&Entry> = entries.filter(|it| !it.others.is_empty()).collect();
        Written {
            groups: entries.iter().map(|it| it.group.as_str()).collect(),
            places: entries.iter().map(|it| it.place).collect(),
        }
    }

    fn has(&self, entry: &Entry) -> bool {
        let is_of_group = !entry.group.is_empty() && self.groups.contains(entry.group.as_str());
        is_of_group || self.places.contains(&entry.place)
    }
}

/// For each pupil in several schools a letter to each of them from each other one, by the school it goes to.
pub(crate) fn letters(settlement: &Settlement) -> impl Iterator<Item = Vec<Paragraph>> {
    let schools = settlement.schools().into_iter();
    let entries = schools.flat_map(|it| it.entries);
    let written = Written::of(settlement);
    entries.flat_map(move |entry| letters_about(settlement, entry, &written).collect::<Vec<_>>())
}

/// The letters about a group as plain text, each with the row of the pupil whose school it goes to.
pub fn letters_of(settlement: &Settlement, group: &str) -> Vec<(u32, String)> {
    let entries = settlement.entries.iter().filter(|it| it.group == group);
    let written = Written::of(settlement);
    let pages =
        entries.flat_map(|it| letters_about(settlement, it, &written).map(move |page| (it, page)));
    pages
        .map(|(entry, page)| {
            let lines: Vec<String> = page.into_iter().map(|it| it.text).collect();
            (entry.row, lines.join("\n"))
        })
        .collect()
}

/// Letters to the school of the entry, one from each other school. Rows that are surplus in their own school
/// are no matter between schools.
fn letters_about<'s>(
    settlement: &'s Settlement,
    entry: &'s Entry,
    written: &Written<'_>,
) -> impl Iterator<Item = Vec<Paragraph>> {
    let others = entry.others.iter();
    let others = others.filter_map(|&it| settlement.entries.get(it as usize));
    let others = others.filter(|it| {
        [*it, entry]
            .iter()
            .all(|it| it.handling != Handling::Delete)
    });
    let mut seen = vec![entry.pupil.school.as_str()];
    let from = others.filter(move |it| {
        let is_new = !seen.contains(&it.pupil.school.as_str());
        seen.push(&it.pupil.school);
        is_new
    });
    let from = from.map(|it| letter(entry, &it.pupil, settlement.stage_of(entry)));
    let listed = entry.other.as_ref().filter(|_| !written.has(entry));
    from.chain(listed.map(|it| letter_about_listed(&entry.pupil, it)))
}

/// A letter to a school of which only the system's list says that it has the pupil.
fn letter_about_listed(pupil: &Pupil, other: &OtherParty) -> Vec<Paragraph> {
    let told = [("姓名", &other.name), ("学籍号", &other.student_number)];
    let told = told.iter().filter(|it| !it.1.is_empty());
    let told: Vec<String> = told.map(|it| format!("{}{}", it.0, it.1)).collect();
    let told = match &told[..] {
        [] => String::new(),
        told => format!("（{}）", told.join("，")),
    };
    let lines = [
        format!(
            "　　学生{}，性别{}，出生日期{}，{}，在我校（{}，{}）的学籍名单中。学籍系统的问题学籍名单说，该生的学籍与贵校的一条学籍{told}重复。",
            or_blank(&pupil.name),
            or_blank(&pupil.sex),
            or_blank(&pupil.birth),
            numbers(pupil),
            own_school(pupil),
            class(pupil),
        ),
        "　　请贵校核实该生现在是否在贵校就读。是同一名学生而已不在贵校就读的，请在系统的“问题学籍处理列表”中选中这条记录，办理“删除”（无需证明材料）；仍在贵校就读的，请函告我校，由我校删除。不是同一名学生的，请对照户口簿核对贵校学生的姓名和身份证件号。".to_owned(),
        "　　请复函：　□ 该生仍在我校就读　　□ 该生已不在我校就读，学籍已删除　　□ 不是同一名学生，信息已核对".to_owned(),
    ];
    letter_page(&other.school, lines, pupil)
}

/// A letter from the school of a pupil: to whom, what is told and asked, and who signs.
fn letter_page(to: &str, lines: [String; 3], from: &Pupil) -> Vec<Paragraph> {
    let mut page = vec![
        Paragraph::title("关于核实学生学籍的函"),
        Paragraph::new(""),
        Paragraph::new(format!("{to}：")),
    ];
    page.extend(lines.map(Paragraph::new));
    page.push(Paragraph::new(""));
    page.extend(signature(from));
    page
}

/// The school by name and, where only that is known, by code.
fn own_school(pupil: &Pupil) -> String {
    match pupil.school_name() {
        "" => format!("学校标识码{}", or_blank(&pupil.school)),
        name => name.to_owned(),
    }
}

/// A letter to the school of an entry about the pupil whom another school has as `from`.
fn letter(entry: &Entry, from: &Pupil, stage: Stage) -> Vec<Paragraph> {
    let (to, row) = (&entry.pupil, entry.row);
    // A slip in the name or the number does not make two pupils, but both schools are to see it.
    let own = [
        ("姓名", &from.name, &to.name),
        ("身份证件号", &from.number, &to.number),
        ("学籍号", &from.student_number, &to.student_number),
    ];
    let own = own.iter().filter(|it| !it.1.is_empty() && it.1 != it.2);
    let own: Vec<String> = own.map(|it| format!("{}是{}", it.0, it.1)).collect();
    let own = match &own[..] {
        [] => String::new(),
        own => format!("我校名单中的{}。", own.join("，")),
    };
    // Two pupils who look like one stay where they are, so the letter asks that first.
    let [may_be, ask, if_one, two, box_of_two] = if entry.is_one {
        [""; 5]
    } else {
        [
            "，可能是同一人",
            "是不是同一名学生，",
            "是同一名学生的：",
            "不是同一名学生的，两校各自保留，请对照户口簿核对贵校学生的姓名和身份证件号。",
            "　　□ 不是同一名学生，信息已核对",
        ]
    };
    let (what_to_do, done) = match stage {
        Stage::BeforeImport => (
            "已不在贵校就读的，请在导入前从名单中删去；仍在贵校就读的，请函告我校，由我校删去。",
            "已从名单中删去",
        ),
        Stage::AfterImport => (
            "已不在贵校就读的，请在系统的“问题学籍处理列表”中选中这条记录，办理“删除”（无需证明材料）；仍在贵校就读的，请函告我校，由我校删除。仍在读一方的学籍已经导入的，须上传户口簿或身份证和学校证明办理“佐证”。",
            "学籍已删除",
        ),
    };
    let own_school = own_school(from);
    let other_school = match (to.school_name(), to.school_code()) {
        ("", code) => format!("{NAME_BLANK}（学校标识码{}）", or_blank(code)),
        (name, "") => name.to_owned(),
        (name, code) => format!("{name}（学校标识码{code}）"),
    };
    let lines = [
        format!(
            "　　学生{}，性别{}，出生日期{}，{}，在贵校（{}，“{}”第{row}行）和我校（{own_school}，{}）的学籍名单中都有{may_be}。{own}",
            or_blank(&to.name),
            or_blank(&to.sex),
            or_blank(&to.birth),
            numbers(to),
            class(to),
            entry.file,
            class(from),
        ),
        format!("　　请贵校核实{ask}该生现在是否在贵校就读。{if_one}{what_to_do}{two}"),
        format!("　　请复函：　□ 该生仍在我校就读　　□ 该生已不在我校就读，{done}{box_of_two}"),
    ];
    letter_page(&other_school, lines, from)
}

impl Pupil {
    /// The name of the school; empty where only a code is known.
    fn school_name(&self) -> &str {
        if is_school_name(&self.school) {
            &self.school
        } else {
            &self.school_name
        }
    }

    /// The code of the school; empty where only a name is known.
    fn school_code(&self) -> &str {
        if is_school_name(&self.school) {
            ""
        } else {
            &self.school
        }
    }
}

/// The numbers that tell who it is; a blank where there are none.
fn numbers(pupil: &Pupil) -> String {
    let known = [
        ("身份证件号", &pupil.number),
        ("学籍号", &pupil.student_number),
    ];
    let known = known.iter().filter(|it| !it.1.is_empty());
    let known: Vec<String> = known.map(|it| format!("{}{}", it.0, it.1)).collect();
    match &known[..] {
        [] => format!("身份证件号{BLANK}"),
        known => known.join("，"),
    }
}

fn signature(pupil: &Pupil) -> [Paragraph; 3] {
    let name = match pupil.school_name() {
        "" => NAME_BLANK,
        name => name,
    };
    let code = or_blank(pupil.school_code());
    [
        Paragraph::new(format!("学校（公章）：{name}　学校标识码：{code}")),
        Paragraph::new(format!("经办人：{BLANK}　联系电话：{BLANK}")),
        Paragraph::new("日期：＿＿＿＿年＿＿月＿＿日"),
    ]
}

fn or_blank(text: &str) -> &str {
    if text.is_empty() { BLANK } else { text }
}
