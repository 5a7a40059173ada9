//! A settlement as bytes, from the module of a page that knows it to the one that writes it.
//!
//! `MARK`, then its fields in the order of the types, numbers and texts as in `roster_package::bytes`.

use roster_model::{Case, Handling, Language, Stage};
use roster_package::bytes::{ByteReader, push_number, push_text};

use crate::settlement::{Entry, Lack, OtherParty, Privacy, Pupil, Settlement, Unclaimed};

/// The first bytes; the last of them is the version.
const MARK: &[u8; 4] = b"RCS4";
/// Bits of the number that tells what an entry is.
const BESIDE_SURPLUS: u32 = 1;
const LACKS_FAMILY: u32 = 2;
const LACKS_SCHOOL: u32 = 4;
const IS_SOUGHT: u32 = 8;
const IS_UNSURE: u32 = 16;
const HAS_OTHER: u32 = 32;
const IS_ONE: u32 = 64;
const IS_UNUSABLE: u32 = 128;
const IS_UNNAMED: u32 = 256;

/// The bytes are no settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrokenSettlement;

impl std::fmt::Display for BrokenSettlement {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("no settlement")
    }
}

impl Settlement {
    /// The bytes of it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MARK.to_vec();
        bytes.push(u8::from(self.language == Language::En));
        bytes.push(u8::from(self.stage == Stage::AfterImport));
        bytes.push(u8::from(self.privacy == Privacy::Shown));
        bytes.push(u8::from(self.has_pupils));
        for text in [&self.today, &self.version.0, &self.version.1] {
            push_text(text, &mut bytes);
        }
        push_number(self.entries.len() as u32, &mut bytes);
        for entry in &self.entries {
            push_entry(entry, &mut bytes);
        }
        let unclaimed = self.unclaimed.as_deref();
        // One more than there are, so that none differs from nothing.
        push_number(unclaimed.map_or(0, |it| it.len() as u32 + 1), &mut bytes);
        for it in unclaimed.unwrap_or_default() {
            push_text(&it.path, &mut bytes);
            bytes.extend(it.bytes.to_le_bytes());
        }
        push_number(self.not_used.len() as u32, &mut bytes);
        for it in &self.not_used {
            push_text(it, &mut bytes);
        }
        bytes
    }

    /// A settlement from its bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BrokenSettlement> {
        read(bytes).ok_or(BrokenSettlement)
    }
}

fn push_entry(entry: &Entry, bytes: &mut Vec<u8>) {
    push_text(&entry.group, bytes);
    bytes.push(entry.case.map_or(0, |it| it as u8 + 1));
    bytes.push(entry.handling as u8);
    let lacks = entry.lacks;
    let bit = |is: bool, bit: u32| if is { bit } else { 0 };
    push_number(
        bit(entry.beside_surplus, BESIDE_SURPLUS)
            | bit(lacks.is_some_and(|it| it.family), LACKS_FAMILY)
            | bit(lacks.is_some_and(|it| it.school), LACKS_SCHOOL)
            | bit(lacks.is_some_and(|it| it.unsure), IS_UNSURE)
            | bit(entry.is_sought, IS_SOUGHT)
            | bit(entry.other.is_some(), HAS_OTHER)
            | bit(entry.is_one, IS_ONE)
            | bit(lacks.is_some_and(|it| it.unusable), IS_UNUSABLE)
            | bit(lacks.is_some_and(|it| it.unnamed), IS_UNNAMED),
        bytes,
    );
    for number in [entry.place.0, entry.place.1, entry.row, entry.rank] {
        push_number(number, bytes);
    }
    let pupil = &entry.pupil;
    for text in [
        &entry.file,
        &entry.why,
        &entry.materials,
        &entry.situation,
        &entry.listed,
        &pupil.school,
        &pupil.school_name,
        &pupil.class,
        &pupil.name,
        &pupil.sex,
        &pupil.birth,
        &pupil.number,
        &pupil.student_number,
    ] {
        push_text(text, bytes);
    }
    if let Some(other) = &entry.other {
        for text in [&other.school, &other.name, &other.student_number] {
            push_text(text, bytes);
        }
    }
    push_number(entry.others.len() as u32, bytes);
    for &other in &entry.others {
        push_number(other, bytes);
    }
}

fn read(bytes: &[u8]) -> Option<Settlement> {
    let mut reader = ByteReader::new(bytes);
    if reader.take(MARK.len())? != MARK {
        return None;
    }
    let [is_english, is_after, is_shown] = [reader.byte()?, reader.byte()?, reader.byte()?];
    let has_pupils = reader.byte()? != 0;
    let [today, version, rules] = [text(&mut reader)?, text(&mut reader)?, text(&mut reader)?];
    let count = reader.number()?;
    let entries: Option<Vec<Entry>> = (0..count).map(|_| read_entry(&mut reader)).collect();
    let unclaimed = match reader.number()? {
        0 => None,
        count => Some(
            (1..count)
                .map(|_| read_unclaimed(&mut reader))
                .collect::<Option<Vec<_>>>()?,
        ),
    };
    let count = reader.number()?;
    let not_used: Option<Vec<String>> = (0..count).map(|_| text(&mut reader)).collect();
    Some(Settlement {
        language: if is_english == 0 {
            Language::Zh
        } else {
            Language::En
        },
        stage: if is_after == 0 {
            Stage::BeforeImport
        } else {
            Stage::AfterImport
        },
        privacy: if is_shown == 0 {
            Privacy::Masked
        } else {
            Privacy::Shown
        },
        today,
        version: (version, rules),
        entries: entries?,
        unclaimed,
        not_used: not_used?,
        has_pupils,
    })
}

