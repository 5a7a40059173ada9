//! What the page asks for in a word that there is none of. Both modules have this file, `roster-office-wasm` from here.

use wasm_bindgen::prelude::JsValue;

use crate::Language;

/// The language with this word.
pub(crate) fn understood(language: &str) -> Result<Language, JsValue> {
    Language::from_key(language).ok_or_else(|| mistake("language", language))
}

/// A mistake of the page: of another kind than a refusal, which is a sentence for a person.
pub(crate) fn mistake(of: &str, word: &str) -> JsValue {
    js_sys::TypeError::new(&format!("no such {of}: {word}")).into()
}
