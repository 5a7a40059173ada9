//! Several texts in one. A list of texts costs eight bytes a text beside it, which hardly get smaller
//! on an office's line; and there are thousands of them.

use std::fmt;
use std::str::SplitTerminator;

/// Texts with a tab behind each but the last.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Words(pub(crate) &'static str);

impl Words {
    /// One after the other.
    pub fn iter(&self) -> SplitTerminator<'static, char> {
        self.0.split_terminator('\t')
    }
}

impl IntoIterator for Words {
    type Item = &'static str;
    type IntoIter = SplitTerminator<'static, char>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for &Words {
    type Item = &'static str;
    type IntoIter = SplitTerminator<'static, char>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn texts_stand_one_after_the_other() {
        let texts = |it: &'static str| Words(it).iter().collect::<Vec<_>>();
        assert!(texts("").is_empty());
        assert_eq!(texts("甲"), ["甲"]);
        assert_eq!(texts("甲\t乙 丙\t丁"), ["甲", "乙 丙", "丁"]);
    }
}
