//! A profile as one text: the module of a page that has read its file hands it to the one that checks.
//! Deliberately no format for files: it is understood by the build that wrote it, and says nothing about
//! what is wrong with it.

use std::borrow::Cow;

use roster_model::{Column, Level, Said};
use roster_standard::{AnyColumn, LocalColumn, LocalKind, Profile, ProfileColumn, Setting};
use roster_values::pattern::Pattern;

use crate::{ActiveProfile, Bound, Demand, LevelSet, Measure, Sign, What, When};

impl ActiveProfile {
    /// As a text for [`Self::unpack`]: words one behind the other, each with its length before it.
    pub fn pack(&self) -> String {
        let mut to = Packing(String::new());
        let listed = &self.listed;
        for it in [
            &listed.id,
            &listed.zh,
            &listed.en,
            &listed.version,
            &listed.since,
        ] {
            to.word(it);
        }
        to.optional(listed.extends.as_deref(), Packing::word);
        to.flag(listed.partial);
        to.each(&listed.columns, |to, it| {
            to.word(it.column.key());
            to.word(&it.header);
            to.flag(it.required);
        });
        to.each(&listed.locals, |to, it| {
            to.word(&it.key);
            to.word(&it.header);
            to.word(it.kind.key());
            to.flag(it.required);
            to.flag(it.is_personal);
            to.number(it.after.into());
        });
        to.each(&listed.headers, |to, (key, column)| {
            to.word(key);
            to.column(*column);
        });
        to.each(&listed.defaults, |to, (name, setting)| {
            to.word(name);
            match setting {
                Setting::Number(number) => {
                    to.flag(true);
                    to.number(*number);
                }
                Setting::Text(text) => {
                    to.flag(false);
                    to.word(text);
                }
            }
        });
        to.each(&self.demands, |to, it| {
            to.column(it.column);
            to.word(it.level.key());
            to.flag(it.has_level);
            to.word(&it.hint.zh);
            to.word(&it.hint.en);
            to.what(&it.what);
        });
        to.each(&self.levels, |to, it| {
            to.word(&it.rule);
            to.optional(it.column, |to, column| to.word(column.key()));
            to.optional(it.level, |to, level| to.word(level.key()));
        });
        to.each(&self.missing, |to, it| to.word(it));
        to.each(&self.unused, |to, it| to.word(it));
        to.0
    }

    /// The profile of such a text; nothing where it is none.
    pub fn unpack(text: &str) -> Option<Self> {
        let from = &mut Unpacking(text);
        let listed = Profile {
            id: from.owned()?,
            zh: from.owned()?,
            en: from.owned()?,
            version: from.owned()?,
            since: from.owned()?,
            extends: from.optional(Unpacking::owned)?,
            // It is used where it is asked for, never because a header looks like it.
            match_permille: 0,
            whole: false,
            partial: from.flag()?,
            columns: Cow::Owned(from.each(|from| {
                Some(ProfileColumn {
                    column: Column::from_key(from.word()?)?,
                    header: from.owned()?,
                    required: from.flag()?,
                })
            })?),
            locals: Cow::Owned(from.each(|from| {
                Some(LocalColumn {
                    key: from.owned()?,
                    header: from.owned()?,
                    kind: from.kind()?,
                    required: from.flag()?,
                    is_personal: from.flag()?,
                    after: from.word()?.parse().ok()?,
                })
            })?),
            headers: Cow::Owned(from.each(|from| Some((from.word()?.to_owned(), from.column()?)))?),
            defaults: Cow::Owned(from.each(|from| {
                let name = from.owned()?;
                let setting = if from.flag()? {
                    Setting::Number(from.word()?.parse().ok()?)
                } else {
                    Setting::Text(from.owned()?)
                };
                Some((name, setting))
            })?),
        };
        Some(ActiveProfile {
            listed,
            demands: from.each(|from| {
                Some(Demand {
                    column: from.column()?,
                    level: from.level()?,
                    has_level: from.flag()?,
                    hint: Said::new(from.word()?, from.word()?),
                    what: from.what()?,
                })
            })?,
            levels: from.each(|from| {
                Some(LevelSet {
                    rule: from.owned()?,
                    column: from.optional(|from| Column::from_key(from.word()?))?,
                    level: from.optional(Unpacking::level)?,
                })
            })?,
            missing: from.each(Unpacking::owned)?,
            unused: from.each(Unpacking::owned)?,
        })
    }
}

/// Words are written behind their length, which ends at a colon; everything is a word.
struct Packing(String);

impl Packing {
    fn word(&mut self, word: &str) {
        self.0 += &word.len().to_string();
        self.0.push(':');
        self.0 += word;
    }

    fn number(&mut self, number: i64) {
        self.word(&number.to_string());
    }

    fn flag(&mut self, is_set: bool) {
        self.number(i64::from(is_set));
    }

