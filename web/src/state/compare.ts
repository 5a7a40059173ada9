// Blank templates of the run beside a profile.

import { computed, effect, signal } from "@preact/signals";
import type { Compared } from "../wire/index.ts";
import { ask } from "./engine.ts";
import { overview, version } from "./session.ts";

const chosenNow = signal<{ version: number; profiles: ReadonlyMap<number, string> }>({ version: -1, profiles: new Map() });
const comparedNow = signal<{ version: number; sheets: ReadonlyMap<number, Compared> }>({ version: -1, sheets: new Map() });

/** The sheets that have a header and no pupils: templates that somebody wants looked at. */
export const blankSheets = computed<number[]>(() =>
  (overview.value?.sheets ?? []).flatMap((it, at) => (it.rows === 0 && it.header_rows.length > 0 ? [at] : [])));

/** What each of them looks like beside its profile, as soon as it is known. */
export const compared = computed(() => (comparedNow.value.version === version.value ? comparedNow.value.sheets : new Map<number, Compared>()));

/** Compares a sheet with another profile. */
export function compareWith(sheet: number, profile: string): void {
  chosenNow.value = { version: version.value, profiles: new Map(chosen()).set(sheet, profile) };
  void compare(sheet, profile);
}

effect(() => {
  for (const sheet of blankSheets.value) void compare(sheet, null);
});

async function compare(sheet: number, profile: string | null): Promise<void> {
  const mine = version.peek();
  const found = await ask("compare", { sheet, profile }).catch(() => null);
  if (!found || mine !== version.peek()) return;
  if (profile !== null && chosen().get(sheet) !== profile) return;
  const before = comparedNow.peek();
  const sheets = before.version === mine ? before.sheets : new Map<number, Compared>();
  comparedNow.value = { version: mine, sheets: new Map(sheets).set(sheet, found) };
}

function chosen(): ReadonlyMap<number, string> {
  const it = chosenNow.peek();
  return it.version === version.peek() ? it.profiles : new Map();
}
