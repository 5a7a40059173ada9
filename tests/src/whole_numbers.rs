//! Identity numbers that a program stored as numbers, with all their digits in the file: nothing is lost yet.

use crate::hand_back::checked;

/// A sheet of which the numbers are number cells, with these digits.
fn book(numbers: &[&str]) -> String {
    let row = |name: &str, kind: &str, number: &str| {
        format!(
            "<Row><Cell><Data ss:Type=\"String\">{name}</Data></Cell>\
             <Cell><Data ss:Type=\"{kind}\">{number}</Data></Cell></Row>"
        )
    };
    let names = ["王小明", "李小红", "张小华", "赵小刚"].into_iter();
    let rows = names.zip(numbers).map(|(name, it)| row(name, "Number", it));
    format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"S\"><Table>{}{}</Table>\
         </Worksheet></Workbook>",
        row("姓名", "String", "身份证号"),
        rows.collect::<String>()
    )
}

#[test]
fn a_number_with_all_its_digits_is_kept_as_a_text() {
    // Whole; a multiple of 16, which a binary number may be too; cut; whole, and wrong by itself.
    let text = book(&[
        "110101201509010059",
        "110101201509010016",
        "110101201509010000",
        "110101201509010029",
    ]);
    let session = checked(&[("a.xls", text.as_bytes())]);
    let describe = roster_engine::Describe {
        session: &session,
        values: roster_engine::Values::Shown,
    };
    let told = describe.findings("R1010", 0, 9);
    let told = told.iter().map(|it| {
        let fix = it.fixes.first();
        let to = fix.map(|it| (it.trust, it.edits[0].to.as_str()));
        (it.place.cell.as_deref().unwrap_or(""), to)
    });
    let told: Vec<_> = told.collect();
    let to = |trust, text| Some((trust, text));
    assert_eq!(
        told,
        [
            ("B2", to("safe", "110101201509010059")),
            ("B3", to("review", "110101201509010016")),
            ("B4", None),
            ("B5", to("safe", "110101201509010029")),
        ]
    );
    let wrong = describe.findings("R1003", 0, 9);
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].place.cell.as_deref(), Some("B5"));
}
