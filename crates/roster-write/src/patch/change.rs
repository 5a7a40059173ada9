//! From what is asked to what is written, sheet by sheet; tables keep the names of their headers.

use std::collections::{BTreeMap, BTreeSet};

use super::appended::Appender;
use super::book::{Added, Replaced};
use super::cells::{Cells, gather};
use super::comments::{NoteAt, own_spots, with_notes};
use super::job::{
    Job, NOTES_BYTES_MAX, content_type, in_part, missing, read, read_part, relations_of,
    stream_error,
};
use super::mentions::mentioned;
use super::relations::Relations;
use super::results;
use super::row::Touched;
use super::sheet::{self, Asked};
use super::table::Table;
use super::window::Window;
use super::{AppendedSheet, LeftOut, LeftOutReason, Patch, PatchError, Patched, Spot};
use crate::{NOTE_UNITS_MAX, ROWS_MAX, cut_text, free_name};

/// Puts changes into a workbook. Everything else of it stays byte for byte, and without changes so
/// does all of it, but for the type of one that is given back as another kind than it came. The same changes give the same bytes; texts put in twice are put in once.
///
/// `visit` is called from time to time with the number of bytes of the original that have been
/// worked on, never more than there are.
pub fn patch(
    original: &[u8],
    patch: Patch<'_>,
    visit: &mut dyn FnMut(u64),
) -> Result<Patched, PatchError> {
    let mut sheets = gather(&patch);
    let is_other_kind = || {
        let job = Job::open(original, patch.for_macros);
        job.is_ok_and(|it| it.becomes_other_kind())
    };
    if sheets.is_empty() && patch.appended.is_empty() && !is_other_kind() {
        return Ok(Patched {
            bytes: original.to_vec(),
            ..Patched::default()
        });
    }
    let mut job = Job::open(original, patch.for_macros)?;
    let results = results::ask(&mut job, &mut sheets);
    let mut left_out = Vec::new();
    let mut done = 0;
    let mut visit_more = |more: u64| {
        done += more;
        visit(done.min(original.len() as u64));
    };
    let parts = parts_by_name(&job, &sheets)?;
    let mut block = 1 + job.book.sheets.len() as u32;
    for (part, name) in parts {
        let Some(mut cells) = sheets.remove(&name) else {
            continue;
        };
        let change = Change {
            part: &part,
            block: &mut block,
        };
        change.write(&mut job, &mut cells, &mut visit_more)?;
        left_out.extend(cells.left_out.into_iter().map(|(spot, reason)| LeftOut {
            sheet: name.clone(),
            row_number: spot.row_number,
            position: spot.position,
            reason,
        }));
    }
    for mut sheet in patch.appended {
        append(&mut job, &mut sheet)?;
    }
    let patched = job.finish()?;
    visit(original.len() as u64);
    Ok(Patched {
        left_out,
        results_gone: results.gone,
        may_be_stale: results.may_be_stale,
        ..patched
    })
}

/// The part of each sheet that changes, in the order of the workbook.
fn parts_by_name(
    job: &Job<'_>,
    sheets: &BTreeMap<String, Cells>,
) -> Result<Vec<(String, String)>, PatchError> {
    let listed = job.sheet_parts();
    let unknown = sheets
        .keys()
        .find(|name| !listed.iter().any(|it| it.0 == **name));
    if let Some(name) = unknown {
        return Err(PatchError::NoSheet(name.clone()));
    }
    let mut parts: Vec<(String, String)> = Vec::new();
    for (name, part) in listed {
        // Of several sheets of one name the first is meant.
        if !sheets.contains_key(&name) || parts.iter().any(|it| it.1 == name) {
            continue;
        }
        let part = part.ok_or(PatchError::NoSheet(name.clone()))?;
        if parts.iter().any(|it| it.0.eq_ignore_ascii_case(&part)) {
            return Err(PatchError::Broken {
                part,
                why: "it is more than one sheet".to_owned(),
            });
        }
        parts.push((part, name));
    }
    Ok(parts)
}

/// One sheet that changes.
struct Change<'c> {
    part: &'c str,
    /// The next free numbers for boxes of notes.
    block: &'c mut u32,
}

