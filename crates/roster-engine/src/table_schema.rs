//! A profile as a Frictionless Table Schema, for other programs that check tables. What a schema
//! cannot say is left out, and its description says so; `rostercheck:key` keeps which column a field is.

use std::borrow::Cow;

use roster_model::{Level, Said};
use roster_rules::{ActiveProfile, Demand, Measure, What};
use roster_standard::{AnyColumn, Kind, LocalKind, Setting, header};
use serde::Serialize;

use crate::options::profiles::WantedProfile;
use crate::template::{choices, lines};

#[derive(Serialize)]
struct Schema<'p> {
    #[serde(rename = "$schema")]
    form: &'static str,
    name: &'p str,
    title: &'p str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'p str,
    version: &'p str,
    #[serde(rename = "fieldsMatch", skip_serializing_if = "Option::is_none")]
    fields_match: Option<&'static str>,
    fields: Vec<Field<'p>>,
    #[serde(rename = "missingValues")]
    missing_values: Vec<&'p str>,
}

#[derive(Serialize)]
struct Field<'p> {
    name: &'p str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    #[serde(rename = "rostercheck:key")]
    key: Cow<'static, str>,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints<'p>,
}

#[derive(Serialize, Default, PartialEq)]
#[serde(rename_all = "camelCase")]
struct Constraints<'p> {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unique: bool,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    list: Vec<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<i64>,
}

/// A profile as a Table Schema in JSON, and what of it is not in there;
/// nothing where all is.
pub fn table_schema(profile: WantedProfile<'_>) -> Result<(String, Said), Said> {
    let profile = profile.read()?;
    let left_out = left_out(&profile);
    let fields = lines(&profile).into_iter().map(|line| {
        let (kind, format) = kind_of(line.column, &profile);
        Field {
            name: line.header,
            kind,
            format,
            key: profile.key_of(line.column),
            constraints: Constraints {
                required: line.required,
                list: choices(&line, &profile),
                ..constraints(line.column, &profile)
            },
        }
    });
    let schema = Schema {
        form: "https://datapackage.org/profiles/2.0/tableschema.json",
        name: &profile.id,
        title: &profile.zh,
        description: &left_out.zh,
        version: &profile.version,
        fields_match: profile.partial.then_some("partial"),
        fields: fields.collect(),
        missing_values: std::iter::once("")
            .chain(profile.missing.iter().map(|it| &**it))
            .collect(),
    };
    // Texts and numbers can always be written.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
    Ok((text, left_out))
}

/// The sentence that says what of a profile a schema cannot say.
fn left_out(profile: &ActiveProfile) -> Said {
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut add = |is_there: bool, zh: &str, en: &str| {
        if is_there {
            parts.push((zh.to_owned(), en.to_owned()));
        }
    };
    // Dates are in the form of their fields.
    let names = profile.defaults.iter().map(|it| &*it.0);
    let names: Vec<&str> = names.filter(|it| *it != "date_form").collect();
    let names = names.join("、");
    let (zh, en) = (
        format!("参数（{names}）"),
        format!("the parameters {names}"),
    );
    add(!names.is_empty(), &zh, &en);
    let demands = || profile.demands.iter();
    let has = |is: fn(&What) -> bool| demands().any(|it| is(&it.what));
    add(!profile.levels.is_empty(), "规则的级别", "levels of rules");
    add(
        has(|it| matches!(it, What::Compare { .. })),
        "两列的比较",
        "comparisons of columns",
    );
    add(
        has(|it| matches!(it, What::Filled(Some(_)))),
        "有条件的必填",
        "what is required under a condition",
    );
    add(
        demands().any(|it| it.level != Level::Error || !it.hint.zh.is_empty()),
        "各列的级别和提示",
        "levels and hints of columns",
    );
    let is_own = |key: &str| {
        profile
            .locals
            .iter()
            .any(|it| header::key(&it.header) == key)
            || profile
                .columns
                .iter()
                .any(|it| header::key(&it.header) == key)
    };
    add(
        profile.headers.iter().any(|it| !is_own(&it.0)),
        "列名的其他写法",
        "other headers of columns",
    );
    if parts.is_empty() {
        return Said::default();
    }
    let (zh, en): (Vec<String>, Vec<String>) = parts.into_iter().unzip();
    Said {
        zh: format!("这里写不下模板的这些内容：{}。", zh.join("、")),
        en: format!(
            "A Table Schema cannot say these parts of the profile: {}.",
            en.join("; ")
        ),
    }
}

impl Constraints<'_> {
    fn is_empty(&self) -> bool {
        *self == Constraints::default()
    }
}

fn kind_of(column: AnyColumn, profile: &ActiveProfile) -> (&'static str, Option<String>) {
    let kind = match column {
        AnyColumn::Known(known) => match known.info().kind {
            Kind::Number => LocalKind::Number,
            Kind::Date => LocalKind::Date,
            _ => LocalKind::Text,
        },
        AnyColumn::Local(index) => profile.locals[usize::from(index)].kind,
    };
    match kind {
        LocalKind::Number => ("number", None),
        LocalKind::Date => ("date", Some(date_format(profile))),
        // The schema's own months have a hyphen, those of a roster none.
        LocalKind::Text | LocalKind::Month => ("string", None),
    }
}

/// `YYYYMMDD` as `%Y%m%d`.
fn date_format(profile: &ActiveProfile) -> String {
    let form = match profile.setting("date_form") {
        Some(Setting::Text(form)) => form.as_ref(),
        _ => "YYYYMMDD",
    };
    form.replace("YYYY", "%Y")
        .replace("MM", "%m")
        .replace("DD", "%d")
}

fn constraints(column: AnyColumn, profile: &ActiveProfile) -> Constraints<'_> {
    let mut constraints = Constraints::default();
    let here = |it: &&Demand| it.column == column;
    for demand in profile.demands.iter().filter(here) {
        match &demand.what {
            What::Once => constraints.unique = true,
            What::Pattern(pattern) => constraints.pattern = Some(pattern.source()),
            What::Range {
                measure: Measure::Length,
                least,
                most,
            } => {
                let length = |it: &roster_rules::Bound| i64::try_from(it.value).ok();
                constraints.min_length = least.as_ref().and_then(length);
                constraints.max_length = most.as_ref().and_then(length);
            }
            What::Range { least, most, .. } => {
                constraints.minimum = least.as_ref().map(|it| it.text.as_str());
                constraints.maximum = most.as_ref().map(|it| it.text.as_str());
            }
            What::List(_) | What::Kind(_) | What::Compare { .. } | What::Filled(_) => {}
        }
    }
    constraints
}
