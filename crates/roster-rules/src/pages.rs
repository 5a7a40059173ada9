//! The pages of the rule book, as Markdown.
//!
//! Generated from the heads of the rule files by xtask gen. Do not edit.

/// What a user reads about one rule.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// The rule's code.
    pub code: &'static str,
    /// The page in Chinese, as Markdown.
    pub zh: &'static str,
    /// The page in English, as Markdown.
    pub en: &'static str,
}

/// Every page, sorted by code.
#[rustfmt::skip]
pub static PAGES: &[Page] = &[
    Page { code: "R0001", zh: include_str!("../pages/zh/R0001.md"), en: include_str!("../pages/en/R0001.md") },
    Page { code: "R0002", zh: include_str!("../pages/zh/R0002.md"), en: include_str!("../pages/en/R0002.md") },
    Page { code: "R0006", zh: include_str!("../pages/zh/R0006.md"), en: include_str!("../pages/en/R0006.md") },
    Page { code: "R0007", zh: include_str!("../pages/zh/R0007.md"), en: include_str!("../pages/en/R0007.md") },
    Page { code: "R0009", zh: include_str!("../pages/zh/R0009.md"), en: include_str!("../pages/en/R0009.md") },
    Page { code: "R0012", zh: include_str!("../pages/zh/R0012.md"), en: include_str!("../pages/en/R0012.md") },
    Page { code: "R0016", zh: include_str!("../pages/zh/R0016.md"), en: include_str!("../pages/en/R0016.md") },
    Page { code: "R0017", zh: include_str!("../pages/zh/R0017.md"), en: include_str!("../pages/en/R0017.md") },
    Page { code: "R0101", zh: include_str!("../pages/zh/R0101.md"), en: include_str!("../pages/en/R0101.md") },
    Page { code: "R0102", zh: include_str!("../pages/zh/R0102.md"), en: include_str!("../pages/en/R0102.md") },
    Page { code: "R0103", zh: include_str!("../pages/zh/R0103.md"), en: include_str!("../pages/en/R0103.md") },
    Page { code: "R0105", zh: include_str!("../pages/zh/R0105.md"), en: include_str!("../pages/en/R0105.md") },
    Page { code: "R0108", zh: include_str!("../pages/zh/R0108.md"), en: include_str!("../pages/en/R0108.md") },
    Page { code: "R0109", zh: include_str!("../pages/zh/R0109.md"), en: include_str!("../pages/en/R0109.md") },
    Page { code: "R0201", zh: include_str!("../pages/zh/R0201.md"), en: include_str!("../pages/en/R0201.md") },
    Page { code: "R0202", zh: include_str!("../pages/zh/R0202.md"), en: include_str!("../pages/en/R0202.md") },
    Page { code: "R0203", zh: include_str!("../pages/zh/R0203.md"), en: include_str!("../pages/en/R0203.md") },
    Page { code: "R0204", zh: include_str!("../pages/zh/R0204.md"), en: include_str!("../pages/en/R0204.md") },
    Page { code: "R0205", zh: include_str!("../pages/zh/R0205.md"), en: include_str!("../pages/en/R0205.md") },
    Page { code: "R0206", zh: include_str!("../pages/zh/R0206.md"), en: include_str!("../pages/en/R0206.md") },
    Page { code: "R0209", zh: include_str!("../pages/zh/R0209.md"), en: include_str!("../pages/en/R0209.md") },
    Page { code: "R0210", zh: include_str!("../pages/zh/R0210.md"), en: include_str!("../pages/en/R0210.md") },
    Page { code: "R0215", zh: include_str!("../pages/zh/R0215.md"), en: include_str!("../pages/en/R0215.md") },
    Page { code: "R1001", zh: include_str!("../pages/zh/R1001.md"), en: include_str!("../pages/en/R1001.md") },
    Page { code: "R1002", zh: include_str!("../pages/zh/R1002.md"), en: include_str!("../pages/en/R1002.md") },
    Page { code: "R1003", zh: include_str!("../pages/zh/R1003.md"), en: include_str!("../pages/en/R1003.md") },
    Page { code: "R1004", zh: include_str!("../pages/zh/R1004.md"), en: include_str!("../pages/en/R1004.md") },
    Page { code: "R1005", zh: include_str!("../pages/zh/R1005.md"), en: include_str!("../pages/en/R1005.md") },
    Page { code: "R1006", zh: include_str!("../pages/zh/R1006.md"), en: include_str!("../pages/en/R1006.md") },
    Page { code: "R1007", zh: include_str!("../pages/zh/R1007.md"), en: include_str!("../pages/en/R1007.md") },
    Page { code: "R1008", zh: include_str!("../pages/zh/R1008.md"), en: include_str!("../pages/en/R1008.md") },
    Page { code: "R1009", zh: include_str!("../pages/zh/R1009.md"), en: include_str!("../pages/en/R1009.md") },
    Page { code: "R3001", zh: include_str!("../pages/zh/R3001.md"), en: include_str!("../pages/en/R3001.md") },
    Page { code: "R3002", zh: include_str!("../pages/zh/R3002.md"), en: include_str!("../pages/en/R3002.md") },
    Page { code: "R3003", zh: include_str!("../pages/zh/R3003.md"), en: include_str!("../pages/en/R3003.md") },
    Page { code: "R3004", zh: include_str!("../pages/zh/R3004.md"), en: include_str!("../pages/en/R3004.md") },
    Page { code: "R3005", zh: include_str!("../pages/zh/R3005.md"), en: include_str!("../pages/en/R3005.md") },
    Page { code: "R4001", zh: include_str!("../pages/zh/R4001.md"), en: include_str!("../pages/en/R4001.md") },
    Page { code: "R4002", zh: include_str!("../pages/zh/R4002.md"), en: include_str!("../pages/en/R4002.md") },
    Page { code: "R4004", zh: include_str!("../pages/zh/R4004.md"), en: include_str!("../pages/en/R4004.md") },
    Page { code: "R4005", zh: include_str!("../pages/zh/R4005.md"), en: include_str!("../pages/en/R4005.md") },
    Page { code: "R4007", zh: include_str!("../pages/zh/R4007.md"), en: include_str!("../pages/en/R4007.md") },
    Page { code: "R4023", zh: include_str!("../pages/zh/R4023.md"), en: include_str!("../pages/en/R4023.md") },
    Page { code: "R5006", zh: include_str!("../pages/zh/R5006.md"), en: include_str!("../pages/en/R5006.md") },
];
