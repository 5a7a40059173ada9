//! The marks of an earlier patch: which styles they are, and what was there before them.

use std::collections::{BTreeMap, BTreeSet};

use roster_model::Level;

use super::{Look, Styles, TEXT_FORMAT, TextForm, fill_of, is_on, with_attributes};
use crate::patch::markup::{Malformed, root};
use crate::{Letters, mark_fill, mark_letters};

/// A workbook with more styles is not looked through for those that were marked.
const STYLES_MAX: u32 = 8192;

/// What is known of earlier marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Former {
    /// Styles with the fill of a mark.
    marks: BTreeSet<u32>,
    /// Those of them that another program wrote and that only have a colour: somebody may have chosen it.
    doubtful: BTreeSet<u32>,
    /// The style that each was made from, where there is one.
    bases: BTreeMap<u32, u32>,
    /// For a mark whose text was changed: a style that its fill and its letters came from.
    letters: BTreeMap<u32, u32>,
}

/// What a style was before it was marked, as far as that can be seen: all but fill, letters and number
/// format; then the format.
type Trace = (Vec<u8>, Vec<u8>);

impl Styles {
    /// From now on, styles that are marks can be told.
    pub(in super::super) fn look_for_marks(&mut self) -> Result<(), Malformed> {
        let count = self.xfs.len() as u32;
        let mut fills: BTreeMap<u32, (Level, bool)> = BTreeMap::new();
        for fill in 0..self.fills.len() as u32 {
            let element = self.fills.get(&self.text, fill);
            if let Some(level) = level_of(element)? {
                let is_as_written = element == fill_of(&self.prefix, mark_fill(level));
                fills.insert(fill, (level, is_as_written));
            }
        }
        if fills.is_empty() || count > STYLES_MAX {
            return Ok(());
        }
        let mut former = Former::default();
        let (mut marked, mut plain) = (Vec::new(), Vec::new());
        for style in 0..count {
            let fill = self.number_of(style, "fillId")?;
            let found = fills.get(&fill).copied();
            match found {
                Some((level, is_as_written))
                    if is_as_written || self.has_letters(style, level)? =>
                {
                    former.marks.insert(style);
                    marked.push((level, style));
                    if !is_as_written && mark_letters(level) == Letters::Plain {
                        former.doubtful.insert(style);
                    }
                }
                _ => plain.push((fill != 0, style)),
            }
        }
        // Of several styles that would be marked alike, one without a fill is the likeliest.
        roster_order::sort(&mut plain);
        let plain: Vec<u32> = plain.into_iter().map(|it| it.1).collect();
        let mut trial = self.clone();
        for &base in &plain {
            for &(level, _) in fills.values().filter(|it| it.1) {
                let look = Look {
                    mark: Some(level),
                    form: TextForm::Kept,
                };
                let marked = trial.look(base, look)?;
                if former.marks.contains(&marked) {
                    former.bases.entry(marked).or_insert(base);
                }
            }
        }
        self.look_for_traces(&marked, &plain, &mut former)?;
        self.former = former;
        Ok(())
    }

    /// Finds what the other marks were made from, which their text or another program has changed.
    fn look_for_traces(
        &self,
        marked: &[(Level, u32)],
        plain: &[u32],
        former: &mut Former,
    ) -> Result<(), Malformed> {
        for letters in [Letters::Bold, Letters::Italic, Letters::Plain] {
            let here = marked.iter().filter(|it| mark_letters(it.0) == letters);
            let here = here.filter(|it| !former.bases.contains_key(&it.1));
            let here: Vec<u32> = here.map(|it| it.1).collect();
            if here.is_empty() {
                continue;
            }
            let mut exact: BTreeMap<Trace, u32> = BTreeMap::new();
            let mut alike: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
            for &base in plain {
                let trace = self.trace(base, letters)?;
                alike.entry(trace.0.clone()).or_insert(base);
                exact.entry(trace).or_insert(base);
            }
            for style in here {
                let trace = self.trace(style, letters)?;
                if let Some(&base) = exact.get(&trace) {
                    former.bases.insert(style, base);
                } else if self.number_of(style, "numFmtId")?.to_string() == TEXT_FORMAT
                    && let Some(&base) = alike.get(&trace.0)
                {
                    former.letters.insert(style, base);
                }
            }
        }
        Ok(())
    }

