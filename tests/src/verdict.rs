//! What the report says last: whether the list is ready.

use roster_engine::{Describe, Language, Values};

use crate::profile_files::{checked, given};

#[test]
fn a_list_that_was_not_read_is_not_ready_though_nothing_is_told() {
    let verdict = |levels: &str, csv: &str| {
        let profile = format!("id = \"p\"\nextends = \"xj-2013\"\n[levels]\n{levels}");
        let session = checked(&given(&profile), csv);
        let mut text = Vec::new();
        let describe = Describe {
            session: &session,
            values: Values::Masked,
        };
        let written = describe.write_text(Language::Zh, true, &mut text);
        written.expect("memory can be written");
        String::from_utf8(text).expect("text")
    };
    let csv = "王小明,男\n李小红,女\n";
    let said = verdict("R0101 = \"off\"", csv);
    assert!(said.contains("还不能提交"), "{said}");
    assert!(!said.contains("，可以提交"), "{said}");
}
