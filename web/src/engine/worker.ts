// The worker's side: takes one request at a time to the module. No decision is made here.

import { divided, finished, together, type Output } from "./hand_back.ts";
import { Broken, Missing, pageOfRule, readOffice, tableLines, takeOffice, unlockOffice } from "./office.ts";
import { letters, papers, steps } from "./papers.ts";
import { readPieces } from "./pieces.ts";
import { type Came, readAhead, Reader } from "./read_ahead.ts";
import { type Arriving, explain, FileBytes, give_table, head_bytes, HeldFile, initSync, pair_lines, profiles, read_decisions, read_profile, rules, Session, settings_file, template, wrong_settings } from "./pkg/roster_wasm.js";
import { warmUp } from "./warm_up.ts";
import type { Answer, Book, Checked, Files, Lack, Made, Progress, ReadProfile, Request, RowPage, Verbs, WrongSetting } from "./protocol.ts";
import type { Change, Compared, Edited, Finding, Group, Overview, ProfileInfo, RuleCount, RuleInfo, ScansFound, ShownRow } from "../wire/index.ts";

/** A page repaints this often at most; more messages would only slow the check. */
const PROGRESS_MILLISECONDS = 60;

/** Told how far the module is. */
type Step = (phase: Progress["phase"], done: number, total: number) => void;

/** Encodings of double bytes whose characters the core does not have yet. */
let unreadable = ["gb18030", "big5"];
let session: Session | undefined;
let reader: Reader | undefined;
/** Of the second worker: somebody has asked it for a file. */
let isNeeded = false;
let line: Promise<void> = Promise.resolve();

/** Passwords that opened a file, by the file; they are kept nowhere else. */
const passwords = new Map<string, string>();
/** Encodings that were decided on, by the file. */
const encodings = new Map<string, string | undefined>();

