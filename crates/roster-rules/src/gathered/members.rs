//! The two family members of a row, so that one rule looks at both.
//!
//! Nothing here reports, and nothing here is guessed: a relation that is written in a doubtful way
//! is no relation.

use roster_model::{Column, Place};
use roster_standard::Listed;
use roster_values::id_number::{IdNumber, ResidentId};
use roster_values::text::Traits;

use crate::Row;
use crate::gathered::document::telling_number;

/// The columns of one family member.
pub(crate) struct Member {
    pub(crate) name: Column,
    pub(crate) relation: Column,
    pub(crate) relation_note: Column,
    pub(crate) address: Column,
    pub(crate) hukou_code: Column,
    pub(crate) phone: Column,
    pub(crate) guardian: Column,
    pub(crate) id_type: Column,
    pub(crate) id_number: Column,
}

/// Both members, in the order of the template.
pub(crate) const MEMBERS: [Member; 2] = [
    Member {
        name: Column::Member1Name,
        relation: Column::Member1Relation,
        relation_note: Column::Member1RelationNote,
        address: Column::Member1Address,
        hukou_code: Column::Member1HukouCode,
        phone: Column::Member1Phone,
        guardian: Column::Member1Guardian,
        id_type: Column::Member1IdType,
        id_number: Column::Member1IdNumber,
    },
    Member {
        name: Column::Member2Name,
        relation: Column::Member2Relation,
        relation_note: Column::Member2RelationNote,
        address: Column::Member2Address,
        hukou_code: Column::Member2HukouCode,
        phone: Column::Member2Phone,
        guardian: Column::Member2Guardian,
        id_type: Column::Member2IdType,
        id_number: Column::Member2IdNumber,
    },
];

/// Who has children in its care and is no person.
const INSTITUTIONS: [&str; 14] = [
    "福利院",
    "福利中心",
    "孤儿院",
    "儿童村",
    "救助站",
    "救助中心",
    "救助管理",
    "保护中心",
    "民政局",
    "民政办",
    "居委会",
    "居民委员会",
    "村委会",
    "村民委员会",
];

/// Whether the name of a guardian is that of an institution: 县儿童福利院.
pub(crate) fn is_institution(name: &str) -> bool {
    INSTITUTIONS.iter().any(|it| name.contains(it))
}

impl Member {
    /// What only a person has.
    pub(crate) fn of_persons(&self) -> [Column; 3] {
        [self.hukou_code, self.id_type, self.id_number]
    }

    /// What every member must have, and what one must have where the profile requires the column.
    pub(crate) fn asked(&self) -> [Column; 8] {
        [
            self.name,
            self.relation,
            self.phone,
            self.guardian,
            self.address,
            self.hukou_code,
            self.id_type,
            self.id_number,
        ]
    }

    /// Whether somebody is named.
    pub(crate) fn is_named(&self, row: &Row<'_>) -> bool {
        is_filled(row, self.name)
    }

