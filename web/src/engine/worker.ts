// The worker's side: takes one request at a time to the module. No decision is made here.

import { clip } from "../lib/format.ts";
import { divided, finished, together, type Finished, type Output } from "./hand_back.ts";
import { Broken, decisionsOf, Missing, profileOf, readOffice, settingsOf, tableLines, takeOffice, unlockOffice } from "./office.ts";
import { letters, papers, steps } from "./papers.ts";
import { readPieces } from "./pieces.ts";
import { type Came, readAhead, Reader } from "./read_ahead.ts";
import { type Arriving, explain, FileBytes, give_table, head_bytes, HeldFile, initSync, pair_lines, profile_of_file, profiles, rules, Session, template, wrong_settings } from "./pkg/roster_wasm.js";
import { warmUp } from "./warm_up.ts";
import type { Answer, Book, Checked, Corrected, Files, Lack, Made, Progress, Request, Verb, Verbs } from "./protocol.ts";
import type { Group, Overview, ShownRow } from "../wire/index.ts";

/** A page repaints this often at most; more messages would only slow the check. */
const PROGRESS_MILLISECONDS = 60;
/** What a packed workbook begins with. */
const ZIP = "PK";

/** Told how far the module is. */
type Step = (phase: Progress["phase"], done: number, total: number) => void;

/** How a file is read that does not tell by itself. */
interface How {
  /** The password that opens it. */
  password: string | null;
  /** The encoding that was decided on. */
  encoding: string | undefined;
}

/** Encodings of double bytes whose characters the core does not have yet. */
let unreadable = ["gb18030", "big5"];
let session: Session | undefined;
/** How each of its files was read. */
let hows: How[] = [];
let reader: Reader | undefined;
/** Of the second worker: somebody has asked it for a file. */
let isNeeded = false;
let line: Promise<void> = Promise.resolve();

self.onmessage = (event: MessageEvent<Request>) => {
  // A check may wait for these two, so they do not stand in the line behind the check.
  if (event.data.verb === "office") takeOffice(event.data.given.module);
  if (event.data.verb === "alone") reader?.giveUp();
  line = line.then(() => answer(event.data));
};

async function answer(request: Request): Promise<void> {
  try {
    const value = await work(request);
    tell({ id: request.id, kind: "back", value }, buffersOf(value));
  } catch (error) {
    const lack = lackOf(error);
    if (lack) {
      tell({ id: request.id, kind: "lacks", value: lack });
      return;
    }
    // The engine refuses with a plain error; every other kind is a panic, memory, or a mistake of ours.
    const isRefusal = error instanceof Error && error.constructor === Error;
    tell({ id: request.id, kind: isRefusal ? "refused" : "broken", value: error instanceof Error ? error.message : String(error) });
  }
}

/** A file that was changed, moved or locked since it was chosen. */
class LostFile extends Error {}

function lackOf(error: unknown): Lack | undefined {
  if (error instanceof LostFile) return { what: "file", file: error.message };
  if (error instanceof Missing) return { what: "office" };
  return error instanceof Broken ? { what: "office-broke" } : undefined;
}

/** Large bytes are handed over, not copied. */
function buffersOf(value: unknown): Transferable[] {
  const bytes = value instanceof Uint8Array ? value : (value as Partial<Made> | null | undefined)?.bytes;
  return bytes instanceof Uint8Array ? [bytes.buffer] : [];
}

