// The findings of each rule with the pupils they are about, page by page.

import { computed } from "@preact/signals";
import type { Finding } from "../wire/index.ts";
import { ask } from "./engine.ts";
import { shown } from "./options.ts";
import { pagesOf, type Pages } from "./pages.ts";
import { pupilsAt } from "./roster.ts";
import { version } from "./session.ts";

/** A finding, and whose row it is; empty where it is nobody's. */
export interface Told extends Finding {
  pupil: string;
}

/** Some findings of a rule. */
export async function findingsFrom(rule: string, from: number, count: number, isShown: boolean): Promise<Told[]> {
  const found = await ask("findings", { rule, from, count, shown: isShown });
  const pupils = await pupilsAt(found.map((it) => it.place), isShown);
  return found.map((it, at) => ({ ...it, pupil: pupils[at] ?? "" }));
}

/** The lists of a run, one a rule, dropped when the result or the masking changes. */
const lists = computed(() => {
  const isShown = shown.value;
  void version.value;
  const made = new Map<string, Pages<Told>>();
  return (rule: string): Pages<Told> => {
    let pages = made.get(rule);
    if (!pages) {
      pages = pagesOf(60, (from, count) => findingsFrom(rule, from, count, isShown));
      made.set(rule, pages);
    }
    return pages;
  };
});

export function findingsOf(rule: string): Pages<Told> {
  return lists.value(rule);
}
