//! The language of what a person reads.

pub use roster_model::Language;

use roster_model::Bilingual;

use crate::wire::Said;

impl Bilingual for Said {
    fn zh(&self) -> &str {
        &self.zh
    }

    fn en(&self) -> &str {
        &self.en
    }
}
