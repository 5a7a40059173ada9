// The place of a rule that somebody went to from the list: the roster says there what is wrong and offers the
// way on and back, since on a small screen the list is far away.

import { batch, computed, effect, signal } from "@preact/signals";
import { applyFix } from "./changes.ts";
import { ruleLines } from "./findings.ts";
import { shown } from "./options.ts";
import { activeCell, jumpTo, sheetIndex } from "./roster.ts";
import { version } from "./session.ts";
import { pointToRule } from "./tabs.ts";
import { findingsFrom, findingsOf, type Told } from "./told.ts";

interface Visit {
  rule: string;
  /** Counts from 0 within the rule; of a place that was corrected, where it was. */
  index: number;
  isCorrected: boolean;
  version: number;
  /** The cell that is shown for it. */
  cell: string;
}

const visit = signal<Visit | undefined>(undefined);

/** The visit, as long as its result and its cell are shown. */
export const visited = computed(() => (visit.value?.version === version.value && visit.value.cell === here() ? visit.value : undefined));
/** The finding that is visited; nothing when it was corrected, or is not here yet. */
export const visitedFinding = computed<Told | undefined>(() => {
  const it = visited.value;
  if (!it || it.isCorrected) return undefined;
  const pages = findingsOf(it.rule);
  void pages.arrivals.value;
  return pages.at(it.index);
});
// The list may be closed, or far from here.
effect(() => {
  const it = visited.value;
  if (it && !it.isCorrected) findingsOf(it.rule).want(it.index, it.index + 1);
});

/** How many places the rule has, and the ones before and behind; -1 where there is none. */
export const around = computed(() => {
  const it = visited.value;
  const all = it ? countOf(it.rule) : 0;
  const next = it ? it.index + (it.isCorrected ? 0 : 1) : 0;
  return { all, previous: it ? it.index - 1 : -1, next: next < all ? next : -1 };
});

/** Shows a place of a rule in the roster. */
export async function visitPlace(rule: string, index: number): Promise<void> {
  const mine = version.value;
  const found = findingsOf(rule).at(index) ?? (await findingsFrom(rule, index, 1, shown.value).catch(() => []))[0];
  if (!found || mine !== version.value) return;
  if (await jumpTo(found.place)) visit.value = { rule, index, isCorrected: false, version: mine, cell: here() };
}

/** Makes the change that the finding proposes; the cell stays in view, and the way on. */
export async function correctVisited(): Promise<void> {
  const it = visit.value;
  if (it && (await applyFix(it.rule, it.index, 0))) visit.value = { ...it, isCorrected: true, version: version.value };
}

/** Makes a change of the active cell; where it is a place of a rule that somebody went to, the way on stays. */
export async function keepVisit(change: () => Promise<boolean>): Promise<boolean> {
  const it = visited.value;
  const before = around.value.all;
  if (!(await change())) return false;
  if (it) visit.value = { ...it, isCorrected: countOf(it.rule) < before, version: version.value };
  return true;
}

/** Back to the place in the list. */
export function backToList(): void {
  const it = visited.value;
  if (it) batch(() => pointToRule(it.rule, it.index));
}

function countOf(rule: string): number {
  return ruleLines.value.find((line) => line.rule === rule)?.count ?? 0;
}

function here(): string {
  return [sheetIndex.value, activeCell.value.row, activeCell.value.column].join(" ");
}
