//! What the page gives: plain objects, taken over field by field. What is left out, or is of another
//! kind than it should be, is as if it were not there; the page's types say what there is.
//! Deliberately no serde: reading with it is a tenth of the sentences it never says.

use std::collections::BTreeMap;

use js_sys::{Array, Object, Reflect, Uint8Array};
use roster_engine::Scan;
use roster_engine::wire::{CheckOptions, FileChoice, ProfileFile, SplitOptions};
use wasm_bindgen::prelude::JsValue;

/// A `CheckOptions`.
pub(crate) fn check_options(given: &JsValue) -> CheckOptions {
    let file = field(given, "profile_file");
    CheckOptions {
        profile: text(given, "profile"),
        profile_file: file.is_object().then(|| profile_file(&file)),
        today: text(given, "today").unwrap_or_default(),
        stage: text(given, "stage"),
        set: pairs(&field(given, "set")),
        sheets: texts(&list(given, "sheets")),
        choices: list(given, "choices")
            .iter()
            .map(|it| choice(&it))
            .collect(),
        not_duplicates: texts(&list(given, "not_duplicates")),
    }
}

/// A `ProfileFile`.
pub(crate) fn profile_file(given: &JsValue) -> ProfileFile {
    ProfileFile {
        name: text(given, "name").unwrap_or_default(),
        text: text(given, "text").unwrap_or_default(),
        understood: text(given, "understood").unwrap_or_default(),
    }
}

/// A `SplitOptions`.
pub(crate) fn split_options(given: &JsValue) -> SplitOptions {
    SplitOptions {
        by: text(given, "by").unwrap_or_default(),
        name: text(given, "name"),
    }
}

/// Files of a folder, each a `ScanFile`; nothing when there is no list.
pub(crate) fn scans(given: &JsValue) -> Option<Vec<Scan>> {
    let all = Array::is_array(given).then(|| Array::from(given))?;
    let each = all.iter().map(|it| {
        let bytes_of = |name| Uint8Array::new(&field(&it, name)).to_vec();
        Scan::new(
            text(&it, "path").unwrap_or_default(),
            field(&it, "bytes").as_f64().map_or(0, whole),
            bytes_of("head"),
            &bytes_of("tail"),
        )
    });
    Some(each.collect())
}

fn choice(given: &JsValue) -> FileChoice {
    FileChoice {
        file: text(given, "file"),
        sheet: text(given, "sheet"),
        header_row: field(given, "header_row")
            .as_f64()
            .map(whole)
            .and_then(|it| u32::try_from(it).ok()),
        profile: text(given, "profile"),
        encoding: text(given, "encoding"),
        skip: field(given, "skip").as_bool(),
        role: text(given, "role"),
        columns: pairs(&field(given, "columns")),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is no such number becomes the nearest one"
)]
fn whole(it: f64) -> u64 {
    it as u64
}

fn field(given: &JsValue, name: &str) -> JsValue {
    // Only what is no object has no fields.
    Reflect::get(given, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(given: &JsValue, name: &str) -> Option<String> {
    field(given, name).as_string()
}

/// The fields of an object that are texts.
fn pairs(given: &JsValue) -> BTreeMap<String, String> {
    let entries = Object::try_from(given).map(Object::entries);
    let pairs = entries.iter().flat_map(Array::iter).filter_map(|pair| {
        let pair = Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    });
    // Collecting would bring a sort of its own along.
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// The texts of a list.
pub(crate) fn texts(list: &Array) -> Vec<String> {
    list.iter().filter_map(|it| it.as_string()).collect()
}

fn list(given: &JsValue, name: &str) -> Array {
    let list = field(given, name);
    if Array::is_array(&list) {
        Array::from(&list)
    } else {
        Array::new()
    }
}
