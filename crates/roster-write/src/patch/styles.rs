//! `styles.xml`: the styles of a workbook, and those that marks, new texts and added sheets need
//! beside them. A style is made when it is first asked for, from the one the cell had.

mod former;

use std::collections::BTreeMap;
use std::ops::Range;

use roster_model::Level;

use super::markup::{Malformed, Tag, TagKind, root};
use super::relations::Dialect;
use super::splice::{Splices, with_attribute};
use super::style_list::{List, ORDER, PLAIN_XF, plainest};
use crate::{HEADER_FILL, LINK_COLOUR, Letters, mark_fill, mark_letters};
use former::Former;

/// Styles that Excel takes at most, with some room.
const STYLES_MAX: usize = 65_000;
/// The number format "text".
const TEXT_FORMAT: &str = "49";

/// How the text of a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TextForm {
    /// It stays as it is.
    Kept,
    /// As text.
    Text,
    /// As text that must not become a formula.
    Quoted,
}

/// What is asked of the style of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Look {
    pub(super) mark: Option<Level>,
    pub(super) form: TextForm,
}

/// What is asked of the style of a cell in an added sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FreshLook {
    pub(super) mark: Option<Level>,
    pub(super) part: CellPart,
    pub(super) is_quoted: bool,
}

/// What a cell of an added sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CellPart {
    Body,
    Header,
    Link,
}

/// The styles of a workbook.
#[derive(Clone, Debug)]
pub(super) struct Styles {
    text: Vec<u8>,
    prefix: String,
    fonts: List,
    fills: List,
    borders: List,
    xfs: List,
    has_named: bool,
    looks: BTreeMap<(u32, Look), u32>,
    fresh: BTreeMap<FreshLook, u32>,
    former: Former,
}

impl Styles {
    /// Reads the styles; a workbook that has none gets the plainest.
    pub(super) fn read(text: Option<Vec<u8>>, dialect: Dialect) -> Result<Self, Malformed> {
        let text = match text {
            Some(text) if root(&text)?.tag.kind == TagKind::Open => text,
            _ => plainest(dialect),
        };
        let root = root(&text)?;
        let prefix = root.tag.prefix().to_owned();
        let children = root.children(&text)?;
        let list = |name, defaults: &[&str]| {
            let element = children.iter().find(|it| it.tag.is(name));
            List::read(&text, element, name, &prefix, defaults)
        };
        let fonts = list("fonts", &["font><PREFIXsz val=\"11\"/></PREFIXfont>"])?;
        let fills = list(
            "fills",
            &[
                "fill><PREFIXpatternFill patternType=\"none\"/></PREFIXfill>",
                "fill><PREFIXpatternFill patternType=\"gray125\"/></PREFIXfill>",
            ],
        )?;
        let borders = list("borders", &["border/>"])?;
        let xfs = list("cellXfs", &[PLAIN_XF])?;
        let has_named = children.iter().any(|it| it.tag.is("cellStyleXfs"));
        Ok(Styles {
            prefix,
            fonts,
            fills,
            borders,
            xfs,
            has_named,
            looks: BTreeMap::new(),
            fresh: BTreeMap::new(),
            former: Former::default(),
            text,
        })
    }

    /// The style of a cell that had another one.
    pub(super) fn look(&mut self, base: u32, look: Look) -> Result<u32, Malformed> {
        if look.mark.is_none() && look.form == TextForm::Kept {
            return Ok(base);
        }
        if let Some(&style) = self.looks.get(&(base, look)) {
            return Ok(style);
        }
        let old = self.xfs.get(&self.text, base).to_vec();
        let tag = root(&old)?.tag;
        let mut set = Vec::new();
        if look.form != TextForm::Kept {
            set.push(("numFmtId", TEXT_FORMAT.to_owned()));
            set.push(("applyNumberFormat", "1".to_owned()));
        }
        if look.form == TextForm::Quoted {
            set.push(("quotePrefix", "1".to_owned()));
        }
        if let Some(level) = look.mark {
            set.push(("fillId", self.fill(mark_fill(level)).to_string()));
            set.push(("applyFill", "1".to_owned()));
            let font = tag.number("fontId").unwrap_or(0);
            let with = self.font(font, mark_letters(level))?;
            if with != font {
                set.push(("fontId", with.to_string()));
                set.push(("applyFont", "1".to_owned()));
            }
        }
        let new = with_attributes(&old, &set)?;
        let style = if new == old && (base as usize) < self.xfs.len() {
            base
        } else {
            self.add_xf(new)?
        };
        self.looks.insert((base, look), style);
        Ok(style)
    }

