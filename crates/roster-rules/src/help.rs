//! What clerks and parents ask besides the rules, as Markdown from `help/`.
//!
//! The order is the reader's: what things are first, what to do when the system objects after it.
//! Deliberately apart from the pages of the rules, so that the page's module need not carry it.

/// One question and its answer; the first line is the question.
#[derive(Debug, Clone, Copy)]
pub struct Topic {
    /// Its name, for `explain`.
    pub key: &'static str,
    /// The answer in Chinese, as Markdown.
    pub zh: &'static str,
    /// The answer in English, as Markdown.
    pub en: &'static str,
}

macro_rules! topic {
    ($key:literal) => {
        Topic {
            key: $key,
            zh: include_str!(concat!("../help/zh/", $key, ".md")),
            en: include_str!(concat!("../help/en/", $key, ".md")),
        }
    };
}

/// Every topic, in reading order.
pub static TOPICS: &[Topic] = &[
    topic!("student-number"),
    topic!("g-l-j"),
    topic!("g-and-id"),
    topic!("change-after-g"),
    topic!("person-and-record"),
    topic!("problem-record"),
    topic!("says-id-duplicate"),
    topic!("says-name-mismatch"),
    topic!("says-id-wrong"),
    topic!("says-same-person"),
];