impl Change<'_> {
    fn write(
        self,
        job: &mut Job<'_>,
        cells: &mut Cells,
        visit: &mut dyn FnMut(u64),
    ) -> Result<(), PatchError> {
        let part = self.part;
        let entry = job.archive.find(part).ok_or(missing(part))?;
        let stream = job.archive.stream(entry);
        let stream = stream.map_err(|it| stream_error(part, it.into()))?;
        let mut relations = relations_of(&job.archive, part)?;
        rename_columns(job, &relations, cells)?;
        let notes = notes_to_write(&relations, cells);
        let has_conversations = relations.of_kind("threadedComment").next().is_some();
        let forgets = cells.forget_marks && !has_conversations;
        let mut noted = BTreeSet::new();
        if forgets {
            job.styles.look_for_marks().map_err(in_part(part))?;
            noted = noted_before(job, &relations)?;
        }
        let id = relations.next_id();
        let drawing = (!notes.is_empty()).then_some(id.as_str());
        let touched: Vec<Touched> = std::mem::take(&mut cells.touched).into_values().collect();
        job.is_text_new |= touched.iter().any(|it| it.text.is_some());
        job.start(part);
        let mut window = Window::new(stream, &mut job.made, visit);
        let asked = Asked {
            touched: &touched,
            calculated: &cells.calculated,
            noted: &noted,
            stale: &cells.stale,
            drawing,
        };
        let written = sheet::rewrite(&mut window, &asked, &mut job.styles);
        let written = written.map_err(|it| stream_error(part, it))?;
        job.made.end();
        job.styles.forget_marks();
        cells.left_out.extend(&written.left_out);
        if written.is_formula_gone {
            job.drop_calculation_order();
        }
        let has_list = relations.of_kind("comments").next().is_some();
        if !notes.is_empty() || forgets && has_list {
            self.write_notes(job, &mut relations, &notes, &written, forgets)?;
        }
        let text = relations.finish().map_err(in_part(part))?;
        if let Some(text) = text {
            job.write(&Relations::part_of(part), &text);
        }
        Ok(())
    }

    /// Writes the notes and the boxes they are shown in.
    fn write_notes(
        self,
        job: &mut Job<'_>,
        relations: &mut Relations,
        notes: &[NoteAt],
        written: &sheet::Written,
        forgets: bool,
    ) -> Result<(), PatchError> {
        let dialect = job.book.dialect;
        // The relation of the drawing comes first: the sheet names it already.
        let boxes = if let Some(id) = &written.drawing {
            let relation = relations.get(id).map(|it| it.part.clone());
            relation.ok_or_else(|| PatchError::Broken {
                part: self.part.to_owned(),
                why: format!("its drawing of notes, {id}, is missing"),
            })?
        } else if notes.is_empty() {
            return Ok(());
        } else {
            let boxes = job.free_part("xl/drawings/vmlDrawing", ".vml");
            relations.add(dialect, "vmlDrawing", &boxes);
            boxes
        };
        let list = relations.of_kind("comments").next();
        let list = list.map(|it| it.part.clone());
        let old = match &list {
            Some(part) => read(&job.archive, part, NOTES_BYTES_MAX)?,
            None => None,
        };
        let list = list.unwrap_or_else(|| {
            let list = job.free_part("xl/comments", ".xml");
            relations.add(dialect, "comments", &list);
            job.types.add(&list, content_type::COMMENTS);
            list
        });
        let noted = with_notes(old, notes, dialect, forgets).map_err(in_part(&list))?;
        job.write(&list, &noted.text);
        let new = notes.iter().zip(&noted.is_new);
        let new = new.filter(|it| *it.1).map(|it| it.0);
        let old = match &written.drawing {
            Some(_) => read(&job.archive, &boxes, NOTES_BYTES_MAX)?,
            None => None,
        };
        job.start(&boxes);
        if let Some(old) = old {
            let old = super::drawing::without(&old, &noted.gone);
            let made = super::drawing::write_extended(&old, new, &written.grid, &mut job.made);
            made.map_err(in_part(&boxes))?;
        } else {
            job.types.add_extension("vml", content_type::DRAWING);
            let block = *self.block;
            *self.block = super::drawing::write_new(new, &written.grid, block, &mut job.made);
        }
        job.made.end();
        Ok(())
    }
}

/// The cells with a note of an earlier run.
fn noted_before(job: &Job<'_>, relations: &Relations) -> Result<BTreeSet<Spot>, PatchError> {
    let Some(list) = relations.of_kind("comments").next() else {
        return Ok(BTreeSet::new());
    };
    match read(&job.archive, &list.part, NOTES_BYTES_MAX)? {
        Some(text) => own_spots(&text).map_err(in_part(&list.part)),
        None => Ok(BTreeSet::new()),
    }
}

/// The notes, unless the sheet has conversations, which old programs show as notes of their own.
fn notes_to_write(relations: &Relations, cells: &mut Cells) -> Vec<NoteAt> {
    let notes = std::mem::take(&mut cells.notes);
    if relations.of_kind("threadedComment").next().is_some() {
        let spots = notes.into_keys();
        let left_out = spots.map(|it| (it, LeftOutReason::Conversations));
        cells.left_out.extend(left_out);
        return Vec::new();
    }
    let notes = notes.into_iter();
    notes
        .map(|(spot, text)| NoteAt {
            spot,
            text: cut_text(&text, NOTE_UNITS_MAX),
        })
        .collect()
}

