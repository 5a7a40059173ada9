//! A table of texts as records, with comparisons for what most tables have: names, dates, codes, words.
//!
//! For tables that are no rosters: public sets to measure the engine on, or lists of other offices. The
//! fields are columns of the table; [`name`], [`date`], [`number`], [`code`] and [`word`] make them. Texts are
//! expected tidy: in one case, without white space at the ends; an empty text is a missing one.

use roster_model::{Agreement, Dictionary};

use roster_dedup::linkage::{Field, Level, Outcome, Tenths, log2_ratio};

/// Columns of texts, each text kept once.
#[derive(Debug, Default)]
pub(crate) struct Table {
    texts: Dictionary,
    /// The words of all texts, and which of them each text has.
    words: Dictionary,
    words_of: Vec<Vec<u32>>,
    columns: Vec<Column>,
    rows: u32,
}

#[derive(Debug, Default)]
struct Column {
    /// The number of the text of each row.
    of_row: Vec<u32>,
    /// The rarity of each text of the column, by its number.
    rarity: Vec<Tenths>,
    /// The rarity of each word of the column, by its number.
    of_word: Vec<Tenths>,
}

impl Table {
    /// Reads rows of so many columns; what a row has beyond them is left out, what it lacks is missing.
    pub(crate) fn read<T: AsRef<str>>(
        rows: impl IntoIterator<Item = Vec<T>>,
        columns: usize,
    ) -> Self {
        let mut table = Table::default();
        table.columns.resize_with(columns, Column::default);
        for row in rows {
            for (at, column) in table.columns.iter_mut().enumerate() {
                let text = row.get(at).map_or("", AsRef::as_ref);
                // A table of four gigabytes is not read into memory in one piece.
                column.of_row.push(table.texts.number(text).unwrap_or(0));
            }
            table.rows += 1;
        }
        for text in 0..table.texts.len() {
            let words = table.texts.text(text).split(' ');
            let numbers = words.map(|word| table.words.number(word).unwrap_or(0));
            table.words_of.push(numbers.collect());
        }
        for column in &mut table.columns {
            column.count(&table.words_of, table.words.len());
        }
        table
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> u32 {
        self.rows
    }

    /// The text of a cell.
    pub(crate) fn text(&self, column: usize, row: u32) -> &str {
        self.texts.text(self.columns[column].of_row[row as usize])
    }

    fn pair(&self, column: usize, a: u32, b: u32) -> Option<(u32, u32)> {
        let of_row = &self.columns[column].of_row;
        let (x, y) = (of_row[a as usize], of_row[b as usize]);
        let known = |it| !self.texts.text(it).is_empty();
        (known(x) && known(y)).then_some((x, y))
    }
}

impl Column {
    fn count(&mut self, words_of: &[Vec<u32>], words: u32) {
        let mut counts = vec![0_u64; words_of.len()];
        for &text in &self.of_row {
            counts[text as usize] += 1;
        }
        let mut of_word = vec![0_u64; words as usize];
        for (words, count) in words_of.iter().zip(&counts) {
            for &word in words {
                of_word[word as usize] += count;
            }
        }
        let all = self.of_row.len() as u64;
        let rarity = |&count: &u64| log2_ratio(all, count);
        self.rarity = counts.iter().map(rarity).collect();
        self.of_word = of_word.iter().map(rarity).collect();
    }
}

const MISSING: Level = Level {
    agreement: Agreement::Missing,
    weight: 0,
};

/// The levels with their weights, and the missing one.
fn weighed<const N: usize>(levels: [Agreement; N], weights: [Tenths; N]) -> Vec<Level> {
    let levels = levels.into_iter().zip(weights);
    let levels = levels.map(|(it, weight)| level(it, weight));
    levels.chain([MISSING]).collect()
}

fn level(agreement: Agreement, weight: Tenths) -> Level {
    Level { agreement, weight }
}

/// A field of words that are either equal or not; `equal` and `different` are the weights, `cap` the most
/// that a rare word adds.
pub(crate) fn word(
    name: &'static str,
    column: usize,
    equal: Tenths,
    different: Tenths,
    cap: Tenths,
) -> Field<Table> {
    field(
        name,
        vec![
            level(Agreement::Equal, equal),
            level(Agreement::Different, different),
            MISSING,
        ],
        move |table: &Table, a, b| match table.pair(column, a, b) {
            None => Outcome::level(2),
            Some((x, y)) if x == y => {
                Outcome::rare(0, table.columns[column].rarity[x as usize].min(cap))
            }
            Some(_) => Outcome::level(1),
        },
    )
}

/// A field of numbers, such as a year: equal, one character wrong, different.
pub(crate) fn number(name: &'static str, column: usize, weights: [Tenths; 3]) -> Field<Table> {
    let levels = [Agreement::Equal, Agreement::OneEdit, Agreement::Different];
    field(
        name,
        weighed(levels, weights),
        move |table: &Table, a, b| {
            let Some((x, y)) = table.pair(column, a, b) else {
                return Outcome::level(3);
            };
            let (x, y) = (table.texts.text(x), table.texts.text(y));
            let edits = strsim::osa_distance(x, y);
            Outcome::level(edits.min(2).try_into().unwrap_or(2))
        },
    )
}

/// A field of codes in which what stands in front is the larger part, such as postcodes: equal, equal in
/// all but the last `tail` characters, equal in the first `head` characters, different.
pub(crate) fn code(
    name: &'static str,
    column: usize,
    (tail, head): (usize, usize),
    weights: [Tenths; 4],
) -> Field<Table> {
    let levels = [
        Agreement::Equal,
        Agreement::Partial,
        Agreement::Partial,
        Agreement::Different,
    ];
    field(
        name,
        weighed(levels, weights),
        move |table: &Table, a, b| {
            let Some((x, y)) = table.pair(column, a, b) else {
                return Outcome::level(4);
            };
            let (x, y) = (
                table.texts.text(x).as_bytes(),
                table.texts.text(y).as_bytes(),
            );
            let same = x.iter().zip(y).take_while(|(a, b)| a == b).count();
            Outcome::level(if x == y {
                0
            } else if x.len() == y.len() && same + tail >= x.len() {
                1
            } else if same >= head {
                2
            } else {
                3
            })
        },
    )
}

/// A field of dates written year-month-day: equal, one character wrong, the year alone equal, month and day
/// alone equal, different.
pub(crate) fn date(name: &'static str, column: usize, weights: [Tenths; 5]) -> Field<Table> {
    let levels = [
        Agreement::Equal,
        Agreement::OneEdit,
        Agreement::Partial,
        Agreement::Partial,
        Agreement::Different,
    ];
    field(
        name,
        weighed(levels, weights),
        move |table: &Table, a, b| {
            let Some((x, y)) = table.pair(column, a, b) else {
                return Outcome::level(5);
            };
            if x == y {
                return Outcome::rare(0, table.columns[column].rarity[x as usize].min(120) - 120);
            }
            let (x, y) = (table.texts.text(x), table.texts.text(y));
            Outcome::level(if strsim::osa_distance(x, y) == 1 {
                1
            } else if x.get(..4) == y.get(..4) {
                2
            } else if x.get(4..) == y.get(4..) {
                3
            } else {
                4
            })
        },
    )
}

/// What [`name`] weighs, in tenths of a bit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameWeights {
    /// The most that one equal word counts.
    pub(crate) cap: Tenths,
    /// Taken from the rarity of a word that is nearly equal.
    pub(crate) similar: Tenths,
    /// For a word of which the other has the first letters only.
    pub(crate) initial: Tenths,
    /// For a word that the other name has something else for.
    pub(crate) different: Tenths,
    /// For a word that the other name has not.
    pub(crate) surplus: Tenths,
}