function tell(message: Answer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

/** What is done for each verb. What the module gives has no type; here it has the one that was promised. */
const WORK: { [V in Verb]: (given: Verbs[V]["given"], id: number) => Verbs[V]["back"] | Promise<Verbs[V]["back"]> } = {
  start,
  serve,
  rehearse,
  office: () => null,
  alone: () => null,
  unlock,
  check,
  findings: ({ rule, from, count, shown }) => current().findings(rule, from, count, shown),
  rows: ({ sheet, from, count, shown }) => ({
    rows: current().rows(sheet, from, count, shown),
    marks: current().marks(sheet, from, count),
    edited: current().edited(sheet, from, count, shown),
  }),
  cells: ({ rows, shown }) => rows.map((it) => cellsOf(it, shown)),
  find: ({ text, sheet, row, column }) => current().find(text, sheet, row, column),
  textOf: ({ sheet, row, column }) => (current().rows(sheet, row, 1, true) as ShownRow[])[0]?.cells[column] ?? "",
  rowIndex: ({ sheet, row }) => current().row_index(sheet, row) ?? null,
  groups: ({ from, count, shown }) => current().groups(from, count, shown),
  cases: ({ from, count }) => (current().groups(from, count, false) as Group[]).map((it) => it.case),
  explain: ({ rule, language, page }) => explain(rule, language, page) ?? "",
  safeFixes: () => current().safe_fixes(),
  applySafe: (_, id) => current().apply_safe(progressOf(id, "")),
  applyFix: ({ rule, finding, fix }, id) => current().apply_fix(rule, finding, fix, progressOf(id, "")),
  writeCell: ({ sheet, row, column, text }, id) => current().write_cell(sheet, row, column, text, progressOf(id, "")),
  undo: (_, id) => current().undo(progressOf(id, "")),
  keepChanges: () => current().keep_changes(),
  tellApart: ({ group, member }, id) => current().tell_apart(group, member, progressOf(id, "")),
  setToldApart: ({ pairs }, id) => current().set_told_apart(pairs, progressOf(id, "")),
  decisions: () => finished(current().decisions()),
  readDecisions: async ({ file }) => decisionsOf(file.name, await copyOf(file)),
  changes: ({ from, count, shown }) => current().changes(from, count, shown),
  export: async ({ format, shown, language }) => (await finished(current().export(format, shown, language))).bytes,
  corrected,
  marked: async ({ files, name, shown, language }) => {
    const made = await handBack(files, (...file) => current().marked(...file, shown, language));
    return together([...made.values()], name);
  },
  template: ({ options, language }) => finished(template(options, language)),
  readProfile: async ({ file }) => {
    const own = await profileOf(file.name, await copyOf(file));
    return [own, profile_of_file(own)];
  },
  wrongSettings: ({ options }) => wrong_settings(options),
  settingsFile: ({ options }) => settingsOf(options),
  compare: ({ sheet, profile }) => current().compared(sheet, profile),
  setScans: ({ scans }, id) => current().set_scans(scans, progressOf(id, "")),
  scansFound: ({ shown }) => current().scans(shown),
  papers: ({ format, shown, language }) => papers(current().settlement(shown, language), format),
  letters: ({ group, shown, language }) => letters(current().settlement(shown, language), group),
  steps: ({ stage, language }) => steps(stage, language),
  split: ({ options, name }) => divided(current().split(options), name),
  merge: () => divided(current().merge(), ""),
};

async function work<V extends Verb>({ verb, given, id }: Request<V>): Promise<Verbs[V]["back"]> {
  return WORK[verb](given, id);
}

function start(given: Verbs["start"]["given"]): Book {
  initSync(given);
  reader = new Reader(given.second, head_bytes(), () => new HeldFile());
  // Behind the answer, while somebody looks for a file.
  line = line.then(takeTables).catch(() => undefined);
  return { rules: rules(), profiles: profiles() };
}

function serve(given: Verbs["serve"]["given"]): null {
  initSync(given);
  readAhead(given.first, () => {
    isNeeded = true;
    return new HeldFile();
  });
  return null;
}

/** Checks the sample, as text and as a workbook, for the sake of those who come after it. */
async function rehearse(given: Verbs["rehearse"]["given"]): Promise<null> {
  takeOffice(given.office);
  const text = new Uint8Array(await given.roster.arrayBuffer());
  const checked = (name: string, bytes: Uint8Array): Session => {
    const file = new FileBytes(bytes.length);
    file.push(bytes);
    const run = new Session(given.options);
    run.open(name, file, undefined, () => undefined);
    run.check(() => undefined);
    run.overview();
    file.free();
    return run;
  };
  await warmUp(() => checked("sample.csv", text).free(), () => isNeeded);
  // Only the second module writes a workbook.
  if (!given.office) return null;
  const run = checked("sample.csv", text);
  const workbook = await divided(run.merge(), "");
  run.free();
  await warmUp(() => checked("sample.xlsx", workbook.bytes).free(), () => isNeeded);
  return null;
}

async function check(given: Verbs["check"]["given"], id: number): Promise<Checked> {
  session?.free();
  session = undefined;
  hows = [];
  const run = new Session(given.options);
  const lost: number[] = [];
  const sums: Promise<string | null>[] = [];
  // Where it does not come, only the files in these encodings cannot be read.
  if (unreadable.length > 0 && (await mayBeText(given.files))) await fetchTables().catch(() => undefined);
  for (const [at, file] of given.files.entries()) {
    const name = given.names[at] ?? file.name;
    const encoding = given.options.choices.find((it) => it.file === name && it.encoding)?.encoding;
    const how = { password: given.passwords[at] ?? null, encoding };
    const came = await take(run, name, file, how, progressOf(id, name));
    if (came) {
      sums.push(came.sum);
      hows.push(how);
    } else lost.push(at);
  }
  tell({ id, kind: "progress", value: { phase: "mapping", file: "", done: 0, total: 0 } });
  run.set_kept(given.kept);
  if (given.scans) run.set_scans(given.scans, () => undefined);
  run.check(progressOf(id, ""));
  // A file that is gone before it could be read once more for its checksum has none.
  for (const [at, sum] of sums.entries()) run.set_checksum(at, (await sum) ?? "");
  session = run;
  return { overview: run.overview(), lost };
}

/** Takes a file into the run, a large text as it comes unless it is wanted whole. The page's file is only
 * a handle; its bytes are read here and dropped after. Nothing where the browser cannot read it any more. */
async function take(run: Session, name: string, file: File, how: How, step: Step, isWhole = false): Promise<Came | null> {
  let text: Arriving | undefined;
  let bytes: FileBytes | undefined;
  let done = 0;
  const came = await read(file, (piece) => {
    if (done === 0 && piece.length >= head_bytes() && !isWhole) text = run.begin(name, piece);
    done += piece.length;
    if (text) {
      text.push(piece);
      step("reading", done, file.size);
    } else {
      bytes ??= new FileBytes(file.size);
      bytes.push(piece);
    }
  });
  if (text) came?.enough();
  try {
    if (!came) text?.free();
    // A text may turn out to be none in its last byte.
    else if (text && !run.arrived(text)) return take(run, name, file, how, step, true);
    else if (!text) await open(run, name, (bytes ??= new FileBytes(0)), how, step, came);
    return came;
  } finally {
    came?.enough();
    bytes?.free();
  }
}

/** The bytes of a file that nothing can be done without. */
async function needed(file: File): Promise<FileBytes> {
  const bytes = await bytesOf(file);
  if (!bytes) throw new LostFile(file.name);
  return bytes;
}

/** Those bytes outside of the first module, for the second. */
async function copyOf(file: File): Promise<Uint8Array> {
  const bytes = await needed(file);
  try {
    return bytes.copy();
  } finally {
    bytes.free();
  }
}

/** Hands over the characters of double bytes as this browser has them. */
function takeTables(): void {
  unreadable = unreadable.filter((it) => !give_table(it, new TextDecoder(it).decode(pair_lines(it))));
}

/** Whether there is anything among them but packed workbooks, in which no encoding is guessed. */
async function mayBeText(files: readonly File[]): Promise<boolean> {
  const starts = await Promise.all(files.map((it) => it.slice(0, ZIP.length).text().catch(() => ZIP)));
  return starts.some((it) => it !== ZIP);
}

/** Those that an old browser has otherwise come from the second module. */
async function fetchTables(): Promise<void> {
  for (const it of unreadable) if (!give_table(it, await tableLines(it))) return;
  unreadable = [];
}

/** Hands a file to the core, by way of the second module where the core does not read it itself. */
async function open(run: Session, name: string, bytes: FileBytes, how: How, step: Step, came: Came): Promise<void> {
  try {
    const content = await contentOf(bytes, how);
    if (content || !(await openInParts(run, name, bytes, step, came))) run.open(name, bytes, content, step);
  } catch (error) {
    // The second module did not come, or did not survive the file; the run goes on without the file.
    run.office_failed(name, bytes, error instanceof Missing);
  }
}

/** Takes in a workbook whose large sheets the other worker scans; `false` where it does not. */
async function openInParts(run: Session, name: string, bytes: FileBytes, step: Step, came: Came): Promise<boolean> {
  const book = came.scan && run.begin_book(name, bytes);
  if (!came.scan || !book) return false;
  for (let isFirst = true, part = book.next_part(); part !== undefined; isFirst = false, part = book.next_part()) {
    const coming = came.scan(part, (piece, unpacked) => book.push(piece, unpacked, step));
    // While the other one begins.
    if (isFirst) book.read_shared(bytes, step);
    await coming;
    book.end_part();
  }
  run.book_arrived(book, bytes, step);
  return true;
}

/** What the second module makes of a file; nothing where the core reads it as it is. */
async function contentOf(bytes: FileBytes, how: How | undefined): Promise<Uint8Array | undefined> {
  const door = bytes.kind();
  if (door === "office") return readOffice(bytes.copy(), how?.encoding);
  return door === "locked" && how && how.password !== null ? unlockOffice(bytes.copy(), how.password, "zh") : undefined;
}

/** The files with the changes in them. What could not be put into its file is no change any more. */
async function corrected({ files, name }: Verbs["corrected"]["given"], id: number): Promise<Corrected> {
  const all = await handBack(files, (...file) => current().corrected(...file));
  const made = await together([...all.values()], name);
  let overview: Overview | null = null;
  for (const [at, { unchanged }] of all) {
    if (unchanged?.length) overview = current().take_back(at, unchanged, progressOf(id, ""));
  }
  return { ...made, overview };
}

/** Each file as `make` makes it anew, by its place; a file is read again, since nothing of it was kept. */
async function handBack(files: Files, make: (at: number, bytes: FileBytes, content: Uint8Array | undefined) => Output): Promise<Map<number, Finished>> {
  const made = new Map<number, Finished>();
  for (const [at, file] of files.entries()) {
    if (!file) continue;
    const bytes = await needed(file);
    try {
      const content = await contentOf(bytes, hows[at]);
      made.set(at, await finished(make(at, bytes, content), () => content ?? bytes.copy()));
    } finally {
      bytes.free();
    }
  }
  return made;
}

async function unlock(given: Verbs["unlock"]["given"]): Promise<null> {
  await unlockOffice(await copyOf(given.file), given.password, given.language);
  return null;
}

function read(file: File, take: (piece: Uint8Array) => void): Promise<Came | null> {
  if (!reader) throw new Error("not started yet");
  return reader.read(file, take);
}

/** All bytes of a file; nothing where the browser cannot read it any more. */
async function bytesOf(file: File): Promise<FileBytes | undefined> {
  const bytes = new FileBytes(file.size);
  if (await readPieces(file, head_bytes(), (piece) => bytes.push(new Uint8Array(piece)))) return bytes;
  bytes.free();
  return undefined;
}

function progressOf(id: number, file: string): Step {
  let before = -Infinity;
  let last = "";
  return (phase, done, total) => {
    const now = performance.now();
    if (phase === last && now - before < PROGRESS_MILLISECONDS) return;
    before = now;
    last = phase;
    tell({ id, kind: "progress", value: { phase, file, done, total } });
  };
}

function cellsOf({ sheet, row, columns }: Verbs["cells"]["given"]["rows"][number], shown: boolean): string[] {
  const index = current().row_index(sheet, row);
  const [found] = index === undefined ? [] : (current().rows(sheet, index, 1, shown) as ShownRow[]);
  return found ? columns.map((it) => clip(found.cells[it] ?? "")) : [];
}

function current(): Session {
  if (!session) throw new Error("nothing was checked yet");
  return session;
}
