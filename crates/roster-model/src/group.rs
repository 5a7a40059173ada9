//! Rows that may be one pupil, why, and what is proposed for each.
//!
//! A group is a proposal to a person. Nothing is ever deleted or merged because of it. The sentences are shared: a group
//! of a million rows says the same of all of them.

use std::sync::Arc;

use crate::{Column, RowSet, Said};

/// How sure it is that the receiving system flags the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The system will flag it: same identity number, or same name, sex and birth date without one.
    Certain,
    /// Almost surely one pupil.
    Likely,
    /// Somebody must look.
    Review,
    /// Worth a glance.
    Hint,
}

impl Verdict {
    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            Verdict::Certain => "certain",
            Verdict::Likely => "likely",
            Verdict::Review => "review",
            Verdict::Hint => "hint",
        }
    }
}

/// The situations a group can be in; the letters are those of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// Same number, same person: entered more than once.
    A,
    /// Same number, names that differ in spelling only.
    B,
    /// Same number, different people, one of whom fits the number.
    C,
    /// Same number, different names, all of whom fit the number.
    D,
    /// Same number, different people, none of whom fits it.
    E,
    /// Same name, sex and birth date, different valid numbers.
    F,
    /// Same name, sex and birth date, at least one without a resident number.
    G,
    /// Same name and number, sex or birth date differ.
    H,
    /// One pupil in the rosters of two schools.
    I,
    /// A near-duplicate that no key makes equal.
    N,
}

impl Case {
    /// All of them, in the order of their letters.
    pub const ALL: [Case; 10] = [
        Case::A,
        Case::B,
        Case::C,
        Case::D,
        Case::E,
        Case::F,
        Case::G,
        Case::H,
        Case::I,
        Case::N,
    ];

    /// The letter of the report.
    pub fn key(self) -> &'static str {
        match self {
            Case::A => "A",
            Case::B => "B",
            Case::C => "C",
            Case::D => "D",
            Case::E => "E",
            Case::F => "F",
            Case::G => "G",
            Case::H => "H",
            Case::I => "I",
            Case::N => "N",
        }
    }
}

/// What is proposed for a member; a person decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Handling {
    /// Leave it as it is.
    Keep,
    /// 删除: a surplus row.
    Delete,
    /// 变更: something in it is wrong.
    Change,
    /// 佐证: it is right and has to be proved.
    Corroborate,
    /// Somebody must look first.
    Review,
}

impl Handling {
    /// All of them, in the order in which they are told.
    pub const ALL: [Handling; 5] = [
        Handling::Keep,
        Handling::Delete,
        Handling::Change,
        Handling::Corroborate,
        Handling::Review,
    ];

    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            Handling::Keep => "keep",
            Handling::Delete => "delete",
            Handling::Change => "change",
            Handling::Corroborate => "corroborate",
            Handling::Review => "review",
        }
    }
}

/// How two cells of one field agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// Equal after tidying.
    Equal,
    /// 繁简 or 异体 forms of one character.
    Variant,
    /// Same sound.
    Homophone,
    /// Nearly the same sound.
    NearHomophone,
    /// Characters that look alike.
    LookAlike,
    /// One character fewer.
    DroppedCharacter,
    /// Equal to the other's former name.
    FormerName,
    /// One edit apart.
    OneEdit,
    /// Two parts swapped.
    Swapped,
    /// Equal as far as it goes.
    Partial,
    /// One or both are blank.
    Missing,
    /// Different.
    Different,
}

impl Agreement {
    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            Agreement::Equal => "equal",
            Agreement::Variant => "variant",
            Agreement::Homophone => "homophone",
            Agreement::NearHomophone => "near-homophone",
            Agreement::LookAlike => "look-alike",
            Agreement::DroppedCharacter => "dropped-character",
            Agreement::FormerName => "former-name",
            Agreement::OneEdit => "one-edit",
            Agreement::Swapped => "swapped",
            Agreement::Partial => "partial",
            Agreement::Missing => "missing",
            Agreement::Different => "different",
        }
    }
}

