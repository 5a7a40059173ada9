//! How well pairs are found: a generated roster of pairs, what the product says about it, and the
//! counts of both by kind.
//!
//! A pair is found when one group holds both rows; the verdict is that of the best such group. A set that
//! the receiving system flags is certain when certain groups join its rows: two that share a row do, for
//! the rows of a set may have a number in common and others a name and a date. A link is wrong when the truth has the two rows neither as one pupil nor as something that the
//! receiving system flags. Deliberately no limit here: what must hold stands in `demands`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use roster_engine::wire::CheckOptions;
use roster_engine::{Describe, Options, Session, Values};
use serde_json::Value;
use xtask::roster::pairs::PairPlan;

/// The verdicts from the strongest to the weakest, then nothing.
pub(crate) const VERDICTS: [&str; 5] = ["certain", "likely", "review", "hint", "missed"];
const MISSED: usize = 4;

/// The pairs of one kind.
#[derive(Debug)]
pub(crate) struct KindScore {
    pub(crate) name: String,
    /// Whether the two rows are one pupil.
    pub(crate) same: bool,
    pub(crate) pairs: usize,
    /// Pairs that the receiving system flags: all of the kind, or by the chance of a third row.
    pub(crate) flagged: usize,
    /// Pairs by verdict, in the order of [`VERDICTS`].
    pub(crate) found: [usize; 5],
    /// Found pairs whose group has a case that fits.
    case_fits: usize,
    /// Found pairs with the right proposals, and those for which the truth knows them.
    pub(crate) handled: (usize, usize),
    /// The weight of the link of each found pair, in tenths of a bit.
    bits: Vec<i64>,
}

/// Links of one pattern of evidence that are right, and wrong.
type Pattern = (String, usize, usize);

#[derive(Debug)]
pub(crate) struct Score {
    pub(crate) kinds: Vec<KindScore>,
    /// Right and wrong links by verdict.
    pub(crate) links: [(usize, usize); 4],
    /// Sets of rows that the receiving system takes for one pupil, and those told as certain.
    pub(crate) system: (usize, usize),
    /// Certain links that the receiving system does not see.
    pub(crate) wrongly_certain: Vec<String>,
    patterns: Vec<Pattern>,
    /// The least weight at which so many of the links are right, if there is one.
    weight_098: Option<i64>,
}

/// A link as the report has it.
struct Reported {
    rows: (u64, u64),
    verdict: usize,
    bits: i64,
    pattern: String,
}

struct Told {
    rows: Vec<u64>,
    handling: Vec<&'static str>,
    case: &'static str,
    verdict: usize,
}

/// Makes the roster, has it checked, counts.
pub(crate) fn score(plan: &PairPlan) -> Result<Score, String> {
    let roster = plan.make()?;
    let truth: Value = serde_json::from_str(&roster.truth).map_err(|it| it.to_string())?;
    let given = CheckOptions {
        today: "2026-11-21".to_owned(),
        ..CheckOptions::default()
    };
    let options = Options::understand(&given).map_err(|said| said.en)?;
    let mut session = Session::new(options);
    session.open(&roster.name, &roster.bytes, &mut |_| {});
    session.check(&mut |_| {});
    let (told, links) = reported(&session);
    Ok(count(&truth, &told, &links))
}

fn reported(session: &Session) -> (Vec<Told>, Vec<Reported>) {
    let describe = Describe {
        session,
        values: Values::Masked,
    };
    let (mut told, mut links) = (Vec::new(), Vec::new());
    for group in describe.groups() {
        let verdict = VERDICTS
            .iter()
            .position(|it| *it == group.verdict)
            .unwrap_or(MISSED);
        let rows: Vec<u64> = group.members.iter().map(|it| it.row.into()).collect();
        for link in &group.links {
            let agreement = |column: &str| {
                let found = link.evidence.iter().find(|it| it.column == column);
                found.map_or("-", |it| it.kind)
            };
            let (a, b) = (rows[link.a], rows[link.b]);
            let tenths: f64 = link.evidence.iter().map(|it| it.bits * 10.0).sum();
            links.push(Reported {
                rows: (a.min(b), a.max(b)),
                verdict,
                bits: tenths.round() as i64,
                pattern: ["name", "birth_date", "id_number", "sex"]
                    .map(agreement)
                    .join(" "),
            });
        }
        told.push(Told {
            rows,
            handling: group.members.iter().map(|it| it.handling).collect(),
            case: group.case,
            verdict,
        });
    }
    (told, links)
}

