//! One pass over a text that says which remarkable things it holds.
//!
//! Most cells hold plain ASCII or plain Han and are decided by their bytes without decoding. The
//! answer is a set, without places: who needs the place looks again, since that is rare.

use std::ops::BitOr;

use super::classes::{
    is_control, is_invisible, is_lost_glyph, is_private_use, is_unified_in_compat_block,
    is_variation_selector, is_white,
};
use super::tidy::{trim, without_apostrophe, without_quotes};

/// The set of things seen in a text; empty for text without anything remarkable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Traits(u32);

impl Traits {
    /// Nothing to be seen.
    pub const NONE: Self = Self(0);
    /// Nothing but white space, invisible and control characters, or nothing at all.
    pub const BLANK: Self = Self(1);
    /// White space before the first or after the last visible character (U+3000, no-break space, tab
    /// and line feed included). Blank text that holds white space has it too.
    pub const OUTER_SPACE: Self = Self(1 << 1);
    /// White space between two visible characters.
    pub const INNER_SPACE: Self = Self(1 << 2);
    /// A character of [`super::is_invisible`].
    pub const INVISIBLE: Self = Self(1 << 3);
    /// A character of [`super::is_control`].
    pub const CONTROL: Self = Self(1 << 4);
    /// A full-width letter or digit (U+FF10–FF19, U+FF21–FF3A, U+FF41–FF5A).
    pub const FULL_WIDTH: Self = Self(1 << 5);
    /// A leading apostrophe that [`super::strip`] drops.
    pub const APOSTROPHE: Self = Self(1 << 6);
    /// A Kangxi radical, U+2F00–2FD5.
    pub const KANGXI: Self = Self(1 << 7);
    /// A character of the radicals supplement, U+2E80–2EF3.
    pub const RADICAL: Self = Self(1 << 8);
    /// A compatibility ideograph, U+F900–FAFF without the twelve unified ones, or U+2F800–2FA1F.
    pub const COMPAT: Self = Self(1 << 9);
    /// A private-use code point.
    pub const PRIVATE_USE: Self = Self(1 << 10);
    /// U+FFFD, left by a failed decoding.
    pub const REPLACEMENT: Self = Self(1 << 11);
    /// The whole text says "nothing" in words or signs, perhaps in quotation marks; see [`is_placeholder`].
    pub const PLACEHOLDER: Self = Self(1 << 12);
    /// The whole text is an error value of a spreadsheet; see [`is_error_value`].
    pub const ERROR: Self = Self(1 << 13);
    /// A variation selector.
    pub const VARIATION: Self = Self(1 << 14);
    /// A sign of [`super::is_lost_glyph`].
    pub const LOST: Self = Self(1 << 15);
    /// `&` or `<`, with which the code of web pages begins.
    pub const MARKUP: Self = Self(1 << 16);
    /// A letter of U+00C0–00FF, as wrongly decoded text is full of.
    pub const LATIN: Self = Self(1 << 17);
    /// The result of a formula. No text shows it: who knows how the cell was stored adds it.
    pub const FORMULA: Self = Self(1 << 18);
    /// One pair of quotation marks around the whole text; see [`super::without_quotes`].
    pub const QUOTED: Self = Self(1 << 19);
    /// Anything but ideographs of U+4000–U+9FFF, of which nearly every name is made. Nothing remarkable, so
    /// [`traits`] leaves it out: who looks at many names adds it, by [`is_ideographs`].
    pub const MIXED: Self = Self(1 << 20);
    /// An asterisk, `*` or `＊`, with which values are masked.
    pub const ASTERISK: Self = Self(1 << 21);

