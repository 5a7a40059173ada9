//! The language of what a person reads.

pub use roster_model::Language;

use roster_model::Bilingual;

use crate::wire::Said;

impl From<&roster_model::Said> for Said {
    fn from(said: &roster_model::Said) -> Self {
        Said {
            zh: said.zh.clone(),
            en: said.en.clone(),
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