fn count(truth: &Value, told: &[Told], links: &[Reported]) -> Score {
    let mut groups_of: BTreeMap<u64, Vec<&Told>> = BTreeMap::new();
    for group in told {
        for &row in &group.rows {
            groups_of.entry(row).or_default().push(group);
        }
    }
    let weights: BTreeMap<(u64, u64), i64> = links.iter().map(|it| (it.rows, it.bits)).collect();
    let system: Vec<Vec<u64>> = list(&truth["system"]).iter().map(rows_of).collect();
    let system_pairs: BTreeSet<(u64, u64)> = system.iter().flat_map(|it| pairs_of(it)).collect();
    let mut same_pairs = BTreeSet::new();
    let mut excused = BTreeSet::new();
    let mut kinds: Vec<KindScore> = Vec::new();
    for pair in list(&truth["pairs"]) {
        let name = format!("{} {}", text(&pair["kind"]), text(&pair["ids"]));
        let (right, wrong) = (number(&pair["right"]), number(&pair["wrong"]));
        let rows = (right.min(wrong), right.max(wrong));
        let is_same = pair["same"] == true;
        if is_same {
            same_pairs.insert(rows);
        }
        // A number that cannot be read may count as none.
        if list(&pair["cases"]).iter().any(|it| it == "G") {
            excused.insert(rows);
        }
        if kinds.last().is_none_or(|it| it.name != name) {
            kinds.push(KindScore::new(name, is_same));
        }
        let Some(kind) = kinds.last_mut() else {
            continue;
        };
        kind.pairs += 1;
        kind.flagged += usize::from(system_pairs.contains(&rows));
        let with_both = groups_of.get(&right).into_iter().flatten();
        let with_both = with_both.filter(|it| it.rows.contains(&wrong));
        let best = with_both.min_by_key(|it| it.verdict);
        kind.found[best.map_or(MISSED, |it| it.verdict)] += 1;
        if let Some(group) = best {
            kind.look_at(group, pair, right, wrong);
            kind.bits.extend(weights.get(&rows));
        }
    }
    let mut score = Score {
        kinds,
        links: [(0, 0); 4],
        system: (system.len(), 0),
        wrongly_certain: Vec::new(),
        patterns: Vec::new(),
        weight_098: None,
    };
    let is_certain = |set: &Vec<u64>| {
        let mut joined = vec![set[0]];
        let mut next = 0;
        while let Some(row) = joined.get(next) {
            let groups = groups_of.get(row).into_iter().flatten();
            for &other in groups.filter(|it| it.verdict == 0).flat_map(|it| &it.rows) {
                if !joined.contains(&other) {
                    joined.push(other);
                }
            }
            next += 1;
        }
        set.iter().all(|row| joined.contains(row))
    };
    score.system.1 = system.iter().filter(|it| is_certain(it)).count();
    score.count_links(links, &same_pairs, &system_pairs, &excused);
    score
}

impl KindScore {
    fn new(name: String, same: bool) -> Self {
        Self {
            name,
            same,
            pairs: 0,
            flagged: 0,
            found: [0; 5],
            case_fits: 0,
            handled: (0, 0),
            bits: Vec::new(),
        }
    }

    fn look_at(&mut self, group: &Told, pair: &Value, right: u64, wrong: u64) {
        let fits = list(&pair["cases"]).iter().any(|it| text(it) == group.case);
        self.case_fits += usize::from(fits);
        // Between two schools there is more than one right answer.
        if group.case == "I" {
            return;
        }
        let wanted: Vec<&str> = list(&pair["handling"]).iter().map(text).collect();
        if let [first, second] = wanted[..] {
            let of_row = |row: u64| {
                let at = group.rows.iter().position(|it| *it == row);
                at.map_or("", |at| group.handling[at])
            };
            let is = (of_row(right), of_row(wrong));
            let may_be_turned = second == "delete" && is == (second, first);
            self.handled.0 += usize::from(is == (first, second) || may_be_turned);
            self.handled.1 += 1;
        }
    }

    /// Whether the receiving system flags every pair of the kind.
    pub(crate) fn is_system(&self) -> bool {
        self.flagged == self.pairs
    }

    /// Share of the pairs with this verdict or a stronger one.
    pub(crate) fn recall(&self, verdict: usize) -> f64 {
        share(self.found[..=verdict].iter().sum(), self.pairs)
    }
}

