//! Tables of codes: what a column may say, in which spellings, and what those spellings mean.
//! A table never guesses: a spelling means what its line lists, or it is unknown.

use std::sync::OnceLock;

use crate::generated::tables;
use crate::spelling::folded;
use crate::{Column, Words};

/// One list of codes, such as the ethnic groups of GB/T 3304.
#[derive(Debug)]
pub struct Table {
    /// The name of the table, in snake case.
    pub id: &'static str,
    /// The lines in the order in which a drop-down offers them.
    pub entries: &'static [Entry],
    spellings: OnceLock<Vec<Spelling>>,
}

/// One line of a table.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// The code of the standard; empty when the sources disagree about it or give none.
    pub code: &'static str,
    /// The text a cell should have.
    pub label: &'static str,
    /// Texts that are as good as the label: another official spelling.
    pub also: Words,
    /// Other spellings that can only mean this label.
    pub aliases: Words,
    /// Spellings that most likely mean this label; somebody must look.
    pub doubtful: Words,
    /// Where the national template offers the label. One that it does not offer is still known.
    pub offered: Offered,
    /// The first year the label is valid; 0 when it always was.
    pub since: u16,
    /// The first year the label is no longer valid; 0 while it is.
    pub until: u16,
}

/// In which columns of a table the national template offers a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// In all of them.
    Everywhere,
    /// In those of family members: what no pupil has.
    Guardians,
    /// In none.
    Nowhere,
}

/// How a text stands in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed<'t> {
    /// The label itself, or a text as good as it.
    Label(&'t Entry),
    /// The code, written instead of the text. Leading zeros make no difference.
    Code(&'t Entry),
    /// A spelling that can only mean this label; also the label in another width, case or spacing.
    Alias(&'t Entry),
    /// A spelling that most likely means this label.
    Doubtful(&'t Entry),
    /// Not in the table.
    Unknown,
}

impl<'t> Listed<'t> {
    /// The line meant, however it is written.
    pub fn entry(self) -> Option<&'t Entry> {
        match self {
            Self::Label(entry) | Self::Code(entry) | Self::Alias(entry) | Self::Doubtful(entry) => {
                Some(entry)
            }
            Self::Unknown => None,
        }
    }
}

impl Table {
    /// Every table, in the order of the ids.
    pub fn all() -> &'static [&'static Table] {
        tables::ALL
    }

    /// The table with this name.
    pub fn by_id(id: &str) -> Option<&'static Table> {
        let found = tables::ALL.binary_search_by(|it| it.id.cmp(id)).ok()?;
        Some(tables::ALL[found])
    }

    pub(crate) const fn new(id: &'static str, entries: &'static [Entry]) -> Self {
        Self {
            id,
            entries,
            spellings: OnceLock::new(),
        }
    }

    /// How a text stands in this table. An empty text is unknown.
    pub fn find(&self, text: &str) -> Listed<'_> {
        // Nearly every cell is a label as it is, and comparing whole texts is cheapest.
        if let Some(entry) = self.labelled(text) {
            return Listed::Label(entry);
        }
        let spellings = self.spellings.get_or_init(|| spellings(self.entries));
        let bare = without_zeros(text);
        let found = spellings
            .binary_search_by(|it| it.folded.chars().cmp(folded(text)))
            .or_else(|_| {
                let place = spellings.binary_search_by(|it| it.folded.chars().cmp(folded(bare)));
                place
                    .ok()
                    .filter(|&at| spellings[at].how == How::Code)
                    .ok_or(())
            });
        let Ok(place) = found else {
            return Listed::Unknown;
        };
        let spelling = &spellings[place];
        let entry = &self.entries[spelling.entry];
        match spelling.how {
            How::Code => Listed::Code(entry),
            How::Alias => Listed::Alias(entry),
            How::Doubtful => Listed::Doubtful(entry),
        }
    }

    /// The entry whose label a text is, as it stands.
    pub fn labelled(&self, text: &str) -> Option<&Entry> {
        self.entries.iter().find(|it| it.is_written(text))
    }

    /// The labels that the national template offers in a column, in its order.
    pub fn labels(&self, column: Column) -> impl Iterator<Item = &'static str> + use<> {
        self.entries
            .iter()
            .filter(move |it| match it.offered {
                Offered::Everywhere => true,
                Offered::Guardians => column.member().is_some(),
                Offered::Nowhere => false,
            })
            .map(|it| it.label)
    }
}

