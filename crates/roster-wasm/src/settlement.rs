//! What is to be settled, and the folder of scans. No decision is made here.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::mistake::understood;
use crate::{Session, give, given, tell};

#[wasm_bindgen]
impl Session {
    /// What is to be settled, as bytes of which the second module makes papers.
    pub fn settlement(&self, shown: bool, language: &str) -> Result<Vec<u8>, JsValue> {
        let language = understood(language)?;
        Ok(self.describe(shown).to_settle(language).to_bytes())
    }

    /// Takes the listing of a folder of scans, each a `ScanFile`, or puts it away when it is null, and
    /// checks again what was checked; gives an `Overview`.
    pub fn set_scans(
        &mut self,
        scans: JsValue,
        progress: &js_sys::Function,
    ) -> Result<JsValue, JsError> {
        let scans = given::scans(&scans);
        self.0.set_scans(scans, &mut |it| tell(progress, it));
        give(&self.describe(false).overview())
    }

    /// What the folder of scans has and lacks, a `ScansFound`; null without one, and before the import.
    pub fn scans(&self, shown: bool) -> Result<JsValue, JsError> {
        give(&self.describe(shown).scans())
    }
}
