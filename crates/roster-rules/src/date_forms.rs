//! The forms that dates have to have, as one says them: nobody writes YYYYMMDD.

use roster_model::Said;
use roster_values::date::Date;

/// A form such as `YYYYMMDD`, shown by an example; anything else stays as it is.
pub fn form_in_words(form: &str) -> Said {
    if !form.starts_with("YYYY") {
        return Said::new(form, form);
    }
    let day = |form: &str, year: &str| {
        let (year, month) = if form.contains("DD") {
            (year, "03")
        } else {
            ("2021", "09")
        };
        let form = form.replace("YYYY", year).replace("MM", month);
        form.replace("DD", "08")
    };
    let period = form
        .get(form.len() / 2..)
        .and_then(|it| it.strip_prefix('-'));
    let example = match period.filter(|it| it.starts_with("YYYY")) {
        Some(end) => format!("{}-{}", day(end, "2016"), day(end, "2026")),
        None => day(form, "2016"),
    };
    let zh = if example.bytes().all(|it| it.is_ascii_digit()) {
        format!("{}位数字，如{example}", example.len())
    } else {
        format!("{example}这样")
    };
    Said::new(zh, format!("{form}, such as {example}"))
}

/// A date in a form such as `YYYY-MM-DD`.
pub(crate) fn written_date(date: Date, format: &str) -> String {
    match format.chars().nth(4) {
        Some(sign @ ('-' | '/' | '.')) => date.iso().replace('-', &sign.to_string()),
        _ => date.compact(),
    }
}

#[cfg(test)]
mod tests {
    use super::form_in_words;

    #[test]
    fn a_form_is_told_by_an_example() {
        for (form, zh) in [
            ("YYYYMMDD", "8位数字，如20160308"),
            ("YYYYMM", "6位数字，如202109"),
            ("YYYY-MM-DD", "2016-03-08这样"),
            ("YYYY-MM", "2021-09这样"),
            ("YYYYMMDD-YYYYMMDD", "20160308-20260308这样"),
            ("YYYY.MM.DD-YYYY.MM.DD", "2016.03.08-2026.03.08这样"),
            ("GB18030", "GB18030"),
        ] {
            assert_eq!(form_in_words(form).zh, zh);
        }
        assert_eq!(form_in_words("YYYYMM").en, "YYYYMM, such as 202109");
    }
}
