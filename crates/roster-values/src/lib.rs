//! What the text of one cell means: dates, identity numbers, pupil numbers, phones and names; and what a
//! title or the name of a file says of a school or a grade.
//!
//! Every reader takes the text as it was written and gives back a plain value that says what was seen,
//! including what is wrong with it; nothing here fails, and nothing here decides whether a pupil's data
//! is acceptable. Deliberately absent: columns, sheets, tables of codes, sentences for people, the
//! clock, files, and any other crate but `roster-order`.

pub mod address;
pub mod class_name;
pub mod date;
pub mod distance;
pub mod email;
pub mod han;
pub mod id_number;
pub mod mask;
pub mod name;
pub mod pattern;
pub mod phone;
pub mod postcode;
pub mod region_code;
pub mod school_code;
pub mod school_name;
pub mod student_number;
pub mod text;
