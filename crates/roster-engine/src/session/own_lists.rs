//! The lists that an earlier marking put into a workbook. They are told by their first row, in either
//! language and under whatever name; they are no rosters, and the next marking takes their place.

use roster_model::Sheet;
use roster_papers::is_own_sheet;

use crate::language::Language;
use crate::words::words;

/// What an own list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OwnList {
    Findings,
    Handling,
    Changes,
    Legend,
    Settlement,
}

/// What list of this program a sheet is.
pub(crate) fn own_list(sheet: &Sheet) -> Option<OwnList> {
    let first = sheet.head.first().filter(|it| it.row_number == 1)?;
    let texts: Vec<&str> = first.cells.iter().map(|it| it.1.as_str()).collect();
    for language in [Language::Zh, Language::En] {
        let words = words(language);
        let lists = [
            (OwnList::Findings, &words.findings_header[..]),
            (OwnList::Handling, &words.handling_header),
            (OwnList::Changes, &words.changes_header),
            // Once it did not tell which are of key information.
            (OwnList::Changes, &words.changes_header[..8]),
        ];
        if let Some((list, _)) = lists.into_iter().find(|it| texts == it.1) {
            return Some(list);
        }
        if let [title, made_with] = texts[..]
            && title == words.legend_made_with
            && made_with.starts_with("rostercheck ")
        {
            return Some(OwnList::Legend);
        }
        if is_own_sheet(&texts, language) {
            return Some(OwnList::Settlement);
        }
    }
    None
}