impl Score {
    fn count_links(
        &mut self,
        links: &[Reported],
        same: &BTreeSet<(u64, u64)>,
        system: &BTreeSet<(u64, u64)>,
        excused: &BTreeSet<(u64, u64)>,
    ) {
        let mut patterns: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let mut by_weight: Vec<(i64, bool)> = Vec::new();
        for link in links.iter().filter(|it| it.verdict < MISSED) {
            let (is_same, is_system) = (same.contains(&link.rows), system.contains(&link.rows));
            if link.verdict == 0 && !is_system && !(is_same && excused.contains(&link.rows)) {
                let (a, b) = link.rows;
                self.wrongly_certain
                    .push(format!("rows {a} and {b}: {}", link.pattern));
            }
            // What the system flags has to be told, one pupil or not.
            if is_system && !is_same {
                continue;
            }
            let counts = &mut self.links[link.verdict];
            let pattern = patterns.entry(&link.pattern).or_default();
            if is_same {
                counts.0 += 1;
                pattern.0 += 1;
            } else {
                counts.1 += 1;
                pattern.1 += 1;
            }
            if link.verdict > 0 {
                by_weight.push((link.bits, is_same));
            }
        }
        self.patterns = patterns
            .iter()
            .map(|(it, n)| ((*it).to_owned(), n.0, n.1))
            .collect();
        self.patterns
            .sort_by_key(|it| (std::cmp::Reverse(it.2), it.0.clone()));
        by_weight.sort_by_key(|it| std::cmp::Reverse(it.0));
        let (mut right, mut all) = (0, 0);
        for run in by_weight.chunk_by(|a, b| a.0 == b.0) {
            right += run.iter().filter(|it| it.1).count();
            all += run.len();
            if share(right, all) >= 0.98 {
                self.weight_098 = run.first().map(|it| it.0);
            }
        }
    }

    /// Share of right links among those with this verdict or a stronger one, the certain ones aside.
    pub(crate) fn precision(&self, verdict: usize) -> f64 {
        let links = self.links.get(1..=verdict).unwrap_or_default();
        let right: usize = links.iter().map(|it| it.0).sum();
        let wrong: usize = links.iter().map(|it| it.1).sum();
        share(right, right + wrong)
    }

    /// Everything, as a table for people.
    pub(crate) fn report(&self) -> String {
        let mut text = format!("{:34}{:>6}", "kind and numbers", "pairs");
        for verdict in VERDICTS {
            let _ = write!(text, "{verdict:>9}");
        }
        let _ = writeln!(text, "{:>8}{:>8}{:>10}", "case", "handl.", "at 0.98");
        for kind in &self.kinds {
            let mark = match (kind.same, kind.is_system()) {
                (true, true) => "=*",
                (true, false) => "= ",
                (false, true) => "≠*",
                (false, false) => "≠ ",
            };
            let _ = write!(text, "{mark} {:31}{:>6}", kind.name, kind.pairs);
            for count in kind.found {
                let _ = write!(text, "{count:>9}");
            }
            let found = kind.pairs - kind.found[MISSED];
            let _ = write!(text, "{:>8}", percent(kind.case_fits, found));
            let _ = write!(text, "{:>8}", percent(kind.handled.0, kind.handled.1));
            let least = self.weight_098.unwrap_or(i64::MAX);
            let sure = kind.found[0] + kind.bits.iter().filter(|it| **it >= least).count();
            let _ = writeln!(text, "{:>10}", percent(sure.min(found), kind.pairs));
        }
        let _ = writeln!(
            text,
            "\n= one pupil, ≠ two; * the receiving system flags it; at 0.98: recall"
        );
        let _ = writeln!(
            text,
            "with the least weight at which 98 of 100 links are right: {:?} tenths",
            self.weight_098
        );
        let _ = writeln!(
            text,
            "\nflagged by the system: {} sets, certain: {}; certain and not flagged: {}",
            self.system.0,
            self.system.1,
            self.wrongly_certain.len()
        );
        for (verdict, (right, wrong)) in VERDICTS.iter().zip(self.links) {
            let _ = writeln!(text, "links {verdict:8} right {right:>6} wrong {wrong:>6}");
        }
        let _ = writeln!(
            text,
            "\nwrong links by name, date, number, sex (right ones beside):"
        );
        for (pattern, right, wrong) in self.patterns.iter().filter(|it| it.2 > 0).take(20) {
            let _ = writeln!(text, "{wrong:>6} {right:>6}  {pattern}");
        }
        text
    }
}

fn rows_of(set: &Value) -> Vec<u64> {
    list(set).iter().map(number).collect()
}

/// Every two rows of a set, in order.
fn pairs_of(set: &[u64]) -> Vec<(u64, u64)> {
    let after = |at: usize| set.iter().skip(at + 1);
    let pairs = set
        .iter()
        .enumerate()
        .flat_map(|(at, a)| after(at).map(move |b| (*a.min(b), *a.max(b))));
    pairs.collect()
}

fn share(part: usize, all: usize) -> f64 {
    if all == 0 {
        1.0
    } else {
        part as f64 / all as f64
    }
}

fn percent(part: usize, all: usize) -> String {
    if all == 0 {
        "-".to_owned()
    } else {
        format!("{:.1}%", share(part, all) * 100.0)
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}
