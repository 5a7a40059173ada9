//! Which school a list is of, where no column says it: the title above the header, the name of the sheet or of the file.
//!
//! Two names are two schools only where nothing else can be meant, since most lists of a run are classes of one school:
//! 市实验小学 may be 实验小学, and 第二实验小学 is not.

use roster_model::Sheet;

/// What the name of a school ends in.
const ENDINGS: [&str; 4] = ["小学", "中学", "学校", "幼儿园"];
/// Behind that, it is of pupils, a part of a school, or the word in front of the name or the stamp.
const NOT_BEHIND: [char; 12] = [
    '生', '部', '段', '教', '升', '班', '：', ':', '名', '代', '盖', '公',
];
/// Where in front of it something else ends: 三年级1班, 2026年秋季, 第一学期.
const IN_FRONT: [char; 12] = [
    '年', '级', '班', '季', '期', '度', '届', '月', '日', '的', '份', '表',
];
/// What is said of schools in general.
const ANY: [char; 8] = ['全', '各', '本', '我', '某', '所', '有', '等'];
const NUMERALS: &str = "一二三四五六七八九十";

/// The name of the school that a sheet is of, with that of its file.
pub(crate) fn school_named<'t>(sheet: &'t Sheet, file: &'t str) -> Option<&'t str> {
    let titles = sheet.head.iter();
    let titles = titles.filter(|it| sheet.title_rows.contains(&it.row_number));
    let titles = titles.flat_map(|it| &it.cells).map(|it| it.1.as_str());
    titles
        .chain([sheet.name.as_str(), file])
        .find_map(school_in)
}

/// The name of a school in a text.
fn school_in(text: &str) -> Option<&str> {
    let named = |(at, _): (usize, char)| {
        let ending = ENDINGS.iter().find(|it| text[at..].starts_with(**it))?;
        let (name, behind) = text.split_at(at + ending.len());
        let behind = behind.trim_start_matches(['（', '(']);
        let is_outside = |it: char| !is_ideograph(it) || IN_FRONT.contains(&it);
        let start = name.char_indices().rfind(|it| is_outside(it.1));
        let name = &name[start.map_or(0, |(at, it)| at + it.len_utf8())..];
        let is_named = name.chars().count() > 3 && !name.starts_with(ANY);
        (is_named && !behind.starts_with(NOT_BEHIND)).then_some(name)
    };
    let found = text.char_indices().find_map(named);
    found.or_else(|| in_short(text))
}

/// 一小, 第二中, with which a text begins.
fn in_short(text: &str) -> Option<&str> {
    let number = text.strip_prefix('第').unwrap_or(text);
    let rest = number.trim_start_matches(|it| NUMERALS.contains(it));
    let behind = rest.strip_prefix(['小', '中'])?;
    let is_other = behind.starts_with(NOT_BEHIND) || behind.starts_with(['队', '文', '学', '组']);
    (rest.len() < number.len() && !is_other).then(|| &number[..number.len() - behind.len()])
}

fn is_ideograph(it: char) -> bool {
    matches!(it, '\u{3400}'..='\u{9FFF}')
}

/// For each name, the shortest one in the list that may mean the same school.
pub(crate) fn told_apart<'t>(names: &[Option<&'t str>]) -> Vec<Option<&'t str>> {
    let known = || names.iter().flatten().copied();
    let of_one = |name: &'t str| {
        let same = known().filter(|it| may_be_one(name, it));
        same.min_by_key(|it| it.len())
    };
    names.iter().map(|it| of_one((*it)?)).collect()
}

/// Whether the longer name is the shorter one with its town in front.
fn may_be_one(name: &str, other: &str) -> bool {
    let town = name.strip_suffix(other);
    let is_another = |it: &str| it.contains('第') || it.ends_with(['东', '南', '西', '北', '新']);
    let numeral = |it: char| NUMERALS.contains(it);
    town.is_some_and(|it| !is_another(it) && !it.ends_with(numeral))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_is_read_off_a_title() {
        for (text, school) in [
            ("实验小学三年级.xlsx", "实验小学"),
            ("2026年秋季阳光小学三年级1班花名册", "阳光小学"),
            ("2026—2027学年度第一学期市第二中学学生名册", "市第二中学"),
            ("三年级1班 东城区史家胡同小学", "东城区史家胡同小学"),
            ("育才学校小学部三年级", "育才学校"),
            ("填报学校：实验小学（三年级）", "实验小学"),
            ("学校名称：阳光小学", "阳光小学"),
            ("一小.xlsx", "一小"),
            ("第二中三年级", "二中"),
        ] {
            assert_eq!(school_in(text), Some(school), "{text}");
        }
        for text in [
            "三年级1班.xlsx",
            "小学三年级.xlsx",
            "全区中小学名册",
            "新入小学生名单",
            "育才小学部.xlsx",
            "一小班.xlsx",
            "高一中文班",
            "我校小学毕业生",
            "各学校名单",
            "一年级小学",
            "填报学校（盖章）：",
        ] {
            assert_eq!(school_in(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_with_its_town_is_the_same_school() {
        let names = ["实验小学", "市实验小学", "第二实验小学", "阳光小学"].map(Some);
        assert_eq!(
            told_apart(&names),
            ["实验小学", "实验小学", "第二实验小学", "阳光小学"].map(Some)
        );
    }
}
