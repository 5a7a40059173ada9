//! The page's second module. No decision is made here: convert, call `roster-office` or `roster-engine`, convert.
//!
//! The page fetches it while it loads and starts it only when a file needs it. A panic costs this
//! module only: the worker starts it anew and the run in the first module is still there.

#[path = "../../roster-wasm/src/mistake.rs"]
mod mistake;
mod settlement;
mod written;

use roster_engine::Said;
use roster_office::Failure;
use roster_papers::Language;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use mistake::understood;

/// What the pairs of bytes of an encoding are, `gb18030` or `big5`, for browsers that have other ones.
#[wasm_bindgen]
pub fn table_lines(encoding: &str) -> String {
    roster_office::table_lines(encoding)
}

/// Needed so that the module can be started anew.
#[wasm_bindgen(start)]
pub fn start() {}

/// An xls, xlsb or ods workbook, a web page or an XML spreadsheet as a raw stream for the first module;
/// `encoding` is what somebody decided on.
#[wasm_bindgen]
pub fn read(bytes: &[u8], encoding: Option<String>) -> Vec<u8> {
    let markup = roster_office::read_markup(bytes, encoding.as_deref());
    markup.unwrap_or_else(|| roster_office::read(bytes))
}

/// A locked file as the first module reads it: without its password, or as a raw stream.
/// Refused with a sentence in the language (`zh` or `en`).
#[wasm_bindgen]
pub fn unlock(bytes: &[u8], password: &str, language: &str) -> Result<Vec<u8>, JsValue> {
    let language = understood(language)?;
    let unlocked = roster_office::unlock(bytes, password);
    let refused = |Failure { said, .. }| JsError::new(language.of(&said));
    Ok(unlocked.map_err(refused)?)
}

/// The workbook a plan describes.
#[wasm_bindgen]
pub fn write(plan: &[u8]) -> Result<Vec<u8>, JsError> {
    roster_office::write(plan).map_err(|it| JsError::new(&it.to_string()))
}

/// A file with changes put into it.
#[wasm_bindgen]
pub struct Patched(roster_office::Patched);

#[wasm_bindgen]
impl Patched {
    /// The file.
    pub fn bytes(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.0.bytes)
    }

    /// What its reader has to know: sentences in Chinese and in English, in turn.
    pub fn notes(&self) -> Vec<String> {
        let notes = self.0.notes.iter();
        notes
            .flat_map(|it| [it.zh.clone(), it.en.clone()])
            .collect()
    }

    /// The cells that kept their text: sheet, row number and position of each, in turn.
    pub fn unchanged(&self) -> Vec<String> {
        let cells = self.0.unchanged.iter();
        cells
            .flat_map(|it| {
                let (row, position) = (it.row_number.to_string(), it.position.to_string());
                [it.sheet.clone(), row, position]
            })
            .collect()
    }
}

/// The workbook that was read with the changes of a plan in it; refused with a sentence in both languages,
/// a line each.
#[wasm_bindgen]
pub fn patch(content: &[u8], plan: &[u8]) -> Result<Patched, JsError> {
    let patched = roster_office::patch(content, plan, &mut |_| {});
    patched.map(Patched).map_err(refuse)
}

/// A zip of finished files; `names` and `files` belong together one by one.
#[wasm_bindgen]
pub fn zip(names: Vec<String>, files: Vec<js_sys::Uint8Array>) -> Vec<u8> {
    let files: Vec<Vec<u8>> = files.iter().map(js_sys::Uint8Array::to_vec).collect();
    let entries = names.iter().zip(&files);
    roster_office::archive(entries.map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

/// The page speaks one of the languages: a line each.
fn refuse(it: Said) -> JsError {
    JsError::new(&format!("{}\n{}", it.zh, it.en))
}
