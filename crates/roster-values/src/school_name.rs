//! The name of a school: where a text has one, a title or the name of a sheet, a file or a folder, and which
//! names are one school's.
//!
//! Two names are two schools only where nothing else can be meant, since most lists of a run are classes of one school:
//! 市实验小学 may be 实验小学, 第五中学 is 五中, and 第二实验小学 is another.

use crate::text::{is_han, is_placeholder, tidy_code, without_white};

/// What the name of a school ends in.
const ENDINGS: [&str; 12] = [
    "小学",
    "中学",
    "学校",
    "幼儿园",
    "完小",
    "中心校",
    "教学点",
    "职专",
    "职高",
    "职业高中",
    "附小",
    "附中",
];
/// Behind that, it is of pupils, a part of a school, or a word in front of the name.
const NOT_BEHIND: [char; 12] = [
    '生', '部', '段', '教', '升', '班', '：', ':', '代', '附', '盖', '公',
];
/// Where in front of it something else ends: 三年级1班, 2026年秋季, 第一学期.
const IN_FRONT: [char; 9] = ['级', '班', '季', '期', '度', '届', '的', '份', '表'];
/// Where something else ends, behind a number alone: 九月, and not 明月小学.
const BEHIND_NUMBER: [char; 3] = ['年', '月', '日'];
/// What is said of schools in general.
const ANY: [char; 8] = ['全', '各', '本', '我', '某', '所', '有', '等'];
/// 沈河区小学 are all its schools, and 开发区小学 is one.
const PLACES: [char; 4] = ['省', '市', '区', '县'];
const NO_PLACES: [&str; 6] = ["开发区", "新区", "园区", "社区", "矿区", "林区"];
/// What a form asks for: 填报学校（盖章）.
const ASKED: [&str; 11] = [
    "填报", "上报", "报送", "填表", "就读", "转入", "转出", "毕业", "报名", "录取", "学籍",
];
/// What schools are, and not what one is called: 义务教育学校, 普通高级中学.
const KINDS: [&str; 20] = [
    "义务教育",
    "普通",
    "公办",
    "民办",
    "中等",
    "高等",
    "职业",
    "技术",
    "特殊教育",
    "九年一贯制",
    "完全",
    "初级",
    "高级",
    "乡镇",
    "农村",
    "城镇",
    "城区",
    "寄宿制",
    "全日制",
    "学前教育",
];
const NUMERALS: &str = "一二三四五六七八九十";
/// Longer names are not looked at for shorter ones in them.
const CHARS_MAX: usize = 40;

/// The name of a school in a text.
pub fn school_in(text: &str) -> Option<&str> {
    let named = |(at, _): (usize, char)| {
        let ending = ENDINGS.iter().find(|it| text[at..].starts_with(**it))?;
        let (name, behind) = text.split_at(at + ending.len());
        let inside = behind.trim_start_matches(['（', '(']);
        let is_stamp = inside.len() < behind.len() && inside.starts_with(['盖', '公']);
        let name = &name[start_of(name)..];
        let is_asked = ASKED.iter().any(|it| name.strip_prefix(it) == Some("学校"));
        let stem = name.strip_suffix(ending).unwrap_or(name);
        let of_place = stem.ends_with(PLACES) && !NO_PLACES.iter().any(|it| stem.ends_with(it));
        let is_any =
            of_place || is_kind(stem) || inside.starts_with("名称") || name.ends_with("中小学");
        let is_named = name.chars().count() > 3 && !name.starts_with(ANY) && !is_asked && !is_any;
        (is_named && (is_stamp || !inside.starts_with(NOT_BEHIND))).then_some(name)
    };
    let found = text.char_indices().find_map(named);
    found.or_else(|| in_short(text))
}

/// Whether what stands before 学校 says nothing but what sort of school it is.
fn is_kind(mut stem: &str) -> bool {
    while let Some(rest) = KINDS.iter().find_map(|it| stem.strip_prefix(it)) {
        stem = rest;
    }
    stem.is_empty()
}

/// Where the name begins that a text ends with.
fn start_of(text: &str) -> usize {
    let is_outside = |&(at, it): &(usize, char)| {
        let before = text[..at].chars().next_back();
        let behind = &text[at + it.len_utf8()..];
        let is_number = |it: char| it.is_ascii_digit() || "学〇零".contains(it) || is_numeral(it);
        !is_ideograph(it)
            || IN_FRONT.contains(&it)
            || BEHIND_NUMBER.contains(&it)
                && before.is_some_and(is_number)
                && !behind.starts_with(['制', '一'])
    };
    let outside = text.char_indices().rev().find(is_outside);
    outside.map_or(0, |(at, it)| at + it.len_utf8())
}

