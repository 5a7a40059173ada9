//! What the name of a class says of its grade, and where a title or the name of a file has a grade.

use crate::text::is_han;

const NUMERALS: &str = "一二三四五六七八九";
/// Between grades there are several of them: 一至三年级, 一、二年级.
const BETWEEN: [char; 10] = ['至', '到', '和', '、', '-', '—', '~', '～', ',', '，'];

/// The year of school that the name of a class tells, from 1: 三年级2班, 初一（3）班, 二（1）班, 二年一班, 201班.
pub fn year_of_class(text: &str) -> Option<u8> {
    let text = text.trim();
    if let Some(grade) = grade_in(text) {
        return year_of(grade);
    }
    let text = text.trim_start_matches("小学");
    let mut signs = text.chars();
    let year = numeral(signs.next()?)?;
    let behind = signs.as_str();
    let is_number = |it: char| it.is_ascii_digit() || it == '十' || numeral(it).is_some();
    let rest = behind.trim_start_matches(['（', '(', '.', '-', '－', '．', '年', '【', '[']);
    let number = rest
        .trim_end_matches('班')
        .trim_end_matches(['）', ')', '】', ']']);
    let is_class = !number.is_empty() && number.chars().all(is_number);
    // Of 201班 two digits are the class; 21班 and 一二班 tell nothing.
    let is_parted = rest.len() < behind.len()
        || behind.ends_with('班')
            && number.bytes().all(|it| it.is_ascii_digit())
            && (number.len() == 2 || !text.starts_with(|it: char| it.is_ascii_digit()));
    (is_class && is_parted).then_some(year)
}

/// The grade that the name of a class tells, in words: 三年级 for 三（1）班, 2024级 for 2024级1班.
pub fn grade_of_class(text: &str) -> Option<&str> {
    const GRADES: [&str; 9] = [
        "一年级",
        "二年级",
        "三年级",
        "四年级",
        "五年级",
        "六年级",
        "七年级",
        "八年级",
        "九年级",
    ];
    let by_number = || Some(GRADES[usize::from(year_of_class(text)?) - 1]);
    grade_in(text).or_else(by_number)
}

/// The one grade in a text: 三年级, 小学二年级, 初一, 2024级; nothing where there are several.
pub fn grade_in(text: &str) -> Option<&str> {
    let mut found = None;
    for (at, sign) in text.char_indices() {
        let Some(grade) = grade_ending_at(text, at, sign) else {
            continue;
        };
        if found.is_some_and(|it: &str| it != grade) {
            return None;
        }
        found = Some(grade);
    }
    found
}

/// The grade whose 年级, 级 or numeral is this sign of a text.
fn grade_ending_at(text: &str, at: usize, sign: char) -> Option<&str> {
    let (before, behind) = text.split_at(at);
    match sign {
        '年' if behind.starts_with("年级") => {
            let last = before
                .chars()
                .next_back()
                .filter(|it| numeral(*it).is_some())?;
            let front = &before[..before.len() - last.len_utf8()];
            let stages = ["小学", "初中", "高中", "初", "高"];
            // 万莲小学一年级 is the first grade of 万莲小学.
            let is_stage = |it: &&str| {
                let school = front.strip_suffix(*it);
                school.is_some_and(|school| *it != "小学" || !school.ends_with(is_han))
            };
            let stage = stages.into_iter().find(is_stage).unwrap_or("");
            let front = &front[..front.len() - stage.len()];
            let is_one = |it: char| numeral(it).is_none() && it != '十' && !BETWEEN.contains(&it);
            let is_one = stage.ends_with(['初', '高', '中', '学'])
                || front.chars().next_back().is_none_or(is_one)
                || ends_in_date(front);
            is_one.then(|| &text[front.len()..at + "年级".len()])
        }
        '级' => {
            let from = before.len().checked_sub(4)?;
            let year = before.get(from..)?;
            let is_year = year.starts_with("20") && year.bytes().all(|it| it.is_ascii_digit());
            let is_longer = before[..from].ends_with(|it: char| it.is_ascii_digit());
            (is_year && !is_longer).then(|| &text[from..at + sign.len_utf8()])
        }
        '初' | '高' => {
            let year = behind[sign.len_utf8()..].chars().next()?;
            let stage_years = if sign == '初' { 4 } else { 3 };
            let is_year = numeral(year).is_some_and(|it| it <= stage_years);
            let end = at + sign.len_utf8() + year.len_utf8();
            let rest = &text[end..];
            // 高一中 is a school, 初一年级 was seen already.
            let is_other = rest.starts_with(['中', '小']) || rest.starts_with("年级");
            let is_range = rest
                .strip_prefix(BETWEEN)
                .is_some_and(|it| it.starts_with(is_numeral))
                || year.is_ascii_digit() && rest.starts_with(|it: char| it.is_ascii_digit());
            (is_year && !is_other && !is_range).then(|| &text[at..end])
        }
        _ => None,
    }
}

