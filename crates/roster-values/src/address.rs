//! Addresses: whether the cell has one, or only points at another cell.
//!
//! Nothing here knows places; an address is any text that is not one of the ways to say "as above".

use crate::text::{is_placeholder, is_white, strip, trim};

/// What the text of an address cell is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Address {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// 同上, 同现住址 and the like: the address is in another cell.
    Pointer,
    /// Text, by the number of its visible characters.
    Text {
        /// How many.
        length: usize,
    },
}

/// Reads the text of an address cell.
pub fn read_address(text: &str) -> Address {
    // Longer than any pointer: nothing to look for.
    let trimmed = trim(text);
    if trimmed.len() > 60 {
        return Address::Text {
            length: trimmed.chars().count(),
        };
    }
    let stripped = strip(text);
    if stripped.is_empty() {
        return Address::Blank;
    }
    if is_placeholder(&stripped) {
        return Address::Placeholder;
    }
    let may_be = stripped.starts_with(POINTER_STARTS) || stripped.ends_with("同上");
    if may_be && is_pointer(&stripped) {
        return Address::Pointer;
    }
    Address::Text {
        length: stripped.chars().filter(|c| !is_white(*c)).count(),
    }
}

/// Characters of 现居住地址同上.
const NAMED_POINTER_MAX: usize = 7;

/// How nearly every pointer begins; only a filter, to save the closer look.
const POINTER_STARTS: [char; 16] = [
    '一', '相', '同', '与', '如', '见', '（', '(', '〃', '\'', '"', '”', '″', '~', '～', 'd',
];

fn is_pointer(stripped: &str) -> bool {
    let bare: String = stripped
        .chars()
        .filter(|c| !is_white(*c) && !matches!(c, '（' | '）' | '(' | ')' | '。' | '.'))
        .collect();
    let signs = ["〃", "''", "””", "\"", "″", "~", "～"];
    if signs.contains(&bare.as_str()) {
        return true;
    }
    // 家庭住址同上; a village may have such a name, at the end of a longer text.
    if bare.ends_with("同上") && bare.chars().count() <= NAMED_POINTER_MAX {
        return true;
    }
    let Some(rest) = bare.strip_prefix(['同', '与', '见']) else {
        return matches!(&*bare, "如上" | "一致" | "相同" | "ditto");
    };
    let rest = rest
        .trim_end_matches("相同")
        .trim_end_matches("一致")
        .trim_end_matches("一样");
    let rest = rest
        .strip_prefix("上面")
        .or_else(|| rest.strip_prefix("前面"))
        .unwrap_or(rest);
    matches!(
        rest,
        "" | "上"
            | "左"
            | "上行"
            | "上栏"
            | "上述"
            | "户口"
            | "户籍"
            | "户口簿"
            | "户口本"
            | "户口地"
            | "户籍地"
            | "户籍地址"
            | "户口地址"
            | "户口所在地"
            | "户籍所在地"
            | "住址"
            | "地址"
            | "现住址"
            | "现住地"
            | "现居住地"
            | "现居住地址"
            | "居住地"
            | "居住地址"
            | "家庭住址"
            | "家庭地址"
            | "通信地址"
            | "通讯地址"
            | "学生"
            | "学生住址"
            | "学生地址"
            | "本人"
            | "父亲"
            | "母亲"
            | "父"
            | "母"
            | "爸爸"
            | "妈妈"
            | "成员一"
            | "成员1"
            | "监护人"
    )
}
