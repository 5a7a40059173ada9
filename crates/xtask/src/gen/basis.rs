//! What rules rest on, in English: the table that has each basis a rule file says in Chinese.

use std::collections::BTreeMap;
use std::path::Path;

/// The table, one basis a line: Chinese, a tab, English.
pub(super) const TABLE: &str = "crates/roster-rules/basis.tsv";

/// The English of every basis that is not plain ASCII.
pub(crate) struct Bases(BTreeMap<String, String>);

impl Bases {
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let text = crate::read_text(&root.join(TABLE))?;
        let lines = text.lines().skip(1);
        let both = lines.map(|line| match line.split_once('\t') {
            Some((zh, en)) => Ok((zh.to_owned(), en.to_owned())),
            None => Err(format!("{TABLE}: `{line}` has no tab.")),
        });
        Ok(Bases(both.collect::<Result<_, _>>()?))
    }

    /// The English of a basis; of one in ASCII itself.
    pub(crate) fn english<'b>(&'b self, basis: &'b str) -> Option<&'b str> {
        let known = self.0.get(basis).map(String::as_str);
        known.or_else(|| basis.is_ascii().then_some(basis))
    }
}
