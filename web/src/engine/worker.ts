// The worker's side: takes one request at a time to the module. No decision is made here.

import init, { explain, profiles, rules, Session } from "./pkg/roster_wasm.js";
import type { Answer, Book, Checked, Progress, Request, RowPage, Verbs } from "./protocol.ts";
import type { Change, Edited, Finding, Group, Overview, ProfileInfo, RuleCount, RuleInfo, ShownRow } from "../wire/index.ts";

/** A page repaints this often at most; more messages would only slow the check. */
const PROGRESS_MILLISECONDS = 60;

let session: Session | undefined;
let line: Promise<void> = Promise.resolve();

self.onmessage = (event: MessageEvent<Request>) => {
  line = line.then(() => answer(event.data));
};

async function answer(request: Request): Promise<void> {
  try {
    const value = await work(request);
    tell({ id: request.id, kind: "back", value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    // The engine refuses with a plain error; every other kind is a panic, memory, or a mistake of ours.
    const isRefusal = error instanceof Error && error.constructor === Error;
    tell({ id: request.id, kind: isRefusal ? "refused" : "broken", value: error instanceof Error ? error.message : String(error) });
  }
}

function tell(message: Answer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function work(request: Request): Promise<unknown> {
  switch (request.verb) {
    case "start":
      return start(request.given);
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
      return explain(request.given.rule, request.given.language) ?? "";
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
    case "changes": {
      const { from, count, shown } = request.given;
      return current().changes(from, count, shown) as Change[];
    }
    case "export":
      return current().export(request.given.format, request.given.shown, request.given.language);
  }
}

async function start(given: Verbs["start"]["given"]): Promise<Book> {
  await init({ module_or_path: given.module });
  return { rules: rules() as RuleInfo[], profiles: profiles() as ProfileInfo[] };
}

async function check(id: number, given: Verbs["check"]["given"]): Promise<Checked> {
  session?.free();
  session = undefined;
  const run = new Session(given.options);
  const lost: number[] = [];
  for (const [at, file] of given.files.entries()) {
    // The page's file is only a handle; its bytes are read here and dropped after.
    const bytes = await bytesOf(file);
    if (bytes) run.open(file.name, bytes, progressOf(id, file.name));
    else lost.push(at);
  }
  tell({ id, kind: "progress", value: { phase: "mapping", file: "", done: 0, total: 0 } });
  const overview = run.check(progressOf(id, "")) as Overview;
  session = run;
  return { overview, lost };
}

async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // Changed, moved or locked since it was chosen.
    return undefined;
  }
}

function progressOf(id: number, file: string): (phase: Progress["phase"], done: number, total: number) => void {
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
