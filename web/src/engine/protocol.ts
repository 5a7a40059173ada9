// What the page and the worker say to each other. Both import this file and nothing of each other.

import type { Change, CheckOptions, Edited, Finding, Group, LeftOut, Overview, ProfileInfo, RuleCount, RuleInfo, ShownRow, SplitOptions } from "../wire/index.ts";

/** The work a page can ask for: name, what is given, what comes back. */
export interface Verbs {
  /** Compiles the module; always the first request. */
  start: { given: { module: ArrayBuffer }; back: Book };
  /** Reads and checks files; the run stays in the worker and the other verbs ask about it. */
  check: { given: { files: File[]; options: CheckOptions }; back: Checked };
  findings: { given: { rule: string; from: number; count: number; shown: boolean }; back: Finding[] };
  rows: { given: { sheet: number; from: number; count: number; shown: boolean }; back: RowPage };
  rowIndex: { given: { sheet: number; row: number }; back: number | null };
  groups: { given: { from: number; count: number; shown: boolean }; back: Group[] };
  explain: { given: { rule: string; language: string }; back: string };
  /** Opens a locked file for this worker; refused with a sentence when it is not the password. */
  unlock: { given: { file: File; password: string; language: string }; back: null };
  /** The changes that could be made without asking, by rule. */
  safeFixes: { given: Record<string, never>; back: RuleCount[] };
  applySafe: { given: Record<string, never>; back: Overview };
  /** The finding counts from 0 within its rule, the fix within the finding. */
  applyFix: { given: { rule: string; finding: number; fix: number }; back: Overview };
  undo: { given: Record<string, never>; back: Overview };
  changes: { given: { from: number; count: number; shown: boolean }; back: Change[] };
  /** A report; the files are read again where their bytes are part of it. */
  export: { given: { format: string; files: File[]; shown: boolean; language: string }; back: Uint8Array };
  /** The files with the changes in them: the file itself, or a zip of several. */
  corrected: { given: { files: File[]; language: string }; back: Made };
  template: { given: { profile: string; language: string }; back: Uint8Array };
  split: { given: { options: SplitOptions; language: string }; back: Divided };
  merge: { given: { language: string }; back: Divided };
}

export type Verb = keyof Verbs;

/** What the product knows before any file. */
export interface Book {
  rules: RuleInfo[];
  profiles: ProfileInfo[];
}

/** The result of a run, and which of the files given the browser could not hand over any more. */
export interface Checked {
  overview: Overview;
  lost: number[];
}

/** Some rows of a sheet, their marks (row, column, level and rule of each, in turn), and the cells
 * among them that were changed. */
export interface RowPage {
  rows: ShownRow[];
  marks: Uint32Array;
  edited: Edited[];
}

/** A file to save. */
export interface Made {
  name: string;
  bytes: Uint8Array;
}

/** Workbooks made anew from the pupils of the run, and what is not in them. */
export interface Divided {
  bytes: Uint8Array;
  leftOut: LeftOut;
}

export interface Progress {
  phase: "reading" | "mapping" | "matching" | "checking";
  /** The file being read; empty in later phases. */
  file: string;
  done: number;
  total: number;
}

export type Request = { [V in Verb]: { id: number; verb: V; given: Verbs[V]["given"] } }[Verb];

export type Answer =
  | { id: number; kind: "back"; value: unknown }
  | { id: number; kind: "progress"; value: Progress }
  /** The request made no sense to the engine; the run before it is still there. */
  | { id: number; kind: "refused"; value: string }
  /** The module is in no state to be asked again. */
  | { id: number; kind: "broken"; value: string };