/// A field of names of several words, in any order: each word of the shorter name is compared with the word
/// of the longer one that it fits best, and counts by how rare it is.
pub(crate) fn name(name: &'static str, column: usize, weights: NameWeights) -> Field<Table> {
    let levels = [
        Agreement::Equal,
        Agreement::Partial,
        Agreement::OneEdit,
        Agreement::Different,
    ];
    let mut levels: Vec<Level> = levels.into_iter().map(|it| level(it, 0)).collect();
    levels.push(MISSING);
    field(name, levels, move |table: &Table, a, b| {
        let Some((x, y)) = table.pair(column, a, b) else {
            return Outcome::level(4);
        };
        let of_word = &table.columns[column].of_word;
        if x == y {
            let words = table.words_of[x as usize].iter();
            return Outcome::rare(
                0,
                words.map(|&it| of_word[it as usize].min(weights.cap)).sum(),
            );
        }
        table.words(of_word, x, y, weights)
    })
}

impl Table {
    fn words(&self, of_word: &[Tenths], x: u32, y: u32, weights: NameWeights) -> Outcome {
        let (mut short, mut long) = (&self.words_of[x as usize], &self.words_of[y as usize]);
        if short.len() > long.len() {
            std::mem::swap(&mut short, &mut long);
        }
        let surplus = u16::try_from(long.len() - short.len()).unwrap_or(u16::MAX);
        let mut total = weights.surplus * Tenths::from(surplus);
        let mut worst = u8::from(short.len() != long.len());
        let mut fits: Vec<(Tenths, u8, usize, usize)> =
            Vec::with_capacity(short.len() * long.len());
        for (at, &a) in short.iter().enumerate() {
            for (other, &b) in long.iter().enumerate() {
                let rarity = of_word[a as usize]
                    .min(of_word[b as usize])
                    .min(weights.cap);
                let (weight, level) = if a == b {
                    (rarity, 0)
                } else {
                    word_fit(self.words.text(a), self.words.text(b), rarity, weights)
                };
                fits.push((weight, level, at, other));
            }
        }
        // The best fits first, so that a word is not taken from the one it equals.
        fits.sort_by_key(|it| (-it.0, it.2, it.3));
        let (mut taken, mut given) = (vec![false; short.len()], vec![false; long.len()]);
        for (weight, level, at, other) in fits {
            if !taken[at] && !given[other] {
                (taken[at], given[other]) = (true, true);
                total += weight;
                worst = worst.max(level);
            }
        }
        Outcome::rare(worst, total)
    }
}

/// How two different words fit, in weight and level.
fn word_fit(a: &str, b: &str, rarity: Tenths, weights: NameWeights) -> (Tenths, u8) {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() >= 2 && long.starts_with(short) {
        return ((rarity + weights.similar).max(0), 1);
    }
    if long.len() >= 4 && (strsim::osa_distance(a, b) == 1 || strsim::jaro_winkler(a, b) >= 0.9) {
        return ((rarity + weights.similar).max(0), 2);
    }
    if short.len() == 1 && long.starts_with(short) {
        return (weights.initial, 1);
    }
    (weights.different, 3)
}

fn field(
    name: &'static str,
    levels: Vec<Level>,
    compare: impl Fn(&Table, u32, u32) -> Outcome + Send + Sync + 'static,
) -> Field<Table> {
    Field {
        name,
        levels,
        compare: Box::new(compare),
        told_by: None,
        kin: None,
        most: 400,
    }
}
