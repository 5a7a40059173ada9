//! Texts of one byte a character, or one or two: in which code page they are.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252,
};

/// How narrow texts are read, and whether they look as if another way were right.
#[derive(Clone, Debug)]
pub(super) struct Narrow {
    encoding: &'static Encoding,
    /// Pairs of bytes that are common Chinese characters or their punctuation in GB2312.
    chinese_pairs: u64,
    /// Other bytes beyond ASCII.
    other_high: u64,
    /// A text that holds Chinese as it is.
    has_han: bool,
}

impl Default for Narrow {
    fn default() -> Self {
        Narrow {
            encoding: WINDOWS_1252,
            chinese_pairs: 0,
            other_high: 0,
            has_han: false,
        }
    }
}

impl Narrow {
    pub(super) fn gbk() -> Self {
        Narrow {
            encoding: GB18030,
            ..Narrow::default()
        }
    }

    /// A code page as the workbook declares it.
    pub(super) fn of_page(page: u16) -> Self {
        let encoding = match page {
            936 | 10_008 | 54_936 => GB18030,
            950 | 10_002 => BIG5,
            932 => SHIFT_JIS,
            949 => EUC_KR,
            1250 => WINDOWS_1250,
            1251 => WINDOWS_1251,
            10_000 => MACINTOSH,
            65_001 => UTF_8,
            _ => WINDOWS_1252,
        };
        Narrow {
            encoding,
            ..Narrow::default()
        }
    }

    /// A text in the code page of the workbook.
    pub(super) fn decode(&mut self, bytes: &[u8]) -> String {
        self.look_at(bytes);
        let (text, _) = self.encoding.decode_without_bom_handling(bytes);
        let text = text.into_owned();
        self.look_at_text(&text);
        text
    }

    /// A text of wide characters that leaves out the upper byte of each, which is zero. Where the
    /// texts turned out to be Chinese, its bytes are pairs after all.
    pub(super) fn decode_halves(&mut self, bytes: &[u8]) -> String {
        self.look_at(bytes);
        if self.encoding == GB18030 && is_pairs(bytes) {
            return self
                .encoding
                .decode_without_bom_handling(bytes)
                .0
                .into_owned();
        }
        bytes.iter().copied().map(char::from).collect()
    }

    /// Whether a text of the workbook was wide and Chinese.
    pub(super) fn look_at_text(&mut self, text: &str) {
        self.has_han |= text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    }

    /// No text has Chinese, and nearly all bytes beyond ASCII would be Chinese in GBK.
    pub(super) fn is_misread(&self) -> bool {
        !self.has_han && self.chinese_pairs > 0 && self.chinese_pairs * 2 >= self.other_high * 9
    }

    fn look_at(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let [first, tail @ ..] = rest {
            rest = tail;
            match (first, tail.first()) {
                (0x00..=0x7F, _) => {}
                (0xA1..=0xA9 | 0xB0..=0xF7, Some(0xA1..=0xFE)) => {
                    self.chinese_pairs += 1;
                    rest = &tail[1..];
                }
                _ => self.other_high += 1,
            }
        }
    }
}

/// Whether bytes beyond ASCII come in pairs as GBK has them.
fn is_pairs(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        rest = match (first, tail.first()) {
            (0x00..=0x7F, _) => tail,
            (0x81..=0xFE, Some(0x40..=0xFE)) => &tail[1..],
            _ => return false,
        };
    }
    true
}
