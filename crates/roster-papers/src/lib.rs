//! Papers to print: 《问题学籍处理清单》 with the papers each pupil needs, the certificates of the
//! school and the letters to the other one, as a workbook or a page; and the frame of every page.
//!
//! Everything is a proposal, and says so. Lists are in the reader's language; certificates and letters
//! are Chinese, since they are handed in. Deliberately absent: rosters, and what is proposed about
//! whom. The core says that in a `Settlement`, which crosses between the modules of a page as bytes.

mod carry;
mod html;
mod letters;
mod page;
mod settlement;
mod steps;
mod titles;
mod words;
mod workbook;

pub use carry::BrokenSettlement;
pub use html::{Escaped, Head, write_head, write_header, write_row};
pub use letters::letters_of;
pub use page::write_page;
pub use settlement::{Entry, Lack, OtherParty, Privacy, Pupil, Settlement, Unclaimed};
pub use steps::{Steps, steps};
pub use titles::is_own_sheet;
pub use words::{case_title, is_for_the_clerk, single_row, suggestion};
pub use workbook::{TOP_ROWS, file_name, workbook};

pub use roster_model::Language;
