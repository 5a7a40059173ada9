//! Who is the same pupil, and why.
//!
//! `People::gather` reads the sheets of a run into compact keys, `find_groups` finds the rows that the
//! receiving system will take for one pupil, decides which situation each group is in and proposes a
//! handling for every row: 变更 what is wrong, 佐证 what is right, 删除 what is surplus. The two keys
//! are those of the national system: the identity number, and, where a row has no resident number,
//! name with sex and birth date.
//!
//! ```text
//! let people = People::gather(&sheets, today);
//! let groups = find_groups(&people, &Options { stage: Stage::BeforeImport }, |_step| {});
//! ```
//!
//! Only equal keys meet here. Names that sound or look alike are different names, so the cases B and
//! N never come out. Nothing here edits, reads a file, or repeats a personal value in a sentence.

mod decide;
mod edits;
mod evidence;
mod find;
mod keys;
mod people;
mod say;
mod student_numbers;
#[cfg(test)]
mod tests;
mod witness;

pub use find::{Options, Stage, Step, find_groups};
pub use people::People;
pub use student_numbers::dup_student_numbers;
