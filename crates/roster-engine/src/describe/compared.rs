//! The header of a sheet beside the template of a profile: what a clerk sees who drops in the blank
//! template just downloaded from the national system.

use roster_model::{Said, Sheet, SheetColumn, column_letters};
use roster_rules::{ActiveProfile, in_order};
use roster_standard::AnyColumn;

use crate::describe::mask::Values;
use crate::session::Session;
use crate::template::{Line, blank_lines};
use crate::wire::{Compared, HeaderLine};

impl Session {
    /// The header of a sheet beside the template of a profile, or of the profile it is checked under;
    /// nothing where it has no header.
    pub fn compared(&self, sheet: usize, profile: Option<&str>) -> Result<Option<Compared>, Said> {
        let roster = self.rosters().get(sheet);
        let Some(roster) = roster.filter(|it| it.sheet.has_header()) else {
            return Ok(None);
        };
        let profile = match profile {
            None => roster.profile.clone(),
            Some(id) => self.options().profiles.by_id(id)?,
        };
        let lines = compare(&roster.sheet, &profile);
        Ok(Some(Compared {
            file: self.file_of_sheet(&roster.sheet).name.clone(),
            sheet: roster.sheet.name.clone(),
            profile: profile.id.clone(),
            same: lines.iter().all(|it| it.state == "same" && !it.moved),
            lines,
        }))
    }
}

/// A line, and where its column stands in the template.
type Placed = (Option<usize>, HeaderLine);

fn compare(sheet: &Sheet, profile: &ActiveProfile) -> Vec<HeaderLine> {
    let template = blank_lines(profile);
    let mut taken = vec![false; template.len()];
    let meant = |column: &SheetColumn| profile.column_of(column);
    let is_own = |column: &SheetColumn| matches!(meant(column), Some(AnyColumn::Known(known)) if profile.is_headed(known, &column.header));
    let own: Vec<AnyColumn> = sheet
        .columns
        .iter()
        .filter(|it| is_own(it))
        .filter_map(meant)
        .collect();
    let mut next = 0;
    let in_file: Vec<Placed> = sheet
        .columns
        .iter()
        .filter(|it| !it.header.is_empty())
        .flat_map(|column| {
            let meant = meant(column);
            let place = meant.and_then(|meant| place_of(&template, meant));
            // The header that is the template's own has the column, or the left one.
            let has_own = meant.is_some_and(|it| own.contains(&it)) && !is_own(column);
            let is_first =
                !has_own && place.is_some_and(|it| !std::mem::replace(&mut taken[it], true));
            let mut placed = match place.filter(|_| is_first) {
                Some(place) => (Some(place), both(column, &template[place], profile)),
                None => (
                    None,
                    only_in_file(
                        (&column.header, column.position),
                        place.is_some(),
                        meant,
                        profile,
                    ),
                ),
            };
            // Should a pupil have been taken for the header.
            placed.1.header = Some(Values::Masked.show_header(sheet, column));
            // A blank column moves all behind it.
            let blank = (next..column.position)
                .map(|it| (None, only_in_file(("", it), false, None, profile)));
            next = column.position.saturating_add(1);
            blank.chain([placed]).collect::<Vec<Placed>>()
        })
        .collect();
    let missing = template
        .iter()
        .enumerate()
        .filter(|(place, _)| !taken[*place]);
    let missing = missing.map(|(place, line)| (Some(place), only_in_template(line, profile)));
    let known: Vec<usize> = in_file.iter().filter_map(|it| it.0).collect();
    let mut stays = in_order(&known).into_iter();
    let mut all: Vec<Placed> = missing.collect();
    // Those that only the file has stand behind the column before them.
    let mut behind = None;
    let mut others = Vec::new();
    for (place, mut line) in in_file {
        match place {
            Some(place) => {
                line.moved = !stays.next().unwrap_or(true);
                behind = Some(place);
                all.push((Some(place), line));
            }
            None => others.push((behind, line)),
        }
    }
    all.extend(others);
    // Stable: a column of the template stands before what stands behind it.
    roster_order::sort_by_key(&mut all, |it| it.0.map_or(0, |place| place + 1));
    all.into_iter().map(|it| it.1).collect()
}

fn place_of(template: &[Line<'_>], column: AnyColumn) -> Option<usize> {
    template.iter().position(|it| it.column == column)
}

fn both(column: &SheetColumn, line: &Line<'_>, profile: &ActiveProfile) -> HeaderLine {
    HeaderLine {
        state: if column.header == line.header {
            "same"
        } else {
            "written"
        },
        header: Some(column.header.clone()),
        letter: Some(column_letters(column.position)),
        ..only_in_template(line, profile)
    }
}

fn only_in_template(line: &Line<'_>, profile: &ActiveProfile) -> HeaderLine {
    HeaderLine {
        state: "missing",
        moved: false,
        column: Some(profile.key_of(line.column)),
        template: Some(line.header.to_owned()),
        header: None,
        letter: None,
        required: line.required,
    }
}

fn only_in_file(
    (header, position): (&str, u16),
    is_repeated: bool,
    meant: Option<AnyColumn>,
    profile: &ActiveProfile,
) -> HeaderLine {
    HeaderLine {
        state: if is_repeated { "repeated" } else { "new" },
        moved: false,
        column: meant.map(|it| profile.key_of(it)),
        template: None,
        header: Some(header.to_owned()),
        letter: Some(column_letters(position)),
        required: false,
    }
}
