//! The papers that the school signs: the certificate for a pupil who is to be proved, and the letter to
//! the other school about a pupil in two. What is not known is left blank to be written in.

use roster_model::Case;
use roster_write::Paper;

use super::entries::{Entry, Pupil};
use super::needs_certificate;
use crate::describe::Describe;

/// A line to write on.
const BLANK: &str = "＿＿＿＿＿＿＿＿";
/// What every page says of itself.
const FOOT: &str = "（本页根据名单自动生成，是系统建议，须由学校核实无误后盖章。）";
/// Han characters in a line of a page.
const LINE: usize = 40;
/// Height of a line, in points.
const LINE_HEIGHT: f64 = 20.0;

/// A paragraph of a page.
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) paper: Paper,
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
    pub(super) fn height(&self) -> Option<f64> {
        let lines = self.text.chars().count().div_ceil(LINE).min(18) as u32;
        match self.paper {
            Paper::Title => Some(2.0 * LINE_HEIGHT),
            _ if lines == 0 => None,
            _ => Some(f64::from(lines) * LINE_HEIGHT),
        }
    }
}

/// A certificate for each pupil who is to be proved; a row has one.
pub(super) fn certificates(
    describe: &Describe<'_>,
    entries: &[Entry],
) -> impl Iterator<Item = Vec<Paragraph>> {
    let mut seen = std::collections::BTreeSet::new();
    let proved = entries.iter().filter(|it| needs_certificate(it.handling));
    let proved = proved.filter(move |it| seen.insert(it.place));
    proved.map(|it| certificate(&describe.pupil(it.place), it))
}

fn certificate(pupil: &Pupil, entry: &Entry) -> Vec<Paragraph> {
    let mut page = vec![
        Paragraph::title("学籍信息证明"),
        Paragraph::new(""),
        Paragraph::new(format!(
            "　　兹证明学生{}，性别{}，出生日期{}，身份证件号{}，学籍号{}，现为我校{}学生。",
            or_blank(&pupil.name),
            or_blank(&pupil.sex),
            or_blank(&pupil.birth),
            or_blank(&pupil.number),
            or_blank(&pupil.student_number),
            or_blank(&pupil.class),
        )),
        Paragraph::new(format!("　　{}", reason(entry))),
        Paragraph::new("　　特此证明。"),
        Paragraph::new(""),
    ];
    page.extend(signature(&pupil.school));
    page
}

/// Why the pupil is a problem registration, and that the row is right.
fn reason(entry: &Entry) -> &'static str {
    match entry.case {
        Some(Case::G) if !entry.beside_surplus => {
            "该生学籍因姓名、性别、出生日期与其他学生相同，被列为问题学籍。经核实，确是不同的学生，该生学籍信息真实无误。"
        }
        Some(_) if entry.beside_surplus => {
            "该生学籍因重复导入，被列为问题学籍。多余的学籍由学校删除，保留的这一条学籍信息真实无误。"
        }
        _ => {
            "该生学籍因身份证件号与其他学生重复，被列为问题学籍。经核对户口簿（身份证），上述证件号为该生本人所有，学籍信息真实无误。"
        }
    }
}

/// For each pupil in two schools a letter to each of them.
pub(super) fn letters(
    describe: &Describe<'_>,
    entries: &[Entry],
) -> impl Iterator<Item = Vec<Paragraph>> {
    let entries = entries.iter();
    entries.flat_map(|entry| {
        let others = entry.others.iter();
        // A long list of rows is one mistake, not so many letters.
        let pages = others.take(3).filter_map(|&other| {
            let (to, from) = (describe.pupil(entry.place), describe.pupil(other));
            (to.school != from.school).then(|| letter(describe, entry.place, &to, &from))
        });
        pages.take(1).collect::<Vec<_>>()
    })
}

/// A letter to the school of `to` about the pupil whom another school has as `from`.
fn letter(describe: &Describe<'_>, place: (u32, u32), to: &Pupil, from: &Pupil) -> Vec<Paragraph> {
    let sheet = &describe.session.rosters()[place.0 as usize].sheet;
    let row = sheet.row_numbers[place.1 as usize];
    let mut page = vec![
        Paragraph::title("关于核实学生学籍的函"),
        Paragraph::new(""),
        Paragraph::new(format!(
            "{BLANK}{BLANK}（学校标识码{}）：",
            or_blank(&to.school)
        )),
        Paragraph::new(format!(
            "　　学生{}，性别{}，出生日期{}，身份证件号{}，在贵校（{}，名单第{row}行）和我校（学校标识码{}，{}）的学籍名单中都有。",
            or_blank(&to.name),
            or_blank(&to.sex),
            or_blank(&to.birth),
            or_blank(&to.number),
            or_blank(&to.class),
            or_blank(&from.school),
            or_blank(&from.class),
        )),
        Paragraph::new(
            "　　请贵校核实该生现在是否在贵校就读。已不在贵校就读的，请在系统的“问题学籍处理列表”中选中这条记录，办理“删除”（无需证明材料）；仍在贵校就读的，请函告我校，由我校删除。仍在读一方的学籍已经导入的，须上传户口簿或身份证和学校证明办理“佐证”。",
        ),
        Paragraph::new("　　请复函：　□ 该生仍在我校就读　　□ 该生已不在我校就读，学籍已删除"),
        Paragraph::new(""),
    ];
    page.extend(signature(&from.school));
    page
}

fn signature(school: &str) -> [Paragraph; 5] {
    [
        Paragraph::new(format!(
            "学校（公章）：{BLANK}{BLANK}　学校标识码：{}",
            or_blank(school)
        )),
        Paragraph::new(format!("经办人：{BLANK}　联系电话：{BLANK}")),
        Paragraph::new("日期：＿＿＿＿年＿＿月＿＿日"),
        Paragraph::new(""),
        Paragraph::new(FOOT),
    ]
}

fn or_blank(text: &str) -> &str {
    if text.is_empty() { BLANK } else { text }
}
