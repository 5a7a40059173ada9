//! Rosters of which something stands in another place than its own, though every pupil is right.
//! Deliberately one such slip for a roster: what stands beside it has to stay quiet.

use super::columns as col;
use super::faults::{Fault, Kind, Told};
use super::kinds::{COLUMNS_EXCHANGED, GIVEN_TWICE, HEADER_BELOW, PUPILS_ABOVE, ROW_SLIPPED};
use super::layout::{Layout, Line};
use super::person::Cell;
use super::{Misplaced, Part};

/// How many pupils stand above the header, or below the other one.
const PUPILS: usize = 3;

/// Puts something in another place, of which the truth then tells.
pub(super) fn misplace(which: Misplaced, parts: &mut Vec<Part>) {
    let Some(part) = parts.first_mut() else {
        return;
    };
    part.layout.misplaced = Some(which);
    let count = part.people.len();
    let lines = &mut part.layout.lines;
    let fault = match which {
        Misplaced::RowSlipped => fault(&ROW_SLIPPED, part, count / 2),
        Misplaced::ColumnsExchanged => fault(&COLUMNS_EXCHANGED, part, 0),
        Misplaced::PupilsAbove => {
            lines.remove(0);
            lines.insert(PUPILS, Line::Header);
            fault(&PUPILS_ABOVE, part, 0)
        }
        Misplaced::HeaderBelow => {
            lines.insert(1 + count - PUPILS, Line::OtherHeader);
            fault(&HEADER_BELOW, part, count - 1)
        }
        Misplaced::GivenTwice => {
            let again = Part {
                stem: "roster-again".to_owned(),
                school: part.school.clone(),
                people: part.people.clone(),
                faults: vec![fault(&GIVEN_TWICE, part, 0)],
                layout: Layout::plain(&part.layout.columns, count),
            };
            parts.push(again);
            return;
        }
    };
    part.faults = vec![fault];
}

/// The cells of a pupil where they stand in the sheet.
pub(super) fn placed(layout: &Layout, at: usize, cells: &mut [Cell]) {
    let place = |column| layout.columns.iter().position(|it| *it == column);
    let (Some(sex), Some(ethnic)) = (place(col::SEX), place(col::ETHNIC_GROUP)) else {
        return;
    };
    let count = layout.pupil_rows().len();
    match layout.misplaced {
        Some(Misplaced::RowSlipped) if at == count / 2 => {
            if let Some(last) = cells.last_mut() {
                *last = "".into();
            }
            cells[sex..].rotate_right(1);
        }
        Some(Misplaced::ColumnsExchanged) => cells.swap(sex, ethnic),
        Some(Misplaced::HeaderBelow) if at + PUPILS >= count => cells.rotate_left(1),
        _ => {}
    }
}

fn fault(kind: &'static Kind, part: &Part, at: usize) -> Fault {
    let column = kind.columns.first().copied().unwrap_or(col::NAME);
    let original = part.people[at].cell(column, &part.school);
    let cells = part.cells(Line::Pupil(at));
    let place = part.layout.columns.iter().position(|it| *it == column);
    Fault {
        kind,
        person: at,
        column,
        original: original.shown().to_owned(),
        written: place.map_or(original, |it| cells[it].clone()),
        seen_at: match kind.told {
            Told::Block => (0..PUPILS).collect(),
            _ => Vec::new(),
        },
    }
}
