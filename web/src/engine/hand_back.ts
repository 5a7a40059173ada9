// Files to save, from what the first module made: a plan becomes a workbook, several files a zip.

import { fileNames } from "../lib/names.ts";
import type { Said } from "../wire/index.ts";
import { finish } from "./office.ts";
import type { Made } from "./protocol.ts";

/** A file as the first module hands it over. */
export interface Output {
  readonly name: string;
  bytes(): Uint8Array;
  notes(): unknown;
  free(): void;
}

export type Zip = (names: string[], files: Uint8Array[]) => Uint8Array;

/** The file, finished. */
export async function finished(output: Output): Promise<Made> {
  try {
    return { name: output.name, bytes: await finish(output.bytes()), notes: output.notes() as Said[] };
  } finally {
    output.free();
  }
}

/** One file as it is, several as a zip of this name. */
export function together(made: readonly Made[], name: string, zip: Zip): Made {
  const [first] = made;
  if (first && made.length === 1) return first;
  const notes = new Map(made.flatMap((it) => it.notes.map((note) => [note.zh, note])));
  const bytes = zip(fileNames(made.map((it) => it.name)), made.map((it) => it.bytes));
  return { name, bytes, notes: [...notes.values()] };
}
