// The second module as the worker uses it: compiled when a file first needs it, and started anew
// after every use, so that its memory goes back and a panic in it costs the run nothing.

import { __wbg_reset_state, initSync, Papers, patch, read, read_decisions, read_profile, settings_file, steps, table_lines, unlock, write, zip } from "./pkg-office/roster_office_wasm.js";
import type { CheckOptions, ProfileFile, Said } from "../wire/index.ts";
import type { Made } from "./protocol.ts";

/** The second module did not come while the page loaded. */
export class Missing extends Error {}
/** The second module did not survive what it was given. */
export class Broken extends Error {}

let bytes: Promise<ArrayBuffer | undefined>;
let give: (it: ArrayBuffer | undefined) => void;
let started: Promise<unknown> | undefined;
bytes = new Promise((resolve) => (give = resolve));

/** Takes the module when it is here; nothing when it will not come. */
export function takeOffice(module: ArrayBuffer | undefined): void {
  give(module);
}

/** The cells of an xls, xlsb or ods workbook, a web page or an XML spreadsheet. */
export function readOffice(file: Uint8Array, encoding: string | undefined): Promise<Uint8Array> {
  return use(() => read(file, encoding));
}

/** A locked file without its password; an error with a sentence when it is not the password. */
export function unlockOffice(file: Uint8Array, password: string, language: string): Promise<Uint8Array> {
  return use(() => unlock(file, password, language));
}

/** A workbook with the changes of a plan in it, what its reader has to know, and the cells that could not be
 * changed: sheet, row number and position of each, in turn. */
export function patchOffice(content: Uint8Array, plan: Uint8Array): Promise<{ bytes: Uint8Array; notes: Said[]; unchanged: string[] }> {
  return use(() => {
    const patched = patch(content, plan);
    const notes = patched.notes();
    const unchanged = patched.unchanged();
    const bytes = patched.bytes();
    return { bytes, unchanged, notes: notes.flatMap((zh, at) => (at % 2 === 0 ? [{ zh, en: notes[at + 1] ?? zh }] : [])) };
  });
}

/** Several files as one. */
export function zipOffice(names: string[], files: Uint8Array[]): Promise<Uint8Array> {
  return use(() => zip(names, files));
}

/** The workbook that a plan describes. */
export function writeOffice(plan: Uint8Array): Promise<Uint8Array> {
  return use(() => write(plan));
}

/** The characters of an encoding of double bytes, for a browser that has other ones. */
export function tableLines(encoding: string): Promise<string> {
  return use(() => table_lines(encoding));
}

/** A profile file as the first module takes it; an error with a sentence that has its place when it is wrong. */
export function profileOf(name: string, file: Uint8Array): Promise<ProfileFile> {
  return use(() => {
    const [text = "", understood = ""] = read_profile(name, file);
    return { name, text, understood };
  });
}

/** The parameters set in the options as a profile file that begins with their profile. */
export function settingsOf({ profile, profile_file, set }: CheckOptions): Promise<Made> {
  return use(() => {
    const [name = "", text = ""] = settings_file(profile, profile_file?.name, profile_file?.text ?? "", Object.entries(set).flat() as string[]);
    return { name, bytes: new TextEncoder().encode(text), notes: [] };
  });
}

/** The pairs of a file of decisions; an error with a sentence when it is none. */
export function decisionsOf(name: string, file: Uint8Array): Promise<string[]> {
  return use(() => read_decisions(name, file));
}

/** Papers of a settlement as the first module hands it over. */
export function papersOf<T>(settlement: Uint8Array, make: (papers: Papers) => T): Promise<T> {
  return use(() => {
    const papers = new Papers(settlement);
    try {
      return make(papers);
    } finally {
      papers.free();
    }
  });
}

/** What the clerk who settles a case does: first for two schools, then word, path and boxes of each handling. */
export function stepsOf(stage: string, language: string): Promise<string[]> {
  return use(() => steps(stage, language));
}

async function use<T>(work: () => T): Promise<T> {
  const module = await bytes;
  if (!module) throw new Missing("the second module is missing");
  if (!started) {
    started = WebAssembly.compile(module).then((it) => initSync({ module: it }));
    // It is compiled once; its bytes are not needed again.
    bytes = Promise.resolve(new ArrayBuffer(0));
  }
  await started;
  try {
    return work();
  } catch (error) {
    // It refuses with a plain error; every other kind is a panic or memory.
    if (error instanceof Error && error.constructor === Error) throw error;
    throw new Broken(String(error));
  } finally {
    __wbg_reset_state();
  }
}
