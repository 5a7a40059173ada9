//! Tells what of the files has no part in what was written: a report has findings for that, a list to settle and
//! rosters put together have none.

use roster_engine::{Language, Level, NotUsed};

use crate::complain;

/// Tells each with its reason and how to have it used; of sheets without pupils only unless told to be quiet. Gives
/// whether pupils are missing.
pub(crate) fn tell_not_used(
    not_used: &[NotUsed],
    sentences: &[String],
    is_quiet: bool,
    language: Language,
) -> bool {
    let has_pupils = |it: &NotUsed| it.level == Level::Error;
    let all = not_used.iter().zip(sentences);
    let told: Vec<_> = all.filter(|it| !is_quiet || has_pupils(it.0)).collect();
    for (_, sentence) in &told {
        complain(sentence);
    }
    if told.iter().any(|it| it.0.lacks_header) {
        complain(match language {
            Language::Zh => {
                "没有找到表头的，列名在第几行用 --header-row 指明，列名写得特别的用 --column 指明各列，再运行一次。"
            }
            Language::En => {
                "Where no header was found, say which row it is with --header-row, and with --column what unusual names mean; then run it again."
            }
        });
    }
    not_used.iter().any(has_pupils)
}
