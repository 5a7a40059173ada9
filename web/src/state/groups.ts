// Groups of duplicates, one page at a time.

import { computed, signal } from "@preact/signals";
import type { Group } from "../wire/index.ts";
import { ask } from "./engine.ts";
import { shown } from "./options.ts";
import { pagesOf, type Pages } from "./pages.ts";
import { overview, run, version } from "./session.ts";

export const GROUPS_A_PAGE = 10;

const place = signal({ run: 0, page: 0 });

export const groupCount = computed(() => overview.value?.groups ?? 0);
export const groupPages = computed(() => Math.max(1, Math.ceil(groupCount.value / GROUPS_A_PAGE)));
/** The present page, from 0; a new run begins at the first. */
export const groupPage = computed(() => (place.value.run === run.value ? Math.min(place.value.page, groupPages.value - 1) : 0));

export function turnTo(page: number): void {
  place.value = { run: run.value, page: Math.max(0, Math.min(page, groupPages.value - 1)) };
}

export const groups = computed<Pages<Group>>(() => {
  const isShown = shown.value;
  void version.value;
  return pagesOf(GROUPS_A_PAGE, (from, count) => ask("groups", { from, count, shown: isShown }));
});
