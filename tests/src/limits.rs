//! The numbers on the page of limits are those of the program, and of its messages.

use std::path::Path;

#[test]
fn the_page_has_the_numbers_of_the_program() {
    let page = read(".github/LIMITS.md");
    // Behind the heading and the rule below it.
    let rows = page.lines().filter(|it| it.starts_with('|')).skip(2);
    let mut compared = 0;
    for line in rows {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, what, limit, set_in, _] = cells[..] else {
            panic!("{line}");
        };
        let quoted: Vec<&str> = set_in.split('`').collect();
        let [_, file, _, name, _] = quoted[..] else {
            panic!("{line}");
        };
        let is_page = file.starts_with("web/");
        let source = read(&if is_page {
            file.to_owned()
        } else {
            format!("crates/{file}")
        });
        let number = constant(&source, name).unwrap_or_else(|| panic!("{file} has no {name}"));
        let told = limit.split(' ').next().unwrap_or_default().replace(',', "");
        assert_eq!(told, number.to_string(), "{what}: {name} of {file}");
        compared += 1;
    }
    assert!(compared > 15, "the table is read");
}

#[test]
fn messages_have_the_same_numbers() {
    let failures = read("crates/roster-files/src/failure.rs");
    let number = |file: &str, name: &str| constant(&read(&format!("crates/{file}")), name);
    let mega = number("roster-text/src/rows.rs", "ROW_BYTES_MAX").expect("a constant") >> 20;
    let columns = number("roster-model/src/place.rs", "SHEET_COLUMNS_MAX").expect("a constant");
    let rows = number("roster-model/src/place.rs", "SHEET_ROWS_MAX").expect("a constant");
    assert!(failures.contains(&format!("longer than {mega} MB")));
    for it in [columns, rows] {
        let told = grouped(it);
        assert!(failures.contains(&format!("more than {told} ")), "{told}");
    }
}

/// The value of `const NAME: TYPE = A << B;`, or `= A;`; in TypeScript without the type.
fn constant(source: &str, name: &str) -> Option<u64> {
    let declared = [format!("const {name}: "), format!("const {name} ")]
        .iter()
        .find_map(|it| source.split(it).nth(1))?;
    let value = declared.split_once('=')?.1.split_once(';')?.0;
    let mut parts = value.split("<<").map(|it| it.trim().replace('_', ""));
    let first: u64 = parts.next()?.parse().ok()?;
    parts.try_fold(first, |sum, shift| Some(sum << shift.parse::<u32>().ok()?))
}

/// `1048576` as `1,048,576`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[expect(clippy::disallowed_methods, reason = "sources are files")]
fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|it| panic!("{path}: {it}"))
}
