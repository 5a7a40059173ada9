//! Texts of Chinese characters that are the name of nobody: words of another column's list, places, classes, what
//! became of a parent.
//!
//! A pupil may be called 高一, 毕业, 江苏 or 李新生, so a text is told only where all of it is such a word.

use roster_model::Column;
use roster_standard::Listed;

/// The surnames of three in four.
pub(crate) const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶魏苏吕丁任沈姚卢";

/// What stands in place of a name, in both languages.
pub(crate) type Kind = (&'static str, &'static str);

/// What became of a parent, or of a pupil. 毕业 may be a name.
const STATES: [&str; 15] = [
    "去世", "离世", "过世", "病故", "亡故", "离异", "离婚", "丧偶", "单亲", "失联", "失踪", "服刑",
    "改嫁", "出走", "转学",
];
/// Whom a form speaks of.
const ROLES: [&str; 3] = ["本人", "家长", "户主"];
/// What people are called by others.
const TITLES: [&str; 9] = [
    "先生",
    "女士",
    "父亲",
    "母亲",
    "爸爸",
    "妈妈",
    "爷爷",
    "奶奶",
    "监护人",
];
/// These behind a whole name: 王小明家长. 王家长 may be one.
const BEHIND_NAME: [&str; 3] = ["家长", "之子", "之女"];

/// How the words of lists end that are looked for. Only a filter, to save the closer look.
const ENDS_IN_LISTS: &str = "证簿薄本照件口户级班员众童学校读宿生出入走来籍格亡除失疾人胞";
/// How the other words end, and those that end places and headers. Most names end otherwise.
const OTHER_ENDS: &str = "世故异婚偶亲联踪刑嫁长主士爸妈爷奶子女市县区省州盟旗码号期型址式名别贯族外况貌质月源话箱\
    音育儿助补离车位识段片态因";

fn ends_in_list(text: &str) -> bool {
    text.ends_with(|it| ENDS_IN_LISTS.contains(it))
}

fn ends_in_word(text: &str) -> bool {
    text.ends_with(|it| OTHER_ENDS.contains(it)) || ends_in_list(text)
}

/// What a text without anything but ideographs is, if it is no name.
pub(crate) fn kind(text: &str) -> Option<Kind> {
    if !ends_in_word(text) {
        return None;
    }
    if let Some(column) = list_with(text) {
        return Some((column.info().zh, column.info().en));
    }
    if is_region(text) {
        return Some(("地名", "a place"));
    }
    if is_class(text) {
        return Some(("班级", "a class"));
    }
    let count = text.chars().count();
    let begins = |endings: &[&str], least| {
        count >= least && endings.iter().any(|it| text.ends_with(it) && text != *it)
    };
    let is_called = begins(&TITLES, 3) || begins(&BEHIND_NAME, 4) || ROLES.contains(&text);
    if is_called {
        return Some(("称呼", "what others call a person"));
    }
    let mut columns = Column::ALL.iter();
    if columns.any(|it| it.info().zh == text) {
        return Some(("列名", "a header"));
    }
    is_state(text).then_some(("情况说明", "a remark"))
}

/// Whether a text has the name of a county or of more, with what such a place is. 欧阳红旗 is a person, and so may be
/// 张三省.
pub(crate) fn is_region(text: &str) -> bool {
    let count = text.chars().count();
    match text.chars().next_back() {
        Some('市' | '县' | '区') => count >= 3,
        Some('省') => count >= 4,
        Some('州' | '盟' | '旗') => count >= 5,
        _ => false,
    }
}

/// The column in whose list a text is.
fn list_with(text: &str) -> Option<Column> {
    // 已转走
    let text = text.strip_prefix('已').unwrap_or(text);
    let is_word = |column: &Column| {
        // 古巴 and 维吾尔 may be names.
        let is_of_people = matches!(column, Column::EthnicGroup | Column::Nationality);
        let table = column.info().table.filter(|_| !is_of_people);
        match table.map_or(Listed::Unknown, |it| it.find(text)) {
            Listed::Label(_) => true,
            // 党员 and 农户 begin with a surname; what happens to pupils does not.
            Listed::Alias(_) | Listed::Doubtful(_) => {
                *column == Column::EventType || text.chars().nth(2).is_some()
            }
            Listed::Code(_) | Listed::Unknown => false,
        }
    };
    let may_be = text.chars().nth(1).is_some() && ends_in_list(text);
    let mut columns = Column::ALL.iter().copied().filter(|_| may_be);
    columns.find(is_word)
}

/// 一班, 三年级二班, 二年一班. Those of 高一 begin with a surname.
fn is_class(text: &str) -> bool {
    let number = text.strip_suffix('班');
    number.is_some_and(|it| {
        !it.is_empty()
            && it
                .chars()
                .all(|it| "一二三四五六七八九十年级初".contains(it))
    })
}

/// 已故, 父亲去世, 离异.
fn is_state(text: &str) -> bool {
    let bare = text.trim_start_matches(['父', '母', '亲', '双', '已']);
    let is_of_somebody = bare.len() < text.len() && matches!(bare, "故" | "亡");
    is_of_somebody || STATES.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use roster_values::text::is_ideographs;

    #[test]
    fn every_word_ends_as_the_filter_has_it() {
        let lists = [&STATES[..], &ROLES, &TITLES, &BEHIND_NAME].concat();
        let headers = Column::ALL.iter().map(|it| it.info().zh);
        for word in lists
            .into_iter()
            .chain(headers.filter(|it| is_ideographs(it)))
        {
            assert!(ends_in_word(word), "{word}");
        }
        assert_eq!(kind("王小明"), None);
    }
}
