// What a place of a finding is called, and what the finding proposes.

import { clip, clipMarked } from "../lib/format.ts";
import type { Finding, Fix, Place } from "../wire/index.ts";
import { words } from "./all_words.ts";
import { columnName } from "./roster.ts";
import { overview } from "./session.ts";

/** `B12 姓名`, and file and sheet where there are several. */
export function placeName(place: Place): { sheet: string; inside: string } {
  const it = words.value;
  const several = (overview.value?.sheets.length ?? 0) > 1 || (overview.value?.files.length ?? 0) > 1;
  const sheet = several ? [place.file, place.sheet].filter((one) => one).join(" · ") : "";
  const cell = place.cell ?? (place.row == null ? "" : it.atRow(place.row));
  const column = place.column ? columnName(place.column) : "";
  const whole = place.sheet ? it.wholeSheet : it.wholeFile;
  return { sheet, inside: [cell, column].filter((one) => one).join(" ") || (several ? "" : whole) };
}

/** All proposals; what is corrected is told once for all candidates. */
export function proposals(finding: Finding): string {
  const sentences = finding.fixes.map(fixSentence);
  const head = (/^.*? → /.exec(sentences[0] ?? "") ?? [""])[0];
  return words.value.sentences(sentences.map((one, at) => (at > 0 && one.startsWith(head) ? one.slice(head.length) : one)));
}

/** How the first proposal is taken over, which is the best; nothing where it can only be read. */
export function takingOver(finding: Finding | undefined): { name: string; label: string } | undefined {
  const it = words.value;
  const fix = finding?.fixes[0];
  const [edit] = fix?.edits ?? [];
  if (!fix || !edit || fix.trust === "hint" || fix.edits.length !== 1) return undefined;
  const to = clip(edit.to) || it.emptyText;
  return fix.cells ? { name: it.applyColumn, label: it.applyColumnOf(fix.cells, edit.cell, to) } : { name: it.applyFix, label: it.applyFixOf(edit.cell, to) };
}

function fixSentence(fix: Fix): string {
  const it = words.value;
  const edits = fix.edits.map((edit) => `${clipMarked(edit.from) || it.emptyText} → ${clipMarked(edit.to) || it.emptyText}`);
  return it.fix[fix.trust] + it.list(edits) + (fix.cells ? it.likewise : "");
}
