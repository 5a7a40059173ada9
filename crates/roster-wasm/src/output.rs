//! Files that are handed back, one or several together. No decision is made here.

use roster_engine::Content;
use roster_engine::wire::{LeftOut, Said};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::{give, refuse};

/// A file that is handed back.
#[wasm_bindgen]
pub struct Output(roster_engine::Output);

#[wasm_bindgen]
impl Output {
    /// A name for it.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.0.name.clone()
    }

    /// What `bytes` are: `ready` the file, `plan` the plan of a workbook, of which the second module makes
    /// the file, `changes` what it puts into the file that was read.
    #[wasm_bindgen(getter)]
    pub fn kind(&self) -> String {
        let word = match self.0.content {
            Content::Ready(_) => "ready",
            Content::Plan(_) => "plan",
            Content::Changes(_) => "changes",
        };
        word.to_owned()
    }

    /// The file, its plan, or its changes: once, or a large file would be in memory twice.
    pub fn bytes(&mut self) -> Vec<u8> {
        let (Content::Ready(bytes) | Content::Plan(bytes) | Content::Changes(bytes)) =
            &mut self.0.content;
        std::mem::take(bytes)
    }

    /// What its reader has to know, each a `Said`.
    pub fn notes(&self) -> Result<JsValue, JsError> {
        let notes = self.0.notes.iter();
        give(&notes.map(Said::from).collect::<Vec<_>>())
    }
}

/// Files that are handed back together.
#[wasm_bindgen]
pub struct Outputs {
    outputs: Vec<Option<Output>>,
    left_out: LeftOut,
}

#[wasm_bindgen]
impl Outputs {
    /// How many they are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.outputs.len()
    }

    /// Takes one of them, counted from 0; each can be taken once.
    pub fn take(&mut self, index: u32) -> Option<Output> {
        self.outputs.get_mut(index as usize)?.take()
    }

    /// What was taken over and what was not, a `LeftOut`.
    pub fn left_out(&self) -> Result<JsValue, JsError> {
        give(&self.left_out)
    }
}

impl Output {
    /// A file that needs no word with it.
    pub(crate) fn of(name: String, content: Content) -> Output {
        Output(roster_engine::Output {
            name,
            content,
            notes: Vec::new(),
        })
    }
}

pub(crate) fn made(
    output: Result<roster_engine::Output, roster_engine::Said>,
) -> Result<Output, JsError> {
    output.map(Output).map_err(refuse)
}

pub(crate) fn made_many(
    divided: Result<roster_engine::Divided, roster_engine::Said>,
) -> Result<Outputs, JsError> {
    let divided = divided.map_err(refuse)?;
    Ok(Outputs {
        outputs: divided
            .outputs
            .into_iter()
            .map(|it| Some(Output(it)))
            .collect(),
        left_out: divided.left_out,
    })
}
