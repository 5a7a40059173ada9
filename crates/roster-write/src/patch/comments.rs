//! The notes of a sheet: those that were there, and those that are put beside or under them.
//!
//! Deliberately absent: the boxes they are shown in (`drawing`).

mod own;

use std::collections::BTreeSet;

use super::markup::{Element, Malformed, root};
use super::relations::{Dialect, append};
use super::splice::Splices;
use super::{Spot, address};
use crate::text::escape_cell;
use own::Own;
use roster_model::cell_name;
use roster_package::xml::decode;

/// Who wrote the notes.
const AUTHOR: &str = "学籍自查";

/// A note of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoteAt {
    pub(super) spot: Spot,
    pub(super) text: String,
}

/// The part with more notes in it, and which of them need a box.
#[derive(Debug)]
pub(super) struct Noted {
    pub(super) text: Vec<u8>,
    /// In the order of the notes: whether its cell had no note.
    pub(super) is_new: Vec<bool>,
    /// Cells that have no note any more.
    pub(super) gone: Vec<Spot>,
}

/// Adds notes (in order, one for a cell) to those of a sheet; with `forgets`, those that were added
/// before go.
pub(super) fn with_notes(
    old: Option<Vec<u8>>,
    notes: &[NoteAt],
    dialect: Dialect,
    forgets: bool,
) -> Result<Noted, Malformed> {
    let text = old.unwrap_or_else(|| blank_part(dialect));
    let root = root(&text)?;
    let Some(list) = root.child(&text, "commentList")? else {
        return Err(Malformed("it has no list of notes"));
    };
    let mut splices = Splices::default();
    let author = if notes.is_empty() {
        known_author(&text, &root)?
    } else {
        Some(author(&text, &root, &mut splices)?)
    };
    let mut gone = Vec::new();
    let mut old = Vec::new();
    let is_wanted = |spot| notes.binary_search_by_key(&spot, |it| it.spot).is_ok();
    for (spot, comment) in comments_of(&list, &text)? {
        let own = if forgets {
            own_of(&text, &comment, author)?
        } else {
            Own::Nothing
        };
        if matches!(own, Own::All) && !is_wanted(spot) {
            splices.remove(comment.whole());
            gone.push(spot);
            continue;
        }
        if let Own::Lines(lines) = &own {
            for (range, bytes) in &lines.cuts {
                splices.replace(range.clone(), bytes.as_slice());
            }
        }
        old.push((spot, comment, own));
    }
    let is_sorted = old.is_sorted_by_key(|it| it.0);
    let mut by_spot: Vec<(Spot, usize)> = old.iter().map(|it| it.0).zip(0..).collect();
    roster_order::sort(&mut by_spot);
    let prefix = root.tag.prefix();
    let (mut is_new, mut last) = (Vec::with_capacity(notes.len()), Vec::new());
    for note in notes {
        let index = by_spot.partition_point(|it| it.0 < note.spot);
        let there = by_spot.get(index).filter(|it| it.0 == note.spot);
        is_new.push(there.is_none());
        let new = comment(prefix, author, note);
        match (there, by_spot.get(index).filter(|_| is_sorted)) {
            (Some(&(_, there)), _) => {
                let (_, comment, own) = &old[there];
                match own {
                    Own::All => splices.replace(comment.whole(), new),
                    own => extend(&text, comment, note, own, &mut splices)?,
                }
            }
            (None, Some(&(_, next))) => splices.insert(old[next].1.tag.start, new),
            (None, None) => last.extend(new),
        }
    }
    if !last.is_empty() {
        append(&mut splices, &text, &list, &String::from_utf8_lossy(&last));
    }
    Ok(Noted {
        text: splices.apply(&text),
        is_new,
        gone,
    })
}

/// A part without notes.
fn blank_part(dialect: Dialect) -> Vec<u8> {
    let mut text = crate::DECLARATION.to_vec();
    let namespace = dialect.main();
    text.extend(
        format!("<comments xmlns=\"{namespace}\"><authors></authors><commentList></commentList></comments>")
            .bytes(),
    );
    text
}

