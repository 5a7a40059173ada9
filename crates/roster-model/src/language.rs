//! The language of what a person reads.

use crate::Said;

/// The language of a page or a text report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// Chinese: the product's own.
    #[default]
    Zh,
    /// English.
    En,
}

/// A sentence that there is in both languages.
pub trait Bilingual {
    /// In Chinese.
    fn zh(&self) -> &str;
    /// In English.
    fn en(&self) -> &str;
}

impl Language {
    /// The language with this word, `zh` or `en`.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "zh" => Some(Language::Zh),
            "en" => Some(Language::En),
            _ => None,
        }
    }

    /// The sentence in this language.
    pub fn of(self, said: &impl Bilingual) -> &str {
        match self {
            Language::Zh => said.zh(),
            Language::En => said.en(),
        }
    }
}

impl Bilingual for Said {
    fn zh(&self) -> &str {
        &self.zh
    }

    fn en(&self) -> &str {
        &self.en
    }
}
