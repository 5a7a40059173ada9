//! Facts first, words last: puts a rule's sentence together from the facts of a finding.

use std::borrow::Cow;

use roster_model::{Fact, FactValue, Finding, Place};

use crate::describe::Describe;
use crate::mask::Values;
use crate::wire::{Said, Scalar};

/// The fact as the report carries it.
pub(crate) fn scalar(value: &FactValue, values: Values) -> Scalar {
    match value {
        FactValue::Plain(text) => Scalar::Text(text.clone()),
        FactValue::Cell(column, text) => Scalar::Text(values.show(Some(*column), text)),
        FactValue::Number(number) => Scalar::Number(*number),
        // It may name sheets.
        FactValue::Said(said) => Scalar::Said(Said {
            zh: values.show_words(&said.zh),
            en: values.show_words(&said.en),
        }),
    }
}

impl Describe<'_> {
    /// The facts of a finding. A header among them may be a pupil.
    pub(crate) fn told<'f>(&self, finding: &'f Finding) -> Cow<'f, [Fact]> {
        let mut facts = Cow::Borrowed(&*finding.facts);
        // What a finding of a file lists are its sheets.
        let list = facts.iter().position(|it| it.name == "list");
        if let (Place::File(_), Some(at)) = (finding.place, list)
            && let FactValue::Plain(names) = &facts[at].value
        {
            let shown = self.values.show_words(names);
            facts.to_mut()[at].value = FactValue::Plain(shown);
        }
        let header = facts.iter().position(|it| it.name == "header");
        if let (Some(at), Some((roster, column))) = (header, self.column_at(finding.place)) {
            let header = self.values.show_header(&roster.sheet, column);
            if header != column.header {
                facts.to_mut()[at].value = FactValue::Plain(header);
            }
        }
        facts
    }
}

/// The sentence of a rule with its places filled.
pub(crate) fn sentence(zh: &str, en: &str, facts: &[Fact], values: Values) -> Said {
    let filled = |template: &str, language: fn(&Said) -> &str| {
        fill(template, |name| {
            let fact = facts.iter().find(|it| it.name == name)?;
            Some(match scalar(&fact.value, values) {
                Scalar::Number(number) => number.to_string(),
                Scalar::Text(text) => text,
                Scalar::Said(said) => language(&said).to_owned(),
            })
        })
    };
    Said {
        zh: filled(zh, |it| &it.zh),
        en: filled(en, |it| &it.en),
    }
}

/// The same sentence, as a wire type.
pub(crate) fn convert(said: &roster_model::Said) -> Said {
    Said {
        zh: said.zh.clone(),
        en: said.en.clone(),
    }
}

/// Replaces each `{name}` by what `value` gives; a name it does not know stays as it is.
fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(length) = rest[open..].find('}') else {
            break;
        };
        let name = &rest[open + 1..open + length];
        out.push_str(&rest[..open]);
        match value(name) {
            Some(text) => out.push_str(&text),
            None => out.push_str(&rest[open..=open + length]),
        }
        rest = &rest[open + length + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_once_and_unknown_ones_stay() {
        let value = |name: &str| (name == "a").then(|| "{b}".to_owned());
        assert_eq!(fill("甲{a}乙{b}", value), "甲{b}乙{b}");
        assert_eq!(fill("没有结束{a", value), "没有结束{a");
    }
}
