//! The findings of the JSON report, as a stream. A finding of a whole column has the proposals of all its
//! cells, one list for each trust, which are worked out while the column is written.

use std::io;

use roster_model::Trust;
use roster_rules::CellFindings;

use crate::describe::Describe;
use crate::report::in_order::write_in_order;
use crate::report::write_value;
use crate::session::occurrences::Occurrence;
use crate::wire::Fix;

/// How a finding without proposals ends.
const NO_FIXES: &[u8] = b"\"fixes\":[]}";

impl Describe<'_> {
    /// Writes the findings, with a comma between any two.
    pub(crate) fn write_json_findings(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut occurrences = self.session.occurrences(None).peekable();
        let mut opening = "";
        while occurrences.peek().is_some() {
            let mut next = After::new(opening, out);
            if let Some(of_column) = occurrences.next_if(|it| it.column().is_some()) {
                self.write_of_column(of_column, &mut next)?;
            } else {
                let single = || occurrences.next_if(|it| it.column().is_none());
                let write = |it, out: &mut Vec<u8>| match self.session.told(it) {
                    Some(told) => write_value(&self.finding(&told), out),
                    None => Ok(()),
                };
                write_in_order(std::iter::from_fn(single), ",", write, &mut next)?;
            }
            if next.has_come {
                opening = ",";
            }
        }
        Ok(())
    }

    fn write_of_column(&self, it: Occurrence<'_>, out: &mut After<'_>) -> io::Result<()> {
        let (Some(cause), Some(mut told)) = (it.column(), self.session.told(it)) else {
            return Ok(());
        };
        told.fixes.clear();
        let mut bytes = Vec::new();
        write_value(&self.finding(&told), &mut bytes)?;
        debug_assert!(bytes.ends_with(NO_FIXES), "the proposals stand last");
        bytes.truncate(bytes.len() - b"]}".len());
        io::Write::write_all(out, &bytes)?;
        let mut lists: Vec<(usize, usize, Vec<u8>)> = Vec::new();
        for row in cause.rows.iter() {
            let mut told = [0; Trust::ALL.len()];
            for mut fix in self.fixes_in(cause, row) {
                let trust = Trust::ALL.iter().position(|it| it.key() == fix.trust);
                let trust = trust.unwrap_or(0);
                // The second of a cell stands in a list of its own.
                let rank = told[trust];
                told[trust] += 1;
                let at = lists.iter().position(|it| (it.0, it.1) == (trust, rank));
                let at = at.unwrap_or_else(|| {
                    let opened = format!("{{\"trust\":\"{}\",\"edits\":[", fix.trust);
                    lists.push((trust, rank, opened.into_bytes()));
                    lists.len() - 1
                });
                let list = &mut lists[at].2;
                if !list.ends_with(b"[") {
                    list.push(b',');
                }
                if let Some(edit) = fix.edits.pop() {
                    write_value(&edit, list)?;
                }
            }
        }
        roster_order::sort_by_key(&mut lists, |it| (it.0, it.1));
        let mut opening = "";
        for (_, _, list) in lists {
            io::Write::write_all(out, opening.as_bytes())?;
            io::Write::write_all(out, &list)?;
            io::Write::write_all(out, b"]}")?;
            opening = ",";
        }
        io::Write::write_all(out, b"]}")
    }

    /// What is proposed for one cell of a column.
    fn fixes_in(&self, cause: &CellFindings, row: u32) -> impl Iterator<Item = Fix> + '_ {
        let roster = self.session.roster(cause.sheet);
        let found = roster_rules::finding_at(cause, row, roster);
        let fixes = found.into_iter().flat_map(|it| {
            let rule = it.rule;
            it.fixes.into_iter().map(move |fix| (rule, fix))
        });
        fixes.map(|(rule, fix)| self.fix(rule, &fix, None))
    }
}

/// Writes something before the first bytes that come, and nothing where none come.
struct After<'o> {
    opening: &'o str,
    has_come: bool,
    out: &'o mut dyn io::Write,
}

impl<'o> After<'o> {
    fn new(opening: &'o str, out: &'o mut dyn io::Write) -> Self {
        let has_come = false;
        After {
            opening,
            has_come,
            out,
        }
    }
}

impl io::Write for After<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.has_come && !bytes.is_empty() {
            self.has_come = true;
            self.out.write_all(self.opening.as_bytes())?;
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
