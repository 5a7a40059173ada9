//! What the rule pack says over the generated rosters, kept as a list of places, and the difference of
//! two such lists rule by rule: which findings appear and which vanish.
//!
//! The list is written and proved by a test of the product; here it is only put into words and compared,
//! so that it costs nothing. Rosters that were made anew have other places: of them the numbers alone are
//! compared, and that is said. No list holds a value of a cell.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::pack_diff::shown;

/// Where the list is kept.
pub const LIST: &str = "tests/golden/rule_pack.txt";
/// As many places as are told of one rule and direction.
const PLACES_MAX: usize = 6;

/// Places by rule, and in it by roster and level; a place may stand several times.
type Places = BTreeMap<String, BTreeMap<(String, String), Vec<String>>>;

/// A list as it is compared.
#[derive(Default)]
struct Pack {
    /// The checksum of each roster.
    rosters: BTreeMap<String, String>,
    places: Places,
}

/// The list of these reports (`rostercheck/report/1`), each with the name of its roster.
pub fn list_of(reports: &[(&str, Value)]) -> String {
    let mut text = String::new();
    let mut lines: Vec<String> = Vec::new();
    for (name, report) in reports {
        let files = items(&report["files"]);
        let sums = files
            .iter()
            .filter_map(|it| it["sha256"].as_str()?.get(..16));
        let sums: Vec<&str> = sums.collect();
        let _ = writeln!(text, "roster {name} {}", sums.join("-"));
        let mut places: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for finding in items(&report["findings"]) {
            let key = (shown(&finding["rule"]), shown(&finding["level"]));
            places.entry(key).or_default().push(place_of(finding));
        }
        for ((rule, level), mut places) in places {
            places.sort();
            lines.push(format!("{rule} {name} {level} {}", places.join(" ")));
        }
    }
    lines.sort();
    for line in lines {
        let _ = writeln!(text, "{line}");
    }
    text
}

/// File, cell, and of a range how many; without a space, so that a line can be cut at spaces.
fn place_of(finding: &Value) -> String {
    let (place, facts) = (&finding["place"], &finding["facts"]);
    let file = place["file"].as_str().unwrap_or_default();
    let mut text = match file.split_once('.') {
        Some(("roster", _)) | None => String::new(),
        Some((stem, _)) => format!("{stem}!"),
    };
    let row = || place["row"].as_u64().map(|it| format!("row-{it}"));
    let column = || place["column"].as_str().map(str::to_owned);
    let cell = place["cell"].as_str().map(str::to_owned);
    text += &cell
        .or_else(row)
        .or_else(column)
        .unwrap_or_else(|| "sheet".to_owned());
    if let Some(count) = facts["count"]
        .as_u64()
        .filter(|_| !facts["range"].is_null())
    {
        let _ = write!(text, "×{count}");
    }
    text
}

/// What the second list says otherwise than the first, rule by rule; nothing where they are the same.
pub fn difference(before: &str, after: &str) -> String {
    let (before, after) = (read(before), read(after));
    let is_other = |name: &&String| before.rosters.get(*name) != after.rosters.get(*name);
    let all = before.rosters.keys().chain(after.rosters.keys());
    let anew: BTreeSet<&String> = all.filter(is_other).collect();
    let mut text = String::new();
    let mut rules: BTreeSet<&String> = before.places.keys().collect();
    rules.extend(after.places.keys());
    for rule in rules {
        let nothing = BTreeMap::new();
        let of = |pack: &'_ Pack| pack.places.get(rule).unwrap_or(&nothing).clone();
        let _ = write!(text, "{}", of_rule(rule, &of(&before), &of(&after), &anew));
    }
    if !anew.is_empty() {
        let names: Vec<&str> = anew.iter().map(|it| it.as_str()).collect();
        let _ = writeln!(
            text,
            "Made anew, so that only the numbers are compared: {}.",
            names.join(", ")
        );
    }
    text
}

type OfRule = BTreeMap<(String, String), Vec<String>>;

fn of_rule(rule: &str, before: &OfRule, after: &OfRule, anew: &BTreeSet<&String>) -> String {
    let mut text = String::new();
    let (mut appeared, mut vanished) = (Vec::new(), Vec::new());
    let mut keys: BTreeSet<&(String, String)> = before.keys().collect();
    keys.extend(after.keys());
    for key in keys {
        let nothing = Vec::new();
        let (old, new) = (
            before.get(key).unwrap_or(&nothing),
            after.get(key).unwrap_or(&nothing),
        );
        let (roster, level) = key;
        if anew.contains(roster) {
            if old.len() != new.len() {
                let _ = writeln!(text, "  {roster} [{level}]  {} → {}", old.len(), new.len());
            }
            continue;
        }
        let tell = |it: &String| format!("{roster} {it} [{level}]");
        appeared.extend(more(new, old).iter().map(tell));
        vanished.extend(more(old, new).iter().map(tell));
    }
    for (sign, places) in [('+', &appeared), ('−', &vanished)] {
        for place in places.iter().take(PLACES_MAX) {
            let _ = writeln!(text, "  {sign} {place}");
        }
        if places.len() > PLACES_MAX {
            let _ = writeln!(text, "  {sign} … and {} more", places.len() - PLACES_MAX);
        }
    }
    if text.is_empty() {
        return text;
    }
    let count = |it: &OfRule| it.values().map(Vec::len).sum::<usize>();
    format!(
        "{rule}  {} → {}  +{} −{}\n{text}",
        count(before),
        count(after),
        appeared.len(),
        vanished.len()
    )
}

