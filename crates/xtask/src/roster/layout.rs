//! Which line of the sheet is what: a plain table, or one as clerks keep it, with titles, a header
//! of two levels, blank rows, repeated headers and a footer.
//! Deliberately decides places only; the cells of pupils come from elsewhere.

use super::Misplaced;
use super::columns::{COLUMNS, member};
use super::person::Cell;
use super::rng::Rng;

/// One line of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Title(u32),
    Header,
    /// The header with the first column last.
    OtherHeader,
    /// The second level of the header.
    SubHeader,
    Sample,
    Blank,
    /// A pupil, by position in the file's list.
    Pupil(usize),
    Total,
    Footer,
}

/// A sheet's lines and columns.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) lines: Vec<Line>,
    /// Columns from left to right.
    pub(super) columns: Vec<usize>,
    pub(super) header: Vec<String>,
    pub(super) sub_header: Option<Vec<String>>,
    /// A column of running numbers stands before all others.
    pub(super) numbered: bool,
    /// What stands in another place than its own.
    pub(super) misplaced: Option<Misplaced>,
    rows: usize,
}

impl Layout {
    /// The header in the first row, pupils below.
    pub(super) fn plain(columns: &[usize], rows: usize) -> Self {
        let mut lines = vec![Line::Header];
        lines.extend((0..rows).map(Line::Pupil));
        Self {
            lines,
            columns: columns.to_vec(),
            header: columns
                .iter()
                .map(|it| COLUMNS[*it].header.to_owned())
                .collect(),
            sub_header: None,
            numbered: false,
            misplaced: None,
            rows,
        }
    }

    /// A sheet that many hands have worked on.
    pub(super) fn messy(columns: &[usize], rows: usize, rng: &mut Rng) -> Self {
        let mut columns = columns.to_vec();
        // The members' blocks stay whole and last, since their header has two levels.
        let members = columns.iter().position(|it| member(*it).is_some());
        let mut blocks = members.map_or_else(Vec::new, |at| columns.split_off(at));
        blocks.retain(|it| {
            let stays = member(*it).is_some();
            if !stays {
                columns.push(*it);
            }
            stays
        });
        rng.shuffle(&mut columns);
        let mut header: Vec<String> = columns.iter().map(|it| header_text(*it, rng)).collect();
        let mut sub_header = vec![String::new(); header.len()];
        let mut last = 0;
        for index in &blocks {
            let Some((number, text)) = member(*index) else {
                continue;
            };
            let group = ["家庭成员或监护人一", "家庭成员或监护人二"][number - 1];
            header.push(if number == last {
                String::new()
            } else {
                group.to_owned()
            });
            sub_header.push(text.to_owned());
            last = number;
        }
        let has_members = !blocks.is_empty();
        columns.extend(blocks);
        header.insert(0, "序号".to_owned());
        sub_header.insert(0, String::new());
        Self {
            lines: messy_lines(rows, has_members, rng),
            columns,
            header,
            sub_header: has_members.then_some(sub_header),
            numbered: true,
            misplaced: None,
            rows,
        }
    }

    /// How many cells every line has.
    pub(super) fn width(&self) -> usize {
        self.columns.len() + usize::from(self.numbered)
    }

    /// The cells of a line that is not a pupil's; a short list leaves the rest blank.
    pub(super) fn fixed_cells(&self, line: Line, school: &str) -> Vec<Cell> {
        match line {
            Line::Title(1) => vec![format!("2026—2027学年第一学期学生信息采集表({school})").into()],
            Line::Title(_) => {
                vec!["填报单位(盖章):        填报日期:2026年11月21日        注:带*为必填项".into()]
            }
            Line::Header => self.header.iter().cloned().map(Cell::from).collect(),
            Line::OtherHeader => {
                let mut header = self.header.clone();
                header.rotate_left(1);
                header.into_iter().map(Cell::from).collect()
            }
            Line::SubHeader => self
                .sub_header
                .iter()
                .flatten()
                .cloned()
                .map(Cell::from)
                .collect(),
            Line::Sample => vec!["示例".into()],
            Line::Total => vec![format!("合计:{}人", self.rows).into()],
            Line::Footer => vec!["填表人:        审核人:        校长签字:".into()],
            Line::Blank | Line::Pupil(_) => Vec::new(),
        }
    }

    /// Physical row numbers, counted from 1, of the lines that satisfy `which`.
    pub(super) fn rows_of(&self, which: impl Fn(Line) -> bool) -> Vec<usize> {
        let numbered = self.lines.iter().enumerate();
        numbered
            .filter(|(_, line)| which(**line))
            .map(|(at, _)| at + 1)
            .collect()
    }

    /// The physical row of every pupil, by position in the file's list.
    pub(super) fn pupil_rows(&self) -> Vec<usize> {
        self.rows_of(|line| matches!(line, Line::Pupil(_)))
    }

    /// The physical rows of the pupils below the first header and above another one: those that are checked.
    pub(super) fn checked_rows(&self) -> Vec<usize> {
        let end = |of| self.lines.iter().position(|it| *it == of);
        let first = end(Line::Header).unwrap_or(0);
        let last = end(Line::OtherHeader).unwrap_or(self.lines.len());
        let rows = self.pupil_rows().into_iter();
        rows.filter(|it| (first + 1..=last).contains(it)).collect()
    }
}

fn messy_lines(rows: usize, two_levels: bool, rng: &mut Rng) -> Vec<Line> {
    let mut lines = vec![Line::Title(1), Line::Title(2)];
    let push_header = |lines: &mut Vec<Line>| {
        lines.push(Line::Header);
        if two_levels {
            lines.push(Line::SubHeader);
        }
    };
    push_header(&mut lines);
    lines.push(Line::Sample);
    for row in 0..rows {
        lines.push(Line::Pupil(row));
        match rng.below(200) {
            0 | 1 => lines.push(Line::Blank),
            2 => push_header(&mut lines),
            _ => {}
        }
    }
    lines.extend([Line::Total, Line::Footer]);
    lines
}

fn header_text(index: usize, rng: &mut Rng) -> String {
    let column = &COLUMNS[index];
    let synonym = if rng.percent(50) {
        None
    } else {
        Some(rng.below(column.synonyms.len()))
    };
    let text = synonym
        .and_then(|at| column.synonyms.get(at))
        .unwrap_or(&column.header);
    let star = if column.starred && rng.percent(60) {
        "*"
    } else {
        ""
    };
    format!("{text}{star}")
}