    /// The style of a cell in an added sheet.
    pub(super) fn fresh_look(&mut self, look: FreshLook) -> Result<u32, Malformed> {
        if let Some(&style) = self.fresh.get(&look) {
            return Ok(style);
        }
        let prefix = self.prefix.clone();
        let is_header = look.part == CellPart::Header;
        let mut font = 0;
        if is_header {
            font = self.font(font, Letters::Bold)?;
        }
        if let Some(level) = look.mark {
            font = self.font(font, mark_letters(level))?;
        }
        if look.part == CellPart::Link {
            font = self.link_font(font)?;
        }
        let (mut fill, mut border) = (0, 0);
        if is_header {
            fill = self.fill(HEADER_FILL);
            border = self.border();
        }
        if let Some(level) = look.mark {
            fill = self.fill(mark_fill(level));
        }
        let named = if self.has_named { " xfId=\"0\"" } else { "" };
        let quoted = if look.is_quoted {
            " quotePrefix=\"1\""
        } else {
            ""
        };
        let wrap = if is_header { " wrapText=\"1\"" } else { "" };
        let xf = format!(
            "<{prefix}xf numFmtId=\"{TEXT_FORMAT}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\"{named}{quoted} applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><{prefix}alignment vertical=\"center\"{wrap}/></{prefix}xf>",
        );
        let style = self.add_xf(xf.into_bytes())?;
        self.fresh.insert(look, style);
        Ok(style)
    }

    /// The text, if there are more styles than there were.
    pub(super) fn finish(&self) -> Result<Option<Vec<u8>>, Malformed> {
        let lists = [&self.fonts, &self.fills, &self.borders, &self.xfs];
        if lists.iter().all(|it| !it.has_grown()) {
            return Ok(None);
        }
        let root = root(&self.text)?;
        let children = root.children(&self.text)?;
        let mut splices = Splices::default();
        for list in lists.into_iter().filter(|it| it.has_grown()) {
            let element = children.iter().find(|it| it.tag.is(list.name));
            if let Some(element) = element {
                list.extend(&self.text, element, &mut splices);
                continue;
            }
            let rank = |name: &[u8]| ORDER.iter().position(|it| it.as_bytes() == name);
            let own = rank(list.name.as_bytes());
            let next = children.iter().find(|it| rank(it.tag.local()) > own);
            let at = next.map_or(root.inner_end, |it| it.tag.start);
            splices.insert(at, list.whole());
        }
        Ok(Some(splices.apply(&self.text)))
    }

    fn add_xf(&mut self, xf: Vec<u8>) -> Result<u32, Malformed> {
        if self.xfs.len() >= STYLES_MAX {
            return Err(Malformed("it has no room for more styles"));
        }
        Ok(self.xfs.index_of(&self.text, xf))
    }

    fn fill(&mut self, colour: u32) -> u32 {
        let fill = fill_of(&self.prefix, colour);
        self.fills.index_of(&self.text, fill)
    }

    fn border(&mut self) -> u32 {
        let prefix = &self.prefix;
        let border = format!(
            "<{prefix}border><{prefix}left/><{prefix}right/><{prefix}top/><{prefix}bottom style=\"thin\"><{prefix}color indexed=\"64\"/></{prefix}bottom><{prefix}diagonal/></{prefix}border>"
        );
        self.borders.index_of(&self.text, border.into_bytes())
    }

    /// A font like another one, in bold or italic letters.
    fn font(&mut self, base: u32, letters: Letters) -> Result<u32, Malformed> {
        match letters {
            Letters::Plain => Ok(base),
            Letters::Bold => self.font_with(base, "b", ""),
            Letters::Italic => self.font_with(base, "i", ""),
        }
    }

    fn link_font(&mut self, base: u32) -> Result<u32, Malformed> {
        let coloured = self.font_with(base, "color", &format!(" rgb=\"FF{LINK_COLOUR:06X}\""))?;
        self.font_with(coloured, "u", "")
    }

    /// A font like another one in everything but one of its elements.
    fn font_with(&mut self, base: u32, name: &str, attributes: &str) -> Result<u32, Malformed> {
        let prefix = &self.prefix;
        let old = self.fonts.get(&self.text, base).to_vec();
        let font = root(&old)?;
        let new = format!("<{prefix}{name}{attributes}/>");
        let mut splices = Splices::default();
        if font.tag.kind == TagKind::Empty {
            let tag = format!("<{prefix}font>{new}</{prefix}font>");
            splices.replace(font.whole(), tag);
        } else {
            let children = font.children(&old)?;
            match children.iter().find(|it| it.tag.is(name)) {
                Some(it) if attributes.is_empty() && is_on(&it.tag) => return Ok(base),
                Some(it) => splices.replace(it.whole(), new),
                None => splices.insert(place_in_font(&children, font.tag.end, name), new),
            }
        }
        let font = splices.apply(&old);
        Ok(self.fonts.index_of(&self.text, font))
    }
}

fn fill_of(prefix: &str, colour: u32) -> Vec<u8> {
    format!(
        "<{prefix}fill><{prefix}patternFill patternType=\"solid\"><{prefix}fgColor rgb=\"FF{colour:06X}\"/><{prefix}bgColor indexed=\"64\"/></{prefix}patternFill></{prefix}fill>"
    )
    .into_bytes()
}

