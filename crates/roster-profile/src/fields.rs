//! The values of a table, asked for one by one; the caller says what it expects, and what is there
//! otherwise becomes a sentence at its place.

use roster_model::Said;

use crate::node::{At, Entry, Node, Table, Value, Wrong};

/// Texts longer than this are cut in a sentence.
const QUOTED_MAX: usize = 40;

impl Table {
    /// Refuses a key that is none of these.
    pub(crate) fn only(&self, keys: &[&str]) -> Result<(), Wrong> {
        let Some(entry) = self.entries.iter().find(|it| !keys.contains(&&*it.key)) else {
            return Ok(());
        };
        let (key, list) = (quoted(&entry.key), keys.join(", "));
        let (zh, en) = match nearest(&entry.key, keys.iter().copied()) {
            Some(near) => (
                format!("没有“{key}”这一项，是不是要写“{near}”？可以写的有：{list}"),
                format!("there is no \"{key}\"; is \"{near}\" meant? Known are {list}"),
            ),
            None => (
                format!("没有“{key}”这一项；可以写的有：{list}"),
                format!("there is no \"{key}\"; known are {list}"),
            ),
        };
        Err(Wrong::new(entry.at, zh, en))
    }

    pub(crate) fn text(&self, key: &str) -> Result<Option<(&str, At)>, Wrong> {
        let Some(entry) = self.get(key) else {
            return Ok(None);
        };
        let text = entry.node.text(key)?;
        Ok(Some((text, entry.node.at)))
    }

    pub(crate) fn flag(&self, key: &str) -> Result<Option<bool>, Wrong> {
        match self.get(key).map(|it| &it.node) {
            None => Ok(None),
            Some(Node {
                value: Value::Flag(flag),
                ..
            }) => Ok(Some(*flag)),
            Some(node) => Err(node.expected(key, "true 或 false", "true or false")),
        }
    }

    pub(crate) fn table(&self, key: &str) -> Result<Option<&Table>, Wrong> {
        self.get(key).map(|it| it.node.table(key)).transpose()
    }

    /// The items of a list; none where the key is absent.
    pub(crate) fn list(&self, key: &str) -> Result<&[Node], Wrong> {
        match self.get(key).map(|it| &it.node) {
            None => Ok(&[]),
            Some(Node {
                value: Value::List(nodes),
                ..
            }) => Ok(nodes),
            Some(node) => Err(node.expected(
                key,
                "列表，如 [\"甲\", \"乙\"]",
                "a list such as [\"a\", \"b\"]",
            )),
        }
    }

    /// The texts of a list; a single text is a list of one.
    pub(crate) fn texts(&self, key: &str) -> Result<Vec<(&str, At)>, Wrong> {
        if let Some(Entry { node, .. }) = self.get(key)
            && let Value::Text(text) = &node.value
        {
            return Ok(vec![(text, node.at)]);
        }
        let nodes = self.list(key)?.iter();
        nodes.map(|it| Ok((it.text(key)?, it.at))).collect()
    }

    /// A text in one language or both.
    pub(crate) fn said(&self, key: &str) -> Result<Option<Said>, Wrong> {
        let Some(entry) = self.get(key) else {
            return Ok(None);
        };
        if let Value::Text(text) = &entry.node.value {
            return Ok(Some(Said::new(text.as_str(), text.as_str())));
        }
        let Value::Table(table) = &entry.node.value else {
            return Err(entry.node.expected(
                key,
                "一段文字，或 { zh = \"…\", en = \"…\" }",
                "a text, or { zh = \"…\", en = \"…\" }",
            ));
        };
        table.only(crate::TITLE)?;
        let (zh, en) = (table.text("zh")?, table.text("en")?);
        let zh_or_en = zh.or(en).map(|it| it.0).unwrap_or_default();
        let en_or_zh = en.or(zh).map(|it| it.0).unwrap_or_default();
        Ok(Some(Said::new(zh_or_en, en_or_zh)))
    }
}

impl Node {
    pub(crate) fn text(&self, key: &str) -> Result<&str, Wrong> {
        match &self.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.expected(key, "加引号的文字", "a text in quotation marks")),
        }
    }

    pub(crate) fn table(&self, key: &str) -> Result<&Table, Wrong> {
        match &self.value {
            Value::Table(table) => Ok(table),
            _ => Err(self.expected(key, "一组键和值", "a table of keys and values")),
        }
    }

    /// The sentence for a value of another kind than expected.
    pub(crate) fn expected(&self, key: &str, zh: &str, en: &str) -> Wrong {
        let (is_zh, is_en) = self.value.name();
        Wrong::new(
            self.at,
            format!("“{key}”要写{zh}，这里是{is_zh}"),
            format!("\"{key}\" takes {en}, not {is_en}"),
        )
    }
}

/// One of some words, or the sentence that lists them.
pub(crate) fn one_of<T: Copy>(
    (text, at): (&str, At),
    key: &str,
    all: &[(&str, T)],
) -> Result<T, Wrong> {
    if let Some((_, found)) = all.iter().find(|it| it.0 == text) {
        return Ok(*found);
    }
    let list: Vec<&str> = all.iter().map(|it| it.0).collect();
    let list = list.join(", ");
    let text = quoted(text);
    Err(Wrong::new(
        at,
        format!("“{key}”不能写“{text}”；可以写的有：{list}"),
        format!("\"{key}\" cannot be \"{text}\"; it is one of {list}"),
    ))
}

/// The beginning of a text, for a sentence.
pub(crate) fn quoted(text: &str) -> String {
    let mut cut: String = text.chars().take(QUOTED_MAX).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

/// The word that is at most two edits away and nearest; the first of equally near ones.
pub(crate) fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let near = known.map(|it| (distance(word, it), it));
    let best = near.min_by_key(|it| it.0)?;
    let is_near = best.0 <= 2 && best.0 < word.chars().count();
    is_near.then_some(best.1)
}

/// Letters to put in, take out or change.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, left) in a.chars().take(QUOTED_MAX).enumerate() {
        let mut before = row[0];
        row[0] = index + 1;
        for (place, right) in b.iter().enumerate() {
            let change = before + usize::from(left != *right);
            before = row[place + 1];
            row[place + 1] = change.min(row[place] + 1).min(before + 1);
        }
    }
    row[b.len()]
}