/// What stands in `here` and not, or less often, in `there`.
fn more(here: &[String], there: &[String]) -> Vec<String> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for place in there {
        *left.entry(place).or_default() += 1;
    }
    let is_new = |place: &&String| match left.get_mut(place.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    here.iter().filter(is_new).cloned().collect()
}

fn read(text: &str) -> Pack {
    let mut pack = Pack::default();
    for line in text.lines() {
        let mut words = line.split(' ').map(str::to_owned);
        let (Some(first), Some(second), Some(third)) = (words.next(), words.next(), words.next())
        else {
            continue;
        };
        if first == "roster" {
            pack.rosters.insert(second, third);
        } else {
            let of_rule = pack.places.entry(first).or_default();
            of_rule.insert((second, third), words.collect());
        }
    }
    pack
}

/// Prints what the list says otherwise than when it was last committed; where it says the same, what the
/// last commit changed in it. Deliberately never fails: the test proves the list, and this tells of it.
#[allow(clippy::print_stdout, reason = "the difference is the result")]
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let now = crate::read_text(&root.join(LIST))?;
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .current_dir(root)
            .args(arguments)
            .output();
        let output = output.ok().filter(|it| it.status.success())?;
        String::from_utf8(output.stdout).ok()
    };
    let Some(committed) = git(&["show", &format!("HEAD:{LIST}")]) else {
        println!("The rule pack over the generated rosters: no earlier list to compare with.");
        return Ok(());
    };
    if committed != now {
        println!("The rule pack over the generated rosters, since the last commit:");
        print!("{}", difference(&committed, &now));
        return Ok(());
    }
    println!("The rule pack over the generated rosters is as it was committed.");
    let last = git(&["log", "-1", "--format=%h %s", "--", LIST]).unwrap_or_default();
    let Some((commit, subject)) = last.trim().split_once(' ') else {
        return Ok(());
    };
    if let Some(before) = git(&["show", &format!("{commit}~1:{LIST}")]) {
        println!("What last changed in it ({commit} {subject}):");
        print!("{}", difference(&before, &now));
    }
    Ok(())
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(sum: &str, findings: &[(&str, &str, &str)]) -> Value {
        let findings: Vec<Value> = findings
            .iter()
            .map(|(rule, level, cell)| {
                let place = serde_json::json!({"file": "roster.csv", "cell": cell});
                serde_json::json!({"rule": rule, "level": level, "place": place, "facts": {}})
            })
            .collect();
        serde_json::json!({"files": [{"sha256": format!("{sum}23456789abcdef01")}], "findings": findings})
    }

    fn list(sum: &str, findings: &[(&str, &str, &str)]) -> String {
        list_of(&[("plain", report(sum, findings))])
    }

    #[test]
    fn a_list_has_one_line_a_rule_roster_and_level() {
        let text = list("a", &[("R2001", "info", "B3"), ("R2001", "info", "B2")]);
        assert_eq!(
            text,
            "roster plain a23456789abcdef0\nR2001 plain info B2 B3\n"
        );
    }

    #[test]
    fn what_appears_and_what_vanishes_is_told_by_rule() {
        let old = list("a", &[("R1003", "error", "F2"), ("R2001", "info", "B2")]);
        let new = list("a", &[("R1003", "error", "F2"), ("R2001", "warning", "B2")]);
        assert_eq!(
            difference(&old, &new),
            "R2001  1 → 1  +1 −1\n  + plain B2 [warning]\n  − plain B2 [info]\n"
        );
        assert_eq!(difference(&new, &new), "");
    }

    #[test]
    fn of_rosters_made_anew_the_numbers_are_compared() {
        let old = list("a", &[("R1003", "error", "F2"), ("R2001", "info", "B2")]);
        let new = list(
            "b",
            &[
                ("R1003", "error", "F7"),
                ("R1003", "error", "F9"),
                ("R2001", "info", "B4"),
            ],
        );
        assert_eq!(
            difference(&old, &new),
            "R1003  1 → 2  +0 −0\n  plain [error]  1 → 2\n\
             Made anew, so that only the numbers are compared: plain.\n"
        );
    }
}