fn is_on(tag: &Tag<'_>) -> bool {
    !matches!(
        tag.attribute("val").as_deref(),
        Some("0" | "false" | "off" | "none")
    )
}

/// Where Excel writes an element of a font.
fn place_in_font(children: &[super::markup::Element<'_>], start: usize, name: &str) -> usize {
    const FONT_ORDER: [&str; 15] = [
        "b",
        "i",
        "strike",
        "condense",
        "extend",
        "outline",
        "shadow",
        "u",
        "vertAlign",
        "sz",
        "color",
        "name",
        "family",
        "charset",
        "scheme",
    ];
    let rank = |name: &[u8]| FONT_ORDER.iter().position(|it| it.as_bytes() == name);
    let own = rank(name.as_bytes());
    let before = children
        .iter()
        .take_while(|it| rank(it.tag.local()) < own)
        .last();
    before.map_or(start, |it| it.end)
}

/// An element whose tag has other attributes.
fn with_attributes(element: &[u8], set: &[(&str, String)]) -> Result<Vec<u8>, Malformed> {
    let mut element = element.to_vec();
    for (name, value) in set {
        let tag = root(&element)?.tag;
        let range: Range<usize> = tag.start..tag.end;
        let tag = with_attribute(&tag, name, value);
        element.splice(range, tag);
    }
    Ok(element)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(text: &str, ask: impl Fn(&mut Styles)) -> String {
        let mut styles =
            Styles::read(Some(text.as_bytes().to_vec()), Dialect::Transitional).unwrap();
        ask(&mut styles);
        let new = styles.finish().unwrap();
        new.map_or(text.to_owned(), |it| String::from_utf8(it).unwrap())
    }

    const MARKED: Look = Look {
        mark: Some(Level::Error),
        form: TextForm::Kept,
    };

    #[test]
    fn a_mark_is_a_copy_of_the_style_with_fill_and_bold_letters() {
        let text = "<s:styleSheet><s:fonts count='1'><s:font><s:sz val='9'/></s:font></s:fonts><s:fills count='2'><s:fill/><s:fill a=''/></s:fills><s:cellXfs count='2'><s:xf fontId='0'/><s:xf fontId='0' fillId='1'><s:alignment/></s:xf></s:cellXfs><s:x/></s:styleSheet>";
        let ask = |styles: &mut Styles| {
            assert_eq!(styles.look(1, MARKED).unwrap(), 2);
            assert_eq!(styles.look(1, MARKED).unwrap(), 2);
        };
        let new = changed(text, ask);
        let fill = "<s:fill><s:patternFill patternType=\"solid\"><s:fgColor rgb=\"FFF8CBCB\"/><s:bgColor indexed=\"64\"/></s:patternFill></s:fill>";
        let expected = format!(
            "<s:styleSheet><s:fonts count=\"2\"><s:font><s:sz val='9'/></s:font><s:font><s:b/><s:sz val='9'/></s:font></s:fonts><s:fills count=\"3\"><s:fill/><s:fill a=''/>{fill}</s:fills><s:cellXfs count=\"3\"><s:xf fontId='0'/><s:xf fontId='0' fillId='1'><s:alignment/></s:xf><s:xf fontId=\"1\" fillId=\"2\" applyFill=\"1\" applyFont=\"1\"><s:alignment/></s:xf></s:cellXfs><s:x/></s:styleSheet>"
        );
        assert_eq!(new, expected);
        // Asked again of what was written, nothing more is needed.
        let again = |styles: &mut Styles| {
            assert_eq!(styles.look(1, MARKED).unwrap(), 2);
            assert_eq!(styles.look(2, MARKED).unwrap(), 2);
        };
        assert_eq!(changed(&new, again), new);
    }

    #[test]
    fn lists_that_are_missing_or_empty_are_made_with_their_defaults() {
        for text in [
            "<styleSheet><fills count=\"0\"/><dxfs/></styleSheet>",
            "<styleSheet><dxfs/></styleSheet>",
        ] {
            let new = changed(text, |styles| {
                assert_eq!(styles.look(7, MARKED).unwrap(), 1);
            });
            let order = [
                "<fonts",
                "gray125",
                "F8CBCB",
                "<cellXfs count=\"2\"><xf numFmtId=\"0\"",
                "fillId=\"2\"",
                "<dxfs",
            ];
            let places: Vec<usize> = order.iter().map(|it| new.find(it).unwrap()).collect();
            assert!(places.is_sorted(), "{new}");
        }
    }

    #[test]
    fn a_workbook_without_styles_gets_the_plainest() {
        let mut styles = Styles::read(None, Dialect::Strict).unwrap();
        assert_eq!(styles.finish().unwrap(), None);
        let quoted = Look {
            mark: None,
            form: TextForm::Quoted,
        };
        assert_eq!(styles.look(0, quoted).unwrap(), 1);
        let text = String::from_utf8(styles.finish().unwrap().unwrap()).unwrap();
        assert!(text.contains("numFmtId=\"49\""), "{text}");
        assert!(text.contains("quotePrefix=\"1\""), "{text}");
    }
}
