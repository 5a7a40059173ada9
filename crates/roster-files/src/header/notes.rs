//! The words of rows that are no pupils: samples, sums, headings over a part of the list, and what stands
//! below it.

use roster_model::Column;
use roster_standard::header::{Header, find};
use roster_values::text::without_white;

use crate::row::Row;

/// Words that mark a sample or an explanation when they are the whole first cell.
pub(crate) const SAMPLE_WORDS: [&str; 24] = [
    "示例",
    "示范",
    "示范行",
    "样表",
    "样本",
    "样板",
    "样例",
    "范例",
    "例",
    "例子",
    "举例",
    "示例行",
    "样例行",
    "示例数据",
    "填写示例",
    "填表示例",
    "填写样例",
    "说明",
    "填写说明",
    "填表说明",
    "填报说明",
    "example",
    "sample",
    "e.g.",
];
/// Beginnings that mark one in a row of few cells.
pub(crate) const SAMPLE_BEGINNINGS: [&str; 15] = [
    "示例",
    "样例",
    "范例",
    "例如",
    "例：",
    "例:",
    "填写说明",
    "填表说明",
    "填报说明",
    "填写要求",
    "填表要求",
    "填报要求",
    "注意事项",
    "说明：",
    "说明:",
];
/// Words that mark a line of sums when they are the whole first cell.
pub(crate) const SUM_WORDS: [&str; 9] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "总人数",
    "人数合计",
    "汇总",
    "计数",
    "总数",
];
/// Beginnings of what stands below a table, beside the words of sums.
const FOOTER_BEGINNINGS: [&str; 32] = [
    "制表",
    "填表",
    "填报",
    "审核",
    "复核",
    "经办人",
    "备注",
    "注：",
    "注:",
    "校长：",
    "校长:",
    "校长签",
    "班主任：",
    "班主任:",
    "班主任签",
    "负责人",
    "单位负责人",
    "联系人：",
    "联系人:",
    "盖章",
    "(盖章",
    "（盖章",
    "公章",
    "(公章",
    "（公章",
    "以上",
    "以下",
    "本页",
    "本表",
    "此表",
    "打印",
    "日期：",
];

/// Words over a part of the pupils when they stand in a row alone, perhaps counted.
const HEADINGS: [&str; 28] = [
    "男生",
    "女生",
    "男同学",
    "女同学",
    "男学生",
    "女学生",
    "住校生",
    "住宿生",
    "寄宿生",
    "内宿生",
    "外宿生",
    "走读生",
    "通校生",
    "借读生",
    "插班生",
    "转学生",
    "转入生",
    "转出生",
    "转入学生",
    "转出学生",
    "休学学生",
    "复学学生",
    "随班就读学生",
    "大班",
    "中班",
    "小班",
    "托班",
    "学前班",
];
/// What is counted through in such a heading: 第二组, 1号车.
const PARTS: [&str; 5] = ["组", "小组", "批", "号车", "号校车"];
const NUMERALS: &str = "一二三四五六七八九十";

/// 示例张三, 例：张三, 张三（示例）: nobody is called so.
pub(crate) fn is_sample(name: &str) -> bool {
    if !name.contains('例') {
        return false;
    }
    let name = without_white(name);
    let inside = name.trim_matches(['(', ')', '（', '）', '【', '】', '[', ']']);
    ["示例", "样例", "范例", "例：", "例:", "例如"]
        .iter()
        .any(|it| inside.starts_with(it))
        || [
            "(示例",
            "（示例",
            "(样例",
            "（样例",
            "(例",
            "（例",
            "姓名示例",
        ]
        .iter()
        .any(|it| inside.ends_with(it))
}

