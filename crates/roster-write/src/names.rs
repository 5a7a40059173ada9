//! Names of sheets that every spreadsheet program accepts, and links to their cells.

/// Longest name, in UTF-16 units.
const UNITS_MAX: usize = 31;

/// A usable name for each wanted one, in order: no forbidden character, not too long, and unlike
/// every earlier one whatever the case of its letters. Names that are usable stay as they are.
pub fn sheet_names<'n>(wanted: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in wanted {
        names.push(free_name(name, &names));
    }
    names
}

/// The link to a cell such as `F12` of the sheet with this name.
pub fn link_to(sheet: &str, cell: &str) -> String {
    format!("'{}'!{cell}", sheet.replace('\'', "''"))
}

/// A name in small letters, by which names are compared where the case of letters tells none from another. Letter by
/// letter: the Greek letter that has another form at the end of a word is one letter here.
pub fn lower_name(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).collect()
}

/// A usable name that none of the taken ones has.
pub(crate) fn free_name(wanted: &str, taken: &[String]) -> String {
    let taken: Vec<String> = taken.iter().map(|it| lower_name(it)).collect();
    let plain = usable(wanted);
    let mut name = plain.clone();
    let mut number = 1;
    while taken.contains(&lower_name(&name)) {
        number += 1;
        let suffix = format!(" ({number})");
        name = format!(
            "{}{suffix}",
            cut(&plain, UNITS_MAX - suffix.len()).trim_end()
        );
    }
    name
}

fn usable(wanted: &str) -> String {
    let clean: String = wanted
        .chars()
        .map(|c| {
            if "[]:*?/\\".contains(c) || c.is_control() {
                '_'
            } else {
                c
            }
        })
        .collect();
    let name = cut(clean.trim_matches(['\'', ' ']), UNITS_MAX);
    let name = name.trim_matches(['\'', ' ']);
    // Excel keeps the name History for itself.
    match name.to_ascii_lowercase().as_str() {
        "" => "Sheet".to_owned(),
        "history" => format!("{name}_"),
        _ => name.to_owned(),
    }
}

fn cut(text: &str, units_max: usize) -> &str {
    let mut units = 0;
    let fits = |c: char| {
        units += c.len_utf16();
        units > units_max
    };
    text.find(fits).map_or(text, |end| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_usable_unlike_each_other_and_stable() {
        let long = "很".repeat(40);
        let wanted = [
            "一班", "一班", "a/b[c]", "", "History", "'x'", &long, &long, "ABC", "abc",
        ];
        let names = sheet_names(wanted);
        let long_name = "很".repeat(31);
        let second = format!("{} (2)", "很".repeat(27));
        let expected = [
            "一班",
            "一班 (2)",
            "a_b_c_",
            "Sheet",
            "History_",
            "x",
            &long_name,
            &second,
            "ABC",
            "abc (2)",
        ];
        assert_eq!(names, expected);
        assert_eq!(sheet_names(names.iter().map(String::as_str)), names);
    }

    #[test]
    fn quotes_in_names_are_doubled_in_links() {
        assert_eq!(link_to("1班 '甲'组", "F12"), "'1班 ''甲''组'!F12");
    }
}
