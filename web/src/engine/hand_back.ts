// Files to save, from what the first module made: a plan becomes a workbook, several files a zip.

import { uniqueNames } from "../lib/names.ts";
import type { LeftOut, Said } from "../wire/index.ts";
import { patchOffice, writeOffice, zipOffice } from "./office.ts";
import type { Divided, Made } from "./protocol.ts";

/** A file as the first module hands it over. */
export interface Output {
  readonly name: string;
  /** `ready`, `plan`, or `changes` of the file that was read. */
  readonly kind: string;
  bytes(): Uint8Array;
  notes(): unknown;
  free(): void;
}

/** Several of them, each of which can be taken once. */
interface Outputs {
  readonly length: number;
  take(at: number): Output | undefined;
  left_out(): unknown;
  free(): void;
}

/** A file as it is saved, and the cells that could not be changed in it, as the second module tells them. */
export interface Finished extends Made {
  unchanged?: string[];
}

/** The file, finished; `original` gives what was read of the file whose changes it is. */
export async function finished(output: Output, original?: () => Uint8Array): Promise<Finished> {
  try {
    const made = { name: output.name, bytes: output.bytes(), notes: output.notes() as Said[] };
    if (output.kind === "ready") return made;
    if (output.kind === "plan") return { ...made, bytes: await writeOffice(made.bytes) };
    if (!original) throw new TypeError("changes of no file");
    const { bytes, notes, unchanged } = await patchOffice(original(), made.bytes);
    return { ...made, bytes, unchanged, notes: [...made.notes, ...notes] };
  } finally {
    output.free();
  }
}

/** One file as it is, several as a zip of this name. */
export async function together(made: readonly Made[], name: string): Promise<Made> {
  const [first] = made;
  if (first && made.length === 1) return first;
  const notes = new Map(made.flatMap((it) => it.notes.map((note) => [note.zh, note])));
  const bytes = await zipOffice(uniqueNames(made.map((it) => it.name)), made.map((it) => it.bytes));
  return { name, bytes, notes: [...notes.values()] };
}

/** The files that a run was divided into, or joined to, as one to save. */
export async function divided(outputs: Outputs, name: string): Promise<Divided> {
  const leftOut = outputs.left_out() as LeftOut;
  const made: Made[] = [];
  for (let at = 0; at < outputs.length; at += 1) {
    const output = outputs.take(at);
    if (output) made.push(await finished(output));
  }
  outputs.free();
  return { ...(await together(made, name)), leftOut };
}