self.onmessage = (event: MessageEvent<Request>) => {
  // A check may wait for these two, so they do not stand in the line behind the check.
  if (event.data.verb === "office") takeOffice(event.data.given.module);
  if (event.data.verb === "alone") reader?.giveUp();
  // A page of the book waits for the second module; nothing else has to wait with it.
  if (event.data.verb === "explain") void answer(event.data);
  else line = line.then(() => answer(event.data));
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

async function work(request: Request): Promise<unknown> {
  switch (request.verb) {
    case "start":
      return start(request.given);
    case "serve":
      return serve(request.given);
    case "rehearse":
      return rehearse(request.given);
    case "office":
    case "alone":
      return null;
    case "unlock":
      return unlock(request.given);
    case "check":
      return check(request.id, request.given);
    case "findings": {
      const { rule, from, count, shown } = request.given;
      return current().findings(rule, from, count, shown) as Finding[];
    }
    case "rows":
      return rows(request.given);
    case "rowIndex":
      return current().row_index(request.given.sheet, request.given.row) ?? null;
    case "groups": {
      const { from, count, shown } = request.given;
      return current().groups(from, count, shown) as Group[];
    }
    case "explain":
      return explained(request.given.rule, request.given.language);
    case "safeFixes":
      return current().safe_fixes() as RuleCount[];
    case "applySafe":
      return current().apply_safe(progressOf(request.id, "")) as Overview;
    case "applyFix": {
      const { rule, finding, fix } = request.given;
      return current().apply_fix(rule, finding, fix, progressOf(request.id, "")) as Overview;
    }
    case "undo":
      return current().undo(progressOf(request.id, "")) as Overview;
    case "keepChanges":
      return current().keep_changes();
    case "tellApart":
      return current().tell_apart(request.given.group, request.given.member, progressOf(request.id, "")) as Overview;
    case "setToldApart":
      return current().set_told_apart(request.given.pairs, progressOf(request.id, "")) as Overview;
    case "decisions":
      return finished(current().decisions());
    case "readDecisions":
      return read_decisions(request.given.file.name, await needed(request.given.file));
    case "changes": {
      const { from, count, shown } = request.given;
      return current().changes(from, count, shown) as Change[];
    }
    case "export":
      return exported(request.given);
    case "corrected":
      return handBack(request.given, (at, bytes, content) => current().corrected(at, bytes, content));
    case "marked": {
      const { shown, language } = request.given;
      return handBack(request.given, (at, bytes, content) => current().marked(at, bytes, content, shown, language));
    }
    case "template":
      return finished(template(request.given.options, request.given.language));
    case "readProfile":
      return readProfile(request.given.file);
    case "wrongSettings":
      return wrong_settings(request.given.options) as WrongSetting[];
    case "settingsFile":
      return finished(settings_file(request.given.options));
    case "compare":
      return current().compared(request.given.sheet, request.given.profile) as Compared | null;
    case "setScans":
      return current().set_scans(request.given.scans, progressOf(request.id, "")) as Overview;
    case "scansFound":
      return current().scans(request.given.shown) as ScansFound | null;
    case "papers":
      return papers(current().settlement(request.given.shown, request.given.language), request.given.format);
    case "letters":
      return letters(current().settlement(request.given.shown, request.given.language), request.given.group);
    case "steps":
      return steps(request.given.stage, request.given.language);
    case "split":
      return divided(current().split(request.given.options), request.given.name);
    case "merge":
      return divided(current().merge(), "");
  }
}

function start(given: Verbs["start"]["given"]): Book {
  initSync(given);
  reader = new Reader(given.second, head_bytes(), () => new HeldFile());
  // Behind the answer, while somebody looks for a file.
  line = line.then(takeTables).catch(() => undefined);
  return { rules: rules() as RuleInfo[], profiles: profiles() as ProfileInfo[] };
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

async function check(id: number, given: Verbs["check"]["given"]): Promise<Checked> {
  session?.free();
  session = undefined;
  const run = new Session(given.options);
  const lost: number[] = [];
  const sums: Promise<string | null>[] = [];
  // Where it does not come, only the files in these encodings cannot be read.
  if (unreadable.length > 0) await fetchTables().catch(() => undefined);
  for (const [at, file] of given.files.entries()) {
    const name = given.names[at] ?? file.name;
    encodings.set(identity(file), given.options.choices.find((it) => it.file === name && it.encoding)?.encoding);
    const came = await take(run, name, file, progressOf(id, name));
    if (came) sums.push(came.sum);
    else lost.push(at);
  }
  tell({ id, kind: "progress", value: { phase: "mapping", file: "", done: 0, total: 0 } });
  run.set_kept(given.kept);
  if (given.scans) run.set_scans(given.scans, () => undefined);
  run.check(progressOf(id, ""));
  // A file that is gone before it could be read once more for its checksum has none.
  for (const [at, sum] of sums.entries()) run.set_checksum(at, (await sum) ?? "");
  session = run;
  return { overview: run.overview() as Overview, lost };
}

/** Takes a file into the run, a large text as it comes unless it is wanted whole. The page's file is only
 * a handle; its bytes are read here and dropped after. Nothing where the browser cannot read it any more. */
async function take(run: Session, name: string, file: File, step: Step, isWhole = false): Promise<Came | null> {
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
    else if (text && !run.arrived(text)) return take(run, name, file, step, true);
    else if (!text) await open(run, name, file, (bytes ??= new FileBytes(0)), step, came);
    return came;
  } finally {
    came?.enough();
    bytes?.free();
  }
}

async function readProfile(file: File): Promise<ReadProfile> {
  return read_profile(file.name, await needed(file)) as ReadProfile;
}

/** The bytes of a file that nothing can be done without. */
async function needed(file: File): Promise<FileBytes> {
  const bytes = await bytesOf(file);
  if (!bytes) throw new LostFile(file.name);
  return bytes;
}

/** Hands over the characters of double bytes as this browser has them. */
function takeTables(): void {
  unreadable = unreadable.filter((it) => !give_table(it, new TextDecoder(it).decode(pair_lines(it))));
}

/** Those that an old browser has otherwise come from the second module. */
async function fetchTables(): Promise<void> {
  for (const it of unreadable) if (!give_table(it, await tableLines(it))) return;
  unreadable = [];
}

/** The page of a rule; empty when the second module did not come. */
async function explained(rule: string, language: string): Promise<string> {
  try {
    return explain(rule, language, await pageOfRule(rule, language)) ?? "";
  } catch (error) {
    if (lackOf(error)) return "";
    throw error;
  }
}

/** Hands a file to the core, by way of the second module where the core does not read it itself. */
async function open(run: Session, name: string, file: File, bytes: FileBytes, step: Step, came: Came): Promise<void> {
  try {
    const content = await contentOf(file, bytes);
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
async function contentOf(file: File, bytes: FileBytes): Promise<Uint8Array | undefined> {
  const door = bytes.kind();
  if (door === "office") return readOffice(bytes.copy(), encodings.get(identity(file)));
  const password = passwords.get(identity(file));
  return door === "locked" && password !== undefined ? unlockOffice(bytes.copy(), password, "zh") : undefined;
}

/** Each file as `make` makes it anew; a file is read again, since nothing of it was kept. */
async function handBack(given: { files: Files; name: string }, make: (at: number, bytes: FileBytes, content: Uint8Array | undefined) => Output): Promise<Made> {
  const made: Made[] = [];
  for (const [at, file] of given.files.entries()) {
    if (!file) continue;
    const bytes = await needed(file);
    const content = await contentOf(file, bytes);
    made.push(await finished(make(at, bytes, content), () => content ?? bytes.copy()));
    bytes.free();
  }
  return together(made, given.name);
}

async function unlock(given: Verbs["unlock"]["given"]): Promise<null> {
  const bytes = await bytesOf(given.file);
  if (bytes) await unlockOffice(bytes.copy(), given.password, given.language);
  bytes?.free();
  passwords.set(identity(given.file), given.password);
  return null;
}

function identity(file: File): string {
  return `${file.name}/${file.size}/${file.lastModified}`;
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

async function exported(given: Verbs["export"]["given"]): Promise<Uint8Array> {
  return (await finished(current().export(given.format, given.shown, given.language))).bytes;
}

function rows(given: Verbs["rows"]["given"]): RowPage {
  const { sheet, from, count, shown } = given;
  const run = current();
  return {
    rows: run.rows(sheet, from, count, shown) as ShownRow[],
    marks: run.marks(sheet, from, count),
    edited: run.edited(sheet, from, count, shown) as Edited[],
  };
}

function current(): Session {
  if (!session) throw new Error("nothing was checked yet");
  return session;
}
