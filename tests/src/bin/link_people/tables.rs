//! The public tables that are known here: which columns they have, how they are compared, and what brings
//! two of their records together.
//!
//! The weights are set by hand, from what slips of the pen are like. None was fitted to the answers.

use std::ops::Range;

use roster_dedup::linkage::{Family, Field, Root, Schema};

use crate::table::{NameWeights, Table, code, date, name, number, word};

/// A known table.
pub(crate) struct Known {
    /// The columns that are read, in this order; the last one is the truth.
    pub(crate) columns: &'static [&'static str],
    /// So many further records a record of the table has of the same person, in tenths.
    pub(crate) further: u64,
    /// Its schema.
    pub(crate) schema: Schema<Table>,
}

/// The known table that has these headers.
pub(crate) fn known(headers: &[&str]) -> Option<Known> {
    [historical(), febrl(), german()]
        .into_iter()
        .find(|it| it.columns.iter().all(|column| headers.contains(column)))
}

const NAMES: NameWeights = NameWeights {
    cap: 110,
    similar: -25,
    initial: 15,
    different: -50,
    surplus: -5,
};

const ALL: Range<usize> = 0..usize::MAX;

/// Splink's `historical_50k`: people of the nineteenth century out of Wikidata, with errors put in.
fn historical() -> Known {
    const FULL: usize = 0;
    const FIRST: usize = 1;
    const LAST: usize = 2;
    const DATE: usize = 3;
    const PLACE: usize = 4;
    const POST: usize = 5;
    const SEX: usize = 6;
    const WORK: usize = 7;
    Known {
        columns: &[
            "full_name",
            "first_name",
            "surname",
            "dob",
            "birth_place",
            "postcode_fake",
            "gender",
            "occupation",
            "cluster",
        ],
        further: 120,
        schema: Schema {
            fields: vec![
                name("name", FULL, NAMES),
                date("birth date", DATE, [120, 70, 10, 5, -55]),
                code("postcode", POST, (2, 3), [100, 85, 35, -15]),
                most(70, word("birth place", PLACE, -10, -20, 80)),
                most(8, word("gender", SEX, 8, -40, 0)),
                most(50, word("occupation", WORK, 0, -25, 50)),
            ],
            roots: everything(vec![
                by(&[(DATE, ALL)]),
                by(&[(POST, ALL)]),
                by(&[(POST, 0..5), (FULL, 0..1)]),
                by(&[(FULL, ALL)]),
                by(&[(LAST, ALL), (WORK, ALL)]),
                by(&[(PLACE, ALL), (FIRST, ALL)]),
                by(&[(PLACE, ALL), (LAST, ALL)]),
                by(&[(PLACE, ALL), (DATE, 0..4)]),
                by(&[(FIRST, ALL), (DATE, 0..4)]),
                by(&[(LAST, ALL), (DATE, 0..4)]),
                by(&[(DATE, 5..10), (FULL, 0..1)]),
                by(&[(LAST, ALL), (POST, 0..3)]),
                by(&[(FIRST, ALL), (POST, 0..3)]),
            ]),
        },
    }
}

/// The made-up Australians of FEBRL, sets 1 to 3.
fn febrl() -> Known {
    const GIVEN: usize = 0;
    const LAST: usize = 1;
    const NUMBER: usize = 2;
    const STREET: usize = 3;
    const SUBURB: usize = 4;
    const POST: usize = 5;
    const DATE: usize = 6;
    const SECURITY: usize = 7;
    Known {
        columns: &[
            "given_name",
            "surname",
            "street_number",
            "address_1",
            "suburb",
            "postcode",
            "date_of_birth",
            "soc_sec_id",
            "label_true",
        ],
        further: 10,
        schema: Schema {
            fields: vec![
                name("given name", GIVEN, NAMES),
                name("surname", LAST, NAMES),
                word("street number", NUMBER, -20, -10, 70),
                name("street", STREET, NAMES),
                name("suburb", SUBURB, NAMES),
                code("postcode", POST, (1, 2), [80, 40, 10, -20]),
                date("birth date", DATE, [120, 70, 10, 5, -40]),
                date("social security number", SECURITY, [200, 150, -20, 0, -40]),
            ],
            roots: everything(vec![
                by(&[(SECURITY, ALL)]),
                by(&[(DATE, ALL)]),
                by(&[(GIVEN, ALL), (LAST, ALL)]),
                by(&[(LAST, ALL), (POST, ALL)]),
                by(&[(GIVEN, ALL), (POST, ALL)]),
                by(&[(LAST, ALL), (GIVEN, 0..2)]),
                by(&[(GIVEN, ALL), (LAST, 0..2)]),
                by(&[(STREET, ALL)]),
                by(&[(NUMBER, ALL), (SUBURB, ALL)]),
                by(&[(SECURITY, 0..4), (POST, ALL)]),
            ]),
        },
    }
}