    /// True if nothing remarkable was seen.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0 & !Self::MIXED.0 == 0
    }

    /// True if every trait of `other` was seen.
    #[inline]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// True if at least one trait of `other` was seen.
    #[inline]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What either of the two holds.
    #[inline]
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Traits {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

/// What is remarkable in the text.
pub fn traits(text: &str) -> Traits {
    let bytes = text.as_bytes();
    let plain = plain_prefix(bytes);
    if plain < bytes.len() {
        return slow(text, plain);
    }
    match bytes {
        [] => Traits::BLANK,
        _ if may_be_whole_text(text) => whole_text(text),
        _ => Traits::default(),
    }
}

/// True if the text is nothing but ideographs of U+4000–U+9FFF, or empty.
pub fn is_ideographs(text: &str) -> bool {
    // Begun by E4 to E9; what follows in a character tells nothing.
    let mut bytes = text.bytes();
    bytes.all(|it| matches!(it, 0x80..=0xBF | 0xE4..=0xE9))
}

/// True if the text holds nothing visible.
pub fn is_blank(text: &str) -> bool {
    trim(text).is_empty()
}

/// True if the text is what WPS writes for a picture within a cell.
pub fn is_cell_picture(text: &str) -> bool {
    text.starts_with("=DISPIMG(")
}

/// True if the whole text stands for "nothing here": 无, 没有, 空, 暂无, 待补, 不详, NULL, N/A, …, up to eight
/// dashes, slashes, underscores and full stops, or quotation marks with nothing between them; the words
/// perhaps in brackets: (空白), <NA>. A lone zero is not one, since a number may be zero.
pub fn is_placeholder(text: &str) -> bool {
    let trimmed = trim(text);
    if trimmed.is_empty() || trimmed.len() > 24 {
        return false;
    }
    if let Some(inner) = bracketed(trimmed) {
        return is_placeholder(inner);
    }
    match trimmed {
        "无" | "没有" | "空" | "空白" | "暂无" | "暂缺" | "暂时没有" | "待补" | "待补充"
        | "待定" | "待查" | "待核实" | "待填" | "待录入" | "不详" | "不明" | "未知" | "未填"
        | "未办" | "未办理" | "没办" | "丢失" | "未上户" | "无身份证" | "没有身份证" | "无证件"
        | "无号" | "无号码" | "无数据" | "缺" | "缺失" | "略" | "未取名" | "未命名" | "无名氏"
        | "無" | "\"\"" => true,
        _ if trimmed.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            ["null", "n/a", "none", "nil", "na", "nan", "undefined"]
                .iter()
                .any(|word| trimmed.eq_ignore_ascii_case(word))
        }
        _ => {
            trimmed.chars().all(|c| {
                matches!(
                    c,
                    '/' | '\\' | '-' | '_' | '／' | '＼' | '－' | '＿' | '‐'
                        ..='―' | '−' | '、' | '…' | '.' | '．' | '。' | '·'
                )
            }) && trimmed.chars().count() <= 8
        }
    }
}

/// What stands in the brackets that a text begins and ends with.
fn bracketed(text: &str) -> Option<&str> {
    let pairs = [('(', ')'), ('（', '）'), ('<', '>')];
    let mut inner = pairs.into_iter();
    inner.find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
}

/// True if the whole text is an error value that a spreadsheet shows in place of a result.
pub fn is_error_value(text: &str) -> bool {
    let trimmed = trim(text);
    trimmed.starts_with('#')
        && [
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#DIV/0!",
            "#NUM!",
            "#NULL!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#GETTING_DATA",
        ]
        .iter()
        .any(|value| trimmed.eq_ignore_ascii_case(value))
}

/// How many leading bytes are visible ASCII without `& * < ?`, or ideographs of U+4000–U+9FFF, whose
/// lead bytes are E4 to E9; none of them has a trait.
#[inline]
fn plain_prefix(bytes: &[u8]) -> usize {
    // What begins another character ends the prefix, so that each byte can be asked by itself.
    let remarkable = bytes.iter().position(|&it| !IS_PLAIN[it as usize]);
    remarkable.unwrap_or(bytes.len())
}

/// Whether a byte is a plain character, or stands in one.
const IS_PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0x21;
    while byte <= 0xE9 {
        plain[byte] = matches!(byte, 0x21..=0x7E | 0x80..=0xBF | 0xE4..=0xE9);
        byte += 1;
    }
    plain[b'&' as usize] = false;
    plain[b'<' as usize] = false;
    plain[b'*' as usize] = false;
    plain[b'?' as usize] = false;
    plain
};