/// 一小, 第二中, 城关镇一中: with nothing behind that makes another word of it.
fn in_short(text: &str) -> Option<&str> {
    let short = |(at, sort): (usize, char)| {
        let before = &text[..at];
        let town = before.trim_end_matches(is_numeral);
        if !matches!(sort, '小' | '中') || town.len() == before.len() {
            return None;
        }
        let behind = &text[at + sort.len_utf8()..];
        let ends = [
            "学生", "学籍", "花名", "名单", "名册", "新生", "初", "高", "第", "毕业",
        ];
        let in_grade = || {
            let rest = behind.trim_start_matches(is_numeral);
            rest.len() < behind.len() && rest.starts_with("年级")
        };
        let is_whole =
            !behind.starts_with(is_ideograph) || ends.iter().any(|it| behind.starts_with(it));
        if !is_whole && !in_grade() {
            return None;
        }
        let numbered = town.strip_suffix('第').unwrap_or(town);
        let start = start_of(numbered);
        let is_other = numbered[start..].ends_with(['高', '初', '小', '中', '大', '第']);
        let from = if numbered.len() < town.len() {
            town.len()
        } else {
            start
        };
        (!is_other).then(|| &text[from..at + sort.len_utf8()])
    };
    text.char_indices().find_map(short)
}

fn is_numeral(it: char) -> bool {
    NUMERALS.contains(it)
}

/// 〇 is of a year, 二〇二六, and no part of a name.
fn is_ideograph(it: char) -> bool {
    is_han(it) && it != '〇'
}

/// A name as it is compared: 第五中学, 五中 and 第五中学校 are one; nothing for no name.
pub fn school_name_key(text: &str) -> Option<String> {
    let tidy = tidy_code(text);
    let tidy = without_white(&tidy);
    if tidy.is_empty() || is_placeholder(&tidy) {
        return None;
    }
    let named = match tidy.strip_suffix('校') {
        Some(rest)
            if rest.ends_with(['小', '中']) || rest.ends_with("小学") || rest.ends_with("中学") =>
        {
            rest
        }
        _ => &tidy,
    };
    let mut key = String::with_capacity(named.len());
    let mut signs = named.chars().peekable();
    let mut last = ' ';
    while let Some(sign) = signs.next() {
        if sign == '第' && signs.peek().is_some_and(|it| is_numeral(*it)) {
            continue;
        }
        key.push(sign);
        // 五中, at its end.
        if is_numeral(last) && matches!(sign, '小' | '中') && signs.peek().is_none() {
            key.push('学');
        }
        last = sign;
    }
    Some(key)
}

/// Which of some keys of names is meant by each, by their positions: of a name that another has with its town in
/// front, that one, where no second one has it too. The keys are in order, each once.
pub fn same_schools(keys: &[&str]) -> Vec<usize> {
    let mut meant: Vec<usize> = (0..keys.len()).collect();
    let shorter: Vec<Option<usize>> = keys.iter().map(|it| nearest_within(keys, it)).collect();
    let mut longer = vec![0u32; keys.len()];
    for it in shorter.iter().flatten() {
        longer[*it] += 1;
    }
    // 实验小学 may be either of 甲县实验小学 and 乙县实验小学, and is neither.
    let only = |at: usize| shorter[at].filter(|it| longer[*it] == 1);
    for it in &mut meant {
        while let Some(next) = only(*it) {
            *it = next;
        }
    }
    meant
}

/// The longest of the other names that a name is with more of its town: 沈阳五中 of 沈阳市五中, 五中 of 沈阳五中.
fn nearest_within(keys: &[&str], name: &str) -> Option<usize> {
    if name.chars().count() > CHARS_MAX {
        return None;
    }
    let known = |it: &str| keys.binary_search(&it).ok();
    let in_town = |(at, sort): (usize, char)| {
        let behind = &name[at + sort.len_utf8()..];
        let is_sort = "省市县区镇乡".contains(sort) && !behind.starts_with(['小', '中', '学']);
        is_sort.then(|| known(&[&name[..at], behind].concat()))?
    };
    let towns = name.char_indices().skip(2);
    towns.clone().find_map(in_town).or_else(|| {
        let starts = name.char_indices().skip(1).map(|it| it.0);
        let mut found = starts.filter(|&it| may_be_town(&name[..it]));
        found.find_map(|it| known(&name[it..]))
    })
}

