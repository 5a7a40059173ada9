// The cell that somebody is typing into. Its text is fetched whole, for what is drawn may be masked or cut.

import { computed, signal } from "@preact/signals";
import { ask } from "./engine.ts";
import { isChanging, writeCell } from "./changes.ts";
import { activeCell, sheetIndex } from "./roster.ts";
import { version } from "./session.ts";
import { keepVisit } from "./visited.ts";

interface Typing {
  sheet: number;
  row: number;
  column: number;
  version: number;
  /** What stands in the cell. */
  text: string;
}

const now = signal<Typing | undefined>(undefined);

/** The text that is being changed, as long as its cell is the active one. */
export const typing = computed(() => {
  const it = now.value;
  const { row, column } = activeCell.value;
  const isHere = it?.version === version.value && it.sheet === sheetIndex.value && it.row === row && it.column === column;
  return isHere ? it.text : undefined;
});

/** Opens the active cell. */
export async function startTyping(): Promise<void> {
  if (isChanging.value) return;
  const place = { sheet: sheetIndex.value, ...activeCell.value };
  const mine = version.value;
  const text = await ask("textOf", place).catch(() => undefined);
  if (text !== undefined) now.value = { ...place, version: mine, text };
}

/** Leaves the cell as it is. */
export function stopTyping(): void {
  now.value = undefined;
}

/** Puts the text into the cell; tells whether it is there. */
export async function typed(text: string): Promise<boolean> {
  const it = now.value;
  if (!it || typing.value === undefined) return false;
  if (!(await keepVisit(() => writeCell(it.sheet, it.row, it.column, text)))) return false;
  now.value = undefined;
  return true;
}
