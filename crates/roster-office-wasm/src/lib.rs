//! The page's second module. No decision is made here: convert, call `roster-office` or the rule book, convert.
//!
//! The page fetches it while it loads and starts it only when a file needs it. A panic costs this
//! module only: the worker starts it anew and the run in the first module is still there.

use roster_office::Failure;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the pairs of bytes of an encoding are, `gb18030` or `big5`, for browsers that have other ones.
#[wasm_bindgen]
pub fn table_lines(encoding: &str) -> String {
    roster_office::table_lines(encoding)
}

/// Needed so that the module can be started anew.
#[wasm_bindgen(start)]
pub fn start() {}

/// An xls, xlsb or ods workbook as a raw stream for the first module.
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> Vec<u8> {
    roster_office::read(bytes)
}

/// A locked file as the first module reads it: without its password, or as a raw stream.
/// Refused with a sentence in the language (`zh` or `en`).
#[wasm_bindgen]
pub fn unlock(bytes: &[u8], password: &str, language: &str) -> Result<Vec<u8>, JsError> {
    roster_office::unlock(bytes, password).map_err(|Failure { said, .. }| {
        JsError::new(if language == "en" { &said.en } else { &said.zh })
    })
}

/// The workbook a plan describes.
#[wasm_bindgen]
pub fn write(plan: &[u8]) -> Result<Vec<u8>, JsError> {
    roster_office::write(plan).map_err(|it| JsError::new(&it.to_string()))
}

/// The page of a rule in the language (`zh` or `en`), as Markdown.
#[wasm_bindgen]
pub fn page(code: &str, language: &str) -> Option<String> {
    let page = roster_rules::page(code)?;
    Some(if language == "en" { page.en } else { page.zh }.to_owned())
}
