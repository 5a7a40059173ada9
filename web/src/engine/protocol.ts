// What the page and the worker say to each other. Both import this file and nothing of each other.

import type { Change, CheckOptions, Compared, Edited, Finding, FoundCell, Group, LeftOut, Overview, ProfileFile, ProfileInfo, RuleCount, RuleInfo, Said, ScanFile, ScansFound, ShownRow, SplitOptions } from "../wire/index.ts";

/** What the page speaks. */
export type Language = "zh" | "en";
/** When a school checks. */
export type Stage = "before-import" | "after-import";
/** A report of the run. */
export type Format = "xlsx" | "csv" | "json";

/** The work a page can ask for: name, what is given, what comes back. */
export interface Verbs {
  /** Starts the module; always the first request. `second` leads to the worker that reads ahead. */
  start: { given: { module: WebAssembly.Module; second: MessagePort }; back: Book };
  /** Makes this the worker that reads ahead for the first, and nothing else. */
  serve: { given: { module: WebAssembly.Module; first: MessagePort }; back: null };
  /** Has that worker check a sample, so that the browser has its faster versions of what checks. */
  rehearse: { given: { roster: Blob; options: CheckOptions; office: ArrayBuffer | undefined }; back: null };
  /** There is no such worker any more. */
  alone: { given: Record<string, never>; back: null };
  /** Hands over the second module, or says that it will not come. */
  office: { given: { module: ArrayBuffer | undefined }; back: null };
  /** Reads and checks files under these names and with these passwords, with the changes kept of the run before
   * in them; the run stays in the worker and the other verbs ask about it. */
  check: { given: { files: File[]; names: string[]; passwords: (string | null)[]; options: CheckOptions; scans: ScanFile[] | null; kept: Uint8Array }; back: Checked };
  /** The changes of the run, for the next one to make again. */
  keepChanges: { given: Record<string, never>; back: Uint8Array };
  findings: { given: { rule: string; from: number; count: number; shown: boolean }; back: Finding[] };
  rows: { given: { sheet: number; from: number; count: number; shown: boolean }; back: RowPage };
  /** Cells of single rows, by row number and index of the columns; none of a row without a pupil. */
  cells: { given: { rows: { sheet: number; row: number; columns: number[] }[]; shown: boolean }; back: string[][] };
  /** The next cell behind this one in which the text stands. */
  find: { given: { text: string; sheet: number; row: number; column: number }; back: FoundCell | null };
  /** The whole text of a cell, not masked: somebody is about to change it. */
  textOf: { given: { sheet: number; row: number; column: number }; back: string };
  rowIndex: { given: { sheet: number; row: number }; back: number | null };
  groups: { given: { from: number; count: number; shown: boolean }; back: Group[] };
  /** The cases of some groups, in their order. */
  cases: { given: { from: number; count: number }; back: string[] };
  /** What is told about a rule, from its page. */
  explain: { given: { rule: string; language: Language; page: string }; back: string };
  /** Tries to open a locked file; refused with a sentence when it is not the password. */
  unlock: { given: { file: File; password: string; language: Language }; back: null };
  /** The changes that could be made without asking, by rule. */
  safeFixes: { given: Record<string, never>; back: RuleCount[] };
  applySafe: { given: Record<string, never>; back: Overview };
  /** The finding counts from 0 within its rule, the fix within the finding. */
  applyFix: { given: { rule: string; finding: number; fix: number }; back: Overview };
  /** A cell gets the text that somebody typed. */
  writeCell: { given: { sheet: number; row: number; column: number; text: string }; back: Overview };
  undo: { given: Record<string, never>; back: Overview };
  changes: { given: { from: number; count: number; shown: boolean }; back: Change[] };
  /** The rows of a group are different pupils, or one of its members is another than the rest; both count
   * from 0. */
  tellApart: { given: { group: string; member: number | null }; back: Overview };
  /** These pairs were told apart, and no others. */
  setToldApart: { given: { pairs: string[] }; back: Overview };
  /** The file of what was told apart. */
  decisions: { given: Record<string, never>; back: Made };
  /** The pairs of such a file; refused with a sentence when it is none. */
  readDecisions: { given: { file: File }; back: string[] };
  export: { given: { format: Format; shown: boolean; language: Language }; back: Uint8Array };
  /** The files of the run with the changes in them; they are read again. `name` is for a zip of several. */
  corrected: { given: { files: Files; name: string }; back: Corrected };
  /** The files of the run with their cells marked. */
  marked: { given: { files: Files; name: string; shown: boolean; language: Language }; back: Made };
  /** A blank workbook for the profile of the options. */
  template: { given: { options: CheckOptions; language: Language }; back: Made };
  /** Reads a profile file; refused with a sentence that has its place when it is wrong. */
  readProfile: { given: { file: File }; back: ReadProfile };
  /** The parameters set in the options that cannot be set so. */
  wrongSettings: { given: { options: CheckOptions }; back: WrongSetting[] };
  /** The parameters set in the options as a profile file. */
  settingsFile: { given: { options: CheckOptions }; back: Made };
  /** The header of a sheet beside the template of a profile; null where it has none. */
  compare: { given: { sheet: number; profile: string | null }; back: Compared | null };
  /** Takes the listing of a folder of scans, or puts it away, and checks again. */
  setScans: { given: { scans: ScanFile[] | null }; back: Overview };
  /** What the folder of scans has and lacks; null without one, and before the import. */
  scansFound: { given: { shown: boolean }; back: ScansFound | null };
  /** The list of what is to be settled, with certificates and letters: a workbook, or a page to print. */
  papers: { given: { format: "xlsx" | "html"; shown: boolean; language: Language }; back: Made };
  /** The letters to the schools of a group. */
  letters: { given: { group: string; shown: boolean; language: Language }; back: Letter[] };
  /** What the clerk who settles a case does. */
  steps: { given: { stage: Stage; language: Language }; back: Steps };
  split: { given: { options: SplitOptions; name: string }; back: Divided };
  merge: { given: Record<string, never>; back: Divided };
}

