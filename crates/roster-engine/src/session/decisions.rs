//! What somebody decided about groups: rows told apart (不是重复), kept in a file and taken again.

use roster_dedup::{PairKey, TOLD_APART_MAX, ToldApart, pair_key};
use roster_model::{Member, Said};
use roster_profile::write_decisions;

use crate::describe::Describe;
use crate::output::{Content, Output, digest, hexadecimal};
use crate::session::{Progress, Session};
use crate::wire;
use crate::words::Words;

/// The pairs of a file of decisions, read where profile files are, as texts for `CheckOptions::not_duplicates`.
#[cfg(feature = "profile-files")]
pub fn decisions_of_file(name: &str, bytes: &[u8]) -> Result<Vec<String>, Said> {
    // What is no text in UTF-8 is no file of decisions either, and refused for what it says.
    roster_profile::read_decisions(name, &String::from_utf8_lossy(bytes))
}

/// Understands pairs, or refuses the first that is none.
pub(crate) fn pairs(texts: &[String]) -> Result<Vec<PairKey>, Said> {
    let each = texts.iter().map(|it| {
        pair_of_text(it).ok_or_else(|| {
            Said::new(
                format!("“{it}”不是一条“不是重复”的记录。"),
                format!("\"{it}\" is no pair that was told apart."),
            )
        })
    });
    each.collect()
}

impl Session {
    /// Remembers of each of these groups that all of its rows are different pupils, or that one member is
    /// another than the rest, and checks again; groups go by their names, members count from 0. Gives the
    /// number of new pairs.
    pub fn tell_apart(
        &mut self,
        groups: &[(&str, Option<usize>)],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<usize, Said> {
        let mut new = Vec::new();
        for &(group, member) in groups {
            let group = self.group_named(group).ok_or_else(no_such_group)?;
            new.append(&mut self.pairs_of(group, member)?);
        }
        let before = self.told_apart.len();
        let pairs = self.told_apart.pairs().copied().chain(new);
        self.told_apart = ToldApart::new(digest, pairs);
        self.check_rosters(progress);
        Ok(self.told_apart.len() - before)
    }

    /// Remembers these pairs and no others, and checks again.
    pub fn set_told_apart(
        &mut self,
        pairs: &[String],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), Said> {
        self.told_apart = ToldApart::new(digest, self::pairs(pairs)?);
        self.check_rosters(progress);
        Ok(())
    }

    /// Remembers these pairs too, and checks again where some are new; gives how many are.
    pub fn add_told_apart(
        &mut self,
        pairs: &[String],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<usize, Said> {
        let before = self.told_apart.len();
        let all = self.told_apart.pairs().copied();
        let all = all.chain(self::pairs(pairs)?);
        let all = ToldApart::new(digest, all);
        let new = all.len() - before;
        if new > 0 {
            self.told_apart = all;
            self.check_rosters(progress);
        }
        Ok(new)
    }

    /// The file of what was decided.
    pub fn decisions(&self) -> Output {
        Output {
            name: "不是重复.json".to_owned(),
            content: Content::Ready(
                write_decisions(self.told_apart.pairs().map(|it| hexadecimal(it))).into_bytes(),
            ),
            notes: Vec::new(),
        }
    }

    /// Whether all rows of a group are remembered to be different pupils.
    pub(crate) fn are_all_told_apart(&self, group: usize) -> bool {
        let told = &self.told_apart;
        !told.is_empty()
            && self
                .pairs_of(group, None)
                .is_ok_and(|it| it.iter().all(|it| told.holds(it)))
    }

    fn pairs_of(&self, group: usize, member: Option<usize>) -> Result<Vec<PairKey>, Said> {
        let members = &self.groups()[group].members[..];
        if member.is_some_and(|it| it >= members.len()) {
            return Err(no_such_group());
        }
        if members.len() > TOLD_APART_MAX {
            return Err(too_many());
        }
        let row = |it: &Member| (&self.roster(it.sheet).sheet, it.row);
        let number = |it: &Member| self.roster(it.sheet).sheet.row_numbers[it.row as usize];
        let mut pairs = Vec::new();
        for (at, one) in members.iter().enumerate() {
            for (other_at, other) in members.iter().enumerate().skip(at + 1) {
                if member.is_none_or(|it| it == at || it == other_at) {
                    let pair = pair_key(digest, row(one), row(other));
                    pairs.push(pair.ok_or_else(|| {
                        the_same(&self.group_name(group), [one, other].map(number))
                    })?);
                }
            }
        }
        Ok(pairs)
    }
}

impl Describe<'_> {
    /// What was told apart, and how much of it made a difference.
    pub(crate) fn told_apart(&self) -> wire::ToldApart {
        let pairs = &self.session.told_apart;
        // Rows of one number stay a group, which says that they were told apart.
        if !pairs.is_empty() {
            for group in 0..self.session.groups().len() {
                self.session.are_all_told_apart(group);
            }
        }
        wire::ToldApart {
            pairs: pairs.len() as u64,
            taken: pairs.taken() as u64,
        }
    }

    /// What `told_apart` counts, in a sentence; nothing where nothing was told apart.
    pub(crate) fn told_apart_in_words(&self, words: &Words) -> Option<String> {
        let wire::ToldApart { pairs, taken } = self.told_apart();
        let mut sentence = words.told_apart.replace("{pairs}", &pairs.to_string());
        if taken < pairs {
            // Only hashes are kept, so nothing tells which rows were meant.
            let rest = (pairs - taken).to_string();
            sentence += &words.told_apart_in_vain.replace("{n}", &rest);
        }
        (pairs > 0).then(|| sentence.replace("{taken}", &taken.to_string()))
    }

    /// The pairs, as texts for `CheckOptions::not_duplicates`.
    pub(crate) fn told_apart_pairs(&self) -> Vec<String> {
        self.session
            .told_apart
            .pairs()
            .map(|it| hexadecimal(it))
            .collect()
    }
}

fn pair_of_text(text: &str) -> Option<PairKey> {
    let mut pair = [0; 32];
    let mut digits = text.chars().map(|it| it.to_digit(16));
    for byte in &mut pair {
        *byte = (digits.next()?? << 4 | digits.next()??) as u8;
    }
    digits.next().is_none().then_some(pair)
}

fn no_such_group() -> Said {
    Said::new(
        "没有这一组，或者组里没有这一行。请按现在的检查结果再选。",
        "There is no such group, or no such row in it; choose again from the groups as they are now.",
    )
}

fn too_many() -> Said {
    Said::new(
        format!(
            "一组超过{TOLD_APART_MAX}行，不能记作“不是重复”。请先改正这些行共同的错误，如同一个号码、同一个姓名。"
        ),
        format!(
            "A group of more than {TOLD_APART_MAX} rows cannot be told apart; first mend what all of them share, such as one number or one name."
        ),
    )
}

fn the_same(group: &str, [one, other]: [u32; 2]) -> Said {
    Said::new(
        format!(
            "{group}组的第{one}行和第{other}行的姓名、性别、出生日期、证件号、学籍号、电话、监护人和住址都一样，没有可以区分的内容，不能记作“不是重复”。\
             请先补上两行各自的证件号或监护人。"
        ),
        format!(
            "Rows {one} and {other} of group {group} say the same: name, sex, birth date, numbers, telephone, guardians and address. \
             Nothing tells them apart. First fill in the number or the guardian of each."
        ),
    )
}
