//! What a file of another program hides is told, with exact counts, whatever the format:
//! `fixtures/hidden` (see there) and a page.

use roster_engine::Session;
use roster_engine::wire::Finding;

use crate::corpus_truth::options;
use crate::example_check::findings;
use crate::reading::open;

/// What has to be said of each file and its sheets, and nothing else.
const SAID: [&str; 5] = [
    "R0008 warning 一班: Columns are hidden (1 column: 联系电话); they were checked as well. \
     Show them and decide before submitting.",
    "R0008 warning 一班: Rows are hidden (1 pupil, row 4); they were checked as well. \
     Show them and decide before submitting.",
    "R0008 warning 二班: The sheet is hidden (1 pupil); they were checked as well. \
     Show them and decide before submitting.",
    "R0015 warning file: The file uses the 1904 date system and has 4 date cells; copied or imported \
     dates may be off by four years and a day. Compare them.",
    "R0109 info 一班: Titles or notes stand above the header (1, row 1); delete those the template \
     does not have.",
];

#[test]
fn hidden_sheets_rows_and_columns_are_counted() {
    for name in ["excel97.xls", "calc.ods", "calc.xlsx"] {
        let mut session = Session::new(options("before-import"));
        open(&mut session, name, &fixture(name));
        session.check(&mut |_| {});
        let all = findings(&session);
        // What is said of cells, and of the profile, is none of this.
        let of_file = all
            .iter()
            .filter(|it| it.rule < "R0200" && it.rule != "R0108");
        let mut said: Vec<String> = of_file.map(said_of).collect();
        said.sort();
        assert_eq!(said, SAID, "{name}");
    }
}

fn said_of(finding: &Finding) -> String {
    let place = &finding.place;
    let at = place.cell.as_deref().or(place.sheet.as_deref());
    let (rule, level) = (finding.rule, finding.level);
    format!(
        "{rule} {level} {}: {}",
        at.unwrap_or("file"),
        finding.message.en
    )
}

#[expect(clippy::disallowed_methods, reason = "fixtures are files")]
fn fixture(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hidden");
    std::fs::read(folder.join(name)).expect("a fixture")
}