export type Verb = keyof Verbs;

/** What the product knows before any file. */
export interface Book {
  rules: RuleInfo[];
  profiles: ProfileInfo[];
}

/** A profile file as it was read, and what it says. */
export type ReadProfile = [file: ProfileFile, info: ProfileInfo];

/** A parameter, and what is wrong with its value. */
export type WrongSetting = [name: string, said: Said];

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

/** The files of a run by their places; nothing where one was not read. */
export type Files = (File | null)[];

/** A letter, and the row of the pupil whose school it goes to. */
export interface Letter {
  row: number;
  text: string;
}

/** What is done about rows of each handling: where to click, and what to collect. */
export interface Steps {
  /** What comes first for a pupil in two schools. */
  twoSchools: string;
  of: Record<string, { path: string; boxes: string[] }>;
}

/** A file to save, and what its reader has to know. */
export interface Made {
  name: string;
  bytes: Uint8Array;
  notes: Said[];
}

/** The files with the changes in them, and the run without those that could not be put into its file; null
 * when all could. */
export interface Corrected extends Made {
  overview: Overview | null;
}

/** Workbooks made anew from the pupils of the run, and what is not in them. */
export interface Divided extends Made {
  leftOut: LeftOut;
}

/** What a request could not be done without: the second module, which did not come or broke, or a file
 * that cannot be read any more. */
export type Lack = { what: "office" } | { what: "office-broke" } | { what: "file"; file: string };

export interface Progress {
  phase: "reading" | "mapping" | "matching" | "checking";
  /** The file being read; empty in later phases. */
  file: string;
  done: number;
  total: number;
}

export type Request<Of extends Verb = Verb> = { [V in Of]: { id: number; verb: V; given: Verbs[V]["given"] } }[Of];

export type Answer =
  | { id: number; kind: "back"; value: unknown }
  | { id: number; kind: "progress"; value: Progress }
  /** The request made no sense to the engine; the run before it is still there. */
  | { id: number; kind: "refused"; value: string }
  /** Something the request needs is not there; the run before it still is. */
  | { id: number; kind: "lacks"; value: Lack }
  /** The module is in no state to be asked again. */
  | { id: number; kind: "broken"; value: string };
