//! What a run does otherwise than the built-in profile: parameters, levels and columns that somebody
//! set, for programs and in words.

use roster_model::{Column, Level};
use roster_rules::{ActiveProfile, Roster, What, rule};
use roster_standard::header::{Header, find};
use roster_standard::{AnyColumn, Parameter, Profile, Setting};

use crate::book::rule_title;
use crate::language::Language;
use crate::wire::{LevelSet, ParameterSet, Said, Scalar, Sheet};
use crate::words::words;

/// The levels that the profile's file sets.
pub(crate) fn levels(profile: &ActiveProfile) -> Vec<LevelSet> {
    let levels = profile.levels.iter();
    levels
        .map(|it| LevelSet {
            rule: it.rule.clone(),
            column: it.column.map(Column::key),
            level: it.level.map_or("off", Level::key),
        })
        .collect()
}

/// A value for programs.
pub(crate) fn scalar(setting: &Setting) -> Scalar {
    match setting {
        Setting::Number(number) => Scalar::Number(number.unsigned_abs()),
        Setting::Text(text) => Scalar::Text(text.to_string()),
    }
}

/// A parameter's value in this run, of the kind of its default: the month `09` is a text.
pub(crate) fn set_value(roster: &Roster, parameter: &Parameter) -> Scalar {
    match (&parameter.default, roster.parameter_number(parameter.name)) {
        (Setting::Number(_), Some(number)) => Scalar::Number(number.unsigned_abs()),
        _ => Scalar::Text(roster.parameter(parameter.name).to_owned()),
    }
}

/// The parameters whose value is not the built-in profile's.
pub(crate) fn parameters_set(roster: &Roster) -> Vec<ParameterSet> {
    let profile = &roster.profile;
    let base = profile.extends.as_ref().and_then(|it| Profile::by_id(it));
    let base = base.unwrap_or(&profile.listed);
    let all = Parameter::all().iter();
    all.filter_map(|it| {
        let value = set_value(roster, it);
        let default = scalar(base.setting(it.name).unwrap_or(&it.default));
        let by_run = roster
            .settings
            .parameters
            .iter()
            .any(|set| set.0 == it.name);
        (value != default).then_some(ParameterSet {
            name: it.name,
            value,
            default,
            by: if by_run { "run" } else { "profile" },
        })
    })
    .collect()
}

/// Everything that the run does otherwise than the built-in profile, a sentence each.
pub(crate) fn overrides(sheet: &Sheet, profile: &ActiveProfile) -> Vec<Said> {
    let [zh, en] = [Language::Zh, Language::En].map(|it| overrides_told(sheet, profile, it));
    let both = zh.into_iter().zip(en);
    both.map(|(zh, en)| Said { zh, en }).collect()
}

fn overrides_told(sheet: &Sheet, profile: &ActiveProfile, language: Language) -> Vec<String> {
    let words = words(language);
    let parameters = sheet.parameters_set.iter().filter_map(|it| {
        let parameter = Parameter::by_name(it.name)?;
        let title = match language {
            Language::Zh => parameter.zh,
            Language::En => parameter.en,
        };
        // How to fill it in is for who does.
        let end = HINTS.iter().find_map(|it| title.find(it));
        let title = &title[..end.unwrap_or(title.len())];
        let value = value_told(parameter, &it.value, language);
        let default = value_told(parameter, &it.default, language);
        Some(match language {
            Language::Zh => format!("{title}：{value}（默认{default}），参数 {}", it.name),
            Language::En => format!(
                "{title}: {value} (default {default}), parameter {}",
                it.name
            ),
        })
    });
    let levels = sheet.profile_levels.iter().filter(|it| it.column.is_none());
    let levels = levels.filter_map(|it| {
        let rule = rule(&it.rule)?;
        let title = rule_title(&it.rule, language);
        let level = Level::ALL.into_iter().find(|level| level.key() == it.level);
        if level == Some(rule.level) {
            return None;
        }
        let level = level.map_or(words.off, |level| words.level(level));
        let usual = words.level(rule.level);
        Some(match language {
            Language::Zh => format!("{} {title}：{level}（默认{usual}）", it.rule),
            Language::En => format!("{} {title}: {level} (default {usual})", it.rule),
        })
    });
    // A list of its own is why rules are off for one column alone.
    let mut columns: Vec<&str> = Vec::new();
    columns.extend(sheet.profile_levels.iter().filter_map(|it| it.column));
    columns.dedup();
    let lists = columns.into_iter().filter_map(|key| {
        let info = Column::from_key(key)?.info();
        Some(match language {
            Language::Zh => format!("{}：按模板文件自己的列表检查", info.zh),
            Language::En => format!("{}: checked by the profile file's own list", info.en),
        })
    });
    let said = sheet.columns.iter().filter(|it| it.said);
    let said = said.filter_map(|it| {
        let info = Column::from_key(&it.column)?.info();
        let (letter, header) = (&it.letter, &it.header);
        Some(match language {
            Language::Zh => format!("指定{letter}列“{header}”是：{}", info.zh),
            Language::En => format!("Column {letter} \"{header}\" is said to be: {}", info.en),
        })
    });
    let columns = columns_told(sheet, profile, language);
    said.chain(parameters)
        .chain(levels)
        .chain(lists)
        .chain(columns)
        .collect()
}