    /// The relation the row states beyond doubt: 父亲, 母亲, 祖父母或外祖父母, 兄弟姐妹, 其他. Where it states
    /// none, that of the header.
    pub(crate) fn relation(&self, row: &Row<'_>) -> Option<&'static str> {
        if self.is_headed(row) {
            let headed = MEMBERS.iter().zip(row.roster.headed);
            let mut own = headed.filter(|it| it.0.relation == self.relation);
            return own.next().and_then(|it| it.1);
        }
        sure_label(row, self.relation)
    }

    /// Whether the row states no relation itself, so that what the header says is it.
    pub(crate) fn is_headed(&self, row: &Row<'_>) -> bool {
        row.is_blank(self.relation)
    }

    /// The cell that states the relation, or that of a member whom the header says it of: of these columns the
    /// first there is.
    pub(crate) fn place_of_relation(&self, row: &Row<'_>, instead: &[Column]) -> Option<Place> {
        if !self.is_headed(row) {
            return row.place(self.relation);
        }
        instead.iter().find_map(|it| row.place(*it))
    }

    /// Whether the row says that the member is a guardian, when it says so or the contrary.
    pub(crate) fn is_guardian(&self, row: &Row<'_>) -> Option<bool> {
        sure_label(row, self.guardian).map(|it| it == "是")
    }

    /// The member's resident number, when there is nothing wrong with it by itself.
    pub(crate) fn resident(&self, row: &Row<'_>) -> Option<ResidentId> {
        let id = row.id(self.id_number).meant()?;
        (id.is_valid_by_itself(row.settings().today) && !id.looks_made_up()).then_some(id)
    }

    /// Whether the number of the member is the pupil's own.
    pub(crate) fn has_number_of_pupil(&self, row: &Row<'_>) -> bool {
        is_one_number(row, self.id_number, Column::IdNumber)
    }
}

/// Words of a header that say whose it is, and the label of that relation.
const HEADED: [(&str, &str); 12] = [
    ("父亲", "父亲"),
    ("爸爸", "父亲"),
    ("母亲", "母亲"),
    ("妈妈", "母亲"),
    ("爷爷", GRANDPARENT),
    ("奶奶", GRANDPARENT),
    ("外公", GRANDPARENT),
    ("外婆", GRANDPARENT),
    ("姥爷", GRANDPARENT),
    ("姥姥", GRANDPARENT),
    ("祖父", GRANDPARENT),
    ("祖母", GRANDPARENT),
];
const GRANDPARENT: &str = "祖父母或外祖父母";

/// What the headers of a member's columns say that the member is, if all of those that say something say the same.
/// 父亲或监护人 may be anybody.
pub(crate) fn relation_in_headers<'a>(
    headers: impl Iterator<Item = &'a str>,
) -> Option<&'static str> {
    let mut found = None;
    for header in headers {
        let words = HEADED.iter().filter(|it| header.contains(it.0));
        for (_, label) in words {
            let is_open = header.contains(['或', '/', '、', '／', '和']);
            if is_open || found.is_some_and(|it| it != *label) {
                return None;
            }
            found = Some(*label);
        }
    }
    found
}

/// Whether the number in the pupil's cell is that of no pupil but, mostly, of a parent, by its age and that of
/// the birth date beside it. It is wrong as a whole and says nothing of the pupil.
pub(crate) fn is_of_no_pupil(row: &Row<'_>) -> bool {
    let Some((id, _)) = telling_number(row) else {
        return false;
    };
    let day = row.date(Column::BirthDate).date();
    let Some(stated) = day.or_else(|| Some(row.born_in()?.days()?.0)) else {
        return false;
    };
    id.birth().is_some_and(|it| !row.is_pupil_birth(it)) && row.is_pupil_birth(stated)
}

/// Whether the pupil's number stands in the member's cell, and that of no pupil in the pupil's.
pub(crate) fn is_exchanged(row: &Row<'_>, member: &Member) -> bool {
    let fits = |it: ResidentId| {
        it.birth() == row.date(Column::BirthDate).date()
            && row.sex().is_none_or(|sex| it.sex() == sex)
    };
    member.resident(row).is_some_and(fits) && is_of_no_pupil(row)
}

/// Whether both members have one number.
pub(crate) fn have_one_number(row: &Row<'_>) -> bool {
    is_one_number(row, MEMBERS[0].id_number, MEMBERS[1].id_number)
}

fn is_one_number(row: &Row<'_>, a: Column, b: Column) -> bool {
    match (row.id(a), row.id(b)) {
        (IdNumber::Other(_), IdNumber::Other(_)) => row.text(a) == row.text(b),
        (one, other) => one.meant().is_some_and(|it| other.meant() == Some(it)),
    }
}

/// Whether a cell has something in it that is not a word for nothing.
pub(crate) fn is_filled(row: &Row<'_>, column: Column) -> bool {
    !row.traits(column)
        .intersects(Traits::BLANK | Traits::PLACEHOLDER)
}

/// The label of the column's table that a cell states beyond doubt.
pub(crate) fn sure_label(row: &Row<'_>, column: Column) -> Option<&'static str> {
    match row.listed(column) {
        Listed::Label(it) | Listed::Code(it) | Listed::Alias(it) => Some(it.label),
        Listed::Doubtful(_) | Listed::Unknown => None,
    }
}

/// What stands where a parent has no name to give.
pub(crate) fn is_no_name(text: &str) -> bool {
    let words = [
        "已故",
        "去世",
        "已去世",
        "过世",
        "已过世",
        "病故",
        "亡",
        "已亡",
        "死亡",
        "亡故",
        "失踪",
        "失联",
        "离异",
        "离家出走",
        "服刑",
    ];
    words.contains(&text)
}
