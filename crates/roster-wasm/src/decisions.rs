//! What somebody decided about groups: rows told apart.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::output::{Output, made};
use crate::{Session, tell};

#[wasm_bindgen]
impl Session {
    /// Remembers that all rows of a group are different pupils, or that one member is another than the
    /// rest, counted from 0; gives an `Overview`.
    pub fn tell_apart(
        &mut self,
        group: &str,
        member: Option<u32>,
        progress: &js_sys::Function,
    ) -> Result<JsValue, JsError> {
        let one = (group, member.map(|it| it as usize));
        let told = self.0.tell_apart(&[one], &mut |it| tell(progress, it));
        self.overview_after(told)
    }

    /// Remembers these pairs and no others, as `CheckOptions` has them; gives an `Overview`.
    pub fn set_told_apart(
        &mut self,
        pairs: Vec<String>,
        progress: &js_sys::Function,
    ) -> Result<JsValue, JsError> {
        let set = self.0.set_told_apart(&pairs, &mut |it| tell(progress, it));
        self.overview_after(set)
    }

    /// The file of what was told apart.
    pub fn decisions(&self) -> Result<Output, JsError> {
        made(Ok(self.0.decisions()))
    }
}