fn read_entry(reader: &mut ByteReader<'_>) -> Option<Entry> {
    let group = text(reader)?;
    let case = match reader.byte()? {
        0 => None,
        place => Some(*Case::ALL.get(usize::from(place) - 1)?),
    };
    let handling = *Handling::ALL.get(usize::from(reader.byte()?))?;
    let bits = reader.number()?;
    let [sheet, position] = [reader.number()?, reader.number()?];
    let [row, rank] = [reader.number()?, reader.number()?];
    let [file, why, materials] = [text(reader)?, text(reader)?, text(reader)?];
    let [situation, listed] = [text(reader)?, text(reader)?];
    let pupil = Pupil {
        school: text(reader)?,
        school_name: text(reader)?,
        class: text(reader)?,
        name: text(reader)?,
        sex: text(reader)?,
        birth: text(reader)?,
        number: text(reader)?,
        student_number: text(reader)?,
    };
    let other = if bits & HAS_OTHER == 0 {
        None
    } else {
        Some(OtherParty {
            school: text(reader)?,
            name: text(reader)?,
            student_number: text(reader)?,
        })
    };
    let count = reader.number()?;
    let others: Option<Vec<u32>> = (0..count).map(|_| reader.number()).collect();
    Some(Entry {
        group,
        case,
        place: (sheet, position),
        file,
        row,
        handling,
        why,
        materials,
        situation,
        listed,
        pupil,
        others: others?,
        other,
        is_one: bits & IS_ONE != 0,
        beside_surplus: bits & BESIDE_SURPLUS != 0,
        rank,
        is_sought: bits & IS_SOUGHT != 0,
        lacks: (bits & (LACKS_FAMILY | LACKS_SCHOOL) != 0).then_some(Lack {
            family: bits & LACKS_FAMILY != 0,
            school: bits & LACKS_SCHOOL != 0,
            unsure: bits & IS_UNSURE != 0,
            unusable: bits & IS_UNUSABLE != 0,
            unnamed: bits & IS_UNNAMED != 0,
        }),
    })
}

fn read_unclaimed(reader: &mut ByteReader<'_>) -> Option<Unclaimed> {
    let path = text(reader)?;
    let bytes = reader.take(8)?.try_into().ok()?;
    Some(Unclaimed {
        path,
        bytes: u64::from_le_bytes(bytes),
    })
}

fn text(reader: &mut ByteReader<'_>) -> Option<String> {
    reader.text().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settlement() -> Settlement {
        let entry = |case, handling, others: Vec<u32>| Entry {
            group: "g1".to_owned(),
            case,
            place: (1, 300),
            file: "甲校.xlsx".to_owned(),
            row: 302,
            handling,
            why: "理由".to_owned(),
            materials: "户口簿\n学校证明".to_owned(),
            situation: "单条".to_owned(),
            listed: "身份证号重复".to_owned(),
            pupil: Pupil {
                name: "王小明".to_owned(),
                ..Pupil::default()
            },
            other: others.first().map(|_| OtherParty {
                school: "向阳小学".to_owned(),
                ..OtherParty::default()
            }),
            others,
            is_one: true,
            beside_surplus: true,
            lacks: Some(Lack {
                family: false,
                school: true,
                unsure: true,
                unusable: true,
                unnamed: false,
            }),
            rank: 2001,
            is_sought: true,
        };
        Settlement {
            language: Language::En,
            stage: Stage::AfterImport,
            privacy: Privacy::Shown,
            today: "2026-11-21".to_owned(),
            version: ("1".to_owned(), "2".to_owned()),
            entries: vec![
                entry(Some(Case::N), Handling::Review, vec![1]),
                entry(None, Handling::Keep, Vec::new()),
            ],
            unclaimed: Some(vec![Unclaimed {
                path: "合影.jpg".to_owned(),
                bytes: u64::MAX,
            }]),
            not_used: vec!["“名单.xlsx”没有用上：没有找到表头。".to_owned()],
            has_pupils: true,
        }
    }

    #[test]
    fn what_is_carried_arrives() {
        let mut given = settlement();
        assert_eq!(Settlement::from_bytes(&given.to_bytes()), Ok(given.clone()));
        for unclaimed in [None, Some(Vec::new())] {
            given.unclaimed = unclaimed;
            assert_eq!(Settlement::from_bytes(&given.to_bytes()), Ok(given.clone()));
        }
    }

    #[test]
    fn bytes_that_break_off_are_refused() {
        let bytes = settlement().to_bytes();
        for end in 0..bytes.len() {
            assert_eq!(Settlement::from_bytes(&bytes[..end]), Err(BrokenSettlement));
        }
    }
}