/// The notes of a part, each with its cell.
fn comments_of<'t>(
    list: &Element<'t>,
    text: &'t [u8],
) -> Result<Vec<(Spot, Element<'t>)>, Malformed> {
    let comments = list.children(text)?.into_iter().filter_map(|comment| {
        let reference = comment.tag.attribute("ref").unwrap_or_default();
        let (row_number, position) = address::cell(&reference)?;
        let spot = Spot {
            row_number,
            position,
        };
        Some((spot, comment))
    });
    Ok(comments.collect())
}

/// Whether a note is of this author, if there is one.
fn is_of(comment: &Element<'_>, author: Option<usize>) -> bool {
    let id = comment.tag.number("authorId").map(|it| it as usize);
    author.is_some() && id == author
}

/// Position of the author in the list.
fn known_author(text: &[u8], root: &Element<'_>) -> Result<Option<usize>, Malformed> {
    let Some(authors) = root.child(text, "authors")? else {
        return Ok(None);
    };
    let list = authors.children(text)?;
    Ok(list
        .iter()
        .position(|it| decode(&text[it.inside()]) == AUTHOR))
}

/// What of a note was written by an earlier patch.
fn own_of(text: &[u8], comment: &Element<'_>, author: Option<usize>) -> Result<Own, Malformed> {
    if is_of(comment, author) {
        Ok(Own::All)
    } else {
        Own::of(text, comment)
    }
}

/// The cells whose notes, or some lines of them, an earlier patch wrote.
pub(super) fn own_spots(text: &[u8]) -> Result<BTreeSet<Spot>, Malformed> {
    let root = root(text)?;
    let Some(list) = root.child(text, "commentList")? else {
        return Ok(BTreeSet::new());
    };
    let author = known_author(text, &root)?;
    let mut spots = BTreeSet::new();
    for (spot, comment) in comments_of(&list, text)? {
        if !matches!(own_of(text, &comment, author)?, Own::Nothing) {
            spots.insert(spot);
        }
    }
    Ok(spots)
}

/// Position of the author in the list, who is added to it if need be.
fn author(text: &[u8], root: &Element<'_>, splices: &mut Splices) -> Result<usize, Malformed> {
    let prefix = root.tag.prefix();
    let author = format!("<{prefix}author>{AUTHOR}</{prefix}author>");
    let Some(authors) = root.child(text, "authors")? else {
        let authors = format!("<{prefix}authors>{author}</{prefix}authors>");
        splices.insert(root.tag.end, authors);
        return Ok(0);
    };
    let list = authors.children(text)?;
    let known = known_author(text, root)?;
    if known.is_none() {
        append(splices, text, &authors, &author);
    }
    Ok(known.unwrap_or(list.len()))
}

fn comment(prefix: &str, author: Option<usize>, note: &NoteAt) -> Vec<u8> {
    let author = author.unwrap_or_default();
    let cell = cell_name(note.spot.position, note.spot.row_number);
    let mut out = format!("<{prefix}comment ref=\"{cell}\" authorId=\"{author}\"><{prefix}text>")
        .into_bytes();
    run_text(prefix, &note.text, &mut out);
    out.extend(format!("</{prefix}text></{prefix}comment>").bytes());
    out
}

fn run_text(prefix: &str, text: &str, out: &mut Vec<u8>) {
    out.extend(format!("<{prefix}t xml:space=\"preserve\">").bytes());
    escape_cell(text, out);
    out.extend(format!("</{prefix}t>").bytes());
}

