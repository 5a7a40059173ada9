//! How the cells of each column are written, as a blank form says it.

use roster_model::Said;
use roster_rules::{ActiveProfile, Demand, demanded};
use roster_standard::{AnyColumn, Column, Kind, LocalKind, Setting};

use crate::language::Language;
use crate::template::Line;

/// How a cell of a column is written.
pub(crate) fn form_of(column: &Line<'_>, profile: &ActiveProfile, language: Language) -> String {
    match column.column {
        AnyColumn::Known(known) => known_form(known, profile, language),
        AnyColumn::Local(index) => local_form(index, profile, language),
    }
}

/// Of a column that only the profile has: how its kind is written, and what its file says.
fn local_form(index: u16, profile: &ActiveProfile, language: Language) -> String {
    let (zh, en) = match profile.locals[usize::from(index)].kind {
        LocalKind::Text => ("", ""),
        LocalKind::Number => ("只写数字。", "Digits only. "),
        LocalKind::Date => ("写成20150901这样。", "Written like 20150901. "),
        LocalKind::Month => ("写成202109这样。", "Written like 202109. "),
    };
    let here = |it: &&Demand| it.column == AnyColumn::Local(index);
    let demands = || profile.demands.iter().filter(here);
    let mut said = Said::new(zh, en);
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
        Language::En => said.en,
    }
}

fn known_form(column: Column, profile: &ActiveProfile, language: Language) -> String {
    let info = column.info();
    let date_form = profile.setting("date_form");
    let dashed = matches!(date_form, Some(Setting::Text(it)) if it.contains('-'));
    let (date, month) = if dashed {
        ("2015-09-01", "2021-09")
    } else {
        ("20150901", "202109")
    };
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
        Kind::Date => (format!("写成{date}这样。"), format!("Written like {date}.")),
        // The system imports no list of changes, and nothing compares how it writes its days.
        Kind::EventDate => (
            "写成20150901或2015-09-01这样。".to_owned(),
            "Written like 20150901 or 2015-09-01.".to_owned(),
        ),
        Kind::Month => (
            format!("写成{month}这样。"),
            format!("Written like {month}."),
        ),
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
        Kind::Expiry => (
            "写成20200901-20300901这样；长期有效的写“长期”。".to_owned(),
            "Written like 20200901-20300901, or 长期 when it has no end.".to_owned(),
        ),
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
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
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
