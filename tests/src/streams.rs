//! The streams that pass between the modules of a page are told from each other by their first bytes.

use roster_files::RawWriter;
use roster_model::{Format, Stage};
use roster_papers::{Privacy, Settlement};

#[test]
fn no_stream_begins_as_another() {
    let settlement = Settlement {
        has_pupils: true,
        language: roster_model::Language::Zh,
        stage: Stage::AfterImport,
        privacy: Privacy::Masked,
        today: String::new(),
        version: Default::default(),
        entries: Vec::new(),
        not_used: Vec::new(),
        unclaimed: None,
    };
    let changes = roster_write::plan_patch(roster_write::Patch::default());
    assert!(!roster_files::is_raw(&changes));
    let streams = [
        RawWriter::new(Format::Xls).finish(),
        roster_write::PlanWriter::new().finish(),
        changes,
        settlement.to_bytes(),
    ];
    let mut marks = streams.map(|it| it[..4].to_vec());
    marks.sort();
    assert!(marks.windows(2).all(|it| it[0] != it[1]), "{marks:?}");
}
