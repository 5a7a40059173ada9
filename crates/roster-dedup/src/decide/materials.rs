//! The papers that a handling needs.

use roster_model::{Handling, Said, Stage};

/// The papers a handling needs. Before the import only a row that the system will flag for certain,
/// though it is right, needs any.
pub fn materials(handling: Handling, stage: Stage) -> Vec<Said> {
    let family = || {
        let en =
            "scan or photograph of the household register (户口簿) or the identity card (身份证)";
        Said::new("户口簿或身份证的扫描件或照片", en)
    };
    let school = || {
        let en = "scan or photograph of a certificate issued by the school (学校证明)";
        Said::new("学校出具的证明材料的扫描件或照片", en)
    };
    match (handling, stage) {
        (Handling::Corroborate, _) => vec![family(), school()],
        (Handling::Change, Stage::AfterImport) => vec![family()],
        _ => Vec::new(),
    }
}
