//! What the search for duplicates must reach over rosters of pairs. The figures only ever rise.

use super::score::{KindScore, Score, VERDICTS};

/// Sets of rows that the receiving system flags: all of them certain, and nothing else.
const SYSTEM_RECALL: f64 = 1.0;
const SYSTEM_WRONG: usize = 0;
/// One pupil in two rows that no key makes equal, told as `review` or stronger: of every kind.
const FUZZY_RECALL: f64 = 0.98;
/// What no program can tell from twins or a remark, and how much of it is found all the same: a character
/// that looks alike and is in no list, another name; each with one number missing.
const HARDER: [(&str, f64); 2] = [("look-alike-held-out one", 0.95), ("renamed one", 0.0)];
const FUZZY_VERDICT: usize = 2;
/// Of the links that are told as strongly as that.
const FUZZY_PRECISION: f64 = 0.98;
/// Two pupils told as `likely`: of every kind that the system does not flag.
const STRANGERS_LIKELY: f64 = 0.01;
/// Proposals, where there is one right answer: of every kind.
const HANDLING: f64 = 0.98;

/// What is not reached, each in a sentence.
pub(crate) fn complaints(score: &Score) -> Vec<String> {
    let mut complaints = Vec::new();
    let (sets, certain) = score.system;
    if (certain as f64) < SYSTEM_RECALL * sets as f64 {
        complaints.push(format!(
            "{certain} of {sets} sets of the system are certain"
        ));
    }
    if score.wrongly_certain.len() > SYSTEM_WRONG {
        let some: Vec<&String> = score.wrongly_certain.iter().take(10).collect();
        complaints.push(format!("certain, and not flagged by the system: {some:?}"));
    }
    let precision = score.precision(FUZZY_VERDICT);
    if precision < FUZZY_PRECISION {
        complaints.push(format!("precision {precision:.4}"));
    }
    for kind in &score.kinds {
        complaints.extend(of_kind(kind));
    }
    complaints
}

fn of_kind(kind: &KindScore) -> Vec<String> {
    let mut complaints = Vec::new();
    let name = &kind.name;
    let recall = kind.recall(FUZZY_VERDICT);
    let harder = HARDER.iter().find(|it| it.0 == name);
    let demanded = harder.map_or(FUZZY_RECALL, |it| it.1);
    // Of a few pairs one may be missed.
    let allowed = ((1.0 - demanded) * kind.pairs as f64).max(1.0);
    if kind.same && !kind.is_system() && (1.0 - recall) * kind.pairs as f64 > allowed + 1e-6 {
        let verdict = VERDICTS[FUZZY_VERDICT];
        complaints.push(format!("{name}: {recall:.3} are {verdict} or stronger"));
    }
    if !kind.same && !kind.is_system() {
        let [certain, likely, ..] = kind.found;
        if certain > kind.flagged {
            let flagged = kind.flagged;
            complaints.push(format!(
                "{name}: {certain} are certain, {flagged} of them flagged"
            ));
        }
        if likely as f64 > STRANGERS_LIKELY * kind.pairs as f64 {
            complaints.push(format!("{name}: {likely} of {} are likely", kind.pairs));
        }
    }
    let (right, known) = kind.handled;
    if (right as f64) < HANDLING * known as f64 {
        complaints.push(format!("{name}: {right} of {known} proposals are right"));
    }
    complaints
}
