// The roster table: which sheet, which cell, and the rows in view.

import { computed, signal } from "@preact/signals";
import { readAddress } from "../lib/address.ts";
import { clip } from "../lib/format.ts";
import type { Edited, Finding, Grid, Place, Sheet, ShownRow } from "../wire/index.ts";
import { ask, book } from "./engine.ts";
import { profiles } from "./profiles.ts";
import { shown } from "./options.ts";
import { pagesOf, type Pages } from "./pages.ts";
import { overview, run, version } from "./session.ts";

const ROWS_A_PAGE = 60;

/** A marked cell: the most serious level first. */
export interface Mark {
  level: Finding["level"];
  rule: string;
}

export interface RosterRow extends ShownRow {
  /** By column. */
  marks: ReadonlyMap<number, readonly Mark[]>;
  /** The changed cells, by column. */
  edited: ReadonlyMap<number, Edited>;
}

/** As much of a place as is known. */
export type Target = Pick<Place, "file"> & Partial<Place>;

export interface CellPlace {
  row: number;
  column: number;
}

const chosen = signal({ run: -1, sheet: 0, cell: { row: 0, column: 0 }, jumps: 0 });
/** The first sheet with a pupil. */
const first = computed(() => Math.max(0, sheets.value.findIndex((it) => it.rows > 0)));
const current = computed(() => (chosen.value.run === run.value ? chosen.value : { ...chosen.value, sheet: first.value, cell: { row: 0, column: 0 }, jumps: 0 }));

export const sheetIndex = computed(() => current.value.sheet);
export const activeCell = computed<CellPlace>(() => current.value.cell);
/** Counts jumps from elsewhere, so that the table scrolls even to the cell it is at. */
export const jumps = computed(() => current.value.jumps);
export const sheets = computed<Sheet[]>(() => overview.value?.sheets ?? []);
export const sheet = computed<Sheet | undefined>(() => sheets.value[sheetIndex.value]);
export const grid = computed<Grid>(() => overview.value?.grids[sheetIndex.value] ?? { headers: [], letters: [] });

const LEVELS = ["error", "warning", "info"] as const;

export const rosterRows = computed<Pages<RosterRow>>(() => {
  const at = sheetIndex.value;
  const isShown = shown.value;
  const rules = book.value.rules;
  void version.value;
  return pagesOf(ROWS_A_PAGE, async (from, count) => {
    const { rows, marks, edited } = await ask("rows", { sheet: at, from, count, shown: isShown });
    const marksOf = new Map<number, Map<number, Mark[]>>();
    for (let i = 0; i + 3 < marks.length; i += 4) {
      const [row = 0, column = 0, level = 0, rule = 0] = marks.slice(i, i + 4);
      const ofRow = inner(marksOf, row);
      const mark: Mark = { level: LEVELS[level] ?? "info", rule: rules[rule]?.rule ?? "" };
      ofRow.set(column, [...(ofRow.get(column) ?? []), mark]);
    }
    const editedOf = new Map<number, Map<number, Edited>>();
    for (const it of edited) inner(editedOf, it.row).set(it.column, it);
    return rows.map((it, index) => ({ number: it.number, cells: it.cells.map(clip), marks: marksOf.get(from + index) ?? new Map(), edited: editedOf.get(from + index) ?? new Map() }));
  });
});

export function chooseSheet(index: number): void {
  chosen.value = { ...current.value, run: run.value, sheet: index, cell: { row: 0, column: 0 }, jumps: 0 };
}

export function moveTo(cell: CellPlace): void {
  chosen.value = { ...current.value, run: run.value, cell };
}

/** Shows a place of a finding; whole files and sheets have no cell and show their first. */
export async function jumpTo(place: Target): Promise<void> {
  const name = place.sheet ?? "";
  const index = sheets.value.findIndex((it) => it.file === place.file && it.sheet === name);
  const fallback = sheets.value.findIndex((it) => it.file === place.file);
  const target = index < 0 ? fallback : index;
  if (target < 0) return;
  const address = readAddress(place.cell ?? "");
  const letters = overview.value?.grids[target]?.letters ?? [];
  const column = Math.max(0, letters.indexOf(address?.letters ?? ""));
  const number = place.row ?? address?.row;
  let row = 0;
  if (number !== undefined) row = (await ask("rowIndex", { sheet: target, row: number }).catch(() => null)) ?? 0;
  chosen.value = { run: run.value, sheet: target, cell: { row, column }, jumps: current.value.jumps + 1 };
}

/** What a column is called: its header in these files, or the standard's, or its key in words. */
export function columnName(key: string): string {
  for (const it of sheets.value) {
    const known = it.columns.find((column) => column.column === key);
    if (known?.header) return known.header.replace(/[*＊\s]/g, "");
  }
  for (const it of profiles.value) {
    const known = it.columns.find((column) => column.column === key);
    if (known) return known.header;
  }
  return key;
}

function inner<V>(outer: Map<number, Map<number, V>>, key: number): Map<number, V> {
  const found = outer.get(key) ?? new Map<number, V>();
  outer.set(key, found);
  return found;
}
