//! What a list of some of the pupils is called, which a school keeps beside the roster.
//!
//! The name alone decides nothing: `part_lists` asks besides whether its pupils stand in the roster.

use roster_model::Sheet;

/// What such lists are called by.
const WORDS: [&str; 50] = [
    "留守",
    "住校",
    "住宿",
    "寄宿",
    "营养餐",
    "营养改善",
    "贫困",
    "困难",
    "困境",
    "资助",
    "助学",
    "补助",
    "补贴",
    "建档立卡",
    "脱贫",
    "低保",
    "特困",
    "帮扶",
    "随迁",
    "务工",
    "残疾",
    "送教",
    "乘车",
    "校车",
    "社团",
    "兴趣班",
    "兴趣小组",
    "课后服务",
    "延时",
    "托管",
    "午餐",
    "午托",
    "独生",
    "孤儿",
    "单亲",
    "体检",
    "保险",
    "团员",
    "少先队",
    "获奖",
    "毕业生",
    "升学",
    "家委",
    "家长委员",
    "家长代表",
    "班委",
    "班干",
    "学生会",
    "三好",
    "问题学籍",
];
/// With this behind it, the word is part of the name of a school: 寄宿制小学.
const NOT_BEHIND: [&str; 5] = ["制", "学校", "小学", "中学", "完小"];
/// With this in front of it, the word is of pupils who are not meant alone: 新生（含随迁）, 非留守.
const NOT_IN_FRONT: [char; 10] = ['非', '不', '除', '无', '含', '括', '及', '和', '与', '、'];
/// A title is short; a longer text says how to fill a list in.
const TITLE_MAX: usize = 50;
/// What stands in such a text, and in no title.
const NOT_IN_TITLE: [char; 6] = ['，', '。', '；', '：', ':', '?'];

/// The word that the title of a sheet, its name or that of its file has.
pub(crate) fn part_word(sheet: &Sheet, file: &str) -> Option<&'static str> {
    titles(sheet, file).find_map(word_in)
}

/// Whether it is called a list of pupils to be imported as well: 补录学生, 2026秋转入学生.
pub(crate) fn is_to_be_added(sheet: &Sheet, file: &str) -> bool {
    const ADDED: [&str; 7] = ["补录", "补报", "漏报", "新增", "增补", "转入", "插班"];
    titles(sheet, file).any(|title| ADDED.iter().any(|it| title.contains(it)))
}

/// The titles of a sheet, its name and that of its file.
fn titles<'s>(sheet: &'s Sheet, file: &'s str) -> impl Iterator<Item = &'s str> {
    let titles = sheet.head.iter();
    let titles = titles.filter(|it| sheet.title_rows.contains(&it.row_number));
    let titles = titles.flat_map(|it| &it.cells).map(|it| it.1.as_str());
    let is_title = |it: &&str| it.chars().count() <= TITLE_MAX && !it.contains(NOT_IN_TITLE);
    titles.filter(is_title).chain([sheet.name.as_str(), file])
}

fn word_in(text: &str) -> Option<&'static str> {
    let is_meant = |word: &&str| {
        text.match_indices(word).any(|(at, _)| {
            let behind = &text[at + word.len()..];
            let is_of_school = NOT_BEHIND.iter().any(|it| behind.starts_with(it));
            !is_of_school && !text[..at].ends_with(NOT_IN_FRONT)
        })
    };
    WORDS.iter().find(|it| is_meant(it)).copied()
}

#[cfg(test)]
mod tests {
    use super::{is_to_be_added, word_in};
    use roster_model::Sheet;

    #[test]
    fn a_list_that_is_to_be_imported_as_well_is_known_by_its_name() {
        for (file, is_one) in [
            ("补录学生.xlsx", true),
            ("2026秋转入学生.xlsx", true),
            ("一班.xlsx", false),
        ] {
            assert_eq!(is_to_be_added(&Sheet::default(), file), is_one, "{file}");
        }
    }

    #[test]
    fn a_list_of_some_pupils_is_known_by_its_name() {
        for (text, word) in [
            ("2026年秋季留守儿童名单.xlsx", "留守"),
            ("寄宿生", "寄宿"),
            ("阳光小学寄宿学生花名册", "寄宿"),
            ("营养餐", "营养餐"),
            ("建档立卡贫困学生", "贫困"),
            ("寄宿制小学住校生", "住校"),
        ] {
            assert_eq!(word_in(text), Some(word), "{text}");
        }
        for text in [
            "三年级1班.xlsx",
            "玉树州寄宿制小学学生名册.xlsx",
            "县寄宿小学三年级",
            "2026级新生（含随迁子女）.xlsx",
            "学生及留守儿童信息",
            "非寄宿生",
            "Sheet1",
        ] {
            assert_eq!(word_in(text), None, "{text}");
        }
    }
}
