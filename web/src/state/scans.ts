// The folder of scans: chosen or dropped, listed, and held against the papers that pupils need.

import { computed, effect, signal } from "@preact/signals";
import { endsAsRoster, endsAsScan, hasEnding, isLeftBeside, openedBy } from "../lib/names.ts";
import type { FileInFolder, Folder } from "../lib/folder.ts";
import type { ScanFile, ScansFound } from "../wire/index.ts";
import { ask } from "./engine.ts";
import { listing, setListing, timesForgotten } from "./listing.ts";
import { shown } from "./options.ts";
import { addFiles, phase, replaceOverview, run, version } from "./session.ts";

export { listing } from "./listing.ts";

/** First bytes of a file that tell what it is, and last ones that tell whether it is whole; nothing more of it is read. */
const HEAD_BYTES = 16;
const TAIL_BYTES = 2048;
/** Files that are asked for at a time. */
const AT_ONCE = 32;

const readingNow = signal<{ done: number; total: number } | undefined>(undefined);
const troubleNow = signal<"empty" | "unreadable" | undefined>(undefined);
const foundNow = signal<{ version: number; shown: boolean; found: ScansFound | null } | undefined>(undefined);
let turn = 0;

/** How many files of the folder have been looked at. */
export const readingScans = computed(() => readingNow.value);
/** What went wrong with the last folder. */
export const scansTrouble = computed(() => troubleNow.value);
/** What the folder has and lacks; undefined until it is known, null before the import. */
export const scansFound = computed(() => {
  const it = foundNow.value;
  return it?.version === version.value && it.shown === shown.value ? it.found : undefined;
});
/** What a pupil lacks, by file, sheet and row. */
export const lacking = computed(() => new Map(scansFound.value?.lacking.map((it) => [rowKey(it), it])));

export function rowKey(it: { file: string; sheet: string; row: number }): string {
  return JSON.stringify([it.file, it.sheet, it.row]);
}

/** Takes a folder of scans; nothing of it but names, sizes, first and last bytes. */
export async function takeFolder(folder: Folder): Promise<void> {
  const mine = (turn += 1);
  const before = timesForgotten();
  troubleNow.value = undefined;
  if (folder.files.length === 0) {
    troubleNow.value = folder.isUnreadable ? "unreadable" : "empty";
    return;
  }
  const scans: ScanFile[] = [];
  try {
    for (let at = 0; at < folder.files.length; at += AT_ONCE) {
      readingNow.value = { done: at, total: folder.files.length };
      scans.push(...(await Promise.all(folder.files.slice(at, at + AT_ONCE).map(listed))));
      // Another folder was chosen, or everything was forgotten.
      if (mine !== turn || before !== timesForgotten()) return;
    }
  } finally {
    if (mine === turn) readingNow.value = undefined;
  }
  await put({ folder: folder.name, scans });
}

/** Takes a folder that was dropped: one of scans, one of rosters, or before there is a run one of both. */
export async function takeDropped(folder: Folder): Promise<void> {
  const all = folder.files.filter((it) => !isLeftBeside(it.path));
  const isRoster = await Promise.all(all.map(mayBeRoster));
  const rosters = all.filter((_, at) => isRoster[at]);
  const others = all.filter((_, at) => !isRoster[at]);
  const scans = others.filter((it) => endsAsScan(it.path));
  // A picture among rosters makes no folder of scans.
  const hasScans = scans.length > rosters.length;
  const isFirst = phase.value === "empty" || phase.value === "failed";
  const areChecked = rosters.length > 0 && (isFirst || !hasScans);
  if (hasScans || !areChecked) await takeFolder(areChecked ? { ...folder, files: others } : folder);
  if (!areChecked) return;
  const documents = others.filter((it) => !scans.includes(it));
  const locks = folder.files.filter((it) => openedBy(it.path) !== undefined);
  await addFiles([...rosters, ...locks].map((it) => it.file), [...documents, ...(hasScans ? [] : scans)].map((it) => it.path));
}

/** By its name; without an ending by its first bytes, as those of a zip or of an old workbook. */
async function mayBeRoster(it: FileInFolder): Promise<boolean> {
  if (hasEnding(it.path)) return endsAsRoster(it.path);
  const [first, second] = (await listed(it)).head;
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

/** Looks at no folder any more. */
export function dropScans(): void {
  turn += 1;
  readingNow.value = undefined;
  troubleNow.value = undefined;
  if (listing.value) void put(undefined);
}

async function put(it: typeof listing.value): Promise<void> {
  setListing(it);
  if (phase.value === "empty" || phase.value === "failed") return;
  const mine = run.value;
  try {
    // Behind the check, when there is one going on.
    const result = await ask("setScans", { scans: it?.scans ?? null });
    if (mine !== run.value || phase.value !== "done") return;
    replaceOverview(result);
  } catch {
    // The run is gone; the next one begins with the listing.
  }
}

async function listed({ path, file }: FileInFolder): Promise<ScanFile> {
  // What cannot be opened is listed as a file without any content.
  const part = async (from: number, to?: number) =>
    new Uint8Array(await file.slice(from, to).arrayBuffer().catch(() => new ArrayBuffer(0)));
  const [head, tail] = await Promise.all([part(0, HEAD_BYTES), part(-TAIL_BYTES)]);
  return { path, bytes: file.size, head, tail };
}

effect(() => {
  const [mine, isShown] = [version.value, shown.value];
  if (phase.value !== "done" || !listing.value) return;
  ask("scansFound", { shown: isShown }).then(
    (found) => {
      if (mine === version.value) foundNow.value = { version: mine, shown: isShown, found };
    },
    () => undefined,
  );
});
