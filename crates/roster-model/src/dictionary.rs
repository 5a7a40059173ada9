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

    /// Gives the number of each of some texts; many are faster together.
    pub fn numbers<T: AsRef<str>>(&mut self, some: &[T], give: impl FnMut(Result<u32, TooLarge>)) {
        let kind = CellKind::Text;
        self.interner.intern_some(&mut self.texts, some, kind, give);
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
        let mut together = Vec::new();
        dictionary.numbers(&["王", "李小红", "王"], |it| {
            together.push(it.unwrap());
        });
        assert_eq!(together, [3, 2, 3]);
        assert_eq!(dictionary.text(2), "李小红");
    }
}
