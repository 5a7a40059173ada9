//! Which kind of document a pupil is registered with, as far as the row tells: by what the type
//! column states, and by what the number looks like.
//!
//! Nothing here says that a number is right; a number can look like one of a kind and be wrong in
//! every digit. And nothing here reports: the rules compare the two answers.

use roster_model::{Column, Level, RowSet};
use roster_standard::region;
use roster_values::date::{Date, read_date};
use roster_values::id_number::{IdNumber, OtherDocument, ResidentId, ResidentKind, made_up};
use roster_values::student_number::StudentNumber;
use roster_values::text::tidy_code;

use crate::{Roster, Row};

/// The label of the resident identity card in the table of document types.
pub(crate) const RESIDENT_CARD: &str = "居民身份证";

/// The kind of document that decides how the number is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// 居民身份证, stated; or not stated and the number is meant to be one.
    Resident,
    /// A stated document of another kind.
    Other,
    /// The sheet has the column, but the cell is blank or not understood, and the number does not
    /// tell either.
    Unstated,
    /// The sheet has no such column and the number looks like none.
    Unknown,
}

impl Document {
    pub(crate) fn of(row: &Row<'_>) -> Self {
        let number = row.id(Column::IdNumber);
        if !row.has(Column::IdType) {
            return match number {
                IdNumber::Blank | IdNumber::Placeholder => Document::Unknown,
                IdNumber::Other(_) if !is_meant_as_card(row) => Document::Unknown,
                IdNumber::WrongLength { .. } if is_of_foreigner(row) => Document::Unknown,
                _ => Document::Resident,
            };
        }
        match row.listed(Column::IdType).entry() {
            Some(it) if it.label == RESIDENT_CARD => Document::Resident,
            Some(_) => Document::Other,
            None if is_plainly_resident(number) => Document::Resident,
            None => Document::Unstated,
        }
    }
}

/// The pupils whose document is not plainly right. Nine in ten have one that is, of which no rule of
/// documents (`Check::Document`) has anything to say.
pub(crate) fn odd_documents(roster: &Roster) -> RowSet {
    let mut odd = RowSet::new(roster.sheet.row_count());
    for number in 0..roster.sheet.row_count() {
        if !is_plain(&Row::unasked(roster, number)) {
            odd.insert(number);
        }
    }
    odd
}

/// Whether a document is the usual one and right in all that its number and its type tell: a resident number
/// of the mainland, written as it should be, of a region that still has its code, not made up, and no other
/// document stated.
fn is_plain(row: &Row<'_>) -> bool {
    let IdNumber::Resident(id) = row.id(Column::IdNumber) else {
        return false;
    };
    let text = row.text(Column::IdNumber);
    // Nothing of it was tidied away when it was read.
    text == id.text()
        && !text.ends_with('x')
        && row.document() == Document::Resident
        && (!row.has(Column::IdType) || stated_label(row) == Some(RESIDENT_CARD))
        && id.kind() == ResidentKind::Mainland
        && is_right_number(id, row.settings().today)
        && region::abolished_in(id.region()).is_none()
        && made_up(text).is_none()
}

/// What a number looks like, whatever the row states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// 居民身份证 of the mainland.
    ResidentCard(ResidentId),
    /// 港澳台居民居住证: a resident number whose region is 810000, 820000 or 830000.
    ResidencePermit(ResidentId),
    /// 外国人永久居留身份证 since 2023-12: 9, a province, a country, then as a resident number.
    ForeignerPermit(ResidentId),
    /// 外国人永久居留证 of the older form.
    OldForeignerPermit,
    /// 港澳居民来往内地通行证.
    HongKongMacauPermit,
    /// 台湾居民来往大陆通行证.
    TaiwanPermit,
    /// 香港身份证.
    HongKongCard,
    /// 澳门身份证.
    MacauCard,
    /// 护照.
    Passport,
}