/// One field of two members, compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The field.
    pub column: Column,
    /// How they agree.
    pub agreement: Agreement,
    /// Weight in tenths of a bit; positive speaks for one person.
    pub tenth_bits: i32,
    /// The sentence.
    pub said: Arc<Said>,
}

/// Two members and the evidence between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Index into the members.
    pub a: usize,
    /// Index into the members, greater than `a`.
    pub b: usize,
    /// Strongest first.
    pub evidence: Vec<Evidence>,
}

impl Link {
    /// The weight of the link: the sum of its evidence, in tenths of a bit.
    pub fn tenth_bits(&self) -> i32 {
        self.evidence.iter().map(|it| it.tenth_bits).sum()
    }
}

/// A row of a group and what is proposed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Position among the sheets of the run.
    pub sheet: u32,
    /// Position among the pupils of the sheet.
    pub row: u32,
    /// Members with one number here look like one pupil.
    pub pupil: u32,
    /// The proposal.
    pub handling: Handling,
    /// Why, as a sentence.
    pub why: Arc<Said>,
    /// The papers it needs, one a phrase.
    pub materials: Arc<[Said]>,
}

/// Rows that may be one pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which situation.
    pub case: Case,
    /// How sure.
    pub verdict: Verdict,
    /// In the order of files, sheets and rows; at least two.
    pub members: Vec<Member>,
    /// Each member with an earlier one that shows why it belongs.
    pub links: Vec<Link>,
    /// Case, verdict and handling were decided from the checked rows alone; members in files that are only
    /// compared with were added afterwards.
    pub without_archive: bool,
    /// Somebody said that pupils with the number of these rows are different ones.
    pub told_apart: bool,
}

/// What the search for duplicates found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// The groups, by their first member.
    pub groups: Vec<Group>,
    /// Rows that were not all compared with one another.
    pub not_compared: Vec<NotCompared>,
    /// Pupils who are in no group, because a file that is only compared with has them as they were before.
    pub carried: Vec<Carried>,
    /// The lists of some of the pupils of other sheets, by sheet.
    pub part_lists: Vec<PartList>,
}

/// A list of some of the pupils of rosters, kept beside them: who stands in both is no duplicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartList {
    /// Position among the sheets of the run.
    pub sheet: u32,
    /// The positions of the rosters that have its pupils, ascending.
    pub of: Vec<u32>,
    /// Its rows whose pupils they have.
    pub rows: RowSet,
    /// What tells.
    pub known_by: KnownBy,
}

/// What a list of some of the pupils is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownBy {
    /// Somebody said it.
    Said,
    /// This word in its title or name.
    Word(&'static str),
    /// It has clearly fewer pupils and fewer columns, and hardly a pupil of its own.
    Extent,
    /// It has the pupils of several other lists of its file together.
    Sum,
}

/// A pupil of a roster whom a file that is only compared with has as well, and nothing about it is surprising.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Position of the roster among the sheets of the run.
    pub sheet: u32,
    /// Position of the row among the pupils of the sheet.
    pub row: u32,
    /// Why nothing is surprising.
    pub how: CarriedAs,
}

/// What shows that a row of an archive is a pupil as he or she was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarriedAs {
    /// The grade in the archive is lower.
    Risen,
    /// The 学籍号 is the same: one record of one school.
    Recorded,
    /// The others of the sheet are `Recorded`, and it fits them.
    AmongRecorded,
    /// Most of the sheet is in the archive.
    Inferred,
}

/// Rows so much alike that only neighbours among them were compared for near-duplicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCompared {
    /// Position among the sheets of the run of one of the rows.
    pub sheet: u32,
    /// Its position among the pupils of the sheet.
    pub row: u32,
    /// How many rows.
    pub rows: u32,
}

impl Group {
    /// The weight of the group: that of its weakest link, in tenths of a bit.
    pub fn tenth_bits(&self) -> i32 {
        self.links.iter().map(Link::tenth_bits).min().unwrap_or(0)
    }
}
