// Looking for a pupil by what stands in a cell: a name, a number, a telephone.

import { computed, signal } from "@preact/signals";
import { ask } from "./engine.ts";
import { activeCell, goTo, sheetIndex } from "./roster.ts";
import { version } from "./session.ts";

const last = signal<{ version: number; text: string; at: number; all: number }>({ version: -1, text: "", at: 0, all: 0 });

/** The last search of this result: what was looked for, how many cells have it and which of them is shown. */
export const searched = computed(() => (last.value.version === version.value && last.value.text ? last.value : undefined));

/** Goes to the next cell in which the text stands, and from the last one to the first. */
export async function search(text: string): Promise<void> {
  const mine = version.value;
  const found = text.trim() === "" ? null : await ask("find", { text, sheet: sheetIndex.value, ...activeCell.value });
  if (mine !== version.value) return;
  if (found) goTo(found.sheet, { row: found.row, column: found.column });
  last.value = { version: mine, text: text.trim(), at: found?.at ?? 0, all: found?.all ?? 0 };
}