impl Entry {
    fn is_written(&self, text: &str) -> bool {
        self.label == text || self.also.iter().any(|it| it == text)
    }
}

/// One spelling that is not taken as it is, ready to be looked up.
#[derive(Debug)]
struct Spelling {
    folded: String,
    entry: usize,
    how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Code,
    Alias,
    Doubtful,
}

/// Every spelling of a table, sorted; of equal ones the surest stays.
fn spellings(entries: &[Entry]) -> Vec<Spelling> {
    let mut all = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let mut add = |text: &str, how| {
            let folded: String = folded(text).collect();
            if !folded.is_empty() {
                all.push(Spelling {
                    folded,
                    entry: index,
                    how,
                });
            }
        };
        add(entry.code, How::Code);
        add(without_zeros(entry.code), How::Code);
        add(entry.label, How::Alias);
        entry
            .also
            .iter()
            .chain(entry.aliases)
            .for_each(|it| add(it, How::Alias));
        entry.doubtful.iter().for_each(|it| add(it, How::Doubtful));
    }
    roster_order::sort_by(&mut all, |a, b| {
        (&a.folded, a.how, a.entry).cmp(&(&b.folded, b.how, b.entry))
    });
    all.dedup_by(|later, first| later.folded == first.folded);
    all
}

/// A spreadsheet drops the zeros before a number and a clerk may add one: `1` is `01`.
fn without_zeros(code: &str) -> &str {
    let bare = code.trim_start_matches('0');
    if bare.is_empty() && !code.is_empty() {
        "0"
    } else {
        bare
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Column, Listed, Table, folded, without_zeros};

    fn table(id: &str) -> &'static Table {
        Table::by_id(id).expect("the table is in data/tables")
    }

    /// How a text stands, with the label, as one line.
    fn found(id: &str, text: &str) -> String {
        match table(id).find(text) {
            Listed::Label(it) => format!("label {}", it.label),
            Listed::Code(it) => format!("code {}", it.label),
            Listed::Alias(it) => format!("alias {}", it.label),
            Listed::Doubtful(it) => format!("doubtful {}", it.label),
            Listed::Unknown => "unknown".to_owned(),
        }
    }

    #[test]
    fn every_spelling_means_one_label() {
        for table in Table::all() {
            let mut meant: BTreeMap<String, usize> = BTreeMap::new();
            for (index, entry) in table.entries.iter().enumerate() {
                let mut own: Vec<&str> = vec![entry.label, entry.code, without_zeros(entry.code)];
                own.extend(entry.also.iter().chain(entry.aliases).chain(entry.doubtful));
                for text in own.into_iter().filter(|it| !it.is_empty()) {
                    let key: String = folded(text).collect();
                    let first = *meant.entry(key).or_insert(index);
                    assert_eq!(first, index, "{}: {text} means two labels", table.id);
                }
            }
        }
    }

    #[test]
    fn every_spelling_is_listed_once_in_its_line() {
        for table in Table::all() {
            for entry in table.entries {
                let mut own: Vec<&str> = vec![entry.label];
                own.extend(entry.also.iter().chain(entry.aliases).chain(entry.doubtful));
                for text in &own {
                    assert_eq!(text.trim(), *text, "{}: {text}", table.id);
                    let times = own.iter().filter(|it| *it == text).count();
                    assert_eq!(times, 1, "{}: {text} is listed twice", table.id);
                }
            }
        }
    }

    #[test]
    fn tables_are_sorted_by_id_and_by_code() {
        assert!(Table::all().is_sorted_by(|a, b| a.id < b.id));
        for table in Table::all() {
            let codes: Vec<&str> = table.entries.iter().map(|it| it.code).collect();
            let coded = codes.iter().take_while(|it| !it.is_empty()).count();
            assert!(codes[..coded].is_sorted_by(|a, b| a < b), "{}", table.id);
            assert!(
                codes[coded..].iter().all(|it| it.is_empty()),
                "{}",
                table.id
            );
        }
    }

    #[test]
    fn every_listed_spelling_is_found() {
        for table in Table::all() {
            for entry in table.entries {
                for label in entry.also.iter().chain([entry.label]) {
                    assert_eq!(table.find(label), Listed::Label(entry), "{label}");
                }
                for alias in entry.aliases {
                    assert_eq!(table.find(alias), Listed::Alias(entry), "{alias}");
                }
                for doubtful in entry.doubtful {
                    assert_eq!(table.find(doubtful), Listed::Doubtful(entry), "{doubtful}");
                }
                if !entry.code.is_empty() {
                    assert_eq!(
                        table.find(entry.code),
                        Listed::Code(entry),
                        "{}",
                        entry.code
                    );
                }
            }
        }
    }

    #[test]
    fn the_lists_have_the_standards_sizes() {
        let coded = |id| {
            table(id)
                .entries
                .iter()
                .filter(|it| !it.code.is_empty())
                .count()
        };
        assert_eq!(coded("sex"), 2);
        assert_eq!(coded("ethnic_group"), 58);
        assert_eq!(coded("political_status"), 13);
        assert_eq!(coded("health"), 5);
        assert_eq!(coded("id_type"), 12);
        assert_eq!(coded("hmt_status"), 16);
        assert_eq!(coded("nationality"), 249);
        assert_eq!(coded("disability"), 9);
        assert_eq!(Table::all().len(), 20);
    }

    #[test]
    fn a_code_is_told_from_its_text() {
        assert_eq!(found("sex", "1"), "code 男");
        assert_eq!(found("ethnic_group", "1"), "code 汉族");
        assert_eq!(found("ethnic_group", "001"), "code 汉族");
        assert_eq!(found("hmt_status", "0"), "code 否");
        assert_eq!(found("hmt_status", "00"), "code 否");
        assert_eq!(found("id_type", "a"), "code 护照");
        assert_eq!(found("sex", "3"), "unknown");
        // The sources disagree about these codes.
        assert_eq!(found("left_behind", "1"), "unknown");
    }

    #[test]
    fn spellings_are_mapped_as_far_as_they_are_sure() {
        assert_eq!(found("sex", "Ｍ"), "alias 男");
        assert_eq!(found("sex", "男 "), "alias 男");
        assert_eq!(found("yes_no", "√"), "alias 是");
        assert_eq!(found("yes_no", "×"), "alias 否");
        assert_eq!(found("ethnic_group", "土"), "alias 土族");
        assert_eq!(found("ethnic_group", "土家"), "alias 土家族");
        assert_eq!(found("ethnic_group", "畬族"), "alias 畲族");
        assert_eq!(found("ethnic_group", "毛难族"), "doubtful 毛南族");
        assert_eq!(found("ethnic_group", "么佬族"), "doubtful 仫佬族");
        assert_eq!(found("ethnic_group", "拉古族"), "doubtful 拉祜族");
        assert_eq!(found("ethnic_group", "哈巴族"), "doubtful 珞巴族");
        assert_eq!(found("ethnic_group", "穿青人"), "label 穿青人族");
        assert_eq!(found("political_status", "少先队员"), "doubtful 群众");
        assert_eq!(found("political_status", "群 众"), "alias 群众");
        assert_eq!(found("id_type", "户口薄"), "label 户口簿");
        assert_eq!(found("id_type", "其它"), "alias 其他");
        assert_eq!(
            found("id_type", "港澳台居民居住证"),
            "label 港澳台居民居住证"
        );
        assert_eq!(found("hmt_status", "否(非港澳台侨外)"), "label 否");
        assert_eq!(found("grade", "一年级"), "label 小学一年级");
        assert_eq!(found("grade", "七年级"), "label 初中一年级");
        assert_eq!(
            found("transport", "自行车"),
            "label 自行车(含摩托车、电动自行车)"
        );
        assert_eq!(found("nationality", "香港"), "label 中国香港");
        assert_eq!(found("nationality", "中华人民共和国"), "alias 中国");
        assert_eq!(found("health", ""), "unknown");
        assert_eq!(found("health", "\u{200B}"), "unknown");
    }

    #[test]
    fn a_drop_down_offers_only_the_templates_labels() {
        let offered: Vec<&str> = table("boarding").labels(Column::Boarding).collect();
        assert_eq!(offered, ["走读", "住校"]);
        let types = |column| table("id_type").labels(column).count();
        assert_eq!(
            (types(Column::IdType), types(Column::Member1IdType)),
            (8, 12)
        );
    }
}
