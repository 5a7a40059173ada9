//! A class as one says it with its grade: 小学三年级 and 三年级1班 are 小学三年级1班.

/// What the name of a class adds to its grade; nothing where the name does not say the grade again.
pub(crate) fn within_grade<'c>(grade: &str, class: &'c str) -> Option<&'c str> {
    if grade.is_empty() {
        return None;
    }
    let again = class.strip_prefix(grade);
    again.or_else(|| {
        let year = grade.strip_suffix("年级")?;
        let number = year.chars().next_back()?;
        let school = year.strip_suffix(number)?;
        let class = match school {
            "初中" => class.strip_prefix('初').unwrap_or(class),
            "高中" => class.strip_prefix('高').unwrap_or(class),
            _ => class,
        };
        let counted = "一二三".find(number).filter(|_| school == "初中");
        let on = counted.and_then(|at| "七八九".get(at..at + '七'.len_utf8()));
        let named = class.strip_prefix(number);
        let named = named.or_else(|| class.strip_prefix(on?))?;
        // 三班 is a class of any grade; 三年级1班, 三（1）班 and 三1班 are of the third.
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '（' | '(');
        named
            .strip_prefix("年级")
            .or(Some(named).filter(|it| it.starts_with(is_number)))
    })
}

/// Grade and class together; a class is set apart that is told by its code alone.
pub(crate) fn grade_and_class(grade: &str, class: &str) -> String {
    let is_code = class.len() > 3 && class.bytes().all(|it| it.is_ascii_digit());
    match within_grade(grade, class) {
        Some(rest) => format!("{grade}{rest}"),
        None if is_code && !grade.is_empty() => format!("{grade} {class}"),
        None => format!("{grade}{class}"),
    }
}

#[cfg(test)]
mod tests {
    use super::grade_and_class;

    #[test]
    fn a_grade_is_said_once() {
        for (grade, class, said) in [
            ("小学三年级", "三年级1班", "小学三年级1班"),
            ("小学三年级", "三（1）班", "小学三年级（1）班"),
            ("小学三年级", "三班", "小学三年级三班"),
            ("小学三年级", "1班", "小学三年级1班"),
            ("小学三年级", "四年级1班", "小学三年级四年级1班"),
            ("三年级", "三年级1班", "三年级1班"),
            ("初中二年级", "初二（3）班", "初中二年级（3）班"),
            ("初中二年级", "八年级3班", "初中二年级3班"),
            ("高中一年级", "高一3班", "高中一年级3班"),
            ("高一", "高一（3）班", "高一（3）班"),
            ("小学三年级", "2023030101", "小学三年级 2023030101"),
            ("", "2023030101", "2023030101"),
            ("", "三年级1班", "三年级1班"),
            ("小学三年级", "", "小学三年级"),
        ] {
            assert_eq!(grade_and_class(grade, class), said);
        }
    }
}