/// Columns of tables take the new texts of their headers, or the headers stay as they are.
fn rename_columns(
    job: &mut Job<'_>,
    relations: &Relations,
    cells: &mut Cells,
) -> Result<(), PatchError> {
    if cells.touched.values().all(|it| it.text.is_none()) {
        return Ok(());
    }
    let parts: BTreeSet<&str> = relations.of_kind("table").map(|it| &*it.part).collect();
    let mut tables = Vec::new();
    let mut headers = Vec::new();
    for part in parts {
        let text = read_part(&job.archive, part)?;
        let Some(table) = Table::read(text).map_err(in_part(part))? else {
            continue;
        };
        let first = Spot {
            row_number: table.header_row(),
            position: 0,
        };
        let last = Spot {
            position: u16::MAX,
            ..first
        };
        for touched in cells.touched.range(first..=last).map(|it| it.1) {
            let column = table.column_of(touched.spot.row_number, touched.spot.position);
            if let (Some(column), Some(text)) = (column, &touched.text) {
                headers.push((tables.len(), column, touched.spot, text.clone()));
            }
        }
        tables.push((part, table));
    }
    let renamed = headers.iter().filter(|(table, column, _, text)| {
        let table = &tables[*table].1;
        table.name(*column) != text
    });
    let old = renamed.map(|(table, column, ..)| tables[*table].1.name(*column));
    let mentioned = mentioned(job, old);
    for (table, column, spot, text) in headers {
        let table = &mut tables[table].1;
        let is_kept = table.name(column) == text || !mentioned.contains(table.name(column));
        if is_kept && table.rename(column, &text) {
            continue;
        }
        cells.touched(spot).text = None;
        cells.left_out.push((spot, LeftOutReason::TableHeader));
    }
    for (part, table) in tables {
        if let Some(text) = table.finish().map_err(in_part(part))? {
            job.write(part, &text);
        }
    }
    Ok(())
}

/// Writes a sheet, and those on which it continues: into the places of former ones first, then behind
/// the others.
fn append(job: &mut Job<'_>, sheet: &mut AppendedSheet<'_>) -> Result<(), PatchError> {
    let wanted = sheet.name.clone();
    let former = std::mem::take(&mut sheet.replaces);
    let mut appender = Appender::new(sheet, ROWS_MAX);
    let mut pieces = 0;
    for name in former {
        let Some((index, part)) = place_of(job, &name) else {
            continue;
        };
        let filter = write_piece(job, &mut appender, &part)?;
        // What the sheet referred to is gone with it.
        job.remove(&Relations::part_of(&part));
        job.replaced.push(Replaced {
            index,
            name,
            filter,
        });
        pieces += 1;
    }
    while pieces == 0 || !appender.is_over() {
        let sheets = job.book.sheets.iter().map(|it| it.name.clone());
        let taken: Vec<String> = sheets
            .chain(job.added.iter().map(|it| it.name.clone()))
            .collect();
        let name = free_name(&wanted, &taken);
        let before = format!("{}worksheets/sheet", job.folder());
        let part = job.free_part(&before, ".xml");
        let filter = write_piece(job, &mut appender, &part)?;
        let relation = job.relations.add(job.book.dialect, "worksheet", &part);
        job.types.add(&part, content_type::SHEET);
        job.added.push(Added {
            name,
            relation,
            filter,
        });
        pieces += 1;
    }
    Ok(())
}

/// Writes as much as one sheet can hold; gives the cells under its filter buttons.
fn write_piece(
    job: &mut Job<'_>,
    appender: &mut Appender<'_, '_>,
    part: &str,
) -> Result<Option<String>, PatchError> {
    job.start(part);
    let filter = appender.write(&mut job.styles, job.book.dialect, &mut job.made);
    let filter = filter.map_err(in_part(part))?;
    job.made.end();
    Ok(filter)
}

/// Position and part of a sheet with cells that no other sheet shares and nothing else changes.
pub(super) fn place_of(job: &Job<'_>, name: &str) -> Option<(usize, String)> {
    let parts = job.sheet_parts();
    let index = parts.iter().position(|it| it.0 == name)?;
    let part = parts[index].1.clone()?;
    let same = parts.iter().filter_map(|it| it.1.as_ref());
    let is_alone = same.filter(|it| it.eq_ignore_ascii_case(&part)).count() == 1;
    let is_free = is_alone && !job.is_made(&part) && job.archive.find(&part).is_some();
    is_free.then_some((index, part))
}
