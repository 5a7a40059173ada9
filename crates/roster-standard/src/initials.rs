//! The names that JY/T 1002 gives the fields of a database: the first letters of the title in pinyin, and an M
//! behind that of a code.

use roster_values::han::{initial, syllables};

use crate::Column;

/// The column whose title has these first letters: XM, SFZJH, CSRQ, MZM. Two letters stand for many words: only a
/// title proper is meant, and XX rather the school than 血型.
pub fn column(text: &str) -> Option<Column> {
    let code = text.to_ascii_uppercase();
    let of = |code: &str| {
        let mut columns = Column::ALL.iter().filter(|_| code != "XX");
        columns.find(|it| {
            let info = it.info();
            let mut aliases = info.aliases.into_iter().filter(|_| code.len() > 2);
            let is_it = begins_so(info.zh, code) || aliases.any(|it| begins_so(it, code));
            it.member().is_none() && is_it
        })
    };
    of(&code).or_else(|| of(code.strip_suffix('M')?)).copied()
}

/// Whether each character begins with its letter in one of its readings.
fn begins_so(title: &str, code: &str) -> bool {
    let mut letters = code.bytes();
    let mut characters = title.chars().filter(|it| it.is_alphanumeric());
    characters.all(|it| {
        let letter = letters.next().map(|it| it.to_ascii_lowercase());
        let mut readings = syllables(it).iter();
        readings.any(|it| Some(initial(*it).to_ascii_lowercase()) == letter)
    }) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::column;
    use crate::Column;

    #[test]
    fn the_fields_of_the_standard_are_found() {
        for (code, key) in [
            ("XM", "name"),
            ("XB", "sex"),
            ("XBM", "sex"),
            ("CSRQ", "birth_date"),
            ("CSDM", "birth_place_code"),
            ("JG", "native_place"),
            ("MZM", "ethnic_group"),
            ("GJDQM", "nationality"),
            ("SFZJLXM", "id_type"),
            ("SFZJH", "id_number"),
            ("sfzh", "id_number"),
            ("GATQWM", "hmt_status"),
            ("ZZMMM", "political_status"),
            ("JKZKM", "health"),
            ("HKXZM", "hukou_type"),
            ("SFDSZN", "only_child"),
            ("RXNY", "enrolment_month"),
            ("BH", "class_code"),
            ("LXDH", "phone"),
            ("YZBM", "postcode"),
            ("XJH", "student_number"),
            ("XXBSM", "school_code"),
        ] {
            assert_eq!(column(code).map(Column::key), Some(key), "{code}");
        }
        for code in ["", "M", "XX", "XH", "ZY", "SJ", "BZ", "XXMC", "A1"] {
            assert_eq!(column(code), None, "{code}");
        }
    }
}
