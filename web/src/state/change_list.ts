// The list of everything that was changed, a page at a time.

import { computed, signal } from "@preact/signals";
import type { Change } from "../wire/index.ts";
import { changeCount } from "./changes.ts";
import { ask } from "./engine.ts";
import { shown } from "./options.ts";
import { pagesOf, type Pages } from "./pages.ts";
import { run, version } from "./session.ts";

export const CHANGES_A_PAGE = 50;

const place = signal({ run: 0, page: 0 });

export const changePageCount = computed(() => Math.max(1, Math.ceil(changeCount.value / CHANGES_A_PAGE)));
/** The present page of the list, from 0; a new run begins at the first. */
export const changePage = computed(() => (place.value.run === run.value ? Math.min(place.value.page, changePageCount.value - 1) : 0));
/** Every change, oldest first. */
export const changeList = computed<Pages<Change>>(() => {
  const isShown = shown.value;
  void version.value;
  return pagesOf(CHANGES_A_PAGE, (from, count) => ask("changes", { from, count, shown: isShown }));
});

export function turnChangesTo(page: number): void {
  place.value = { run: run.value, page: Math.max(0, Math.min(page, changePageCount.value - 1)) };
}
