//! Different texts, numbered in the order in which they first came.

use crate::interner::Interner;
use crate::texts::{CellKind, Texts, TooLarge};

/// Numbers texts: equal texts have one number. All texts stand in one piece of memory.
#[derive(Debug, Default)]
pub struct Dictionary {
    texts: Texts,
    interner: Interner,
}

impl Dictionary {
    /// The number of a text, from 0; a new text is kept.
    pub fn number(&mut self, text: &str) -> Result<u32, TooLarge> {
        self.interner.intern(&mut self.texts, text, CellKind::Text)
    }

    /// How many different texts there are.
    pub fn len(&self) -> u32 {
        self.texts.len() as u32
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of a number that was given out.
    pub fn text(&self, number: u32) -> &str {
        self.texts.text(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_one_number() {
        let mut dictionary = Dictionary::default();
        let texts = ["张小明", "", "李小红", "张小明", ""];
        let numbers = texts.map(|it| dictionary.number(it).unwrap());
        assert_eq!(numbers, [0, 1, 2, 0, 1]);
        assert_eq!(dictionary.text(2), "李小红");
    }
}
