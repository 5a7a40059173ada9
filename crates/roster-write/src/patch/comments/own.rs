//! What of a note an earlier patch wrote. Other programs drop the author and cut a text into runs as they
//! like, so it is told by its lines: the code of a rule and a sentence, and the proposals under it. Every
//! other line is somebody's own, and stays.

use std::ops::Range;

use roster_package::xml::decode;

use super::super::markup::{Element, Malformed};
use crate::text::escape_cell;

/// What stands before a proposal, in the languages that notes are written in.
const PROPOSALS: [&str; 6] = [
    "可直接改为 ",
    "核对后改为 ",
    "可能是 ",
    "change to ",
    "check, then change to ",
    "perhaps ",
];
/// Ends of the line that counts what did not fit.
const MORE: [&str; 2] = ["条，见“校验结果”。", " more; see Findings."];
/// A sentence that quotes a cell has the line breaks of the cell.
const SENTENCE_LINES_MAX: usize = 4;
/// A longer note was written by nobody here.
const SAID_BYTES_MAX: usize = 8 << 10;

/// Which part of a note is not somebody's own.
pub(super) enum Own {
    /// None of it, or nobody asks.
    Nothing,
    /// Some lines.
    Lines(Lines),
    /// The whole note.
    All,
}

/// Lines that go out of a note.
pub(super) struct Lines {
    /// What is put in the place of what, in order.
    pub(super) cuts: Vec<(Range<usize>, Vec<u8>)>,
    /// What the note says without them.
    pub(super) kept: String,
}

impl Lines {
    /// Whether a run goes.
    pub(super) fn is_cut(&self, run: &Range<usize>) -> bool {
        let place = self.cuts.binary_search_by_key(&run.start, |it| it.0.start);
        place.is_ok_and(|it| self.cuts[it].0 == *run)
    }
}

impl Own {
    /// Of a note of somebody, or of nobody.
    pub(super) fn of(text: &[u8], comment: &Element<'_>) -> Result<Self, Malformed> {
        let Some(inside) = comment.child(text, "text")? else {
            return Ok(Own::Nothing);
        };
        let mut said = String::new();
        let mut pieces: Vec<(Piece, Range<usize>)> = Vec::new();
        let mut ranges = Vec::new();
        for child in inside.children(text)? {
            let start = said.len();
            for piece in pieces_of(text, &child)? {
                let start = said.len();
                said.push_str(&decode(&text[piece.inside.clone()]));
                pieces.push((piece, start..said.len()));
            }
            // As it was put there: a run that begins with a new line.
            let is_own = said[start..]
                .trim_start_matches('\r')
                .strip_prefix('\n')
                .is_some_and(|it| begins_with_code(it) && it.len() > CODE_BYTES);
            if is_own && child.tag.is("r") {
                ranges.push(start..said.len());
            }
        }
        if said.len() > SAID_BYTES_MAX {
            return Ok(Own::Nothing);
        }
        ranges.extend(own_lines(&said));
        if ranges.is_empty() {
            return Ok(Own::Nothing);
        }
        let is_cut = |at: usize| ranges.iter().any(|it| it.contains(&at));
        let kept = |range: &Range<usize>| -> String {
            let characters = said[range.clone()].char_indices();
            let kept = characters.filter(|it| !is_cut(range.start + it.0));
            kept.map(|it| it.1).collect()
        };
        let all = kept(&(0..said.len()));
        if all.trim().is_empty() {
            return Ok(Own::All);
        }
        let mut cuts = Vec::new();
        for (piece, range) in pieces {
            let kept = kept(&range);
            if kept.len() == range.len() {
                continue;
            }
            if let Some(run) = piece.run.filter(|_| kept.is_empty()) {
                cuts.push((run, Vec::new()));
            } else {
                let mut written = Vec::new();
                escape_cell(&kept, &mut written);
                cuts.push((piece.inside, written));
            }
        }
        Ok(Own::Lines(Lines { cuts, kept: all }))
    }
}

/// A text of a note.
struct Piece {
    inside: Range<usize>,
    /// The run that it is all of.
    run: Option<Range<usize>>,
}

