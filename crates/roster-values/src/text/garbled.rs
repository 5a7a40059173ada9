//! Texts that were decoded wrongly, here or by the program they come from.
//!
//! Certain signs of a single text are one thing: lost characters, memory that was never filled, UTF-8
//! or GBK read as a Western encoding, which can be turned back to prove it. UTF-8 read as GBK gives Han
//! characters that each exist, so that one is only a likeness, and the caller has to see several
//! texts before believing it. Nothing is repaired here.

use super::classes::is_private_use;
use super::garbled_tables::{FIRST_OTHER, OTHER_FIRST};

/// Whether the text shows by itself that it was decoded wrongly: U+FFFD or what became of it (锟斤拷),
/// three or more of the characters that unfilled memory gives (烫, 屯), or UTF-8 (å¼ ä¸‰) or GBK (ÕÅÈý) read as
/// a Western encoding.
pub fn is_garbled(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let signs = ["\u{FFFD}", "锟斤拷", "烫烫烫", "屯屯屯"];
    signs.iter().any(|it| text.contains(it))
        || is_utf8_read_as_western(text)
        || is_gbk_read_as_western(text)
}

/// Whether the text looks like UTF-8 that was read as GBK (鐜嬪皬鏄, for 王小明). Three characters or
/// more are needed to tell, and an ordinary text may look so by chance.
pub fn looks_like_utf8_read_as_gbk(text: &str) -> bool {
    // What the byte order mark becomes; the character after it takes its last byte.
    let (text, begins) = match text.strip_prefix('锘') {
        Some(rest) => (rest, &OTHER_FIRST[..]),
        None => (text, &FIRST_OTHER[..]),
    };
    if !text.starts_with(|c| begins.binary_search(&c).is_ok()) {
        return false;
    }
    let (mut count, mut fitting) = (0, 0);
    for c in text.chars() {
        let is_broken = c == '\u{FFFD}' || c == '€' || is_private_use(c);
        let fits = is_broken
            || FIRST_OTHER.binary_search(&c).is_ok()
            || OTHER_FIRST.binary_search(&c).is_ok();
        count += 1;
        fitting += usize::from(fits);
    }
    count >= 3 && fitting * 2 > count
}

/// Whether the characters, written in a Western encoding, are UTF-8 with a Han character.
fn is_utf8_read_as_western(text: &str) -> bool {
    // Every Han character begins with one of these.
    if !text.contains(|c| matches!(c, '\u{E3}'..='\u{E9}')) {
        return false;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(western_byte).collect();
    let Some(bytes) = bytes else { return false };
    let decoded = match std::str::from_utf8(&bytes) {
        Ok(decoded) => decoded,
        // The end may have been trimmed or cut.
        Err(broken) if broken.error_len().is_none() => {
            std::str::from_utf8(&bytes[..broken.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    decoded.contains(|c| matches!(c, '\u{3000}'..='\u{9FFF}'))
}

/// Whether all that is not ASCII, written in a Western encoding, is pairs of GBK, and two of them stand side by
/// side. No language of the West has four such letters in a row.
fn is_gbk_read_as_western(text: &str) -> bool {
    let mut has_two = false;
    for run in text
        .split(|c: char| c.is_ascii())
        .filter(|it| !it.is_empty())
    {
        let bytes: Option<Vec<u8>> = run.chars().map(western_byte).collect();
        let Some(bytes) = bytes else { return false };
        let is_pair = |it: &[u8]| matches!(it, [0xA1..=0xF7, 0xA1..=0xFE]);
        if !bytes.chunks(2).all(is_pair) {
            return false;
        }
        has_two |= bytes.len() > 3;
    }
    has_two
}

/// The byte of a character in windows-1252, where the controls of Latin-1 stand for themselves.
fn western_byte(c: char) -> Option<u8> {
    const BETWEEN: [char; 27] = [
        '€', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 'Ž', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', 'ž', 'Ÿ',
    ];
    const BYTES: [u8; 27] = [
        0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92,
        0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
    ];
    let between = BETWEEN.iter().position(|it| *it == c).map(|it| BYTES[it]);
    between.or_else(|| u8::try_from(u32::from(c)).ok())
}

#[cfg(test)]
mod tests {
    use super::{is_garbled, looks_like_utf8_read_as_gbk};

    #[test]
    fn certain_signs() {
        for text in [
            "王\u{FFFD}明",
            "锟斤拷锟斤拷",
            "烫烫烫烫",
            "å¼\u{A0}ä¸‰",
            "çŽ‹å°\u{8F}æ˜Ž",
            "çŽ‹å°\u{8F}æ˜",
            "ÐÕÃû",
            "³öÉúÈÕÆÚ",
            "ÍõÐ¡Ã÷",
            "2015Äê9ÔÂÉúÈÕ",
        ] {
            assert!(is_garbled(text), "{text}");
        }
        for text in [
            "",
            "王小明",
            "徐世锟",
            "屯里屯村",
            "烫金厂",
            "José",
            "Zoë",
            "ÀÉ",
            "café 12",
            "é",
            "ÄÐ",
            "naïveté",
            "Ångström Ärø",
            "12½ ±3°",
        ] {
            assert!(!is_garbled(text), "{text}");
        }
    }

    #[test]
    fn utf8_read_as_gbk() {
        for text in [
            "鐜嬪皬鏄",
            "鐜嬪皬鏄?",
            "濮撳悕",
            "鎬у埆",
            "鍑虹敓鏃ユ湡",
            "锘垮\u{FFFD}撳悕",
            "鍖椾含甯備笢鍩庡尯",
        ] {
            assert!(looks_like_utf8_read_as_gbk(text), "{text}");
        }
        for text in [
            "王小明",
            "姓名",
            "北京市东城区人民路",
            "涓",
            "涓涓",
            "买买提·艾力",
        ] {
            assert!(!looks_like_utf8_read_as_gbk(text), "{text}");
        }
    }
}