/// False for a text that is surely no placeholder, no error value, not quoted and has no leading
/// apostrophe, by its first character. Only a filter, to save the closer look; it must know how every word of
/// [`is_placeholder`] begins.
#[inline]
fn may_be_whole_text(text: &str) -> bool {
    match text.chars().next() {
        Some(c) if c.is_ascii() => {
            matches!(
                c,
                '#' | '\'' | '"' | '.' | '/' | '\\' | '-' | '_' | '(' | '<' | 'N' | 'n' | 'U' | 'u'
            )
        }
        Some(c @ '\u{4E00}'..='\u{9FFF}') => {
            matches!(
                c,
                '无' | '没' | '空' | '暂' | '待' | '不' | '未' | '丢' | '缺' | '略' | '無'
            )
        }
        _ => true,
    }
}

/// The traits that a text has as a whole.
fn whole_text(text: &str) -> Traits {
    let mut seen = Traits::default();
    if text.len() <= 64 {
        if is_placeholder(text) {
            seen = seen | Traits::PLACEHOLDER;
        }
        if is_error_value(text) {
            seen = seen | Traits::ERROR;
        }
    }
    let trimmed = trim(text);
    let mut look_inside = |inner: Option<&str>, mark| {
        if let Some(inner) = inner {
            seen = seen | mark;
            if inner.len() <= 64 && is_placeholder(inner) {
                seen = seen | Traits::PLACEHOLDER;
            }
        }
    };
    if trimmed.starts_with(['\'', '‘']) {
        look_inside(without_apostrophe(trimmed), Traits::APOSTROPHE);
    }
    if trimmed.starts_with(['"', '“', '＂']) {
        look_inside(without_quotes(trimmed), Traits::QUOTED);
    }
    seen
}

/// The pass by characters, from the first byte that is not plain.
#[cold]
fn slow(text: &str, plain: usize) -> Traits {
    let mut seen = Traits::default();
    let mut visible = plain > 0;
    let mut space_since_visible = false;
    let mut rest = &text[plain..];
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if is_white(c) {
            if visible {
                space_since_visible = true;
            } else {
                seen = seen | Traits::OUTER_SPACE;
            }
            continue;
        }
        let class = class_of(c);
        seen = seen | class;
        if class.intersects(Traits::INVISIBLE | Traits::CONTROL) {
            continue;
        }
        visible = true;
        if space_since_visible {
            seen = seen | Traits::INNER_SPACE;
            space_since_visible = false;
        }
        rest = &rest[plain_prefix(rest.as_bytes())..];
    }
    if space_since_visible {
        seen = seen | Traits::OUTER_SPACE;
    }
    if !visible {
        return seen | Traits::BLANK;
    }
    seen | whole_text(text)
}

/// The trait of one character that is not white space.
fn class_of(c: char) -> Traits {
    match c {
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            Traits::FULL_WIDTH
        }
        '\u{2F00}'..='\u{2FD5}' => Traits::KANGXI,
        '\u{2E80}'..='\u{2EF3}' => Traits::RADICAL,
        '\u{F900}'..='\u{FAFF}' if !is_unified_in_compat_block(c) => Traits::COMPAT,
        '\u{2F800}'..='\u{2FA1F}' => Traits::COMPAT,
        '\u{FFFD}' => Traits::REPLACEMENT,
        '&' | '<' => Traits::MARKUP,
        '*' | '＊' => Traits::ASTERISK,
        '\u{C0}'..='\u{FF}' if !matches!(c, '×' | '÷') => Traits::LATIN,
        _ if is_lost_glyph(c) => Traits::LOST,
        _ if is_invisible(c) => Traits::INVISIBLE,
        _ if is_control(c) => Traits::CONTROL,
        _ if is_private_use(c) => Traits::PRIVATE_USE,
        _ if is_variation_selector(c) => Traits::VARIATION,
        _ => Traits::default(),
    }
}
