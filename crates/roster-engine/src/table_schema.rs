//! A profile as a Frictionless Table Schema, for other programs that check tables. What a schema
//! cannot say is left out, and its description says so; `rostercheck:key` keeps which column a field is.

use std::borrow::Cow;

use roster_model::{Level, Said};
use roster_rules::{ActiveProfile, Bound, Demand, Measure, What, kind_of as kind_in};
use roster_standard::{AnyColumn, LocalKind, Setting, header};
use roster_values::date::read_date;
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
    pattern: Option<Cow<'p, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<Cow<'p, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<Cow<'p, str>>,
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
                // Other programs want a required field to be there, and any list may lack columns.
                required: line.required && !profile.partial,
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
    add(
        profile.partial && lines(profile).iter().any(|it| it.required),
        "哪些列必填",
        "which columns are required",
    );
    let demands = || profile.demands.iter();
    add(
        has_months(profile),
        "年月的写法和范围",
        "the form and the ranges of months",
    );
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
    add(
        has_other_headers(profile),
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

/// Whether columns have other headers than their own.
fn has_other_headers(profile: &ActiveProfile) -> bool {
    let locals = profile.locals.iter().map(|it| header::key(&it.header));
    let columns = profile.columns.iter().map(|it| header::key(&it.header));
    let own: Vec<String> = locals.chain(columns).collect();
    profile.headers.iter().any(|it| !own.contains(&it.0))
}

impl Constraints<'_> {
    fn is_empty(&self) -> bool {
        *self == Constraints::default()
    }
}

fn kind_of(column: AnyColumn, profile: &ActiveProfile) -> (&'static str, Option<String>) {
    match kind_in(column, profile) {
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

/// Whether months are in the profile that a schema says less of.
fn has_months(profile: &ActiveProfile) -> bool {
    let mut demands = profile.demands.iter();
    let is_month = |it| kind_in(it, profile) == LocalKind::Month;
    profile.locals.iter().any(|it| it.kind == LocalKind::Month)
        || demands.any(|it| is_month(it.column) && is_range(&it.what))
}

/// Whether a demand is for values between two others.
fn is_range(what: &What) -> bool {
    matches!(
        what,
        What::Range {
            measure: Measure::Value(_),
            ..
        }
    )
}

/// The end of a range as its field is written: a date in the form of the field.
fn end(bound: &Bound, kind: LocalKind, profile: &ActiveProfile) -> String {
    match read_date(&bound.text).date() {
        Some(day) if kind == LocalKind::Date => {
            let iso = day.iso();
            let (year, rest) = iso.split_at(4);
            date_format(profile)
                .replace("%Y", year)
                .replace("%m", &rest[1..3])
                .replace("%d", &rest[4..])
        }
        _ => bound.text.clone(),
    }
}

/// The Chinese characters that `\p{Han}` stands for, as every kind of regular expression takes them.
const HAN: &str = "〇㐀-䶿一-鿿\u{20000}-\u{33479}";

/// A pattern without `\p{Han}`, which other programs do not know.
fn without_classes(pattern: &str) -> Cow<'_, str> {
    const CLASSES: [&str; 4] = ["\\p{Han}", "\\p{Script=Han}", "\\p{sc=Han}", "\\p{IsHan}"];
    let mut written = String::new();
    let mut rest = pattern;
    let mut is_in_brackets = false;
    while let Some(first) = rest.chars().next() {
        let class = CLASSES.iter().find(|it| rest.starts_with(**it));
        let taken = match (class, first) {
            (Some(class), _) => class.len(),
            (None, '\\') => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            (None, it) => it.len_utf8(),
        };
        match (class, first) {
            (Some(_), _) if is_in_brackets => written += HAN,
            (Some(_), _) => written += &format!("[{HAN}]"),
            (None, _) => written += &rest[..taken],
        }
        if class.is_none() {
            is_in_brackets = match first {
                '[' => true,
                ']' => false,
                _ => is_in_brackets,
            };
        }
        rest = &rest[taken..];
    }
    Cow::Owned(written)
}

fn constraints(column: AnyColumn, profile: &ActiveProfile) -> Constraints<'_> {
    let kind = kind_in(column, profile);
    let mut constraints = Constraints::default();
    let here = |it: &&Demand| it.column == column;
    for demand in profile.demands.iter().filter(here) {
        match &demand.what {
            What::Once => constraints.unique = true,
            What::Pattern(pattern) => constraints.pattern = Some(without_classes(pattern.source())),
            What::Range {
                measure: Measure::Length,
                least,
                most,
            } => {
                let length = |it: &Bound| i64::try_from(it.value).ok();
                constraints.min_length = least.as_ref().and_then(length);
                constraints.max_length = most.as_ref().and_then(length);
            }
            // A text has no order, which months are here.
            What::Range { .. } if kind == LocalKind::Month => {}
            What::Range { least, most, .. } => {
                let end = |it: &Bound| Cow::Owned(end(it, kind, profile));
                constraints.minimum = least.as_ref().map(end);
                constraints.maximum = most.as_ref().map(end);
            }
            What::List(_) | What::Kind(_) | What::Compare { .. } | What::Filled(_) => {}
        }
    }
    constraints
}
