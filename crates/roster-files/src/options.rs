//! What the person has said about a file before it is read. What was not said is looked for.

/// How the characters of a text file are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// GB18030, and with it GBK and GB2312.
    Gb18030,
    /// Big5.
    Big5,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
}

impl Encoding {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Encoding; 5] = [
        Encoding::Utf8,
        Encoding::Gb18030,
        Encoding::Big5,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
    ];

    /// The word of the report: `UTF-8`, `GB18030`, `Big5`, `UTF-16LE`, `UTF-16BE`.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
            Encoding::Big5 => "Big5",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
        }
    }

    /// The encoding a person means: its word in any case and with or without dashes, or `GBK`,
    /// `GB2312`.
    pub fn by_name(name: &str) -> Option<Self> {
        let plain: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|it| it.to_ascii_lowercase())
            .collect();
        match plain.as_str() {
            "utf8" => Some(Encoding::Utf8),
            "gb18030" | "gbk" | "gb2312" | "cp936" => Some(Encoding::Gb18030),
            "big5" => Some(Encoding::Big5),
            "utf16le" => Some(Encoding::Utf16Le),
            "utf16be" => Some(Encoding::Utf16Be),
            _ => None,
        }
    }
}

/// What the person has said about one sheet, or about every sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetChoice {
    /// The name of the sheet; every sheet when there is none.
    pub sheet: Option<String>,
    /// Row number of the first row of the header, from 1; looked for when there is none.
    pub header_row: Option<u32>,
    /// The sheet is left out.
    pub skip: bool,
}

/// What the person has said about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// About its sheets. What is said of a sheet by name goes before what is said of every sheet,
    /// and of two choices for one name the first holds.
    pub choices: Vec<SheetChoice>,
    /// The encoding of a text file.
    pub encoding: Option<Encoding>,
    /// What stands between the fields of a text file: `,`, `;`, tab or `|`.
    pub delimiter: Option<u8>,
}

impl ReadOptions {
    /// The row of the header that was said for a sheet.
    pub fn header_row(&self, sheet: &str) -> Option<u32> {
        let named = self.choice(Some(sheet)).and_then(|it| it.header_row);
        named.or_else(|| self.choice(None).and_then(|it| it.header_row))
    }

    /// Whether a sheet is left out.
    pub fn is_skipped(&self, sheet: &str) -> bool {
        let choice = self.choice(Some(sheet)).or_else(|| self.choice(None));
        choice.is_some_and(|it| it.skip)
    }

    fn choice(&self, sheet: Option<&str>) -> Option<&SheetChoice> {
        self.choices.iter().find(|it| it.sheet.as_deref() == sheet)
    }
}