/// A row of a table of numbers below the list: 班级 | 男生 | 女生 | 合计, 三（1）班 | 7 | 6 | 13, 本页小计 | 6.
pub(crate) fn counts_pupils(row: &Row, first: &str) -> bool {
    /// A count of pupils has few digits.
    const DIGITS_MAX: usize = 8;
    let is_sum = |text: &str| SUM_WORDS.iter().any(|it| text.ends_with(it));
    let is_title = |text: &str| text.ends_with("人数") || is_sum(text) || is_heading(text);
    let is_number = |text: &str| {
        let text = text.trim_end_matches('%');
        text.len() <= DIGITS_MAX && text.chars().all(|it| it.is_ascii_digit() || it == '.')
    };
    if counts_sexes(row, &is_number) || is_line_of_sums(row) {
        return true;
    }
    // The other cells first: rows of pupils are told by the second one.
    let mut others = row.filled().skip(1);
    others.all(|cell| {
        let text = without_white(cell.text);
        is_number(&text) || is_title(&text)
    }) && (is_title(first) || is_of_marks(first) || find(first) != Header::Unknown)
}

/// 平均分, 最高分, 及格率: what is worked out of marks or ages.
fn is_of_marks(text: &str) -> bool {
    ["平均", "最高", "最低"]
        .iter()
        .any(|it| text.starts_with(it))
        || ["格率", "秀率", "良率", "分率"]
            .iter()
            .any(|it| text.ends_with(it))
}

/// 班级 | 三年级2班 | 班主任 | 王丽, above the pupils of a class.
pub(crate) fn is_class_heading(row: &Row, first: &str) -> bool {
    let of_class = [Column::ClassName, Column::Grade];
    matches!(find(first), Header::Column(it) if of_class.contains(&it))
        && row.filled().skip(1).any(|it| has_label(it.text, 0))
}

/// 民族 | 汉族 | 回族 | 合计, without a gap: a pupil may have a table of numbers to the right.
fn is_line_of_sums(row: &Row) -> bool {
    let first = row.filled().next().map_or(0, |it| it.position);
    let mut ends = false;
    let is_row = (first..).zip(row.filled()).all(|(position, cell)| {
        ends = SUM_WORDS.contains(&cell.text.trim());
        position == cell.position
    });
    is_row && ends
}

/// 男 | 7 | 女 | 6, or 男7 | 女6, perhaps with their sum: nobody is both.
fn counts_sexes(row: &Row, is_number: &dyn Fn(&str) -> bool) -> bool {
    let (mut sexes, mut has_number) = ([false; 2], false);
    row.filled().all(|cell| {
        let text = without_white(cell.text);
        let word = text.trim_end_matches([':', '：']);
        if word == "其中" || SUM_WORDS.contains(&word) {
            return true;
        }
        let sex = ["男", "女"].into_iter().position(|it| text.starts_with(it));
        let rest = sex.map_or(&*text, |it| {
            sexes[it] = true;
            text["男".len()..].trim_start_matches([':', '：'])
        });
        has_number |= !rest.is_empty();
        is_number(rest)
    }) && has_number
        && sexes == [true; 2]
}

/// A text that stands alone in its row and is no name: a date, a sentence, a seal, an office.
pub(crate) fn is_remark(text: &str) -> bool {
    const FIRST: [&str; 5] = ["请", "各", "我校", "本校", "兹"];
    const LAST: [&str; 8] = [
        "学校",
        "小学",
        "中学",
        "幼儿园",
        "教务处",
        "办公室",
        "教育局",
        "委员会",
    ];
    /// Characters of a name that is no long foreign one.
    const NAME_CHARS_MAX: usize = 4;
    let is_long = text.chars().count() > NAME_CHARS_MAX;
    let begins = text
        .chars()
        .next()
        .is_some_and(|it| "(（※★☆*＊●◆▲—–-…①②③④⑤⑥⑦⑧⑨⑩".contains(it));
    let is_date = text.ends_with('日') && text.contains('年') && text.contains('月');
    let says_something = text.chars().any(char::is_alphanumeric);
    let is_sentence = text.contains(['，', '。', '；', '：', '！', ';']);
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let is_numbered = rest.len() < text.len() && rest.starts_with(['.', '．', '、']);
    // 陈家湾村, above the pupils of it.
    let is_place = text.ends_with("村") || text.ends_with("社区");
    begins
        || is_date
        || is_place && text.chars().count() >= NAME_CHARS_MAX
        || !says_something
        || is_sentence
        || LAST.iter().any(|it| text.ends_with(it))
        || is_numbered && rest.chars().count() > NAME_CHARS_MAX + 1 && !text.contains('·')
        || is_long && (FIRST.iter().any(|it| text.starts_with(it)))
}

