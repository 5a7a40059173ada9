//! The first row of every sheet of the lists, by which they are told from rosters.

use roster_model::Language;

/// What an own sheet begins with, in the first or second of its cells.
pub(crate) const MADE_WITH: &str = "rostercheck ";

/// Titles of one language.
pub(crate) struct Titles {
    pub(crate) list: &'static str,
    pub(crate) papers: &'static str,
    pub(crate) certificates: &'static str,
    pub(crate) letters: &'static str,
    pub(crate) unclaimed: &'static str,
}

const ZH: Titles = Titles {
    list: "问题学籍处理清单",
    papers: "问题学籍材料清单",
    certificates: "学校证明",
    letters: "致对方学校的函",
    unclaimed: "没有对上学生的扫描件",
};

const EN: Titles = Titles {
    list: "Problem registrations to settle",
    papers: "Papers to collect",
    certificates: "Certificates",
    letters: "Letters",
    unclaimed: "Other scans",
};

pub(crate) const fn titles(language: Language) -> Titles {
    match language {
        Language::Zh => ZH,
        Language::En => EN,
    }
}

/// Whether the first row of a sheet is that of one of these lists.
pub fn is_own_sheet(first: &[&str], language: Language) -> bool {
    let titles = titles(language);
    match first {
        [title, made_with] => {
            [titles.list, titles.papers, titles.unclaimed].contains(title)
                && made_with.starts_with(MADE_WITH)
        }
        [line] => {
            let names = [titles.certificates, titles.letters];
            line.starts_with(MADE_WITH) && names.iter().any(|it| line.ends_with(it))
        }
        _ => false,
    }
}
