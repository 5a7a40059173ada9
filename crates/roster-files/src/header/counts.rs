//! Tables of numbers below a list: 班级 | 人数 | 男 | 女, and their rows.

use roster_standard::header::{Header, find};

use crate::header::above::is_pupil;
use crate::header::notes::SUM_WORDS;
use crate::header::row_kind::Surroundings;
use crate::row::Row;

/// A row with more cells is no head of a little table.
const CELLS_MAX: usize = 12;
/// A longer text heads no column of numbers.
const WORD_BYTES_MAX: usize = 18;
/// A count of pupils has few characters.
const COUNT_BYTES_MAX: usize = 6;

/// Whether all cells of a row head columns, one of them a column of numbers, and none says who a pupil is.
pub(crate) fn is_head(row: &Row) -> bool {
    let cells = row.filled().take(CELLS_MAX + 1).count();
    if !(2..=CELLS_MAX).contains(&cells) {
        return false;
    }
    // Nobody is both 男 and 女, and a sex in the column of names is a slip.
    let has = |word: &str| row.filled().any(|it| it.text.trim() == word);
    let has_counts = || row.filled().any(|it| heads_counts(it.text.trim()));
    if !(has_counts() || cells > 2 && has("男") && has("女")) {
        return false;
    }
    // The last first: a pupil's is a number or a long text, mostly.
    row.filled().rev().all(|cell| {
        let text = cell.text.trim();
        if text.len() > WORD_BYTES_MAX || text.is_ascii() {
            return false;
        }
        heads_counts(text)
            || matches!(text, "男" | "女")
            || heads_kinds(text)
            || match find(text) {
                Header::Column(column) => !column.names_a_pupil(),
                Header::Group(_) | Header::Ignored => true,
                Header::Unknown => false,
            }
    })
}

fn heads_counts(word: &str) -> bool {
    const WORDS: [&str; 7] = ["男生", "女生", "总数", "数量", "比例", "占比", "人次"];
    WORDS.contains(&word) || SUM_WORDS.contains(&word) || word.ends_with("人数")
}

fn heads_kinds(word: &str) -> bool {
    matches!(word, "项目" | "类别" | "分类" | "类型" | "名称" | "班主任")
}

/// Whether a row stands below such a head and counts something: nothing beside its columns, and nobody in it.
pub(crate) fn is_row(row: &Row, head: &[u16], around: &Surroundings) -> bool {
    let is_count = |text: &str| {
        let text = text.trim();
        text.len() <= COUNT_BYTES_MAX
            && text.ends_with(|it: char| it.is_ascii_digit() || it == '%')
            && text
                .bytes()
                .all(|it| it.is_ascii_digit() || matches!(it, b'.' | b'%'))
    };
    row.filled().all(|it| head.contains(&it.position))
        && row.filled().skip(1).any(|it| is_count(it.text))
        && !is_pupil(row, &around.columns)
}
