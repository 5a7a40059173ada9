//! What is known of a column: its titles, how its cells are read, how long they may be, which table
//! they are taken from. Which headers mean a column is in `header`.

use crate::Words;
use crate::generated::columns::{Column, INFOS};
use crate::table::Table;

/// What is known of one column, whatever roster it stands in.
#[derive(Debug)]
pub struct ColumnInfo {
    /// The permanent key, in snake case.
    pub key: &'static str,
    /// The title in the template of 2013; for a family member with its group, 成员1姓名.
    pub zh: &'static str,
    /// The title in English.
    pub en: &'static str,
    /// Other headers that mean this column. For a family member: the headers under its group.
    pub aliases: Words,
    /// How the cells are read.
    pub kind: Kind,
    /// When the template wants the cell filled.
    pub need: Required,
    /// The most bytes in GB 18030, as JY/T 1002 gives them; none where the kind has a fixed form.
    pub length_bytes_max: Option<u16>,
    /// The table the cells are taken from.
    pub table: Option<&'static Table>,
    /// Why a value is masked unless values are asked for; none when it may be shown.
    pub sensitive: Option<Sensitive>,
}

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Free text.
    Text,
    /// The name of a person.
    Name,
    /// The number of an identity document; its form follows the document's type.
    Id,
    /// A day: YYYYMMDD in the template.
    Date,
    /// A month: YYYYMM in the template.
    Month,
    /// One label of the column's table.
    Code,
    /// 是 or 否.
    YesNo,
    /// A region code of GB/T 2260, six digits, or twelve with street and village.
    Region,
    /// One or more telephone numbers.
    Phone,
    /// A decimal number.
    Number,
    /// 学籍号: G, L or J and 18 characters.
    StudentNumber,
    /// 学校标识码: ten digits.
    SchoolCode,
    /// 邮政编码: six digits.
    Postcode,
    /// The period an identity document is valid: YYYYMMDD-YYYYMMDD.
    Expiry,
    /// An e-mail address.
    Email,
    /// The day of something other than a birth, in the past or to come. No form is prescribed.
    EventDate,
}

/// When a cell of a column must be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Required {
    /// In every row: starred in the filling guide of the template.
    Always,
    /// In some rows: it depends on other cells or on the kind of roster.
    When,
    /// In no row.
    Never,
}

/// What a masked value would tell of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sensitive {
    /// A name of a person.
    Name,
    /// A number that is one person's alone.
    Number,
    /// A telephone number.
    Phone,
    /// Where somebody lives, works or receives mail.
    Address,
    /// The day of birth.
    Birth,
}

/// The columns of a kind, in the order of their keys; a list of another length does not compile.
const fn of_kind<const N: usize>(kind: Kind) -> [Column; N] {
    let mut found = [Column::Name; N];
    let (mut at, mut count) = (0, 0);
    while at < Column::COUNT {
        if INFOS[at].kind as u8 == kind as u8 {
            found[count] = Column::ALL[at];
            count += 1;
        }
        at += 1;
    }
    assert!(
        count == N,
        "columns.toml has another number of columns of the kind"
    );
    found
}

impl Column {
    /// How many columns are known.
    pub const COUNT: usize = Self::ALL.len();
    /// The columns with names of people.
    pub const NAMES: [Self; 4] = of_kind(Kind::Name);
    /// The columns with telephone numbers.
    pub const PHONES: [Self; 3] = of_kind(Kind::Phone);

    /// What is known of the column.
    pub fn info(self) -> &'static ColumnInfo {
        // Generated with the enum, one for each of its values and in their order.
        &INFOS[self as usize]
    }

    /// Whether it says who the pupil is: by the name, the number or the 学籍号.
    pub fn names_a_pupil(self) -> bool {
        matches!(
            self,
            Column::Name | Column::IdNumber | Column::StudentNumber
        )
    }

    /// The permanent key, such as `birth_date`.
    pub fn key(self) -> &'static str {
        self.info().key
    }

    /// The column with this permanent key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.key() == key)
    }

    /// The Chinese title.
    pub fn title(self) -> &'static str {
        self.info().zh
    }

    /// Which family member the column tells of: 1 or 2; none for the pupil's own columns.
    pub fn member(self) -> Option<u8> {
        let digit = self.key().strip_prefix("member")?.bytes().next()?;
        Some(digit - b'0')
    }

    /// The part of a family member's key that both members share: `name` for `member1_name`.
    pub fn member_part(self) -> Option<&'static str> {
        let rest = self.key().strip_prefix("member")?;
        rest.split_once('_').map(|(_, part)| part)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Sensitive};
    use crate::Column;

    #[test]
    fn every_key_names_its_column() {
        for (index, &column) in Column::ALL.iter().enumerate() {
            assert_eq!(column as usize, index);
            assert_eq!(Column::from_key(column.key()), Some(column));
        }
        assert_eq!(Column::COUNT, 94);
        assert_eq!(Column::from_key("Name"), None);
    }

    #[test]
    fn both_family_members_have_the_same_columns() {
        let parts = |member| -> Vec<_> {
            let own = Column::ALL.iter().filter(|it| it.member() == Some(member));
            own.map(|it| (it.member_part(), it.info().kind, it.info().aliases))
                .collect()
        };
        assert_eq!(parts(1).len(), 12);
        assert_eq!(parts(1), parts(2));
        assert_eq!(Column::Name.member(), None);
        assert_eq!(Column::Name.member_part(), None);
    }

    #[test]
    fn a_table_stands_where_the_kind_wants_one() {
        for column in Column::ALL {
            let info = column.info();
            let wants = matches!(info.kind, Kind::Code | Kind::YesNo);
            assert_eq!(info.table.is_some(), wants, "{}", info.key);
            if info.kind == Kind::YesNo {
                assert_eq!(info.table.map(|it| it.id), Some("yes_no"));
            }
        }
    }

    #[test]
    fn what_tells_of_a_person_is_sensitive() {
        for column in Column::ALL {
            let info = column.info();
            let expected = match info.kind {
                Kind::Name => Some(Sensitive::Name),
                Kind::Id | Kind::StudentNumber => Some(Sensitive::Number),
                Kind::Phone => Some(Sensitive::Phone),
                Kind::Date => Some(Sensitive::Birth),
                Kind::Email => Some(Sensitive::Address),
                _ => continue,
            };
            assert_eq!(info.sensitive, expected, "{}", info.key);
        }
    }
}
