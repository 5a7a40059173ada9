// The files of a run when others come: what is there already, what comes in the place of another, what is too much.

import type { Notice } from "./session.ts";

/** Files of one run together. Measured: 600,000 pupils with 71 columns, 497 MB of text, are checked in
 * a quarter of a minute; more may not fit the memory a browser gives to one page. */
export const BYTES_MAX = 500_000_000;

/** So much of two files is compared at a time. */
const PIECE_BYTES = 1 << 20;

/** The files of a run, what is to be said of them, and which of them came in the place of which. */
export interface Joined {
  files: File[];
  said: Notice[];
  replaced: ReadonlyMap<File, File>;
}

/** Those files that are not among the others. By name, size and time alone two classes may look alike. */
export async function notAmong(others: readonly File[], files: readonly File[]): Promise<File[]> {
  const found: File[] = [];
  for (const file of files) {
    const alike = others.filter((it) => it.name === file.name && it.size === file.size && it.lastModified === file.lastModified);
    const are = await Promise.all(alike.map((it) => areEqual(it, file)));
    if (!are.includes(true)) found.push(file);
  }
  return found;
}

/** Puts files to those before them; `lost` of these cannot be read any more. */
export function joined(before: readonly File[], more: readonly File[], lost: readonly File[]): Joined {
  const files = [...before];
  const said: Notice[] = [];
  const replaced = new Map<File, File>();
  let bytes = before.reduce((sum, it) => sum + it.size, 0);
  for (const file of more) {
    // What was mended and saved under its name comes in the place of what cannot be read any more.
    const at = files.findIndex((it) => it.name === file.name && lost.includes(it));
    const old = files[at];
    const added = file.size - (old?.size ?? 0);
    if (bytes + added > BYTES_MAX) {
      said.push({ kind: "too-large", file: file.name });
      continue;
    }
    bytes += added;
    if (old) replaced.set(old, file);
    if (before.some((it) => it.name === file.name)) said.push({ kind: old ? "replaced" : "added-again", file: file.name });
    files.splice(old ? at : files.length, 1, file);
  }
  return { files, said, replaced };
}

/** Whether two files of one size hold the same; what cannot be read holds nothing. */
async function areEqual(one: File, other: File): Promise<boolean> {
  const piece = async (it: File, at: number) => new Uint8Array(await it.slice(at, at + PIECE_BYTES).arrayBuffer());
  try {
    for (let at = 0; at < one.size; at += PIECE_BYTES) {
      const [a, b] = await Promise.all([piece(one, at), piece(other, at)]);
      if (a.some((byte, index) => byte !== b[index])) return false;
    }
    return true;
  } catch {
    return false;
  }
}