/// Whether one name may be the other in short, with words left out: 快大茂镇中心小学 and 快大茂中心小学, 育才学校 and
/// 育才小学. A number or a side of a town is not left out.
pub fn may_be_one_school(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|it| {
        let whole = it.split(['（', '(']).next().unwrap_or_default();
        school_name_key(whole).unwrap_or_default()
    });
    let [a, b] = [&a, &b].map(|it| it.trim_end_matches(['学', '校']));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let mut wanted = short.chars().peekable();
    let tells = |(at, it): (usize, char)| {
        let behind = &long[at + it.len_utf8()..];
        is_numeral(it)
            || it.is_ascii_digit()
            || "东南西北新".contains(it) && behind.starts_with(['小', '中', '学', '实'])
    };
    short.chars().nth(1).is_some()
        && long
            .char_indices()
            .all(|it| wanted.next_if_eq(&it.1).is_some() || !tells(it))
        && wanted.peek().is_none()
}

/// Whether what stands in front of a name leaves it that of the same school.
fn may_be_town(front: &str) -> bool {
    !front.ends_with(['东', '南', '西', '北', '新']) && !front.ends_with(is_numeral)
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
            ("2026学年阳光小学", "阳光小学"),
            ("9月明月小学名单", "明月小学"),
            ("实验小学名册.xlsx", "实验小学"),
            ("三年级1班 东城区史家胡同小学", "东城区史家胡同小学"),
            ("育才学校小学部三年级", "育才学校"),
            ("填报学校：实验小学（三年级）", "实验小学"),
            ("学校名称：阳光小学", "阳光小学"),
            ("万莲小学（盖章）", "万莲小学"),
            ("万莲小学(公章)", "万莲小学"),
            ("东关九年一贯制学校花名册", "东关九年一贯制学校"),
            ("2026年东关九年制学校", "东关九年制学校"),
            ("师范大学附属中学附属小学", "师范大学附属中学附属小学"),
            ("李庄完小三年级", "李庄完小"),
            ("王家教学点", "王家教学点"),
            ("一小.xlsx", "一小"),
            ("第二中三年级", "二中"),
            ("五中学生名册", "五中"),
            ("实验二小三年级", "实验二小"),
            ("2026年沈阳五中", "沈阳五中"),
            ("城关镇一中花名册", "城关镇一中"),
            ("县一中高一3班", "县一中"),
        ] {
            assert_eq!(school_in(text), Some(school), "{text}");
        }
        for text in [
            "三年级1班.xlsx",
            "小学三年级.xlsx",
            "全区中小学名册",
            "沈河区中小学名册",
            "沈河区小学名册",
            "新入小学生名单",
            "育才小学部.xlsx",
            "一小班.xlsx",
            "小一中班",
            "高一中文班",
            "三年级一小组",
            "我校小学毕业生",
            "各学校名单",
            "一年级小学",
            "填报学校（盖章）：",
            "就读学校",
            "2026年义务教育学校学生花名册",
            "普通高级中学",
            "2026年9月",
        ] {
            assert_eq!(school_in(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_with_its_town_is_the_same_school() {
        let meant = |names: &[&str]| -> Vec<String> {
            let keys: Vec<String> = names.iter().filter_map(|it| school_name_key(it)).collect();
            let mut sorted: Vec<&str> = keys.iter().map(String::as_str).collect();
            sorted.sort_unstable();
            sorted.dedup();
            let same = same_schools(&sorted);
            let of = |it: &String| sorted[same[sorted.binary_search(&it.as_str()).unwrap()]];
            keys.iter().map(|it| of(it).to_owned()).collect()
        };
        assert_eq!(
            meant(&["实验小学", "市实验小学", "第二实验小学", "阳光小学"]),
            ["实验小学", "实验小学", "二实验小学", "阳光小学"]
        );
        // One school in three ways.
        assert_eq!(
            meant(&["沈阳市第五中学", "五中", "第五中学校", "沈阳五中"])[..3],
            ["五中学"; 3].map(str::to_owned)
        );
        // Whose town is not told belongs to none of them.
        let two = ["甲镇中心小学", "乙镇中心小学", "中心小学"];
        assert_eq!(meant(&two), two);
    }
}
