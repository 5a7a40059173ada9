// How long the page's own module matches the pupils of a text file, in seconds of the processor, in V8
// without a browser around it: the first run and the quickest of five. `costs FILE` tells the program's.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import init, { FileBytes, Session } from "../../web/src/engine/pkg/roster_wasm.js";

const RUNS = 5;
const file = process.argv.at(-1);
const module = new URL("../../web/src/engine/pkg/roster_wasm_bg.wasm", import.meta.url);
const options = { profile: null, profile_file: null, today: "2026-11-21", stage: null, set: {}, sheets: [], choices: [], not_duplicates: [] };

await init({ module_or_path: readFileSync(module) });
const bytes = readFileSync(file);
const taken = new FileBytes(bytes.length);
taken.push(bytes);
const runs = [];
for (let run = 0; run < RUNS; run += 1) {
  const session = new Session(options);
  session.open(basename(file), taken, undefined, () => undefined);
  const told = [];
  session.check((phase) => {
    if (phase === "matching") told.push(process.cpuUsage());
  });
  const [start, end] = [told[0], told.at(-1)];
  runs.push((end.user + end.system - start.user - start.system) / 1e6);
  session.free();
}
console.log(`matching in the page's module: first ${runs[0].toFixed(2)} s, quickest ${Math.min(...runs).toFixed(2)} s`);