    fn column(&mut self, column: AnyColumn) {
        match column {
            AnyColumn::Known(column) => self.word(column.key()),
            AnyColumn::Local(index) => self.number(index.into()),
        }
    }

    fn optional<T>(&mut self, value: Option<T>, put: impl FnOnce(&mut Self, T)) {
        self.flag(value.is_some());
        if let Some(value) = value {
            put(self, value);
        }
    }

    fn each<T>(&mut self, list: &[T], put: impl Fn(&mut Self, &T)) {
        for it in list {
            self.flag(true);
            put(self, it);
        }
        self.flag(false);
    }

    fn words(&mut self, words: &[String]) {
        self.each(words, |to, it| to.word(it));
    }

    fn what(&mut self, what: &What) {
        match what {
            What::List(texts) => {
                self.word("list");
                self.words(texts);
            }
            What::Pattern(pattern) => {
                self.word("pattern");
                self.word(pattern.source());
            }
            What::Kind(kind) => {
                self.word("kind");
                self.word(kind.key());
            }
            What::Range {
                measure,
                least,
                most,
            } => {
                self.word("range");
                let kind = match measure {
                    Measure::Value(kind) => Some(kind.key()),
                    Measure::Length => None,
                };
                self.optional(kind, Packing::word);
                for end in [least, most] {
                    self.optional(end.as_ref(), |to, it| to.word(&it.text));
                }
            }
            What::Compare { sign, with, kind } => {
                self.word("compare");
                self.word(sign.key());
                self.column(*with);
                self.word(kind.key());
            }
            What::Filled(when) => {
                self.word("filled");
                self.optional(when.as_ref(), |to, it| {
                    to.column(it.column);
                    to.words(&it.is);
                });
            }
            What::Once => self.word("once"),
        }
    }
}

/// What is left of such a text.
struct Unpacking<'t>(&'t str);

#[expect(
    clippy::option_option,
    reason = "the outer one is nothing where the text is none"
)]
impl<'t> Unpacking<'t> {
    fn word(&mut self) -> Option<&'t str> {
        let (length, rest) = self.0.split_once(':')?;
        let (word, rest) = rest.split_at_checked(length.parse().ok()?)?;
        self.0 = rest;
        Some(word)
    }

    fn owned(&mut self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self.word()?.to_owned()))
    }

    fn flag(&mut self) -> Option<bool> {
        Some(self.word()? == "1")
    }

    fn column(&mut self) -> Option<AnyColumn> {
        let word = self.word()?;
        match word.parse() {
            Ok(index) => Some(AnyColumn::Local(index)),
            Err(_) => Some(AnyColumn::Known(Column::from_key(word)?)),
        }
    }

    fn level(&mut self) -> Option<Level> {
        let word = self.word()?;
        Level::ALL.into_iter().find(|it| it.key() == word)
    }

    fn kind(&mut self) -> Option<LocalKind> {
        let word = self.word()?;
        LocalKind::ALL.into_iter().find(|it| it.key() == word)
    }

    fn optional<T>(&mut self, take: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.flag()? {
            Some(Some(take(self)?))
        } else {
            Some(None)
        }
    }

    fn each<T>(&mut self, take: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = Vec::new();
        while self.flag()? {
            list.push(take(self)?);
        }
        Some(list)
    }

    fn words(&mut self) -> Option<Vec<String>> {
        self.each(|from| Some(from.word()?.to_owned()))
    }

    fn bound(&mut self, measure: Measure) -> Option<Option<Bound>> {
        self.optional(|from| {
            let text = from.word()?.to_owned();
            let value = match measure {
                Measure::Value(_) => measure.of(&text)?,
                Measure::Length => i128::from(text.parse::<i64>().ok()?),
            };
            Some(Bound { text, value })
        })
    }

    fn range(&mut self) -> Option<What> {
        let kind = self.optional(Self::kind)?;
        let measure = kind.map_or(Measure::Length, Measure::Value);
        Some(What::Range {
            measure,
            least: self.bound(measure)?,
            most: self.bound(measure)?,
        })
    }

    fn what(&mut self) -> Option<What> {
        Some(match self.word()? {
            "list" => What::List(self.words()?),
            "pattern" => What::Pattern(Pattern::new(self.word()?).ok()?),
            "kind" => What::Kind(self.kind()?),
            "range" => self.range()?,
            "compare" => {
                let word = self.word()?;
                What::Compare {
                    sign: Sign::ALL.into_iter().find(|it| it.key() == word)?,
                    with: self.column()?,
                    kind: self.kind()?,
                }
            }
            "filled" => What::Filled(self.optional(|from| {
                Some(When {
                    column: from.column()?,
                    is: from.words()?,
                })
            })?),
            "once" => What::Once,
            _ => return None,
        })
    }
}