fn pieces_of(text: &[u8], child: &Element<'_>) -> Result<Vec<Piece>, Malformed> {
    let piece = |it: &Element<'_>, run| Piece {
        inside: it.inside(),
        run,
    };
    if child.tag.is("t") {
        return Ok(vec![piece(child, None)]);
    }
    if !child.tag.is("r") {
        return Ok(Vec::new());
    }
    let inside = child.children(text)?;
    let texts = inside.iter().filter(|it| it.tag.is("t"));
    let run = (texts.clone().count() == 1).then(|| child.whole());
    Ok(texts.map(|it| piece(it, run.clone())).collect())
}

/// `R1003 `.
const CODE_BYTES: usize = 6;

fn begins_with_code(text: &str) -> bool {
    matches!(text.as_bytes(), [b'R', code @ ..]
        if code.len() > 4 && code[4] == b' ' && code[..4].iter().all(u8::is_ascii_digit))
}

/// The lines that an earlier patch wrote, each lot with the new line before it, or behind it at the start.
fn own_lines(said: &str) -> Vec<Range<usize>> {
    let mut lots: Vec<Range<usize>> = Vec::new();
    let (mut at, mut is_behind) = (0, false);
    while at < said.len() {
        let rest = &said[at..];
        let line = first_line(rest);
        let length = if begins_with_code(rest) {
            sentence(rest)
        } else {
            (is_behind && is_added(line)).then_some(line.len())
        };
        let end = at + length.unwrap_or(line.len());
        match (length, lots.last_mut().filter(|_| is_behind)) {
            (Some(_), Some(lot)) => lot.end = end,
            (Some(_), None) => lots.push(at..end),
            (None, _) => {}
        }
        is_behind = length.is_some();
        at = end + 1;
    }
    for lot in &mut lots {
        let before = said[..lot.start].strip_suffix('\n');
        match before {
            Some(before) => lot.start = before.trim_end_matches('\r').len(),
            None => lot.end = said.len().min(lot.end + 1),
        }
    }
    lots
}

fn first_line(text: &str) -> &str {
    &text[..text.find('\n').unwrap_or(text.len())]
}

/// Whether a line is one that stands under a sentence.
fn is_added(line: &str) -> bool {
    let line = line.trim_end_matches('\r');
    PROPOSALS.iter().any(|it| line.starts_with(it)) || MORE.iter().any(|it| line.ends_with(it))
}

/// Length of the sentence that a code begins, without the new line behind it; none if it does not end as
/// sentences of rules do.
fn sentence(text: &str) -> Option<usize> {
    let (mut end, mut open) = (0, 0_usize);
    for _ in 0..SENTENCE_LINES_MAX {
        let line = first_line(text.get(end..)?);
        open += line.matches('“').count();
        open = open.saturating_sub(line.matches('”').count());
        end += line.len();
        if open == 0 {
            let ends = line.trim_end_matches('\r').ends_with(['。', '.', '…']);
            return ends.then_some(end);
        }
        end += 1;
        if text.get(end..).is_none_or(begins_with_code) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(said: &str) -> String {
        let lots = own_lines(said);
        let is_left = |at: usize| !lots.iter().any(|it| it.contains(&at));
        let left = said.char_indices().filter(|it| is_left(it.0));
        left.map(|it| it.1).collect()
    }

    #[test]
    fn lines_of_a_patch_go_and_those_of_a_person_stay() {
        for (said, expected) in [
            (
                "R1003 校验码不正确（应为1），请核对。\n可能是 510104\n可能是 510105",
                "",
            ),
            (
                "请家长看户口簿\r\nR1003 不对。\nR2001 有空格。\n可直接改为 张三",
                "请家长看户口簿",
            ),
            (
                "R1003 不对。\n已问过家长\n可能是 下学期来",
                "已问过家长\n可能是 下学期来",
            ),
            ("R1003 已问过家长", "R1003 已问过家长"),
            ("R1003", "R1003"),
            ("R1006 性别“男\n”不对，应为男。\n改", "改"),
            ("R1006 性别“男\nR2001 有空格。", "R1006 性别“男"),
            (
                "甲\nR2001 Remove the blank.\ncheck, then change to 张三\n3 more; see Findings.\n乙",
                "甲\n乙",
            ),
            ("R2001 有空格。\n另有2条，见“校验结果”。", ""),
        ] {
            assert_eq!(left(said), expected, "{said:?}");
        }
    }
}
