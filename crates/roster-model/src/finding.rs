//! What a rule found: where, with which facts, and what could be done.
//!
//! A finding has no sentence. It names its rule and carries facts; the sentence is put together
//! at the edge, in the reader's language, with personal values masked unless they are asked for.

use crate::{Column, Place};

/// How sure we are that the receiving system objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The receiving system refuses it, or it becomes a 问题学籍.
    Error,
    /// Probably wrong: somebody must look.
    Warning,
    /// Worth knowing.
    Info,
}

impl Level {
    /// All of them, most serious first.
    pub const ALL: [Level; 3] = [Level::Error, Level::Warning, Level::Info];

    /// The word of the report: `error`, `warning`, `info`.
    pub fn key(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Info => "info",
        }
    }
}

/// A sentence in both languages of the product.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Said {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Said {
    /// A sentence from its Chinese and its English.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Said {
            zh: zh.into(),
            en: en.into(),
        }
    }
}

/// One named detail of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name in the message's braces; the names are a frozen vocabulary.
    pub name: &'static str,
    /// The detail.
    pub value: FactValue,
}

/// The detail itself, with what is needed to mask it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// Shown as it is: a code, a format, a list of allowed values.
    Plain(String),
    /// Text of a cell of this column: masked as that column is.
    Cell(Column, String),
    /// A count or a position.
    Number(u64),
    /// A phrase that differs by language.
    Said(Said),
}

/// How far a fix may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trust {
    /// Keeps the meaning; may be applied to all at once.
    Safe,
    /// Plausible; confirmed one value at a time.
    Review,
    /// Shown, never applied.
    Hint,
}

impl Trust {
    /// All of them, most trusted first: the order in which proposals are told.
    pub const ALL: [Trust; 3] = [Trust::Safe, Trust::Review, Trust::Hint];

    /// The word of the report: `safe`, `review`, `hint`.
    pub fn key(self) -> &'static str {
        match self {
            Trust::Safe => "safe",
            Trust::Review => "review",
            Trust::Hint => "hint",
        }
    }
}

/// A proposed change of a cell, nearly always the finding's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// How far it may be trusted.
    pub trust: Trust,
    /// A cell, or a column: then it is the text of the header that changes.
    pub place: Place,
    /// Its text now; a fix refuses a cell that has changed since.
    pub from: String,
    /// Its text afterwards.
    pub to: String,
}

/// One finding, in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Code of the rule, for example `R1003`.
    pub rule: &'static str,
    /// Never more serious than the rule's own level.
    pub level: Level,
    /// What it speaks of.
    pub place: Place,
    /// The other cells or rows involved.
    pub related: Vec<Place>,
    /// Details, in the order they were given.
    pub facts: Vec<Fact>,
    /// Proposals, best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// A finding with nothing but its place.
    pub fn new(rule: &'static str, level: Level, place: Place) -> Self {
        let (related, facts, fixes) = (Vec::new(), Vec::new(), Vec::new());
        Finding {
            rule,
            level,
            place,
            related,
            facts,
            fixes,
        }
    }

    /// Adds a detail that is shown as it is.
    pub fn fact(&mut self, name: &'static str, value: impl Into<String>) -> &mut Self {
        self.facts.push(Fact {
            name,
            value: FactValue::Plain(value.into()),
        });
        self
    }

    /// Adds a count or a position.
    pub fn number(&mut self, name: &'static str, value: impl Into<u64>) -> &mut Self {
        self.facts.push(Fact {
            name,
            value: FactValue::Number(value.into()),
        });
        self
    }

    /// Adds text of a cell, masked as its column is.
    pub fn quote(&mut self, name: &'static str, column: Column, text: &str) -> &mut Self {
        self.facts.push(Fact {
            name,
            value: FactValue::Cell(column, text.to_owned()),
        });
        self
    }

    /// Proposes another text for the finding's own cell; `from` is its text now.
    pub fn fix(&mut self, trust: Trust, from: &str, to: impl Into<String>) -> &mut Self {
        self.fix_at(self.place, trust, from, to)
    }

    /// Proposes another text for another cell, or for the header of a column; nothing is added where
    /// the place is neither.
    pub fn fix_at(
        &mut self,
        place: Place,
        trust: Trust,
        from: &str,
        to: impl Into<String>,
    ) -> &mut Self {
        if matches!(place, Place::Cell(_) | Place::Column(..)) {
            self.fixes.push(Fix {
                trust,
                place,
                from: from.to_owned(),
                to: to.into(),
            });
        }
        self
    }

    /// Adds a phrase in both languages. Text of a cell has no place in it but by the name of another fact in
    /// braces, which is masked.
    pub fn said(&mut self, name: &'static str, zh: &str, en: &str) -> &mut Self {
        self.facts.push(Fact {
            name,
            value: FactValue::Said(Said::new(zh, en)),
        });
        self
    }
}
