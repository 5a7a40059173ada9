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

/** Where the columns stand that tell whose row it is: the name first, then grade and class. */
export function pupilColumns(at: number): { name: number; all: number[] } {
  const letters = overview.value?.grids[at]?.letters ?? [];
  const of = (key: string): number => letters.indexOf(sheets.value[at]?.columns.find((it) => it.column === key)?.letter ?? "");
  const room = of("class_name") >= 0 ? of("class_name") : of("class_code");
  return { name: of("name"), all: [of("name"), of("grade"), room].filter((it) => it >= 0) };
}

/** Whose row it is, of rows of findings: the pupil's name, and the class where it is known. */
export async function pupilsAt(places: readonly Place[], isShown: boolean): Promise<string[]> {
  const rows = places.flatMap((it, at) => {
    const sheet = it.row === undefined ? -1 : sheets.value.findIndex((one) => one.file === it.file && one.sheet === (it.sheet ?? ""));
    return sheet < 0 ? [] : [{ at, sheet, row: it.row ?? 0, columns: pupilColumns(sheet).all }];
  });
  const found = await ask("cells", { rows: rows.map(({ sheet, row, columns }) => ({ sheet, row, columns })), shown: isShown });
  const names = places.map(() => "");
  rows.forEach(({ at }, index) => (names[at] = pupilTold(found[index] ?? [])));
  return names;
}

/** The cells that tell whose row it is, as one reads them. */
export function pupilTold(cells: readonly string[]): string {
  // 三年级 is said once where the class says it too.
  return cells.filter((it, at) => it && !cells.slice(at + 1).some((one) => one.startsWith(it))).join(" ");
}

export function chooseSheet(index: number): void {
  chosen.value = { ...current.value, run: run.value, sheet: index, cell: { row: 0, column: 0 }, jumps: 0 };
}

export function moveTo(cell: CellPlace): void {
  chosen.value = { ...current.value, run: run.value, cell };
}

/** Shows a cell, wherever it is. */
export function goTo(sheet: number, cell: CellPlace): void {
  chosen.value = { run: run.value, sheet, cell, jumps: current.value.jumps + 1 };
}

/** Shows a place of a finding; whole files and sheets have no cell and show their first. Tells whether there
 * is a sheet to show. */
export async function jumpTo(place: Target): Promise<boolean> {
  const name = place.sheet ?? "";
  const index = sheets.value.findIndex((it) => it.file === place.file && it.sheet === name);
  const fallback = sheets.value.findIndex((it) => it.file === place.file);
  const target = index < 0 ? fallback : index;
  if (target < 0) return false;
  const address = readAddress(place.cell ?? "");
  const letters = overview.value?.grids[target]?.letters ?? [];
  let column = Math.max(0, letters.indexOf(address?.letters ?? ""));
  const number = place.row ?? address?.row;
  let row = 0;
  if (number !== undefined) row = (await ask("rowIndex", { sheet: target, row: number }).catch(() => null)) ?? 0;
  if (number !== undefined && !address) column = await markedColumn(target, row);
  goTo(target, { row, column });
  return true;
}

/** Of a row as a whole, where to look: at what is said of duplicates, at the gravest mark, or at the name. */
async function markedColumn(at: number, row: number): Promise<number> {
  const { marks } = await ask("rows", { sheet: at, from: row, count: 1, shown: false }).catch(() => ({ marks: new Uint32Array() }));
  const found: { column: number; weight: number }[] = [];
  for (let i = 0; i + 3 < marks.length; i += 4) {
    const [, column = 0, level = 0, rule = 0] = marks.slice(i, i + 4);
    found.push({ column, weight: level + (book.value.rules[rule]?.rule.startsWith("R7") ? 0 : LEVELS.length) });
  }
  found.sort((a, b) => a.weight - b.weight || a.column - b.column);
  return found[0]?.column ?? Math.max(0, pupilColumns(at).name);
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