/// The German names of the R package RecordLinkage, RLdata500 and RLdata10000.
fn german() -> Known {
    const FIRST: usize = 0;
    const LAST: usize = 1;
    const YEAR: usize = 2;
    const MONTH: usize = 3;
    const DAY: usize = 4;
    Known {
        columns: &["fname_c1", "lname_c1", "by", "bm", "bd", "label_true"],
        further: 2,
        schema: Schema {
            fields: vec![
                name("first name", FIRST, NAMES),
                name("last name", LAST, NAMES),
                // A slip of the pen is one figure; between strangers that is rare in a year of four figures
                // and common in a month, which has one or two.
                number("year", YEAR, [62, -15, -50]),
                number("month", MONTH, [35, -35, -50]),
                number("day", DAY, [49, -20, -50]),
            ],
            roots: everything(vec![
                by(&[(FIRST, ALL), (LAST, ALL)]),
                by(&[(YEAR, ALL), (MONTH, ALL), (DAY, ALL)]),
                by(&[(LAST, ALL), (YEAR, ALL)]),
                by(&[(FIRST, ALL), (YEAR, ALL)]),
                by(&[(LAST, ALL), (MONTH, ALL), (DAY, ALL)]),
                by(&[(FIRST, ALL), (MONTH, ALL), (DAY, ALL)]),
                by(&[(FIRST, ALL), (LAST, 0..3)]),
                by(&[(LAST, ALL), (FIRST, 0..2)]),
                by(&[(YEAR, ALL), (DAY, ALL), (FIRST, 0..1)]),
                by(&[(YEAR, ALL), (MONTH, ALL), (LAST, 0..1)]),
            ]),
        },
    }
}

/// All families below one root that every record has.
fn everything(families: Vec<Family<Table>>) -> Vec<Root<Table>> {
    vec![Root {
        name: "",
        keys: Box::new(|_, records, give| (0..records.len()).for_each(|at| give(at, 0))),
        families,
    }]
}

fn most(most: i32, mut field: Field<Table>) -> Field<Table> {
    field.most = most;
    field
}

/// A family of keys made of parts of columns; without one of them there is no key.
fn by(parts: &[(usize, Range<usize>)]) -> Family<Table> {
    let parts = parts.to_vec();
    let split = parts[0].0;
    Family {
        name: "",
        keys: Box::new(move |table, rows, give| {
            for (at, &row) in rows.iter().enumerate() {
                if let Some(key) = key(table, row, &parts) {
                    give(at, key);
                }
            }
        }),
        // What is too long is split by the first letters of whatever the first column is not.
        split: Some(Box::new(move |table, row| {
            let other = table.text(usize::from(split == 0), row).bytes().take(3);
            other.fold(0, |key, byte| key << 8 | u64::from(byte))
        })),
        is_covered: false,
        near: None,
    }
}

fn key(table: &Table, row: u32, parts: &[(usize, Range<usize>)]) -> Option<u64> {
    let mut key = 0xCBF2_9CE4_8422_2325_u64;
    for (column, range) in parts {
        let text = table.text(*column, row);
        let end = range.end.min(text.len());
        let part = text.get(range.start.min(end)..end).unwrap_or("");
        if part.is_empty() {
            return None;
        }
        for byte in part.bytes().chain([0]) {
            key = (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
    Some(key)
}
