//! Two reports over the same files, made by two versions of the product: which findings appear and
//! which vanish, rule by rule.
//!
//! A finding is the same when rule, level and place are the same, and for one that stands for a whole
//! range also its count. Words are not compared. Only places are printed, never a value of a cell.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

/// How many places are told of each rule and direction.
const PLACES_MAX: usize = 5;

/// The findings of one rule by what makes them the same, with how often each stands.
type Found = BTreeMap<String, BTreeMap<String, u64>>;

/// Prints the difference: `pack-diff OLD NEW`.
#[allow(clippy::print_stdout, reason = "the difference is the result")]
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [old, new] = arguments else {
        return Err("Write `pack-diff OLD.json NEW.json`.".to_owned());
    };
    print!("{}", difference(&read(old)?, &read(new)?)?);
    Ok(())
}

fn read(path: &str) -> Result<Value, String> {
    serde_json::from_str(&crate::read_text(Path::new(path))?)
        .map_err(|error| format!("{path} is no JSON report: {error}."))
}

fn difference(old: &Value, new: &Value) -> Result<String, String> {
    let sums = |it: &Value| -> Vec<Value> {
        let files = it["files"].as_array().into_iter().flatten();
        files.map(|file| file["sha256"].clone()).collect()
    };
    let mut text = String::new();
    if sums(old) != sums(new) {
        text.push_str("The two reports are not about the same files.\n");
    }
    let _ = writeln!(
        text,
        "rule pack {} → {}",
        shown(&old["tool"]["rules"]),
        shown(&new["tool"]["rules"])
    );
    let (before, after) = (found(old)?, found(new)?);
    let mut rules: Vec<&String> = before.keys().chain(after.keys()).collect();
    rules.sort();
    rules.dedup();
    let nothing = BTreeMap::new();
    let mut changed = 0;
    for rule in rules {
        let (before, after) = (
            before.get(rule).unwrap_or(&nothing),
            after.get(rule).unwrap_or(&nothing),
        );
        let (appeared, vanished) = (more(after, before), more(before, after));
        if appeared.is_empty() && vanished.is_empty() {
            continue;
        }
        changed += 1;
        let count = |it: &BTreeMap<String, u64>| it.values().sum::<u64>();
        let sum = |it: &[(&str, u64)]| it.iter().map(|it| it.1).sum::<u64>();
        let _ = writeln!(
            text,
            "{rule}  {} → {}  +{} −{}",
            count(before),
            count(after),
            sum(&appeared),
            sum(&vanished)
        );
        tell(&mut text, '+', &appeared);
        tell(&mut text, '−', &vanished);
    }
    if changed == 0 {
        text.push_str("No finding appears and none vanishes.\n");
    }
    Ok(text)
}

/// What stands more often in `here` than in `there`, and by how much.
fn more<'f>(here: &'f BTreeMap<String, u64>, there: &BTreeMap<String, u64>) -> Vec<(&'f str, u64)> {
    let surplus = here.iter().map(|(key, count)| {
        let other = there.get(key).copied().unwrap_or(0);
        (key.as_str(), count.saturating_sub(other))
    });
    surplus.filter(|it| it.1 > 0).collect()
}

fn tell(text: &mut String, sign: char, places: &[(&str, u64)]) {
    for (place, _) in places.iter().take(PLACES_MAX) {
        let _ = writeln!(text, "  {sign} {place}");
    }
    if places.len() > PLACES_MAX {
        let _ = writeln!(text, "  {sign} … and {} more", places.len() - PLACES_MAX);
    }
}

fn found(report: &Value) -> Result<Found, String> {
    let findings = report["findings"]
        .as_array()
        .ok_or("A report has the list `findings`; one of the two has none.")?;
    let mut found = Found::new();
    for finding in findings {
        let rule = shown(&finding["rule"]);
        let of_rule = found.entry(rule).or_default();
        *of_rule.entry(place_of(finding)).or_default() += 1;
    }
    Ok(found)
}

/// The place, the level and, for a whole range, its count, in words.
fn place_of(finding: &Value) -> String {
    let place = &finding["place"];
    let mut words: Vec<String> = ["file", "sheet", "cell"]
        .iter()
        .filter_map(|key| place[key].as_str().map(str::to_owned))
        .collect();
    if place["cell"].is_null()
        && let Some(row) = place["row"].as_u64()
    {
        words.push(format!("row {row}"));
    }
    if place["cell"].is_null()
        && let Some(column) = place["column"].as_str()
    {
        words.push(column.to_owned());
    }
    for name in ["range", "count"] {
        let fact = &finding["facts"][name];
        if !fact.is_null() {
            words.push(format!("{name} {}", shown(fact)));
        }
    }
    words.push(format!("[{}]", shown(&finding["level"])));
    words.join(" ")
}

/// A text without its quotes, anything else as JSON.
pub(crate) fn shown(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(pack: &str, findings: &[(&str, &str, &str)]) -> Value {
        let findings: Vec<Value> = findings
            .iter()
            .map(|(rule, level, cell)| {
                let place = serde_json::json!({"file": "a.xlsx", "sheet": "一班", "cell": cell});
                serde_json::json!({"rule": rule, "level": level, "place": place, "facts": {}})
            })
            .collect();
        let tool = serde_json::json!({"rules": pack});
        serde_json::json!({"tool": tool, "files": [{"sha256": "0"}], "findings": findings})
    }

    #[test]
    fn what_appears_and_what_vanishes_is_told_by_rule() {
        let old = report(
            "2026.11",
            &[
                ("R1003", "error", "F2"),
                ("R2001", "info", "B2"),
                ("R2001", "info", "B3"),
            ],
        );
        let new = report(
            "2027.02",
            &[
                ("R1003", "error", "F2"),
                ("R1003", "error", "F3"),
                ("R2001", "warning", "B2"),
            ],
        );
        assert_eq!(
            difference(&old, &new).unwrap(),
            "rule pack 2026.11 → 2027.02\n\
             R1003  1 → 2  +1 −0\n  + a.xlsx 一班 F3 [error]\n\
             R2001  2 → 1  +1 −2\n  + a.xlsx 一班 B2 [warning]\n  \
             − a.xlsx 一班 B2 [info]\n  − a.xlsx 一班 B3 [info]\n"
        );
    }

    #[test]
    fn equal_reports_say_so_and_many_places_are_cut() {
        let many: Vec<String> = (2..20).map(|row| format!("F{row}")).collect();
        let findings: Vec<_> = many
            .iter()
            .map(|it| ("R1003", "error", it.as_str()))
            .collect();
        let (none, all) = (report("1", &[]), report("1", &findings));
        assert!(
            difference(&all, &all)
                .unwrap()
                .contains("No finding appears")
        );
        let text = difference(&none, &all).unwrap();
        assert!(text.contains("R1003  0 → 18  +18 −0"));
        assert!(text.contains("… and 13 more"), "{text}");
        assert!(difference(&all, &Value::Null).is_err());
    }
}
