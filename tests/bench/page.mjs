// How long the page takes for one file: from the choice of the file until the counts stand on the
// page, by the page's own clock, since whoever waits from outside looks only now and then. Prints the
// median of five runs in seconds, and the highest size of the engine's memory in bytes as far as the
// browser tells it. `cargo xtask bench` calls this with the file.

import { browse, finished, open, serve } from "../e2e/support/index.mjs";

const RUNS = 5;
/** Between the page being ready and the choice of a file: nobody is quicker, and the page uses the time. */
const LOOKING_MILLISECONDS = 1500;
/** Between the dialog of the system and the file in it. */
const CHOOSING_MILLISECONDS = 500;
const file = process.argv.at(-1);

const { address, stop } = await serve();
const context = await browse();
const runs = [];
let peak = 0;
for (let run = 0; run < RUNS; run += 1) {
  const page = await open(context, address);
  await page.evaluate(watch);
  await new Promise((resolve) => setTimeout(resolve, LOOKING_MILLISECONDS));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click(".picker label")]);
  await new Promise((resolve) => setTimeout(resolve, CHOOSING_MILLISECONDS));
  await chooser.setFiles([file]);
  await finished(page);
  runs.push((await page.evaluate(() => globalThis.done - globalThis.chosen)) / 1000);
  peak = Math.max(peak, await resident());
  await page.close();
}
await context.close();
stop();
runs.sort((a, b) => a - b);
console.log(`${runs[Math.floor(RUNS / 2)].toFixed(3)} ${peak}`);

/** In the page: notes when a file is chosen and when the check is done. */
function watch() {
  const main = document.querySelector("main");
  addEventListener("change", () => (globalThis.chosen = performance.now()), { capture: true, once: true });
  const note = () => {
    if (main.dataset.phase === "done") globalThis.done = performance.now();
  };
  new MutationObserver(note).observe(main, { attributeFilter: ["data-phase"] });
}

/** Resident size of the largest process of the browser: the one that holds the page's worker. */
async function resident() {
  const { readdirSync, readFileSync } = await import("node:fs");
  let largest = 0;
  for (const name of readdirSync("/proc").filter((it) => /^\d+$/.test(it))) {
    try {
      if (!readFileSync(`/proc/${name}/cmdline`, "utf8").includes("--type=renderer")) continue;
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, "utf8"));
      largest = Math.max(largest, peak ? Number(peak[1]) * 1024 : 0);
    } catch {
      // The process has ended meanwhile.
    }
  }
  return largest;
}