impl Look {
    /// What the pupil's number looks like; nothing when it looks like no document in particular.
    pub(crate) fn of(row: &Row<'_>) -> Option<Self> {
        match row.id(Column::IdNumber) {
            IdNumber::Other(other) => Self::of_other(*other, row.text(Column::IdNumber))
                .filter(|it| *it != Self::TaiwanPermit || !is_of_another_cell(row)),
            id => id.meant().map(Self::of_eighteen),
        }
    }

    fn of_eighteen(id: ResidentId) -> Self {
        match id.kind() {
            ResidentKind::HongKongMacauTaiwanResidence if id.region().is_multiple_of(10_000) => {
                Self::ResidencePermit(id)
            }
            // Without the province it is no such permit but a made-up number, such as 999999….
            ResidentKind::ForeignerPermanent if id.is_of_a_province() => Self::ForeignerPermit(id),
            _ => Self::ResidentCard(id),
        }
    }

    /// What a number that is no resident's looks like.
    pub(crate) fn of_other(other: OtherDocument, text: &str) -> Option<Self> {
        match other {
            OtherDocument::HongKongMacauPermit => Some(Self::HongKongMacauPermit),
            // Eight digits that are a day are a birth date in the wrong column, if somebody can be born then.
            OtherDocument::TaiwanPermit if is_of_our_time(text) => None,
            // And those that begin with a county are the beginning of a resident number.
            OtherDocument::TaiwanPermit if begins_with_region(&tidy_code(text)) => None,
            // Ten that begin with a year are a number of the school's own.
            OtherDocument::TaiwanPermit if is_of_school(&tidy_code(text)) => None,
            OtherDocument::TaiwanPermit => Some(Self::TaiwanPermit),
            OtherDocument::HongKongIdentityCard => Some(Self::HongKongCard),
            OtherDocument::MacauIdentityCard => Some(Self::MacauCard),
            OtherDocument::OldForeignerPermit => Some(Self::OldForeignerPermit),
            // No passport has more than a dozen characters; what is longer is a damaged number.
            OtherDocument::PassportLike if tidy_code(text).len() <= 12 => Some(Self::Passport),
            OtherDocument::PassportLike | OtherDocument::Unknown => None,
        }
    }
}

