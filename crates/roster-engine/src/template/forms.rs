//! How the cells of each column are written, as a blank form says it.

use roster_model::Said;
use roster_rules::{ActiveProfile, Demand, What, demanded};
use roster_standard::{AnyColumn, Column, Kind, LocalKind, Setting};

use crate::language::Language;
use crate::template::Line;

/// How a cell of a column is written.
pub(crate) fn form_of(column: &Line<'_>, profile: &ActiveProfile, language: Language) -> String {
    let here = |it: &&Demand| it.column == column.column;
    let demands = || profile.demands.iter().filter(here);
    let mut said = match column.column {
        // The file says how it is written.
        AnyColumn::Known(_) if demands().any(|it| matches!(it.what, What::Pattern(_))) => {
            Said::new("", "")
        }
        AnyColumn::Known(known) => known_form(known, profile),
        AnyColumn::Local(index) => local_form(index, profile),
    };
    for demand in demands() {
        let (zh, en) = demanded(&demand.what, profile);
        said.zh += &zh;
        said.en += &en;
    }
    if let Some(demand) = demands().next() {
        said.zh += &demand.hint.zh;
        said.en += &demand.hint.en;
    }
    match language {
        Language::Zh => said.zh,
        Language::En => said.en.trim_end().to_owned(),
    }
}

/// A day and a month as the profile wants them written.
fn date_and_month(profile: &ActiveProfile) -> (&'static str, &'static str) {
    if is_set(profile, "date_form", '-') {
        ("2015-09-01", "2021-09")
    } else {
        ("20150901", "202109")
    }
}

/// Whether a parameter of the profile has this sign in its value.
fn is_set(profile: &ActiveProfile, name: &str, sign: char) -> bool {
    matches!(profile.setting(name), Some(Setting::Text(it)) if it.contains(sign))
}

/// How the kind of a column is written that only the profile has.
fn local_form(index: u16, profile: &ActiveProfile) -> Said {
    let (date, month) = date_and_month(profile);
    match profile.locals[usize::from(index)].kind {
        LocalKind::Text => Said::new("", ""),
        LocalKind::Number => Said::new("只写数字。", "Digits only. "),
        LocalKind::Date => like(date),
        LocalKind::Month => like(month),
    }
}

fn like(example: &str) -> Said {
    Said::new(
        format!("写成{example}这样。"),
        format!("Written like {example}. "),
    )
}

fn known_form(column: Column, profile: &ActiveProfile) -> Said {
    let info = column.info();
    let (date, month) = date_and_month(profile);
    let (zh, en) = match info.kind {
        Kind::Name => (
            "与户口簿一致，汉字之间不加空格。".to_owned(),
            "As in the household register, without spaces between Han characters.".to_owned(),
        ),
        // Nothing says so of a member, whose number is asked for where the template asks for any.
        Kind::Id if column == Column::IdNumber && profile.column(Column::IdType).is_some() => (
            "与证件一致；身份证号18位，末位的X大写。只有证件类型是“其他”的可以空着。".to_owned(),
            "As on the document; a resident ID has 18 characters, a final X is a capital. Only where the type is 其他 it may stay blank."
                .to_owned(),
        ),
        Kind::Id => (
            "与证件一致；身份证号18位，末位的X大写。".to_owned(),
            "As on the document; a resident ID has 18 characters, a final X is a capital."
                .to_owned(),
        ),
        Kind::Date => return like(date),
        // The system imports no list of changes, and nothing compares how it writes its days.
        Kind::EventDate => (
            "写成20150901或2015-09-01这样。".to_owned(),
            "Written like 20150901 or 2015-09-01.".to_owned(),
        ),
        Kind::Month => return like(month),
        Kind::Code | Kind::YesNo => (
            "从下拉列表中选择。".to_owned(),
            "Choose from the list.".to_owned(),
        ),
        Kind::Region => region_form(profile),
        Kind::Phone => (
            "11位手机号，或带区号的固定电话。".to_owned(),
            "A mobile number of 11 digits, or a landline with its area code.".to_owned(),
        ),
        Kind::Number if column == Column::SchoolDistance => (
            "只写公里数，如 1.5。".to_owned(),
            "Kilometres, digits only, such as 1.5.".to_owned(),
        ),
        Kind::Number => ("只写数字。".to_owned(), "Digits only.".to_owned()),
        Kind::StudentNumber => (
            "G、L或J开头，后面18位。".to_owned(),
            "G, L or J, then 18 characters.".to_owned(),
        ),
        Kind::SchoolCode => (
            "10位学校标识码。".to_owned(),
            "The ten digits of the school.".to_owned(),
        ),
        Kind::Postcode => ("6位数字。".to_owned(), "Six digits.".to_owned()),
        Kind::Expiry => {
            let (from, to) = if is_set(profile, "expiry_form", '.') {
                ("2020.09.01", "2030.09.01")
            } else {
                ("20200901", "20300901")
            };
            (
                format!("写成{from}-{to}这样；长期有效的写成{from}-长期。"),
                format!("Written like {from}-{to}, or {from}-长期 when it has no end."),
            )
        }
        Kind::Email => (
            "邮箱地址，如 name@example.com。".to_owned(),
            "An e-mail address, such as name@example.com.".to_owned(),
        ),
        Kind::Text => match info.length_bytes_max {
            Some(most) => (
                format!("最多{}个汉字，或{most}个字母、数字。", most / 2),
                format!(
                    "At most {} Chinese characters, or {most} letters and digits.",
                    most / 2
                ),
            ),
            None => (String::new(), String::new()),
        },
    };
    Said::new(zh, en)
}

/// What the check of regions asks for.
fn region_form(profile: &ActiveProfile) -> (String, String) {
    let (zh, en) = match profile.setting("region_code_digits") {
        Some(Setting::Number(12)) => ("12位", "12"),
        Some(Setting::Number(6)) => ("6位", "6"),
        _ => ("6位或12位", "6 or 12"),
    };
    let words = profile.setting("region_in_words");
    let (or_zh, or_en) = match words {
        Some(Setting::Text(it)) if it == "yes" => ("，或省、市、县的名称", ", or the names"),
        _ => ("", ""),
    };
    (
        format!("{zh}行政区划代码{or_zh}。"),
        format!("The region code, {en} digits{or_en}."),
    )
}
