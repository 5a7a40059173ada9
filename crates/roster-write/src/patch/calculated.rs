//! Which columns of dates the formulas of a sheet calculate with. A date that becomes a text there is a number
//! no longer, and the formulas come out wrong: such a date stays.
//!
//! Looked for only where dates are to become texts. Ranges over several columns are left out of account: a
//! lookup over a whole list is no calculation with the dates in it.

use std::collections::BTreeSet;

use memchr::{memmem, memrchr};
use roster_package::xml::decode;

use super::job::Job;
use super::row::Touched;

const CHUNK_BYTES: usize = 64 << 10;
/// A formula is no longer, as it is written.
const FORMULA_BYTES_MAX: usize = 32 << 10;

/// Whether a text may be a date or a month: 20150901, 2015-09-01, 201509.
pub(super) fn is_date(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_part = |it: char| it.is_ascii_digit() || "-/.年月日".contains(it);
    matches!(digits, 6..=8) && text.starts_with(['1', '2']) && text.chars().all(is_part)
}

/// Positions of the columns in which texts are dates and which formulas of the sheet name.
pub(super) fn calculated<'t>(
    job: &Job<'_>,
    part: &str,
    sheet: &str,
    touched: impl Iterator<Item = &'t Touched>,
) -> BTreeSet<u16> {
    let mut named = BTreeSet::new();
    let dates = touched.filter(|it| it.text.as_deref().is_some_and(is_date));
    let mut dates = dates.map(|it| it.spot.position).peekable();
    // What cannot be read here cannot be written either, which is told then.
    let stream = job.archive.find(part).map(|it| job.archive.stream(it));
    let (Some(_), Some(Ok(mut stream))) = (dates.peek(), stream) else {
        return named;
    };
    let mut chunk = vec![0; CHUNK_BYTES + FORMULA_BYTES_MAX];
    let mut kept = 0;
    while let Ok(count @ 1..) = stream.fill(&mut chunk[kept..]) {
        let filled = kept + count;
        formulas(&chunk[..filled], |it| columns(it, sheet, &mut named));
        // A formula may stand across two pieces.
        let start = filled.saturating_sub(FORMULA_BYTES_MAX);
        chunk.copy_within(start..filled, 0);
        kept = filled - start;
    }
    let dates: BTreeSet<u16> = dates.collect();
    named.retain(|it| dates.contains(it));
    named
}

/// Gives the formulas among some bytes of a sheet.
fn formulas(bytes: &[u8], mut found: impl FnMut(&str)) {
    for end in memmem::find_iter(bytes, b"f>") {
        let Some(open) = memrchr(b'<', &bytes[..end]) else {
            continue;
        };
        let is_end =
            bytes[open..].starts_with(b"</") && (open + 2 == end || bytes[end - 1] == b':');
        let start = memrchr(b'<', &bytes[..open]);
        let Some(start) = start.filter(|_| is_end) else {
            continue;
        };
        if let Some(tag) = bytes[start..open].iter().position(|it| *it == b'>') {
            found(&decode(&bytes[start + tag + 1..open]));
        }
    }
}

/// The columns of this sheet that a formula names alone: `C2`, `$C$2:$C$60`, `C:C`.
fn columns(formula: &str, sheet: &str, named: &mut BTreeSet<u16>) {
    let is_word = |it: char| it.is_alphanumeric() || "$_.!:'".contains(it);
    // Texts in quotation marks name nothing.
    for outside in formula.split('"').step_by(2) {
        for word in outside.split(|it| !is_word(it)) {
            let (of, reference) = word.rsplit_once('!').unwrap_or(("", word));
            if !of.is_empty() && of.trim_matches('\'') != sheet {
                continue;
            }
            let column = match reference.split_once(':') {
                Some((first, last)) => column(first).filter(|it| column(last) == Some(*it)),
                // Without a row it is a function.
                None if reference.ends_with(|it: char| it.is_ascii_digit()) => column(reference),
                None => None,
            };
            named.extend(column);
        }
    }
}

/// Position of the column of `C`, `$C$2`; none for the name of a function or of anything else.
fn column(word: &str) -> Option<u16> {
    let word = word.strip_prefix('$').unwrap_or(word);
    let length = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, row) = word.split_at(length);
    let row = row.strip_prefix('$').unwrap_or(row);
    if !row.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    super::address::cell(&format!("{letters}1")).map(|it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_a_formula_names_alone_are_found() {
        for (formula, expected) in [
            ("DATEDIF(C2,TODAY(),\"Y\")", vec![2]),
            (
                "IF(TEXT($C$2,\"D3\")=MID(D2,7,8),\"对\",\"错\")",
                vec![2, 3],
            ),
            ("MAX(C2:C60)+COUNT(E:E)", vec![2, 4]),
            ("VLOOKUP(A2,C1:F9,3)", vec![0]),
            ("名单!C2+'名单'!D2+别的!E2", vec![2, 3]),
            ("TODAY()+合计", vec![]),
        ] {
            let mut named = BTreeSet::new();
            columns(formula, "名单", &mut named);
            let found: Vec<u16> = named.into_iter().collect();
            assert_eq!(found, expected, "{formula}");
        }
    }

    #[test]
    fn formulas_are_found_whatever_their_prefix() {
        let text = "<x:c><x:f>A1&gt;2</x:f></x:c><c><f t=\"shared\" si=\"0\"/><f ref=\"A1\">B1</f><xf>C1</xf></c>";
        let mut found = Vec::new();
        formulas(text.as_bytes(), |it| found.push(it.to_owned()));
        assert_eq!(found, ["A1>2", "B1"]);
    }
}