/// 2026-三年级: a dash behind a year joins no grades.
fn ends_in_date(front: &str) -> bool {
    let bare = front.trim_end_matches(BETWEEN);
    bare.len() < front.len() && !bare.ends_with(|it| numeral(it).is_some() && !is_year_behind(bare))
}

fn is_year_behind(text: &str) -> bool {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    digits >= 4
}

/// The year of school of a grade that `grade_in` found; none of 2024级.
fn year_of(grade: &str) -> Option<u8> {
    let years = match grade.chars().next()? {
        '初' => 6,
        '高' => 9,
        _ => 0,
    };
    let bare = grade
        .strip_suffix("年级")
        .or_else(|| (years > 0).then_some(grade))?;
    let year = numeral(bare.chars().next_back()?)?;
    Some(years + year)
}

fn is_numeral(sign: char) -> bool {
    NUMERALS.contains(sign)
}

/// A numeral of one sign.
fn numeral(sign: char) -> Option<u8> {
    let of_digit = sign.to_digit(10).filter(|it| *it > 0).map(|it| it as u8);
    of_digit.or_else(|| {
        let at = NUMERALS.chars().position(|it| it == sign)?;
        Some(at as u8 + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_tells_its_year() {
        for (text, year) in [
            ("三年级2班", 3),
            ("小学三年级2班", 3),
            ("七年级（1）班", 7),
            ("初一（3）班", 7),
            ("初中二年级1班", 8),
            ("高三2班", 12),
            ("二（1）班", 2),
            ("二(10)班", 2),
            ("2（1）班", 2),
            ("2.1班", 2),
            ("2-1", 2),
            ("二1班", 2),
            ("二年一班", 2),
            ("二年1班", 2),
            ("201班", 2),
        ] {
            assert_eq!(year_of_class(text), Some(year), "{text}");
        }
        for text in [
            "1班",
            "一班",
            "12班",
            "21班",
            "一二班",
            "实验班",
            "大一班",
            "2024级1班",
            "2024001",
            "",
            "班",
            "一（火箭）班",
        ] {
            assert_eq!(year_of_class(text), None, "{text}");
        }
    }

    #[test]
    fn the_grade_of_a_class_is_said_in_words() {
        for (text, grade) in [
            ("三年级1班", Some("三年级")),
            ("三（1）班", Some("三年级")),
            ("802班", Some("八年级")),
            ("高一3班", Some("高一")),
            ("2024级1班", Some("2024级")),
            ("1班", None),
        ] {
            assert_eq!(grade_of_class(text), grade, "{text}");
        }
    }

    #[test]
    fn a_name_has_one_grade_or_none() {
        for (text, grade) in [
            ("万莲小学_一年级.csv", "一年级"),
            ("2026年秋季三年级花名册", "三年级"),
            ("2026-三年级", "三年级"),
            ("小学二年级", "小学二年级"),
            ("初中一年级名单", "初中一年级"),
            ("万莲小学一年级", "一年级"),
            ("初一新生", "初一"),
            ("高二", "高二"),
            ("县一中高一3班", "高一"),
            ("2024级学生", "2024级"),
            ("三年级1班 三年级", "三年级"),
        ] {
            assert_eq!(grade_in(text), Some(grade), "{text}");
        }
        for text in [
            "一至三年级",
            "一、二年级",
            "1-6年级",
            "一二年级",
            "一年级和二年级",
            "高一中",
            "各年级",
            "名册2026",
            "初一、初二",
        ] {
            assert_eq!(grade_in(text), None, "{text}");
        }
    }
}