/// Puts a note under the one that a cell has, unless it is there already.
fn extend(
    text: &[u8],
    comment: &Element<'_>,
    note: &NoteAt,
    own: &Own,
    splices: &mut Splices,
) -> Result<(), Malformed> {
    let prefix = comment.tag.prefix();
    let mut run = format!("<{prefix}r>").into_bytes();
    run_text(prefix, &format!("\n{}", note.text), &mut run);
    run.extend(format!("</{prefix}r>").bytes());
    let Some(old) = comment.child(text, "text")? else {
        let run = String::from_utf8_lossy(&run);
        append(
            splices,
            text,
            comment,
            &format!("<{prefix}text>{run}</{prefix}text>"),
        );
        return Ok(());
    };
    let mut children = old.children(text)?;
    let said = if let Own::Lines(lines) = own {
        children.retain(|it| !lines.is_cut(&it.whole()));
        lines.kept.clone()
    } else {
        said(text, &children)?
    };
    if said.contains(&written(&note.text)) {
        return Ok(());
    }
    let plain = children.iter().find(|it| it.tag.is("t"));
    let last = children.iter().rfind(|it| it.tag.is("r"));
    match (plain, last) {
        // Plain text cannot stand beside runs, so it becomes the first of them.
        (Some(plain), None) => {
            splices.insert(plain.tag.start, format!("<{prefix}r>"));
            let end = format!("</{prefix}r>");
            splices.insert(plain.end, [end.as_bytes(), &run].concat());
        }
        (_, Some(last)) => splices.insert(last.end, run),
        (None, None) => append(splices, text, &old, &String::from_utf8_lossy(&run)),
    }
    Ok(())
}

/// The text as it is written, for comparing.
fn written(text: &str) -> String {
    let mut out = Vec::new();
    escape_cell(text, &mut out);
    decode(&out).into_owned()
}

/// What a note says already.
fn said(text: &[u8], children: &[Element<'_>]) -> Result<String, Malformed> {
    let mut said = String::new();
    for child in children {
        if child.tag.is("t") {
            said.push_str(&decode(&text[child.inside()]));
        }
        if child.tag.is("r") {
            for inner in child.children(text)? {
                if inner.tag.is("t") {
                    said.push_str(&decode(&text[inner.inside()]));
                }
            }
        }
    }
    Ok(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(row_number: u32, position: u16, text: &str) -> NoteAt {
        NoteAt {
            spot: Spot {
                row_number,
                position,
            },
            text: text.to_owned(),
        }
    }

    #[test]
    fn notes_join_those_that_are_there() {
        let old = "<x:comments><x:authors><x:author>王</x:author></x:authors><x:commentList><x:comment ref=\"A1\" authorId=\"0\"><x:text><x:t>旧</x:t></x:text></x:comment><x:comment ref=\"C9\" authorId=\"0\"><x:text><x:r><x:t>旧</x:t></x:r><x:phoneticPr/></x:text></x:comment></x:commentList></x:comments>";
        let notes = [
            note(1, 0, "新<"),
            note(5, 2, "五"),
            note(9, 2, "九"),
            note(10, 0, "十"),
        ];
        let noted = with_notes(Some(old.into()), &notes, Dialect::Transitional, false).unwrap();
        assert_eq!(noted.is_new, [false, true, false, true]);
        let new = String::from_utf8(noted.text).unwrap();
        let t = "x:t xml:space=\"preserve\"";
        let fresh = |cell: &str, text: &str| {
            format!(
                "<x:comment ref=\"{cell}\" authorId=\"1\"><x:text><{t}>{text}</x:t></x:text></x:comment>"
            )
        };
        let expected = format!(
            "<x:comments><x:authors><x:author>王</x:author><x:author>学籍自查</x:author></x:authors><x:commentList><x:comment ref=\"A1\" authorId=\"0\"><x:text><x:r><x:t>旧</x:t></x:r><x:r><{t}>\n新&lt;</x:t></x:r></x:text></x:comment>{}<x:comment ref=\"C9\" authorId=\"0\"><x:text><x:r><x:t>旧</x:t></x:r><x:r><{t}>\n九</x:t></x:r><x:phoneticPr/></x:text></x:comment>{}</x:commentList></x:comments>",
            fresh("C5", "五"),
            fresh("A10", "十"),
        );
        assert_eq!(new, expected);
        let again = with_notes(
            Some(new.clone().into()),
            &notes,
            Dialect::Transitional,
            false,
        )
        .unwrap();
        assert_eq!(String::from_utf8(again.text).unwrap(), new);
        assert_eq!(again.is_new, [false; 4]);
    }
}
