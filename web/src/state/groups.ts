// Groups of duplicates, one page at a time.

import { computed, effect, signal } from "@preact/signals";
import type { Group } from "../wire/index.ts";
import { ask } from "./engine.ts";
import { shown } from "./options.ts";
import { pagesOf, type Pages } from "./pages.ts";
import { overview, run, version } from "./session.ts";
import { tab } from "./tabs.ts";

export const GROUPS_A_PAGE = 10;

/** At most this many groups are asked for their cases. */
const CASES_MAX = 20_000;
const CASES_AT_ONCE = 500;

const place = signal({ run: 0, page: 0 });
const chosenCase = signal("");
const told = signal<{ version: number; cases: readonly string[] }>({ version: -1, cases: [] });

export const groupCount = computed(() => overview.value?.groups ?? 0);
/** How many groups there are of each case; empty until that is known, and where one page shows them all. */
export const cases = computed<ReadonlyMap<string, number>>(() => {
  const counts = new Map<string, number>();
  if (told.value.version === version.value) for (const it of told.value.cases) counts.set(it, (counts.get(it) ?? 0) + 1);
  return counts;
});
/** The only case that is listed; empty for all. */
export const onlyCase = computed(() => (cases.value.has(chosenCase.value) ? chosenCase.value : ""));
/** The places of the groups of that case; nothing for all. */
const listed = computed(() => (onlyCase.value ? told.value.cases.flatMap((it, at) => (it === onlyCase.value ? [at] : [])) : undefined));
export const listedCount = computed(() => listed.value?.length ?? groupCount.value);
export const groupPages = computed(() => Math.max(1, Math.ceil(listedCount.value / GROUPS_A_PAGE)));
/** The present page, from 0; a new run begins at the first. */
export const groupPage = computed(() => (place.value.run === run.value ? Math.min(place.value.page, groupPages.value - 1) : 0));

export function turnTo(page: number): void {
  place.value = { run: run.value, page: Math.max(0, Math.min(page, groupPages.value - 1)) };
}

export function chooseCase(value: string): void {
  chosenCase.value = value;
  turnTo(0);
}

export const groups = computed<Pages<Group>>(() => {
  const isShown = shown.value;
  const places = listed.value;
  void version.value;
  const load = (from: number, count: number) => ask("groups", { from, count, shown: isShown });
  return pagesOf(GROUPS_A_PAGE, async (from, count) => {
    if (!places) return load(from, count);
    return (await Promise.all(places.slice(from, from + count).map((at) => load(at, 1)))).flat();
  });
});

effect(() => {
  const mine = version.value;
  const count = groupCount.value;
  if (tab.value !== "groups" || count <= GROUPS_A_PAGE || count > CASES_MAX || told.value.version === mine) return;
  void tellCases(mine, count);
});

/** A few at a time, so that the worker has an ear for others between them. */
async function tellCases(mine: number, count: number): Promise<void> {
  const cases: string[] = [];
  while (cases.length < count) {
    const some = await ask("cases", { from: cases.length, count: CASES_AT_ONCE }).catch(() => []);
    if (mine !== version.value || some.length === 0) return;
    cases.push(...some);
  }
  told.value = { version: mine, cases };
}
