//! Facts first, words last: puts a rule's sentence together from the facts of a finding.

use std::borrow::Cow;

use roster_model::{Column, Fact, FactValue, Finding, Place};
use roster_rules::form_in_words;

use crate::describe::Describe;
use crate::wire::{Said, Scalar};

impl Describe<'_> {
    /// The facts of a finding as the report carries them.
    pub(crate) fn scalars(&self, finding: &Finding) -> Vec<(&'static str, Scalar)> {
        let facts = self.told(finding);
        let mut scalars = Vec::with_capacity(facts.len());
        for it in facts.iter() {
            let scalar = match &it.value {
                FactValue::Plain(text) => Scalar::Text(self.values.show_words(text)),
                FactValue::Cell(column, text) => {
                    Scalar::Text(self.show_quoted(finding.place, *column, text))
                }
                FactValue::Number(number) => Scalar::Number(*number),
                // It may name sheets, and what cells have by the names of their facts.
                FactValue::Said(said) => {
                    let full = |text: &str| {
                        let shown = self.values.show_words(text);
                        fill(&shown, |name| self.quoted(finding.place, &facts, name))
                    };
                    Scalar::Said(Said {
                        zh: full(&said.zh),
                        en: full(&said.en),
                    })
                }
            };
            scalars.push((it.name, scalar));
        }
        scalars
    }

    /// The text of a cell of a column of a finding's sheet, as the reader may see it.
    fn show_quoted(&self, place: Place, column: Column, text: &str) -> String {
        let sheet = match place {
            Place::File(_) => None,
            Place::Sheet(sheet)
            | Place::Column(sheet, _)
            | Place::FileRow(sheet, _)
            | Place::Row(sheet, _) => Some(sheet),
            Place::Cell(cell) => Some(cell.sheet),
        };
        let roster = sheet.map(|it| self.session.roster(it));
        let at = roster.and_then(|it| Some(&it.sheet.columns[it.index_of(column)?]));
        match at {
            Some(column) => self.values.show_cell(column, text),
            None => self.values.show(Some(column), text),
        }
    }

    fn quoted(&self, place: Place, facts: &[Fact], name: &str) -> Option<String> {
        let fact = facts.iter().find(|it| it.name == name)?;
        match &fact.value {
            FactValue::Cell(column, text) => Some(self.show_quoted(place, *column, text)),
            _ => None,
        }
    }

    /// The facts of a finding. A header among them may be a pupil.
    fn told<'f>(&self, finding: &'f Finding) -> Cow<'f, [Fact]> {
        let mut facts = Cow::Borrowed(&*finding.facts);
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
pub(crate) fn sentence(zh: &str, en: &str, facts: &[(&'static str, Scalar)]) -> Said {
    let filled = |template: &str, language: fn(&Said) -> &str, comma: &str| {
        let mut is_one = false;
        fill(template, |name| {
            // The plural of the number before it.
            if name == "s" {
                return Some(if is_one { "" } else { "s" }.to_owned());
            }
            let (_, fact) = facts.iter().find(|it| it.0 == name)?;
            is_one = matches!(fact, Scalar::Number(1));
            Some(match fact {
                Scalar::Number(number) => number.to_string(),
                Scalar::Text(text) if LISTS.contains(&name) => listed(text, name, comma),
                Scalar::Text(text) if name == "format" => {
                    language(&(&form_in_words(text)).into()).to_owned()
                }
                Scalar::Text(text) => cut(text).into_owned(),
                Scalar::Said(said) => cut_within(language(said), facts),
            })
        })
    };
    Said {
        zh: filled(zh, |it| &it.zh, "、"),
        en: filled(en, |it| &it.en, ", "),
    }
}

/// Characters of a text that a sentence quotes whole, and what is left of a longer one at both ends.
const QUOTED_MAX: usize = 200;
const QUOTED_FIRST: usize = 120;
const QUOTED_LAST: usize = 40;

/// A text as a sentence quotes it: of one that is as long as a page the middle is left out.
pub(crate) fn cut(text: &str) -> Cow<'_, str> {
    let length = text.len();
    if length <= QUOTED_MAX || text.chars().count() <= QUOTED_MAX {
        return Cow::Borrowed(text);
    }
    let mut places = text.char_indices().map(|it| it.0);
    let first = places.nth(QUOTED_FIRST).unwrap_or(length);
    let last = places.nth_back(QUOTED_LAST - 1).unwrap_or(length);
    Cow::Owned(format!("{}……{}", &text[..first], &text[last..]))
}

/// A sentence that quotes facts itself.
fn cut_within(said: &str, facts: &[(&'static str, Scalar)]) -> String {
    let mut out = said.to_owned();
    for (_, fact) in facts.iter().filter(|_| said.len() > QUOTED_MAX) {
        if let Scalar::Text(text) = fact
            && let Cow::Owned(short) = cut(text)
        {
            out = out.replace(text, &short);
        }
    }
    out
}

/// The facts that list rows and cells in the form that programs read: `53,235-240`.
const LISTS: [&str; 3] = ["rows", "range", "list"];

/// As many pieces as a range in a sentence bears.
const PIECES_MAX: usize = 8;

/// A list of rows or cells as people write it, the range of many pieces cut short: `第53、235–240行`, where the rule has 第 and 行, and `rows 53, 235–240`.
fn listed(text: &str, name: &str, comma: &str) -> String {
    // Words are in the language that most lists are in.
    if name == "list" {
        return text.replace('、', comma);
    }
    if name == "range" {
        let end = text.match_indices(',').nth(PIECES_MAX - 1);
        return match end {
            Some((end, _)) => text[..end].replace(',', comma) + "…",
            None => text.replace(',', comma),
        };
    }
    let list = text.replace(',', comma);
    let word = match (comma, text.contains([',', '-'])) {
        ("、", _) => "",
        (_, false) => "row ",
        (_, true) => "rows ",
    };
    word.to_owned() + &list.replace('-', "–")
}

/// Replaces each `{name}` by what `value` gives; a name it does not know stays as it is.
fn fill(template: &str, mut value: impl FnMut(&str) -> Option<String>) -> String {
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
    fn lists_are_written_as_people_write_them() {
        let said = |rows: &str, count| {
            let facts = [
                ("rows", Scalar::Text(rows.to_owned())),
                ("count", Scalar::Number(count)),
            ];
            sentence("第{rows}行", "{rows} ({count} pupil{s})", &facts)
        };
        let many = said("53,235-240", 7);
        assert_eq!(many.zh, "第53、235–240行");
        assert_eq!(many.en, "rows 53, 235–240 (7 pupils)");
        assert_eq!(said("53", 1).en, "row 53 (1 pupil)");
    }

    #[test]
    fn of_a_text_as_long_as_a_page_the_middle_is_left_out() {
        let text = format!("甲{}乙", "字".repeat(5000));
        let said = format!("“{text}”不对");
        let facts = [
            ("value", Scalar::Text(text)),
            (
                "why",
                Scalar::Said(Said {
                    zh: said.clone(),
                    en: said,
                }),
            ),
        ];
        let told = sentence("“{value}”：{why}", "{value}", &facts);
        let short = format!("甲{}……{}乙", "字".repeat(119), "字".repeat(39));
        assert_eq!(told.zh, format!("“{short}”：“{short}”不对"));
        assert_eq!(told.en, short);
        let whole = "字".repeat(200);
        assert_eq!(cut(&whole), whole);
    }

    #[test]
    fn places_are_filled_once_and_unknown_ones_stay() {
        let value = |name: &str| (name == "a").then(|| "{b}".to_owned());
        assert_eq!(fill("甲{a}乙{b}", value), "甲{b}乙{b}");
        assert_eq!(fill("没有结束{a", value), "没有结束{a");
    }
}