/// The label of the document type the row states beyond doubt.
pub(crate) fn stated_label(row: &Row<'_>) -> Option<&'static str> {
    row.label(Column::IdType)
}

/// The pupil's number where it is right by itself, and how much it says against the birth date or the sex beside it;
/// nothing where it does not tell. The permits tell as the identity card does, but whether a system
/// compares them is not known, unless the row states that it is an identity card; nor does one compare a number under
/// the type of another document, where it is as right.
pub(crate) fn telling_number(row: &Row<'_>) -> Option<(ResidentId, Level)> {
    let today = row.settings().today;
    let id = row.id(Column::IdNumber).meant();
    let id = id.filter(|it| it.is_valid_by_itself(today) && it.is_of_a_province())?;
    let is_card = matches!(Look::of_eighteen(id), Look::ResidentCard(_));
    if row.document() == Document::Resident && (is_card || stated_label(row).is_some()) {
        return Some((id, Level::Error));
    }
    let is_right = is_right_number(&id, today) && !id.looks_made_up();
    (!is_card || is_right).then_some((id, Level::Warning))
}

/// Whether a number is right in all that it tells by itself, and of a region that there was.
pub(crate) fn is_right_number(id: &ResidentId, today: Date) -> bool {
    id.is_valid_by_itself(today) && region::ever_valid(id.region())
}

/// Whether the document is a household register and the number plainly that of a person in it, not
/// that of the household.
pub(crate) fn is_of_register(row: &Row<'_>, id: &ResidentId) -> bool {
    stated_label(row) == Some("户口簿")
        && id.kind() == ResidentKind::Mainland
        && id.birth().is_some()
        && region::ever_valid(id.region())
}

/// Whether a number that is none of a resident card is meant as one all the same, in a list without types:
/// it looks like no other document, and the header says so or one is hidden in it.
fn is_meant_as_card(row: &Row<'_>) -> bool {
    if Look::of(row).is_some() || is_of_foreigner(row) {
        return false;
    }
    let index = row.roster.index_of(Column::IdNumber);
    let header = index.map_or("", |it| row.roster.sheet.columns[it].header.as_str());
    let is_of_cards = ["身份证号", "公民身份"]
        .iter()
        .any(|it| header.contains(it))
        || header.trim_end().ends_with("身份证");
    is_of_cards || number_within(row.text(Column::IdNumber)).is_some()
}

/// Whether the number is that of another cell of the row, or the 学籍号 has a resident's.
fn is_of_another_cell(row: &Row<'_>) -> bool {
    const OTHERS: [Column; 7] = [
        Column::SchoolCode,
        Column::GraduatedSchoolCode,
        Column::AdmittingSchoolCode,
        Column::ClassCode,
        Column::Phone,
        Column::Member1Phone,
        Column::Member2Phone,
    ];
    let number = tidy_code(row.text(Column::IdNumber));
    let tail = row.student_number(Column::StudentNumber).tail();
    OTHERS.iter().any(|it| tidy_code(row.text(*it)) == number)
        || matches!(
            row.student_number(Column::StudentNumber),
            StudentNumber::G(_)
        ) && tail.is_some_and(|it| {
            it.kind() == ResidentKind::Mainland && it.is_valid_by_itself(row.settings().today)
        })
}

/// Whether the name is in Latin letters throughout, or the row says that the pupil is of another country, and the
/// number has the length of a passport's.
fn is_of_foreigner(row: &Row<'_>) -> bool {
    let name = row.text(Column::Name);
    let is_latin = name.is_ascii() && name.contains(|it: char| it.is_ascii_alphabetic());
    (is_latin || is_said_foreign(row))
        && matches!(tidy_code(row.text(Column::IdNumber)).len(), 7..=9)
}

/// Whether the row says that the pupil is of another country.
fn is_said_foreign(row: &Row<'_>) -> bool {
    let country = row.label(Column::Nationality);
    let status = row.label(Column::HmtStatus);
    country.is_some_and(|it| !it.starts_with("中国"))
        || matches!(status, Some("外籍华裔人" | "外国人"))
}

/// Whether fifteen digits are no old number but the beginning of one of eighteen: where that has the birth
/// date, they have the one of the row.
pub(crate) fn is_cut_to_fifteen(row: &Row<'_>) -> bool {
    let birth = row.date(Column::BirthDate).date();
    let tidy = tidy_code(row.text(Column::IdNumber));
    birth.is_some_and(|it| tidy.get(6..14) == Some(it.compact().as_str()))
}

/// The resident number that is left when everything else is taken out.
pub(crate) fn number_within(text: &str) -> Option<ResidentId> {
    let belongs = |it: &char| it.is_ascii_digit() || matches!(it, 'X' | 'x');
    let kept: String = tidy_code(text).chars().filter(belongs).collect();
    ResidentId::parse(&kept)
}

/// Whether nothing but a resident identity card can be meant.
fn is_plainly_resident(number: &IdNumber) -> bool {
    match number {
        IdNumber::Resident(id) => id.kind() == ResidentKind::Mainland,
        IdNumber::Damaged | IdNumber::LookalikeX { .. } | IdNumber::LookalikeDigit { .. } => true,
        _ => false,
    }
}

/// Whether the first six digits are those of a county.
pub(crate) fn begins_with_region(tidy: &str) -> bool {
    let digits = tidy.get(..6).and_then(|it| it.parse().ok());
    digits.is_some_and(region::ever_valid)
}

/// Whether the first six digits are those of a residence permit.
pub(crate) fn begins_with_permit(tidy: &str) -> bool {
    let starts = ["810000", "820000", "830000"];
    starts.iter().any(|it| tidy.starts_with(it))
}

/// Whether a text is a day of the last century or this one: a pupil's birth, or a parent's.
fn is_of_our_time(text: &str) -> bool {
    let day = read_date(text).date();
    day.is_some_and(|it| (1900..2100).contains(&it.year()))
}

/// Whether ten digits begin with a year of this century, as the numbers do that schools give. The permits that
/// had ten have expired.
fn is_of_school(tidy: &str) -> bool {
    tidy.len() == 10 && tidy.starts_with("20")
}
