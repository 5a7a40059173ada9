// What the page and the worker say to each other. Both import this file and nothing of each other.

import type { CheckOptions, Finding, Group, Overview, ProfileInfo, RuleInfo, ShownRow } from "../wire/index.ts";

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
  export: { given: { format: string; shown: boolean; language: string }; back: Uint8Array };
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

/** Some rows of a sheet, and their marks: row, column, level and rule of each, in turn. */
export interface RowPage {
  rows: ShownRow[];
  marks: Uint32Array;
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
