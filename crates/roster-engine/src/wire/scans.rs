//! The folder of scans, as the page hands it over and is told of it.

use serde::Serialize;

/// A file of a folder of scans.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", serde(deny_unknown_fields))]
pub struct ScanFile {
    /// Its path below the folder, with `/` between the parts.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// Its first bytes, at least eight where it has so many.
    #[cfg_attr(feature = "schema", ts(type = "Uint8Array"))]
    pub head: Vec<u8>,
    /// Its last 2048 bytes, or all of a shorter one.
    #[cfg_attr(feature = "schema", ts(type = "Uint8Array"))]
    pub tail: Vec<u8>,
}

/// What a folder of scans has and lacks.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScansFound {
    /// Pupils whose papers are not complete.
    pub lacking: Vec<LackingPapers>,
    /// Files that belong to no pupil who needs papers, or of which nobody can tell to which of some.
    pub unclaimed: Vec<UnclaimedScan>,
}

/// A pupil whose papers are not complete.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LackingPapers {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// Row number in the file.
    pub row: u32,
    /// Whether 户口簿 or 身份证 is missing.
    pub family: bool,
    /// Whether 学校证明 is missing.
    pub school: bool,
}

/// A file of a folder of scans that belongs to nobody.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnclaimedScan {
    /// Its path below the folder, masked unless values are shown.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// Whether it may be that of several pupils.
    pub is_unsure: bool,
}