/// The columns that the profile's file changes, and what of it is not used.
fn columns_told(sheet: &Sheet, profile: &ActiveProfile, language: Language) -> Vec<String> {
    let base = profile.extends.as_ref().and_then(|it| Profile::by_id(it));
    let Some(base) = base else { return Vec::new() };
    let title = |column: Column| match language {
        Language::Zh => column.info().zh,
        Language::En => column.info().en,
    };
    let mut lists: [Vec<&str>; 9] = Default::default();
    // Of a list of its own for which any list was the beginning, the others say nothing.
    let is_own_list = base.partial && !profile.partial;
    for line in base.columns.iter() {
        if !is_own_list && profile.column(line.column).is_none() {
            lists[0].push(title(line.column));
        }
    }
    for line in profile.columns.iter() {
        let list = match base.column(line.column) {
            None => 1,
            Some(before) if before.required == line.required => continue,
            Some(before) => 3 + usize::from(before.required),
        };
        lists[list].push(title(line.column));
    }
    for it in profile.locals.iter() {
        lists[1].push(&it.header);
    }
    for (header, column) in profile.headers.iter() {
        if let AnyColumn::Known(column) = column
            && find(header) != Header::Column(*column)
            && !lists[2].contains(&title(*column))
        {
            lists[2].push(title(*column));
        }
    }
    // Columns of its own and lists of its own are told already.
    let others = profile.demands.iter();
    for it in others.filter(|it| !matches!(it.what, What::List(_))) {
        if let AnyColumn::Known(column) = it.column
            && !lists[5].contains(&title(column))
        {
            lists[5].push(title(column));
        }
    }
    lists[6].extend(profile.unused.iter().map(|it| &**it));
    let has = |it| {
        let key = profile.key_of(it);
        sheet.columns.iter().any(|it| it.column == key)
    };
    if profile.partial && !base.partial {
        let wanted = base.columns.iter().filter(|it| it.required);
        let absent = wanted.filter(|it| !has(AnyColumn::Known(it.column)));
        lists[7].extend(absent.map(|it| title(it.column)));
    }
    lists[8].extend(unchecked(profile, has).map(|it| match it {
        AnyColumn::Known(column) => title(column),
        AnyColumn::Local(index) => &profile.locals[usize::from(index)].header,
    }));
    let mut told = Vec::new();
    for (list, (zh, en)) in lists.iter().zip(LISTS) {
        if !list.is_empty() {
            told.push(match language {
                Language::Zh => format!("{zh}：{}", list.join("、")),
                Language::En => format!("{en}: {}", list.join(", ")),
            });
        }
    }
    told
}

/// The columns of the sheet of which something is demanded that depends on a column it does not have.
fn unchecked(
    profile: &ActiveProfile,
    has: impl Fn(AnyColumn) -> bool,
) -> impl Iterator<Item = AnyColumn> {
    let demands = profile.demands.iter().filter(move |it| {
        let other = match &it.what {
            What::Compare { with, .. } => *with,
            What::Filled(Some(when)) => when.column,
            _ => return false,
        };
        has(it.column) && !has(other)
    });
    demands.map(|it| it.column)
}

/// How a title goes on with what to write.
const HINTS: [&str; 4] = ["，用", "，如", ", with", ", such as"];

/// What is told of columns, each with a list behind it.
const LISTS: [(&str, &str); 9] = [
    ("去掉的列", "Columns left out"),
    ("增加的列", "Columns added"),
    ("另有列名的列", "Columns with other headers too"),
    ("改为必填的列", "Columns that must be filled now"),
    ("改为选填的列", "Columns that may be blank now"),
    (
        "模板文件对内容另有要求的列",
        "Columns whose content the profile file has demands of",
    ),
    ("模板文件里没有用到的内容", "Not used of the profile file"),
    (
        "表里没有也不提示的必填列",
        "Required columns that may be absent",
    ),
    (
        "另一列不在表里，没有检查要求的列",
        "Columns whose demands are not checked, since the other column is absent",
    ),
];

fn value_told(parameter: &Parameter, value: &Scalar, language: Language) -> String {
    let text = match value {
        Scalar::Number(number) => number.to_string(),
        Scalar::Text(text) => text.clone(),
        Scalar::Said(said) => language.of(said).to_owned(),
    };
    let place = parameter.allowed.iter().position(|it| *it == text);
    match (place.and_then(|it| parameter.words.get(it)), language) {
        (Some((zh, _)), Language::Zh) => (*zh).to_owned(),
        (Some((_, en)), Language::En) => (*en).to_owned(),
        (None, _) if text.is_empty() => words(language).blank.to_owned(),
        (None, _) => text,
    }
}
