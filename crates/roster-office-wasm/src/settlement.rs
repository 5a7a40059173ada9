//! Papers of a settlement, from the bytes that the first module hands over. No decision is made here.

use roster_engine::Stage;
use roster_papers::Settlement;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::mistake::{mistake, understood};

/// A settlement whose papers are wanted.
#[wasm_bindgen]
pub struct Papers(Settlement);

#[wasm_bindgen]
impl Papers {
    /// From the bytes of a settlement.
    #[wasm_bindgen(constructor)]
    pub fn new(settlement: &[u8]) -> Result<Papers, JsError> {
        let settlement = Settlement::from_bytes(settlement);
        settlement
            .map(Papers)
            .map_err(|it| JsError::new(&it.to_string()))
    }

    /// A name for the workbook.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        roster_papers::file_name(&self.0)
    }

    /// The workbook.
    pub fn workbook(&self) -> Result<Vec<u8>, JsError> {
        crate::write(&roster_papers::workbook(&self.0))
    }

    /// The page to print.
    pub fn page(&self) -> Result<Vec<u8>, JsError> {
        let mut page = Vec::new();
        roster_papers::write_page(&self.0, &mut page)?;
        Ok(page)
    }

    /// The letters about a group as texts, each behind the number of the row it is about.
    pub fn letters(&self, group: &str) -> Vec<String> {
        let letters = roster_papers::letters_of(&self.0, group).into_iter();
        letters
            .flat_map(|(row, text)| [row.to_string(), text])
            .collect()
    }
}

/// What comes first for a pupil in two schools; then, for every handling in turn, its word, where to click,
/// and what to collect, a line each. `stage` and `language` are their words.
#[wasm_bindgen]
pub fn steps(stage: &str, language: &str) -> Result<Vec<String>, JsValue> {
    let stage = Stage::from_key(stage).ok_or_else(|| mistake("stage", stage))?;
    let (steps, two_schools) = roster_papers::steps(stage, understood(language)?);
    let mut texts = vec![two_schools.to_owned()];
    for it in steps {
        texts.extend([
            it.handling.key().to_owned(),
            it.path.to_owned(),
            it.boxes.join("\n"),
        ]);
    }
    Ok(texts)
}
