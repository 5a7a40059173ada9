//! What people write for the tool: profile files, and files of decisions. No decision is made here.

use std::collections::BTreeMap;

use roster_engine::wire::ProfileFile;
use roster_engine::{Content, Output, WantedProfile};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::refuse;

/// A profile file, read from its bytes: its text, and what the first module takes for what it says.
#[wasm_bindgen]
pub fn read_profile(name: &str, bytes: Vec<u8>) -> Result<Vec<String>, JsError> {
    let file = roster_engine::profile_file(name, bytes).map_err(refuse)?;
    let understood = roster_engine::understood_profile(&file).map_err(refuse)?;
    Ok(vec![file.text, understood])
}

/// Parameters as a profile file that begins with a profile: with the built-in one of this id, or with the
/// file of this name and text, if there is a name. `set` has name and value of each in turn. Gives the name of
/// the new file and its text.
#[wasm_bindgen]
pub fn settings_file(
    profile: Option<String>,
    name: Option<String>,
    text: String,
    set: Vec<String>,
) -> Result<Vec<String>, JsError> {
    let file = name.map(|name| ProfileFile {
        name,
        text,
        understood: String::new(),
    });
    let pairs = set.chunks_exact(2);
    let set: BTreeMap<String, String> = pairs.map(|it| (it[0].clone(), it[1].clone())).collect();
    let wanted = WantedProfile {
        id: profile.as_deref(),
        file: file.as_ref(),
    };
    let made = roster_engine::settings_file(wanted, &set);
    let Output { name, content, .. } = made.map_err(refuse)?;
    let (Content::Ready(bytes) | Content::Plan(bytes) | Content::Changes(bytes)) = content;
    Ok(vec![name, String::from_utf8(bytes)?])
}

/// The pairs of a file of decisions, read from its bytes.
#[wasm_bindgen]
pub fn read_decisions(name: &str, bytes: &[u8]) -> Result<Vec<String>, JsError> {
    roster_engine::decisions_of_file(name, bytes).map_err(refuse)
}