    fn trace(&self, style: u32, letters: Letters) -> Result<Trace, Malformed> {
        let xf = self.xfs.get(&self.text, style);
        let element = root(xf)?;
        let (mut rest, mut format) = (Vec::new(), Vec::new());
        for it in element.tag.attributes() {
            // What a style says it applies changes with what it has.
            let of = match it.name {
                b"fillId" | b"fontId" => continue,
                name if name.starts_with(b"apply") => continue,
                b"numFmtId" | b"quotePrefix" => &mut format,
                _ => &mut rest,
            };
            of.extend(&element.tag.text[it.whole]);
            of.push(b' ');
        }
        rest.extend(&xf[element.inside()]);
        let font = self.number_of(style, "fontId")?;
        let font = self.fonts.get(&self.text, font);
        for it in root(font)?.children(font)? {
            if name_of(letters).is_none_or(|name| !it.tag.is(name)) {
                rest.extend(&font[it.whole()]);
            }
        }
        Ok((rest, format))
    }

    /// Whether the letters of a style are those of a mark.
    fn has_letters(&self, style: u32, level: Level) -> Result<bool, Malformed> {
        let Some(name) = name_of(mark_letters(level)) else {
            return Ok(true);
        };
        let font = self.number_of(style, "fontId")?;
        let font = self.fonts.get(&self.text, font);
        let found = root(font)?.child(font, name)?;
        Ok(found.is_some_and(|it| is_on(&it.tag)))
    }

    /// Marks are styles like any other again.
    pub(in super::super) fn forget_marks(&mut self) {
        self.former = Former::default();
    }

    /// Whether a style is a mark.
    pub(in super::super) fn is_mark(&self, style: u32) -> bool {
        self.former.marks.contains(&style)
    }

    /// Whether it is a mark only where the cell has a note of ours too.
    pub(in super::super) fn is_doubtful(&self, style: u32) -> bool {
        self.former.doubtful.contains(&style)
    }

    /// Whether any style is one.
    pub(in super::super) fn has_marks(&self) -> bool {
        !self.former.marks.is_empty()
    }

    /// The style that a cell had before it was marked; any other stays as it is.
    pub(in super::super) fn unmarked(&mut self, style: u32) -> Result<u32, Malformed> {
        if !self.is_mark(style) {
            return Ok(style);
        }
        if let Some(&base) = self.former.bases.get(&style) {
            return Ok(base);
        }
        let old = self.xfs.get(&self.text, style).to_vec();
        let new = if let Some(&base) = self.former.letters.get(&style) {
            let [fill, font] = ["fillId", "fontId"];
            let set = [
                (fill, self.number_of(base, fill)?.to_string()),
                (font, self.number_of(base, font)?.to_string()),
            ];
            with_attributes(&old, &set)?
        } else {
            // The style it came from is gone: the letters stay.
            with_attributes(&old, &[("fillId", "0".to_owned())])?
        };
        let base = self.add_xf(new)?;
        self.former.bases.insert(style, base);
        Ok(base)
    }

    fn number_of(&self, style: u32, name: &str) -> Result<u32, Malformed> {
        let xf = self.xfs.get(&self.text, style);
        Ok(root(xf)?.tag.number(name).unwrap_or(0))
    }
}

/// The level that a fill is the mark of, however it is written.
fn level_of(fill: &[u8]) -> Result<Option<Level>, Malformed> {
    let Some(pattern) = root(fill)?.child(fill, "patternFill")? else {
        return Ok(None);
    };
    if pattern.tag.attribute("patternType").as_deref() != Some("solid") {
        return Ok(None);
    }
    let colour = pattern.child(fill, "fgColor")?;
    let colour = colour.and_then(|it| it.tag.attribute("rgb"));
    // Before red, green and blue may stand how opaque it is.
    let digits = colour.as_deref().map(|it| match it.len() {
        8 => it.get(2..).unwrap_or(it),
        _ => it,
    });
    let colour = digits.and_then(|it| u32::from_str_radix(it, 16).ok());
    let mut levels = Level::ALL.into_iter();
    Ok(levels.find(|it| Some(mark_fill(*it)) == colour))
}

/// The element of a font that makes its letters so.
fn name_of(letters: Letters) -> Option<&'static str> {
    match letters {
        Letters::Plain => None,
        Letters::Bold => Some("b"),
        Letters::Italic => Some("i"),
    }
}