/// What a line of signatures asks for, two characters each.
const LABELS: &str = "领队统计负责老师教师主任校长园长教练制表填表审核复核经办报送联系意见签字签名盖章公章应到实到日期经手录入应报实报";
/// The first of them, which a pupil may be, too.
const LABELS_OF_PUPILS: usize = 3;
const LABEL_BYTES: usize = 2 * '表'.len_utf8();

/// Whether a text asks for somebody or something and so is neither a name nor the number of a row.
pub(crate) fn is_label(text: &str) -> bool {
    // 6（班主任子女）
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let is_serial = rest.len() < text.len() && rest.starts_with(['(', '（']);
    text.ends_with([':', '：']) || !is_serial && has_label(text, 0)
}

/// Whether a text that is a label may be a pupil's name with a colon, or a pupil's office beside the name.
pub(crate) fn may_be_pupils(text: &str, is_name: bool) -> bool {
    let bare = text.trim_end_matches([':', '：']);
    if is_name {
        !has_label(bare, 0)
    } else {
        bare == text && !text.ends_with('人') && !has_label(text, LABELS_OF_PUPILS)
    }
}

/// Whether a text has one of the labels behind the first few.
fn has_label(text: &str, few: usize) -> bool {
    let mut places = text.char_indices();
    places.any(|(at, _)| {
        let mut labels = LABELS.as_bytes().chunks_exact(LABEL_BYTES).skip(few);
        let pair = text.get(at..at + LABEL_BYTES);
        pair.is_some_and(|it| labels.any(|label| label == it.as_bytes()))
    })
}

pub(crate) fn is_footer(text: &str) -> bool {
    let mut beginnings = SUM_WORDS.iter().chain(&FOOTER_BEGINNINGS);
    beginnings.any(|word| text.starts_with(word))
        || is_count(text)
        || is_head_count(text)
        || is_page(text)
}

/// 男生23人, 全班：45 名, 男12女12.
fn is_head_count(text: &str) -> bool {
    const WHOM: [&str; 8] = ["男生", "女生", "男", "女", "全班", "本班", "全校", "人数"];
    let Some(rest) = WHOM.iter().find_map(|it| text.strip_prefix(it)) else {
        return false;
    };
    let rest = rest.trim_start_matches([':', '：', '共', '有', '计']);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < rest.len() && after.starts_with(['人', '名', '男', '女'])
}

/// 男生（22人）, 一、住校生, 第二组, 301班: a line of its own above a part of the pupils.
pub(crate) fn is_heading(text: &str) -> bool {
    let numbered = text.split_once(['、', '.', '．']);
    let is_number = |it: &str| it.chars().all(is_numeral);
    let text = numbered.map_or(text, |it| if is_number(it.0) { it.1 } else { text });
    let counted = text
        .trim_end_matches([')', '）'])
        .strip_suffix(['人', '名']);
    let text = counted.map_or(text, |it| {
        let it = it.trim_end_matches(|c: char| c.is_ascii_digit());
        it.trim_end_matches(['(', '（', '共', ':', '：'])
    });
    let text = text.trim_end_matches([':', '：']);
    let text = text.strip_suffix("名单").unwrap_or(text);
    let part = text.strip_prefix('第').unwrap_or(text);
    let after = part.trim_start_matches(is_numeral);
    HEADINGS.contains(&text) || is_class(text) || after.len() < part.len() && PARTS.contains(&after)
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || NUMERALS.contains(c)
}

/// 一年级一班, 2024级（3）班, 七年级.
fn is_class(text: &str) -> bool {
    let Some(before) = text.strip_suffix('班').or(text.strip_suffix("年级")) else {
        return false;
    };
    let last = before
        .trim_end_matches(['(', ')', '（', '）'])
        .chars()
        .last();
    last.is_some_and(is_numeral)
}

/// 共 45 人, 共45名学生, 共 3 页.
fn is_count(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('共') else {
        return false;
    };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < rest.len() && after.starts_with(['人', '名', '页', '条', '行'])
}

/// 第 3 页, 第3页共10页.
fn is_page(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('第') else {
        return false;
    };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < rest.len() && after.starts_with('页')
}
